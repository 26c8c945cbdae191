/* SPDX-License-Identifier: GPL-3.0-or-later */
/* action.h - what a person can do on a screen, declared once
 *
 * The hint line, the menu, the palette, the help and the manual's list of keys
 * all read these tables.  Never write a key or a label anywhere else.
 */
#ifndef ATELIER_UI_ACTION_H
#define ATELIER_UI_ACTION_H

#include <stdbool.h>
#include <stddef.h>

#include "terminal/key.h"

struct ui;

struct action {
    const char *name;  /* "room.close": stable, for the palette and the manual */
    const char *keys;  /* "c", "Ctrl-S F2": names of key_name(), the first is shown */
    const char *menu;  /* N_("Room"): the menu it stands in, with its like */
    const char *label; /* N_("Close for a day") */
    const char *hint;  /* N_("close"): on the hint line in these words; NULL: not there */
    const char *help;  /* N_("A sentence: what it does and what follows."), or NULL */
    /* NULL: it can be done now; else the translated reason, shown to who tries. */
    const char *(*blocked)(struct ui *ui, void *state);
    void (*run)(struct ui *ui, void *state);
};

#define ACTION_END                                                                       \
    {                                                                                    \
        .name = NULL                                                                     \
    }

/* The action that the key runs; NULL when none.  Either table may be NULL. */
const struct action *action_find(const struct action *table, const struct key *key);

/* The first of an action's keys, for the hint line and the menu, as keyboards here call
 * it. */
void action_key(const struct action *action, char name[KEY_NAME_SIZE]);

/* Runs it, or says why it cannot be done. */
void action_run(const struct action *action, struct ui *ui, void *state);

#endif
