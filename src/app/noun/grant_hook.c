/* SPDX-License-Identifier: GPL-3.0-or-later */
/* grant_hook.c - somebody stays administrator for all groups, and what a right for a
 * group means is said */
#include "atelier/base/language.h"
#include "atelier/domain/grant.h"
#include "atelier/domain/staff.h"
#include "atelier/store/grant_table.h"
#include "atelier/store/row_table.h"
#include "noun/noun_hook.h"
#include "session/administrators.h"

static bool
load(struct atelier *at, const struct grant *grant, struct staff *staff, size_t *count,
     struct error *err)
{
    struct grant_list grants = { 0 };
    const bool ok = row_load(at->db, &staff_entity, grant->staff, staff, err) &&
                    grant_table_list(at->db, grant->staff, &grants, err);

    *count = grants.count;
    grant_list_clear(&grants);
    return ok;
}

/* An administrator for single groups does no settings. */
static bool
check(struct atelier *at, const void *before, void *after, struct error *err)
{
    const struct grant *grant = after;
    struct staff staff;
    size_t count = 0;

    (void)before;
    record_init(&staff_entity, &staff);
    const bool ok = load(at, grant, &staff, &count, err) &&
                    (count > 0 || staff.role != ROLE_ADMINISTRATOR ||
                     administrators_keep_another(at, staff.login, "group", err));
    record_clear(&staff_entity, &staff);
    return ok;
}

/* The first one takes away all other groups. */
static bool
warn(struct atelier *at, const void *record, struct buffer *text)
{
    struct staff staff;
    size_t count = 0;

    record_init(&staff_entity, &staff);
    const bool first = load(at, record, &staff, &count, NULL) && count == 1;
    if (first)
        buffer_addf(text,
                    /* TRANSLATORS: login, role */
                    _("From now on %s is “%s” for this group alone, and reads the "
                      "others."),
                    staff.login, _(staff_roles[staff.role].label));
    record_clear(&staff_entity, &staff);
    return first;
}

/* Without any the role counts everywhere again. */
static bool
leave(struct atelier *at, const void *record, struct buffer *text)
{
    struct staff staff;
    size_t count = 0;

    record_init(&staff_entity, &staff);
    const bool last = load(at, record, &staff, &count, NULL) && count == 0;
    if (last)
        buffer_addf(text,
                    /* TRANSLATORS: login, role */
                    _("It was the last one: %s is “%s” for all groups again.  Change "
                      "the role if that is too much."),
                    staff.login, _(staff_roles[staff.role].label));
    record_clear(&staff_entity, &staff);
    return last;
}

extern const struct noun_hook grant_hook;
const struct noun_hook grant_hook = {
    .check = check,
    .warn = warn,
    .leave = leave,
};
