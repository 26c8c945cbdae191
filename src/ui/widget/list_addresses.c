/* SPDX-License-Identifier: GPL-3.0-or-later */
/* list_addresses.c - the e-mail addresses of the rows that somebody chose */
#include "widget/list_addresses.h"

#include <string.h>

#include "atelier/base/text.h"
#include "widget/list_marks.h"

static bool
is_in(const struct list_addresses *found, const char *address)
{
    const size_t length = strlen(address);
    const char *text = buffer_text(&found->text);

    for (const char *at = text; (at = strstr(at, address)); at += length)
        if ((at == text || at[-1] == ' ') && (at[length] == ',' || !at[length]))
            return true;
    return false;
}

/* What another program wrote into the file may hold what is no address: it would part the
 * others, or be a command where it is pasted. */
static bool
is_address(const char *cell)
{
    if (!cell || !strchr(cell, '@') || !text_is_valid(cell, strlen(cell)))
        return false;
    for (const char *c = cell; *c; c++)
        if ((unsigned char)*c <= ' ' || *c == 0x7F || strchr(",;<>\"", *c))
            return false;
    struct buffer safe = { 0 };
    text_add_printable(&safe, cell);
    bool ok = strcmp(buffer_text(&safe), cell) == 0;
    buffer_clear(&safe);
    return ok;
}

/* Who has none, while they are few enough to be named. */
static void
add_nobody(const struct list *list, const struct listing_row *row,
           struct list_addresses *found)
{
    const char *family = list_cell_of(list, row, "family");
    const char *given = list_cell_of(list, row, "given");

    if (++found->without > LIST_ADDRESSES_NAMED || !family)
        return;
    if (found->nobody.length > 0)
        buffer_add(&found->nobody, ", ");
    buffer_addf(&found->nobody, "%s%s%s", given ? given : "", given ? " " : "", family);
}

static void
add_address(const struct list *list, const struct listing_row *row,
            struct list_addresses *found)
{
    const char *cell = row->cells[list_address_column(list->listing)];

    if (!is_address(cell)) {
        add_nobody(list, row, found);
    } else if (is_in(found, cell)) {
        found->again++;
    } else {
        if (found->count++ > 0)
            buffer_add(&found->text, ", ");
        buffer_add(&found->text, cell);
    }
}

/* A marked row may be far from the screen: only those near it are held. */
static bool
add_row(struct list *list, struct ui *ui, const struct listing_query *query, int64_t id,
        struct list_addresses *found, struct error *err)
{
    struct listing_key key = { 0 };
    struct listing_page page = { 0 };
    bool ok =
        list->source->locate(ui, list->context, query, id, &key, err) &&
        list->source->fetch(ui, list->context, query, LISTING_FROM, &key, 1, &page, err);

    if (ok && page.count > 0 && page.rows[0].id == id)
        add_address(list, &page.rows[0], found);
    if (!ok && err->kind == ERROR_NOT_FOUND) { /* it has left the list */
        error_clear(err);
        ok = true;
    }
    listing_page_clear(&page);
    listing_key_clear(&key);
    return ok;
}

bool
list_addresses(struct list *list, struct ui *ui, struct list_addresses *found,
               struct error *err)
{
    struct listing_query query = list->query;
    const int64_t *ids;
    const size_t count = list_marked(list, &ids);
    bool ok = true;

    query.search = NULL;
    for (size_t i = 0; ok && i < count; i++)
        ok = add_row(list, ui, &query, ids[i], found, err);
    return ok;
}

void
list_addresses_clear(struct list_addresses *found)
{
    buffer_clear(&found->text);
    buffer_clear(&found->nobody);
    *found = (struct list_addresses){ 0 };
}
