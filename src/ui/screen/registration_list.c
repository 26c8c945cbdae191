/* SPDX-License-Identifier: GPL-3.0-or-later */
/* registration_list.c - the list of a meeting: register, accept, decline, withdraw */
#include <inttypes.h>
#include <stdlib.h>

#include "atelier/app/present.h"
#include "atelier/app/register.h"
#include "atelier/base/language.h"
#include "meeting/meeting_dialog.h"
#include "meeting/meeting_head.h"
#include "meeting/seat_question.h"
#include "noun/noun.h"
#include "screen.h"
#include "widget/ask.h"
#include "widget/confirm.h"
#include "widget/list.h"

struct registration_list {
    struct list list; /* first: the list_screen functions work on it */
    int64_t meeting;
    struct meeting_head head;
};

static struct row_ref
meeting_of(const void *state)
{
    return (struct row_ref){ ENTITY_MEETING,
                             ((const struct registration_list *)state)->meeting };
}

static bool
registration_list_open(void *state, struct ui *ui, int64_t id, struct error *err)
{
    (void)ui;
    (void)err;
    struct registration_list *screen = state;
    screen->meeting = id;
    list_init(&screen->list, LISTING_REGISTRATION);
    screen->list.query.scope = id;
    screen->list.many = true;
    screen->list.empty =
        _("Nobody is on the list yet.  Press n to register somebody, v to "
          "convene the group, i to import a spreadsheet.");
    meeting_head_init(&screen->head);
    return true;
}

static void
registration_list_close(void *state)
{
    struct registration_list *screen = state;
    list_clear(&screen->list);
    meeting_head_clear(&screen->head);
}

static bool
registration_list_reload(void *state, struct ui *ui, struct error *err)
{
    struct registration_list *screen = state;
    return meeting_head_load(&screen->head, ui, screen->meeting, err) &&
           list_load(&screen->list, ui, err);
}

static void
registration_list_draw(void *state, struct ui *ui, struct area area, bool fresh)
{
    struct registration_list *screen = state;
    list_draw(&screen->list, ui, meeting_head_draw(&screen->head, area), fresh);
}

static void
registration_list_add_title(void *state, struct ui *ui, struct buffer *buffer)
{
    (void)ui;
    struct registration_list *screen = state;
    meeting_head_add_title(&screen->head, buffer);
}

static const char *
why_not_changed(struct ui *ui, void *state)
{
    (void)ui;
    struct registration_list *screen = state;
    return meeting_is_open(&screen->head.meeting)
               ? NULL
               : _("The meeting is cancelled or closed: its list does not change any "
                   "more.");
}

static const char *
why_not_acted(struct ui *ui, void *state)
{
    const char *why = list_is_empty(ui, state);
    return why ? why : why_not_changed(ui, state);
}

static void
register_people(struct ui *ui, void *state)
{
    meeting_dialog_register(ui, ((struct registration_list *)state)->meeting);
}

static void
convene(struct ui *ui, void *state)
{
    meeting_dialog_convene(ui, ((struct registration_list *)state)->meeting);
}

static void
import(struct ui *ui, void *state)
{
    ui_open(ui, "import_people", ((struct registration_list *)state)->meeting);
}

/* One row: with the question when no seat is left. */
static void
act_on_one(struct ui *ui, int64_t meeting, const char *name, int64_t id,
           enum registration_act act, const char *reason)
{
    struct register_outcome outcome = { 0 };
    struct error err = { 0 };
    char *overbook = NULL;

    bool ok = register_act(ui_atelier(ui), id, act, reason, &outcome, &err);
    if (!ok && seat_question_ask(ui, meeting, &err, &overbook))
        ok = register_act(ui_atelier(ui), id, act, overbook, &outcome, &err);
    if (ok)
        ui_say(ui, _("%s: now %s.  u takes it back."), name,
               _(registration_states[outcome.state].label));
    else
        ui_fail(ui, &err);
    free(overbook);
}

