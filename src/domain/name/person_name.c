/* SPDX-License-Identifier: GPL-3.0-or-later */
/* person_name.c - a name as lists and people write it, in its parts */
#include "atelier/domain/person_name.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/letter.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "name/name_behind.h"
#include "name/name_joint.h"
#include "name/name_letters.h"
#include "name/name_split.h"
#include "name/name_word.h"

/* What was met on the way, besides the two names. */
struct finds {
    struct buffer civility;
    struct buffer particles;  /* "Tour (de la)" */
    struct buffer generation; /* Jr */
    struct buffer note;       /* fields whose brackets held something else, a line each */
    bool something_else;      /* was in brackets */
    struct buffer inside;     /* and is this, a line each */
    struct name_behind behind;
};

static void
add_word(struct buffer *text, const char *start, size_t length)
{
    buffer_add(text, text->length > 0 ? " " : "");
    buffer_add_part(text, start, length);
}

bool
person_name_is_particles(const char *text)
{
    struct name_words words;
    name_words_find(&words, text);
    for (size_t i = 0; i < words.count; i++)
        if (!name_word_is_particle(words.items[i]))
            return false;
    return words.count > 0;
}

/* --- what is no name */

/* Brackets hold a civility, a particle, or something that is no name. */
static void
read_brackets(const char *start, size_t length, struct finds *finds)
{
    char *part = memory_copy_part(start, length);
    char *inside = text_tidy(part);
    struct name_words words;

    name_words_find(&words, inside);
    bool civility = words.count > 0;
    bool particles = words.count > 0;
    for (size_t i = 0; i < words.count; i++) {
        civility = civility && name_word_civility(words.items[i]) != CIVILITY_NO;
        particles = particles && name_word_is_particle(words.items[i]);
    }
    if (civility)
        add_word(&finds->civility, inside, strlen(inside));
    else if (particles)
        add_word(&finds->particles, inside, strlen(inside));
    else if (words.count > 0) {
        finds->something_else = true;
        buffer_addf(&finds->inside, "%s%s", finds->inside.length > 0 ? "\n" : "", inside);
    }
    free(inside);
    free(part);
}

/* The text without its brackets, tidy. */
static char *
without_brackets(const char *text, struct finds *finds)
{
    static const char opening[] = "([{<";
    static const char closing[] = ")]}>";
    struct buffer kept = { 0 };

    while (*text != '\0') {
        size_t plain = strcspn(text, opening);
        buffer_add_part(&kept, text, plain);
        buffer_add(&kept, " ");
        text += plain;
        if (*text == '\0')
            break;
        char close = closing[strchr(opening, *text) - opening];
        text++;
        const char *end = strchr(text, close);
        size_t length = end ? (size_t)(end - text) : strlen(text);
        read_brackets(text, length, finds);
        text += length + (end != NULL);
    }
    char *tidy = text_tidy(buffer_text(&kept));
    buffer_clear(&kept);
    return tidy;
}

/* Only what is a name: without brackets, addresses, an office and what follows a dash. */
static char *
only_name(const char *text, struct finds *finds)
{
    char *plain = without_brackets(text, finds);
    struct name_words words;
    struct buffer kept = { 0 };

    name_words_find(&words, plain);
    for (size_t i = 0; i < words.count; i++) {
        struct name_word word = words.items[i];
        if (memchr(word.start, '@', word.length))
            add_word(&finds->inside, word.start, word.length);
        else
            add_word(&kept, word.start, word.length);
    }
    free(plain);
    char *name = buffer_take(&kept);
    name_behind_cut(&finds->behind, name, true);
    name_behind_take_office(&finds->behind, name);
    return name;
}

/* --- civilities before, degrees and generations behind */

/* "Dr.Novak": the civility that ends at a point inside a word; 0 when there is none. */
static size_t
joined_civility(struct name_word word)
{
    const char *point = memchr(word.start, '.', word.length);

    if (!point || point + 1 == word.start + word.length)
        return 0;
    struct name_word front = { word.start, (size_t)(point - word.start) };
    return name_word_civility(front) == CIVILITY_SURE &&
                   name_word_civility(word) == CIVILITY_NO
               ? front.length + 1
               : 0;
}

/* "M. et Mme Dupont" */
static bool
joins_civilities(const struct name_words *words, size_t i)
{
    if (i == 0 || i + 2 >= words->count)
        return false;
    return name_joint(words->items[i]) != JOINT_NO &&
           name_word_civility(words->items[i + 1]) != CIVILITY_NO;
}

