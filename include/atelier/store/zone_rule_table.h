/* SPDX-License-Identifier: GPL-3.0-or-later */
/* zone_rule_table.h - which rules of each zone the instants of meetings follow
 *
 * A zone is in it from the first meeting that is planned there.  The fingerprint is the
 * one of the rules by which all its meetings to come were last compared.
 */
#ifndef ATELIER_STORE_ZONE_RULE_TABLE_H
#define ATELIER_STORE_ZONE_RULE_TABLE_H

#include <stdint.h>

#include "atelier/store/database.h"

/* Calls visit() for each zone, in order of their names; `fingerprint` is NULL when they
 * are to be compared. */
bool zone_rule_table_each(struct database *db,
                          void (*visit)(void *context, const char *zone,
                                        const uint64_t *fingerprint),
                          void *context, struct error *err);

/* Its meetings to come have been compared with these rules. */
bool zone_rule_table_set(struct database *db, const char *zone, uint64_t fingerprint,
                         struct error *err);

/* An instant is made by these rules.  They are those of a zone in which no other was made
 * yet; where the others follow different ones the zone is to be compared. */
bool zone_rule_table_note(struct database *db, const char *zone, uint64_t fingerprint,
                          struct error *err);

#endif
