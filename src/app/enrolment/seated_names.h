/* SPDX-License-Identifier: GPL-3.0-or-later */
/* seated_names.h - names of people whose seats something is about: some, and how many
 * more
 */
#ifndef ATELIER_APP_SEATED_NAMES_H
#define ATELIER_APP_SEATED_NAMES_H

#include "atelier/store/seated_table.h"
#include "session/session.h"

/* How many are named: of people who are told of alone, and behind another sentence. */
enum { SEATED_NAMES_MOST = 5, SEATED_NAMES_FEW = 3 };

/* "Costa, Rui; Dias, Eva and 3 more": at most `most` of `count` registrations are named,
 * and the array need not hold more. */
void seated_names_add(struct atelier *at, const int64_t *registrations, size_t count,
                      size_t most, struct buffer *text);

/* "  Who came last: Costa, Rui; Dias, Eva and 3 more.": that many people. */
void seated_names_add_last(struct atelier *at, const struct seated_query *query,
                           int64_t people, struct buffer *text);

#endif
