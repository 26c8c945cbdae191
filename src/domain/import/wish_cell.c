/* SPDX-License-Identifier: GPL-3.0-or-later */
/* wish_cell.c - the workshops that a cell of a spreadsheet names, in their order */
#include "atelier/domain/wish_cell.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "import/wish_name.h"

enum { TITLES_MOST = 12, WORDS_COLUMNS = 60 };

struct reading {
    const struct wish_menu *menu;
    const char *heading;
    struct wish_list *list;
    struct buffer *told;
    struct buffer *why;
};

/* --- what is wrong with it */

static void
add_cut(const char *words, struct buffer *text)
{
    char *tidy = text_tidy(words);

    text_add_cut(text, tidy, WORDS_COLUMNS, false, false);
    free(tidy);
}

static void
add_names(const struct wish_menu *menu, const struct wish_match *match,
          struct buffer *text)
{
    const size_t count = match ? match->count : menu->workshops->count;
    size_t told = 0;

    for (size_t i = 0; i < count && told <= TITLES_MOST; i++) {
        const size_t index = match ? match->items[i] : i;
        if (!match && menu->workshops->items[index].state == WORKSHOP_CANCELLED)
            continue;
        buffer_add(text, told > 0 ? _("; ") : "");
        if (told == TITLES_MOST)
            buffer_add(text, "…");
        else
            wish_name_add(menu, index, text);
        told++;
    }
}

/* Of none, of several, of one that is off.  Always false. */
static bool
refuse(const struct reading *reading, const char *words, const struct wish_match *match)
{
    struct buffer names = { 0 };
    struct buffer cut = { 0 };

    add_cut(words, &cut);
    add_names(reading->menu, match->count > 1 ? match : NULL, &names);
    buffer_reset(reading->why);
    if (match->count == 0)
        buffer_addf(reading->why,
                    _("“%s” is no workshop of this meeting; these are: %s."),
                    buffer_text(&cut), buffer_text(&names));
    else if (match->count > 1)
        buffer_addf(reading->why,
                    _("“%s” may be several workshops: %s; add to it what tells them "
                      "apart."),
                    buffer_text(&cut), buffer_text(&names));
    else
        buffer_addf(reading->why, _("“%s” is cancelled; these are planned: %s."),
                    buffer_text(&cut), buffer_text(&names));
    buffer_clear(&cut);
    buffer_clear(&names);
    return false;
}

static bool
take(const struct reading *reading, const char *words, const struct wish_match *match)
{
    const struct workshop *workshop =
        match->count > 0 ? &reading->menu->workshops->items[match->items[0]] : NULL;
    struct wish_list *list = reading->list;

    if (match->count != 1 || workshop->state == WORKSHOP_CANCELLED)
        return refuse(reading, words, match);
    for (size_t i = 0; i < list->count; i++) {
        if (list->items[i] != workshop->head.id)
            continue;
        buffer_add(reading->told, reading->told->length > 0 ? _("; ") : "");
        buffer_addf(reading->told, _("“%s” named twice, wished for once"),
                    workshop->title);
        return true;
    }
    list->items =
        memory_grow(list->items, &list->capacity, list->count + 1, sizeof(*list->items));
    list->items[list->count++] = workshop->head.id;
    return true;
}

/* --- its parts */

static bool
read_one(const struct reading *reading, const char *words)
{
    struct wish_match match = wish_name_find(reading->menu, reading->heading, words);
    const bool ok = take(reading, words, &match);

    free(match.items);
    return ok;
}

/* Whether words are the title of one, or of several: nothing is parted there. */
static bool
is_named(const struct reading *reading, const char *words, bool whole)
{
    struct wish_match match = wish_name_find(reading->menu, reading->heading, words);
    const bool is = match.count > 0 && (match.whole || !whole);

    free(match.items);
    return is;
}

/* “1. Trams”, “2) Parks”: the order in which they stand. */
static const char *
behind_number(const char *words)
{
    const char *at = words + strspn(words, " ");
    const size_t digits = strspn(at, "0123456789");

    return digits > 0 && digits <= 2 && at[digits] && strchr(".)", at[digits]) &&
                   isspace((unsigned char)at[digits + 1])
               ? at + digits + 2
               : words;
}

static bool
read_words(const struct reading *reading, const char *words)
{
    const bool is_numbered = behind_number(words) != words;

    if (text_is_blank(words))
        return true;
    return read_one(reading, is_numbered && !is_named(reading, words, false)
                                 ? behind_number(words)
                                 : words);
}

/* Where the parts from here end that are a title together: “Water, energy”. */
static size_t
end_of(const struct reading *reading, const char *text, const char *marks)
{
    const size_t first = strcspn(text, marks);
    size_t end = first;

    for (size_t at = first; text[at];) {
        at += 1 + strcspn(text + at + 1, marks);
        char *words = memory_copy_part(text, at);
        if (is_named(reading, words, true))
            end = at;
        free(words);
    }
    return end;
}

static bool
read_parts(const struct reading *reading, const char *text)
{
    static const char marks[] = ",/";
    bool ok = true;

    while (ok && *text) {
        const size_t end = end_of(reading, text, marks);
        char *words = memory_copy_part(text, end);
        ok = read_words(reading, words);
        free(words);
        text += end + (text[end] ? 1 : 0);
    }
    return ok;
}

static bool
read_line(const struct reading *reading, const char *line)
{
    return is_named(reading, line, false) ? read_words(reading, line)
                                          : read_parts(reading, line);
}

bool
wish_cell_read(const struct wish_menu *menu, const char *heading, const char *cell,
               struct wish_list *list, struct buffer *told, struct buffer *why)
{
    const struct reading reading = { menu, heading, list, told, why };
    bool ok = true;

    if (is_named(&reading, cell, true))
        return read_words(&reading, cell);
    for (const char *at = cell; ok && *at;) {
        const size_t length = strcspn(at, "\r\n;|");
        char *line = memory_copy_part(at, length);
        ok = text_is_blank(line) || read_line(&reading, line);
        free(line);
        at += length + (at[length] ? 1 : 0);
    }
    return ok;
}
