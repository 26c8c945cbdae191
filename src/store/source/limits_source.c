/* SPDX-License-Identifier: GPL-3.0-or-later */
/* limits_source.c - the quotas of a meeting, with what is taken and left of each */
#include "source/listing_source.h"

static const struct listing_order seat_limit_orders[] = {
    { .parts = { { "l.id", ":id" } } },
};

#define TAKEN_FROM                                                                       \
    " FROM registration r JOIN seat_rule s ON s.state = r.state AND s.role = r.role"     \
    " AND s.takes WHERE r.meeting = l.meeting"

/* Of each organisation: of the one that has taken most. */
#define TAKEN                                                                            \
    "CASE l.scope WHEN 'category' THEN"                                                  \
    " (SELECT count(*)" TAKEN_FROM " AND r.category = l.category)"                       \
    " WHEN 'organisation' THEN"                                                          \
    " (SELECT count(*)" TAKEN_FROM " AND r.organisation = l.organisation)"               \
    " ELSE coalesce((SELECT count(*)" TAKEN_FROM " AND r.organisation IS NOT NULL"       \
    " GROUP BY r.organisation ORDER BY 1 DESC LIMIT 1), 0) END"

/* A hold that has ended holds nothing. */
#define LEFT                                                                             \
    "CASE WHEN l.kind = 'hold' AND l.until < :today THEN 0"                              \
    " ELSE max(l.people - " TAKEN ", 0) END"

const struct listing_source listing_source_seat_limit = {
    .id = "l.id",
    .cells = "l.meeting, l.scope, l.category, l.organisation, coalesce(c.name, o.name),"
             " l.kind, l.people, " TAKEN ", " LEFT ", l.until",
    .from = "seat_limit l",
    .joins = " LEFT JOIN category c ON c.id = l.category"
             " LEFT JOIN organisation o ON o.id = l.organisation",
    .where = "l.meeting = :scope",
    .orders = seat_limit_orders,
};
