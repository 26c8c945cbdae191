/* SPDX-License-Identifier: GPL-3.0-or-later */
/* open_sessions.c - who has the screens open: coming in, being counted, being ended */
#include "atelier/app/open_sessions.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/process.h"
#include "atelier/domain/when.h"
#include "atelier/store/session_book.h"
#include "session/session.h"

enum {
    EACH_USUAL = 20, /* where the settings say nothing */
    ALL_USUAL = 200,
    NAMED_MOST = 3, /* in a sentence */
    NOTE_SECONDS = 60,
    IDLE_SECONDS = 2 * 60,
    HOUR_MILLISECONDS = 60 * 60 * 1000,
    DAY = 24 * 60, /* minutes */
    DAYS_FROM = 2 * DAY
};
enum { END_LOOKS = 100, END_LOOK_MILLISECONDS = 100, HANG_UP_AT = 20 };

/* --- coming in */

/* Of SSH_CLIENT, "192.0.2.7 51234 22", the address: letters of one alone. */
static void
take_word(const char *name, const char *letters, char *word, size_t size)
{
    const char *value = getenv(name);
    const size_t length = value ? strspn(value, letters) : 0;

    (void)snprintf(word, size, "%.*s", (int)(length < size ? length : size - 1),
                   value ? value : "");
}

static void
describe(const struct atelier *at, struct open_session *own)
{
    struct buffer mark = { 0 };

    *own = (struct open_session){
        .by_gateway = at->source == IDENTITY_GATEWAY,
        .is_screens = true,
        .begun = atelier_now(at),
        .active = atelier_now(at),
    };
    (void)snprintf(own->login, sizeof(own->login), "%s", at->login);
    take_word("SSH_CLIENT", "0123456789abcdefABCDEF.:%", own->from, sizeof(own->from));
    take_word("TERM",
              "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-._",
              own->terminal, sizeof(own->terminal));
    process_add_mark(&mark);
    (void)snprintf(own->process, sizeof(own->process), "%s", buffer_text(&mark));
    buffer_clear(&mark);
}

void
open_sessions_add_time(struct atelier *at, instant when, struct buffer *text)
{
    struct local_time local;

    if (!atelier_local_time(at, when, NULL, &local, NULL))
        local = local_time_from_instant(when);
    if (date_compare(local.date, atelier_today(at)) == 0)
        buffer_addf(text, "%02d:%02d", local.hour, local.minute);
    else
        when_format_local_time(local, text);
}

void
open_sessions_add_from(const struct open_session *session, struct buffer *text)
{
    buffer_add(text, session->from[0] ? session->from : _("this computer"));
}

void
open_sessions_add_idle(const struct atelier *at, const struct open_session *session,
                       struct buffer *text)
{
    const int64_t minutes =
        session->active == INSTANT_NONE ? 0 : (atelier_now(at) - session->active) / 60;

    if (minutes >= DAYS_FROM)
        buffer_addf(text, _("%lld d %02lld h"), (long long)(minutes / DAY),
                    (long long)(minutes % DAY / 60));
    else if (minutes > 0)
        when_format_duration(minutes, text);
}

/* The last key is noted a minute late. */
bool
open_sessions_is_idle(const struct atelier *at, const struct open_session *session)
{
    return atelier_now(at) - session->active >= IDLE_SECONDS;
}

/* "4 since 14:05 from 192.0.2.7, no key for 2 h" */
static void
add_session(struct atelier *at, const struct open_session *session, struct buffer *text)
{
    struct buffer since = { 0 };
    struct buffer from = { 0 };
    struct buffer idle = { 0 };

    open_sessions_add_time(at, session->begun, &since);
    open_sessions_add_from(session, &from);
    open_sessions_add_idle(at, session, &idle);
    buffer_addf(text, _("%d since %s from %s"), session->number, buffer_text(&since),
                buffer_text(&from));
    if (idle.length > 0)
        buffer_addf(text, _(", no key for %s"), buffer_text(&idle));
    buffer_clear(&since);
    buffer_clear(&from);
    buffer_clear(&idle);
}

