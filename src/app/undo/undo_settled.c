/* SPDX-License-Identifier: GPL-3.0-or-later */
/* undo_settled.c - a seat that went to who waited is taken back: not where it would go to
 * them again at once */
#include "undo/undo_settled.h"

#include <stdlib.h>

#include "atelier/app/display.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/domain/registration.h"
#include "atelier/domain/workshop_choice.h"
#include "atelier/store/journal_table.h"
#include "enrolment/seat_taking.h"
#include "enrolment/turn.h"
#include "workshop/workshop_enrolment.h"
#include "workshop/workshop_seating.h"
#include "workshop/workshop_settle.h"

/* Who had come to a seat, and waits again. */
struct settled {
    struct atelier *at;
    int64_t workshop; /* where it is one of a workshop */
    int64_t meeting;
    int64_t *registrations;
    size_t count;
    size_t capacity;
};

static void
add(struct settled *settled, int64_t registration)
{
    settled->registrations =
        memory_grow(settled->registrations, &settled->capacity, settled->count + 1,
                    sizeof settled->registrations[0]);
    settled->registrations[settled->count++] = registration;
}

/* Those of a workshop are known by their registration too. */
static bool
note_choice(struct settled *settled, int64_t id, struct error *err)
{
    struct workshop_choice choice;
    bool there = false;

    record_init(&workshop_choice_entity, &choice);
    const bool ok = journal_table_now(settled->at->db, &workshop_choice_entity, id,
                                      &choice, &there, err);
    if (ok && there) {
        settled->workshop = choice.workshop;
        add(settled, choice.registration);
    }
    record_clear(&workshop_choice_entity, &choice);
    return ok;
}

/* Whoever is off the list altogether comes to no seat. */
static bool
note_registration(void *context, const struct journal_row *row, struct error *err)
{
    struct settled *settled = context;
    struct registration registration;
    bool there = false;

    if (row->entity == &workshop_choice_entity)
        return note_choice(settled, row->row, err);
    if (row->entity != &registration_entity)
        return true;
    record_init(&registration_entity, &registration);
    const bool ok = journal_table_now(settled->at->db, &registration_entity, row->row,
                                      &registration, &there, err);
    if (ok && there) {
        settled->meeting = registration.meeting;
        add(settled, row->row);
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

/* As workshop_settle() would. */
static bool
check_workshop(const struct settled *settled, struct error *err)
{
    struct workshop_enrolment enrolment = { .at = settled->at };
    bool ok = workshop_enrolment_load(&enrolment, settled->at, settled->workshop, err);
    const struct chooser *next = NULL;

    if (ok && workshop_settle_gives(&enrolment))
        next = workshop_seating_next(&enrolment);
    for (size_t i = 0; ok && next && i < settled->count; i++) {
        if (settled->registrations[i] != next->registration)
            continue;
        struct buffer name = { 0 };
        display_title(settled->at, ENTITY_REGISTRATION, next->registration, &name);
        ok = error_set(err, ERROR_RULE,
                       /* TRANSLATORS: a person, a workshop */
                       _("the seat would go to %s again at once, by the rule.  Take the "
                         "person out of “%s” instead."),
                       buffer_text(&name), enrolment.workshop.title);
        buffer_clear(&name);
    }
    workshop_enrolment_close(&enrolment);
    return ok;
}

bool
undo_settled_check(struct atelier *at, int64_t act, struct error *err)
{
    struct settled settled = { .at = at };
    const bool ok =
        journal_table_each_row(at->db, act, note_registration, &settled, err) &&
        (settled.count == 0 ||
         (settled.workshop ? check_workshop(&settled, err) : check_turns(&settled, err)));

    free(settled.registrations);
    return ok;
}
