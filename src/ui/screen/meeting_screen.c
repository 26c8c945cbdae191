/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meeting_screen.c - one meeting: what, when, where, how full; what is done with it as a
 * whole
 */
#include "atelier/app/display.h"
#include "atelier/app/plan.h"
#include "atelier/app/tally.h"
#include "atelier/base/language.h"
#include "atelier/base/text.h"
#include "meeting/meeting_actions.h"
#include "meeting/meeting_head.h"
#include "screen.h"
#include "widget/pager.h"

struct meeting_screen {
    int64_t id;
    struct meeting_head head;
    struct pager facts;
};

static bool
meeting_open(void *state, struct ui *ui, int64_t id, struct error *err)
{
    (void)ui;
    (void)err;
    struct meeting_screen *screen = state;
    screen->id = id;
    meeting_head_init(&screen->head);
    return true;
}

static void
meeting_close(void *state)
{
    struct meeting_screen *screen = state;
    meeting_head_clear(&screen->head);
    pager_clear(&screen->facts);
}

/* What stands in the head already, or is not a fact of its own. */
static bool
is_told_elsewhere(const struct field *field)
{
    static const char *const told[] = { "group", "title", "start", "end",    "zone",
                                        "room",  "state", "seats", "reason", "series" };
    for (size_t i = 0; i < sizeof(told) / sizeof(told[0]); i++)
        if (entity_field(&meeting_entity, told[i]) == field)
            return true;
    return (field->flags & FIELD_HIDDEN) != 0;
}

/* What a planner should know and may leave as it is. */
static void
write_warnings(struct ui *ui, const struct meeting *meeting,
               const struct quorum_tally_list *quorums, struct buffer *text)
{
    struct buffer warnings = { 0 };
    struct error ignored = { 0 };
    unsigned bits = 0;

    if (!meeting_is_open(meeting))
        return;
    bool planned = plan_warnings(ui_atelier(ui), meeting, &bits, &warnings, &ignored);
    bool few = tally_warn(ui_atelier(ui), meeting, quorums, &warnings);
    if ((planned && bits) || few)
        buffer_addf(text, "# %s\n%s\n", _("To be looked at"), buffer_text(&warnings));
    buffer_clear(&warnings);
}

static void
start_fact(const char *label, struct buffer *text)
{
    text_add_cut(text, label, 22, true, false);
    buffer_add(text, "  ");
}

/* A line each, one below the other. */
static void
write_quorums(struct ui *ui, const struct quorum_tally_list *quorums, struct buffer *text)
{
    for (size_t i = 0; i < quorums->count; i++) {
        start_fact(i == 0 ? _("Quorum") : "", text);
        tally_describe(ui_atelier(ui), &quorums->items[i], text);
        buffer_add(text, "\n");
    }
}

static void
write_facts(struct meeting_screen *screen, struct ui *ui,
            const struct quorum_tally_list *quorums)
{
    const struct meeting *meeting = &screen->head.meeting;
    struct buffer text = { 0 };

    write_warnings(ui, meeting, quorums, &text);
    buffer_addf(&text, "# %s\n", _("Facts"));
    write_quorums(ui, quorums, &text);
    for (size_t i = 0; i < meeting_entity.field_count; i++) {
        const struct field *field = &meeting_entity.fields[i];
        if (is_told_elsewhere(field) || field_is_absent(field, meeting))
            continue;
        start_fact(_(field->label), &text);
        display_field(ui_atelier(ui), field, meeting, &text);
        buffer_add(&text, "\n");
    }
    pager_set(&screen->facts, buffer_text(&text));
    buffer_clear(&text);
}

static bool
meeting_reload(void *state, struct ui *ui, struct error *err)
{
    struct meeting_screen *screen = state;
    struct quorum_tally_list quorums = { 0 };
    bool ok = meeting_head_load(&screen->head, ui, screen->id, err) &&
              tally_quorums(ui_atelier(ui), &screen->head.meeting, &quorums, err);
    if (ok)
        write_facts(screen, ui, &quorums);
    quorum_tally_list_clear(&quorums);
    return ok;
}

static void
meeting_draw(void *state, struct ui *ui, struct area area, bool fresh)
{
    (void)ui;
    (void)fresh;
    struct meeting_screen *screen = state;
    area = meeting_head_draw(&screen->head, area);
    if (area.rows > 1) {
        paint_fill(area.top, area.left, area.columns, STYLE_PLAIN);
        area.top++;
        area.rows--;
    }
    pager_draw_body(&screen->facts, area);
}

