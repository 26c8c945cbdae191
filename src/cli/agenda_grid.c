/* SPDX-License-Identifier: GPL-3.0-or-later */
/* agenda_grid.c - a month as a grid of its weeks */
#include "agenda_grid.h"

#include "atelier/base/language.h"
#include "atelier/base/text.h"
#include "atelier/domain/month_grid.h"
#include "atelier/domain/when.h"
#include "print.h"

enum { WEEK = 4, CELL = 11 }; /* with the blank behind each but the last: 80 columns */

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

/* "09:30 MOB", "–12:00 MOB" on its last day. */
static void
add_entry(const struct agenda_entry *entry, struct date day, struct buffer *text)
{
    if (date_compare(entry->start.date, day) == 0)
        buffer_addf(text, "%02d:%02d", entry->start.hour, entry->start.minute);
    else
        agenda_entry_add_hours(entry, day, text);
    buffer_addf(text, " %s", entry->group ? entry->group : entry->title);
}

static void
add_line_of_day(const struct agenda *agenda, struct date day, int row, int month,
                struct buffer *line)
{
    struct buffer text = { 0 };

    if (row == 0 && day.month == month) {
        buffer_addf(&text, "%d", day.day);
    } else if (row > 0 && day.month == month) {
        size_t entry = agenda_next_on(agenda, day, 0);
        for (int i = 1; i < row; i++)
            entry = agenda_next_on(agenda, day, entry + 1);
        if (entry < agenda->count)
            add_entry(&agenda->items[entry], day, &text);
    }
    add_cell(line, buffer_text(&text));
    buffer_clear(&text);
}

static void
print_week(struct invocation *inv, const struct agenda *agenda, struct date first,
           int month)
{
    struct buffer line = { 0 };
    size_t most = 0;

    for (int i = 0; i < WEEK_DAYS; i++) {
        const size_t count = agenda_count_on(agenda, date_add_days(first, i));
        most = count > most ? count : most;
    }
    for (int row = 0; row <= (int)most; row++) {
        if (row == 0)
            buffer_addf(&line, "%02d", date_iso_week(first));
        while (line.length < WEEK)
            buffer_add_char(&line, ' ');
        for (int i = 0; i < WEEK_DAYS; i++)
            add_line_of_day(agenda, date_add_days(first, i), row, month, &line);
        print_row(inv, &line);
    }
    buffer_clear(&line);
}

void
agenda_grid_print(struct invocation *inv, const struct agenda *agenda, struct date day)
{
    const struct month_grid grid = month_grid_of(day);
    struct buffer title = { 0 };

    when_format_month(day, &title);
    print_line(inv, "%s", buffer_text(&title));
    buffer_clear(&title);
    print_heads(inv);
    for (int i = 0; i < grid.weeks; i++)
        print_week(inv, agenda, date_add_days(grid.first, (int64_t)i * WEEK_DAYS),
                   day.month);
}
