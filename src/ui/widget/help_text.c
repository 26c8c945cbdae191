/* SPDX-License-Identifier: GPL-3.0-or-later */
/* help_text.c - the words of the help, from the action tables and the pages of howto.h */
#include "widget/help_text.h"

#include <stdlib.h>
#include <string.h>

#include "action_offer.h"
#include "atelier/base/fold.h"
#include "atelier/base/fold_rank.h"
#include "atelier/base/language.h"
#include "atelier/base/text.h"
#include "atelier/domain/howto.h"
#include "sentence.h"
#include "widget/list.h"

enum { KEY_COLUMN = 16, PAGES_MOST = 64 };

struct help_text {
    const struct ui *ui;
    const struct layer *layer;
    char *wanted;     /* folded */
    bool within;      /* also within a word: "hier" in "fichier" */
    const char *head; /* of the lines that follow, until one of them is wanted */
    struct buffer *text;
};

static void
add_head(struct help_text *help, const char *head)
{
    buffer_addf(help->text, "%s# %s\n", help->text->length > 0 ? "\n" : "", head);
}

/* "email" is "e-mail", and "hier" begins a word of "d’hier". */
static char *
fold_words(const char *text)
{
    static const char apostrophe[] = "\u2019";
    struct buffer parted = { 0 };

    for (const char *at = text; *at; at++)
        if (strncmp(at, apostrophe, sizeof apostrophe - 1) == 0) {
            buffer_add_char(&parted, ' ');
            at += sizeof apostrophe - 2;
        } else
            buffer_add_char(&parted, *at == '\'' ? ' ' : *at);
    char *folded = fold_copy(buffer_text(&parted));
    buffer_clear(&parted);
    char *end = folded;

    for (const char *at = folded; *at; at++)
        if (*at != '-')
            *end++ = *at;
    *end = '\0';
    return folded;
}

static enum fold_rank
rank(const struct help_text *help, const char *name, const char *around)
{
    char *folded_name = fold_words(name);
    char *folded_around = fold_words(around);
    enum fold_rank rank = fold_rank(folded_name, folded_around, help->wanted);
    struct buffer both = { 0 };

    buffer_addf(&both, "%s %s", folded_name, folded_around);
    if (!help->within &&
        fold_rank(buffer_text(&both), NULL, help->wanted) > FOLD_RANK_WORDS)
        rank = FOLD_RANK_NONE;
    buffer_clear(&both);
    free(folded_name);
    free(folded_around);
    return rank;
}

static void
add_in_columns(struct help_text *help, const char *keys, const char *words,
               const char *more)
{
    buffer_addf(help->text, "  %s", keys);
    for (size_t i = text_width(keys); i < KEY_COLUMN; i++)
        buffer_add_char(help->text, ' ');
    buffer_addf(help->text, " %s\n", words);
    if (*more)
        buffer_addf(help->text, "  %*s %s\n", KEY_COLUMN, "", more);
}

/* Two blanks would begin another column. */
static void
add_single_spaced(struct buffer *text, const char *words)
{
    for (; *words; words++)
        if (words[0] != ' ' || words[1] != ' ')
            buffer_add_char(text, *words);
}

/* In the plain view, which has one column. */
static void
add_plainly(struct help_text *help, const char *keys, const char *words, const char *more)
{
    const size_t length = strlen(words);
    const bool ends = length > 0 && strchr("?!.", words[length - 1]);

    buffer_addf(help->text, _("%s: %s"), keys, "");
    add_single_spaced(help->text, words);
    buffer_add(help->text, !*more ? "" : ends ? " " : ". ");
    add_single_spaced(help->text, more);
    buffer_add_char(help->text, '\n');
}

/* All may name keys; `more` says what follows of it, `sought` by which other words it is
 * looked for; both may be NULL. */
