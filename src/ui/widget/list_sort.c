/* SPDX-License-Identifier: GPL-3.0-or-later */
/* list_sort.c - the order of a list, chosen by the name of a column
 *
 * What a narrow screen has no room for can be chosen as well: nothing is done on a wide
 * one alone.  What a wider one would not show either is not offered.
 */
#include "widget/list_sort.h"

#include <string.h>

#include "atelier/base/language.h"
#include "widget/choose.h"

enum { ORDERS_MOST = 4, COUNT_MOST = ORDERS_MOST + LIST_COLUMNS_MOST };

/* An order of the listing, or that of a column. */
struct order {
    int order;
    int sort;
};

struct order_list {
    struct order items[COUNT_MOST];
    struct buffer texts[COUNT_MOST];
    const char *labels[COUNT_MOST];
    size_t count;
    size_t present;
};

static void
add(struct order_list *list, const struct listing_query *query, struct order order,
    const char *label, bool is_shown)
{
    if (order.order == query->order && order.sort == query->sort)
        list->present = list->count;
    list->items[list->count] = order;
    buffer_addf(&list->texts[list->count], is_shown ? "%s" : _("%s (no room to show it)"),
                label);
    list->labels[list->count] = buffer_text(&list->texts[list->count]);
    list->count++;
}

/* An order by what not all may read would tell it; zones that no row has, and what the
 * screen leaves out now, are seen on no screen. */
static bool
is_offered(const struct list *list, size_t i)
{
    const struct column *column = &list->listing->columns[i];

    return column->priority > 0 && !column->is_private &&
           !(list->without && strcmp(column->name, list->without) == 0) &&
           !(column->is_seldom && list->needs[i] == 0 && list->query.sort != (int)i + 1);
}

/* One that was typed ahead of its first drawing shows all. */
static bool
has_room(const struct list *list, size_t i)
{
    return list->painted.area.columns == 0 || list->painted.widths[i] > 0;
}

/* First those that the listing has itself, last what there is no room for. */
static void
find_orders(const struct list *list, struct order_list *found)
{
    const struct listing *listing = list->listing;
    const struct choice *orders = listing->orders;

    if (!orders)
        add(found, &list->query, (struct order){ 0 }, _("The usual order"), true);
    for (int i = 0; orders && orders[i].name && i < ORDERS_MOST; i++)
        add(found, &list->query, (struct order){ .order = i }, _(orders[i].label), true);
    for (int shown = 1; shown >= 0; shown--)
        for (size_t i = 0; i < listing->column_count && i < LIST_COLUMNS_MOST; i++)
            if (is_offered(list, i) && has_room(list, i) == (shown == 1))
                add(found, &list->query,
                    (struct order){ .order = list->query.order, .sort = (int)i + 1 },
                    _(listing->columns[i].label), shown);
}

static void
order_list_clear(struct order_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        buffer_clear(&list->texts[i]);
}

void
list_sort_choose(struct list *list, struct ui *ui)
{
    struct order_list orders = { 0 };

    find_orders(list, &orders);
    const int chosen =
        choose(ui, _("Sort by"), _("The present order once more: the other way round."),
               orders.labels, orders.count, orders.present);
    if (chosen >= 0) {
        list->query.reversed = (size_t)chosen == orders.present && !list->query.reversed;
        list->query.order = orders.items[chosen].order;
        list->query.sort = orders.items[chosen].sort;
        list_begin_anew(list);
        list_refresh(list, ui);
    }
    order_list_clear(&orders);
}
