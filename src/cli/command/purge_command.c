/* SPDX-License-Identifier: GPL-3.0-or-later */
/* purge_command.c - people whom nothing keeps any more are erased */
#include <stdint.h>

#include "atelier/app/purge.h"
#include "atelier/base/language.h"
#include "command.h"
#include "invocation.h"
#include "print.h"

static json_t *
outcome_json(const struct purge_outcome *outcome, bool dry_run)
{
    json_t *people = json_array();

    for (size_t i = 0; i < outcome->count; i++) {
        const struct purged *purged = &outcome->items[i];
        char day[DATE_TEXT_SIZE];
        date_format(purged->until, day);
        json_array_append_new(people,
                              json_pack("{s:I,s:s,s:s,s:b,s:s?}", "person",
                                        (json_int_t)purged->person, "title",
                                        purged->title, "until", day, "own_day",
                                        (int)purged->own_day, "stays", purged->stays));
    }
    return json_pack("{s:I,s:I,s:o,s:b}", "erased", (json_int_t)outcome->erased, "stay",
                     (json_int_t)(outcome->count - outcome->erased), "people", people,
                     "dry_run", (int)dry_run);
}

static bool
purge(struct invocation *inv, struct error *err)
{
    const bool dry_run = invocation_option(inv, "dry-run") != NULL;
    const char *reason = invocation_option(inv, "reason");
    struct purge_outcome outcome = { 0 };
    struct buffer text = { 0 };
    bool ok = purge_people(inv->at, reason ? reason : _("kept as long as they may be"),
                           dry_run, NULL, NULL, &outcome, err);

    if (ok || outcome.erased > 0) {
        purge_outcome_say(&outcome, dry_run, SIZE_MAX, &text);
        print_lines(inv, buffer_text(&text));
        if (dry_run)
            print_line(inv, "%s", _("Nothing is written: --dry-run."));
        print_json(inv, outcome_json(&outcome, dry_run));
    }
    if (ok && outcome.erased < outcome.count)
        ok = error_set(err, ERROR_RULE,
                       ngettext("%zu person stays; the reason is above.",
                                "%zu people stay; the reasons are above.",
                                outcome.count - outcome.erased),
                       outcome.count - outcome.erased);
    buffer_clear(&text);
    purge_outcome_clear(&outcome);
    return ok;
}

static const struct command_option options[] = {
    { "dry-run", NULL, N_("only show who would be erased, who stays, and why") },
    { "reason", "REASON", N_("why; the history keeps it") },
    { 0 },
};

const struct command purge_commands[] = {
    { .noun = "person",
      .verb = "purge",
      .options = options,
      .summary = N_("erase for good whoever was to be kept until a day that has passed"),
      .run = purge },
    COMMAND_END,
};
