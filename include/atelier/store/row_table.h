/* SPDX-License-Identifier: GPL-3.0-or-later */
/* row_table.h - rows of any noun: load, insert, update, delete
 *
 * The statements are made once for each noun from its field table and kept.
 * Writes belong inside a transaction; they keep the head (rev, created, changed) and the
 * journal's changes (rule 9), and nothing else: rules are the app's.
 */
#ifndef ATELIER_STORE_ROW_TABLE_H
#define ATELIER_STORE_ROW_TABLE_H

#include "atelier/domain/entity.h"
#include "atelier/store/database.h"

/* ERROR_NOT_FOUND when there is none.  The record was initialised by the caller. */
bool row_load(struct database *db, const struct entity *entity, int64_t id, void *record,
              struct error *err);

/* Sets id, rev 1 and the head from login and at. A broken uniqueness is ERROR_RULE
 * with the field's name and a sentence ("There is already a group with the code URB.").
 */
bool row_insert(struct database *db, const struct entity *entity, void *record,
                const char *login, instant at, struct error *err);

/* Writes the row with the head that it has, its id too: one that comes back, or comes
 * from another file. */
bool row_put(struct database *db, const struct entity *entity, const void *record,
             struct error *err);

/* Writes all fields where id and rev match and raises rev; ERROR_CONFLICT when the
 * row has another rev (rule 10), ERROR_NOT_FOUND when it is gone. */
bool row_update(struct database *db, const struct entity *entity, void *record,
                const char *login, instant at, struct error *err);

/* ERROR_RULE when other rows need it, saying which. */
bool row_delete(struct database *db, const struct entity *entity, int64_t id, int64_t rev,
                struct error *err);

/* The same of a row that the open transaction has just loaded as it is: `before`, which
 * is not loaded again. */
bool row_update_loaded(struct database *db, const struct entity *entity,
                       const void *before, void *record, const char *login, instant at,
                       struct error *err);
bool row_delete_loaded(struct database *db, const struct entity *entity,
                       const void *before, struct error *err);

/* Each row's id and what stands in one of its fields, in order of the ids; a NULL field
 * is
 * "".  For nouns of which there are few. */
bool row_each(struct database *db, const struct entity *entity, const char *field,
              void (*visit)(void *context, int64_t id, const char *text), void *context,
              struct error *err);

/* The title (entity->title) of a row, for labels of references; false and nothing added
 * when there is none. */
bool row_title(struct database *db, const struct entity *entity, int64_t id,
               struct buffer *buffer);

#endif
