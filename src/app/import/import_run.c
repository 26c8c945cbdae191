/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_run.c - the rows that were agreed on, written in one act (rule 11) */
#include <inttypes.h>
#include <string.h>

#include "answer/answer_note.h"
#include "atelier/base/language.h"
#include "atelier/domain/affiliation.h"
#include "atelier/domain/registration.h"
#include "atelier/store/membership_table.h"
#include "atelier/store/person_table.h"
#include "atelier/store/registration_table.h"
#include "atelier/store/row_table.h"
#include "enrolment/enrolment.h"
#include "enrolment/settle.h"
#include "import/import_answered.h"
#include "import/import_away.h"
#include "import/import_candidate.h"
#include "import/import_decision.h"
#include "import/import_headings.h"
#include "import/import_new.h"
#include "import/import_ruling.h"
#include "import/import_seatless.h"
#include "import/import_state.h"
#include "import/import_wish.h"
#include "import/import_written.h"
#include "import/table_file.h"
#include "noun/membership_rule.h"
#include "record/edit_person.h"
#include "session/operation.h"
#include "workshop/workshop_wish.h"

enum { PROGRESS_ROWS = 25 };

struct runner {
    struct import *import;
    struct import_outcome *outcome;
    bool rehearses;             /* whom it makes is gone at its end */
    struct enrolment enrolment; /* when there is a meeting */
    struct error *err;
};

/* A function without an organisation is that of the post which the person has. */
static bool
write_function(struct runner *r, const struct import_row *row, int64_t person)
{
    struct atelier *at = r->import->at;
    struct affiliation post;

    record_init(&affiliation_entity, &post);
    const bool ok =
        person_table_affiliation(at->db, person, atelier_today(at), &post, r->err) &&
        (!post.organisation || edit_person_post(at, person, post.organisation,
                                                row->values[IMPORT_FUNCTION], r->err));
    record_clear(&affiliation_entity, &post);
    return ok;
}

/* The organisation and post of a row, in what the row brings of them. */
static bool
write_post(struct runner *r, const struct import_row *row, int64_t person, bool is_new)
{
    struct atelier *at = r->import->at;
    const unsigned brings = (1U << IMPORT_ORGANISATION) | (1U << IMPORT_FUNCTION);

    if (!is_new && !(row->changes & brings))
        return true;
    if (!row->values[IMPORT_ORGANISATION])
        return is_new || write_function(r, row, person);
    bool left;
    int64_t category;
    if (!import_new_take(r->import, row, &left, &category, r->outcome, r->err))
        return false;
    if (left)
        return true;
    int64_t organisation;
    bool created;
    if (!edit_person_organisation(at, row->values[IMPORT_ORGANISATION], category,
                                  row->values[IMPORT_TERRITORY], &organisation, &created,
                                  r->err))
        return false;
    r->outcome->organisations += created;
    return edit_person_post(at, person, organisation, row->values[IMPORT_FUNCTION],
                            r->err);
}

/* Who only wishes or answers otherwise stays as they are. */
static bool
brings_none_of_theirs(const struct import_row *row)
{
    const unsigned others = (1U << IMPORT_WISH) | (1U << IMPORT_ANSWER);

    return row->verdict == IMPORT_CHANGED && (row->changes & ~others) == 0;
}

static bool
write_person(struct runner *r, const struct import_row *row, int64_t *id)
{
    struct atelier *at = r->import->at;
    struct person person;
    bool is_new = row->verdict == IMPORT_NEW;

    record_init(&person_entity, &person);
    bool ok = is_new || row_load(at->db, &person_entity, row->person, &person, r->err);
    ok = ok && import_row_apply(row, &person, r->err) &&
         record_check(&person_entity, &person, r->err) &&
         (is_new ? row_insert(at->db, &person_entity, &person, at->login, atelier_now(at),
                              r->err)
                 : row_update(at->db, &person_entity, &person, at->login, atelier_now(at),
                              r->err)) &&
         write_post(r, row, person.head.id, is_new);
    *id = person.head.id;
    record_clear(&person_entity, &person);
    r->outcome->added += ok && is_new;
    r->outcome->changed += ok && !is_new;
    if (!ok && r->err && r->err->kind == ERROR_INPUT) {
        const struct error why = *r->err;
        error_set_field(r->err, ERROR_INPUT, why.field, _("Line %lld: %s"),
                        (long long)row->line, why.message);
    }
    return ok;
}

