/* SPDX-License-Identifier: GPL-3.0-or-later */
/* calendar_import_command.c - meetings from somebody else's calendar */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "atelier/app/display.h"
#include "atelier/app/import_calendar.h"
#include "atelier/base/language.h"
#include "atelier/base/text.h"
#include "atelier/cli/progress_line.h"
#include "atelier/domain/when.h"
#include "command/calendar_import_rows.h"
#include "command/import_option.h"
#include "command/import_report.h"
#include "print.h"

enum { PLACE_COLUMNS = 60, PLACES_SHOWN = 10 };

/* --- what holds for all of them */

static json_t *
show_notes(struct invocation *inv, const struct calendar_import *import)
{
    struct buffer notes = { 0 };
    buffer_add(&notes, calendar_import_notes(import));
    const char *rest = buffer_text(&notes);
    while (*rest) {
        const size_t length = strcspn(rest, "\n");
        print_line(inv, "%.*s", (int)length, rest);
        rest += length + (rest[length] == '\n');
    }
    json_t *lines = calendar_import_lines_json(&notes);
    buffer_clear(&notes);
    return lines;
}

static void
show_window(struct invocation *inv, const struct calendar_import *import, json_t *object)
{
    const struct calendar_import_choice *choice = calendar_import_choice(import);
    struct buffer from = { 0 };
    struct buffer until = { 0 };
    when_format_date(choice->from, WHEN_SHORT, &from);
    when_format_date(choice->until, WHEN_SHORT, &until);
    print_line(inv, _("From %s to %s."), buffer_text(&from), buffer_text(&until));
    buffer_clear(&from);
    buffer_clear(&until);
    char day[DATE_TEXT_SIZE];
    date_format(choice->from, day);
    json_object_set_new(object, "from", json_string(day));
    date_format(choice->until, day);
    json_object_set_new(object, "until", json_string(day));
}

/* Names the places that may be rooms, or those that are none. */
static size_t
add_places(const struct calendar_import *import, bool may_be_room, struct buffer *names)
{
    size_t count;
    const struct calendar_import_place *places = calendar_import_places(import, &count);
    size_t named = 0;
    for (size_t i = 0; i < count; i++) {
        if (places[i].may_be_room != may_be_room)
            continue;
        if (named++ >= PLACES_SHOWN)
            continue;
        buffer_add(names, named > 1 ? _("; ") : "");
        text_add_cut(names, places[i].name, PLACE_COLUMNS, false, false);
        buffer_addf(names, " (%" PRId64 ")", places[i].rows);
    }
    if (named > PLACES_SHOWN)
        buffer_addf(names, "%s…", _("; "));
    return named;
}

static json_t *
places_json(struct invocation *inv, const struct calendar_import *import)
{
    size_t count;
    const struct calendar_import_place *places = calendar_import_places(import, &count);
    json_t *array = json_array();
    for (size_t i = 0; i < count; i++) {
        const bool is_room = places[i].may_be_room && places[i].venue;
        struct buffer venue = { 0 };
        if (is_room)
            display_title(inv->at, ENTITY_VENUE, places[i].venue, &venue);
        json_t *place = json_pack("{s:s, s:I}", "name", places[i].name, "rows",
                                  (json_int_t)places[i].rows);
        json_object_set_new(
            place, "room", print_json_value(FIELD_TEXT, is_room ? places[i].room : NULL));
        json_object_set_new(
            place, "venue",
            print_json_value(FIELD_TEXT, is_room ? buffer_text(&venue) : NULL));
        json_array_append_new(array, place);
        buffer_clear(&venue);
    }
    return array;
}

