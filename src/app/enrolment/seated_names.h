/* SPDX-License-Identifier: GPL-3.0-or-later */
/* seated_names.h - names of people whose seats something is about: some, and how many
 * more
 */
#ifndef ATELIER_APP_SEATED_NAMES_H
#define ATELIER_APP_SEATED_NAMES_H

#include "atelier/store/seated_table.h"
#include "session/session.h"

enum { SEATED_NAMES_MOST = 5 };

/* "Costa, Rui; Dias, Eva and 3 more": of the registrations that are in the array, the
 * first few; `count` may be more than these. */
void seated_names_add(struct atelier *at, const int64_t *registrations, size_t count,
                      struct buffer *text);

/* "  Who came last: Costa, Rui; Dias, Eva and 3 more.": that many people. */
void seated_names_add_last(struct atelier *at, const struct seated_query *query,
                           int64_t people, struct buffer *text);

#endif
