/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_event.c - an occurrence of a calendar file as a meeting of ours */
#include "calendar/import_event.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/hash.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "atelier/domain/link.h"
#include "atelier/domain/when.h"
#include "calendar/import_ours.h"
#include "record/zone_rule.h"

/* A script reads the number as JSON, which holds 53 bits. */
#define HASH_MASK UINT64_C(0x1fffffffffffff)

/* --- when it is */

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

static void
say_times(struct imported *imported, const struct occurrence *occurrence)
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

static void
ask(struct imported *imported, enum calendar_import_question question, const char *reason)
{
    imported_say(imported, IMPORT_DOUBTFUL, "%s", reason);
    imported->row.asks = question;
}

static bool
take_instants(struct calendar_import *import, struct imported *imported,
              const struct occurrence *occurrence, struct error *err)
{
    struct meeting *meeting = &imported->wanted;
    if (!import->utc_zone) {
        ask(imported, CALENDAR_IMPORT_ASKS_UTC,
            imported->row.is_in_utc
                ? _("Its time is in UTC: by which clocks do people come?")
                : _("Its time is so many hours from UTC, at no place: by which clocks do "
                    "people come?"));
        return true;
    }
    const struct zone *zone = zone_cache_get(import->at->zones, import->utc_zone, err);
    if (!zone)
        return false;
    meeting->start = zone_instant_to_local(zone, occurrence->start_at);
    meeting->end = zone_instant_to_local(zone, occurrence->end_at);
    meeting->start_at = occurrence->start_at;
    meeting->end_at = occurrence->end_at;
    memory_replace(&meeting->zone, import->utc_zone);
    imported->row.is_in_utc = false;
    return true;
}

static void
take_floating(struct calendar_import *import, struct imported *imported)
{
    if (import->zone)
        memory_replace(&imported->wanted.zone, import->zone);
    else
        ask(imported, CALENDAR_IMPORT_ASKS_ZONE,
            _("Its time has no time zone: which is it?"));
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
        ask(imported, CALENDAR_IMPORT_ASKS_HOURS,
            _("It has a day and no hours: which are they?"));
}

