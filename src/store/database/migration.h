/* SPDX-License-Identifier: GPL-3.0-or-later */
/* migration.h - the schema, as numbered steps embedded in the program */
#ifndef ATELIER_STORE_MIGRATION_H
#define ATELIER_STORE_MIGRATION_H

#include "atelier/base/work.h"
#include "database/connection.h"

enum {
    MIGRATION_APPLICATION_ID = 0x4154454c, /* "ATEL" */
    /* With these steps the schema begins anew: older files are copied into the last. */
    MIGRATION_ANEW = 7,
    MIGRATION_ANEW_BEFORE = 6
};

/* What file_identity_digest() says of a database that all of them made; a test names
 * the one of today. */
#define MIGRATION_LATEST_DIGEST                                                          \
    "543ab0e4b8a0f6b7342261d4f7661dcd2e2c80e63fe08aaf8d3f663c4267db57"

/* One file of share/migrations. */
struct migration {
    const char *name; /* "0001-nouns.sql" */
    const char *sql;
};

/* In their order; ends with a NULL name.  Made from the files at build time. */
extern const struct migration migration_table[];

/* The schema this program knows: the number of migrations. */
int migration_latest(void);

/* The step with which the making of a database of that version begins. */
int migration_first(int version);

/* Brings the file from its version, 0 of an empty one, to the latest, each step in a
 * transaction of its own that also sets user_version; `telling` where a step makes the
 * words of many rows. */
bool migration_run(struct database *db, int from, const struct telling *telling,
                   struct error *err);

#endif
