/* SPDX-License-Identifier: GPL-3.0-or-later */
/* action.c - finds the actions of a table */
#include "action.h"

#include <stdio.h>
#include <string.h>

#include "atelier/base/text.h"
#include "atelier/domain/act.h"

const struct action *
action_find(const struct action *table, const struct key *key)
{
    for (; table && table->name; table++)
        if (key_is(key, table->keys))
            return table;
    return NULL;
}

const struct action *
action_named(const struct action *table, const char *name, size_t length)
{
    for (; table && table->name; table++)
        if (strncmp(table->name, name, length) == 0 && table->name[length] == '\0')
            return table;
    return NULL;
}

static bool
has_key(const struct action *action, const char *key, size_t length)
{
    const char *at = action->keys ? action->keys : "";

    for (; *at; at += strspn(at, " ")) {
        const size_t word = strcspn(at, " ");

        if (word == length && strncmp(at, key, length) == 0)
            return true;
        at += word;
    }
    return false;
}

bool
action_is_covered(const struct action *table, const struct action *action)
{
    const size_t length = action->keys ? strcspn(action->keys, " ") : 0;

    for (; length > 0 && table && table->name; table++)
        if (has_key(table, action->keys, length))
            return true;
    return false;
}

enum permission
action_permission(const struct action *action)
{
    return action->needs & NEEDS_WRITING
               ? permission_to_write((enum entity_kind)action->argument)
               : action->permission;
}

void
action_key(const struct action *action, char name[KEY_NAME_SIZE])
{
    size_t length = action->keys ? strcspn(action->keys, " ") : 0;

    (void)snprintf(name, KEY_NAME_SIZE, "%.*s", (int)length,
                   action->keys ? action->keys : "");
    struct buffer shown = { 0 };
    key_add_shown(&shown, name);
    (void)snprintf(name, KEY_NAME_SIZE, "%s", buffer_text(&shown));
    buffer_clear(&shown);
}

void
action_key_beside_text(const struct action *action, char name[KEY_NAME_SIZE])
{
    const char *keys = action->keys ? action->keys : "";

    while (*keys != '\0' && strcspn(keys, " ") == text_next(keys, 0)) {
        keys += strcspn(keys, " ");
        keys += strspn(keys, " ");
    }
    const struct action other = { .keys = keys };
    action_key(&other, name);
}
