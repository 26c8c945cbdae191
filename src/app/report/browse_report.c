/* SPDX-License-Identifier: GPL-3.0-or-later */
/* browse_report.c - the report of a meeting as it is shown */
#include "atelier/app/browse_report.h"

#include <stdlib.h>

#include "atelier/app/display.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/domain/item.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/when.h"
#include "atelier/store/organisation_table.h"
#include "atelier/store/report_table.h"
#include "atelier/store/row_table.h"
#include "session/session.h"

void
entry_shown_list_clear(struct entry_shown_list *list)
{
    for (size_t i = 0; i < list->count; i++) {
        record_clear(&report_entry_entity, &list->items[i].entry);
        free(list->items[i].about);
        free(list->items[i].owner);
        free(list->items[i].from);
        free(list->items[i].group);
    }
    free(list->items);
    *list = (struct entry_shown_list){ 0 };
}

void
report_view_clear(struct report_view *view)
{
    entry_shown_list_clear(&view->entries);
    entry_shown_list_clear(&view->carried);
    free(view->to_approve_words);
    record_clear(&report_entity, &view->report);
    *view = (struct report_view){ 0 };
}

/* --- in words */

static char *
title_of(struct atelier *at, enum entity_kind kind, int64_t id)
{
    struct buffer title = { 0 };

    if (id != 0)
        display_title(at, kind, id, &title);
    return title.length > 0 ? buffer_take(&title) : NULL;
}

/* Without all else that there is of it, which takes the time of a start. */
static char *
title_of_organisation(struct atelier *at, int64_t id)
{
    char *name = id != 0 ? organisation_table_name(at->db, id) : NULL;

    return name ? name : title_of(at, ENTITY_ORGANISATION, id);
}

/* An item that has no title is named by the project that it presents. */
static char *
title_of_item(struct atelier *at, int64_t id)
{
    struct item item;
    char *title = NULL;

    record_init(&item_entity, &item);
    if (row_load(at->db, &item_entity, id, &item, NULL) && !item.title)
        title = title_of(at, ENTITY_PROJECT, item.project);
    record_clear(&item_entity, &item);
    return title ? title : title_of(at, ENTITY_ITEM, id);
}

/* "Tue 16/03/2027, Jobs in cities": a title is long, and cut where there is no room */
static void
add_day_and_title(struct date day, const char *title, struct buffer *text)
{
    when_format_date(day, WHEN_SHORT, text);
    buffer_addf(text, ", %s", title);
}

static void
add_meeting(struct atelier *at, int64_t id, struct buffer *text)
{
    struct meeting meeting;

    record_init(&meeting_entity, &meeting);
    if (row_load(at->db, &meeting_entity, id, &meeting, NULL))
        add_day_and_title(meeting.start.date, meeting.title, text);
    record_clear(&meeting_entity, &meeting);
}

/* What both show: the entry, which is taken, whose it is, and whether it is late. */
static void
show_entry(struct atelier *at, struct report_entry *entry, struct entry_shown *shown)
{
    *shown = (struct entry_shown){ .entry = *entry };
    *entry = (struct report_entry){ 0 }; /* it is the view's now */
    const struct report_entry *own = &shown->entry;
    shown->owner = own->owner_person ? title_of(at, ENTITY_PERSON, own->owner_person)
                                     : title_of_organisation(at, own->owner_organisation);
    shown->is_overdue = report_entry_is_carried(own->kind) && own->state == ENTRY_OPEN &&
                        !date_is_none(own->due) &&
                        date_compare(own->due, atelier_today(at)) < 0;
}

static void
show(struct atelier *at, struct report_entry *entry, bool is_carried,
     struct entry_shown *shown)
{
    show_entry(at, entry, shown);
    const struct report_entry *own = &shown->entry;
    shown->about = own->workshop  ? title_of(at, ENTITY_WORKSHOP, own->workshop)
                   : own->item    ? title_of_item(at, own->item)
                   : own->project ? title_of(at, ENTITY_PROJECT, own->project)
                                  : NULL;
    if (is_carried) {
        struct buffer from = { 0 };
        add_meeting(at, own->meeting, &from);
        shown->from = buffer_take(&from);
    }
}