/* Each place once, and what becomes of it. */
static json_t *
show_places(struct invocation *inv, const struct calendar_import *import)
{
    const bool creates = calendar_import_choice(import)->create_rooms;
    struct buffer names = { 0 };
    const size_t rooms = add_places(import, true, &names);
    if (rooms > 0 && creates)
        print_line(inv,
                   ngettext("%zu place is none of the rooms and becomes one: %s",
                            "%zu places are none of the rooms and become rooms: %s",
                            (unsigned long)rooms),
                   rooms, buffer_text(&names));
    else if (rooms > 0)
        print_line(inv,
                   ngettext("%zu place is none of the rooms and stays in words: %s.  "
                            "“--create rooms” makes it one.",
                            "%zu places are none of the rooms and stay in words: %s.  "
                            "“--create rooms” makes them rooms.",
                            (unsigned long)rooms),
                   rooms, buffer_text(&names));
    buffer_reset(&names);
    const size_t others = add_places(import, false, &names);
    if (others > 0)
        print_line(inv,
                   ngettext("%zu place names no room and stays in words: %s",
                            "%zu places name no room and stay in words: %s",
                            (unsigned long)others),
                   others, buffer_text(&names));
    buffer_clear(&names);
    return places_json(inv, import);
}

static void
show_people(struct invocation *inv, const struct calendar_import_outcome *outcome,
            json_t *object)
{
    print_line(inv,
               _("People registered: %" PRId64 ", invited: %" PRId64
                 ", declined: %" PRId64 ", without a seat: %" PRId64
                 ", with another answer here: %" PRId64 ", not known: %" PRId64 "."),
               outcome->registered, outcome->invited, outcome->declined, outcome->full,
               outcome->other, outcome->unknown);
    json_object_set_new(object, "registered", json_integer(outcome->registered));
    json_object_set_new(object, "invited", json_integer(outcome->invited));
    json_object_set_new(object, "declined", json_integer(outcome->declined));
    json_object_set_new(object, "full", json_integer(outcome->full));
    json_object_set_new(object, "other", json_integer(outcome->other));
    json_object_set_new(object, "unknown", json_integer(outcome->unknown));
}

static void
show_outcome(struct invocation *inv, const struct calendar_import_outcome *outcome,
             bool dry_run, json_t *object)
{
    print_line(inv,
               dry_run ? _("Meetings that would be added: %" PRId64 ", changed: %" PRId64
                           ", cancelled: %" PRId64 ".")
                       : _("Meetings added: %" PRId64 ", changed: %" PRId64
                           ", cancelled: %" PRId64 "."),
               outcome->added, outcome->changed, outcome->cancelled);
    json_object_set_new(object, "added", json_integer(outcome->added));
    json_object_set_new(object, "changed", json_integer(outcome->changed));
    json_object_set_new(object, "cancelled", json_integer(outcome->cancelled));
    if (outcome->noted > 0)
        print_line(inv, _("Newer there, and the same here: %" PRId64 "."),
                   outcome->noted);
    json_object_set_new(object, "noted", json_integer(outcome->noted));
    if (invocation_option(inv, "create"))
        print_line(inv,
                   dry_run ? _("Rooms that would be created: %" PRId64 ".")
                           : _("Rooms created: %" PRId64 "."),
                   outcome->rooms);
    json_object_set_new(object, "rooms", json_integer(outcome->rooms));
    if (invocation_option(inv, "attendees"))
        show_people(inv, outcome, object);
}

/* Nobody's rooms come into a building by chance. */
static bool
check_venue(const struct calendar_import *import, struct error *err)
{
    size_t homeless;
    (void)calendar_import_room_count(import, &homeless);
    return !calendar_import_choice(import)->create_rooms || homeless == 0 ||
           calendar_import_venue(import) ||
           error_set_field(err, ERROR_INPUT, "venue",
                           _("Say in which venue the new rooms are: --venue VENUE.  "
                             "“atelier venue list” shows them."));
}

static bool
is_any_left_out(const struct calendar_import *import)
{
    int64_t counts[IMPORT_VERDICT_COUNT];
    calendar_import_counts(import, counts);
    return counts[IMPORT_REFUSED] + counts[IMPORT_DOUBTFUL] > 0;
}

/* Where nothing of the file is left out, no file comes of it: what the calendar has no
 * more cannot be sent back. */
