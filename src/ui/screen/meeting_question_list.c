/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meeting_question_list.c - what a meeting asks everybody on its list, and how many take
 * each answer
 */
#include "atelier/app/answering.h"
#include "atelier/base/language.h"
#include "atelier/domain/meeting.h"
#include "meeting/meeting_actions.h"
#include "meeting/meeting_page.h"
#include "meeting/meeting_questions.h"
#include "noun/noun_list.h"

struct question_screen {
    struct meeting_page page; /* first: the functions of the page work on it */
    struct meeting_questions questions;
    int64_t moved; /* where it goes the bar goes; 0: none is moved */
};

static void
question_list_close(void *state)
{
    struct question_screen *screen = state;

    meeting_questions_clear(&screen->questions);
    meeting_page_close(state);
}

/* While one is moved the rows stay where it was put, whatever was looked at meanwhile. */
static bool
question_list_reload(void *state, struct ui *ui, struct error *err)
{
    struct question_screen *screen = state;

    if (screen->moved != 0)
        return true;
    return meeting_page_reload(state, ui, err) &&
           meeting_questions_load(&screen->questions, ui, screen->page.list.query.scope,
                                  err);
}

static void
question_list_draw(void *state, struct ui *ui, struct area area, bool fresh)
{
    struct question_screen *screen = state;
    struct area below = meeting_head_draw(&screen->page.head, ui, area);

    below = meeting_questions_draw(&screen->questions, list_selected(&screen->page.list),
                                   below);
    list_draw(&screen->page.list, ui, below, fresh);
}

static void
question_list_add_title(void *state, struct ui *ui, struct buffer *buffer)
{
    meeting_page_add_title(state, ui, buffer);
    buffer_addf(buffer, " · %s", _("Questions"));
}

static void
take_over(struct ui *ui, void *state, int64_t argument)
{
    struct error err = { 0 };
    size_t count = 0;

    (void)state;
    (void)argument;
    if (!question_copy(ui_atelier(ui), 0, ui_id(ui), &count, &err))
        ui_fail(ui, &err);
    else if (count == 0)
        ui_say(ui, _("The last meeting asks nothing that this one does not ask."));
    else
        ui_say(ui,
               ngettext("Taken over: %zu question.  %%K{program.undo} takes it back.",
                        "Taken over: %zu questions.  %%K{program.undo} takes them back.",
                        (unsigned long)count),
               count);
}

/* --- moved by keys: the rows follow at once, what is stored once it is put there */

static void
move_begin(struct ui *ui, void *state, int64_t argument)
{
    struct question_screen *screen = state;
    const struct list *list = &screen->page.list;

    (void)argument;
    if (list->query.sort != 0 || list->query.reversed)
        ui_refuse(ui,
                  _("They are sorted otherwise: %%K{list.sort} shows their own order, "
                    "in which one is moved."));
    else if (list->count < 2 || list->search)
        ui_refuse(ui, _("There is no other question beside it to move it by.  %%K{Esc} "
                        "shows all."));
    else
        screen->moved = list_selected(list);
}

/* The row that is moved goes to where the bar is, and those between give way. */
static void
carry(struct list *list, int64_t moved)
{
    size_t at = 0;

    while (at < list->count && list->rows[at].id != moved)
        at++;
    if (at == list->count || at == list->selected)
        return;
    const struct listing_row row = list->rows[at];
    for (; at < list->selected; at++)
        list->rows[at] = list->rows[at + 1];
    for (; at > list->selected; at--)
        list->rows[at] = list->rows[at - 1];
    list->rows[at] = row;
    list->generation++;
}

/* A step, a page, the first or last place, or the one that is clicked: the row goes
 * along. */
static bool
move_bar(struct question_screen *screen, struct ui *ui, const struct key *key)
{
    struct list *list = &screen->page.list;
    const size_t from = list->selected;
    const bool up = key_is(key, "Up Left");
    const bool down = key_is(key, "Down Right");

    if (up || down)
        list_move(list, ui, down ? 1 : -1);
    else if (!list_key(list, ui, key))
        return false;
    carry(list, screen->moved);
    if (list->selected == from && (up || down))
        ui_say(ui, "%s",
               down ? _("It is the last question already.")
                    : _("It is the first question already."));
    return true;
}

