/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_calendar.c - a calendar is read, and each of its rows is known */
#include "atelier/app/import_calendar.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "atelier/calendar/zone_list.h"
#include "atelier/domain/act.h"
#include "atelier/domain/working_group.h"
#include "atelier/store/row_table.h"
#include "calendar/import_event.h"
#include "calendar/import_judge.h"
#include "calendar/import_origin.h"
#include "calendar/import_ours.h"
#include "calendar/import_part_move.h"
#include "calendar/import_room.h"
#include "calendar/import_text.h"
#include "calendar/import_window.h"
#include "import/kept_file.h"

enum { PROGRESS_EVENTS = 100 };

/* --- reading the file */

struct reading {
    struct calendar_import *import;
    struct calendar_source *source;
    struct day_window window;
    struct telling telling;
    struct error *err;
};

/* One that was not read says no more than what it is called and when it begins. */
static void
say_which(struct calendar_import_row *row, const struct source_series *series)
{
    const struct source_event *event = series->master.uid || series->override_count == 0
                                           ? &series->master
                                           : series->overrides;
    const char *title =
        series->glimpse.summary ? series->glimpse.summary : event->summary;
    const struct source_time *start = series->glimpse.start.kind != SOURCE_NO_TIME
                                          ? &series->glimpse.start
                                          : &event->start;

    row->line = series->line;
    row->meeting.title = text_is_blank(title) ? NULL : text_tidy(title);
    if (start->kind == SOURCE_NO_TIME)
        return;
    row->meeting.start = start->local;
    row->has_no_hours = start->kind == SOURCE_DATE;
    row->is_in_utc = start->kind == SOURCE_IN_UTC;
}

static bool
refuse_event(struct reading *reading, const struct source_series *series,
             const struct error *why)
{
    if (why->kind != ERROR_INPUT)
        return error_pass(reading->err, why);
    struct imported *imported = import_calendar_add(reading->import);
    say_which(&imported->row, series);
    imported_say(imported, IMPORT_REFUSED, "%s", why->message);
    record_copy(&meeting_entity, &imported->wanted, &imported->row.meeting);
    if (series->is_single)
        import_event_take_unread(reading->import, imported, &series->glimpse);
    imported->is_judged_once = imported->row.reason != NULL;
    return true;
}

static bool
take_occurrence(struct reading *reading, const struct occurrence *occurrence)
{
    struct calendar_import *import = reading->import;

    if (import->count >= CALENDAR_IMPORT_ROWS)
        return error_set_field(reading->err, ERROR_INPUT, "until",
                               _("The calendar has more than %d meetings in that time: "
                                 "import it in parts, up to an earlier last day."),
                               (int)CALENDAR_IMPORT_ROWS);
    struct imported *imported = import_calendar_add(import);
    const bool ok = import_event_take(import, imported, occurrence, reading->err);
    record_copy(&meeting_entity, &imported->row.meeting, &imported->wanted);
    return ok;
}

static struct imported_event *
add_event(struct calendar_import *import)
{
    import->events = memory_grow(import->events, &import->event_capacity,
                                 import->event_count + 1, sizeof import->events[0]);
    struct imported_event *event = &import->events[import->event_count++];
    *event = (struct imported_event){ .first = import->count };
    return event;
}

/* The version of all of it is that of its newest part. */
static void
take_version(struct imported_event *event, const struct source_series *series)
{
    const struct source_event *newest = series->master.uid ? &series->master : NULL;

    for (size_t i = 0; i < series->override_count; i++)
        if (!newest || source_event_compare(newest, &series->overrides[i]) < 0)
            newest = &series->overrides[i];
    event->sequence = newest ? newest->sequence : NUMBER_NONE;
    event->stamp = newest ? newest->stamp : INSTANT_NONE;
}

/* Which event its rows are of; what takes place outside alone is known too. */
static void
take_identity(struct imported_event *event, const struct source_series *series,
              struct occurrence_list *list, bool is_mended)
{
    const struct source_event *master = &series->master;
    event->is_alone = series->override_count > 0 && !master->uid;
    event->is_called_off = master->is_taken_back;
    const char *uid = event->is_alone ? series->overrides[0].uid
                      : is_mended     ? series->glimpse.uid
                                      : master->uid;

    take_version(event, series);
    event->line = series->line;
    event->uid = text_is_blank(uid) ? NULL : import_text_uid(uid);
    event->is_repeated =
        event->is_alone || master->rules.count > 0 || master->added.count > 0;
    event->away = list->away;
    event->away_count = list->away_count;
    list->away = NULL;
}

