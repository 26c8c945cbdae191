/* SPDX-License-Identifier: GPL-3.0-or-later */
/* door_screen.c - the entrance of a meeting: one field, in which a name is typed or a
 * badge scanned, and the list that narrows below it
 *
 * Every letter belongs to the field, so what acts is a function key or its twin with
 * Ctrl. None is with Alt: on a bad line that is Esc and the letter typed after it.
 */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/app/attend.h"
#include "atelier/app/browse.h"
#include "atelier/app/door.h"
#include "atelier/app/edit.h"
#include "atelier/base/language.h"
#include "atelier/domain/act.h"
#include "atelier/domain/badge_code.h"
#include "atelier/domain/when.h"
#include "screen.h"
#include "screen/door_view.h"
#include "terminal/terminal.h"
#include "widget/confirm.h"

enum { PAUSE_MILLISECONDS = 50 };

/* The bar stays on its person, if one has walked there. */
static void
keep_bar(struct door *door, int64_t person)
{
    const size_t top = door->top;
    const bool walked = door->walked;

    door_narrow(door);
    for (size_t i = 0; walked && i < door->roll.hit_count; i++)
        if (door->roll.entries[door->roll.hits[i]].person == person) {
            door->selected = i;
            door->top = top;
            door->walked = true;
        }
}

static bool
door_reload(void *state, struct ui *ui, struct error *err)
{
    struct door *door = state;
    const struct door_entry *entry = door->roll.hits ? door_selected(door) : NULL;
    const int64_t person = entry ? entry->person : 0;

    if (!door_load(door, ui, err))
        return false;
    keep_bar(door, person);
    return true;
}

static void
door_add_info(void *state, struct ui *ui, struct buffer *buffer)
{
    const struct door *door = state;

    (void)ui;
    if (*line_edit_text(&door->field))
        buffer_addf(buffer, _("%zu of %zu"), door->roll.hit_count, door->roll.count);
}

/* --- keys */

static bool
walk_by_key(struct door *door, const struct key *key)
{
    const long page = door->height > 1 ? door->height - 1 : 1;

    if (key_is(key, "Down") || key->press == PRESS_WHEEL_DOWN)
        door_walk(door, door->walked || *line_edit_text(&door->field) ? 1 : 0);
    else if (key_is(key, "Up") || key->press == PRESS_WHEEL_UP)
        door_walk(door, -1);
    else if (key_is(key, "PgDn"))
        door_walk(door, page);
    else if (key_is(key, "PgUp"))
        door_walk(door, -page);
    else
        return false;
    return true;
}

/* Letters that come without a pause are counted: a hand does not type so many. */
static void
count_letters(struct door *door)
{
    const int64_t now = terminal_clock();

    door->run = now - door->run_at < PAUSE_MILLISECONDS ? door->run + 1 : 1;
    door->run_at = now;
}

/* Some scanners end a code with a tab. */
static bool
ends_code(const struct door *door, const struct key *key)
{
    int64_t ignored;

    return key_is(key, "Tab") &&
           badge_code_read(line_edit_text(&door->field), &ignored) != BADGE_NONE;
}

static bool
leave_one(struct door *door)
{
    const bool is_clean =
        !*line_edit_text(&door->field) && door->refused_count == 0 && !door->walked;

    door_empty(door);
    door->refused_count = 0;
    return !is_clean;
}

static bool
door_key(void *state, struct ui *ui, const struct key *key)
{
    struct door *door = state;
    bool changed = false;

    struct key letter = *key;

    if (key->press == PRESS_ALT) { /* an Esc, and what was typed behind it */
        (void)leave_one(door);
        letter.press = PRESS_TEXT;
        key = &letter;
    }
    if (key_is(key, "Esc"))
        return leave_one(door);
    if (ends_code(door, key)) {
        door_mark_typed(ui, door, 0);
        return true;
    }
    if (walk_by_key(door, key))
        return true;
    if (key->press == PRESS_TEXT)
        count_letters(door);
    if (key_is(key, "Ctrl-D Ctrl-E Ctrl-K") ||
        (key_is(key, "Ctrl-Z") && !*line_edit_text(&door->field)))
        return false; /* of the actions, and where no text is of the last act */
    if (!line_edit_key(&door->field, key, &changed))
        return false;
    if (changed)
        door_narrow(door);
    return true;
}

