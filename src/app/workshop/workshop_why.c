/* SPDX-License-Identifier: GPL-3.0-or-later */
/* workshop_why.c - why somebody sits where they sit, of what stands in the tables now */
#include "atelier/app/workshop_seats.h"

#include <string.h>

#include "atelier/base/language.h"
#include "atelier/store/registration_table.h"
#include "atelier/store/workshop_table.h"
#include "workshop/workshop_enrolment.h"
#include "workshop/workshop_seating.h"

/* The place on the waiting list, from 1, of those who wait. */
static size_t
place_of(const struct workshop_enrolment *enrolment, int64_t registration)
{
    size_t place = 0;

    for (size_t i = 0; i < enrolment->choosers.count; i++) {
        const struct chooser *chooser = &enrolment->choosers.items[i];
        if (chooser->state != CHOICE_WAITING)
            continue;
        place++;
        if (chooser->registration == registration)
            return place;
    }
    return 0;
}

static void
add_standing(const struct workshop_enrolment *enrolment,
             const struct workshop_choice *choice, struct buffer *text)
{
    if (choice->wish != NUMBER_NONE)
        /* TRANSLATORS: 1: first wish */
        buffer_addf(text, _("wish %lld, "), (long long)choice->wish);
    if (choice->state == CHOICE_WAITING)
        buffer_addf(text, _("waits at place %zu"),
                    place_of(enrolment, choice->registration));
    else
        buffer_add(text, _(workshop_choice_states[choice->state].label));
}

/* What would be told whoever asks for a seat there now. */
static void
add_hindrance(struct workshop_enrolment *enrolment,
              const struct registration *registration, struct buffer *text)
{
    struct error overlap = { 0 };
    struct seating_verdict verdict = { 0 };

    seat_survey_judge(&enrolment->survey, registration->category,
                      registration->organisation,
                      workshop_enrolment_takes(enrolment, registration->role), &verdict);
    if (!workshop_seating_may_sit(registration->state)) {
        buffer_addf(text,
                    _(".  At the meeting they are %s: they need a seat there first."),
                    _(registration_states[registration->state].label));
    } else if (enrolment->workshop.state == WORKSHOP_CANCELLED) {
        buffer_addf(text, _(".  It is cancelled."));
    } else if (verdict.count > 0) {
        struct buffer why = { 0 };
        workshop_seating_say(enrolment, &verdict, &why);
        /* What is said of a quota goes on behind another sentence. */
        buffer_addf(text, ".  %s", buffer_text(&why) + strspn(buffer_text(&why), " "));
        buffer_clear(&why);
    } else if (!workshop_seating_check_overlap(enrolment, registration, 0, &overlap)) {
        buffer_addf(text, ".  %s", overlap.message);
    } else {
        buffer_add(text, _(".  A seat is free."));
    }
    seating_verdict_clear(&verdict);
}

static int64_t
slot_of(const struct workshop_list *workshops, int64_t id)
{
    for (size_t i = 0; i < workshops->count; i++)
        if (workshops->items[i].head.id == id)
            return workshops->items[i].slot;
    return 0;
}

/* Whoever sits by a better wish of the same slot is kept from nothing. */
static bool
sits_by_better(const struct workshop_list *workshops,
               const struct workshop_choice_list *list,
               const struct workshop_choice *choice)
{
    const int64_t slot = slot_of(workshops, choice->workshop);

    for (size_t i = 0; slot != 0 && choice->wish != NUMBER_NONE && i < list->count; i++) {
        const struct workshop_choice *other = &list->items[i];
        if (other->state == CHOICE_SEATED && other->wish != NUMBER_NONE &&
            other->wish < choice->wish && slot_of(workshops, other->workshop) == slot)
            return true;
    }
    return false;
}

static bool
add_line(struct atelier *at, const struct registration *registration,
         const struct workshop_choice *choice, bool is_kept_from, struct buffer *text,
         struct error *err)
{
    struct workshop_enrolment enrolment;
    const bool ok = workshop_enrolment_load(&enrolment, at, choice->workshop, err);
    if (ok) {
        if (text->length > 0)
            buffer_add(text, "\n");
        workshop_enrolment_add_name(at, &enrolment.workshop, text);
        buffer_add(text, _(": "));
        add_standing(&enrolment, choice, text);
        if (is_kept_from)
            add_hindrance(&enrolment, registration, text);
    }
    workshop_enrolment_close(&enrolment);
    return ok;
}

bool
workshop_why(struct atelier *at, int64_t meeting, int64_t person, struct buffer *text,
             struct error *err)
{
    struct registration registration;
    struct workshop_choice_list list = { 0 };
    struct workshop_list workshops = { 0 };
    record_init(&registration_entity, &registration);
    bool ok =
        atelier_may(at, MAY_READ, (struct row_ref){ ENTITY_MEETING, meeting }, err) &&
        registration_table_find(at->db, meeting, person, &registration, err);
    if (ok && registration.head.id == 0)
        ok = error_set(err, ERROR_NOT_FOUND, _("This person is not on the list."));
    ok =
        ok &&
        workshop_choice_table_of_registration(at->db, registration.head.id, &list, err) &&
        workshop_table_list(at->db, meeting, &workshops, err);
    for (size_t i = 0; ok && i < list.count; i++)
        ok = add_line(at, &registration, &list.items[i],
                      list.items[i].state != CHOICE_SEATED &&
                          !sits_by_better(&workshops, &list, &list.items[i]),
                      text, err);
    if (ok && list.count == 0)
        buffer_add(text, _("This person has chosen no workshop."));
    workshop_list_clear(&workshops);
    workshop_choice_list_clear(&list);
    record_clear(&registration_entity, &registration);
    return ok;
}
