/* SPDX-License-Identifier: GPL-3.0-or-later */
/* global_actions.c - the actions that every screen and every dialog has */
#include "global_actions.h"

#include "action_offer.h"
#include "atelier/app/undo.h"
#include "atelier/base/language.h"
#include "colours.h"
#include "loop.h"
#include "section_actions.h"
#include "spoken.h"
#include "take_back.h"
#include "terminal/paint_start.h"
#include "terminal/terminal.h"
#include "widget/confirm.h"
#include "widget/help.h"
#include "widget/menu.h"
#include "widget/palette.h"
#include "widget/search.h"

static void
open_menu(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    (void)state;
    struct layer layer = *ui_top(ui);
    const char *letter = ui->last_key.press == PRESS_ALT ? ui->last_key.text : NULL;
    const struct action *action = menu_run(ui, letter);

    if (action)
        action_run(ui, &layer, action);
}

static void
open_palette(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    (void)state;
    palette_run(ui);
}

static void
open_help(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    (void)state;
    help_run(ui);
}

static void
open_search(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    (void)state;
    search_run(ui, ui->tables->open_found);
}

/* An act of another day is not what somebody means who presses u once too often: the
 * newest that can be undone, after a yes. */
static bool
is_meant(struct ui *ui, struct journal_entry *entry)
{
    struct journal_entry can = { 0 };
    struct buffer act = { 0 };
    unsigned asks = 0;

    if (!undo_is_long_ago(ui_atelier(ui), entry) ||
        !undo_find_before(ui_atelier(ui), 0, &can, &asks))
        return true; /* of none that can be, it is said why */
    journal_add_act(&can, &act);
    const bool meant = confirm(ui, _("Take it back"),
                               _("Nothing of today is left to undo.  Undo what you did "
                                 "earlier: %s?"),
                               buffer_text(&act));
    buffer_clear(&act);
    journal_entry_clear(entry);
    *entry = can;
    return meant;
}

/* An act that is refused, or left as it is for what it asks, keeps nobody from those
 * before it: the next one that can be undone, after a yes. */
static bool
find_before(struct ui *ui, int64_t *id, const struct error *refusal)
{
    struct journal_entry before = { 0 };
    struct buffer act = { 0 };
    unsigned asks = 0;
    const bool found = undo_find_before(ui_atelier(ui), *id, &before, &asks);

    if (found)
        journal_add_act(&before, &act);
    const bool meant =
        found && confirm(ui, _("Take it back"), _("%s  Undo what you did before it: %s?"),
                         refusal->message, buffer_text(&act));
    buffer_clear(&act);

    if (!found && refusal->kind == ERROR_RULE)
        ui_refuse(ui, "%s", refusal->message);
    else if (found && !meant)
        ui_say(ui, _("Nothing changed."));
    *id = before.id;
    journal_entry_clear(&before);
    return meant;
}

static void
undo(struct ui *ui, void *state, int64_t argument)
{
    struct journal_entry next = { 0 };
    struct error err = { 0 };
    const struct screen *screen = ui_top(ui)->screen;

    (void)argument;
    if (screen->take_back && screen->take_back(state, ui))
        return;
    bool again = undo_next(ui_atelier(ui), 0, &next, &err);
    if (!again)
        ui_fail(ui, &err);
    again = again && is_meant(ui, &next);
    int64_t id = next.id;
    while (again) {
        const bool done = take_back(ui, &id, &err);
        again = !done && (err.kind == ERROR_RULE || err.kind == ERROR_QUESTION) &&
                find_before(ui, &id, &err);
        if (!done && err.kind != ERROR_RULE && err.kind != ERROR_QUESTION &&
            err.kind != ERROR_CANCELLED)
            ui_fail(ui, &err);
        error_clear(&err);
    }
    journal_entry_clear(&next);
}

static void
redo(struct ui *ui, void *state, int64_t argument)
{
    struct error err = { 0 };

    (void)argument;
    (void)state;
    if (!take_back(ui, NULL, &err) && err.kind != ERROR_QUESTION &&
        err.kind != ERROR_CANCELLED)
        ui_fail(ui, &err);
}

