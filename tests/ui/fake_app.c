/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fake_app.c - the app layer as the gallery needs it, without a database
 *
 * ROOMS in the environment says how many there are (40).  The file that CHANGED
 * names, when it appears, stands for a colleague's write.
 */
#include <stdlib.h>
#include <unistd.h>

#include "atelier/app/atelier.h"
#include "atelier/app/change_settings.h"
#include "atelier/app/open_sessions.h"
#include "atelier/app/preference.h"
#include "atelier/base/memory.h"
#include "atelier/domain/when.h"
#include "fake_app.h"

struct atelier *
fake_atelier(void)
{
    struct atelier *at = memory_new(1, sizeof(*at));
    const char *count = getenv("ROOMS");

    at->count = count == NULL ? 40 : strtoll(count, NULL, 10);
    at->seats = NUMBER_NONE;
    return at;
}

void
fake_atelier_free(struct atelier *at)
{
    free(at->name);
    free(at);
}

/* --- one person at work, who likes one theme until the end */

enum theme
preference_theme(struct atelier *at)
{
    return at->theme;
}

bool
preference_set_language(struct atelier *at, const char *language, struct error *err)
{
    (void)at;
    (void)language;
    (void)err;
    return true;
}

bool
preference_set_theme(struct atelier *at, enum theme theme, struct error *err)
{
    (void)err;
    at->theme = theme;
    return true;
}

const struct own_folder *
atelier_folder(const struct atelier *at)
{
    (void)at;
    return NULL;
}

bool
atelier_changed(struct atelier *at)
{
    const char *path = getenv("CHANGED");

    if (path == NULL || at->changed || access(path, F_OK) != 0)
        return false;
    at->changed = true;
    at->removed = 1; /* the colleague removed the first room */
    return true;
}

bool
atelier_is_let_in(const struct atelier *at, struct error *err)
{
    (void)at;
    (void)err;
    return true;
}

void
atelier_set_stop(struct atelier *at, bool (*stop)(void *context), void *context)
{
    at->stop = stop;
    at->stop_context = context;
}

bool
atelier_role_may(const struct atelier *at, enum permission permission, struct error *err)
{
    return atelier_may(at, permission, ROW_NONE, err);
}

bool
atelier_may(const struct atelier *at, enum permission permission, struct row_ref subject,
            struct error *err)
{
    (void)at;
    (void)permission;
    (void)subject;
    (void)err;
    return true;
}

enum staff_role
atelier_role(const struct atelier *at)
{
    (void)at;
    return ROLE_ADMINISTRATOR;
}

void
atelier_set_waiting(struct atelier *at, bool (*give_up)(void *context, int64_t waited),
                    void *context)
{
    (void)at; /* nothing is written to a file here */
    (void)give_up;
    (void)context;
}

struct date
atelier_today(struct atelier *at)
{
    (void)at;
    return (struct date){ 2027, 3, 1 };
}

bool
atelier_local_time(struct atelier *at, instant when, const char *zone,
                   struct local_time *local, struct error *err)
{
    (void)at;
    (void)zone;
    (void)err;
    *local = local_time_from_instant(when);
    return true;
}

instant
atelier_now(const struct atelier *at)
{
    (void)at;
    return 0;
}

/* --- settings: nobody opens them here */

const struct settings *
atelier_settings(const struct atelier *at)
{
    static const struct settings none = { .keep_years = NUMBER_NONE };

    (void)at;
    return &none;
}

bool
settings_warn_of_seats(struct atelier *at, const struct settings *before,
                       const struct settings *after, struct buffer *text)
{
    (void)at;
    (void)before;
    (void)after;
    (void)text;
    return false;
}

bool
settings_change(struct atelier *at, struct settings *settings, struct error *err)
{
    (void)at;
    (void)settings;
    return error_set(err, ERROR_RULE, "There are no settings here.");
}

/* --- sessions: nobody looks who is in */

void
open_sessions_step(struct atelier *at, int64_t idle_milliseconds)
{
    (void)at;
    (void)idle_milliseconds;
}

struct open_session *
open_sessions_find(struct atelier *at, const char *process)
{
    (void)at;
    (void)process;
    return NULL;
}

bool
open_sessions_is_idle(const struct atelier *at, const struct open_session *session)
{
    (void)at;
    (void)session;
    return false;
}

bool
open_sessions_end(struct atelier *at, int64_t number, struct error *err)
{
    (void)at;
    (void)number;
    (void)err;
    return false;
}

void
open_sessions_add_time(struct atelier *at, instant when, struct buffer *text)
{
    (void)at;
    (void)when;
    (void)text;
}

void
open_sessions_add_from(const struct open_session *session, struct buffer *text)
{
    (void)session;
    (void)text;
}

void
open_sessions_add_idle(const struct atelier *at, const struct open_session *session,
                       struct buffer *text)
{
    (void)at;
    (void)session;
    (void)text;
}
