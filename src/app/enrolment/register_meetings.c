/* SPDX-License-Identifier: GPL-3.0-or-later */
/* register_meetings.c - people onto the lists of several meetings in one act; who does
 * not fit on one of them is passed over there (rule 11) */
#include "atelier/app/register_meetings.h"

#include <stdlib.h>
#include <string.h>

#include "answer/answer_note.h"
#include "atelier/app/browse.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/domain/meeting.h"
#include "atelier/store/row_table.h"
#include "enrolment/enrolment.h"
#include "enrolment/settle.h"
#include "session/operation.h"

/* --- which meetings */

enum { ROWS_AT_ONCE = 100 };

/* Whoever registers somebody for "all that come" does not mean one without a day. */
static bool
has_day(struct atelier *at, int64_t id)
{
    struct meeting meeting;
    struct error ignored = { 0 };

    record_init(&meeting_entity, &meeting);
    const bool has = row_load(at->db, &meeting_entity, id, &meeting, &ignored) &&
                     meeting_is_undecided(&meeting);
    record_clear(&meeting_entity, &meeting);
    return has;
}

bool
register_meetings_find(struct atelier *at, int64_t group, int64_t **ids, size_t *count,
                       struct error *err)
{
    const struct listing_query query = { .kind = LISTING_GROUP_MEETING,
                                         .scope = group,
                                         .from = atelier_now(at) };
    struct listing_key key = { 0 };
    size_t capacity = 0;
    bool more = true;
    bool ok = true;

    *ids = NULL;
    *count = 0;
    for (bool first = true; ok && more; first = false) {
        struct listing_page page = { 0 };
        ok = listing_fetch(at, &query, first ? LISTING_FIRST : LISTING_AFTER, &key,
                           ROWS_AT_ONCE, &page, err);
        for (size_t i = 0; ok && i < page.count; i++) {
            if (!has_day(at, page.rows[i].id))
                continue;
            *ids = memory_grow(*ids, &capacity, *count + 1, sizeof(**ids));
            (*ids)[(*count)++] = page.rows[i].id;
        }
        more = ok && page.more_after && page.count > 0;
        if (more)
            listing_key_copy(&key, &page.rows[page.count - 1].key);
        listing_page_clear(&page);
    }
    listing_key_clear(&key);
    return ok;
}

/* --- the act */

struct meetings_work {
    struct atelier *at;
    const struct meetings_request *request;
    struct meetings_outcome *outcome;
    struct buffer summary;      /* titles of the meetings where somebody was added */
    struct answer_typed *typed; /* at the meeting that is open */
    size_t typed_count;
    bool *settles; /* of each meeting: seats of it may go on */
    struct seat_passed passed;
};

static void
count_row(struct meetings_work *work, const struct meetings_row *row)
{
    const struct register_outcome *outcome = &row->outcome;

    work->outcome->refused += row->refusal.kind != ERROR_NONE;
    if (row->refusal.kind != ERROR_NONE)
        return;
    work->outcome->already += outcome->already;
    work->outcome->done += !outcome->already;
    seat_passed_add(&work->passed, &outcome->passed);
}

/* Whether that meeting asks it; it is no error if it does not. */
static bool
find_question(struct meetings_work *work, int64_t meeting,
              const struct meetings_answer *answer, bool *is_asked, struct error *err)
{
    struct answer_typed *typed = &work->typed[work->typed_count];
    struct error missing = { 0 };

    *typed = (struct answer_typed){ .text = answer->text, .field = "answer" };
    *is_asked =
        question_find(work->at, meeting, answer->question, &typed->question, &missing);
    return *is_asked || missing.kind == ERROR_NOT_FOUND || error_pass(err, &missing);
}

/* What that meeting asks of all that is answered. */
static bool
find_questions(struct meetings_work *work, int64_t meeting, struct error *err)
{
    const struct meetings_request *request = work->request;
    struct meetings_outcome *outcome = work->outcome;
    bool ok = true;

    work->typed_count = 0;
    for (size_t i = 0; ok && i < request->answer_count; i++) {
        bool is_asked;
        ok = find_question(work, meeting, &request->answers[i], &is_asked, err);
        if (is_asked)
            work->typed_count++;
        else if (ok)
            outcome->unasked[outcome->unasked_count++] =
                (struct meetings_unasked){ meeting, request->answers[i].question };
    }
    return ok;
}

/* A question that nobody asks was not meant. */
static bool
check_asked(const struct meetings_work *work, struct error *err)
{
    const struct meetings_request *request = work->request;

    for (size_t i = 0; i < request->answer_count; i++) {
        const char *question = request->answers[i].question;
        size_t count = 0;
        for (size_t j = 0; j < work->outcome->unasked_count; j++)
            count += work->outcome->unasked[j].question == question;
        if (count == request->meeting_count)
            return error_set_field(
                err, ERROR_NOT_FOUND, "answer",
                _("None of the meetings asks anything called “%s”.  “atelier question "
                  "list MEETING” shows what one asks."),
                question);
    }
    return true;
}

/* What holds for all of them, such as what is no answer. */
static bool
refuse_all(const struct enrolment *enrolment, const struct meetings_row *row,
           struct error *err)
{
    const char *title = enrolment->meeting.title ? enrolment->meeting.title : "";

    if (row->refusal.kind != ERROR_INPUT)
        return error_pass(err, &row->refusal);
    return error_set_field(err, row->refusal.kind, row->refusal.field, _("%s: %s"), title,
                           row->refusal.message);
}

