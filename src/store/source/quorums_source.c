/* SPDX-License-Identifier: GPL-3.0-or-later */
/* quorums_source.c - the quorums of a group */
#include "source/listing_source.h"

static const struct listing_order quorum_orders[] = {
    { .parts = { { "q.id", ":id" } } },
};

const struct listing_source listing_source_quorum = {
    .id = "q.id",
    .cells = "q.\"group\", q.category IS NULL, q.category, c.name, q.people",
    .from = "quorum q",
    .joins = " LEFT JOIN category c ON c.id = q.category",
    .where = "q.\"group\" = :scope",
    .orders = quorum_orders,
};
