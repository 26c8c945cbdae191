/* SPDX-License-Identifier: GPL-3.0-or-later */
/* input.c - waits for keys, and looks for colleagues' changes and does what else is due
 * when none comes
 *
 * Nothing is painted while keys wait, and pace.h says when, so that a slow line
 * keeps up with a key that is held down.
 */
#include <ctype.h>

#include "atelier/app/open_sessions.h"
#include "loop.h"
#include "terminal/terminal.h"

enum {
    POLL_ACTIVE = 100, /* milliseconds between looks for colleagues' changes */
    POLL_IDLE = 1000,
    LETTER_PATIENCE = 1000, /* for the rest of a letter that a bad line cut in two */
    IDLE_AFTER = 5 * 60 * 1000
};

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

    return top && top->screen->tick_in ? top->screen->tick_in(top->state) : -1;
}

/* Whoever may not be here any more is not asked for more keys. */
static void
look_for_end(struct ui *ui)
{
    if (!ui->leaving && !atelier_is_let_in(ui->at, &ui->shut_out))
        ui->leaving = true;
}

/* What others see of this session, and whether they end it. */
static void
look_for_session(struct ui *ui, int64_t now)
{
    if (now - ui->last_step_at < POLL_IDLE)
        return;
    ui->last_step_at = now;
    open_sessions_step(ui->at, now - ui->pace.key_at);
}

static void
look_for_changes(struct ui *ui, int64_t now)
{
    const struct layer *top = ui_top(ui);

    if (!top || now - ui->last_poll_at < poll_interval(ui, now))
        return;
    ui->last_poll_at = now;
    /* A conversation keeps the rows it speaks of; it reads them anew when it ends. */
    if (atelier_changed(ui->at) && !top->screen->dialog)
        ui->reload = true;
    look_for_session(ui, now);
    look_for_end(ui);
}

static void
read_input(struct ui *ui)
{
    char bytes[4096];
    size_t length = terminal_read(bytes, sizeof(bytes));

    ui->last_read_at = terminal_clock();
    key_decoder_add(&ui->decoder, bytes, length);
}

/* When an Esc that nothing follows is a key, and half a letter none. */
static int64_t
escape_ends(const struct ui *ui)
{
    int64_t usual = ui->last_read_at + (key_decoder_waits_for_letter(&ui->decoder)
                                            ? LETTER_PATIENCE
                                            : terminal_escape_delay());
    int64_t answer = pace_awaits_until(&ui->pace);

    return answer > usual ? answer : usual;
}

/* What the screen on top has to do without a key, if it is due. */
static void
tick(struct ui *ui)
{
    const struct layer *top = ui_top(ui);

    if (next_tick(ui) != 0)
        return;
    const bool was_dirty = ui->dirty;
    ui->ticking = true;
    ui->dirty = true;
    top->screen->tick(top->state, ui);
    ui->ticking = false;
    ui->dirty = ui->dirty || was_dirty;
}

/* Does what is due when no key waits; true when the decoder gave up waiting and has a
 * key. */
static bool
on_timeout(struct ui *ui, struct key *key)
{
    int64_t now = terminal_clock();

    if (key_decoder_waits(&ui->decoder) && now >= escape_ends(ui) &&
        key_decoder_next(&ui->decoder, true, key))
        return true;
    tick(ui);
    look_for_changes(ui, now);
    return false;
}

static bool
needs_settling(const struct ui *ui)
{
    return ui->reload || ui->move != MOVE_NONE || ui->leaving;
}

/* For keys and for the children that are at work, which go on first: theirs is short. */
static enum terminal_event
wait_for_all(struct ui *ui, int timeout)
{
    struct pollfd others[TERMINAL_OTHERS_MOST];
    int soon;
    size_t count = child_watch_poll(ui, others, &soon);
    enum terminal_event event =
        terminal_wait_beside(others, count, soon < 0 ? timeout : sooner(timeout, soon));

    child_watch_step(ui);
    return event;
}

