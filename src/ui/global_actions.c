/* SPDX-License-Identifier: GPL-3.0-or-later */
/* global_actions.c - the actions that every screen and every dialog has */
#include "atelier/app/undo.h"
#include "atelier/base/language.h"
#include "loop.h"
#include "terminal/paint_start.h"
#include "terminal/terminal.h"
#include "widget/confirm.h"
#include "widget/help.h"
#include "widget/menu.h"
#include "widget/palette.h"
#include "widget/search.h"

enum { UNASKED_SECONDS = 12 * 60 * 60 };

static const struct action *
always_of(const struct layer *layer)
{
    return layer->screen->dialog ? dialog_actions : screen_actions;
}

static void
open_menu(struct ui *ui, void *state)
{
    struct layer layer = *ui_top(ui);
    const char *letter = ui->last_key.press == PRESS_ALT ? ui->last_key.text : NULL;
    const struct action *action =
        menu_run(ui, state, layer.screen->actions, always_of(&layer), letter);

    if (action != NULL)
        action_run(action, ui, state);
}

static void
open_palette(struct ui *ui, void *state)
{
    struct layer layer = *ui_top(ui);
    const struct action *action =
        palette_run(ui, layer.screen->actions, always_of(&layer));

    if (action != NULL)
        action_run(action, ui, state);
}

static void
open_help(struct ui *ui, void *state)
{
    struct layer layer = *ui_top(ui);

    (void)state;
    help_run(ui, layer.screen, layer.state, always_of(&layer));
}

static void
open_search(struct ui *ui, void *state)
{
    (void)state;
    search_run(ui);
}

/* An act of another day is not what somebody means who presses u once too often. */
static bool
is_meant(struct ui *ui)
{
    struct journal_entry entry = { 0 };
    struct error ignored = { 0 };
    bool meant = true;

    if (undo_next(ui_atelier(ui), &entry, &ignored) &&
        entry.at < atelier_now(ui_atelier(ui)) - UNASKED_SECONDS)
        meant = confirm(ui, _("Undo it"),
                        _("Nothing of today is left to undo.  Undo what you did earlier: "
                          "%s (%s)?"),
                        journal_act_label(entry.act),
                        entry.summary == NULL ? "" : entry.summary);
    journal_entry_clear(&entry);
    return meant;
}

static void
undo(struct ui *ui, void *state)
{
    struct journal_entry entry = { 0 };
    struct error err = { 0 };

    (void)state;
    if (!is_meant(ui))
        return;
    bool ok = undo_last(ui_atelier(ui), &entry, &err);
    if (!ok && err.kind == ERROR_RULE) /* the acts before it are not out of reach */
        ui_refuse(ui, _("%s  Another act can be undone from its history: h, then U."),
                  err.message);
    else if (!ok)
        (void)ui_fail(ui, &err);
    else if (entry.summary != NULL && *entry.summary != '\0')
        ui_say(ui, _("Undone: %s (%s)"), journal_act_label(entry.act), entry.summary);
    else
        ui_say(ui, _("Undone: %s"), journal_act_label(entry.act));
    journal_entry_clear(&entry);
}

static void
go_back(struct ui *ui, void *state)
{
    (void)state;
    if (ui->count > 1)
        ui_back(ui);
    else if (ui->layers[0].screen != screen_section(0))
        ui_go(ui, screen_section(0));
    else
        ui_say(ui, "%s", _("This is the first screen.  Ctrl-Q leaves Atelier."));
}

static void
quit(struct ui *ui, void *state)
{
    (void)state;
    ui_quit(ui);
}

static void
suspend(struct ui *ui, void *state)
{
    (void)state;
    ui_settle_line(ui);
    terminal_suspend();
    ui_repaint(ui);
}

static void
toggle_mouse(struct ui *ui, void *state)
{
    (void)state;
    terminal_set_mouse(!terminal_has_mouse());
    ui_say(ui, "%s",
           terminal_has_mouse()
               ? _("The mouse selects rows; Shift+drag selects text to copy.")
               : _("The mouse is left to the terminal; drag selects text to copy."));
}

static void
toggle_plain(struct ui *ui, void *state)
{
    (void)state;
    paint_set_plain(!paint_is_plain());
    ui_repaint(ui);
    ui_say(ui, "%s",
           paint_is_plain() ? _("Plain view: no frames, no bars.")
                            : _("Frames and bars are shown again."));
}

static void
redraw(struct ui *ui, void *state)
{
    (void)state;
    paint_all_again();
    ui_repaint(ui);
}

const struct action screen_actions[] = {
    {
        .name = "program.menu",
        .keys = "F10",
        .menu = N_("Atelier"),
        .label = N_("Menu"),
        .hint = N_("menu"),
        .run = open_menu,
    },
    {
        .name = "program.help",
        .keys = "? F1",
        .menu = N_("Atelier"),
        .label = N_("Help for this screen"),
        .hint = N_("help"),
        .run = open_help,
    },
    {
        .name = "program.palette",
        .keys = ": Ctrl-P",
        .menu = N_("Atelier"),
        .label = N_("Find an action by its name"),
        .run = open_palette,
    },
    {
        .name = "program.search",
        .keys = "Ctrl-F",
        .menu = N_("Atelier"),
        .label = N_("Search everything"),
        .run = open_search,
    },
    {
        .name = "program.undo",
        .keys = "u",
        .menu = N_("Atelier"),
        .label = N_("Undo my last act"),
        .help = N_("Again for the act before it; refused when a colleague has changed it "
                   "since."),
        .run = undo,
    },
    {
        .name = "program.back",
        .keys = "Esc q",
        .menu = N_("Atelier"),
        .label = N_("Go back"),
        .run = go_back,
    },
    {
        .name = "program.mouse",
        .keys = "Ctrl-T",
        .menu = N_("Atelier"),
        .label = N_("Mouse on or off"),
        .run = toggle_mouse,
    },
    {
        .name = "program.plain",
        .keys = "Ctrl-G",
        .menu = N_("Atelier"),
        .label = N_("Plain view on or off"),
        .help = N_("Without frames and bars: for screen readers, and for copying."),
        .run = toggle_plain,
    },
    {
        .name = "program.redraw",
        .keys = "Ctrl-L",
        .menu = N_("Atelier"),
        .label = N_("Paint the screen again"),
        .run = redraw,
    },
    {
        .name = "program.suspend",
        .keys = "Ctrl-Z",
        .menu = N_("Atelier"),
        .label = N_("Put aside; the shell's fg comes back"),
        .run = suspend,
    },
    {
        .name = "program.quit",
        .keys = "Ctrl-Q",
        .menu = N_("Atelier"),
        .label = N_("Leave Atelier"),
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
