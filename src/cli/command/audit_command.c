/* SPDX-License-Identifier: GPL-3.0-or-later */
/* audit_command.c - what does not hold of the attendance of meetings that are over */
#include "command/audit_command.h"

#include <inttypes.h>

#include "atelier/app/audit.h"
#include "atelier/app/clashes.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "filled_list.h"
#include "list_output.h"
#include "print.h"

enum { NAME_MOST = 30 };

static const struct column columns[] = {
    FILLED_CHOICE("kind", N_("Kind"), audit_kinds, NAME_MOST),
    FILLED_HIDDEN("meeting", FIELD_NUMBER),
    FILLED_TEXT("title", N_("Title")),
    FILLED_TIME("start", N_("Start")),
    FILLED_HIDDEN("zone", FIELD_ZONE),
    FILLED_COLUMN("slot", N_("Slot"), FIELD_TEXT, NAME_MOST),
    FILLED_TEXT("says", N_("What does not hold")),
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
add_row(const struct audit_finding *finding, struct listing_page *page)
{
    char *const cells[COLUMNS] = {
        memory_copy(audit_kinds[finding->kind].name),
        filled_list_id(finding->meeting),
        memory_copy(finding->title),
        filled_list_time(finding->start),
        memory_copy(finding->zone),
        memory_copy(finding->slot),
        memory_copy(finding->says),
    };

    filled_list_add(page, finding->meeting, cells);
}

static bool
write_rows(struct invocation *inv, const struct audit_list *list, bool *as_text,
           struct error *err)
{
    struct listing_page page = { 0 };

    filled_list_init(&page, list->count, COLUMNS);
    for (size_t i = 0; i < list->count; i++)
        add_row(&list->items[i], &page);
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
