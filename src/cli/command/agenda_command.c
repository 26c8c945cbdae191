/* SPDX-License-Identifier: GPL-3.0-or-later */
/* agenda_command.c - the calendar as text: meetings by day, a month as a grid, or as a
 * list for spreadsheets and programs
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "agenda_grid.h"
#include "agenda_rows.h"
#include "atelier/app/browse_agenda.h"
#include "atelier/app/zone_find.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/domain/day_off.h"
#include "atelier/domain/when.h"
#include "list_output.h"
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
    wish->last = date_add_days(date_add_months(wish->first, 1), -1);
    return true;
}

static bool
read_days(struct invocation *inv, struct agenda_wish *wish, struct error *err)
{
    const char *month = invocation_option(inv, "month");

    wish->with_workshops = true;
    if (month && (invocation_option(inv, "from") || invocation_option(inv, "to")))
        return error_set_field(err, ERROR_INPUT, "month",
                               _("Give --month, or --from and --to."));
    if (month)
        return read_month(month, wish, err);
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
read_zone(struct invocation *inv, struct agenda_wish *wish, struct error *err)
{
    wish->zone = invocation_option(inv, "zone");
    if (!wish->zone || zone_check(inv->at, wish->zone, err))
        return true;
    err->field = "zone";
    return false;
}

static bool
read_wish(struct invocation *inv, struct agenda_wish *wish, struct error *err)
{
    return read_days(inv, wish, err) &&
           invocation_option_row(inv, "group", ENTITY_WORKING_GROUP, &wish->group, err) &&
           invocation_option_row(inv, "room", ENTITY_ROOM, &wish->room, err) &&
           invocation_option_row(inv, "person", ENTITY_PERSON, &wish->person, err) &&
           read_zone(inv, wish, err);
}

/* --- as text */

static void
print_entry(struct invocation *inv, const struct agenda_entry *entry, struct date day,
            bool is_within)
{
    const char *clash = entry->has_clash ? _("clash") : NULL;
    struct buffer text = { 0 };

    agenda_entry_add_hours(entry, day, &text);
    if (is_within && entry->state == MEETING_CANCELLED)
        print_line(inv, "    %s  %s  (%s)", buffer_text(&text), entry->title,
                   _(meeting_states[entry->state].label));
    else if (is_within)
        print_line(inv, "    %s  %s%s%s%s%s%s", buffer_text(&text), entry->title,
                   entry->place ? ", " : "", entry->place ? entry->place : "",
                   clash ? "  (" : "", clash ? clash : "", clash ? ")" : "");
    else
        print_line(inv, "  %s  %s  %s%s%s%s%s  (%s%s%s)", buffer_text(&text),
                   entry->group ? entry->group : "", entry->whole ? entry->whole : "",
                   entry->whole ? " › " : "", entry->title, entry->place ? ", " : "",
                   entry->place ? entry->place : "",
                   _(meeting_states[entry->state].label), clash ? ", " : "",
                   clash ? clash : "");
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

/* What is printed. */
struct days {
    struct invocation *inv;
    const struct agenda *agenda;
    const struct agenda_wish *wish;
    struct clash_days off; /* on which the office does not plan */
};

/* What the day is; of days on which the office is closed and nothing is planned the first
 * speaks for all. */
static void
add_off(const struct days *days, struct date day, bool is_empty, struct buffer *text)
{
    const struct date until = day_off_closed_until(&days->off, day, days->wish->first);
    struct buffer off = { 0 };

    if (day_off_add(&days->off, day, &off))
        buffer_addf(text, " · %s", buffer_text(&off));
    if (is_empty && !date_is_none(until) && date_compare(until, day) > 0) {
        buffer_reset(&off);
        when_format_date(until, WHEN_SHORT, &off);
        /* TRANSLATORS: a day, behind that the office is closed */
        buffer_addf(text, _(", until %s"), buffer_text(&off));
    }
    buffer_clear(&off);
}

/* Whether a day without a meeting is told of: by who asks for all meetings. */
static bool
is_told_of(const struct days *days, struct date day)
{
    const struct agenda_wish *wish = days->wish;

    if (wish->group != 0 || wish->room != 0 || wish->person != 0)
        return false;
    return day_list_find(&days->off.closed, day, day)
               ? !date_is_none(day_off_closed_until(&days->off, day, wish->first))
               : day_off_any(&days->off, day, day);
}

static void
print_day(const struct days *days, struct date day, bool *said)
{
    const struct agenda *agenda = days->agenda;
    size_t i = agenda_next_on(agenda, day, 0);
    const bool is_empty = i >= agenda->count;
    struct buffer text = { 0 };

    if (is_empty && !is_told_of(days, day))
        return;
    if (*said)
        print_line(days->inv, "%s", "");
    *said = true;
    when_format_date(day, WHEN_LONG, &text);
    add_off(days, day, is_empty, &text);
    print_line(days->inv, "%s", buffer_text(&text));
    buffer_clear(&text);
    for (; i < agenda->count; i = agenda_next_on(agenda, day, i + 1))
        print_entries(days->inv, agenda, day, i);
}

static void
print_days(struct invocation *inv, const struct agenda *agenda,
           const struct agenda_wish *wish)
{
    struct days days = { .inv = inv, .agenda = agenda, .wish = wish };
    bool said = false;

    clash_days_init(&days.off, atelier_settings(inv->at));
    for (struct date day = wish->first; date_compare(day, wish->last) <= 0;
         day = date_add_days(day, 1))
        print_day(&days, day, &said);
    if (said && agenda->count == 0)
        print_line(inv, "%s", "");
    if (agenda->count == 0)
        print_line(inv, "%s", _("Nothing is planned on these days."));
    clash_days_clear(&days.off);
}

/* In a form for spreadsheets or programs where one is asked for. */
static bool
write_rows(struct invocation *inv, const struct agenda *agenda, bool *as_text,
           struct error *err)
{
    struct listing_page page = { 0 };
    struct clash_days days = { 0 };

    clash_days_init(&days, atelier_settings(inv->at));
    agenda_rows_fill(agenda, &days, &page);
    clash_days_clear(&days);
    const bool ok = list_output_page(inv, &agenda_rows_listing, &page, as_text, err);
    listing_page_clear(&page);
    return ok;
}

/* Who may not read clashes sees none. */
static bool
find_clashes(struct invocation *inv, const struct agenda_wish *wish,
             struct agenda *agenda, struct error *err)
{
    return !atelier_may(inv->at, MAY_READ, ROW_NONE, NULL) ||
           browse_agenda_clashes(inv->at, wish, agenda, err);
}

static bool
show_agenda(struct invocation *inv, struct error *err)
{
    struct agenda_wish wish = { 0 };
    struct agenda agenda = { 0 };
    bool as_text = false;
    const bool ok =
        read_wish(inv, &wish, err) && browse_agenda(inv->at, &wish, &agenda, err) &&
        find_clashes(inv, &wish, &agenda, err) && write_rows(inv, &agenda, &as_text, err);

    if (as_text && invocation_option(inv, "month"))
        agenda_grid_print(inv, &agenda, wish.first);
    else if (as_text)
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
    { "zone", "ZONE", N_("days and hours by the clock of this time zone") },
    LIST_OUTPUT_OPTIONS,
    { 0 },
};

const struct command agenda_commands[] = {
    { .noun = "agenda",
      .permission = MAY_READ_DAY,
      .options = options,
      .summary = N_("show the meetings by day, by the office's clock"),
      .only_reads = true,
      .run = show_agenda },
    COMMAND_END,
};
