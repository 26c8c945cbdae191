/* SPDX-License-Identifier: GPL-3.0-or-later */
/* report_entry.c - the fields of an entry of a report, and what one row must keep to */
#include "atelier/domain/report_entry.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/domain/entry_plain.h"
#include "listing_column.h"
#include "noun/noun_table.h"

const struct choice report_entry_kinds[] = {
    [ENTRY_FINDING] = { "finding", N_("finding") },
    [ENTRY_QUESTION] = { "question", N_("question") },
    [ENTRY_ATTENTION] = { "attention", N_("point of attention") },
    [ENTRY_QUOTE] = { "quote", N_("quote") },
    [ENTRY_RECOMMENDATION] = { "recommendation", N_("recommendation") },
    [ENTRY_DECISION] = { "decision", N_("decision") },
    [ENTRY_CONCLUSION] = { "conclusion", N_("conclusion") },
    [ENTRY_REMARK] = { "remark", N_("remark") },
    { NULL, NULL },
};

const struct choice report_entry_states[] = {
    [ENTRY_OPEN] = { "open", N_("still open") },
    [ENTRY_DONE] = { "done", N_("done") },
    [ENTRY_DROPPED] = { "dropped", N_("dropped") },
    { NULL, NULL },
};

const char *
report_entry_state_word(enum report_entry_kind kind, enum report_entry_state state)
{
    if (kind == ENTRY_REMARK && state == ENTRY_DONE)
        return _("taken up");
    if (kind == ENTRY_REMARK && state == ENTRY_DROPPED)
        return language_in_context("report", NC_("report", "left out"));
    return _(report_entry_states[state].label);
}

static const struct field fields[] = {
    {
        FIELD_OF(struct report_entry, meeting),
        .label = N_("Meeting"),
        .kind = FIELD_REFERENCE,
        .flags = FIELD_REQUIRED | FIELD_CONCERNS,
        .refers_to = ENTITY_MEETING,
    },
    {
        FIELD_OF(struct report_entry, place),
        .label = N_("Place"),
        .kind = FIELD_NUMBER,
        .flags = FIELD_DERIVED | FIELD_HIDDEN,
    },
    {
        FIELD_OF(struct report_entry, indent),
        .label = N_("Indent"),
        .kind = FIELD_NUMBER,
        .flags = FIELD_DERIVED | FIELD_HIDDEN,
    },
    {
        FIELD_OF(struct report_entry, kind),
        .label = N_("Kind"),
        .kind = FIELD_CHOICE,
        .flags = FIELD_MAIN,
        .choices = report_entry_kinds,
    },
    {
        FIELD_OF(struct report_entry, text),
        .label = N_("Text"),
        .help = N_("one or several lines; *word* is emphasised"),
        .kind = FIELD_LINES,
        .flags = FIELD_REQUIRED | FIELD_MAIN | FIELD_INDENTED,
    },
    {
        FIELD_OF(struct report_entry, workshop),
        .label = N_("Workshop"),
        .help = N_("what it is about: a workshop, an item or a project"),
        .kind = FIELD_REFERENCE,
        .flags = FIELD_MAIN,
        .refers_to = ENTITY_WORKSHOP,
    },
    {
        FIELD_OF(struct report_entry, item),
        .label = N_("Item"),
        .kind = FIELD_REFERENCE,
        .flags = FIELD_MAIN,
        .refers_to = ENTITY_ITEM,
    },
    {
        FIELD_OF(struct report_entry, project),
        .label = N_("Project"),
        .kind = FIELD_REFERENCE,
        .flags = FIELD_MAIN | FIELD_CONCERNS,
        .refers_to = ENTITY_PROJECT,
    },
    {
        FIELD_OF(struct report_entry, owner_person),
        .label = N_("Owner"),
        .help = N_("the person who is to do it; an organisation: in the next field"),
        .kind = FIELD_REFERENCE,
        .flags = FIELD_MAIN | FIELD_CONCERNS,
        .refers_to = ENTITY_PERSON,
    },
    {
        FIELD_OF(struct report_entry, owner_organisation),
        .label = N_("Owning organisation"),
        .kind = FIELD_REFERENCE,
        .flags = FIELD_MAIN | FIELD_CONCERNS,
        .refers_to = ENTITY_ORGANISATION,
    },
    {
        FIELD_OF(struct report_entry, said_by),
        .label = N_("Said by"),
        .help = N_("of a quote: whose words they are"),
        .kind = FIELD_TEXT,
        .flags = FIELD_MAIN,
    },
    {
        FIELD_OF(struct report_entry, due),
        .label = N_("Due"),
        .help = N_("until when it is to be done"),
        .kind = FIELD_DATE,
        .flags = FIELD_MAIN,
    },
    {
        FIELD_OF(struct report_entry, state),
        .label = N_("State"),
        .kind = FIELD_CHOICE,
        .flags = FIELD_DERIVED | FIELD_TOGETHER,
        .choices = report_entry_states,
    },
    {
        FIELD_OF(struct report_entry, reason),
        .label = N_("Reason"),
        .kind = FIELD_TEXT,
        .flags = FIELD_DERIVED | FIELD_TOGETHER,
    },
    {
        FIELD_OF(struct report_entry, settled_at),
        .label = N_("Settled at"),
        .kind = FIELD_REFERENCE,
        .flags = FIELD_DERIVED | FIELD_TOGETHER | FIELD_CONCERNS,
        .refers_to = ENTITY_MEETING,
    },
};

