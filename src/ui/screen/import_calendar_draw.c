/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_calendar_draw.c - what somebody else's calendar looks like: its head, and a row
 * whole or in a few words */
#include "screen/import_calendar_draw.h"

#include <inttypes.h>
#include <string.h>

#include "atelier/app/display.h"
#include "atelier/base/language.h"
#include "atelier/base/text.h"
#include "atelier/domain/when.h"
#include "sentence.h"
#include "widget/pager.h"

enum {
    REFUSAL_ROWS_MOST = 2,
    PEOPLE_ROWS_MOST = 3,
    PLACE_COLUMNS = 40,
    PLACES_SHOWN = 10
};

/* --- the head */

static void
add_counts(const struct calendar_import *import, struct buffer *text)
{
    int64_t counts[IMPORT_VERDICT_COUNT];
    int64_t deeds[CALENDAR_IMPORT_DEED_COUNT];

    calendar_import_counts(import, counts);
    calendar_import_deeds(import, deeds);
    const int64_t cancelled = deeds[CALENDAR_IMPORT_CANCEL];
    buffer_add(text, _("Rows: "));
    import_verdict_add_counts(counts, text);
    if (cancelled > 0)
        buffer_addf(text,
                    ngettext("  ·  %" PRId64 " is cancelled",
                             "  ·  %" PRId64 " are cancelled", (unsigned long)cancelled),
                    cancelled);
}

/* Who comes onto the lists of the meetings. */
static void
add_people(const struct calendar_import_outcome *outcome, struct buffer *text)
{
    buffer_addf(text,
                _("Onto their lists: %" PRId64 " registered, %" PRId64
                  " invited, %" PRId64 " declined; %" PRId64 " without a seat, %" PRId64
                  " with another answer here, %" PRId64 " not known"),
                outcome->registered, outcome->invited, outcome->declined, outcome->full,
                outcome->other, outcome->unknown);
}

/* Whose meetings they become, and from when to when they take place. */
static void
add_window(const struct calendar_import_choice *choice, struct ui *ui,
           struct buffer *text)
{
    struct buffer from = { 0 };
    struct buffer until = { 0 };

    display_title(ui_atelier(ui), ENTITY_WORKING_GROUP, choice->group, text);
    when_format_date(choice->from, WHEN_SHORT, &from);
    when_format_date(choice->until, WHEN_SHORT, &until);
    buffer_addf(text, _(", from %s to %s"), buffer_text(&from), buffer_text(&until));
    buffer_clear(&from);
    buffer_clear(&until);
}

/* What parts two things that were said. */
static struct buffer *
apart(struct buffer *text)
{
    buffer_add(text, text->length > 0 ? "  ·  " : "");
    return text;
}

/* What a person said of the file; nothing when nothing was said. */
static void
add_said(const struct calendar_import_choice *choice, struct buffer *text)
{
    if (choice->zone)
        buffer_addf(apart(text), _("without a zone: %s"), choice->zone);
    if (choice->utc_zone)
        buffer_addf(apart(text), _("UTC: by the clocks of %s"), choice->utc_zone);
    if (choice->has_hours)
        buffer_addf(apart(text), _("whole days: %d:%02d–%d:%02d"),
                    choice->first_hour.hour, choice->first_hour.minute,
                    choice->last_hour.hour, choice->last_hour.minute);
    if (choice->attendees)
        buffer_add(apart(text), _("with attendees"));
    if (choice->private)
        buffer_add(apart(text), _("private ones too"));
    if (choice->cut)
        buffer_add(apart(text), _("long texts cut"));
    if (choice->drop_wrong)
        buffer_add(apart(text), _("without what is wrong"));
}

/* Places that are no rooms, and what becomes of them. */
static void
add_places(const struct calendar_import *import, bool may_be_room, struct buffer *text)
{
    const bool creates = calendar_import_choice(import)->create_rooms;
    const char *label =
        creates && may_be_room ? _("New rooms: ") : _("No rooms, taken in words: ");
    size_t count;
    const struct calendar_import_place *places = calendar_import_places(import, &count);
    size_t named = 0;

    for (size_t i = 0; i < count; i++) {
        if (creates && places[i].may_be_room != may_be_room)
            continue;
        if (named++ >= PLACES_SHOWN)
            continue;
        buffer_add(text, named > 1 ? _("; ") : label);
        text_add_cut(text, places[i].name, PLACE_COLUMNS, false, false);
        buffer_addf(text, " (%" PRId64 ")", places[i].rows);
    }
    if (named > PLACES_SHOWN)
        buffer_add(text, "; …");
}

static int
paint_line(struct buffer *text, enum style style, struct area area, int row)
{
    const bool any = text->length > 0;

    if (any)
        paint_text(row, area.left, area.columns, style, buffer_text(text));
    buffer_reset(text);
    return any;
}

