/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sentence.c - sentences that name a key by what it does */
#include "sentence.h"

#include <stdio.h>
#include <string.h>

#include "atelier/domain/permission.h"
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

/* Whether the role may all that the sentences, of that length, name a key of. */
static bool
is_permitted(const struct ui *ui, const char *text, size_t length)
{
    static const char mark[] = "%K{";

    for (const char *at = text; (at = strstr(at, mark)) && at < text + length;) {
        const char *name = at + strlen(mark);
        const size_t letters = strcspn(name, "}");
        const struct action *action = find(ui, name, letters);

        if (action && !role_may(atelier_role(ui->at), action_permission(action)))
            return false;
        at = name + letters;
    }
    return true;
}

/* Bytes of the first sentence, with what parts it from the next. */
static size_t
sentence_length(const char *text)
{
    const char *end = strstr(text, ". ");

    return end ? (size_t)(end - text) + 1 + strspn(end + 1, " ") : strlen(text);
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
sentence_add_permitted(const struct ui *ui, const char *text, struct buffer *buffer)
{
    struct buffer kept = { 0 };

    for (size_t length; *text; text += length) {
        length = sentence_length(text);
        if (is_permitted(ui, text, length))
            buffer_add_part(&kept, text, length);
    }
    while (kept.length > 0 && kept.text[kept.length - 1] == ' ')
        buffer_drop_end(&kept, ' ');
    sentence_add(ui, buffer_text(&kept), buffer);
    buffer_clear(&kept);
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

    sentence_add_permitted(ui, text, &shown);
    (void)paint_wrapped(area, 0, STYLE_PLAIN, buffer_text(&shown));
    buffer_clear(&shown);
}
