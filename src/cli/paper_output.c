/* SPDX-License-Identifier: GPL-3.0-or-later */
/* paper_output.c - where a command writes a document that is printed: a file, or the
 * standard output */
#include "paper_output.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "atelier/base/language.h"
#include "atelier/cli/progress_line.h"
#include "print.h"

bool
paper_output_check_terminal(const struct invocation *inv, struct error *err)
{
    return !isatty(STDOUT_FILENO) ||
           error_set_field(err, ERROR_INPUT, "output",
                           inv->options->is_request
                               ? _("A PDF is not for the terminal: come without -t, and "
                                   "write > FILE.pdf behind the whole, on your own "
                                   "computer.")
                               : _("A PDF is not for the terminal: name a file with "
                                   "--output."));
}

bool
paper_output_check_json(const struct invocation *inv, struct error *err)
{
    return !inv->options->json ||
           error_set_field(err, ERROR_INPUT, "output",
                           _("--json and a document on the standard output are two "
                             "answers: name a file with --output."));
}

bool
paper_output_check(const struct invocation *inv, const char *wanting, struct error *err)
{
    const char *output = invocation_option(inv, "output");

    if (!output)
        return error_set_field(err, ERROR_INPUT, "output", "%s", wanting);
    return strcmp(output, "-") != 0 ||
           (paper_output_check_json(inv, err) && paper_output_check_terminal(inv, err));
}

/* What it could not take is said at the end, with the reason: see cli_run(). */
static bool
write_out(void *context, const char *bytes, size_t length)
{
    (void)context;
    (void)fwrite(bytes, 1, length, stdout);
    return true;
}

struct print_destination
paper_output_to(const struct invocation *inv)
{
    const char *output = invocation_option(inv, "output");

    return (struct print_destination){
        .path = output && strcmp(output, "-") != 0 ? output : NULL,
        .replace = invocation_option(inv, "replace"),
        .sink = write_out,
    };
}

bool
paper_output_refuse(const struct print_destination *to, struct error *err)
{
    return !to->replace && err->kind == ERROR_EXISTS
               ? error_set(err, ERROR_EXISTS,
                           _("%s is there already; name another file, or add "
                             "--replace."),
                           to->path)
               : false;
}

void
paper_output_wait(struct child *child)
{
    struct progress_line line = { .what = _("Printing"), .shown = -1 };

    (void)child_wait(child, progress_line_step, &line, NULL);
    progress_line_end(&line);
}

/* Lets a job that began print to its end, and frees it. */
static bool
finish(struct paper_job *job, struct paper_outcome *outcome, struct error *err)
{
    struct child *child = paper_job_child(job);

    paper_output_wait(child);
    const bool ok = paper_job_end(job, child, outcome, err);
    child_free(child);
    if (outcome->missed.length > 0)
        (void)fputs(buffer_text(&outcome->missed), stderr);
    return ok;
}

bool
paper_output_finish(struct paper_job *job, const struct print_destination *to,
                    struct paper_outcome *outcome, struct error *err)
{
    *outcome = (struct paper_outcome){ 0 };
    return job ? finish(job, outcome, err) : paper_output_refuse(to, err);
}

void
paper_output_say_replaced(struct invocation *inv, bool replaced)
{
    if (replaced)
        print_line(inv, "%s", _("The older file is replaced."));
}

void
paper_output_say_written(struct invocation *inv, const char *path, bool replaced)
{
    print_line(inv, _("%s: written"), path);
    paper_output_say_replaced(inv, replaced);
    print_json(inv, json_pack("{s:s,s:b}", "output", path, "replaced", replaced));
}
