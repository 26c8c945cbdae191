/* SPDX-License-Identifier: GPL-3.0-or-later */
/* gather_report.c - all that a report says, in its last words */
#include "atelier/app/gather_report.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/app/display.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/domain/erased_mark.h"
#include "atelier/domain/room.h"
#include "atelier/domain/venue.h"
#include "atelier/domain/when.h"
#include "atelier/domain/written_language.h"
#include "atelier/store/report_table.h"
#include "atelier/store/row_table.h"
#include "print/office_making.h"
#include "report/gathering.h"
#include "session/session.h"

static char *
take(struct buffer *text)
{
    return text->length > 0 ? buffer_take(text) : NULL;
}

/* --- the office */

static const char *
first_of(const char *own, const char *other)
{
    return own ? own : other;
}

static bool
add_office(struct gathering *g, struct error *err)
{
    const struct settings *settings = atelier_settings(g->at);
    struct report_document *document = g->document;
    struct printed_office office = { 0 };
    const bool ok =
        g->wish->without_logo || office_making_read_logo(settings, &office, err);

    document->office = memory_copy(settings->network);
    document->about_office = memory_copy(settings->about_office);
    document->address = memory_copy(settings->address);
    document->funding = memory_copy(settings->funding);
    document->contact_name =
        memory_copy(first_of(settings->contact_name, settings->organiser_name));
    document->contact_email =
        memory_copy(first_of(settings->contact_email, settings->organiser_email));
    document->contact_phone = memory_copy(settings->contact_phone);
    document->website = memory_copy(settings->website);
    buffer_add_part(&document->logo, buffer_text(&office.logo), office.logo.length);
    printed_office_clear(&office);
    return ok;
}

/* --- the meeting */

static void
add_when(struct gathering *g)
{
    const struct meeting *meeting = &g->meeting;
    struct buffer text = { 0 };

    when_format_days(meeting->start.date, meeting->end.date, WHEN_LONG, &text);
    g->document->day = take(&text);
    when_format_hours(meeting->start, meeting->end, &text);
    display_elsewhere(g->at, meeting->zone, &text);
    g->document->hours = take(&text);
    buffer_clear(&text);
}

/* The clock of the meeting, and how far it is from that of the world. */
static char *
iso_of(struct local_time local, instant at)
{
    enum { HOUR = 60 };
    struct buffer text = { 0 };
    const int64_t minutes = (local_time_to_instant(local) - at) / 60;
    const int64_t ahead = minutes < 0 ? -minutes : minutes;

    buffer_addf(&text, "%04d-%02d-%02dT%02d:%02d:00%c%02d:%02d", local.date.year,
                local.date.month, local.date.day, local.hour, local.minute,
                minutes < 0 ? '-' : '+', (int)(ahead / HOUR), (int)(ahead % HOUR));
    return buffer_take(&text);
}

static void
add_of_place(struct buffer *text, const char *part)
{
    for (const char *c = part; c && *c; c++) {
        if (c == part && text->length > 0)
            buffer_add(text, ", ");
        if (*c == '\n')
            buffer_add(text, ", ");
        else
            buffer_add_char(text, *c);
    }
}

static bool
add_place(struct gathering *g, struct error *err)
{
    struct room *room = record_new(&room_entity);
    struct venue *venue = record_new(&venue_entity);
    struct database *db = g->at->db;
    struct buffer place = { 0 };
    const bool ok =
        (!g->meeting.room || row_load(db, &room_entity, g->meeting.room, room, err)) &&
        (!room->venue || row_load(db, &venue_entity, room->venue, venue, err));

    add_of_place(&place, room->name);
    add_of_place(&place, venue->name);
    add_of_place(&place, venue->address);
    if (place.length == 0)
        add_of_place(&place, g->meeting.place);
    g->document->place = take(&place);
    buffer_clear(&place);
    record_free(&room_entity, room);
    record_free(&venue_entity, venue);
    return ok;
}

static bool
add_meeting(struct gathering *g, struct error *err)
{
    static const char *const modes[] = {
        [MODE_ON_SITE] = "offline", [MODE_REMOTE] = "online", [MODE_HYBRID] = "mixed"
    };
    const struct working_group *group = &g->group;
    struct report_document *document = g->document;
    struct buffer name = { 0 };

    buffer_add(&name, group->code);
    if (group->name && strcmp(group->name, group->code) != 0)
        buffer_addf(&name, " · %s", group->name);
    document->group = take(&name);
    document->title = memory_copy(g->meeting.title);
    document->theme = memory_copy(group->theme);
    document->description = memory_copy(g->meeting.description);
    document->start_iso = iso_of(g->meeting.start, g->meeting.start_at);
    document->end_iso = iso_of(g->meeting.end, g->meeting.end_at);
    document->mode = memory_copy(modes[g->meeting.mode]);
    add_when(g);
    return add_place(g, err);
}

/* --- how far it is */

