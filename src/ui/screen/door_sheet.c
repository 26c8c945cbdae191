/* SPDX-License-Identifier: GPL-3.0-or-later */
/* door_sheet.c - keying in a sheet that was signed on paper: down its people, in the
 * order in which it is printed, one key each
 */
#include <inttypes.h>
#include <stdlib.h>

#include "atelier/app/attend.h"
#include "atelier/app/print_sheet.h"
#include "atelier/app/undo.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/domain/act.h"
#include "screen.h"
#include "screen/door_view.h"

static int64_t
person_at(const struct door *door, size_t hit)
{
    return door->roll.entries[door->roll.hits[hit]].person;
}

static bool
is_as_keyed(const struct door *door)
{
    bool same = door->keyed_count == door->roll.hit_count;

    for (size_t i = 0; same && i < door->keyed_count; i++)
        same = door->keyed[i].person == person_at(door, i);
    return same;
}

/* --- the paper, as far as it was printed of the list as it is */

/* Who may not read the list has no numbers, and whose list has changed has wrong ones. */
static void
read_paper(struct door *door, struct ui *ui)
{
    const struct sheet_request request = { .meeting = door->id };
    struct sheet_standing standing;
    struct error ignored = { 0 };

    if (sheet_standing_load(ui_atelier(ui), door->id, -1, &standing, &ignored)) {
        door->outdated = standing.is_stale ? standing.version : 0;
        if (standing.version != 0 && !standing.is_stale &&
            !sheet_read(ui_atelier(ui), &request, &door->paper, &ignored))
            printed_sheet_clear(&door->paper);
    }
    error_clear(&ignored);
}

/* Who is remote signs nothing: their rows stand behind the empty ones, however many. */
static size_t
signing_count(const struct door *door)
{
    const struct printed_person_list *people = &door->paper.people;
    size_t count = 0;

    while (count < people->count && !people->items[count].remote)
        count++;
    return count;
}

/* The paper has the order of the screen, but for a few: the next one is looked at first.
 */
static size_t
number_on_paper(const struct door *door, size_t signing, size_t next,
                int64_t registration)
{
    for (size_t n = 0; n < signing; n++) {
        const size_t i = (next + n) % signing;
        if (door->paper.people.items[i].registration == registration)
            return i + 1;
    }
    return 0;
}

/* --- whose row it is */

static void
add_numbers(const struct door *door, struct door_keyed *keyed)
{
    const size_t signing = signing_count(door);
    size_t next = 0;

    for (size_t i = 0; i < door->roll.hit_count; i++) {
        const struct door_entry *entry = &door->roll.entries[door->roll.hits[i]];

        keyed[i].number = number_on_paper(door, signing, next, entry->registration);
        if (keyed[i].number != 0)
            next = keyed[i].number;
    }
}

/* Behind whose was carried before, as most keep their order; whoever is on the list no
 * more takes theirs along. */
static void
carry_act(const struct door *door, size_t old, struct door_keyed *keyed, size_t *next)
{
    const size_t count = door->roll.hit_count;

    for (size_t n = 0; n < count; n++) {
        const size_t i = (*next + n) % count;
        if (keyed[i].person == door->keyed[old].person) {
            keyed[i].act = door->keyed[old].act;
            *next = i + 1;
            return;
        }
    }
}

/* Others stand in these rows now: what was keyed in goes with its people. */
static void
keep_keyed(struct door *door)
{
    struct door_keyed *keyed = memory_new(door->roll.hit_count, sizeof(*keyed));
    size_t next = 0;

    for (size_t i = 0; i < door->roll.hit_count; i++)
        keyed[i].person = person_at(door, i);
    add_numbers(door, keyed);
    for (size_t old = 0; old < door->keyed_count; old++)
        if (door->keyed[old].act != 0)
            carry_act(door, old, keyed, &next);
    free(door->keyed);
    door->keyed = keyed;
    door->keyed_count = door->roll.hit_count;
}

static void
take(struct door *door, bool is_remote)
{
    struct door_roll *roll = &door->roll;

    for (size_t i = 0; i < roll->count; i++) {
        const struct door_entry *entry = &roll->entries[i];

        if (entry->expected && (entry->mark != 0 && entry->remote) == is_remote)
            roll->hits[roll->hit_count++] = i;
    }
}

