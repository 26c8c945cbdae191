/* SPDX-License-Identifier: GPL-3.0-or-later */
/* founding.h - a new database is made where nobody sees it, and named when it is whole
 *
 * However the program ends before that, nothing is at the path, and nothing beside it.
 */
#ifndef ATELIER_STORE_FOUNDING_H
#define ATELIER_STORE_FOUNDING_H

#include <sys/types.h>

#include "database/connection.h"
#include "maintenance/scratch_file.h"

struct founding {
    struct scratch_file scratch;
    mode_t mode; /* of the file that it will be */
};

/* Opens an empty file for db->path, or one in memory, and makes the schema in it.
 * `room`: how many bytes it will soon need.  ERROR_RULE when something has the name. */
bool founding_begin(struct database *db, bool shared, int64_t room, struct error *err);

/* Closes it and gives it its name, unless something has that by now: ERROR_RULE. */
bool founding_end(struct database *db, struct error *err);

/* NULL is fine. */
void founding_free(struct founding *founding);

#endif
