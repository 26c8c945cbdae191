/* SPDX-License-Identifier: GPL-3.0-or-later */
/* working_group_hook.c - a group is found by its code, and founded for all groups */
#include "atelier/base/memory.h"
#include "atelier/domain/working_group.h"
#include "atelier/store/working_group_table.h"
#include "noun/noun_hook.h"
#include "session/group_right.h"

/* Of a new group nobody has rights yet. */
static bool
may_add(struct atelier *at, struct error *err)
{
    return at->grants.count == 0 || group_right_refuse_founding(at, err);
}

static void
prepare(struct atelier *at, void *record)
{
    struct working_group *group = record;

    memory_replace(&group->zone, at->settings.zone);
}

static bool
find(struct atelier *at, const char *text, int64_t *id, struct error *err)
{
    struct working_group group;
    record_init(&working_group_entity, &group);
    struct error missing = { 0 };
    bool ok = working_group_table_find_code(at->db, text, &group, &missing);
    *id = group.head.id;
    record_clear(&working_group_entity, &group);
    if (!ok && missing.kind != ERROR_NOT_FOUND && err)
        *err = missing;
    return ok || missing.kind == ERROR_NOT_FOUND;
}

extern const struct noun_hook working_group_hook;
const struct noun_hook working_group_hook = {
    .may_add = may_add,
    .prepare = prepare,
    .find = find,
};
