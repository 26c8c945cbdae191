/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_calendar_mend.c - rows of a calendar that a person mended */
#include "atelier/app/import_calendar_mend.h"

#include "atelier/app/display.h"
#include "atelier/base/memory.h"
#include "calendar/import_event.h"
#include "record/zone_rule.h"

static bool
is_twin(const struct calendar_import *import, size_t index)
{
    for (size_t i = 0; i < import->event_count; i++) {
        const struct imported_event *event = &import->events[i];
        if (index >= event->first && index < event->first + event->count)
            return event->is_twin;
    }
    return false;
}

bool
calendar_import_is_mended(const struct calendar_import *import, size_t index)
{
    return index < import->file_count && import->rows[index]->is_mended;
}

bool
calendar_import_can_mend(const struct calendar_import *import, size_t index)
{
    if (index >= import->file_count)
        return false;
    const struct imported *imported = import->rows[index];
    return imported->is_mended ||
           (imported->wanted.source_uid &&
            (imported->is_judged_once || (imported->row.verdict == IMPORT_DOUBTFUL &&
                                          imported_is_strange(imported))) &&
            imported->row.asks != CALENDAR_IMPORT_ASKS_CUT &&
            imported->row.asks != CALENDAR_IMPORT_ASKS_WRONG && !is_twin(import, index));
}

void
calendar_import_mendable(const struct calendar_import *import, size_t index,
                         struct meeting *values)
{
    const struct imported *imported = import->rows[index];
    const struct meeting *wanted = &imported->wanted;
    struct buffer place = { 0 };

    calendar_mend_copy(values, wanted);
    if (imported->row.is_in_utc)
        memory_replace(&values->zone, NULL);
    else if (!values->zone && imported->row.asks == CALENDAR_IMPORT_ASKS_NOTHING)
        memory_replace(&values->zone, import->usual_zone);
    if (wanted->room) {
        display_title(import->at, ENTITY_ROOM, wanted->room, &place);
        memory_replace(&values->place, buffer_text(&place));
        buffer_clear(&place);
    }
}

bool
calendar_import_mend(const struct calendar_import *import, size_t index,
                     const struct meeting *values, struct calendar_mend_list *list,
                     struct error *err)
{
    const struct imported *imported = import->rows[index];
    struct meeting mended;
    record_init(&meeting_entity, &mended);
    record_copy(&meeting_entity, &mended, &imported->wanted);
    import_event_lay_over(&mended, values);
    const bool ok = zone_rule_settle(import->at, &meeting_entity, NULL, &mended, err) &&
                    record_check(&meeting_entity, &mended, err);
    record_clear(&meeting_entity, &mended);
    if (ok)
        calendar_mend_list_put(list, imported->row.line, imported->original, values);
    return ok;
}