/* One that was changed occurrence by occurrence is of the program that did that. */
static bool
take_origin(struct reading *reading, struct source_series *series, bool is_read,
            struct imported_event *event)
{
    if (series->override_count > 0)
        return true;
    return import_origin_take(reading->import,
                              is_read ? &series->master : &series->glimpse,
                              &event->own_uid, reading->err);
}

/* Whichever way its rows were read. */
static void
tell_rows(const struct calendar_import *import, const struct imported_event *event)
{
    for (size_t i = event->first; i < import->count; i++)
        import->rows[i]->is_copy = event->own_uid != NULL;
}

/* This program says so of nothing else (calendar_event.c). */
static bool
is_workshop(const struct reading *reading, const struct source_series *series,
            struct error *why)
{
    if (!series->master.names_parent || !calendar_source_is_ours(reading->source))
        return false;
    error_set(why, ERROR_INPUT,
              _("It is a workshop of a meeting, and calendars bring meetings alone: it "
                "stays as it is here."));
    return true;
}

/* Nothing of it is taken, and nothing is wrong with it. */
static void
pass_over(struct calendar_import *import, size_t first, const char *why)
{
    for (size_t i = first; i < import->count; i++) {
        imported_say(import->rows[i], IMPORT_SAME, "%s", why);
        import->rows[i]->takes_nothing = true;
        import->rows[i]->is_judged_once = true;
    }
}

static bool
take_event(struct reading *reading, size_t index)
{
    struct imported_event *event = add_event(reading->import);
    struct source_series series = { 0 };
    struct occurrence_list list = { 0 };
    struct error why = { 0 };

    bool is_read = calendar_source_read(reading->source, index, &series, &why);
    bool ok = take_origin(reading, &series, is_read, event);
    const bool is_part = is_read && is_workshop(reading, &series, &why);
    is_read =
        is_read && !is_part &&
        calendar_source_expand(reading->source, &series, reading->window, &list, &why);
    ok = ok && (is_read || refuse_event(reading, &series, &why));
    if (ok && is_part)
        pass_over(reading->import, event->first, why.message);
    reading->import->outside += is_read && list.count == 0;
    for (size_t i = 0; ok && i < list.count; i++)
        ok = take_occurrence(reading, &list.items[i]);
    const bool is_mended = !is_read && reading->import->count > event->first &&
                           reading->import->rows[event->first]->is_mended;
    if (ok)
        take_identity(event, &series, &list, is_mended);
    if (series.master.related && calendar_source_is_ours(reading->source))
        event->related = import_text_uid(series.master.related);
    tell_rows(reading->import, event);
    event->count = reading->import->count - event->first;
    occurrence_list_clear(&list);
    source_series_clear(&series);
    return ok;
}

/* By UID; what takes place in the window in front of what does not, the newer in front.
 */
static int
compare_events(const void *a, const void *b)
{
    const struct imported_event *left = *(struct imported_event *const *)a;
    const struct imported_event *right = *(struct imported_event *const *)b;
    const int order = strcmp(left->uid, right->uid);

    if (order != 0)
        return order;
    if ((left->count == 0) != (right->count == 0))
        return left->count == 0 ? 1 : -1;
    const int age = source_version_compare(left->sequence, left->stamp, right->sequence,
                                           right->stamp);
    if (age != 0)
        return -age;
    return (left > right) - (left < right);
}

static void
refuse_event_twice(struct calendar_import *import, struct imported_event *event,
                   const struct imported_event *taken)
{
    const bool is_copy = event->own_uid || taken->own_uid;

    event->is_twin = true;
    for (size_t i = event->first; i < event->first + event->count; i++) {
        if (import->rows[i]->is_judged_once)
            continue;
        imported_say(import->rows[i], is_copy ? IMPORT_SAME : IMPORT_REFUSED,
                     _("The file has it twice: line %lld is taken."),
                     (long long)taken->line);
        import->rows[i]->takes_nothing = true;
        import->rows[i]->is_judged_once = true;
    }
}

/* Two events whose UIDs differ by blanks alone would be one meeting twice.  Calendars of
 * two offices in one file have what one took over from the other: nobody has to mend it.
 */
