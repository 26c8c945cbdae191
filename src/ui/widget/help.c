/* SPDX-License-Identifier: GPL-3.0-or-later */
/* help.c - the keys of a screen as a text */
#include "widget/help.h"

#include "action_offer.h"
#include "atelier/base/language.h"
#include "atelier/base/text.h"
#include "sentence.h"
#include "widget/list.h"
#include "widget/pager.h"

enum { KEY_COLUMN = 16 };

/* Both may name keys. */
static void
add_line(const struct ui *ui, struct buffer *text, const char *keys, const char *words)
{
    struct buffer shown = { 0 };

    sentence_add(ui, keys, &shown);
    buffer_addf(text, "  %s", buffer_text(&shown));
    for (size_t i = text_width(buffer_text(&shown)); i < KEY_COLUMN; i++)
        buffer_add_char(text, ' ');
    buffer_add_char(text, ' ');
    sentence_add(ui, words, text);
    buffer_add_char(text, '\n');
    buffer_clear(&shown);
}

static void
add_keys(const struct ui *ui, struct buffer *text, const char *keys, const char *words)
{
    struct buffer shown = { 0 };

    key_add_shown(&shown, keys);
    add_line(ui, text, buffer_text(&shown), words);
    buffer_clear(&shown);
}

static void
add_table(const struct ui *ui, struct buffer *text, const struct action *action)
{
    for (; action && action->name; action++) {
        if (!action_is_offered(ui, action))
            continue;
        add_keys(ui, text, action->keys, _(action->label));
        if (action->help)
            add_line(ui, text, "", _(action->help));
    }
}

/* What this list answers to. */
static void
add_list(const struct ui *ui, struct buffer *text, const struct list *list)
{
    buffer_addf(text, "\n# %s\n", _("In the list"));
    add_keys(ui, text, "Up Down", _("One row"));
    add_keys(ui, text, "PgUp PgDn", _("One page"));
    add_keys(ui, text, "Home End", _("The first row, the last row"));
    if (list->listing->can_search)
        add_line(ui, text, "/",
                 _("Shows only rows that hold the words typed; %K{Esc} shows all"));
    if (list->many)
        add_keys(ui, text, "Space", _("Marks the row, for doing something with several"));
    add_table(ui, text, ui->tables->list_actions);
}

void
help_run(struct ui *ui)
{
    const struct layer *layer = ui_top(ui);
    struct buffer text = { 0 };

    buffer_addf(&text, "# %s\n", _("Here"));
    add_table(ui, &text, layer->screen->actions);
    if (layer->screen->key == list_screen_key)
        add_list(ui, &text, layer->state);
    buffer_addf(&text, "\n# %s\n", _("Everywhere"));
    add_table(ui, &text, action_always(ui, layer));
    add_line(ui, &text, _("Shift+drag"),
             _("Selects text to copy, also while the mouse is used"));
    add_line(ui, &text, _("%K{Esc} 1 to %K{Esc} 0"),
             _("%K{F1} to %K{F10}, where the keyboard has none"));
    if (action_of_sections(ui, layer)) {
        buffer_addf(&text, "\n# %s\n", _("Sections"));
        add_table(ui, &text, action_of_sections(ui, layer));
    }
    pager_run(ui, _("Help"), buffer_text(&text));
    buffer_clear(&text);
}
