/* SPDX-License-Identifier: GPL-3.0-or-later */
/* door_view.c - who may come in at a meeting, as the screens at its entrance hold them */
#include "screen/door_view.h"

#include <stdlib.h>

#include "atelier/app/browse.h"
#include "atelier/app/door.h"
#include "atelier/app/edit.h"
#include "atelier/base/language.h"
#include "atelier/domain/act.h"
#include "atelier/domain/when.h"
#include "widget/confirm.h"

struct door_entry *
door_selected(const struct door *door)
{
    return door->selected < door->roll.hit_count
               ? &door->roll.entries[door->roll.hits[door->selected]]
               : NULL;
}

void
door_narrow(struct door *door)
{
    door_roll_narrow(&door->roll, line_edit_text(&door->field));
    door->selected = 0;
    door->top = 0;
    door->walked = false;
}

void
door_empty(struct door *door)
{
    line_edit_set(&door->field, "");
    door->run = 0; /* of the letters of one text */
    door_narrow(door);
}

bool
door_open(void *state, struct ui *ui, int64_t id, struct error *err)
{
    struct door *door = state;

    door->id = id;
    door->field.most = LINE_EDIT_SEARCH;
    record_init(&meeting_entity, &door->meeting);
    return atelier_may(ui_atelier(ui), ACT_PRESENCE_ADD_NEEDS,
                       (struct row_ref){ ENTITY_MEETING, id }, err);
}

void
door_close(void *state)
{
    struct door *door = state;

    record_clear(&meeting_entity, &door->meeting);
    meeting_presence_clear(&door->presence);
    door_roll_clear(&door->roll);
    line_edit_clear(&door->field);
    free(door->refused);
    free(door->keyed);
    printed_sheet_clear(&door->paper);
}

bool
door_load(struct door *door, struct ui *ui, struct error *err)
{
    struct atelier *at = ui_atelier(ui);

    return edit_load(at, &meeting_entity, door->id, &door->meeting, err) &&
           browse_seats(at, door->id, &door->seats, err) &&
           meeting_presence_load(&door->presence, ui, &door->meeting, &door->seats,
                                 err) &&
           door_follow(at, door->id, door->presence.slot, &door->roll, err);
}

bool
door_prepare(struct door *door, struct ui *ui)
{
    struct buffer day = { 0 };
    bool goes_on = true;

    when_format_date(door->meeting.start.date, WHEN_LONG, &day);
    if (!meeting_is_open(&door->meeting)) {
        ui_refuse(ui,
                  _("The meeting is cancelled or closed: its list does not change any "
                    "more."));
        goes_on = false;
    } else if (door->presence.early) {
        goes_on = confirm(ui, _("Mark who is there"),
                          _("The meeting is only on %s.  Mark already now who is there?"),
                          buffer_text(&day));
    }
    buffer_clear(&day);
    return goes_on && (door->presence.slot != 0 || door->presence.slots < 2 ||
                       meeting_presence_ask(&door->presence, ui, door->id));
}

void
door_walk(struct door *door, long rows)
{
    const long last = (long)door->roll.hit_count - 1;
    long to = (long)door->selected + rows;

    to = to > last ? last : to;
    door->selected = to > 0 ? (size_t)to : 0;
    door->walked = door->roll.hit_count > 0;
}

void
door_add_title(void *state, struct ui *ui, struct buffer *buffer)
{
    const struct door *door = state;

    (void)ui;
    buffer_addf(buffer, "%s", door->meeting.title);
    if (door->presence.label)
        buffer_addf(buffer, " · %s", door->presence.label);
}

/* Asked before any key: later a badge that is scanned would answer. */
void
door_begin(void *state, struct ui *ui)
{
    if (!door_prepare(state, ui))
        ui_back(ui);
    else
        ui_refresh(ui);
}
