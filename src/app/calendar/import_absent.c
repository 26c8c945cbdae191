/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_absent.c - meetings that were imported from an event that has them no more
 *
 * What the file has of the event was read in a window alone, by original starts: of a
 * meeting whose own is outside, nothing is known.  Nothing is known of the others either
 * where the file has some occurrences without their event.
 */
#include "calendar/import_absent.h"

#include "atelier/base/language.h"
#include "atelier/store/row_table.h"
#include "calendar/import_known.h"

/* The version of a meeting that the file calls off without naming it. */
enum { CALLED_OFF = 1 };

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
              size_t k)
{
    return matching->met[k] == IMPORT_MET_AWAY || is_moved_as_a_whole(event, matching);
}

/* Whether the window is where it should be, and no row is it. */
static bool
is_unmet(const struct calendar_import *import, const struct import_matching *matching,
         size_t k)
{
    const struct meeting_source *known = &matching->known.items[k];

    return known->kind == MEETING_SOURCE_IMPORTED && matching->met[k] != IMPORT_MET &&
           !known->is_off && import_match_is_in_window(import, known->original.date);
}

bool
import_absent_any(const struct calendar_import *import,
                  const struct imported_event *event,
                  const struct import_matching *matching)
{
    for (size_t k = 0; !event->is_alone && k < matching->known.count; k++)
        if (is_unmet(import, matching, k) && !is_moved_away(event, matching, k))
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

/* RFC 5546 section 3.2.5: the event without its rule is enough to call off all of it. */
static bool
add_cancelled(struct calendar_import *import, const struct imported_event *event,
              const struct meeting_source *known, struct error *err)
{
    struct imported *imported = import_calendar_add(import);

    imported->row.line = event->line;
    imported->is_cancelled = true;
    imported->wanted.source_sequence = event->sequence;
    imported->wanted.source_stamp = event->stamp;
    imported->wanted.source_start = known->original;
    imported->wanted.source_hash = CALLED_OFF;
    return import_known_judge(import, imported, known, err);
}

static bool
add_absent(struct calendar_import *import, const struct imported_event *event,
           const struct import_matching *matching, size_t k, struct error *err)
{
    const struct meeting_source *known = &matching->known.items[k];

    if (event->is_called_off)
        return add_cancelled(import, event, known, err);
    if (import_match_is_older(matching, event))
        return event->is_alone ||
               add_row(import, event->line, known->meeting,
                       _("The file is older than what was imported of this event: import "
                         "its newest version."),
                       err);
    if (!is_moved_away(event, matching, k))
        return event->is_alone ||
               add_row(import, event->line, known->meeting,
                       _("The calendar has it no more: cancel it here, if it is off."),
                       err);
    return !import_match_is_in_window(import, known->start.date) || /* it is moved here */
           add_row(import, event->line, known->meeting,
                   _("The calendar has moved it out of the days that are imported: "
                     "import more of them, or move it here."),
                   err);
}

bool
import_absent_add(struct calendar_import *import, const struct imported_event *event,
                  const struct import_matching *matching, struct error *err)
{
    bool ok = true;

    for (size_t k = 0; ok && k < matching->known.count; k++)
        if (is_unmet(import, matching, k))
            ok = add_absent(import, event, matching, k, err);
    return ok;
}
