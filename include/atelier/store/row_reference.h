/* SPDX-License-Identifier: GPL-3.0-or-later */
/* row_reference.h - who refers to a row, and what a row refers to that is not there
 *
 * Asked where references are only checked at the end of an act (row_reference_defer()),
 * to say who is in the way.
 */
#ifndef ATELIER_STORE_ROW_REFERENCE_H
#define ATELIER_STORE_ROW_REFERENCE_H

#include "atelier/domain/entity.h"
#include "atelier/store/database.h"

/* Lets rows of the open transaction come and go in any order: their references are
 * checked at its end. */
bool row_reference_defer(struct database *db, struct error *err);

/* Whether the transaction as it stands leaves references to rows that are not there. */
bool row_reference_is_any_missing(struct database *db);

/* A row that refers to this one; id 0 when there is none. */
bool row_reference_needing(struct database *db, const struct entity *entity, int64_t id,
                           struct row_ref *needing, struct error *err);

/* Calls visit() for each row of `other` whose field refers to that id, until it answers
 * false.  It must not write those rows. */
bool row_reference_each(struct database *db, const struct entity *other,
                        const struct field *field, int64_t id,
                        bool (*visit)(void *context, int64_t row, struct error *err),
                        void *context, struct error *err);

/* The first field of the record that refers to a row that is not there, or NULL. */
bool row_reference_missing(struct database *db, const struct entity *entity,
                           const void *record, const struct field **missing,
                           struct error *err);

#endif
