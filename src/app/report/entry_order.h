/* SPDX-License-Identifier: GPL-3.0-or-later */
/* entry_order.h - where entries stand in their report, inside an act */
#ifndef ATELIER_APP_ENTRY_ORDER_H
#define ATELIER_APP_ENTRY_ORDER_H

#include <stddef.h>

#include "atelier/domain/report_entry.h"
#include "session/session.h"

/* The entries of a report as they shall follow one another, borrowed. */
struct entry_order {
    struct report_entry **rows;
    size_t count;
    size_t capacity;
};

void entry_order_add(struct entry_order *order, struct report_entry *row);
void entry_order_clear(struct entry_order *order);

/* Gives `many` rows from the first on their places between their neighbours, and writes
 * them, new ones too.  Where there is no room all are given places anew. */
bool entry_order_write(struct atelier *at, const struct entry_order *order, size_t first,
                       size_t many, struct error *err);

#endif
