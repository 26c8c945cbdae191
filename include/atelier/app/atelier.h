/* SPDX-License-Identifier: GPL-3.0-or-later */
/* atelier.h - one person at work: the database, the login and its role, the clock
 *
 * All state of the program travels in struct atelier.  Every function of this
 * layer that writes checks the role, opens one transaction, applies the rules,
 * saves, writes the journal and commits; when it fails nothing was written.
 */
#ifndef ATELIER_APP_ATELIER_H
#define ATELIER_APP_ATELIER_H

#include "atelier/app/confinement.h"
#include "atelier/base/civil.h"
#include "atelier/base/error.h"
#include "atelier/base/own_folder.h"
#include "atelier/base/work.h"
#include "atelier/domain/permission.h"
#include "atelier/domain/setting.h"

struct atelier;

/* Who is at the keyboard, and who says so. */
enum identity_source {
    IDENTITY_SYSTEM, /* a login of this computer */
    IDENTITY_GATEWAY /* a login that a gateway vouches for: the system need not know it */
};

struct identity {
    const char *login;
    enum identity_source source;
};

struct atelier_options {
    const char *database; /* path; NULL: as atelier_database_path() says */
    struct identity identity;
    struct confinement confinement; /* the caller's */
    const char *as; /* act as this login, for administrators; NULL: as oneself */
    instant now;    /* a clock that stands still; INSTANT_NONE: the system's */
    bool create;    /* a missing file; its creator is its administrator */
    bool shared;    /* a created file is readable and writable by its group */
    bool read_only;
    bool is_brief; /* for one command, which may read alone when the disk is full */
    int64_t room;  /* bytes that a created file will soon need; 0: a few */
    struct telling upgrading; /* how far the upgrade of an older file is */
};

/* That of the confinement, else the path that the options name, else ATELIER_DATABASE,
 * else $XDG_DATA_HOME/atelier/atelier.db; the caller frees. */
char *atelier_database_path(const struct atelier_options *options);

/* A database of ours without any staff is finished by the owner of its file, or root: its
 * administrator.  NULL and an error: no such database (field "database"), refused login,
 * and what database_open() says. */
struct atelier *atelier_open(const struct atelier_options *options, struct error *err);
/* Creates the database; ERROR_EXISTS when the file is there already. */
struct atelier *atelier_create(const struct atelier_options *options, struct error *err);
/* The same in two steps, between which it can be filled: until it is placed nothing is at
 * its path, and closed before that it is gone.  One that could not be placed can only be
 * closed. */
struct atelier *atelier_found(const struct atelier_options *options, struct error *err);
bool atelier_place(struct atelier *at, struct error *err);
void atelier_close(struct atelier *at); /* NULL is fine */
/* Closes the database and removes its file with all that lies beside it. */
void atelier_discard(struct atelier *at);

/* The folder to which a confined session keeps, else NULL: any file may be named. */
const struct own_folder *atelier_folder(const struct atelier *at);

const char *atelier_path(const struct atelier *at);
bool atelier_is_read_only(const struct atelier *at);
const char *atelier_login(const struct atelier *at);
enum staff_role atelier_role(const struct atelier *at);
const struct settings *atelier_settings(const struct atelier *at);

instant atelier_now(const struct atelier *at);
/* Today in the office's zone (settings.zone). */
struct date atelier_today(struct atelier *at);
/* The first moment of a day by the office's clock. */
instant atelier_midnight(struct atelier *at, struct date day);
/* The same by the clock of a zone (NULL, or one that is not known: the office's). */
instant atelier_midnight_in(struct atelier *at, const char *zone, struct date day);
/* The wall clock of an instant in a zone (NULL: the office's). */
bool atelier_local_time(struct atelier *at, instant when, const char *zone,
                        struct local_time *local, struct error *err);

/*
 * Whether it may be done to the subject: the meeting, the group or the workshop that the
 * act concerns, ROW_NONE for what belongs to none.  ERROR_RULE when the role may not
 * (rule 13), or the file is read-only; ERROR_INPUT when a clock that stands still would
 * date what colleagues read.
 */
bool atelier_may(const struct atelier *at, enum permission permission,
                 struct row_ref subject, struct error *err);

/* The same of the role alone, where nothing is written into the database. */
bool atelier_role_may(const struct atelier *at, enum permission permission,
                      struct error *err);

/* False, and why, once the login is no longer let in: nothing may be done or read any
 * more, and whoever shows the session to a person ends it. */
bool atelier_is_let_in(const struct atelier *at, struct error *err);

/* Whether a colleague has written since the last call; settings and role are then read
 * anew. */
bool atelier_changed(struct atelier *at);

/* What is read until the end is of one moment, whoever writes meanwhile, and the file is
 * locked once for all of it; nothing is written between.  Ended by atelier_read_end(). */
bool atelier_read_begin(struct atelier *at, struct error *err);
void atelier_read_end(struct atelier *at);

/* Lets a long or slow read be stopped: `stop` is asked now and then. */
void atelier_set_stop(struct atelier *at, bool (*stop)(void *context), void *context);

/* While an act waits for colleagues who write, `give_up` is asked at once and then ten
 * times a second, with the milliseconds waited; true ends it with ERROR_CANCELLED. */
void atelier_set_waiting(struct atelier *at,
                         bool (*give_up)(void *context, int64_t waited), void *context);

/* A sentence when the disk is nearly full, else NULL; borrowed. */
const char *atelier_warning(struct atelier *at);

#endif