static bool
is_civility(const struct name_words *words, size_t i, enum civility least)
{
    return name_word_civility(words->items[i]) >= least || joins_civilities(words, i) ||
           name_words_lead_civility(words, i) ||
           (name_word_is_faculty(words->items[i]) && i > 0);
}

/* What stands behind a title, which may be a name: a given name alone in a field of its
 * own, two names in a whole one. */
enum title_rule { TITLE_NEVER, TITLE_BEFORE_GIVEN, TITLE_BEFORE_BOTH, TITLE_IF_SHOWN };

/* "Graf von Maier Hans", "Abbé DUPONT Paul": it is not the family name, which shows. */
static bool
shows_family(const struct name_words *words, size_t title)
{
    if (name_word_is_capitals(words->items[title]))
        return false;
    for (size_t i = title + 1; i < words->count; i++)
        if (name_word_is_capitals(words->items[i]) &&
            name_word_initials(words->items[i]) == INITIALS_NO)
            return true;
    return name_word_is_small_particle(words->items[title + 1]);
}

static bool
is_title(const struct name_words *words, size_t i, enum title_rule rule)
{
    const struct name_word title = words->items[i];
    size_t names = 0;
    size_t capitals = 0;

    if (rule == TITLE_NEVER || i + 1 >= words->count || !name_word_is_title(title))
        return false;
    for (size_t k = i + 1; k < words->count; k++) {
        names += !name_word_is_particle(words->items[k]);
        capitals += name_word_is_capitals(words->items[k]);
    }
    if (names < (rule == TITLE_BEFORE_GIVEN ? 1U : 2U) ||
        (name_word_is_capitals(title) && capitals < names))
        return false;
    return rule != TITLE_IF_SHOWN || shows_family(words, i);
}

/* Takes the civilities at the front: where the name begins.  One word is always left. */
static size_t
take_civilities(struct name_words *words, enum civility least, enum title_rule titles,
                struct finds *finds)
{
    size_t i = 0;

    for (;;) {
        for (; i + 1 < words->count &&
               (is_civility(words, i, least) || is_title(words, i, titles));
             i++)
            add_word(&finds->civility, words->items[i].start, words->items[i].length);
        const size_t joined = i < words->count ? joined_civility(words->items[i]) : 0;
        if (joined == 0)
            return i;
        add_word(&finds->civility, words->items[i].start, joined);
        words->items[i].start += joined;
        words->items[i].length -= joined;
    }
}

/* Whether a word behind the name is none, and what it is kept as. */
static bool
take_last(struct name_word word, struct finds *finds)
{
    if (name_word_is_generation(word)) {
        add_word(&finds->generation, word.start, word.length);
        return true;
    }
    if (name_word_is_degree(word))
        return true;
    if (name_word_civility(word) != CIVILITY_SURE)
        return false;
    add_word(&finds->civility, word.start, word.length);
    return true;
}

/* The same of a field of its own, where the last of several names may be Me or Md. */
static bool
take_sure_last(struct name_word word, struct finds *finds)
{
    return (name_word_is_generation(word) || name_word_is_sure_degree(word)) &&
           take_last(word, finds);
}

/* “Jane Roe MP”: behind both names. */
static bool
take_letters(enum name_letters letters, struct name_word word, struct finds *finds)
{
    if (letters == LETTERS_OF_OFFICE)
        add_word(&finds->behind.office, word.start, word.length);
    return letters != LETTERS_NO;
}

typedef bool last_taker(struct name_word word, struct finds *finds);

/* Takes what stands behind the name: where it ends.  One word is always left. */
static size_t
take_endings(const struct name_words *words, size_t from, last_taker *take,
             struct finds *finds)
{
    size_t end = words->count;

    while (end > from + 1 && (take(words->items[end - 1], finds) ||
                              take_letters(name_letters_behind(words, from, end),
                                           words->items[end - 1], finds)))
        end--;
    return end;
}

/* Takes ", PhD", ", Jr" and, of both names, ", MP" from the end of a text: “Roe, JP” has
 * initials. */