static void
act_on_many(struct ui *ui, const int64_t *ids, size_t count, enum registration_act act,
            const char *reason)
{
    size_t done = 0;
    struct register_skipped skipped = { 0 };
    struct buffer why = { 0 };
    struct error err = { 0 };
    if (!register_act_many(ui_atelier(ui), ids, count, act, reason, &done, &skipped,
                           &err)) {
        ui_fail(ui, &err);
        return;
    }
    for (size_t i = 0; skipped.reason_count > 1 && i < skipped.reason_count; i++)
        buffer_addf(&why, "%s%zu: %s", i ? "  " : "", skipped.reasons[i].count,
                    skipped.reasons[i].why.message);
    if (skipped.count == 0)
        ui_say(ui, ngettext("%zu row changed.", "%zu rows changed.", done), done);
    else if (skipped.reason_count == 1)
        ui_say(ui, _("%zu changed, %zu left as they were: %s"), done, skipped.count,
               skipped.reasons[0].why.message);
    else
        ui_say(ui, _("%zu changed, %zu left as they were.  %s"), done, skipped.count,
               buffer_text(&why));
    buffer_clear(&why);
}

/* Whose registration it is; 0 when the row is not on the screen any more. */
static int64_t
person_of(const struct list *list, int64_t id)
{
    for (size_t i = 0; i < list->count; i++) {
        const char *person = list_cell_of(list, &list->rows[i], "person");

        if (list->rows[i].id == id && person)
            return strtoll(person, NULL, 10);
    }
    return 0;
}

/* Marks outlive a search, so that people can be gathered by several; what is not on the
 * screen is never acted on unseen. */
static bool
may_take_hidden(struct ui *ui, struct registration_list *screen)
{
    size_t hidden = list_marked_hidden(&screen->list, ui);

    return hidden == 0 ||
           confirm(ui, _("Do it for all of them"),
                   ngettext("%zu marked row is not shown here (%zu marked in all).  Do "
                            "it for that one too?",
                            "%zu marked rows are not shown here (%zu marked in all).  "
                            "Do it for those too?",
                            hidden),
                   hidden, screen->list.mark_count);
}

static void
act(struct ui *ui, struct registration_list *screen, enum registration_act act,
    const char *reason)
{
    const int64_t *ids;
    size_t count;
    int64_t person;

    if (!may_take_hidden(ui, screen))
        return;
    count = list_marked(&screen->list, &ids);
    person = count == 1 ? person_of(&screen->list, ids[0]) : 0;
    if (person != 0) {
        struct buffer name = { 0 };

        present_title(ui_atelier(ui), ENTITY_PERSON, person, &name);
        act_on_one(ui, screen->meeting, buffer_text(&name), ids[0], act, reason);
        buffer_clear(&name);
    } else
        act_on_many(ui, ids, count, act, reason);
    list_unmark(&screen->list);
}

static void
accept(struct ui *ui, void *state)
{
    act(ui, state, REGISTRATION_ACCEPT, NULL);
}

static void
decline(struct ui *ui, void *state)
{
    act(ui, state, REGISTRATION_DECLINE, NULL);
}

static void
withdraw(struct ui *ui, void *state)
{
    act(ui, state, REGISTRATION_WITHDRAW, NULL);
}

static void
excuse(struct ui *ui, void *state)
{
    if (!ui_may(ui, MAY_REGISTER, meeting_of(state)))
        return;
    char *reason =
        ask(ui, _("Excused"), _("What did they say?  May be left empty."), NULL, false);
    if (reason)
        act(ui, state, REGISTRATION_EXCUSE, *reason ? reason : NULL);
    free(reason);
}

static void
refuse(struct ui *ui, void *state)
{
    if (!ui_may(ui, MAY_REGISTER, meeting_of(state)))
        return;
    char *reason = ask(ui, _("Refused"), _("Why?"), NULL, true);
    if (reason)
        act(ui, state, REGISTRATION_REFUSE, reason);
    free(reason);
}

static void
revive(struct ui *ui, void *state)
{
    act(ui, state, REGISTRATION_REVIVE, NULL);
}

static void
edit(struct ui *ui, void *state)
{
    noun_edit(ui, ENTITY_REGISTRATION, list_selected(state));
}

static void
open_person(struct ui *ui, void *state)
{
    ui_open(ui, "person", list_cell_number(state, "person"));
}

static void
toggle_history(struct ui *ui, void *state)
{
    struct list *list = state;
    int64_t id = list_selected(list);
    list->query.history = !list->query.history;
    list_reset(list);
    list_select(list, id);
    ui_say(ui, "%s",
           list->query.history ? _("Also those who declined, were refused or withdrew.")
                               : _("Those who come, are invited, wait."));
}

