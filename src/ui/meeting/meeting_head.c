/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meeting_head.c - the lines that stand above every screen of a meeting */
#include "meeting/meeting_head.h"
#include "sentence.h"

#include <inttypes.h>
#include <stdlib.h>

#include "atelier/app/browse.h"
#include "atelier/app/display.h"
#include "atelier/app/edit.h"
#include "atelier/app/meeting_quorums.h"
#include "atelier/app/plan.h"
#include "atelier/app/plan_past.h"
#include "atelier/base/language.h"
#include "atelier/base/text.h"
#include "atelier/domain/room.h"
#include "atelier/domain/when.h"
#include "state_sign.h"
#include "tab.h"

enum { BAR_COLUMNS = 24, BAR_LEAST = 8 };

const enum screen_id meeting_tabs[] = { SCREEN_REGISTRATION_LIST, SCREEN_PROGRAMME,
                                        SCREEN_PRESENCE_LIST,     SCREEN_REPORT,
                                        SCREEN_SEAT_LIMIT_LIST,   SCREEN_MEETING_FACTS,
                                        SCREEN_MEETING_HISTORY,   SCREEN_COUNT };

void
meeting_head_init(struct meeting_head *head)
{
    *head = (struct meeting_head){ 0 };
    record_init(&meeting_entity, &head->meeting);
}

void
meeting_head_clear(struct meeting_head *head)
{
    record_clear(&meeting_entity, &head->meeting);
    meeting_presence_clear(&head->presence);
    free(head->group);
    free(head->where);
    free(head->past);
    head->group = NULL;
    head->where = NULL;
    head->past = NULL;
}

static void
add_room(struct ui *ui, int64_t id, struct buffer *where)
{
    struct room room;
    struct error ignored = { 0 };

    record_init(&room_entity, &room);
    display_title(ui_atelier(ui), ENTITY_ROOM, id, where);
    if (edit_load(ui_atelier(ui), &room_entity, id, &room, &ignored) && room.venue) {
        buffer_add(where, ", ");
        display_title(ui_atelier(ui), ENTITY_VENUE, room.venue, where);
    }
    record_clear(&room_entity, &room);
}

/* The room and its venue, else the place in words, else how people meet. */
static char *
find_where(struct ui *ui, const struct meeting *meeting)
{
    struct buffer where = { 0 };
    if (meeting->room)
        add_room(ui, meeting->room, &where);
    else
        buffer_add(&where, meeting->place ? meeting->place
                                          : _(meeting_modes[meeting->mode].label));
    return buffer_take(&where);
}

/* Beside the seats while they are planned. */
static char *
find_past(struct ui *ui, const struct meeting *meeting)
{
    struct plan_past past;
    struct buffer text = { 0 };
    struct error ignored = { 0 };

    if (meeting->state == MEETING_DRAFT &&
        plan_past_load(ui_atelier(ui), meeting, &past, &ignored))
        plan_past_add(&past, &text);
    return buffer_take(&text);
}

/* What a planner should know and may leave as it is. */
static bool
is_warned(struct ui *ui, const struct meeting *meeting)
{
    struct quorum_tally_list quorums = { 0 };
    struct buffer few = { 0 };
    struct error ignored = { 0 };
    unsigned bits = 0;

    if (!meeting_is_open(meeting))
        return false;
    (void)plan_warnings(ui_atelier(ui), meeting, &bits, NULL, &ignored);
    const bool is_few =
        meeting_quorums_tally(ui_atelier(ui), meeting, &quorums, &ignored) &&
        meeting_quorums_warn(ui_atelier(ui), meeting, &quorums, &few);
    quorum_tally_list_clear(&quorums);
    buffer_clear(&few);
    return bits != 0 || is_few;
}

