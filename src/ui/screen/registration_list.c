/* SPDX-License-Identifier: GPL-3.0-or-later */
/* registration_list.c - the list of a meeting as a screen: register, accept, decline,
 * withdraw; who is there is registration_presence.c's */
#include <inttypes.h>
#include <stdlib.h>

#include "atelier/app/display.h"
#include "atelier/app/register.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/domain/meeting.h"
#include "meeting/meeting_actions.h"
#include "meeting/meeting_bulk.h"
#include "meeting/meeting_print_marked.h"
#include "meeting/meeting_substitute.h"
#include "meeting/meeting_wait.h"
#include "meeting/workshop_dialog.h"
#include "screen/registration_filter.h"
#include "screen/registration_list.h"
#include "screen/registration_presence.h"
#include "widget/ask.h"
#include "widget/list_marks.h"
#include "widget/list_marks_ask.h"
#include "widget/picker.h"
#include "widget/question_ask.h"

static bool
registration_list_open(void *state, struct ui *ui, int64_t id, struct error *err)
{
    (void)err;
    struct registration_list *screen = state;
    screen->meeting = id;
    list_screen_open(
        state, LISTING_REGISTRATION, id,
        _("Nobody is on the list yet.  Press %K{meeting.register} to register "
          "somebody, %K{meeting.convene} to convene the group, "
          "%K{registration.import} to import people."));
    screen->list.many = true;
    registration_presence_init(screen);
    registration_find_init(screen);
    list_select(&screen->list, ui_first_row(ui));
    meeting_head_init(&screen->head);
    return true;
}

static bool
presence_list_open(void *state, struct ui *ui, int64_t id, struct error *err)
{
    struct registration_list *screen = state;
    const bool ok = registration_list_open(state, ui, id, err);
    screen->head.shows_presence = true;
    return ok;
}

static void
registration_list_close(void *state)
{
    struct registration_list *screen = state;
    list_clear(&screen->list);
    meeting_head_clear(&screen->head);
}

static const char *
registration_list_lacks(const void *state, unsigned needs)
{
    const struct registration_list *screen = state;
    const char *reason = list_screen_lacks(state, needs);
    if (reason)
        return _("Nobody is on the list.  %K{meeting.edit} changes the meeting, "
                 "%K{meeting.register} registers somebody.");
    if (needs & NEEDS_OPEN_MEETING && !meeting_is_open(&screen->head.meeting))
        reason = _("The meeting is cancelled or closed: its list does not change any "
                   "more.");
    return reason;
}

static bool
registration_list_reload(void *state, struct ui *ui, struct error *err)
{
    struct registration_list *screen = state;
    if (!meeting_head_load(&screen->head, ui, screen->meeting, err) ||
        !registration_filter_asks(ui, screen->meeting, &screen->asks, err))
        return false;
    registration_presence_follow(screen);
    return list_load(&screen->list, ui, err);
}

/* From which width on the screen has room for what people answered. */
enum { ANSWERS_FROM = 140 };

static void
registration_list_draw(void *state, struct ui *ui, struct area area, bool fresh)
{
    struct registration_list *screen = state;

    screen->list.with = registration_filter_column(
        &screen->list,
        screen->asks && !screen->head.shows_presence && area.columns >= ANSWERS_FROM);
    list_draw(&screen->list, ui, meeting_head_draw(&screen->head, ui, area), fresh);
}

static void
registration_list_add_title(void *state, struct ui *ui, struct buffer *buffer)
{
    (void)ui;
    struct registration_list *screen = state;
    meeting_head_add_title(&screen->head, buffer);
    if (screen->head.presence.due && screen->head.presence.label)
        buffer_addf(buffer, " · %s", screen->head.presence.label);
}

/* An act on one of the list, for question_ask_all(). */
struct deed {
    struct ui *ui;
    int64_t id;
    enum registration_act act;
    const char *reason;
    struct register_outcome outcome;
};

