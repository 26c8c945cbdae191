/* SPDX-License-Identifier: GPL-3.0-or-later */
/* audit_command.h - what does not hold of the attendance of meetings: its options */
#ifndef ATELIER_CLI_AUDIT_COMMAND_H
#define ATELIER_CLI_AUDIT_COMMAND_H

#include "command.h"

extern const struct command_option audit_options[];
bool audit_run(struct invocation *inv, struct error *err);

#endif
