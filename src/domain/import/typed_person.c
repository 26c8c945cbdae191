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
            parts->count + 1 < PARTS_MOST ? strcspn(text, ",") : strlen(text);
        char *part = memory_copy_part(text, length);
        char *tidy = text_tidy(part);

        free(part);
        if (*tidy)
            parts->items[parts->count++] = tidy;
        else
            free(tidy);
        text += length;
        text += *text == ',';
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

/* parts->count when there is none. */
static size_t
find_organisation(const struct parts *parts,
                  bool (*is_known)(void *context, const char *organisation),
                  void *context)
{
    enum { BEHIND_NAMES = 2 };

    for (size_t i = 0; i < parts->count; i++)
        if (is_called_organisation(parts->items[i]) || is_known(context, parts->items[i]))
            return i;
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
                  bool (*is_known)(void *context, const char *organisation),
                  void *context)
{
    for (size_t i = parts->count; i-- > 1;)
        if (is_office(parts->items[i]))
            add_function(typed, take_part(parts, i));
    const size_t at = find_organisation(parts, is_known, context);
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
                  bool (*is_known)(void *context, const char *organisation),
                  void *context)
{
    struct parts parts = { 0 };
    struct buffer name = { 0 };
    char *rest = take_email(text, &typed->email);

    for (char *at = rest; *at; at++)
        if (*at == '"')
            *at = ' ';
    part_at_commas(rest, &parts);
    take_organisation(typed, &parts, is_known, context);
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
