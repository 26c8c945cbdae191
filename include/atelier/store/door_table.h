/* SPDX-License-Identifier: GPL-3.0-or-later */
/* door_table.h - the list at the door of a meeting, and the marks made in its slot */
#ifndef ATELIER_STORE_DOOR_TABLE_H
#define ATELIER_STORE_DOOR_TABLE_H

#include "atelier/domain/door_roll.h"
#include "atelier/store/database.h"

/* Whoever is on the list, by name; without marks.  The roll says which meeting, and is
 * settled. */
bool door_table_read(struct database *db, const struct seat_rule *rule,
                     struct door_roll *roll, struct error *err);

/* Of which rows that list would be read now. */
bool door_table_stamp(struct database *db, int64_t meeting, struct door_stamp *stamp,
                      struct error *err);

/* The newest act of anybody; whether all that came after one were single marks, which
 * change no row of that list. */
bool door_table_newest_act(struct database *db, int64_t *journal, struct error *err);
bool door_table_marks_only(struct database *db, int64_t journal, bool *marks_only,
                           struct error *err);

/* Takes the marks of the slot that are newer than those that the roll has. */
bool door_table_read_marks(struct database *db, struct door_roll *roll,
                           struct error *err);

#endif
