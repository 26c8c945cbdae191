/* SPDX-License-Identifier: GPL-3.0-or-later */
/* group_right.c - for which groups the role of a login counts (rule 13) */
#include "session/group_right.h"

#include <stdint.h>

#include "atelier/base/language.h"
#include "atelier/domain/clash.h"
#include "atelier/domain/clash_acceptance.h"
#include "atelier/domain/working_group.h"
#include "atelier/store/journal_table.h"

/* Of a group that cannot be found. */
enum { GROUP_UNKNOWN = 0 };

/* --- of which group something is */

static int64_t group_of_row(const struct atelier *at, struct row_ref row);

static int64_t
group_of_record(const struct atelier *at, const struct entity *entity, const void *record)
{
    static const enum entity_kind widest_first[] = { ENTITY_WORKING_GROUP, ENTITY_MEETING,
                                                     ENTITY_WORKSHOP,
                                                     ENTITY_REGISTRATION };

    if (entity->kind == ENTITY_WORKING_GROUP)
        return ((const struct record *)record)->id;
    for (size_t i = 0; i < sizeof(widest_first) / sizeof(widest_first[0]); i++)
        for (size_t f = 0; f < entity->field_count; f++) {
            const struct field *field = &entity->fields[f];
            if (field->kind != FIELD_REFERENCE ||
                field->refers_to != (int)widest_first[i] ||
                field_is_absent(field, record))
                continue;
            const int64_t id = field_number(field, record);
            return widest_first[i] == ENTITY_WORKING_GROUP
                       ? id
                       : group_of_row(at, (struct row_ref){ widest_first[i], id });
        }
    return GROUP_UNKNOWN;
}

/* As it is, or as it was when it was removed. */
static bool
load(const struct atelier *at, const struct entity *entity, int64_t id, void *record)
{
    bool there = false;

    return (journal_table_now(at->db, entity, id, record, &there, NULL) && there) ||
           (journal_table_gone(at->db, entity, id, record, &there, NULL) && there);
}

static int64_t
group_of_row(const struct atelier *at, struct row_ref row)
{
    const struct entity *entity = entity_get(row.entity);
    void *record = record_new(entity);
    const int64_t group = load(at, entity, row.id, record)
                              ? group_of_record(at, entity, record)
                              : GROUP_UNKNOWN;

    record_free(entity, record);
    return group;
}

/* --- whether the role counts there */

static bool
is_granted(const struct atelier *at, int64_t group)
{
    for (size_t i = 0; i < at->grants.count; i++)
        if (at->grants.items[i].group == group)
            return true;
    return false;
}

/* A clash concerns the groups of both its meetings.  *other is the group for which the
 * role does not count. */
static bool
covers_clash(const struct atelier *at, const char *name, int64_t *other)
{
    enum clash_kind kind;
    int64_t meetings[2] = { 0 };

    *other = GROUP_UNKNOWN;
    if (!name || !clash_name_read(name, &kind, &meetings[0]))
        return false;
    meetings[1] = clash_name_other(name);
    for (size_t i = 0; i < 2 && meetings[i]; i++) {
        *other = group_of_row(at, (struct row_ref){ ENTITY_MEETING, meetings[i] });
        if (!is_granted(at, *other))
            return false;
    }
    return true;
}

static bool
covers(const struct atelier *at, const struct entity *entity, const void *record,
       int64_t *other)
{
    if (at->grants.count == 0 || entity->groupless)
        return true;
    if (entity->kind == ENTITY_CLASH_ACCEPTANCE)
        return covers_clash(at, ((const struct clash_acceptance *)record)->clash, other);
    *other = group_of_record(at, entity, record);
    return is_granted(at, *other);
}

bool
group_right_covers_record(const struct atelier *at, const struct entity *entity,
                          const void *record)
{
    int64_t other;

    return covers(at, entity, record, &other);
}

bool
group_right_covers(const struct atelier *at, struct row_ref row)
{
    if (at->grants.count == 0)
        return true;
    const struct entity *entity = entity_get(row.entity);
    void *record = record_new(entity);
    const bool covered =
        entity->groupless || (load(at, entity, row.id, record) &&
                              group_right_covers_record(at, entity, record));

    record_free(entity, record);
    return covered;
}

/* --- what is said */

