/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_time.c - when an occurrence of a calendar file is, and by which clocks */
#include "calendar/import_time.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/domain/when.h"
#include "atelier/store/row_table.h"

/* So many hours from UTC all the year, which are the clocks of no place: Etc/UTC,
 * Etc/GMT-1. */
static bool
is_of_no_place(const struct zone *zone)
{
    return zone && strncmp(zone_name(zone), "Etc/", 4) == 0;
}

static bool
is_utc(const struct zone *zone)
{
    return is_of_no_place(zone) && !strpbrk(zone_name(zone), "+-");
}

void
import_time_say(struct imported *imported, const struct occurrence *occurrence)
{
    struct meeting *meeting = &imported->wanted;

    meeting->start = occurrence->start.local;
    meeting->end = occurrence->end.local;
    imported->row.has_no_hours = occurrence->start.kind == SOURCE_DATE;
    if (imported->row.has_no_hours)
        meeting->end.date = date_add_days(meeting->end.date, -1);
    imported->row.is_in_utc =
        occurrence->start.kind == SOURCE_IN_UTC ||
        (occurrence->start.kind == SOURCE_IN_ZONE && is_utc(occurrence->start.zone));
}

/* From the first hour of its first day to the last hour of its last. */
static void
take_days(struct calendar_import *import, struct imported *imported)
{
    const struct calendar_import_choice *choice = &import->choice;
    struct meeting *meeting = &imported->wanted;

    meeting->start.hour = choice->first_hour.hour;
    meeting->start.minute = choice->first_hour.minute;
    meeting->end.hour = choice->last_hour.hour;
    meeting->end.minute = choice->last_hour.minute;
    memory_replace(&meeting->zone, import->zone ? import->zone : import->usual_zone);
    imported->row.has_no_hours = !choice->has_hours;
    if (!choice->has_hours)
        imported_ask(imported, CALENDAR_IMPORT_ASKS_HOURS,
                     _("It has a day and no hours: which are they?"));
}

/* The zone of our meeting of that UID, which export wrote in UTC; NULL: there is none. */
static bool
find_our_zone(const struct calendar_import *import, const struct imported *imported,
              char **zone, struct error *err)
{
    struct meeting_source_list known = { 0 };
    struct meeting meeting;
    bool ok = true;

    *zone = NULL;
    if (!calendar_source_is_ours(import->source))
        return true;
    record_init(&meeting_entity, &meeting);
    ok = meeting_source_table_find(import->at->db, imported->wanted.source_uid, &known,
                                   err);
    if (ok && known.count > 0 && known.items[0].kind != MEETING_SOURCE_IMPORTED)
        ok = row_load(import->at->db, &meeting_entity, known.items[0].meeting, &meeting,
                      err);
    if (ok && meeting.zone)
        *zone = memory_copy(meeting.zone);
    record_clear(&meeting_entity, &meeting);
    meeting_source_list_clear(&known);
    return ok;
}

static bool
is_midnight(struct local_time time)
{
    return time.hour == 0 && time.minute == 0;
}

static bool
take_instants_in(struct calendar_import *import, struct imported *imported,
                 const struct occurrence *occurrence, const char *name, struct error *err)
{
    struct meeting *meeting = &imported->wanted;
    const struct zone *zone = zone_cache_get(import->at->zones, name, err);
    if (!zone)
        return false;
    meeting->start = zone_instant_to_local(zone, occurrence->start_at);
    meeting->end = zone_instant_to_local(zone, occurrence->end_at);
    meeting->start_at = occurrence->start_at;
    meeting->end_at = occurrence->end_at;
    memory_replace(&meeting->zone, name);
    imported->row.is_in_utc = false;
    if (occurrence->event->is_whole_day && is_midnight(meeting->start) &&
        is_midnight(meeting->end) && meeting->end_at > meeting->start_at) {
        meeting->end.date = date_add_days(meeting->end.date, -1);
        meeting->start_at = meeting->end_at = INSTANT_NONE;
        take_days(import, imported);
    }
    return true;
}

