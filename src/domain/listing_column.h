/* SPDX-License-Identifier: GPL-3.0-or-later */
/* listing_column.h - how a noun's file writes the columns of its lists
 *
 * They stand in the order of the store's SELECT.  Priority 1 is seen at 80 columns and
 * below; what goes first when it is narrow has the largest number; 0 is read by JSON and
 * by code only.  A reference is a pair: `organisation` is its id, `organisation_name` its
 * words.  Widths of priority 1 and 2 and the gaps between them fit 80 columns.
 */
#ifndef ATELIER_DOMAIN_LISTING_COLUMN_H
#define ATELIER_DOMAIN_LISTING_COLUMN_H

#include "atelier/domain/listing.h"

/* Columns that nobody sees: ids, and facts for scripts. */
#define HIDDEN(column, how)                                                              \
    {                                                                                    \
        .name = (column), .kind = (how)                                                  \
    }
/* Of whom the row is: commands take that id, and never the row's. */
#define TYPED(column)                                                                    \
    {                                                                                    \
        .name = (column), .kind = FIELD_REFERENCE, .is_typed = true                      \
    }
#define HIDDEN_CHOICE(column, of)                                                        \
    {                                                                                    \
        .name = (column), .kind = FIELD_CHOICE, .choices = (of)                          \
    }
#define COLUMN(column, head, how, is, grows, rank)                                       \
    {                                                                                    \
        .name = (column), .label = (head), .kind = (how), .width = (is),                 \
        .most = (grows), .priority = (rank)                                              \
    }
#define PRIVATE(column, head, how, is, grows, rank)                                      \
    {                                                                                    \
        .name = (column), .label = (head), .kind = (how), .width = (is),                 \
        .most = (grows), .priority = (rank), .is_private = true                          \
    }
#define CHOICE(column, head, of, is, rank)                                               \
    {                                                                                    \
        .name = (column), .label = (head), .kind = FIELD_CHOICE, .choices = (of),        \
        .width = (is), .most = (is), .priority = (rank)                                  \
    }
#define COUNT(column, head, is, rank) COLUMN(column, head, FIELD_NUMBER, is, is, rank)
/* "mer. 03/03/2027 09:30" is never cut: half a time is none. */
#define MOMENT(column, head, rank) COLUMN(column, head, FIELD_LOCAL_TIME, 21, 21, rank)
/* The zone of a moment, beside it: seen where clocks there show another hour than the
 * office's, and without room in a list that has none such. */
#define ELSEWHERE(column)                                                                \
    {                                                                                    \
        .name = (column), .label = N_("Zone"), .kind = FIELD_ZONE, .width = 9,           \
        .most = 20, .priority = 1, .is_seldom = true                                     \
    }
/* The same of a state that few rows have. */
#define SELDOM_CHOICE(column, head, of, is, rank)                                        \
    {                                                                                    \
        .name = (column), .label = (head), .kind = FIELD_CHOICE, .choices = (of),        \
        .width = (is), .most = (is), .priority = (rank), .is_seldom = true               \
    }
#define DAY(column, head, rank) COLUMN(column, head, FIELD_DATE, 10, 10, rank)

/* No column: told beside the list where a row stands in full. */
#define BESIDE(column, head, how)                                                        \
    {                                                                                    \
        .name = (column), .label = (head), .kind = (how)                                 \
    }

/* The part of a listing that follows from its columns. */
#define LISTING_OF(table)                                                                \
    .columns = (table), .column_count = sizeof(table) / sizeof((table)[0])

#define LISTING(KIND, name) extern const struct listing name##_listing;
#include "atelier/domain/listings.def"
#undef LISTING

#endif
