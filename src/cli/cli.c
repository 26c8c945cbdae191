/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cli.c - the command line: everything the screens do, for scripts */
#include "config.h"

#include "atelier/cli/cli.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>

#include "atelier/app/instants.h"
#include "atelier/app/preference.h"
#include "atelier/app/register.h"
#include "atelier/base/language.h"
#include "atelier/cli/progress_line.h"
#include "atelier/domain/erased_mark.h"
#include "command_table.h"
#include "gateway/request.h"
#include "paper_output.h"
#include "print.h"
#include "text_output.h"
#include "usage.h"
#include "words.h"

const char *
cli_language(int argc, char **argv)
{
    return words_language(command_tables, argc, argv);
}

bool
cli_is_confined(int argc, char **argv)
{
    return words_are_confined(argc, argv);
}

int
cli_complain(const struct error *err)
{
    struct buffer message = { 0 };

    erased_mark_show(err->message, &message);
    (void)fprintf(stderr, "atelier: %s\n", buffer_text(&message));
    buffer_clear(&message);
    return error_exit_status(err->kind);
}

struct atelier *
cli_open(const struct atelier_options *options, struct error *err)
{
    struct progress_line line = { .what = _("Upgrading the database"), .shown = -1 };
    struct atelier_options told = *options;

    told.upgrading = (struct telling){ progress_line_step, &line };
    struct atelier *at = atelier_open(&told, err);
    progress_line_end(&line);
    if (at)
        preference_follow_language(at);
    return at;
}

/* What follows from a command that was about something else. */
static void
print_given(struct invocation *inv)
{
    struct register_given given;
    struct buffer text = { 0 };

    if (register_given_take(inv->at, &given) &&
        register_given_say(inv->at, &given, &text))
        print_line(inv, "%s", buffer_text(&text));
    buffer_clear(&text);
}

static bool
run_open(struct invocation *inv, struct error *err)
{
    if (!inv->command->only_reads)
        instants_follow_rules(inv->at);
    struct text_outcome outcome;
    const bool ok = text_output_end(inv, inv->command->run(inv, err), &outcome, err);
    if (outcome.path)
        paper_output_say_written(inv, outcome.path, outcome.replaced);
    print_given(inv);
    return ok;
}

static bool
open_and_run(struct invocation *inv, struct error *err)
{
    if (inv->command->without_database)
        return inv->command->run(inv, err);

    struct atelier_options options = inv->options->atelier;
    options.is_brief = true;
    inv->at = cli_open(&options, err);
    if (!inv->at)
        return false;
    const bool ok =
        atelier_role_may(inv->at, inv->command->permission, err) && run_open(inv, err);
    atelier_close(inv->at);
    inv->at = NULL;
    return ok;
}

static int
run_command(struct invocation *inv)
{
    struct error err = { 0 };
    bool ok = open_and_run(inv, &err);
    return ok ? 0 : cli_complain(&err);
}

/* A pipe that closed or a full disk: the result did not arrive.  Where a long one failed
 * before its end, one more byte fails for the same reason. */
static int
finish_output(int status)
{
    errno = 0;
    if (fflush(stdout) == 0 && !ferror(stdout))
        return status;
    if (!errno) {
        clearerr(stdout);
        (void)(fputc('\n', stdout) == EOF || fflush(stdout));
    }
    (void)fprintf(stderr, _("atelier: The output could not be written: %s\n"),
                  errno ? error_system_text(errno) : _("it was closed or is full."));
    return status ? status : error_exit_status(ERROR_SYSTEM);
}

enum cli_request
cli_run(int argc, char **argv, struct cli_options *options, int *status)
{
    struct invocation inv = { .tables = command_tables };

    /* Whoever closes the pipe ends the output, not the act that is under way. */
    (void)signal(SIGPIPE, SIG_IGN);
    *status = 0;
    struct error err = { 0 };
    enum cli_request request = CLI_DONE;
    enum words_request words = words_read(argc, argv, options, &inv, &err);
    if (options->is_request && !request_allows(&inv, words, &err))
        words = WORDS_WRONG;
    switch (words) {
    case WORDS_SCREENS:
        request = CLI_SCREENS;
        break;
    case WORDS_DEMO:
        request = CLI_DEMO;
        break;
    case WORDS_VERSION:
        printf("atelier %s\n", PACKAGE_VERSION);
        break;
    case WORDS_HELP:
        usage_print(&inv);
        break;
    case WORDS_WRONG:
        *status = cli_complain(&err);
        break;
    case WORDS_COMMAND:
        *status = run_command(&inv);
        break;
    }
    if (request == CLI_DONE)
        *status = finish_output(*status);
    free(inv.given);
    free(inv.words);
    return request;
}