/* One of them at the meeting that is open; false: the act cannot go on. */
static bool
enter(struct meetings_work *work, struct enrolment *enrolment, struct meetings_row *row,
      struct error *err)
{
    const struct meetings_request *request = work->request;
    const struct register_request own = {
        .meeting = row->meeting,
        .person = row->person,
        .role = request->role,
        .source = request->source,
        .note = request->note,
        .questions = request->questions,
    };

    if (answer_check_all(work->at, row->meeting, row->person, work->typed,
                         work->typed_count, request->questions, &row->refusal) &&
        enrolment_enter(enrolment, &own, &row->outcome, &row->refusal))
        return answer_note_all(work->at, row->outcome.registration, work->typed,
                               work->typed_count, request->questions,
                               &row->outcome.answered, err);
    return enrolment_passes_over(&row->refusal) || refuse_all(enrolment, row, err);
}

/* All of them at one meeting; a list that does not change any more refuses each. */
static bool
treat_meeting(struct meetings_work *work, size_t place, struct error *err)
{
    const int64_t meeting = work->request->meetings[place];
    struct enrolment enrolment = { .at = work->at };
    struct error shut = { 0 };
    bool ok = atelier_may(work->at, ACT_REGISTRATION_ADD_NEEDS,
                          (struct row_ref){ ENTITY_MEETING, meeting }, err);
    const bool is_open = ok && enrolment_open(&enrolment, work->at, meeting, &shut);
    const size_t before = work->outcome->done;
    bool answers = false; /* anybody who is on the list */

    ok = ok && (is_open || enrolment_passes_over(&shut) || error_pass(err, &shut)) &&
         find_questions(work, meeting, err);
    for (size_t i = 0; ok && i < work->request->person_count; i++) {
        struct meetings_row *row = &work->outcome->rows[work->outcome->count++];
        *row = (struct meetings_row){ .meeting = meeting,
                                      .person = work->request->persons[i],
                                      .refusal = shut };
        ok = !is_open || enter(work, &enrolment, row, err);
        count_row(work, row);
        answers = answers || (work->typed_count > 0 && row->refusal.kind == ERROR_NONE);
        work->settles[place] =
            work->settles[place] || (row->refusal.kind == ERROR_NONE &&
                                     row->outcome.state == REGISTRATION_WAITING);
    }
    if (ok && (answers || work->outcome->done > before))
        buffer_addf(&work->summary, "%s%s", work->summary.length > 0 ? "; " : "",
                    enrolment.meeting.title ? enrolment.meeting.title : "");
    work->settles[place] = work->settles[place] || enrolment.frees;
    enrolment_close(&enrolment);
    return ok;
}

/* "Jobs 16; Jobs 23 (4)" */
static bool
end(struct meetings_work *work, bool ok, struct error *err)
{
    buffer_addf(&work->summary, " (%zu)", work->outcome->done);
    const struct operation_note note = {
        .act = seat_passed_act(&work->passed, ACT_REGISTRATION_ADD_MANY),
        .entity = ENTITY_MEETING,
        .row = work->request->meetings[0],
        .summary = buffer_text(&work->summary),
        .questions = work->request->questions,
    };

    return operation_end(work->at, ok, &note, err);
}

/* Seats go to who waits longest, of the newcomers too. */
static void
settle(const struct meetings_work *work)
{
    for (size_t i = 0; i < work->request->meeting_count; i++)
        if (work->settles[i])
            enrolment_settle(work->at, work->request->meetings[i], SETTLE_AS_PLANNED,
                             NULL);
    for (size_t i = 0; i < work->outcome->count; i++)
        if (work->outcome->rows[i].refusal.kind == ERROR_NONE)
            enrolment_settled_state(work->at, &work->outcome->rows[i].outcome);
}

bool
register_meetings(struct atelier *at, const struct meetings_request *request,
                  struct meetings_outcome *outcome, struct error *err)
{
    meetings_outcome_clear(outcome);
    if (request->meeting_count == 0 || request->person_count == 0)
        return true;
    if (!operation_begin(at, ACT_REGISTRATION_ADD_NEEDS,
                         (struct row_ref){ ENTITY_MEETING, request->meetings[0] }, err))
        return false;
    struct meetings_work work = {
        .at = at,
        .request = request,
        .outcome = outcome,
        .typed = memory_new(request->answer_count + 1, sizeof(struct answer_typed)),
        .settles = memory_new(request->meeting_count, sizeof(bool)),
    };
    outcome->rows = memory_new(request->meeting_count * request->person_count,
                               sizeof(*outcome->rows));
    outcome->unasked = memory_new(request->meeting_count * request->answer_count + 1,
                                  sizeof(*outcome->unasked));
    bool ok = true;
    for (size_t i = 0; ok && i < request->meeting_count; i++)
        ok = treat_meeting(&work, i, err);
    ok = ok && check_asked(&work, err);
    /* Who was on the list already may have another answer now. */
    const bool writes =
        ok && !request->dry_run &&
        outcome->done + (request->answer_count > 0 ? outcome->already : 0) > 0;
    const bool written = end(&work, writes, err);
    if (written)
        settle(&work);
    buffer_clear(&work.summary);
    free(work.settles);
    free(work.typed);
    return written || (ok && !writes);
}

void
meetings_outcome_clear(struct meetings_outcome *outcome)
{
    free(outcome->unasked);
    free(outcome->rows);
    *outcome = (struct meetings_outcome){ 0 };
}
