/* SPDX-License-Identifier: GPL-3.0-or-later */
/* door_view.h - what the screen at the entrance of a meeting holds
 *
 * door_view.c reads it, door_screen.c has its keys, door_mark.c what becomes of whoever
 * stands there, door_draw.c what one sees, door_sheet.c the same people as a signed sheet
 * has them.
 */
#ifndef ATELIER_UI_DOOR_VIEW_H
#define ATELIER_UI_DOOR_VIEW_H

#include "atelier/domain/door_roll.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/printed_sheet.h"
#include "atelier/domain/seats.h"
#include "meeting/meeting_presence.h"
#include "terminal/paint.h"
#include "ui.h"
#include "widget/line_edit.h"

struct door {
    int64_t id; /* of the meeting */
    struct meeting meeting;
    struct seats seats;
    struct meeting_presence presence;
    struct door_roll roll;
    struct line_edit field;
    size_t selected; /* index into roll.hits */
    size_t top;      /* of the hits on the screen */
    int height;      /* rows of the list at the last drawing */
    bool walked;     /* the bar was moved: it says who is meant, also without text */
    int64_t last;    /* the person marked last; 0 */

    char *refused; /* what did not come about last, until Esc: marks follow too fast */
    size_t refused_count;

    struct door_keyed {
        int64_t person;
        int64_t act;   /* that marked there; 0 */
        size_t number; /* of the row on the paper; 0 */
    } * keyed;         /* of the sheet, by hit */
    size_t keyed_count;

    struct printed_sheet paper; /* that was printed, if the list is still so */
    int64_t outdated;           /* else the version that was; 0 */

    size_t run;     /* letters that came without a pause */
    int64_t run_at; /* when the last of them came */
};

/* Whom the bar is on; NULL. */
struct door_entry *door_selected(const struct door *door);
/* Finds whom the field means, with the bar on the first. */
void door_narrow(struct door *door);
/* Begins the next person: an empty field, and the bar at the top. */
void door_empty(struct door *door);

bool door_open(void *state, struct ui *ui, int64_t id, struct error *err);
void door_close(void *state);
/* Reads what has changed, and leaves the hits as they were. */
bool door_load(struct door *door, struct ui *ui, struct error *err);
/* What has to be known before a mark is made: the day, and the slot.  False: none is. */
bool door_prepare(struct door *door, struct ui *ui);
/* Asks it before any key; the screen closes when none is. */
void door_begin(void *state, struct ui *ui);
void door_add_title(void *state, struct ui *ui, struct buffer *buffer);
/* Moves the bar. */
void door_walk(struct door *door, long rows);

/* --- door_draw.c */

void door_draw(void *state, struct ui *ui, struct area area, bool fresh);
/* When and which slot, on the first row. */
void door_draw_slot(const struct door *door, struct area area);
void door_draw_list(struct door *door, struct ui *ui, struct area area);

/* --- door_mark.c, to be run by actions */

/* Whoever is typed, or scanned, is here. */
void door_mark_typed(struct ui *ui, void *state, int64_t argument);
/* Of whoever is typed, under the bar or was marked last: the kind in the argument. */
void door_mark_kind(struct ui *ui, void *state, int64_t kind);
void door_mark_remote(struct ui *ui, void *state, int64_t argument);
void door_mark_annul(struct ui *ui, void *state, int64_t argument);
void door_walk_in(struct ui *ui, void *state, int64_t argument);

#endif
