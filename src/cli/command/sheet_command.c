/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sheet_command.c - the attendance sheet: as text, for a spreadsheet, on paper */
#include "command/sheet_command.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "answers.h"
#include "atelier/app/print_sheet.h"
#include "atelier/app/sheet_scan.h"
#include "atelier/base/language.h"
#include "atelier/base/path.h"
#include "atelier/base/text.h"
#include "atelier/domain/sheet_rows.h"
#include "list_output.h"
#include "paper_output.h"
#include "print.h"
#include "text_output.h"

const struct command_option scan_options[] = {
    { "version", "N", N_("of the sheet that was signed; the newest when not given") },
    { "none", NULL, N_("none is noted any more") },
    { 0 },
};

const struct command_option sheet_options[] = {
    { "format", "text|csv|xlsx|pdf", N_("in this form; else as the file's name ends") },
    { "output", "FILE", N_("write to this file; - is the standard output") },
    { "replace", NULL, N_("write over a file that is there") },
    { "blank", "N", N_("empty rows for who comes unexpected; 4 when not given") },
    { "slot", "SLOT", N_("a column for this slot alone") },
    { 0 },
};

/* --- in which form */

static bool
names_form(const struct invocation *inv, const char *form)
{
    const char *named = invocation_option(inv, "format");
    const char *output = invocation_option(inv, "output");

    return named ? strcasecmp(named, form) == 0 : output && path_ends_in(output, form);
}

static bool
is_text(const struct invocation *inv)
{
    return names_form(inv, "text") || names_form(inv, "txt");
}

static const char *
file_of(const struct invocation *inv)
{
    const char *output = invocation_option(inv, "output");

    return output && strcmp(output, "-") != 0 ? output : NULL;
}

/* --- as text */

/* The rows of the paper, with a column to sign in for each slot. */
static void
print_text(struct invocation *inv, const struct printed_sheet *sheet)
{
    struct sheet_rows rows = { 0 };

    if (inv->options->json && !inv->text)
        return;
    print_line(inv, _("%s: %s"), sheet->kind, sheet->title);
    print_line(inv, "%s", sheet->group);
    for (size_t i = 0; i < sheet->facts.count; i++)
        print_line(inv, _("%s: %s"), sheet->facts.items[i].label,
                   sheet->facts.items[i].value);
    print_line(inv, "%s", "");
    sheet_rows_fill_lined(&rows, sheet);
    print_page(inv, &rows.listing, &rows.page);
    sheet_rows_clear(&rows);
    print_line(inv, "%s", "");
    print_line(inv, _("%s: %s"), sheet->kind, sheet->version);
}

static json_t *
people_json(const struct printed_sheet *sheet)
{
    json_t *rows = json_array();

    for (size_t i = 0; i < sheet->people.count; i++) {
        const struct printed_person *person = &sheet->people.items[i];
        json_array_append_new(rows,
                              json_pack("{s:s,s:s?,s:s?,s:s?,s:b}", "name", person->name,
                                        "organisation", person->organisation, "function",
                                        person->function, "category", person->category,
                                        "remote", person->remote));
    }
    return rows;
}

static bool
show(struct invocation *inv, const struct sheet_request *request, struct error *err)
{
    struct printed_sheet sheet = { 0 };
    struct sheet_standing standing;
    int64_t scanned = 0;
    char *scan = NULL;
    const bool ok =
        sheet_read(inv->at, request, &sheet, err) &&
        sheet_standing_load(inv->at, request->meeting, request->slot, &standing, err) &&
        sheet_scan_find(inv->at, request->meeting, &scanned, &scan, err) &&
        (!file_of(inv) || text_output_begin(inv, file_of(inv), err));

    if (ok) {
        print_text(inv, &sheet);
        if (scan)
            print_line(inv, _("Scan of version %" PRId64 ": %s"), scanned, scan);
        print_json(inv,
                   json_pack("{s:I,s:I,s:b,s:I,s:s?,s:o}", "meeting",
                             (json_int_t)request->meeting, "version",
                             (json_int_t)standing.version, "stale", standing.is_stale,
                             "changed", (json_int_t)standing.changed, "scan", scan,
                             "people", people_json(&sheet)));
    }
    printed_sheet_clear(&sheet);
    free(scan);
    return ok;
}

/* --- for a spreadsheet */

static bool
write_rows(struct invocation *inv, const struct sheet_request *request, struct error *err)
{
    struct printed_sheet sheet = { 0 };
    struct sheet_rows rows = { 0 };
    bool as_table = false;
    bool ok = sheet_read(inv->at, request, &sheet, err);

    if (ok) {
        sheet_rows_fill(&rows, &sheet);
        ok = list_output_page(inv, &rows.listing, &rows.page, &as_table, err);
    }
    sheet_rows_clear(&rows);
    printed_sheet_clear(&sheet);
    return ok;
}

/* --- on paper */