static bool
check_about(const struct report_entry *entry, struct error *err)
{
    if ((entry->workshop != 0) + (entry->item != 0) + (entry->project != 0) <= 1)
        return true;
    return error_set_field(err, ERROR_INPUT, entry->item != 0 ? "item" : "project",
                           _("An entry is about one thing: a workshop, an item or a "
                             "project; leave the others empty."));
}

static bool
report_entry_check(const void *record, struct error *err)
{
    const struct report_entry *entry = record;

    if (entry->text && strlen(entry->text) > ENTRY_TEXT_MOST)
        return error_set_field(err, ERROR_INPUT, "text",
                               _("An entry holds at most %d bytes; make two of it."),
                               ENTRY_TEXT_MOST);
    if (entry->owner_person != 0 && entry->owner_organisation != 0)
        return error_set_field(err, ERROR_INPUT, "owner_organisation",
                               _("One is the owner, a person or an organisation; leave "
                                 "the other empty."));
    return check_about(entry, err);
}

/* The first line, without the signs of Markdown. */
static void
report_entry_title(const void *record, struct buffer *buffer)
{
    enum { TITLE_BYTES = 80 };
    const struct report_entry *entry = record;

    if (!entry->text)
        return;
    char *line = memory_copy_part(entry->text, strcspn(entry->text, "\n"));
    struct buffer plain = { 0 };
    entry_plain_add(line, &plain);
    size_t length = plain.length;
    const bool cut = length > TITLE_BYTES;
    if (cut) {
        length = TITLE_BYTES;
        while (length > 0 && (plain.text[length] & 0xC0) == 0x80)
            length--;
    }
    buffer_add_part(buffer, buffer_text(&plain), length);
    buffer_add(buffer, cut ? "…" : "");
    buffer_clear(&plain);
    free(line);
}

const struct entity report_entry_entity = {
    .kind = ENTITY_REPORT_ENTRY,
    .number = 31,
    .name = "report_entry",
    .label = N_("Entry of a report"),
    .plural = N_("Entries of reports"),
    .another = N_("New entry"),
    ENTITY_OF(struct report_entry, fields),
    .check = report_entry_check,
    .title = report_entry_title,
    .listing = LISTING_REPORT_ENTRY,
    .only_by_id = true,
    .unknown_id =
        N_("No entry has the id %s.  “atelier report list MEETING” shows them."),
    .unknown_name = N_("An entry is named by its id, not “%s”.  “atelier report list "
                       "MEETING” shows them."),
};

void
report_entry_list_clear(struct report_entry_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        record_clear(&report_entry_entity, &list->items[i]);
    free(list->items);
    *list = (struct report_entry_list){ 0 };
}

/* --- its lists */

/* In one line, without the signs of Markdown. */
#define SAID(is)                                                                         \
    {                                                                                    \
        .name = "text", .label = N_("Text"), .kind = FIELD_LINES, .width = (is),         \
        .priority = 1, .words = entry_plain_add                                          \
    }

/* What it is about, who is to do it, until when, and what became of it. */
#define DUE_AND_DONE                                                                     \
    COLUMN("about", N_("About"), FIELD_TEXT, 16, 34, 4),                                 \
        COLUMN("owner", N_("Owner"), FIELD_TEXT, 16, 30, 2), DAY("due", N_("Due"), 2)

static const struct column report_entry_columns[] = {
    HIDDEN("meeting", FIELD_REFERENCE),
    HIDDEN("indent", FIELD_NUMBER),
    CHOICE("kind", N_("Kind"), report_entry_kinds, 18, 1),
    SAID(24),
    DUE_AND_DONE,
    CHOICE("state", N_("State"), report_entry_states, 10, 3),
    COLUMN("reason", N_("Reason"), FIELD_TEXT, 16, 30, 5),
    COLUMN("said_by", N_("Said by"), FIELD_TEXT, 16, 30, 5),
};

const struct listing report_entry_listing = {
    .kind = LISTING_REPORT_ENTRY,
    LISTING_OF(report_entry_columns),
    .can_search = true,
};

static const struct column open_entry_columns[] = {
    HIDDEN("meeting", FIELD_REFERENCE),
    COLUMN("overdue", N_("Overdue"), FIELD_BOOLEAN, 7, 7, 3),
    DAY("due", N_("Due"), 1),
    CHOICE("kind", N_("Kind"), report_entry_kinds, 14, 3),
    SAID(28),
    COLUMN("owner", N_("Owner"), FIELD_TEXT, 16, 30, 2),
    COLUMN("group_code", N_("Group"), FIELD_TEXT, 6, 12, 2),
    COLUMN("meeting_title", N_("Meeting"), FIELD_TEXT, 20, 40, 4),
    DAY("day", N_("Day"), 4),
};

const struct listing open_entry_listing = {
    .kind = LISTING_OPEN_ENTRY,
    LISTING_OF(open_entry_columns),
    .can_search = true,
};
