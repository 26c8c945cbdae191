/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_known.c - what a row of a calendar would change of the meeting that it is */
#include "calendar/import_known.h"

#include <string.h>

#include "atelier/app/display.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/domain/act.h"
#include "atelier/store/row_table.h"
#include "calendar/import_hours.h"
#include "calendar/import_mode.h"
#include "calendar/import_origin.h"
#include "calendar/import_part.h"
#include "calendar/import_row_change.h"
#include "calendar/import_since.h"

/* --- what the event brings */

static void
copy_times(struct meeting *to, const struct meeting *from)
{
    if (local_time_compare(to->start, from->start) == 0 &&
        local_time_compare(to->end, from->end) == 0 && to->zone &&
        strcmp(to->zone, from->zone) == 0)
        return;
    to->start = from->start;
    to->end = from->end;
    to->start_at = from->start_at;
    to->end_at = from->end_at;
    memory_replace(&to->zone, from->zone);
}

static bool
is_equal(const char *name, const struct meeting *a, const struct meeting *b)
{
    return field_equal(entity_field(&meeting_entity, name), a, b);
}

static bool
has_place(const struct meeting *meeting)
{
    return meeting->room || meeting->place;
}

/* The office's own choice stays as long as the calendar moves nobody. */
static void
settle_mode(struct meeting *meeting, const struct meeting *before)
{
    if (is_equal("link", before, meeting) && is_equal("room", before, meeting) &&
        is_equal("place", before, meeting))
        return;
    meeting->mode = import_mode_of(meeting);
}

/* RFC 5546 section 2.1.5.  Of what was imported by earlier versions of this program the
 * age is not known, and the file is followed. */
static bool
is_older(const struct meeting *wanted, const struct meeting *before)
{
    return before->source_sequence != NUMBER_NONE &&
           source_version_compare(wanted->source_sequence, wanted->source_stamp,
                                  before->source_sequence, before->source_stamp) < 0;
}

/* The version that is taken, so that the next file is compared with it. */
static void
note_version(struct meeting *meeting, const struct meeting *wanted)
{
    meeting->source_hash = wanted->source_hash;
    meeting->source_start = wanted->source_start;
    if (is_older(wanted, meeting))
        return;
    meeting->source_sequence = wanted->source_sequence;
    meeting->source_stamp = wanted->source_stamp;
}

/* Fields of which the event says something as one, and what brings them. */
enum { PART_FIELDS = 3 };
struct part {
    const char *names[PART_FIELDS];
    size_t count;
    bool (*is_said)(const struct meeting *wanted);
    void (*bring)(struct meeting *meeting, const struct meeting *wanted);
};

static bool
says_description(const struct meeting *wanted)
{
    return wanted->description;
}

static bool
says_link(const struct meeting *wanted)
{
    return wanted->link;
}

static void
bring_title(struct meeting *meeting, const struct meeting *wanted)
{
    memory_replace(&meeting->title, wanted->title);
}

static void
bring_description(struct meeting *meeting, const struct meeting *wanted)
{
    memory_replace(&meeting->description, wanted->description);
}

static void
bring_link(struct meeting *meeting, const struct meeting *wanted)
{
    memory_replace(&meeting->link, wanted->link);
}

static void
bring_place(struct meeting *meeting, const struct meeting *wanted)
{
    meeting->room = wanted->room;
    memory_replace(&meeting->place, wanted->place);
}

static const struct part parts[] = {
    { { "start", "end", "zone" }, 3, NULL, copy_times },
    { { "title" }, 1, NULL, bring_title },
    { { "description" }, 1, says_description, bring_description },
    { { "link" }, 1, says_link, bring_link },
    { { "room", "place" }, 2, has_place, bring_place },
};

static void
name_stays(struct calendar_import_row *row, const struct part *part,
           const struct meeting *before, const struct meeting *wanted)
{
    for (size_t i = 0; i < part->count; i++)
        import_row_change_add_stay(row, entity_field(&meeting_entity, part->names[i]),
                                   before, wanted);
}

/* Who changed it here is not overruled in silence. */
static void
name_overruled(struct imported *imported, const struct part *part,
               const struct meeting *before)
{
    const struct field *field = NULL;

    for (size_t i = 0; i < part->count && !field; i++)
        if (!is_equal(part->names[i], before, &imported->wanted))
            field = entity_field(&meeting_entity, part->names[i]);
    if (field)
        imported_remark(imported, _("Here it was changed since as well: %s."),
                        _(field->label));
}

/* What the event does not say stays, and what the office alone changed since. */
static bool
bring(struct calendar_import *import, struct imported *imported,
      const struct meeting *before, struct error *err)
{
    const struct meeting *wanted = &imported->wanted;
    struct meeting *meeting = &imported->row.meeting;
    bool ok = true;

    for (size_t i = 0; ok && i < sizeof parts / sizeof parts[0]; i++) {
        const struct part *part = &parts[i];
        enum import_since since;
        if (part->is_said && !part->is_said(wanted))
            continue;
        ok = import_since(import, before, wanted, part->names, part->count, &since, err);
        if (ok && since == IMPORT_SINCE_HERE)
            name_stays(&imported->row, part, before, wanted);
        else if (ok)
            part->bring(meeting, wanted);
        if (ok && since == IMPORT_SINCE_BOTH)
            name_overruled(imported, part, before);
    }
    settle_mode(meeting, before);
    note_version(meeting, wanted);
    return ok;
}

