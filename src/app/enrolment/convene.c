/* SPDX-License-Identifier: GPL-3.0-or-later */
/* convene.c - the members of a group onto the list of its meeting, in one act */
#include "atelier/app/convene.h"

#include <inttypes.h>

#include "atelier/store/membership_table.h"
#include "enrolment/enrolment.h"
#include "session/operation.h"

/* Whether it is an alternate of somebody who is a member that day: they are proposed when
 * that member declines (register_alternates()). */
static bool
stands_by(const struct membership_list *members, const struct membership *alternate)
{
    for (size_t i = 0; i < members->count; i++)
        if (members->items[i].person == alternate->alternate_of)
            return true;
    return false;
}

static bool
invite_all(struct enrolment *enrolment, const struct membership_list *members,
           struct convene_outcome *outcome, struct error *err)
{
    for (size_t i = 0; i < members->count; i++) {
        bool invited;
        if (stands_by(members, &members->items[i])) {
            outcome->alternates++;
            continue;
        }
        if (!enrolment_invite(enrolment, members->items[i].person, &invited, err))
            return false;
        outcome->invited += invited;
        outcome->already += !invited;
    }
    return true;
}

bool
convene_members(struct atelier *at, int64_t meeting, bool dry_run,
                struct convene_outcome *outcome, struct error *err)
{
    *outcome = (struct convene_outcome){ 0 };
    if (!operation_begin(at, ACT_MEETING_CONVENE_NEEDS,
                         (struct row_ref){ ENTITY_MEETING, meeting }, err))
        return false;
    struct enrolment enrolment;
    struct membership_list members = { 0 };
    bool ok = enrolment_open(&enrolment, at, meeting, err) &&
              membership_table_on(at->db, enrolment.meeting.group,
                                  enrolment.meeting.start.date, &members, err) &&
              invite_all(&enrolment, &members, outcome, err);
    outcome->members = (int64_t)members.count;
    struct buffer summary = { 0 };
    if (ok && dry_run) { /* counted by doing it: the counts are those of the real run */
        transaction_roll_back(at->db);
    } else {
        buffer_addf(&summary, "%s (%" PRId64 ")",
                    enrolment.meeting.title ? enrolment.meeting.title : "",
                    outcome->invited);
        struct operation_note note = {
            .act = ACT_MEETING_CONVENE,
            .entity = ENTITY_MEETING,
            .row = meeting,
            .summary = buffer_text(&summary),
        };
        ok = operation_end(at, ok, &note, err);
    }
    buffer_clear(&summary);
    membership_list_clear(&members);
    enrolment_close(&enrolment);
    return ok;
}
