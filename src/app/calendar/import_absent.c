/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_absent.c - meetings that were imported from an event that has them no more
 *
 * What the file has of the event was read in a window alone, by original starts: of a
 * meeting whose own is outside, nothing is known.
 */
#include "calendar/import_absent.h"

#include "atelier/base/language.h"
#include "atelier/store/row_table.h"

static bool
is_in_window(const struct calendar_import *import, struct local_time start)
{
    return date_compare(start.date, import->choice.from) >= 0 &&
           date_compare(start.date, import->choice.until) <= 0;
}

/* The only meeting of an event that is not repeated, and takes place outside. */
static bool
is_moved_as_a_whole(const struct imported_event *event,
                    const struct import_matching *matching)
{
    return event->count == 0 && !event->is_repeated &&
           import_match_imported(matching) == 1;
}

static bool
is_moved_away(const struct imported_event *event, const struct import_matching *matching,
              const struct meeting_source *known)
{
    for (size_t i = 0; i < event->away_count; i++)
        if (local_time_compare(event->away[i], known->original) == 0)
            return true;
    return is_moved_as_a_whole(event, matching);
}

/* Whether the window is where it should be, and no row is it. */
static bool
is_unmet(const struct calendar_import *import, const struct import_matching *matching,
         size_t k)
{
    const struct meeting_source *known = &matching->known.items[k];

    return known->kind == MEETING_SOURCE_IMPORTED && !matching->is_met[k] &&
           !known->is_off && is_in_window(import, known->original);
}

bool
import_absent_any(const struct calendar_import *import,
                  const struct imported_event *event,
                  const struct import_matching *matching)
{
    for (size_t k = 0; k < matching->known.count; k++)
        if (is_unmet(import, matching, k) &&
            !is_moved_away(event, matching, &matching->known.items[k]))
            return true;
    return false;
}

static bool
add_row(struct calendar_import *import, int64_t line, int64_t meeting, const char *reason,
        struct error *err)
{
    struct imported *imported = import_calendar_add(import);

    imported->row.line = line;
    imported_say(imported, IMPORT_DOUBTFUL, "%s", reason);
    return row_load(import->at->db, &meeting_entity, meeting, &imported->row.meeting,
                    err);
}

bool
import_absent_add(struct calendar_import *import, const struct imported_event *event,
                  const struct import_matching *matching, struct error *err)
{
    bool ok = true;

    for (size_t k = 0; ok && k < matching->known.count; k++) {
        const struct meeting_source *known = &matching->known.items[k];
        if (!is_unmet(import, matching, k))
            continue;
        if (!is_moved_away(event, matching, known))
            ok = add_row(import, event->line, known->meeting,
                         _("The calendar has it no more: cancel it here, if it is off."),
                         err);
        else if (is_in_window(import, known->start)) /* it was not moved here yet */
            ok = add_row(import, event->line, known->meeting,
                         _("The calendar has moved it out of the days that are imported: "
                           "import more of them, or move it here."),
                         err);
    }
    return ok;
}
