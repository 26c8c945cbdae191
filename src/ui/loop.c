/* SPDX-License-Identifier: GPL-3.0-or-later */
/* loop.c - waits for keys, hands them on, paints when there is nothing else to do
 *
 * Handlers change state and ask for moves; moves, reading data and painting come after
 * them.  Nothing is painted while keys wait, and pace.h says when, so that a slow line
 * keeps up with a key that is held down.
 */
#include "loop.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "frame.h"
#include "terminal/paint_start.h"
#include "terminal/terminal.h"

enum {
    POLL_ACTIVE = 100, /* milliseconds between looks for colleagues' changes */
    POLL_IDLE = 1000,
    IDLE_AFTER = 60 * 1000,
    DOUBLE_CLICK_WITHIN = 400
};

/* --- moves */

static void
move_to(struct ui *ui, enum move move, const char *name, int64_t id)
{
    const struct screen *screen = screen_find(name);

    if (screen == NULL) {
        ui_refuse(ui, _("The screen “%s” does not exist."), name);
        return;
    }
    ui->move = move;
    ui->move_to = screen;
    ui->move_id = id;
}

void
ui_open(struct ui *ui, const char *screen, int64_t id)
{
    move_to(ui, MOVE_OPEN, screen, id);
}

void
ui_swap(struct ui *ui, const char *screen, int64_t id)
{
    move_to(ui, MOVE_SWAP, screen, id);
}

void
ui_go(struct ui *ui, const struct screen *section)
{
    ui->move = MOVE_SECTION;
    ui->move_to = section;
    ui->move_id = 0;
}

void
ui_back(struct ui *ui)
{
    ui->move = MOVE_BACK;
}

void
ui_quit(struct ui *ui)
{
    ui->leaving = true;
}

static void
pop(struct ui *ui)
{
    struct layer *layer = &ui->layers[ui->count - 1];

    if (layer->owned) {
        if (layer->screen->close != NULL)
            layer->screen->close(layer->state);
        free(layer->state);
    }
    ui->count--;
    ui->reload = true;
    ui_repaint(ui);
}

static void
push(struct ui *ui, const struct screen *screen, void *state, bool owned)
{
    assert(ui->count < LAYER_MOST);
    ui->layers[ui->count++] =
        (struct layer){ .screen = screen, .state = state, .owned = owned };
    ui_repaint(ui);
}

/* Opens a screen on top; false when it said why not. */
static bool
open_screen(struct ui *ui, const struct screen *screen, int64_t id)
{
    struct error err = { 0 };
    void *state;

    if (ui->count == LAYER_MOST) {
        ui_refuse(ui, "%s", _("Too many screens are open; go back first (Esc)."));
        return false;
    }
    state = memory_new(1, screen->size > 0 ? screen->size : 1);
    if ((screen->open == NULL || screen->open(state, ui, id, &err)) &&
        (screen->reload == NULL || screen->reload(state, ui, &err))) {
        push(ui, screen, state, true);
        ui->reload = false;
        return true;
    }
    if (screen->close != NULL)
        screen->close(state);
    free(state);
    return ui_fail(ui, &err);
}

/* The new one first: when it cannot open, those that it replaces stay. */
static void
open_instead(struct ui *ui, size_t depth)
{
    struct layer newest;

    if (!open_screen(ui, ui->move_to, ui->move_id))
        return;
    newest = ui->layers[ui->count - 1];
    ui->count--;
    while (ui->count > depth)
        pop(ui);
    ui->layers[ui->count++] = newest;
    ui->reload = false;
}