/* Everybody who is expected, whatever was marked, as the paper has them: by name, and
 * apart, after the others, who is remote. */
static void
take_all(struct door *door)
{
    door->roll.hit_count = 0;
    take(door, false);
    take(door, true);
    if (!is_as_keyed(door))
        keep_keyed(door);
}

static bool
sheet_open(void *state, struct ui *ui, int64_t id, struct error *err)
{
    struct door *door = state;

    door->presence.chosen = ui_first_row(ui);
    if (!door_open(state, ui, id, err))
        return false;
    read_paper(door, ui);
    return true;
}

/* The row that was keyed in last; NULL when none is. */
static struct door_keyed *
keyed_last(const struct door *door)
{
    struct door_keyed *last = NULL;

    for (size_t i = 0; i < door->keyed_count; i++)
        if (door->keyed[i].act > (last ? last->act : 0))
            last = &door->keyed[i];
    return last;
}

/* The bar goes back to whose mark was undone: the next key is about them again. */
static void
follow_undo(struct door *door, struct ui *ui)
{
    struct door_keyed *last = keyed_last(door);
    struct journal_entry entry = { 0 };
    struct error err = { 0 };

    if (!last)
        return;
    const bool found = undo_next(ui_atelier(ui), 0, &entry, &err);
    if (found ? entry.id < last->act : err.kind == ERROR_NOT_FOUND) {
        last->act = 0;
        door->selected = (size_t)(last - door->keyed);
    }
    journal_entry_clear(&entry);
    error_clear(&err);
}

static bool
sheet_reload(void *state, struct ui *ui, struct error *err)
{
    struct door *door = state;
    const struct door_entry *entry = door->roll.hits ? door_selected(door) : NULL;
    const int64_t person = entry ? entry->person : 0;

    if (!door_load(door, ui, err))
        return false;
    take_all(door);
    for (size_t i = 0; i < door->roll.hit_count; i++)
        if (door->roll.entries[door->roll.hits[i]].person == person)
            door->selected = i;
    follow_undo(door, ui);
    return true;
}

static void
sheet_draw(void *state, struct ui *ui, struct area area, bool fresh)
{
    struct door *door = state;
    struct buffer line = { 0 };

    (void)fresh;
    door_draw_slot(door, area);
    buffer_addf(&line,
                ngettext(" %" PRId64 " signature of %zu",
                         " %" PRId64 " signatures of %zu",
                         (unsigned long)door->presence.count.signatures),
                door->presence.count.signatures, door->roll.hit_count);
    if (door->outdated) {
        buffer_add(&line, "  ·  ");
        buffer_addf(&line, _("the list changed since version %" PRId64 " was printed"),
                    door->outdated);
    }
    paint_text(area.top + 1, area.left, area.columns, STYLE_STRONG, buffer_text(&line));
    buffer_clear(&line);
    const struct area list = { area.top + 2, area.left, area.rows - 2, area.columns };
    door_draw_list(door, ui, list);
    paint_cursor(list.top + (int)(door->selected - door->top), list.left);
}

/* --- one key a person */

/* The act of the journal that has just made the mark; 0 when it is not the last. */
static int64_t
entry_of(struct ui *ui, const struct presence *mark)
{
    struct journal_entry entry = { 0 };
    struct error ignored = { 0 };
    const bool found = undo_next(ui_atelier(ui), 0, &entry, &ignored) &&
                       entry.entity == ENTITY_PRESENCE && entry.row == mark->head.id;
    const int64_t act = found ? entry.id : 0;

    journal_entry_clear(&entry);
    return act;
}

/* What was marked before it stands again. */
static void
take_back(struct door *door, struct ui *ui)
{
    const int64_t act = door->keyed[door->selected].act;
    struct journal_entry entry = { 0 };
    struct error err = { 0 };

    door->keyed[door->selected].act = 0;
    if (act != 0 && !undo_act(ui_atelier(ui), act, NULL, &entry, &err))
        ui_fail(ui, &err);
    journal_entry_clear(&entry);
}

