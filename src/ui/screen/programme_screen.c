/* SPDX-License-Identifier: GPL-3.0-or-later */
/* programme_screen.c - a tab of a meeting: what is when and where, and what can be done
 * with it
 */
#include "atelier/app/browse_programme.h"
#include "atelier/base/language.h"
#include "meeting/meeting_actions.h"
#include "meeting/meeting_slots.h"
#include "meeting/workshop_dialog.h"
#include "meeting/workshop_people.h"
#include "noun/noun.h"
#include "screen.h"
#include "screen/programme_view.h"
#include "terminal/terminal.h"

static bool
programme_open(void *state, struct ui *ui, int64_t id, struct error *err)
{
    struct programme_view *view = state;

    (void)ui;
    (void)err;
    view->id = id;
    meeting_head_init(&view->head);
    return true;
}

static void
programme_close(void *state)
{
    struct programme_view *view = state;

    meeting_head_clear(&view->head);
    programme_clear(&view->programme);
    programme_grid_clear(&view->grid);
    buffer_clear(&view->warning);
}

/* --- the bar stays where it is when all is read again */

struct place {
    struct row_ref part;
    struct local_time start;
    int64_t room;
};

static struct place
remember(const struct programme_view *view)
{
    const struct programme_part *part = programme_chosen(view);
    const struct programme_row *row = programme_chosen_row(view);
    struct place place = { .part = part ? part->row : ROW_NONE };

    if (row)
        place.start = row->start;
    if (view->column < view->programme.room_count)
        place.room = view->programme.rooms[view->column].id;
    return place;
}

/* On the part, wherever it is now; false when it is gone. */
static bool
choose_part(struct programme_view *view, struct row_ref row)
{
    const size_t part = programme_find(&view->programme, row);
    const size_t cell = programme_grid_of(&view->grid, part);

    if (row.id == 0 || part == PROGRAMME_NONE)
        return false;
    for (size_t i = 0; i < view->grid.row_count; i++)
        if (view->grid.rows[i].item == part)
            view->row = i;
    if (cell == PROGRAMME_NONE)
        return true;
    const struct programme_cell *there = &view->grid.cells[cell];
    if (view->row < there->first || view->row > there->last)
        view->row = there->first;
    view->column = there->column;
    view->lane = there->lane;
    return true;
}

static void
choose_place(struct programme_view *view, const struct place *place)
{
    size_t row = 0;

    while (row + 1 < view->grid.row_count &&
           local_time_compare(view->grid.rows[row].start, place->start) < 0)
        row++;
    view->row = row;
    view->column = 0;
    for (size_t i = 0; i < view->programme.room_count; i++)
        if (view->programme.rooms[i].id == place->room)
            view->column = i;
}

static void
clamp_lane(struct programme_view *view)
{
    if (view->row >= view->grid.row_count)
        return;
    const int lanes = programme_lanes(view, view->row, view->column);
    if (view->lane >= lanes)
        view->lane = lanes - 1;
}

static bool
programme_reload(void *state, struct ui *ui, struct error *err)
{
    struct programme_view *view = state;
    const struct place place = remember(view);
    const bool first = view->programme.room_count == 0;

    if (!meeting_head_load(&view->head, ui, view->id, err) ||
        !browse_programme(ui_atelier(ui), &view->head.meeting, &view->programme, err))
        return false;
    programme_grid_fill(&view->grid, &view->programme);
    if (!first)
        choose_place(view, &place);
    if (!choose_part(view, view->wanted))
        (void)choose_part(view, place.part);
    view->wanted = ROW_NONE;
    clamp_lane(view);
    programme_moving_follow(view, ui);
    return true;
}

static void
programme_screen_draw(void *state, struct ui *ui, struct area area, bool fresh)
{
    struct programme_view *view = state;

    (void)fresh;
    area = meeting_head_draw(&view->head, ui, area);
    if (paint_is_plain())
        programme_plain_draw(view, ui, area);
    else
        programme_draw(view, ui, area);
}

