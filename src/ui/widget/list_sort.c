/* SPDX-License-Identifier: GPL-3.0-or-later */
/* list_sort.c - the order of a list, chosen by the name of a column */
#include "widget/list_sort.h"

#include "atelier/base/language.h"
#include "widget/choose.h"

enum { ORDERS_MOST = 4, COLUMNS_MOST = 24 };

/* An order of the listing, or that of a column. */
struct order {
    int order;
    int sort;
};

struct order_list {
    struct order items[ORDERS_MOST + COLUMNS_MOST];
    const char *labels[ORDERS_MOST + COLUMNS_MOST];
    size_t count;
    size_t present;
};

static void
add(struct order_list *list, const struct listing_query *query, struct order order,
    const char *label)
{
    if (order.order == query->order && order.sort == query->sort)
        list->present = list->count;
    list->items[list->count] = order;
    list->labels[list->count++] = label;
}

/* First those that the listing has itself.  An order by what not all may read would tell
 * it. */
static void
find_orders(const struct list *list, struct order_list *found)
{
    const struct listing *listing = list->listing;
    const struct choice *orders = listing->orders;

    if (!orders)
        add(found, &list->query, (struct order){ 0 }, _("The usual order"));
    for (int i = 0; orders && orders[i].name && i < ORDERS_MOST; i++)
        add(found, &list->query, (struct order){ .order = i }, _(orders[i].label));
    for (size_t i = 0; i < listing->column_count && i < COLUMNS_MOST; i++) {
        const struct column *column = &listing->columns[i];

        if (column->priority > 0 && !column->is_private)
            add(found, &list->query,
                (struct order){ .order = list->query.order, .sort = (int)i + 1 },
                _(column->label));
    }
}

void
list_sort_choose(struct list *list, struct ui *ui)
{
    struct order_list orders = { 0 };

    find_orders(list, &orders);
    const int chosen =
        choose(ui, _("Sort by"), _("The present order once more: the other way round."),
               orders.labels, orders.count, orders.present);
    if (chosen < 0)
        return;
    list->query.reversed = (size_t)chosen == orders.present && !list->query.reversed;
    list->query.order = orders.items[chosen].order;
    list->query.sort = orders.items[chosen].sort;
    list_begin_anew(list);
    list_refresh(list, ui);
}
