/* SPDX-License-Identifier: GPL-3.0-or-later */
/* list.c - the rows near the screen: fetching, moving, marking, filtering
 *
 * Rows are held in the listing's order; `top` and `selected` are indexes among them.
 * Painting is in list_draw.c.
 */
#include "widget/list.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/app/browse.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "widget/list_marks.h"
#include "widget/list_window.h"

enum { COUNT_MOST = 9999, HEIGHT_FIRST = 20 };

/* --- the app layer's listings */

static bool
app_fetch(struct ui *ui, void *context, const struct listing_query *query,
          enum listing_direction direction, const struct listing_key *key, size_t count,
          struct listing_page *page, struct error *err)
{
    (void)context;
    return listing_fetch(ui_atelier(ui), query, direction, key, count, page, err);
}

static bool
app_locate(struct ui *ui, void *context, const struct listing_query *query, int64_t id,
           struct listing_key *key, struct error *err)
{
    (void)context;
    return listing_locate(ui_atelier(ui), query, id, key, err);
}

static bool
app_count(struct ui *ui, void *context, const struct listing_query *query, int64_t most,
          int64_t *count, struct error *err)
{
    (void)context;
    return listing_count(ui_atelier(ui), query, most, count, err);
}

static const struct list_source app_source = { app_fetch, app_locate, app_count };

/* --- life */

size_t
list_address_column(const struct listing *listing)
{
    size_t i = 0;
    while (i < listing->column_count && listing->columns[i].kind != FIELD_EMAIL)
        i++;
    return i;
}

bool
list_has_addresses(const struct listing *listing)
{
    return list_address_column(listing) < listing->column_count;
}

void
list_init(struct list *list, enum listing_kind kind)
{
    list_init_source(list, listing_get(kind), &app_source, NULL);
    list->query.kind = kind;
    list->sorts = true;
}

void
list_init_source(struct list *list, const struct listing *listing,
                 const struct list_source *source, void *context)
{
    *list = (struct list){
        .listing = listing,
        .source = source,
        .context = context,
        .total = -1,
        .height = HEIGHT_FIRST,
        .filter.most = LINE_EDIT_SEARCH,
        .lines = 1,
        .query.from = INSTANT_NONE,
        .many = list_has_addresses(listing), /* they are copied */
    };
}

void
list_clear(struct list *list)
{
    list_window_drop(list, 0, list->count);
    free(list->rows);
    free(list->search);
    free(list->marks);
    line_edit_clear(&list->filter);
    *list = (struct list){ 0 };
}

void
list_reset(struct list *list)
{
    list_window_drop(list, 0, list->count);
    list->top = list->selected = 0;
    list->more_before = list->more_after = false;
    list_unmark(list);
}

void
list_begin_anew(struct list *list)
{
    list_select(list, list_selected(list));
    list_window_drop(list, 0, list->count);
    list->top = list->selected = 0;
    list->more_before = list->more_after = false;
    list->painted.valid = false;
}

/* --- what is selected */

int64_t
list_selected(const struct list *list)
{
    const struct listing_row *row = list_row(list);

    return !row ? 0 : row->id;
}

const char *
list_cell_of(const struct list *list, const struct listing_row *row, const char *column)
{
    for (size_t i = 0; row && i < list->listing->column_count; i++)
        if (strcmp(list->listing->columns[i].name, column) == 0)
            return row->cells[i];
    return NULL;
}

const char *
list_cell(const struct list *list, const char *column)
{
    return list_cell_of(list, list_row(list), column);
}

int64_t
list_cell_number(const struct list *list, const char *column)
{
    const char *text = list_cell(list, column);

    return !text ? 0 : strtoll(text, NULL, 10);
}

void
list_select(struct list *list, int64_t id)
{
    if (id != 0)
        list->wanted = id;
}

/* --- loading */

/* Counts what the query leaves of the list; -1: not known.  False when it was cut off. */
static bool
count(struct list *list, struct ui *ui, const struct listing_query *query, int64_t *rows)
{
    struct error err = { 0 };

    if (list->source->count &&
        list->source->count(ui, list->context, query, COUNT_MOST + 1, rows, &err))
        return true;
    *rows = -1;
    return err.kind != ERROR_CANCELLED;
}

/* False when it was cut off: by a key, or by an answer of the terminal's. */
static bool
count_rows(struct list *list, struct ui *ui)
{
    struct listing_query all = list->query;
    bool whole = count(list, ui, &list->query, &list->total);

    list->whole = list->total;
    all.search = NULL;
    all.states = 0;
    if (list->total >= 0 && (list->search || list->query.states != 0))
        whole = count(list, ui, &all, &list->whole);
    return whole;
}

