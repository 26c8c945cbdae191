/* SPDX-License-Identifier: GPL-3.0-or-later */
/* today_view.h - what the first screen holds, and what can be done with the line under
 * its bar
 *
 * today_screen.c goes through its lines, today_draw.c paints them, today_open.c opens
 * them.
 */
#ifndef ATELIER_UI_TODAY_VIEW_H
#define ATELIER_UI_TODAY_VIEW_H

#include "screen/today_lines.h"
#include "terminal/paint.h"
#include "widget/line_edit.h"

struct today {
    struct today_lines lines;
    struct line_edit filter;
    bool filtering; /* the keys go to the filter */
    bool stale;     /* it has changed: read again when no key waits */
    size_t rows;    /* of the terminal, when they were read */
    size_t count;   /* those for which there is room, or that one scrolls to */
    size_t selected;
    size_t top;
};

/* Of the screen's functions. */
void today_draw(void *state, struct ui *ui, struct area area, bool fresh);

/* Of its actions, which stand in the table of today_screen.c. */
const char *today_why_not_opened(struct ui *ui, void *state, int64_t argument);
void today_open_line(struct ui *ui, void *state, int64_t argument);
bool today_is_day_of_meeting(const void *state);
const char *today_why_no_presence(struct ui *ui, void *state, int64_t argument);
void today_open_presence(struct ui *ui, void *state, int64_t argument);
void today_open_door(struct ui *ui, void *state, int64_t argument);
bool today_answers(const void *state);
const char *today_why_no_offer(struct ui *ui, void *state, int64_t argument);
void today_answer(struct ui *ui, void *state, int64_t argument);
const char *today_why_no_meeting(struct ui *ui, void *state, int64_t argument);
void today_tell_clashes(struct ui *ui, void *state, int64_t argument);
void today_change(struct ui *ui, void *state, int64_t argument);
void today_resume(struct ui *ui, void *state, int64_t argument);
/* With the bar on an act, u means that one. */
bool today_take_back(void *state, struct ui *ui);

#endif
