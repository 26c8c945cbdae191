/* SPDX-License-Identifier: GPL-3.0-or-later */
/* take_back.c - an act is undone, or redone, with what must be asked and said */
#include "take_back.h"

#include <string.h>

#include "atelier/app/undo.h"
#include "atelier/base/language.h"
#include "given.h"
#include "widget/question_ask.h"

/* An act to take back, or the last undo to put back. */
struct taking {
    struct ui *ui;
    const int64_t *id; /* NULL: redo */
    struct journal_entry entry;
};

static bool
take(void *context, struct questions *sheet, struct error *err)
{
    struct taking *taking = context;
    struct atelier *at = ui_atelier(taking->ui);

    return taking->id ? undo_act(at, *taking->id, sheet, &taking->entry, err)
                      : redo_last(at, sheet, &taking->entry, err);
}

static void
say_taken(struct ui *ui, const struct taking *taking)
{
    const char *act = journal_act_label(taking->entry.act);
    const char *summary = taking->entry.summary ? taking->entry.summary : "";

    if (*summary != '\0' && taking->id)
        ui_say(ui, _("Undone: %s (%s)"), act, summary);
    else if (taking->id)
        ui_say(ui, _("Undone: %s"), act);
    else if (*summary != '\0')
        ui_say(ui, _("Redone: %s (%s)"), act, summary);
    else
        ui_say(ui, _("Redone: %s"), act);
}

/* The first of it: the status line holds one. */
static void
say_warning(struct ui *ui, const struct journal_entry *entry)
{
    struct buffer text = { 0 };

    if (undo_warn(ui_atelier(ui), entry, &text)) {
        text.text[strcspn(text.text, "\n")] = '\0';
        ui_refuse(ui, "%s", buffer_text(&text));
    }
    buffer_clear(&text);
}

bool
take_back(struct ui *ui, const int64_t *id, struct error *err)
{
    struct taking taking = { .ui = ui, .id = id };
    struct questions sheet = { 0 };
    const bool ok = question_ask_all(ui, &sheet, take, &taking, err);

    if (ok) {
        say_taken(ui, &taking);
        given_say(ui);
        say_warning(ui, &taking.entry);
    } else if (err->kind == ERROR_QUESTION || err->kind == ERROR_CANCELLED) {
        ui_say(ui, _("Nothing changed."));
    }
    questions_clear(&sheet);
    journal_entry_clear(&taking.entry);
    return ok;
}
