/* SPDX-License-Identifier: GPL-3.0-or-later */
/* operation.h - one act: checked, written, journaled and committed, or nothing of it
 *
 *     if (!operation_begin(at, ACT_MEETING_ADD_NEEDS, subject, err))
 *         return false;
 *     bool ok = load and change rows;
 *     return operation_end(at, ok, &note, err);
 */
#ifndef ATELIER_APP_OPERATION_H
#define ATELIER_APP_OPERATION_H

#include <stddef.h>

#include "atelier/domain/act.h"
#include "atelier/domain/question.h"
#include "session/session.h"

/* What the journal keeps of it; texts are borrowed. */
struct operation_note {
    enum act act;
    enum entity_kind entity; /* ENTITY_COUNT: about no row */
    int64_t row;
    const char *summary;
    const char *reason;                /* asked for by the act itself, or NULL */
    const struct questions *questions; /* each that was decided has its own; or NULL */
    int64_t undoes;
    int64_t redoes;
    int64_t reasons_of; /* an entry whose reasons hold for this one, too; or 0 */
};

/* The subject is the meeting or group that the act concerns, see atelier_may(). */
bool operation_begin(struct atelier *at, enum permission permission,
                     struct row_ref subject, struct error *err);

/* Commits when `ok`, else takes everything back.  Returns whether it was written. */
bool operation_end(struct atelier *at, bool ok, const struct operation_note *note,
                   struct error *err);

/* The same for an act on one row, whose title is the summary. */
bool operation_end_row(struct atelier *at, bool ok, enum act act,
                       const struct entity *entity, const void *record,
                       struct error *err);

#endif
