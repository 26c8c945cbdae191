/* SPDX-License-Identifier: GPL-3.0-or-later */
/* programme_move.h - a workshop goes to another slot or room of its meeting */
#ifndef ATELIER_APP_PROGRAMME_MOVE_H
#define ATELIER_APP_PROGRAMME_MOVE_H

#include "atelier/app/atelier.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/programme.h"
#include "atelier/domain/question.h"

struct programme_place {
    int64_t slot; /* 0: hours of its own */
    struct local_time start, end;
    int64_t room; /* 0: none is known */
};

/* Where the part would be in that row and room: in its slot; one with hours of its own
 * keeps how long it lasts, and in the row that it begins in its hours. */
struct programme_place programme_place_of(const struct programme *programme,
                                          const struct programme_part *part,
                                          const struct programme_row *row, int64_t room);

/* The same so many steps on in its day and so many days on, in the same room: to the slot
 * before or behind, on another day to that nearest to its hour; with hours of its own by
 * half an hour.  False: nothing of the meeting is there. */
bool programme_place_step(const struct programme *programme, int days, int steps,
                          struct programme_place *place);

/* Adds what would be in the way there, a sentence each: what else is in the room, and who
 * would be in two places.  Forbids nothing. */
bool programme_place_warn(struct atelier *at, const struct meeting *meeting,
                          const struct programme *programme,
                          const struct programme_part *part,
                          const struct programme_place *place, struct buffer *text,
                          struct error *err);

/* Moves it there, as one act; *moved: it was elsewhere before.  QUESTION_CLOCK where one
 * with hours of its own would begin or end when the clocks change. */
bool programme_move(struct atelier *at, const struct programme_part *part,
                    const struct programme_place *place, struct questions *questions,
                    bool *moved, struct error *err);

#endif
