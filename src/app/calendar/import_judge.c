/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_judge.c - which meeting a row of a calendar is, and what it would change */
#include "calendar/import_judge.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/domain/act.h"
#include "atelier/store/meeting_source_table.h"
#include "atelier/store/row_table.h"

/* One judgement: what is known of the event that it is at. */
struct judging {
    struct calendar_import *import;
    struct meeting_source_list known;
    bool *is_met; /* each that is known: a row of the file is it */
    size_t met_capacity;
    int64_t line; /* of the event */
    struct error *err;
};

/* --- a known meeting and the row that is it */

static void
add_change(struct calendar_import_row *row, const struct field *field,
           const struct meeting *before, const struct meeting *after)
{
    if (field_equal(field, before, after))
        return;
    struct buffer old = { 0 };
    struct buffer new = { 0 };
    (void)field_format(field, before, &old);
    (void)field_format(field, after, &new);
    row->changes = memory_grow(row->changes, &row->change_capacity, row->change_count + 1,
                               sizeof row->changes[0]);
    row->changes[row->change_count++] = (struct calendar_import_change){
        .field = field,
        .before = old.length > 0 ? buffer_take(&old) : NULL,
        .after = new.length > 0 ? buffer_take(&new) : NULL,
    };
    buffer_clear(&old);
    buffer_clear(&new);
}

/* A field that follows from others is not worth a word, but for the state. */
static bool
is_told(const struct field *field)
{
    return (field->flags & FIELD_DERIVED) == 0 || strcmp(field->name, "state") == 0;
}

static void
list_changes(struct calendar_import_row *row, const struct meeting *before,
             const struct meeting *after)
{
    for (size_t i = 0; i < meeting_entity.field_count; i++)
        if (is_told(&meeting_entity.fields[i]))
            add_change(row, &meeting_entity.fields[i], before, after);
}

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

/* What the event brings; what it does not say stays. */
static void
bring(struct meeting *known, const struct imported *imported)
{
    const struct meeting *wanted = &imported->wanted;

    copy_times(known, wanted);
    memory_replace(&known->title, wanted->title);
    if (wanted->description)
        memory_replace(&known->description, wanted->description);
    if (wanted->link)
        memory_replace(&known->link, wanted->link);
    if (wanted->room || wanted->place) {
        known->room = wanted->room;
        memory_replace(&known->place, wanted->place);
    }
    known->source_hash = wanted->source_hash;
    known->source_start = wanted->source_start;
}

static void
judge_cancelled(struct imported *imported, const struct meeting *before)
{
    struct calendar_import_row *row = &imported->row;
    const char *why_not = meeting_state_refuses(before->state, MEETING_CANCEL);

    if (before->state == MEETING_CANCELLED) {
        imported_say(imported, IMPORT_SAME, NULL);
        return;
    }
    if (why_not) {
        imported_say(imported, IMPORT_REFUSED, "%s", why_not);
        return;
    }
    row->meeting.state = MEETING_CANCELLED;
    row->verdict = IMPORT_CHANGED;
    row->deed = CALENDAR_IMPORT_CANCEL;
    list_changes(row, before, &row->meeting);
}

/* What the office changed by hand stays as long as the event says what it said. */
static void
judge_known(struct imported *imported, const struct meeting *before)
{
    struct calendar_import_row *row = &imported->row;

    if (imported->is_cancelled) {
        judge_cancelled(imported, before);
        return;
    }
    if (before->source_hash == imported->wanted.source_hash) {
        row->verdict = IMPORT_SAME;
        return;
    }
    bring(&row->meeting, imported);
    list_changes(row, before, &row->meeting);
    row->confirms = before->state == MEETING_DRAFT && imported->is_confirmed;
    if (row->confirms) {
        row->meeting.state = MEETING_CONFIRMED;
        add_change(row, entity_field(&meeting_entity, "state"), before, &row->meeting);
    }
    row->verdict = row->change_count > 0 ? IMPORT_CHANGED : IMPORT_SAME;
    if (row->change_count == 0)
        return;
    row->deed = CALENDAR_IMPORT_CHANGE;
    if (!meeting_is_open(before))
        imported_say(imported, IMPORT_REFUSED,
                     _("The meeting is %s: it does not change any more."),
                     _(meeting_states[before->state].label));
}

