/* SPDX-License-Identifier: GPL-3.0-or-later */
/* workshop_seat_command.c - seats in workshops as commands: register, withdraw, move,
 * wish
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "answers.h"
#include "atelier/app/display.h"
#include "atelier/app/edit.h"
#include "atelier/app/part_advice.h"
#include "atelier/app/workshop_assign.h"
#include "atelier/app/workshop_seats.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/domain/workshop.h"
#include "command/row_command.h"
#include "print.h"
#include "refused_person.h"

static json_t *
outcome_json(const struct workshop_person *person)
{
    const struct workshop_outcome *outcome = &person->outcome;

    return json_pack(
        "{s:I,s:s,s:b,s:b,s:o,s:I,s:o}", "person", (json_int_t)person->person, "state",
        workshop_choice_states[outcome->state].name, "already", (int)outcome->already,
        "overbooked", (int)outcome->overbooked, "next",
        outcome->next ? json_integer((json_int_t)outcome->next) : json_null(), "taken",
        (json_int_t)outcome->taken, "seats",
        outcome->seats == NUMBER_NONE ? json_null() : json_integer(outcome->seats));
}

static void
print_outcome(struct invocation *inv, const struct workshop_person *person)
{
    const struct workshop_outcome *outcome = &person->outcome;
    const char *state = _(workshop_choice_states[outcome->state].label);
    struct buffer name = { 0 };

    display_title(inv->at, ENTITY_PERSON, person->person, &name);
    if (outcome->already)
        print_line(inv, _("%s: sits there already"), buffer_text(&name));
    else if (outcome->seats == NUMBER_NONE)
        print_line(inv, _("%s: %s, %" PRId64 " taken"), buffer_text(&name), state,
                   outcome->taken);
    else
        print_line(inv, _("%s: %s, %" PRId64 " of %" PRId64 " taken"), buffer_text(&name),
                   state, outcome->taken, outcome->seats);
    if (outcome->next != 0) {
        buffer_reset(&name);
        display_title(inv->at, ENTITY_PERSON, outcome->next, &name);
        print_line(inv,
                   _("A seat is free, and %s waits first: “workshop register” gives "
                     "it."),
                   buffer_text(&name));
    }
    buffer_clear(&name);
}

/* Where else they are expected then, beside the answer. */
static void
put_elsewhere(const struct invocation *inv, int64_t workshop,
              const struct workshop_person *person)
{
    struct buffer text = { 0 };

    if (person->outcome.state == CHOICE_SEATED)
        seat_advise(inv->at, workshop, person->person, &text);
    if (text.length > 0)
        (void)fprintf(stderr, "%s\n", buffer_text(&text));
    buffer_clear(&text);
}

static bool
report(struct invocation *inv, int64_t workshop, struct workshop_person *people,
       size_t count, struct error *err)
{
    json_t *array = json_array();
    bool ok = true;
    for (size_t i = 0; i < count; i++) {
        struct workshop_person *person = &people[i];
        if (person->refusal.kind == ERROR_NONE) {
            print_outcome(inv, person);
            put_elsewhere(inv, workshop, person);
            json_array_append_new(array, outcome_json(person));
            continue;
        }
        const struct refused_person refused = {
            .person = person->person,
            .operand = inv->operands[i + 1],
            .questions = person->questions,
            .refusal = &person->refusal,
        };
        refused_person_tell(inv, &refused, _("nothing done"), array, ok, err);
        ok = false;
    }
    print_json(inv, array);
    return ok;
}

/* Whether some were done though others were refused. */
static bool
is_told_by_person(const struct workshop_person *people, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (people[i].refusal.kind != ERROR_NONE)
            return true;
    return false;
}

/* What a yes must be allowed for. */
static bool
find_subject(struct invocation *inv, int64_t workshop, struct row_ref *subject,
             struct error *err)
{
    struct workshop row;
    record_init(&workshop_entity, &row);
    const bool ok = edit_load(inv->at, &workshop_entity, workshop, &row, err);
    *subject = (struct row_ref){ ENTITY_MEETING, row.meeting };
    record_clear(&workshop_entity, &row);
    return ok;
}

typedef bool act_on_people(struct atelier *at, int64_t workshop,
                           struct workshop_person *people, size_t count,
                           struct error *err);

