/* SPDX-License-Identifier: GPL-3.0-or-later */
/* door.c - the list at the entrance of a meeting, and whose badge was read there */
#include "atelier/app/door.h"

#include <string.h>

#include "atelier/app/display.h"
#include "atelier/base/language.h"
#include "atelier/domain/act.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/when.h"
#include "atelier/store/door_table.h"
#include "atelier/store/row_table.h"
#include "atelier/store/seats_table.h"
#include "session/session.h"

static bool
read_anew(struct atelier *at, int64_t meeting, int64_t slot,
          const struct door_stamp *stamp, struct door_roll *roll, struct error *err)
{
    struct door_roll fresh = { .meeting = meeting, .slot = slot, .stamp = *stamp };
    struct seat_rule rule;

    if (!seats_table_rule(at->db, &rule, err) ||
        !door_table_read(at->db, &rule, &fresh, err) ||
        !door_table_read_marks(at->db, &fresh, err)) {
        door_roll_clear(&fresh);
        return false;
    }
    door_roll_clear(roll);
    *roll = fresh;
    return true;
}

/* Whether the rows of the list are those that the roll was read from.  They are looked
 * through for that, unless nothing was written meanwhile but marks. */
static bool
find_same(struct atelier *at, int64_t meeting, const struct door_roll *roll,
          struct door_stamp *stamp, bool *is_same, struct error *err)
{
    if (roll->by_person && !door_table_marks_only(at->db, roll->journal, is_same, err))
        return false;
    if (*is_same)
        return true;
    if (!door_table_stamp(at->db, meeting, stamp, err))
        return false;
    *is_same = roll->by_person && memcmp(&roll->stamp, stamp, sizeof(*stamp)) == 0;
    return true;
}

bool
door_follow(struct atelier *at, int64_t meeting, int64_t slot, struct door_roll *roll,
            struct error *err)
{
    const struct door_roll none = { .meeting = meeting, .slot = slot };
    const bool is_its = roll->meeting == meeting && roll->slot == slot;
    struct door_stamp stamp;
    int64_t journal = 0; /* read first: what is written from here on is looked at again */
    bool is_same = false;

    if (!atelier_may(at, ACT_PRESENCE_ADD_NEEDS,
                     (struct row_ref){ ENTITY_MEETING, meeting }, err) ||
        !door_table_newest_act(at->db, &journal, err) ||
        !find_same(at, meeting, is_its ? roll : &none, &stamp, &is_same, err) ||
        !(is_same ? door_table_read_marks(at->db, roll, err)
                  : read_anew(at, meeting, slot, &stamp, roll, err)))
        return false;
    roll->journal = journal;
    return true;
}

bool
door_look(struct atelier *at, int64_t meeting, int64_t slot, struct door_roll *roll,
          struct error *err)
{
    struct door_stamp stamp;

    return atelier_may(at, MAY_READ_DAY, (struct row_ref){ ENTITY_MEETING, meeting },
                       err) &&
           door_table_stamp(at->db, meeting, &stamp, err) &&
           read_anew(at, meeting, slot, &stamp, roll, err);
}

/* --- badges */

static bool
refuse_other(struct atelier *at, const struct registration *registration,
             struct error *err)
{
    const struct row_ref other = { ENTITY_MEETING, registration->meeting };
    struct buffer name = { 0 };
    struct buffer day = { 0 };
    struct meeting meeting;

    if (!atelier_may(at, MAY_READ_DAY, other, NULL))
        return error_set(err, ERROR_RULE, _("This badge is for another meeting."));
    record_init(&meeting_entity, &meeting);
    if (row_load(at->db, &meeting_entity, registration->meeting, &meeting, err)) {
        display_title(at, ENTITY_PERSON, registration->person, &name);
        when_format_date(meeting.start.date, WHEN_LONG, &day);
        error_set(err, ERROR_RULE, _("The badge of %s is for another meeting: “%s”, %s."),
                  buffer_text(&name), meeting.title, buffer_text(&day));
    }
    buffer_clear(&name);
    buffer_clear(&day);
    record_clear(&meeting_entity, &meeting);
    return false;
}

static void
refuse_without_seat(struct atelier *at, const struct registration *registration,
                    struct error *err)
{
    struct buffer name = { 0 };

    display_title(at, ENTITY_PERSON, registration->person, &name);
    error_set(err, ERROR_RULE,
              _("%s has no seat (%s): type the name to let them in all the same."),
              buffer_text(&name), _(registration_states[registration->state].label));
    buffer_clear(&name);
}

/* Somebody may hold the badge of a registration that was withdrawn, and be on the list
 * again. */
static bool
find_by_row(struct atelier *at, const struct door_roll *roll, int64_t id, int64_t *person,
            struct error *err)
{
    struct registration registration;
    bool found = false;

    record_init(&registration_entity, &registration);
    if (!row_load(at->db, &registration_entity, id, &registration, err)) {
        if (err->kind == ERROR_NOT_FOUND)
            error_set(err, ERROR_NOT_FOUND, _("This badge is nobody's."));
    } else if (registration.meeting != roll->meeting) {
        refuse_other(at, &registration, err);
    } else {
        const struct door_entry *entry = door_roll_person(roll, registration.person);

        found = entry && entry->expected;
        *person = registration.person;
        if (!found)
            refuse_without_seat(at, &registration, err);
    }
    record_clear(&registration_entity, &registration);
    return found;
}

bool
door_badge(struct atelier *at, const struct door_roll *roll, int64_t registration,
           int64_t *person, struct error *err)
{
    const struct door_entry *entry = door_roll_registration(roll, registration);

    if (!atelier_may(at, ACT_PRESENCE_ADD_NEEDS,
                     (struct row_ref){ ENTITY_MEETING, roll->meeting }, err))
        return false;
    if (!entry || !entry->expected)
        return find_by_row(at, roll, registration, person, err);
    *person = entry->person;
    return true;
}
