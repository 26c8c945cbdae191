/* SPDX-License-Identifier: GPL-3.0-or-later */
/* refused_paste.c - what is pasted where no text is typed: none of its letters acts */
#include "refused_paste.h"

#include <string.h>

#include "atelier/base/language.h"
#include "loop.h"
#include "terminal/terminal.h"

enum {
    PASTED_LETTERS = 8, /* typed ahead there are fewer */
    PASTED_WITHIN = 200 /* milliseconds */
};

/* Many letters at once where none is a text's: some terminals do not say what is pasted.
 * One letter many times is a key that was held down, and soon behind a key that opens a
 * line to type in the rest was typed ahead. */
static bool
is_pasted(const struct ui *ui, const struct key *key)
{
    enum { SOON = 2 };
    const size_t ahead = key_decoder_letters(&ui->decoder);
    const char *text = ui->decoder.input.text;
    bool differ = false;

    if (key->press != PRESS_TEXT || ahead + 1 < PASTED_LETTERS)
        return false;
    if (strpbrk(key->text, "/:=?"))
        return false;
    for (size_t i = 0; i < ahead; i++) {
        if (i < SOON && strchr("/:=?", text[i]))
            return false;
        differ = differ || text[i] != key->text[0];
    }
    return differ;
}

/* What comes behind pasted letters belongs to them for a moment, also a line's end. */
static bool
is_rest_of_paste(const struct ui *ui, const struct key *key)
{
    return (key->press == PRESS_TEXT || key->press == PRESS_ENTER ||
            key->press == PRESS_TAB) &&
           ui->pasted_at != 0 && terminal_clock() - ui->pasted_at < PASTED_WITHIN;
}

void
refused_paste_text(struct ui *ui, bool in_list)
{
    if (in_list)
        ui_refuse(ui,
                  _("What was pasted is taken for no keys.  %%K{list.filter} searches "
                    "this list for it."));
    else
        ui_refuse(ui, "%s",
                  _("What was pasted was not taken: it goes into a field that has room "
                    "for all of it."));
}

bool
refused_paste_keys(struct ui *ui, const struct key *key)
{
    if (!is_rest_of_paste(ui, key) && !is_pasted(ui, key))
        return false;
    key_decoder_drop(&ui->decoder);
    ui->pasted_at = terminal_clock();
    ui_refuse(ui, "%s",
              _("Many letters came at once, as when text is pasted: none was taken for a "
                "key."));
    return true;
}
