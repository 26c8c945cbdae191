/* SPDX-License-Identifier: GPL-3.0-or-later */
/* attended_table.h - who was there in which slots of a meeting
 */
#ifndef ATELIER_STORE_ATTENDED_TABLE_H
#define ATELIER_STORE_ATTENDED_TABLE_H

#include "atelier/base/civil.h"
#include "atelier/store/database.h"

/* Borrowed for the call; names as copied on the newest registration (rule 7). */
struct attended_slot {
    int64_t person;
    const char *family;
    const char *given;
    const char *organisation;
    const char *function;
    const char *label; /* of the slot */
    struct local_time start;
    struct local_time end;
    bool remote;
};

typedef void attended_take(void *context, const struct attended_slot *slot);

/* Each slot in which somebody was, by a mark that stands; of everybody or one person,
 * one person after the other, their slots in order. */
bool attended_table_each(struct database *db, int64_t meeting, int64_t person,
                         attended_take *take, void *context, struct error *err);

#endif
