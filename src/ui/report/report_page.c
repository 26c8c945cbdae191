/* SPDX-License-Identifier: GPL-3.0-or-later */
/* report_page.c - what the tab shows of a report, and how the bar stays where it is */
#include "report/report_page.h"

#include <stdlib.h>

#include "atelier/app/write_report.h"
#include "atelier/base/memory.h"

const struct report_stop *
report_page_stop(const struct report_page *page)
{
    return page->bar < page->count ? &page->stops[page->bar] : NULL;
}

const struct entry_shown *
report_page_chosen(const struct report_page *page)
{
    const struct report_stop *stop = report_page_stop(page);

    if (stop && stop->kind == STOP_ENTRY)
        return &page->view.entries.items[stop->index];
    if (stop && stop->kind == STOP_CARRIED)
        return &page->view.carried.items[stop->index];
    return NULL;
}

size_t
report_page_find(const struct report_page *page, int64_t entry)
{
    size_t i = 0;

    while (i < page->view.entries.count &&
           page->view.entries.items[i].entry.head.id != entry)
        i++;
    return i;
}

static void
add_stop(struct report_page *page, enum report_stop_kind kind, size_t index, int64_t id)
{
    page->stops =
        memory_grow(page->stops, &page->capacity, page->count + 1, sizeof *page->stops);
    page->stops[page->count++] =
        (struct report_stop){ .kind = kind, .index = index, .id = id };
}

void
report_page_fill(struct report_page *page)
{
    const struct report_view *view = &page->view;

    page->count = 0;
    if (view->to_approve != 0)
        add_stop(page, STOP_APPROVAL, 0, 0);
    if (view->carried.count > 0)
        add_stop(page, STOP_BEFORE, 0, 0);
    for (size_t i = 0; page->unfolded && i < view->carried.count; i++)
        add_stop(page, STOP_CARRIED, i, view->carried.items[i].entry.head.id);
    for (size_t i = 0; i < view->entries.count; i++)
        add_stop(page, STOP_ENTRY, i, view->entries.items[i].entry.head.id);
}

void
report_page_go(struct report_page *page, int64_t entry)
{
    for (size_t i = 0; i < page->count; i++)
        if (page->stops[i].id == entry)
            page->bar = i;
}

/* On the same as before, else on what has come to its place. */
static void
stay(struct report_page *page, const struct report_stop *before)
{
    bool found = false;

    for (size_t i = 0; !found && i < page->count; i++)
        if (page->stops[i].kind == before->kind && page->stops[i].id == before->id) {
            page->bar = i;
            found = true;
        }
    if (page->bar >= page->count)
        page->bar = page->count > 0 ? page->count - 1 : 0;
}

/* Where one goes on writing; a report that is final is read from its begin on. */
static void
begin_bar(struct report_page *page, struct ui *ui)
{
    const int64_t row = ui_first_row(ui);

    page->bar = page->view.is_locked || page->count == 0 ? 0 : page->count - 1;
    if (row != 0)
        report_page_go(page, row);
    page->was_loaded = true;
}

bool
report_page_load(struct report_page *page, struct ui *ui, struct error *err)
{
    const struct report_stop *stop = report_page_stop(page);

    if (!meeting_head_load(&page->head, ui, page->meeting, err) ||
        !report_view_load(ui_atelier(ui), page->meeting, &page->view, err))
        return false;
    page->before = stop ? *stop : (struct report_stop){ 0 };
    page->had_stop = stop;
    return true;
}

void
report_page_settle(struct report_page *page, struct ui *ui)
{
    enum { CARRIED_SHOWN = 3 };

    if (!page->was_loaded)
        page->unfolded = page->view.carried.count <= CARRIED_SHOWN;
    report_page_fill(page);
    if (!page->was_loaded)
        begin_bar(page, ui);
    else if (page->had_stop)
        stay(page, &page->before);
    if (page->wanted != 0)
        report_page_go(page, page->wanted);
    page->wanted = 0;
    if (page->after > 0 &&
        report_page_find(page, page->after) == page->view.entries.count)
        page->after = ENTRY_AT_END;
}

void
report_page_clear(struct report_page *page)
{
    meeting_head_clear(&page->head);
    report_view_clear(&page->view);
    free(page->stops);
    text_area_clear(&page->text);
    record_clear(&report_entry_entity, &page->base);
    free(page->draft.name);
    free(page->news.items);
}