bool
meeting_head_load(struct meeting_head *head, struct ui *ui, int64_t id, struct error *err)
{
    if (!edit_load(ui_atelier(ui), &meeting_entity, id, &head->meeting, err) ||
        !browse_seats(ui_atelier(ui), id, &head->seats, err) ||
        !meeting_presence_load(&head->presence, ui, &head->meeting, &head->seats, err))
        return false;

    struct buffer group = { 0 };
    display_title(ui_atelier(ui), ENTITY_WORKING_GROUP, head->meeting.group, &group);
    free(head->group);
    free(head->where);
    head->group = buffer_take(&group);
    head->where = find_where(ui, &head->meeting);
    head->is_warned = is_warned(ui, &head->meeting);
    free(head->past);
    head->past = find_past(ui, &head->meeting);
    return true;
}

void
meeting_head_add_title(const struct meeting_head *head, struct buffer *buffer)
{
    buffer_addf(buffer, "%s · %s", head->group ? head->group : "",
                head->meeting.title ? head->meeting.title : "");
}

/* The people who take no seat, or not yet; whom one decides about first, as the end of
 * the line is cut off. */
static void
add_other_people(const struct seats *seats, struct buffer *buffer)
{
    int64_t invited = seats->state[REGISTRATION_INVITED];
    int64_t pending = seats->state[REGISTRATION_PENDING];
    int64_t offered = seats->state[REGISTRATION_OFFERED];
    int64_t waiting = seats->state[REGISTRATION_WAITING];
    if (offered > 0)
        buffer_addf(buffer,
                    ngettext(", %" PRId64 " offered", ", %" PRId64 " offered",
                             (unsigned long)offered),
                    offered);
    if (waiting > 0)
        buffer_addf(buffer,
                    ngettext(", %" PRId64 " waiting", ", %" PRId64 " waiting",
                             (unsigned long)waiting),
                    waiting);
    if (pending > 0)
        buffer_addf(buffer,
                    ngettext(", %" PRId64 " pending", ", %" PRId64 " pending",
                             (unsigned long)pending),
                    pending);
    if (invited > 0)
        buffer_addf(buffer,
                    ngettext(", %" PRId64 " invited", ", %" PRId64 " invited",
                             (unsigned long)invited),
                    invited);
}

void
meeting_head_add_taken(const struct seats *seats, struct buffer *buffer)
{
    int64_t free_seats = seats_free(seats);
    if (seats->seats == NUMBER_NONE)
        buffer_addf(buffer,
                    ngettext("%" PRId64 " comes, no limit", "%" PRId64 " come, no limit",
                             (unsigned long)seats->taken),
                    seats->taken);
    else if (seats->taken > seats->seats)
        buffer_addf(buffer, _("%" PRId64 " of %" PRId64 " taken, OVERBOOKED by %" PRId64),
                    seats->taken, seats->seats, seats->taken - seats->seats);
    else if (free_seats == 0)
        buffer_addf(buffer, _("%" PRId64 " of %" PRId64 " taken, FULL"), seats->taken,
                    seats->seats);
    else
        buffer_addf(buffer, _("%" PRId64 " of %" PRId64 " taken, %" PRId64 " free"),
                    seats->taken, seats->seats, free_seats);
}

void
meeting_head_add_seats(const struct seats *seats, struct buffer *buffer)
{
    meeting_head_add_taken(seats, buffer);
    add_other_people(seats, buffer);
}

static void
draw_when(const struct meeting_head *head, struct ui *ui, struct area area)
{
    const struct meeting *meeting = &head->meeting;
    struct buffer line = { 0 };

    when_format_span(meeting->start, meeting->end, &line);
    display_elsewhere(ui_atelier(ui), meeting->zone, &line);
    buffer_addf(&line, "  ·  %s", head->where);
    paint_text(area.top, area.left, area.columns, STYLE_PLAIN, buffer_text(&line));
    buffer_clear(&line);
}

/* What has words is shown whole first; the bar has what is left. */
static int
bar_columns(int columns, const char *figures)
{
    const int left = columns - 2 - (int)text_width(figures);

    return left > BAR_COLUMNS ? BAR_COLUMNS : left > BAR_LEAST ? left : BAR_LEAST;
}

