/* SPDX-License-Identifier: GPL-3.0-or-later */
/* answer_note.c - the answer of somebody on a list: read, counted, written */
#include "answer/answer_note.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/domain/meeting.h"
#include "atelier/store/question_table.h"
#include "atelier/store/registration_table.h"
#include "atelier/store/row_table.h"

bool
answer_check_open(struct atelier *at, const struct registration *registration,
                  struct meeting *meeting, struct error *err)
{
    if (!row_load(at->db, &meeting_entity, registration->meeting, meeting, err))
        return false;
    if (!meeting_is_open(meeting))
        return error_set(err, ERROR_RULE,
                         _("The meeting is %s: its list does not change any more."),
                         _(meeting_states[meeting->state].label));
    return registration_is_live(registration->state) ||
           error_set(err, ERROR_RULE,
                     _("This person is not on the list of the meeting; register them "
                       "there first."));
}

/* One answer on its way into the file. */
struct noting {
    struct atelier *at;
    const struct registration *registration;
    struct questions *sheet; /* of the act; or NULL */
    struct meeting_question question;
    struct answer answer; /* as it was; id 0: there was none */
    struct buffer text;   /* as it will be; empty: none */
};

static bool
load(struct noting *noting, int64_t question, struct error *err)
{
    struct atelier *at = noting->at;
    const struct registration *registration = noting->registration;

    if (!row_load(at->db, &meeting_question_entity, question, &noting->question, err) ||
        !answer_table_find(at->db, question, registration->head.id, &noting->answer, err))
        return false;
    return noting->question.meeting == registration->meeting ||
           error_set(err, ERROR_RULE,
                     _("Another meeting asks “%s”; “atelier question list MEETING” shows "
                       "what this one asks."),
                     noting->question.text);
}

/* Past the seats of a choice goes who says why, and may. */
static bool
ask_seat(const struct noting *noting, const char *choice, int64_t others,
         struct error *err)
{
    const struct meeting_question *question = &noting->question;
    const struct question_entry *answer = question_answer(noting->sheet, QUESTION_SEAT);
    struct buffer words = { 0 };

    if (answer && answer->value == QUESTION_YES) {
        question_decide(noting->sheet, QUESTION_SEAT);
        return atelier_may(noting->at, question_permission(noting->sheet, QUESTION_SEAT),
                           (struct row_ref){ ENTITY_MEETING, question->meeting }, err);
    }
    meeting_question_show(question, choice, &words);
    question_put(noting->sheet, QUESTION_SEAT, err,
                 /* TRANSLATORS: an answer, a question, its seats */
                 _("“%s” for “%s”: %" PRId64 " of %" PRId64
                   " taken.  Choose another answer, or give the question more seats."),
                 buffer_text(&words), question->text, others, question->seats);
    buffer_clear(&words);
    return false;
}

/* Whose choice it was has a seat for it already. */
static bool
check_seat(const struct noting *noting, const char *choice, struct error *err)
{
    const struct meeting_question *question = &noting->question;
    int64_t others = 0;

    if (!meeting_question_takes(buffer_text(&noting->text), choice) ||
        (noting->answer.text && meeting_question_takes(noting->answer.text, choice)))
        return true;
    if (!answer_table_count(noting->at->db, question->head.id, choice,
                            noting->registration->head.id, &others, err))
        return false;
    return others < question->seats || ask_seat(noting, choice, others, err);
}

static bool
check_seats(const struct noting *noting, struct error *err)
{
    bool ok = true;
    char *choice;

    if (noting->question.seats == NUMBER_NONE)
        return true;
    for (size_t i = 0;
         ok && (choice = meeting_question_choice(&noting->question, i)) != NULL; i++) {
        ok = check_seat(noting, choice, err);
        free(choice);
    }
    return ok;
}

static bool
write(struct noting *noting, enum act *act, struct error *err)
{
    struct atelier *at = noting->at;
    struct answer *answer = &noting->answer;
    const bool is_new = answer->head.id == 0;

    if (noting->text.length == 0) {
        *act = ACT_ANSWER_REMOVE;
        return row_delete(at->db, &answer_entity, answer->head.id, answer->head.rev, err);
    }
    memory_replace(&answer->text, buffer_text(&noting->text));
    answer->question = noting->question.head.id;
    answer->registration = noting->registration->head.id;
    *act = is_new ? ACT_ANSWER_ADD : ACT_ANSWER_CHANGE;
    return is_new ? row_insert(at->db, &answer_entity, answer, at->login, atelier_now(at),
                               err)
                  : row_update(at->db, &answer_entity, answer, at->login, atelier_now(at),
                               err);
}

static bool
check_open(const struct noting *noting, struct error *err)
{
    struct meeting meeting;

    record_init(&meeting_entity, &meeting);
    const bool ok = answer_check_open(noting->at, noting->registration, &meeting, err);
    record_clear(&meeting_entity, &meeting);
    return ok;
}