/* --- a meeting that came from the event */

/* Nothing that people see changes: the version alone is kept.  Many programs write a new
 * DTSTAMP into every file: that alone is not worth a revision of each meeting.  Nor is a
 * copy, next to which the event itself would be the older. */
static void
judge_unchanged(struct imported *imported, const struct meeting *before)
{
    const struct meeting *wanted = &imported->wanted;
    const bool is_known =
        (imported->is_copy || (is_equal("source_hash", before, wanted) &&
                               is_equal("source_start", before, wanted))) &&
        wanted->source_sequence <= before->source_sequence;

    imported->row.verdict = IMPORT_SAME;
    imported->row.deed = is_known ? CALENDAR_IMPORT_NOTHING : CALENDAR_IMPORT_NOTE;
    note_version(&imported->row.meeting, &imported->wanted);
}

static void
judge_cancelled(struct imported *imported, const struct meeting *before)
{
    struct calendar_import_row *row = &imported->row;
    const char *why_not = meeting_state_refuses(before->state, MEETING_CANCEL);

    if (before->state == MEETING_CANCELLED) {
        judge_unchanged(imported, before);
        return;
    }
    if (why_not) {
        imported_say(imported, IMPORT_REFUSED, "%s", why_not);
        return;
    }
    row->meeting.state = MEETING_CANCELLED;
    row->verdict = IMPORT_CHANGED;
    row->deed = CALENDAR_IMPORT_CANCEL;
    note_version(&row->meeting, &imported->wanted);
    import_row_change_list(row, before, &row->meeting);
}

/* A draft that the calendar is certain of, or a postponed meeting that has a date there.
 */
static bool
confirms(const struct imported *imported, const struct meeting *before)
{
    const struct meeting *after = &imported->row.meeting;

    return imported->wanted.state == MEETING_CONFIRMED &&
           (before->state == MEETING_DRAFT ||
            (before->state == MEETING_POSTPONED &&
             local_time_compare(before->start, after->start) != 0));
}

/* What the calendar says and the meeting does not follow. */
static void
remark_state(struct imported *imported, const struct meeting *before)
{
    const struct meeting *wanted = &imported->wanted;

    if (before->state == MEETING_POSTPONED && !imported->row.confirms)
        imported_remark(imported, "%s",
                        _("The meeting stays postponed: confirm it, if it takes place."));
    if (before->state == MEETING_CONFIRMED && wanted->state == MEETING_DRAFT)
        imported_remark(
            imported, "%s",
            imported->is_postponed
                ? _("It is postponed there, and stays confirmed here: postpone it, if "
                    "its date does not hold.")
                : _("It is tentative there, and stays confirmed here."));
}

static void
remark(struct imported *imported, const struct meeting *before)
{
    const struct meeting *wanted = &imported->wanted;

    remark_state(imported, before);
    if (before->link && !wanted->link && !import_mode_has_site(before) &&
        import_mode_has_site(wanted))
        imported_remark(imported, "%s",
                        _("Its link stays, for the calendar gives none: remove it, if "
                          "nobody takes part from afar."));
}

static bool
judge_changed(struct calendar_import *import, struct imported *imported,
              const struct meeting *before, struct error *err)
{
    struct calendar_import_row *row = &imported->row;

    if (!bring(import, imported, before, err))
        return false;
    row->confirms = confirms(imported, before);
    if (row->confirms)
        row->meeting.state = MEETING_CONFIRMED;
    import_row_change_list(row, before, &row->meeting);
    if (row->change_count == 0)
        judge_unchanged(imported, before);
    else {
        row->verdict = IMPORT_CHANGED;
        row->deed = CALENDAR_IMPORT_CHANGE;
    }
    remark(imported, before);
    return true;
}

/* What the office changed by hand stays as long as the event says what it said. */
static bool
judge_imported(struct calendar_import *import, struct imported *imported,
               const struct meeting *before, struct error *err)
{
    struct calendar_import_row *row = &imported->row;
    bool ok = true;

    const bool is_off_too = imported->is_off_by_title && !imported->is_cancelled &&
                            before->state == MEETING_CANCELLED;
    if (is_off_too || is_equal("source_hash", before, &imported->wanted))
        judge_unchanged(imported, before);
    else if (is_older(&imported->wanted, before))
        imported_say(imported, IMPORT_DOUBTFUL,
                     _("The file is older than what was imported of this event: import "
                       "its newest version."));
    else if (imported->is_cancelled)
        judge_cancelled(imported, before);
    else if (imported->is_off_by_title)
        imported_say(imported, IMPORT_DOUBTFUL,
                     _("Its title says that it is cancelled there: cancel it here, if it "
                       "is off."));
    else if (before->state == MEETING_CANCELLED)
        imported_say(imported, IMPORT_REFUSED,
                     _("It takes place there, and is cancelled here: undo that or plan "
                       "another meeting."));
    else
        ok = judge_changed(import, imported, before, err);
    if (meeting_is_open(before) || before->state == MEETING_CANCELLED)
        return ok;
    if (row->deed == CALENDAR_IMPORT_CHANGE)
        imported_say(imported, IMPORT_REFUSED,
                     _("The meeting is %s: it does not change any more."),
                     _(meeting_states[before->state].label));
    row->deed = CALENDAR_IMPORT_NOTHING; /* final: nothing is noted either */
    return ok;
}