/* Rows around a key: `before` of them above it, so that its row stays at its line. */
static bool
load_around(struct list *list, struct ui *ui, const struct listing_key *key,
            size_t before, struct error *err)
{
    size_t height = (size_t)list->height;

    if (!list_window_fetch(list, ui, LISTING_FROM, key, 2 * height, err) ||
        !list_window_before(list, ui, key, before + height, err))
        return false;
    if (list->from == list->count && list->count > 0)
        list->from = list->count - 1; /* nothing follows: the last one takes its place */
    return true;
}

static size_t
index_of(const struct list *list, int64_t id)
{
    size_t i = 0;

    while (i < list->count && list->rows[i].id != id)
        i++;
    return i;
}

/* Puts the selected row at a line of the screen, as near as the rows allow. */
static void
place(struct list *list, size_t line)
{
    list->top = list->selected > line ? list->selected - line : 0;
    list_window_show(list);
}

/* The key around which to read: the wanted row's, or where the selected one stands or
 * stood. */
static bool
find_key(struct list *list, struct ui *ui, int64_t id, struct listing_key *key)
{
    struct error ignored = { 0 };
    struct listing_key found = { 0 };

    if (id != 0 && list->source->locate &&
        list->source->locate(ui, list->context, &list->query, id, &found, &ignored)) {
        *key = found;
        return true;
    }
    if (list->count == 0 || list->stale)
        return false; /* a new search begins at its first hit */
    listing_key_copy(key, &list->rows[list->selected].key);
    return true;
}

static bool
load_rows(struct list *list, struct ui *ui, int64_t id, const struct listing_key *key,
          struct error *err)
{
    size_t both = 2 * (size_t)list->height;

    list->selected = list->top = list->from = 0;
    if (!key)
        return list_window_fetch(list, ui, LISTING_FIRST, NULL, both, err);
    if (!load_around(list, ui, key, list->line, err))
        return false;
    list->selected = index_of(list, id);
    if (list->selected == list->count)
        list->selected = list->from;
    return true;
}

bool
list_load(struct list *list, struct ui *ui, struct error *err)
{
    struct list before = *list;
    const bool searched = list->stale;
    int64_t id = list->wanted != 0 ? list->wanted : list_selected(list);
    /* While it is typed, the next letter cuts a search off; any other key speaks of what
     * the search finds and waits for it. */
    bool hurry = list->filtering;

    list->line = list->selected >= list->top ? list->selected - list->top : 0;
    if (list->wanted != 0 && list->wanted != list_selected(list))
        list->line = (size_t)list->height / 2;
    list->query.search = list->search;
    struct listing_key key = { 0 };
    bool known = find_key(list, ui, id, &key);
    list->rows = NULL;
    list->count = list->capacity = 0;
    list->more_before = list->more_after = false;

    if (hurry)
        ui_hurry(ui, true);
    bool ok = load_rows(list, ui, id, known ? &key : NULL, err);
    const bool counted = !ok || count_rows(list, ui);
    if (hurry)
        ui_hurry(ui, false);
    listing_key_clear(&key);
    if (!ok) {
        /* What is on the screen stays; after a key that cut the search off it is tried
         * again. */
        list_window_drop(list, 0, list->count);
        free(list->rows);
        *list = before;
        list->stale = err->kind == ERROR_CANCELLED;
        return list->stale;
    }
    before.listing = list->listing;
    list_window_drop(&before, 0, before.count);
    free(before.rows);
    list->wanted = 0;
    list->stale = !counted;
    list->generation++;
    list->loads++;
    if (searched || list->query.states != list->measured.states ||
        list->query.history != list->measured.history)
        memset(list->needs, 0, sizeof(list->needs));
    list->measured = list->query;
    place(list, list->line);
    if (searched && list->filtering && list->found)
        list->found(list);
    return true;
}

/* --- moving */

void
list_move(struct list *list, struct ui *ui, long rows)
{
    struct error err = { 0 };

    list->wanted = 0; /* where somebody goes counts more */
    if (!list_window_ensure(list, ui, rows, &err))
        ui_fail(ui, &err);
    if (list->count == 0)
        return;
    if (rows < 0)
        list->selected -= list->selected < (size_t)-rows ? list->selected : (size_t)-rows;
    else
        list->selected += (size_t)rows;
    if (list->selected >= list->count)
        list->selected = list->count - 1;
    list_window_show(list);
}

