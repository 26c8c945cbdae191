/* SPDX-License-Identifier: GPL-3.0-or-later */
/* group_screen.c - one working group: what its meetings begin with, its members */
#include "atelier/app/join.h"
#include "atelier/base/language.h"
#include "atelier/domain/working_group.h"
#include "meeting/meeting_actions.h"
#include "noun/noun_screen.h"

static bool
group_open(void *state, struct ui *ui, int64_t id, struct error *err)
{
    (void)ui;
    (void)err;
    return list_screen_open(
        state, LISTING_MEMBERSHIP, id,
        _("The group has no members yet.  Press %K{membership.add} to "
          "add the first one."));
}

static bool
group_reload(void *state, struct ui *ui, struct error *err)
{
    static const char *const facts[] = { "theme", "chair", "zone",        "room",
                                         "seats", "",      "description", NULL };

    return noun_screen_load(state, ui, &working_group_entity, facts, err);
}

/* The last day is today: somebody who left is history, not a mistake. */
static void
member_leave(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    struct error err = { 0 };
    if (!noun_row_is_meant(ui, state, ENTITY_MEMBERSHIP, _("End this membership")))
        return;
    if (membership_leave(ui_atelier(ui), list_selected(state),
                         atelier_today(ui_atelier(ui)), &err))
        ui_say(ui, _("The membership ends today.  %%K{program.undo} takes it back."));
    else
        ui_fail(ui, &err);
}

static void
toggle_past(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    list_toggle_history(state, ui, _("Past members too."), _("Members at present."));
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
    NOUN_LIST_ADD("membership.add", MEMBERSHIP, N_("Member"), N_("Add a member")),
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
    NOUN_LIST_REMOVE("membership.remove", MEMBERSHIP, N_("Member"), NULL,
                     N_("For a membership typed by mistake; who leaves is ended with "
                        "%K{membership.leave}.")),
    { .name = "membership.import",
      .keys = "i",
      .menu = N_("Member"),
      .label = N_("Import members from a spreadsheet"),
      .help = N_("Reads a file, shows what it will do, and makes the people members "
                 "after a yes."),
      .needs = NEEDS_FILES,
      .permission = ACT_MEMBERSHIP_JOIN_NEEDS,
      .argument = SCREEN_IMPORT_MEMBERS,
      .run = ui_open_same },
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
    { .name = "group.quorums",
      .keys = "Q",
      .menu = N_("Group"),
      .label = N_("Quorums"),
      .help = N_("How many people of a category, or of everybody, its meetings ask for."),
      .argument = SCREEN_QUORUM_LIST,
      .run = ui_open_same },
    MEETING_IMPORT("I", N_("Group")),
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
    .size = sizeof(struct noun_screen),
    .open = group_open,
    .reload = group_reload,
    .actions = actions,
    NOUN_SCREEN,
};