/* Whether somebody is on the list of the meeting, invited or more. */
static bool
find_listed(struct runner *r, int64_t person, bool *listed)
{
    struct registration known;

    record_init(&registration_entity, &known);
    const bool ok = registration_table_find(r->import->at->db, r->import->goal.meeting,
                                            person, &known, r->err);
    *listed = ok && known.head.id && registration_is_live(known.state);
    record_clear(&registration_entity, &known);
    return ok;
}

/* Who finds no seat is counted, not refused: the others go on.  Who gave no answer, as
 * the list says, is not made to come by it. */
static bool
register_row(struct runner *r, size_t index, int64_t person)
{
    bool listed = false;

    if (!r->import->goal.meeting)
        return true;
    if (import_ruling(r->import, index)->open && !find_listed(r, person, &listed))
        return false;
    if (listed)
        return true;
    struct register_request request = {
        .meeting = r->import->goal.meeting,
        .person = person,
        .source = SOURCE_IMPORT,
    };
    struct register_outcome outcome;
    struct error refusal = { 0 };
    struct questions sheet = { 0 }; /* keeps what is asked: nobody answers */
    request.questions = &sheet;
    bool ok = enrolment_enter(&r->enrolment, &request, &outcome, &refusal);
    if (ok) {
        r->outcome->registered += !outcome.already;
        r->outcome->waiting += !outcome.already && outcome.state == REGISTRATION_WAITING;
    } else if (question_means_no_seat(&refusal)) {
        r->outcome->full++;
        import_ruling_set_full(r->import, index, true);
        import_seatless_add(r->import, index, &sheet, false);
        ok = true;
    } else {
        *r->err = refusal;
    }
    questions_clear(&sheet);
    return ok;
}

/* That of the row, else the one for all. */
static enum membership_role
role_of(const struct runner *r, size_t index)
{
    const unsigned named = import_ruling(r->import, index)->role;

    return named > 0 ? (enum membership_role)(named - 1) : r->import->goal.role;
}

/* Who is told that a role stays as it was. */
static bool
count_otherwise(struct runner *r, int64_t id, enum membership_role role)
{
    struct membership known;

    record_init(&membership_entity, &known);
    const bool ok = row_load(r->import->at->db, &membership_entity, id, &known, r->err);
    r->outcome->otherwise += ok && known.role != role;
    record_clear(&membership_entity, &known);
    return ok;
}

/* Members stay what they are, and so does who will be one from a later day on. */
static bool
join_row(struct runner *r, size_t index, int64_t person)
{
    struct atelier *at = r->import->at;
    struct membership membership;
    int64_t other;

    if (!r->import->goal.group)
        return true;
    record_init(&membership_entity, &membership);
    membership.group = r->import->goal.group;
    membership.person = person;
    membership.role = role_of(r, index);
    membership.from = atelier_today(at);
    bool ok = membership_table_overlap(at->db, &membership, &other, r->err);
    const bool joins = ok && !other;
    if (ok && other)
        ok = count_otherwise(r, other, membership.role);
    if (joins)
        ok = membership_rule_complete(at, &membership, r->err) &&
             record_check(&membership_entity, &membership, r->err) &&
             row_insert(at->db, &membership_entity, &membership, at->login,
                        atelier_now(at), r->err);
    r->outcome->joined += ok && joins;
    r->outcome->joined_as[membership.role] += ok && joins;
    r->outcome->unsaid += ok && joins && import_has_roles(r->import) &&
                          !import_ruling(r->import, index)->role;
    r->outcome->members += ok && !joins;
    record_clear(&membership_entity, &membership);
    return ok;
}

/* A person who was settled by hand may have said no since: nobody is put back unseen. */
static bool
is_not_away(struct runner *r, size_t index, int64_t person)
{
    struct import *import = r->import;
    struct buffer no = { 0 };

    if (import_ruling(import, index)->put_back)
        return true;
    bool ok = import_away_find(import, person, &no, r->err);
    if (ok && no.length > 0)
        ok = error_set(r->err, ERROR_CONFLICT,
                       _("An answer came in since, line %lld: %s.  Nothing was written; "
                         "look at the rows again."),
                       (long long)import_row_line(import, index), buffer_text(&no));
    buffer_clear(&no);
    return ok;
}

