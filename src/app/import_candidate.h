/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_candidate.h - a row against everybody who may be meant */
#ifndef ATELIER_APP_IMPORT_CANDIDATE_H
#define ATELIER_APP_IMPORT_CANDIDATE_H

#include "import_state.h"

/* Reads and judges one row, and enters it into the index. */
bool import_candidate_judge(struct import *import, const struct csv_row *cells,
                            struct import_row *row, struct error *err);

/* A doubtful row is this known person. */
bool import_candidate_settle(struct import *import, struct import_row *row,
                             int64_t person, struct error *err);

#endif
