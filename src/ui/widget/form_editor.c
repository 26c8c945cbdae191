/* SPDX-License-Identifier: GPL-3.0-or-later */
/* form_editor.c - a field of several lines is written in the person's own editor */
#include <stdlib.h>

#include "atelier/base/language.h"
#include "widget/draft_due.h"
#include "widget/form_item.h"
#include "widget/own_editor.h"

enum { LINES_MOST = 16000 /* bytes; each noun says how many it takes */ };

static struct form_item *
in_hand(struct form *form)
{
    return &form->items[form->focus];
}

bool
form_has_editor(const void *state)
{
    const struct form *form = state;

    return form->items[form->focus].field->kind == FIELD_LINES;
}

const char *
form_why_no_editor(struct ui *ui, void *state, int64_t argument)
{
    (void)ui;
    (void)argument;
    return form_has_editor(state)
               ? NULL
               : _("Only a text of several lines is written in an editor.");
}

/* Nothing is saved yet: the form is. */
void
form_edit_outside(struct ui *ui, void *state, int64_t argument)
{
    struct form *form = state;
    struct form_item *item = in_hand(form);
    char *written = NULL;

    (void)argument;
    if (own_editor_run(ui, form_item_text(item), LINES_MOST, &written) !=
        OWN_EDITOR_NOTHING) {
        form_item_set_text(item, written);
        line_edit_go_to_end(&item->lines.text);
        item->typed = item->touched = true;
        (void)form_item_check(form, ui, item);
        form->changed = true;
        draft_due_note(&form->unkept_since);
    }
    free(written);
}
