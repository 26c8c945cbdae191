/* SPDX-License-Identifier: GPL-3.0-or-later */
/* site_table.h - what the pages that everybody may read are made of */
#ifndef ATELIER_STORE_SITE_TABLE_H
#define ATELIER_STORE_SITE_TABLE_H

#include "atelier/domain/meeting.h"
#include "atelier/store/database.h"

struct site_meeting {
    int64_t id;
    int64_t group;
    enum meeting_state state;
    char *title;
    char *group_code;
    char *group_name;
    char *place;
    struct local_time start;
    struct local_time end;
    int64_t report;  /* 0: it is not final */
    int64_t version; /* of the report */
    instant final_at;
    bool names_erased; /* somebody was erased since whose name the list keeps */
};

struct site_meeting_list {
    struct site_meeting *items;
    size_t count;
    size_t capacity;
};

void site_meeting_list_clear(struct site_meeting_list *list);

/* Every meeting that is more than a plan, by its start. */
bool site_table_load(struct database *db, struct site_meeting_list *list,
                     struct error *err);

/* What changed last: each an entry of the journal, or 0. */
struct site_epoch {
    int64_t act;           /* anything, */
    instant act_at;        /* and when: a file that is restored counts on from before */
    int64_t erasure;       /* somebody was erased */
    instant names_changed; /* whether reports may have names; 0: never */
};

/* Only the first two of them, which cost next to nothing. */
bool site_table_act(struct database *db, struct site_epoch *epoch, struct error *err);
bool site_table_epoch(struct database *db, struct site_epoch *epoch, struct error *err);

#endif
