/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sheet_making.c - the register of a meeting as an attendance sheet */
#include "print/sheet_making.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/app/display.h"
#include "atelier/app/slots.h"
#include "atelier/base/hash.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/person.h"
#include "atelier/domain/slot.h"
#include "atelier/domain/when.h"
#include "atelier/domain/working_group.h"
#include "atelier/store/row_table.h"
#include "print/expected_people.h"
#include "print/meeting_place.h"
#include "print/office_making.h"
#include "print/sheet_signers.h"
#include "session/session.h"

struct making {
    struct atelier *at;
    const struct sheet_request *request;
    struct printed_sheet *sheet;
    uint64_t hash;
    struct meeting meeting;
    struct working_group group;
    bool has_leader;
};

/* --- the hash */

/* Each text with its end, so that no two lists of them are the same bytes. */
static void
hash_text(struct making *m, const char *text)
{
    m->hash = hash_add(m->hash, text ? text : "\x01", text ? strlen(text) + 1 : 2);
}

static void
hash_number(struct making *m, int64_t number)
{
    char text[24];
    (void)snprintf(text, sizeof(text), "%" PRId64, number);
    hash_text(m, text);
}

static void
hash_time(struct making *m, struct local_time time)
{
    char text[LOCAL_TIME_TEXT_SIZE];
    local_time_format(time, text);
    hash_text(m, text);
}

/* --- above the table */

static void
add_fact(struct making *m, const char *label, struct buffer *value)
{
    if (value->length > 0) {
        struct printed_fact *fact = printed_sheet_add_fact(m->sheet);
        fact->label = memory_copy(label);
        fact->value = buffer_take(value);
    }
    buffer_clear(value);
}

static bool
is_of_one_day(const struct meeting *meeting)
{
    return date_compare(meeting->start.date, meeting->end.date) == 0;
}

static void
add_when(struct making *m)
{
    const struct meeting *meeting = &m->meeting;
    struct buffer day = { 0 };
    struct buffer hours = { 0 };

    when_format_days(meeting->start.date, meeting->end.date, WHEN_LONG, &day);
    when_format_hours(meeting->start, meeting->end, &hours);
    display_elsewhere(m->at, meeting->zone, &hours);
    if (is_of_one_day(meeting)) {
        const int minutes = (meeting->end.hour - meeting->start.hour) * 60 +
                            meeting->end.minute - meeting->start.minute;
        buffer_add(&hours, " (");
        when_format_duration(minutes, &hours);
        buffer_add(&hours, ")");
    }
    add_fact(m, _("Date"), &day);
    add_fact(m, _("Hours"), &hours);
    hash_time(m, meeting->start);
    hash_time(m, meeting->end);
    hash_text(m, meeting->zone);
}

static bool
add_place(struct making *m, struct error *err)
{
    struct buffer place = { 0 };
    const bool ok = meeting_place_add(m->at, &m->meeting, &place, err);

    hash_text(m, buffer_text(&place));
    add_fact(m, _("Place"), &place);
    return ok;
}

static void
add_group(struct making *m)
{
    struct buffer group = { 0 };

    buffer_add(&group, m->group.code);
    if (m->group.name && strcmp(m->group.name, m->group.code) != 0)
        buffer_addf(&group, " · %s", m->group.name);
    m->sheet->group = buffer_take(&group);
    hash_text(m, m->sheet->group);
}

/* --- who signs, and where */

static void
add_signer(void *context, bool leads, const struct person *person)
{
    struct making *m = context;
    if (leads && m->sheet->signers.count >= PRINTED_SIGNERS_MOST)
        return;
    struct printed_signer *signer = printed_sheet_add_signer(m->sheet);
    struct buffer name = { 0 };

    signer->role = memory_copy(leads ? _("Leader") : _("Chair"));
    m->has_leader = m->has_leader || leads;
    if (person) {
        person_entity.title(person, &name);
        signer->name = name.length > 0 ? buffer_take(&name) : NULL;
        signer->family = memory_copy(person->family);
        signer->given = memory_copy(person->given);
    }
    hash_text(m, signer->name);
    buffer_clear(&name);
}

/* Who is known to sign, or a line for whoever leads. */
static bool
add_signers(struct making *m, struct error *err)
{
    const bool ok = sheet_signers_each(m->at, &m->meeting, &m->group, add_signer, m, err);

    if (ok && !m->has_leader)
        add_signer(m, true, NULL);
    return ok;
}

static void
add_slot(struct making *m, const struct slot *slot)
{
    struct printed_slot *column = printed_sheet_add_slot(m->sheet);
    struct buffer hours = { 0 };

    column->label = memory_copy(slot->label);
    if (!is_of_one_day(&m->meeting)) {
        when_format_date(slot->start.date, WHEN_SHORT, &hours);
        buffer_add(&hours, " ");
    }
    when_format_hours(slot->start, slot->end, &hours);
    if (!slot->label || strcmp(slot->label, buffer_text(&hours)) != 0)
        column->hours = buffer_take(&hours);
    buffer_clear(&hours);
    hash_text(m, slot->label);
    hash_time(m, slot->start);
    hash_time(m, slot->end);
}