/* False: nothing was written, which was said. */
static bool
write_mark(struct door *door, struct ui *ui, enum presence_kind kind)
{
    const struct door_entry *entry = door_selected(door);
    const struct attend_request request = {
        .meeting = door->id,
        .person = entry->person,
        .slot = door->presence.slot,
        .kind = kind,
        .means = "sheet",
    };
    struct attend_outcome outcome;
    struct error err = { 0 };

    attend_outcome_init(&outcome);
    const bool ok = attend_mark(ui_atelier(ui), &request, &outcome, &err);
    if (!ok)
        ui_fail(ui, &err);
    if (ok)
        door_roll_mark(&door->roll, entry->person, &outcome.mark);
    if (ok)
        door->keyed[door->selected].act =
            outcome.already ? 0 : entry_of(ui, &outcome.mark);
    attend_outcome_clear(&outcome);
    return ok;
}

static void
go_on(struct door *door, struct ui *ui)
{
    const bool is_last = door->selected + 1 >= door->roll.hit_count;

    door_walk(door, 1);
    if (is_last)
        ui_say(ui, _("That was the last of the sheet.  %%K{program.back} goes back."));
}

static const char *
why_nobody(struct ui *ui, void *state, int64_t argument)
{
    (void)ui;
    (void)argument;
    return door_selected(state) ? NULL : _("Nobody is expected: there is no sheet.");
}

static void
sign(struct ui *ui, void *state, int64_t argument)
{
    struct door *door = state;

    (void)argument;
    if (write_mark(door, ui, PRESENCE_SIGNED))
        go_on(door, ui);
}

/* Whoever was seen and has not signed stays as they are marked. */
static void
pass(struct ui *ui, void *state, int64_t argument)
{
    struct door *door = state;
    const struct door_entry *entry = door_selected(door);

    (void)argument;
    if (entry->mark == 0) {
        if (write_mark(door, ui, PRESENCE_ABSENT))
            go_on(door, ui);
        return;
    }
    ui_say(ui, _("%s stays as marked: %s."), entry->name,
           presence_word(entry->kind, entry->remote));
    go_on(door, ui);
}

/* The key before was wrong; the last row has no next to come back from. */
static void
go_back(struct ui *ui, void *state, int64_t argument)
{
    struct door *door = state;
    const bool is_last = door->selected + 1 == door->roll.hit_count;

    (void)argument;
    if (!is_last || door->keyed[door->selected].act == 0)
        door_walk(door, -1);
    take_back(door, ui);
}

static bool
sheet_key(void *state, struct ui *ui, const struct key *key)
{
    struct door *door = state;
    const long page = door->height > 1 ? door->height - 1 : 1;

    (void)ui;
    if (key_is(key, "Down") || key->press == PRESS_WHEEL_DOWN)
        door_walk(door, 1);
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

static const struct action actions[] = {
    { .name = "sheet.mark",
      .keys = "+ Space Enter",
      .menu = N_("Sheet"),
      .label = N_("Signed"),
      .hint = N_("signed"),
      .help = N_("The person has signed: they were there.  The bar goes on to the next."),
      .permission = ACT_PRESENCE_ADD_NEEDS,
      .blocked = why_nobody,
      .run = sign },
    { .name = "sheet.absent",
      .keys = "-",
      .menu = N_("Sheet"),
      .label = N_("Not signed"),
      .hint = N_("not"),
      .help =
          N_("Whom nobody has marked is absent; who was seen without signing stays as "
             "marked.  The bar goes on to the next."),
      .permission = ACT_PRESENCE_ADD_NEEDS,
      .blocked = why_nobody,
      .run = pass },
    { .name = "sheet.previous",
      .keys = "Backspace",
      .menu = N_("Sheet"),
      .label = N_("The one before was wrong: back to it"),
      .hint = N_("back"),
      .help = N_("What was keyed in there is taken back."),
      .permission = ACT_PRESENCE_ADD_NEEDS,
      .blocked = why_nobody,
      .run = go_back },
    ACTION_END
};

const struct screen door_sheet_screen = {
    .name = "door_sheet",
    .about = &meeting_entity,
    .title = N_("Sheet"),
    .size = sizeof(struct door),
    .permission = MAY_READ_DAY,
    .actions = actions,
    .open = sheet_open,
    .close = door_close,
    .begin = door_begin,
    .reload = sheet_reload,
    .draw = sheet_draw,
    .key = sheet_key,
    .add_title = door_add_title,
};
