/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cards_command.c - badges and place cards of a meeting */
#include "command/cards_command.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/app/print_cards.h"
#include "atelier/app/register.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "paper_output.h"
#include "print.h"

const struct command_option cards_options[] = {
    { "output", "FILE", N_("write to this file; - is the standard output") },
    { "replace", NULL, N_("write over a file that is there") },
    { "size", "SIZE", N_("of the cards, such as 86x54, or a name, such as a7") },
    { 0 },
};

static void
say_printed(struct invocation *inv, const char *file, const struct paper_outcome *outcome)
{
    if (!file)
        return;
    print_line(inv,
               ngettext("%s: %" PRId64 " card written", "%s: %" PRId64 " cards written",
                        (unsigned long)outcome->count),
               file, outcome->count);
    paper_output_say_replaced(inv, outcome->replaced);
    print_json(inv, json_pack("{s:s,s:I,s:b}", "output", file, "cards",
                              (json_int_t)outcome->count, "replaced", outcome->replaced));
}

/* Those who are named, if any: each is on the list of the meeting. */
static bool
read_people(struct invocation *inv, int64_t meeting, int64_t *registrations,
            struct error *err)
{
    for (int i = 1; i < inv->operand_count; i++) {
        int64_t person = 0;
        if (!invocation_row(inv, i, ENTITY_PERSON, &person, err) ||
            !register_find(inv->at, meeting, person, &registrations[i - 1], err))
            return false;
    }
    return true;
}

static bool
print_cards(struct invocation *inv, const struct cards_request *request,
            struct error *err)
{
    const struct print_destination to = paper_output_to(inv);
    struct paper_job *job = cards_job_start(inv->at, request, &to, err);
    struct paper_outcome outcome;
    const bool ok = paper_output_finish(job, &to, &outcome, err);
    if (ok)
        say_printed(inv, to.path, &outcome);
    paper_outcome_clear(&outcome);
    return ok;
}

static bool
run(struct invocation *inv, enum card_kind kind, struct error *err)
{
    struct cards_request request = { .kind = kind,
                                     .size = invocation_option(inv, "size") };
    if (!paper_output_check(inv, _("Name a file with --output, such as badges.pdf."),
                            err) ||
        !invocation_row(inv, 0, ENTITY_MEETING, &request.meeting, err))
        return false;
    int64_t *only = memory_new((size_t)inv->operand_count, sizeof(*only));
    request.only = (struct row_choice){ only, (size_t)inv->operand_count - 1 };
    const bool ok =
        read_people(inv, request.meeting, only, err) && print_cards(inv, &request, err);
    free(only);
    return ok;
}

bool
badges_run(struct invocation *inv, struct error *err)
{
    return run(inv, CARD_BADGE, err);
}

bool
place_cards_run(struct invocation *inv, struct error *err)
{
    return run(inv, CARD_PLACE, err);
}
