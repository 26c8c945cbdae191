/* SPDX-License-Identifier: GPL-3.0-or-later */
/* atelier.c - one person at work: the database, the login and its role, the clock */
#include "atelier/app/atelier.h"

#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/store/setting_table.h"
#include "first_settings.h"
#include "operation.h"
#include "session.h"

enum { SPACE_WARNING = 64 * 1024 * 1024 };

char *
atelier_database_path(const struct atelier_options *options)
{
    if (options->database)
        return memory_copy(options->database);

    const char *path = getenv("ATELIER_DATABASE");
    if (path && *path)
        return memory_copy(path);

    struct buffer buffer = { 0 };
    const char *data = getenv("XDG_DATA_HOME");
    if (data && *data == '/') {
        buffer_add(&buffer, data);
    } else {
        const char *home = getenv("HOME");
        const struct passwd *user = home && *home ? NULL : getpwuid(geteuid());
        buffer_add(&buffer, home && *home ? home : user ? user->pw_dir : "/");
        buffer_add(&buffer, "/.local/share");
    }
    buffer_add(&buffer, "/atelier/atelier.db");
    return buffer_take(&buffer);
}

/* Who the system says that this is; the number when it has no name. */
static char *
system_login(void)
{
    const struct passwd *user = getpwuid(geteuid());
    if (user)
        return memory_copy(user->pw_name);
    struct buffer number = { 0 };
    buffer_addf(&number, "%u", (unsigned)geteuid());
    return buffer_take(&number);
}

/* The role of a login: as staff, or what unknown logins may. */
static bool
find_role(struct atelier *at, const char *login, enum staff_role *role, struct error *err)
{
    struct staff staff;
    struct error missing = { 0 };
    record_init(&staff_entity, &staff);
    bool found = staff_table_find(at->db, login, &staff, &missing);
    *role = found ? staff.role : ROLE_READER;
    record_clear(&staff_entity, &staff);
    if (found)
        return true;
    if (missing.kind != ERROR_NOT_FOUND) {
        if (err)
            *err = missing;
        return false;
    }
    if (at->settings.unknown_logins_read)
        return true;
    return error_set(
        err, ERROR_RULE,
        _("The login %s is not staff here.  Ask an administrator of %s to add you."),
        login, database_path(at->db));
}

/* Only an administrator may act under another login. */
static bool
settle_login(struct atelier *at, const char *as, struct error *err)
{
    if (!as || strcmp(as, at->real_login) == 0) {
        at->login = memory_copy(at->real_login);
        return find_role(at, at->login, &at->role, err);
    }

    enum staff_role own;
    if (!find_role(at, at->real_login, &own, err))
        return false;
    if (own != ROLE_ADMINISTRATOR)
        return error_set(
            err, ERROR_RULE,
            _("Only administrators may act as somebody else; leave out --as."));
    at->login = memory_copy(as);
    return find_role(at, as, &at->role, err);
}

static struct atelier *
begin(const struct atelier_options *options)
{
    struct atelier *at = memory_new(1, sizeof(*at));
    record_init(&settings_entity, &at->settings);
    at->zones = zone_cache_new();
    at->fixed_now = options->now;
    at->real_login = system_login();
    return at;
}

static bool
found_office(struct atelier *at, struct error *err)
{
    struct staff staff;
    record_init(&staff_entity, &staff);
    staff.login = memory_copy(at->real_login);
    staff.role = ROLE_ADMINISTRATOR;
    first_settings_fill(&at->settings);
    at->role = ROLE_ADMINISTRATOR;
    at->role_given = true; /* there is no staff yet */
    at->login = memory_copy(at->real_login);

    struct operation_note note = {
        .act = "database.create",
        .entity = ENTITY_COUNT,
        .summary = at->login,
    };
    bool ok = operation_begin(at, MAY_ADMINISTER, err);
    if (ok) {
        ok = first_settings_save(at, &staff, err);
        ok = operation_end(at, ok, &note, err);
    }
    at->role_given = false;
    record_clear(&staff_entity, &staff);
    return ok;
}

