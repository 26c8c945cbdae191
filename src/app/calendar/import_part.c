/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_part.c - an event that is one day or slot of a meeting of this office */
#include "calendar/import_part.h"

#include "atelier/base/language.h"
#include "calendar/import_hours.h"
#include "calendar/import_row_change.h"

bool
import_part_is_one(const struct meeting_source *known, const struct meeting *before)
{
    return known->kind == MEETING_SOURCE_OUR_DAY &&
           (known->is_off || local_time_compare(known->start, before->start) != 0 ||
            local_time_compare(known->end, before->end) != 0);
}

void
import_part_forget(struct imported *imported)
{
    imported->part = (struct imported_part){ 0 };
    imported->row.is_part = false;
}

static void
note_part(struct imported *imported, const struct meeting_source *known)
{
    imported->part = (struct imported_part){
        .is_one = true,
        .slot = known->slot,
        .start = known->start,
        .end = known->end,
    };
    imported->row.is_part = true;
    imported->row.part_start = known->start;
    imported->row.part_end = known->end;
}

/* The hours of the part, in the words of a meeting. */
static void
judge_moved(struct calendar_import *import, struct imported *imported,
            const struct meeting *before)
{
    struct calendar_import_row *row = &imported->row;
    struct meeting here;
    struct meeting there;

    import_hours_in_zone(import, &imported->wanted, before, &row->part_start,
                         &row->part_end);
    record_init(&meeting_entity, &here);
    record_init(&meeting_entity, &there);
    here.start = imported->part.start;
    here.end = imported->part.end;
    there.start = row->part_start;
    there.end = row->part_end;
    import_row_change_list(row, &here, &there);
    record_clear(&meeting_entity, &there);
    record_clear(&meeting_entity, &here);
    if (row->change_count == 0)
        return;
    row->verdict = IMPORT_CHANGED;
    row->deed = CALENDAR_IMPORT_CHANGE;
}

void
import_part_judge(struct calendar_import *import, struct imported *imported,
                  const struct meeting *before, const struct meeting_source *known)
{
    const struct meeting *wanted = &imported->wanted;

    note_part(imported, known);
    imported->row.verdict = IMPORT_SAME;
    if (wanted->source_sequence < known->sequence ||
        (imported->is_cancelled && known->is_off) ||
        (!imported->is_cancelled && import_hours_agree(import, wanted, before, known)))
        return;
    if (imported->is_cancelled)
        imported_say(imported, IMPORT_DOUBTFUL,
                     _("It is a part of a meeting of this office, and cancelled there: "
                       "take that day or slot out of the meeting here, if it is off."));
    else if (known->is_off)
        imported_say(imported, IMPORT_DOUBTFUL,
                     _("It was a part of a meeting of this office, and takes place "
                       "there: add that day or slot to the meeting here, if it does."));
    else if (imported->is_repeated)
        imported_say(imported, IMPORT_DOUBTFUL,
                     _("It is a part of a meeting of this office, and repeated there: "
                       "plan the others here, if they take place."));
    else if (!meeting_is_open(before))
        imported_say(imported, IMPORT_REFUSED,
                     _("The meeting is %s: it does not change any more."),
                     _(meeting_states[before->state].label));
    else
        judge_moved(import, imported, before);
}