/* Onto the list of the meeting, or into the group. */
static bool
place_row(struct runner *r, size_t index, int64_t person)
{
    return import_ruling(r->import, index)->left ||
           (is_not_away(r, index, person) && register_row(r, index, person) &&
            join_row(r, index, person));
}

/* Whoever found no place on the list has no wishes there; who waits for one does. */
static bool
wish_row(struct runner *r, const struct import_row *row, size_t index, int64_t person)
{
    const bool brings = row->verdict == IMPORT_NEW || row->changes & 1U << IMPORT_WISH;
    bool listed = false;

    if (row->wish_count == 0 || !brings || import_ruling(r->import, index)->left)
        return true;
    bool ok =
        find_listed(r, person, &listed) &&
        (!listed || workshop_wish_note(r->import->at, r->import->goal.meeting, person,
                                       row->wishes, row->wish_count, NULL, r->err));
    r->outcome->wished += ok && listed;
    return ok;
}

/* A choice that all seats of are taken is counted, not written: the others go on. */
static bool
answer_question(struct runner *r, const struct registration *registration,
                const struct import_answered *answered, size_t index, bool *any)
{
    const struct answer_typed typed = { answered->question, answered->text, NULL };
    struct questions sheet = { 0 }; /* keeps what is asked: nobody answers */
    struct error refusal = { 0 };
    enum act act;
    bool changed;
    bool ok = answer_note(r->import->at, registration, &typed, &sheet, &act, &changed,
                          &refusal);

    *any = *any || (ok && changed);
    if (!ok && question_means_no_seat(&refusal)) {
        r->outcome->unanswered++;
        import_ruling_set_full(r->import, index, true);
        import_seatless_add(r->import, index, &sheet, true);
        ok = true;
    } else if (!ok) {
        *r->err = refusal;
    }
    questions_clear(&sheet);
    return ok;
}

/* Whoever found no place on the list has no answers there. */
static bool
answer_row(struct runner *r, const struct import_row *row, size_t index, int64_t person)
{
    const bool brings = row->verdict == IMPORT_NEW || row->changes & 1U << IMPORT_ANSWER;
    struct registration registration;
    bool any = false;

    if (row->answer_count == 0 || !brings || import_ruling(r->import, index)->left)
        return true;
    record_init(&registration_entity, &registration);
    bool ok = registration_table_find(r->import->at->db, r->import->goal.meeting, person,
                                      &registration, r->err);
    const bool listed = registration.head.id && registration_is_live(registration.state);
    for (size_t i = 0; ok && listed && i < row->answer_count; i++)
        ok = answer_question(r, &registration, &row->answers[i], index, &any);
    r->outcome->answered += any;
    record_clear(&registration_entity, &registration);
    return ok;
}

static bool
write_row(struct runner *r, size_t index)
{
    struct import_row row = { 0 };
    int64_t person = import_ruling(r->import, index)->person;
    bool ok = import_row_load(r->import, index, &row, r->err);
    if (ok && brings_none_of_theirs(&row))
        r->outcome->changed++;
    else
        ok = ok && write_person(r, &row, &person);
    if (ok && row.verdict == IMPORT_NEW && !r->rehearses)
        import_written_add(r->import, r->import->first + index, person);
    ok = ok && place_row(r, index, person) && wish_row(r, &row, index, person) &&
         answer_row(r, &row, index, person);
    import_row_clear(&row);
    return ok;
}

static bool
run_row(struct runner *r, size_t index)
{
    const int64_t person = import_ruling(r->import, index)->person;
    switch (import_row_verdict(r->import, index)) {
    case IMPORT_NEW:
    case IMPORT_CHANGED:
        return write_row(r, index);
    case IMPORT_SAME:
        return !person || place_row(r, index, person);
    case IMPORT_DOUBTFUL:
    case IMPORT_REFUSED:
    case IMPORT_VERDICT_COUNT:
        break;
    }
    return true;
}