/* --- a meeting of this office */

static void
judge_moved(struct imported *imported, const struct meeting *before)
{
    struct calendar_import_row *row = &imported->row;

    copy_times(&row->meeting, &imported->wanted);
    import_row_change_list(row, before, &row->meeting);
    if (row->change_count == 0)
        return;
    row->verdict = IMPORT_CHANGED;
    row->deed = CALENDAR_IMPORT_CHANGE;
    remark_state(imported, before);
}

/* Only its hours are read of what we wrote: the rest says more than the meeting does. */
static void
judge_ours(struct calendar_import *import, struct imported *imported,
           const struct meeting *before, const struct meeting_source *known)
{
    imported->row.verdict = IMPORT_SAME;
    if (imported->wanted.source_sequence < known->sequence)
        return;
    if (imported->is_cancelled && !known->is_off)
        imported_say(imported, IMPORT_DOUBTFUL,
                     _("It is a meeting of this office, and cancelled there: cancel it "
                       "here, if it is off."));
    else if (imported->is_cancelled ||
             import_hours_agree(import, &imported->wanted, before, known))
        return;
    else if (imported->is_repeated)
        imported_say(imported, IMPORT_DOUBTFUL,
                     _("It is a meeting of this office, and repeated there: plan the "
                       "others here, if they take place."));
    else if (!meeting_is_open(before))
        imported_say(imported, IMPORT_REFUSED,
                     _("The meeting is %s: it does not change any more."),
                     _(meeting_states[before->state].label));
    else
        judge_moved(imported, before);
}

/* An older file says nothing of what calendars know of the meeting by now. */
static void
judge_past(struct imported *imported, const struct meeting *before)
{
    imported_say(imported, IMPORT_SAME,
                 _("Calendars took this entry of meeting %lld back since: there is "
                   "nothing to do."),
                 (long long)before->head.id);
    imported->takes_nothing = true;
}

/* --- whosever it is */

/* A version is noted where one may; nobody is refused for it. */
static void
check_right(struct calendar_import *import, struct imported *imported)
{
    struct calendar_import_row *row = &imported->row;
    const struct row_ref subject = record_subject(&meeting_entity, &row->meeting);
    struct error why = { 0 };

    if (row->deed == CALENDAR_IMPORT_NOTHING ||
        atelier_may(import->at, ACT_MEETING_IMPORT_NEEDS, subject, &why))
        return;
    if (row->deed == CALENDAR_IMPORT_NOTE)
        row->deed = CALENDAR_IMPORT_NOTHING;
    else
        imported_say(imported, IMPORT_REFUSED, "%s", why.message);
}

/* It stays there, whatever group the file is for. */
static void
name_other_group(struct calendar_import *import, struct imported *imported,
                 const struct meeting *before, const struct meeting_source *known)
{
    if (before->group == import->choice.group ||
        (known->kind != MEETING_SOURCE_IMPORTED && imported->row.verdict == IMPORT_SAME))
        return;
    struct buffer group = { 0 };
    display_title(import->at, ENTITY_WORKING_GROUP, before->group, &group);
    imported_remark(imported, _("It is a meeting of %s."), buffer_text(&group));
    buffer_clear(&group);
}

bool
import_known_judge(struct calendar_import *import, struct imported *imported,
                   const struct meeting_source *known, struct error *err)
{
    struct meeting before;
    record_init(&meeting_entity, &before);
    bool ok = row_load(import->at->db, &meeting_entity, known->meeting, &before, err);
    if (ok) {
        record_copy(&meeting_entity, &imported->row.meeting, &before);
        if (known->kind == MEETING_SOURCE_PAST)
            judge_past(imported, &before);
        else if (known->kind == MEETING_SOURCE_IMPORTED)
            ok = judge_imported(import, imported, &before, err);
        else if (import_part_is_one(known, &before))
            import_part_judge(import, imported, &before, known);
        else
            judge_ours(import, imported, &before, known);
        if (imported->is_copy && known->kind > MEETING_SOURCE_IMPORTED)
            import_origin_settle(imported, &before, known);
        check_right(import, imported);
        name_other_group(import, imported, &before, known);
    }
    record_clear(&meeting_entity, &before);
    return ok;
}