struct atelier *
atelier_create(const struct atelier_options *options, struct error *err)
{
    struct atelier *at = begin(options);
    char *path = atelier_database_path(options);
    at->db = database_open(path, DATABASE_CREATE, options->shared, err);
    bool ok = at->db && found_office(at, err);
    if (!ok && at->db && strcmp(path, ":memory:") != 0)
        unlink(path);
    free(path);
    if (ok)
        return at;
    atelier_close(at);
    return NULL;
}

static bool
is_missing(const char *path)
{
    return strcmp(path, ":memory:") == 0 || access(path, F_OK) != 0;
}

struct atelier *
atelier_open(const struct atelier_options *options, struct error *err)
{
    char *path = atelier_database_path(options);
    bool create = options->create && is_missing(path);
    if (create) {
        free(path);
        return atelier_create(options, err);
    }

    struct atelier *at = begin(options);
    at->db = database_open(path, options->read_only ? DATABASE_READ : DATABASE_OPEN,
                           false, err);
    free(path);
    if (at->db && setting_table_load(at->db, &at->settings, err) &&
        settle_login(at, options->as, err))
        return at;
    atelier_close(at);
    return NULL;
}

void
atelier_close(struct atelier *at)
{
    if (!at)
        return;
    database_close(at->db);
    zone_cache_free(at->zones);
    record_clear(&settings_entity, &at->settings);
    free(at->login);
    free(at->real_login);
    free(at->warning);
    free(at);
}

static void
remove_file(const char *path, const char *suffix)
{
    struct buffer name = { 0 };
    buffer_addf(&name, "%s%s", path, suffix);
    unlink(buffer_text(&name));
    buffer_clear(&name);
}

void
atelier_discard(struct atelier *at)
{
    char *path = memory_copy(atelier_path(at));
    atelier_close(at);
    remove_file(path, "");
    remove_file(path, "-wal");
    remove_file(path, "-shm");
    remove_file(path, ".queue");
    free(path);
}

const char *
atelier_path(const struct atelier *at)
{
    return database_path(at->db);
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

struct date
atelier_today(struct atelier *at)
{
    struct local_time local;
    if (!atelier_local_time(at, atelier_now(at), NULL, &local, NULL))
        local = local_time_from_instant(atelier_now(at));
    return local.date;
}

bool
atelier_may(const struct atelier *at, enum permission permission, struct error *err)
{
    if (!role_may(at->role, permission))
        return role_refuse(at->role, permission, err);
    if (permission != MAY_READ && database_is_read_only(at->db))
        return error_set(err, ERROR_DATABASE,
                         _("%s can only be read by you: nothing can be changed."),
                         database_path(at->db));
    return true;
}

bool
session_renew_role(struct atelier *at, struct error *err)
{
    enum staff_role role;
    if (at->role_given)
        return true;
    if (!find_role(at, at->login, &role, err))
        return false;
    at->role = role;
    return true;
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

const char *
atelier_warning(struct atelier *at)
{
    int64_t space = database_free_space(at->db);
    free(at->warning);
    at->warning = NULL;
    if (space >= 0 && space < SPACE_WARNING) {
        struct buffer text = { 0 };
        buffer_addf(&text,
                    _("The disk is nearly full: %lld MB are left.  Make room soon."),
                    (long long)(space / 1024 / 1024));
        at->warning = buffer_take(&text);
    }
    return at->warning;
}

void
session_play(struct atelier *at, const char *login, enum staff_role role, instant now)
{
    memory_replace(&at->login, login ? login : at->real_login);
    at->role = role;
    at->role_given = login != NULL;
    at->fixed_now = now;
}

bool
session_begin_filling(struct atelier *at, struct error *err)
{
    return atelier_may(at, MAY_ADMINISTER, err) &&
           database_set_filling(at->db, true, err);
}

bool
session_end_filling(struct atelier *at, struct error *err)
{
    return database_set_filling(at->db, false, err);
}
