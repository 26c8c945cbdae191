/* SPDX-License-Identifier: GPL-3.0-or-later */
/* group_screen.c - one working group: who chairs, its next meeting and the last one, its
 * members */
#include <inttypes.h>
#include <stdlib.h>

#include "atelier/app/browse.h"
#include "atelier/app/display.h"
#include "atelier/app/edit.h"
#include "atelier/app/join.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/membership.h"
#include "atelier/domain/when.h"
#include "atelier/domain/working_group.h"
#include "meeting/meeting_actions.h"
#include "meeting/meeting_several.h"
#include "noun/noun_screen.h"
#include "state_sign.h"
#include "widget/list_marks.h"
#include "widget/list_marks_ask.h"

static bool
group_open(void *state, struct ui *ui, int64_t id, struct error *err)
{
    struct noun_screen *screen = state;

    (void)ui;
    (void)err;
    list_screen_open(state, LISTING_MEMBERSHIP, id,
                     _("The group has no members yet.  Press %K{membership.add} to "
                       "add the first one."));
    screen->list.many = true;
    return true;
}

/* "Next Thu 18/03/2027 09:30 Lisbon, Towns". */
static void
add_meeting(struct ui *ui, const char *label, const struct overview_meeting *meeting,
            struct buffer *line)
{
    record_summary_label(label, line);
    when_format_local_time(meeting->start, line);
    display_elsewhere(ui_atelier(ui), meeting->zone, line);
    buffer_addf(line, ", %s", meeting->title);
}

/* " (? postponed)": no break parts the sign from its word. */
static void
add_postponed(struct buffer *line)
{
    struct buffer sign = { 0 };

    state_sign_add(meeting_states, MEETING_POSTPONED, &sign);
    const char *words = _(meeting_states[MEETING_POSTPONED].label);
    if (sign.length > 0)
        buffer_addf(line, " (%.*s\u00a0%s)", (int)sign.length - 1, sign.text, words);
    else
        buffer_addf(line, " (%s)", words);
    buffer_clear(&sign);
}

static void
add_next(struct record_summary *facts, struct ui *ui, const struct overview_meeting *next)
{
    struct buffer line = { 0 };

    if (next->id == 0) {
        record_summary_add(facts, _("No meeting to come"));
        return;
    }
    add_meeting(ui, _("Next meeting"), next, &line);
    if (next->is_postponed)
        add_postponed(&line);
    else if (next->seats == NUMBER_NONE)
        buffer_addf(&line,
                    ngettext(" (%" PRId64 " comes, no limit)",
                             " (%" PRId64 " come, no limit)", (unsigned long)next->taken),
                    next->taken);
    else
        buffer_addf(&line,
                    ngettext(" (%" PRId64 " of %" PRId64 " seat taken)",
                             " (%" PRId64 " of %" PRId64 " seats taken)",
                             (unsigned long)next->seats),
                    next->taken, next->seats);
    record_summary_add(facts, buffer_text(&line));
    buffer_clear(&line);
}

static void
add_last(struct record_summary *facts, struct ui *ui, const struct overview_meeting *last)
{
    struct buffer line = { 0 };

    if (last->id == 0)
        return;
    add_meeting(ui, _("Last meeting"), last, &line);
    if (last->present > 0)
        buffer_addf(&line,
                    ngettext(" (%" PRId64 " was there)", " (%" PRId64 " were there)",
                             (unsigned long)last->present),
                    last->present);
    record_summary_add(facts, buffer_text(&line));
    buffer_clear(&line);
}

/* "Members: Agglomeration 12, Région 3". */
static void
add_shares(struct record_summary *facts, const struct group_overview *overview)
{
    struct buffer line = { 0 };

    if (overview->count == 0)
        return;
    buffer_add(&line, _("Members:"));
    for (size_t i = 0; i < overview->count; i++) {
        const struct overview_share *share = &overview->shares[i];

        /* No break parts a figure from its category. */
        buffer_addf(&line, "%s %s\u00a0%" PRId64, i > 0 ? "," : "",
                    *share->name ? share->name : _("no category"), share->people);
    }
    record_summary_add(facts, buffer_text(&line));
    buffer_clear(&line);
}

static void
add_overview(struct record_summary *facts, struct ui *ui,
             const struct group_overview *overview)
{
    struct buffer line = { 0 };

    if (*overview->chairs) {
        record_summary_label(_("Chair"), &line);
        buffer_add(&line, overview->chairs);
        record_summary_add(facts, buffer_text(&line));
        buffer_clear(&line);
    }
    record_summary_add(facts, "");
    add_next(facts, ui, &overview->next);
    record_summary_add(facts, "");
    add_last(facts, ui, &overview->last);
    record_summary_add(facts, "");
    add_shares(facts, overview);
    record_summary_add(facts, "");
}

static bool
group_reload(void *state, struct ui *ui, struct error *err)
{
    static const char *const first[] = { "theme", NULL };
    static const char *const rest[] = {
        "zone", "room", "seats", "", "description", NULL
    };
    struct noun_screen *screen = state;
    struct group_overview overview = { 0 };

    record_summary_clear(&screen->facts);
    bool ok = noun_screen_add_fields(screen, ui, &working_group_entity, first, err) &&
              browse_group(ui_atelier(ui), screen->list.query.scope, &overview, err);
    if (ok)
        add_overview(&screen->facts, ui, &overview);
    group_overview_clear(&overview);
    return ok && noun_screen_add_fields(screen, ui, &working_group_entity, rest, err) &&
           list_load(&screen->list, ui, err);
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

/* The marked members, or the one under the bar, at the meetings that come. */
static void
register_members(struct ui *ui, void *state, int64_t argument)
{
    struct noun_screen *screen = state;
    const int64_t *ids;

    (void)argument;
    if (!list_may_take_hidden(&screen->list, ui))
        return;
    const size_t count = list_marked(&screen->list, &ids);
    int64_t *persons = memory_new(count, sizeof(*persons));
    size_t known = 0;
    for (size_t i = 0; i < count; i++) {
        struct membership *membership = record_new(&membership_entity);
        struct error ignored = { 0 };
        if (edit_load(ui_atelier(ui), &membership_entity, ids[i], membership, &ignored))
            persons[known++] = membership->person;
        record_free(&membership_entity, membership);
    }
    if (meeting_several(ui, screen->list.query.scope, persons, known))
        list_unmark(&screen->list);
    free(persons);
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
      .sought = N_("chair, alternate, deputy, observer"),
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
      .guarded = true,
      .run = member_leave },
    NOUN_LIST_REMOVE("membership.remove", MEMBERSHIP, N_("Member"), NULL,
                     N_("For a membership typed by mistake; who leaves is ended with "
                        "%K{membership.leave}.")),
    { .name = "membership.register",
      .keys = "N",
      .menu = N_("Member"),
      .label = N_("Register for the meetings to come"),
      .help = N_("The marked members, or the one under the bar, at the meetings of the "
                 "group that you choose: what will happen is shown first, and one undo "
                 "takes it back."),
      .needs = NEEDS_ROW,
      .permission = ACT_REGISTRATION_ADD_NEEDS,
      .run = register_members },
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
      .keys = "M",
      .menu = N_("Group"),
      .label = N_("Meetings of the group"),
      .hint = N_("meetings"),
      .argument = SCREEN_GROUP_MEETING_LIST,
      .run = ui_open_same },
    { .name = "group.edit",
      .keys = "E",
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
    { .name = "group.statistics",
      .keys = "A",
      .menu = N_("Group"),
      .label = N_("Statistics: who was asked and who came"),
      .argument = SCREEN_GROUP_STATISTICS,
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
