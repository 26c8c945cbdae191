/* SPDX-License-Identifier: GPL-3.0-or-later */
/* agenda_screen.c - the calendar as a list: meetings by day, each day said once */
#include <string.h>

#include "atelier/base/civil.h"
#include "atelier/base/language.h"
#include "atelier/domain/day_off.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/when.h"
#include "meeting/meeting_actions.h"
#include "meeting/meeting_fullness.h"
#include "screen/agenda_judge.h"
#include "screen/agenda_view.h"
#include "state_sign.h"
#include "tab.h"

struct agenda_list {
    struct list list;
    struct agenda_judge judge;
    struct clash_days days; /* on which the office does not plan */
};

/* `from` 0: all of them. */
static void
show_from(struct list *list, instant from)
{
    list->query.from = from;
    list->empty = from == 0
                      ? _("No meeting yet.  Press %K{meeting.add} to plan the first one.")
                      : _("No meeting to come.  Press %K{meeting.add} to plan one, "
                          "%K{agenda.past} to see the days that have passed.");
    list_reset(list);
}

/* From today on. */
static instant
to_come(struct ui *ui)
{
    struct atelier *at = ui_atelier(ui);

    return atelier_midnight(at, atelier_today(at));
}

static void
show_from_day(struct ui *ui, struct list *list, struct date day)
{
    struct buffer text = { 0 };

    show_from(list, atelier_midnight(ui_atelier(ui), day));
    when_format_date(day, WHEN_LONG, &text);
    ui_say(ui, _("From %s on."), buffer_text(&text));
    buffer_clear(&text);
}

static bool
is_title(const struct list *list, size_t column)
{
    return strcmp(list->listing->columns[column].name, "title") == 0;
}

static bool
has_clash(const struct list *list, const struct listing_row *row)
{
    return agenda_judge_has_clash(&((const struct agenda_list *)list)->judge, row->id);
}

static bool
day_of_row(const struct list *list, const struct listing_row *row, struct date *day)
{
    const char *cell = list_cell_of(list, row, "day");

    return cell && date_parse(cell, day);
}

/* Before the title what its day is: "Christmas Day · Gifts".  Who listens hears the title
 * first. */
static bool
add_cell(const struct list *list, const struct listing_row *row, size_t column,
         struct buffer *buffer)
{
    const struct agenda_list *screen = (const struct agenda_list *)list;
    const char *cell = row->cells[column];
    struct buffer off = { 0 };
    struct date day;

    if (!cell || !is_title(list, column))
        return false;
    const bool clashes = has_clash(list, row);
    const bool is_off =
        day_of_row(list, row, &day) && day_off_add_short(&screen->days, day, &off);
    if (!clashes && !is_off)
        return false;
    if (paint_is_plain()) {
        buffer_addf(buffer, "%s%s%s", cell, is_off ? ", " : "", buffer_text(&off));
        buffer_addf(buffer, "%s%s", clashes ? ", " : "", clashes ? _("clash") : "");
    } else {
        if (clashes)
            state_sign_add_clash(buffer);
        buffer_addf(buffer, "%s%s%s", buffer_text(&off), is_off ? " · " : "", cell);
    }
    buffer_clear(&off);
    return true;
}

/* What the day is that the bar is on. */
static void
add_title(void *state, struct ui *ui, struct buffer *buffer)
{
    const struct agenda_list *screen = state;
    const char *cell = list_cell(state, "day");
    struct buffer off = { 0 };
    struct date day;

    (void)ui;
    buffer_add(buffer, _("Calendar"));
    if (cell && date_parse(cell, &day) && day_off_add(&screen->days, day, &off))
        buffer_addf(buffer, " · %s", buffer_text(&off));
    buffer_clear(&off);
}

/* As in the other views, a colour is for what is not as most meetings are. */
static enum style
look(const struct list *list, const struct listing_row *row, size_t column)
{
    if (is_title(list, column) && has_clash(list, row))
        return STYLE_OPEN;
    const bool is_usual =
        strcmp(list->listing->columns[column].name, "state") == 0 && row->cells[column] &&
        strcmp(row->cells[column], meeting_states[MEETING_CONFIRMED].name) == 0;

    return is_usual ? STYLE_QUIET : meeting_fullness_look(list, row, column);
}

static bool
agenda_list_open(void *state, struct ui *ui, int64_t id, struct error *err)
{
    struct list *list = state;

    (void)id;
    (void)err;
    list_init(list, LISTING_AGENDA);
    list->once = "day";
    meeting_fullness_show(list);
    list->look = look;
    list->add_cell = add_cell;
    const struct date day = date_from_days(ui_first_row(ui));
    if (ui_first_row(ui) != 0 && date_compare(day, atelier_today(ui_atelier(ui))) != 0)
        show_from_day(ui, list, day);
    else
        show_from(list, to_come(ui));
    if (*ui_first_words(ui)) {
        list_search(list, ui_first_words(ui));
        list->filtering = false;
    }
    return true;
}

