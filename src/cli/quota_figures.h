/* SPDX-License-Identifier: GPL-3.0-or-later */
/* quota_figures.h - what is taken and left of each quota of a meeting */
#ifndef ATELIER_CLI_QUOTA_FIGURES_H
#define ATELIER_CLI_QUOTA_FIGURES_H

#include <jansson.h>

#include "invocation.h"

/* Prints a line for each quota, and puts all of them into the object, which may be NULL.
 */
bool quota_figures_print(struct invocation *inv, int64_t meeting, json_t *object,
                         struct error *err);

#endif
