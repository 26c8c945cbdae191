/* SPDX-License-Identifier: GPL-3.0-or-later */
/* question_command.c - what a meeting asks, and what is answered, as commands */
#include <stdlib.h>

#include "answers.h"
#include "atelier/app/answering.h"
#include "atelier/app/display.h"
#include "atelier/app/edit.h"
#include "atelier/app/register.h"
#include "atelier/base/language.h"
#include "atelier/domain/import.h"
#include "command/row_command.h"
#include "print.h"

static bool
list_questions(struct invocation *inv, struct error *err)
{
    struct listing_query query = { .kind = LISTING_MEETING_QUESTION };

    return invocation_row(inv, 0, ENTITY_MEETING, &query.scope, err) &&
           row_list(inv, &query, err);
}

static void
warn_of_name(struct invocation *inv, const struct meeting_question *question)
{
    struct buffer text = { 0 };

    import_add_question_advice(question->text, &text);
    print_lines(inv, buffer_text(&text));
    buffer_clear(&text);
}

static bool
add_question(struct invocation *inv, struct error *err)
{
    struct meeting_question question;

    record_init(&meeting_question_entity, &question);
    const bool ok =
        invocation_row(inv, 0, ENTITY_MEETING, &question.meeting, err) &&
        invocation_fill(inv, &question, err) &&
        edit_add(inv->at, &meeting_question_entity, &question, NULL, err) &&
        row_report(inv, &meeting_question_entity, question.head.id, _("added"), err);
    if (ok)
        warn_of_name(inv, &question);
    record_clear(&meeting_question_entity, &question);
    return ok;
}

static bool
copy_questions(struct invocation *inv, struct error *err)
{
    int64_t meeting;
    int64_t from = 0;
    size_t count = 0;

    if (!invocation_row(inv, 0, ENTITY_MEETING, &meeting, err) ||
        !invocation_option_row(inv, "from", ENTITY_MEETING, &from, err) ||
        !question_copy(inv->at, from, meeting, &count, err))
        return false;
    if (count == 0)
        print_line(
            inv, "%s",
            _("No question to take over: the meeting asks all of them already, or the "
              "other one asks nothing."));
    else
        print_line(inv,
                   ngettext("%zu question taken over, “atelier undo” takes it back.",
                            "%zu questions taken over, “atelier undo” takes them back.",
                            (unsigned long)count),
                   count);
    print_json(inv, json_pack("{s:I,s:I}", "meeting", (json_int_t)meeting, "questions",
                              (json_int_t)count));
    return true;
}

static bool
read_after(struct invocation *inv, int64_t *after, struct error *err)
{
    const bool is_top = invocation_option(inv, "top") != NULL;

    *after = 0;
    return is_top != (invocation_option(inv, "after") != NULL)
               ? invocation_option_row(inv, "after", ENTITY_MEETING_QUESTION, after, err)
               : error_set(err, ERROR_INPUT,
                           _("Say where to: --top, or --after QUESTION."));
}

static bool
move_question(struct invocation *inv, struct error *err)
{
    int64_t question;
    int64_t after;
    bool moved = false;

    return invocation_row(inv, 0, ENTITY_MEETING_QUESTION, &question, err) &&
           read_after(inv, &after, err) &&
           question_place(inv->at, question, after, &moved, err) &&
           row_report(inv, &meeting_question_entity, question,
                      moved ? _("moved") : _("nothing changed"), err);
}

/* --- answers */

/* What is kept of it, or nothing. */
static char *
answer_kept(struct invocation *inv, int64_t registration, int64_t question)
{
    struct answer_list answers = { 0 };
    struct error ignored = { 0 };
    struct buffer text = { 0 };

    if (answer_list(inv->at, registration, &answers, &ignored)) {
        const struct answer *answer = answer_to(&answers, question);
        struct meeting_question row;
        record_init(&meeting_question_entity, &row);
        if (answer &&
            edit_load(inv->at, &meeting_question_entity, question, &row, &ignored))
            meeting_question_show(&row, answer->text, &text);
        record_clear(&meeting_question_entity, &row);
    }
    answer_list_clear(&answers);
    return buffer_take(&text);
}

