/* SPDX-License-Identifier: GPL-3.0-or-later */
/* registration_command.c - the list of a meeting as commands: register, accept, decline,
 * withdraw */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "answers.h"
#include "atelier/app/answering.h"
#include "atelier/app/display.h"
#include "atelier/app/register.h"
#include "atelier/app/substitute.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "command/bulk_command.h"
#include "command/meetings_command.h"
#include "command/row_command.h"
#include "given_answers.h"
#include "print.h"
#include "refused_person.h"
#include "register_outcome_print.h"

static enum registration_role
read_role(struct invocation *inv, bool *ok, struct error *err)
{
    const char *name = invocation_option(inv, "role");
    int role = name ? choice_find(registration_roles, name) : 0;
    *ok = role >= 0 ||
          error_set_field(err, ERROR_INPUT, "role",
                          _("--role is participant, speaker or staff, not “%s”."), name);
    return role >= 0 ? (enum registration_role)role : REGISTRATION_PARTICIPANT;
}

/* Reads who is meant; who cannot be found comes with that refusal. */
static bool
read_people(struct invocation *inv, const struct register_request *request,
            struct register_added *people, struct questions *sheets, struct error *err)
{
    for (int i = 0; i < inv->operand_count - 1; i++) {
        sheets[i].subject = (struct row_ref){ ENTITY_MEETING, request->meeting };
        people[i].questions = &sheets[i];
        if (!answers_read(inv, &sheets[i], err))
            return false;
        (void)invocation_row(inv, i + 1, ENTITY_PERSON, &people[i].person,
                             &people[i].refusal);
    }
    return true;
}

/* One alone is an act on a person, not on a list. */
static bool
add_people(struct invocation *inv, const struct register_request *request,
           struct register_added *people, size_t count, struct error *err)
{
    if (count > 1)
        return register_add_many(inv->at, request, people, count, err);
    struct register_request own = *request;
    own.person = people->person;
    own.questions = people->questions;
    if (people->refusal.kind == ERROR_NONE)
        (void)register_add(inv->at, &own, &people->outcome, &people->refusal);
    return true;
}

static bool
report_people(struct invocation *inv, struct register_added *people, size_t count,
              struct error *err)
{
    json_t *array = json_array();
    bool ok = true;
    for (size_t i = 0; i < count; i++) {
        struct register_added *added = &people[i];
        if (added->refusal.kind == ERROR_NONE) {
            register_outcome_print(inv, added->person, &added->outcome);
            json_array_append_new(array,
                                  register_outcome_json(added->person, &added->outcome));
            continue;
        }
        const struct refused_person refused = {
            .person = added->person,
            .operand = inv->operands[i + 1],
            .questions = added->questions,
            .refusal = &added->refusal,
        };
        refused_person_tell(inv, &refused, _("not registered"), array, ok, err);
        ok = false;
    }
    print_json(inv, array);
    return ok;
}

/* Every --answer; there is room for as many as there are options. */
static bool
read_typed(struct invocation *inv, struct register_request *request,
           struct answer_typed *typed, struct error *err)
{
    struct given_answers given = { 0 };
    bool ok = given_answers_read(inv, &given, err);

    for (size_t i = 0; ok && i < given.count; i++) {
        typed[i] =
            (struct answer_typed){ .text = given.items[i].text, .field = "answer" };
        ok = question_find(inv->at, request->meeting, given.items[i].question,
                           &typed[i].question, err);
    }
    request->typed = typed;
    request->typed_count = given.count;
    given_answers_clear(&given);
    return ok;
}

/* Several people are one act. */
static bool
add_registrations(struct invocation *inv, struct error *err)
{
    struct register_request request = {
        .source = SOURCE_DESK,
        .note = invocation_option(inv, "note"),
    };
    bool ok;
    request.role = read_role(inv, &ok, err);
    if (!ok)
        return false;
    if (meetings_are_meant(inv))
        return meetings_run(inv, &request, err);
    if (inv->operand_count < 2)
        return error_set(
            err, ERROR_INPUT,
            _("Say at which meeting, and who: MEETING PERSON..., or PERSON... "
              "with --meeting or --group."));
    if (!invocation_row(inv, 0, ENTITY_MEETING, &request.meeting, err))
        return false;
    const size_t count = (size_t)inv->operand_count - 1;
    struct register_added *people = memory_new(count, sizeof(*people));
    struct questions *sheets = memory_new(count, sizeof(*sheets));
    struct answer_typed *typed = memory_new(inv->given_count + 1, sizeof(*typed));
    ok = read_typed(inv, &request, typed, err) &&
         read_people(inv, &request, people, sheets, err) &&
         add_people(inv, &request, people, count, err) &&
         report_people(inv, people, count, err);
    for (size_t i = 0; i < count; i++)
        questions_clear(&sheets[i]);
    free(typed);
    free(sheets);
    free(people);
    return ok;
}

