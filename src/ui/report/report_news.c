/* SPDX-License-Identifier: GPL-3.0-or-later */
/* report_news.c - entries of colleagues that came where nobody looks: they are pointed to
 * until they are seen
 */
#include <string.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "report/report_page.h"

static bool
is_of_another(struct ui *ui, const struct report_entry *entry)
{
    return entry->head.changed_by &&
           strcmp(entry->head.changed_by, atelier_login(ui_atelier(ui))) != 0;
}

static void
note(struct report_page *page, int64_t entry)
{
    page->news.items = memory_grow(page->news.items, &page->news.capacity,
                                   page->news.count + 1, sizeof *page->news.items);
    page->news.items[page->news.count++] = entry;
}

void
report_news_note(struct report_page *page, struct ui *ui)
{
    const struct entry_shown_list *entries = &page->view.entries;
    int64_t newest = page->news.newest;

    for (size_t i = 0; i < entries->count; i++) {
        const struct report_entry *entry = &entries->items[i].entry;

        if (page->was_loaded && entry->head.id > page->news.newest &&
            is_of_another(ui, entry))
            note(page, entry->head.id);
        newest = entry->head.id > newest ? entry->head.id : newest;
    }
    page->news.newest = newest;
}

/* Whether one of the stops from that one on is the entry. */
static bool
is_below(const struct report_page *page, int64_t entry, size_t end)
{
    for (size_t i = end; i < page->count; i++)
        if (page->stops[i].kind == STOP_ENTRY && page->stops[i].id == entry)
            return true;
    return false;
}

void
report_news_see(struct report_page *page, size_t end)
{
    size_t left = 0;

    for (size_t i = 0; i < page->news.count; i++)
        if (is_below(page, page->news.items[i], end))
            page->news.items[left++] = page->news.items[i];
    page->news.count = left;
}

/* The one who wrote them all; NULL: several did. */
static const char *
writer_of(const struct report_page *page)
{
    const char *writer = NULL;

    for (size_t i = 0; i < page->news.count; i++) {
        const size_t at = report_page_find(page, page->news.items[i]);
        const char *by = page->view.entries.items[at].entry.head.changed_by;

        if (writer && strcmp(writer, by) != 0)
            return NULL;
        writer = by;
    }
    return writer;
}

void
report_news_add(const struct report_page *page, struct buffer *text)
{
    const size_t count = page->news.count;

    if (count == 0)
        return;
    const char *writer = writer_of(page);
    buffer_add(text, paint_is_ascii() ? "v " : "↓ ");
    if (writer)
        buffer_addf(text,
                    ngettext("%zu new below, by %s", "%zu new below, by %s",
                             (unsigned long)count),
                    count, writer);
    else
        buffer_addf(text,
                    ngettext("%zu new below", "%zu new below", (unsigned long)count),
                    count);
}