static void
report_answer(struct invocation *inv, int64_t person, int64_t registration,
              int64_t question)
{
    char *kept = answer_kept(inv, registration, question);
    struct buffer name = { 0 };

    display_title(inv->at, ENTITY_PERSON, person, &name);
    buffer_add(&name, " · ");
    display_title(inv->at, ENTITY_MEETING_QUESTION, question, &name);
    print_line(inv, "%s: %s", buffer_text(&name), *kept ? kept : _("no answer any more"));
    print_json(inv, json_pack("{s:I,s:I,s:s?}", "person", (json_int_t)person, "question",
                              (json_int_t)question, "answer", *kept ? kept : NULL));
    buffer_clear(&name);
    free(kept);
}

static bool
give_answer(struct invocation *inv, struct error *err)
{
    int64_t meeting;
    int64_t person;
    int64_t registration;
    int64_t question;
    struct questions sheet = { 0 };

    if (!invocation_row(inv, 0, ENTITY_MEETING, &meeting, err) ||
        !invocation_row(inv, 1, ENTITY_PERSON, &person, err) ||
        !question_find(inv->at, meeting, inv->operands[2], &question, err) ||
        !register_find(inv->at, meeting, person, &registration, err))
        return false;
    sheet.subject = (struct row_ref){ ENTITY_MEETING, meeting };
    const bool ok =
        answers_read(inv, &sheet, err) &&
        (answer_give(inv->at, registration, question,
                     inv->operand_count > 3 ? inv->operands[3] : "", &sheet, err) ||
         answers_explain(inv, &sheet, err));
    if (ok)
        report_answer(inv, person, registration, question);
    questions_clear(&sheet);
    return ok;
}

static const struct command_option list_options[] = { ROW_LIST_OPTIONS, { 0 } };

static const struct command_option copy_options[] = {
    { "from", "MEETING", N_("of which meeting; else of the last one of the group") },
    { 0 },
};

static const struct command_option move_options[] = {
    { "top", NULL, N_("before all others") },
    { "after", "QUESTION", N_("behind this one") },
    { 0 },
};

const struct command question_commands[] = {
    { .noun = "question",
      .verb = "add",
      .operands = "MEETING",
      .least = 1,
      .most = 1,
      .entity = &meeting_question_entity,
      .named = { "meeting" },
      .summary = N_("let a meeting ask everybody on its list something"),
      .run = add_question },
    { .noun = "question",
      .verb = "list",
      .operands = "MEETING",
      .least = 1,
      .most = 1,
      .options = list_options,
      .summary = N_("list what a meeting asks, with what was answered how often"),
      .only_reads = true,
      .run = list_questions },
    { .noun = "question",
      .verb = "show",
      .operands = "QUESTION",
      .least = 1,
      .most = 1,
      .entity = &meeting_question_entity,
      .summary = N_("show a question"),
      .only_reads = true,
      .run = row_show },
    { .noun = "question",
      .verb = "set",
      .operands = "QUESTION",
      .least = 1,
      .most = 1,
      .entity = &meeting_question_entity,
      .named = { "meeting" },
      .summary = N_("change a question"),
      .run = row_set },
    { .noun = "question",
      .verb = "remove",
      .operands = "QUESTION",
      .least = 1,
      .most = 1,
      .entity = &meeting_question_entity,
      .summary = N_("remove a question, and the answers to it"),
      .run = row_remove },
    { .noun = "question",
      .verb = "move",
      .operands = "QUESTION",
      .least = 1,
      .most = 1,
      .options = move_options,
      .summary = N_("put a question before or behind others of its meeting"),
      .run = move_question },
    { .noun = "question",
      .verb = "copy",
      .operands = "MEETING",
      .least = 1,
      .most = 1,
      .options = copy_options,
      .summary = N_("take the questions of another meeting over"),
      .run = copy_questions },
    { .noun = "registration",
      .verb = "answer",
      .operands = "MEETING PERSON QUESTION [ANSWER]",
      .least = 3,
      .most = 4,
      .questions = QUESTION_OPTION(SEAT),
      .summary = N_("note what somebody answers; without an answer take it back"),
      .run = give_answer },
    COMMAND_END,
};
