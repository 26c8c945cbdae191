/* SPDX-License-Identifier: GPL-3.0-or-later */
/* agenda_month.c - the calendar's first view: a month, its weeks as rows, and what is
 * on the chosen day below
 */
#include "atelier/base/language.h"
#include "atelier/base/text.h"
#include "atelier/domain/day_off.h"
#include "atelier/domain/month_grid.h"
#include "atelier/domain/when.h"
#include "screen/agenda_chosen.h"
#include "screen/agenda_entry.h"
#include "screen/agenda_view.h"
#include "screen/agenda_words.h"

enum {
    WEEK_COLUMNS = 3, /* "11 " */
    WIDE_CELL = 16,   /* from which a sign has a blank behind it */
    TITLE_LEAST = 5,  /* a shorter piece of a title says nothing */
    SPARE_ROWS = 1,   /* for the chosen day, where there is room */
    OFF_LEAST = 2     /* fewer columns say nothing of a holiday */
};

struct month {
    struct agenda_view view;
};

static bool
month_open(void *state, struct ui *ui, int64_t id, struct error *err)
{
    struct month *month = state;

    (void)id;
    (void)err;
    agenda_view_open(&month->view, ui, AGENDA_MONTH);
    return true;
}

static void
month_add_title(void *state, struct ui *ui, struct buffer *buffer)
{
    const struct month *month = state;

    (void)ui;
    buffer_addf(buffer, "%s · ", _("Calendar"));
    when_format_month(month->view.day, buffer);
}

/* Where a weekday's column begins; that of the eighth is the end. */
static int
column_of(struct area area, int weekday)
{
    return area.left + WEEK_COLUMNS + (area.columns - WEEK_COLUMNS) * weekday / WEEK_DAYS;
}

static void
draw_heads(struct area area)
{
    paint_text(area.top, area.left, WEEK_COLUMNS, STYLE_HEAD, _("Wk"));
    for (int i = 0; i < WEEK_DAYS; i++)
        paint_format(area.top, column_of(area, i),
                     column_of(area, i + 1) - column_of(area, i), STYLE_HEAD, " %s",
                     when_weekday(i + 1));
}

/* ">16", "[16]" today, "1/3" where a month begins. */
static void
add_number(const struct agenda_view *view, struct date day, struct buffer *text)
{
    const bool today = date_compare(day, view->today) == 0;

    buffer_add(text, date_compare(day, view->day) == 0 ? ">" : today ? "" : " ");
    buffer_addf(text, today ? "[%d" : "%d", day.day);
    if (day.day == 1)
        buffer_addf(text, "/%d", day.month);
    buffer_add(text, today ? "]" : "");
}

/* Paints as much of what the day is as there are columns for. */
static void
draw_off(const char *off, enum style style, struct area area)
{
    const int wanted = (int)text_width(off);

    if (area.columns >= OFF_LEAST)
        paint_text(area.top, area.left, wanted < area.columns ? wanted : area.columns,
                   style, off);
}

/* The number, behind it what the day is, and at the end how many there are besides those
 * that are named. */
static void
draw_number(const struct agenda_view *view, struct date day, struct area cell,
            size_t more, const char *off)
{
    const bool chosen = date_compare(day, view->day) == 0;
    const bool today = date_compare(day, view->today) == 0;
    const enum style style = chosen                         ? STYLE_BAR
                             : day.month != view->day.month ? STYLE_QUIET
                             : today                        ? STYLE_STRONG
                                                            : STYLE_PLAIN;
    struct buffer text = { 0 };
    const int width = cell.columns - 1;
    int columns = 0;

    add_number(view, day, &text);
    const int left = (int)text_width(buffer_text(&text)) + 1;
    paint_text(cell.top, cell.left, width, style, buffer_text(&text));
    paint_fill(cell.top, cell.left + width, 1, STYLE_PLAIN);
    if (more > 0) {
        buffer_reset(&text);
        buffer_addf(&text, "+%zu", more);
        columns = (int)text_width(buffer_text(&text));
        paint_text(cell.top, cell.left + width - columns, columns, style,
                   buffer_text(&text));
        columns++;
    }
    draw_off(off, chosen ? STYLE_BAR : STYLE_QUIET,
             (struct area){ cell.top, cell.left + left, 1, width - left - columns });
    if (chosen)
        paint_cursor(cell.top, cell.left);
    buffer_clear(&text);
}

