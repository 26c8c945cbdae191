/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ui.h - what screens and dialogs may ask of the loop
 *
 * Screens know each other by an enumerator only: ui_open(ui, SCREEN_GROUP, id).  It is
 * a line of screens.def, checked by the compiler, and no symbol of another file.
 */
#ifndef ATELIER_UI_UI_H
#define ATELIER_UI_UI_H

#include <stdbool.h>
#include <stdint.h>

#include "atelier/app/atelier.h"
#include "atelier/base/error.h"
#include "atelier/domain/entity.h"
#include "screens.h"
#include "terminal/lend.h"

struct key;
struct ui;
struct screen;

struct atelier *ui_atelier(struct ui *ui);

/* Puts a screen on top of this one; Esc comes back.  Takes effect when the handler
 * returns. */
void ui_open(struct ui *ui, enum screen_id screen, int64_t id);
/* The same for a list: the bar begins on that row of it, if it is there. */
void ui_open_at(struct ui *ui, enum screen_id screen, int64_t id, int64_t row);
/* For a screen that opens: the row that ui_open_at() named, or 0. */
int64_t ui_first_row(struct ui *ui);
/* The same: the words that are searched for from the beginning; "": none. */
const char *ui_first_words(struct ui *ui);
/* The screen of a row of that noun; false when the noun has none. */
bool ui_open_row(struct ui *ui, enum entity_kind kind, int64_t id);
/* To be run by an action: another screen, named by the argument, of what this one shows;
 * in its place where both are tabs of one page (tab.h). */
void ui_open_same(struct ui *ui, void *state, int64_t screen);
/* What the screen below the dialogs was opened with: the row that it shows. */
int64_t ui_id(struct ui *ui);
/* The same with its noun; ROW_NONE when the screen shows no row. */
struct row_ref ui_row(struct ui *ui);
/* Leaves this screen, or ends the dialog. */
void ui_back(struct ui *ui);
/* The same, to be run by an action. */
void ui_leave(struct ui *ui, void *state, int64_t argument);
/* To be called by a dialog that a letter ends: it is typed on what shows then. */
void ui_type_on(struct ui *ui, const struct key *key);
/* Leaves the program; drafts are kept. */
void ui_quit(struct ui *ui);

/* One line for the person, until the next key: what was done.  A key in it is named by
 * its action, see sentence.h. */
void ui_say(struct ui *ui, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* The same for what did not work.  Returns false. */
bool ui_fail(struct ui *ui, const struct error *err);
void ui_refuse(struct ui *ui, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Whether the role may: asked before a conversation begins whose end it would refuse.
 * Says why when it may not. */
bool ui_may(struct ui *ui, enum permission permission, struct row_ref subject);

/* Reads the screen's data now: a conversation that has changed them goes on above it.
 * (Done by itself after each action, on coming back to a screen, and when a colleague has
 * written.)  What goes wrong is said by the reload at its end. */
void ui_refresh(struct ui *ui);

/* Everything is painted anew, also what lies below this dialog. */
void ui_redraw(struct ui *ui);

/* Puts the screen aside for a program of the person's, as lend.h says; all is painted
 * anew when it has ended.  After LEND_HUNG_UP the program is being left. */
enum lend_end ui_lend(struct ui *ui, const char *const *words, int *number);

/* Runs a dialog (a screen with .dialog set) on top until it calls ui_back(); `state` is
 * the caller's.  False when the program is being left: go home without asking more. */
bool ui_dialog(struct ui *ui, const struct screen *screen, void *state);

/* Reads between (true) and (false) are cut off by the next key with ERROR_CANCELLED: a
 * search that is typed on. */
void ui_hurry(struct ui *ui, bool on);

/* In a tick: nothing changed, and nothing needs to be painted for it. */
void ui_keep_frame(struct ui *ui);

/* What was said last is said once more when the next dialog ends that says nothing. */
void ui_repeat(struct ui *ui);

/* While painting: a held key is ahead of a slow line.  What the person looks for comes
 * first, the rest is painted when the key rests. */
bool ui_is_hurried(const struct ui *ui);
/* While a key is handled: whether the screen showed all that there was as it came. */
bool ui_was_shown(const struct ui *ui);
/* Whether no screen has been painted yet: what takes long may come after its frame. */
bool ui_is_at_start(const struct ui *ui);

/* The key that is being followed, until the next one. */
const struct key *ui_key(const struct ui *ui);

/* True once somebody asked for the end (Ctrl-Q, hangup, SIGTERM). */
bool ui_is_leaving(const struct ui *ui);

#endif
