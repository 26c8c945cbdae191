/* SPDX-License-Identifier: GPL-3.0-or-later */
/* undo_moved.h - the later acts that are in the way of an undo: all of them are named at
 * once, with the people whom they are about
 */
#ifndef ATELIER_APP_UNDO_MOVED_H
#define ATELIER_APP_UNDO_MOVED_H

#include <stddef.h>

#include "atelier/domain/journal.h"
#include "session/session.h"

/* An act that changed what would come back. */
struct undo_later {
    struct journal_entry entry;
    const struct field *field; /* that it changed first; NULL: it removed the row */
    int64_t *registrations;    /* whose rows it changed, where they are of people */
    size_t count;
    size_t capacity;
};

struct undo_moved {
    struct undo_later *items;
    size_t count;
    size_t capacity;
};

/* Takes over what *entry holds.  `registration` is 0 for a row that is of nobody. */
void undo_moved_note(struct undo_moved *moved, struct journal_entry *entry,
                     const struct field *field, int64_t registration);

/* The newest of them that is an act of its own, which is to be undone first; else the
 * newest; 0: there is none. */
int64_t undo_moved_newest(const struct undo_moved *moved);

/* ERROR_RULE with who did it, when and what, one act or several: the sentence goes on
 * where “It cannot be undone:” ends.  There must be one. */
bool undo_moved_fail(struct atelier *at, struct undo_moved *moved, struct error *err);
void undo_moved_clear(struct undo_moved *moved);

#endif
