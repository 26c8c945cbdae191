/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_command.c - people from a spreadsheet: seen with --dry-run, written without */
#include <inttypes.h>
#include <string.h>

#include "atelier/app/import_people.h"
#include "atelier/base/language.h"
#include "atelier/cli/progress_line.h"
#include "command/import_option.h"
#include "command/import_report.h"
#include "print.h"

static bool
judge(struct import *import, struct error *err)
{
    struct progress_line progress = { .what = _("Reading the rows"), .shown = -1 };
    const bool ok = import_judge(import, progress_line_step, &progress, err);
    progress_line_end(&progress);
    return ok;
}

/* Who said no since is put back by a word of its own; each is named with the rows. */
static bool
put_back(struct invocation *inv, struct import *import, struct error *err)
{
    bool ok = true;
    for (size_t i = 0;
         ok && invocation_option(inv, "put-back") && i < import_row_count(import); i++)
        ok = !import_row_is_away(import, i) || import_put_back(import, i, err);
    return ok;
}

/* People whose name is fine come without an e-mail that is none. */
static bool
drop_wrong(struct invocation *inv, struct import *import, struct error *err)
{
    const size_t count =
        invocation_option(inv, "drop-wrong") ? import_row_count(import) : 0;
    bool any = false;
    for (size_t i = 0; i < count; i++) {
        bool done = false;
        if (import_row_verdict(import, i) == IMPORT_REFUSED &&
            !import_leave_out_wrong(import, i, &done, err))
            return false;
        any = any || done;
    }
    return !any || judge(import, err);
}

/* The dry run goes the whole way too, so that its figures are those of the run. */
static bool
write_rows(struct invocation *inv, struct import *import, bool dry_run, json_t *object,
           int64_t *full, struct error *err)
{
    struct progress_line progress = { .what = _("Importing"), .shown = -1 };
    struct import_outcome outcome;
    if (!dry_run && !import_option_check_sender(inv, err))
        return false;
    bool ok = dry_run
                  ? import_rehearse(import, progress_line_step, &progress, &outcome, err)
                  : import_run(import, progress_line_step, &progress, &outcome, err);
    progress_line_end(&progress);
    if (!ok)
        return false;
    *full = outcome.full + outcome.unanswered;
    import_report_outcome(inv, import, &outcome, dry_run, object);
    return true;
}

static bool
save_refused(struct invocation *inv, struct import *import, struct error *err)
{
    const char *path = invocation_option(inv, "refused");
    int64_t rows;
    if (path && invocation_option(inv, "dry-run"))
        print_line(inv, _("%s is not written: --dry-run writes nothing."), path);
    else if (path)
        return import_save_refused(import, path, &rows, err);
    return true;
}

/* No column holds a name where no heading is known: that is asked first.  Always false.
 */
static bool
explain(struct invocation *inv, struct import *import, struct error *err)
{
    struct error asked = { 0 };
    if (err->field && strcmp(err->field, "mapping") == 0 &&
        import_mapping(import)->count > 1 &&
        !import_option_ask_headings(inv, import, &asked))
        return error_pass(err, &asked);
    return false;
}

/* A guess from the cells does not say whether the first row is somebody. */
static bool
ask_headings(struct invocation *inv, struct import *import, struct error *err)
{
    const struct import_mapping *mapping = import_mapping(import);
    if (import_option_ask_headings(inv, import, err) ||
        (!invocation_option(inv, "map") && !import_mapping_check(mapping, NULL)))
        return true;
    import_report_mapping(inv, import);
    return false;
}

static bool
import_file(struct invocation *inv, struct import *import, json_t *object, int64_t *out,
            struct error *err)
{
    bool dry_run = invocation_option(inv, "dry-run");
    if (invocation_option(inv, "forget-columns") && !import_forget_columns(import, err))
        return false;
    if (!import_option_headings_in(inv, import, err))
        return false;
    import_report_reading(inv, import, object);
    if (import_wrong_lines(import) > 0) { /* also of headings, which are weighed next */
        import_report_encodings(inv, import);
        return import_option_ask_encoding(import, err);
    }
    if (!import_option_headings(inv, import, err) ||
        !import_option_mapping(inv, import, err) || !ask_headings(inv, import, err) ||
        !import_option_create(inv, import, err))
        return false;
    import_mapping(import)->keep_capitals = invocation_option(inv, "keep-capitals");
    import_mapping(import)->keep_telephones = invocation_option(inv, "keep-telephones");
    if (invocation_option(inv, "refused"))
        import_keep_columns(import);
    const bool judged = judge(import, err) && drop_wrong(inv, import, err) &&
                        put_back(inv, import, err) &&
                        import_option_decisions(inv, import, err);
    int64_t counts[IMPORT_VERDICT_COUNT];
    import_counts(import, counts);
    /* What is left out may have been read from the wrong column. */
    const bool guessed = import_is_headless(import) && !invocation_option(inv, "map");
    if (dry_run || !judged || guessed ||
        counts[IMPORT_REFUSED] + counts[IMPORT_DOUBTFUL] > 0)
        import_report_mapping(inv, import);
    else
        import_report_passed_over(inv, import);
    if (!judged)
        return explain(inv, import, err);
    import_report_noes(inv, import, object);
    json_object_set_new(object, "columns", import_report_columns(import));
    json_t *rows = json_array();
    json_object_set_new(object, "rows", rows);
    if (!import_report_rows(inv, import, rows, err))
        return false;
    json_object_set_new(object, "counts", import_report_counts(inv, counts));
    import_report_doubts(inv, import);
    import_report_new_names(inv, import, dry_run, object);
    json_object_set_new(object, "dry_run", json_boolean(dry_run));
    int64_t full = 0;
    bool ok = write_rows(inv, import, dry_run, object, &full, err) &&
              import_report_full(inv, import, rows, err) &&
              save_refused(inv, import, err);
    *out = counts[IMPORT_REFUSED] + counts[IMPORT_DOUBTFUL] + full;
    return ok;
}

