/* SPDX-License-Identifier: GPL-3.0-or-later */
/* heading_languages.c - a heading that says one thing in several languages */
#include "import/heading_languages.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/fold.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"

/* A name beside words that nobody here knows. */
enum { VAGUER = -10 };

/* How long a sign between two languages is that stands here; else 0. */
static size_t
sign_length(const char *at)
{
    static const char *const signs[] = {
        "/", "|", "\n", "\r", " - ", " – ", " — ", " · "
    };

    for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++)
        if (strncmp(at, signs[i], strlen(signs[i])) == 0)
            return strlen(signs[i]);
    return 0;
}

/* The part that begins here, and where the next one does; NULL: it is the last. */
static char *
take_part(const char **at)
{
    const char *end = *at;

    while (*end && sign_length(end) == 0)
        end++;
    char *part = memory_copy_part(*at, (size_t)(end - *at));
    *at = *end ? end + sign_length(end) : NULL;
    return part;
}

/* “Nome / Vorname”: where a Spaniard or an Italian writes the given name alone. */
static bool
is_given_too(const char *part)
{
    char *folded = fold_copy(part);
    const bool is = strcmp(folded, "nome") == 0 || strcmp(folded, "nombre") == 0;
    free(folded);
    return is;
}

/* “Titulaire / suppléant” are two people. */
static bool
says_field(const struct heading *heading)
{
    return heading->kind == HEADING_FIELD && heading->target != IMPORT_NOTHING &&
           heading->target != IMPORT_NAME_GIVEN_FIRST &&
           heading->target != IMPORT_NAME_FAMILY_FIRST;
}

/* Whether a part says what all before it said; it is added to them. */
static bool
add_part(struct heading *all, bool is_first, const struct heading *part)
{
    if (is_first)
        *all = *part;
    if (!says_field(part) || part->target != all->target)
        return false;
    if (part->strength > all->strength)
        all->strength = part->strength;
    all->spare = all->spare && part->spare;
    return true;
}

static bool
read_parts(const struct heading_words *known, const char *text, struct heading *all)
{
    static const struct heading given = { .kind = HEADING_FIELD,
                                          .target = IMPORT_GIVEN,
                                          .strength = HEADING_WHOLE };
    bool same = true;
    bool name = false; /* one of them may be a bare name */
    size_t count = 0;

    for (const char *at = text; same && at;) {
        char *part = take_part(&at);
        struct heading heading = heading_read(known, part);
        if (heading.kind == HEADING_NAME && is_given_too(part)) {
            heading = given;
            name = true;
        }
        same = !text_is_blank(part) && add_part(all, count == 0, &heading);
        count++;
        free(part);
    }
    return same && count > 1 && (!name || all->target == IMPORT_GIVEN);
}

/* “Izena / Nombre”, “Ainm / Name”: beside a bare name one word each of languages that are
 * not known. */
static bool
is_name_beside_others(const struct heading_words *known, const char *text)
{
    bool is = true;
    size_t names = 0;

    for (const char *at = text; is && at;) {
        char *part = take_part(&at);
        char *tidy = text_tidy(part);
        const enum heading_kind kind = heading_read(known, part).kind;
        names += kind == HEADING_NAME;
        is = tidy[0] && !strchr(tidy, ' ') &&
             (kind == HEADING_NAME || kind == HEADING_UNKNOWN);
        free(tidy);
        free(part);
    }
    return is && names == 1;
}

struct heading
heading_read_languages(const struct heading_words *known, const char *text)
{
    const struct heading whole = heading_read(known, text);
    struct heading all;
    const bool several =
        text && (strpbrk(text, "/|\n\r") || strstr(text, " - ") || strstr(text, " – ") ||
                 strstr(text, " — ") || strstr(text, " · "));

    static const struct heading name = { .kind = HEADING_NAME, .strength = VAGUER };
    if (several && whole.kind == HEADING_UNKNOWN && is_name_beside_others(known, text))
        return name;
    if (!several || !read_parts(known, text, &all))
        return whole;
    return says_field(&whole) && whole.target == all.target &&
                   whole.strength > all.strength
               ? whole
               : all;
}
