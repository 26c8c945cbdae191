/* SPDX-License-Identifier: GPL-3.0-or-later */
/* action.c - finds and runs the actions of a table */
#include "action.h"

#include <stdio.h>
#include <string.h>

#include "ui.h"

const struct action *
action_find(const struct action *table, const struct key *key)
{
    for (; table != NULL && table->name != NULL; table++)
        if (key_is(key, table->keys))
            return table;
    return NULL;
}

void
action_key(const struct action *action, char name[KEY_NAME_SIZE])
{
    size_t length = action->keys == NULL ? 0 : strcspn(action->keys, " ");
    struct buffer shown = { 0 };

    (void)snprintf(name, KEY_NAME_SIZE, "%.*s", (int)length,
                   action->keys == NULL ? "" : action->keys);
    key_add_shown(&shown, name);
    (void)snprintf(name, KEY_NAME_SIZE, "%s", buffer_text(&shown));
    buffer_clear(&shown);
}

void
action_run(const struct action *action, struct ui *ui, void *state)
{
    const char *reason = action->blocked == NULL ? NULL : action->blocked(ui, state);

    if (reason != NULL)
        ui_refuse(ui, "%s", reason);
    else
        action->run(ui, state);
}
