/* SPDX-License-Identifier: GPL-3.0-or-later */
/* agenda_rooms.c - a day of the calendar: hours down, rooms across, so that one sees
 * which are free
 */
#include <stdlib.h>

#include "atelier/app/browse.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/domain/day_off.h"
#include "atelier/domain/when.h"
#include "screen/agenda_block.h"
#include "screen/agenda_chosen.h"
#include "screen/agenda_part.h"
#include "terminal/terminal.h"

enum {
    ROOMS_MOST = 200,
    ROOM_COLUMNS = 14,
    HOUR = 60,
    FIRST_MINUTE = 9 * HOUR,
    NOT_YET = -1 /* an hour is chosen */
};

struct room_column {
    int64_t room; /* 0: none of ours, what is remote or at a place in words */
    char *name;
    int64_t seats;
    struct day_blocks blocks;
};

struct rooms {
    struct agenda_view view;
    struct room_column columns[ROOMS_MOST + 1];
    size_t count;
    size_t chosen;          /* column */
    size_t left, shown;     /* the first that is painted, and how many are */
    struct day_hours hours; /* as they were painted last */
    int minute;             /* chosen: where a row of the hours begins */
};

static void
forget_rooms(struct rooms *rooms)
{
    for (size_t i = 0; i < rooms->count; i++) {
        free(rooms->columns[i].name);
        day_blocks_clear(&rooms->columns[i].blocks);
    }
    rooms->count = 0;
}

static void
add_room(struct rooms *rooms, int64_t room, const char *name, const char *seats)
{
    enum { DECIMAL = 10 };
    struct room_column *column = &rooms->columns[rooms->count++];

    *column = (struct room_column){ .room = room,
                                    .name = memory_copy(name),
                                    .seats = seats ? strtoll(seats, NULL, DECIMAL)
                                                   : NUMBER_NONE };
    day_blocks_fill(&column->blocks, &rooms->view.agenda, rooms->view.day, room);
}

/* Where the day begins; one with nothing as offices do. */
static void
choose_first(struct rooms *rooms)
{
    rooms->minute = DAY_MINUTES;
    for (size_t i = 0; i < rooms->count; i++) {
        int earliest = rooms->minute, latest = 0;

        day_blocks_widen(&rooms->columns[i].blocks, &earliest, &latest);
        if (earliest < rooms->minute)
            rooms->chosen = i;
        rooms->minute = earliest;
    }
    if (rooms->minute == DAY_MINUTES)
        rooms->minute = FIRST_MINUTE;
}

/* All rooms, and one column more for what is in none of them, where there is such. */
static bool
read_rooms(void *state, struct ui *ui, struct error *err)
{
    enum { NAME = 2, SEATS };
    struct rooms *rooms = state;
    struct listing_page page = { 0 };
    const struct listing_query query = { .kind = LISTING_ROOM };

    if (!listing_fetch(ui_atelier(ui), &query, LISTING_FIRST, NULL, ROOMS_MOST, &page,
                       err))
        return false;
    forget_rooms(rooms);
    for (size_t i = 0; i < page.count; i++)
        add_room(rooms, page.rows[i].id, page.rows[i].cells[NAME],
                 page.rows[i].cells[SEATS]);
    add_room(rooms, 0, _("elsewhere"), NULL);
    if (rooms->count > 1 && rooms->columns[rooms->count - 1].blocks.count == 0)
        free(rooms->columns[--rooms->count].name);
    if (rooms->chosen >= rooms->count)
        rooms->chosen = rooms->count - 1;
    if (rooms->minute == NOT_YET)
        choose_first(rooms);
    listing_page_clear(&page);
    return true;
}

/* The entry at the chosen hour of the chosen room, of a meeting the workshop that is
 * there then; the agenda's count: none. */
static size_t
rooms_chosen(const void *state)
{
    const struct rooms *rooms = state;
    const struct room_column *column = &rooms->columns[rooms->chosen];
    const size_t none = rooms->view.agenda.count;
    const int to = rooms->minute + rooms->hours.step;
    struct day_blocks within = { 0 };

    const size_t whole = day_blocks_at(&column->blocks, rooms->minute, to, none);
    if (whole == none)
        return none;
    day_blocks_fill_within(&within, &rooms->view.agenda, rooms->view.day, column->room,
                           whole);
    const size_t entry = day_blocks_at(&within, rooms->minute, to, whole);
    day_blocks_clear(&within);
    return entry;
}

static int
minute_of_day(struct local_time time)
{
    return time.hour * HOUR + time.minute;
}

/* What moves keeps its minutes while the bar is on the row in which it begins. */
static int
chosen_minute(const struct rooms *rooms)
{
    const int own = minute_of_day(rooms->view.moved_from);
    const bool keeps = rooms->view.moved != 0 && own >= rooms->minute &&
                       own < rooms->minute + rooms->hours.step;

    return keeps ? own : rooms->minute;
}