static void
take_parts(char *text, struct finds *finds)
{
    for (char *comma = strrchr(text, ','); comma; comma = strrchr(text, ',')) {
        char *part = text_tidy(comma + 1);
        const bool is_behind = memchr(text, ' ', (size_t)(comma - text));
        struct name_words words;
        name_words_find(&words, part);
        size_t other = 0;
        for (size_t i = 0; i < words.count; i++)
            other += !name_word_is_generation(words.items[i]) &&
                     !name_word_is_degree(words.items[i]) &&
                     !(is_behind && name_letters_of(words.items[i]) != LETTERS_NO) &&
                     name_word_civility(words.items[i]) != CIVILITY_SURE;
        for (size_t i = words.count; other == 0 && i-- > 0;)
            (void)(take_last(words.items[i], finds) ||
                   take_letters(name_letters_of(words.items[i]), words.items[i], finds));
        bool taken = words.count > 0 && other == 0;
        free(part);
        if (!taken)
            break;
        *comma = '\0';
    }
}

/* --- the whole */

/* One of the names alone, of what stands before and behind it. */
static char *
strip(const char *text, enum civility least, last_taker *take, struct finds *finds)
{
    char *tidy = text_tidy(text);
    struct name_words words;

    name_words_find(&words, tidy);
    size_t from = take_civilities(
        &words, least, least == CIVILITY_SURE ? TITLE_BEFORE_GIVEN : TITLE_NEVER, finds);
    size_t to = take_endings(&words, from, take, finds);
    char *name = name_words_copy(&words, from, to);
    free(tidy);
    return name;
}

static void
put_before(char **text, const char *word)
{
    struct buffer whole = { 0 };
    size_t length = strlen(word);
    bool apostrophe =
        length > 0 &&
        (word[length - 1] == '\'' ||
         (length > 3 && strcmp(word + length - 3, "’") == 0) || strcmp(word, "d’") == 0);

    buffer_add(&whole, word);
    if (*text)
        buffer_addf(&whole, "%s%s", apostrophe ? "" : " ", *text);
    free(*text);
    *text = buffer_take(&whole);
}

/* "Zeger van": the particle goes before the family name. */
static void
move_particles(struct person_name *name)
{
    if (!name->given || !name->family)
        return;
    struct name_words words;
    name_words_find(&words, name->given);
    size_t from = words.count;
    while (from > 1 && name_word_is_small_particle(words.items[from - 1]))
        from--;
    if (from == words.count)
        return;
    while (from > 1 && name_word_is_nobility(words.items[from - 1]))
        from--;
    char *particles = name_words_copy(&words, from, words.count);
    char *given = name_words_copy(&words, 0, from);
    put_before(&name->family, particles);
    free(particles);
    free(name->given);
    name->given = given;
}

static void
put_finds(struct person_name *name, struct finds *finds)
{
    move_particles(name);
    if (name->family && finds->particles.length > 0)
        put_before(&name->family, buffer_text(&finds->particles));
    if (finds->generation.length > 0) {
        struct buffer given = { 0 };
        buffer_add(&given, name->given ? name->given : "");
        add_word(&given, finds->generation.text, finds->generation.length);
        free(name->given);
        name->given = buffer_take(&given);
    }
    if (!name->civility && finds->civility.length > 0)
        name->civility = memory_copy(buffer_text(&finds->civility));
    if (finds->behind.note.length > 0)
        buffer_addf(&finds->note, "%s%s", finds->note.length > 0 ? "\n" : "",
                    buffer_text(&finds->behind.note));
    if (finds->note.length > 0)
        name->note = memory_copy(buffer_text(&finds->note));
    if (finds->behind.office.length > 0)
        name->office = memory_copy(buffer_text(&finds->behind.office));
    buffer_clear(&finds->behind.office);
    buffer_clear(&finds->behind.note);
    buffer_clear(&finds->inside);
    buffer_clear(&finds->note);
    buffer_clear(&finds->civility);
    buffer_clear(&finds->particles);
    buffer_clear(&finds->generation);
}

/* "monsieur le préfet" has no name. */
static bool
is_office_alone(const struct name_words *words, size_t from, const struct finds *finds)
{
    return finds->behind.office.length > 0 && from + 1 == words->count &&
           name_word_civility(words->items[from]) != CIVILITY_NO;
}

/* The same in a field of its own. */
static bool
take_office_alone(const char *plain, struct finds *finds)
{
    struct name_words words;
    name_words_find(&words, plain);
    if (words.count == 0 || !is_office_alone(&words, 0, finds))
        return false;
    add_word(&finds->civility, words.items[0].start, words.items[0].length);
    return true;
}

/* Whether a word of the text may be in capitals: most texts have none, and need no
 * taking apart. */
