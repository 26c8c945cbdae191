/* SPDX-License-Identifier: GPL-3.0-or-later */
/* agenda_view.c - the chosen day of the calendar, the meetings around it, and the words
 * that narrow them
 */
#include "screen/agenda_view.h"

#include <stdlib.h>

#include "atelier/app/browse_agenda.h"
#include "atelier/base/language.h"
#include "atelier/base/text.h"
#include "atelier/domain/month_grid.h"
#include "hint_lines.h"
#include "screen/agenda_judge.h"
#include "screen/agenda_part.h"
#include "screen/agenda_plain.h"
#include "tab.h"

enum { YEAR_FIRST = 1970, YEAR_LAST = 2200 };

const enum screen_id agenda_tabs[] = { SCREEN_CALENDAR, SCREEN_AGENDA_WEEK,
                                       SCREEN_AGENDA_ROOMS, SCREEN_AGENDA, SCREEN_COUNT };

void
agenda_view_open(struct agenda_view *view, struct ui *ui, enum agenda_extent extent)
{
    const int64_t given = ui_first_row(ui);

    view->extent = extent;
    view->today = atelier_today(ui_atelier(ui));
    view->day = given != 0 ? date_from_days(given) : view->today;
    view->filter.most = LINE_EDIT_SEARCH;
    line_edit_set(&view->filter, ui_first_words(ui));
}

void
agenda_view_close(void *state)
{
    struct agenda_view *view = state;

    agenda_clear(&view->agenda);
    clash_days_clear(&view->days);
    line_edit_clear(&view->filter);
    free(view->moved_title);
    agenda_part_leave(view);
}

static void
set_extent(struct agenda_view *view)
{
    const struct month_grid grid = month_grid_of(view->day);

    switch (view->extent) {
    case AGENDA_MONTH:
        view->first = grid.first;
        view->last = month_grid_last(&grid);
        break;
    case AGENDA_WEEK:
        view->first = date_first_of_week(view->day);
        view->last = date_add_days(view->first, WEEK_DAYS - 1);
        break;
    case AGENDA_DAY:
        view->first = view->last = view->day;
        break;
    }
}

static bool
has_words(const struct agenda_view *view)
{
    return !text_is_blank(line_edit_text(&view->filter));
}

static struct agenda_wish
wish_of(const struct agenda_view *view)
{
    return (struct agenda_wish){ .first = view->first,
                                 .last = view->last,
                                 .with_workshops = view->extent != AGENDA_MONTH };
}

bool
agenda_view_reload(void *state, struct ui *ui, struct error *err)
{
    struct agenda_view *view = state;

    set_extent(view);
    view->stale = false;
    view->unjudged = true;
    view->judged_from = agenda_judge_from();
    view->today = atelier_today(ui_atelier(ui));
    clash_days_clear(&view->days);
    clash_days_init(&view->days, atelier_settings(ui_atelier(ui)));
    const struct agenda_wish wish = wish_of(view);
    if (!(has_words(view)
              ? browse_agenda_found(ui_atelier(ui), &wish, line_edit_text(&view->filter),
                                    &view->agenda, err)
              : browse_agenda(ui_atelier(ui), &wish, &view->agenda, err)))
        return false;
    return !view->read || view->read(state, ui, err);
}

int
agenda_view_tick_in(void *state)
{
    const struct agenda_view *view = state;

    return view->stale ? 0 : view->unjudged ? agenda_judge_in(view->judged_from) : -1;
}

/* A key that comes meanwhile cuts it off, and then it is tried again.  Who may not read
 * clashes sees none. */
static void
judge(struct agenda_view *view, struct ui *ui)
{
    const struct agenda_wish wish = wish_of(view);
    struct error err = { 0 };

    ui_hurry(ui, true);
    const bool ok = browse_agenda_clashes(ui_atelier(ui), &wish, &view->agenda, &err);
    ui_hurry(ui, false);
    view->unjudged = !ok && err.kind == ERROR_CANCELLED;
    view->judged_from = agenda_judge_from();
    error_clear(&err);
}

