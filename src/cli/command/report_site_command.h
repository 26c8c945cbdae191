/* SPDX-License-Identifier: GPL-3.0-or-later */
/* report_site_command.h - reports, programme and calendars as a site of the web */
#ifndef ATELIER_CLI_REPORT_SITE_COMMAND_H
#define ATELIER_CLI_REPORT_SITE_COMMAND_H

#include "invocation.h"

extern const struct command_option report_publish_options[];

bool report_publish_run(struct invocation *inv, struct error *err);

#endif