static void
move_end(struct question_screen *screen, struct ui *ui, bool keep)
{
    const struct list *list = &screen->page.list;
    const int64_t question = screen->moved;
    struct error err = { 0 };
    bool moved = false;

    screen->moved = 0;
    const int64_t after = list->selected > 0 ? list->rows[list->selected - 1].id : 0;
    if (keep && !question_place(ui_atelier(ui), question, after, &moved, &err))
        ui_fail(ui, &err);
    else if (moved)
        ui_say(ui, _("Moved.  %%K{program.undo} takes it back."));
    else
        ui_say(ui, "%s", _("Nothing changed."));
    error_clear(&err);
    list_select(&screen->page.list, question);
    ui_refresh(ui);
}

static bool
move_key(struct list *list, struct ui *ui, const struct key *key)
{
    struct question_screen *screen = (struct question_screen *)list;

    if (screen->moved == 0)
        return false;
    if (key_is(key, "Enter F2 Ctrl-S Esc"))
        move_end(screen, ui, !key_is(key, "Esc"));
    else if (key->press == PRESS_TEXT || key->press == PRESS_PASTE)
        ui_refuse(ui, _("%%K{Enter} keeps it here, %%K{Esc} puts it back."));
    else
        return move_bar(screen, ui, key);
    return true;
}

static bool
question_list_moves(const void *state)
{
    return ((const struct question_screen *)state)->moved != 0;
}

static bool
question_list_open(void *state, struct ui *ui, int64_t id, struct error *err)
{
    struct question_screen *screen = state;

    (void)ui;
    (void)err;
    list_screen_open(state, LISTING_MEETING_QUESTION, id,
                     _("The meeting asks nothing yet.  %K{question.add} adds a "
                       "question, such as the meal or the nights; "
                       "%K{question.make} takes over those of the last meeting "
                       "of the group."));
    screen->page.list.takes = move_key;
    return true;
}

static const struct action actions[] = {
    NOUN_LIST_CHANGE("question.edit", "Enter e", MEETING_QUESTION, N_("Question")),
    NOUN_LIST_ADD("question.add", MEETING_QUESTION, N_("Question"), N_("Add a question")),
    {
        .name = "question.make",
        .keys = "M",
        .menu = N_("Question"),
        .label = N_("Take over from the last meeting"),
        .hint = N_("as last time"),
        .help = N_("What the last meeting of the group asks and this one does not."),
        .needs = NEEDS_OPEN_MEETING,
        .permission = ACT_QUESTION_COPY_NEEDS,
        .run = take_over,
    },
    {
        .name = "question.move",
        .keys = "m",
        .menu = N_("Question"),
        .label = N_("Move by keys"),
        .hint = N_("move"),
        .help = N_("Up or down among the others: in this order forms, lists and files "
                   "have them."),
        .needs = NEEDS_ROW | NEEDS_OPEN_MEETING,
        .permission = ACT_QUESTION_MOVE_NEEDS,
        .run = move_begin,
    },
    NOUN_LIST_REMOVE("question.remove", MEETING_QUESTION, N_("Question"), N_("remove"),
                     N_("The answers to it go with it, and come back with it.")),
    MEETING_EDIT_THIS("E", NULL),
    MEETING_STATE,
    MEETING_HISTORY,
    MEETING_FACTS,
    ACTION_END
};

const struct screen meeting_question_list_screen = {
    .name = "meeting_question_list",
    .about = &meeting_entity,
    .title = N_("Questions"),
    .size = sizeof(struct question_screen),
    .open = question_list_open,
    .actions = actions,
    .tabs = meeting_tabs,
    .close = question_list_close,
    .reload = question_list_reload,
    .draw = question_list_draw,
    .add_title = question_list_add_title,
    .lacks = meeting_page_lacks,
    .moves = question_list_moves,
    .moves_rows = true,
    LIST_SCREEN_KEYS_ALONE,
};