static void
make_move(struct ui *ui)
{
    enum move move = ui->move;
    size_t bottom = 0;

    ui->move = MOVE_NONE;
    switch (move) {
    case MOVE_NONE:
        return;
    case MOVE_BACK:
        if (ui->count > 0)
            pop(ui);
        return;
    case MOVE_OPEN:
        (void)open_screen(ui, ui->move_to, ui->move_id);
        return;
    case MOVE_SWAP:
        /* The new one first: when it cannot open, the old one stays. */
        if (open_screen(ui, ui->move_to, ui->move_id)) {
            struct layer newest = ui->layers[ui->count - 1];

            ui->count--;
            pop(ui);
            ui->layers[ui->count++] = newest;
            ui->reload = false;
        }
        return;
    case MOVE_SECTION:
        /* Never pulls a screen from under a conversation. */
        for (size_t i = 0; i < ui->count; i++)
            if (!ui->layers[i].owned)
                bottom = i + 1;
        if (bottom > 0) {
            ui_refuse(ui, "%s", _("Finish or leave what is open first (Esc)."));
            return;
        }
        open_instead(ui, 0);
        return;
    }
}

static void
reload_top(struct ui *ui)
{
    struct layer *top = ui_top(ui);
    struct error err = { 0 };

    ui->reload = false;
    ui->dirty = true;
    if (top == NULL || top->screen->reload == NULL)
        return;
    if (top->screen->reload(top->state, ui, &err))
        return;
    if (err.kind == ERROR_NOT_FOUND && top->owned && ui->count > 1) {
        pop(ui);
        reload_top(ui);
        if (ui->message.length == 0) /* else an undo took it, and that is said */
            ui_refuse(ui, "%s", _("A colleague removed what was open here."));
        return;
    }
    (void)ui_fail(ui, &err);
}

/* --- painting */

void
ui_paint(struct ui *ui)
{
    size_t first = ui->count;
    struct area body = frame_body();

    ui->dirty = false;
    ui->hurried = pace_is_hurried(&ui->pace, terminal_clock());
    if (frame_message_rows(ui) < ui->message_rows)
        ui->fresh = true; /* what the message lay over */
    ui->message_rows = frame_message_rows(ui);
    if (terminal_is_too_small()) {
        frame_paint_too_small();
        paint_show();
        return;
    }
    if (ui->fresh)
        while (first > 0 && ui->layers[--first].screen->dialog)
            ;
    else if (first > 0)
        first--;
    if (ui->fresh && first < ui->count && !ui->layers[first].screen->dialog)
        paint_clear(body);
    frame_paint(ui, ui->fresh); /* first: dialogs may lie over it */
    for (size_t i = first; i < ui->count; i++)
        ui->layers[i].screen->draw(ui->layers[i].state, ui, body, ui->fresh);
    frame_paint_message(ui);
    ui->fresh = false;
    paint_show();
    if (pace_frame(&ui->pace, ui->hurried, terminal_clock()))
        terminal_ask();
}

/* --- waiting */

static int
sooner(int a, int64_t b)
{
    if (b < 0)
        b = 0;
    return a < 0 || b < a ? (int)b : a;
}

static int64_t
poll_interval(const struct ui *ui, int64_t now)
{
    return now - ui->pace.key_at > IDLE_AFTER ? POLL_IDLE : POLL_ACTIVE;
}

static int
next_tick(struct ui *ui)
{
    const struct layer *top = ui_top(ui);

    return top != NULL && top->screen->tick_in != NULL ? top->screen->tick_in(top->state)
                                                       : -1;
}

static void
look_for_changes(struct ui *ui, int64_t now)
{
    const struct layer *top = ui_top(ui);

    if (top == NULL || now - ui->last_poll_at < poll_interval(ui, now))
        return;
    ui->last_poll_at = now;
    /* A conversation keeps the rows it speaks of; it reads them anew when it ends. */
    if (atelier_changed(ui->at) && !top->screen->dialog)
        ui->reload = true;
}

static void
read_input(struct ui *ui)
{
    char bytes[4096];
    size_t length = terminal_read(bytes, sizeof(bytes));

    ui->last_read_at = terminal_clock();
    key_decoder_add(&ui->decoder, bytes, length);
}

/* When an Esc that nothing follows is a key. */
static int64_t
escape_ends(const struct ui *ui)
{
    int64_t usual = ui->last_read_at + terminal_escape_delay();
    int64_t answer = pace_awaits_until(&ui->pace);

    return answer > usual ? answer : usual;
}

