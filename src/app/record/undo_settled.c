/* SPDX-License-Identifier: GPL-3.0-or-later */
/* undo_settled.c - a seat that went to who waited is taken back: not where it would go to
 * them again at once */
#include "record/undo_settled.h"

#include <stdlib.h>

#include "atelier/app/display.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/domain/registration.h"
#include "atelier/store/journal_table.h"
#include "enrolment/seat_taking.h"
#include "enrolment/turn.h"

/* Who had come to a seat, and waits again. */
struct settled {
    struct atelier *at;
    int64_t meeting;
    int64_t *registrations;
    size_t count;
    size_t capacity;
};

/* Whoever is off the list altogether comes to no seat. */
static bool
note_registration(void *context, const struct journal_row *row, struct error *err)
{
    struct settled *settled = context;
    struct registration registration;
    bool there = false;

    if (row->entity != &registration_entity)
        return true;
    record_init(&registration_entity, &registration);
    const bool ok = journal_table_now(settled->at->db, &registration_entity, row->row,
                                      &registration, &there, err);
    if (ok && there) {
        settled->meeting = registration.meeting;
        settled->registrations =
            memory_grow(settled->registrations, &settled->capacity, settled->count + 1,
                        sizeof settled->registrations[0]);
        settled->registrations[settled->count++] = row->row;
    }
    record_clear(&registration_entity, &registration);
    return ok;
}

/* As settle.c would: no list, no turns; nor on a day that lets nobody in. */
static bool
gives_seats(const struct enrolment *enrolment)
{
    return meeting_is_undecided(&enrolment->meeting) &&
           enrolment->meeting.waiting_list != WAITING_NONE &&
           seat_taking_check_period(enrolment, NULL);
}

static bool
fail_again(struct atelier *at, int64_t registration, struct error *err)
{
    struct buffer name = { 0 };

    display_title(at, ENTITY_REGISTRATION, registration, &name);
    error_set(err, ERROR_RULE,
              _("the seat would go to %s again at once, by the rule.  Decline the offer, "
                "or withdraw the person."),
              buffer_text(&name));
    buffer_clear(&name);
    return false;
}

static bool
check_turns(struct settled *settled, struct error *err)
{
    struct enrolment enrolment = { .at = settled->at };
    int64_t reached = 0;
    bool ok = enrolment_load(&enrolment, settled->at, settled->meeting, err);

    if (ok && gives_seats(&enrolment))
        ok = turn_reaches(&enrolment, settled->registrations, settled->count, &reached,
                          err) &&
             (reached == 0 || fail_again(settled->at, reached, err));
    enrolment_close(&enrolment);
    return ok;
}

bool
undo_settled_check(struct atelier *at, int64_t act, struct error *err)
{
    struct settled settled = { .at = at };
    const bool ok =
        journal_table_each_row(at->db, act, note_registration, &settled, err) &&
        (settled.count == 0 || check_turns(&settled, err));

    free(settled.registrations);
    return ok;
}
