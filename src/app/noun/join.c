/* SPDX-License-Identifier: GPL-3.0-or-later */
/* join.c - membership of a group, as acts: join from a day on, leave with a last day */
#include "atelier/app/join.h"

#include "atelier/app/display.h"
#include "atelier/base/language.h"
#include "atelier/domain/journal.h"
#include "atelier/store/membership_table.h"
#include "atelier/store/row_table.h"
#include "noun/membership_rule.h"
#include "session/operation.h"

/* Who it is about stands in the history of the group and of the person. */
static bool
end_membership_act(struct atelier *at, bool ok, enum act act,
                   const struct membership *membership, struct error *err)
{
    struct buffer summary = { 0 };
    struct buffer group = { 0 };
    if (ok) {
        display_title(at, ENTITY_PERSON, membership->person, &summary);
        display_title(at, ENTITY_WORKING_GROUP, membership->group, &group);
        journal_add_where(buffer_text(&group), &summary);
    }
    struct operation_note note = {
        .act = act,
        .entity = ENTITY_MEMBERSHIP,
        .row = membership->head.id,
        .summary = buffer_text(&summary),
    };
    ok = operation_end(at, ok, &note, err);
    buffer_clear(&group);
    buffer_clear(&summary);
    return ok;
}

bool
membership_join(struct atelier *at, struct membership *membership, struct error *err)
{
    if (!record_check(&membership_entity, membership, err) ||
        !operation_begin(at, ACT_MEMBERSHIP_JOIN_NEEDS,
                         record_subject(&membership_entity, membership), err))
        return false;
    bool ok = membership_rule_complete(at, membership, err) &&
              membership_rule_check(at, membership, err) &&
              row_insert(at->db, &membership_entity, membership, at->login,
                         atelier_now(at), err);
    return end_membership_act(at, ok, ACT_MEMBERSHIP_JOIN, membership, err);
}

bool
membership_find(struct atelier *at, int64_t group, int64_t person, struct date day,
                int64_t *id, struct error *err)
{
    struct membership membership;
    record_init(&membership_entity, &membership);
    bool ok = membership_table_find(at->db, group, person, day, &membership, err);
    *id = membership.head.id;
    record_clear(&membership_entity, &membership);
    if (ok && !*id)
        return error_set(err, ERROR_NOT_FOUND,
                         _("This person is not in the group on that day."));
    return ok;
}

bool
membership_leave(struct atelier *at, int64_t id, struct date last, struct error *err)
{
    struct membership membership;
    record_init(&membership_entity, &membership);
    bool ok = operation_begin(at, ACT_MEMBERSHIP_LEAVE_NEEDS,
                              session_subject(at, ENTITY_MEMBERSHIP, id), err);
    if (ok) {
        ok = row_load(at->db, &membership_entity, id, &membership, err);
        const bool ends_so = date_compare(membership.to, last) == 0;
        membership.to = last;
        ok = ok && (ends_so || (record_check(&membership_entity, &membership, err) &&
                                membership_rule_check(at, &membership, err) &&
                                row_update(at->db, &membership_entity, &membership,
                                           at->login, atelier_now(at), err)));
        ok = end_membership_act(at, ok, ACT_MEMBERSHIP_LEAVE, &membership, err);
    }
    record_clear(&membership_entity, &membership);
    return ok;
}
