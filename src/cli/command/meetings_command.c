/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meetings_command.c - people registered at several meetings, or at all of a group that
 * are to come, in one command, which is one act */
#include "command/meetings_command.h"

#include <stdlib.h>
#include <string.h>

#include "answers.h"
#include "atelier/app/display.h"
#include "atelier/app/edit.h"
#include "atelier/app/register_meetings.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "given_answers.h"
#include "print.h"

/* Which meetings and whom, and who was named and is not known. */
struct meant {
    int64_t *meetings;
    size_t meeting_count;
    int64_t *persons;
    size_t person_count;
    int first; /* of the operands that are people */
    size_t missing;
    json_t *array;
};

bool
meetings_are_meant(const struct invocation *inv)
{
    return invocation_option(inv, "meeting") || invocation_option(inv, "group") ||
           invocation_option(inv, "from") || invocation_option(inv, "to") ||
           invocation_option(inv, "dry-run");
}

/* --- which */

/* Whether its first day lies between those two; a day that was not given bounds nothing.
 */
static bool
is_between(struct invocation *inv, int64_t id, struct date from, struct date to)
{
    struct meeting meeting;
    struct error ignored = { 0 };

    record_init(&meeting_entity, &meeting);
    const bool is_there =
        edit_load(inv->at, &meeting_entity, id, &meeting, &ignored) &&
        (from.year == 0 || date_compare(meeting.start.date, from) >= 0) &&
        (to.year == 0 || date_compare(meeting.start.date, to) <= 0);
    record_clear(&meeting_entity, &meeting);
    return is_there;
}

static bool
find_of_group(struct invocation *inv, struct meant *meant, struct error *err)
{
    struct date from = { 0 };
    struct date to = { 0 };
    int64_t group = 0;
    size_t kept = 0;

    if (!invocation_option_row(inv, "group", ENTITY_WORKING_GROUP, &group, err) ||
        !invocation_option_day(inv, "from", &from, err) ||
        !invocation_option_day(inv, "to", &to, err) ||
        !register_meetings_find(inv->at, group, &meant->meetings, &meant->meeting_count,
                                err))
        return false;
    for (size_t i = 0; i < meant->meeting_count; i++)
        if (is_between(inv, meant->meetings[i], from, to))
            meant->meetings[kept++] = meant->meetings[i];
    meant->meeting_count = kept;
    return kept > 0 ||
           error_set(err, ERROR_RULE, _("No meeting of the group is to come then."));
}

static void
add_meeting(struct meant *meant, int64_t meeting)
{
    for (size_t i = 0; i < meant->meeting_count; i++)
        if (meant->meetings[i] == meeting)
            return;
    meant->meetings[meant->meeting_count++] = meeting;
}

/* Each once, in the order in which they were named. */
static bool
find_named(struct invocation *inv, struct meant *meant, struct error *err)
{
    bool ok = true;

    meant->meetings = memory_new(inv->given_count, sizeof(*meant->meetings));
    for (size_t i = 0; ok && i < inv->given_count; i++) {
        int64_t meeting = 0;
        if (strcmp(inv->given[i].name, "meeting") != 0)
            continue;
        ok = invocation_given_row(inv, i, ENTITY_MEETING, &meeting, err);
        if (ok)
            add_meeting(meant, meeting);
    }
    return ok;
}

/* The first operand, where a dry run is all that was asked for. */
static bool
find_alone(struct invocation *inv, struct meant *meant, struct error *err)
{
    meant->meetings = memory_new(1, sizeof(*meant->meetings));
    meant->meeting_count = 1;
    meant->first = 1;
    return invocation_row(inv, 0, ENTITY_MEETING, meant->meetings, err) &&
           (inv->operand_count > 1 ||
            error_set(err, ERROR_INPUT, _("Say who, too: MEETING PERSON...")));
}

static bool
find_meetings(struct invocation *inv, struct meant *meant, struct error *err)
{
    const bool is_timed = invocation_option(inv, "from") || invocation_option(inv, "to");
    const bool are_named = invocation_option(inv, "meeting") != NULL;

    if (are_named && (is_timed || invocation_option(inv, "group")))
        return error_set_field(err, ERROR_INPUT, "meeting",
                               _("Either --meeting names the meetings, or --group, "
                                 "with --from and --to."));
    if (are_named)
        return find_named(inv, meant, err);
    if (invocation_option(inv, "group"))
        return find_of_group(inv, meant, err);
    return is_timed ? error_set_field(err, ERROR_INPUT, "group",
                                      _("Say of which group: --group GROUP."))
                    : find_alone(inv, meant, err);
}

