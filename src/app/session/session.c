/* SPDX-License-Identifier: GPL-3.0-or-later */
/* session.c - who works here, in which role, and at what time */
#include "session/session.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "atelier/base/language.h"
#include "atelier/base/login.h"
#include "atelier/base/memory.h"
#include "atelier/store/row_table.h"
#include "atelier/store/setting_table.h"
#include "atelier/store/staff_table.h"
#include "session/day_right.h"
#include "session/group_right.h"

/* The role of a login and for which groups it counts: as staff, or what unknown logins
 * may; false when they may nothing. */
static bool
find_role(struct atelier *at, const char *login, enum staff_role *role,
          struct grant_list *grants, struct error *err)
{
    struct error missing = { 0 };

    *role = ROLE_READER;
    if (staff_table_role(at->db, login, role, grants, &missing))
        return true;
    if (missing.kind != ERROR_NOT_FOUND) {
        if (err)
            *err = missing;
        return false;
    }
    if (at->is_confined)
        return error_set(err, ERROR_RULE,
                         _("The login %s is not staff here.  Ask an administrator to add "
                           "you."),
                         login);
    if (at->settings.unknown_logins_read && at->source != IDENTITY_GATEWAY)
        return true;
    return error_set(
        err, ERROR_RULE,
        _("The login %s is not staff here.  Ask an administrator of %s to add you."),
        login, database_path(at->db));
}

/* Only an administrator of all groups may act under another login. */
static bool
may_act_as(struct atelier *at, struct error *err)
{
    enum staff_role own;
    struct grant_list grants = { 0 };

    if (strcmp(at->login, at->real_login) == 0)
        return true;
    const bool ok = find_role(at, at->real_login, &own, &grants, err) &&
                    ((own == ROLE_ADMINISTRATOR && grants.count == 0) ||
                     error_set(err, ERROR_RULE,
                               _("Only administrators may act as somebody else; leave "
                                 "out --as.")));
    grant_list_clear(&grants);
    return ok;
}

bool
session_refuse_unfinished(const struct atelier *at, uid_t owner, struct error *err)
{
    char *login = login_of_user(owner);

    error_set(err, ERROR_RULE,
              _("%s has no administrator yet: it was not finished.  Ask %s, who owns "
                "the file, to open it once; then ask for a login."),
              database_path(at->db), login);
    free(login);
    return false;
}

const char *
atelier_path(const struct atelier *at)
{
    return database_path(at->db);
}

const struct own_folder *
atelier_folder(const struct atelier *at)
{
    return at->folder;
}

bool
atelier_is_read_only(const struct atelier *at)
{
    return database_is_read_only(at->db);
}

const char *
atelier_login(const struct atelier *at)
{
    return at->login;
}

enum staff_role
atelier_role(const struct atelier *at)
{
    return at->role;
}

const struct settings *
atelier_settings(const struct atelier *at)
{
    return &at->settings;
}

instant
atelier_now(const struct atelier *at)
{
    return at->fixed_now != INSTANT_NONE ? at->fixed_now : (instant)time(NULL);
}

bool
atelier_local_time(struct atelier *at, instant when, const char *zone,
                   struct local_time *local, struct error *err)
{
    const struct zone *known =
        zone_cache_get(at->zones, zone ? zone : at->settings.zone, err);
    if (!known)
        return false;
    *local = zone_instant_to_local(known, when);
    return true;
}

instant
atelier_midnight(struct atelier *at, struct date day)
{
    return atelier_midnight_in(at, NULL, day);
}

instant
atelier_midnight_in(struct atelier *at, const char *zone, struct date day)
{
    const struct zone *asked = zone ? zone_cache_get(at->zones, zone, NULL) : NULL;
    const struct zone *known =
        asked ? asked : zone_cache_get(at->zones, at->settings.zone, NULL);
    const struct local_time midnight = { .date = day };

    if (!known)
        return local_time_to_instant(midnight);
    /* Where clocks are put forward at midnight the day begins an hour later by them. */
    const struct zone_reading reading = zone_read_local(known, midnight);
    return reading.match == ZONE_GAP ? reading.later : reading.earlier;
}

struct date
atelier_today(struct atelier *at)
{
    struct local_time local;
    if (!atelier_local_time(at, atelier_now(at), NULL, &local, NULL))
        local = local_time_from_instant(atelier_now(at));
    return local.date;
}

bool
atelier_is_let_in(const struct atelier *at, struct error *err)
{
    return (at->shut_out.kind == ERROR_NONE || error_pass(err, &at->shut_out)) &&
           (at->ended.kind == ERROR_NONE || error_pass(err, &at->ended));
}

bool
session_may(const struct atelier *at, enum permission permission, struct row_ref subject,
            struct error *err)
{
    assert(!subject.id || subject.entity == ENTITY_MEETING ||
           subject.entity == ENTITY_WORKING_GROUP || subject.entity == ENTITY_WORKSHOP);
    return atelier_is_let_in(at, err) &&
           (role_may(at->role, permission) || role_refuse(at->role, permission, err)) &&
           group_right_allows(at, permission, subject, err) &&
           day_right_allows(at, permission, subject, atelier_now(at), err);
}