/* A bar and its figures, or the figures alone where there is no measure or no bar is
 * shown. */
static void
draw_figures(struct area area, int64_t done, int64_t total, enum style style,
             const char *figures)
{
    const int bar = bar_columns(area.columns, figures);
    const bool has_bar = total > 0 && !paint_is_plain();
    const int lead = has_bar ? bar + 2 : 0;
    const int width = (int)text_width(figures);
    const int columns = area.columns - lead;

    if (has_bar) {
        paint_bar(area.top, area.left, bar, done < total ? done : total, total);
        paint_text(area.top, area.left + bar, 2, STYLE_PLAIN, "");
    }
    paint_text(area.top, area.left + lead, columns, STYLE_PLAIN, figures);
    paint_restyle(area.top, area.left + lead, width < columns ? width : columns, style);
}

static void
draw_seats(const struct meeting_head *head, struct area area)
{
    const struct seats *seats = &head->seats;
    const bool is_limited = seats->seats != NUMBER_NONE;
    struct buffer line = { 0 };

    meeting_head_add_seats(seats, &line);
    const size_t bar = is_limited ? BAR_LEAST + 2 : 0;
    const size_t seated = text_width(buffer_text(&line));
    if (head->past && *head->past && /* half a number would be another one */
        bar + seated + 5 + text_width(head->past) <= (size_t)area.columns)
        buffer_addf(&line, "  ·  %s", head->past);
    /* That a meeting is full is worth a look; that it is more than full, an alarm. */
    draw_figures(area, seats->taken, is_limited ? seats->seats : 0,
                 !is_limited || seats->taken < seats->seats ? STYLE_PLAIN
                 : seats->taken == seats->seats             ? STYLE_STRONG
                                                            : STYLE_WARNING,
                 buffer_text(&line));
    buffer_clear(&line);
}

static void
draw_presence(const struct meeting_head *head, struct area area)
{
    const struct meeting_presence *presence = &head->presence;
    struct buffer line = { 0 };

    meeting_presence_add(presence, &line);
    draw_figures(area, presence->count.present, presence->expected, STYLE_PLAIN,
                 buffer_text(&line));
    buffer_clear(&line);
}

/* That it does not take place, or not then, must be seen; the rest is read. */
static enum style
state_style(const struct meeting *meeting)
{
    return meeting_takes_place(meeting)
               ? state_sign_style(meeting_states, (int)meeting->state)
               : STYLE_WARNING;
}

/* As much of who is there as fits behind the state: all, or the sum, or nothing, for
 * half a sum says nothing. */
static void
add_presence(const struct meeting_presence *presence, int columns, struct buffer *line)
{
    void (*const sayings[])(const struct meeting_presence *,
                            struct buffer *) = { meeting_presence_add,
                                                 meeting_presence_add_sum };
    const int room = columns - (int)text_width(buffer_text(line));
    struct buffer said = { 0 };
    bool fits = false;

    for (size_t i = 0; !fits && i < sizeof sayings / sizeof sayings[0]; i++) {
        buffer_reset(&said);
        buffer_add(&said, " · ");
        sayings[i](presence, &said);
        fits = (int)text_width(buffer_text(&said)) <= room;
    }
    if (fits)
        buffer_add(line, buffer_text(&said));
    buffer_clear(&said);
}

/* What a draft is, and who ends it, as far as it is not cut. */
static void
add_draft(const struct meeting_head *head, struct ui *ui, int columns,
          struct buffer *line)
{
    const char *const sentences[] = { _(": in no calendar, %K{meeting.state} confirms"),
                                      _(": in no calendar") };
    const int room = columns - (int)text_width(buffer_text(line));
    struct buffer means = { 0 };
    bool fits = false;

