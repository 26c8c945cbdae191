/* SPDX-License-Identifier: GPL-3.0-or-later */
/* group_screen.c - one working group: what its meetings begin with, its members */
#include "atelier/app/edit.h"
#include "atelier/app/plan.h"
#include "atelier/app/present.h"
#include "atelier/base/language.h"
#include "atelier/domain/working_group.h"
#include "meeting/meeting_actions.h"
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
    screen->list.empty = _(
        "The group has no members yet.  Press %K{membership.add} to add the first one.");
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
member_add(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    struct group_screen *screen = state;
    list_select(&screen->list, noun_add(ui, ENTITY_MEMBERSHIP, "group", screen->id));
}

/* The last day is today: somebody who left is history, not a mistake. */
static void
member_leave(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    struct error err = { 0 };
    if (plan_leave(ui_atelier(ui), list_selected(state), atelier_today(ui_atelier(ui)),
                   &err))
        ui_say(ui, _("The membership ends today.  %%K{program.undo} takes it back."));
    else
        ui_fail(ui, &err);
}

static void
toggle_past(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    struct list *list = state;
    list->query.history = !list->query.history;
    list_reset(list);
    ui_say(ui, "%s",
           list->query.history ? _("Past members too.") : _("Members at present."));
}

static const struct action actions[] = {
    { .name = "membership.person",
      .keys = "Enter",
      .menu = N_("Member"),
      .label = N_("Open the person"),
      .hint = N_("person"),
      .needs = NEEDS_ROW,
      .argument = ENTITY_PERSON,
      .run = list_open_reference },
    { .name = "membership.add",
      .keys = "n Ins",
      .menu = N_("Member"),
      .label = N_("Add a member"),
      .hint = N_("new"),
      .needs = NEEDS_WRITING,
      .argument = ENTITY_MEMBERSHIP,
      .run = member_add },
    { .name = "membership.edit",
      .keys = "e",
      .menu = N_("Member"),
      .label = N_("Change role or dates"),
      .hint = N_("change"),
      .needs = NEEDS_ROW | NEEDS_WRITING,
      .argument = ENTITY_MEMBERSHIP,
      .run = noun_edit_row },
    { .name = "membership.leave",
      .keys = "l",
      .menu = N_("Member"),
      .label = N_("Leaves the group today"),
      .hint = N_("leaves"),
      .help = N_("The membership ends today and stays in the history."),
      .needs = NEEDS_ROW | NEEDS_WRITING,
      .argument = ENTITY_MEMBERSHIP,
      .run = member_leave },
    { .name = "membership.remove",
      .keys = "d Del",
      .menu = N_("Member"),
      .label = N_("Remove"),
      .help = N_("For a membership typed by mistake; who leaves is ended with "
                 "%K{membership.leave}."),
      .needs = NEEDS_ROW | NEEDS_WRITING,
      .argument = ENTITY_MEMBERSHIP,
      .run = noun_remove_row },
    { .name = "group.meetings",
      .keys = "m",
      .menu = N_("Group"),
      .label = N_("Meetings of the group"),
      .hint = N_("meetings"),
      .argument = SCREEN_GROUP_MEETING_LIST,
      .run = ui_open_same },
    { .name = "group.edit",
      .keys = "g",
      .menu = N_("Group"),
      .label = N_("Change the group"),
      .needs = NEEDS_WRITING,
      .argument = ENTITY_WORKING_GROUP,
      .run = noun_edit_this },
    MEETING_EXPORT_GROUP,
    { .name = "group.history",
      .keys = "h",
      .menu = N_("Group"),
      .label = N_("History"),
      .argument = SCREEN_GROUP_HISTORY,
      .run = ui_open_same },
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
    .shows = &working_group_entity,
    .size = sizeof(struct group_screen),
    .open = group_open,
    .close = group_close,
    .reload = group_reload,
    .draw = group_draw,
    .add_title = group_add_title,
    .actions = actions,
    LIST_SCREEN_KEYS,
};
