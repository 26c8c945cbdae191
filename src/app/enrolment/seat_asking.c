/* SPDX-License-Identifier: GPL-3.0-or-later */
/* seat_asking.c - what is asked before somebody takes a seat that is not there, in a
 * meeting or in a workshop */
#include "enrolment/seat_asking.h"

#include "atelier/base/language.h"
#include "atelier/store/row_table.h"

/* The answer of the sheet, when the login may give it. */
static bool
accept_answer(const struct seat_asking *asking, enum question_kind kind,
              struct error *err)
{
    return atelier_may(asking->at, question_permission(asking->questions, kind),
                       record_subject(&meeting_entity, asking->meeting), err);
}

/* Whether something of what blocks is a matter of that question; asks it, unless the
 * sheet answers it. */
static bool
pass_blockers(const struct seat_asking *asking, enum question_kind kind, bool *passes,
              struct error *err)
{
    *passes = seat_survey_asks(asking->verdict, kind);
    if (!*passes)
        return true;
    const struct question_entry *answer = question_answer(asking->questions, kind);
    if (answer && answer->value == QUESTION_YES)
        return accept_answer(asking, kind, err);
    struct buffer sentence = { 0 };
    if (asking->say)
        asking->say(asking->context, asking->verdict, kind, &sentence);
    else
        seat_survey_say_of(asking->at->db, asking->verdict, kind, &sentence);
    question_put(asking->questions, kind, err, "%s", buffer_text(&sentence));
    buffer_clear(&sentence);
    return false;
}

/* Rule 4: nobody goes before those who wait longer, unless knowingly. */
static bool
pass_turn(const struct seat_asking *asking, struct error *err)
{
    if (asking->ahead <= 0)
        return true;
    if (question_answer(asking->questions, QUESTION_OVERTAKE))
        return accept_answer(asking, QUESTION_OVERTAKE, err);
    struct buffer name = { 0 };
    row_title(asking->at->db, &registration_entity, asking->first, &name);
    question_put(asking->questions, QUESTION_OVERTAKE, err,
                 ngettext("%lld person waits longer: %s.",
                          "%lld people wait longer, %s first.",
                          (unsigned long)asking->ahead),
                 (long long)asking->ahead, buffer_text(&name));
    buffer_clear(&name);
    return false;
}

/* Whether a step ended the whole: what is asked does not, so that all of it is put at
 * once. */
static bool
is_refused(bool ok, const struct error *err)
{
    return !ok && err->kind != ERROR_QUESTION;
}

bool
seat_asking_pass(struct seat_asking *asking, struct error *err)
{
    const bool turn = pass_turn(asking, err);
    if (is_refused(turn, err))
        return false;
    const bool seat = pass_blockers(asking, QUESTION_SEAT, &asking->passed.seats, err);
    if (is_refused(seat, err))
        return false;
    if (!pass_blockers(asking, QUESTION_QUOTA, &asking->passed.quota, err) || !turn ||
        !seat)
        return false;
    if (asking->passed.seats)
        question_decide(asking->questions, QUESTION_SEAT);
    if (asking->passed.quota)
        question_decide(asking->questions, QUESTION_QUOTA);
    asking->passed.turn = asking->ahead > 0;
    if (asking->passed.turn)
        question_decide(asking->questions, QUESTION_OVERTAKE);
    return true;
}
