/* SPDX-License-Identifier: GPL-3.0-or-later */
/* quota_figures.c - what is taken and left of each quota of a meeting */
#include "quota_figures.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/app/browse.h"
#include "atelier/app/display.h"
#include "atelier/app/edit.h"
#include "atelier/app/export_list.h"
#include "atelier/base/language.h"
#include "atelier/domain/seat_limit.h"
#include "print.h"

static int64_t
cell_number(const struct listing_row *row, const char *name)
{
    const struct listing *listing = listing_get(LISTING_SEAT_LIMIT);

    for (size_t c = 0; c < listing->column_count; c++)
        if (strcmp(listing->columns[c].name, name) == 0)
            return row->cells[c] ? strtoll(row->cells[c], NULL, 10) : 0;
    return 0;
}

static bool
put_quota(struct invocation *inv, const struct listing_row *row, struct error *err)
{
    struct seat_limit limit;
    record_init(&seat_limit_entity, &limit);
    bool ok = edit_load(inv->at, &seat_limit_entity, row->id, &limit, err);
    if (ok) {
        struct buffer title = { 0 };
        display_row(inv->at, &seat_limit_entity, &limit, &title);
        print_line(inv, _("%7" PRId64 "  %s: %" PRId64 " taken, %" PRId64 " free"),
                   row->id, buffer_text(&title), cell_number(row, "taken"),
                   cell_number(row, "free"));
        buffer_clear(&title);
    }
    record_clear(&seat_limit_entity, &limit);
    return ok;
}

/* As the list of the quotas writes it. */
static json_t *
row_json(const struct listing_row *row)
{
    struct buffer text = { 0 };

    export_list_add_row(listing_get(LISTING_SEAT_LIMIT), row, &text);
    json_t *object = json_loads(buffer_text(&text), 0, NULL);
    buffer_clear(&text);
    return object;
}

bool
quota_figures_print(struct invocation *inv, int64_t meeting, json_t *object,
                    struct error *err)
{
    enum { MOST = 500 };
    const struct listing_query query = { .kind = LISTING_SEAT_LIMIT, .scope = meeting };
    struct listing_page page = { 0 };
    bool ok = listing_fetch(inv->at, &query, LISTING_FIRST, NULL, MOST, &page, err);
    if (ok && page.count > 0)
        print_line(inv, "%s", _("Quotas"));
    json_t *array = json_array();
    for (size_t i = 0; ok && i < page.count; i++) {
        ok = put_quota(inv, &page.rows[i], err);
        json_array_append_new(array, row_json(&page.rows[i]));
    }
    if (ok && object)
        json_object_set(object, "quotas", array);
    json_decref(array);
    listing_page_clear(&page);
    return ok;
}
