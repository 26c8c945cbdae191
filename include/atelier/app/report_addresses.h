/* SPDX-License-Identifier: GPL-3.0-or-later */
/* report_addresses.h - to whom the report of a meeting is sent: who was present, and who
 * was excused
 */
#ifndef ATELIER_APP_REPORT_ADDRESSES_H
#define ATELIER_APP_REPORT_ADDRESSES_H

#include <stddef.h>

#include "atelier/app/atelier.h"

struct report_address {
    char *name;  /* "Anna Müller" */
    char *email; /* NULL: none is known */
};

/* Starts as zeros. */
struct report_addresses {
    struct report_address *items;
    size_t count;
    size_t capacity;
};

void report_addresses_clear(struct report_addresses *list);

/* By their names as they were copied; where nobody's presence was noted, those who were
 * to come. */
bool report_addresses_load(struct atelier *at, int64_t meeting,
                           struct report_addresses *list, struct error *err);

#endif