static bool
do_one(void *context, struct questions *sheet, struct error *err)
{
    struct deed *deed = context;
    return register_act(ui_atelier(deed->ui), deed->id, deed->act, deed->reason, sheet,
                        &deed->outcome, err);
}

static bool
act_on_one(struct deed *deed, struct questions *sheet, const char *name)
{
    struct error err = { 0 };
    bool ok = question_ask_all(deed->ui, sheet, do_one, deed, &err);
    struct buffer more = { 0 };
    struct buffer given = { 0 };
    if (ok && deed->outcome.state == REGISTRATION_WAITING)
        meeting_add_wait(deed->ui, deed->outcome.registration, &more);
    if (ok && register_given_say(ui_atelier(deed->ui), &deed->outcome.given, &given))
        buffer_addf(&more, "  %s", buffer_text(&given));
    if (ok)
        ui_say(deed->ui, _("%s: now %s.%s  %%K{program.undo} takes it back."), name,
               _(registration_states[deed->outcome.state].label), buffer_text(&more));
    else if (err.kind == ERROR_QUESTION || err.kind == ERROR_CANCELLED)
        ui_say(deed->ui, _("Nothing changed."));
    else
        ui_fail(deed->ui, &err);
    buffer_clear(&given);
    buffer_clear(&more);
    return ok;
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

/* Whoever leaves may be stood in for: then that was the act. */
static void
act_on_person(struct deed *deed, struct registration_list *screen, int64_t person)
{
    struct questions sheet = { .subject = { ENTITY_MEETING, screen->meeting } };
    struct buffer name = { 0 };
    enum meeting_instead instead =
        meeting_ask_instead(deed->ui, screen->meeting, deed->id, deed->act, deed->reason);

    display_title(ui_atelier(deed->ui), ENTITY_PERSON, person, &name);
    if (instead == INSTEAD_DONE ||
        (instead == INSTEAD_NOBODY && act_on_one(deed, &sheet, buffer_text(&name))))
        list_unmark(&screen->list);
    buffer_clear(&name);
    questions_clear(&sheet);
}

/* With the marked rows: the list may be read again while somebody is asked. */
static void
treat_marked(struct ui *ui, struct registration_list *screen,
             const struct bulk_request *what)
{
    const int64_t *ids;
    const size_t count = list_marked(&screen->list, &ids);
    int64_t *own = memory_new(count, sizeof(*own));
    struct bulk_request request = *what;

    for (size_t i = 0; i < count; i++)
        own[i] = ids[i];
    request.registrations = own;
    request.count = count;
    (void)meeting_bulk(ui, screen->meeting, &request, &screen->list);
    free(own);
}

static void
act(struct ui *ui, struct registration_list *screen, enum registration_act act,
    const char *reason)
{
    const int64_t *ids;
    const struct bulk_request several = { .act = act, .reason = reason };

    if (!list_may_take_hidden(&screen->list, ui))
        return;
    const size_t count = list_marked(&screen->list, &ids);
    struct deed deed = { .ui = ui, .id = ids[0], .act = act, .reason = reason };
    const int64_t person = count == 1 ? person_of(&screen->list, ids[0]) : 0;
    if (person)
        act_on_person(&deed, screen, person);
    else
        treat_marked(ui, screen, &several);
}

/* To another meeting, and with another category: one person is shown what happens, too.
 */
static void
move_marked(struct ui *ui, void *state, int64_t argument)
{
    struct registration_list *screen = state;
    struct bulk_request request = { .deed = BULK_MOVE };

    (void)argument;
    if (list_may_take_hidden(&screen->list, ui) &&
        (request.target = meeting_bulk_pick(ui, screen->meeting)) != 0)
        treat_marked(ui, screen, &request);
}

static void
categorise_marked(struct ui *ui, void *state, int64_t argument)
{
    struct registration_list *screen = state;
    struct bulk_request request = { .deed = BULK_CATEGORY };

    (void)argument;
    if (list_may_take_hidden(&screen->list, ui) &&
        (request.target = picker_run(ui, _("Count them on this list as"), ENTITY_CATEGORY,
                                     NULL, NULL)) != 0)
        treat_marked(ui, screen, &request);
}

/* The acts that come with a reason; false when the person went back. */
static bool
ask_reason(struct ui *ui, enum registration_act act, char **reason)
{
    if (act == REGISTRATION_EXCUSE)
        *reason = ask(ui, _("Excused"), _("What did they say?  May be left empty."), NULL,
                      false);
    else if (act == REGISTRATION_REFUSE)
        *reason = ask(ui, _("Refused"), _("Why?"), NULL, true);
    else
        return true;
    return *reason;
}

/* What a letter means for a row in that state: yes revives whoever is off the list, no is
 * the office's answer to whoever waits for one and takes off the list whoever comes or
 * waits for a seat, and who is invited has nothing to be taken off from but by declining.
 * Asked again when it is done: the state may be another. */
static enum registration_act
act_for(enum registration_act act, enum registration_state state)
{
    enum registration_state after = state;
    struct error ignored = { 0 };

    if (act == REGISTRATION_ACCEPT && !registration_is_live(state))
        return REGISTRATION_REVIVE;
    if (act == REGISTRATION_DECLINE && state == REGISTRATION_PENDING)
        return REGISTRATION_REFUSE;
    if (act == REGISTRATION_DECLINE &&
        registration_state_after(state, act, &after, &ignored))
        return after == REGISTRATION_WITHDRAWN ? REGISTRATION_WITHDRAW : act;
    if (act == REGISTRATION_WITHDRAW && state == REGISTRATION_INVITED)
        return REGISTRATION_DECLINE;
    return act;
}

/* Many rows are one act: where the letter means several, what each of them can do. */
static enum registration_act
act_for_marked(const struct list *list, enum registration_act act)
{
    const int64_t *ids;
    size_t count = list_marked(list, &ids), seen = 0;
    enum registration_act meant = act;

    for (size_t i = 0; i < list->count; i++) {
        const struct listing_row *row = &list->rows[i];
        const char *state = list_cell_of(list, row, "state");
        size_t mark = 0;

        while (mark < count && ids[mark] != row->id)
            mark++;
        if (mark == count || !state)
            continue;
        const int number = choice_find(registration_states, state);
        const enum registration_act own =
            number < 0 ? act : act_for(act, (enum registration_state)number);
        if (seen++ > 0 && own != meant)
            return act == REGISTRATION_WITHDRAW ? REGISTRATION_DECLINE : act;
        meant = own;
    }
    return meant;
}

static void
act_on_marked(struct ui *ui, void *state, int64_t argument)
{
    enum registration_act what = act_for_marked(state, (enum registration_act)argument);
    char *reason = NULL;
    if (ask_reason(ui, what, &reason))
        act(ui, state, what, reason && *reason ? reason : NULL);
    free(reason);
}

static void
come_instead(struct ui *ui, void *state, int64_t argument)
{
    struct registration_list *screen = state;

    (void)argument;
    meeting_substitute(ui, screen->meeting, list_selected(state));
}

static void
explain(struct ui *ui, void *state, int64_t argument)
{
    struct register_reasons reasons = { 0 };
    struct error err = { 0 };

    (void)argument;
    if (register_why(ui_atelier(ui), list_selected(state), &reasons, &err))
        ui_say(ui, "%s", buffer_text(&reasons.text));
    else
        ui_fail(ui, &err);
    register_reasons_clear(&reasons);
}

static void
toggle_history(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    int64_t id = list_selected(state);
    list_toggle_history(state, ui,
                        _("Also those who declined, were refused or withdrew."),
                        _("Those who come, are invited, wait."));
    list_select(state, id);
}

/* What both screens can do; they differ in what `n` does. */
#define REGISTRATION_ACTS                                                                \
    { .name = "registration.accept",                                                     \
      .keys = "a",                                                                       \
      .menu = N_("List"),                                                                \
      .label = N_("Accept: they come"),                                                  \
      .hint = N_("accept"),                                                              \
      .help =                                                                            \
          N_("For the marked people, or the one under the bar; %K{Space} marks.  Also "  \
             "for somebody who declined, was excused or withdrew, and comes after "      \
             "all; %K{registration.all} shows them."),                                   \
      .needs = NEEDS_ROW | NEEDS_OPEN_MEETING,                                           \
      .permission = ACT_REGISTRATION_ACCEPT_NEEDS,                                       \
      .argument = REGISTRATION_ACCEPT,                                                   \
      .guarded = true,                                                                   \
      .run = act_on_marked },                                                            \
        { .name = "registration.decline",                                                \
          .keys = "r",                                                                   \
          .menu = N_("List"),                                                            \
          .label = N_("No: decline, refuse or withdraw"),                                \
          .hint = N_("no"),                                                              \
          .help = N_("Declines for who is invited or was offered a seat, refuses a "     \
                     "registration that is pending, withdraws who was accepted or "      \
                     "waits.  The seat is free again, and goes on to who waits."),       \
          .needs = NEEDS_ROW | NEEDS_OPEN_MEETING,                                       \
          .permission = ACT_REGISTRATION_DECLINE_NEEDS,                                  \
          .argument = REGISTRATION_DECLINE,                                              \
          .guarded = true,                                                               \
          .run = act_on_marked },                                                        \
        { .name = "registration.why",                                                    \
          .keys = "w",                                                                   \
          .menu = N_("List"),                                                            \
          .label = N_("Why have they no seat?"),                                         \
          .hint = N_("why"),                                                             \
          .help = N_("The place on the list, and what is full, with its figures."),      \
          .needs = NEEDS_ROW,                                                            \
          .run = explain },                                                              \
        { .name = "registration.withdraw",                                               \
          .keys = "d Del",                                                               \
          .menu = N_("List"),                                                            \
          .label = N_("Withdraw: take off the list"),                                    \
          .sought = N_("unregister, remove, delete"),                                    \
          .also = N_("withdraw"),                                                        \
          .help =                                                                        \
              N_("The seat is free again, and goes on to who waits; "                    \
                 "%K{registration.all} shows them still.  Who is invited declines."),    \
          .needs = NEEDS_ROW | NEEDS_OPEN_MEETING,                                       \
          .permission = ACT_REGISTRATION_WITHDRAW_NEEDS,                                 \
          .argument = REGISTRATION_WITHDRAW,                                             \
          .guarded = true,                                                               \
          .run = act_on_marked },                                                        \
        { .name = "registration.excuse",                                                 \
          .keys = "k",                                                                   \
          .menu = N_("List"),                                                            \
          .label = N_("Excused"),                                                        \
          .sought = N_("absent, does not come, sorry"),                                  \
          .needs = NEEDS_ROW | NEEDS_OPEN_MEETING,                                       \
          .permission = ACT_REGISTRATION_EXCUSE_NEEDS,                                   \
          .argument = REGISTRATION_EXCUSE,                                               \
          .guarded = true,                                                               \
          .run = act_on_marked },                                                        \
        { .name = "registration.substitute",                                             \
          .keys = "j",                                                                   \
          .menu = N_("List"),                                                            \
          .label = N_("Somebody else comes instead"),                                    \
          .help = N_("The seat stays the same one, after the last day too; both names "  \
                     "remember it."),                                                    \
          .needs = NEEDS_ROW | NEEDS_OPEN_MEETING,                                       \
          .permission = ACT_REGISTRATION_SUBSTITUTE_NEEDS,                               \
          .run = come_instead },                                                         \
        { .name = "registration.move",                                                   \
          .keys = "m",                                                                   \
          .menu = N_("List"),                                                            \
          .label = N_("Move to another meeting"),                                        \
          .help = N_("For the marked people, or the one under the bar: registered "      \
                     "there, by its rules of seats, and withdrawn here."),               \
          .needs = NEEDS_ROW | NEEDS_OPEN_MEETING,                                       \
          .permission = ACT_REGISTRATION_MOVE_NEEDS,                                     \
          .guarded = true,                                                               \
          .run = move_marked },                                                          \
        { .name = "registration.categorise",                                             \
          .menu = N_("List"),                                                            \
          .label = N_("Set the category, on this list alone"),                           \
          .help = N_("For the marked people, or the one under the bar."),                \
          .needs = NEEDS_ROW | NEEDS_OPEN_MEETING,                                       \
          .permission = ACT_REGISTRATION_CHANGE_NEEDS,                                   \
          .run = categorise_marked },                                                    \
        { .name = "registration.edit",                                                   \
          .keys = "e",                                                                   \
          .menu = N_("List"),                                                            \
          .label = N_("Role, note, post on this list"),                                  \
          .needs = NEEDS_ROW | NEEDS_OPEN_MEETING | NEEDS_WRITING,                       \
          .argument = ENTITY_REGISTRATION,                                               \
          .run = noun_edit_row },                                                        \
        { .name = "registration.person",                                                 \
          .keys = "Enter",                                                               \
          .menu = N_("List"),                                                            \
          .label = N_("Open the person"),                                                \
          .hint = N_("person"),                                                          \
          .needs = NEEDS_ROW,                                                            \
          .argument = ENTITY_PERSON,                                                     \
          .run = list_open_reference },                                                  \
        MEETING_CONVENE(NULL), MEETING_STATE, MEETING_EDIT_THIS("E", N_("move")),        \
        { .name = "registration.import",                                                 \
          .keys = "i",                                                                   \
          .menu = N_("Meeting"),                                                         \
          .label = N_("Import people"),                                                  \
          .help = N_("From a CSV file, a workbook (.xlsx) or address cards (.vcf): "     \
                     "shows what it "                                                    \
                     "will do, and registers the people after a yes."),                  \
          .needs = NEEDS_OPEN_MEETING | NEEDS_FILES,                                     \
          .permission = ACT_PERSON_IMPORT_NEEDS,                                         \
          .argument = SCREEN_IMPORT_PEOPLE,                                              \
          .run = ui_open_same },                                                         \
        MEETING_EXPORT_THIS(NULL),                                                       \
        MEETING_PRINT(meeting_print_marked, N_("print"), registration_presence_hinted),  \
        MEETING_STATISTICS, MEETING_HISTORY_HINTED(NULL), MEETING_QUOTAS, MEETING_SLOTS, \
        MEETING_QUESTIONS, MEETING_FACTS, WORKSHOP_WISHES, REGISTRATION_FILTER,          \
    {                                                                                    \
        .name = "registration.all", .keys = "t", .menu = N_("View"),                     \
        .label = N_("Also those who declined or withdrew, or not"),                      \
        .also = N_("gone too"), .run = toggle_history                                    \
    }

static const struct action actions[] = { REGISTRATION_PRESENCE,
                                         MEETING_REGISTER(N_("List")), REGISTRATION_ACTS,
                                         ACTION_END };
static const struct action presence_actions[] = { REGISTRATION_PRESENCE,
                                                  REGISTRATION_WALK_IN, REGISTRATION_ACTS,
                                                  ACTION_END };

#define REGISTRATION_PAGE                                                                \
    .size = sizeof(struct registration_list), .tabs = meeting_tabs,                      \
    .close = registration_list_close, .reload = registration_list_reload,                \
    .draw = registration_list_draw, .add_title = registration_list_add_title,            \
    .lacks = registration_list_lacks, LIST_SCREEN_KEYS_ALONE

/* A meeting is its list. */
const struct screen registration_list_screen = {
    .name = "registration_list",
    .shows = &meeting_entity,
    .title = N_("List"),
    .open = registration_list_open,
    .actions = actions,
    REGISTRATION_PAGE,
};

/* The same rows, and who of them is there. */
const struct screen presence_list_screen = {
    .name = "presence_list",
    .about = &meeting_entity,
    .title = N_("Presence"),
    .open = presence_list_open,
    .actions = presence_actions,
    REGISTRATION_PAGE,
};
