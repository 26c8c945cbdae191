/* SPDX-License-Identifier: GPL-3.0-or-later */
/* journal_source.c - who did what, of all rows and of one, as lists show it */
#include "source/listing_source.h"

#define JOURNAL_CELLS                                                                    \
    "j.at, j.staff, j.act, j.entity, j.row, j.summary, j.reason,"                        \
    " j.undone_by IS NOT NULL, j.undoes, j.undone_by"

static const struct listing_order journal_orders[] = {
    { .parts = { { "j.id", ":id" } }, .descending = true },
};

const struct listing_source listing_source_journal = {
    .id = "j.id",
    .cells = JOURNAL_CELLS,
    .from = "journal j",
    .orders = journal_orders,
};

static const struct listing_order row_journal_orders[] = {
    { .parts = { { "touched.journal", ":id" } }, .descending = true },
};

const struct listing_source listing_source_row_journal = {
    .id = "touched.journal",
    .cells = JOURNAL_CELLS,
    .from = "journal_row touched",
    .joins = " LEFT JOIN journal j ON j.id = touched.journal",
    .where = "touched.entity = :entity AND touched.row = :scope",
    .orders = row_journal_orders,
};