static void
add_code(const struct atelier *at, int64_t group, struct buffer *text)
{
    struct working_group record;

    record_init(&working_group_entity, &record);
    if (load(at, &working_group_entity, group, &record) && record.code)
        buffer_add(text, record.code);
    record_clear(&working_group_entity, &record);
}

static void
add_codes(const struct atelier *at, struct buffer *text)
{
    for (size_t i = 0; i < at->grants.count; i++) {
        buffer_add(text, i > 0 ? ", " : "");
        add_code(at, at->grants.items[i].group, text);
    }
}

/* `group` is the one for which the role does not count, or GROUP_UNKNOWN. */
static bool
refuse(const struct atelier *at, int64_t group, struct error *err)
{
    const char *role = _(staff_roles[at->role].label);
    struct buffer own = { 0 };
    struct buffer other = { 0 };

    add_codes(at, &own);
    add_code(at, group, &other);
    if (other.length > 0)
        error_set(err, ERROR_RULE,
                  /* TRANSLATORS: a role, groups, a group */
                  _("You are “%s” for %s only, and this belongs to %s; ask a colleague "
                    "of that group, or an administrator."),
                  role, buffer_text(&own), buffer_text(&other));
    else
        error_set(err, ERROR_RULE,
                  /* TRANSLATORS: a role, groups */
                  _("You are “%s” for %s only, and this belongs to no group of yours; "
                    "ask an administrator."),
                  role, buffer_text(&own));
    buffer_clear(&other);
    buffer_clear(&own);
    return false;
}

static bool
refuse_whole(const struct atelier *at, struct error *err)
{
    struct buffer own = { 0 };

    add_codes(at, &own);
    error_set(err, ERROR_RULE,
              /* TRANSLATORS: a role, groups */
              _("You are “%s” for %s only, and this is about all groups; ask an "
                "administrator of all groups."),
              _(staff_roles[at->role].label), buffer_text(&own));
    buffer_clear(&own);
    return false;
}

bool
group_right_refuse_founding(const struct atelier *at, struct error *err)
{
    struct buffer own = { 0 };

    add_codes(at, &own);
    error_set(
        err, ERROR_RULE,
        /* TRANSLATORS: a role, groups */
        _("You are “%s” for %s only, and a new group would not be one of yours; ask "
          "an administrator to add it."),
        _(staff_roles[at->role].label), buffer_text(&own));
    buffer_clear(&own);
    return false;
}

/* --- asked before */

/* Whoever has a role for single groups reads all others as a reader does, if the role may
 * read at all. */
static bool
counts_everywhere(const struct atelier *at, enum permission permission)
{
    return permission == MAY_READ || permission == MAY_COME_IN ||
           (permission == MAY_READ_DAY && role_may(at->role, MAY_READ));
}

bool
group_right_allows(const struct atelier *at, enum permission permission,
                   struct row_ref subject, struct error *err)
{
    if (at->grants.count == 0 || counts_everywhere(at, permission))
        return true;
    if (permission_is_of_all_groups(permission))
        return refuse_whole(at, err);
    if (subject.id == 0)
        return true;
    const int64_t group = group_of_row(at, subject);
    return is_granted(at, group) || refuse(at, group, err);
}

/* --- asked of what was written */

static bool
check_record(const struct atelier *at, const struct journal_row *row, const void *record,
             struct error *err)
{
    int64_t group;

    if (covers(at, row->entity, record, &group))
        return true;
    return row->entity->kind == ENTITY_WORKING_GROUP && row->kind == JOURNAL_ADDED
               ? group_right_refuse_founding(at, err)
               : refuse(at, group, err);
}

static bool
check_row(void *context, const struct journal_row *row, struct error *err)
{
    const struct atelier *at = context;
    bool there = false;

    if (row->entity->groupless)
        return true;
    void *record = record_new(row->entity);
    bool ok = journal_table_now(at->db, row->entity, row->row, record, &there, err) &&
              (!there || check_record(at, row, record, err));
    ((struct record *)record)->id = row->row;
    if (ok && row->kind != JOURNAL_ADDED)
        ok = journal_table_restore(at->db, row, record, err) &&
             check_record(at, row, record, err);
    record_free(row->entity, record);
    return ok;
}

bool
group_right_check(const struct atelier *at, int64_t entry, struct error *err)
{
    return at->grants.count == 0 || entry == 0 ||
           journal_table_each_row(at->db, entry, check_row, (void *)(uintptr_t)at, err);
}
