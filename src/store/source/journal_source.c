/* SPDX-License-Identifier: GPL-3.0-or-later */
/* journal_source.c - who did what, of all rows and of one, as lists show it */
#include "journal/journal_concern.h"
#include "journal/journal_entry.h"
#include "journal/journal_named.h"
#include "source/listing_source.h"

/* Of what undid or redid an act: which one. */
#define JOURNAL_TAKEN_ACT                                                                \
    "(SELECT t.act FROM journal t WHERE t.id = " JOURNAL_TAKEN("j") ")"

#define JOURNAL_CELLS                                                                    \
    "j.at, j.staff, j.act, (SELECT name FROM entity WHERE number = j.entity), j.row,"    \
    " j.summary, " JOURNAL_REASON ", " JOURNAL_IS_UNDONE ", j.undoes,"                   \
    " j.redoes, j.undone_by, " JOURNAL_TAKEN_ACT ", " JOURNAL_BY_GATEWAY

static const struct listing_cell brief_cells[] = {
    { "at", "j.at" },           { "staff", "j.staff" }, { "act", "j.act" },
    { "summary", "j.summary" }, { NULL, NULL },
};

/* Who and what are asked once a word (journal_named.h); a reason may be private. */
static const struct listing_cell journal_shown[] = { { "summary", "j.summary" },
                                                     { NULL, NULL } };

/* When it was done, for a year that is typed: of the ids of that time alone. */
static void
add_is_of_time(struct buffer *sql, const char *id, const char *at, size_t word)
{
    buffer_addf(
        sql, "(%s BETWEEN :low%zu AND :high%zu AND %s >= :since%zu AND %s < :until%zu)",
        id, word, word, at, word, at, word);
}

static void
add_holds(struct buffer *sql, size_t word)
{
    buffer_addf(sql,
                " OR j.staff IN (SELECT staff FROM login%zu)"
                " OR j.act IN (SELECT act FROM kind%zu)"
                " OR (" JOURNAL_TAKEN("j") " IS NOT NULL"
                                           " AND " JOURNAL_TAKEN_ACT
                                           " IN (SELECT act FROM kind%zu))"
                                           " OR j.id IN (SELECT id FROM named%zu)",
                word, word, word, word);
    buffer_add(sql, " OR ");
    add_is_of_time(sql, "j.id", "j.at", word);
}

static const struct listing_order journal_orders[] = {
    { .parts = { { "j.id", ":id" } }, .descending = true },
};

/* The newest of the acts whose words are not all looked at: no index holds them. */
#define JOURNAL_BEYOND "((SELECT max(id) FROM journal) - 20000)"

static void
add_beyond(struct buffer *sql, size_t word)
{
    journal_named_add_older(sql, word, JOURNAL_BEYOND);
    buffer_add(sql,
               " UNION ALL SELECT id FROM journal WHERE id <= " JOURNAL_BEYOND " AND ");
    add_is_of_time(sql, "id", "at", word);
}

const struct listing_source listing_source_journal = {
    .id = "j.id",
    .cells = JOURNAL_CELLS,
    .brief_cells = brief_cells,
    .from = "journal j",
    .orders = journal_orders,
    .shown = journal_shown,
    .asked = "j.id > " JOURNAL_BEYOND,
    .add_tables = journal_named_add_tables,
    .named = journal_named_ids,
    .add_holds = add_holds,
    .is_many = journal_named_is_many,
    .add_beyond = add_beyond,
    .at = "j.at",
    .span = journal_named_span,
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
    .add_tables = journal_named_add_tables,
    .named = journal_named_ids,
    .add_holds = add_holds,
    .is_many = journal_named_is_many,
    .at = "j.at",
};
