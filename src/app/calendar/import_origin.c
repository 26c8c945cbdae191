/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_origin.c - an event that another office took over, as the event that it was
 * first
 */
#include "calendar/import_origin.h"

#include <stdlib.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "calendar/import_text.h"
#include "calendar/origin_uid.h"

static bool
is_known(struct calendar_import *import, const char *uid, bool *known, struct error *err)
{
    struct meeting_source_list list = { 0 };
    char *tidy = import_text_uid(uid);
    const bool ok = meeting_source_table_find(import->at->db, tidy, &list, err);

    *known = list.count > 0;
    free(tidy);
    meeting_source_list_clear(&list);
    return ok;
}

bool
import_origin_take(struct calendar_import *import, struct source_event *event,
                   char **own_uid, struct error *err)
{
    bool known = false;

    *own_uid = NULL;
    if (text_is_blank(event->uid) || !origin_uid_is_one(event->origin))
        return true;
    if (!is_known(import, event->uid, &known, err))
        return false;
    if (known)
        return true;
    *own_uid = event->uid;
    event->uid = memory_copy(event->origin);
    event->sequence = event->origin_sequence;
    return true;
}

/* What is off here or over stays so, whatever the others do with theirs; and who comes
 * there does not come here. */
void
import_origin_settle(struct imported *imported, const struct meeting *before,
                     const struct meeting_source *known)
{
    const struct calendar_import_row *row = &imported->row;

    if (known->is_off || !meeting_is_open(before) ||
        (row->verdict == IMPORT_SAME && !row->reason))
        imported_say(imported, IMPORT_SAME,
                     _("Another office took it over from meeting %lld here: nothing is "
                       "taken."),
                     (long long)before->head.id);
    imported->takes_nothing = true;
}
