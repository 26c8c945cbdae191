/* SPDX-License-Identifier: GPL-3.0-or-later */
/* report.h - the report of a meeting as a whole: how far it is, and which version
 *
 * A meeting has one row of it, from its first entry on (report_entry.h).
 */
#ifndef ATELIER_DOMAIN_REPORT_H
#define ATELIER_DOMAIN_REPORT_H

#include "atelier/domain/entity.h"

/* By these numbers the file knows them: they never change. */
enum report_state {
    REPORT_DRAFT = 0,
    REPORT_CIRCULATED = 1, /* sent round: remarks come back */
    REPORT_FINAL = 2,      /* its entries do not change any more */
    REPORT_STATE_COUNT
};

struct report {
    struct record head;
    int64_t meeting;
    enum report_state state;
    int64_t version; /* from 1; one more each time it is reopened */
    int64_t
        number; /* within its group; NUMBER_NONE until it is final for the first time */
    instant final_at;    /* INSTANT_NONE: it is not final */
    int64_t approved_at; /* a later meeting of the group; 0: at none */
    char *note;
};

extern const struct choice report_states[]; /* by enum, then { NULL } */
extern const struct entity report_entity;

#endif
