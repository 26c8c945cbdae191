/* SPDX-License-Identifier: GPL-3.0-or-later */
/* question_copy.c - the questions of one meeting, asked by another */
#include "answer/question_carry.h"
#include "atelier/app/answering.h"
#include "atelier/app/display.h"
#include "atelier/base/language.h"
#include "atelier/domain/meeting.h"
#include "atelier/store/meeting_table.h"
#include "atelier/store/question_table.h"
#include "atelier/store/row_table.h"
#include "session/operation.h"

static bool
add(struct atelier *at, const struct meeting_question *question, int64_t meeting,
    struct error *err)
{
    struct meeting_question copy;

    record_init(&meeting_question_entity, &copy);
    record_copy(&meeting_question_entity, &copy, question);
    copy.head.id = 0;
    copy.meeting = meeting;
    copy.place = NUMBER_NONE;
    const bool ok = row_insert(at->db, &meeting_question_entity, &copy, at->login,
                               atelier_now(at), err);
    record_clear(&meeting_question_entity, &copy);
    return ok;
}

bool
question_carry(struct atelier *at, int64_t from, int64_t meeting, size_t *count,
               struct error *err)
{
    struct meeting_question_list theirs = { 0 };
    struct meeting_question_list ours = { 0 };
    bool ok = question_table_list(at->db, from, &theirs, err) &&
              question_table_list(at->db, meeting, &ours, err);

    *count = 0;
    for (size_t i = 0; ok && i < theirs.count; i++)
        if (!meeting_question_is_asked(&ours, theirs.items[i].text, 0)) {
            ok = add(at, &theirs.items[i], meeting, err);
            (*count)++;
        }
    meeting_question_list_clear(&ours);
    meeting_question_list_clear(&theirs);
    return ok;
}

/* Open, and *from the last one of its group where none is named. */
static bool
settle(struct atelier *at, int64_t meeting, int64_t *from, struct error *err)
{
    struct meeting row;

    record_init(&meeting_entity, &row);
    const bool ok =
        row_load(at->db, &meeting_entity, meeting, &row, err) &&
        (meeting_is_open(&row) ||
         error_set(err, ERROR_RULE,
                   _("The meeting is %s: its questions stay as they are."),
                   _(meeting_states[row.state].label))) &&
        (*from != 0 || meeting_table_last(at->db, row.group, meeting, from, err)) &&
        (*from != 0 || error_set(err, ERROR_RULE,
                                 _("The group has no other meeting to take it from.")));
    record_clear(&meeting_entity, &row);
    return ok;
}

bool
question_copy(struct atelier *at, int64_t from, int64_t meeting, size_t *count,
              struct error *err)
{
    struct buffer summary = { 0 };

    if (!operation_begin(at, ACT_QUESTION_COPY_NEEDS,
                         (struct row_ref){ ENTITY_MEETING, meeting }, err))
        return false;
    bool ok =
        settle(at, meeting, &from, err) && question_carry(at, from, meeting, count, err);
    display_title(at, ENTITY_MEETING, meeting, &summary);
    const struct operation_note note = {
        .act = ACT_QUESTION_COPY,
        .entity = ENTITY_MEETING,
        .row = meeting,
        .summary = buffer_text(&summary),
    };
    ok = operation_end(at, ok, &note, err);
    buffer_clear(&summary);
    return ok;
}
