/* SPDX-License-Identifier: GPL-3.0-or-later */
/* agenda_command.c - the calendar as text: meetings by day, a month as a grid, as CSV, as
 * JSON
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "agenda_grid.h"
#include "atelier/app/browse_agenda.h"
#include "atelier/base/csv_cell.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/domain/month_grid.h"
#include "atelier/domain/when.h"
#include "print.h"

enum { USUAL_DAYS = 31 };

/* A month is "2027-03". */
static bool
read_month(const char *text, struct agenda_wish *wish, struct error *err)
{
    struct buffer first = { 0 };

    buffer_addf(&first, "%s-01", text);
    const bool ok = date_parse(buffer_text(&first), &wish->first);
    buffer_clear(&first);
    if (!ok)
        return error_set_field(err, ERROR_INPUT, "month",
                               _("--month is a month like 2027-03, not “%s”."), text);
    wish->last = date_add_days(month_step(wish->first, 1), -1);
    return true;
}

static bool
read_days(struct invocation *inv, struct agenda_wish *wish, struct error *err)
{
    const char *month = invocation_option(inv, "month");

    if (month && (invocation_option(inv, "from") || invocation_option(inv, "to")))
        return error_set_field(err, ERROR_INPUT, "month",
                               _("Give --month, or --from and --to."));
    if (month)
        return read_month(month, wish, err);
    wish->with_workshops = true;
    wish->first = atelier_today(inv->at);
    if (!invocation_option_day(inv, "from", &wish->first, err))
        return false;
    wish->last = date_add_days(wish->first, USUAL_DAYS - 1);
    if (!invocation_option_day(inv, "to", &wish->last, err))
        return false;
    return date_compare(wish->first, wish->last) <= 0 ||
           error_set_field(err, ERROR_INPUT, "to",
                           _("--to is before the first day, which is today unless --from "
                             "says another."));
}

static bool
read_wish(struct invocation *inv, struct agenda_wish *wish, struct error *err)
{
    return read_days(inv, wish, err) &&
           invocation_option_row(inv, "group", ENTITY_WORKING_GROUP, &wish->group, err) &&
           invocation_option_row(inv, "room", ENTITY_ROOM, &wish->room, err) &&
           invocation_option_row(inv, "person", ENTITY_PERSON, &wish->person, err);
}

static bool
read_form(const struct invocation *inv, bool *csv, struct error *err)
{
    const char *form = invocation_option(inv, "format");

    *csv = form && strcmp(form, "csv") == 0;
    if (form && !*csv && strcmp(form, "text") != 0)
        return error_set_field(err, ERROR_INPUT, "format",
                               _("--format is text or csv, not “%s”."), form);
    return !*csv || !inv->options->json ||
           error_set_field(err, ERROR_INPUT, "format",
                           _("--json and --format ask for two forms; give one."));
}

/* --- as text */

static void
print_entry(struct invocation *inv, const struct agenda_entry *entry, struct date day,
            bool is_within)
{
    struct buffer text = { 0 };

    agenda_entry_add_hours(entry, day, &text);
    if (is_within && entry->state == MEETING_CANCELLED)
        print_line(inv, "    %s  %s  (%s)", buffer_text(&text), entry->title,
                   _(meeting_states[entry->state].label));
    else if (is_within)
        print_line(inv, "    %s  %s%s%s", buffer_text(&text), entry->title,
                   entry->place ? ", " : "", entry->place ? entry->place : "");
    else
        print_line(inv, "  %s  %s  %s%s%s%s%s  (%s)", buffer_text(&text),
                   entry->group ? entry->group : "", entry->whole ? entry->whole : "",
                   entry->whole ? " › " : "", entry->title, entry->place ? ", " : "",
                   entry->place ? entry->place : "",
                   _(meeting_states[entry->state].label));
    buffer_clear(&text);
}

/* A meeting, and below it the workshops that are during it. */
static void
print_entries(struct invocation *inv, const struct agenda *agenda, struct date day,
              size_t first)
{
    if (agenda_parent(agenda, first) < agenda->count)
        return;
    print_entry(inv, &agenda->items[first], day, false);
    for (size_t i = agenda_next_on(agenda, day, 0); i < agenda->count;
         i = agenda_next_on(agenda, day, i + 1))
        if (agenda_parent(agenda, i) == first)
            print_entry(inv, &agenda->items[i], day, true);
}