static void
show_all(struct atelier *at, struct report_entry_list *list, bool is_carried,
         struct entry_shown_list *shown)
{
    shown->items =
        memory_grow(NULL, &shown->capacity, list->count + 1, sizeof(struct entry_shown));
    for (size_t i = 0; i < list->count; i++)
        show(at, &list->items[i], is_carried, &shown->items[shown->count++]);
}

/* --- what is loaded */

static bool
load_entries(struct atelier *at, int64_t meeting, struct report_view *view,
             struct error *err)
{
    struct report_entry_list list = { 0 };
    bool ok = report_table_entries(at->db, meeting, &list, err);

    if (ok)
        show_all(at, &list, false, &view->entries);
    ok = ok && report_table_carried(at->db, meeting, &list, err);
    if (ok)
        show_all(at, &list, true, &view->carried);
    report_entry_list_clear(&list);
    return ok;
}

static bool
load_approval(struct atelier *at, int64_t meeting, struct report_view *view,
              struct error *err)
{
    struct report report;
    struct buffer words = { 0 }, name = { 0 }, of = { 0 };

    if (!report_table_to_approve(at->db, meeting, &view->to_approve, err))
        return false;
    if (view->to_approve == 0)
        return true;
    record_init(&report_entity, &report);
    const bool ok = report_table_find(at->db, view->to_approve, &report, err);
    if (ok) {
        view->is_approved = report.approved_at == meeting;
        /* TRANSLATORS: the number of a report */
        buffer_addf(&name, _("Report no. %lld"), (long long)report.number);
        add_meeting(at, view->to_approve, &of);
        /* TRANSLATORS: which report, and of which meeting; a blank before : in French */
        buffer_addf(&words, _("%s: %s"), buffer_text(&name), buffer_text(&of));
        buffer_clear(&name);
        buffer_clear(&of);
        view->to_approve_words = buffer_take(&words);
    }
    record_clear(&report_entity, &report);
    return ok;
}

static bool
load_report(struct atelier *at, int64_t meeting, struct report_view *view,
            struct error *err)
{
    struct meeting row;

    record_init(&meeting_entity, &row);
    bool ok = row_load(at->db, &meeting_entity, meeting, &row, err) &&
              report_table_find(at->db, meeting, &view->report, err);
    if (ok && view->report.head.id == 0) {
        view->report.meeting = meeting;
        view->report.state = REPORT_DRAFT;
        view->report.version = 1;
    }
    view->is_locked =
        view->report.state == REPORT_FINAL || row.state == MEETING_CANCELLED;
    record_clear(&meeting_entity, &row);
    return ok;
}

bool
report_view_load(struct atelier *at, int64_t meeting, struct report_view *view,
                 struct error *err)
{
    int64_t entries;

    report_view_clear(view);
    record_init(&report_entity, &view->report);
    return atelier_may(at, MAY_READ, ROW_NONE, err) &&
           load_report(at, meeting, view, err) && load_entries(at, meeting, view, err) &&
           report_table_count(at->db, meeting, &entries, &view->open_remarks, err) &&
           load_approval(at, meeting, view, err);
}

/* --- of all reports */

static void
show_open(struct atelier *at, struct open_entry *open, struct entry_shown *shown)
{
    struct buffer from = { 0 };

    show_entry(at, &open->entry, shown);
    add_day_and_title(open->start.date, open->title, &from);
    shown->from = buffer_take(&from);
    shown->group = open->group;
    open->group = NULL; /* it is the view's now */
}

bool
report_open_entries(struct atelier *at, size_t most, struct entry_shown_list *list,
                    struct error *err)
{
    struct open_entry_list rows = { 0 };

    entry_shown_list_clear(list);
    const bool ok = atelier_may(at, MAY_READ, ROW_NONE, err) &&
                    report_table_open(at->db, most, &rows, err);
    if (ok)
        list->items = memory_grow(NULL, &list->capacity, rows.count + 1,
                                  sizeof(struct entry_shown));
    for (size_t i = 0; ok && i < rows.count; i++)
        show_open(at, &rows.items[i], &list->items[list->count++]);
    open_entry_list_clear(&rows);
    return ok;
}
