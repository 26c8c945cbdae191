/* SPDX-License-Identifier: GPL-3.0-or-later */
/* door_key_test.c - what is told from the letters is what the texts would say */
#include "atelier/domain/door_key.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/fold.h"
#include "atelier/base/memory.h"
#include "support/suite.h"

enum { NAMES = 300, TEXTS = 400 };

/* Few letters, so that they meet often; some take two bytes, and some a second fold. */
static const char *const syllables[] = { "la", "ma", "al", "é",  "Mü", "li", "o",
                                         "Ж",  "中", "7",  "ma", "l",  "ö" };

static unsigned
draw(unsigned *seed, size_t most)
{
    *seed = *seed * 1103515245U + 12345U;
    return *seed / 65536U % (unsigned)most;
}

static char *
make_text(unsigned *seed, size_t syllables_most, bool spaced)
{
    struct buffer text = { 0 };
    const size_t count = 1 + draw(seed, syllables_most);

    for (size_t i = 0; i < count; i++)
        buffer_addf(&text, "%s%s", spaced && draw(seed, 4) == 0 ? " " : "",
                    syllables[draw(seed, sizeof(syllables) / sizeof(syllables[0]))]);
    return buffer_take(&text);
}

/* As the texts say it of a word, each looked through. */
static enum fold_rank
rank_word(const struct door_key *key, const char *word)
{
    enum fold_rank best = FOLD_RANK_NONE;

    for (size_t i = 0; i < sizeof(key->folds) / sizeof(key->folds[0]); i++)
        if (key->folds[i]) {
            const enum fold_rank rank = fold_rank(key->folds[i], key->around, word);
            best = rank < best ? rank : best;
        }
    return best == FOLD_RANK_BEGINS ? FOLD_RANK_WORDS : best;
}

/* The whole begins a name, or else it is as good as its worst word. */
static enum fold_rank
rank_by_texts(const struct door_key *key, const char *fold)
{
    enum fold_rank worst = FOLD_RANK_WORDS;
    char *words = memory_copy(fold);

    for (size_t i = 0; i < sizeof(key->folds) / sizeof(key->folds[0]); i++)
        if (key->folds[i] && fold_rank(key->folds[i], NULL, fold) == FOLD_RANK_BEGINS)
            worst = FOLD_RANK_BEGINS;
    for (char *word = strtok(words, " "); word && worst != FOLD_RANK_BEGINS;
         word = strtok(NULL, " ")) {
        const enum fold_rank rank = rank_word(key, word);
        worst = rank > worst ? rank : worst;
    }
    free(words);
    return worst;
}

static enum fold_rank
rank(const struct door_key *key, const char *fold)
{
    struct door_typed typed;

    door_typed_init(&typed, fold);
    const enum fold_rank found = door_key_rank(key, &typed, FOLD_RANK_BEGINS);
    door_typed_clear(&typed);
    return found;
}

static void
check_texts(const struct door_key *key, unsigned *seed, size_t found[])
{
    for (int i = 0; i < TEXTS; i++) {
        char *text = make_text(seed, 4, true);
        char *fold = fold_copy(text);
        const enum fold_rank expected = rank_by_texts(key, fold);

        ck_assert_msg(rank(key, fold) == expected, "“%s” in “%s”, “%s”: %d, not %d", fold,
                      key->folds[0], key->around, (int)rank(key, fold), (int)expected);
        found[expected]++;
        free(fold);
        free(text);
    }
}

START_TEST(rank__by_letters_and_pairs__is_that_of_the_texts)
{
    size_t found[FOLD_RANK_NONE + 1] = { 0 };
    unsigned seed = 17;

    for (int i = 0; i < NAMES; i++) {
        char *family = make_text(&seed, 4, false);
        char *given = make_text(&seed, 3, false);
        char *organisation = draw(&seed, 4) == 0 ? NULL : make_text(&seed, 8, true);
        struct door_key key;

        door_key_init(&key, family, draw(&seed, 5) == 0 ? NULL : given, organisation,
                      NULL);
        check_texts(&key, &seed, found);
        door_key_clear(&key);
        free(family);
        free(given);
        free(organisation);
    }
    for (int rank = FOLD_RANK_BEGINS; rank <= FOLD_RANK_NONE; rank++)
        ck_assert_msg(found[rank] > 100, "%d: %zu", rank, found[rank]);
}
END_TEST

START_TEST(words__of_a_second_fold__stand_beside_those_around_the_name)
{
    struct door_key key;

    door_key_init(&key, "Müller", "Anna", "Stadt Köln", "Leiterin");
    ck_assert_int_eq(rank(&key, "mueller koln"), FOLD_RANK_AROUND);
    ck_assert_int_eq(rank(&key, "muller leit"), FOLD_RANK_AROUND);
    ck_assert_int_eq(rank(&key, "mueller nice"), FOLD_RANK_NONE);
    ck_assert_int_eq(rank(&key, "an mue"), FOLD_RANK_WORDS);
    ck_assert_int_eq(rank(&key, "anna mueller"), FOLD_RANK_WORDS);
    ck_assert_int_eq(rank(&key, "anna mul"), FOLD_RANK_BEGINS);
    ck_assert_int_eq(rank(&key, ""), FOLD_RANK_BEGINS);
    door_key_clear(&key);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_test(tests, rank__by_letters_and_pairs__is_that_of_the_texts);
    tcase_add_test(tests, words__of_a_second_fold__stand_beside_those_around_the_name);
}

SUITE_MAIN("door_key")