static void
draw_question(const struct ui *ui, const char *question, struct area area, int row)
{
    paint_fill(row, area.left, area.columns, STYLE_PLAIN);
    sentence_paint(ui, (struct area){ row, area.left, 1, area.columns }, question);
    paint_restyle(row, area.left, area.columns, STYLE_STRONG);
}

/* One line for each thing that the file does not say and some row needs, or a person
 * may want. */
static int
draw_questions(const struct calendar_import *import, const struct ui *ui,
               struct area area, int row)
{
    static const char *const questions[CALENDAR_IMPORT_QUESTIONS] = {
        [CALENDAR_IMPORT_ASKS_UTC] =
            N_("Some times are in UTC: %K{calendar_import.choices} says by whose clocks "
               "people come."),
        [CALENDAR_IMPORT_ASKS_ZONE] =
            N_("Some times have no time zone: %K{calendar_import.choices} says which."),
        [CALENDAR_IMPORT_ASKS_HOURS] =
            N_("Some events last whole days: %K{calendar_import.choices} says from when "
               "to when."),
        [CALENDAR_IMPORT_ASKS_PRIVATE] =
            N_("Some are private, take no time or are of another group: "
               "%K{calendar_import.choices} takes them."),
        [CALENDAR_IMPORT_ASKS_CUT] =
            N_("Some texts are too long: %K{calendar_import.choices} cuts them."),
        [CALENDAR_IMPORT_ASKS_WRONG] =
            N_("Some have a line that cannot be read: %K{calendar_import.choices} takes "
               "them without it."),
    };
    bool asked[CALENDAR_IMPORT_QUESTIONS] = { false };
    const int first = row;

    for (size_t i = 0; i < calendar_import_row_count(import); i++)
        asked[calendar_import_row(import, i)->asks] = true;
    for (int q = 0; q < CALENDAR_IMPORT_QUESTIONS; q++)
        if (questions[q] && asked[q])
            draw_question(ui, _(questions[q]), area, row++);
    size_t homeless;
    if (calendar_import_room_count(import, &homeless) > 0 &&
        !calendar_import_choice(import)->create_rooms)
        draw_question(ui,
                      _("Some places may be new rooms: %K{calendar_import.rooms} creates "
                        "them."),
                      area, row++);
    return row - first;
}

int
import_calendar_draw_head(const struct calendar_import *import,
                          const struct calendar_import_outcome *rehearsal,
                          const char *refusal, struct ui *ui, struct area area)
{
    const struct calendar_import_choice *choice = calendar_import_choice(import);
    struct buffer text = { 0 };
    int row = area.top;

    area.left++;
    area.columns--;
    add_counts(import, &text);
    row += paint_line(&text, STYLE_STRONG, area, row);
    if (rehearsal && choice->attendees) {
        add_people(rehearsal, &text);
        row += paint_wrapped_top(
            (struct area){ row, area.left, PEOPLE_ROWS_MOST, area.columns }, STYLE_STRONG,
            buffer_text(&text));
        buffer_reset(&text);
    }
    if (refusal)
        row += paint_wrapped_top(
            (struct area){ row, area.left, REFUSAL_ROWS_MOST, area.columns },
            STYLE_WARNING, refusal);
    add_window(choice, ui, &text);
    row += paint_line(&text, STYLE_QUIET, area, row);
    add_said(choice, &text);
    row += paint_line(&text, STYLE_QUIET, area, row);
    add_places(import, true, &text);
    row += paint_line(&text, STYLE_QUIET, area, row);
    if (choice->create_rooms)
        add_places(import, false, &text);
    row += paint_line(&text, STYLE_QUIET, area, row);
    row += draw_questions(import, ui, area, row);
    buffer_clear(&text);
    area.left--;
    paint_clear((struct area){ area.top, area.left, row - area.top, 1 });
    return row - area.top;
}

/* --- a row */

/* "Start: Tue 16/03/2027 09:30 → Tue 16/03/2027 10:00" */
static void
add_change(struct ui *ui, const struct calendar_import_change *change,
           struct buffer *text)
{
    struct buffer before = { 0 };
    struct buffer after = { 0 };

    display_text(ui_atelier(ui), change->field, change->before, &before);
    display_text(ui_atelier(ui), change->field, change->after, &after);
    buffer_addf(text, "%s → %s", before.length > 0 ? buffer_text(&before) : "–",
                after.length > 0 ? buffer_text(&after) : "–");
    buffer_clear(&before);
    buffer_clear(&after);
}

/* "Place: Town hall stays, changed here since; the calendar has Room 4" */
static void
add_stay(struct ui *ui, const struct calendar_import_change *stay, struct buffer *text)
{
    struct buffer here = { 0 };
    struct buffer there = { 0 };

    display_text(ui_atelier(ui), stay->field, stay->before, &here);
    display_text(ui_atelier(ui), stay->field, stay->after, &there);
    buffer_addf(text, _("%s: %s stays, changed here since; the calendar has %s"),
                _(stay->field->label), here.length > 0 ? buffer_text(&here) : "–",
                there.length > 0 ? buffer_text(&there) : "–");
    buffer_clear(&here);
    buffer_clear(&there);
}

