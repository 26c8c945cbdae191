/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_origin.c - a meeting that another office took over from our calendar */
#include "calendar/import_origin.h"

#include "atelier/base/language.h"
#include "atelier/store/row_table.h"
#include "calendar/import_hours.h"

static void
judge(struct calendar_import *import, struct imported *imported,
      const struct meeting *before, const struct meeting_source *known)
{
    const long long meeting = before->head.id;
    const bool may_differ = !known->is_off && meeting_is_open(before);

    if (may_differ && imported->is_cancelled)
        imported_say(imported, IMPORT_DOUBTFUL,
                     _("Another office took it over from meeting %lld here, and it is "
                       "cancelled there: cancel it here, if it is off."),
                     meeting);
    else if (may_differ &&
             (imported->is_repeated ||
              !import_hours_agree(import, &imported->wanted, before, known)))
        imported_say(imported, IMPORT_DOUBTFUL,
                     _("Another office took it over from meeting %lld here, and has "
                       "other hours for it: move it here, if they hold."),
                     meeting);
    else
        imported_say(imported, IMPORT_SAME,
                     _("Another office took it over from meeting %lld here: nothing is "
                       "taken."),
                     meeting);
    imported->takes_nothing = true;
}

bool
import_origin_judge(struct calendar_import *import, struct imported *imported,
                    const struct meeting_source *known, struct error *err)
{
    struct meeting before;
    record_init(&meeting_entity, &before);
    const bool ok =
        row_load(import->at->db, &meeting_entity, known->meeting, &before, err);
    if (ok) {
        record_copy(&meeting_entity, &imported->row.meeting, &before);
        judge(import, imported, &before, known);
    }
    record_clear(&meeting_entity, &before);
    return ok;
}