/* Does what is due when no key waits; true when the decoder gave up waiting and has a
 * key. */
static bool
on_timeout(struct ui *ui, struct key *key)
{
    int64_t now = terminal_clock();
    const struct layer *top = ui_top(ui);

    if (key_decoder_waits(&ui->decoder) && now >= escape_ends(ui) &&
        key_decoder_next(&ui->decoder, true, key))
        return true;
    if (next_tick(ui) == 0) {
        ui->ticking = true;
        top->screen->tick(top->state, ui);
        ui->ticking = false;
        ui->dirty = true;
    }
    look_for_changes(ui, now);
    return false;
}

static bool
needs_settling(const struct ui *ui)
{
    return ui->reload || ui->move != MOVE_NONE || ui->leaving;
}

/* False when something else than a key needs care first. */
static bool
next_key(struct ui *ui, struct key *key)
{
    while (!needs_settling(ui)) {
        int64_t now;
        int timeout;

        if (key_decoder_next(&ui->decoder, false, key)) {
            if (key->press != PRESS_ANSWER)
                return true;
            pace_answer(&ui->pace, terminal_clock());
            continue;
        }
        now = terminal_clock();
        if (pace_next(&ui->pace, ui->dirty) <= now && !terminal_has_input())
            ui_paint(ui);

        now = terminal_clock();
        timeout = sooner(next_tick(ui), ui->last_poll_at + poll_interval(ui, now) - now);
        if (pace_next(&ui->pace, ui->dirty) < INT64_MAX)
            timeout = sooner(timeout, pace_next(&ui->pace, ui->dirty) - now);
        if (key_decoder_waits(&ui->decoder))
            timeout = sooner(timeout, escape_ends(ui) - now);
        switch (terminal_wait(timeout)) {
        case TERMINAL_INPUT:
            read_input(ui);
            break;
        case TERMINAL_RESIZED:
            ui_repaint(ui);
            break;
        case TERMINAL_HANGUP:
            ui->leaving = true;
            break;
        case TERMINAL_TIMEOUT:
            if (on_timeout(ui, key))
                return true;
            break;
        }
    }
    return false;
}

bool
ui_escape_waits(struct ui *ui)
{
    struct key key;
    bool found = false;

    for (;;) {
        enum terminal_event event = terminal_wait(0);

        if (event == TERMINAL_INPUT)
            read_input(ui);
        else if (event == TERMINAL_RESIZED)
            ui_repaint(ui);
        else
            break;
    }
    ui->leaving = ui->leaving || terminal_wait(0) == TERMINAL_HANGUP;
    while (key_decoder_next(&ui->decoder, true, &key))
        if (key.press == PRESS_ANSWER)
            pace_answer(&ui->pace, terminal_clock());
        else
            found = found || key.press == PRESS_ESCAPE;
    return found;
}

void
ui_settle_line(struct ui *ui)
{
    int64_t until = pace_awaits_until(&ui->pace);
    struct key key;

    while (ui->pace.asked && terminal_clock() < until &&
           terminal_wait((int)(until - terminal_clock())) == TERMINAL_INPUT) {
        read_input(ui);
        while (key_decoder_next(&ui->decoder, false, &key))
            if (key.press == PRESS_ANSWER)
                pace_answer(&ui->pace, terminal_clock());
    }
}

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

static bool
go_to_digit(struct ui *ui, const struct key *key)
{
    const struct screen *section;

    if (key->press != PRESS_TEXT || key->text[0] < '1' || key->text[0] > '9')
        return false;
    section = screen_section((size_t)(key->text[0] - '1'));
    if (section != NULL)
        ui_go(ui, section);
    return section != NULL;
}