static bool
list_registrations(struct invocation *inv, struct error *err)
{
    struct listing_query query = {
        .kind = LISTING_REGISTRATION,
        .states = invocation_option(inv, "unanswered") ? LISTING_UNANSWERED : 0,
    };
    return invocation_row(inv, 0, ENTITY_MEETING, &query.scope, err) &&
           row_list(inv, &query, err);
}

/* --- somebody else in their place */

/* Of the two: who comes, and in whose place. */
static bool
substitute(struct invocation *inv, int64_t meeting, int64_t person,
           const struct substitute_request *wanted, struct error *err)
{
    struct questions sheet = { .subject = { ENTITY_MEETING, meeting } };
    struct substitute_request request = *wanted;
    struct register_outcome outcome = { 0 };

    request.reason = invocation_option(inv, "reason");
    request.questions = &sheet;
    const bool ok = register_find(inv->at, meeting, person, &request.registration, err) &&
                    answers_read(inv, &sheet, err) &&
                    (register_substitute(inv->at, &request, &outcome, err) ||
                     answers_explain(inv, &sheet, err));
    questions_clear(&sheet);
    if (!ok)
        return false;
    struct buffer name = { 0 };
    register_outcome_print(inv, request.person, &outcome);
    display_title(inv->at, ENTITY_PERSON, person, &name);
    print_line(inv, _("In the place of %s."), buffer_text(&name));
    buffer_clear(&name);
    json_t *json = register_outcome_json(request.person, &outcome);
    json_object_set_new(json, "substitute_for",
                        json_integer((json_int_t)request.registration));
    print_json(inv, json);
    return true;
}

static bool
substitute_registration(struct invocation *inv, struct error *err)
{
    struct substitute_request request = { .act = REGISTRATION_SUBSTITUTE };
    int64_t meeting;
    int64_t person;

    return invocation_row(inv, 0, ENTITY_MEETING, &meeting, err) &&
           invocation_row(inv, 1, ENTITY_PERSON, &person, err) &&
           invocation_row(inv, 2, ENTITY_PERSON, &request.person, err) &&
           substitute(inv, meeting, person, &request, err);
}

/* Who could come instead, and how; nothing is done of itself. */
static void
put_alternates(struct invocation *inv, int64_t meeting, int64_t person,
               int64_t registration, json_t *json)
{
    struct register_alternates list = { 0 };
    struct buffer text = { 0 };
    struct error ignored;
    json_t *array = json_array();

    if (register_alternates(inv->at, registration, &list, &ignored) &&
        register_alternates_say(inv->at, &list, &text)) {
        print_line(inv, "%s", buffer_text(&text));
        print_line(inv,
                   _("To let them come instead: atelier registration substitute "
                     "%" PRId64 " %" PRId64 " %" PRId64),
                   meeting, person, list.persons[0]);
    }
    for (size_t i = 0; i < list.count; i++)
        json_array_append_new(array, json_integer((json_int_t)list.persons[i]));
    json_object_set_new(json, "alternates", array);
    buffer_clear(&text);
    register_alternates_clear(&list);
}

/* --- one registration */

static bool
act(struct invocation *inv, enum registration_act act, struct error *err)
{
    int64_t meeting;
    int64_t registration;
    int64_t person;
    if (!invocation_row(inv, 0, ENTITY_MEETING, &meeting, err) ||
        !invocation_row(inv, 1, ENTITY_PERSON, &person, err) ||
        !register_find(inv->at, meeting, person, &registration, err))
        return false;

    struct questions sheet = { .subject = { ENTITY_MEETING, meeting } };
    struct register_outcome outcome = { 0 };
    bool ok = answers_read(inv, &sheet, err) &&
              (register_act(inv->at, registration, act, invocation_option(inv, "reason"),
                            &sheet, &outcome, err) ||
               answers_explain(inv, &sheet, err));
    questions_clear(&sheet);
    if (ok) {
        json_t *json = register_outcome_json(person, &outcome);
        register_outcome_print(inv, person, &outcome);
        if (!registration_is_live(outcome.state))
            put_alternates(inv, meeting, person, registration, json);
        print_json(inv, json);
    }
    return ok;
}

static json_t *
id_json(int64_t id)
{
    return id ? json_integer(id) : json_null();
}

