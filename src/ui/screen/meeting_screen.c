/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meeting_screen.c - one meeting: what, when, where, how full; what is done with it as a
 * whole
 */
#include "atelier/app/plan.h"
#include "atelier/app/present.h"
#include "atelier/base/language.h"
#include "atelier/base/text.h"
#include "meeting/meeting_dialog.h"
#include "meeting/meeting_head.h"
#include "noun/noun.h"
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

/* What stands in the head already, or is no fact of its own. */
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

static void
write_facts(struct meeting_screen *screen, struct ui *ui)
{
    const struct meeting *meeting = &screen->head.meeting;
    struct buffer text = { 0 };
    struct buffer warnings = { 0 };
    struct error ignored = { 0 };
    unsigned bits = 0;

    if (meeting_is_open(meeting) &&
        plan_warnings(ui_atelier(ui), meeting, &bits, &warnings, &ignored) && bits)
        buffer_addf(&text, "# %s\n%s\n", _("To be looked at"), buffer_text(&warnings));
    buffer_addf(&text, "# %s\n", _("Facts"));
    for (size_t i = 0; i < meeting_entity.field_count; i++) {
        const struct field *field = &meeting_entity.fields[i];
        if (is_told_elsewhere(field) || field_is_absent(field, meeting))
            continue;
        text_add_cut(&text, _(field->label), 22, true, false);
        buffer_add(&text, "  ");
        present_field(ui_atelier(ui), field, meeting, &text);
        buffer_add(&text, "\n");
    }
    pager_set(&screen->facts, buffer_text(&text));
    buffer_clear(&text);
    buffer_clear(&warnings);
}

