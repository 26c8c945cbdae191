/* SPDX-License-Identifier: GPL-3.0-or-later */
/* command_table.h - all commands, a table a file */
#ifndef ATELIER_CLI_COMMAND_TABLE_H
#define ATELIER_CLI_COMMAND_TABLE_H

#include "command.h"

/* In the order of the help; NULL behind the last. */
extern const struct command *const command_tables[];

#endif