static bool
run(struct invocation *inv, struct error *err)
{
    struct import_goal goal = { 0 };
    bool hidden_said;
    struct import_choice choice = { .encoding = invocation_option(inv, "encoding"),
                                    .sheet = invocation_option(inv, "sheet") };
    if (!import_option_goal(inv, &goal, err) || !import_option_check_refused(inv, err) ||
        !import_option_hidden(inv, &hidden_said, &choice.leave_hidden, err))
        return false;
    struct import *import =
        import_open_as(inv->at, inv->operands[0], &goal, &choice, err);
    if (!import)
        return false;
    json_t *object = json_object();
    int64_t out = 0;
    bool ok = import_option_check_idle(inv, import, err) &&
              import_option_check_choice(inv, import, hidden_said, err) &&
              import_file(inv, import, object, &out, err);
    if (ok)
        print_json(inv, object);
    else
        json_decref(object);
    import_free(import);
    /* A script looks at the status alone (rule 11). */
    if (ok && out > 0 && inv->options->is_request) /* there it writes no file */
        return error_set(err, ERROR_RULE,
                         ngettext("%" PRId64 " row was left out or found no seat; its "
                                  "reason is above.",
                                  "%" PRId64 " rows were left out or found no seat; "
                                  "their reasons are above.",
                                  (unsigned long)out),
                         out);
    if (ok && out > 0)
        return error_set(err, ERROR_RULE,
                         ngettext("%" PRId64 " row was left out or found no seat; its "
                                  "reason is above, and --refused FILE saves it.",
                                  "%" PRId64
                                  " rows were left out or found no seat; their "
                                  "reasons are above, and --refused FILE saves them.",
                                  (unsigned long)out),
                         out);
    return ok;
}

static const struct command_option options[] = {
    { "dry-run", NULL, N_("show what it would do, and write nothing") },
    { "meeting", "MEETING",
      N_("register the people for this meeting as well; columns such as Wish 1 hold its "
         "workshops") },
    { "group", "GROUP", N_("make the people members of this group as well, from today") },
    { "role", "ROLE", N_("in the group: member, chair, alternate or observer") },
    { "map", "N=FIELD,...",
      N_("what columns hold, where the guess is wrong: family, given, name-given-first, "
         "name-family-first, civility, email, second-email, phone, organisation, "
         "function, "
         "category, territory, language, needs, note, coming, away, role, wish or "
         "nothing") },
    { "forget-columns", NULL,
      N_("guess what columns hold, as if nobody had said it before") },
    { "create", "WHAT",
      N_("what is created of what is new: organisations (as without it), categories "
         "(with "
         "their organisations), or nothing") },
    { "headings", "yes|no", N_("whether the first row holds headings, not a person") },
    { "headings-in", "LINE", N_("the line of the file that holds the headings") },
    { "encoding", "NAME",
      N_("how letters are written, where the guess is wrong: CP850, Mac") },
    { "sheet", "NAME", N_("the sheet of a workbook that has several") },
    { "hidden", "yes|no", N_("whether rows that the sheet hides are imported too") },
    { "keep-capitals", NULL,
      N_("leave names in capitals as they are: DUPONT, not Dupont") },
    { "keep-telephones", NULL,
      N_("leave telephones as they are: 612345678, not 0612345678") },
    { "new", "LINES", N_("doubtful rows that are somebody new, by line: 5,12") },
    { "known", "LINES", N_("doubtful rows that are the person whom they name") },
    { "leave-out", "LINES", N_("rows that are not taken") },
    { "put-back", NULL,
      N_("also whoever is no longer on the list of the meeting (declined, withdrew, was "
         "excused, refused, replaced, or whose offer lapsed), or left the group") },
    { "drop-wrong", NULL,
      N_("take people without the e-mail, telephone and so on that cannot be read") },
    { "refused", "FILE", N_("save the rows that are left out, with their reasons") },
    { 0 },
};

const struct command import_commands[] = {
    { .noun = "person",
      .verb = "import",
      .operands = "FILE",
      .least = 1,
      .most = 1,
      .options = options,
      .summary = N_("import people from a CSV file, a workbook (.xlsx) or address cards "
                    "(.vcf), in one act"),
      .run = run },
    COMMAND_END,
};
