/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pages_command.c - certificates, a programme, a month as PDF */
#include "command/pages_command.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "atelier/app/print_pages.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "paper_output.h"
#include "print.h"

#define PAGES_OPTIONS                                                                    \
    { "output", "FILE", N_("write to this file; - is the standard output") },            \
    {                                                                                    \
        "replace", NULL, N_("write over a file that is there")                           \
    }

const struct command_option pages_options[] = { PAGES_OPTIONS, { 0 } };
const struct command_option month_options[] = {
    { "month", "MONTH", N_("a month like 2027-03; else this one") },
    { "group", "GROUP", N_("the meetings of this working group") },
    { "room", "ROOM", N_("those in this room") },
    { "person", "PERSON", N_("those that this person is on the list of") },
    PAGES_OPTIONS,
    { 0 },
};

static void
say_printed(struct invocation *inv, const char *file, const struct paper_outcome *outcome)
{
    if (!file)
        return;
    if (outcome->count > 0)
        print_line(inv,
                   ngettext("%s: %" PRId64 " certificate written",
                            "%s: %" PRId64 " certificates written",
                            (unsigned long)outcome->count),
                   file, outcome->count);
    else
        print_line(inv, _("%s: written"), file);
    paper_output_say_replaced(inv, outcome->replaced);
    json_t *json = json_pack("{s:s,s:b}", "output", file, "replaced", outcome->replaced);
    if (outcome->count > 0)
        json_object_set_new(json, "certificates", json_integer(outcome->count));
    print_json(inv, json);
}

static bool
run(struct invocation *inv, const struct pages_request *request, struct error *err)
{
    if (!paper_output_check(inv, _("Name a file with --output, such as paper.pdf."), err))
        return false;
    const struct print_destination to = paper_output_to(inv);
    struct paper_job *job = pages_job_start(inv->at, request, &to, err);
    struct paper_outcome outcome;
    const bool ok = paper_output_finish(job, &to, &outcome, err);
    if (ok)
        say_printed(inv, to.path, &outcome);
    paper_outcome_clear(&outcome);
    return ok;
}

bool
certificates_run(struct invocation *inv, struct error *err)
{
    struct pages_request request = { .kind = PAGES_CERTIFICATES };
    int64_t *persons = memory_new((size_t)inv->operand_count, sizeof(*persons));
    bool ok = invocation_row(inv, 0, ENTITY_MEETING, &request.meeting, err);

    for (int i = 1; ok && i < inv->operand_count; i++)
        ok = invocation_row(inv, i, ENTITY_PERSON, &persons[i - 1], err);
    request.only = (struct row_choice){ persons, (size_t)inv->operand_count - 1 };
    ok = ok && run(inv, &request, err);
    free(persons);
    return ok;
}

bool
programme_print_run(struct invocation *inv, struct error *err)
{
    struct pages_request request = { .kind = PAGES_PROGRAMME };

    return invocation_row(inv, 0, ENTITY_MEETING, &request.meeting, err) &&
           run(inv, &request, err);
}

static bool
read_month(const struct invocation *inv, struct agenda_wish *wish, struct error *err)
{
    const char *text = invocation_option(inv, "month");
    struct buffer first = { 0 };

    wish->first = atelier_today(inv->at);
    wish->first.day = 1;
    buffer_addf(&first, "%s-01", text ? text : "");
    const bool ok = !text || date_parse(buffer_text(&first), &wish->first);
    buffer_clear(&first);
    if (!ok)
        return error_set_field(err, ERROR_INPUT, "month",
                               _("--month is a month like 2027-03, not “%s”."), text);
    wish->last = date_add_days(date_add_months(wish->first, 1), -1);
    return true;
}

bool
month_print_run(struct invocation *inv, struct error *err)
{
    struct pages_request request = { .kind = PAGES_MONTH };
    struct agenda_wish *wish = &request.wish;

    return read_month(inv, wish, err) &&
           invocation_option_row(inv, "group", ENTITY_WORKING_GROUP, &wish->group, err) &&
           invocation_option_row(inv, "room", ENTITY_ROOM, &wish->room, err) &&
           invocation_option_row(inv, "person", ENTITY_PERSON, &wish->person, err) &&
           run(inv, &request, err);
}
