/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meeting_head.c - the lines that stand above every screen of a meeting */
#include "meeting/meeting_head.h"

#include <inttypes.h>
#include <stdlib.h>

#include "atelier/app/browse.h"
#include "atelier/app/display.h"
#include "atelier/app/edit.h"
#include "atelier/base/language.h"
#include "atelier/base/text.h"
#include "atelier/domain/when.h"

enum { BAR_COLUMNS = 24 };

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
    head->group = NULL;
    head->where = NULL;
}

/* The room and its venue, else the place in words, else how people meet. */
static char *
find_where(struct ui *ui, const struct meeting *meeting)
{
    struct buffer where = { 0 };
    if (meeting->room)
        display_title(ui_atelier(ui), ENTITY_ROOM, meeting->room, &where);
    else
        buffer_add(&where, meeting->place ? meeting->place
                                          : _(meeting_modes[meeting->mode].label));
    return buffer_take(&where);
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
    return true;
}

void
meeting_head_add_title(const struct meeting_head *head, struct buffer *buffer)
{
    buffer_addf(buffer, "%s · %s", head->group ? head->group : "",
                head->meeting.title ? head->meeting.title : "");
}

/* The people who take no seat, or not yet. */
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
    if (invited > 0)
        buffer_addf(buffer,
                    ngettext(", %" PRId64 " invited", ", %" PRId64 " invited",
                             (unsigned long)invited),
                    invited);
    if (pending > 0)
        buffer_addf(buffer,
                    ngettext(", %" PRId64 " pending", ", %" PRId64 " pending",
                             (unsigned long)pending),
                    pending);
    if (waiting > 0)
        buffer_addf(buffer,
                    ngettext(", %" PRId64 " waiting", ", %" PRId64 " waiting",
                             (unsigned long)waiting),
                    waiting);
}

void
meeting_head_add_seats(const struct seats *seats, struct buffer *buffer)
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
    add_other_people(seats, buffer);
}

static void
draw_when(const struct meeting_head *head, struct area area)
{
    const struct meeting *meeting = &head->meeting;
    struct buffer line = { 0 };
    when_format_span(meeting->start, meeting->end, &line);
    buffer_addf(&line, " (%s)  ·  %s", meeting->zone ? meeting->zone : "", head->where);
    paint_text(area.top, area.left, area.columns, STYLE_PLAIN, buffer_text(&line));
    buffer_clear(&line);
}

static void
draw_seats(const struct meeting_head *head, struct area area)
{
    const struct seats *seats = &head->seats;
    int left = area.left;
    int columns = area.columns;
    if (seats->seats != NUMBER_NONE && seats->seats > 0) {
        int64_t taken = seats->taken < seats->seats ? seats->taken : seats->seats;
        paint_bar(area.top + 1, left, BAR_COLUMNS, taken, seats->seats);
        paint_text(area.top + 1, left + BAR_COLUMNS, 2, STYLE_PLAIN, "");
        left += BAR_COLUMNS + 2;
        columns -= BAR_COLUMNS + 2;
    }
    struct buffer line = { 0 };
    meeting_head_add_seats(seats, &line);
    int width = (int)text_width(buffer_text(&line));
    /* That a meeting is full is worth a look; that it is more than full, an alarm. */
    enum style style = seats->seats == NUMBER_NONE || seats->taken < seats->seats
                           ? STYLE_PLAIN
                       : seats->taken == seats->seats ? STYLE_STRONG
                                                      : STYLE_WARNING;
    paint_text(area.top + 1, left, columns, STYLE_PLAIN, buffer_text(&line));
    paint_restyle(area.top + 1, left, width < columns ? width : columns, style);
    buffer_clear(&line);
}

/* That it does not take place, or not then, must be seen; the rest is read. */
static enum style
state_style(const struct meeting *meeting)
{
    return meeting_takes_place(meeting) ? STYLE_PLAIN : STYLE_WARNING;
}

static void
draw_state(const struct meeting_head *head, struct area area)
{
    const char *state = _(meeting_states[head->meeting.state].label);
    const char *reason = head->meeting.reason;
    struct buffer line = { 0 };
    if (reason) /* TRANSLATORS: a state and its reason; a blank before : in French */
        buffer_addf(&line, _("%s: %s"), state, reason);
    else
        buffer_add(&line, state);
    int width = (int)text_width(buffer_text(&line));
    meeting_presence_add(&head->presence, &line);
    paint_text(area.top + 2, area.left, area.columns, STYLE_PLAIN, buffer_text(&line));
    paint_restyle(area.top + 2, area.left, width < area.columns ? width : area.columns,
                  state_style(&head->meeting));
    buffer_clear(&line);
}

struct area
meeting_head_draw(const struct meeting_head *head, struct area area)
{
    if (area.rows <= MEETING_HEAD_ROWS)
        return area;
    struct area inside = { area.top, area.left + 1, MEETING_HEAD_ROWS, area.columns - 1 };
    paint_clear((struct area){ area.top, area.left, MEETING_HEAD_ROWS, 1 });
    draw_when(head, inside);
    draw_seats(head, inside);
    draw_state(head, inside);
    return (struct area){ .top = area.top + MEETING_HEAD_ROWS,
                          .left = area.left,
                          .rows = area.rows - MEETING_HEAD_ROWS,
                          .columns = area.columns };
}