static void
handle(struct ui *ui, struct key *key)
{
    struct layer top = ui->layers[ui->count - 1];
    const struct action *always = top.screen->dialog ? dialog_actions : screen_actions;
    const struct action *action;

    join_clicks(ui, key);
    note_repeat(ui, key);
    if (key->press == PRESS_DOUBLE_CLICK) /* the first click selected; the second opens */
        *key = (struct key){ .press = PRESS_ENTER };
    ui->dirty = true;
    buffer_reset(&ui->message);
    if (terminal_is_too_small() && !key_is(key, "Ctrl-Q"))
        return;
    if (top.screen->key != NULL && top.screen->key(top.state, ui, key))
        return;
    if (key->press == PRESS_PASTE) {
        ui_refuse(ui, "%s",
                  _("What was pasted does not fit here; paste it in parts, or into a "
                    "field of several lines."));
        return;
    }
    action = action_find(top.screen->actions, key);
    if (action == NULL)
        action = action_find(always, key);
    if (action == NULL && key->press == PRESS_ALT)
        action = &always[0]; /* the menu, at the letter */
    if (action != NULL) {
        size_t depth = ui->count;

        action_run(action, ui, top.state);
        if (ui->count == depth && !top.screen->dialog)
            ui->reload = true;
        return;
    }
    if (!top.screen->dialog) {
        if (key->press == PRESS_CLICK && key->row == 0 &&
            frame_section_at(key->column) != NULL)
            ui_go(ui, frame_section_at(key->column));
        else if (!go_to_digit(ui, key) && key->press < PRESS_CLICK)
            ui_refuse(ui, "%s", _("This key does nothing here; ? shows those that do."));
        return;
    }
    if (key->press < PRESS_CLICK)
        ui_refuse(ui, "%s", _("This key does nothing here; F1 shows those that do."));
}

static void
keep_all(struct ui *ui)
{
    if (ui->kept)
        return;
    ui->kept = true;
    for (size_t i = 0; i < ui->count; i++)
        if (ui->layers[i].screen->keep != NULL)
            ui->layers[i].screen->keep(ui->layers[i].state, ui);
}

/* True when the screen on top asked what it begins with. */
static bool
begin_top(struct ui *ui)
{
    struct layer *top = ui_top(ui);
    void (*begin)(void *state, struct ui *ui) = top->begun ? NULL : top->screen->begin;

    top->begun = true;
    if (begin == NULL)
        return false;
    begin(top->state, ui);
    return true;
}

/* Runs until the layers above `depth` are gone. */
static void
run(struct ui *ui, size_t depth)
{
    struct key key;

    while (ui->count > depth && !ui->leaving) {
        if (ui->move != MOVE_NONE)
            make_move(ui);
        else if (ui->reload)
            reload_top(ui);
        else if (begin_top(ui))
            ui->dirty = true;
        else if (next_key(ui, &key))
            handle(ui, &key);
    }
    if (ui->leaving)
        keep_all(ui);
    while (ui->count > depth)
        pop(ui);
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
    push(ui, screen, state, false);
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
    push(ui, screen, state, false);
    return true;
}

void
ui_pop_dialog(struct ui *ui)
{
    pop(ui);
    ui->reload = false;
}

/* --- the whole */

bool
ui_run(struct atelier *at, void (*first)(struct ui *ui), struct error *err)
{
    struct ui ui = { .at = at, .pace.key_at = terminal_clock() };
    bool opened;

    if (screen_section(0) == NULL)
        return error_set(err, ERROR_SYSTEM, "%s",
                         _("This program was built without screens."));
    if (!terminal_start(err))
        return false;
    ui.pace.probed = !terminal_can_answer();
    atelier_set_waiting(at, ui_give_up, &ui);
    opened = open_screen(&ui, screen_section(0), 0);
    if (opened && first != NULL)
        first(&ui);
    if (opened)
        run(&ui, 0);
    atelier_set_waiting(at, NULL, NULL);
    ui_settle_line(&ui);
    terminal_stop();
    if (!opened)
        (void)error_set(err, ERROR_SYSTEM, "%s", buffer_text(&ui.message));
    key_decoder_clear(&ui.decoder);
    buffer_clear(&ui.message);
    return opened;
}
