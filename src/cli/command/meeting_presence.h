/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meeting_presence.h - how many people came to a meeting and to each of its slots */
#ifndef ATELIER_CLI_MEETING_PRESENCE_H
#define ATELIER_CLI_MEETING_PRESENCE_H

#include <jansson.h>

#include "invocation.h"

/* Prints the figures, when there are slots, and puts them into the object, which may be
 * NULL. */
bool meeting_presence_put(struct invocation *inv, int64_t meeting, json_t *object,
                          struct error *err);

#endif