static void
rooms_fill(const void *state, struct meeting *meeting)
{
    const struct rooms *rooms = state;
    const int minute = chosen_minute(rooms);

    meeting->start.hour = minute / HOUR;
    meeting->start.minute = minute % HOUR;
    meeting->room = rooms->columns[rooms->chosen].room;
}

/* On the row of that minute, once it is drawn. */
static void
rooms_stand(void *state, struct local_time start)
{
    struct rooms *rooms = state;

    rooms->minute = minute_of_day(start);
}

static bool
rooms_open(void *state, struct ui *ui, int64_t id, struct error *err)
{
    struct rooms *rooms = state;

    (void)id;
    (void)err;
    agenda_view_open(&rooms->view, ui, AGENDA_DAY);
    rooms->view.read = read_rooms;
    rooms->view.chosen = rooms_chosen;
    rooms->view.fill = rooms_fill;
    rooms->view.stand = rooms_stand;
    rooms->minute = NOT_YET;
    rooms->hours.step = HOUR;
    return true;
}

static void
rooms_close(void *state)
{
    forget_rooms(state);
    agenda_view_close(state);
}

static void
rooms_add_title(void *state, struct ui *ui, struct buffer *buffer)
{
    const struct rooms *rooms = state;
    struct buffer off = { 0 };

    (void)ui;
    buffer_addf(buffer, "%s · ", _("Calendar"));
    when_format_date(rooms->view.day, WHEN_LONG, buffer);
    if (day_off_add(&rooms->view.days, rooms->view.day, &off))
        buffer_addf(buffer, " · %s", buffer_text(&off));
    buffer_clear(&off);
}

static void
draw_column(const struct rooms *rooms, size_t index, struct area area)
{
    const struct room_column *column = &rooms->columns[index];
    const bool chosen = index == rooms->chosen;
    const size_t none = rooms->view.agenda.count;
    const size_t entry = chosen && !rooms->view.part ? rooms_chosen(rooms) : none;
    const struct area hours = { area.top + 1, area.left, area.rows - 1, area.columns };

    paint_format(area.top, area.left, area.columns, STYLE_HEAD, "%s%s",
                 chosen ? ">" : " ", column->name);
    const struct agenda_blocks view = { &rooms->view.agenda, rooms->view.day,
                                        column->room, &rooms->hours };
    agenda_draw_blocks(&view, &column->blocks, hours, entry);
    if (!chosen || entry < none)
        return;
    const int row = hours.top + day_hours_row(&rooms->hours, rooms->minute);
    const int minute = chosen_minute(rooms);
    paint_format(row, hours.left, hours.columns - 1, STYLE_BAR, ">%02d:%02d",
                 minute / HOUR, minute % HOUR);
    paint_cursor(row, hours.left);
}

/* How many rooms have a column in so many columns of the screen. */
static size_t
rooms_that_fit(int columns)
{
    columns -= AGENDA_HOUR_COLUMNS;
    return columns > 2 * ROOM_COLUMNS ? (size_t)columns / ROOM_COLUMNS : 1;
}

/* As many columns as fit, the chosen one among them. */
static void
choose_columns(struct rooms *rooms, int columns)
{
    const size_t fit = rooms_that_fit(columns);

    rooms->shown = rooms->count < fit ? rooms->count : fit;
    if (rooms->left > rooms->chosen)
        rooms->left = rooms->chosen;
    if (rooms->chosen >= rooms->left + rooms->shown)
        rooms->left = rooms->chosen - rooms->shown + 1;
    if (rooms->left + rooms->shown > rooms->count)
        rooms->left = rooms->count - rooms->shown;
}

/* The chosen hour stays on a row where the hours have changed. */
static void
choose_hours(struct rooms *rooms, int rows)
{
    int earliest = DAY_MINUTES, latest = 0;

    for (size_t i = 0; i < rooms->count; i++)
        day_blocks_widen(&rooms->columns[i].blocks, &earliest, &latest);
    rooms->hours = day_hours_fit(earliest, latest, rows);
    int row = day_hours_row(&rooms->hours, rooms->minute);
    if (row >= rooms->hours.rows)
        row = rooms->hours.rows - 1;
    rooms->minute = rooms->hours.from + row * rooms->hours.step;
}

static void
draw_columns(const struct rooms *rooms, struct area area)
{
    const int width = area.columns - AGENDA_HOUR_COLUMNS;
    const int left = area.left + AGENDA_HOUR_COLUMNS;
    const int count = (int)rooms->shown;

    agenda_draw_hours(&rooms->hours, (struct area){ area.top + 1, area.left,
                                                    area.rows - 1, area.columns });
    paint_fill(area.top, area.left, AGENDA_HOUR_COLUMNS, STYLE_HEAD);
    for (int i = 0; i < count; i++) {
        const int column = left + width * i / count;
        const int end = left + width * (i + 1) / count;

        draw_column(rooms, rooms->left + (size_t)i,
                    (struct area){ area.top, column, area.rows, end - column });
    }
}

