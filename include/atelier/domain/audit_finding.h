/* SPDX-License-Identifier: GPL-3.0-or-later */
/* audit_finding.h - what does not hold of the attendance of meetings that are over
 */
#ifndef ATELIER_DOMAIN_AUDIT_FINDING_H
#define ATELIER_DOMAIN_AUDIT_FINDING_H

#include "atelier/domain/entity.h"

enum audit_kind {
    AUDIT_UNSIGNED,   /* in the room of a slot, without a signature */
    AUDIT_ROOM,       /* more signatures than the room has seats */
    AUDIT_TWO_PLACES, /* in two rooms at once */
    AUDIT_REPRINTED,  /* a sheet was printed after somebody had signed */
    AUDIT_SCAN,       /* a sheet was printed, and no scan of it is noted */
    AUDIT_HOLIDAY,
    AUDIT_COUNT
};

extern const struct choice audit_kinds[];

struct audit_finding {
    enum audit_kind kind;
    int64_t meeting;
    char *title;
    struct local_time start;
    struct local_time end;
    char *zone;
    instant start_at;
    char *slot;          /* its label; NULL: the meeting has none, or it is about all */
    char *name;          /* the room, the person */
    char *other;         /* the title of the meeting where the person was too */
    int64_t other_id;    /* that meeting */
    int64_t in_room;     /* people */
    int64_t unsigned_by; /* of these */
    int64_t signatures;
    int64_t number; /* seats of the room; version of the sheet */
    instant at;     /* of that printing */
    instant signed_at;
    char *says; /* all of it in a sentence */
};

struct audit_list {
    struct audit_finding *items;
    size_t count;
    size_t capacity;
    int64_t meetings; /* that were looked at */
};

/* The new one is zeroed. */
struct audit_finding *audit_list_add(struct audit_list *list);
void audit_list_clear(struct audit_list *list);

/* By their start, the meeting, the kind. */
void audit_list_sort(struct audit_list *list);

#endif
