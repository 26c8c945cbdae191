/* SPDX-License-Identifier: GPL-3.0-or-later */
/* journal_source.c - who did what, of all rows and of one, as lists show it */
#include "journal/journal_concern.h"
#include "journal/journal_entry.h"
#include "source/listing_source.h"

/* Of what undid or redid an act: which one. */
#define JOURNAL_TAKEN_ACT                                                                \
    "(SELECT t.act FROM journal t WHERE t.id = " JOURNAL_TAKEN("j") ")"

#define JOURNAL_CELLS                                                                    \
    "j.at, j.staff, j.act, (SELECT name FROM entity WHERE number = j.entity), j.row,"    \
    " j.summary, " JOURNAL_REASON ", " JOURNAL_IS_UNDONE ", j.undoes,"                   \
    " j.redoes, j.undone_by, " JOURNAL_TAKEN_ACT

/* The person and the meeting stand in the summary; a reason may be private. */
static const struct listing_cell journal_shown[] = { { "staff", "j.staff" },
                                                     { "act", "j.act" },
                                                     { "summary", "j.summary" },
                                                     { "taken_act", JOURNAL_TAKEN_ACT },
                                                     { NULL, NULL } };

static const struct listing_order journal_orders[] = {
    { .parts = { { "j.id", ":id" } }, .descending = true },
};

const struct listing_source listing_source_journal = {
    .id = "j.id",
    .cells = JOURNAL_CELLS,
    .from = "journal j",
    .orders = journal_orders,
    .shown = journal_shown,
    /* No index holds its words: this costs the same whether there are more or not. */
    .asked = "j.id > (SELECT max(id) FROM journal) - 100000",
};

static const struct listing_order row_journal_orders[] = {
    { .parts = { { "touched.journal", ":id" } }, .descending = true },
};

static void
add_touched(struct buffer *sql, const struct entity *entity)
{
    buffer_add_char(sql, '(');
    journal_concern_add_sql(sql, entity, ":scope");
    buffer_add(sql, ") touched JOIN journal j ON j.id = touched.journal");
}

const struct listing_source listing_source_row_journal = {
    .id = "touched.journal",
    .cells = JOURNAL_CELLS,
    .add_from = add_touched,
    .orders = row_journal_orders,
    .shown = journal_shown,
};
