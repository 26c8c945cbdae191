/* SPDX-License-Identifier: GPL-3.0-or-later */
/* list_window.c - keeps some screens of rows, whatever the listing's length */
#include "widget/list_window.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/memory.h"

static void
free_row(struct listing_row *row, size_t columns)
{
    for (size_t i = 0; i < columns; i++)
        free(row->cells[i]);
    free(row->cells);
    listing_key_clear(&row->key);
}

const struct listing_row *
list_row(const struct list *list)
{
    return list->selected < list->count ? &list->rows[list->selected] : NULL;
}

void
list_window_drop(struct list *list, size_t start, size_t count)
{
    for (size_t i = start; i < start + count; i++)
        free_row(&list->rows[i], list->listing->column_count);
    if (count > 0 && start + count < list->count)
        memmove(&list->rows[start], &list->rows[start + count],
                (list->count - start - count) * sizeof(*list->rows));
    list->count -= count;
}

/* Takes the rows out of the page. */
static void
insert(struct list *list, size_t at, struct listing_page *page)
{
    if (page->count == 0) {
        listing_page_clear(page);
        return;
    }
    list->rows = memory_grow(list->rows, &list->capacity, list->count + page->count,
                             sizeof(*list->rows));
    memmove(&list->rows[at + page->count], &list->rows[at],
            (list->count - at) * sizeof(*list->rows));
    memcpy(&list->rows[at], page->rows, page->count * sizeof(*list->rows));
    list->count += page->count;
    page->count = 0;
    listing_page_clear(page);
}

bool
list_window_fetch(struct list *list, struct ui *ui, enum listing_direction direction,
                  const struct listing_key *key, size_t count, struct error *err)
{
    struct listing_page page = { 0 };

    if (!list->source->fetch(ui, list->context, &list->query, direction, key, count,
                             &page, err)) {
        listing_page_clear(&page);
        return false;
    }
    if (list->count == 0)
        list->more_before = page.more_before;
    list->more_after = page.more_after;
    insert(list, list->count, &page);
    return true;
}

bool
list_window_before(struct list *list, struct ui *ui, const struct listing_key *key,
                   size_t count, struct error *err)
{
    struct listing_page page = { 0 };

    if (!list->source->fetch(ui, list->context, &list->query, LISTING_BEFORE, key, count,
                             &page, err)) {
        listing_page_clear(&page);
        return false;
    }
    list->more_before = page.more_before;
    size_t got = page.count;
    insert(list, 0, &page);
    list->top += got;
    list->selected += got;
    list->painted.top += got;
    list->painted.selected += got;
    list->from = got;
    return true;
}

/* Lets go of rows that are more than some screens away. */
static void
trim(struct list *list)
{
    size_t keep = 4 * (size_t)list->height, drop;

    if (list->selected > 2 * keep) {
        drop = list->selected - keep;
        if (drop > list->top)
            drop = list->top;
        list_window_drop(list, 0, drop);
        list->more_before = list->more_before || drop > 0;
        list->top -= drop;
        list->selected -= drop;
        list->painted.valid = list->painted.valid && list->painted.top >= drop &&
                              list->painted.selected >= drop;
        list->painted.top -= list->painted.top < drop ? list->painted.top : drop;
        list->painted.selected -=
            list->painted.selected < drop ? list->painted.selected : drop;
    }
    if (list->count > list->selected + 3 * keep) {
        drop = list->count - (list->selected + 2 * keep);
        list_window_drop(list, list->count - drop, drop);
        list->more_after = true;
    }
}

bool
list_window_ensure(struct list *list, struct ui *ui, long rows, struct error *err)
{
    size_t height = (size_t)list->height;

    if (list->count == 0)
        return true;
    size_t need;
    if (rows > 0) {
        need = list->selected + (size_t)rows + 1;
        if (need > list->count && list->more_after &&
            !list_window_fetch(list, ui, LISTING_AFTER, &list->rows[list->count - 1].key,
                               need - list->count + height, err))
            return false;
    } else if (rows < 0) {
        need = (size_t)-rows;
        if (need > list->selected && list->more_before &&
            !list_window_before(list, ui, &list->rows[0].key,
                                need - list->selected + height, err))
            return false;
    }
    trim(list);
    return true;
}

void
list_window_show(struct list *list)
{
    size_t height = list->height > 0 ? (size_t)list->height : 1;

    if (list->count == 0) {
        list->top = list->selected = 0;
        return;
    }
    if (list->selected >= list->count)
        list->selected = list->count - 1;
    if (list->selected < list->top)
        list->top = list->selected;
    if (list->selected >= list->top + height)
        list->top = list->selected - height + 1;
    if (list->top + height > list->count)
        list->top = list->count > height ? list->count - height : 0;
}