static void
add_line(struct help_text *help, const char *keys, const char *words, const char *more,
         const char *sought)
{
    struct buffer shown = { 0 }, said = { 0 }, follows = { 0 }, around = { 0 };

    sentence_add(help->ui, keys, &shown);
    sentence_add(help->ui, words, &said);
    if (more)
        sentence_add(help->ui, more, &follows);
    buffer_addf(&around, "%s %s", buffer_text(&follows), sought ? sought : "");
    if (rank(help, buffer_text(&said), buffer_text(&around)) != FOLD_RANK_NONE) {
        if (help->head)
            add_head(help, help->head);
        help->head = NULL;
        if (paint_is_plain())
            add_plainly(help, buffer_text(&shown), buffer_text(&said),
                        buffer_text(&follows));
        else
            add_in_columns(help, buffer_text(&shown), buffer_text(&said),
                           buffer_text(&follows));
    }
    buffer_clear(&shown);
    buffer_clear(&said);
    buffer_clear(&follows);
    buffer_clear(&around);
}

static void
add_keys(struct help_text *help, const char *keys, const char *words, const char *more,
         const char *sought)
{
    struct buffer shown = { 0 };

    key_add_shown(&shown, keys);
    add_line(help, buffer_text(&shown), words, more, sought);
    buffer_clear(&shown);
}

static void
add_table(struct help_text *help, const struct action *action)
{
    for (; action && action->name; action++)
        if (action_is_offered(help->ui, help->layer, action))
            add_keys(help, action->keys, _(action->label),
                     action->help ? _(action->help) : NULL,
                     action->sought ? _(action->sought) : NULL);
}

/* What lists answer to. */
static void
add_list(struct help_text *help)
{
    help->head = _("In the list");
    add_keys(help, "Up Down", _("One row"), NULL, NULL);
    add_keys(help, "PgUp PgDn", _("One page"), NULL, NULL);
    add_keys(help, "Home End", _("The first row, the last row"), NULL, NULL);
    add_table(help, help->ui->tables->list_actions);
}

static void
say(const void *context, const char *sentence, struct buffer *buffer)
{
    const struct ui *ui = context;

    sentence_add_anywhere(ui->tables, &ui->sections, sentence, buffer);
}

static void
add_pages(struct help_text *help)
{
    struct buffer pages[PAGES_MOST] = { 0 };
    enum fold_rank ranks[PAGES_MOST];
    size_t count = 0;

    for (; count < PAGES_MOST && howtos[count].name; count++) {
        struct buffer around = { 0 };

        howto_add(&howtos[count], say, help->ui, &pages[count]);
        buffer_add(&around, buffer_text(&pages[count]));
        if (howtos[count].also)
            buffer_add(&around, _(howtos[count].also));
        ranks[count] = rank(help, _(howtos[count].title), buffer_text(&around));
        buffer_clear(&around);
    }
    if (help->wanted[0] == '\0') {
        add_head(help, _("How to"));
        for (size_t i = 0; i < count; i++)
            buffer_addf(help->text, "  %s\n", _(howtos[i].title));
    }
    for (enum fold_rank now = FOLD_RANK_BEGINS; now < FOLD_RANK_NONE; now++)
        for (size_t i = 0; i < count; i++)
            if (ranks[i] == now) {
                add_head(help, _(howtos[i].title));
                buffer_add(help->text, buffer_text(&pages[i]));
            }
    for (size_t i = 0; i < count; i++)
        buffer_clear(&pages[i]);
}

static void
add_all(struct help_text *help)
{
    const struct ui *ui = help->ui;
    const struct layer *layer = help->layer;

    help->head = _("Here");
    add_table(help, layer->screen->actions);
    if (layer->screen->key == list_screen_key)
        add_list(help);
    help->head = _("Everywhere");
    add_table(help, action_always(ui, layer));
    add_line(help, _("Shift+drag"),
             _("Selects text to copy, also while the mouse is used"), NULL, NULL);
    add_line(help, _("%K{Esc} 1 to %K{Esc} 0"),
             _("%K{F1} to %K{F10}, where the keyboard has none"), NULL, NULL);
    if (action_of_sections(ui, layer)) {
        help->head = _("Sections");
        add_table(help, action_of_sections(ui, layer));
    }
    add_pages(help);
}

void
help_text_add(const struct ui *ui, const struct layer *layer, const char *wanted,
              struct buffer *text)
{
    struct help_text help = {
        .ui = ui, .layer = layer, .wanted = fold_words(wanted), .text = text
    };
    const size_t before = text->length;

    add_all(&help);
    if (text->length == before) {
        help.within = true;
        add_all(&help);
    }
    free(help.wanted);
}
