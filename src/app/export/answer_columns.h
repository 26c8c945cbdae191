/* SPDX-License-Identifier: GPL-3.0-or-later */
/* answer_columns.h - the list of a meeting with a column for each question that it asks
 */
#ifndef ATELIER_APP_ANSWER_COLUMNS_H
#define ATELIER_APP_ANSWER_COLUMNS_H

#include "atelier/app/atelier.h"
#include "atelier/domain/listing.h"
#include "atelier/domain/meeting_question.h"

enum { ANSWER_COLUMN_NAME = 32 };

struct answer_columns {
    struct meeting_question_list questions; /* none: the list is as it is */
    struct listing listing;                 /* with their columns behind the others */
    struct column *columns;
    char (*names)[ANSWER_COLUMN_NAME]; /* "answer_7", by the question's id */
};

/* Of that query; of another list than that of a meeting there are none. */
bool answer_columns_load(struct answer_columns *columns, struct atelier *at,
                         const struct listing_query *query, struct error *err);

/* The row with its answers; its own cells are borrowed. */
bool answer_columns_fill(const struct answer_columns *columns, struct atelier *at,
                         const struct listing_row *row, struct listing_row *filled,
                         struct error *err);
void answer_columns_empty(const struct answer_columns *columns,
                          struct listing_row *filled);

void answer_columns_clear(struct answer_columns *columns);

#endif
