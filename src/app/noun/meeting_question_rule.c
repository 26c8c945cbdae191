/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meeting_question_rule.c - what the questions of a meeting keep to */
#include "noun/meeting_question_rule.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/language.h"
#include "atelier/domain/meeting.h"
#include "atelier/store/question_table.h"
#include "atelier/store/row_table.h"

bool
meeting_question_rule_check_open(struct atelier *at, int64_t meeting, struct error *err)
{
    struct meeting row;

    record_init(&meeting_entity, &row);
    const bool ok = row_load(at->db, &meeting_entity, meeting, &row, err) &&
                    (meeting_is_open(&row) ||
                     error_set(err, ERROR_RULE,
                               _("The meeting is %s: its questions stay as they are."),
                               _(meeting_states[row.state].label)));
    record_clear(&meeting_entity, &row);
    return ok;
}

/* Whether an answer that was given would be one to the question as it is now. */
static bool
check_answer(const struct meeting_question *question, const struct answer *answer,
             struct error *err)
{
    struct buffer text = { 0 };
    struct error ignored = { 0 };
    const bool fits = meeting_question_read(question, answer->text, &text, &ignored) &&
                      strcmp(buffer_text(&text), answer->text) == 0;

    buffer_clear(&text);
    return fits || error_set_field(err, ERROR_RULE, "choices",
                                   _("Somebody answered “%s”, which would be no answer "
                                     "any more.  Add to what there is to choose from, "
                                     "or ask a question of its own."),
                                   answer->text);
}

static bool
check_answers(struct atelier *at, const struct meeting_question *question,
              struct error *err)
{
    struct answer_list answers = { 0 };
    bool ok = answer_table_of_question(at->db, question->head.id, &answers, err);

    for (size_t i = 0; ok && i < answers.count; i++)
        ok = check_answer(question, &answers.items[i], err);
    answer_list_clear(&answers);
    return ok;
}

/* Letters that are the same but for case and accents make no other question. */
static bool
check_text(struct atelier *at, const struct meeting_question *question, struct error *err)
{
    struct meeting_question_list list = { 0 };
    bool ok = question_table_list(at->db, question->meeting, &list, err);

    if (ok && meeting_question_is_asked(&list, question->text, question->head.id))
        ok = error_set_field(err, ERROR_RULE, "text",
                             _("The meeting asks a question of this text already."));
    meeting_question_list_clear(&list);
    return ok;
}

bool
meeting_question_rule_check(struct atelier *at, const struct meeting_question *before,
                            const struct meeting_question *after, struct error *err)
{
    if (before && before->meeting != after->meeting)
        return error_set_field(
            err, ERROR_RULE, "meeting",
            _("A question stays with its meeting; add one to the other."));
    return meeting_question_rule_check_open(at, after->meeting, err) &&
           ((before && strcmp(before->text, after->text) == 0) ||
            check_text(at, after, err)) &&
           (!before || check_answers(at, after, err));
}

bool
meeting_question_rule_warn(struct atelier *at, const struct meeting_question *question,
                           struct buffer *text)
{
    const size_t length = text->length;
    char *choice;

    for (size_t i = 0; question->seats != NUMBER_NONE &&
                       (choice = meeting_question_choice(question, i)) != NULL;
         i++) {
        int64_t takers = 0;
        if (answer_table_count(at->db, question->head.id, choice, 0, &takers, NULL) &&
            takers > question->seats) {
            buffer_add(text, text->length > length ? ", " : _("Past their seats: "));
            meeting_question_show(question, choice, text);
            buffer_addf(text, _(" (%" PRId64 " of %" PRId64 ")"), takers,
                        question->seats);
        }
        free(choice);
    }
    if (text->length > length)
        buffer_add(text, _(".  Nobody loses their answer."));
    return text->length > length;
}

static bool
remove_answers(struct atelier *at, int64_t question, struct error *err)
{
    struct answer_list answers = { 0 };
    bool ok = answer_table_of_question(at->db, question, &answers, err);

    for (size_t i = 0; ok && i < answers.count; i++)
        ok = row_delete(at->db, &answer_entity, answers.items[i].head.id,
                        answers.items[i].head.rev, err);
    answer_list_clear(&answers);
    return ok;
}

bool
meeting_question_rule_check_removal(struct atelier *at,
                                    const struct meeting_question *question,
                                    struct error *err)
{
    return meeting_question_rule_check_open(at, question->meeting, err) &&
           remove_answers(at, question->head.id, err);
}

bool
meeting_question_rule_remove(struct atelier *at, int64_t meeting, struct error *err)
{
    struct meeting_question_list list = { 0 };
    bool ok = question_table_list(at->db, meeting, &list, err);

    for (size_t i = 0; ok && i < list.count; i++) {
        const struct record *question = &list.items[i].head;
        ok = remove_answers(at, question->id, err) &&
             row_delete(at->db, &meeting_question_entity, question->id, question->rev,
                        err);
    }
    meeting_question_list_clear(&list);
    return ok;
}