static void
refuse_twins(struct calendar_import *import)
{
    struct imported_event **sorted =
        memory_new(import->event_count + 1, sizeof(struct imported_event *));
    size_t count = 0;
    for (size_t i = 0; i < import->event_count; i++)
        if (import->events[i].uid)
            sorted[count++] = &import->events[i];
    if (count > 1)
        qsort(sorted, count, sizeof(struct imported_event *), compare_events);
    for (size_t first = 0, i = 1; i < count; i++) {
        if (strcmp(sorted[first]->uid, sorted[i]->uid) == 0)
            refuse_event_twice(import, sorted[i], sorted[first]);
        else
            first = i;
    }
    free(sorted);
}

static void
take_notes(struct calendar_import *import, const struct calendar_source *source)
{
    for (size_t i = 0; i < calendar_source_note_count(source); i++)
        buffer_addf(&import->notes, "%s\n", calendar_source_note(source, i));
    const unsigned long others = (unsigned long)calendar_source_other_count(source);
    if (others > 0)
        buffer_addf(&import->notes,
                    ngettext("%lu task or journal is passed over.\n",
                             "%lu tasks and journals are passed over.\n", others),
                    others);
    const unsigned long busy = (unsigned long)calendar_source_busy_count(source);
    if (busy > 0)
        buffer_addf(&import->notes,
                    ngettext("%lu list of free and busy times is passed over.\n",
                             "%lu lists of free and busy times are passed over.\n", busy),
                    busy);
    const unsigned long outside = (unsigned long)import->outside;
    if (outside > 0)
        buffer_addf(&import->notes,
                    ngettext("%lu event does not take place in that time.\n",
                             "%lu events do not take place in that time.\n", outside),
                    outside);
    const char *hint = calendar_source_zone_hint(source);
    if (*hint)
        buffer_addf(&import->notes, _("The file names the time zone %s as its own.\n"),
                    hint);
}

static bool
take_events(struct reading *reading)
{
    const struct telling *telling = &reading->telling;
    const size_t count = calendar_source_count(reading->source);
    bool ok = true;

    for (size_t i = 0; ok && i < count; i++) {
        if (telling->progress && i % PROGRESS_EVENTS == 0 &&
            telling->progress(telling->context, (int64_t)i, (int64_t)count))
            ok = error_set(reading->err, ERROR_CANCELLED,
                           _("Stopped; nothing was written."));
        ok = ok && take_event(reading, i);
    }
    return ok;
}

static bool
read_file(struct calendar_import *import, const char *path, struct telling telling,
          struct error *err)
{
    const struct calendar_source_options options = {
        .within = import->at->folder,
        .people = import->choice.attendees,
        .unknown_zone = import->zone,
        .own_zones = { import->zone, import->usual_zone, import->at->settings.zone },
    };
    struct calendar_source *source = calendar_source_open(path, &options, err);
    if (!source)
        return false;
    import->source = source;
    struct reading reading = { .import = import,
                               .source = source,
                               .window = { import->choice.from, import->choice.until },
                               .telling = telling,
                               .err = err };
    const bool ok = take_events(&reading);
    import->file_count = import->count;
    if (ok) {
        import_place_list_fold(&import->places);
        import_room_settle(import);
        take_notes(import, source);
        refuse_twins(import);
    }
    return ok;
}

/* --- what is asked of it */

static bool
take_zone(struct calendar_import *import, const char *asked, const char *option,
          char **zone, struct error *err)
{
    if (!asked)
        return true;
    *zone = zone_canonical(asked);
    if (*zone && zone_cache_get(import->at->zones, *zone, err))
        return true;
    struct error why = { 0 };
    (void)zone_list_refuse(asked, &why);
    return error_set_field(err, ERROR_INPUT, option, "%s", why.message);
}

static bool
take_group(struct calendar_import *import, struct error *err)
{
    struct working_group group;
    record_init(&working_group_entity, &group);
    const bool ok = row_load(import->at->db, &working_group_entity, import->choice.group,
                             &group, err) &&
                    import_ours_load(import, &group, err);
    if (ok) {
        import->usual_zone =
            memory_copy(group.zone ? group.zone : import->at->settings.zone);
        import->usual_seats = group.seats;
        import->usual_minutes =
            group.duration > 0 ? group.duration : MEETING_USUAL_MINUTES;
        import->usual_title = memory_copy(group.name);
    }
    const int64_t room = group.room;
    record_clear(&working_group_entity, &group);
    return ok && import_room_take_venue(import, room, err);
}

static bool
open_file(struct calendar_import *import, const char *path, struct telling telling,
          struct error *err)
{
    const struct row_ref group = { ENTITY_WORKING_GROUP, import->choice.group };