static void
toggle_past(struct ui *ui, void *state, int64_t argument)
{
    struct list *list = state;
    const bool all = list->query.from == 0;
    const int64_t id = list_selected(list);

    (void)argument;
    show_from(list, all ? to_come(ui) : 0);
    list_select(list, id);
    ui_say(ui, "%s", all ? _("Days to come.") : _("All days, past ones too."));
}

static void
go_to_day(struct ui *ui, void *state, int64_t argument)
{
    struct date day;

    (void)argument;
    if (agenda_ask_day(ui, &day))
        show_from_day(ui, state, day);
}

/* The other views show the day that the bar is on. */
static void
step_view(struct ui *ui, void *state, int64_t steps)
{
    const char *cell = list_cell(state, "day");
    struct date day;

    tab_step_at(ui, steps, cell && date_parse(cell, &day) ? date_to_days(day) : 0,
                line_edit_text(&((const struct list *)state)->filter));
}

static bool
agenda_list_load(void *state, struct ui *ui, struct error *err)
{
    struct agenda_list *screen = state;

    screen->judge.is_stale = true;
    clash_days_clear(&screen->days);
    clash_days_init(&screen->days, atelier_settings(ui_atelier(ui)));
    return list_screen_load(state, ui, err);
}

static int
agenda_list_tick_in(void *state)
{
    struct agenda_list *screen = state;

    if (list_screen_tick_in(state) >= 0)
        return list_screen_tick_in(state);
    return agenda_judge_due_in(&screen->judge, &screen->list);
}

static void
agenda_list_tick(void *state, struct ui *ui)
{
    struct agenda_list *screen = state;

    if (list_screen_tick_in(state) >= 0)
        list_screen_tick(state, ui);
    else if (agenda_judge_is_due(&screen->judge, &screen->list))
        agenda_judge(&screen->judge, &screen->list, ui);
}

static void
agenda_list_close(void *state)
{
    struct agenda_list *screen = state;

    agenda_judge_clear(&screen->judge);
    clash_days_clear(&screen->days);
    list_screen_close(state);
}

static void
agenda_draw(void *state, struct ui *ui, struct area area, bool fresh)
{
    const int column = tab_draw(ui, area.top, area.left, area.columns);

    paint_fill(area.top, column, area.left + area.columns - column, STYLE_PLAIN);
    area.top++;
    area.rows--;
    list_draw(state, ui, area, fresh);
}

static const struct action actions[] = {
    MEETING_OPEN,
    MEETING_ADD(
        N_("Plans a meeting of a working group; zone, room and seats come from the "
           "group.")),
    MEETING_EDIT_ROW,
    MEETING_CLASHES_ROW,
    { .name = "agenda.past",
      .keys = "t",
      .menu = N_("View"),
      .label = N_("Past days too, or not"),
      .hint = N_("past"),
      .run = toggle_past },
    { .name = "calendar.go",
      .keys = "g",
      .menu = N_("View"),
      .label = N_("Go to a day"),
      .hint = N_("day"),
      .run = go_to_day },
    { .name = "calendar.next",
      .keys = "Tab Right",
      .menu = N_("View"),
      .label = N_("Next view of the calendar"),
      .help = N_("Month, week, rooms of a day, then a list of all."),
      .hint = N_("view"),
      .argument = 1,
      .run = step_view },
    { .name = "calendar.previous",
      .keys = "Shift-Tab Left",
      .menu = N_("View"),
      .label = N_("Previous view of the calendar"),
      .argument = -1,
      .run = step_view },
    MEETING_IMPORT("i", N_("View")),
    MEETING_EXPORT_ALL(N_("View"), N_("export")),
    ACTION_END
};

const struct screen agenda_screen = {
    .name = "agenda",
    .title = N_("Calendar"),
    .size = sizeof(struct agenda_list),
    .open = agenda_list_open,
    .add_title = add_title,
    .actions = actions,
    .side = N_("Agenda"),
    .tabs = agenda_tabs,
    .close = agenda_list_close,
    .reload = agenda_list_load,
    .draw = agenda_draw,
    .lacks = list_screen_lacks,
    .key = list_screen_key,
    .add_info = list_screen_add_info,
    .tick_in = agenda_list_tick_in,
    .tick = agenda_list_tick,
};
