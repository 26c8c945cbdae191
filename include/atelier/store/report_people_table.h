/* SPDX-License-Identifier: GPL-3.0-or-later */
/* report_people_table.h - who is told of in the report of a meeting */
#ifndef ATELIER_STORE_REPORT_PEOPLE_TABLE_H
#define ATELIER_STORE_REPORT_PEOPLE_TABLE_H

#include "atelier/domain/registration.h"
#include "atelier/domain/statistics.h"
#include "atelier/store/database.h"

/* Borrowed for the call; texts as copied on the newest registration (rule 7). */
struct report_attendee {
    int64_t person;
    const char *family;
    const char *given;
    const char *function;
    const char *organisation;
    const char *category;
    const char *email; /* as it is now */
    bool consents;     /* to be listed */
    enum registration_state state;
    enum outcome outcome;
    bool represented; /* whoever came in their place is, or was, there */
};

typedef void report_attendee_take(void *context, const struct report_attendee *attendee);

/* Everybody on the list of a meeting, once: by the order of categories, then by
 * organisation, then by name.  *marked: somebody's presence was noted. */
bool report_people_each(struct database *db, int64_t meeting, instant now, bool *marked,
                        report_attendee_take *take, void *context, struct error *err);

#endif
