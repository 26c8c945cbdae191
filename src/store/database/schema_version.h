/* SPDX-License-Identifier: GPL-3.0-or-later */
/* schema_version.h - of which atelier a file is: of this one, an older, a newer, or none
 *
 * Of a file that a restore is to take, file_identity.h says it.
 */
#ifndef ATELIER_STORE_SCHEMA_VERSION_H
#define ATELIER_STORE_SCHEMA_VERSION_H

#include "database/connection.h"

/* Refuses what is not ours or newer.  *old: it is to be upgraded by whoever opens it. */
bool schema_version_check(struct database *db, bool *old, struct error *err);

/* Whether it is ours, and as new as this program. */
bool schema_version_is_latest(struct database *db, bool *latest, struct error *err);

#endif
