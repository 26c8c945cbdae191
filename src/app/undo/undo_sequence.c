/* SPDX-License-Identifier: GPL-3.0-or-later */
/* undo_sequence.c - does an undo tell calendars of a workshop already by its meeting? */
#include "undo/undo_sequence.h"

#include "atelier/domain/meeting.h"
#include "atelier/store/journal_table.h"

/* The act raised it, so the way back does. */
bool
undo_sequence_is_of_meeting(struct atelier *at, int64_t act,
                            const struct workshop *workshop)
{
    struct meeting before;
    struct meeting after;
    bool was = false;
    bool is = false;

    record_init(&meeting_entity, &before);
    record_init(&meeting_entity, &after);
    const bool rises = journal_table_past(at->db, &meeting_entity, workshop->meeting,
                                          act - 1, &before, &was, NULL) &&
                       journal_table_past(at->db, &meeting_entity, workshop->meeting, act,
                                          &after, &is, NULL) &&
                       was && is && meeting_sequence_rises(&before, &after);
    record_clear(&meeting_entity, &after);
    record_clear(&meeting_entity, &before);
    return rises;
}