/* Each once; one who cannot be found does not keep the others back. */
static void
find_people(struct invocation *inv, struct meant *meant)
{
    meant->persons = memory_new((size_t)inv->operand_count, sizeof(*meant->persons));
    for (int i = meant->first; i < inv->operand_count; i++) {
        struct error refusal = { 0 };
        int64_t person = 0;
        size_t seen = 0;
        if (!invocation_row(inv, i, ENTITY_PERSON, &person, &refusal)) {
            meant->missing++;
            print_line(inv, _("%s: left as they are.  %s"), inv->operands[i],
                       refusal.message);
            json_array_append_new(meant->array,
                                  json_pack("{s:s,s:s}", "person", inv->operands[i],
                                            "refused", refusal.message));
            continue;
        }
        while (seen < meant->person_count && meant->persons[seen] != person)
            seen++;
        if (seen == meant->person_count)
            meant->persons[meant->person_count++] = person;
    }
}

/* --- what came of it */

static json_t *
unasked_json(const struct meetings_outcome *outcome, int64_t meeting)
{
    json_t *array = json_array();

    for (size_t i = 0; i < outcome->unasked_count; i++)
        if (outcome->unasked[i].meeting == meeting)
            json_array_append_new(array, json_string(outcome->unasked[i].question));
    return array;
}

static json_t *
row_json(const struct meetings_outcome *outcome, const struct meetings_row *row)
{
    const bool done = row->refusal.kind == ERROR_NONE;

    return json_pack("{s:I,s:I,s:s?,s:b,s:o,s:s?}", "meeting", (json_int_t)row->meeting,
                     "person", (json_int_t)row->person, "state",
                     done ? registration_states[row->outcome.state].name : NULL,
                     "already", done && row->outcome.already, "unasked",
                     unasked_json(outcome, row->meeting), "refused",
                     done ? NULL : row->refusal.message);
}

static void
put_outcome(struct invocation *inv, const struct meetings_outcome *outcome, bool dry_run,
            size_t missing, json_t *array)
{
    struct buffer text = { 0 };
    const size_t left = outcome->refused + missing;

    meetings_outcome_say(inv->at, outcome, SIZE_MAX, &text);
    for (const char *line = buffer_text(&text); *line; line += strspn(line, "\n")) {
        const size_t length = strcspn(line, "\n");
        print_line(inv, "%.*s", (int)length, line);
        line += length;
    }
    print_line(inv,
               dry_run ? _("To be registered: %zu.  On the list already: %zu.  Left as "
                           "they are: %zu.  Nothing was written.")
                       : _("Registered: %zu.  On the list already: %zu.  Left as they "
                           "are: %zu."),
               outcome->done, outcome->already, left);
    for (size_t i = 0; i < outcome->count; i++)
        json_array_append_new(array, row_json(outcome, &outcome->rows[i]));
    buffer_clear(&text);
}

/* What was asked, with the option that answers it, stands in the end. */
static bool
end_left(struct invocation *inv, const struct meetings_outcome *outcome, size_t missing,
         struct questions *sheet, struct error *err)
{
    const size_t left = outcome->refused + missing;

    for (size_t i = outcome->count; i-- > 0;)
        if (outcome->rows[i].refusal.kind == ERROR_QUESTION) {
            sheet->subject.id = outcome->rows[i].meeting;
            *err = outcome->rows[i].refusal;
            return answers_explain(inv, sheet, err);
        }
    return left == 0 ||
           error_set(err, ERROR_RULE,
                     ngettext("%zu registration was not made.",
                              "%zu registrations were not made.", (unsigned long)left),
                     left);
}

bool
meetings_run(struct invocation *inv, const struct register_request *what,
             struct error *err)
{
    struct meant meant = { .array = json_array() };
    struct questions sheet = { .subject = { ENTITY_MEETING, 0 } };
    struct meetings_outcome outcome = { 0 };
    struct given_answers given = { 0 };
    bool ok = find_meetings(inv, &meant, err) && answers_read(inv, &sheet, err) &&
              given_answers_read(inv, &given, err);

    if (ok) {
        find_people(inv, &meant);
        const struct meetings_request request = {
            .meetings = meant.meetings,
            .meeting_count = meant.meeting_count,
            .persons = meant.persons,
            .person_count = meant.person_count,
            .role = what->role,
            .source = what->source,
            .note = what->note,
            .answers = given.items,
            .answer_count = given.count,
            .questions = &sheet,
            .dry_run = invocation_option(inv, "dry-run") != NULL,
        };
        ok = register_meetings(inv->at, &request, &outcome, err) ||
             answers_explain(inv, &sheet, err);
        if (ok) {
            put_outcome(inv, &outcome, request.dry_run, meant.missing, meant.array);
            print_json(inv, json_incref(meant.array));
            ok = end_left(inv, &outcome, meant.missing, &sheet, err);
        }
    }
    json_decref(meant.array);
    meetings_outcome_clear(&outcome);
    given_answers_clear(&given);
    questions_clear(&sheet);
    free(meant.persons);
    free(meant.meetings);
    return ok;
}