static void
say_printed(struct invocation *inv, const char *file, const struct sheet_outcome *outcome)
{
    if (outcome->missed.length > 0)
        (void)fputs(buffer_text(&outcome->missed), stderr);
    if (!file)
        return;
    if (outcome->replaced)
        print_line(inv, _("%s: version %" PRId64 " written; the older file is replaced"),
                   file, outcome->version);
    else
        print_line(inv, _("%s: version %" PRId64 " written"), file, outcome->version);
    print_json(inv, json_pack("{s:s,s:I,s:b,s:b}", "output", file, "version",
                              (json_int_t)outcome->version, "new", outcome->is_new,
                              "replaced", outcome->replaced));
}

static bool
print_pdf(struct invocation *inv, const struct sheet_request *request, struct error *err)
{
    const struct print_destination to = paper_output_to(inv);
    struct sheet_job *job = sheet_job_start(inv->at, request, &to, err);

    if (!job)
        return paper_output_refuse(&to, err);
    struct child *child = sheet_job_child(job);
    struct sheet_outcome outcome;
    paper_output_wait(child);
    const bool ok = sheet_job_end(job, child, &outcome, err);
    child_free(child);
    if (ok)
        say_printed(inv, to.path, &outcome);
    sheet_outcome_clear(&outcome);
    return ok;
}

/* --- which of them */

static bool
check_form(const struct invocation *inv, struct error *err)
{
    const char *named = invocation_option(inv, "format");
    const char *file = file_of(inv);
    const bool is_list = names_form(inv, "csv") || names_form(inv, "xlsx");
    const bool is_paper = names_form(inv, "pdf");

    if (named && !is_list && !is_paper && strcasecmp(named, "text") != 0)
        return error_set_field(err, ERROR_INPUT, "format",
                               _("--format is text, csv, xlsx or pdf, not “%s”."), named);
    if (file && !is_list && !is_paper && !is_text(inv))
        return error_set_field(err, ERROR_INPUT, "output",
                               _("“%s” does not say its form: end the name in .pdf, "
                                 ".txt, .csv or .xlsx."),
                               file);
    if (is_paper && !file && inv->options->json)
        return error_set_field(err, ERROR_INPUT, "format",
                               _("--json and --format ask for two forms; name a file "
                                 "with --output, or leave one out."));
    return !is_paper || file || paper_output_check_terminal(inv, err);
}

static bool
check_blank(int64_t blank, struct error *err)
{
    return (blank >= 0 && blank <= PRINTED_BLANK_MOST) ||
           error_set_field(err, ERROR_INPUT, "blank",
                           _("--blank is a number from 0 to %d."), PRINTED_BLANK_MOST);
}

bool
sheet_command_run(struct invocation *inv, struct error *err)
{
    struct sheet_request request = { .blank = SHEET_BLANK_USUAL };

    if (!check_form(inv, err) ||
        !invocation_row(inv, 0, ENTITY_MEETING, &request.meeting, err) ||
        !invocation_option_number(inv, "blank", &request.blank, err) ||
        !invocation_option_within(inv, "slot", ENTITY_SLOT, request.meeting,
                                  &request.slot, err) ||
        !check_blank(request.blank, err))
        return false;
    if (names_form(inv, "pdf"))
        return print_pdf(inv, &request, err);
    if (!names_form(inv, "csv") && !names_form(inv, "xlsx"))
        return show(inv, &request, err);
    return write_rows(inv, &request, err);
}

/* --- its scan, once it is signed */

bool
scan_command_run(struct invocation *inv, struct error *err)
{
    const bool none = invocation_option(inv, "none") != NULL;
    struct scan_request request = { 0 };
    int64_t version = 0;

    if (none == (inv->operand_count > 1))
        return error_set_field(err, ERROR_INPUT, "none",
                               _("Name the file of the scan, or say --none."));
    if (!invocation_row(inv, 0, ENTITY_MEETING, &request.meeting, err) ||
        !invocation_option_number(inv, "version", &request.version, err))
        return false;
    request.file = none ? NULL : inv->operands[1];
    if (!none && text_is_blank(request.file))
        return error_set_field(err, ERROR_INPUT, "none",
                               _("Name the file of the scan, or say --none."));
    struct questions sheet = { 0 };
    if (inv->options->is_request) /* whose files are on another computer */
        question_reply(&sheet, QUESTION_UNSEEN, QUESTION_YES, NULL);
    const bool noted = answers_read(inv, &sheet, err) &&
                       (sheet_scan_note(inv->at, &request, &sheet, &version, err) ||
                        answers_explain(inv, &sheet, err));
    questions_clear(&sheet);
    if (!noted)
        return false;
    if (none)
        print_line(inv, _("No scan is noted with version %" PRId64 " of the sheet."),
                   version);
    else
        print_line(inv, _("The scan is noted with version %" PRId64 " of the sheet: %s"),
                   version, request.file);
    print_json(inv, json_pack("{s:I,s:I,s:s?}", "meeting", (json_int_t)request.meeting,
                              "version", (json_int_t)version, "scan", request.file));
    return true;
}
