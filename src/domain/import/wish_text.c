/* SPDX-License-Identifier: GPL-3.0-or-later */
/* wish_text.c - a list of wishes as it is shown, a line for each slot, and what becomes
 * of one when another comes */
#include <stdlib.h>
#include <string.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "import/wish_name.h"

void
wish_list_clear(struct wish_list *list)
{
    free(list->items);
    *list = (struct wish_list){ 0 };
}

static size_t
place_of(const struct wish_menu *menu, int64_t id)
{
    size_t place = 0;

    while (place < menu->workshops->count && menu->workshops->items[place].head.id != id)
        place++;
    return place;
}

/* The wishes of the slot of this one, in their order. */
static void
add_slot(const struct wish_menu *menu, const struct wish_list *list, int64_t slot,
         struct buffer *text)
{
    const char *comma = "";

    for (size_t i = 0; i < list->count; i++) {
        const size_t place = place_of(menu, list->items[i]);
        if (place == menu->workshops->count || menu->workshops->items[place].slot != slot)
            continue;
        buffer_addf(text, "%s%s", comma, menu->workshops->items[place].title);
        comma = ", ";
    }
}

static void
add_line(const struct wish_menu *menu, const struct wish_list *list, size_t index,
         struct buffer *text)
{
    const struct slot *slot = wish_name_slot(menu, index);
    struct buffer name = { 0 };
    struct buffer titles = { 0 };

    if (slot)
        slot_entity.title(slot, &name);
    add_slot(menu, list, menu->workshops->items[index].slot, &titles);
    if (titles.length > 0) {
        buffer_add(text, text->length > 0 ? "\n" : "");
        buffer_addf(text, _("%s: %s"), slot ? buffer_text(&name) : _("own hours"),
                    buffer_text(&titles));
    }
    buffer_clear(&titles);
    buffer_clear(&name);
}

void
wish_list_add_text(const struct wish_menu *menu, const struct wish_list *list,
                   struct buffer *text)
{
    for (size_t i = 0; i < menu->workshops->count; i++) {
        bool said = false;
        for (size_t j = 0; !said && j < i; j++)
            said = menu->workshops->items[j].slot == menu->workshops->items[i].slot;
        if (!said)
            add_line(menu, list, i, text);
    }
}

/* How long the name of the slot is, before a line's wishes. */
static size_t
slot_length(const char *line)
{
    const char *colon = strstr(line, ": ");
    const size_t whole = strcspn(line, "\n");

    return colon && (size_t)(colon - line) < whole ? (size_t)(colon - line) : whole;
}

static const char *
next_line(const char *line)
{
    line += strcspn(line, "\n");
    return *line ? line + 1 : line;
}

/* The line of the same slot; NULL when there is none. */
static const char *
find_slot(const char *text, const char *line)
{
    const size_t length = slot_length(line);

    for (const char *at = text ? text : ""; *at; at = next_line(at))
        if (slot_length(at) == length && memcmp(at, line, length) == 0)
            return at;
    return NULL;
}

bool
wish_text_is_held(const char *known, const char *value)
{
    for (const char *at = value; *at; at = next_line(at)) {
        const char *other = find_slot(known, at);
        const size_t length = strcspn(at, "\n");
        if (!other || strcspn(other, "\n") != length || memcmp(at, other, length) != 0)
            return false;
    }
    return true;
}

static void
add_whole(struct buffer *text, const char *line)
{
    buffer_add(text, text->length > 0 ? "\n" : "");
    buffer_add_part(text, line, strcspn(line, "\n"));
}

char *
wish_text_after(const char *known, const char *value)
{
    struct buffer after = { 0 };

    for (const char *at = known ? known : ""; *at; at = next_line(at)) {
        const char *new = find_slot(value, at);
        add_whole(&after, new ? new : at);
    }
    for (const char *at = value; *at; at = next_line(at))
        if (!find_slot(known, at))
            add_whole(&after, at);
    return buffer_take(&after);
}
