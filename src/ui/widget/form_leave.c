/* SPDX-License-Identifier: GPL-3.0-or-later */
/* form_leave.c - Esc: a form that is left without saving keeps what was typed
 */
#include "widget/form_item.h"

#include "atelier/base/language.h"

void
form_leave(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    struct form *form = state;

    if (!form_draft_keep(form, ui)) {
        ui_refuse(ui, "%s",
                  _("What you typed cannot be kept while a colleague is writing.  Try "
                    "again in a moment."));
        return;
    }
    if (form->changed && form->kept)
        ui_say(ui, "%s",
               form->request->keep
                   ? _("Not saved, but kept: it waits in this form.")
                   : _("Not saved, but kept: it waits in this form and in the menu of "
                       "Today."));
    ui_back(ui);
}
