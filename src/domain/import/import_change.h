/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_change.h - what becomes of a value that is known when a row brings another */
#ifndef ATELIER_DOMAIN_IMPORT_CHANGE_H
#define ATELIER_DOMAIN_IMPORT_CHANGE_H

#include "atelier/domain/import.h"

/* Whether a note or needs say already what the row says, among other things. */
bool import_change_is_held(enum import_target target, const char *known,
                           const char *value);

/* What stands there afterwards, which the caller frees: a note and needs are added to by
 * what they do not say yet, never replaced; anything else is.  `known` may be NULL. */
char *import_change_after(enum import_target target, const char *known,
                          const char *value);

/* What is known of a target; NULL when nothing is. */
const char *import_change_known(enum import_target target,
                                const struct import_candidate *known);

#endif
