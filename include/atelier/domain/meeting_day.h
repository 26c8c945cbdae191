/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meeting_day.h - a meeting of several days, event by event, as calendars know it
 *
 * Calendars show one block from Tuesday 09:30 to Thursday 16:00 as two nights at work.
 * Such a meeting is one event a day, or one a slot on the days that have slots.  Each
 * event has a UID of its own for as long as it is told of.
 */
#ifndef ATELIER_DOMAIN_MEETING_DAY_H
#define ATELIER_DOMAIN_MEETING_DAY_H

#include "atelier/domain/meeting.h"
#include "atelier/domain/slot.h"

struct meeting_day {
    int64_t id;   /* 0: not stored yet */
    int64_t slot; /* 0: the day as a whole */
    struct local_time start;
    struct local_time end;
    char *uid;          /* NULL: to be made */
    int64_t sequence;   /* added to the meeting's own; of one that is gone: all of it */
    bool is_gone;       /* told as cancelled */
    instant changed_at; /* when calendars were last given something else */
    bool is_changed;    /* to be stored */
    bool is_forgotten;  /* nobody was told of it: to be removed */
};

struct meeting_day_list {
    struct meeting_day *items;
    size_t count;
    size_t capacity;
};

/* So long do calendars show what was cancelled: whoever follows one has looked. */
enum { MEETING_DAYS = 31, MEETING_CANCELLED_DAYS = 60 };

/* Adds a zeroed one, to be filled. */
struct meeting_day *meeting_day_list_add(struct meeting_day_list *list);
void meeting_day_list_clear(struct meeting_day_list *list);

/*
 * The events of a meeting in order of start, at least one.  Each of its dates is told: by
 * its slots, else with the hours of the start and the end; a usual day fills what they
 * leave open, as from 14:00 to 12:00.  A slot that is the whole meeting, or lasts a day
 * and more, is none of them.  A meeting of one date or one night stays one, and so does
 * one of more than MEETING_DAYS, unless each has a slot.
 */
void meeting_day_list_split(const struct meeting *meeting, const struct slot_list *slots,
                            struct meeting_day_list *wanted);

/* When days change, and how SEQUENCE tells it. */
struct meeting_day_change {
    instant now;
    int64_t sequence; /* of the meeting, now */
    bool is_moved;    /* it starts on another date than it did */
    bool is_counted;  /* the meeting's own SEQUENCE has risen for it */
    bool is_untold;   /* a draft that never was more: what goes is forgotten, not gone */
};

/*
 * Makes the events that calendars know into those that are wanted.  A slot is known by
 * its id; days move along with a meeting that moves, else each stays with its date, and
 * who gives a date its first slot moves that day's event.  What is not wanted any more is
 * gone, and its SEQUENCE stands; it comes back within a day, as by an undo, and later as
 * another (rule 8).
 */
void meeting_day_list_follow(struct meeting_day_list *known,
                             const struct meeting_day_list *wanted,
                             const struct meeting_day_change *change);

#endif
