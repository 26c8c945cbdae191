/* SPDX-License-Identifier: GPL-3.0-or-later */
/* listing_order.c - in which order the rows of a listing are read */
#include "listing/listing_order.h"

#include <string.h>

/* A number of the usual order as a text of the same order, or of the opposite one: behind
 * a number the key has room for a text alone. */
#define NUMBER_UP "printf('%020d', by_number + 4611686018427387904)"
#define NUMBER_DOWN "printf('%020d', 4611686018427387904 - by_number)"

/* Hits in the order in which the index holds them; its rowid is the page's key.
 */
static const struct listing_order ranked_order = {
    .parts = { { "search.rowid", ":number" } },
};

const struct listing_order *
listing_order_usual(const struct listing_statement *listing)
{
    const struct listing_query *query = listing->query;
    const struct choice *orders = listing_get(query->kind)->orders;
    int order = 0;

    for (int i = 0; orders && orders[i].name; i++)
        if (i == query->order)
            order = i;
    return &listing->source->orders[order];
}

/* The column of the table `listed` that holds that part of a key. */
static const char *
listed_part(const char *parameter)
{
    if (!parameter)
        return NULL;
    return strcmp(parameter, ":id") == 0     ? "id"
           : strcmp(parameter, ":text") == 0 ? "by_text"
                                             : "by_number";
}

static bool
has_part(const struct listing_order *order, const char *parameter)
{
    for (size_t p = 0; p < LISTING_PARTS && order->parts[p].sql; p++)
        if (strcmp(order->parts[p].parameter, parameter) == 0)
            return true;
    return false;
}

/* By a column: what is alike in it stays in the order of the listing, people of one name
 * by their given names, as far as a key has room for both. */
static struct listing_order
order_by_column(struct listing_statement *listing)
{
    const struct listing_query *query = listing->query;
    const struct listing_order *usual = listing_order_usual(listing);
    const char *parameter = listing_view_key(listing_get(query->kind), query->sort,
                                             query->reversed, listing->key);
    struct listing_order order = { .parts = { { listing->key, parameter } },
                                   .descending = query->reversed };
    size_t count = 1;

    if (strcmp(parameter, ":text") != 0) {
        if (has_part(usual, ":text"))
            order.parts[count++] = (struct listing_part){ "by_text", ":text" };
        else if (has_part(usual, ":number"))
            order.parts[count++] =
                (struct listing_part){ usual->descending ? NUMBER_DOWN : NUMBER_UP,
                                       ":text" };
    } else {
        if (has_part(usual, ":text"))
            memcpy(listing->key + strlen(listing->key), LISTING_VIEW_THEN_TEXT,
                   sizeof LISTING_VIEW_THEN_TEXT);
        if (has_part(usual, ":number"))
            order.parts[count++] = (struct listing_part){ "by_number", ":number" };
    }
    order.parts[count] = (struct listing_part){ "id", ":id" };
    return order;
}

void
listing_order_choose(struct listing_statement *listing)
{
    const struct listing_query *query = listing->query;
    const struct listing *columns = listing_get(query->kind);
    const bool by_column = listing_view_sorts(columns, query->sort);

    listing->ranked =
        listing->search == LISTING_SEARCH_RANKED && !by_column && !query->reversed;
    listing->viewed = by_column || (listing->shown.count > 0 && !listing->source->shown);
    listing->order = listing->ranked ? ranked_order : *listing_order_usual(listing);
    for (size_t p = 0; (listing->viewed || listing->beyond) && p < LISTING_PARTS; p++)
        listing->order.parts[p].sql = listed_part(listing->order.parts[p].parameter);
    if (query->reversed)
        listing->order.descending = !listing->order.descending;
    if (by_column)
        listing->order = order_by_column(listing);
}
