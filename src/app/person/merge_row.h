/* SPDX-License-Identifier: GPL-3.0-or-later */
/* merge_row.h - one row that referred to a person refers to another from now on */
#ifndef ATELIER_APP_MERGE_ROW_H
#define ATELIER_APP_MERGE_ROW_H

#include "session/session.h"

/* A reference of one row to the person who is merged. */
struct merge_row {
    struct atelier *at;
    const struct entity *entity;
    const struct field *field;
    int64_t row;
    int64_t keep;
};

/* Inside the transaction.  *folded: the kept person had such a row, and the other went.
 * ERROR_RULE when they cannot both be, saying what to do first. */
bool merge_row(const struct merge_row *merge, bool *folded, struct error *err);

#endif
