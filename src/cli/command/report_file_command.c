/* SPDX-License-Identifier: GPL-3.0-or-later */
/* report_file_command.c - the report of a meeting leaves the program: as a file, to those
 * who were there, for good */
#include "command/report_file_command.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "atelier/app/close_report.h"
#include "atelier/app/export_report.h"
#include "atelier/app/finish_report.h"
#include "atelier/app/report_addresses.h"
#include "atelier/app/report_writers.h"
#include "atelier/base/language.h"
#include "command/report_show.h"
#include "paper_output.h"
#include "print.h"

const struct command_option report_export_options[] = {
    { "format", "text|markdown|html|pdf",
      N_("in this form; else as the file's name ends") },
    { "output", "FILE", N_("write to this file; - is the standard output") },
    { "replace", NULL, N_("write over a file that is there") },
    { "version", "N", N_("as it stood when that version was made final") },
    { 0 },
};

/* --- to a file */

static bool
find_form(const struct invocation *inv, const char *file, enum report_form *form,
          struct error *err)
{
    const char *named = invocation_option(inv, "format");
    const int found = named  ? choice_find(report_forms, named)
                      : file ? report_form_of_name(file)
                             : (int)REPORT_AS_TEXT;

    if (found < 0 && named)
        return error_set_field(err, ERROR_INPUT, "format",
                               _("--format is text, markdown, html or pdf, not “%s”."),
                               named);
    if (found < 0)
        return error_set_field(err, ERROR_INPUT, "output",
                               _("“%s” does not say its form: end the name in .html, "
                                 ".pdf, .md or .txt."),
                               file);
    *form = (enum report_form)found;
    return true;
}

static bool
check_output(const struct invocation *inv, const char *file, enum report_form form,
             struct error *err)
{
    return file || (paper_output_check_json(inv, err) &&
                    (form != REPORT_AS_PDF || paper_output_check_terminal(inv, err)));
}

static void
say_written(struct invocation *inv, const char *file, enum report_form form,
            bool replaced)
{
    if (!file)
        return;
    print_line(inv, _("%s: written"), file);
    paper_output_say_replaced(inv, replaced);
    print_json(inv, json_pack("{s:s,s:s,s:b}", "output", file, "format",
                              report_forms[form].name, "replaced", replaced));
}

static bool
end_job(struct paper_job *job, const struct print_destination *to, bool *replaced,
        struct error *err)
{
    struct paper_outcome outcome;
    const bool ok = paper_output_finish(job, to, &outcome, err);

    *replaced = outcome.replaced;
    paper_outcome_clear(&outcome);
    return ok;
}

bool
report_export_run(struct invocation *inv, struct error *err)
{
    const struct print_destination to = paper_output_to(inv);
    struct report_export wish = { 0 };
    struct paper_job *job = NULL;
    bool replaced = false;

    if (!find_form(inv, to.path, &wish.form, err) ||
        !check_output(inv, to.path, wish.form, err) ||
        !invocation_row(inv, 0, ENTITY_MEETING, &wish.meeting, err) ||
        !invocation_option_number(inv, "version", &wish.version, err))
        return false;
    if (!report_export(inv->at, &wish, &to, &job, &replaced, err))
        return paper_output_refuse(&to, err);
    if (job && !end_job(job, &to, &replaced, err))
        return false;
    say_written(inv, to.path, wish.form, replaced);
    return true;
}

/* --- to those who were there */

static json_t *
addresses_as_json(const struct report_addresses *list)
{
    json_t *array = json_array();

    for (size_t i = 0; i < list->count; i++)
        json_array_append_new(array, json_pack("{s:s,s:s?}", "name", list->items[i].name,
                                               "email", list->items[i].email));
    return array;
}

static void
print_addresses(struct invocation *inv, const struct report_addresses *list)
{
    size_t without = 0;

    print_line(inv, "%s", "");
    if (list->count == 0)
        print_line(inv, "%s", _("Nobody was there or excused: there is no address."));
    else
        print_line(inv, "%s", _("To send it to, who was there and who was excused:"));
    for (size_t i = 0; i < list->count; i++) {
        if (list->items[i].email)
            print_line(inv, "  %s <%s>", list->items[i].name, list->items[i].email);
        else
            without++;
    }
    if (without > 0)
        print_line(inv, "%s", _("Without an e-mail:"));
    for (size_t i = 0; i < list->count; i++)
        if (!list->items[i].email)
            print_line(inv, "  %s", list->items[i].name);
}

static bool
print_circulated(struct invocation *inv, int64_t meeting, struct error *err)
{
    const struct report_export wish = { .meeting = meeting, .form = REPORT_AS_TEXT };
    struct report_document document = { 0 };
    struct report_addresses list = { 0 };
    struct buffer text = { 0 };
    const bool ok = report_export_read(inv->at, &wish, &document, err) &&
                    report_addresses_load(inv->at, meeting, &list, err);

    if (ok) {
        report_text(&document, &text);
        print_lines(inv, buffer_text(&text));
        print_addresses(inv, &list);
        print_json(inv, json_pack("{s:I,s:s,s:o,s:s}", "meeting", (json_int_t)meeting,
                                  "state", "circulated", "addresses",
                                  addresses_as_json(&list), "text", buffer_text(&text)));
    }
    buffer_clear(&text);
    report_addresses_clear(&list);
    report_document_clear(&document);
    return ok;
}

bool
report_circulate_run(struct invocation *inv, struct error *err)
{
    int64_t meeting;

    return invocation_row(inv, 0, ENTITY_MEETING, &meeting, err) &&
           report_circulate(inv->at, meeting, err) && print_circulated(inv, meeting, err);
}

/* --- for good */

static bool
finish(struct invocation *inv, int64_t meeting, struct finish_outcome *outcome,
       struct error *err)
{
    struct finish_job *job = finish_job_start(inv->at, meeting, NULL, err);

    if (!job)
        return false;
    struct child *child = finish_job_child(job);
    paper_output_wait(child);
    const bool ok = finish_job_end(job, child, outcome, err);
    child_free(child);
    return ok;
}

static void
say_final(struct invocation *inv, int64_t meeting, const struct finish_outcome *outcome)
{
    if (outcome->missed.length > 0)
        (void)fputs(buffer_text(&outcome->missed), stderr);
    print_line(inv,
               _("Its PDF is kept, “atelier report export %" PRId64
                 " --output FILE.pdf” writes it.  SHA-256: %s"),
               meeting, outcome->sha256);
}

bool
report_finalise_run(struct invocation *inv, struct error *err)
{
    struct finish_outcome outcome = { 0 };
    int64_t meeting;
    bool ok = invocation_row(inv, 0, ENTITY_MEETING, &meeting, err) &&
              finish(inv, meeting, &outcome, err);

    if (ok && inv->options->json)
        print_json(inv, json_pack("{s:I,s:I,s:I,s:s}", "meeting", (json_int_t)meeting,
                                  "number", (json_int_t)outcome.number, "version",
                                  (json_int_t)outcome.version, "sha256", outcome.sha256));
    else if (ok && (ok = report_show(inv, err)))
        say_final(inv, meeting, &outcome);
    finish_outcome_clear(&outcome);
    return ok;
}
