/* SPDX-License-Identifier: GPL-3.0-or-later */
/* loop.h - the inside of struct ui, for the files that make up the loop and those that
 * show what it can do: menu, palette, help
 *
 * Screens and other widgets include ui.h and never this.
 */
#ifndef ATELIER_UI_LOOP_H
#define ATELIER_UI_LOOP_H

#include <stdint.h>

#include "child_watch.h"
#include "dateline.h"
#include "screen.h"
#include "section_actions.h"
#include "terminal/pace.h"

enum { LAYER_MOST = 32, WATCHED_MOST = 4 };

/* A child that works beside the screens (child_watch.h). */
struct watched {
    struct child *child;
    child_watch_ended *ended;
    void *context;
};

/* All that the loop does not know by itself: interface.c makes it, a test its own. */
struct ui_tables {
    const struct screen *const *screens;  /* by enum screen_id; NULL: there is none */
    const struct screen *const *sections; /* in the top line; NULL after the last */
    /* What can be done on every screen, and in every dialog; the menu stands first. */
    const struct action *screen_actions;
    const struct action *dialog_actions;
    const struct action *list_actions; /* on every screen that is a list */
    const struct action *form_actions; /* in every form */
    unsigned withheld; /* what no action may need here, of enum action_needs */
    /* When the first screen is there; NULL: nothing. */
    void (*first)(struct ui *ui);
    /* Shows a row that a search has found. */
    void (*open_found)(struct ui *ui, enum entity_kind kind, int64_t id);
};

struct layer {
    const struct screen *screen;
    void *state;
    int64_t id; /* what ui_open() was given */
    bool owned; /* by the loop: a screen; a dialog's state is its caller's */
    bool begun; /* screen->begin() was called */
};

/* Where a handler wants to go; done when it has returned. */
enum move { MOVE_NONE, MOVE_OPEN, MOVE_TAB, MOVE_SECTION, MOVE_BACK };

struct ui {
    struct atelier *at;
    const struct ui_tables *tables;
    struct section_actions sections;
    unsigned withheld; /* what the tables withhold, and what this terminal has not */
    struct layer layers[LAYER_MOST];
    size_t count;

    enum move move;
    const struct screen *move_to;
    int64_t move_id;
    int64_t move_row; /* where the bar of a list begins, or 0 */
    char *move_words; /* that are searched for there, or NULL */

    struct key_decoder decoder;
    struct buffer message;
    int message_rows; /* that the last frame gave it */
    bool refused;     /* the message says what did not work */
    bool repeated;    /* it is said once more when a dialog ends that says nothing */
    bool acted;       /* the last key may have changed something (typed_words.h) */
    const struct screen *typed_on; /* the last key */
    unsigned dialogs;              /* that were opened so far */

    /* An action that is done, or explained, on arriving there (action_elsewhere.h). */
    const struct action *awaited;
    enum screen_id awaited_on;
    const struct screen *awaited_by;

    bool leaving;
    struct error shut_out; /* why it is left, when nobody here asked for it */
    bool kept;             /* keep() was called on the way out */
    bool reload;           /* read the top screen's data before the next frame */
    bool dirty;            /* something may look different */
    bool shown;            /* nothing did as the last key came */
    bool fresh;            /* everything does */
    enum dateline dated;   /* what the line of sections had room for */
    struct buffer titled;  /* what the line of the title says: its right part, a line
                              break, and the title */
    uint64_t hinted; /* the actions of the top layer on the hint lines, a bit each */
    uint64_t hinted_of_list; /* and those of every list */
    const struct action *hinted_typing;

    struct key last_key;
    int64_t last_read_at, last_poll_at, last_step_at;
    int64_t pasted_at; /* when letters that were pasted were refused; 0: never */
    struct pace pace;
    bool hurried; /* this frame */
    bool ticking; /* what is done now nobody asked for: it must not be waited for */

    struct watched watched[WATCHED_MOST];
    size_t watched_count;
};

struct layer *ui_top(struct ui *ui);
/* The topmost screen below the dialogs; there is one as long as something is open, as the
 * lowest is a section. */
struct layer *ui_top_screen(struct ui *ui);
/* The row that it was opened with; ROW_NONE when it shows none. */
struct row_ref layer_row(const struct layer *layer);
/* Of those that the role may open; NULL after the last. */
const struct screen *ui_section(const struct ui *ui, size_t index);
void ui_go(struct ui *ui, const struct screen *section);

/* The whole life of the screens; the tables outlive it. */
bool ui_run(struct atelier *at, const struct ui_tables *tables, struct error *err);

/* Paints and shows at once: long work says how far it is. */
void ui_paint(struct ui *ui);

/* layer.c: what lies on what. */
void layer_push(struct ui *ui, const struct screen *screen, void *state);
void layer_pop(struct ui *ui);
/* Opens a screen on top; false when it said why not. */
bool layer_open(struct ui *ui, const struct screen *screen, int64_t id);
/* Goes where the handler wanted to. */
void layer_move(struct ui *ui);
/* Reads the data of the top one; closes it when what it showed is gone. */
void layer_reload(struct ui *ui);

/* input.c: False when something else than a key needs care first. */
bool input_next(struct ui *ui, struct key *key);
/* Reads what keys wait; true when one of them is Esc (they are all thrown away). */
bool input_escape_waits(struct ui *ui);
/* Waits so many milliseconds for the next key and leaves it there; true when it is a
 * letter. */
bool input_letter_follows(struct ui *ui, int milliseconds);
/* Waits for what the terminal was asked, before it is given back: the answer is for
 * nobody else.  Keys are thrown away meanwhile. */
void input_settle(struct ui *ui);
/* Gives the terminal to the shell, and takes it again when the program goes on. */
void input_stop(struct ui *ui);

/* A dialog that takes no keys, around work that goes on; false when there is no room. */
bool ui_push_dialog(struct ui *ui, const struct screen *screen, void *state);
void ui_pop_dialog(struct ui *ui);

#endif