static void
programme_add_title(void *state, struct ui *ui, struct buffer *buffer)
{
    const struct programme_view *view = state;

    (void)ui;
    meeting_head_add_title(&view->head, buffer);
}

/* "room 2 of 5", where not all fit.  Asked before the first drawing, too. */
static void
programme_add_info(void *state, struct ui *ui, struct buffer *buffer)
{
    const struct programme_view *view = state;

    (void)ui;
    if (!paint_is_plain() &&
        programme_rooms_that_fit(terminal_columns()) < view->programme.room_count)
        buffer_addf(buffer, _("room %zu of %zu"), view->column + 1,
                    view->programme.room_count);
}

static const char *
programme_lacks(const void *state, unsigned needs)
{
    const struct programme_view *view = state;

    if (needs & NEEDS_OPEN_MEETING && !meeting_is_open(&view->head.meeting))
        return _("The meeting is cancelled or closed: it does not change any more.");
    return NULL;
}

/* --- keys */

/* Whether the bar may stand on that row: a workshop moves to rows of cells alone. */
static bool
may_stand(const struct programme_view *view, size_t row)
{
    return view->moved == 0 || view->grid.rows[row].item == PROGRAMME_NONE;
}

/* One row further, over all that the cell under the bar spans. */
static void
step_row(struct programme_view *view, int step)
{
    const size_t cell =
        programme_grid_cell(&view->grid, view->row, view->column, view->lane);
    size_t row = view->row;

    do {
        if (step < 0 ? row == 0 : row + 1 >= view->grid.row_count)
            return;
        row = step < 0 ? row - 1 : row + 1;
    } while (!may_stand(view, row) ||
             (view->moved == 0 && cell != PROGRAMME_NONE &&
              view->grid.rows[row].item == PROGRAMME_NONE &&
              programme_grid_cell(&view->grid, row, view->column, view->lane) == cell));
    view->row = row;
    view->lane = step < 0 ? programme_lanes(view, row, view->column) - 1 : 0;
}

static void
step_down(struct programme_view *view, int step)
{
    const struct programme_row *row = programme_chosen_row(view);
    const int lane = view->lane + step;

    if (!row)
        return;
    if (view->moved == 0 && row->item == PROGRAMME_NONE && lane >= 0 &&
        lane < programme_lanes(view, view->row, view->column))
        view->lane = lane;
    else
        step_row(view, step);
}

/* Across all rooms there are none to go to. */
static void
step_room(struct programme_view *view, int step)
{
    const struct programme_row *row = programme_chosen_row(view);

    if (!row || row->item != PROGRAMME_NONE)
        return;
    if (step < 0 ? view->column > 0 : view->column + 1 < view->programme.room_count)
        view->column = step < 0 ? view->column - 1 : view->column + 1;
    clamp_lane(view);
}

static bool
walk(struct programme_view *view, const struct key *key)
{
    const bool lines = paint_is_plain() && view->moved == 0;

    if (lines && key_is(key, "Left Right Up Down PgUp PgDn"))
        programme_plain_step(view, key_is(key, "Left Up PgUp") ? -1 : 1);
    else if (key_is(key, "Left"))
        step_room(view, -1);
    else if (key_is(key, "Right"))
        step_room(view, 1);
    else if (key_is(key, "Up") || key->press == PRESS_WHEEL_UP)
        step_down(view, -1);
    else if (key_is(key, "Down") || key->press == PRESS_WHEEL_DOWN)
        step_down(view, 1);
    else if (key_is(key, "PgUp"))
        step_row(view, -1);
    else if (key_is(key, "PgDn"))
        step_row(view, 1);
    else if (key_is(key, "Home"))
        view->column = 0;
    else if (key_is(key, "End"))
        view->column = view->programme.room_count - 1;
    else
        return false;
    clamp_lane(view);
    return true;
}

static bool
programme_key(void *state, struct ui *ui, const struct key *key)
{
    struct programme_view *view = state;

    if (view->moved != 0 && key_is(key, "Esc")) {
        (void)choose_part(view, (struct row_ref){ ENTITY_WORKSHOP, view->moved });
        programme_moving_leave(view);
        ui_say(ui, _("Nothing changed."));
        return true;
    }
    if (!walk(view, key))
        return false;
    programme_moving_judge(view, ui);
    return true;
}