/* "people" are the seats of the meeting, or those that the limit allows or holds. */
static json_t *
blocker_json(const struct seating_blocker *blocker)
{
    static const char *const kinds[] = { [SEATING_FULL] = "meeting",
                                         [SEATING_HELD] = "held",
                                         [SEATING_CATEGORY_FULL] = "category",
                                         [SEATING_ORGANISATION_FULL] = "organisation" };
    char until[DATE_TEXT_SIZE] = "";

    if (blocker->until.year)
        date_format(blocker->until, until);
    return json_pack(
        "{s:s,s:o,s:o,s:o,s:I,s:I,s:o}", "kind", kinds[blocker->kind], "quota",
        id_json(blocker->limit), "category", id_json(blocker->category), "organisation",
        id_json(blocker->organisation), "people", (json_int_t)blocker->people, "taken",
        (json_int_t)blocker->taken, "until", *until ? json_string(until) : json_null());
}

static json_t *
reasons_json(int64_t person, int64_t registration, const struct register_reasons *reasons)
{
    json_t *blocks = json_array();

    for (size_t i = 0; i < reasons->verdict.count; i++)
        json_array_append_new(blocks, blocker_json(&reasons->verdict.blockers[i]));
    return json_pack(
        "{s:o,s:I,s:s?,s:o,s:I,s:I,s:o,s:s}", "id", id_json(registration), "person",
        (json_int_t)person, "state",
        registration ? registration_states[reasons->state].name : NULL, "place",
        reasons->place ? json_integer((json_int_t)reasons->place) : json_null(),
        "waiting", (json_int_t)reasons->waiting, "ahead", (json_int_t)reasons->ahead,
        "blocks", blocks, "why", buffer_text(&reasons->text));
}

/* Of who is not on the list, too: it is asked before they register. */
static bool
find_reasons(struct invocation *inv, int64_t meeting, int64_t person,
             int64_t *registration, struct register_reasons *reasons, struct error *err)
{
    struct error missing = { 0 };

    if (register_find(inv->at, meeting, person, registration, &missing))
        return register_why(inv->at, *registration, reasons, err);
    if (missing.kind == ERROR_NOT_FOUND)
        return register_why_newcomer(inv->at, meeting, person, reasons, err);
    *err = missing;
    return false;
}

static bool
explain_registration(struct invocation *inv, struct error *err)
{
    int64_t meeting;
    int64_t registration = 0;
    int64_t person;
    struct register_reasons reasons = { 0 };

    const bool ok = invocation_row(inv, 0, ENTITY_MEETING, &meeting, err) &&
                    invocation_row(inv, 1, ENTITY_PERSON, &person, err) &&
                    find_reasons(inv, meeting, person, &registration, &reasons, err);
    if (ok) {
        print_line(inv, "%s", buffer_text(&reasons.text));
        print_json(inv, reasons_json(person, registration, &reasons));
    }
    register_reasons_clear(&reasons);
    return ok;
}

/* One alone is an act on a person, not on a list. */
static bool
act_on_registration(struct invocation *inv, struct error *err)
{
    const enum registration_act what = (enum registration_act)inv->command->argument;
    const struct bulk_request several = { .act = what };

    return bulk_is_meant(inv) ? bulk_run(inv, &several, err) : act(inv, what, err);
}

/* Who has not answered waits for nothing: of a list those alone are meant who do. */
static bool
promote_registrations(struct invocation *inv, struct error *err)
{
    const struct bulk_request several = { .act = REGISTRATION_ACCEPT };

    return bulk_is_meant(inv)
               ? bulk_run_among(inv, &several, 1U << REGISTRATION_WAITING, err)
               : act(inv, REGISTRATION_ACCEPT, err);
}

static bool
excuse_registration(struct invocation *inv, struct error *err)
{
    struct substitute_request request = { .act = REGISTRATION_EXCUSE };
    int64_t meeting;
    int64_t person;

    if (!invocation_option(inv, "represented-by"))
        return act_on_registration(inv, err);
    if (bulk_is_meant(inv))
        return error_set_field(err, ERROR_INPUT, "represented-by",
                               _("--represented-by goes with one person."));
    return invocation_row(inv, 0, ENTITY_MEETING, &meeting, err) &&
           invocation_row(inv, 1, ENTITY_PERSON, &person, err) &&
           invocation_option_row(inv, "represented-by", ENTITY_PERSON, &request.person,
                                 err) &&
           substitute(inv, meeting, person, &request, err);
}