/* Only its hours are read of what we wrote: the rest says more than the meeting does. */
static void
judge_ours(struct imported *imported, const struct meeting *before,
           const struct meeting_source *known)
{
    struct calendar_import_row *row = &imported->row;
    const bool is_same = local_time_compare(known->start, imported->wanted.start) == 0 &&
                         local_time_compare(known->end, imported->wanted.end) == 0;

    row->verdict = IMPORT_SAME;
    if (imported->is_cancelled && !known->is_off)
        imported_say(imported, IMPORT_DOUBTFUL,
                     _("It is a meeting of this office, and cancelled there: cancel it "
                       "here, if it is off."));
    else if (is_same || imported->is_cancelled ||
             imported->sequence < before->ics_sequence)
        return;
    else if (known->kind == MEETING_SOURCE_OUR_DAY || imported->is_repeated)
        imported_say(imported, IMPORT_DOUBTFUL,
                     _("It is one day of a meeting of this office, and moved there: move "
                       "it here."));
    else if (!meeting_is_open(before))
        imported_say(imported, IMPORT_REFUSED,
                     _("The meeting is %s: it does not change any more."),
                     _(meeting_states[before->state].label));
    else {
        copy_times(&row->meeting, &imported->wanted);
        list_changes(row, before, &row->meeting);
        row->verdict = row->change_count > 0 ? IMPORT_CHANGED : IMPORT_SAME;
        row->deed =
            row->change_count > 0 ? CALENDAR_IMPORT_CHANGE : CALENDAR_IMPORT_NOTHING;
    }
}

/* A meeting may be of another group than the file is for. */
static bool
check_right(struct judging *judging, struct imported *imported)
{
    struct error why = { 0 };
    const struct row_ref subject =
        record_subject(&meeting_entity, &imported->row.meeting);

    if (imported->row.deed == CALENDAR_IMPORT_NOTHING ||
        atelier_may(judging->import->at, ACT_MEETING_IMPORT_NEEDS, subject, &why))
        return true;
    imported_say(imported, IMPORT_REFUSED, "%s", why.message);
    return true;
}

static bool
judge_meeting(struct judging *judging, struct imported *imported,
              const struct meeting_source *known)
{
    struct meeting before;
    record_init(&meeting_entity, &before);
    const bool ok = row_load(judging->import->at->db, &meeting_entity, known->meeting,
                             &before, judging->err);
    if (ok) {
        record_copy(&meeting_entity, &imported->row.meeting, &before);
        if (known->kind == MEETING_SOURCE_IMPORTED)
            judge_known(imported, &before);
        else
            judge_ours(imported, &before, known);
        check_right(judging, imported);
    }
    record_clear(&meeting_entity, &before);
    return ok;
}

/* --- which meeting it is */

static bool
is_in_window(const struct calendar_import *import, struct local_time start)
{
    return date_compare(start.date, import->choice.from) >= 0 &&
           date_compare(start.date, import->choice.until) <= 0;
}

typedef bool (*likeness)(const struct imported *imported,
                         const struct meeting_source *known);

static bool
is_that_start(const struct imported *imported, const struct meeting_source *known)
{
    return local_time_compare(known->original, imported->wanted.source_start) == 0;
}

static bool
is_that_day(const struct imported *imported, const struct meeting_source *known)
{
    return !known->is_off &&
           date_compare(known->original.date, imported->wanted.source_start.date) == 0;
}

/* From Monday on: the first of January 1970 was a Thursday. */
static int64_t
week_of(struct date date)
{
    return (date_to_days(date) + 3) / 7;
}

static bool
is_that_week(const struct imported *imported, const struct meeting_source *known)
{
    return !known->is_off &&
           week_of(known->original.date) == week_of(imported->wanted.source_start.date);
}

/* A single event is known by its UID alone, for it may have moved. */
static bool
is_single(const struct imported *imported, const struct meeting_source *known)
{
    (void)known;
    return !imported->is_repeated;
}

/* A series that moves as a whole begins each occurrence elsewhere: what is alike in all
 * is found first, so that a row never takes what is another's. */
static void
match(struct judging *judging, size_t first, size_t end)
{
    static const likeness alike[] = { is_that_start, is_that_day, is_that_week,
                                      is_single };
    for (size_t a = 0; a < sizeof alike / sizeof alike[0]; a++)
        for (size_t i = first; i < end; i++)
            for (size_t k = 0; k < judging->known.count; k++) {
                struct imported *imported = judging->import->rows[i];
                const struct meeting_source *known = &judging->known.items[k];
                const bool is_ours = known->kind != MEETING_SOURCE_IMPORTED;
                if (imported->known || imported->is_judged_once ||
                    (!is_ours && (judging->is_met[k] || !alike[a](imported, known))))
                    continue;
                imported->known = known;
                judging->is_met[k] = true;
            }
}