static void
sort(struct ui *ui, void *state)
{
    struct list *list = state;
    const struct choice *orders = listing_get(LISTING_REGISTRATION)->orders;
    int64_t id = list_selected(list);
    list->query.order++;
    if (!orders[list->query.order].name)
        list->query.order = 0;
    list_reset(list);
    list_select(list, id);
    ui_say(ui, "%s", _(orders[list->query.order].label));
}

static void
open_history(struct ui *ui, void *state)
{
    ui_open(ui, "meeting_history", ((struct registration_list *)state)->meeting);
}

static void
export_meeting(struct ui *ui, void *state)
{
    meeting_dialog_export(ui, meeting_of(state));
}

static const struct action actions[] = {
    { .name = "registration.add",
      .keys = "n Ins",
      .menu = N_("List"),
      .label = N_("Register people"),
      .hint = N_("register"),
      .help =
          N_("Type three letters of a name, an organisation or an e-mail; somebody new "
             "is created on the spot."),
      .blocked = why_not_changed,
      .run = register_people },
    { .name = "registration.accept",
      .keys = "a",
      .menu = N_("List"),
      .label = N_("Accept: they come"),
      .hint = N_("accept"),
      .help = N_("For the marked people, or the one under the bar.  Space marks."),
      .blocked = why_not_acted,
      .run = accept },
    { .name = "registration.decline",
      .keys = "d",
      .menu = N_("List"),
      .label = N_("Decline: they do not come"),
      .hint = N_("decline"),
      .blocked = why_not_acted,
      .run = decline },
    { .name = "registration.withdraw",
      .keys = "w Del",
      .menu = N_("List"),
      .label = N_("Withdraw: the seat is free again"),
      .hint = N_("withdraw"),
      .blocked = why_not_acted,
      .run = withdraw },
    { .name = "registration.excuse",
      .keys = "k",
      .menu = N_("List"),
      .label = N_("Excused"),
      .blocked = why_not_acted,
      .run = excuse },
    { .name = "registration.refuse",
      .keys = "f",
      .menu = N_("List"),
      .label = N_("Refuse"),
      .help = N_("The office says no to a registration that waits for a yes."),
      .blocked = why_not_acted,
      .run = refuse },
    { .name = "registration.revive",
      .keys = "g",
      .menu = N_("List"),
      .label = N_("They come after all"),
      .help = N_("For somebody who declined, was excused or withdrew; t shows them."),
      .blocked = why_not_acted,
      .run = revive },
    { .name = "registration.edit",
      .keys = "e",
      .menu = N_("List"),
      .label = N_("Role, note, post as copied"),
      .blocked = why_not_acted,
      .run = edit },
    { .name = "registration.person",
      .keys = "Enter",
      .menu = N_("List"),
      .label = N_("Open the person"),
      .hint = N_("person"),
      .blocked = list_is_empty,
      .run = open_person },
    { .name = "meeting.convene",
      .keys = "v",
      .menu = N_("Meeting"),
      .label = N_("Convene the group"),
      .help =
          N_("Puts everybody who is a member on the day of the meeting on its list, as "
             "invited."),
      .blocked = why_not_changed,
      .run = convene },
    { .name = "registration.import",
      .keys = "i",
      .menu = N_("Meeting"),
      .label = N_("Import a spreadsheet"),
      .help =
          N_("Reads a CSV file, shows what it will do, and registers the people after a "
             "yes."),
      .blocked = why_not_changed,
      .run = import },
    { .name = "meeting.export",
      .keys = "x",
      .menu = N_("Meeting"),
      .label = N_("Export the calendar"),
      .run = export_meeting },
    { .name = "meeting.history",
      .keys = "h",
      .menu = N_("Meeting"),
      .label = N_("History"),
      .hint = N_("history"),
      .run = open_history },
    { .name = "registration.sort",
      .keys = "s",
      .menu = N_("View"),
      .label = N_("Sort by name, organisation, arrival"),
      .run = sort },
    { .name = "registration.all",
      .keys = "t",
      .menu = N_("View"),
      .label = N_("Also those who declined or withdrew, or not"),
      .run = toggle_history },
    ACTION_END
};

const struct screen registration_list_screen = {
    .name = "registration_list",
    .title = N_("Registrations"),
    .size = sizeof(struct registration_list),
    .actions = actions,
    .open = registration_list_open,
    .close = registration_list_close,
    .reload = registration_list_reload,
    .draw = registration_list_draw,
    .add_title = registration_list_add_title,
    LIST_SCREEN_KEYS,
};