    return atelier_may(import->at, ACT_MEETING_IMPORT_NEEDS, group, err) &&
           (!import->choice.create_rooms ||
            atelier_may(import->at, ACT_ROOM_ADD_NEEDS, ROW_NONE, err)) &&
           import_place_list_load(&import->places, import->at, err) &&
           take_group(import, err) &&
           take_zone(import, import->choice.zone, "zone", &import->zone, err) &&
           take_zone(import, import->choice.utc_zone, "utc-as", &import->utc_zone, err) &&
           import_window_take(import, err) && read_file(import, path, telling, err);
}

struct calendar_import *
calendar_import_open(struct atelier *at, const char *path,
                     const struct calendar_import_choice *choice, struct error *err)
{
    return calendar_import_open_told(at, path, choice, NULL, NULL, err);
}

struct calendar_import *
calendar_import_open_told(struct atelier *at, const char *path,
                          const struct calendar_import_choice *choice,
                          work_progress *progress, void *context, struct error *err)
{
    struct calendar_import *import = memory_new(1, sizeof *import);
    const char *slash = strrchr(path, '/');

    import->at = at;
    import->choice = *choice;
    calendar_mend_list_add(&import->mends, choice->mends);
    import->choice.mends = &import->mends;
    import->name = strcmp(path, CALENDAR_SOURCE_INPUT) == 0
                       ? memory_copy(_("standard input"))
                       : text_tidy(slash ? slash + 1 : path);
    import->path = kept_file_path(at, path);
    if (!open_file(import, path, (struct telling){ progress, context }, err)) {
        calendar_import_free(import);
        return NULL;
    }
    import->choice.zone = import->zone;
    import->choice.utc_zone = import->utc_zone;
    return import;
}

void
calendar_import_free(struct calendar_import *import)
{
    if (!import)
        return;
    for (size_t i = 0; i < import->count; i++)
        imported_free(import->rows[i]);
    free(import->rows);
    for (size_t i = 0; i < import->event_count; i++) {
        free(import->events[i].uid);
        free(import->events[i].related);
        free(import->events[i].own_uid);
        free(import->events[i].away);
    }
    free(import->events);
    calendar_source_close(import->source);
    import_place_list_clear(&import->places);
    import_ours_clear(&import->ours);
    import_part_move_clear(import);
    calendar_mend_list_clear(&import->mends);
    buffer_clear(&import->notes);
    free(import->zone);
    free(import->utc_zone);
    free(import->usual_zone);
    free(import->usual_title);
    free(import->name);
    free(import->path);
    free(import);
}

const struct calendar_import_choice *
calendar_import_choice(const struct calendar_import *import)
{
    return &import->choice;
}

const char *
calendar_import_notes(const struct calendar_import *import)
{
    return buffer_text(&import->notes);
}

bool
calendar_import_judge(struct calendar_import *import, work_progress *progress,
                      void *context, struct error *err)
{
    return import_judge_rows(import, (struct telling){ progress, context }, err);
}

size_t
calendar_import_row_count(const struct calendar_import *import)
{
    return import->count;
}

const struct calendar_import_row *
calendar_import_row(const struct calendar_import *import, size_t index)
{
    return &import->rows[index]->row;
}

void
calendar_import_counts(const struct calendar_import *import,
                       int64_t counts[IMPORT_VERDICT_COUNT])
{
    for (int v = 0; v < IMPORT_VERDICT_COUNT; v++)
        counts[v] = 0;
    for (size_t i = 0; i < import->count; i++)
        counts[import->rows[i]->row.verdict] += !import->rows[i]->row.is_off;
}

int64_t
calendar_import_off_count(const struct calendar_import *import)
{
    int64_t count = 0;

    for (size_t i = 0; i < import->count; i++)
        count += import->rows[i]->row.is_off;
    return count;
}

void
calendar_import_deeds(const struct calendar_import *import,
                      int64_t counts[CALENDAR_IMPORT_DEED_COUNT])
{
    bool *is_counted = memory_new(import->moves.count + 1, sizeof *is_counted);

    for (int d = 0; d < CALENDAR_IMPORT_DEED_COUNT; d++)
        counts[d] = 0;
    for (size_t i = 0; i < import->count; i++) {
        const struct imported *imported = import->rows[i];
        const size_t move = imported->part.move;
        counts[imported->row.deed] += move == 0 || !is_counted[move];
        is_counted[move] = true;
    }
    free(is_counted);
}

const struct calendar_import_place *
calendar_import_places(const struct calendar_import *import, size_t *count)
{
    *count = import->places.listed;
    return import->places.items;
}