static bool
save_refused(struct invocation *inv, const struct calendar_import *import, json_t *object,
             struct error *err)
{
    const char *path = invocation_option(inv, "refused");
    size_t events = calendar_import_left_out(import);
    if (!path)
        return true;
    if (invocation_option(inv, "dry-run")) {
        print_line(inv, _("%s is not written: --dry-run writes nothing."), path);
        return true;
    }
    if (events > 0 && !calendar_import_save_refused(import, path, &events, err))
        return false;
    if (events > 0)
        print_line(inv,
                   ngettext("%zu event that is left out is saved to %s.",
                            "%zu events that are left out are saved to %s.",
                            (unsigned long)events),
                   events, path);
    else
        print_line(
            inv, is_any_left_out(import)
                     ? _("What is left out does not stand in the file; there is "
                         "nothing to save.")
                     : _("No event of the file is left out; there is nothing to save."));
    json_object_set_new(object, "saved", json_integer((json_int_t)events));
    return true;
}

static bool
judge(struct calendar_import *import, struct error *err)
{
    struct progress_line progress = { .what = _("Reading the rows"), .shown = -1 };
    const bool ok = calendar_import_judge(import, progress_line_step, &progress, err);
    progress_line_end(&progress);
    return ok;
}

/* The dry run goes the whole way too, so that its figures are those of the run. */
static bool
import_file(struct invocation *inv, struct calendar_import *import, json_t *object,
            int64_t *out, struct error *err)
{
    const bool dry_run = invocation_option(inv, "dry-run");
    struct progress_line progress = { .what = _("Importing"), .shown = -1 };
    struct calendar_import_outcome outcome;
    const char *refused = invocation_option(inv, "refused");
    bool ok = (!refused || calendar_import_can_save_refused(import, refused, err)) &&
              judge(import, err) && check_venue(import, err) &&
              (dry_run || import_option_check_sender(inv, err)) &&
              (dry_run ? calendar_import_rehearse(import, progress_line_step, &progress,
                                                  &outcome, err)
                       : calendar_import_run(import, progress_line_step, &progress,
                                             &outcome, err));
    progress_line_end(&progress);
    if (!ok)
        return false;
    show_window(inv, import, object);
    json_object_set_new(object, "notes", show_notes(inv, import));
    json_object_set_new(object, "rows", calendar_import_show_rows(inv, import));
    int64_t counts[IMPORT_VERDICT_COUNT];
    calendar_import_counts(import, counts);
    print_line(inv, "%s", _("Rows of the calendar:"));
    json_object_set_new(object, "counts", import_report_counts(inv, counts));
    const int64_t off = calendar_import_off_count(import);
    if (off > 0)
        print_line(inv, _("Cancelled there, and not known here: %" PRId64 "."), off);
    json_object_set_new(object, "cancelled_unknown", json_integer(off));
    json_object_set_new(object, "places", show_places(inv, import));
    json_object_set_new(object, "dry_run", json_boolean(dry_run));
    show_outcome(inv, &outcome, dry_run, object);
    *out = counts[IMPORT_REFUSED] + counts[IMPORT_DOUBTFUL] + outcome.full +
           outcome.other + outcome.unknown;
    return save_refused(inv, import, object, err);
}

/* --- the options */

static bool
read_create(struct invocation *inv, struct calendar_import_choice *choice,
            struct error *err)
{
    const char *create = invocation_option(inv, "create");
    choice->create_rooms = create && strcmp(create, "rooms") == 0;
    if (create && !choice->create_rooms)
        return error_set_field(err, ERROR_INPUT, "create",
                               _("--create takes “rooms”, not “%s”."), create);
    if (invocation_option(inv, "venue") && !choice->create_rooms)
        return error_set_field(err, ERROR_INPUT, "venue",
                               _("--venue is the venue of new rooms: add --create "
                                 "rooms."));
    return invocation_option_row(inv, "venue", ENTITY_VENUE, &choice->venue, err);
}

