/* SPDX-License-Identifier: GPL-3.0-or-later */
/* list_marks.c - the rows of a list that are marked */
#include "widget/list_marks.h"

#include "atelier/base/language.h"
#include "atelier/base/memory.h"

enum { MARKS_MOST = 2000 };

size_t
list_mark_find(const struct list *list, int64_t id)
{
    size_t i = 0;

    while (i < list->mark_count && list->marks[i] != id)
        i++;
    return i;
}

static void
add_mark(struct list *list, int64_t id)
{
    list->marks = memory_grow(list->marks, &list->mark_capacity, list->mark_count + 1,
                              sizeof(*list->marks));
    list->marks[list->mark_count++] = id;
}

void
list_mark_turn(struct list *list, int64_t id)
{
    size_t at = list_mark_find(list, id);

    list->painted.valid = false;
    if (at < list->mark_count)
        list->marks[at] = list->marks[--list->mark_count];
    else
        add_mark(list, id);
}

bool
list_mark_all(struct list *list, struct ui *ui, bool *all, struct error *err)
{
    struct listing_page page = { 0 };
    bool ok = list->source->fetch(ui, list->context, &list->query, LISTING_FIRST, NULL,
                                  MARKS_MOST, &page, err);

    list_unmark(list);
    for (size_t i = 0; i < page.count; i++)
        add_mark(list, page.rows[i].id);
    *all = !page.more_after;
    listing_page_clear(&page);
    return ok;
}

size_t
list_marked(const struct list *list, const int64_t **ids)
{
    *ids = list->marks;
    if (list->mark_count > 0)
        return list->mark_count;
    if (list->selected >= list->count)
        return 0;
    *ids = &list->rows[list->selected].id;
    return 1;
}

void
list_unmark(struct list *list)
{
    list->mark_count = 0;
    list->painted.valid = false;
}

void
list_keep_marks(struct list *list, const int64_t *ids, size_t count)
{
    size_t kept = 0;
    for (size_t i = 0; i < list->mark_count; i++)
        for (size_t k = 0; k < count; k++)
            if (list->marks[i] == ids[k]) {
                list->marks[kept++] = ids[k];
                break;
            }
    list->mark_count = kept;
    list->painted.valid = false;
}

size_t
list_marked_hidden(struct list *list, struct ui *ui)
{
    size_t hidden = 0;

    for (size_t i = 0; list->source->locate && i < list->mark_count; i++) {
        struct listing_key key = { 0 };
        struct error ignored = { 0 };

        if (!list->source->locate(ui, list->context, &list->query, list->marks[i], &key,
                                  &ignored))
            hidden++;
        listing_key_clear(&key);
    }
    return hidden;
}

void
list_title_marked(const struct list *list, const char *title, struct buffer *text)
{
    if (list->mark_count == 0)
        buffer_add(text, title);
    else
        buffer_addf(text, /* TRANSLATORS: "Export the list", how many rows */
                    ngettext("%s: the %zu marked row alone",
                             "%s: the %zu marked rows alone",
                             (unsigned long)list->mark_count),
                    title, list->mark_count);
}
