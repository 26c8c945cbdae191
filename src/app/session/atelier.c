/* SPDX-License-Identifier: GPL-3.0-or-later */
/* atelier.c - one person at work: the database, the login and its role, the clock */
#include "atelier/app/atelier.h"

#include <pwd.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/store/setting_table.h"
#include "atelier/store/staff_table.h"
#include "enrolment/settle.h"
#include "session/first_settings.h"
#include "session/operation.h"
#include "session/session.h"

char *
atelier_database_path(const struct atelier_options *options)
{
    if (confinement_is_on(&options->confinement))
        return memory_copy(options->confinement.database);
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

static bool
settle_login(struct atelier *at, const char *as, struct error *err)
{
    memory_replace(&at->login, as ? as : at->real_login);
    return session_renew_role(at, err);
}

static struct atelier *
begin(const struct atelier_options *options)
{
    struct atelier *at = memory_new(1, sizeof(*at));
    at->begin_day = enrolment_settle_day;
    record_init(&settings_entity, &at->settings);
    at->zones = zone_cache_new();
    at->fixed_now = options->now;
    at->is_clock_set = options->now != INSTANT_NONE;
    at->real_login = memory_copy(options->identity.login);
    at->source = options->identity.source;
    at->is_confined = confinement_is_on(&options->confinement);
    return at;
}

static bool
has_no_staff(struct atelier *at, bool *has_none, struct error *err)
{
    int64_t count = 0;

    if (!staff_table_count(at->db, &count, err))
        return false;
    *has_none = count == 0;
    return true;
}

/* The first settings and the first administrator, in one act.  Whoever comes first is
 * that one; who came second finds it done. */
static bool
found_office(struct atelier *at, struct error *err)
{
    struct staff staff;
    record_init(&staff_entity, &staff);
    staff.login = memory_copy(at->real_login);
    staff.role = ROLE_ADMINISTRATOR;
    at->role = ROLE_ADMINISTRATOR;
    at->role_given = true; /* there is no staff yet */
    memory_replace(&at->login, at->real_login);

    struct operation_note note = {
        .act = ACT_DATABASE_CREATE,
        .entity = ENTITY_COUNT,
        .summary = at->login,
    };
    bool ok = operation_begin(at, ACT_DATABASE_CREATE_NEEDS, ROW_NONE, err);
    if (ok) {
        bool is_first = false;
        ok = has_no_staff(at, &is_first, err) &&
             setting_table_load(at->db, &at->settings, err);
        if (ok && is_first) {
            if (at->settings.head.rev == 0)
                first_settings_fill(&at->settings);
            ok = first_settings_save(at, &staff, err);
        }
        if (ok && !is_first)
            transaction_roll_back(at->db);
        else
            ok = operation_end(at, ok, &note, err);
    }
    at->role_given = false;
    record_clear(&staff_entity, &staff);
    return ok;
}

struct atelier *
atelier_found(const struct atelier_options *options, struct error *err)
{
    struct atelier *at = begin(options);
    if (options->as && strcmp(options->as, at->real_login) != 0) {
        error_set(err, ERROR_INPUT,
                  _("Who creates a database is its administrator, and nobody else is "
                    "staff there yet.  Leave out --as, and add others with “atelier "
                    "staff add”."));
        atelier_close(at);
        return NULL;
    }
    char *path = atelier_database_path(options);
    bool dated = !options->shared || !at->is_clock_set || session_refuse_clock(path, err);
    if (dated)
        at->db = database_found(path, options->shared, options->room, err);
    free(path);
    if (at->db && found_office(at, err))
        return at;
    atelier_close(at);
    return NULL;
}

bool
atelier_place(struct atelier *at, struct error *err)
{
    return database_place(at->db, err);
}

struct atelier *
atelier_create(const struct atelier_options *options, struct error *err)
{
    struct atelier *at = atelier_found(options, err);
    if (!at || atelier_place(at, err))
        return at;
    atelier_close(at);
    return NULL;
}

static bool
is_missing(const char *path)
{
    return strcmp(path, ":memory:") == 0 || access(path, F_OK) != 0;
}

/* A program that was cut short, or another one, made the file and nobody's office in it:
 * whose it is finishes it. */
static bool
settle_office(struct atelier *at, struct error *err)
{
    bool has_none = false;

    if (!setting_table_load(at->db, &at->settings, err) ||
        !has_no_staff(at, &has_none, err))
        return false;
    if (!has_none)
        return true;
    struct stat file;
    if (stat(database_path(at->db), &file) != 0)
        return database_refuse_replaced(at->db, err);
    if (at->source == IDENTITY_SYSTEM && !at->is_confined &&
        (geteuid() == file.st_uid || geteuid() == 0))
        return database_is_read_only(at->db) ? database_refuse_write(at->db, err)
                                             : found_office(at, err);
    return session_refuse_unfinished(at, file.st_uid, err);
}

/* Who is let in has a folder; who is not leaves no trace. */
static bool
settle_folder(struct atelier *at, const struct confinement *confinement,
              struct error *err)
{
    if (!at->is_confined)
        return true;
    at->folder = own_folder_open(confinement->files, at->login, atelier_now(at), err);
    return at->folder && own_folder_enter(at->folder, err);
}

static enum database_open
manner(const struct atelier_options *options)
{
    return options->read_only  ? DATABASE_READ
           : options->is_brief ? DATABASE_BRIEFLY
                               : DATABASE_OPEN;
}

struct atelier *
atelier_open(const struct atelier_options *options, struct error *err)
{
    char *path = atelier_database_path(options);
    if (options->create && is_missing(path)) {
        struct error why = { 0 };
        struct atelier *made = atelier_create(options, &why);
        /* Unless somebody else did the same, and came first. */
        if (made || is_missing(path)) {
            if (!made && err)
                *err = why;
            free(path);
            return made;
        }
    }

    struct atelier *at = begin(options);
    at->db = database_open_telling(path, manner(options), options->upgrading.progress,
                                   options->upgrading.context, err);
    free(path);
    if (at->db && settle_office(at, err) && settle_login(at, options->as, err) &&
        settle_folder(at, &options->confinement, err))
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
    zone_list_clear(&at->zone_list);
    elsewhere_clear(&at->elsewhere);
    grant_list_clear(&at->grants);
    own_folder_close(at->folder);
    login_folder_clear(&at->login_folder);
    record_clear(&settings_entity, &at->settings);
    free(at->login);
    free(at->real_login);
    free(at->warning);
    free(at);
}

bool
atelier_read_begin(struct atelier *at, struct error *err)
{
    return transaction_read_begin(at->db, err);
}

void
atelier_read_end(struct atelier *at)
{
    transaction_read_end(at->db);
}

void
atelier_discard(struct atelier *at)
{
    database_discard(at->db);
    at->db = NULL;
    atelier_close(at);
}
