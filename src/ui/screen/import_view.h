/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_view.h - the file on the import screen: shown, judged, and tried out
 */
#ifndef ATELIER_UI_IMPORT_VIEW_H
#define ATELIER_UI_IMPORT_VIEW_H

#include "atelier/app/import_people.h"
#include "ui.h"

enum { IMPORT_STEPS_MOST = 50 };

/* What was done last: the file before it, and the row that it was done to. */
struct import_step {
    char *before; /* of import_draft_text() */
    size_t row;   /* or IMPORT_WHOLE_FILE */
};
#define IMPORT_WHOLE_FILE SIZE_MAX

struct import_view {
    struct import_goal goal;
    struct import *import;
    struct import_step steps[IMPORT_STEPS_MOST];
    size_t step_count;
    char *now;       /* the text of the file after the last of them */
    bool resumed;    /* what was done before them is not written yet either */
    bool taken_back; /* the last thing that was done was taking one back */
    bool unkept;     /* what was done last could not be kept yet */
    bool written;    /* the rows were, since they were read */
    bool unread;     /* reading the rows was stopped: they are read anew on request */
    bool stale;      /* the database moved since: to be judged anew */
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

/* Says why it was not written.  Rows that somebody changed since are judged anew first:
 * who looks at them sees what is so now. */
void import_view_fail(struct import_view *view, struct ui *ui, const struct error *err);

/* Kept, so that leaving, or a line that drops, loses nothing. */
void import_view_keep(struct import_view *view);

/* After something was said of the file or decided of a row: it can be taken back, and is
 * kept. */
void import_view_step(struct import_view *view, size_t row);

/* The rows are written: only an undo takes back what was done until then. */
void import_view_forget_steps(struct import_view *view);

/* The take_back of the screen. */
bool import_view_take_back(void *state, struct ui *ui);

/* Frees what it holds; what could not be kept yet is. */
void import_view_clear(struct import_view *view);

size_t import_view_row_count(const struct import_view *view);

/* Why an action cannot be done, when no file is open, or it has no rows, or they were not
 * read to the end. */
const char *import_view_why_no_file(struct ui *ui, void *state, int64_t argument);
const char *import_view_why_no_rows(struct ui *ui, void *state, int64_t argument);

#endif
