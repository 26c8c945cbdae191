/* SPDX-License-Identifier: GPL-3.0-or-later */
/* entry_order.c - where entries stand in their report, inside an act */
#include "report/entry_order.h"

#include <stdlib.h>

#include "atelier/base/memory.h"
#include "atelier/store/row_table.h"

void
entry_order_add(struct entry_order *order, struct report_entry *row)
{
    order->rows = memory_grow(order->rows, &order->capacity, order->count + 1,
                              sizeof(struct report_entry *));
    order->rows[order->count++] = row;
}

void
entry_order_clear(struct entry_order *order)
{
    free(order->rows);
    *order = (struct entry_order){ 0 };
}

static bool
write(struct atelier *at, struct report_entry *row, struct error *err)
{
    return row->head.id == 0 ? row_insert(at->db, &report_entry_entity, row, at->login,
                                          atelier_now(at), err)
                             : row_update(at->db, &report_entry_entity, row, at->login,
                                          atelier_now(at), err);
}

/* The first place of so many and how far each is from the next; false: there is no room.
 */
static bool
find_room(const struct entry_order *order, size_t first, size_t many, int64_t *place,
          int64_t *step)
{
    const int64_t low = first > 0 ? order->rows[first - 1]->place : 0;

    *step = ENTRY_PLACE_STEP;
    if (first + many < order->count)
        *step = (order->rows[first + many]->place - low) / ((int64_t)many + 1);
    *place = low + *step;
    return *step > 0;
}

bool
entry_order_write(struct atelier *at, const struct entry_order *order, size_t first,
                  size_t many, struct error *err)
{
    int64_t place;
    int64_t step;
    bool ok = true;
    const bool has_room = find_room(order, first, many, &place, &step);

    for (size_t i = 0; ok && i < order->count; i++) {
        struct report_entry *row = order->rows[i];
        const bool is_one = i >= first && i < first + many;
        const int64_t before = row->place;

        if (!has_room)
            row->place = ((int64_t)i + 1) * ENTRY_PLACE_STEP;
        else if (is_one)
            row->place = place + (int64_t)(i - first) * step;
        if (is_one || row->place != before)
            ok = write(at, row, err);
    }
    return ok;
}
