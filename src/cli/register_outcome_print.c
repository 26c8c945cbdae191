/* SPDX-License-Identifier: GPL-3.0-or-later */
/* register_outcome_print.c - what came of registering somebody, in a line and as JSON */
#include "register_outcome_print.h"

#include <inttypes.h>

#include <stdio.h>

#include "atelier/app/answering.h"
#include "atelier/app/display.h"
#include "atelier/app/edit.h"
#include "atelier/app/part_advice.h"
#include "atelier/base/language.h"
#include "print.h"

/* Null where no seat was freed that somebody waited for. */
static json_t *
given_json(const struct register_given *given)
{
    if (given->count == 0)
        return json_null();
    return json_pack("{s:I,s:I,s:s}", "count", (json_int_t)given->count, "person",
                     (json_int_t)given->person, "state",
                     registration_states[given->state].name);
}

json_t *
register_outcome_json(int64_t person, const struct register_outcome *outcome)
{
    return json_pack(
        "{s:I,s:I,s:s,s:b,s:b,s:b,s:b,s:I,s:o,s:o}", "id",
        (json_int_t)outcome->registration, "person", (json_int_t)person, "state",
        registration_states[outcome->state].name, "already", (int)outcome->already,
        "answered", (int)outcome->answered, "overbooked", (int)outcome->passed.seats,
        "past_quota", (int)outcome->passed.quota, "taken",
        (json_int_t)outcome->seats.taken, "seats",
        outcome->seats.seats == NUMBER_NONE ? json_null()
                                            : json_integer(outcome->seats.seats),
        "given", given_json(&outcome->given));
}

/* Where else they are expected then, beside the answer.  Nobody is refused for it. */
static void
put_elsewhere(const struct invocation *inv, int64_t person,
              const struct register_outcome *outcome)
{
    struct registration registration;
    struct buffer text = { 0 };

    record_init(&registration_entity, &registration);
    if (registration_is_live(outcome->state) && outcome->state != REGISTRATION_WAITING &&
        edit_load(inv->at, &registration_entity, outcome->registration, &registration,
                  NULL))
        registration_advise(inv->at, registration.meeting, person, &text);
    if (text.length > 0)
        (void)fprintf(stderr, "%s\n", buffer_text(&text));
    buffer_clear(&text);
    record_clear(&registration_entity, &registration);
}

/* What is required of whoever comes, and was not answered: somebody may ask them. */
static void
put_missing(struct invocation *inv, const struct register_outcome *outcome)
{
    struct buffer missing = { 0 };

    if (registration_is_live(outcome->state) &&
        answer_missing(inv->at, outcome->registration, &missing, NULL) &&
        missing.length > 0)
        print_line(inv, _("Not answered yet: %s."), buffer_text(&missing));
    buffer_clear(&missing);
}

void
register_outcome_print(struct invocation *inv, int64_t person,
                       const struct register_outcome *outcome)
{
    struct buffer name = { 0 };
    display_title(inv->at, ENTITY_PERSON, person, &name);
    const char *state = _(registration_states[outcome->state].label);
    if (outcome->already && outcome->answered)
        print_line(inv, _("%s: was on the list already (%s); the answers are noted"),
                   buffer_text(&name), state);
    else if (outcome->already)
        print_line(inv, _("%s: was on the list already (%s)"), buffer_text(&name), state);
    else if (outcome->seats.seats == NUMBER_NONE)
        print_line(inv, _("%s: %s, %" PRId64 " taken"), buffer_text(&name), state,
                   outcome->seats.taken);
    else
        print_line(inv, _("%s: %s, %" PRId64 " of %" PRId64 " taken"), buffer_text(&name),
                   state, outcome->seats.taken, outcome->seats.seats);
    buffer_reset(&name);
    if (register_given_say(inv->at, &outcome->given, &name))
        print_line(inv, "%s", buffer_text(&name));
    buffer_clear(&name);
    put_missing(inv, outcome);
    put_elsewhere(inv, person, outcome);
}
