/* SPDX-License-Identifier: GPL-3.0-or-later */
/* report_show.h - the report of a meeting as text, and as JSON */
#ifndef ATELIER_CLI_REPORT_SHOW_H
#define ATELIER_CLI_REPORT_SHOW_H

#include "invocation.h"

/* Of the meeting that the first operand names. */
bool report_show(struct invocation *inv, struct error *err);

#endif