/* The bar goes to where a workshop that moves would be. */
static void
follow_part(struct rooms *rooms)
{
    const struct programme_place *place = agenda_part_place(&rooms->view);
    size_t i = 0;

    if (!place)
        return;
    rooms->minute = minute_of_day(place->start);
    while (i < rooms->count && rooms->columns[i].room != place->room)
        i++;
    if (i < rooms->count)
        rooms->chosen = i;
}

static void
rooms_draw(void *state, struct ui *ui, struct area area, bool fresh)
{
    struct rooms *rooms = state;
    const struct area head = { area.top, area.left, 1, area.columns };

    (void)fresh;
    area = agenda_view_draw(state, ui, area);
    if (area.rows <= 0)
        return;
    follow_part(rooms);
    choose_columns(rooms, area.columns);
    choose_hours(rooms, area.rows - 2);
    draw_columns(rooms,
                 (struct area){ area.top, area.left, area.rows - 1, area.columns });
    agenda_draw_chosen(&rooms->view, ui, rooms_chosen(state),
                       agenda_chosen_area(area, area.rows - 1 - rooms->hours.rows));
    if (rooms->view.filtering) /* last: while typing, the cursor belongs to it */
        (void)agenda_view_draw(state, ui, head);
}

/* "room 1 of 12", where not all fit.  Asked before the first drawing, too. */
static void
rooms_add_info(void *state, struct ui *ui, struct buffer *buffer)
{
    const struct rooms *rooms = state;

    agenda_view_add_info(state, ui, buffer);
    if (buffer->length == 0 && rooms_that_fit(terminal_columns()) < rooms->count &&
        !paint_is_plain())
        buffer_addf(buffer, _("room %zu of %zu"), rooms->chosen + 1, rooms->count);
}

static void
step_room(struct rooms *rooms, int step)
{
    if (step < 0 ? rooms->chosen > 0 : rooms->chosen + 1 < rooms->count)
        rooms->chosen = step < 0 ? rooms->chosen - 1 : rooms->chosen + 1;
}

/* A workshop that moves goes by rooms and slots, and by days. */
static bool
move_part(struct rooms *rooms, struct ui *ui, const struct key *key)
{
    if (key_is(key, "Left Right")) {
        step_room(rooms, key_is(key, "Left") ? -1 : 1);
        const struct room_column *column = &rooms->columns[rooms->chosen];
        agenda_part_room(rooms, ui, column->room, column->name, column->seats);
    } else if (key_is(key, "Up Down")) {
        agenda_view_go(rooms, ui,
                       agenda_part_step(&rooms->view, ui, 0, key_is(key, "Up") ? -1 : 1));
    } else if (key_is(key, "PgUp PgDn Home End")) {
        const int days = key_is(key, "PgUp Home") ? -1 : 1;
        agenda_view_go(rooms, ui, agenda_part_step(&rooms->view, ui, days, 0));
    } else {
        return false;
    }
    return true;
}

static void
step_hour(struct rooms *rooms, int step)
{
    const int minute = rooms->minute + step * rooms->hours.step;

    if (minute >= rooms->hours.from &&
        minute < rooms->hours.from + rooms->hours.rows * rooms->hours.step)
        rooms->minute = minute;
}

static bool
rooms_key(void *state, struct ui *ui, const struct key *key)
{
    struct rooms *rooms = state;
    const struct date day = rooms->view.day;

    if (rooms->view.part && key_is(key, "Esc")) {
        (void)agenda_part_back(&rooms->view);
        follow_part(rooms);
    }
    if (agenda_view_key(state, ui, key) ||
        (rooms->view.part && move_part(rooms, ui, key)))
        return true;
    if (paint_is_plain() && key_is(key, "Left Right Up Down"))
        agenda_view_go(state, ui, date_add_days(day, key_is(key, "Left Up") ? -1 : 1));
    else if (key_is(key, "Left"))
        step_room(rooms, -1);
    else if (key_is(key, "Right"))
        step_room(rooms, 1);
    else if (key_is(key, "Up") || key->press == PRESS_WHEEL_UP)
        step_hour(rooms, -1);
    else if (key_is(key, "Down") || key->press == PRESS_WHEEL_DOWN)
        step_hour(rooms, 1);
    else if (key_is(key, "PgUp"))
        agenda_view_go(state, ui, date_add_days(day, -1));
    else if (key_is(key, "PgDn"))
        agenda_view_go(state, ui, date_add_days(day, 1));
    else if (key_is(key, "Home"))
        rooms->chosen = 0;
    else if (key_is(key, "End"))
        rooms->chosen = rooms->count - 1;
    else
        return false;
    return true;
}

static const struct action actions[] = { AGENDA_ACTIONS, ACTION_END };

const struct screen agenda_rooms_screen = {
    .name = "agenda_rooms",
    .title = N_("Calendar"),
    .side = N_("Rooms of a day"),
    .size = sizeof(struct rooms),
    .open = rooms_open,
    .close = rooms_close,
    .draw = rooms_draw,
    .key = rooms_key,
    .add_title = rooms_add_title,
    .add_info = rooms_add_info,
    .actions = actions,
    AGENDA_VIEW,
};