/* Whether what the day is has a row of its own: one that no meeting needs, where it would
 * be cut beside the number. */
static bool
has_own_row(const char *off, struct area cell, size_t count)
{
    enum { NUMBER = 5 }; /* ">16 ", and the blank behind the cell */

    return *off && (int)text_width(off) > cell.columns - NUMBER &&
           count + 1 < (size_t)cell.rows;
}

/* Its state or its clash, in so many columns; "" where that would cut the words of a
 * meeting that is as most are. */
static void
add_sign(const struct agenda_entry *entry, int words, int columns, struct buffer *sign)
{
    agenda_entry_add_sign(entry, sign);
    if (columns < WIDE_CELL && sign->length > 0)
        sign->text[--sign->length] = '\0';
    if (!entry->has_clash && entry->state == MEETING_CONFIRMED && words == columns - 1)
        buffer_reset(sign);
}

/* "09:30 MOB Parking", in so many columns: a piece of a title that says nothing is left
 * out, where it cannot go on below. */
static void
add_words(const struct agenda_entry *entry, struct date day, int columns,
          struct buffer *sign, struct buffer *text)
{
    if (date_compare(entry->start.date, day) == 0)
        buffer_addf(text, "%02d:%02d ", entry->start.hour, entry->start.minute);
    else
        agenda_entry_add_hours(entry, day, text);
    buffer_add(text, entry->group ? entry->group : entry->title);
    const int words = (int)text_width(buffer_text(text));
    add_sign(entry, words, columns, sign);
    const int before = (int)text_width(buffer_text(sign));
    if (entry->group &&
        (columns >= WIDE_CELL || words + TITLE_LEAST < columns - 1 - before))
        buffer_addf(text, " %s", entry->title);
}

/* Returns how many rows of the area it took. */
static int
draw_entry(const struct agenda_entry *entry, struct date day, struct area area)
{
    struct buffer sign = { 0 }, text = { 0 };

    add_words(entry, day, area.columns, &sign, &text);
    const int before = (int)text_width(buffer_text(&sign));
    struct area words = { area.top, area.left + before, 1, area.columns - 1 - before };
    if (area.columns >= WIDE_CELL && area.rows > 1) {
        const int lines = agenda_paint_words((struct area){ .columns = words.columns },
                                             buffer_text(&text));
        words.rows = lines < area.rows ? lines : area.rows;
    }
    for (int i = 0; i < words.rows; i++)
        paint_fill(area.top + i, area.left, area.columns, STYLE_PLAIN);
    paint_text(area.top, area.left, before, agenda_entry_style(entry),
               buffer_text(&sign));
    if (words.rows > 1)
        (void)agenda_paint_words(words, buffer_text(&text));
    else
        paint_text(words.top, words.left, words.columns, STYLE_PLAIN, buffer_text(&text));
    buffer_clear(&sign);
    buffer_clear(&text);
    return words.rows;
}

/* Rows that no entry needs are for titles that are longer than one. */
static void
draw_day(const struct agenda_view *view, struct date day, struct area cell)
{
    const size_t count = agenda_count_on(&view->agenda, day);
    const int lines = cell.rows - 1;
    const int named = count < (size_t)lines ? (int)count : lines;
    size_t entry = agenda_next_on(&view->agenda, day, 0);
    struct buffer off = { 0 };
    int taken = 0;

    (void)day_off_add_short(&view->days, day, &off);
    const bool own_row = has_own_row(buffer_text(&off), cell, count);
    draw_number(view, day, cell, count - (size_t)named, own_row ? "" : buffer_text(&off));
    if (own_row) {
        taken = 1;
        paint_fill(cell.top + 1, cell.left, cell.columns, STYLE_PLAIN);
        draw_off(buffer_text(&off), STYLE_QUIET,
                 (struct area){ cell.top + 1, cell.left + 1, 1, cell.columns - 2 });
    }
    buffer_clear(&off);
    for (int i = 0; i < named; i++) {
        const struct area left = { cell.top + 1 + taken, cell.left,
                                   lines - taken - (named - 1 - i), cell.columns };
        taken += draw_entry(&view->agenda.items[entry], day, left);
        entry = agenda_next_on(&view->agenda, day, entry + 1);
    }
    for (; taken < lines; taken++)
        paint_fill(cell.top + 1 + taken, cell.left, cell.columns, STYLE_PLAIN);
}

