/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_calendar_mend.h - rows of a calendar that a person mended
 *
 * A row that is refused or doubtful for its time, its title or its place is taken with
 * what a person gives in its place, for this import alone.  The choice names these rows;
 * opened with it, the file is read with them.
 */
#ifndef ATELIER_APP_IMPORT_CALENDAR_MEND_H
#define ATELIER_APP_IMPORT_CALENDAR_MEND_H

#include "atelier/app/import_calendar.h"

/* The fields of a meeting that are mended, NULL at the end: a place that names a room is
 * that room. */
extern const char *const calendar_mend_fields[];

/* Those fields of one meeting into another. */
void calendar_mend_copy(struct meeting *to, const struct meeting *from);

struct calendar_mend {
    int64_t line; /* of the row, and its start there, as it first was: which one it is */
    struct local_time original;
    struct meeting values; /* those fields of it */
};

struct calendar_mend_list {
    struct calendar_mend *items;
    size_t count;
    size_t capacity;
};
void calendar_mend_list_clear(struct calendar_mend_list *list);
/* Adds what another list holds; NULL holds nothing. */
void calendar_mend_list_add(struct calendar_mend_list *list,
                            const struct calendar_mend_list *other);
/* In the place of what was given of that row before. */
void calendar_mend_list_put(struct calendar_mend_list *list, int64_t line,
                            struct local_time original, const struct meeting *values);
const struct calendar_mend *calendar_mend_list_find(const struct calendar_mend_list *list,
                                                    int64_t line,
                                                    struct local_time original);

/* Whether the row may be mended; and whether it is. */
bool calendar_import_can_mend(const struct calendar_import *import, size_t index);
bool calendar_import_is_mended(const struct calendar_import *import, size_t index);

/* Those fields as they are now, into an initialised meeting: days without hours have
 * theirs at midnight, and times in UTC no zone. */
void calendar_import_mendable(const struct calendar_import *import, size_t index,
                              struct meeting *values);

/* Whether the row could be taken with these values, and the list with them in it.
 * ERROR_INPUT with the field otherwise. */
bool calendar_import_mend(const struct calendar_import *import, size_t index,
                          const struct meeting *values, struct calendar_mend_list *list,
                          struct error *err);

#endif
