/* SPDX-License-Identifier: GPL-3.0-or-later */
/* typed_person.c - somebody as one line that a person typed, in its parts */
#include "atelier/domain/typed_person.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/buffer.h"
#include "atelier/base/fold.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "atelier/domain/email_address.h"
#include "import/import_address_name.h"
#include "import/import_cells.h"
#include "import/import_name_order.h"
#include "name/name_word.h"

enum { PARTS_MOST = 8 };

struct parts {
    char *items[PARTS_MOST]; /* owned, tidy, none is empty */
    size_t count;
    bool behind_dash; /* the second */
};

/* Takes the first address out of a text; returns the rest. */
static char *
take_email(const char *text, char **email)
{
    struct buffer rest = { 0 };

    while (*text) {
        const size_t length = strcspn(text, " \t\n,;");
        char *word = memory_copy_part(text, length);
        struct email_address read = { 0 };
        struct error ignored = { 0 };

        if (!*email && strchr(word, '@') &&
            email_address_read(&read, word, "email", &ignored) && !read.others)
            *email = memory_copy(read.address);
        else
            buffer_add(&rest, word);
        email_address_clear(&read);
        free(word);
        text += length;
        if (*text)
            buffer_add_char(&rest, *text++);
    }
    return buffer_take(&rest);
}

/* The last part holds the rest of a longer text. */
static void
part_at_commas(const char *text, struct parts *parts)
{
    while (*text) {
        const size_t length =
            parts->count + 1 < PARTS_MOST ? strcspn(text, ",;") : strlen(text);
        char *part = memory_copy_part(text, length);
        char *tidy = text_tidy(part);

        free(part);
        if (*tidy)
            parts->items[parts->count++] = tidy;
        else
            free(tidy);
        text += length;
        text += *text != '\0';
    }
}

static size_t
count_words(const char *text)
{
    struct name_words words;

    name_words_find(&words, text);
    return words.count;
}

/* "Anne Petit - Ville du Mans" is parted there; "Petit - Durand, Anne" is not. */
static bool
comma_for_dash(char *text)
{
    bool any = false;
    static const char *const signs[] = { " - ", " – ", " — ", " | " };
    enum { WHOLE_NAME = 2 };

    for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++) {
        char *at = strstr(text, signs[i]);
        char *before = memory_copy_part(text, at ? (size_t)(at - text) : 0);

        if (at && !strpbrk(before, ",;") && count_words(before) >= WHOLE_NAME) {
            memset(at, ' ', strlen(signs[i]));
            *at = ',';
            any = true;
        }
        free(before);
    }
    return any;
}

/* "Petit Anne Ville du Mans", where that organisation is known. */
static void
part_at_known(struct parts *parts, const struct typed_organisations *known)
{
    enum { WHOLE_NAME = 2 };
    char *all = parts->items[0];

    if (parts->count != 1 || known->has(known->context, all))
        return;
    for (char *space = strchr(all, ' '); space; space = strchr(space + 1, ' ')) {
        char *before = memory_copy_part(all, (size_t)(space - all));
        const bool is =
            count_words(before) >= WHOLE_NAME && known->has(known->context, space + 1);

        free(before);
        if (is) {
            parts->items[parts->count++] = memory_copy(space + 1);
            *space = '\0';
            return;
        }
    }
}

/* The part, which the caller frees. */
static char *
take_part(struct parts *parts, size_t at)
{
    char *part = parts->items[at];

    parts->count--;
    memmove(&parts->items[at], &parts->items[at + 1],
            (parts->count - at) * sizeof(*parts->items));
    return part;
}

static bool
ends_given(const char *name)
{
    const char *last = strrchr(name, ' ');
    return import_cell_begins_given(last ? last + 1 : name);
}

static bool
is_called_organisation(const char *part)
{
    char *folded = fold_copy(part);
    const bool is =
        import_cell_is_organisation(folded) && !import_cell_begins_given(part);

    free(folded);
    return is;
}

static bool
is_office(const char *part)
{
    struct name_words words;

    name_words_find(&words, part);
    return words.count > 0 && name_word_is_office(words.items[0]);
}

/* "City of Lund": no name of a person has such a word. */
static bool
has_of(const char *part)
{
    char *folded = fold_copy(part);
    const bool has = strstr(folded, " of ");

    free(folded);
    return has;
}

/* "Anna Berg, Lund", "Petrov Pavel, aarhus": the whole name stands before, so what
 * follows is no part of it; "de la Tour, Zoé", "García López, Mar" are names. */
