/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meeting_uid.c - by what calendars know a meeting again (rule 8) */
#include "meeting/meeting_uid.h"

#include <stdlib.h>

#include "atelier/base/identifier.h"
#include "atelier/store/journal_table.h"
#include "session/session.h"

/* So long is a cancellation a slip of the office's own. */
enum { SLIP_SECONDS = 24 * 60 * 60 };

char *
meeting_uid_new(const struct atelier *at)
{
    char uuid[UUID_TEXT_SIZE];
    uuid_make(uuid);
    struct buffer uid = { 0 };
    buffer_addf(&uid, "%s@%s", uuid, at->settings.domain);
    return buffer_take(&uid);
}

void
meeting_uid_make(struct atelier *at, struct meeting *meeting)
{
    free(meeting->ics_uid);
    meeting->ics_uid = meeting_uid_new(at);
    meeting->ics_sequence = 0;
}

bool
meeting_uid_was_told(struct atelier *at, int64_t meeting, bool *told, struct error *err)
{
    return journal_table_had_value(at->db, &meeting_entity, meeting, "state",
                                   meeting_states[MEETING_CONFIRMED].name, told, err);
}

bool
meeting_uid_is_spent(struct atelier *at, const struct meeting *before,
                     const struct meeting *after)
{
    return before->state == MEETING_CANCELLED && !before->cancelled_draft &&
           after->state != MEETING_CANCELLED &&
           atelier_now(at) - before->head.changed_at > SLIP_SECONDS;
}