static bool
foresee(struct gathering *g, struct report *report, struct error *err)
{
    int64_t last = 0;

    if (report->number == NUMBER_NONE) {
        if (!report_table_last_number(g->at->db, g->meeting.group, &last, err))
            return false;
        report->number = last + 1;
    }
    report->state = REPORT_FINAL;
    report->final_at = atelier_now(g->at);
    return true;
}

static void
add_final(const struct gathering *g, const struct report *report, struct buffer *text)
{
    struct local_time local = { 0 };
    struct buffer day = { 0 };

    if (atelier_local_time(g->at, report->final_at, NULL, &local, NULL))
        when_format_date(local.date, WHEN_LONG, &day);
    /* TRANSLATORS: a report; a day */
    buffer_addf(text, _("Final, %s"), buffer_text(&day));
    buffer_clear(&day);
}

static bool
add_standing(struct gathering *g, struct error *err)
{
    struct report *report = &g->view.report;
    struct report_document *document = g->document;
    struct buffer text = { 0 };

    if (g->wish->as_final && report->state != REPORT_FINAL && !foresee(g, report, err))
        return false;
    if (report->number != NUMBER_NONE)
        buffer_addf(&text, _("Report no. %lld"), (long long)report->number);
    document->number = take(&text);
    if (report->version > 1)
        buffer_addf(&text, _("Version %lld"), (long long)report->version);
    document->version = take(&text);
    if (report->state == REPORT_FINAL)
        add_final(g, report, &text);
    else
        buffer_add(&text, report->state == REPORT_CIRCULATED ? _("Sent round, not final")
                                                             : _("Draft"));
    document->standing = take(&text);
    buffer_clear(&text);
    return true;
}

/* --- all of it */

static bool
load(struct gathering *g, struct error *err)
{
    struct database *db = g->at->db;

    return row_load(db, &meeting_entity, g->wish->meeting, &g->meeting, err) &&
           row_load(db, &working_group_entity, g->meeting.group, &g->group, err) &&
           report_view_load(g->at, g->wish->meeting, &g->view, err);
}

static void
say_erased(void *context, char **text)
{
    erased_mark_say(context, text);
}

void
report_say_erased(struct report_document *document)
{
    char *language = memory_copy(document->language);

    report_document_each_text(document, say_erased, language);
    free(language);
}

static bool
fill(struct gathering *g, struct error *err)
{
    char moment[INSTANT_TEXT_SIZE];

    g->document->language = memory_copy(language_code());
    instant_format(g->wish->made_at ? g->wish->made_at : atelier_now(g->at), moment);
    g->document->made_at = memory_copy(moment);
    if (!add_office(g, err) || !add_meeting(g, err) || !add_standing(g, err) ||
        !gathering_people(g, err) || !gathering_programme(g, err))
        return false;
    gathering_lines(g);
    report_say_erased(g->document);
    return true;
}

/* Speaks that language; what was spoken, for speak_again(). */
static char *
speak(const char *language)
{
    char *before = memory_copy(language_code());

    if (language && strcmp(language, before) != 0)
        language_change(language);
    return before;
}

static void
speak_again(char *before)
{
    if (strcmp(before, language_code()) != 0)
        language_change(before);
    free(before);
}

/* Unless one was wished for, that in which the entries are written: *before is what was
 * spoken.  What was read so far may have words of that. */
static bool
speak_as_written(struct gathering *g, char **before, struct error *err)
{
    struct written_language written = { 0 };

    for (size_t i = 0; i < g->view.entries.count; i++)
        written_language_read(&written, g->view.entries.items[i].entry.text);
    const char *code = g->wish->language ? NULL : written_language_code(&written);
    if (!code || strcmp(code, language_code()) == 0)
        return true;
    free(*before);
    *before = speak(code);
    report_view_clear(&g->view);
    g->view = (struct report_view){ 0 };
    return report_view_load(g->at, g->wish->meeting, &g->view, err);
}

bool
report_gather_within(struct atelier *at, const struct report_wish *wish,
                     struct report_document *document, struct error *err)
{
    struct gathering g = { .at = at, .wish = wish, .document = document };
    char *before = speak(wish->language);

    record_init(&meeting_entity, &g.meeting);
    record_init(&working_group_entity, &g.group);
    const bool ok = load(&g, err) && speak_as_written(&g, &before, err) && fill(&g, err);
    report_view_clear(&g.view);
    record_clear(&meeting_entity, &g.meeting);
    record_clear(&working_group_entity, &g.group);
    speak_again(before);
    return ok;
}

bool
report_gather(struct atelier *at, const struct report_wish *wish,
              struct report_document *document, struct error *err)
{
    if (!atelier_may(at, MAY_READ, (struct row_ref){ ENTITY_MEETING, wish->meeting },
                     err) ||
        !transaction_read_begin(at->db, err))
        return false;
    const bool ok = report_gather_within(at, wish, document, err);
    transaction_read_end(at->db);
    return ok;
}