static bool
run_rows(struct runner *r, work_progress *progress, void *context)
{
    size_t count = r->import->count;
    import_seatless_clear(r->import);
    for (size_t i = 0; i < count; i++)
        import_ruling_set_full(r->import, i, false);
    for (size_t i = 0; i < count; i++) {
        if (progress && i % PROGRESS_ROWS == 0 &&
            progress(context, (int64_t)i, (int64_t)count))
            return error_set(r->err, ERROR_CANCELLED, _("Stopped; nothing was written."));
        if (!run_row(r, i))
            return false;
    }
    return true;
}

/* All that a run writes, inside the open transaction.  *settles: who waits may have a
 * seat now, as where a hold was filled. */
static bool
write_all(struct runner *r, work_progress *progress, void *context, bool *settles)
{
    struct import *import = r->import;
    const int64_t meeting = import->goal.meeting;
    bool ok =
        import_may_into(import->at, &import->goal, r->err) &&
        (!import_has_wishes(import) || atelier_may(import->at, ACT_WORKSHOP_WISH_NEEDS,
                                                   import_subject(import), r->err)) &&
        (!import_has_answers(import) || atelier_may(import->at, ACT_ANSWER_CHANGE_NEEDS,
                                                    import_subject(import), r->err)) &&
        import_still_stands(import, r->err) &&
        (!meeting || enrolment_open(&r->enrolment, import->at, meeting, r->err)) &&
        run_rows(r, progress, context);
    *settles = r->enrolment.frees || r->outcome->waiting > 0;
    if (meeting)
        enrolment_close(&r->enrolment);
    return ok;
}

static bool
wrote_somebody(const struct import_outcome *outcome)
{
    return outcome->added + outcome->changed + outcome->registered + outcome->joined > 0;
}

bool
import_rehearse(struct import *import, work_progress *progress, void *context,
                struct import_outcome *outcome, struct error *err)
{
    *outcome = (struct import_outcome){ 0 };
    if (!operation_begin(import->at, ACT_PERSON_IMPORT_NEEDS, import_subject(import),
                         err))
        return false;
    struct runner r = {
        .import = import, .outcome = outcome, .rehearses = true, .err = err
    };
    bool settles;
    bool ok = write_all(&r, progress, context, &settles);
    transaction_roll_back(import->at->db);
    return ok;
}

bool
import_run(struct import *import, work_progress *progress, void *context,
           struct import_outcome *outcome, struct error *err)
{
    *outcome = (struct import_outcome){ 0 };
    if (!operation_begin(import->at, ACT_PERSON_IMPORT_NEEDS, import_subject(import),
                         err))
        return false;
    const size_t written = import->written_count;
    struct runner r = { .import = import, .outcome = outcome, .err = err };
    bool settles;
    bool ok = write_all(&r, progress, context, &settles) &&
              import_headings_keep(import,
                                   import->keeps_columns || wrote_somebody(outcome), err);
    const struct row_ref subject = import_subject(import);
    struct buffer summary = { 0 };
    buffer_addf(&summary, "%s (+%" PRId64 ", ~%" PRId64,
                strcmp(import->name, _("standard input")) == 0 ? TABLE_FILE_INPUT
                                                               : import->name,
                outcome->added, outcome->changed);
    if (subject.id) /* who came into it */
        buffer_addf(&summary,
                    subject.entity == ENTITY_MEETING ? ", → %" PRId64 : ", ∈ %" PRId64,
                    outcome->joined + outcome->registered);
    buffer_add_char(&summary, ')');
    struct operation_note note = {
        .act = ACT_PERSON_IMPORT,
        .entity = subject.id ? subject.entity : ENTITY_COUNT,
        .row = subject.id,
        .summary = buffer_text(&summary),
    };
    ok = operation_end(import->at, ok, &note, err);
    buffer_clear(&summary);
    if (!ok)
        import->written_count = written;
    if (ok) {
        import_written_sort(import);
        import_decisions_forget_new(import);
        import_headings_kept(import);
    }
    if (ok && settles)
        enrolment_settle(import->at, import->goal.meeting, SETTLE_AS_PLANNED, NULL);
    return ok;
}