    for (size_t i = head->state_is_away ? 1 : 0;
         !fits && i < sizeof sentences / sizeof sentences[0]; i++) {
        buffer_reset(&means);
        sentence_add(ui, sentences[i], &means);
        fits = (int)text_width(buffer_text(&means)) <= room;
    }
    if (fits)
        buffer_add(line, buffer_text(&means));
    buffer_clear(&means);
}

/* Narrower where the state behind it would be cut; alone, and false, where next to
 * nothing of that state would be read, and the warning itself would be cut for it. */
static bool
add_warning(const char *state, int columns, struct buffer *line)
{
    enum { SIGNS_AND_BLANKS = 9, BEFORE_AND_BEHIND = 5, STATE_LEAST = 4 };
    const char *facts = _("see Facts");
    const bool is_tight =
        (int)(text_width(facts) + text_width(state)) + SIGNS_AND_BLANKS > columns;

    const bool is_alone =
        columns - (int)text_width(facts) - BEFORE_AND_BEHIND < STATE_LEAST;

    buffer_addf(line, is_alone ? "! %s" : is_tight ? "! %s · " : "! %s  ·  ", facts);
    return !is_alone;
}

/* With its reason, and what a draft is. */
static void
add_state(const struct meeting_head *head, struct ui *ui, int columns, bool is_shared,
          struct buffer *line)
{
    const char *state = _(meeting_states[head->meeting.state].label);
    const char *reason = head->meeting.reason;

    if (!is_shared) /* who is there needs the room */
        state_sign_add(meeting_states, (int)head->meeting.state, line);
    if (reason) /* TRANSLATORS: a state and its reason; a blank before : in French */
        buffer_addf(line, _("%s: %s"), state, reason);
    else
        buffer_add(line, state);
    if (head->meeting.state == MEETING_DRAFT && !is_shared)
        add_draft(head, ui, columns, line);
}

/* At the right end of the area. */
static void
draw_state(const struct meeting_head *head, struct ui *ui, struct area area)
{
    const char *state = _(meeting_states[head->meeting.state].label);
    const bool is_shared = head->presence.due && !head->shows_presence;
    const int columns = area.columns - 2;
    struct buffer line = { 0 };

    const bool is_alone = head->is_warned && !add_warning(state, columns, &line);
    const int warned = (int)text_width(buffer_text(&line));
    if (!is_alone)
        add_state(head, ui, columns, is_shared, &line);
    int worded = (int)text_width(buffer_text(&line));
    if (is_shared && !is_alone)
        add_presence(&head->presence, columns, &line);
    int width = (int)text_width(buffer_text(&line));
    width = width < columns ? width : columns;
    worded = worded < width ? worded : width;
    const int left = area.left + area.columns - 1 - width;
    paint_fill(area.top, area.left, left - area.left, STYLE_PLAIN);
    paint_text(area.top, left, width, STYLE_PLAIN, buffer_text(&line));
    paint_restyle(area.top, left, worded, state_style(&head->meeting));
    if (warned > 0)
        paint_restyle(area.top, left, is_alone ? width : 1, STYLE_WARNING);
    paint_fill(area.top, left + width, 1, STYLE_PLAIN);
    buffer_clear(&line);
}

struct area
meeting_head_draw(const struct meeting_head *head, struct ui *ui, struct area area)
{
    if (area.rows <= MEETING_HEAD_ROWS)
        return area;
    struct area line = { area.top, area.left + 1, 1, area.columns - 1 };
    paint_clear((struct area){ area.top, area.left, MEETING_HEAD_ROWS - 1, 1 });
    draw_when(head, ui, line);
    line.top++;
    if (head->shows_presence)
        draw_presence(head, line);
    else
        draw_seats(head, line);
    line.top++;
    line.left = tab_draw(ui, line.top, area.left, area.columns);
    line.columns = area.left + area.columns - line.left;
    if (line.columns > 3)
        draw_state(head, ui, line);
    return (struct area){ .top = area.top + MEETING_HEAD_ROWS,
                          .left = area.left,
                          .rows = area.rows - MEETING_HEAD_ROWS,
                          .columns = area.columns };
}