static bool
take_time(struct calendar_import *import, struct imported *imported,
          const struct occurrence *occurrence, struct error *err)
{
    struct meeting *meeting = &imported->wanted;
    say_times(imported, occurrence);
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
static void
note_clock(struct calendar_import *import, struct imported *imported,
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

/* --- what it is */

/* Leaves as many characters as that, the last of them a mark that more was there; false
 * when the text is no longer than that. */
static bool
cut(char **text, size_t most)
{
    struct buffer shorter = { 0 };
    size_t length = 0;
    size_t count = 0;
    size_t kept = 0; /* bytes of all characters but the last */

    for (; (*text)[length]; length++) {
        if (((unsigned char)(*text)[length] & 0xC0) == 0x80)
            continue;
        if (++count == most)
            kept = length;
    }
    if (count <= most)
        return false;
    buffer_add_part(&shorter, *text, kept);
    buffer_add(&shorter, "…");
    free(*text);
    *text = buffer_take(&shorter);
    return true;
}

/* What does not fit is cut, and said. */
static void
fit(struct imported *imported, const struct field *field, char **text)
{
    const size_t most = field_most(field);

    if (!cut(text, most))
        return;
    imported->is_cut = true;
    buffer_addf(&imported->row.notes,
                _("The field “%s” holds at most %zu characters: the rest is cut off.\n"),
                _(field->label), most);
}

/* Whether the text of the file fits the field, which judges it as if it were typed. */
static bool
take_text(struct imported *imported, const char *name, const char *text)
{
    const struct field *field = entity_field(&meeting_entity, name);
    struct error why = { 0 };

    if (text_is_blank(text))
        return true;
    char *tidy = field->kind == FIELD_LINES ? text_tidy_lines(text) : text_tidy(text);
    fit(imported, field, &tidy);
    const bool ok = field_parse(field, &imported->wanted, tidy, &why);
    free(tidy);
    if (!ok)
        imported_say(imported, IMPORT_REFUSED, "%s", why.message);
    return ok;
}

static bool
take_link(struct imported *imported, const char *text)
{
    struct meeting *meeting = &imported->wanted;

    if (meeting->link || text_is_blank(text))
        return true;
    char *link = text_tidy(text);
    struct error why = { 0 };
    bool ok = true;
    const size_t most = field_most(entity_field(&meeting_entity, "link"));
    if (text_count_characters(link, strlen(link)) > most) {
        imported->is_cut = true; /* a part of it would lead nowhere */
        buffer_addf(&imported->row.notes,
                    _("Its link is longer than %zu characters: it is left out.\n"), most);
    } else if (link_is_allowed(link) && link_complete(&link, &why))
        ok = take_text(imported, "link", link);
    else
        buffer_add(&imported->row.notes, _("Its link cannot be opened from a calendar "
                                           "and is left out.\n"));
    free(link);
    return ok;
}

/* Zoom and others write their link where the place stands; what has words beside it stays
 * a place, whole. */
static bool
take_place(struct calendar_import *import, struct imported *imported, const char *text)
{
    struct meeting *meeting = &imported->wanted;
    if (text_is_blank(text))
        return true;
    char *place = text_tidy(text);
    bool ok = true;
    bool by_venue = false;
    if (link_is_allowed(place) && !strchr(place, ' '))
        ok = take_link(imported, place);
    else if ((meeting->room = import_place_find(&import->places, text, &by_venue)) == 0)
        ok = take_text(imported, "place", place);
    if (by_venue)
        buffer_add(&imported->row.notes,
                   _("It names a venue, and no room: the only one there is taken.\n"));
    free(place);
    return ok;
}

/* Behind the place, for what is known of a room is not kept twice. */
static bool
take_description(struct calendar_import *import, struct imported *imported,
                 const struct source_event *event)
{
    char *text;
    struct error why = { 0 };

    if (!import_ours_description(import, imported, event, &text, &why)) {
        free(text);
        imported_say(imported, IMPORT_REFUSED, "%s", why.message);
        return false;
    }
    const bool ok = take_text(imported, "description", text);
    free(text);
    return ok;
}

static bool
take_texts(struct calendar_import *import, struct imported *imported,
           const struct source_event *event)
{
    struct meeting *meeting = &imported->wanted;
    bool ok =
        take_text(imported, "title", import_ours_title(import, imported, event->summary));
    if (ok && !meeting->title) {
        meeting->title = memory_copy(import->usual_title);
        buffer_add(&imported->row.notes,
                   _("It has no title: that of the group is taken.\n"));
    }
    ok = ok && take_link(imported, event->conference) &&
         take_place(import, imported, event->location) &&
         take_link(imported, event->url) && take_description(import, imported, event);
    if (meeting->link)
        meeting->mode = meeting->room || meeting->place ? MODE_HYBRID : MODE_REMOTE;
    return ok;
}

/* --- which it is */

char *
import_event_uid(const char *uid)
{
    enum { DIGITS = 16 };
    const size_t most = field_most(entity_field(&meeting_entity, "source_uid"));
    char *tidy = text_tidy(uid);
    struct buffer known = { 0 };

    const uint64_t hash = hash_add(HASH_EMPTY, tidy, strlen(tidy));
    if (!cut(&tidy, most))
        return tidy;
    (void)cut(&tidy, most - DIGITS);
    buffer_addf(&known, "%s%016" PRIx64, tidy, hash);
    free(tidy);
    return buffer_take(&known);
}

static bool
take_identity(struct imported *imported, const struct occurrence *occurrence)
{
    const struct source_event *event = occurrence->event;
    struct meeting *meeting = &imported->wanted;
    const struct source_time *original =
        occurrence->is_repeated ? &occurrence->original : &occurrence->start;

    imported->is_repeated = occurrence->is_repeated;
    meeting->source_sequence = event->sequence;
    meeting->source_stamp = event->stamp;
    imported->is_confirmed = event->has_status && event->status == CALENDAR_CONFIRMED;
    imported->is_cancelled = event->has_status && event->status == CALENDAR_CANCELLED;
    imported->is_private = event->access == CALENDAR_PRIVATE;
    /* Programs write it of whole days unasked. */
    imported->is_free = event->transparent && occurrence->start.kind != SOURCE_DATE;
    /* Most programs write no STATUS for what simply takes place. */
    meeting->state = event->has_status && event->status == CALENDAR_TENTATIVE
                         ? MEETING_DRAFT
                         : MEETING_CONFIRMED;
    meeting->source_start = original->local;
    if (text_is_blank(event->uid)) {
        imported_say(imported, IMPORT_REFUSED,
                     _("It has no UID: it could not be known again."));
        return false;
    }
    meeting->source_uid = import_event_uid(event->uid);
    return true;
}

static uint64_t
hash_field(uint64_t hash, const struct meeting *meeting, const char *name)
{
    struct buffer text = { 0 };

    (void)field_format(entity_field(&meeting_entity, name), meeting, &text);
    hash = hash_add(hash, buffer_text(&text), text.length + 1);
    buffer_clear(&text);
    return hash;
}

/* Of what the file says: the office's own changes do not count. */
static void
make_hash(struct imported *imported, const char *place)
{
    static const char *const names[] = { "title", "description", "start", "end",
                                         "zone",  "state",       "link" };
    uint64_t hash = HASH_EMPTY;

    place = place ? place : "";
    hash = hash_add(hash, place, strlen(place) + 1);

    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        hash = hash_field(hash, &imported->wanted, names[i]);
    const char status[] = { (char)('0' + imported->is_confirmed),
                            (char)('0' + imported->is_cancelled) };
    hash = hash_add(hash, status, sizeof status);
    imported->wanted.source_hash = (int64_t)(hash & HASH_MASK);
}

/* By name where that is known: an address that is no mail tells nobody who it is. */
static struct imported_person
person_of(const struct source_person *person)
{
    const bool has_mail = !text_is_blank(person->mail);
    const char *name = !text_is_blank(person->name) ? person->name
                       : has_mail                   ? person->mail
                                                    : person->address;

    if (has_mail && !person->is_group)
        return (struct imported_person){ .mail = text_tidy(person->mail),
                                         .answer = person->answer };
    return (struct imported_person){ .name = name ? text_tidy(name) : NULL,
                                     .is_group = person->is_group };
}

/* A room or a resource is nobody. */
static void
take_people(struct imported *imported, const struct source_event *event)
{
    for (size_t i = 0; i < event->people_count; i++) {
        if (event->people[i].is_thing)
            continue;
        imported->people =
            memory_grow(imported->people, &imported->people_capacity,
                        imported->people_count + 1, sizeof imported->people[0]);
        imported->people[imported->people_count++] = person_of(&event->people[i]);
    }
}

/* An event that is a moment lasts as long as the group's meetings. */
static void
complete_end(struct calendar_import *import, struct imported *imported)
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

/* Whoever put two files into one may have wanted the other version. */
static void
note_passed(struct imported *imported, const struct source_event *event)
{
    for (size_t i = 0; i < event->passed_count; i++)
        buffer_addf(&imported->row.notes,
                    event->passed[i].is_older
                        ? _("The file has it twice: line %lld is older and is passed "
                            "over.\n")
                        : _("The file has it twice and does not say which is newer: line "
                            "%lld is passed over.\n"),
                    (long long)event->passed[i].line);
}

/* What the rules of one row refuse is known before anything is written. */
static void
check(struct calendar_import *import, struct imported *imported)
{
    struct error why = { 0 };

    if (!zone_rule_settle(import->at, &meeting_entity, NULL, &imported->wanted, &why) ||
        !record_check(&meeting_entity, &imported->wanted, &why))
        imported_say(imported, IMPORT_REFUSED, "%s", why.message);
}

static bool
take(struct calendar_import *import, struct imported *imported,
     const struct occurrence *occurrence, struct error *err)
{
    const struct source_event *event = occurrence->event;
    struct meeting *meeting = &imported->wanted;

    imported->row.line = event->line;
    meeting->group = import->choice.group;
    meeting->seats = import->usual_seats;
    note_passed(imported, event);
    if (!take_identity(imported, occurrence) || !take_texts(import, imported, event)) {
        say_times(imported, occurrence);
        imported->is_judged_once = true;
        return true;
    }
    if (!take_time(import, imported, occurrence, err))
        return false;
    if (!imported->row.reason) {
        complete_end(import, imported);
        note_clock(import, imported, occurrence);
        check(import, imported);
        make_hash(imported, event->location);
        take_people(imported, event);
    }
    if (!imported->row.reason && imported->is_cut && !import->choice.cut)
        ask(imported, CALENDAR_IMPORT_ASKS_CUT,
            _("A text of it is too long to be kept whole: is it cut?"));
    imported->is_judged_once = imported->row.reason != NULL;
    return true;
}

/* --- what a person gave in the place of it */

void
import_event_lay_over(struct meeting *meeting, const struct meeting *values)
{
    memory_replace(&meeting->title, values->title);
    memory_replace(&meeting->place, values->place);
    memory_replace(&meeting->zone, values->zone);
    meeting->room = 0;
    meeting->start = values->start;
    meeting->end = values->end;
    meeting->start_at = meeting->end_at = INSTANT_NONE;
}

static void
lay_over(struct calendar_import *import, struct imported *imported,
         const struct meeting *values)
{
    struct meeting *meeting = &imported->wanted;
    bool by_venue = false;
    const bool is_place_new =
        values->place && (!meeting->place || strcmp(values->place, meeting->place) != 0);

    imported_forget(imported);
    imported->is_mended = true;
    imported->row.has_no_hours = imported->row.is_in_utc = false;
    import_event_lay_over(meeting, values);
    if (is_place_new)
        meeting->room = import_place_find(&import->places, values->place, &by_venue);
    if (meeting->room)
        memory_replace(&meeting->place, NULL);
    if (meeting->link)
        meeting->mode = meeting->room || meeting->place ? MODE_HYBRID : MODE_REMOTE;
    check(import, imported);
    make_hash(imported, values->place);
    buffer_add(&imported->row.notes, _("It was mended here.\n"));
}

static const struct calendar_mend *
mend_of(const struct calendar_import *import, const struct imported *imported)
{
    return calendar_mend_list_find(&import->mends, imported->row.line,
                                   imported->original);
}

bool
import_event_take(struct calendar_import *import, struct imported *imported,
                  const struct occurrence *occurrence, struct error *err)
{
    const bool ok = take(import, imported, occurrence, err);
    imported->original = imported->wanted.source_start;
    const struct calendar_mend *mend = mend_of(import, imported);

    if (!ok || !mend || !imported->wanted.source_uid)
        return ok;
    if (imported->people_count == 0)
        take_people(imported, occurrence->event);
    lay_over(import, imported, &mend->values);
    imported->is_judged_once = imported->row.reason != NULL;
    return true;
}

/* What cannot be read is said still, and nothing of its texts. */
static bool
take_unread_texts(struct calendar_import *import, struct imported *imported,
                  const struct source_event *event)
{
    char *reason = imported->row.reason;
    imported->row.reason = NULL;
    const bool ok = take_texts(import, imported, event);
    imported_say(imported, IMPORT_REFUSED, "%s", reason);
    free(reason);
    return ok;
}

void
import_event_take_unread(struct calendar_import *import, struct imported *imported,
                         const struct source_event *event)
{
    struct meeting *meeting = &imported->wanted;
    const struct calendar_mend *mend = mend_of(import, imported);

    if (text_is_blank(event->uid) || !take_unread_texts(import, imported, event))
        return;
    meeting->source_uid = import_event_uid(event->uid);
    meeting->group = import->choice.group;
    meeting->seats = import->usual_seats;
    meeting->state = MEETING_CONFIRMED;
    if (!mend)
        return;
    meeting->source_start = mend->values.start;
    lay_over(import, imported, &mend->values);
}
