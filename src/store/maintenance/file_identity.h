/* SPDX-License-Identifier: GPL-3.0-or-later */
/* file_identity.h - is a file from elsewhere a database of ours, to the letter? */
#ifndef ATELIER_STORE_FILE_IDENTITY_H
#define ATELIER_STORE_FILE_IDENTITY_H

#include <stdbool.h>

#include "atelier/base/error.h"
#include "atelier/base/sha256.h"
#include "database/connection.h"

enum schema_fault { SCHEMA_MISSING, SCHEMA_FOREIGN, SCHEMA_CHANGED };

/* "table", "trigger", "index" or "view", and its name. */
typedef void schema_tell(void *context, enum schema_fault fault, const char *type,
                         const char *name);

/* -1 when it cannot be read. */
int file_identity_version(sqlite3 *sqlite);

/* The SHA-256 of all that the schema consists of, in the order of types and names; false
 * when it cannot be read.  Two databases with the same one have the same schema. */
bool file_identity_digest(sqlite3 *sqlite, char digest[SHA256_TEXT_SIZE]);

/* Tells each table, index, trigger and view that is not as the migrations up to the
 * file's version make it.  False when that could not be found out.  A millisecond where
 * all is as in the latest, by MIGRATION_LATEST_DIGEST; else as long as making one. */
bool file_identity_compare(sqlite3 *sqlite, schema_tell *tell, void *context);

/*
 * The application id, a version that this program knows, and a schema in which nothing
 * differs: a file with one more trigger is not ours.  `name` is what the messages call
 * it.
 */
bool file_identity_check(sqlite3 *sqlite, const char *name, struct error *err);

/* Whether it was read and found to be of another program. */
bool file_identity_is_foreign(sqlite3 *sqlite);

/* Adds what differs, as far as it goes into a sentence; false when that could not be
 * found out. */
bool file_identity_name_faults(sqlite3 *sqlite, struct buffer *names);

/* The schema alone. */
bool file_identity_is_ours(sqlite3 *sqlite, const char *name, struct error *err);

#endif
