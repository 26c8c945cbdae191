/* SPDX-License-Identifier: GPL-3.0-or-later */
/* agenda_week.c - a week of the calendar: hours down, days across, meetings as blocks as
 * long as they last
 */
#include "atelier/base/language.h"
#include "atelier/domain/day_off.h"
#include "atelier/domain/when.h"
#include "screen/agenda_block.h"
#include "screen/agenda_chosen.h"
#include "screen/agenda_part.h"

enum { HOUR = 60 };

struct week {
    struct agenda_view view;
    struct day_blocks blocks[WEEK_DAYS];
    struct day_blocks walks[WEEK_DAYS]; /* workshops too */
    int64_t meeting;  /* of the chosen block, 0: that which is nearest to the minute */
    int64_t workshop; /* the same; 0: the meeting itself */
    int minute;
};

static bool
lay_blocks(void *state, struct ui *ui, struct error *err)
{
    struct week *week = state;

    (void)ui;
    (void)err;
    for (int i = 0; i < WEEK_DAYS; i++) {
        const struct date day = date_add_days(week->view.first, i);

        day_blocks_fill(&week->blocks[i], &week->view.agenda, day, AGENDA_ROOMS);
        day_blocks_walk(&week->walks[i], &week->view.agenda, day, AGENDA_ROOMS);
    }
    return true;
}

static void
week_close(void *state)
{
    struct week *week = state;

    for (int i = 0; i < WEEK_DAYS; i++) {
        day_blocks_clear(&week->blocks[i]);
        day_blocks_clear(&week->walks[i]);
    }
    agenda_view_close(state);
}

static const struct day_blocks *
walk_of_day(const struct week *week)
{
    return &week->walks[date_weekday(week->view.day) - 1];
}

static int
distance(int a, int b)
{
    return a < b ? b - a : a - b;
}

/* Where the keys are among the blocks of the day; their count: there is none.  A workshop
 * is only chosen by Up and Down. */
static size_t
chosen_block(const struct week *week)
{
    const struct day_blocks *walk = walk_of_day(week);
    size_t nearest = 0;

    for (size_t i = 0; i < walk->count; i++) {
        const struct agenda_entry *entry = &week->view.agenda.items[walk->items[i].entry];

        if (entry->row.id == week->meeting && entry->workshop == week->workshop)
            return i;
        if (entry->workshop == 0 && distance(walk->items[i].from, week->minute) <
                                        distance(walk->items[nearest].from, week->minute))
            nearest = i;
    }
    return nearest;
}

static size_t
week_chosen(const void *state)
{
    const struct week *week = state;
    const struct day_blocks *walk = walk_of_day(week);

    return walk->count == 0 ? week->view.agenda.count
                            : walk->items[chosen_block(week)].entry;
}

static bool
week_open(void *state, struct ui *ui, int64_t id, struct error *err)
{
    struct week *week = state;

    (void)id;
    (void)err;
    agenda_view_open(&week->view, ui, AGENDA_WEEK);
    week->view.read = lay_blocks;
    week->view.chosen = week_chosen;
    return true;
}

static void
week_add_title(void *state, struct ui *ui, struct buffer *buffer)
{
    const struct week *week = state;

    (void)ui;
    buffer_addf(buffer, "%s · ", _("Calendar"));
    buffer_addf(buffer, _("week %d"), date_iso_week(week->view.day));
    buffer_add(buffer, " · ");
    when_format_month(week->view.day, buffer);
}

/* Where a weekday's column begins; that of the eighth is the end. */
static int
column_of(struct area area, int weekday)
{
    const int columns = area.columns - AGENDA_HOUR_COLUMNS;

    return area.left + AGENDA_HOUR_COLUMNS + columns * weekday / WEEK_DAYS;
}

/* ">Tue 2", "[Tue 2]" today. */
static void
draw_heads(const struct week *week, struct area area)
{
    paint_fill(area.top, area.left, AGENDA_HOUR_COLUMNS, STYLE_HEAD);
    for (int i = 0; i < WEEK_DAYS; i++) {
        const struct date day = date_add_days(week->view.first, i);
        const int column = column_of(area, i);
        const bool chosen = date_compare(day, week->view.day) == 0;
        const bool today = date_compare(day, week->view.today) == 0;

        paint_format(area.top, column, column_of(area, i + 1) - column,
                     chosen ? STYLE_BAR : STYLE_HEAD, "%s%s%s %d%s",
                     chosen  ? ">"
                     : today ? ""
                             : " ",
                     today ? "[" : "", when_weekday(i + 1), day.day, today ? "]" : "");
        if (chosen)
            paint_cursor(area.top, column);
    }
}

/* What the days are, where one of them is a holiday or the office closed; returns how
 * many rows that takes. */
static int
draw_offs(const struct week *week, struct area area)
{
    struct buffer text = { 0 };

    if (!day_off_any(&week->view.days, week->view.first, week->view.last))
        return 0;
    paint_fill(area.top, area.left, area.columns, STYLE_PLAIN);
    for (int i = 0; i < WEEK_DAYS; i++) {
        const int column = column_of(area, i);

        buffer_reset(&text);
        if (day_off_add_short(&week->view.days, date_add_days(week->view.first, i),
                              &text))
            paint_text(area.top, column + 1, column_of(area, i + 1) - column - 2,
                       STYLE_QUIET, buffer_text(&text));
    }
    buffer_clear(&text);
    return 1;
}

