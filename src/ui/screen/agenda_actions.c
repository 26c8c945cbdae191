/* SPDX-License-Identifier: GPL-3.0-or-later */
/* agenda_actions.c - what can be done in every view of the calendar */
#include <stdlib.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/domain/when.h"
#include "meeting/meeting_clashes.h"
#include "noun/noun.h"
#include "screen/agenda_entry.h"
#include "screen/agenda_move.h"
#include "screen/agenda_part.h"
#include "screen/agenda_view.h"
#include "tab.h"
#include "widget/ask.h"
#include "widget/choose.h"

enum { USUAL_HOUR = 9 };

/* The meeting that is meant on the day, the only one or the one that is chosen; count:
 * none. */
static size_t
ask_which(struct ui *ui, const struct agenda_view *view)
{
    const size_t count = agenda_count_on(&view->agenda, view->day);
    const size_t first = agenda_next_on(&view->agenda, view->day, 0);

    if (count <= 1)
        return first;
    char **answers = memory_new(count, sizeof answers[0]);
    size_t *entries = memory_new(count, sizeof entries[0]);
    struct buffer title = { 0 };
    size_t i = first;
    for (size_t n = 0; n < count; n++) {
        struct buffer text = { 0 };

        agenda_add_entry(&view->agenda.items[i], view->day, &text);
        answers[n] = buffer_take(&text);
        entries[n] = i;
        i = agenda_next_on(&view->agenda, view->day, i + 1);
    }
    when_format_date(view->day, WHEN_LONG, &title);
    const int chosen =
        choose(ui, buffer_text(&title), NULL, (const char *const *)answers, count, 0);
    const size_t entry = chosen < 0 ? view->agenda.count : entries[chosen];
    for (size_t n = 0; n < count; n++)
        free(answers[n]);
    free(answers);
    free(entries);
    buffer_clear(&title);
    return entry;
}

void
agenda_open(struct ui *ui, void *state, int64_t argument)
{
    const struct agenda_view *view = state;

    (void)argument;
    if (agenda_view_moves(view)) {
        (view->part ? agenda_part_end : agenda_move_end)(ui, state);
        return;
    }
    const size_t entry = view->chosen ? view->chosen(state) : ask_which(ui, view);
    if (entry < view->agenda.count && view->agenda.items[entry].workshop != 0)
        ui_open_row(ui, ENTITY_WORKSHOP, view->agenda.items[entry].workshop);
    else if (entry < view->agenda.count)
        ui_open_row(ui, view->agenda.items[entry].row.entity,
                    view->agenda.items[entry].row.id);
    else if (view->chosen || agenda_count_on(&view->agenda, view->day) == 0)
        ui_refuse(ui, _("Nothing is planned there that could be opened."));
}

void
agenda_move(struct ui *ui, void *state, int64_t argument)
{
    struct agenda_view *view = state;

    (void)argument;
    const size_t entry = view->chosen ? view->chosen(state) : ask_which(ui, view);
    if (entry < view->agenda.count && view->agenda.items[entry].workshop)
        agenda_part_begin(view, ui, view->agenda.items[entry].row.id,
                          view->agenda.items[entry].workshop);
    else if (entry < view->agenda.count)
        agenda_move_begin(view, ui, &view->agenda.items[entry]);
    else if (view->chosen || agenda_count_on(&view->agenda, view->day) == 0)
        ui_refuse(ui, _("Nothing is planned there that could be moved."));
}

/* Of a workshop those of its meeting, among which its own are. */
void
agenda_why(struct ui *ui, void *state, int64_t argument)
{
    const struct agenda_view *view = state;

    (void)argument;
    const size_t entry = view->chosen ? view->chosen(state) : ask_which(ui, view);
    if (entry < view->agenda.count)
        meeting_clashes_tell(ui, view->agenda.items[entry].row.id);
    else if (view->chosen || agenda_count_on(&view->agenda, view->day) == 0)
        ui_refuse(ui, _("Nothing is planned there that could clash."));
}

void
agenda_plan(struct ui *ui, void *state, int64_t argument)
{
    const struct agenda_view *view = state;
    struct meeting given;

    (void)argument;
    record_init(&meeting_entity, &given);
    given.start = (struct local_time){ .date = view->day, .hour = USUAL_HOUR };
    if (view->fill)
        view->fill(state, &given);
    const int64_t id = noun_add_as(ui, &meeting_entity, &given);
    record_clear(&meeting_entity, &given);
    if (id != 0)
        ui_open_row(ui, ENTITY_MEETING, id);
}

bool
agenda_ask_day(struct ui *ui, struct date *day)
{
    struct error err = { 0 };
    char *typed =
        ask(ui, _("Go to a day"),
            _("As people write it: 16/3, Monday, in two weeks, W12, March 2026."), NULL,
            true);
    const bool ok =
        typed && (when_parse_look(typed, atelier_today(ui_atelier(ui)), day, &err) ||
                  ui_fail(ui, &err));

    free(typed);
    return ok;
}

void
agenda_go(struct ui *ui, void *state, int64_t argument)
{
    struct date day;

    (void)argument;
    agenda_part_leave(state); /* it would be out of sight */
    if (agenda_ask_day(ui, &day))
        agenda_view_go(state, ui, day);
}

void
agenda_filter(struct ui *ui, void *state, int64_t argument)
{
    struct agenda_view *view = state;

    (void)ui;
    (void)argument;
    view->filtering = true;
}

void
agenda_step(struct ui *ui, void *state, int64_t steps)
{
    const struct agenda_view *view = state;

    tab_step_at(ui, steps, date_to_days(view->day), line_edit_text(&view->filter));
}