static bool
take_instants(struct calendar_import *import, struct imported *imported,
              const struct occurrence *occurrence, struct error *err)
{
    char *ours;
    bool ok = find_our_zone(import, imported, &ours, err);
    const char *zone = ours ? ours : import->utc_zone;

    if (ok && zone)
        ok = take_instants_in(import, imported, occurrence, zone, err);
    else if (ok)
        imported_ask(
            imported, CALENDAR_IMPORT_ASKS_UTC,
            imported->row.is_in_utc
                ? _("Its time is in UTC: by which clocks do people come?")
                : _("Its time is so many hours from UTC, at no place: by which clocks do "
                    "people come?"));
    free(ours);
    return ok;
}

static void
take_floating(struct calendar_import *import, struct imported *imported)
{
    if (import->zone)
        memory_replace(&imported->wanted.zone, import->zone);
    else
        imported_ask(imported, CALENDAR_IMPORT_ASKS_ZONE,
                     _("Its time has no time zone: which is it?"));
}

bool
import_time_take(struct calendar_import *import, struct imported *imported,
                 const struct occurrence *occurrence, struct error *err)
{
    struct meeting *meeting = &imported->wanted;
    import_time_say(imported, occurrence);
    switch (occurrence->start.kind) {
    case SOURCE_IN_UTC:
        return take_instants(import, imported, occurrence, err);
    case SOURCE_IN_ZONE:
        if (is_of_no_place(occurrence->start.zone))
            return take_instants(import, imported, occurrence, err);
        memory_replace(&meeting->zone, zone_name(occurrence->start.zone));
        meeting->start_at = occurrence->start_at;
        meeting->end_at = occurrence->end_at;
        return true;
    case SOURCE_FLOATING:
        take_floating(import, imported);
        return true;
    case SOURCE_DATE:
        take_days(import, imported);
        return true;
    case SOURCE_NO_TIME:
        break;
    }
    imported_say(imported, IMPORT_REFUSED, _("It has no start."));
    return true;
}

/* Nobody is asked at every row: what was taken is said. */
void
import_time_note_clock(struct calendar_import *import, struct imported *imported,
                       const struct occurrence *occurrence)
{
    struct meeting *meeting = &imported->wanted;
    const struct zone *zone =
        meeting->zone ? zone_cache_get(import->at->zones, meeting->zone, NULL) : NULL;
    if (!zone)
        return;
    const struct zone_reading reading = zone_read_local(zone, meeting->start);
    const bool is_known =
        occurrence->start.kind == SOURCE_IN_UTC || is_of_no_place(occurrence->start.zone);
    struct buffer when = { 0 };
    when_format_local_time(meeting->start, &when);
    if (occurrence->clock == ZONE_GAP || reading.match == ZONE_GAP)
        buffer_addf(&imported->row.notes,
                    _("Clocks are put forward that night; it is taken for %s, as "
                      "clocks show it.\n"),
                    buffer_text(&when));
    else if (reading.match == ZONE_FOLD && !is_known)
        buffer_addf(&imported->row.notes,
                    _("%s comes twice that night; the first one is taken.\n"),
                    buffer_text(&when));
    buffer_clear(&when);
}

/* An event that is a moment lasts as long as the group's meetings. */
void
import_time_complete_end(struct calendar_import *import, struct imported *imported)
{
    struct meeting *meeting = &imported->wanted;
    if (local_time_compare(meeting->start, meeting->end) != 0 ||
        (meeting->end_at != INSTANT_NONE && meeting->end_at != meeting->start_at))
        return;
    meeting->end = local_time_add_minutes(meeting->start, import->usual_minutes);
    meeting->end_at = INSTANT_NONE;
    struct buffer length = { 0 };
    when_format_duration(import->usual_minutes, &length);
    buffer_addf(&imported->row.notes,
                _("It has no end, or ends as it starts: it lasts %s, as meetings of the "
                  "group usually do.\n"),
                buffer_text(&length));
    buffer_clear(&length);
}
