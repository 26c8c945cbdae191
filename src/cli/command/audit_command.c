/* SPDX-License-Identifier: GPL-3.0-or-later */
/* audit_command.c - what does not hold of the attendance of meetings that are over */
#include "command/audit_command.h"

#include <inttypes.h>
#include <stdio.h>

#include "atelier/app/audit.h"
#include "atelier/app/clashes.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "list_output.h"
#include "print.h"

enum { WIDE = 60, NUMBER_SIZE = 24, NAME_MOST = 30 };

static const struct column columns[] = {
    { .name = "kind",
      .label = N_("Kind"),
      .kind = FIELD_CHOICE,
      .choices = audit_kinds,
      .most = NAME_MOST,
      .priority = 1 },
    { .name = "meeting", .kind = FIELD_NUMBER },
    { .name = "title", .label = N_("Title"), .most = WIDE, .priority = 1 },
    { .name = "start",
      .label = N_("Start"),
      .kind = FIELD_LOCAL_TIME,
      .most = LOCAL_TIME_TEXT_SIZE,
      .priority = 1 },
    { .name = "zone", .kind = FIELD_ZONE },
    { .name = "slot", .label = N_("Slot"), .most = NAME_MOST, .priority = 1 },
    { .name = "says", .label = N_("What does not hold"), .most = WIDE, .priority = 1 },
};

enum { COLUMNS = sizeof(columns) / sizeof(columns[0]) };

static const struct listing audit_listing = { .columns = columns,
                                              .column_count = COLUMNS };

const struct command_option audit_options[] = {
    { "from", "DATE", N_("of all meetings that began from that day on") },
    { "to", "DATE", N_("until that day, itself too; now, when it is missing") },
    LIST_OUTPUT_OPTIONS,
    { 0 },
};

static void
fill_row(const struct audit_finding *finding, struct listing_row *row)
{
    char meeting[NUMBER_SIZE];
    char start[LOCAL_TIME_TEXT_SIZE];

    (void)snprintf(meeting, sizeof(meeting), "%" PRId64, finding->meeting);
    local_time_format(finding->start, start);
    const char *const cells[COLUMNS] = { audit_kinds[finding->kind].name,
                                         meeting,
                                         finding->title,
                                         start,
                                         finding->zone,
                                         finding->slot,
                                         finding->says };
    row->id = finding->meeting;
    row->cells = memory_new(COLUMNS, sizeof(*row->cells));
    for (size_t i = 0; i < COLUMNS; i++)
        row->cells[i] = memory_copy(cells[i]);
}

static bool
write_rows(struct invocation *inv, const struct audit_list *list, bool *as_text,
           struct error *err)
{
    struct listing_page page = { .column_count = COLUMNS };

    page.rows = memory_new(list->count + 1, sizeof(*page.rows));
    for (size_t i = 0; i < list->count; i++)
        fill_row(&list->items[i], &page.rows[page.count++]);
    const bool ok = list_output_page(inv, &audit_listing, &page, as_text, err);
    listing_page_clear(&page);
    return ok;
}

static void
print_meeting(struct invocation *inv, const struct audit_finding *finding)
{
    const struct clash_side side = { .title = finding->title,
                                     .start = finding->start,
                                     .end = finding->end,
                                     .zone = finding->zone };
    struct buffer name = { 0 };

    clash_add_meeting(inv->at, &side, &name);
    print_line(inv, "%" PRId64 "  %s", finding->meeting, buffer_text(&name));
    buffer_clear(&name);
}

static void
print_text(struct invocation *inv, const struct audit_list *list)
{
    struct buffer unknown = { 0 };

    for (size_t i = 0; i < list->count; i++) {
        if (i == 0 || list->items[i - 1].meeting != list->items[i].meeting)
            print_meeting(inv, &list->items[i]);
        print_line(inv, "    %s", list->items[i].says);
    }
    if (list->meetings == 0)
        print_line(inv, "%s", _("No meeting of these days is over."));
    else if (list->count == 0)
        print_line(inv,
                   ngettext("%" PRId64 " meeting looked at: all holds.",
                            "%" PRId64 " meetings looked at: all holds.",
                            (unsigned long)list->meetings),
                   list->meetings);
    audit_add_unknown(inv->at, &unknown);
    print_lines(inv, buffer_text(&unknown));
    buffer_clear(&unknown);
}

static bool
find_in_span(struct invocation *inv, struct audit_list *list, struct error *err)
{
    struct span span = { .start = 0, .end = atelier_now(inv->at) };

    if (!invocation_option(inv, "from"))
        return error_set_field(err, ERROR_INPUT, "from",
                               _("Name a meeting, or the first day of several with "
                                 "--from."));
    if (!invocation_option_span(inv, &span, err))
        return false;
    if (span.start >= span.end)
        return error_set_field(err, ERROR_INPUT, "to",
                               _("--to is before --from, or --from is to come."));
    return audit_of_span(inv->at, span, list, err);
}

static bool
find(struct invocation *inv, struct audit_list *list, struct error *err)
{
    int64_t meeting = 0;

    if (inv->operand_count == 0)
        return find_in_span(inv, list, err);
    if (invocation_option(inv, "from") || invocation_option(inv, "to"))
        return error_set_field(err, ERROR_INPUT, "from",
                               _("Name a meeting or days, not both."));
    return invocation_row(inv, 0, ENTITY_MEETING, &meeting, err) &&
           audit_of_meeting(inv->at, meeting, list, err);
}

bool
audit_run(struct invocation *inv, struct error *err)
{
    struct audit_list list = { 0 };
    bool as_text = false;
    const bool ok = find(inv, &list, err) && write_rows(inv, &list, &as_text, err);

    if (ok && as_text)
        print_text(inv, &list);
    audit_list_clear(&list);
    return ok;
}
