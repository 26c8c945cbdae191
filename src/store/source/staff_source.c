/* SPDX-License-Identifier: GPL-3.0-or-later */
/* staff_source.c - colleagues, as lists show them */
#include "source/listing_source.h"

static const struct listing_order staff_orders[] = {
    { .parts = { { "s.login", ":text" }, { "s.id", ":id" } } },
};

const struct listing_source listing_source_staff = {
    .id = "s.id",
    .cells = "s.login, s.name, s.role,"
             " (SELECT group_concat(code, ', ') FROM (SELECT g.code FROM \"grant\" gr"
             " CROSS JOIN working_group g ON g.id = gr.\"group\""
             " WHERE gr.staff = s.id ORDER BY g.code))",
    .from = "staff s",
    .orders = staff_orders,
};
