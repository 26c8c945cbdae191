/* SPDX-License-Identifier: GPL-3.0-or-later */
/* key_name.c - what keys are called, in the tables of actions and on keyboards */
#include <stdio.h>
#include <string.h>

#include "atelier/base/language.h"
#include "terminal/key.h"

/* As keyboards call them; the tables of actions hold the English words. */
static const char *const names[] = {
    [PRESS_ENTER] = NC_("key", "Enter"),
    [PRESS_TAB] = NC_("key", "Tab"),
    [PRESS_BACK_TAB] = NC_("key", "Shift-Tab"),
    [PRESS_ESCAPE] = NC_("key", "Esc"),
    [PRESS_BACKSPACE] = NC_("key", "Backspace"),
    [PRESS_DELETE] = NC_("key", "Del"),
    [PRESS_INSERT] = NC_("key", "Ins"),
    [PRESS_UP] = NC_("key", "Up"),
    [PRESS_DOWN] = NC_("key", "Down"),
    [PRESS_LEFT] = NC_("key", "Left"),
    [PRESS_RIGHT] = NC_("key", "Right"),
    [PRESS_HOME] = NC_("key", "Home"),
    [PRESS_END] = NC_("key", "End"),
    [PRESS_PAGE_UP] = NC_("key", "PgUp"),
    [PRESS_PAGE_DOWN] = NC_("key", "PgDn"),
    [PRESS_UNKNOWN] = NULL,
};

static const char *const space = NC_("key", "Space");

/* One of the words of a table, as this language's keyboards call it. */
static const char *
shown(const char *name)
{
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
        if (names[i] && strcmp(names[i], name) == 0)
            return language_in_context("key", name);
    return strcmp(name, space) == 0 ? language_in_context("key", name) : name;
}

void
key_add_shown(struct buffer *buffer, const char *keys)
{
    while (keys && *keys != '\0') {
        size_t length = strcspn(keys, " ");

        char name[KEY_NAME_SIZE];
        (void)snprintf(name, sizeof(name), "%.*s", (int)length, keys);
        buffer_add(buffer, shown(name));
        keys += length;
        if (*keys == ' ') {
            buffer_add_char(buffer, ' ');
            keys++;
        }
    }
}

void
key_name(const struct key *key, char name[KEY_NAME_SIZE])
{
    name[0] = '\0';
    switch (key->press) {
    case PRESS_TEXT:
        (void)snprintf(name, KEY_NAME_SIZE, "%s",
                       strcmp(key->text, " ") == 0 ? space : key->text);
        return;
    case PRESS_ALT:
        (void)snprintf(name, KEY_NAME_SIZE, "Alt-%s", key->text);
        return;
    case PRESS_CTRL:
        (void)snprintf(name, KEY_NAME_SIZE, "Ctrl-%c", key->number);
        return;
    case PRESS_FUNCTION:
        (void)snprintf(name, KEY_NAME_SIZE, "F%d", key->number);
        return;
    case PRESS_NONE:
    case PRESS_PASTE:
    case PRESS_CLICK:
    case PRESS_DOUBLE_CLICK:
    case PRESS_WHEEL_UP:
    case PRESS_WHEEL_DOWN:
    case PRESS_ANSWER:
    case PRESS_UNKNOWN:
        return;
    case PRESS_ENTER:
    case PRESS_TAB:
    case PRESS_BACK_TAB:
    case PRESS_ESCAPE:
    case PRESS_BACKSPACE:
    case PRESS_DELETE:
    case PRESS_INSERT:
    case PRESS_UP:
    case PRESS_DOWN:
    case PRESS_LEFT:
    case PRESS_RIGHT:
    case PRESS_HOME:
    case PRESS_END:
    case PRESS_PAGE_UP:
    case PRESS_PAGE_DOWN:
        (void)snprintf(name, KEY_NAME_SIZE, "%s", names[key->press]);
        return;
    }
}

bool
key_is(const struct key *key, const char *wanted)
{
    char name[KEY_NAME_SIZE];
    key_name(key, name);
    size_t length = strlen(name);
    if (length == 0 || !wanted)
        return false;
    while (*wanted != '\0') {
        size_t word = strcspn(wanted, " ");

        if (word == length && memcmp(wanted, name, length) == 0)
            return true;
        wanted += word;
        wanted += strspn(wanted, " ");
    }
    return false;
}
