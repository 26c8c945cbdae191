/* SPDX-License-Identifier: GPL-3.0-or-later */
/* help.c - the keys of a screen as a text */
#include "widget/help.h"

#include "atelier/base/language.h"
#include "atelier/base/text.h"
#include "widget/list.h"
#include "widget/pager.h"

enum { KEY_COLUMN = 16 };

static void
add_line(struct buffer *text, const char *keys, const char *words)
{
    buffer_addf(text, "  %s", keys);
    for (size_t i = text_width(keys); i < KEY_COLUMN; i++)
        buffer_add_char(text, ' ');
    buffer_addf(text, " %s\n", words);
}

static void
add_keys(struct buffer *text, const char *keys, const char *words)
{
    struct buffer shown = { 0 };

    key_add_shown(&shown, keys);
    add_line(text, buffer_text(&shown), words);
    buffer_clear(&shown);
}

static void
add_table(struct buffer *text, const struct action *action)
{
    for (; action != NULL && action->name != NULL; action++) {
        add_keys(text, action->keys, _(action->label));
        if (action->help != NULL)
            add_line(text, "", _(action->help));
    }
}

/* The digits of the sections that there are. */
static void
add_sections(struct buffer *text)
{
    struct buffer keys = { 0 };
    size_t count = 0;

    while (screen_section(count) != NULL)
        count++;
    buffer_addf(&keys, _("1 to %zu"), count);
    add_line(text, buffer_text(&keys), _("Another section of the top line"));
    buffer_clear(&keys);
}

/* What this list answers to. */
static void
add_list(struct buffer *text, const struct list *list)
{
    buffer_addf(text, "\n# %s\n", _("In the list"));
    add_keys(text, "Up Down", _("One row"));
    add_keys(text, "PgUp PgDn", _("One page"));
    add_keys(text, "Home End", _("The first row, the last row"));
    if (list->listing->can_search)
        add_line(text, "/",
                 _("Shows only rows that hold the words typed; Esc shows all"));
    if (list->many)
        add_keys(text, "Space", _("Marks the row, for doing something with several"));
}

void
help_run(struct ui *ui, const struct screen *screen, const void *state,
         const struct action *always)
{
    struct buffer text = { 0 };

    buffer_addf(&text, "# %s\n", _("Here"));
    add_table(&text, screen->actions);
    if (screen->key == list_screen_key)
        add_list(&text, state);
    buffer_addf(&text, "\n# %s\n", _("Everywhere"));
    add_table(&text, always);
    if (!screen->dialog)
        add_sections(&text);
    add_line(&text, _("Shift+drag"),
             _("Selects text to copy, also while the mouse is used"));
    add_line(&text, _("Esc 1 to Esc 0"), _("F1 to F10, where the keyboard has none"));
    pager_run(ui, _("Help"), buffer_text(&text));
    buffer_clear(&text);
}
