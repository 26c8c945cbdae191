/* SPDX-License-Identifier: GPL-3.0-or-later */
/* main.c - atelier: a command, the screens, or the screens on a sample that is thrown
 * away */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "atelier/app/instants.h"
#include "atelier/app/open_sessions.h"
#include "atelier/app/sample.h"
#include "atelier/base/buffer.h"
#include "atelier/base/interruption.h"
#include "atelier/base/language.h"
#include "atelier/base/login.h"
#include "atelier/base/surroundings.h"
#include "atelier/cli/cli.h"
#include "atelier/cli/gateway.h"
#include "atelier/cli/progress_line.h"
#include "atelier/ui/interface.h"

/* A clock that stands still, for tests and for looking at another day. */
static bool
read_now(instant *now, struct error *err)
{
    const char *text = getenv("ATELIER_NOW");
    *now = INSTANT_NONE;
    return !text || !*text || instant_parse(text, now) ||
           error_set(err, ERROR_INPUT,
                     _("ATELIER_NOW should be an instant like 2027-03-16T08:00:00Z."));
}

static int
show(struct atelier *at, bool plain)
{
    struct error err = { 0 };
    return interface_run(at, plain, &err) ? EXIT_SUCCESS : cli_complain(&err);
}

/* Whoever starts the screens without a database gets an empty one in the usual place;
 * a file that was named and is not there is a slip. */
static int
run_screens(struct cli_options *cli)
{
    const char *named = getenv("ATELIER_DATABASE");
    struct atelier_options *options = &cli->atelier;
    options->create = !options->database && !(named && *named) &&
                      !confinement_is_on(&options->confinement);
    struct error err = { 0 };
    struct atelier *at = cli_open(options, &err);
    if (!at)
        return cli_complain(&err);
    if (!open_sessions_enter(at, &err)) {
        atelier_close(at);
        return cli_complain(&err);
    }
    instants_follow_rules(at);
    int status = show(at, cli->plain);
    atelier_close(at);
    return status;
}

/* As oneself, or as one of the sample's staff, to see what their role sees. */
static int
show_demo(struct atelier *at, const struct atelier_options *demo, bool plain)
{
    if (!demo->as)
        return show(at, plain);
    struct error err = { 0 };
    struct atelier *played = atelier_open(demo, &err);
    const int status = played ? show(played, plain) : cli_complain(&err);
    atelier_close(played);
    return status;
}

static bool
make_demo_folder(struct buffer *folder, struct error *err)
{
    const char *named = getenv("TMPDIR");
    const char *temporary = named && *named ? named : "/tmp";

    buffer_addf(folder, "%s/atelier-demo-XXXXXX", temporary);
    return mkdtemp(folder->text) ||
           error_set(err, ERROR_SYSTEM,
                     _("No folder for the demonstration could be made in %s."),
                     temporary);
}

/* What is made up for whom waits. */
struct making {
    struct interruption interruption;
    struct progress_line line;
};

static bool
is_interrupted(void *context, int64_t done, int64_t total)
{
    struct making *making = context;

    (void)progress_line_step(&making->line, done, total);
    return interruption_has_come(&making->interruption);
}

/* Ctrl-C waits until the folder is gone too; the screens let it come when they wait. */
static int
run_demo(const struct cli_options *cli)
{
    struct buffer folder = { 0 };
    struct error err = { 0 };
    struct making making = { .line = { .what = _("Making up a network to try things on"),
                                       .shown = -1 } };

    progress_line_begin(&making.line);
    interruption_begin(&making.interruption);
    if (!make_demo_folder(&folder, &err)) {
        progress_line_end(&making.line);
        interruption_end(&making.interruption);
        buffer_clear(&folder);
        return cli_complain(&err);
    }
    struct buffer path = { 0 };
    buffer_addf(&path, "%s/demo.db", buffer_text(&folder));
    struct atelier_options demo = { .database = buffer_text(&path),
                                    .identity = cli->atelier.identity,
                                    .now = cli->atelier.now };
    struct atelier *at = atelier_found(&demo, &err);
    const bool ok = at && sample_fill(at, SAMPLE_SMALL, is_interrupted, &making, &err) &&
                    atelier_place(at, &err);
    progress_line_end(&making.line);
    demo.as = cli->atelier.as;
    const int status = ok ? show_demo(at, &demo, cli->plain) : cli_complain(&err);
    if (at)
        atelier_discard(at);
    (void)rmdir(buffer_text(&folder));
    interruption_end(&making.interruption);
    buffer_clear(&folder);
    buffer_clear(&path);
    return status;
}

static int
run(int argc, char **argv, struct gateway *gateway, struct cli_options *options)
{
    int status = EXIT_SUCCESS;

    switch (gateway ? gateway_run(gateway, options, &status)
                    : cli_run(argc, argv, options, &status)) {
    case CLI_SCREENS:
        return run_screens(options);
    case CLI_DEMO:
        return run_demo(options);
    case CLI_DONE:
        break;
    }
    return status;
}

/* Somebody at a login of this computer. */
static int
run_here(int argc, char **argv, struct cli_options *options)
{
    struct error err = { 0 };
    if (!read_now(&options->atelier.now, &err))
        return cli_complain(&err);
    char *login = login_of_process();
    options->atelier.identity =
        (struct identity){ .login = login, .source = IDENTITY_SYSTEM };
    int status = run(argc, argv, NULL, options);
    free(login);
    return status;
}

/* Somebody who has nothing here but atelier, and whom the line of a key names. */
static int
run_gateway(int argc, char **argv, struct gateway *gateway, struct cli_options *options)
{
    struct error err = { 0 };
    options->atelier.now = INSTANT_NONE;
    int status = gateway_read(gateway, argc, argv, options, &err)
                     ? run(argc, argv, gateway, options)
                     : cli_complain(&err);
    gateway_leave(gateway);
    return status;
}

int
main(int argc, char **argv)
{
    struct cli_options options = { .keys = interface_keys,
                                   .add_sentence = interface_add_sentence };
    struct gateway gateway = { 0 };
    const bool by_gateway = gateway_is_entered(argc, argv);

    if (by_gateway)
        gateway_enter(&gateway);
    else if (cli_is_confined(argc, argv))
        surroundings_confine();
    /* A limit on the size of files is an answer like a full disk, not the end. */
    (void)signal(SIGXFSZ, SIG_IGN);
    language_start(by_gateway ? gateway_language(&gateway) : cli_language(argc, argv),
                   LOCALEDIR);
    const int status = by_gateway ? run_gateway(argc, argv, &gateway, &options)
                                  : run_here(argc, argv, &options);
    confinement_clear(&options.atelier.confinement);
    return status;
}
