/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cli.h - the command line: the lists and acts of the screens, for scripts */
#ifndef ATELIER_CLI_CLI_H
#define ATELIER_CLI_CLI_H

#include <stdbool.h>

#include "atelier/app/atelier.h"
#include "atelier/base/buffer.h"

/* What the words of the command line ask for. */
enum cli_request {
    CLI_SCREENS, /* no command: open the screens */
    CLI_DEMO,    /* the screens on a throw-away sample */
    CLI_DONE     /* a command ran, or failed: *status is the exit status */
};

/* Options that stand before or behind any command. */
struct cli_options {
    struct atelier_options atelier;
    const char *language; /* "fr", "en", or NULL: as the environment says */
    bool is_request; /* what came through the gateway: only request.h's list is run */
    bool json;
    bool plain;                          /* the screens without frames and bars */
    void (*keys)(struct buffer *buffer); /* the screens' own table of keys; may be NULL */
    /* Adds a sentence with the keys of the screens in it; may be NULL. */
    void (*add_sentence)(const char *text, struct buffer *buffer);
};

/* Finds --language, which must be known before any text is made; NULL when there is none.
 */
const char *cli_language(int argc, char **argv);

/* Whether the session is confined (confinement.h), which must be known before anything
 * else: the one who starts the program says so with its first word. */
bool cli_is_confined(int argc, char **argv);

/* Says on standard error what went wrong; returns the exit status for it. */
int cli_complain(const struct error *err);

/* Opens the database, and speaks as the login likes; how far the upgrade of an older one
 * is stands on standard error when that is a terminal.  As atelier_open(). */
struct atelier *cli_open(const struct atelier_options *options, struct error *err);

/*
 * Runs the command, if there is one: results on standard output, messages on
 * standard error, *status as error_exit_status() says.  Strings in *options
 * point into argv.
 */
enum cli_request cli_run(int argc, char **argv, struct cli_options *options, int *status);

#endif
