/* SPDX-License-Identifier: GPL-3.0-or-later */
/* export_calendar.c - calendars of a meeting, a workshop, a room, a group, a person or
 * everything, as a stream
 *
 * Two passes in one read transaction: the zones first, because calendars want them before
 * the events, then the meetings one by one, then the workshops.
 */
#include "atelier/app/export_calendar.h"

#include "atelier/app/display.h"
#include "atelier/app/edit.h"
#include "atelier/app/torn_line.h"
#include "atelier/calendar/calendar_feed.h"
#include "atelier/calendar/vtimezone.h"
#include "atelier/domain/erased_mark.h"
#include "atelier/domain/working_group.h"
#include "atelier/store/row_table.h"
#include "atelier/store/setting_table.h"
#include "atelier/store/workshop_event_table.h"
#include "calendar/calendar_event_of.h"
#include "calendar/meeting_part_span.h"
#include "calendar/workshop_event_of.h"
#include "calendar/zone_use.h"
#include "meeting/instants_moved.h"
#include "session/session.h"

enum { DAY_SECONDS = 24 * 60 * 60 };

struct exporter {
    struct atelier *at;
    struct error *err;
    struct content_line out;
    struct calendar_texts texts;
    struct zone_use_list zones;
    instant settings_at; /* the newest of those that events print */
    int64_t meeting;     /* the last one that was written */
    int64_t placed;      /* the last one whose instants were found */
    struct span span;    /* these */
    bool is_public;
    int64_t torn_last; /* the last meeting that was counted as torn */
    struct export_counts counts;
};

/* What everybody may read of a meeting. */
struct shown_row {
    struct calendar_row row;
    struct meeting meeting; /* what it points to is the row's */
};

/* One of several days, by the instants too. */
static void
place_day(struct exporter *e, struct calendar_event *event,
          const struct meeting_whole *whole)
{
    const struct zone *zone = zone_cache_get(e->at->zones, event->zone, NULL);
    const struct span span = meeting_part_span(zone, event->start, event->end, whole);

    event->start_at = span.start;
    event->end_at = span.end;
}

/* As it was chosen where the clock shows an hour twice. */
static void
place_workshop(struct exporter *e, struct calendar_event *event,
               const struct workshop *workshop, const struct meeting_whole *whole)
{
    const struct span chosen = { workshop->start_at, workshop->end_at };
    const struct zone *zone = zone_cache_get(e->at->zones, event->zone, NULL);
    const struct span span =
        meeting_part_span_chosen(zone, event->start, event->end, whole, chosen);

    event->start_at = span.start;
    event->end_at = span.end;
}

static bool
visit_hours(void *context, const struct calendar_hours *hours)
{
    struct exporter *e = context;
    struct calendar_event event = {
        .zone = hours->zone,
        .start = hours->start,
        .end = hours->end,
        .start_at = hours->span.start,
        .end_at = hours->span.end,
    };
    const struct meeting_whole whole = { hours->meeting_start, hours->meeting_end,
                                         hours->span };
    if (hours->is_day)
        place_day(e, &event, &whole);
    zone_use_note(&e->zones, e->at->zones, &event);
    return true;
}

/* Those that follow one another are of one meeting, most often. */
static struct meeting_whole
whole_of(struct exporter *e, const struct meeting *meeting)
{
    if (e->placed != meeting->head.id && !instants_moved(e->at, meeting, &e->span, NULL))
        e->span = (struct span){ meeting->start_at, meeting->end_at };
    e->placed = meeting->head.id;
    return (struct meeting_whole){ meeting->start, meeting->end, e->span };
}

static void
show_row(const struct exporter *e, const struct calendar_row *row,
         struct shown_row *shown)
{
    shown->row = *row;
    if (!e->is_public)
        return;
    shown->meeting = *row->meeting;
    shown->meeting.reason = NULL;
    shown->meeting.link = NULL;
    shown->row.meeting = &shown->meeting;
    if (!e->at->settings.report_names)
        shown->row.chair_given = shown->row.chair_family = NULL;
}

/* Events of one meeting follow one another. */
static void
note_torn(struct exporter *e, const struct calendar_event *event, int64_t meeting)
{
    if (e->torn_last == meeting ||
        !(torn_line_is_in(event->summary) || torn_line_is_in(event->description) ||
          torn_line_is_in(event->reason) || torn_line_is_in(event->location)))
        return;
    e->torn_last = meeting;
    if (e->counts.torn++ == 0)
        e->counts.torn_meeting = meeting;
}

