/* SPDX-License-Identifier: GPL-3.0-or-later */
/* search_name.c - by what a name is found besides its words */
#include "search/search_name.h"

#include <string.h>

#include "atelier/base/fold.h"
#include "atelier/base/transliteration.h"

/* Names of more words are not typed in one. */
enum { JOINED_WORDS_MOST = 5 };

/* "de la tour": delatour, latour; the first letters of a shorter name find it too. */
static void
add_joined_fold(struct buffer *folded, const char *fold)
{
    size_t words = 0;

    for (const char *at = fold; *at; at += strcspn(at, " "), at += strspn(at, " "))
        words++;
    if (words < 2 || words > JOINED_WORDS_MOST)
        return;
    for (; words > 1; words--) {
        buffer_add_char(folded, ' ');
        for (const char *at = fold; *at; at++)
            if (*at != ' ')
                buffer_add_char(folded, *at);
        fold += strcspn(fold, " ");
        fold += strspn(fold, " ");
    }
}

/* Иванов is found as ivanov too. */
static void
add_latin(struct search_words *words, const char *fold)
{
    struct buffer latin = { 0 };

    if (transliteration_add(&latin, fold)) {
        buffer_addf(&words->folded, " %s", buffer_text(&latin));
        add_joined_fold(&words->folded, buffer_text(&latin));
    }
    buffer_clear(&latin);
}

static void
add_joined(struct search_words *words, const char *name)
{
    struct buffer fold = { 0 };

    fold_add(&fold, name);
    add_joined_fold(&words->folded, buffer_text(&fold));
    add_latin(words, buffer_text(&fold));
    buffer_reset(&fold);
    if (fold_add_second(&fold, name))
        add_joined_fold(&words->folded, buffer_text(&fold));
    buffer_clear(&fold);
}

/* Chinese, Japanese and Korean names are written without a blank. */
static bool
is_east_asian(const char *name)
{
    unsigned char lead = (unsigned char)name[0];

    return lead >= 0xE3 && lead <= 0xED;
}

static void
add_both_orders(struct search_words *words, const char *family, const char *given)
{
    struct buffer pair = { 0 };

    buffer_addf(&pair, "%s%s %s%s", family, given, given, family);
    buffer_add_char(&words->folded, ' ');
    fold_add(&words->folded, buffer_text(&pair));
    buffer_clear(&pair);
}

void
search_name_add(struct search_words *words, const char *family, const char *given)
{
    if (family)
        add_joined(words, family);
    if (given)
        add_joined(words, given);
    if (family && given && is_east_asian(family) && is_east_asian(given))
        add_both_orders(words, family, given);
}
