/* SPDX-License-Identifier: GPL-3.0-or-later */
/* loop.c - hands keys on to what lies on top, one after the other
 *
 * Handlers change state and ask for moves; moves, reading data and painting come after
 * them.
 */
#include "loop.h"

#include <stdlib.h>
#include <string.h>

#include "action_elsewhere.h"
#include "action_offer.h"
#include "atelier/app/preference.h"
#include "atelier/base/language.h"
#include "atelier/base/work.h"
#include "frame.h"
#include "own_program.h"
#include "refused_paste.h"
#include "section_strip.h"
#include "tab.h"
#include "terminal/terminal.h"
#include "terminal/terminal_keys.h"
#include "typed_words.h"

enum {
    DOUBLE_CLICK_WITHIN = 400,
    LEAVING_MILLISECONDS = 400 /* of a program that is left, or whose line has dropped */
};

/* --- keys */

static void
note_repeat(struct ui *ui, const struct key *key)
{
    bool same = key->press == ui->last_key.press && key->number == ui->last_key.number &&
                strcmp(key->text, ui->last_key.text) == 0;

    pace_key(&ui->pace, same, terminal_clock());
    ui->last_key = *key;
}

/* Two clicks at one place in a short time are one double click. */
static void
join_clicks(const struct ui *ui, struct key *key)
{
    if (key->press == PRESS_CLICK && ui->last_key.press == PRESS_CLICK &&
        key->row == ui->last_key.row && key->column == ui->last_key.column &&
        terminal_clock() - ui->pace.key_at < DOUBLE_CLICK_WITHIN)
        key->press = PRESS_DOUBLE_CLICK;
}

/* What the key does on this screen: first what is its own, then what lists, all screens
 * and sections have.  NULL: nothing. */
static const struct action *
action_of_key(struct ui *ui, const struct layer *top, const struct key *key)
{
    const struct action *always = action_always(ui, top);
    const struct action *action = action_find(top->screen->actions, key);

    if (!action)
        action = action_find(action_of_list(ui, top), key);
    if (!action)
        action = action_find(always, key);
    if (!action)
        action = action_find(action_of_sections(ui, top), key);
    if (!action && key->press == PRESS_ALT)
        action = &always[0]; /* the menu, at the letter */
    return action;
}

/* What a key does wherever there is a list is missed where there is none; what it does on
 * another side of the same row, there. */
static void
say_nothing_done(struct ui *ui, const struct layer *top, const struct key *key)
{
    const struct action *action;
    const struct screen *tab = tab_with_key(ui, top->screen, key, &action);

    if (tab)
        ui_refuse(ui,
                  _("%s: that is done on the tab “%s”.  %%K{section.next} and "
                    "%%K{section.previous} lead there."),
                  _(action->label), tab_name(tab));
    else if (key_is(key, "s"))
        ui_refuse(ui, _("There are no rows to sort here; %%K{program.help} shows what "
                        "the keys do."));
    else if (key_is(key, "/"))
        ui_refuse(ui, _("There are no rows to filter here; %%K{program.help} shows what "
                        "the keys do."));
    else if (key_is(key, "f"))
        ui_refuse(ui, _("There are no states to choose among here; %%K{program.help} "
                        "shows what the keys do."));
    else
        ui_refuse(ui, _("This key does nothing here; %%K{program.help} shows those that "
                        "do."));
}

/* A click on the strip of sections goes there; what else was done is refused. */
static void
follow_no_action(struct ui *ui, const struct layer *top, const struct key *key)
{
    const bool types =
        top->screen->while_typing && top->screen->while_typing(top->state) != NULL;

    if (top->screen->dialog || types) {
        if (key->press < PRESS_CLICK)
            ui_refuse(
                ui,
                _("This key does nothing here; %%K{dialog.help} shows those that do."));
        return;
    }
    if (key->press == PRESS_CLICK && key->row == 0 && section_strip_at(ui, key->column))
        ui_go(ui, section_strip_at(ui, key->column));
    else if (key->press < PRESS_CLICK)
        say_nothing_done(ui, top, key);
}

static void
handle_key(struct ui *ui, struct key *key)
{
    struct layer top = ui->layers[ui->count - 1];

    join_clicks(ui, key);
    const enum typed_word word = typed_words_go_on(ui, &top, key);
    note_repeat(ui, key);
    typed_words_note(ui, NULL);
    if (key->press == PRESS_DOUBLE_CLICK) /* the first click selected; the second opens */
        *key = (struct key){ .press = PRESS_ENTER };
    ui->shown = !ui->dirty;
    ui->dirty = true;
    buffer_reset(&ui->message);
    if (terminal_is_too_small() && !key_is(key, "Ctrl-Q"))
        return;
    if (top.screen->letters_act && refused_paste_keys(ui, key))
        return;
    if (top.screen->key && top.screen->key(top.state, ui, key))
        return;
    if (refused_paste_keys(ui, key))
        return;
    if (key->press == PRESS_PASTE) {
        refused_paste_text(ui, action_of_list(ui, &top) != NULL);
        return;
    }
    const struct action *action = action_of_key(ui, &top, key);
    if (action) {
        size_t depth = ui->count;

        if (typed_words_hold_back(ui, &top, action, key, word))
            return;
        action_run(ui, &top, action);
        typed_words_note(ui, action);
        if (ui->count == depth && !top.screen->dialog)
            ui->reload = true;
        return;
    }
    if (typed_words_filter(ui, &top, key))
        return;
    follow_no_action(ui, &top, key);
}