/* Where a workshop that moves would be: ">14:00–16:00". */
static void
draw_place(const struct programme_place *place, const struct day_hours *hours,
           struct area column)
{
    const int row = day_hours_row(hours, place->start.hour * HOUR + place->start.minute);

    if (row >= column.rows)
        return;
    paint_format(column.top + row, column.left, column.columns, STYLE_BAR,
                 ">%02d:%02d–%02d:%02d", place->start.hour, place->start.minute,
                 place->end.hour, place->end.minute);
    paint_cursor(column.top + row, column.left);
}

/* Returns how many rows of the area the hours leave at its end. */
static int
draw_days(const struct week *week, struct area area)
{
    int earliest = DAY_MINUTES, latest = 0;

    for (int i = 0; i < WEEK_DAYS; i++)
        day_blocks_widen(&week->blocks[i], &earliest, &latest);
    const struct day_hours hours = day_hours_fit(earliest, latest, area.rows);
    const struct programme_place *place = agenda_part_place(&week->view);
    agenda_draw_hours(&hours, area);
    for (int i = 0; i < WEEK_DAYS; i++) {
        const struct date day = date_add_days(week->view.first, i);
        const int column = column_of(area, i);
        const bool chosen = date_compare(day, week->view.day) == 0;

        const struct agenda_blocks view = { &week->view.agenda, day, AGENDA_ROOMS,
                                            &hours };
        agenda_draw_blocks(
            &view, &week->blocks[i],
            (struct area){ area.top, column, area.rows, column_of(area, i + 1) - column },
            chosen && !place ? week_chosen(week) : week->view.agenda.count);
        if (chosen && place)
            draw_place(place, &hours,
                       (struct area){ area.top, column, area.rows,
                                      column_of(area, i + 1) - column - 1 });
    }
    return area.rows > hours.rows ? area.rows - hours.rows : 0;
}

static void
week_draw(void *state, struct ui *ui, struct area area, bool fresh)
{
    const struct week *week = state;
    const struct area head = { area.top, area.left, 1, area.columns };

    (void)fresh;
    area = agenda_view_draw(state, ui, area);
    if (area.rows <= 0)
        return;
    draw_heads(week, area);
    const int heads =
        1 + draw_offs(week, (struct area){ area.top + 1, area.left, 1, area.columns });
    const int rest =
        draw_days(week, (struct area){ area.top + heads, area.left, area.rows - heads - 1,
                                       area.columns });
    agenda_draw_chosen(&week->view, ui, week_chosen(state),
                       agenda_chosen_area(area, rest + 1));
    if (week->view.filtering) /* last: while typing, the cursor belongs to it */
        (void)agenda_view_draw(state, ui, head);
}

/* A workshop that moves goes by days and slots. */
static bool
move_part(struct week *week, struct ui *ui, const struct key *key)
{
    int days = 0, steps = 0;

    if (key_is(key, "Left Right"))
        days = key_is(key, "Left") ? -1 : 1;
    else if (key_is(key, "Up Down"))
        steps = key_is(key, "Up") ? -1 : 1;
    else if (key_is(key, "PgUp PgDn Home End"))
        days = key_is(key, "PgUp Home") ? -WEEK_DAYS : WEEK_DAYS;
    else
        return false;
    agenda_view_go(week, ui, agenda_part_step(&week->view, ui, days, steps));
    return true;
}

static void
go(struct week *week, struct ui *ui, int days)
{
    week->meeting = week->workshop = 0;
    agenda_view_go(week, ui, date_add_days(week->view.day, days));
}

/* To another block of the day, if there is one further. */
static void
step_block(struct week *week, int step)
{
    const struct day_blocks *walk = walk_of_day(week);
    const size_t at = chosen_block(week);

    if (walk->count == 0 || (step < 0 ? at == 0 : at + 1 >= walk->count))
        return;
    const struct day_block *block = &walk->items[step < 0 ? at - 1 : at + 1];
    week->meeting = week->view.agenda.items[block->entry].row.id;
    week->workshop = week->view.agenda.items[block->entry].workshop;
    week->minute = block->from;
}

static bool
week_key(void *state, struct ui *ui, const struct key *key)
{
    struct week *week = state;

    if (agenda_view_key(state, ui, key) || (week->view.part && move_part(week, ui, key)))
        return true;
    if (key_is(key, "Left"))
        go(week, ui, -1);
    else if (key_is(key, "Right"))
        go(week, ui, 1);
    else if (key_is(key, "Up") || key->press == PRESS_WHEEL_UP)
        step_block(week, -1);
    else if (key_is(key, "Down") || key->press == PRESS_WHEEL_DOWN)
        step_block(week, 1);
    else if (key_is(key, "PgUp"))
        go(week, ui, -WEEK_DAYS);
    else if (key_is(key, "PgDn"))
        go(week, ui, WEEK_DAYS);
    else if (key_is(key, "Home"))
        go(week, ui, 1 - date_weekday(week->view.day));
    else if (key_is(key, "End"))
        go(week, ui, WEEK_DAYS - date_weekday(week->view.day));
    else
        return false;
    return true;
}

static const struct action actions[] = { AGENDA_ACTIONS, ACTION_END };

const struct screen agenda_week_screen = {
    .name = "agenda_week",
    .title = N_("Calendar"),
    .side = N_("Week"),
    .size = sizeof(struct week),
    .open = week_open,
    .draw = week_draw,
    .key = week_key,
    .add_title = week_add_title,
    .add_info = agenda_view_add_info,
    .actions = actions,
    .close = week_close,
    AGENDA_VIEW,
};
