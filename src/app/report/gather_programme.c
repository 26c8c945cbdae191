/* SPDX-License-Identifier: GPL-3.0-or-later */
/* gather_programme.c - what a meeting consisted of, as its report tells it */
#include <string.h>

#include "atelier/app/browse_programme.h"
#include "atelier/app/display.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/domain/project.h"
#include "atelier/domain/when.h"
#include "atelier/store/row_table.h"
#include "report/gathering.h"
#include "session/session.h"

/* --- hour by hour */

static char *
hours_of(const struct gathering *g, const struct programme_part *part)
{
    struct buffer text = { 0 };

    if (local_time_is_none(part->start))
        return NULL;
    if (date_compare(g->meeting.start.date, g->meeting.end.date) != 0) {
        when_format_date(part->start.date, WHEN_SHORT, &text);
        buffer_add_char(&text, ' ');
    }
    when_format_hours(part->start, part->end, &text);
    return buffer_take(&text);
}

static void
add_part(const struct gathering *g, const struct programme_part *from)
{
    struct report_part *part = report_document_add_part(g->document);
    char *leader = gathering_person(g, from->leader);

    part->title = memory_copy(from->title);
    part->hours = hours_of(g, from);
    part->room = memory_copy(from->room_name);
    if (programme_part_is_item(from))
        part->speakers = leader;
    else
        part->leaders = leader;
    if (from->speakers && atelier_settings(g->at)->report_names)
        memory_replace(&part->speakers, from->speakers);
}

/* --- projects */

static bool
is_shown(const struct report_project_list *list, const char *title)
{
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i].title && title && strcmp(list->items[i].title, title) == 0)
            return true;
    return false;
}

static bool
add_project(const struct gathering *g, int64_t id, struct error *err)
{
    struct project from;

    if (id == 0)
        return true;
    record_init(&project_entity, &from);
    const bool ok = row_load(g->at->db, &project_entity, id, &from, err);
    if (ok && !is_shown(&g->document->projects, from.title)) {
        struct report_project *project = report_document_add_project(g->document);
        struct buffer holder = { 0 };
        project->title = memory_copy(from.title);
        if (from.holder)
            display_title(g->at, ENTITY_ORGANISATION, from.holder, &holder);
        project->holder = holder.length > 0 ? buffer_take(&holder) : NULL;
        project->territory = memory_copy(from.territory);
        project->summary = memory_copy(from.summary);
        buffer_clear(&holder);
    }
    record_clear(&project_entity, &from);
    return ok;
}

static bool
add_project_of_item(const struct gathering *g, int64_t id, struct error *err)
{
    struct item item;

    record_init(&item_entity, &item);
    const bool ok = row_load(g->at->db, &item_entity, id, &item, err) &&
                    add_project(g, item.project, err);
    record_clear(&item_entity, &item);
    return ok;
}

bool
gathering_programme(struct gathering *g, struct error *err)
{
    const struct entry_shown_list *entries = &g->view.entries;
    struct programme programme = { 0 };
    bool ok = browse_programme(g->at, &g->meeting, &programme, err);

    for (size_t i = 0; ok && i < programme.count; i++) {
        const struct programme_part *part = &programme.parts[i];
        if (!programme_part_is_item(part) && part->state != WORKSHOP_PLANNED)
            continue;
        add_part(g, part);
        if (programme_part_is_item(part) && part->kind == ITEM_PROJECT)
            ok = add_project_of_item(g, part->row.id, err);
    }
    /* One that was talked of, though it is in no programme. */
    for (size_t i = 0; ok && i < entries->count; i++)
        ok = add_project(g, entries->items[i].entry.project, err);
    programme_clear(&programme);
    return ok;
}
