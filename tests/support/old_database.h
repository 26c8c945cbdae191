/* SPDX-License-Identifier: GPL-3.0-or-later */
/* old_database.h - a file as an older program left it, for the tests of upgrades
 *
 * Made with the SQL of its time in a folder of its own (database_file.h), as atelier.db.
 */
#ifndef ATELIER_TESTS_OLD_DATABASE_H
#define ATELIER_TESTS_OLD_DATABASE_H

#include <sqlite3.h>

/* Rows of nouns begin with these columns, whoever wrote them. */
#define OLD_HEAD "rev, created_at, created_by, changed_at, changed_by"

/* Makes the folder and an empty file of that schema, and opens it; old_database_end()
 * closes it. */
sqlite3 *old_database_begin(int schema);

/* Runs SQL; a failure fails the test. */
void old_database_run(sqlite3 *old, const char *sql);

void old_database_end(sqlite3 *old);

/* The three in one: a file with this content. */
void old_database_make(int schema, const char *content);

#endif
