/* SPDX-License-Identifier: GPL-3.0-or-later */
/* typed_words.c - a name that is typed where every letter is a command */
#include "typed_words.h"

#include <ctype.h>
#include <string.h>

#include "action_offer.h"
#include "atelier/base/language.h"
#include "terminal/terminal.h"
#include "widget/list.h"

enum { OF_A_WORD_WITHIN = 300 /* milliseconds */ };

static bool
is_letter(const struct key *key)
{
    const unsigned char first = (unsigned char)key->text[0];

    return key->press == PRESS_TEXT && (isalpha(first) || first >= 0x80);
}

enum typed_word
typed_words_go_on(struct ui *ui, const struct layer *top, const struct key *key)
{
    const bool here = ui->typed_on == top->screen;
    const bool goes_on = is_letter(key) && is_letter(&ui->last_key) && !ui->acted &&
                         terminal_clock() - ui->pace.key_at < OF_A_WORD_WITHIN;

    ui->typed_on = top->screen;
    if (!goes_on)
        return WORD_BEGINS;
    return here ? WORD_GOES_ON_HERE : WORD_GOES_ON;
}

/* True when the letter began a filter of what is on top; who reads a day alone has a few
 * lines. */
static bool
filter(struct ui *ui, const struct layer *top, const struct key *key)
{
    struct list *list = action_of_list(ui, top) ? top->state : NULL;
    const bool reads = role_may(atelier_role(ui->at), MAY_READ);
    const bool can =
        list ? list->listing->can_search : top->screen->filter != NULL && reads;

    if (can && list)
        list_search(list, key->text);
    else if (can)
        top->screen->filter(top->state, ui, key->text);
    return can;
}

/* What is about to be done stands there meanwhile: a key always answers. */
static bool
letter_follows(struct ui *ui, const struct action *action)
{
    const char *label = _(action->label);

    if (!terminal_has_input()) {
        ui_say(ui, strstr(label, "…") || strstr(label, "...") ? "%s" : "%s ...", label);
        ui_paint(ui);
    }
    const bool follows = input_letter_follows(ui, OF_A_WORD_WITHIN);

    buffer_reset(&ui->message);
    ui->dirty = true;
    return follows;
}

bool
typed_words_hold_back(struct ui *ui, const struct layer *top, const struct action *action,
                      const struct key *key, enum typed_word word)
{
    if (word != WORD_BEGINS && action->takes_back) {
        ui_refuse(ui,
                  _("This letter came as fast as those of a word: nothing is undone.  "
                    "Press it again to undo; %%K{list.filter} filters by words."));
        return true;
    }
    if (!action->guarded || !is_letter(key) ||
        (word != WORD_GOES_ON_HERE && !letter_follows(ui, action)))
        return false;
    if (filter(ui, top, key))
        ui_say(ui, _("Letters as fast as those of a word filter the list: nothing is "
                     "changed.  %%K{Esc} shows all rows."));
    else
        ui_refuse(ui, _("This letter came as fast as those of a word: nothing is "
                        "changed.  Press it alone."));
    return true;
}

void
typed_words_note(struct ui *ui, const struct action *action)
{
    ui->acted =
        action && (action->takes_back || !permission_only_reads(action->permission) ||
                   (action->needs & NEEDS_WRITING) != 0);
}

bool
typed_words_filter(struct ui *ui, const struct layer *top, const struct key *key)
{
    if (!is_letter(key) || !filter(ui, top, key))
        return false;
    ui_say(ui, _("Letters without a command filter the list; %%K{Esc} shows all rows."));
    return true;
}
