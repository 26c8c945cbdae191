/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_view.h - the file on the import screen: shown, judged, and tried out
 */
#ifndef ATELIER_UI_IMPORT_VIEW_H
#define ATELIER_UI_IMPORT_VIEW_H

#include "atelier/app/import_people.h"
#include "ui.h"

struct import_view {
    struct import_goal goal;
    struct import *import;
    bool unkept;  /* what was done last could not be kept yet */
    bool written; /* the rows were, since they were read */
    bool stale;   /* the database moved since: to be judged anew */
    bool rehearsed;
    struct import_outcome rehearsal; /* seats included */
    struct error refusal;            /* why it would not be written */
    size_t selected;
    size_t top;
    int rows; /* of the last drawing */
};

/* Takes a file that was read in the place of the one before. */
void import_view_show(struct import_view *view, struct ui *ui, struct import *import);

/* Judges every row anew, and tries the result out; false when the person was told why
 * not. */
bool import_view_judge(struct import_view *view, struct ui *ui);

/* What the rows would do to the seats of a meeting, and who joins a group: only doing it
 * tells. */
void import_view_rehearse(struct import_view *view, struct ui *ui);

/* After something was said of the file or decided of a row: kept, so that leaving, or a
 * line that drops, loses nothing. */
void import_view_keep(struct import_view *view);

size_t import_view_row_count(const struct import_view *view);

/* Why an action cannot be done, when no file is open, or it has no rows. */
const char *import_view_why_no_file(struct ui *ui, void *state, int64_t argument);
const char *import_view_why_no_rows(struct ui *ui, void *state, int64_t argument);

#endif