static void
read_again(void *state, struct ui *ui)
{
    struct error err = { 0 };

    if (!agenda_view_reload(state, ui, &err))
        ui_fail(ui, &err);
}

void
agenda_view_tick(void *state, struct ui *ui)
{
    struct agenda_view *view = state;

    if (view->stale)
        read_again(state, ui);
    else
        judge(view, ui);
}

void
agenda_view_go(void *state, struct ui *ui, struct date day)
{
    struct agenda_view *view = state;
    const struct date was = view->day;

    if (day.year < YEAR_FIRST || day.year > YEAR_LAST)
        return;
    view->day = day;
    if (date_compare(day, view->first) < 0 || date_compare(day, view->last) > 0 ||
        (view->extent == AGENDA_MONTH && day.month != was.month))
        read_again(state, ui);
}

void
agenda_view_add_info(void *state, struct ui *ui, struct buffer *buffer)
{
    const struct agenda_view *view = state;
    const size_t count = agenda_count_meetings(&view->agenda);
    const size_t people = agenda_count_of_people(&view->agenda);

    (void)ui;
    if (!has_words(view))
        return;
    buffer_addf(buffer, ngettext("%zu found", "%zu found", count), count);
    if (people > 0)
        /* TRANSLATORS: behind "8 found": meetings that a person on them is found for */
        buffer_addf(
            buffer,
            ngettext(", %zu by a person on it", ", %zu by people on them", people),
            people);
}

bool
agenda_view_moves(const void *state)
{
    const struct agenda_view *view = state;

    return view->moved != 0 || view->part;
}

const struct action *
agenda_view_while_typing(const void *state)
{
    const struct agenda_view *view = state;

    return view->filtering ? hint_lines_of_meetings() : NULL;
}

static bool
type_words(struct agenda_view *view, const struct key *key)
{
    bool changed = false;

    if (key_is(key, "Esc")) {
        view->filtering = false;
        view->stale = view->stale || has_words(view);
        line_edit_set(&view->filter, "");
    } else if (key_is(key, "Enter Tab")) {
        view->filtering = false;
    } else if (!line_edit_key(&view->filter, key, &changed)) {
        view->filtering = false;
        return false;
    }
    view->stale = view->stale || changed;
    return true;
}

bool
agenda_view_key(void *state, struct ui *ui, const struct key *key)
{
    struct agenda_view *view = state;

    if (view->filtering && !key_is(key, "Up Down PgUp PgDn") && type_words(view, key))
        return true;
    view->filtering = false;
    if (view->stale) /* the key is meant for what the words leave */
        read_again(state, ui);
    if (key_is(key, "Esc") && agenda_view_moves(view)) {
        view->moved = 0;
        if (view->part)
            agenda_view_go(state, ui, agenda_part_back(view));
        agenda_part_leave(view);
        return true;
    }
    if (!key_is(key, "Esc") || !has_words(view))
        return false;
    return type_words(view, key);
}

struct area
agenda_view_draw(void *state, struct ui *ui, struct area area)
{
    struct agenda_view *view = state;
    const char *label = _("Search:");
    const int width = (int)text_width(label);
    const int column = tab_draw(ui, area.top, area.left, area.columns);
    const int rest = area.left + area.columns - column;
    struct area below = { area.top + 1, area.left, area.rows - 1, area.columns };

    paint_fill(area.top, column, rest, STYLE_PLAIN);
    if (paint_is_plain()) {
        agenda_plain_draw(view, ui, below);
        below.rows = 0;
    }
    if (!view->filtering && !has_words(view))
        return below;
    paint_text(area.top, column + 2, width, STYLE_STRONG, label);
    line_edit_draw(&view->filter, area.top, column + width + 3, rest - width - 4,
                   view->filtering);
    return below;
}