static bool
meeting_reload(void *state, struct ui *ui, struct error *err)
{
    struct meeting_screen *screen = state;
    if (!meeting_head_load(&screen->head, ui, screen->id, err))
        return false;
    write_facts(screen, ui);
    return true;
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
why_not_changed(struct ui *ui, void *state)
{
    (void)ui;
    struct meeting_screen *screen = state;
    return meeting_is_open(&screen->head.meeting)
               ? NULL
               : _("The meeting is cancelled or closed: it does not change any more.");
}

static const char *
why_no_confirm(struct ui *ui, void *state)
{
    const struct meeting_screen *screen = state;
    (void)ui;
    return meeting_state_refuses(screen->head.meeting.state, MEETING_CONFIRM);
}

static const char *
why_no_postpone(struct ui *ui, void *state)
{
    const struct meeting_screen *screen = state;
    (void)ui;
    return meeting_state_refuses(screen->head.meeting.state, MEETING_POSTPONE);
}

static const char *
why_no_cancel(struct ui *ui, void *state)
{
    const struct meeting_screen *screen = state;
    (void)ui;
    return meeting_state_refuses(screen->head.meeting.state, MEETING_CANCEL);
}

static const char *
why_no_hold(struct ui *ui, void *state)
{
    const struct meeting_screen *screen = state;
    (void)ui;
    return meeting_state_refuses(screen->head.meeting.state, MEETING_HOLD);
}

static const char *
why_no_close(struct ui *ui, void *state)
{
    const struct meeting_screen *screen = state;
    (void)ui;
    return meeting_state_refuses(screen->head.meeting.state, MEETING_CLOSE);
}

static void
open_list(struct ui *ui, void *state)
{
    ui_open(ui, "registration_list", ((struct meeting_screen *)state)->id);
}

static void
edit(struct ui *ui, void *state)
{
    noun_edit(ui, ENTITY_MEETING, ((struct meeting_screen *)state)->id);
}

static void
convene(struct ui *ui, void *state)
{
    meeting_dialog_convene(ui, ((struct meeting_screen *)state)->id);
}

static void
register_people(struct ui *ui, void *state)
{
    meeting_dialog_register(ui, ((struct meeting_screen *)state)->id);
}

static void
do_confirm(struct ui *ui, void *state)
{
    meeting_dialog_act(ui, ((struct meeting_screen *)state)->id, MEETING_CONFIRM);
}

static void
do_postpone(struct ui *ui, void *state)
{
    meeting_dialog_act(ui, ((struct meeting_screen *)state)->id, MEETING_POSTPONE);
}

static void
do_cancel(struct ui *ui, void *state)
{
    meeting_dialog_act(ui, ((struct meeting_screen *)state)->id, MEETING_CANCEL);
}

static void
do_hold(struct ui *ui, void *state)
{
    meeting_dialog_act(ui, ((struct meeting_screen *)state)->id, MEETING_HOLD);
}

static void
do_close(struct ui *ui, void *state)
{
    meeting_dialog_act(ui, ((struct meeting_screen *)state)->id, MEETING_CLOSE);
}

static void
export_meeting(struct ui *ui, void *state)
{
    const struct row_ref scope = { ENTITY_MEETING, ((struct meeting_screen *)state)->id };
    meeting_dialog_export(ui, scope);
}

static void
open_history(struct ui *ui, void *state)
{
    ui_open(ui, "meeting_history", ((struct meeting_screen *)state)->id);
}

static const struct action actions[] = {
    { .name = "meeting.list",
      .keys = "Enter r",
      .menu = N_("Meeting"),
      .label = N_("Registrations"),
      .hint = N_("list"),
      .help = N_("Who comes, who is invited, who waits."),
      .run = open_list },
    { .name = "meeting.register",
      .keys = "n Ins",
      .menu = N_("Meeting"),
      .label = N_("Register people"),
      .hint = N_("register"),
      .help =
          N_("Type three letters of a name, an organisation or an e-mail; somebody new "
             "is created on the spot."),
      .blocked = why_not_changed,
      .run = register_people },
    { .name = "meeting.convene",
      .keys = "v",
      .menu = N_("Meeting"),
      .label = N_("Convene the group"),
      .hint = N_("convene"),
      .help =
          N_("Puts everybody who is a member on the day of the meeting on its list, as "
             "invited."),
      .blocked = why_not_changed,
      .run = convene },
    { .name = "meeting.edit",
      .keys = "e",
      .menu = N_("Meeting"),
      .label = N_("Change or move"),
      .hint = N_("change"),
      .help = N_("Its title, date, times, room, seats."),
      .blocked = why_not_changed,
      .run = edit },
    { .name = "meeting.history",
      .keys = "h",
      .menu = N_("Meeting"),
      .label = N_("History"),
      .hint = N_("history"),
      .help = N_("Who did what and when, field by field."),
      .run = open_history },
    { .name = "meeting.export",
      .keys = "x",
      .menu = N_("Meeting"),
      .label = N_("Export the calendar"),
      .hint = N_("export"),
      .help = N_("Writes a file that any calendar program reads."),
      .run = export_meeting },
    { .name = "meeting.confirm",
      .keys = "c",
      .menu = N_("State"),
      .label = N_("Confirm"),
      .help = N_("It takes place."),
      .blocked = why_no_confirm,
      .run = do_confirm },
    { .name = "meeting.postpone",
      .keys = "p",
      .menu = N_("State"),
      .label = N_("Postpone"),
      .help = N_("It is put off; its list is kept.  Change its date when it is known."),
      .blocked = why_no_postpone,
      .run = do_postpone },
    { .name = "meeting.cancel",
      .keys = "k",
      .menu = N_("State"),
      .label = N_("Cancel the meeting"),
      .help = N_("It is called off for good; its calendar says so."),
      .blocked = why_no_cancel,
      .run = do_cancel },
    { .name = "meeting.hold",
      .keys = "t",
      .menu = N_("State"),
      .label = N_("It took place"),
      .blocked = why_no_hold,
      .run = do_hold },
    { .name = "meeting.close",
      .keys = "z",
      .menu = N_("State"),
      .label = N_("Close: its list is final"),
      .blocked = why_no_close,
      .run = do_close },
    ACTION_END
};

const struct screen meeting_screen = {
    .name = "meeting",
    .title = N_("Meeting"),
    .size = sizeof(struct meeting_screen),
    .actions = actions,
    .open = meeting_open,
    .close = meeting_close,
    .reload = meeting_reload,
    .draw = meeting_draw,
    .key = meeting_key,
    .add_title = meeting_add_title,
};
