/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_calendar_view.c - somebody else's calendar on its screen: judged, tried out, a
 * list of rows */
#include "screen/import_calendar_view.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/app/import_calendar_draft.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/domain/when.h"
#include "screen/import_calendar_draw.h"
#include "widget/progress.h"

/* --- its rows, as a list has them: the id is the number of the row, from 1 */

enum { VERDICT_CELL, START_CELL, TITLE_CELL, WHAT_CELL, END_CELL, ZONE_CELL, CELLS };

static const struct column columns[CELLS] = {
    [VERDICT_CELL] = { .name = "verdict",
                       .label = N_("Verdict"),
                       .kind = FIELD_CHOICE,
                       .choices = import_verdicts,
                       .width = 9,
                       .most = 9,
                       .priority = 1 },
    [START_CELL] = { .name = "start",
                     .label = N_("Start"),
                     .kind = FIELD_TEXT,
                     .width = 21,
                     .most = 21,
                     .priority = 1 },
    [TITLE_CELL] = { .name = "title",
                     .label = N_("Title"),
                     .kind = FIELD_TEXT,
                     .width = 20,
                     .most = 40,
                     .priority = 1 },
    [WHAT_CELL] = { .name = "what",
                    .label = N_("Reason, or what changes"),
                    .kind = FIELD_TEXT,
                    .width = 25,
                    .priority = 1 },
    [END_CELL] = { .name = "end",
                   .label = N_("End"),
                   .kind = FIELD_TEXT,
                   .width = 21,
                   .most = 21,
                   .priority = 3 },
    [ZONE_CELL] = { .name = "zone",
                    .label = N_("Time zone"),
                    .kind = FIELD_TEXT,
                    .width = 20,
                    .most = 20,
                    .priority = 3 },
};

static const struct listing listing = { .columns = columns,
                                        .column_count = CELLS,
                                        .can_search = true };

static char *
text_or_null(struct buffer *text)
{
    char *taken = text->length > 0 ? buffer_take(text) : NULL;

    buffer_clear(text);
    return taken;
}

/* As much as a column holds; the weekday gives way to the clocks of nobody. */
static void
add_time(const struct calendar_import_row *row, struct local_time time,
         struct buffer *text)
{
    struct buffer when = { 0 };

    if (local_time_is_none(time))
        return;
    if (row->has_no_hours)
        when_format_date(time.date, WHEN_SHORT, &when);
    else
        when_format_local_time(time, &when);
    const char *shown = buffer_text(&when);
    const char *day = row->is_in_utc ? strchr(shown, ' ') : NULL;
    buffer_addf(text, "%s%s", day ? day + 1 : shown, row->is_in_utc ? " UTC" : "");
    buffer_clear(&when);
}

static struct listing_row
make_row(struct ui *ui, const struct calendar_import_row *row, size_t index)
{
    struct listing_row made = { .id = (int64_t)index + 1,
                                .key.number = (int64_t)index + 1,
                                .cells = memory_new(CELLS, sizeof(char *)) };
    struct buffer text = { 0 };

    made.cells[VERDICT_CELL] = memory_copy(import_verdicts[row->verdict].name);
    add_time(row, row->is_part ? row->part_start : row->meeting.start, &text);
    made.cells[START_CELL] = text_or_null(&text);
    made.cells[TITLE_CELL] = row->meeting.title ? memory_copy(row->meeting.title) : NULL;
    import_calendar_add_what(ui, row, &text);
    made.cells[WHAT_CELL] = text_or_null(&text);
    add_time(row, row->is_part ? row->part_end : row->meeting.end, &text);
    made.cells[END_CELL] = text_or_null(&text);
    made.cells[ZONE_CELL] =
        row->meeting.zone && !row->is_in_utc ? memory_copy(row->meeting.zone) : NULL;
    return made;
}

static size_t
row_count(const struct calendar_view *view)
{
    return view->import ? calendar_import_row_count(view->import) : 0;
}

