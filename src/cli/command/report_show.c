/* SPDX-License-Identifier: GPL-3.0-or-later */
/* report_show.c - the report of a meeting as text, with the signs by which entries are
 * typed, and as JSON
 */
#include "command/report_show.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/app/browse_report.h"
#include "atelier/app/display.h"
#include "atelier/base/language.h"
#include "atelier/domain/erased_mark.h"
#include "atelier/domain/report_prefix.h"
#include "atelier/domain/when.h"
#include "print.h"

/* --- for people */

/* "Report of Jobs: final, version 2, no. 3" */
static void
print_head(struct invocation *inv, const struct report *report)
{
    struct buffer title = { 0 };
    struct buffer text = { 0 };

    display_title(inv->at, ENTITY_MEETING, report->meeting, &title);
    /* TRANSLATORS: a meeting, the state of its report */
    buffer_addf(&text, _("Report of %s: %s"), buffer_text(&title),
                _(report_states[report->state].label));
    if (report->version > 1)
        buffer_addf(&text, _(", version %" PRId64), report->version);
    if (report->number != NUMBER_NONE)
        buffer_addf(&text, _(", no. %" PRId64), report->number);
    print_line(inv, "%s", buffer_text(&text));
    buffer_clear(&text);
    buffer_clear(&title);
}

static void
add_fact(struct buffer *facts, const char *text)
{
    buffer_addf(facts, "%s%s", facts->length > 0 ? "; " : "", text);
}

static void
add_due(const struct entry_shown *shown, struct buffer *facts)
{
    struct buffer day = { 0 };
    struct buffer due = { 0 };

    when_format_date(shown->entry.due, WHEN_SHORT, &day);
    /* TRANSLATORS: a day */
    buffer_addf(&due, shown->is_overdue ? _("overdue since %s") : _("until %s"),
                buffer_text(&day));
    add_fact(facts, buffer_text(&due));
    buffer_clear(&due);
    buffer_clear(&day);
}

/* Whose it is, until when, what became of it. */
static void
add_facts(const struct entry_shown *shown, struct buffer *facts)
{
    const struct report_entry *entry = &shown->entry;

    if (entry->kind == ENTRY_REMARK)
        add_fact(facts, _(report_entry_kinds[ENTRY_REMARK].label));
    if (shown->about)
        add_fact(facts, shown->about);
    if (entry->said_by)
        add_fact(facts, entry->said_by);
    if (shown->owner)
        add_fact(facts, shown->owner);
    if (!date_is_none(entry->due))
        add_due(shown, facts);
    if (entry->state != ENTRY_OPEN)
        add_fact(facts, report_entry_state_word(entry->kind, entry->state));
    if (entry->reason)
        add_fact(facts, entry->reason);
    if (shown->from)
        add_fact(facts, shown->from);
}

static void
print_entry(struct invocation *inv, const struct entry_shown *shown)
{
    const struct report_entry *entry = &shown->entry;
    struct buffer said = { 0 };
    struct buffer facts = { 0 };
    struct buffer text = { 0 };

    erased_mark_show(entry->text, &said);
    report_prefix_add(entry->kind, shown->from ? 0 : entry->indent, buffer_text(&said),
                      &text);
    buffer_clear(&said);
    add_facts(shown, &facts);
    if (facts.length > 0)
        buffer_addf(&text, "  [%s]", buffer_text(&facts));
    char *lines = buffer_take(&text);
    const char *margin = "  ";
    buffer_addf(&text, "%7" PRId64, entry->head.id);
    for (const char *c = lines; *c != '\0'; margin = "\n         ") {
        const size_t length = strcspn(c, "\n");
        buffer_add(&text, margin);
        buffer_add_part(&text, c, length);
        c += length + (c[length] == '\n');
    }
    print_lines(inv, buffer_text(&text));
    free(lines);
    buffer_clear(&text);
    buffer_clear(&facts);
}

static void
print_view(struct invocation *inv, const struct report_view *view)
{
    print_head(inv, &view->report);
    if (view->to_approve != 0)
        print_line(inv,
                   /* TRANSLATORS: "Report no. 3: 16/03/2027, Jobs" */
                   view->is_approved ? _("Approved here: %s") : _("To be approved: %s"),
                   view->to_approve_words);
    for (size_t i = 0; i < view->entries.count; i++)
        print_entry(inv, &view->entries.items[i]);
    if (view->entries.count == 0)
        print_line(inv, "%s", _("Nothing is in it yet."));
    if (view->carried.count > 0)
        print_line(inv, "%s", _("From before:"));
    for (size_t i = 0; i < view->carried.count; i++)
        print_entry(inv, &view->carried.items[i]);
}

/* --- for scripts */

static json_t *
entries_as_json(const struct entry_shown_list *list)
{
    json_t *array = json_array();

    for (size_t i = 0; i < list->count; i++) {
        const struct entry_shown *shown = &list->items[i];
        json_t *object = print_json_record(&report_entry_entity, &shown->entry);
        json_object_set_new(object, "about", print_json_value(FIELD_TEXT, shown->about));
        json_object_set_new(object, "owner", print_json_value(FIELD_TEXT, shown->owner));
        json_object_set_new(object, "overdue", json_boolean(shown->is_overdue));
        json_array_append_new(array, object);
    }
    return array;
}

static json_t *
view_as_json(const struct report_view *view)
{
    json_t *object = print_json_record(&report_entity, &view->report);

    json_object_set_new(object, "to_approve",
                        view->to_approve ? json_integer(view->to_approve) : json_null());
    json_object_set_new(object, "entries", entries_as_json(&view->entries));
    json_object_set_new(object, "carried", entries_as_json(&view->carried));
    return object;
}

bool
report_show(struct invocation *inv, struct error *err)
{
    struct report_view view = { 0 };
    int64_t meeting;
    const bool ok = invocation_row(inv, 0, ENTITY_MEETING, &meeting, err) &&
                    report_view_load(inv->at, meeting, &view, err);

    if (ok && inv->options->json)
        print_json(inv, view_as_json(&view));
    else if (ok)
        print_view(inv, &view);
    report_view_clear(&view);
    return ok;
}
