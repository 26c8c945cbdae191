/* SPDX-License-Identifier: GPL-3.0-or-later */
/* database_file.h - a database of its own for a test, in a folder of its own
 *
 * Beside the store's own connection there is a second one, so that a test can look
 * at what was committed, and break what the store would never break.
 */
#ifndef ATELIER_TESTS_DATABASE_FILE_H
#define ATELIER_TESTS_DATABASE_FILE_H

#include <stdbool.h>
#include <stdint.h>

#include "atelier/store/database.h"

/* Makes the folder alone, in TMPDIR or /tmp; a failure fails the test. */
void database_file_begin(void);

/* Makes the folder and the database; a failure fails the test. */
struct database *database_file_create(void);

/* Keeps the database, which nobody has open, for other tests of this program; or begins
 * with what one of them has kept under that name: false when none has. */
void database_file_keep(const char *name);
bool database_file_begin_from(const char *name);

/* Closes the database, which may be NULL, and removes the folder. */
void database_file_remove(struct database *db);

/* The name of a file in the folder; a static buffer for each of a few calls. */
const char *database_file_path(const char *name);

/* Keeps the other connection open until the folder is removed: whoever asks a thousand
 * times opens it once. */
void database_file_stay_open(void);

/* The first value that SQL answers, seen from another connection. */
int64_t database_file_number(const char *sql);

/* Runs SQL from another connection; false when it was refused. */
bool database_file_run(const char *sql);

/* All rows of a query as one text, for comparisons; the caller frees. */
char *database_file_dump(const char *sql);

#endif
