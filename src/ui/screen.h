/* SPDX-License-Identifier: GPL-3.0-or-later */
/* screen.h - what a screen is, and how to write one
 *
 * A screen is one file, src/ui/screen/room_list.c, that ends with its
 * description, `const struct screen room_list_screen`.  Add SCREEN(ROOM_LIST, room_list)
 * to screens.def (SECTION(...) when it has a place in the top line) and the file to
 * files.am.  Others come to it by ui_open(ui, SCREEN_ROOM_LIST, id).
 *
 * The list of a noun's rows is its words alone:
 *
 *     static const struct action actions[] = {
 *         NOUN_LIST_CHANGE("room.open", "Enter e", ROOM, N_("Room")),
 *         NOUN_LIST_ADD("room.add", ROOM, N_("Room"), N_("Add a room")),
 *         { .name = "room.close", .keys = "c", .menu = N_("Room"),
 *           .label = N_("Close for a day"), .needs = NEEDS_ROW, .run = close_room },
 *         ACTION_END
 *     };
 *
 *     NOUN_LIST(room, ROOM, N_("Rooms"),
 *               N_("No room yet.  Press %K{room.add} to add one."));
 *
 * Any other screen describes itself:
 *
 *     static bool
 *     room_plan_open(void *state, struct ui *ui, int64_t id, struct error *err)
 *     {
 *         return list_screen_open(state, LISTING_SLOT, id, _("Nothing is planned."));
 *     }
 *
 *     const struct screen room_plan_screen = {
 *         .name = "room_plan",
 *         .about = &room_entity, // "Council chamber · Plan" above it
 *         .title = N_("Plan"),
 *         .size = sizeof(struct list),
 *         .open = room_plan_open,
 *         .actions = actions,
 *         LIST_SCREEN, // loaded and drawn by what this names
 *     };
 *
 * What else is there:
 *   widget/list.h     windows onto listings; rows of your own through list_source
 *   widget/form.h     forms from field tables; usually through noun.h
 *   noun/noun.h       add, change, remove a row of any noun: form, conflict, draft
 *   noun/noun_actions.h  the same, as functions for actions
 *   noun/noun_list.h  the list of a noun's rows;  noun/noun_screen.h  one row of it
 *   widget/picker.h   choose a row of a noun by typing; create it on the spot
 *   widget/confirm.h  a question with No as the answer of a careless Enter
 *   widget/choose.h   one of a few answers;  widget/ask.h  one line of text
 *   widget/progress.h long work with a bar that Esc stops
 *   widget/pager.h    text to read, as a dialog or inside an area
 *   terminal/paint.h  cells, for what you draw yourself
 *
 * Dialogs block: `if (!confirm(ui, ...)) return;` is a whole conversation.  Colleagues'
 * changes wait meanwhile, so what you hold of your screen stays as it is.  When the
 * program is being left (hangup) each dialog answers at once as if cancelled.
 *
 * Handlers change state and call ui_say(), ui_fail() or ui_refuse(); they never draw.
 * draw() paints every cell of its area and changes nothing a person could notice.
 */
#ifndef ATELIER_UI_SCREEN_H
#define ATELIER_UI_SCREEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "action.h"
#include "atelier/base/buffer.h"
#include "atelier/base/error.h"
#include "terminal/key.h"
#include "terminal/paint.h"
#include "ui.h"

struct screen {
    const char *name;
    /* N_(); shown when add_title is NULL, behind the title of the row it is about, or
     * not at all when it shows the row itself */
    const char *title;
    size_t size;                /* of the state, which comes zeroed */
    enum permission permission; /* without which it does not open; MAY_READ where none is
                                 * named.  A dialog has that of whoever opens it */
    const struct action *actions;
    const struct entity
        *shows; /* the noun whose rows it opens: one screen a noun; NULL */
    const struct entity *about; /* of the row that it was opened with, if it shows another
                                 * side of it: permissions are asked for that row; NULL */
    /* The sides of the row that it shows, itself among them, the page first and
     * SCREEN_COUNT last (tab.h); NULL: it has none. */
    const enum screen_id *tabs;
    const char *side; /* N_(): what it is called among its tabs; NULL: by its title */
    bool dialog;      /* run by ui_dialog(): lies over the screen, takes every key */

    /* False with an error: the screen does not open.  `id` is what ui_open() was given.
     */
    bool (*open)(void *state, struct ui *ui, int64_t id, struct error *err);
    void (*close)(void *state); /* frees what the state owns, not the state */

    /* The person goes back from it, or to a section: what there is to say of what they
     * did.  NULL: nothing. */
    void (*leave)(void *state, struct ui *ui);

    /* Once, when the screen is on top and before any key, also one that was typed ahead:
     * the question that it begins with.  NULL: it begins with none. */
    void (*begin)(void *state, struct ui *ui);

    /* Reads the data anew; called after open(), after each action, on coming back and
     * when a colleague has written.  NULL: the screen shows nothing that changes.  False
     * with ERROR_NOT_FOUND: what it showed is gone, the screen closes with the message.
     */
    bool (*reload)(void *state, struct ui *ui, struct error *err);

    /* Paints the body. `fresh`: the cells hold nothing of yours; otherwise they are as
     * you left them, so that unchanged rows may be passed over. */
    void (*draw)(void *state, struct ui *ui, struct area area, bool fresh);

    /* A key, before the actions see it.  True: it was for the screen. */
    bool (*key)(void *state, struct ui *ui, const struct key *key);
    bool types; /* every letter is text, be it of a machine that does not type it again:
                 * what comes while an act waits for a colleague is kept */
    /* What the keys do while something is typed on it, for the hints: every letter is
     * text then, too.  NULL: letters are keys.  NULL: they always are. */
    const struct action *(*while_typing)(const void *state);
    bool
        letters_act; /* to it letters are answers, no text: it gets none that is pasted */

    /* Work that goes on: it takes no key but the one that it names itself, and the hint
     * lines offer none. */
    bool works;

    /* Whether something is moved by keys: the arrows say where to, Enter puts it there
     * and Esc leaves it, which the hint lines say alone.  NULL: nothing ever is. */
    bool (*moves)(const void *state);
    bool moves_rows; /* up and down among the rows of a list, and nowhere else */

    /* Begins a filter by words with these.  NULL: letters filter nothing, or the screen
     * is a list, which knows how. */
    void (*filter)(void *state, struct ui *ui, const char *words);

    /* Asked before an act of the journal is undone: takes back what was done on the
     * screen last and is written nowhere yet, or says why it cannot.  False: there is no
     * such thing.  NULL: there never is. */
    bool (*take_back)(void *state, struct ui *ui);

    /* Adds the words of the title line, left and right. */
    void (*add_title)(void *state, struct ui *ui, struct buffer *buffer);
    void (*add_info)(void *state, struct ui *ui, struct buffer *buffer);

    /* Which of the needs (enum action_needs) the state does not meet: the translated
     * reason; NULL: it meets them.  NULL: it meets all. */
    const char *(*lacks)(const void *state, unsigned needs);

    /* The program is about to end: keep what was typed. */
    void (*keep)(void *state, struct ui *ui);
    /* Milliseconds until tick() wants to be called, -1 when not; both or none. */
    int (*tick_in)(void *state);
    void (*tick)(void *state, struct ui *ui);
};

#endif
