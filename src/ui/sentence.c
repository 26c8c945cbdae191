/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sentence.c - sentences that name a key by what it does */
#include "sentence.h"

#include <stdio.h>
#include <string.h>

#include "loop.h"

/* The action of a layer, from the top down; of every screen; of any screen: a sentence
 * may tell of another. */
static const struct action *
find(const struct ui *ui, const char *name, size_t length)
{
    const struct ui_tables *tables = ui->tables;
    const struct action *found = NULL;

    for (size_t i = ui->count; !found && i > 0; i--)
        found = action_named(ui->layers[i - 1].screen->actions, name, length);
    if (!found)
        found = action_named(tables->list_actions, name, length);
    if (!found)
        found = action_named(tables->form_actions, name, length);
    if (!found)
        found = action_named(ui->sections.items, name, length);
    if (!found)
        found = action_named(tables->screen_actions, name, length);
    if (!found)
        found = action_named(tables->dialog_actions, name, length);
    for (size_t i = 0; !found && i < SCREEN_COUNT; i++)
        if (tables->screens[i])
            found = action_named(tables->screens[i]->actions, name, length);
    return found;
}

static void
add_key(const struct ui *ui, const char *name, size_t length, struct buffer *buffer)
{
    const struct action *action = find(ui, name, length);
    char key[KEY_NAME_SIZE];

    if (action) {
        const bool types = ui->count > 0 && ui->layers[ui->count - 1].screen->types;

        if (types)
            action_key_beside_text(action, key);
        if (!types || !*key)
            action_key(action, key);
        buffer_add(buffer, key);
        return;
    }
    (void)snprintf(key, sizeof(key), "%.*s", (int)length, name);
    key_add_shown(buffer, key);
}

/* Adds the text; what stands between `mark` and } is a key. */
static void
add_marked(const struct ui *ui, const char *text, const char *mark, struct buffer *buffer)
{
    for (const char *at; (at = strstr(text, mark));) {
        const char *name = at + strlen(mark);
        size_t length = strcspn(name, "}");

        if (name[length] != '}')
            break;
        buffer_add_part(buffer, text, (size_t)(at - text));
        add_key(ui, name, length, buffer);
        text = name + length + 1;
    }
    buffer_add(buffer, text);
}

void
sentence_add(const struct ui *ui, const char *text, struct buffer *buffer)
{
    add_marked(ui, text, "%K{", buffer);
}

void
sentence_add_anywhere(const struct ui_tables *tables,
                      const struct section_actions *sections, const char *text,
                      struct buffer *buffer)
{
    const struct ui nowhere = { .tables = tables, .sections = *sections };

    sentence_add(&nowhere, text, buffer);
}

/* No key is called %, so that a format stays one. */
const char *
sentence_format(const struct ui *ui, const char *format, struct buffer *buffer)
{
    add_marked(ui, format, "%%K{", buffer);
    return buffer_text(buffer);
}

void
sentence_paint(const struct ui *ui, struct area area, const char *text)
{
    struct buffer shown = { 0 };

    sentence_add(ui, text, &shown);
    (void)paint_wrapped(area, 0, STYLE_PLAIN, buffer_text(&shown));
    buffer_clear(&shown);
}
