/* SPDX-License-Identifier: GPL-3.0-or-later */
/* today_table.h - what waits for a decision, counted
 */
#ifndef ATELIER_STORE_TODAY_TABLE_H
#define ATELIER_STORE_TODAY_TABLE_H

#include "atelier/store/database.h"

enum today_kind {
    TODAY_PENDING,            /* registrations wait for a yes at this meeting */
    TODAY_WAITING_FREE_SEAT,  /* people wait although a seat is free */
    TODAY_NOT_CONVENED,       /* confirmed, soon, and nobody is invited */
    TODAY_OVERBOOKED,         /* more taken than there are */
    TODAY_ROOM_CLASH,         /* two meetings in one room */
    TODAY_ROOM_SMALL,         /* more seats than the room has */
    TODAY_STILL_OPEN          /* it is over and neither held nor cancelled */
};

struct today_item {
    enum today_kind kind;
    int64_t meeting;
    char *title;      /* of the meeting */
    struct local_time start;
    int64_t count;    /* people, or seats too many */
    int64_t other;    /* the other meeting of a clash */
    char *other_title;
};
struct today_list {
    struct today_item *items;
    size_t count;
    size_t capacity;
};
void today_list_clear(struct today_list *list);

bool today_table_load(struct database *db, instant now, size_t most, struct today_list *list,
                      struct error *err);

#endif
