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

bool
typed_words_go_on(const struct ui *ui, const struct key *key)
{
    return is_letter(key) && is_letter(&ui->last_key) && !ui->acted &&
           terminal_clock() - ui->pace.key_at < OF_A_WORD_WITHIN;
}

bool
typed_words_hold_back(struct ui *ui, const struct action *action, bool goes_on)
{
    if (!goes_on || !action->takes_back)
        return false;
    ui_refuse(ui, _("This letter came as fast as those of a word: nothing is undone.  "
                    "Press it again to undo; %%K{list.filter} filters by words."));
    return true;
}

void
typed_words_note(struct ui *ui, const struct action *action)
{
    ui->acted = action && (action->takes_back || action->permission != MAY_READ ||
                           (action->needs & NEEDS_WRITING) != 0);
}

bool
typed_words_filter(struct ui *ui, const struct layer *top, const struct key *key)
{
    struct list *list = action_of_list(ui, top) ? top->state : NULL;

    if (!list || !is_letter(key) || !list->listing->can_search)
        return false;
    list_search(list, key->text);
    ui_say(ui, _("Letters without a command filter the list; %%K{Esc} shows all rows."));
    return true;
}