bool
input_next(struct ui *ui, struct key *key)
{
    look_for_end(ui);
    while (!needs_settling(ui)) {
        if (key_decoder_next(&ui->decoder, false, key)) {
            if (key->press != PRESS_ANSWER)
                return true;
            pace_answer(&ui->pace, terminal_clock());
            continue;
        }
        int64_t now = terminal_clock();
        if (pace_next(&ui->pace, ui->dirty) <= now && !terminal_has_input())
            ui_paint(ui);

        now = terminal_clock();
        int timeout =
            sooner(next_tick(ui), ui->last_poll_at + poll_interval(ui, now) - now);
        if (pace_next(&ui->pace, ui->dirty) < INT64_MAX)
            timeout = sooner(timeout, pace_next(&ui->pace, ui->dirty) - now);
        if (key_decoder_waits(&ui->decoder))
            timeout = sooner(timeout, escape_ends(ui) - now);
        switch (wait_for_all(ui, timeout)) {
        case TERMINAL_INPUT:
            read_input(ui);
            look_for_changes(ui, terminal_clock()); /* keys may come without a pause */
            break;
        case TERMINAL_OTHER:
            break;
        case TERMINAL_RESIZED:
            ui_redraw(ui);
            tick(ui); /* what there is room for now comes in the same frame */
            break;
        case TERMINAL_STOPPED:
            input_stop(ui);
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

/* Where what is typed ahead is kept: what stands before an Esc that nothing follows goes
 * with it, the rest waits its turn. */
static bool
take_lone_escape(struct ui *ui)
{
    const struct buffer *input = &ui->decoder.input;

    for (size_t i = 0; i < input->length; i++)
        if (input->text[i] == '\033' &&
            (i + 1 == input->length || input->text[i + 1] == '\033')) {
            key_decoder_drop(&ui->decoder);
            return true;
        }
    return false;
}

void
ui_type_on(struct ui *ui, const struct key *key)
{
    key_decoder_give_back(&ui->decoder, key->text);
}

static bool
types(const struct layer *top)
{
    return top->screen->types ||
           (top->screen->while_typing && top->screen->while_typing(top->state));
}

bool
input_escape_waits(struct ui *ui)
{
    for (;;) {
        enum terminal_event event = terminal_wait(0);

        if (event == TERMINAL_INPUT)
            read_input(ui);
        else if (event == TERMINAL_RESIZED)
            ui_redraw(ui);
        else if (event == TERMINAL_STOPPED)
            input_stop(ui);
        else
            break;
    }
    ui->leaving = ui->leaving || terminal_wait(0) == TERMINAL_HANGUP;
    if (ui_top(ui) && types(ui_top(ui)))
        return take_lone_escape(ui);
    struct key key;
    bool found = false;
    while (key_decoder_next(&ui->decoder, true, &key))
        if (key.press == PRESS_ANSWER)
            pace_answer(&ui->pace, terminal_clock());
        else
            found = found || key.press == PRESS_ESCAPE;
    return found;
}

bool
input_letter_follows(struct ui *ui, int milliseconds)
{
    const int64_t until = terminal_clock() + milliseconds;

    while (ui->decoder.input.length == 0) {
        const int64_t rest = until - terminal_clock();
        const enum terminal_event event =
            rest > 0 ? terminal_wait((int)rest) : TERMINAL_TIMEOUT;

        if (event == TERMINAL_INPUT)
            read_input(ui);
        else if (event == TERMINAL_RESIZED)
            ui_redraw(ui);
        else if (event == TERMINAL_STOPPED)
            input_stop(ui);
        else {
            ui->leaving = ui->leaving || event == TERMINAL_HANGUP;
            break;
        }
    }
    const char *text = ui->decoder.input.text;
    return key_decoder_letters(&ui->decoder) > 0 &&
           (isalpha((unsigned char)text[0]) || (unsigned char)text[0] >= 0x80);
}

void
input_settle(struct ui *ui)
{
    int64_t until = pace_answer_ends(&ui->pace);

    while (ui->pace.asked > 0 && terminal_clock() < until &&
           terminal_wait((int)(until - terminal_clock())) == TERMINAL_INPUT) {
        read_input(ui);
        struct key key;
        while (key_decoder_next(&ui->decoder, false, &key))
            if (key.press == PRESS_ANSWER)
                pace_answer(&ui->pace, terminal_clock());
    }
}

void
input_stop(struct ui *ui)
{
    input_settle(ui);
    terminal_suspend();
    ui_redraw(ui);
}

enum lend_end
ui_lend(struct ui *ui, const char *const *words, int *number)
{
    input_settle(ui);
    const enum lend_end end = terminal_lend(words, number);

    ui->leaving = ui->leaving || end == LEND_HUNG_UP;
    ui_redraw(ui);
    return end;
}
