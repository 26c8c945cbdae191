/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sheet_command.h - the attendance sheet: as text, for a spreadsheet, on paper */
#ifndef ATELIER_CLI_SHEET_COMMAND_H
#define ATELIER_CLI_SHEET_COMMAND_H

#include "invocation.h"

extern const struct command_option sheet_options[];
extern const struct command_option scan_options[];

bool sheet_command_run(struct invocation *inv, struct error *err);
bool scan_command_run(struct invocation *inv, struct error *err);

#endif