static bool
is_of(const struct open_session *session, const char *login)
{
    return strcmp(session->login, login) == 0;
}

static size_t
count_of(const struct open_session_list *list, const char *login)
{
    size_t count = 0;

    for (size_t i = 0; i < list->count; i++)
        if (is_of(&list->items[i], login))
            count++;
    return count;
}

/* How a command is given where one comes from. */
static const char *
command_word(const struct atelier *at)
{
    return at->source == IDENTITY_GATEWAY ? _("ssh HOST") : "atelier";
}

static bool
refuse_own(struct atelier *at, const struct open_session_list *list, size_t count,
           struct error *err)
{
    struct buffer text = { 0 };
    size_t named = 0;

    for (size_t i = 0; i < list->count && named < NAMED_MOST; i++)
        if (is_of(&list->items[i], at->login)) {
            buffer_add(&text, named++ > 0 ? "; " : "");
            add_session(at, &list->items[i], &text);
        }
    if (named < count)
        buffer_add(&text, "; …");
    error_set(err, ERROR_RULE,
              ngettext("%s has %zu session open, and may have no more: %s.  Leave it, or "
                       "end it with “%s who --end NUMBER”.",
                       "%s has %zu sessions open, and may have no more: %s.  Leave one, "
                       "or end one with “%s who --end NUMBER”.",
                       count),
              at->login, count, buffer_text(&text), command_word(at));
    buffer_clear(&text);
    return false;
}

static bool
refuse_all(size_t count, struct error *err)
{
    return error_set(err, ERROR_RULE,
                     ngettext("%zu session is open, and no more may be.  Come again when "
                              "it has been left, or ask an administrator to end it.",
                              "%zu sessions are open, and no more may be.  Come again "
                              "when one has been left, or ask an administrator to end "
                              "one.",
                              count),
                     count);
}

static size_t
limit(int64_t setting, size_t usual)
{
    if (setting == NUMBER_NONE)
        return usual;
    return setting > 0 ? (size_t)setting : SIZE_MAX;
}

static bool
has_room(struct atelier *at, struct error *err)
{
    struct open_session_list list = { 0 };

    if (session_may(at, MAY_SEE_SESSIONS, ROW_NONE,
                    NULL)) /* so that somebody can come who ends some */
        return true;
    session_book_list(at->db, false, &list);
    const size_t own = count_of(&list, at->login);
    bool ok = own < limit(at->settings.sessions_each, EACH_USUAL) ||
              refuse_own(at, &list, own, err);
    ok = ok && (list.count < limit(at->settings.sessions_all, ALL_USUAL) ||
                refuse_all(list.count, err));
    open_session_list_clear(&list);
    return ok;
}

bool
open_sessions_enter(struct atelier *at, struct error *err)
{
    describe(at, &at->own);
    session_book_hold(at->db);
    const bool ok = has_room(at, err);
    if (ok)
        session_book_enter(at->db, &at->own);
    session_book_release(at->db);
    return ok;
}

/* --- being there */

static void
end_asked(struct atelier *at)
{
    char login[OPEN_SESSION_LOGIN_MOST];

    if (!session_book_is_asked(at->db, &at->own, login))
        return;
    if (strcmp(login, at->login) == 0)
        error_set(&at->ended, ERROR_RULE, "%s",
                  _("You ended this session from another one.  What was being typed is "
                    "kept and offered when you come back."));
    else
        error_set(&at->ended, ERROR_RULE,
                  _("%s ended this session.  What was being typed is kept and offered "
                    "when you come back."),
                  login);
}

static void
end_idle(struct atelier *at, int64_t idle)
{
    const int64_t hours = at->settings.idle_hours;

    if (hours == NUMBER_NONE || hours <= 0 || idle < hours * HOUR_MILLISECONDS)
        return;
    error_set(&at->ended, ERROR_RULE,
              ngettext("No key was pressed for %lld hour: the session has ended.  What "
                       "was being typed is kept and offered when you come back.",
                       "No key was pressed for %lld hours: the session has ended.  What "
                       "was being typed is kept and offered when you come back.",
                       (unsigned long)hours),
              (long long)hours);
}

