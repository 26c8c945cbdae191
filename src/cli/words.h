/* SPDX-License-Identifier: GPL-3.0-or-later */
/* words.h - the words of the command line, told apart: command, operands, options */
#ifndef ATELIER_CLI_WORDS_H
#define ATELIER_CLI_WORDS_H

#include "invocation.h"

enum words_request {
    WORDS_COMMAND,
    WORDS_SCREENS, /* no noun at all */
    WORDS_DEMO,
    WORDS_HELP, /* --help: of the command when there is one */
    WORDS_VERSION,
    WORDS_WRONG /* err says why */
};

/* The value of --language, NULL when the program's is not given. */
const char *words_language(const struct command *const *tables, int argc, char **argv);

/* Whether the line begins with --confined: what it begins with is not the person's. */
bool words_are_confined(int argc, char **argv);

/* Fills *inv, which has its tables, and *options; the caller frees inv->given and
 * inv->words. */
enum words_request words_read(int argc, char **argv, struct cli_options *options,
                              struct invocation *inv, struct error *err);

#endif