/* The rows [first, end) of those that are found. */
static void
fill(struct ui *ui, const struct calendar_view *view, size_t first, size_t end,
     struct listing_page *page)
{
    *page = (struct listing_page){ .rows = memory_new(end - first + 1,
                                                      sizeof(struct listing_row)),
                                   .column_count = CELLS,
                                   .more_before = first > 0,
                                   .more_after = end < view->found.count };
    for (size_t i = first; i < end; i++) {
        const size_t row = view->found.rows[i];
        page->rows[page->count++] =
            make_row(ui, calendar_import_row(view->import, row), row);
    }
}

static bool
fetch(struct ui *ui, void *context, const struct listing_query *query,
      enum listing_direction direction, const struct listing_key *key, size_t count,
      struct listing_page *page, struct error *err)
{
    (void)err;
    struct calendar_view *view = context;
    import_calendar_find(&view->found, ui, view->import, query->search);
    const size_t all = view->found.count;
    const size_t row = key && key->number > 0 ? (size_t)key->number - 1 : 0;
    const size_t at = key ? import_calendar_found_at(&view->found, row) : 0;
    size_t first = 0;
    size_t end = all;

    if (direction == LISTING_FROM)
        first = at;
    else if (direction == LISTING_AFTER)
        first = at + (at < all && view->found.rows[at] == row);
    else if (direction == LISTING_BEFORE)
        end = at;
    if (direction == LISTING_LAST || direction == LISTING_BEFORE)
        first = end > count ? end - count : 0;
    else
        end = end - first > count ? first + count : end;
    fill(ui, view, first, end, page);
    return true;
}

static bool
locate(struct ui *ui, void *context, const struct listing_query *query, int64_t id,
       struct listing_key *key, struct error *err)
{
    (void)err;
    struct calendar_view *view = context;

    *key = (struct listing_key){ .number = id };
    import_calendar_find(&view->found, ui, view->import, query->search);
    if (id <= 0)
        return false;
    const size_t at = import_calendar_found_at(&view->found, (size_t)id - 1);
    return at < view->found.count && view->found.rows[at] == (size_t)id - 1;
}

static bool
count_rows(struct ui *ui, void *context, const struct listing_query *query, int64_t most,
           int64_t *count, struct error *err)
{
    (void)most;
    (void)err;
    struct calendar_view *view = context;

    import_calendar_find(&view->found, ui, view->import, query->search);
    *count = (int64_t)view->found.count;
    return true;
}

static const struct list_source source = { fetch, locate, count_rows };

/* Its word is marked; a whole row would shout. */
static enum style
look(const struct list *list, const struct listing_row *row, size_t column)
{
    const char *verdict = list_cell_of(list, row, "verdict");

    return column == VERDICT_CELL &&
                   (strcmp(verdict, import_verdicts[IMPORT_DOUBTFUL].name) == 0 ||
                    strcmp(verdict, import_verdicts[IMPORT_REFUSED].name) == 0)
               ? STYLE_WARNING
               : STYLE_PLAIN;
}

static char
sign(const struct list *list, const struct listing_row *row)
{
    const struct calendar_view *view = list->context;
    const size_t index = (size_t)row->id - 1;

    return index < row_count(view) &&
                   calendar_import_row(view->import, index)->warnings.length > 0
               ? '!'
               : '\0';
}

void
calendar_view_init(struct calendar_view *view)
{
    list_init_source(&view->list, &listing, &source, view);
    view->list.empty = _(
        "No event of the calendar takes place in that time; %K{calendar_import.choices} "
        "changes it.");
    view->list.look = look;
    view->list.sign = sign;
}

void
calendar_view_clear(struct calendar_view *view)
{
    list_clear(&view->list);
    import_calendar_found_clear(&view->found);
    calendar_import_free(view->import);
    free(view->path);
}

const struct calendar_import_row *
calendar_view_row(const struct calendar_view *view)
{
    const size_t id = (size_t)list_selected(&view->list);

    return id > 0 && id <= row_count(view) ? calendar_import_row(view->import, id - 1)
                                           : NULL;
}