static bool
meeting_key(void *state, struct ui *ui, const struct key *key)
{
    (void)ui;
    struct meeting_screen *screen = state;
    return pager_key(&screen->facts, key);
}

static void
meeting_add_title(void *state, struct ui *ui, struct buffer *buffer)
{
    (void)ui;
    struct meeting_screen *screen = state;
    meeting_head_add_title(&screen->head, buffer);
}

static const char *
meeting_lacks(const void *state, unsigned needs)
{
    const struct meeting_screen *screen = state;
    return needs & NEEDS_OPEN_MEETING && !meeting_is_open(&screen->head.meeting)
               ? _("The meeting is cancelled or closed: it does not change any more.")
               : NULL;
}

static const char *
why_no_act(struct ui *ui, void *state, int64_t act)
{
    (void)ui;
    const struct meeting_screen *screen = state;
    return meeting_state_refuses(screen->head.meeting.state, (enum meeting_act)act);
}

static const struct action actions[] = {
    { .name = "meeting.list",
      .keys = "Enter r",
      .menu = N_("Meeting"),
      .label = N_("Registrations"),
      .hint = N_("list"),
      .help = N_("Who comes, who is invited, who waits."),
      .argument = SCREEN_REGISTRATION_LIST,
      .run = ui_open_same },
    MEETING_REGISTER(N_("Meeting")),
    MEETING_CONVENE(N_("convene")),
    { .name = "meeting.edit",
      .keys = "e",
      .menu = N_("Meeting"),
      .label = N_("Change or move"),
      .hint = N_("change"),
      .help = N_("Its title, date, times, room, seats."),
      .needs = NEEDS_OPEN_MEETING | NEEDS_WRITING,
      .argument = ENTITY_MEETING,
      .run = noun_edit_this },
    MEETING_HISTORY,
    MEETING_EXPORT_THIS(N_("export")),
    { .name = "meeting.quotas",
      .keys = "Q",
      .menu = N_("Meeting"),
      .label = N_("Quotas"),
      .help = N_("How many seats a category or an organisation may take, or has held."),
      .argument = SCREEN_SEAT_LIMIT_LIST,
      .run = ui_open_same },
    { .name = "meeting.confirm",
      .keys = "c",
      .menu = N_("State"),
      .label = N_("Confirm"),
      .help = N_("It takes place."),
      .permission = ACT_MEETING_CONFIRM_NEEDS,
      .argument = MEETING_CONFIRM,
      .blocked = why_no_act,
      .run = meeting_dialog_act },
    { .name = "meeting.postpone",
      .keys = "p",
      .menu = N_("State"),
      .label = N_("Postpone"),
      .help = N_("It is put off; its list is kept.  Change its date when it is known."),
      .permission = ACT_MEETING_POSTPONE_NEEDS,
      .argument = MEETING_POSTPONE,
      .blocked = why_no_act,
      .run = meeting_dialog_act },
    { .name = "meeting.cancel",
      .keys = "k",
      .menu = N_("State"),
      .label = N_("Cancel the meeting"),
      .help = N_("It is called off for good; its calendar says so."),
      .permission = ACT_MEETING_CANCEL_NEEDS,
      .argument = MEETING_CANCEL,
      .blocked = why_no_act,
      .run = meeting_dialog_act },
    { .name = "meeting.hold",
      .keys = "t",
      .menu = N_("State"),
      .label = N_("It took place"),
      .permission = ACT_MEETING_HOLD_NEEDS,
      .argument = MEETING_HOLD,
      .blocked = why_no_act,
      .run = meeting_dialog_act },
    { .name = "meeting.close",
      .keys = "z",
      .menu = N_("State"),
      .label = N_("Close: its list is final"),
      .permission = ACT_MEETING_CLOSE_NEEDS,
      .argument = MEETING_CLOSE,
      .blocked = why_no_act,
      .run = meeting_dialog_act },
    ACTION_END
};

const struct screen meeting_screen = {
    .name = "meeting",
    .title = N_("Meeting"),
    .shows = &meeting_entity,
    .size = sizeof(struct meeting_screen),
    .actions = actions,
    .open = meeting_open,
    .close = meeting_close,
    .reload = meeting_reload,
    .draw = meeting_draw,
    .key = meeting_key,
    .add_title = meeting_add_title,
    .lacks = meeting_lacks,
};