static bool
on_people(struct invocation *inv, act_on_people *act, struct error *err)
{
    int64_t workshop;
    struct row_ref subject;
    if (!invocation_row(inv, 0, ENTITY_WORKSHOP, &workshop, err) ||
        !find_subject(inv, workshop, &subject, err))
        return false;
    const size_t count = (size_t)inv->operand_count - 1;
    struct workshop_person *people = memory_new(count, sizeof *people);
    struct questions *sheets = memory_new(count, sizeof *sheets);
    bool ok = true;
    for (size_t i = 0; ok && i < count; i++) {
        sheets[i].subject = subject;
        people[i].questions = &sheets[i];
        ok = answers_read(inv, &sheets[i], err);
        if (ok)
            (void)invocation_row(inv, (int)i + 1, ENTITY_PERSON, &people[i].person,
                                 &people[i].refusal);
    }
    if (ok) {
        ok = act(inv->at, workshop, people, count, err);
        if (ok || is_told_by_person(people, count))
            ok = report(inv, workshop, people, count, err);
    }
    for (size_t i = 0; i < count; i++)
        questions_clear(&sheets[i]);
    free(sheets);
    free(people);
    return ok;
}

static bool
register_people(struct invocation *inv, struct error *err)
{
    return on_people(inv, workshop_register, err);
}

static bool
withdraw_people(struct invocation *inv, struct error *err)
{
    return on_people(inv, workshop_withdraw, err);
}

static bool
move_person(struct invocation *inv, struct error *err)
{
    struct questions sheet = { 0 };
    struct workshop_person person = { .questions = &sheet };
    int64_t workshop;
    int64_t other;
    bool ok =
        invocation_row(inv, 0, ENTITY_WORKSHOP, &workshop, err) &&
        invocation_row(inv, 1, ENTITY_PERSON, &person.person, err) &&
        find_subject(inv, workshop, &sheet.subject, err) &&
        invocation_row_within(inv, 2, ENTITY_WORKSHOP, sheet.subject.id, &other, err);
    if (ok) {
        ok = answers_read(inv, &sheet, err) &&
             (workshop_move(inv->at, workshop, other, &person, err) ||
              answers_explain(inv, &sheet, err));
    }
    if (ok) {
        print_outcome(inv, &person);
        put_elsewhere(inv, other, &person);
        print_json(inv, outcome_json(&person));
    }
    questions_clear(&sheet);
    return ok;
}

static bool
note_wishes(struct invocation *inv, struct error *err)
{
    int64_t meeting;
    int64_t person;
    if (!invocation_row(inv, 0, ENTITY_MEETING, &meeting, err) ||
        !invocation_row(inv, 1, ENTITY_PERSON, &person, err))
        return false;
    const size_t count = (size_t)inv->operand_count - 2;
    int64_t *workshops = memory_new(count + 1, sizeof *workshops);
    bool ok = true;
    for (size_t i = 0; ok && i < count; i++)
        ok = invocation_row_within(inv, (int)i + 2, ENTITY_WORKSHOP, meeting,
                                   &workshops[i], err);
    ok = ok && workshop_wish(inv->at, meeting, person, workshops, count, err);
    free(workshops);
    if (!ok)
        return false;
    struct buffer name = { 0 };
    display_title(inv->at, ENTITY_PERSON, person, &name);
    if (count == 0)
        print_line(inv, _("%s: no wishes any more"), buffer_text(&name));
    else
        print_line(
            inv,
            ngettext("%s: %zu wish noted", "%s: %zu wishes noted", (unsigned long)count),
            buffer_text(&name), count);
    print_json(inv, json_pack("{s:I,s:I}", "person", (json_int_t)person, "wishes",
                              (json_int_t)count));
    buffer_clear(&name);
    return true;
}

/* --- by wishes */

static json_t *
place_json(struct invocation *inv, const struct workshop_assign_result *result,
           const struct assignment_place *place)
{
    struct buffer why = { 0 };
    workshop_assign_say_why(inv->at, result, place, &why);
    json_t *object = json_pack(
        "{s:I,s:o,s:o,s:o,s:b,s:s}", "person", (json_int_t)place->person, "slot",
        place->slot ? json_integer((json_int_t)place->slot) : json_null(), "workshop",
        place->workshop ? json_integer((json_int_t)place->workshop) : json_null(), "wish",
        place->rank ? json_integer((json_int_t)place->rank) : json_null(), "stays",
        (int)place->stays, "why", buffer_text(&why));
    buffer_clear(&why);
    return object;
}