static const struct command_option add_options[] = {
    { "role", "ROLE", N_("participant, speaker or staff") },
    { "note", "TEXT", N_("a note beside the name") },
    { "answer", "QUESTION=VALUE", N_("what they answer; once for each question") },
    { "meeting", "MEETING", N_("at this one, in one act with others: several times") },
    { "group", "GROUP", N_("at all its meetings to come, in one act") },
    { "from", "DAY", N_("of these, from that day on") },
    { "to", "DAY", N_("of these, up to that day") },
    { "dry-run", NULL, N_("say what would happen to whom; nothing is written") },
    { 0 },
};
static const struct command_option list_options[] = {
    { "unanswered", NULL, N_("only who did not answer what is required") },
    ROW_LIST_OPTIONS,
    { 0 },
};
static const struct command_option substitute_options[] = {
    { "reason", "TEXT", N_("why; it stands beside the name") },
    { 0 },
};
static const struct command_option several_options[] = { BULK_OPTIONS, { 0 } };
static const struct command_option promote_options[] = {
    { "all", NULL, N_("everybody on the list who waits") },
    { "search", "TEXT", N_("whoever waits and has these words in their row") },
    { "dry-run", NULL, N_("tell what would happen, and write nothing") },
    { 0 },
};
static const struct command_option reason_options[] = {
    { "reason", "TEXT", N_("why; it stands beside the name") },
    BULK_OPTIONS,
    { 0 },
};
static const struct command_option excuse_options[] = {
    { "reason", "TEXT", N_("why; it stands beside the name") },
    { "represented-by", "PERSON", N_("who comes in their place") },
    BULK_OPTIONS,
    { 0 },
};

#define SEAT_QUESTIONS                                                                   \
    (QUESTION_OPTION(SEAT) | QUESTION_OPTION(QUOTA) | QUESTION_OPTION(OVERTAKE))

#define ON_REGISTRATION(VERB, ACT, SUMMARY, OPTIONS, QUESTIONS)                          \
    {                                                                                    \
        .noun = "registration", .verb = VERB, .operands = "MEETING [PERSON...]",         \
        .least = 1, .most = -1, .options = OPTIONS, .questions = QUESTIONS,              \
        .summary = SUMMARY, .run = act_on_registration, .argument = ACT                  \
    }

const struct command registration_commands[] = {
    { .noun = "registration",
      .verb = "add",
      .operands = "MEETING PERSON...",
      .least = 1,
      .most = -1,
      .options = add_options,
      .questions = SEAT_QUESTIONS,
      .summary = N_("register people for a meeting; prints each outcome"),
      .run = add_registrations },
    { .noun = "registration",
      .verb = "list",
      .operands = "MEETING",
      .least = 1,
      .most = 1,
      .options = list_options,
      .summary = N_("list who comes, who is invited, who waits"),
      .only_reads = true,
      .run = list_registrations },
    ON_REGISTRATION("accept", REGISTRATION_ACCEPT, N_("record that somebody comes"),
                    several_options, SEAT_QUESTIONS),
    { .noun = "registration",
      .verb = "promote",
      .operands = "MEETING [PERSON...]",
      .least = 1,
      .most = -1,
      .options = promote_options,
      .questions = SEAT_QUESTIONS,
      .summary = N_("record that somebody comes from the waiting list: another word for "
                    "accept"),
      .run = promote_registrations },
    ON_REGISTRATION("decline", REGISTRATION_DECLINE,
                    N_("record that somebody does not come"), reason_options, 0),
    { .noun = "registration",
      .verb = "excuse",
      .operands = "MEETING [PERSON...]",
      .least = 1,
      .most = -1,
      .options = excuse_options,
      .questions = SEAT_QUESTIONS,
      .summary = N_("record that somebody is excused"),
      .argument = REGISTRATION_EXCUSE,
      .run = excuse_registration },
    ON_REGISTRATION("refuse", REGISTRATION_REFUSE,
                    N_("record that the office refuses somebody"), reason_options, 0),
    ON_REGISTRATION("withdraw", REGISTRATION_WITHDRAW,
                    N_("record that somebody withdrew; the seat is free"), reason_options,
                    0),
    ON_REGISTRATION("revive", REGISTRATION_REVIVE,
                    N_("record that somebody comes after all"), several_options,
                    SEAT_QUESTIONS),
    { .noun = "registration",
      .verb = "substitute",
      .operands = "MEETING PERSON BY",
      .least = 3,
      .most = 3,
      .options = substitute_options,
      .questions = SEAT_QUESTIONS,
      .summary = N_("put BY in the place of PERSON, on the same seat"),
      .run = substitute_registration },
    { .noun = "registration",
      .verb = "why",
      .operands = "MEETING PERSON",
      .least = 2,
      .most = 2,
      .summary = N_("say what keeps somebody from a seat"),
      .only_reads = true,
      .run = explain_registration },
    COMMAND_END,
};
