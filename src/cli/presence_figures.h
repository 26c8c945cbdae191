/* SPDX-License-Identifier: GPL-3.0-or-later */
/* presence_figures.h - how many people came to a meeting and to each of its slots */
#ifndef ATELIER_CLI_PRESENCE_FIGURES_H
#define ATELIER_CLI_PRESENCE_FIGURES_H

#include <jansson.h>

#include "invocation.h"

/* Prints the figures, when there are slots, and puts them into the object, which may be
 * NULL. */
bool presence_figures_print(struct invocation *inv, int64_t meeting, json_t *object,
                            struct error *err);

#endif