static json_t *
result_json(struct invocation *inv, const struct workshop_assign_result *result,
            bool dry_run)
{
    json_t *places = json_array();
    for (size_t i = 0; i < result->assignment.place_count; i++)
        json_array_append_new(places,
                              place_json(inv, result, &result->assignment.places[i]));
    return json_pack(
        "{s:I,s:I,s:I,s:I,s:I,s:I,s:I,s:b,s:I,s:b,s:o}", "seated",
        (json_int_t)result->seated, "people", (json_int_t)result->people, "without",
        (json_int_t)result->without, "sitting", (json_int_t)result->sitting, "unseated",
        (json_int_t)result->unseated, "waited", (json_int_t)result->waited, "moved",
        (json_int_t)result->moved, "proven", (int)result->assignment.proven, "seed",
        (json_int_t)result->seed, "dry_run", (int)dry_run, "places", places);
}

/* What was previewed is kept by the number that it drew. */
static void
add_what_keeps(const struct workshop_assign_request *request,
               const struct workshop_assign_result *result, struct buffer *text)
{
    struct buffer command = { 0 };

    buffer_addf(&command, "atelier workshop assign %" PRId64 " --seed %" PRId64 "%s",
                request->meeting, result->seed, request->moves ? " --move-seated" : "");
    /* TRANSLATORS: a command */
    buffer_addf(text, _("“%s” gives just these seats, unless wishes change."),
                buffer_text(&command));
    buffer_clear(&command);
}

/* Whether it was written, and what keeps it or takes it back. */
static void
add_outcome(const struct workshop_assign_request *request,
            const struct workshop_assign_result *result, struct buffer *text)
{
    const bool gives = result->seated > 0 || result->moved > 0;

    if (!request->dry_run) {
        buffer_add(text,
                   gives ? _("“atelier undo” takes it back.") : _("Nothing is written."));
        return;
    }
    buffer_add(text, _("Nothing is written: --dry-run."));
    if (gives) {
        buffer_add_char(text, '\n');
        add_what_keeps(request, result, text);
    }
}

/* 0, which stays without the option, is no number that is ever drawn. */
static bool
read_seed(struct invocation *inv, int64_t *seed, struct error *err)
{
    if (!invocation_option(inv, "seed"))
        return true;
    return invocation_option_number(inv, "seed", seed, err) &&
           (*seed > 0 || error_set_field(err, ERROR_INPUT, "seed",
                                         _("--seed wants a number that a run or its "
                                           "preview drew: from 1 on.")));
}

static bool
assign(struct invocation *inv, struct error *err)
{
    struct workshop_assign_request request = {
        .dry_run = invocation_option(inv, "dry-run") != NULL,
        .moves = invocation_option(inv, "move-seated") != NULL,
    };
    struct workshop_assign_result result = { 0 };
    bool ok = invocation_row(inv, 0, ENTITY_MEETING, &request.meeting, err) &&
              read_seed(inv, &request.seed, err) &&
              workshop_assign(inv->at, &request, &result, err);
    if (ok) {
        struct buffer text = { 0 };
        workshop_assign_say(inv->at, &result, &text);
        workshop_assign_say_sum(&result, &text);
        buffer_add(&text, "  ");
        add_outcome(&request, &result, &text);
        print_lines(inv, buffer_text(&text));
        print_json(inv, result_json(inv, &result, request.dry_run));
        buffer_clear(&text);
    }
    workshop_assign_clear(&result);
    return ok;
}

static const struct command_option assign_options[] = {
    { "dry-run", NULL, N_("only show it") },
    { "seed", "N",
      N_("the number that a run or its preview drew: the same wishes give the same "
         "seats") },
    { "move-seated", NULL,
      N_("who sits where they wished may come to sit elsewhere, or nowhere") },
    { 0 },
};

static bool
cancel_workshop(struct invocation *inv, struct error *err)
{
    struct buffer told = { 0 };
    int64_t workshop;
    const bool ok = invocation_row(inv, 0, ENTITY_WORKSHOP, &workshop, err) &&
                    workshop_cancel(inv->at, workshop, invocation_option(inv, "reason"),
                                    &told, err) &&
                    row_report(inv, &workshop_entity, workshop, _("cancelled"), err);
    if (ok && told.length > 0)
        print_line(inv, "%s", buffer_text(&told));
    buffer_clear(&told);
    return ok;
}

