/* SPDX-License-Identifier: GPL-3.0-or-later */
/* group_screen.c - one working group: what its meetings begin with, its members */
#include "atelier/app/edit.h"
#include "atelier/app/plan.h"
#include "atelier/app/present.h"
#include "atelier/base/language.h"
#include "atelier/domain/working_group.h"
#include "meeting/meeting_dialog.h"
#include "noun/noun.h"
#include "screen.h"
#include "widget/list.h"
#include "widget/record_summary.h"

struct group_screen {
    struct list list; /* first: LIST_SCREEN_KEYS works on it */
    int64_t id;
    struct record_summary facts;
};

static bool
group_open(void *state, struct ui *ui, int64_t id, struct error *err)
{
    (void)ui;
    (void)err;
    struct group_screen *screen = state;
    screen->id = id;
    list_init(&screen->list, LISTING_MEMBERSHIP);
    screen->list.query.scope = id;
    screen->list.empty =
        _("The group has no members yet.  Press n to add the first one.");
    return true;
}

static void
group_close(void *state)
{
    struct group_screen *screen = state;
    record_summary_clear(&screen->facts);
    list_clear(&screen->list);
}

static bool
group_reload(void *state, struct ui *ui, struct error *err)
{
    static const char *const names[] = { "theme", "chair", "zone", "room", "seats" };
    static const char *const description = "description";
    struct group_screen *screen = state;
    struct working_group group;

    record_init(&working_group_entity, &group);
    bool ok = edit_load(ui_atelier(ui), &working_group_entity, screen->id, &group, err);
    record_summary_clear(&screen->facts);
    if (ok) {
        record_summary_add_fields(&screen->facts, ui, &working_group_entity, &group,
                                  names, sizeof(names) / sizeof(names[0]));
        record_summary_add(&screen->facts, "");
        record_summary_add_fields(&screen->facts, ui, &working_group_entity, &group,
                                  &description, 1);
    }
    record_clear(&working_group_entity, &group);
    return ok && list_load(&screen->list, ui, err);
}

static void
group_draw(void *state, struct ui *ui, struct area area, bool fresh)
{
    struct group_screen *screen = state;
    list_draw(&screen->list, ui, record_summary_draw(&screen->facts, area), fresh);
}

static void
group_add_title(void *state, struct ui *ui, struct buffer *buffer)
{
    present_title(ui_atelier(ui), ENTITY_WORKING_GROUP,
                  ((struct group_screen *)state)->id, buffer);
}

static void
member_open(struct ui *ui, void *state)
{
    ui_open(ui, "person", list_cell_number(state, "person"));
}

static void
member_add(struct ui *ui, void *state)
{
    struct group_screen *screen = state;
    list_select(&screen->list, noun_add(ui, ENTITY_MEMBERSHIP, "group", screen->id));
}

static void
member_edit(struct ui *ui, void *state)
{
    noun_edit(ui, ENTITY_MEMBERSHIP, list_selected(state));
}

/* The last day is today: somebody who left is history, not a mistake. */
static void
member_leave(struct ui *ui, void *state)
{
    struct error err = { 0 };
    if (plan_leave(ui_atelier(ui), list_selected(state), atelier_today(ui_atelier(ui)),
                   &err))
        ui_say(ui, _("The membership ends today.  u takes it back."));
    else
        ui_fail(ui, &err);
}

static void
member_remove(struct ui *ui, void *state)
{
    noun_remove(ui, ENTITY_MEMBERSHIP, list_selected(state));
}

static void
toggle_past(struct ui *ui, void *state)
{
    struct list *list = state;
    list->query.history = !list->query.history;
    list_reset(list);
    ui_say(ui, "%s",
           list->query.history ? _("Past members too.") : _("Members at present."));
}

static void
edit_group(struct ui *ui, void *state)
{
    noun_edit(ui, ENTITY_WORKING_GROUP, ((struct group_screen *)state)->id);
}

static void
open_meetings(struct ui *ui, void *state)
{
    ui_open(ui, "group_meeting_list", ((struct group_screen *)state)->id);
}

static void
open_history(struct ui *ui, void *state)
{
    ui_open(ui, "group_history", ((struct group_screen *)state)->id);
}

static void
export_group(struct ui *ui, void *state)
{
    const struct row_ref scope = { ENTITY_WORKING_GROUP,
                                   ((struct group_screen *)state)->id };
    meeting_dialog_export(ui, scope);
}

static const struct action actions[] = {
    { .name = "membership.person",
      .keys = "Enter",
      .menu = N_("Member"),
      .label = N_("Open the person"),
      .hint = N_("person"),
      .blocked = list_is_empty,
      .run = member_open },
    { .name = "membership.add",
      .keys = "n Ins",
      .menu = N_("Member"),
      .label = N_("Add a member"),
      .hint = N_("new"),
      .run = member_add },
    { .name = "membership.edit",
      .keys = "e",
      .menu = N_("Member"),
      .label = N_("Change role or dates"),
      .hint = N_("change"),
      .blocked = list_is_empty,
      .run = member_edit },
    { .name = "membership.leave",
      .keys = "l",
      .menu = N_("Member"),
      .label = N_("Leaves the group today"),
      .hint = N_("leaves"),
      .help = N_("The membership ends today and stays in the history."),
      .blocked = list_is_empty,
      .run = member_leave },
    { .name = "membership.remove",
      .keys = "d Del",
      .menu = N_("Member"),
      .label = N_("Remove"),
      .help = N_("For a membership typed by mistake; who leaves is ended with l."),
      .blocked = list_is_empty,
      .run = member_remove },
    { .name = "group.meetings",
      .keys = "m",
      .menu = N_("Group"),
      .label = N_("Meetings of the group"),
      .hint = N_("meetings"),
      .run = open_meetings },
    { .name = "group.edit",
      .keys = "g",
      .menu = N_("Group"),
      .label = N_("Change the group"),
      .run = edit_group },
    { .name = "group.export",
      .keys = "x",
      .menu = N_("Group"),
      .label = N_("Export the group's calendar"),
      .hint = N_("export"),
      .run = export_group },
    { .name = "group.history",
      .keys = "h",
      .menu = N_("Group"),
      .label = N_("History"),
      .run = open_history },
    { .name = "membership.past",
      .keys = "t",
      .menu = N_("View"),
      .label = N_("Past members too, or not"),
      .run = toggle_past },
    ACTION_END
};

const struct screen group_screen = {
    .name = "group",
    .title = N_("Working group"),
    .size = sizeof(struct group_screen),
    .open = group_open,
    .close = group_close,
    .reload = group_reload,
    .draw = group_draw,
    .add_title = group_add_title,
    .actions = actions,
    LIST_SCREEN_KEYS,
};