void
list_mark(struct list *list, struct ui *ui)
{
    const int64_t id = list_selected(list);

    if (id != 0)
        list_mark_turn(list, id);
    list_move(list, ui, 1);
}

static void
move_page(struct list *list, struct ui *ui, int pages)
{
    long rows = list->height > 1 ? list->height - 1 : 1;
    size_t line = list->selected - list->top;

    list_move(list, ui, pages * rows);
    if (list->count > 0)
        place(list, line);
}

static void
move_end(struct list *list, struct ui *ui, bool last)
{
    bool there = last ? !list->more_after : !list->more_before;

    list->wanted = 0;
    if (!there) {
        list_window_drop(list, 0, list->count);
        list->generation++;
        struct error err = { 0 };
        if (!list_window_fetch(list, ui, last ? LISTING_LAST : LISTING_FIRST, NULL,
                               2 * (size_t)list->height, &err))
            ui_fail(ui, &err);
    }
    list->selected = last && list->count > 0 ? list->count - 1 : 0;
    list_window_show(list);
}

/* --- filtering */

static void
set_search(struct list *list, const char *text)
{
    const char *before = !list->search ? "" : list->search;

    if (strcmp(before, text) == 0)
        return;
    memory_replace(&list->search, text[0] == '\0' ? NULL : text);
    list->searches++;
    list->stale = true;
}

void
list_search(struct list *list, const char *text)
{
    list->filtering = text;
    line_edit_set(&list->filter, text ? text : "");
    set_search(list, text ? text : "");
}

static bool
filter_key(struct list *list, struct ui *ui, const struct key *key)
{
    bool changed = false;

    if (key_is(key, "Esc")) {
        list->filtering = false;
        line_edit_set(&list->filter, "");
        set_search(list, "");
    } else if (key_is(key, "Enter Tab")) {
        list->filtering = false;
    } else if (key_is(key, "Up Down PgUp PgDn")) {
        list->filtering = false;
        return list_key(list, ui, key);
    } else if (line_edit_key(&list->filter, key, &changed)) {
        if (changed)
            set_search(list, line_edit_text(&list->filter));
    } else {
        return false;
    }
    return true;
}

void
list_refresh(struct list *list, struct ui *ui)
{
    struct error err = { 0 };

    if (!list_load(list, ui, &err))
        ui_fail(ui, &err);
}

/* --- keys */

static bool
on_mouse(struct list *list, struct ui *ui, const struct key *key)
{
    const struct area *area = &list->painted.area;
    int line = (key->row - area->top - 1) / list->lines; /* the heads are above */

    if (key->press == PRESS_WHEEL_UP || key->press == PRESS_WHEEL_DOWN) {
        list_move(list, ui, key->press == PRESS_WHEEL_UP ? -3 : 3);
        return true;
    }
    if (key->press != PRESS_CLICK || key->row <= area->top || line >= list->height ||
        list->top + (size_t)line >= list->count)
        return false;
    list->wanted = 0;
    list->selected = list->top + (size_t)line;
    return true;
}

bool
list_key(struct list *list, struct ui *ui, const struct key *key)
{
    if (list->filtering)
        return (list->typed && list->typed(list, ui, key)) || filter_key(list, ui, key);
    if (list->stale) /* the key is meant for a row that the search finds */
        list_refresh(list, ui);
    if (key_is(key, "Down Ctrl-N"))
        list_move(list, ui, 1);
    else if (key_is(key, "Up"))
        list_move(list, ui, -1);
    else if (key_is(key, "PgDn"))
        move_page(list, ui, 1);
    else if (key_is(key, "PgUp"))
        move_page(list, ui, -1);
    else if (key_is(key, "Home"))
        move_end(list, ui, false);
    else if (key_is(key, "End"))
        move_end(list, ui, true);
    else if (key_is(key, "Space") && list->many)
        list_mark(list, ui);
    else if (key_is(key, "/") && list->listing->can_search)
        list->filtering = true;
    else if (key_is(key, "Esc") && list->search)
        list_search(list, NULL);
    else if (key_is(key, "Esc") && list->query.states != 0) {
        list->query.states = 0;
        list->states = NULL;
        list_begin_anew(list);
        list_refresh(list, ui);
    } else if (key_is(key, "Esc") && list->mark_count > 0) {
        list_unmark(list);
    } else
        return on_mouse(list, ui, key);
    return true;
}