bool
atelier_role_may(const struct atelier *at, enum permission permission, struct error *err)
{
    return session_may(at, permission, ROW_NONE, err);
}

bool
session_refuse_clock(const char *path, struct error *err)
{
    return error_set(
        err, ERROR_INPUT,
        _("ATELIER_NOW stops the clock, and %s is shared with others: what is "
          "written there carries the true time.  Unset ATELIER_NOW to "
          "write."),
        path);
}

bool
atelier_may(const struct atelier *at, enum permission permission, struct row_ref subject,
            struct error *err)
{
    if (!session_may(at, permission, subject, err))
        return false;
    if (permission_only_reads(permission))
        return true;
    if (database_is_read_only(at->db))
        return database_refuse_write(at->db, err);
    return !at->is_clock_set || !database_is_shared(at->db) ||
           session_refuse_clock(database_path(at->db), err);
}

bool
session_reads_private(const struct atelier *at)
{
    return atelier_may(at, MAY_READ_PRIVATE, ROW_NONE, NULL);
}

bool
session_reads_private_of(const struct atelier *at, struct row_ref row)
{
    return session_reads_private(at) && (row.id == 0 || group_right_covers(at, row));
}

void
session_withhold(const struct atelier *at, const struct entity *entity, void *record)
{
    if (session_reads_private(at) && group_right_covers_record(at, entity, record))
        return;
    for (size_t i = 0; i < entity->field_count; i++)
        if (entity->fields[i].flags & FIELD_PRIVATE)
            (void)field_restore(&entity->fields[i], record, NULL);
}

/* Parts of a meeting that name it by another part of it. */
static bool
is_part_of_meeting(enum entity_kind entity)
{
    return entity == ENTITY_WORKSHOP || entity == ENTITY_REGISTRATION;
}

static struct row_ref
subject_of_row(struct atelier *at, enum entity_kind entity, int64_t id)
{
    const struct entity *noun = entity_get(entity);
    struct row_ref subject = ROW_NONE;
    void *record = record_new(noun);

    if (row_load(at->db, noun, id, record, NULL))
        subject = record_subject(noun, record);
    record_free(noun, record);
    return subject;
}

struct row_ref
session_subject_of(struct atelier *at, const struct entity *entity, const void *record)
{
    struct row_ref subject = record_subject(entity, record);

    for (size_t i = 0; subject.id == 0 && i < entity->field_count; i++) {
        const struct field *field = &entity->fields[i];
        if (field->kind == FIELD_REFERENCE &&
            is_part_of_meeting((enum entity_kind)field->refers_to))
            subject = subject_of_row(at, (enum entity_kind)field->refers_to,
                                     field_number(field, record));
    }
    return subject;
}

struct row_ref
session_subject(struct atelier *at, enum entity_kind entity, int64_t id)
{
    const struct entity *noun = entity_get(entity);
    struct row_ref subject = ROW_NONE;
    void *record = record_new(noun);
    if (entity != ENTITY_COUNT && row_load(at->db, noun, id, record, NULL))
        subject = session_subject_of(at, noun, record);
    record_free(noun, record);
    return subject;
}

bool
session_renew_role(struct atelier *at, struct error *err)
{
    if (at->role_given)
        return true;
    enum staff_role role;
    struct grant_list grants = { 0 };
    struct error why = { 0 };
    if (may_act_as(at, &why) && find_role(at, at->login, &role, &grants, &why)) {
        at->role = role;
        grant_list_clear(&at->grants);
        at->grants = grants;
        error_clear(&at->shut_out);
        return true;
    }
    grant_list_clear(&grants);
    if (why.kind == ERROR_RULE) /* else the database did not say */
        at->shut_out = why;
    return error_pass(err, &why);
}

void
session_reload(struct atelier *at)
{
    struct error ignored = { 0 };
    setting_table_load(at->db, &at->settings, &ignored);
    session_renew_role(at, &ignored);
}

bool
atelier_changed(struct atelier *at)
{
    if (!database_changed(at->db))
        return false;
    session_reload(at);
    return true;
}

void
atelier_set_stop(struct atelier *at, bool (*stop)(void *context), void *context)
{
    database_set_progress(at->db, stop, context);
}

void
atelier_set_waiting(struct atelier *at, bool (*give_up)(void *context, int64_t waited),
                    void *context)
{
    database_set_waiting(at->db, give_up, context);
}

void
session_play(struct atelier *at, const char *login, enum staff_role role, instant now)
{
    memory_replace(&at->login, login ? login : at->real_login);
    at->role = role;
    at->role_given = login;
    grant_list_clear(&at->grants); /* whoever fills a sample has none */
    at->fixed_now = now;
}

bool
session_begin_filling(struct atelier *at, struct error *err)
{
    return atelier_may(at, ACT_SAMPLE_FILL_NEEDS, ROW_NONE, err) &&
           database_set_filling(at->db, true, err);
}

bool
session_end_filling(struct atelier *at, struct error *err)
{
    return database_set_filling(at->db, false, err);
}
