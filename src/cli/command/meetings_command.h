/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meetings_command.h - people registered at several meetings in one command */
#ifndef ATELIER_CLI_MEETINGS_COMMAND_H
#define ATELIER_CLI_MEETINGS_COMMAND_H

#include "atelier/app/register.h"
#include "invocation.h"

/* Whether --meeting or --group names the meetings, or an option that goes with it alone;
 * --dry-run of one meeting, too. */
bool meetings_are_meant(const struct invocation *inv);

/* The operands are people, behind a meeting where no option names any; `what` says what
 * they have in common. */
bool meetings_run(struct invocation *inv, const struct register_request *what,
                  struct error *err);

#endif
