/* SPDX-License-Identifier: GPL-3.0-or-later */
/* grants_source.c - the groups for which the role of a colleague counts */
#include "source/listing_source.h"

static const struct listing_order grant_orders[] = {
    { .parts = { { "g.code", ":text" }, { "gr.id", ":id" } } },
};

const struct listing_source listing_source_grant = {
    .id = "gr.id",
    .cells = "gr.staff, gr.\"group\", g.code, g.name",
    .from = "\"grant\" gr CROSS JOIN working_group g ON g.id = gr.\"group\"",
    .where = "gr.staff = :scope",
    .orders = grant_orders,
};
