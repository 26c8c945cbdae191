/* SPDX-License-Identifier: GPL-3.0-or-later */
/* clash_command.c - what does not go together: list it, and accept what may stay */
#include <stdlib.h>

#include "atelier/app/clashes.h"
#include "atelier/app/display.h"
#include "atelier/app/edit.h"
#include "atelier/base/language.h"
#include "atelier/domain/when.h"
#include "clash_rows.h"
#include "list_output.h"
#include "print.h"

static json_t *
json_side(const struct clash_side *side)
{
    char start[LOCAL_TIME_TEXT_SIZE];
    char end[LOCAL_TIME_TEXT_SIZE];

    if (!side->meeting)
        return json_null();
    local_time_format(side->start, start);
    local_time_format(side->end, end);
    json_t *json =
        json_pack("{s:I,s:s,s:s,s:s,s:s}", "id", (json_int_t)side->meeting, "title",
                  side->title, "start", start, "end", end, "zone", side->zone);
    if (side->part.id)
        json_object_set_new(json, entity_get(side->part.entity)->name,
                            json_integer(side->part.id));
    return json;
}

static json_t *
json_acceptance(const struct clash *clash)
{
    char at[INSTANT_TEXT_SIZE];

    if (!clash->is_accepted)
        return json_null();
    instant_format(clash->accepted_at, at);
    return json_pack("{s:s,s:s,s:s?}", "at", at, "by", clash->accepted_by, "reason",
                     clash->reason);
}

static json_t *
json_clash(const struct clash *clash, const char *name, const char *sentence)
{
    return json_pack("{s:s,s:s,s:o,s:o,s:s,s:o}", "clash", name, "kind",
                     clash_kinds[clash->kind].name, "meeting", json_side(&clash->first),
                     "other", json_side(&clash->second), "says", sentence, "accepted",
                     json_acceptance(clash));
}

static void
print_acceptance(struct invocation *inv, const struct clash *clash)
{
    struct local_time when;
    struct buffer day = { 0 };

    if (!atelier_local_time(inv->at, clash->accepted_at, NULL, &when, NULL))
        when = local_time_from_instant(clash->accepted_at);
    when_format_local_time(when, &day);
    if (clash->reason)
        print_line(inv, _("    accepted by %s, %s: %s"), clash->accepted_by,
                   buffer_text(&day), clash->reason);
    else
        print_line(inv, _("    accepted by %s, %s"), clash->accepted_by,
                   buffer_text(&day));
    buffer_clear(&day);
}

static void
print_clash(struct invocation *inv, const struct clash *clash, json_t *array)
{
    struct buffer name = { 0 };
    struct buffer meeting = { 0 };
    struct buffer sentence = { 0 };

    clash_add_name(clash, &name);
    clash_add_meeting(inv->at, &clash->first, &meeting);
    clash_describe(inv->at, clash, &sentence);
    print_line(inv, "%s  %s", buffer_text(&name), buffer_text(&meeting));
    print_line(inv, "    %s", buffer_text(&sentence));
    if (clash->is_accepted)
        print_acceptance(inv, clash);
    json_array_append_new(array,
                          json_clash(clash, buffer_text(&name), buffer_text(&sentence)));
    buffer_clear(&name);
    buffer_clear(&meeting);
    buffer_clear(&sentence);
}

static bool
find_of_meeting(struct invocation *inv, int64_t id, struct clash_list *list,
                struct error *err)
{
    struct meeting meeting;

    record_init(&meeting_entity, &meeting);
    const bool ok = edit_load(inv->at, &meeting_entity, id, &meeting, err) &&
                    (!meeting_takes_place(&meeting) ||
                     clashes_of_meeting(inv->at, &meeting, CLASH_ANY, list, err));
    record_clear(&meeting_entity, &meeting);
    return ok;
}

static bool
check_order(const struct span *span, struct error *err)
{
    return span->start < span->end ||
           error_set_field(err, ERROR_INPUT, "to",
                           _("--to is before the first day, which is today unless --from "
                             "says another."));
}

static void
print_clashes(struct invocation *inv, const struct clash_list *list, bool all)
{
    json_t *array = json_array();
    size_t shown = 0;

    for (size_t i = 0; i < list->count; i++)
        if (all || !list->items[i].is_accepted) {
            print_clash(inv, &list->items[i], array);
            shown++;
        }
    if (shown == 0)
        print_line(inv, "%s",
                   list->count > 0
                       ? _("No clash but those that were accepted; --all shows them.")
                       : _("There is no clash."));
    print_json(inv, array);
}

/* In a form for spreadsheets where one is asked for; --json alone nests both meetings. */
static bool
write_rows(struct invocation *inv, const struct clash_list *list, bool all, bool *as_text,
           struct error *err)
{
    static const char *const asking[] = { "csv", "format", "output", "replace" };
    struct listing_page page = { 0 };
    bool asked = false;

    for (size_t i = 0; i < sizeof(asking) / sizeof(asking[0]); i++)
        asked = asked || invocation_option(inv, asking[i]);
    *as_text = !asked;
    if (!asked)
        return true;
    clash_rows_fill(inv->at, list, all, &page);
    const bool ok = list_output_page(inv, &clash_rows_listing, &page, as_text, err);
    listing_page_clear(&page);
    return ok;
}

static bool
list_clashes(struct invocation *inv, struct error *err)
{
    const bool all = invocation_option(inv, "all");
    struct span span = { .start = atelier_now(inv->at), .end = INT64_MAX };
    struct clash_list list = { 0 };
    bool as_text = false;
    int64_t id = 0;

    const bool ok = invocation_option_span(inv, &span, err) && check_order(&span, err) &&
                    invocation_option_row(inv, "meeting", ENTITY_MEETING, &id, err) &&
                    (id ? find_of_meeting(inv, id, &list, err)
                        : clashes_find(inv->at, CLASH_ANY, span, &list, err)) &&
                    write_rows(inv, &list, all, &as_text, err);
    if (ok && as_text)
        print_clashes(inv, &list, all);
    clash_list_clear(&list);
    return ok;
}

static bool
accept_clash(struct invocation *inv, struct error *err)
{
    const char *name = inv->operands[0];

    if (!clash_accept(inv->at, name, invocation_option(inv, "reason"), err))
        return false;
    print_line(inv, _("%s: accepted.  “atelier undo” takes it back."), name);
    print_json(inv, json_pack("{s:s,s:b}", "clash", name, "accepted", 1));
    return true;
}

static const struct command_option list_options[] = {
    { "from", "DATE", N_("meetings from that day on; now, when it is missing") },
    { "to", "DATE", N_("meetings until that day, itself too") },
    { "meeting", "MEETING", N_("only the clashes of this meeting") },
    { "all", NULL, N_("also what was accepted, by whom and why") },
    LIST_OUTPUT_OPTIONS,
    { 0 },
};
static const struct command_option accept_options[] = {
    { "reason", "TEXT", N_("why it may stay") },
    { 0 },
};

const struct command clash_commands[] = {
    { .noun = "clash",
      .verb = "list",
      .options = list_options,
      .summary = N_("list what does not go together: rooms, people, days"),
      .only_reads = true,
      .run = list_clashes },
    { .noun = "clash",
      .verb = "accept",
      .operands = "CLASH",
      .least = 1,
      .most = 1,
      .options = accept_options,
      .summary = N_("let a clash stay, until what it is about changes"),
      .run = accept_clash },
    COMMAND_END,
};
