/* SPDX-License-Identifier: GPL-3.0-or-later */
/* registration_table.h - the registration of a person, and those that acts changed */
#ifndef ATELIER_STORE_REGISTRATION_TABLE_H
#define ATELIER_STORE_REGISTRATION_TABLE_H

#include "atelier/domain/registration.h"
#include "atelier/store/database.h"

/* The live registration (rule 1), or the newest one when none is live; id 0 when there is
 * none at all. */
bool registration_table_find(struct database *db, int64_t meeting, int64_t person,
                             struct registration *registration, struct error *err);

/* The greatest calendar sequence of the person's registrations at the meeting, live or
 * not, undone ones too; NUMBER_NONE when there was none at all. */
bool registration_table_sequence(struct database *db, int64_t meeting, int64_t person,
                                 int64_t *sequence, struct error *err);

/* What calendars of somebody counted who turns out to be `keep` counts for that one, too:
 * the greater count of the two. */
bool registration_table_join_counts(struct database *db, int64_t keep, int64_t other,
                                    struct error *err);

/* The newest registration of somebody who comes in the place of that one; id 0 when there
 * is none. */
bool registration_table_substitute(struct database *db, int64_t registration,
                                   struct registration *substitute, struct error *err);

/* Calls visit() for each live registration of the person at a meeting whose fate is not
 * settled and that begins from then on, the next one first, until it answers false. */
bool registration_table_each_coming(struct database *db, int64_t person, instant from,
                                    bool (*visit)(void *context, int64_t id,
                                                  struct error *err),
                                    void *context, struct error *err);

/* Calls visit() for each registration of the meeting that the act or one after it
 * changed, or removed, until it answers false. */
bool registration_table_each_touched(struct database *db, int64_t meeting, int64_t act,
                                     bool (*visit)(void *context, int64_t id,
                                                   struct error *err),
                                     void *context, struct error *err);

#endif
