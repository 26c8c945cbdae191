/* SPDX-License-Identifier: GPL-3.0-or-later */
/* loop.h - the inside of struct ui, for the files that make up the loop
 *
 * Screens and widgets include ui.h and never this.
 */
#ifndef ATELIER_UI_LOOP_H
#define ATELIER_UI_LOOP_H

#include "screen.h"
#include "terminal/pace.h"

enum { LAYER_MOST = 32 };

struct layer {
    const struct screen *screen;
    void *state;
    bool owned; /* by the loop: a screen; a dialog's state is its caller's */
    bool begun; /* screen->begin() was called */
};

/* Where a handler wants to go; done when it has returned. */
enum move { MOVE_NONE, MOVE_OPEN, MOVE_SWAP, MOVE_SECTION, MOVE_BACK };

struct ui {
    struct atelier *at;
    struct layer layers[LAYER_MOST];
    size_t count;

    enum move move;
    const struct screen *move_to;
    int64_t move_id;

    struct key_decoder decoder;
    struct buffer message;
    int message_rows; /* that the last frame gave it */
    bool refused;     /* the message says what did not work */

    bool leaving;
    bool kept;       /* keep() was called on the way out */
    bool reload;     /* read the top screen's data before the next frame */
    bool dirty;      /* something may look different */
    bool fresh;      /* everything does */
    unsigned hinted; /* the actions of the top layer on the hint line, a bit each */

    struct key last_key;
    int64_t last_read_at, last_poll_at;
    struct pace pace;
    bool hurried; /* this frame */
    bool ticking; /* what is done now nobody asked for: it must not be waited for */
};

struct layer *ui_top(struct ui *ui);
/* The topmost screen below the dialogs. */
struct layer *ui_top_screen(struct ui *ui);
void ui_go(struct ui *ui, const struct screen *section);
void ui_repaint(struct ui *ui);

/* The whole life of the screens; `first` is called when the first one is there. */
bool ui_run(struct atelier *at, void (*first)(struct ui *ui), struct error *err);

/* Paints and shows at once: long work says how far it is. */
void ui_paint(struct ui *ui);

/* For atelier_set_waiting(): says that a colleague is writing, and asks for Esc. */
bool ui_give_up(void *ui, int64_t waited);

/* Waits for what the terminal was asked, before it is given back: the answer is for
 * nobody else.  Keys are thrown away meanwhile. */
void ui_settle_line(struct ui *ui);

/* A dialog that takes no keys, around work that goes on; false when there is no room. */
bool ui_push_dialog(struct ui *ui, const struct screen *screen, void *state);
void ui_pop_dialog(struct ui *ui);

/* Reads what keys wait; true when one of them is Esc (they are all thrown away). */
bool ui_escape_waits(struct ui *ui);

/* The actions that are the same on every screen, and in every dialog. */
extern const struct action screen_actions[];
extern const struct action dialog_actions[];

#endif
