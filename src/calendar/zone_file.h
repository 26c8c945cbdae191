/* SPDX-License-Identifier: GPL-3.0-or-later */
/* zone_file.h - from a zone's name to its file */
#ifndef ATELIER_CALENDAR_ZONE_FILE_H
#define ATELIER_CALENDAR_ZONE_FILE_H

#include <stdbool.h>

#include "atelier/base/error.h"
#include "atelier/calendar/tzif.h"

struct zone;

bool zone_file_load(const char *directory, const char *name, struct tzif *file,
                    struct error *err);

/* The rule that holds after all changes of the table, or NULL. */
const struct tz_rule *zone_rule(const struct zone *zone);

/* The last change of the table, 1970 when it is empty.  Where a zone's letters are a
 * number, as "+04", zic -b fat adds one of January 2038 that changes nothing: it is none.
 */
instant zone_table_end(const struct zone *zone);

#endif