void
import_calendar_add_what(struct ui *ui, const struct calendar_import_row *row,
                         struct buffer *text)
{
    if (row->reason)
        buffer_add(text, row->reason);
    for (size_t i = 0; i < row->change_count; i++) {
        struct buffer change = { 0 };
        add_change(ui, &row->changes[i], &change);
        buffer_add(text, i > 0 ? _("; ") : text->length > 0 ? "  " : "");
        buffer_addf(text, _("%s: %s"), _(row->changes[i].field->label),
                    buffer_text(&change));
        buffer_clear(&change);
    }
    for (size_t i = 0; i < row->stay_count; i++) {
        buffer_add(text, text->length > 0 ? _("; ") : "");
        add_stay(ui, &row->stays[i], text);
    }
    if (row->new_room)
        buffer_addf(text, "%s%s%s", text->length > 0 ? _("; ") : "", _("New room: "),
                    row->new_room->room);
    if (text->length == 0)
        calendar_import_add_whole(row, text);
    if (text->length == 0)
        buffer_add(text, buffer_text(&row->warnings));
    if (text->length == 0)
        buffer_add(text, buffer_text(&row->notes));
}

static const struct calendar_import_change *
find(const struct calendar_import_change *changes, size_t count,
     const struct field *field)
{
    for (size_t i = 0; i < count; i++)
        if (changes[i].field == field)
            return &changes[i];
    return NULL;
}

/* A field that changes, or stays against the calendar; or what it is, where it is
 * something that people read. */
static void
add_field(struct ui *ui, const struct calendar_import_row *row, const struct field *field,
          struct buffer *text)
{
    const struct calendar_import_change *change =
        find(row->changes, row->change_count, field);
    const struct calendar_import_change *stay = find(row->stays, row->stay_count, field);
    struct buffer value = { 0 };

    if (stay) {
        add_stay(ui, stay, text);
        buffer_add_char(text, '\n');
    } else if (change)
        add_change(ui, change, &value);
    else if ((field->flags & (FIELD_DERIVED | FIELD_HIDDEN)) == 0 &&
             !field_is_absent(field, &row->meeting))
        display_field(ui_atelier(ui), field, &row->meeting, &value);
    if (value.length > 0) {
        buffer_addf(text, _("%s: %s"), _(field->label), buffer_text(&value));
        buffer_add_char(text, '\n');
    }
    buffer_clear(&value);
}

/* Days without hours, and hours in UTC, are no start that a meeting could have; a part of
 * a meeting has its own. */
static bool
passes_over(const struct calendar_import_row *row, const struct field *field)
{
    const bool is_other = row->has_no_hours || row->is_in_utc ||
                          (row->is_part && !find(row->changes, row->change_count, field));

    return is_other &&
           (strcmp(field->name, "start") == 0 || strcmp(field->name, "end") == 0);
}

static void
add_other_hours(const struct calendar_import_row *row, struct buffer *text)
{
    const bool is_same_part = row->is_part && row->change_count == 0;

    if (!row->has_no_hours && !row->is_in_utc && !is_same_part)
        return;
    struct buffer when = { 0 };
    calendar_import_add_when(row, &when);
    buffer_addf(text, _("%s: %s"), _("Start"), buffer_text(&when));
    buffer_add_char(text, '\n');
    buffer_clear(&when);
}

static void
add_new_room(struct ui *ui, const struct calendar_import_row *row, struct buffer *text)
{
    struct buffer venue = { 0 };

    if (!row->new_room)
        return;
    display_title(ui_atelier(ui), ENTITY_VENUE, row->new_room->venue, &venue);
    buffer_addf(text, _("New room: %s, %s"), row->new_room->room, buffer_text(&venue));
    buffer_add_char(text, '\n');
    buffer_clear(&venue);
}

void
import_calendar_show_row(struct ui *ui, const struct calendar_import_row *row)
{
    struct buffer title = { 0 };
    struct buffer text = { 0 };

    buffer_addf(&title, _("Line %lld: %s"), (long long)row->line,
                _(import_verdicts[row->verdict].label));
    if (row->reason)
        buffer_addf(&text, "%s\n\n", row->reason);
    calendar_import_add_whole(row, &text);
    buffer_add(&text, row->is_part ? "\n\n" : "");
    for (size_t i = 0; i < meeting_entity.field_count; i++)
        if (!passes_over(row, &meeting_entity.fields[i]))
            add_field(ui, row, &meeting_entity.fields[i], &text);
    add_other_hours(row, &text);
    add_new_room(ui, row, &text);
    if (row->notes.length + row->warnings.length > 0)
        buffer_addf(&text, "\n%s%s", buffer_text(&row->notes),
                    buffer_text(&row->warnings));
    pager_run(ui, buffer_text(&title), buffer_text(&text));
    buffer_clear(&title);
    buffer_clear(&text);
}