static void
add_whole(struct making *m)
{
    struct printed_slot *column = printed_sheet_add_slot(m->sheet);
    struct buffer hours = { 0 };

    column->label = memory_copy(_("Signature"));
    if (is_of_one_day(&m->meeting))
        when_format_hours(m->meeting.start, m->meeting.end, &hours);
    column->hours = buffer_take(&hours);
}

static bool
add_slots(struct making *m, struct error *err)
{
    const int64_t only = m->request->slot;
    struct slot_list list = { 0 };
    bool ok = slots_of(m->at, m->request->meeting, &list, err);

    for (size_t i = 0; ok && i < list.count; i++)
        if (!only || list.items[i].head.id == only)
            add_slot(m, &list.items[i]);
    if (ok && only && m->sheet->slots.count == 0)
        ok = error_set_field(
            err, ERROR_NOT_FOUND, "slot",
            _("This meeting has no slot %" PRId64 "; see “atelier slot list”."), only);
    else if (ok && m->sheet->slots.count == 0)
        add_whole(m);
    if (ok && m->sheet->slots.count > PRINTED_SLOTS_MOST)
        ok = error_set_field(err, ERROR_INPUT, "slot",
                             _("A sheet has %d columns to sign at the most: choose a "
                               "slot."),
                             PRINTED_SLOTS_MOST);
    slot_list_clear(&list);
    return ok;
}

/* --- the rows */

static bool
add_person(void *context, const struct expected_person *expected)
{
    struct making *m = context;
    struct printed_person *person = printed_sheet_add_person(m->sheet);

    person->registration = expected->registration;
    person->name = memory_copy(expected->name);
    person->family = memory_copy(expected->family);
    person->given = memory_copy(expected->given);
    person->organisation = memory_copy(expected->organisation);
    person->function = memory_copy(expected->function);
    person->category = expected_person_category(expected);
    person->remote = m->meeting.mode == MODE_REMOTE || expected->remote;
    hash_text(m, person->name);
    hash_text(m, person->organisation);
    hash_text(m, person->function);
    hash_text(m, expected->category);
    hash_number(m, expected->role);
    hash_number(m, person->remote);
    return m->sheet->people.count <= PRINTED_PEOPLE_MOST;
}

static bool
add_people(struct making *m, struct error *err)
{
    const bool ok = expected_people_each(m->at, m->request->meeting, add_person, m, err);

    printed_sheet_part(m->sheet);
    return ok;
}

/* --- all of it */

/* What an office has not said leaves the hash as it was before it could be said. */
static void
hash_office(struct making *m)
{
    const struct settings *settings = &m->at->settings;
    const char *const said[] = { settings->address, settings->funding, settings->logo };

    office_making_fill(settings, &m->sheet->office);
    hash_text(m, m->sheet->office.name);
    for (size_t i = 0; i < sizeof(said) / sizeof(said[0]); i++)
        if (said[i]) {
            hash_number(m, (int64_t)i);
            hash_text(m, said[i]);
        }
}

static void
add_words(struct making *m)
{
    struct printed_sheet *sheet = m->sheet;

    sheet->language = memory_copy(language_code());
    sheet->kind = memory_copy(_("Attendance sheet"));
    sheet->title = memory_copy(m->meeting.title);
    sheet->page = memory_copy(_("Page"));
    sheet->name_heading = memory_copy(_("Name"));
    sheet->organisation_heading = memory_copy(_("Organisation and function"));
    sheet->remote_heading = memory_copy(_("Remote, over the link"));
    sheet->blank_heading = memory_copy(_("Came without being on the list"));
    sheet->signer_heading = memory_copy(_("For the meeting"));
    sheet->remote_word = memory_copy(_("remote"));
    hash_office(m);
    hash_text(m, sheet->title);
}

bool
sheet_making_read(struct atelier *at, const struct sheet_request *request,
                  struct printed_sheet *sheet, int64_t *hash, struct error *err)
{
    struct making m = {
        .at = at, .request = request, .sheet = sheet, .hash = HASH_EMPTY
    };

    if (!atelier_may(at, MAY_READ, (struct row_ref){ ENTITY_MEETING, request->meeting },
                     err))
        return false;
    record_init(&meeting_entity, &m.meeting);
    record_init(&working_group_entity, &m.group);
    bool ok = row_load(at->db, &meeting_entity, request->meeting, &m.meeting, err) &&
              sheet_signers_group(at, &m.meeting, &m.group, err);
    if (ok) {
        add_words(&m);
        add_group(&m);
        add_when(&m);
        ok = add_place(&m, err) && add_slots(&m, err) && add_signers(&m, err) &&
             add_people(&m, err);
    }
    printed_sheet_say_erased(sheet); /* the hash is the same for every reader */
    sheet->blank = request->blank;
    *hash = (int64_t)(m.hash >> 1);
    record_clear(&meeting_entity, &m.meeting);
    record_clear(&working_group_entity, &m.group);
    return ok;
}
