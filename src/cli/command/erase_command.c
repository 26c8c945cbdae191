/* SPDX-License-Identifier: GPL-3.0-or-later */
/* erase_command.c - somebody who wants to be forgotten is erased, once it was shown what
 * that touches */
#include <string.h>

#include "atelier/app/erase.h"
#include "atelier/base/language.h"
#include "atelier/domain/person.h"
#include "command.h"
#include "invocation.h"
#include "print.h"

static json_t *
lines_json(const struct buffer *lines)
{
    json_t *array = json_array();
    const char *rest = buffer_text(lines);

    while (*rest) {
        const size_t length = strcspn(rest, "\n");
        json_array_append_new(array, json_stringn(rest, length));
        rest += length + (rest[length] == '\n');
    }
    return array;
}

static json_t *
outcome_json(const struct erase_outcome *outcome, int64_t person, bool dry_run)
{
    const struct erase_count *count = &outcome->count;
    json_t *rows = json_object();

    for (int kind = 0; kind < ENTITY_COUNT; kind++)
        if (outcome->rows[kind] > 0)
            json_object_set_new(rows, entity_get((enum entity_kind)kind)->name,
                                json_integer((json_int_t)outcome->rows[kind]));
    return json_pack("{s:I,s:o,s:I,s:I,s:I,s:I,s:o,s:o,s:o,s:o,s:b,s:b}", "person",
                     (json_int_t)person, "rows", rows, "entries",
                     (json_int_t)count->entries, "texts", (json_int_t)count->texts,
                     "drafts", (json_int_t)count->drafts, "others",
                     (json_int_t)count->others, "elsewhere", lines_json(&outcome->texts),
                     "rolls", lines_json(&outcome->rolls), "shared",
                     lines_json(&outcome->shared), "files", lines_json(&outcome->files),
                     "log_holds", (int)outcome->log_holds, "dry_run", (int)dry_run);
}

static void
print_outcome(struct invocation *inv, const struct erase_outcome *outcome, int64_t person,
              bool dry_run)
{
    struct buffer text = { 0 };

    erase_outcome_say(outcome, &text);
    print_lines(inv, buffer_text(&text));
    buffer_clear(&text);
    if (outcome->log_holds)
        print_line(inv, "%s",
                   _("Colleagues read just now: what was overwritten leaves the "
                     "write-ahead log when all of them have left."));
    print_line(inv, "%s",
               dry_run ? _("Nothing is written: --dry-run.")
                       : _("Erased.  It cannot be undone."));
    print_json(inv, outcome_json(outcome, person, dry_run));
}

static bool
erase(struct invocation *inv, struct error *err)
{
    const bool dry_run = invocation_option(inv, "dry-run") != NULL;
    struct erase_request request = { .reason = invocation_option(inv, "reason"),
                                     .alone = invocation_option(inv, "alone") != NULL };
    struct erase_outcome outcome = { 0 };
    const bool ok =
        invocation_row(inv, 0, ENTITY_PERSON, &request.person, err) &&
        (dry_run ? erase_try : erase_person)(inv->at, &request, &outcome, err);

    if (ok)
        print_outcome(inv, &outcome, request.person, dry_run);
    erase_outcome_clear(&outcome);
    return ok;
}

static const struct command_option options[] = {
    { "dry-run", NULL, N_("only show what it will touch") },
    { "reason", "REASON", N_("why; the history keeps it") },
    { "alone", NULL,
      N_("replace the family name alone in texts, too, though others or places have "
         "it") },
    { 0 },
};

const struct command erase_commands[] = {
    { .noun = "person",
      .verb = "erase",
      .operands = "PERSON",
      .least = 1,
      .most = 1,
      .options = options,
      .summary = N_("erase a person everywhere, for good; counts stay"),
      .run = erase },
    COMMAND_END,
};