static bool
programme_moves(const void *state)
{
    return ((const struct programme_view *)state)->moved != 0;
}

/* --- what can be done */

static void
open_chosen(struct ui *ui, void *state, int64_t argument)
{
    struct programme_view *view = state;
    const struct programme_part *part = programme_chosen(view);

    (void)argument;
    if (view->moved != 0)
        programme_moving_end(view, ui);
    else if (!part)
        ui_refuse(ui, _("Nothing is planned there that could be opened."));
    else if (programme_part_is_item(part))
        noun_edit(ui, ENTITY_ITEM, part->row.id);
    else
        ui_open_row(ui, ENTITY_WORKSHOP, part->row.id);
}

/* Of the meeting, begun with what is under the bar; it goes there. */
static void
add(struct ui *ui, struct programme_view *view, const struct entity *entity,
    const void *given)
{
    const struct row_ref meeting = { ENTITY_MEETING, view->id };
    const int64_t id = noun_add_given(ui, entity, given, meeting);

    if (id != 0)
        view->wanted = (struct row_ref){ entity->kind, id };
}

static void
add_workshop(struct ui *ui, void *state, int64_t argument)
{
    struct programme_view *view = state;
    const struct programme_row *row = programme_chosen_row(view);
    struct workshop given;

    (void)argument;
    record_init(&workshop_entity, &given);
    if (row && row->item == PROGRAMME_NONE) {
        const struct slot *slot = programme_slot(&view->programme, row->slot);

        given.slot = row->slot > 0 ? row->slot : 0;
        given.room = view->programme.rooms[view->column].id;
        if (row->slot < 0 && slot) { /* with its hours it lies in it */
            given.start = slot->start;
            given.end = slot->end;
        } else if (row->slot == 0 && view->programme.slots.count > 0) {
            given.start = row->start;
            given.end = row->end;
        }
    }
    add(ui, view, &workshop_entity, &given);
    record_clear(&workshop_entity, &given);
}

/* Behind the item under the bar, or from the begin of the row on. */
static void
add_item(struct ui *ui, void *state, int64_t argument)
{
    struct programme_view *view = state;
    const struct programme_row *row = programme_chosen_row(view);
    struct item given;

    (void)argument;
    record_init(&item_entity, &given);
    if (row)
        given.start = row->item != PROGRAMME_NONE ? row->end : row->start;
    add(ui, view, &item_entity, &given);
    record_clear(&item_entity, &given);
}

static void
add_slot(struct ui *ui, void *state, int64_t argument)
{
    struct programme_view *view = state;
    struct slot given;

    (void)argument;
    record_init(&slot_entity, &given);
    if (view->programme.slots.count == 0 || view->programme.slots.items[0].head.id < 0)
        given.start = view->programme.start;
    add(ui, view, &slot_entity, &given);
    record_clear(&slot_entity, &given);
}

/* The part under the bar; in an empty cell the slot; where there is none `nothing` is
 * said. */
static struct row_ref
meant(struct ui *ui, const struct programme_view *view, const char *nothing)
{
    const struct programme_part *part = programme_chosen(view);
    const struct programme_row *row = programme_chosen_row(view);

    if (part)
        return part->row;
    if (row && row->slot != 0)
        return (struct row_ref){ ENTITY_SLOT, row->slot };
    ui_refuse(ui, "%s", nothing);
    return ROW_NONE;
}

static void
edit_chosen(struct ui *ui, void *state, int64_t argument)
{
    struct programme_view *view = state;
    struct row_ref row =
        meant(ui, view, _("Nothing is planned there that could be changed."));

    (void)argument;
    if (row.entity == ENTITY_SLOT)
        row.id = meeting_slots_use(ui, view->programme.meeting, row.id);
    if (row.id != 0 && noun_edit(ui, row.entity, row.id))
        view->wanted = row;
}

