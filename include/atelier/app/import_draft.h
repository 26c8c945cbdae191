/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_draft.h - an import that was left, to go on with when its file is opened again
 *
 * What a person said of the columns, decided of rows and mended in them is kept for their
 * login, this file and this meeting or group alone, outside the journal, until it is
 * dropped: a run by itself drops nothing, as it may leave rows out.
 */
#ifndef ATELIER_APP_IMPORT_DRAFT_H
#define ATELIER_APP_IMPORT_DRAFT_H

#include "atelier/app/import_people.h"

struct import_draft_state;

struct import_draft {
    int64_t id; /* 0: nothing was left of this file */
    instant at;
    bool changed; /* the file's content has: known once it is open */
    struct import_draft_state *state;
};
void import_draft_clear(struct import_draft *draft);

/* Keeps what was done with the file in the place of what was kept of it before; nothing
 * is kept of one that was only looked at. */
bool import_draft_keep(const struct import *import, struct error *err);

/* Whether anything was done with the file that would be lost. */
bool import_draft_any(const struct import *import);

/* All rows are written, or the work is thrown away. */
bool import_draft_drop(const struct import *import, struct error *err);

/* What was left of this file, into a zeroed draft; a text that this program did not write
 * is passed over. */
bool import_draft_find(struct atelier *at, const char *path,
                       const struct import_goal *goal, struct import_draft *draft,
                       struct error *err);

/* The path of the file that was left last before any row of it was written, which the
 * caller frees, and when; NULL: there is none. */
char *import_draft_last(struct atelier *at, const struct import_goal *goal,
                        instant *left_at);

/* Opens the file in the encoding and at the sheet of the draft. */
struct import *import_draft_open(struct atelier *at, const char *path,
                                 const struct import_goal *goal,
                                 struct import_draft *draft, struct error *err);

/* Takes up what was left; judge afterwards.  Of a file that has changed the rows begin
 * anew, and what the columns hold is kept if the headings are the same.  ERROR_INPUT and
 * nothing taken up when it does not fit the file. */
bool import_draft_take_up(struct import_draft *draft, struct import *import,
                          struct error *err);

/* What was done with the file so far, as a text that the caller frees; and the file as it
 * was when it gave that text, but for what is typed and not saved.  Judge afterwards. */
char *import_draft_text(const struct import *import);
bool import_draft_go_back(struct import *import, const char *text, struct error *err);

#endif
