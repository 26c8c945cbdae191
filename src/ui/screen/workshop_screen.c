/* SPDX-License-Identifier: GPL-3.0-or-later */
/* workshop_screen.c - one workshop: when and where, its seats, who leads and speaks;
 * below that who sits, who waits and who wishes for it
 */
#include "atelier/app/browse_programme.h"
#include "atelier/app/edit.h"
#include "atelier/base/language.h"
#include "atelier/domain/when.h"
#include "meeting/meeting_head.h"
#include "meeting/workshop_dialog.h"
#include "noun/noun_actions.h"
#include "noun/noun_screen.h"
#include "state_sign.h"
#include "widget/list_states.h"

static bool
workshop_open(void *state, struct ui *ui, int64_t id, struct error *err)
{
    struct noun_screen *screen = state;

    (void)err;
    list_screen_open(
        state, LISTING_WORKSHOP_CHOICE, id,
        _("Nobody has chosen this workshop yet.  Press %K{workshop.register} "
          "to give somebody of the meeting a seat."));
    screen->list.many = true;
    list_select(&screen->list, ui_first_row(ui));
    return true;
}

/* "31 of 40 taken, 9 free, 2 waiting". */
static void
add_seats(struct record_summary *facts, const struct programme_part *part)
{
    struct seats seats = { .seats = part->seats, .taken = part->taken };
    struct buffer line = { 0 };

    seats.state[REGISTRATION_WAITING] = part->waiting;
    meeting_head_add_seats(&seats, &line);
    record_summary_add(facts, buffer_text(&line));
    buffer_clear(&line);
}

static void
add_part(struct record_summary *facts, const struct programme_part *part)
{
    struct buffer line = { 0 };

    state_sign_add(workshop_states, (int)part->state, &line);
    buffer_addf(&line, "%s  ·  ", _(workshop_states[part->state].label));
    when_format_span(part->start, part->end, &line);
    if (part->room_name)
        buffer_addf(&line, "  ·  %s", part->room_name);
    record_summary_add(facts, buffer_text(&line));
    record_summary_add(facts, "");
    add_seats(facts, part);
    record_summary_add(facts, "");
    if (part->leader_name) {
        buffer_reset(&line);
        record_summary_label(_("Leader"), &line);
        buffer_add(&line, part->leader_name);
        record_summary_add(facts, buffer_text(&line));
    }
    if (part->speakers) {
        buffer_reset(&line);
        record_summary_label(_("Speakers"), &line);
        buffer_add(&line, part->speakers);
        record_summary_add(facts, buffer_text(&line));
    }
    buffer_clear(&line);
}

static bool
add_facts(struct noun_screen *screen, struct ui *ui, struct error *err)
{
    const struct row_ref row = { ENTITY_WORKSHOP, screen->list.query.scope };
    struct programme programme = { 0 };
    struct workshop workshop;
    struct meeting meeting;

    record_init(&workshop_entity, &workshop);
    record_init(&meeting_entity, &meeting);
    const bool ok =
        edit_load(ui_atelier(ui), &workshop_entity, row.id, &workshop, err) &&
        edit_load(ui_atelier(ui), &meeting_entity, workshop.meeting, &meeting, err) &&
        browse_programme(ui_atelier(ui), &meeting, &programme, err);
    const size_t part = ok ? programme_find(&programme, row) : PROGRAMME_NONE;
    if (part != PROGRAMME_NONE)
        add_part(&screen->facts, &programme.parts[part]);
    programme_clear(&programme);
    record_clear(&meeting_entity, &meeting);
    record_clear(&workshop_entity, &workshop);
    return ok;
}

static bool
workshop_reload(void *state, struct ui *ui, struct error *err)
{
    static const char *const names[] = { "least", "again",       "reason",
                                         "",      "description", NULL };
    struct noun_screen *screen = state;

    record_summary_clear(&screen->facts);
    return add_facts(screen, ui, err) &&
           noun_screen_add_fields(screen, ui, &workshop_entity, names, err) &&
           list_load(&screen->list, ui, err);
}

static void
toggle_withdrawn(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    list_toggle_history(state, ui, _("Those who gave it up too."),
                        _("Who sits, waits or wishes."));
}

static const struct action actions[] = {
    WORKSHOP_PEOPLE,
    { .name = "workshop.person",
      .keys = "Enter",
      .menu = N_("Workshop"),
      .label = N_("Open the person"),
      .hint = N_("person"),
      .needs = NEEDS_ROW,
      .argument = ENTITY_PERSON,
      .run = list_open_reference },
    { .name = "workshop.edit",
      .keys = "E",
      .menu = N_("Workshop"),
      .label = N_("Change the workshop"),
      .hint = N_("workshop"),
      .help = N_("Its title, slot or hours, room, seats and leader."),
      .needs = NEEDS_WRITING,
      .argument = ENTITY_WORKSHOP,
      .run = noun_edit_this },
    { .name = "speaker.list",
      .keys = "P",
      .menu = N_("Workshop"),
      .label = N_("Speakers"),
      .hint = N_("speakers"),
      .help = N_("Who speaks besides the leader, and about what."),
      .argument = SCREEN_SPEAKER_LIST,
      .run = ui_open_same },
    { .name = "workshop.past",
      .keys = "t",
      .menu = N_("View"),
      .label = N_("Those who gave it up too, or not"),
      .run = toggle_withdrawn },
    LIST_STATES("workshop.filter"),
    ACTION_END
};

const struct screen workshop_screen = {
    .name = "workshop",
    .title = N_("Workshop"),
    .shows = &workshop_entity,
    .size = sizeof(struct noun_screen),
    .open = workshop_open,
    .reload = workshop_reload,
    .actions = actions,
    NOUN_SCREEN,
};
