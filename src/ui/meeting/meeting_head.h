/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meeting_head.h - the lines that stand above every tab of a meeting: when, where, seats
 * or who is there; the tabs, the state
 */
#ifndef ATELIER_UI_MEETING_HEAD_H
#define ATELIER_UI_MEETING_HEAD_H

#include "atelier/domain/meeting.h"
#include "atelier/domain/seats.h"
#include "meeting/meeting_presence.h"
#include "terminal/paint.h"
#include "ui.h"

struct meeting_head {
    struct meeting meeting;
    struct seats seats;
    struct meeting_presence presence;
    char *group;         /* code and name */
    char *where;         /* room and venue, place, or the kind of meeting */
    char *past;          /* of a draft: how many came to the last ones, or "" */
    bool is_warned;      /* its facts hold something that is to be looked at */
    bool state_is_away;  /* another key is the state of the meeting here, or none */
    bool shows_presence; /* who is there, in the place of who takes a seat */
};

/* What a meeting shows of itself: its list is the page. */
extern const enum screen_id meeting_tabs[];

enum { MEETING_HEAD_ROWS = 3 };

void meeting_head_init(struct meeting_head *head);
void meeting_head_clear(struct meeting_head *head);

/* Reads meeting, seats and presence anew. */
bool meeting_head_load(struct meeting_head *head, struct ui *ui, int64_t meeting,
                       struct error *err);

/* Paints MEETING_HEAD_ROWS rows and returns the area below them. */
struct area meeting_head_draw(const struct meeting_head *head, struct ui *ui,
                              struct area area);

/* "NUM · Title", for the title line. */
void meeting_head_add_title(const struct meeting_head *head, struct buffer *buffer);

/* "31 of 40 taken, 9 free". */
void meeting_head_add_taken(const struct seats *seats, struct buffer *buffer);

/* "31 of 40 taken, 9 free, 12 invited, 2 waiting". */
void meeting_head_add_seats(const struct seats *seats, struct buffer *buffer);

#endif
