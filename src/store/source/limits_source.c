/* SPDX-License-Identifier: GPL-3.0-or-later */
/* limits_source.c - the quotas of a meeting, with what is taken and left of each */
#include "source/listing_source.h"
#include "table/workshop_sql.h"

static const struct listing_order seat_limit_orders[] = {
    { .parts = { { "l.id", ":id" } } },
};

#define TAKES "(SELECT 1 FROM seat_rule t WHERE t.state = r.state AND t.role = r.role)"
#define TAKEN_FROM " FROM registration r WHERE r.meeting = l.meeting AND EXISTS " TAKES

/* The same of one workshop, which is counted where its choices stand. */
#define SITS_THERE                                                                       \
    " FROM workshop_choice c CROSS JOIN registration r ON r.id = c.registration"         \
    " WHERE c.workshop = l.workshop AND c.state = :seated"                               \
    " AND " TAKES_WORKSHOP_SEAT("r")
#define TAKEN_THERE                                                                      \
    "CASE WHEN l.category IS NOT NULL THEN"                                              \
    " (SELECT count(*)" SITS_THERE " AND r.category = l.category)"                       \
    " WHEN l.organisation IS NOT NULL THEN"                                              \
    " (SELECT count(*)" SITS_THERE " AND r.organisation = l.organisation)"               \
    " ELSE coalesce((SELECT count(*)" SITS_THERE " AND r.organisation IS NOT NULL"       \
    " GROUP BY r.organisation ORDER BY 1 DESC LIMIT 1), 0) END"

/* Of each organisation: of the one that has taken most. */
#define TAKEN                                                                            \
    "CASE WHEN l.workshop IS NOT NULL THEN " TAKEN_THERE                                 \
    " WHEN l.category IS NOT NULL THEN"                                                  \
    " (SELECT coalesce(sum(h.people), 0) FROM seat_rule t CROSS JOIN head_count h"       \
    " ON h.meeting = l.meeting AND h.workshop = 0 AND h.state = t.state"                 \
    " AND h.role = t.role AND h.category = l.category)"                                  \
    " WHEN l.organisation IS NOT NULL THEN"                                              \
    " (SELECT count(*)" TAKEN_FROM " AND r.organisation = l.organisation)"               \
    " ELSE coalesce((SELECT count(*)" TAKEN_FROM " AND r.organisation IS NOT NULL"       \
    " GROUP BY r.organisation ORDER BY 1 DESC LIMIT 1), 0) END"

/* What is kept for a day that is over is kept no more. */
#define LEFT "CASE WHEN l.until < :today THEN 0 ELSE max(l.people - " TAKEN ", 0) END"

const struct listing_source listing_source_seat_limit = {
    .id = "l.id",
    .cells = "l.meeting, l.scope, l.category, l.organisation, "
             "coalesce(c.name, o.name),"
             " l.kind, l.people, " TAKEN ", " LEFT ", l.until, l.workshop,"
             " w.title",
    .from = "seat_limit l",
    .joins = " LEFT JOIN category c ON c.id = l.category"
             " LEFT JOIN organisation o ON o.id = l.organisation"
             " LEFT JOIN workshop w ON w.id = l.workshop",
    .where = "l.meeting = :scope",
    .orders = seat_limit_orders,
};
