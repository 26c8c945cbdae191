/* SPDX-License-Identifier: GPL-3.0-or-later */
/* usage.h - what --help prints, made from the tables of commands */
#ifndef ATELIER_CLI_USAGE_H
#define ATELIER_CLI_USAGE_H

#include "atelier/base/buffer.h"
#include "invocation.h"

/* Stand before and behind any command; ends with a NULL name. */
extern const struct command_option usage_globals[];

/* Of the command; of all commands of a noun; or of everything. */
void usage_print(const struct invocation *inv);

/* The field as an option: "--short-name" and "SHORT_NAME". */
void usage_name_field(const struct field *field, struct buffer *name,
                      struct buffer *argument);

/* Fields that stand in no help are not options either. */
bool usage_shows_field(const struct command *command, const struct field *field);

#endif
