/* SPDX-License-Identifier: GPL-3.0-or-later */
/* agenda_judge.c - what clashes among the meetings that a list shows by day */
#include "screen/agenda_judge.h"

#include "atelier/app/browse_agenda.h"
#include "terminal/terminal.h"

enum { PAUSE = 50 /* milliseconds: between two keys of one that is held are 33 */ };

int64_t
agenda_judge_from(void)
{
    return terminal_clock() + PAUSE;
}

int
agenda_judge_in(int64_t from)
{
    const int64_t rest = from - terminal_clock();

    return rest > 0 ? (int)rest : 0;
}

bool
agenda_judge_is_due(const struct agenda_judge *judge, const struct list *list)
{
    return list->count > 0 && (judge->is_stale || judge->count != list->count ||
                               judge->first != list->rows[0].id ||
                               judge->last != list->rows[list->count - 1].id);
}

int
agenda_judge_due_in(struct agenda_judge *judge, const struct list *list)
{
    if (!agenda_judge_is_due(judge, list))
        return -1;
    const int64_t first = list->rows[0].id;
    const int64_t last = list->rows[list->count - 1].id;
    if (judge->from == 0 || judge->due_first != first || judge->due_last != last) {
        judge->due_first = first;
        judge->due_last = last;
        judge->from = agenda_judge_from();
    }
    return agenda_judge_in(judge->from);
}

static struct date
day_of(const struct list *list, const struct listing_row *row, const char *column)
{
    const char *cell = list_cell_of(list, row, column);
    struct local_time time = { 0 };

    if (cell)
        (void)local_time_parse(cell, &time);
    return time.date;
}

/* A day more at either end: each row goes by the clock of its meeting. */
static void
take_rows(const struct list *list, struct agenda *agenda, struct agenda_wish *wish)
{
    struct date last = day_of(list, &list->rows[0], "start");

    wish->first = date_add_days(last, -1);
    for (size_t i = 0; i < list->count; i++) {
        const struct date day = day_of(list, &list->rows[i], "end");

        if (date_compare(day, last) > 0)
            last = day;
        agenda_add(agenda)->row = (struct row_ref){ ENTITY_MEETING, list->rows[i].id };
    }
    wish->last = date_add_days(last, 1);
}

static bool
has_other_signs(const struct agenda_judge *judge, const struct agenda *agenda)
{
    for (size_t i = 0; i < agenda->count; i++)
        if (agenda->items[i].has_clash !=
            agenda_judge_has_clash(judge, agenda->items[i].row.id))
            return true;
    return false;
}

void
agenda_judge(struct agenda_judge *judge, struct list *list, struct ui *ui)
{
    struct agenda agenda = { 0 };
    struct agenda_wish wish = { 0 };
    struct error err = { 0 };

    take_rows(list, &agenda, &wish);
    ui_hurry(ui, true);
    const bool ok = browse_agenda_clashes(ui_atelier(ui), &wish, &agenda, &err);
    ui_hurry(ui, false);
    if (!ok && err.kind == ERROR_CANCELLED) {
        agenda_clear(&agenda); /* it is tried again */
        judge->from = agenda_judge_from();
        error_clear(&err);
        return;
    }
    error_clear(&err); /* who may not read clashes sees none */
    if (has_other_signs(judge, &agenda))
        list->generation++;
    agenda_clear(&judge->agenda);
    *judge = (struct agenda_judge){ .agenda = agenda,
                                    .first = list->rows[0].id,
                                    .last = list->rows[list->count - 1].id,
                                    .count = list->count };
}

bool
agenda_judge_has_clash(const struct agenda_judge *judge, int64_t meeting)
{
    for (size_t i = 0; i < judge->agenda.count; i++)
        if (judge->agenda.items[i].row.id == meeting)
            return judge->agenda.items[i].has_clash;
    return false;
}

void
agenda_judge_clear(struct agenda_judge *judge)
{
    agenda_clear(&judge->agenda);
}
