/* SPDX-License-Identifier: GPL-3.0-or-later */
/* session.h - what struct atelier holds; private to the app layer */
#ifndef ATELIER_APP_SESSION_H
#define ATELIER_APP_SESSION_H

#include <sys/stat.h>

#include "atelier/app/atelier.h"
#include "atelier/app/register.h"
#include "atelier/base/work.h"
#include "atelier/calendar/zone.h"
#include "atelier/calendar/zone_list.h"
#include "atelier/domain/open_session.h"
#include "atelier/store/database.h"
#include "atelier/store/grant_table.h"
#include "record/elsewhere.h"
#include "session/login_folder.h"

struct atelier {
    struct database *db;
    char *login; /* under which acts are written */
    char *real_login;
    enum identity_source source; /* of the real login */
    bool is_confined;
    struct own_folder *folder;        /* of the login, when it is; else NULL */
    struct login_folder login_folder; /* of one that is renamed */
    enum staff_role role;
    struct grant_list grants; /* for which groups it counts; none: for all */
    enum permission acting;   /* what the open act takes */
    bool role_given;         /* not read from the staff: the founder's and the sample's */
    struct error shut_out;   /* why the login may nothing any more; or of no kind */
    struct open_session own; /* when the screens are open: number 0 otherwise */
    struct error ended;      /* why this session is over, as its login is not */
    struct settings settings;
    struct zone_cache *zones;
    struct zone_list zone_list; /* of zone_find.c; empty until it is asked for */
    struct elsewhere elsewhere;
    instant fixed_now; /* INSTANT_NONE: the system's clock */
    bool is_clock_set; /* by whoever started the program */
    char *warning;
    struct date released_on;               /* the day whose freed seats were looked for */
    void (*begin_day)(struct atelier *at); /* after the first act of a day; or NULL */
    struct register_given given;           /* of settle.c: not told yet */
    struct telling undo_told;              /* of the rows of an undo; mostly nobody */
    int64_t longest_meeting; /* in seconds, while many are written; 0: not known */
};

/* The one judge of rule 13: whether this role may do it to this meeting, group or
 * workshop. */
bool session_may(const struct atelier *at, enum permission permission,
                 struct row_ref subject, struct error *err);

/* Rule 13: whether needs, notes, reasons and telephones may be read, and people found by
 * the latter. */
bool session_reads_private(const struct atelier *at);
/* The same of what belongs to a row, which may be gone. */
bool session_reads_private_of(const struct atelier *at, struct row_ref row);

/* Empties what may not be read of a record that is shown: whoever may not read it cannot
 * write the row either. */
void session_withhold(const struct atelier *at, const struct entity *entity,
                      void *record);

/* The meeting or group that the row is or belongs to, also by way of a workshop or a
 * registration; ROW_NONE when there is none. */
struct row_ref session_subject_of(struct atelier *at, const struct entity *entity,
                                  const void *record);

/* The meeting or group that a stored row is or belongs to; ROW_NONE when there is none,
 * or no such row. */
struct row_ref session_subject(struct atelier *at, enum entity_kind entity, int64_t id);

/* What colleagues read carries the true time: ERROR_INPUT.  Returns false. */
bool session_refuse_clock(const char *path, struct error *err);

/* Nobody is staff yet, and only the owner of the file can change that: ERROR_RULE.
 * Returns false. */
bool session_refuse_unfinished(const struct atelier *at, uid_t owner, struct error *err);

/* Reads settings and role anew. */
void session_reload(struct atelier *at);

/* Reads the role alone; false when the login is not let in, or no longer: it may nothing
 * from then on. */
bool session_renew_role(struct atelier *at, struct error *err);

/* For the sample: act under this login and role at this time; login NULL ends it. */
void session_play(struct atelier *at, const char *login, enum staff_role role,
                  instant now);

/* Many acts in a row on a database that must be empty and may be lost. */
bool session_begin_filling(struct atelier *at, struct error *err);
/* Makes what was filled durable. */
bool session_end_filling(struct atelier *at, struct error *err);

#endif