static void
draw_week(const struct agenda_view *view, struct date first, struct area area)
{
    paint_clear((struct area){ area.top, area.left, area.rows, WEEK_COLUMNS });
    paint_format(area.top, area.left, WEEK_COLUMNS, STYLE_QUIET, "%02d",
                 date_iso_week(first));
    for (int i = 0; i < WEEK_DAYS; i++) {
        const struct area cell = { area.top, column_of(area, i), area.rows,
                                   column_of(area, i + 1) - column_of(area, i) };
        draw_day(view, date_add_days(first, i), cell);
    }
}

static void
month_draw(void *state, struct ui *ui, struct area area, bool fresh)
{
    struct month *month = state;
    const struct agenda_view *view = &month->view;
    const struct month_grid grid = month_grid_of(view->day);
    int heights[MONTH_GRID_WEEKS];

    (void)fresh;
    const struct area head = { area.top, area.left, 1, area.columns };
    area = agenda_view_draw(state, ui, area);
    if (area.rows <= 0)
        return;
    draw_heads(area);
    area.top++;
    area.rows--;
    month_grid_share(&grid, area.rows, SPARE_ROWS, heights);
    for (int i = 0; i < grid.weeks; i++) {
        area.rows -= heights[i];
        draw_week(view, date_add_days(grid.first, (int64_t)i * WEEK_DAYS),
                  (struct area){ area.top, area.left, heights[i], area.columns });
        area.top += heights[i];
    }
    agenda_draw_chosen(view, ui, agenda_next_on(&view->agenda, view->day, 0), area);
    if (view->filtering) /* last: while typing, the cursor belongs to it */
        (void)agenda_view_draw(state, ui, head);
}

static bool
month_key(void *state, struct ui *ui, const struct key *key)
{
    const struct agenda_view *view = state;
    const struct date day = view->day;

    if (agenda_view_key(state, ui, key))
        return true;
    if (key_is(key, "Left"))
        agenda_view_go(state, ui, date_add_days(day, -1));
    else if (key_is(key, "Right"))
        agenda_view_go(state, ui, date_add_days(day, 1));
    else if (key_is(key, "Up") || key->press == PRESS_WHEEL_UP)
        agenda_view_go(state, ui, date_add_days(day, -WEEK_DAYS));
    else if (key_is(key, "Down") || key->press == PRESS_WHEEL_DOWN)
        agenda_view_go(state, ui, date_add_days(day, WEEK_DAYS));
    else if (key_is(key, "PgUp"))
        agenda_view_go(state, ui, date_add_months(day, -1));
    else if (key_is(key, "PgDn"))
        agenda_view_go(state, ui, date_add_months(day, 1));
    else if (key_is(key, "Home"))
        agenda_view_go(state, ui, date_first_of_week(day));
    else if (key_is(key, "End"))
        agenda_view_go(state, ui, date_add_days(date_first_of_week(day), WEEK_DAYS - 1));
    else
        return false;
    return true;
}

static const struct action actions[] = { AGENDA_ACTIONS, ACTION_END };

const struct screen calendar_screen = {
    .name = "calendar",
    .title = N_("Calendar"),
    .side = N_("Month"),
    .size = sizeof(struct month),
    .open = month_open,
    .draw = month_draw,
    .key = month_key,
    .add_title = month_add_title,
    .add_info = agenda_view_add_info,
    .actions = actions,
    .close = agenda_view_close,
    AGENDA_VIEW,
};
