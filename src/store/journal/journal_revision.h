/* SPDX-License-Identifier: GPL-3.0-or-later */
/* journal_revision.h - what counts up rises again when an act is undone
 *
 * rev tells colleagues that a row moved, the calendar's sequence tells mail
 * programs that an event did (rule 8).  Neither may fall back with the undo,
 * so both are noted before it and raised after it.
 */
#ifndef ATELIER_STORE_JOURNAL_REVISION_H
#define ATELIER_STORE_JOURNAL_REVISION_H

#include <stddef.h>

#include "database/connection.h"

struct journal_revision_mark;

struct journal_revision {
    struct journal_revision_mark *marks; /* one a row of the changeset, in its order */
    size_t count;
    size_t capacity;
    bool settings; /* some of them are in the changeset */
    int64_t settings_rev;
};

/* Whether a column, or a line of the settings, counts up with every write. */
bool journal_revision_is_counted(const char *name);

/* Notes the rows of an act's changeset as they are. */
bool journal_revision_note(struct journal_revision *rise, struct database *db,
                           const void *bytes, size_t size, struct error *err);

/* Raises them, of the same changeset, once it is undone. */
bool journal_revision_raise(const struct journal_revision *rise, struct database *db,
                            const void *bytes, size_t size, const char *login, instant at,
                            struct error *err);

void journal_revision_clear(struct journal_revision *rise);

#endif
