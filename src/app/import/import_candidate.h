/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_candidate.h - a row against everybody who may be meant */
#ifndef ATELIER_APP_IMPORT_CANDIDATE_H
#define ATELIER_APP_IMPORT_CANDIDATE_H

#include "import/import_state.h"

/* Reads a row of the file; it was zeroed or cleared.  *readable is false when it is
 * refused as it stands. */
bool import_candidate_read(struct import *import, size_t index, struct import_row *row,
                           bool *readable, struct error *err);

/* The same of these cells. */
bool import_candidate_read_cells(const struct import *import, const char *const *cells,
                                 size_t count, int64_t line, struct import_row *row);

/* Reads and judges one row, and enters it into the index. */
bool import_candidate_judge(struct import *import, size_t index,
                            struct import_ruling *ruling, struct error *err);

/* What is kept of a row's verdict, but for what the row does not know. */
struct import_ruling import_candidate_ruling(const struct import_row *row);

/* Enters the keys of a row into the index, unless the row was left out: later rows are
 * compared with those that are taken. */
void import_candidate_name(struct import *import, size_t index,
                           const struct import_keys *keys);

/* Says again of a row that was read what was judged of it. */
bool import_candidate_recall(struct import *import, size_t index, struct import_row *row,
                             struct error *err);

/* A doubtful row is this known person. */
bool import_candidate_settle(struct import *import, struct import_row *row,
                             int64_t person, struct error *err);

#endif
