/* SPDX-License-Identifier: GPL-3.0-or-later */
/* clash_table.h - the clashes of a span of time, or of one meeting, saved or not */
#ifndef ATELIER_STORE_CLASH_TABLE_H
#define ATELIER_STORE_CLASH_TABLE_H

#include "atelier/domain/clash.h"
#include "atelier/domain/clash_acceptance.h"
#include "atelier/domain/meeting.h"
#include "atelier/store/database.h"

/* What is looked for; all is borrowed. */
struct clash_query {
    unsigned kinds;                /* CLASH_BIT() of each */
    const struct meeting *meeting; /* its clashes alone, as it stands here; or NULL */
    const struct clash_part
        *part;          /* of it: that meeting has its hours and room; or NULL */
    size_t most;        /* of each statement, and then .is_cut; 0: all */
    struct span span;   /* of all that are held in it, else */
    int64_t longest;    /* seconds: no meeting lasts longer; 0: not known */
    int64_t group_days; /* between two meetings of a group */
    const struct clash_days *days;
    instant now; /* from which on too few people are told of */
    struct date today;
};

/* Adds them by kind.  Of a clash of two of all, the first is the one that
 * starts first; of a clash of one meeting, this one. */
bool clash_table_find(struct database *db, const struct clash_query *query,
                      struct clash_list *list, struct error *err);

/* The acceptance of a clash of that name: *id is 0 when there is none. */
bool clash_table_acceptance(struct database *db, const char *name, int64_t *id,
                            struct error *err);

/* How many clashes of this meeting were accepted, whether they are still there or not. */
bool clash_table_count_accepted(struct database *db, int64_t meeting, int64_t *count,
                                struct error *err);

/* Whether anything was ever accepted. */
bool clash_table_is_any_accepted(struct database *db, bool *any, struct error *err);

#endif
