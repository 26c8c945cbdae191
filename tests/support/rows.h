/* SPDX-License-Identifier: GPL-3.0-or-later */
/* rows.h - rows for a test, written down as they are read: name, value, name, value
 */
#ifndef ATELIER_TESTS_ROWS_H
#define ATELIER_TESTS_ROWS_H

#include <stdarg.h>

#include "atelier/domain/entity.h"
#include "atelier/store/database.h"

/*
 * Adds a row in a transaction of its own and returns its id:
 *
 *     rows_add(db, &person_entity, "family", "Müller", "given", "Anna", NULL)
 *
 * Values are canonical texts, up to a name that is NULL.  A failure fails the test.
 */
int64_t rows_add(struct database *db, const struct entity *entity, ...);

/* Sets fields of a record from such a list, without a database. */
void rows_fill(const struct entity *entity, void *record, va_list values);

/* Ends a transaction that changed rows, with an act of its own in the journal. */
void rows_commit(struct database *db);

/* Changes fields of a row. */
void rows_change(struct database *db, const struct entity *entity, int64_t id, ...);

void rows_remove(struct database *db, const struct entity *entity, int64_t id);

/* The number as text, for references; one of several static buffers. */
const char *rows_number(int64_t number);

/* A meeting of a group that begins at that hour in UTC and lasts two hours; confirmed. */
int64_t rows_add_meeting(struct database *db, int64_t group, const char *title,
                         const char *start);

/* A person of that name on the list of a meeting. */
int64_t rows_add_registration(struct database *db, int64_t meeting, int64_t person,
                              const char *state);

#endif
