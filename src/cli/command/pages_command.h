/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pages_command.h - certificates, a programme, a month as PDF: options and commands */
#ifndef ATELIER_CLI_PAGES_COMMAND_H
#define ATELIER_CLI_PAGES_COMMAND_H

#include "command.h"

extern const struct command_option pages_options[];
extern const struct command_option month_options[];

bool certificates_run(struct invocation *inv, struct error *err);
bool programme_print_run(struct invocation *inv, struct error *err);
bool month_print_run(struct invocation *inv, struct error *err);

#endif
