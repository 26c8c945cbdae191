/* SPDX-License-Identifier: GPL-3.0-or-later */
/* journal_concern.h - the acts that a row's history tells: on itself, and on what belongs
 * to it
 *
 * What belongs to a row refers to it by a field that concerns it (FIELD_CONCERNS): of a
 * meeting its registrations, and of those, which nobody names by themselves, their marks
 * of presence.
 */
#ifndef ATELIER_STORE_JOURNAL_CONCERN_H
#define ATELIER_STORE_JOURNAL_CONCERN_H

#include "atelier/base/buffer.h"
#include "atelier/domain/entity.h"

/* Adds a SELECT of the ids of the entries, each once; `rows`, a piece of SQL, is the
 * row's id or a SELECT of ids, and stands in it several times. */
void journal_concern_add_sql(struct buffer *sql, const struct entity *entity,
                             const char *rows);

/* The same of what belongs to them alone, the newest `most` rows of each noun, or also
 * what belongs to that, `depth` times. */
void journal_concern_add_newest(struct buffer *sql, const struct entity *entity,
                                const char *rows, size_t most, int depth);

#endif
