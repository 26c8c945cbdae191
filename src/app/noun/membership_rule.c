/* SPDX-License-Identifier: GPL-3.0-or-later */
/* membership_rule.c - what a membership keeps to, however it is written */
#include "noun/membership_rule.h"

#include "atelier/base/language.h"
#include "atelier/domain/affiliation.h"
#include "atelier/store/membership_table.h"
#include "atelier/store/person_table.h"

bool
membership_rule_check(struct atelier *at, const struct membership *after,
                      struct error *err)
{
    int64_t other;
    if (!membership_table_overlap(at->db, after, &other, err))
        return false;
    return !other || error_set_field(
                         err, ERROR_RULE, "person",
                         _("This person is a member of the group in that time already.  "
                           "End that membership first."));
}

bool
membership_rule_complete(struct atelier *at, struct membership *membership,
                         struct error *err)
{
    if (membership->organisation)
        return true;
    struct affiliation post;
    record_init(&affiliation_entity, &post);
    bool ok = person_table_affiliation(at->db, membership->person, atelier_today(at),
                                       &post, err);
    membership->organisation = post.organisation;
    record_clear(&affiliation_entity, &post);
    return ok;
}