static bool
follows_name(const struct parts *parts, size_t at,
             const struct typed_organisations *known)
{
    enum { WHOLE_NAME = 2, LETTERS_LEAST = 4 };
    const char *part = parts->items[at];
    struct name_words words;
    size_t first = 0;

    name_words_find(&words, parts->items[0]);
    while (first < words.count && name_word_civility(words.items[first]) == CIVILITY_SURE)
        first++;
    if (words.count < first + WHOLE_NAME || name_word_is_particle(words.items[first]) ||
        import_cell_begins_given(part))
        return false;
    char *name = name_words_copy(&words, first, words.count);
    const bool begins_given = import_cell_begins_given(name);
    free(name);
    return begins_given ||
           (text_width(part) >= LETTERS_LEAST && known->has_like(known->context, part));
}

/* parts->count when there is none. */
static size_t
find_organisation(const struct parts *parts, const struct typed_organisations *known)
{
    enum { BEHIND_NAMES = 2 };

    for (size_t i = 0; i < parts->count; i++)
        if (is_called_organisation(parts->items[i]) ||
            known->has(known->context, parts->items[i]))
            return i;
    for (size_t i = 1; i < parts->count; i++)
        if (has_of(parts->items[i]))
            return i;
    if (parts->count > 1 && (parts->behind_dash || follows_name(parts, 1, known)))
        return 1;
    return parts->count > BEHIND_NAMES ? BEHIND_NAMES : parts->count;
}

static void
add_function(struct typed_person *typed, char *part)
{
    struct buffer all = { 0 };

    if (typed->function)
        buffer_addf(&all, "%s, ", typed->function);
    buffer_add(&all, part);
    free(part);
    free(typed->function);
    typed->function = buffer_take(&all);
}

static void
take_organisation(struct typed_person *typed, struct parts *parts,
                  const struct typed_organisations *known)
{
    for (size_t i = parts->count; i-- > 1;)
        if (is_office(parts->items[i]))
            add_function(typed, take_part(parts, i));
    const size_t at = find_organisation(parts, known);
    if (at == parts->count)
        return;
    typed->organisation = take_part(parts, at);
    while (at > 0 && parts->count > at)
        add_function(typed, take_part(parts, at));
}

/* The family name comes first as often: where the words say so. */
static void
read_name(struct typed_person *typed, const char *text)
{
    struct person_name *name = &typed->name;
    enum person_name_order shown;
    const bool shows = strchr(text, ',') || person_name_order_of(text, &shown);
    enum import_name_reading reading =
        import_name_read(name, text, typed->email, NAME_GIVEN_FIRST);

    if (!shows && reading != IMPORT_NAME_BY_ADDRESS && name->given && name->family &&
        !import_cell_begins_given(name->given) && ends_given(name->family)) {
        person_name_clear(name);
        reading = import_name_read(name, text, typed->email, NAME_FAMILY_FIRST);
    }
    typed->is_parted = name->given && name->family &&
                       (shows || reading == IMPORT_NAME_BY_ADDRESS ||
                        (import_cell_begins_given(name->given) &&
                         !import_cell_begins_given(name->family)));
}

/* luc.blanc@: to be looked at. */
static void
guess_name(struct typed_person *typed)
{
    struct import_row row = { 0 };

    row.values[IMPORT_EMAIL] = memory_copy(typed->email);
    import_address_name_guess(&row);
    if (row.values[IMPORT_FAMILY] && row.values[IMPORT_GIVEN]) {
        memory_replace(&typed->name.family, row.values[IMPORT_FAMILY]);
        memory_replace(&typed->name.given, row.values[IMPORT_GIVEN]);
    }
    import_row_clear(&row);
}

void
typed_person_read(struct typed_person *typed, const char *text,
                  const struct typed_organisations *known)
{
    struct parts parts = { 0 };
    struct buffer name = { 0 };
    char *rest = take_email(text, &typed->email);

    for (char *at = rest; *at; at++)
        if (*at == '"')
            *at = ' ';
    parts.behind_dash = comma_for_dash(rest);
    part_at_commas(rest, &parts);
    part_at_known(&parts, known);
    take_organisation(typed, &parts, known);
    for (size_t i = 0; i < parts.count; i++) {
        buffer_addf(&name, "%s%s", i > 0 ? ", " : "", parts.items[i]);
        free(parts.items[i]);
    }
    if (name.length > 0)
        read_name(typed, buffer_text(&name));
    else if (typed->email)
        guess_name(typed);
    person_name_usual_capitals(&typed->name);
    const char *civility =
        typed->name.civility ? civility_kept(typed->name.civility) : NULL;
    if (civility)
        memory_replace(&typed->name.civility, civility);
    buffer_clear(&name);
    free(rest);
}

void
typed_person_clear(struct typed_person *typed)
{
    person_name_clear(&typed->name);
    free(typed->email);
    free(typed->organisation);
    free(typed->function);
    *typed = (struct typed_person){ 0 };
}
