/* SPDX-License-Identifier: GPL-3.0-or-later */
/* journal_concern.h - the rows that a change concerns without changing them
 *
 * A registration concerns its meeting and its person: their history shows it.
 * Whoever writes an entry names them; for an undo they are found here.
 */
#ifndef ATELIER_STORE_JOURNAL_CONCERN_H
#define ATELIER_STORE_JOURNAL_CONCERN_H

#include <stddef.h>

#include "atelier/store/journal_table.h"
#include "journal/journal_changeset.h"

struct journal_concern_list {
    struct journal_concern *items;
    size_t count;
    size_t capacity;
};

/* Adds, each once, what the present row of the changeset concerned before and
 * concerns after it. */
bool journal_concern_list_add(struct journal_concern_list *list,
                              const struct changeset *changes, struct error *err);
void journal_concern_list_add_row(struct journal_concern_list *list,
                                  enum entity_kind entity, int64_t row);
void journal_concern_list_clear(struct journal_concern_list *list);

#endif