void
open_sessions_step(struct atelier *at, int64_t idle_milliseconds)
{
    const instant active = atelier_now(at) - idle_milliseconds / 1000;

    if (at->ended.kind != ERROR_NONE)
        return;
    if (active - at->own.active >= NOTE_SECONDS) {
        at->own.active = active;
        session_book_note(at->db, &at->own);
    }
    end_asked(at);
    if (at->ended.kind == ERROR_NONE)
        end_idle(at, idle_milliseconds);
}

/* --- seeing and ending */

bool
open_sessions_list(struct atelier *at, struct open_session **sessions, size_t *count,
                   struct error *err)
{
    struct open_session_list list = { 0 };

    *sessions = NULL;
    *count = 0;
    if (!atelier_may(at, MAY_SEE_SESSIONS, ROW_NONE, err))
        return false;
    session_book_list(at->db, true, &list);
    *sessions = list.items;
    *count = list.count;
    return true;
}

static struct open_session *
find(struct atelier *at, int64_t number, const char *process)
{
    struct open_session_list list = { 0 };
    struct open_session *found = NULL;

    session_book_list(at->db, false, &list);
    for (size_t i = 0; !found && i < list.count; i++)
        if (process ? strcmp(list.items[i].process, process) == 0 &&
                          strcmp(list.items[i].login, at->login) == 0
                    : list.items[i].number == number) {
            found = memory_new(1, sizeof(*found));
            *found = list.items[i];
        }
    open_session_list_clear(&list);
    return found;
}

struct open_session *
open_sessions_find(struct atelier *at, const char *process)
{
    return find(at, 0, process);
}

/* Until its process is gone, too, as what is typed there is its own until then. */
static bool
has_ended(struct atelier *at, const struct open_session *session)
{
    return !session_book_is_open(at->db, session) &&
           !process_runs_elsewhere(session->process);
}

/* One that writes to a line that takes nothing looks at no page: it is told to hang up.
 */
static bool
wait_for_end(struct atelier *at, const struct open_session *session)
{
    const struct timespec pause = { .tv_nsec = END_LOOK_MILLISECONDS * 1000000L };

    for (int i = 0; i < END_LOOKS; i++) {
        if (has_ended(at, session))
            return true;
        if (i == HANG_UP_AT)
            process_hang_up(session->process);
        nanosleep(&pause, NULL);
    }
    return has_ended(at, session);
}

/* Who holds the book keeps the place of one that leaves from being taken meanwhile. */
static struct open_session *
find_and_ask(struct atelier *at, int64_t number, struct error *err)
{
    struct open_session *session = find(at, number, NULL);
    bool ok = session != NULL;

    if (!session)
        error_set(err, ERROR_NOT_FOUND,
                  _("No session has the number %lld: it has ended, or its number is "
                    "another.  “%s who” shows administrators all."),
                  (long long)number, command_word(at));
    else if (number == at->own.number)
        ok = error_set(err, ERROR_RULE, _("This is the session you are in; leave it."));
    else if (strcmp(session->login, at->login) != 0)
        ok = atelier_may(at, MAY_SEE_SESSIONS, ROW_NONE, err);
    ok = ok && (session_book_ask(at->db, session, at->login) ||
                database_refuse_write(at->db, err));
    if (ok)
        return session;
    free(session);
    return NULL;
}

bool
open_sessions_end(struct atelier *at, int64_t number, struct error *err)
{
    session_book_hold(at->db);
    struct open_session *session = find_and_ask(at, number, err);
    session_book_release(at->db);
    if (!session)
        return false;
    bool ok = true;
    if (!wait_for_end(at, session))
        ok = error_set(err, ERROR_SYSTEM,
                       _("The session %d has not ended yet; its process is %ld.  It ends "
                         "when it next looks: come again in a minute, or tell an "
                         "administrator."),
                       session->number, strtol(session->process, NULL, 10));
    free(session);
    return ok;
}
