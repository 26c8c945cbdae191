/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_calendar_view.h - somebody else's calendar on its screen: judged, tried out, a
 * list of rows */
#ifndef ATELIER_UI_IMPORT_CALENDAR_VIEW_H
#define ATELIER_UI_IMPORT_CALENDAR_VIEW_H

#include "atelier/app/import_calendar.h"
#include "screen/import_calendar_found.h"
#include "widget/list.h"

struct calendar_view {
    struct list list; /* first: its functions take the screen for it */
    char *path;
    int64_t group; /* whose meetings they become; 0: not known yet */
    struct calendar_import *import;
    struct calendar_found found; /* what the list shows */
    bool is_kept;                /* what was said of it, for the next time */
    bool written;                /* rows were, from here: they may be taken back */
    bool rehearsed;
    struct calendar_import_outcome rehearsal;
    struct error refusal; /* why it would not be written */
};

void calendar_view_init(struct calendar_view *view);
void calendar_view_clear(struct calendar_view *view);

/* What was said of the file so far; zeroed but for the group at first. */
struct calendar_import_choice calendar_view_choice(const struct calendar_view *view);

/* Opens the file with that choice, in the place of the one before, and judges it.  False
 * with what is wrong, or when the person stopped it: the one before stays.  What was said
 * is kept. */
bool calendar_view_open(struct calendar_view *view, struct ui *ui,
                        const struct calendar_import_choice *choice, struct error *err);

/* Nothing is left to come back for. */
void calendar_view_forget(struct calendar_view *view);

/* Judges every row anew, and tries the result out; false when the person was told why
 * not. */
bool calendar_view_judge(struct calendar_view *view, struct ui *ui);

/* Judges every row anew without trying anything out: what was written may have been taken
 * back. */
bool calendar_view_look_again(struct calendar_view *view, struct error *err);

/* The row under the bar; NULL when there is none. */
const struct calendar_import_row *calendar_view_row(const struct calendar_view *view);

/* Its number in the import; only when there is one. */
size_t calendar_view_index(const struct calendar_view *view);

/* Puts the bar on the next row below it that is shown and left out; false when there is
 * none. */
bool calendar_view_next_left_out(struct calendar_view *view);

#endif
