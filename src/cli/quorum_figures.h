/* SPDX-License-Identifier: GPL-3.0-or-later */
/* quorum_figures.h - how many people of each quorum come to a meeting, and are there */
#ifndef ATELIER_CLI_QUORUM_FIGURES_H
#define ATELIER_CLI_QUORUM_FIGURES_H

#include <jansson.h>

#include "atelier/domain/meeting.h"
#include "invocation.h"

/* Prints a line for each quorum, and puts all of them into the object, which may be NULL.
 * What is not reached is said on standard error. */
bool quorum_figures_print(struct invocation *inv, const struct meeting *meeting,
                          json_t *object, struct error *err);

#endif