static bool
read_typed(struct noting *noting, const struct answer_typed *typed, struct error *err)
{
    const bool ok =
        load(noting, typed->question, err) &&
        meeting_question_read(&noting->question, typed->text, &noting->text, err);

    if (!ok && err && err->kind == ERROR_INPUT && typed->field)
        err->field = typed->field;
    return ok;
}

bool
answer_note(struct atelier *at, const struct registration *registration,
            const struct answer_typed *typed, struct questions *sheet, enum act *act,
            bool *changed, struct error *err)
{
    struct noting noting = { .at = at, .registration = registration, .sheet = sheet };

    *changed = false;
    record_init(&meeting_question_entity, &noting.question);
    record_init(&answer_entity, &noting.answer);
    bool ok = read_typed(&noting, typed, err);
    if (ok) {
        const char *before = noting.answer.text ? noting.answer.text : "";
        *changed = strcmp(before, buffer_text(&noting.text)) != 0;
        ok = !*changed || (check_open(&noting, err) && check_seats(&noting, err) &&
                           write(&noting, act, err));
    }
    buffer_clear(&noting.text);
    record_clear(&answer_entity, &noting.answer);
    record_clear(&meeting_question_entity, &noting.question);
    return ok;
}

/* --- who is about to come */

/* What somebody answered who has left the list keeps no seat. */
static bool
check_one(struct atelier *at, const struct registration *registration,
          const struct answer_typed *typed, struct questions *sheet, struct error *err)
{
    struct noting noting = { .at = at, .registration = registration, .sheet = sheet };

    record_init(&meeting_question_entity, &noting.question);
    record_init(&answer_entity, &noting.answer);
    bool ok = read_typed(&noting, typed, err);
    if (ok && !(registration->head.id && registration_is_live(registration->state)))
        record_clear(&answer_entity, &noting.answer);
    ok = ok && check_seats(&noting, err);
    buffer_clear(&noting.text);
    record_clear(&answer_entity, &noting.answer);
    record_clear(&meeting_question_entity, &noting.question);
    return ok;
}

bool
answer_check_all(struct atelier *at, int64_t meeting, int64_t person,
                 const struct answer_typed *typed, size_t count, struct questions *sheet,
                 struct error *err)
{
    struct registration registration;

    if (count == 0)
        return true;
    record_init(&registration_entity, &registration);
    bool ok = registration_table_find(at->db, meeting, person, &registration, err);
    registration.meeting = meeting;
    for (size_t i = 0; ok && i < count; i++)
        ok = check_one(at, &registration, &typed[i], sheet, err);
    record_clear(&registration_entity, &registration);
    return ok;
}

/* --- who comes back */

static bool
has_seats(struct atelier *at, const struct meeting_question *question,
          const struct answer *answer, bool *has, struct error *err)
{
    bool ok = true;
    char *choice;

    *has = true;
    if (question->seats == NUMBER_NONE)
        return true;
    for (size_t i = 0; ok && (choice = meeting_question_choice(question, i)) != NULL;
         i++) {
        int64_t others = 0;
        ok = answer_table_count(at->db, question->head.id, choice, answer->registration,
                                &others, err);
        *has = *has && (others < question->seats ||
                        !meeting_question_takes(answer->text, choice));
        free(choice);
    }
    return ok;
}

static bool
keep_or_drop(struct atelier *at, const struct answer *answer, struct error *err)
{
    struct meeting_question question;
    bool has = true;

    record_init(&meeting_question_entity, &question);
    bool ok =
        row_load(at->db, &meeting_question_entity, answer->question, &question, err) &&
        has_seats(at, &question, answer, &has, err) &&
        (has ||
         row_delete(at->db, &answer_entity, answer->head.id, answer->head.rev, err));
    record_clear(&meeting_question_entity, &question);
    return ok;
}

bool
answers_come_back(struct atelier *at, int64_t registration, struct error *err)
{
    struct answer_list list = { 0 };
    bool ok = answer_table_of_registration(at->db, registration, &list, err);

    for (size_t i = 0; ok && i < list.count; i++)
        ok = keep_or_drop(at, &list.items[i], err);
    answer_list_clear(&list);
    return ok;
}

bool
answer_note_all(struct atelier *at, int64_t registration,
                const struct answer_typed *typed, size_t count, struct questions *sheet,
                bool *changed, struct error *err)
{
    struct registration row;
    enum act act;

    *changed = false;
    if (count == 0)
        return true;
    record_init(&registration_entity, &row);
    bool ok = row_load(at->db, &registration_entity, registration, &row, err);
    for (size_t i = 0; ok && i < count; i++) {
        bool another = false;
        ok = answer_note(at, &row, &typed[i], sheet, &act, &another, err);
        *changed = *changed || another;
    }
    record_clear(&registration_entity, &row);
    return ok;
}