static void
print_day(struct invocation *inv, const struct agenda *agenda, struct date day,
          bool *said)
{
    size_t i = agenda_next_on(agenda, day, 0);
    struct buffer text = { 0 };

    if (i >= agenda->count)
        return;
    if (*said)
        print_line(inv, "%s", "");
    *said = true;
    when_format_date(day, WHEN_LONG, &text);
    print_line(inv, "%s", buffer_text(&text));
    buffer_clear(&text);
    for (; i < agenda->count; i = agenda_next_on(agenda, day, i + 1))
        print_entries(inv, agenda, day, i);
}

static void
print_days(struct invocation *inv, const struct agenda *agenda,
           const struct agenda_wish *wish)
{
    bool said = false;

    for (struct date day = wish->first; date_compare(day, wish->last) <= 0;
         day = date_add_days(day, 1))
        print_day(inv, agenda, day, &said);
    if (!said)
        print_line(inv, "%s", _("Nothing is planned on these days."));
}

/* --- for programs */

static void
add_moment(struct buffer *line, struct local_time time)
{
    char text[LOCAL_TIME_TEXT_SIZE];

    local_time_format(time, text);
    csv_cell_add(line, text, CSV_CELL_DELIMITER);
    buffer_add_char(line, CSV_CELL_DELIMITER);
}

static void
write_csv(const struct agenda *agenda)
{
    struct buffer line = { 0 };

    buffer_addf(&line, "\xef\xbb\xbf%s;%s;%s;%s;%s;%s;%s\r\n", _("Start"), _("End"),
                _("Group"), _("Title"), _("Workshop"), _("Place"), _("State"));
    for (size_t i = 0; i < agenda->count; i++) {
        const struct agenda_entry *entry = &agenda->items[i];
        const char *const cells[] = { entry->group,
                                      entry->whole ? entry->whole : entry->title,
                                      entry->whole ? entry->title : NULL, entry->place,
                                      _(meeting_states[entry->state].label) };

        add_moment(&line, entry->start);
        add_moment(&line, entry->end);
        for (size_t c = 0; c < sizeof cells / sizeof cells[0]; c++) {
            if (c > 0)
                buffer_add_char(&line, CSV_CELL_DELIMITER);
            csv_cell_add(&line, cells[c] ? cells[c] : "", CSV_CELL_DELIMITER);
        }
        buffer_add(&line, "\r\n");
    }
    (void)fputs(buffer_text(&line), stdout);
    buffer_clear(&line);
}

static json_t *
entry_json(const struct agenda_entry *entry)
{
    char start[LOCAL_TIME_TEXT_SIZE];
    char end[LOCAL_TIME_TEXT_SIZE];

    local_time_format(entry->start, start);
    local_time_format(entry->end, end);
    return json_pack(
        "{s:I,s:o,s:s,s:s,s:s?,s:s,s:o,s:s?,s:s}", "meeting", (json_int_t)entry->row.id,
        "workshop", entry->workshop ? json_integer(entry->workshop) : json_null(),
        "start", start, "end", end, "group_code", entry->group, "title", entry->title,
        "room", entry->room ? json_integer(entry->room) : json_null(), "location",
        entry->place, "state", meeting_states[entry->state].name);
}

static void
write_json(struct invocation *inv, const struct agenda *agenda)
{
    json_t *all = json_array();

    for (size_t i = 0; i < agenda->count; i++)
        json_array_append_new(all, entry_json(&agenda->items[i]));
    print_json(inv, all);
}

static bool
show_agenda(struct invocation *inv, struct error *err)
{
    struct agenda_wish wish = { 0 };
    struct agenda agenda = { 0 };
    bool csv = false;
    const bool ok = read_form(inv, &csv, err) && read_wish(inv, &wish, err) &&
                    browse_agenda(inv->at, &wish, &agenda, err);

    if (ok && csv)
        write_csv(&agenda);
    else if (ok && inv->options->json)
        write_json(inv, &agenda);
    else if (ok && invocation_option(inv, "month"))
        agenda_grid_print(inv, &agenda, wish.first);
    else if (ok)
        print_days(inv, &agenda, &wish);
    agenda_clear(&agenda);
    return ok;
}

static const struct command_option options[] = {
    { "from", "DATE", N_("from this day on; else from today") },
    { "to", "DATE", N_("until this day, which is shown too; else for a month") },
    { "month", "MONTH", N_("a month like 2027-03, as a grid of its weeks") },
    { "group", "GROUP", N_("the meetings of this working group") },
    { "room", "ROOM", N_("those in this room") },
    { "person", "PERSON", N_("those that this person is on the list of") },
    { "format", "text|csv", N_("for people, or for a spreadsheet") },
    { 0 },
};

const struct command agenda_commands[] = {
    { .noun = "agenda",
      .options = options,
      .summary = N_("show the meetings by day, by the office's clock"),
      .only_reads = true,
      .run = show_agenda },
    COMMAND_END,
};