static bool
may_have_capitals(const char *text)
{
    size_t large = 0; /* letters of one word that are not small */
    size_t length;

    for (; *text && large < 2; text += length) {
        const enum letter_kind kind = letter_at(text, &length);
        if (*text == ' ')
            large = 0;
        large += kind != LETTER_NONE && kind != LETTER_SMALL;
    }
    return large >= 2;
}

bool
person_name_order_of(const char *text, enum person_name_order *order)
{
    if (!may_have_capitals(text))
        return false;
    struct finds finds = { 0 };
    char *whole = only_name(text, &finds);
    struct name_words words;
    struct name_range family;

    name_words_find(&words, whole);
    size_t from = take_civilities(&words, CIVILITY_MAYBE, TITLE_BEFORE_BOTH, &finds);
    size_t to = take_endings(&words, from, take_last, &finds);
    bool shows = !strchr(whole, ',') && to > from + 1 &&
                 name_split_by_capitals(&words, (struct name_range){ from, to }, &family);
    if (shows)
        *order = family.from > from ? NAME_GIVEN_FIRST : NAME_FAMILY_FIRST;
    struct person_name name = { 0 };
    put_finds(&name, &finds);
    person_name_clear(&name);
    free(whole);
    return shows;
}

/* “Esposito avv. Carmela”: a title stands between the names. */
static void
take_civility_between(struct person_name *name, struct finds *finds)
{
    const char *given = name->given ? name->given : "";
    const size_t length = strcspn(given, " ");

    if (length < 2 || !given[length] || given[length - 1] != '.')
        return;
    char *rest = strip(given, CIVILITY_SURE, take_sure_last, finds);
    if (!rest)
        return;
    free(name->given);
    name->given = rest;
}

void
person_name_read(struct person_name *name, const char *text, enum person_name_order order)
{
    struct finds finds = { 0 };
    char *whole = only_name(text, &finds);

    name_behind_add(&finds.behind, buffer_text(&finds.inside));
    take_parts(whole, &finds);
    char *comma = strchr(whole, ',');
    if (comma) {
        *comma = '\0';
        name->family = strip(whole, CIVILITY_MAYBE, take_last, &finds);
        name->given = strip(comma + 1, CIVILITY_SURE, take_last, &finds);
    } else {
        struct name_words words;
        name_words_find(&words, whole);
        const enum title_rule titles =
            order == NAME_GIVEN_FIRST ? TITLE_BEFORE_BOTH : TITLE_IF_SHOWN;
        size_t from = take_civilities(&words, CIVILITY_MAYBE, titles, &finds);
        size_t to = take_endings(&words, from, take_last, &finds);
        if (is_office_alone(&words, from, &finds))
            add_word(&finds.civility, words.items[from].start, words.items[from].length);
        else if (from > 0 && to == from + 2 && name_word_is_article(words.items[from]))
            name->family = name_words_copy(&words, from, to); /* "M. Le Maire" */
        else if (from < to)
            name_split(&words, (struct name_range){ from, to }, order, name);
        take_civility_between(name, &finds);
    }
    put_finds(name, &finds);
    free(whole);
}

/* "Anne, PhD" leaves "Anne,". */
static void
drop_last_comma(char *name)
{
    size_t length = strlen(name);
    while (length > 1 && (name[length - 1] == ',' || name[length - 1] == ' '))
        name[--length] = '\0';
}

static void
mend(char **text, enum civility least, struct finds *finds)
{
    if (!*text)
        return;
    finds->something_else = false;
    char *plain = without_brackets(*text, finds);
    name_behind_cut(&finds->behind, plain, false);
    name_behind_take_office(&finds->behind, plain);
    char *mended = strip(plain, least, take_sure_last, finds);
    bool alone = take_office_alone(plain, finds);
    free(plain);
    if (!mended)
        return;
    if (alone) {
        free(mended);
        free(*text);
        *text = NULL;
        return;
    }
    drop_last_comma(mended);
    if (finds->something_else)
        buffer_addf(&finds->note, "%s%s", finds->note.length > 0 ? "\n" : "", *text);
    free(*text);
    *text = mended;
}

void
person_name_mend(struct person_name *name)
{
    struct finds finds = { 0 };

    mend(&name->family, CIVILITY_MAYBE, &finds);
    mend(&name->given, CIVILITY_SURE, &finds);
    put_finds(name, &finds);
}

void
person_name_clear(struct person_name *name)
{
    free(name->family);
    free(name->given);
    free(name->civility);
    free(name->note);
    free(name->office);
    *name = (struct person_name){ 0 };
}
