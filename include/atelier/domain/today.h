/* SPDX-License-Identifier: GPL-3.0-or-later */
/* today.h - what waits for a decision */
#ifndef ATELIER_DOMAIN_TODAY_H
#define ATELIER_DOMAIN_TODAY_H

#include "atelier/domain/entity.h"

enum today_kind {
    TODAY_PENDING,            /* registrations wait for a yes at this meeting */
    TODAY_OFFERED,            /* a seat is offered, and held until it is answered */
    TODAY_CAME_IN,            /* from an automatic waiting list: somebody tells them */
    TODAY_WAITING_FREE_SEAT,  /* people wait who could have a free seat */
    TODAY_WORKSHOP_FREE_SEAT, /* the same of a workshop */
    TODAY_NOT_CONVENED,       /* confirmed, soon, and nobody is invited */
    TODAY_OVERBOOKED,         /* more taken than there are */
    TODAY_CLASH,              /* with another meeting, its room or its day: see clash.h */
    TODAY_HOUR_MOVED,         /* it follows new rules of its zone, since some days */
    TODAY_POSTPONED,          /* put off, and its day is over or near */
    TODAY_STILL_OPEN,         /* it is over and neither held nor cancelled */
    TODAY_UNREPORTED          /* it was held of late, and its report is not final */
};

struct today_item {
    enum today_kind kind;
    int64_t meeting;
    char *title; /* of the meeting */
    struct local_time start;
    instant start_at;
    int64_t
        count; /* people, seats too many, or the state of a report; -1: none is there */
    int64_t other; /* the other meeting of a clash, a registration, or who waits first
                      for a workshop, by their choice */
    /* What a clash is; the name of the first who is meant; the zone whose rules changed;
     * the title of a workshop. */
    char *other_title;
    int64_t workshop; /* where a seat is free; else 0 */
    instant since;    /* when the first of those who came in did so; else INSTANT_NONE */
};
struct today_list {
    struct today_item *items;
    size_t count;
    size_t capacity;
};
void today_list_clear(struct today_list *list);
void today_list_remove(struct today_list *list, size_t index);

#endif
