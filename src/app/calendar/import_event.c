/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_event.c - an occurrence of a calendar file as a meeting of ours */
#include "calendar/import_event.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/hash.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "calendar/import_mode.h"
#include "calendar/import_off_title.h"
#include "calendar/import_text.h"
#include "calendar/import_time.h"
#include "record/zone_rule.h"

/* A script reads the number as JSON, which holds 53 bits. */
#define HASH_MASK UINT64_C(0x1fffffffffffff)

/* --- as the file has it */

static bool
takes_as_written(const struct calendar_import *import, unsigned what)
{
    return (import->choice.as_written & what) != 0;
}

static bool
take_identity(const struct calendar_import *import, struct imported *imported,
              const struct occurrence *occurrence)
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
    imported->is_free =
        (event->transparent || event->is_free) && occurrence->start.kind != SOURCE_DATE;
    imported->is_off_by_title = !takes_as_written(import, CALENDAR_IMPORT_TITLES) &&
                                import_off_title(event->summary);
    if (!takes_as_written(import, CALENDAR_IMPORT_STARTS))
        imported->first_by_rule = occurrence->first_by_rule;
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
    meeting->source_uid = import_text_uid(event->uid);
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

/* What a meeting of ours has no place for. */
static void
note_lost(struct imported *imported, const struct source_event *event)
{
    if (event->has_comments)
        buffer_add(&imported->row.notes, _("Its comments are not taken.\n"));
    if (event->has_attachments)
        buffer_add(&imported->row.notes, _("Its attachments are not taken.\n"));
}

/* The first is the reason, when a person has not said that all of it is left out. */
static void
take_wrong(const struct calendar_import *import, struct imported *imported,
           const struct source_event *event)
{
    const bool drops = import->choice.drop_wrong;

    for (size_t i = drops ? 0 : 1; i < event->wrong.count; i++)
        buffer_addf(&imported->row.notes, drops ? _("Left out: %s\n") : "%s\n",
                    event->wrong.items[i]);
    if (!drops && event->wrong.count > 0) {
        imported_say(imported, IMPORT_REFUSED, "%s", event->wrong.items[0]);
        imported->row.asks = CALENDAR_IMPORT_ASKS_WRONG;
    }
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
    note_lost(imported, event);
    if (!take_identity(import, imported, occurrence) ||
        !import_text_take(import, imported, event)) {
        import_time_say(imported, occurrence);
        imported->is_judged_once = true;
        return true;
    }
    if (!import_time_take(import, imported, occurrence, err))
        return false;
    if (!imported->row.reason) {
        import_time_complete_end(import, imported);
        import_time_note_clock(import, imported, occurrence);
        check(import, imported);
        imported->is_long = !takes_as_written(import, CALENDAR_IMPORT_ENDS) &&
                            local_time_minutes(meeting->start, meeting->end) >
                                (int64_t)MEETING_STRANGE_DAYS * 24 * 60;
        make_hash(imported, event->location);
        take_people(imported, event);
    }
    if (!imported->row.reason && imported->is_cut && !import->choice.cut)
        imported_ask(imported, CALENDAR_IMPORT_ASKS_CUT,
                     _("A text of it is too long to be kept whole: is it cut?"));
    if (!imported->row.reason)
        take_wrong(import, imported, event);
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
    imported->is_off_by_title = import_off_title(values->title);
    imported->first_by_rule = (struct local_time){ 0 };
    imported->is_long = false; /* whoever looked at it has its end as it is */
    import_event_lay_over(meeting, values);
    if (is_place_new)
        meeting->room = import_place_find(&import->places, values->place, &by_venue);
    if (meeting->room)
        memory_replace(&meeting->place, NULL);
    meeting->mode = import_mode_of(meeting);
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
    const bool ok = import_text_take(import, imported, event);
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
    meeting->source_uid = import_text_uid(event->uid);
    meeting->group = import->choice.group;
    meeting->seats = import->usual_seats;
    meeting->state = MEETING_CONFIRMED;
    if (!mend)
        return;
    meeting->source_start = mend->values.start;
    lay_over(import, imported, &mend->values);
}
