/* SPDX-License-Identifier: GPL-3.0-or-later */
/* upkeep.c - backup, restore and check, for the administrator */
#include "atelier/app/upkeep.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "atelier/app/instants.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/real_path.h"
#include "atelier/store/journal_table.h"
#include "atelier/store/maintenance.h"
#include "atelier/store/meeting_day_table.h"
#include "atelier/store/row_table.h"
#include "atelier/store/search_table.h"
#include "session/operation.h"

bool
upkeep_back_up(struct atelier *at, const char *target, work_progress *progress,
               void *context, struct error *err)
{
    if (!session_renew_role(at, err))
        return false;
    if (!session_may(at, MAY_ADMINISTER, ROW_NONE, err))
        return false;
    return maintenance_back_up(at->db, target, at->folder, progress, context, err);
}

static bool
rename_row(struct database *db, const struct restore_renamed *renamed, const char *login,
           instant now, struct error *err)
{
    const struct entity *entity = entity_get(renamed->row.entity);
    void *record = record_new(entity);
    bool ok = row_load(db, entity, renamed->row.id, record, err);

    if (ok)
        field_set_text(entity_field(entity, "ics_uid"), record, renamed->uid);
    ok = ok && row_update(db, entity, record, login, now, err);
    record_free(entity, record);
    return ok;
}

/* Calendars know these by another UID than the backup did. */
static bool
rename_rows(struct database *db, const struct restore_report *report, const char *login,
            instant now, struct error *err)
{
    bool ok = true;

    for (size_t i = 0; ok && i < report->renamed_count; i++)
        ok = rename_row(db, &report->renamed[i], login, now, err);
    return ok && meeting_day_table_settle(db, now, err);
}

/* Who may restore was settled by the database that was there; the one that came back may
 * know somebody else.  It is back, whether or not this can be written. */
static void
journal_restore(const char *path, const char *login, instant now, const char *source,
                const struct restore_report *report)
{
    const char *slash = strrchr(source, '/');
    struct buffer name = { 0 };
    buffer_add(&name, slash ? slash + 1 : source);
    /* The journal does not change these texts. */
    struct journal_entry entry = {
        .at = now,
        .staff = (char *)(uintptr_t)login,
        .act = (char *)(uintptr_t)act_name(ACT_DATABASE_RESTORE),
        .entity = -1,
        .summary = name.text,
    };
    struct error ignored = { 0 };
    struct database *db = database_open(path, DATABASE_OPEN, false, &ignored);
    if (db && database_is_shared(db))
        entry.at = (instant)time(NULL);
    if (db && transaction_begin(db, &ignored) &&
        rename_rows(db, report, login, now, &ignored) &&
        journal_table_note(db, &entry, &ignored))
        transaction_commit(db, &ignored);
    database_close(db);
    buffer_clear(&name);
}

/* Whether nobody can be asked who may: there is no file, or none that can be read as a
 * database of ours.  Whatever else keeps us from asking refuses. */
static bool
is_beyond_asking(const char *path, const struct error *unreadable, struct error *err)
{
    struct error unknown = { 0 };
    const bool is =
        unreadable->kind == ERROR_NOT_FOUND ||
        (unreadable->kind == ERROR_DATABASE && maintenance_is_unreadable(path, &unknown));
    if (!is && err)
        *err = unknown.kind != ERROR_NONE ? unknown : *unreadable;
    return is;
}

/* Who may write the file may replace it, but an administrator of it is asked for where
 * the file still says who that is. */
static bool
may_restore(struct atelier *at, const char *path, const struct error *unreadable,
            struct error *err)
{
    if (!at)
        return is_beyond_asking(path, unreadable, err);
    if (strcmp(atelier_path(at), path) != 0)
        return database_refuse_replaced(at->db, err);
    return atelier_may(at, ACT_DATABASE_RESTORE_NEEDS, ROW_NONE, err);
}

/* Where its name leads is settled once: who may is asked of the file that is replaced. */
bool
upkeep_restore(const struct atelier_options *options, const char *source,
               struct restore_report *report, struct error *err)
{
    *report = (struct restore_report){ 0 };
    char *typed = atelier_database_path(options);
    char *path;
    bool ok = real_path_find(typed, &path, err);
    free(typed);
    if (!ok)
        return false;
    struct error unreadable = { 0 };
    struct atelier *at = atelier_open(options, &unreadable);
    ok = may_restore(at, path, &unreadable, err);
    char *login = memory_copy(at ? atelier_login(at) : options->identity.login);
    const instant now = at                             ? atelier_now(at)
                        : options->now != INSTANT_NONE ? options->now
                                                       : (instant)time(NULL);
    atelier_close(at);
    ok = ok && maintenance_restore(path, source, now, report, err);
    if (ok)
        journal_restore(path, login, now, source, report);
    free(path);
    free(login);
    return ok;
}

bool
upkeep_check(struct atelier *at, bool thorough, struct check_report *report,
             struct error *err)
{
    search_table_set_today(at->db, atelier_today(at));
    if (!atelier_may(at, MAY_READ, ROW_NONE, err) ||
        !maintenance_check(at->db, thorough, report, err))
        return false;
    /* What a damaged file answers says nothing more. */
    struct error damaged = { 0 };
    return instants_check(at, report, &damaged) || report->count > 0 ||
           error_pass(err, &damaged);
}