static const char *
why_no_history(struct ui *ui, void *state, int64_t argument)
{
    (void)state;
    return ui_top_screen(ui)->screen == ui->tables->screens[argument]
               ? _("This is the history of everything.")
               : NULL;
}

static void
open_history(struct ui *ui, void *state, int64_t argument)
{
    (void)state;
    ui_open(ui, (enum screen_id)argument, 0);
}

static void
go_back(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    const struct screen *screen = ui->layers[ui->count - 1].screen;
    if (ui->count > 1 && screen->leave)
        screen->leave(state, ui);
    if (ui->count > 1)
        ui_back(ui);
    else if (ui->layers[0].screen != ui_section(ui, 0))
        ui_go(ui, ui_section(ui, 0));
    else
        ui_say(ui, _("This is the first screen.  %%K{program.quit} leaves Atelier."));
}

static void
quit(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    (void)state;
    ui_quit(ui);
}

static void
suspend(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    (void)state;
    input_stop(ui);
}

static void
toggle_mouse(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    (void)state;
    terminal_set_mouse(!terminal_has_mouse());
    ui_say(ui, "%s",
           terminal_has_mouse()
               ? _("The mouse selects rows; Shift+drag selects text to copy.")
               : _("The mouse is left to the terminal; drag selects text to copy."));
}

static void
toggle_plain(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    (void)state;
    paint_set_plain(!paint_is_plain());
    ui_refresh(ui); /* facts have their labels otherwise */
    ui_redraw(ui);
    ui_say(ui, "%s",
           paint_is_plain() ? _("Plain view: no frames, no bars.")
                            : _("Frames and bars are shown again."));
}

static void
redraw(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    (void)state;
    terminal_distrust();
    ui_redraw(ui);
}