static void
remove_chosen(struct ui *ui, void *state, int64_t argument)
{
    const struct programme_part *part = programme_chosen(state);
    const struct row_ref row =
        meant(ui, state, _("Nothing is planned there that could be removed."));

    (void)argument;
    if (part && !programme_part_is_item(part) && part->taken + part->waiting > 0)
        workshop_people_cancel(ui, row.id);
    else if (row.id != 0 && !meeting_slots_refuse_removal(ui, row.id))
        noun_remove(ui, row.entity, row.id);
}

static void
move_chosen(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    programme_moving_begin(state, ui);
}

#define IN_PROGRAMME(KEYS, LABEL, HINT, HELP, NEEDS, NOUN, RUN)                          \
    .keys = KEYS, .menu = N_("Programme"), .label = (LABEL), .hint = (HINT),             \
    .help = (HELP), .needs = (NEEDS), .argument = ENTITY_##NOUN, .run = (RUN)

static const struct action actions[] = {
    { .name = "programme.open",
      IN_PROGRAMME("Enter", N_("Open"), N_("open"),
                   N_("The workshop with its people; of what all share, its form."), 0,
                   WORKSHOP, open_chosen) },
    { .name = "workshop.add",
      IN_PROGRAMME("n Ins", N_("Plan a workshop"), N_("workshop"),
                   N_("In the slot and room under the bar."),
                   NEEDS_OPEN_MEETING | NEEDS_WRITING, WORKSHOP, add_workshop) },
    { .name = "item.add",
      IN_PROGRAMME("N", N_("Add a plenary, a break or a project"), N_("plenary, break"),
                   N_("What all of the meeting share."),
                   NEEDS_OPEN_MEETING | NEEDS_WRITING, ITEM, add_item) },
    { .name = "programme.edit",
      IN_PROGRAMME("e", N_("Change"), N_("change"),
                   N_("What is under the bar; in an empty cell the slot."),
                   NEEDS_OPEN_MEETING | NEEDS_WRITING, WORKSHOP, edit_chosen) },
    { .name = "programme.move",
      IN_PROGRAMME(
          "m", N_("Move by keys"), N_("move"),
          N_("The arrows choose another slot or room, and what would be in the way "
             "there is said below; %K{programme.open} moves the workshop."),
          NEEDS_OPEN_MEETING | NEEDS_WRITING, WORKSHOP, move_chosen) },
    { .name = "programme.remove",
      .keys = "d Del",
      .menu = N_("Programme"),
      .label = N_("Remove"),
      .hint = N_("remove"),
      .help = N_("For what was noted by mistake: a workshop that people have chosen is "
                 "cancelled instead."),
      .needs = NEEDS_OPEN_MEETING | NEEDS_WRITING,
      .argument = ENTITY_WORKSHOP,
      .guarded = true,
      .run = remove_chosen },
    { .name = "programme.slot",
      IN_PROGRAMME("S", N_("Add a slot"), NULL,
                   N_("A half-day or a session, in which workshops lie and people are "
                      "marked as present."),
                   NEEDS_OPEN_MEETING | NEEDS_WRITING, SLOT, add_slot) },
    WORKSHOP_ASSIGN,
    MEETING_PRINT_PROGRAMME(N_("Programme")),
    MEETING_EDIT_THIS("E", NULL),
    MEETING_CLASHES_THIS,
    MEETING_STATE,
    MEETING_HISTORY,
    MEETING_QUOTAS,
    MEETING_FACTS,
    ACTION_END
};

const struct screen programme_screen = {
    .name = "programme",
    .title = N_("Programme"),
    .about = &meeting_entity,
    .size = sizeof(struct programme_view),
    .tabs = meeting_tabs,
    .actions = actions,
    .open = programme_open,
    .close = programme_close,
    .reload = programme_reload,
    .draw = programme_screen_draw,
    .key = programme_key,
    .add_title = programme_add_title,
    .add_info = programme_add_info,
    .lacks = programme_lacks,
    .moves = programme_moves,
};