static bool
visit_meeting(void *context, const struct calendar_row *whole_row)
{
    struct exporter *e = context;
    struct shown_row shown;
    show_row(e, whole_row, &shown);
    const struct calendar_row *row = &shown.row;
    const struct meeting *meeting = row->meeting;
    struct calendar_event event;
    const struct meeting_whole whole = whole_of(e, meeting);
    calendar_event_of(&event, row, &e->at->settings, e->settings_at, &e->texts);
    event.start_at = whole.span.start;
    event.end_at = whole.span.end;
    if (row->day)
        place_day(e, &event, &whole);
    zone_use_settle(&e->zones, e->at->zones, &event);
    if (calendar_event_write(&e->out, &event) && e->meeting != meeting->head.id) {
        e->meeting = meeting->head.id;
        e->counts.meetings++;
    }
    note_torn(e, &event, meeting->head.id);
    return !e->out.failed;
}

static bool
visit_workshop(void *context, const struct workshop_event_row *row)
{
    struct exporter *e = context;
    const struct meeting *meeting = row->of.meeting;
    const struct meeting_whole whole = whole_of(e, meeting);
    struct workshop workshop = *row->workshop;
    struct workshop_event_row told = *row;
    struct calendar_event event;
    struct shown_row shown;

    show_row(e, &row->of, &shown);
    told.of = shown.row;
    told.workshop = &workshop;
    if (e->is_public)
        workshop.reason = NULL;
    if (e->is_public && !e->at->settings.report_names)
        told.leader_given = told.leader_family = told.speakers = NULL;
    workshop_event_of(&event, &told, &e->at->settings, e->settings_at, &e->texts);
    place_workshop(e, &event, &workshop, &whole);
    zone_use_settle(&e->zones, e->at->zones, &event);
    e->counts.workshops += calendar_event_write(&e->out, &event);
    note_torn(e, &event, meeting->head.id);
    return !e->out.failed;
}

/* The network's name, with the group's or the person's when it is theirs.  In no
 * language: the same data gives the same bytes. */
static void
name_feed(struct atelier *at, struct row_ref scope, struct buffer *name)
{
    buffer_add(name, at->settings.network ? at->settings.network : "atelier");
    if (scope.id) {
        buffer_add(name, " · ");
        display_title(at, scope.entity, scope.id, name);
    }
    erased_mark_say_in(calendar_languages[at->settings.calendar_language].name, name);
}

/* A calendar holds something (RFC 5545, 3.6): before the first meeting it is the zone,
 * at an instant that does not move from one export to the next. */
static void
write_usual_zone(struct exporter *e, const struct working_group *group)
{
    const struct settings *settings = &e->at->settings;
    const struct span span = { settings->head.changed_at, settings->head.changed_at };
    const char *name = group->zone ? group->zone : settings->zone;
    const struct zone *zone = zone_cache_get(e->at->zones, name, NULL);
    if (zone)
        vtimezone_write(&e->out, zone, span);
}

static bool
is_workshop(struct row_ref scope)
{
    return scope.id && scope.entity == ENTITY_WORKSHOP;
}

/* A file to attach, not a calendar to follow. */
static bool
is_one(struct row_ref scope)
{
    return scope.id && (scope.entity == ENTITY_MEETING || is_workshop(scope));
}

/* A group's calendar has the colour and says what the group is for. */
static bool
write_calendar(struct exporter *e, struct row_ref scope, const char *name)
{
    const struct calendar_scope asked = {
        .of = scope,
        .cancelled_since =
            atelier_now(e->at) - (instant)MEETING_CANCELLED_DAYS * DAY_SECONDS,
        .without_drafts = e->is_public,
    };
    struct working_group group;
    record_init(&working_group_entity, &group);
    bool ok = !scope.id || scope.entity != ENTITY_WORKING_GROUP ||
              edit_load(e->at, &working_group_entity, scope.id, &group, e->err);
    if (ok) {
        const char *language = calendar_languages[e->at->settings.calendar_language].name;
        erased_mark_say(language, &group.description);
        const struct calendar_feed feed = {
            .has_organizer = export_names_organiser(e->at),
            .is_one_event = is_one(scope),
            .name = name,
            .description = group.description,
            .colour = group.colour,
        };
        calendar_feed_begin(&e->out, &feed);
        ok = (is_workshop(scope) ||
              calendar_table_hours(e->at->db, &asked, visit_hours, e, e->err)) &&
             workshop_event_table_hours(e->at->db, &asked, visit_hours, e, e->err);
    }
    if (ok && zone_use_write(&e->zones, &e->out) == 0 && e->zones.count == 0)
        write_usual_zone(e, &group);
    record_clear(&working_group_entity, &group);
    return ok &&
           (is_workshop(scope) ||
            calendar_table_meetings(e->at->db, &asked, visit_meeting, e, e->err)) &&
           workshop_event_table_each(e->at->db, &asked, visit_workshop, e, e->err);
}

