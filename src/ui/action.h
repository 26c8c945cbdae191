/* SPDX-License-Identifier: GPL-3.0-or-later */
/* action.h - what a person can do on a screen, declared once
 *
 * The hint line, the menu, the palette, the help and the manual's list of keys
 * all read these tables.  Never write a key or a label anywhere else: a sentence
 * names a key by its action (sentence.h).
 */
#ifndef ATELIER_UI_ACTION_H
#define ATELIER_UI_ACTION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "atelier/domain/permission.h"
#include "terminal/key.h"

struct ui;

/* What an action needs; what is not there is said before it runs (action_offer.h). */
enum action_needs {
    NEEDS_FILES = 1 << 0,        /* files of the person's, read or written */
    NEEDS_TERMINAL = 1 << 1,     /* the shell behind the terminal, or its mouse */
    NEEDS_SHELL = 1 << 6,        /* one that waits to come back to (terminal_has_shell) */
    NEEDS_EDITOR = 1 << 7,       /* a program of the person's own: their editor */
    NEEDS_ROW = 1 << 2,          /* a row under the bar */
    NEEDS_OPEN_MEETING = 1 << 3, /* a meeting that is neither cancelled nor closed */
    NEEDS_WRITING = 1 << 4,      /* the permission to write the noun in `argument` */
    NEEDS_ROLE_ALONE = 1 << 5    /* its permission, but no database to write into */
};

struct action {
    const char *name;  /* "room.close": stable, for the palette and the manual */
    const char *keys;  /* "c", "Ctrl-S F2": names of key_name(), the first is shown */
    const char *menu;  /* N_("Room"): the menu it stands in, with its like */
    const char *label; /* N_("Close for a day") */
    const char *hint;  /* N_("close"): on the hint line in these words; NULL: not there */
    const char *also;  /* N_("close"): on the second hint line; NULL: not there */
    const char *help;  /* N_("A sentence: what it does and what follows."), or NULL */
    const char
        *sought;     /* N_("new, add"): other words by which it is looked for, or NULL */
    bool lasting;    /* there before all that only this screen has */
    bool takes_back; /* undoes or redoes an act */
    bool guarded;    /* changes the state of something: no letter of a word that is
                      * typed runs it (typed_words.h) */
    unsigned char needs;        /* of enum action_needs */
    enum permission permission; /* ACT_ROOM_CLOSE_NEEDS; MAY_READ where none is named */
    int64_t argument; /* for both functions: the noun, the act, the screen to open */
    /* NULL: it can be done now; else the translated reason, shown to who tries. */
    const char *(*blocked)(struct ui *ui, void *state, int64_t argument);
    /* NULL: its hint shows whenever it can be done; else only when this says so. */
    bool (*hinted)(const void *state);
    void (*run)(struct ui *ui, void *state, int64_t argument);
};

#define ACTION_END                                                                       \
    {                                                                                    \
        .name = NULL                                                                     \
    }

/* The action that the key runs; NULL when none.  The table may be NULL. */
const struct action *action_find(const struct action *table, const struct key *key);

/* The action of that name, which need not end there; NULL when none. */
const struct action *action_named(const struct action *table, const char *name,
                                  size_t length);

/* Whether an action of the table has the first key of that one, and answers it in its
 * place.  The table may be NULL. */
bool action_is_covered(const struct action *table, const struct action *action);

/* What the role must allow for it, whatever it is done to. */
enum permission action_permission(const struct action *action);

/* The first of an action's keys, for the hint line and the menu, as keyboards here call
 * it. */
void action_key(const struct action *action, char name[KEY_NAME_SIZE]);
/* The same where every letter is text: the first key that is none, or "". */
void action_key_beside_text(const struct action *action, char name[KEY_NAME_SIZE]);

#endif
