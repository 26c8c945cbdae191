/* SPDX-License-Identifier: GPL-3.0-or-later */
/* agenda_screen.c - the calendar: meetings by day, each day said once */
#include <stdlib.h>

#include "atelier/base/civil.h"
#include "atelier/base/language.h"
#include "atelier/domain/when.h"
#include "meeting/meeting_actions.h"
#include "meeting/meeting_fullness.h"
#include "widget/ask.h"

enum { DAY_OF_SECONDS = 24 * 60 * 60 };

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

/* From yesterday on, whatever the zone. */
static instant
to_come(struct ui *ui)
{
    return atelier_now(ui_atelier(ui)) - DAY_OF_SECONDS;
}

/* Where the day begins by the office's clock. */
static instant
midnight(struct ui *ui, struct date day)
{
    const instant utc = local_time_to_instant((struct local_time){ .date = day });
    struct local_time local;
    struct error ignored;

    if (!atelier_local_time(ui_atelier(ui), utc, NULL, &local, &ignored))
        return utc;
    return utc - (local_time_to_instant(local) - utc);
}

static bool
agenda_open(void *state, struct ui *ui, int64_t id, struct error *err)
{
    struct list *list = state;

    (void)id;
    (void)err;
    list_init(list, LISTING_AGENDA);
    list->once = "day";
    meeting_fullness_show(list);
    show_from(list, to_come(ui));
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
    struct error err = { 0 };
    struct date day;
    struct buffer text = { 0 };
    char *typed = ask(ui, _("Go to a day"),
                      _("As people write it: 16/3, Monday, in two weeks."), NULL, true);

    (void)argument;
    if (!typed)
        return;
    if (!when_parse_date(typed, atelier_today(ui_atelier(ui)), &day, &err)) {
        (void)ui_fail(ui, &err);
    } else {
        show_from(state, midnight(ui, day));
        when_format_date(day, WHEN_LONG, &text);
        ui_say(ui, _("From %s on."), buffer_text(&text));
    }
    buffer_clear(&text);
    free(typed);
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
    { .name = "agenda.go",
      .keys = "g",
      .menu = N_("View"),
      .label = N_("Go to a day"),
      .hint = N_("day"),
      .run = go_to_day },
    MEETING_IMPORT("i", N_("View")),
    MEETING_EXPORT_ALL(N_("View"), N_("export")),
    ACTION_END
};

const struct screen agenda_screen = {
    .name = "agenda",
    .title = N_("Calendar"),
    .size = sizeof(struct list),
    .open = agenda_open,
    .actions = actions,
    LIST_SCREEN,
};
