/* SPDX-License-Identifier: GPL-3.0-or-later */
/* edit_rule.c - what a noun needs beyond its own check before it is written */
#include "record/edit_rule.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/fold.h"
#include "atelier/base/language.h"
#include "atelier/domain/affiliation.h"
#include "atelier/domain/membership.h"
#include "atelier/domain/registration.h"
#include "atelier/domain/working_group.h"
#include "atelier/store/meeting_table.h"
#include "atelier/store/person_table.h"
#include "atelier/store/registration_table.h"
#include "atelier/store/row_table.h"
#include "atelier/store/setting_table.h"
#include "meeting/slot_rule.h"

/* Every zone is one that the system knows. */
static bool
check_zones(struct atelier *at, const struct entity *entity, const void *record,
            struct error *err)
{
    for (size_t i = 0; i < entity->field_count; i++) {
        const struct field *field = &entity->fields[i];
        if (field->kind != FIELD_ZONE || field_is_absent(field, record))
            continue;
        if (!zone_cache_get(at->zones, field_text(field, record), err)) {
            err->field = field->name;
            return false;
        }
    }
    return true;
}

/* A person has one main post: the newest one said to be it. */
static bool
keep_one_main_post(struct atelier *at, const struct affiliation *after, struct error *err)
{
    if (!after->main)
        return true;

    struct affiliation other;
    record_init(&affiliation_entity, &other);
    struct date day = date_is_none(after->from) ? atelier_today(at) : after->from;
    bool ok = person_table_affiliation(at->db, after->person, day, &other, err);
    if (ok && other.head.id && other.head.id != after->head.id && other.main) {
        other.main = false;
        ok = row_update(at->db, &affiliation_entity, &other, at->login, atelier_now(at),
                        err);
    }
    record_clear(&affiliation_entity, &other);
    return ok;
}

/* Somebody is in a group once at a time. */
static bool
check_membership(struct atelier *at, const struct membership *after, struct error *err)
{
    int64_t other;
    if (!membership_table_overlap(at->db, after, &other, err))
        return false;
    return !other || error_set_field(
                         err, ERROR_RULE, "person",
                         _("This person is a member of the group in that time already.  "
                           "End that membership first."));
}

static bool
is_last_administrator(struct atelier *at, bool *is, struct error *err)
{
    int64_t count;
    if (!staff_table_administrators(at->db, &count, err))
        return false;
    *is = count <= 1;
    return true;
}

/* `after` is NULL when the row is removed.  Under another login nobody may know how to
 * come in. */
static bool
keep_an_administrator(struct atelier *at, const struct staff *before,
                      const struct staff *after, struct error *err)
{
    bool last = false;
    if (!before || before->role != ROLE_ADMINISTRATOR)
        return true;
    const bool renamed = after && strcmp(after->login, before->login) != 0;
    if (after && after->role == ROLE_ADMINISTRATOR && !renamed)
        return true;
    if (!is_last_administrator(at, &last, err))
        return false;
    return !last ||
           error_set_field(err, ERROR_RULE, renamed ? "login" : "role",
                           _("%s is the last administrator.  Make somebody else one "
                             "first."),
                           before->login);
}

/* Rule 3: a state changes at the door alone, and a role that takes a seat needs one. */
static bool
check_seat(struct atelier *at, const struct registration *before,
           const struct registration *after, struct error *err)
{
    struct seat_rule rule;
    struct seats seats;
    if (after->head.rev != before->head.rev)
        return true; /* a colleague was first: the write says so (rule 10) */
    if (after->state != before->state)
        return error_set_field(
            err, ERROR_RULE, "state",
            _("Accept, decline, withdraw or revive the registration: its state is not "
              "typed."));
    if (!seats_table_rule(at->db, &rule, err) ||
        !seats_table_count(at->db, after->meeting, &seats, err))
        return false;
    if (rule.takes[before->state][before->role] ||
        !rule.takes[after->state][after->role] || seats_fit(&seats, 1))
        return true;
    return error_set_field(
        err, ERROR_RULE, "role",
        ngettext("The meeting is full: %lld of %lld seat is taken.  Free it, or give the "
                 "meeting more.",
                 "The meeting is full: %lld of %lld seats are taken.  Free a seat, or "
                 "give the meeting more.",
                 (unsigned long)seats.seats),
        (long long)seats.taken, (long long)seats.seats);
}

/* A closed meeting's list is final, whoever marries, moves or is merged (rule 7). */
static bool
check_registration(struct atelier *at, const struct registration *before,
                   struct registration *after, struct error *err)
{
    struct meeting meeting;
    if (after->meeting != before->meeting || after->person != before->person)
        return error_set(err, ERROR_RULE,
                         _("A registration stays with its meeting and its person: "
                           "withdraw it, and register anew."));
    record_init(&meeting_entity, &meeting);
    bool ok = row_load(at->db, &meeting_entity, after->meeting, &meeting, err);
    if (ok && !meeting_is_open(&meeting))
        ok = error_set(
            err, ERROR_RULE,
            _("The meeting is cancelled or closed: its list does not change any "
              "more."));
    record_clear(&meeting_entity, &meeting);
    free(after->sort_key);
    after->sort_key = fold_sort_key(after->family, after->given);
    return ok && check_seat(at, before, after, err);
}

/* Rule 6: marks are only added. */
static bool
refuse_presence(struct error *err)
{
    return error_set(err, ERROR_RULE,
                     _("A mark of presence is not typed or changed: mark the person, or "
                       "annul the mark."));
}

bool
edit_rule_check(struct atelier *at, const struct entity *entity, const void *before,
                void *after, struct error *err)
{
    if (!check_zones(at, entity, after, err))
        return false;
    switch (entity->kind) {
    case ENTITY_AFFILIATION:
        return keep_one_main_post(at, after, err);
    case ENTITY_MEMBERSHIP:
        return check_membership(at, after, err);
    case ENTITY_STAFF:
        return keep_an_administrator(at, before, after, err);
    case ENTITY_REGISTRATION:
        return check_registration(at, before, after, err);
    case ENTITY_SLOT:
        return slot_rule_check(at, before, after, err);
    case ENTITY_PRESENCE:
        return refuse_presence(err);
    case ENTITY_CATEGORY:
    case ENTITY_ORGANISATION:
    case ENTITY_PERSON:
    case ENTITY_WORKING_GROUP:
    case ENTITY_VENUE:
    case ENTITY_ROOM:
    case ENTITY_MEETING:
    case ENTITY_COUNT:
        break;
    }
    return true;
}

bool
edit_rule_check_removal(struct atelier *at, const struct entity *entity,
                        const void *record, struct error *err)
{
    if (entity->kind == ENTITY_STAFF)
        return keep_an_administrator(at, record, NULL, err);
    if (entity->kind == ENTITY_REGISTRATION)
        return error_set(
            err, ERROR_RULE,
            _("A registration is never removed: withdraw it, so that the list "
              "remembers."));
    if (entity->kind == ENTITY_PRESENCE)
        return refuse_presence(err);
    if (entity->kind == ENTITY_SLOT)
        return slot_rule_check_removal(at, record, err);
    if (entity->kind == ENTITY_MEETING)
        return slot_rule_remove(at, ((const struct record *)record)->id, err);
    return true;
}