const struct action screen_actions[] = {
    {
        .name = "program.menu",
        .keys = "F10",
        .menu = N_("Atelier"),
        .label = N_("Menu"),
        .hint = N_("menu"),
        .permission = MAY_COME_IN,
        .run = open_menu,
    },
    {
        .name = "program.help",
        .keys = "? F1",
        .menu = N_("Atelier"),
        .label = N_("Help for this screen"),
        .hint = N_("help"),
        .permission = MAY_COME_IN,
        .run = open_help,
    },
    {
        .name = "program.palette",
        .keys = ": Ctrl-P",
        .menu = N_("Atelier"),
        .label = N_("Find an action by its name"),
        .also = N_("any action"),
        .permission = MAY_COME_IN,
        .run = open_palette,
    },
    {
        .name = "program.search",
        .keys = "Ctrl-F",
        .menu = N_("Atelier"),
        .label = N_("Search everything"),
        .also = N_("find"),
        .run = open_search,
    },
    {
        .name = "program.undo",
        .keys = "u Ctrl-Z",
        .menu = N_("Atelier"),
        .label = N_("Undo my last act"),
        .sought = N_("take back, reverse"),
        .also = N_("undo"),
        .lasting = true,
        .help = N_("Again for the act before it; refused when a colleague has changed it "
                   "since."),
        .takes_back = true,
        .permission = MAY_COME_IN,
        .run = undo,
    },
    {
        .name = "program.redo",
        .keys = "Ctrl-Y U",
        .menu = N_("Atelier"),
        .label = N_("Redo what I undid"),
        .sought = N_("redo, repeat, put back"),
        .help = N_("Puts back what the last undo took, and again what the one before it "
                   "took, until you do something else."),
        .takes_back = true,
        .permission = MAY_COME_IN,
        .run = redo,
    },
    {
        .name = "program.history",
        .menu = N_("Atelier"),
        .label = N_("History of everything"),
        .help = N_("Who did what and when, the newest first."),
        .argument = SCREEN_JOURNAL_LIST,
        .blocked = why_no_history,
        .run = open_history,
    },
    {
        .name = "section.next",
        .keys = "Tab Right",
        .menu = N_("Sections"),
        .label = N_("Next tab or section"),
        .permission = MAY_COME_IN,
        .argument = 1,
        .blocked = section_why_no_step,
        .run = section_step,
    },
    {
        .name = "section.previous",
        .keys = "Shift-Tab Left",
        .menu = N_("Sections"),
        .label = N_("Previous tab or section"),
        .permission = MAY_COME_IN,
        .argument = -1,
        .blocked = section_why_no_step,
        .run = section_step,
    },
    {
        .name = "program.back",
        .keys = "Esc q",
        .menu = N_("Atelier"),
        .label = N_("Go back"),
        .permission = MAY_COME_IN,
        .run = go_back,
    },
    {
        .name = "program.mouse",
        .keys = "Ctrl-T",
        .menu = N_("Atelier"),
        .label = N_("Mouse on or off"),
        .help = N_("Off at first over ssh; a terminal that a lost line left odd takes "
                   "“reset”."),
        .needs = NEEDS_TERMINAL,
        .permission = MAY_COME_IN,
        .run = toggle_mouse,
    },
    {
        .name = "program.plain",
        .keys = "Ctrl-G",
        .menu = N_("Atelier"),
        .label = N_("Plain view on or off"),
        .help = N_("Without frames and bars: for screen readers, and for copying."),
        .permission = MAY_COME_IN,
        .run = toggle_plain,
    },
    {
        .name = "program.colours", /* on a key in the settings */
        .menu = N_("Atelier"),
        .label = N_("Colours of your screens"),
        .help = N_("For a dark or a light background, or none.  Kept for your login."),
        .permission = MAY_COME_IN,
        .blocked = colours_why_none,
        .run = colours_choose,
    },
    {
        .name = "program.language",
        .menu = N_("Atelier"),
        .label = N_("Language of your screens"),
        .help = N_("Kept for your login, for where your computer asks for none."),
        .permission = MAY_COME_IN,
        .run = spoken_choose,
    },
    {
        .name = "program.redraw",
        .keys = "Ctrl-L",
        .menu = N_("Atelier"),
        .label = N_("Paint the screen again"),
        .permission = MAY_COME_IN,
        .run = redraw,
    },
    {
        .name = "program.suspend", /* on no key: one that is hit unseen is gone */
        .menu = N_("Atelier"),
        .label = N_("Suspend to the shell"),
        .help = N_("The shell's fg comes back."),
        .needs = NEEDS_TERMINAL | NEEDS_SHELL,
        .permission = MAY_COME_IN,
        .run = suspend,
    },
    {
        .name = "program.quit",
        .keys = "Ctrl-Q",
        .menu = N_("Atelier"),
        .label = N_("Leave Atelier"),
        .sought = N_("quit, exit, log out, logout"),
        .permission = MAY_COME_IN,
        .run = quit,
    },
    ACTION_END
};

const struct action dialog_actions[] = { {
                                             .name = "dialog.menu",
                                             .keys = "F10",
                                             .menu = N_("Atelier"),
                                             .label = N_("Menu"),
                                             .hint = N_("menu"),
                                             .run = open_menu,
                                         },
                                         {
                                             .name = "dialog.help",
                                             .keys = "F1",
                                             .menu = N_("Atelier"),
                                             .label = N_("Help for this screen"),
                                             .hint = N_("help"),
                                             .run = open_help,
                                         },
                                         {
                                             .name = "dialog.redraw",
                                             .keys = "Ctrl-L",
                                             .menu = N_("Atelier"),
                                             .label = N_("Paint the screen again"),
                                             .run = redraw,
                                         },
                                         {
                                             .name = "dialog.quit",
                                             .keys = "Ctrl-Q",
                                             .menu = N_("Atelier"),
                                             .label = N_("Leave Atelier"),
                                             .help =
                                                 N_("What was typed is kept as a draft."),
                                             .run = quit,
                                         },
                                         ACTION_END };