/* What is asked for must be there: an empty calendar of nobody helps nobody. */
static bool
check_scope(struct atelier *at, struct row_ref scope, struct error *err)
{
    if (!scope.id)
        return true;
    const struct entity *entity = entity_get(scope.entity);
    void *record = record_new(entity);
    bool ok = edit_load(at, entity, scope.id, record, err);
    record_free(entity, record);
    return ok;
}

/* Whose reader one must be: that of a person and that of a room cross the groups, a
 * workshop is of its meeting. */
static bool
find_subject(struct atelier *at, struct row_ref scope, struct row_ref *subject,
             struct error *err)
{
    struct workshop workshop;

    *subject =
        scope.entity == ENTITY_PERSON || scope.entity == ENTITY_ROOM ? ROW_NONE : scope;
    if (!is_workshop(scope))
        return true;
    record_init(&workshop_entity, &workshop);
    const bool ok = row_load(at->db, &workshop_entity, scope.id, &workshop, err);
    *subject = (struct row_ref){ ENTITY_MEETING, workshop.meeting };
    record_clear(&workshop_entity, &workshop);
    return ok;
}

static bool
may_read(struct atelier *at, struct row_ref scope, struct error *err)
{
    struct row_ref subject;

    return find_subject(at, scope, &subject, err) &&
           atelier_may(at, MAY_READ, subject, err);
}

bool
export_names_organiser(const struct atelier *at)
{
    return calendar_event_can_name(at->settings.organiser_email);
}

bool
export_names_domain(const struct atelier *at)
{
    return settings_has_domain(&at->settings);
}

static bool
export_all(struct exporter *e, struct row_ref scope, struct ics_sink sink)
{
    struct atelier *at = e->at;
    if (!may_read(at, scope, e->err) || !check_scope(at, scope, e->err) ||
        !transaction_read_begin(at->db, e->err))
        return false;

    content_line_init(&e->out, sink);
    struct buffer name = { 0 };
    name_feed(at, scope, &name);
    bool ok = setting_table_printed_at(at->db, &e->settings_at, e->err) &&
              write_calendar(e, scope, buffer_text(&name));
    transaction_read_end(at->db);
    /* The sink's refusal is what went wrong, not the visit that it ended. */
    if (e->out.failed || ok)
        ok = calendar_feed_end(&e->out, e->err);
    content_line_clear(&e->out);
    calendar_texts_clear(&e->texts);
    zone_use_list_clear(&e->zones);
    buffer_clear(&name);
    return ok;
}

bool
export_calendar_count(struct atelier *at, struct row_ref scope,
                      bool (*write)(void *context, const char *bytes, size_t length),
                      void *context, struct export_counts *counts, struct error *err)
{
    struct exporter e = { .at = at, .err = err };
    const struct ics_sink sink = { .write = write, .context = context };
    const bool ok = export_all(&e, scope, sink);

    *counts = e.counts;
    return ok;
}

bool
export_calendar_public(struct atelier *at, struct row_ref scope,
                       bool (*write)(void *context, const char *bytes, size_t length),
                       void *context, struct error *err)
{
    struct exporter e = { .at = at, .err = err, .is_public = true };

    return export_all(&e, scope, (struct ics_sink){ .write = write, .context = context });
}

bool
export_calendar(struct atelier *at, struct row_ref scope,
                bool (*write)(void *context, const char *bytes, size_t length),
                void *context, int64_t *meetings, struct error *err)
{
    struct export_counts counts;
    const bool ok = export_calendar_count(at, scope, write, context, &counts, err);

    *meetings = counts.meetings;
    return ok;
}