size_t
calendar_view_index(const struct calendar_view *view)
{
    return (size_t)list_selected(&view->list) - 1;
}

bool
calendar_view_next_left_out(struct calendar_view *view)
{
    const struct calendar_found *found = &view->found;
    const size_t here =
        import_calendar_found_at(found, (size_t)list_selected(&view->list));

    for (size_t i = 0; i < found->count; i++) {
        const size_t row = found->rows[(here + i) % found->count];
        const enum import_verdict verdict =
            calendar_import_row(view->import, row)->verdict;
        if (verdict == IMPORT_DOUBTFUL || verdict == IMPORT_REFUSED) {
            list_select(&view->list, (int64_t)row + 1);
            return true;
        }
    }
    return false;
}

struct calendar_import_choice
calendar_view_choice(const struct calendar_view *view)
{
    struct calendar_import_choice choice = { 0 };

    if (view->import)
        choice = *calendar_import_choice(view->import);
    choice.group = view->group;
    return choice;
}

/* --- judging */

/* How many people find a seat, and where meetings are in each other's way: only doing it
 * tells. */
static void
rehearse(struct calendar_view *view, struct ui *ui)
{
    struct progress progress;

    progress_start(&progress, ui, _("Trying the calendar out"));
    view->rehearsed = calendar_import_rehearse(view->import, progress_step, &progress,
                                               &view->rehearsal, &view->refusal);
    progress_end(&progress);
}

/* Of rows that were judged. */
static void
show_judged(struct calendar_view *view, struct ui *ui)
{
    import_calendar_found_clear(&view->found);
    error_clear(&view->refusal);
    rehearse(view, ui);
    list_refresh(&view->list, ui);
}

bool
calendar_view_judge(struct calendar_view *view, struct ui *ui)
{
    struct error err = { 0 };

    view->rehearsed = false;
    import_calendar_found_clear(&view->found);
    if (!calendar_import_judge(view->import, NULL, NULL, &err))
        return ui_fail(ui, &err);
    show_judged(view, ui);
    return true;
}

/* Figures of other verdicts would mislead. */
bool
calendar_view_look_again(struct calendar_view *view, struct error *err)
{
    int64_t before[IMPORT_VERDICT_COUNT];
    int64_t after[IMPORT_VERDICT_COUNT];

    calendar_import_counts(view->import, before);
    import_calendar_found_clear(&view->found);
    const bool ok = calendar_import_judge(view->import, NULL, NULL, err);
    calendar_import_counts(view->import, after);
    if (memcmp(before, after, sizeof(before)) != 0)
        view->rehearsed = false;
    return ok;
}

/* A long one shows how far it is, and Esc stops it. */
static struct calendar_import *
open_judged(const struct calendar_view *view, struct ui *ui,
            const struct calendar_import_choice *choice, struct error *err)
{
    struct progress progress;
    progress_start(&progress, ui, _("Reading the file"));
    struct calendar_import *import = calendar_import_open_told(
        ui_atelier(ui), view->path, choice, progress_step, &progress, err);
    progress_end(&progress);
    if (!import)
        return NULL;
    progress_start(&progress, ui, _("Reading the rows"));
    const bool ok = calendar_import_judge(import, progress_step, &progress, err);
    progress_end(&progress);
    if (ok)
        return import;
    calendar_import_free(import);
    return NULL;
}

bool
calendar_view_open(struct calendar_view *view, struct ui *ui,
                   const struct calendar_import_choice *choice, struct error *err)
{
    struct calendar_import *import = open_judged(view, ui, choice, err);
    struct error ignored = { 0 };
    if (!import)
        return false;
    calendar_import_free(view->import);
    view->import = import;
    view->is_kept = calendar_draft_keep(import, &ignored) && calendar_draft_any(import);
    list_reset(&view->list);
    show_judged(view, ui);
    return true;
}

void
calendar_view_forget(struct calendar_view *view)
{
    struct error ignored = { 0 };

    (void)calendar_draft_drop(view->import, &ignored);
    view->is_kept = false;
}
