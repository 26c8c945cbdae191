/* SPDX-License-Identifier: GPL-3.0-or-later */
/* edit.c - rows of any noun: show, add, change, remove */
#include "atelier/app/edit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/app/plan.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/domain/affiliation.h"
#include "atelier/domain/membership.h"
#include "atelier/domain/person.h"
#include "atelier/domain/working_group.h"
#include "atelier/store/row_table.h"
#include "record/edit_rule.h"
#include "session/operation.h"

enum { ACT_SIZE = 40 };

bool
edit_load(struct atelier *at, const struct entity *entity, int64_t id, void *record,
          struct error *err)
{
    return atelier_may(at, MAY_READ, err) && row_load(at->db, entity, id, record, err);
}

bool
edit_may(struct atelier *at, enum entity_kind kind, struct error *err)
{
    return atelier_may(at, permission_to_write(kind), err);
}

bool
edit_prepare(struct atelier *at, const struct entity *entity, void *record,
             struct error *err)
{
    (void)err;
    if (entity->kind == ENTITY_WORKING_GROUP) {
        struct working_group *group = record;
        memory_replace(&group->zone, at->settings.zone);
    } else if (entity->kind == ENTITY_AFFILIATION) {
        struct affiliation *affiliation = record;
        affiliation->from = atelier_today(at);
        affiliation->main = true;
    } else if (entity->kind == ENTITY_MEMBERSHIP) {
        struct membership *membership = record;
        membership->from = atelier_today(at);
    } else if (entity->kind == ENTITY_PERSON) {
        struct person *person = record;
        memory_replace(&person->language, language_code());
    } else if (entity->kind == ENTITY_MEETING) {
        struct meeting *meeting = record;
        memory_replace(&meeting->zone, at->settings.zone);
    }
    return true;
}

bool
edit_add(struct atelier *at, const struct entity *entity, void *record, struct error *err)
{
    char act[ACT_SIZE];
    unsigned warnings;
    if (entity->kind == ENTITY_MEETING)
        return plan_add(at, record, PLAN_ASK, &warnings, err);
    if (entity->kind == ENTITY_MEMBERSHIP)
        return plan_join(at, record, err);
    if (entity->kind == ENTITY_REGISTRATION)
        return error_set(err, ERROR_INPUT, _("People come onto a list by registering."));

    (void)snprintf(act, sizeof(act), "%s.add", entity->name);
    if (!record_check(entity, record, err) ||
        !operation_begin(at, permission_to_write(entity->kind), err))
        return false;
    bool ok = edit_rule_check(at, entity, NULL, record, err) &&
              row_insert(at->db, entity, record, at->login, atelier_now(at), err);
    return operation_end_row(at, ok, act, entity, record, err);
}

/* Nothing to write is no act; a row that moved is a conflict all the same. */
static bool
change_row(struct atelier *at, const struct entity *entity, void *record, bool *same,
           struct error *err)
{
    struct record *head = record;
    void *before = record_new(entity);
    bool ok = row_load(at->db, entity, head->id, before, err);
    *same = ok && record_equal(entity, before, record) &&
            ((struct record *)before)->rev == head->rev;
    if (ok && !*same)
        ok = edit_rule_check(at, entity, before, record, err) &&
             row_update(at->db, entity, record, at->login, atelier_now(at), err);
    record_free(entity, before);
    return ok;
}

bool
edit_change(struct atelier *at, const struct entity *entity, void *record,
            struct error *err)
{
    char act[ACT_SIZE];
    unsigned warnings;
    bool same = false;
    if (entity->kind == ENTITY_MEETING)
        return plan_change(at, record, PLAN_ASK, &warnings, err);

    (void)snprintf(act, sizeof(act), "%s.change", entity->name);
    if (!record_check(entity, record, err) ||
        !operation_begin(at, permission_to_write(entity->kind), err))
        return false;
    bool ok = change_row(at, entity, record, &same, err);
    return operation_end_row(at, ok, act, entity, record, err);
}

bool
edit_remove(struct atelier *at, const struct entity *entity, int64_t id, int64_t rev,
            struct error *err)
{
    char act[ACT_SIZE];
    void *record = record_new(entity);

    (void)snprintf(act, sizeof(act), "%s.remove", entity->name);
    bool ok = operation_begin(at, permission_to_write(entity->kind), err);
    if (ok) {
        ok = row_load(at->db, entity, id, record, err) &&
             edit_rule_check_removal(at, entity, record, err) &&
             row_delete(at->db, entity, id, rev, err);
        ok = operation_end_row(at, ok, act, entity, record, err);
    }
    record_free(entity, record);
    return ok;
}
