/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cards_command.h - badges and place cards of a meeting */
#ifndef ATELIER_CLI_CARDS_COMMAND_H
#define ATELIER_CLI_CARDS_COMMAND_H

#include "command.h"

extern const struct command_option cards_options[];

bool badges_run(struct invocation *inv, struct error *err);
bool place_cards_run(struct invocation *inv, struct error *err);

#endif