/* Whether a known occurrence is none of the rows, so that a new row may be it. */
static bool
has_unmet(const struct judging *judging)
{
    for (size_t k = 0; k < judging->known.count; k++)
        if (judging->known.items[k].kind == MEETING_SOURCE_IMPORTED &&
            !judging->is_met[k] && !judging->known.items[k].is_off &&
            is_in_window(judging->import, judging->known.items[k].start))
            return true;
    return false;
}

static bool
judge_row(struct judging *judging, struct imported *imported)
{
    struct calendar_import_row *row = &imported->row;

    if (imported->is_judged_once)
        return true;
    imported_forget(imported);
    if (imported->known)
        return judge_meeting(judging, imported, imported->known);
    record_copy(&meeting_entity, &row->meeting, &imported->wanted);
    if (imported->is_cancelled) {
        imported_say(imported, IMPORT_SAME,
                     _("Cancelled, and not known here: it is not taken."));
        return true;
    }
    if (has_unmet(judging)) {
        imported_say(imported, IMPORT_DOUBTFUL,
                     _("It may be one of those that the calendar has no more: cancel "
                       "these here first, if they are off."));
        return true;
    }
    row->verdict = IMPORT_NEW;
    row->deed = CALENDAR_IMPORT_ADD;
    return true;
}

/* --- occurrences that the calendar has no more */

static bool
add_absent(struct judging *judging, const struct meeting_source *known)
{
    struct imported *imported = import_calendar_add(judging->import);

    imported->row.line = judging->line;
    imported->is_absent = true;
    imported_say(imported, IMPORT_DOUBTFUL,
                 _("The calendar has it no more: cancel it here, if it is off."));
    return row_load(judging->import->at->db, &meeting_entity, known->meeting,
                    &imported->row.meeting, judging->err);
}

/* In order of their original start. */
static bool
add_all_absent(struct judging *judging)
{
    bool ok = true;

    for (size_t i = 0; ok && i < judging->known.count; i++) {
        const struct meeting_source *known = &judging->known.items[i];
        if (known->kind == MEETING_SOURCE_IMPORTED && !judging->is_met[i] &&
            !known->is_off && is_in_window(judging->import, known->start))
            ok = add_absent(judging, known);
    }
    return ok;
}

static bool
find_known(struct judging *judging, const char *uid)
{
    judging->known.count = 0;
    if (uid && !meeting_source_table_find(judging->import->at->db, uid, &judging->known,
                                          judging->err))
        return false;
    judging->is_met = memory_grow(judging->is_met, &judging->met_capacity,
                                  judging->known.count + 1, sizeof judging->is_met[0]);
    for (size_t i = 0; i < judging->known.count; i++)
        judging->is_met[i] = false;
    return true;
}

/* The rows of one event follow one another. */
static size_t
end_of_event(const struct calendar_import *import, size_t first)
{
    const char *uid = import->rows[first]->wanted.source_uid;
    size_t end = first + 1;

    while (uid && end < import->file_count && import->rows[end]->wanted.source_uid &&
           strcmp(import->rows[end]->wanted.source_uid, uid) == 0)
        end++;
    return end;
}

static bool
judge_event(struct judging *judging, size_t first, size_t end)
{
    struct imported *const *rows = judging->import->rows;
    for (size_t i = first; i < end; i++)
        rows[i]->known = NULL;
    if (!find_known(judging, rows[first]->wanted.source_uid))
        return false;
    judging->line = rows[first]->row.line;
    match(judging, first, end);
    bool ok = true;
    for (size_t i = first; ok && i < end; i++)
        ok = judge_row(judging, judging->import->rows[i]);
    return ok && add_all_absent(judging);
}

bool
import_judge_rows(struct calendar_import *import, struct error *err)
{
    struct judging judging = { .import = import, .err = err };
    bool ok = true;

    while (import->count > import->file_count)
        imported_free(import->rows[--import->count]);
    for (size_t i = 0; ok && i < import->file_count;) {
        const size_t end = end_of_event(import, i);
        ok = judge_event(&judging, i, end);
        i = end;
    }
    meeting_source_list_clear(&judging.known);
    free(judging.is_met);
    return ok;
}
