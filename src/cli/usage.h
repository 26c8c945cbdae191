/* SPDX-License-Identifier: GPL-3.0-or-later */
/* usage.h - what --help prints, made from the tables of commands */
#ifndef ATELIER_CLI_USAGE_H
#define ATELIER_CLI_USAGE_H

#include "command.h"

/* Of the command; of all commands of a noun; or of everything. */
void usage_print(const struct invocation *inv);

#endif