static bool
revive_workshop(struct invocation *inv, struct error *err)
{
    int64_t workshop;
    return invocation_row(inv, 0, ENTITY_WORKSHOP, &workshop, err) &&
           workshop_revive(inv->at, workshop, err) &&
           row_report(inv, &workshop_entity, workshop, _("planned again"), err);
}

static bool
list_choices(struct invocation *inv, struct error *err)
{
    struct listing_query query = { .kind = LISTING_WORKSHOP_CHOICE };
    return invocation_row(inv, 0, ENTITY_WORKSHOP, &query.scope, err) &&
           row_list(inv, &query, err);
}

static bool
explain(struct invocation *inv, struct error *err)
{
    struct buffer text = { 0 };
    int64_t meeting;
    int64_t person;
    const bool ok = invocation_row(inv, 0, ENTITY_MEETING, &meeting, err) &&
                    invocation_row(inv, 1, ENTITY_PERSON, &person, err) &&
                    workshop_why(inv->at, meeting, person, &text, err);
    if (ok) {
        print_lines(inv, buffer_text(&text));
        print_json(inv, json_pack("{s:I,s:s}", "person", (json_int_t)person, "text",
                                  buffer_text(&text)));
    }
    buffer_clear(&text);
    return ok;
}

static const struct command_option list_options[] = { ROW_LIST_OPTIONS, { 0 } };
static const struct command_option reason_options[] = {
    { "reason", "TEXT", N_("why; people will read it") },
    { 0 },
};

#define SEAT_QUESTIONS                                                                   \
    QUESTION_OPTION(OVERTAKE) | QUESTION_OPTION(SEAT) | QUESTION_OPTION(QUOTA)

const struct command workshop_seat_commands[] = {
    { .noun = "workshop",
      .verb = "people",
      .operands = "WORKSHOP",
      .least = 1,
      .most = 1,
      .options = list_options,
      .summary = N_("list who sits in a workshop, who waits and who wishes for it"),
      .only_reads = true,
      .run = list_choices },
    { .noun = "workshop",
      .verb = "register",
      .operands = "WORKSHOP PERSON...",
      .least = 2,
      .most = -1,
      .questions = SEAT_QUESTIONS,
      .summary =
          N_("give people of the meeting a seat in a workshop; prints each outcome"),
      .run = register_people },
    { .noun = "workshop",
      .verb = "withdraw",
      .operands = "WORKSHOP PERSON...",
      .least = 2,
      .most = -1,
      .summary = N_("take people out of a workshop, or off its waiting list"),
      .run = withdraw_people },
    { .noun = "workshop",
      .verb = "move",
      .operands = "WORKSHOP PERSON OTHER",
      .least = 3,
      .most = 3,
      .questions = SEAT_QUESTIONS,
      .summary = N_("move somebody from a workshop to another one"),
      .run = move_person },
    { .noun = "workshop",
      .verb = "wish",
      .operands = "MEETING PERSON WORKSHOP...",
      .least = 2,
      .most = -1,
      .summary = N_("note which workshops somebody wishes for, the best first; none: no "
                    "wishes any more"),
      .run = note_wishes },
    { .noun = "workshop",
      .verb = "why",
      .operands = "MEETING PERSON",
      .least = 2,
      .most = 2,
      .summary = N_("say what became of somebody's wishes, and what keeps them from a "
                    "seat"),
      .only_reads = true,
      .run = explain },
    { .noun = "workshop",
      .verb = "assign",
      .operands = "MEETING",
      .least = 1,
      .most = 1,
      .options = assign_options,
      .summary =
          N_("give seats in all workshops of a meeting by the wishes of its people"),
      .run = assign },
    { .noun = "workshop",
      .verb = "cancel",
      .operands = "WORKSHOP",
      .least = 1,
      .most = 1,
      .options = reason_options,
      .summary = N_("call a workshop off, and say who loses a place by it"),
      .run = cancel_workshop },
    { .noun = "workshop",
      .verb = "revive",
      .operands = "WORKSHOP",
      .least = 1,
      .most = 1,
      .summary = N_("plan a workshop again that was called off"),
      .run = revive_workshop },
    COMMAND_END,
};
