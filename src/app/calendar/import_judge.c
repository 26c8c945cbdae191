/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_judge.c - event by event, what each row of a calendar is */
#include "calendar/import_judge.h"

#include "atelier/base/language.h"
#include "atelier/domain/when.h"
#include "calendar/import_absent.h"
#include "calendar/import_known.h"
#include "calendar/import_match.h"
#include "calendar/import_ours.h"
#include "calendar/import_part.h"
#include "calendar/import_part_move.h"
#include "calendar/import_room.h"

enum { PROGRESS_EVENTS = 100 };

/* Of an event that misses some of its meetings, a new row may be one of these. */
static const char *
doubt(const struct import_matching *matching, const struct imported_event *event,
      const struct import_match *match, bool any_absent)
{
    if (import_match_is_older(matching, event))
        return _("The file is older than what was imported of this event: import its "
                 "newest version.");
    if (any_absent)
        return _("It may be one of those that the calendar has no more: cancel these "
                 "here first, if they are off.");
    if (import_match_may_be(matching, event, match, true))
        return _("It may be one of that week that is cancelled here: plan it here, if it "
                 "takes place.");
    if (import_match_may_be(matching, event, match, false))
        return _(
            "It may be another meeting of that week, which was not looked at: import "
            "that week as a whole, from the whole calendar.");
    return NULL;
}

static void
doubt_first(struct imported *imported)
{
    struct buffer start = { 0 };
    struct buffer first = { 0 };

    when_format_local_time(imported->row.meeting.start, &start);
    when_format_local_time(imported->first_by_rule, &first);
    if (local_time_compare(imported->first_by_rule, imported->original) == 0)
        imported_say(
            imported, IMPORT_DOUBTFUL,
            _("Its own rule does not give %s, with which it begins: does it take "
              "place then?"),
            buffer_text(&start));
    else
        imported_say(imported, IMPORT_DOUBTFUL,
                     _("Its own rule does not give %s, with which it begins, and gives "
                       "%s first: does it take place on both?"),
                     buffer_text(&start), buffer_text(&first));
    buffer_clear(&start);
    buffer_clear(&first);
}

/* What only a person can tell, who may mend the row. */
static void
doubt_strange(struct imported *imported)
{
    struct buffer end = { 0 };

    when_format_local_time(imported->row.meeting.end, &end);
    if (imported->is_off_by_title)
        imported_say(imported, IMPORT_DOUBTFUL,
                     _("Its title says that it is cancelled there: give it another, if "
                       "it takes place."));
    else if (!local_time_is_none(imported->first_by_rule))
        doubt_first(imported);
    else
        imported_say(imported, IMPORT_DOUBTFUL,
                     _("It ends on %s only: is its end right?"), buffer_text(&end));
    buffer_clear(&end);
}

/* Somebody's own appointment is not a meeting of the group, nor is a day off. */
static const char *
own_matter(const struct imported *imported)
{
    if (imported->is_private)
        return _("It is marked private there: is it a meeting of the group?");
    if (imported->is_free)
        return _("It takes nobody's time there, like a day off or a reminder: is it a "
                 "meeting of the group?");
    if (imported->is_of_other)
        return _("It is a meeting of another group there: is it one of this group?");
    return NULL;
}

static void
judge_new(const struct calendar_import *import, const struct import_matching *matching,
          const struct imported_event *event, const struct import_match *match,
          bool any_absent)
{
    struct imported *imported = match->imported;
    struct calendar_import_row *row = &imported->row;
    const char *reason = doubt(matching, event, match, any_absent);
    const char *own = import->choice.private ? NULL : own_matter(imported);

    record_copy(&meeting_entity, &row->meeting, &imported->wanted);
    if (imported->is_cancelled) {
        imported_say(imported, IMPORT_SAME,
                     _("Cancelled, and not known here: it is not taken."));
        row->is_off = true;
    } else if (reason)
        imported_say(imported, IMPORT_DOUBTFUL, "%s", reason);
    else if (imported_is_strange(imported))
        doubt_strange(imported);
    else if (own) {
        imported_say(imported, IMPORT_DOUBTFUL, "%s", own);
        row->asks = CALENDAR_IMPORT_ASKS_PRIVATE;
    } else {
        row->verdict = IMPORT_NEW;
        row->deed = CALENDAR_IMPORT_ADD;
        if (imported->is_postponed)
            imported_remark(imported, "%s",
                            _("It is postponed there: it comes as a draft, for its date "
                              "does not hold."));
    }
}

static bool
judge_event(struct calendar_import *import, const struct imported_event *event,
            struct import_matching *matching, struct error *err)
{
    if (!import_match_event(matching, import, event, err))
        return false;
    const bool any_absent = import_absent_any(import, event, matching);
    bool ok = true;
    for (size_t i = 0; ok && i < matching->count; i++) {
        const struct import_match *match = &matching->rows[i];
        if (!match->imported || match->imported->is_judged_once)
            continue;
        imported_forget(match->imported);
        import_part_forget(match->imported);
        if (match->known)
            ok = import_known_judge(import, match->imported, match->known, err);
        else
            judge_new(import, matching, event, match, any_absent);
    }
    return ok && import_absent_add(import, event, matching, err);
}

bool
import_judge_rows(struct calendar_import *import, struct telling telling,
                  struct error *err)
{
    struct import_matching matching = { 0 };
    bool ok = true;

    import_part_move_clear(import);
    while (import->count > import->file_count)
        imported_free(import->rows[--import->count]);
    for (size_t i = 0; ok && i < import->event_count; i++) {
        const struct imported_event *event = &import->events[i];
        if (telling.progress && i % PROGRESS_EVENTS == 0 &&
            telling.progress(telling.context, (int64_t)i, (int64_t)import->event_count))
            ok = error_set(err, ERROR_CANCELLED, _("Stopped; nothing was written."));
        if (ok && event->uid && !event->is_twin)
            ok = judge_event(import, event, &matching, err);
    }
    import_matching_clear(&matching);
    ok = ok && import_part_move_settle(import, err);
    import_ours_tell_parts(import);
    if (ok)
        import_room_count(import);
    for (size_t i = 0; ok && i < import->file_count; i++)
        import_room_judge(import, import->rows[i]);
    return ok;
}
