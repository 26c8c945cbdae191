/* SPDX-License-Identifier: GPL-3.0-or-later */
/* open_sessions.h - who has the screens open: coming in, being counted, being ended
 */
#ifndef ATELIER_APP_OPEN_SESSIONS_H
#define ATELIER_APP_OPEN_SESSIONS_H

#include "atelier/app/atelier.h"
#include "atelier/domain/open_session.h"

/*
 * Enters this process as one that has the screens open; commands are not entered.
 * ERROR_RULE when the login, or the office, has as many open as the settings allow: which
 * they are stands in it, and how one is ended.  An administrator is always let in.
 */
bool open_sessions_enter(struct atelier *at, struct error *err);

/*
 * To be called once a second while the screens are open, with how long no key has come:
 * what others see of it is written once a minute.  After it atelier_is_let_in() says
 * whether somebody has ended the session, or the settings do as nothing was typed for so
 * many hours.
 */
void open_sessions_step(struct atelier *at, int64_t idle_milliseconds);

/* All who are in, by number, and who else has the database open; to be freed.  For
 * administrators. */
bool open_sessions_list(struct atelier *at, struct open_session **sessions, size_t *count,
                        struct error *err);

/* The own session of that mark (process.h), NULL when it is none that is open; to be
 * freed. */
struct open_session *open_sessions_find(struct atelier *at, const char *process);

/* Whether no key has come there for so long that its line may have dropped. */
bool open_sessions_is_idle(const struct atelier *at, const struct open_session *session);

/* Ends a session, one's own or, by an administrator, anybody's: what is typed there is
 * kept.  True when it is gone.  Its number is no other's, whoever took its place since.
 */
bool open_sessions_end(struct atelier *at, int64_t number, struct error *err);

/* Adds "14:05", with the day when it is not today. */
void open_sessions_add_time(struct atelier *at, instant when, struct buffer *text);
/* Adds "192.0.2.7", or that it is this computer. */
void open_sessions_add_from(const struct open_session *session, struct buffer *text);
/* Adds how long no key has come: "12 min", "3 d 04 h", or "" when one has just come. */
void open_sessions_add_idle(const struct atelier *at, const struct open_session *session,
                            struct buffer *text);

#endif