static bool
read_choice(struct invocation *inv, struct calendar_import_choice *choice,
            struct error *err)
{
    if (!invocation_option(inv, "group"))
        return error_set_field(err, ERROR_INPUT, "group",
                               _("Say whose meetings they are: --group GROUP."));
    const char *hours = invocation_option(inv, "hours");
    const char *as_written = invocation_option(inv, "as-written");
    choice->zone = invocation_option(inv, "zone");
    choice->utc_zone = invocation_option(inv, "utc-as");
    choice->attendees = invocation_option(inv, "attendees") != NULL;
    choice->private = invocation_option(inv, "private") != NULL;
    choice->cut = invocation_option(inv, "cut") != NULL;
    choice->drop_wrong = invocation_option(inv, "drop-wrong") != NULL;
    return invocation_option_row(inv, "group", ENTITY_WORKING_GROUP, &choice->group,
                                 err) &&
           invocation_option_day(inv, "from", &choice->from, err) &&
           invocation_option_day(inv, "until", &choice->until, err) &&
           read_create(inv, choice, err) && import_option_check_refused(inv, err) &&
           (!hours || calendar_import_read_hours(hours, choice, err)) &&
           (!as_written || calendar_import_read_as_written(as_written, choice, err));
}

static bool
run(struct invocation *inv, struct error *err)
{
    struct calendar_import_choice choice = { 0 };
    if (!read_choice(inv, &choice, err))
        return false;
    struct progress_line progress = { .what = _("Reading the file"), .shown = -1 };
    struct calendar_import *import = calendar_import_open_told(
        inv->at, inv->operands[0], &choice, progress_line_step, &progress, err);
    progress_line_end(&progress);
    if (!import)
        return false;
    json_t *object = json_object();
    int64_t out = 0;
    const bool ok = import_file(inv, import, object, &out, err);
    if (ok)
        print_json(inv, object);
    else
        json_decref(object);
    calendar_import_free(import);
    /* A script looks at the status alone (rule 11). */
    if (ok && out > 0)
        return error_set(err, ERROR_RULE,
                         ngettext("%" PRId64
                                  " meeting or person was left out; the reason "
                                  "is above.",
                                  "%" PRId64 " meetings or people were left out; their "
                                  "reasons are above.",
                                  (unsigned long)out),
                         out);
    return ok;
}

static const struct command_option options[] = {
    { "group", "GROUP", N_("the working group whose meetings they become") },
    { "dry-run", NULL, N_("show what it would do, and write nothing") },
    { "from", "DAY", N_("the first day that is taken; else today") },
    { "until", "DAY", N_("the last one; else a year later") },
    { "zone", "ZONE", N_("the time zone of times that have none, and of whole days") },
    { "utc-as", "ZONE", N_("by whose clocks people come, where a time is in UTC") },
    { "hours", "HOURS", N_("of events that last whole days: 9:30-17:00") },
    { "attendees", NULL, N_("put the people whom an event names onto its list as well") },
    { "private", NULL,
      N_("take what is marked private, takes nobody's time or is of another group there "
         "as well") },
    { "cut", NULL, N_("cut texts that are too long to be kept whole") },
    { "drop-wrong", NULL,
      N_("take events without what cannot be read beside their times") },
    { "as-written", "WHAT",
      N_("what is no slip: ends that are far away, starts that the event's own rule does "
         "not give, titles that say that it is cancelled") },
    { "create", "rooms", N_("make rooms of the places that are none, as well") },
    { "venue", "VENUE",
      N_("where these rooms are; else that of the group's usual room, or the only one") },
    { "refused", "FILE",
      N_("save the events that are left out as a calendar, with their reasons") },
    { 0 },
};

const struct command calendar_import_commands[] = {
    { .noun = "calendar",
      .verb = "import",
      .operands = "FILE",
      .least = 1,
      .most = 1,
      .options = options,
      .summary = N_("import meetings from a calendar file (RFC 5545), in one act"),
      .run = run },
    COMMAND_END,
};
