/* SPDX-License-Identifier: GPL-3.0-or-later */
/* agenda_grid.c - a month as a grid of its weeks */
#include "agenda_grid.h"

#include "atelier/app/atelier.h"
#include "atelier/base/language.h"
#include "atelier/base/text.h"
#include "atelier/domain/day_off.h"
#include "atelier/domain/month_grid.h"
#include "atelier/domain/state_mark.h"
#include "atelier/domain/when.h"
#include "print.h"

enum { WEEK = 4, CELL = 11 }; /* with the blank behind each but the last: 80 columns */

/* As on the screen. */
static const char *
sign_of(enum meeting_state state)
{
    return state_mark_text(state_mark(meeting_states, (int)state), false);
}

static const char *
sign_of_entry(const struct agenda_entry *entry)
{
    return entry->has_clash ? state_mark_text(MARK_CLASH, false) : sign_of(entry->state);
}

/* Workshops are told by their meeting where that is there too. */
static size_t
next_on(const struct agenda *agenda, struct date day, size_t from)
{
    size_t i = agenda_next_on(agenda, day, from);

    while (i < agenda->count && agenda_parent(agenda, i) < agenda->count)
        i = agenda_next_on(agenda, day, i + 1);
    return i;
}

static int
count_on(const struct agenda *agenda, struct date day)
{
    int count = 0;

    for (size_t i = next_on(agenda, day, 0); i < agenda->count;
         i = next_on(agenda, day, i + 1))
        count++;
    return count;
}

static void
add_cell(struct buffer *line, const char *text)
{
    text_add_cut(line, text, CELL - 1, true, false);
    buffer_add(line, " ");
}

/* Without the blanks behind the last cell. */
static void
print_row(struct invocation *inv, struct buffer *line)
{
    while (line->length > 0 && line->text[line->length - 1] == ' ')
        line->text[--line->length] = '\0';
    print_line(inv, "%s", buffer_text(line));
    buffer_reset(line);
}

static void
print_heads(struct invocation *inv)
{
    struct buffer line = { 0 };

    text_add_cut(&line, _("Wk"), WEEK - 1, true, false);
    buffer_add(&line, " ");
    for (int i = 1; i <= WEEK_DAYS; i++)
        add_cell(&line, when_weekday(i));
    print_row(inv, &line);
    buffer_clear(&line);
}

/* "✓09:30 MOB", "✓–12:00 MOB" on its last day. */
static void
add_entry(const struct agenda_entry *entry, struct date day, struct buffer *text)
{
    buffer_add(text, sign_of_entry(entry));
    if (date_compare(entry->start.date, day) == 0)
        buffer_addf(text, "%02d:%02d", entry->start.hour, entry->start.minute);
    else
        agenda_entry_add_hours(entry, day, text);
    buffer_addf(text, " %s", entry->group ? entry->group : entry->title);
}

/* What is printed. */
struct month {
    struct invocation *inv;
    const struct agenda *agenda;
    struct date day;
    struct date today;
    const struct clash_days *days; /* on which the office does not plan */
};

/* What the day is stands on the row behind its meetings. */
static int
rows_of(const struct month *month, struct date day)
{
    struct buffer off = { 0 };
    const bool is_off =
        day.month == month->day.month && day_off_add_short(month->days, day, &off);

    buffer_clear(&off);
    return count_on(month->agenda, day) + is_off;
}

static void
add_line_of_day(const struct month *month, struct date day, int row, struct buffer *line)
{
    const struct agenda *agenda = month->agenda;
    struct buffer text = { 0 };

    if (row == 0 && day.month == month->day.month) {
        const bool is_today = date_compare(day, month->today) == 0;
        buffer_addf(&text, is_today ? "[%d]" : "%d", day.day);
    } else if (row > 0 && day.month == month->day.month) {
        size_t entry = next_on(agenda, day, 0);
        for (int i = 1; i < row; i++)
            entry = next_on(agenda, day, entry + 1);
        if (entry < agenda->count)
            add_entry(&agenda->items[entry], day, &text);
        else if (row == count_on(agenda, day) + 1)
            (void)day_off_add_short(month->days, day, &text);
    }
    add_cell(line, buffer_text(&text));
    buffer_clear(&text);
}

static void
print_week(const struct month *month, struct date first)
{
    struct buffer line = { 0 };
    int most = 0;

    for (int i = 0; i < WEEK_DAYS; i++) {
        const int count = rows_of(month, date_add_days(first, i));
        most = count > most ? count : most;
    }
    for (int row = 0; row <= most; row++) {
        if (row == 0)
            buffer_addf(&line, "%02d", date_iso_week(first));
        while (line.length < WEEK)
            buffer_add_char(&line, ' ');
        for (int i = 0; i < WEEK_DAYS; i++)
            add_line_of_day(month, date_add_days(first, i), row, &line);
        print_row(month->inv, &line);
    }
    buffer_clear(&line);
}

/* Whether the state of that entry is what is printed before it. */
static bool
is_told_by(const struct agenda *agenda, size_t entry, int state)
{
    return (int)agenda->items[entry].state == state && !agenda->items[entry].has_clash &&
           agenda_parent(agenda, entry) >= agenda->count;
}

/* "✓ confirmed   … draft   ≠ clash": those that there are. */
static void
print_signs(const struct month *month)
{
    struct buffer line = { 0 };
    bool any_clash = false;

    for (size_t i = 0; i < month->agenda->count; i++)
        any_clash =
            any_clash || (month->agenda->items[i].has_clash &&
                          agenda_parent(month->agenda, i) >= month->agenda->count);

    for (int state = 0; state < MEETING_STATE_COUNT; state++) {
        bool is_there = false;
        for (size_t i = 0; i < month->agenda->count; i++)
            is_there = is_there || is_told_by(month->agenda, i, state);
        if (is_there)
            buffer_addf(&line, "%s%s %s", line.length > 0 ? "   " : "",
                        sign_of((enum meeting_state)state),
                        _(meeting_states[state].label));
    }
    if (any_clash)
        buffer_addf(&line, "%s%s %s", line.length > 0 ? "   " : "",
                    state_mark_text(MARK_CLASH, false), _("clash"));
    if (line.length > 0)
        print_row(month->inv, &line);
    buffer_clear(&line);
}

void
agenda_grid_print(struct invocation *inv, const struct agenda *agenda, struct date day)
{
    const struct month_grid grid = month_grid_of(day);
    struct clash_days days = { 0 };
    const struct month month = { inv, agenda, day, atelier_today(inv->at), &days };
    struct buffer title = { 0 };

    clash_days_init(&days, atelier_settings(inv->at));
    when_format_month(day, &title);
    print_line(inv, "%s", buffer_text(&title));
    buffer_clear(&title);
    print_heads(inv);
    for (int i = 0; i < grid.weeks; i++)
        print_week(&month, date_add_days(grid.first, (int64_t)i * WEEK_DAYS));
    print_signs(&month);
    clash_days_clear(&days);
}