static void
choose_slot(struct ui *ui, void *state, int64_t argument)
{
    struct door *door = state;

    (void)argument;
    (void)meeting_presence_ask(&door->presence, ui, door->id);
}

/* The slot of this one is meant. */
static void
open_sheet(struct ui *ui, void *state, int64_t argument)
{
    const struct door *door = state;

    (void)argument;
    ui_open_at(ui, SCREEN_DOOR_SHEET, door->id, door->presence.slot);
}

#define DOOR_KIND(NAME, KEYS, LABEL, HINT, KIND)                                         \
    {                                                                                    \
        .name = NAME, .keys = KEYS, .menu = N_("Door"), .label = (LABEL),                \
        .hint = (HINT), .permission = ACT_PRESENCE_ADD_NEEDS, .argument = (KIND),        \
        .run = door_mark_kind                                                            \
    }

static const struct action actions[] = {
    { .name = "door.mark",
      .keys = "Enter",
      .menu = N_("Door"),
      .label = N_("They are here"),
      .hint = N_("here"),
      .help =
          N_("Marks whom the bar is on, the first who fits what is typed; a badge that "
             "is scanned marks by itself.  Whoever is not on the list is registered "
             "and marked in one act."),
      .permission = ACT_PRESENCE_ADD_NEEDS,
      .run = door_mark_typed },
    DOOR_KIND("door.leave", "F3 Ctrl-E", N_("They left"), N_("left"), PRESENCE_LEFT),
    { .name = "door.place",
      .keys = "F4 Ctrl-O",
      .menu = N_("Door"),
      .label = N_("Here remotely, or in the room"),
      .hint = N_("remote"),
      .permission = ACT_PRESENCE_ADD_NEEDS,
      .run = door_mark_remote },
    DOOR_KIND("door.excuse", "F5 Ctrl-K", N_("Excused"), N_("excused"), PRESENCE_EXCUSED),
    DOOR_KIND("door.absent", "F6 Ctrl-R", N_("Absent"), N_("absent"), PRESENCE_ABSENT),
    { .name = "door.annul",
      .keys = "F7 Ctrl-D",
      .menu = N_("Door"),
      .label = N_("The mark was wrong: annul it"),
      .hint = N_("wrong"),
      .help = N_("Of whom the bar is on, or while nothing is typed of whoever was marked "
                 "last; for a reason, and the history keeps both."),
      .permission = ACT_PRESENCE_ADD_NEEDS,
      .run = door_mark_annul },
    { .name = "door.walk_in",
      .keys = "F8 Ctrl-N Ins",
      .menu = N_("Door"),
      .label = N_("Somebody else is here: register and mark them"),
      .hint = N_("walk-in"),
      .help = N_("They come onto the list and are marked as present in one act, also "
                 "where no seat is left, for a reason."),
      .permission = ACT_REGISTRATION_WALK_IN_NEEDS,
      .run = door_walk_in },
    { .name = "door.sheet",
      .keys = "F9 Ctrl-X",
      .menu = N_("Door"),
      .label = N_("Key in a sheet that was signed"),
      .hint = N_("sheet"),
      .help = N_("Down the people in the order of the printed sheet: one key says that "
                 "somebody signed, another that they did not."),
      .permission = ACT_PRESENCE_ADD_NEEDS,
      .run = open_sheet },
    { .name = "door.slot",
      .keys = "F2 Ctrl-S",
      .menu = N_("Door"),
      .label = N_("Another slot"),
      .help = N_("Whose marks are shown and made, where a meeting is divided."),
      .permission = MAY_READ_DAY,
      .run = choose_slot },
    ACTION_END
};

const struct screen door_screen = {
    .name = "door",
    .about = &meeting_entity,
    .title = N_("Door"),
    .size = sizeof(struct door),
    .permission = MAY_READ_DAY,
    .types = true,
    .actions = actions,
    .open = door_open,
    .close = door_close,
    .begin = door_begin,
    .reload = door_reload,
    .draw = door_draw,
    .key = door_key,
    .add_title = door_add_title,
    .add_info = door_add_info,
};
