/* SPDX-License-Identifier: GPL-3.0-or-later */
/* gather_lines.c - the entries of a report, as it is published */
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/domain/when.h"
#include "report/gathering.h"

static char *
owner_of(const struct gathering *g, const struct entry_shown *shown)
{
    return shown->entry.owner_person ? gathering_person(g, shown->entry.owner_person)
                                     : memory_copy(shown->owner);
}

/* "done", "dropped: no budget" */
static char *
standing_of(const struct report_entry *entry)
{
    struct buffer text = { 0 };

    if (entry->kind == ENTRY_REMARK || !report_entry_can_be_settled(entry->kind) ||
        entry->state == ENTRY_OPEN)
        return NULL;
    buffer_add(&text, _(report_entry_states[entry->state].label));
    if (entry->reason)
        buffer_addf(&text, _(": %s"), entry->reason);
    return buffer_take(&text);
}

static void
add_line(const struct gathering *g, const struct entry_shown *shown,
         struct report_line_list *list)
{
    const struct report_entry *entry = &shown->entry;
    struct report_line *line = report_document_add_line(list);
    struct buffer due = { 0 };

    line->kind = entry->kind;
    line->indent = shown->from ? 0 : entry->indent;
    line->text = memory_copy(entry->text);
    line->about = memory_copy(shown->about);
    line->owner = owner_of(g, shown);
    line->said_by = memory_copy(entry->said_by);
    line->from = memory_copy(shown->from);
    line->standing = standing_of(entry);
    if (!date_is_none(entry->due))
        when_format_date(entry->due, WHEN_LONG, &due);
    line->due = due.length > 0 ? buffer_take(&due) : NULL;
    buffer_clear(&due);
}

/* A remark that was left out is not told. */
static bool
is_told(const struct report_entry *entry)
{
    return entry->kind != ENTRY_REMARK || entry->state != ENTRY_DROPPED;
}

void
gathering_lines(struct gathering *g)
{
    const struct report_view *view = &g->view;
    struct report_document *document = g->document;
    struct buffer approval = { 0 };

    for (size_t i = 0; i < view->entries.count; i++)
        if (is_told(&view->entries.items[i].entry))
            add_line(g, &view->entries.items[i], &document->lines);
    for (size_t i = 0; i < view->carried.count; i++)
        add_line(g, &view->carried.items[i], &document->carried);
    if (view->to_approve == 0)
        return;
    /* TRANSLATORS: "Report no. 3: 16/03/2027, Jobs" */
    buffer_addf(&approval,
                view->is_approved ? _("Approved here: %s") : _("To be approved: %s"),
                view->to_approve_words);
    document->approval = buffer_take(&approval);
}
