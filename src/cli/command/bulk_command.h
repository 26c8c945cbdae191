/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bulk_command.h - several people of a meeting's list in one command, which is one act */
#ifndef ATELIER_CLI_BULK_COMMAND_H
#define ATELIER_CLI_BULK_COMMAND_H

#include "atelier/app/register_bulk.h"
#include "invocation.h"

/* Whether the command is about several people, or one that is only looked at. */
bool bulk_is_meant(const struct invocation *inv);

/* Does it with those whom the operands name behind the meeting, or whom the options below
 * choose, and tells what came of each; false with ERROR_RULE when some were left. */
bool bulk_run(struct invocation *inv, const struct bulk_request *what, struct error *err);

/* The same; --all and --search mean those of the list alone who are in one of these
 * states, a bit a state (0: any). */
bool bulk_run_among(struct invocation *inv, const struct bulk_request *what,
                    unsigned states, struct error *err);

/* The options that bulk_run() reads. */
#define BULK_OPTIONS                                                                     \
    { "all", NULL, N_("everybody on the list") },                                        \
        { "search", "TEXT", N_("whoever on the list has these words in their row") },    \
    {                                                                                    \
        "dry-run", NULL, N_("tell what would happen, and write nothing")                 \
    }

#endif
