/* SPDX-License-Identifier: GPL-3.0-or-later */
/* report_file_command.h - the report of a meeting leaves the program: as a file, to those
 * who were there, for good */
#ifndef ATELIER_CLI_REPORT_FILE_COMMAND_H
#define ATELIER_CLI_REPORT_FILE_COMMAND_H

#include "invocation.h"

extern const struct command_option report_export_options[];

bool report_export_run(struct invocation *inv, struct error *err);
bool report_circulate_run(struct invocation *inv, struct error *err);
bool report_finalise_run(struct invocation *inv, struct error *err);

#endif