/* What was said before a dialog that only came and went stays true: it is said again. */
static void
handle(struct ui *ui, struct key *key)
{
    const unsigned dialogs = ui->dialogs;
    const bool refused = ui->refused;
    struct buffer said = { 0 };

    if (ui->repeated)
        buffer_add(&said, buffer_text(&ui->message));
    ui->repeated = false;
    handle_key(ui, key);
    if (said.length > 0 && ui->message.length == 0 && ui->dialogs != dialogs) {
        ui_say(ui, "%s", buffer_text(&said));
        ui->refused = refused;
        ui->repeated = true;
    }
    buffer_clear(&said);
}

static void
keep_all(struct ui *ui)
{
    if (ui->kept)
        return;
    ui->kept = true;
    for (size_t i = 0; i < ui->count; i++)
        if (ui->layers[i].screen->keep)
            ui->layers[i].screen->keep(ui->layers[i].state, ui);
}

/* True when the screen on top asked what it begins with. */
static bool
begin_top(struct ui *ui)
{
    struct layer *top = ui_top(ui);
    void (*begin)(void *state, struct ui *ui) = top->begun ? NULL : top->screen->begin;

    top->begun = true;
    if (!begin)
        return false;
    begin(top->state, ui);
    return true;
}

/* Runs until the layers above `depth` are gone. */
static void
run(struct ui *ui, size_t depth)
{
    while (ui->count > depth && !ui->leaving) {
        struct key key;
        if (ui->move != MOVE_NONE)
            layer_move(ui);
        else if (ui->reload)
            layer_reload(ui);
        else if (begin_top(ui))
            ui->dirty = true;
        else if (ui->awaited)
            action_elsewhere_arrive(ui);
        else if (input_next(ui, &key))
            handle(ui, &key);
    }
    if (ui->leaving)
        keep_all(ui);
    while (ui->count > depth)
        layer_pop(ui);
}

bool
ui_dialog(struct ui *ui, const struct screen *screen, void *state)
{
    size_t depth = ui->count;
    enum move move = ui->move;

    if (ui->leaving || ui->count == LAYER_MOST)
        return false;
    /* A move that the handler asked for before it began to talk waits until it returns.
     */
    ui->move = MOVE_NONE;
    ui->reload = false;
    ui->dialogs++;
    layer_push(ui, screen, state);
    run(ui, depth);
    ui->reload = false;
    if (ui->move == MOVE_NONE)
        ui->move = move;
    return !ui->leaving;
}

bool
ui_push_dialog(struct ui *ui, const struct screen *screen, void *state)
{
    if (ui->count == LAYER_MOST)
        return false;
    layer_push(ui, screen, state);
    return true;
}

void
ui_pop_dialog(struct ui *ui)
{
    layer_pop(ui);
    ui->reload = false;
}

/* --- the whole */

/* For atelier_set_waiting(): says that a colleague is writing, and asks for Esc. */
static bool
give_up(void *context, int64_t waited)
{
    struct ui *ui = context;

    if (ui->ticking)
        return true;
    if (ui->leaving)
        return waited >= LEAVING_MILLISECONDS;
    if (waited < WORK_QUIET_MILLISECONDS)
        return false;
    ui_say(ui, _("A colleague is writing.  %%K{Esc} does not wait any longer."));
    ui_paint(ui);
    bool escaped = input_escape_waits(ui);
    buffer_reset(&ui->message); /* what comes of it says more */
    ui->dirty = true;
    return escaped;
}

/* Whoever sees other colours and keys than elsewhere knows why. */
static void
say_terminal(struct ui *ui)
{
    struct buffer text = { 0 };

    if (terminal_explain(&text))
        ui_say(ui, "%s", buffer_text(&text));
    buffer_clear(&text);
}

bool
ui_run(struct atelier *at, const struct ui_tables *tables, struct error *err)
{
    struct ui ui = { .at = at, .tables = tables, .pace.key_at = terminal_clock() };

    if (!terminal_start(err))
        return false;
    terminal_keys_learn(&ui.decoder);
    ui.pace.probed = !terminal_can_answer();
    ui.pace.thin = terminal_is_thin();
    ui.withheld = tables->withheld | (terminal_has_shell() ? 0 : NEEDS_SHELL) |
                  (own_program_is_allowed(&ui) ? 0 : NEEDS_EDITOR);
    section_actions_fill(&ui.sections, tables->sections);
    atelier_set_waiting(at, give_up, &ui);
    paint_set_theme(preference_theme(at));
    bool opened = layer_open(&ui, ui_section(&ui, 0), 0);
    if (opened)
        say_terminal(&ui);
    if (opened && tables->first)
        tables->first(&ui);
    if (opened)
        run(&ui, 0);
    atelier_set_waiting(at, NULL, NULL);
    child_watch_clear(&ui);
    input_settle(&ui);
    terminal_stop();
    if (!opened)
        (void)error_set(err, ERROR_SYSTEM, "%s", buffer_text(&ui.message));
    key_decoder_clear(&ui.decoder);
    buffer_clear(&ui.message);
    buffer_clear(&ui.titled);
    free(ui.move_words);
    if (ui.shut_out.kind != ERROR_NONE)
        return error_pass(err, &ui.shut_out);
    return opened;
}
