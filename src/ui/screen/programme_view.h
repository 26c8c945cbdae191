/* SPDX-License-Identifier: GPL-3.0-or-later */
/* programme_view.h - the programme of a meeting as a screen holds it: what is read, what
 * is under the bar, and the workshop that goes where the keys go
 */
#ifndef ATELIER_UI_PROGRAMME_VIEW_H
#define ATELIER_UI_PROGRAMME_VIEW_H

#include "atelier/app/programme_move.h"
#include "atelier/domain/programme.h"
#include "meeting/meeting_head.h"

struct programme_view {
    int64_t id;
    struct meeting_head head;
    struct programme programme;
    struct programme_grid grid;
    size_t row, column; /* under the bar; across all rooms the column is remembered */
    int lane;
    struct row_ref wanted; /* goes under the bar when it is read next */
    size_t top;            /* the first row that is painted */
    size_t left, shown;    /* the first room, and how many */
    int64_t moved;         /* the workshop that goes where the keys go; 0: none */
    struct buffer warning; /* what would be in its way there */
};

/* The part under the bar; NULL: nothing is there. */
const struct programme_part *programme_chosen(const struct programme_view *view);
/* The row under the bar; NULL: there is none. */
const struct programme_row *programme_chosen_row(const struct programme_view *view);

/* How many places the cell has, one at least. */
int programme_lanes(const struct programme_view *view, size_t row, size_t column);

/* Adds what a line says of a part: "Title, 09:30–12:30, Salle Loire". */
void programme_add_place(const struct programme_part *part, struct buffer *text);
/* Adds who and how many: "12 of 20 taken, 3 waiting · Colas, Léo". */
void programme_add_people(const struct programme_part *part, struct buffer *text);

/* --- programme_draw.c, programme_plain.c */

void programme_draw(struct programme_view *view, struct ui *ui, struct area area);
/* How many rooms have a column in so many columns of the screen. */
size_t programme_rooms_that_fit(int columns);
void programme_plain_draw(struct programme_view *view, struct ui *ui, struct area area);
/* To the next or the previous line of the plain view. */
void programme_plain_step(struct programme_view *view, int step);
/* Paints what is under the bar, and what to do, into two lines. */
void programme_draw_chosen(const struct programme_view *view, struct ui *ui,
                           struct area area);

/* --- programme_moving.c */

/* The workshop under the bar goes where the keys go from now on. */
void programme_moving_begin(struct programme_view *view, struct ui *ui);
/* Where it would be now; false when no workshop is being moved. */
bool programme_moving_place(const struct programme_view *view,
                            struct programme_place *place);
/* Once it was read again: goes on, or says that somebody has removed it. */
void programme_moving_follow(struct programme_view *view, struct ui *ui);
/* Finds what is in its way where it is now. */
void programme_moving_judge(struct programme_view *view, struct ui *ui);
void programme_moving_end(struct programme_view *view, struct ui *ui);
void programme_moving_leave(struct programme_view *view);

#endif
