/* SPDX-License-Identifier: GPL-3.0-or-later */
/* list_marks_ask.c - what is asked before an act on marked rows */
#include "widget/list_marks_ask.h"

#include "atelier/base/language.h"
#include "widget/confirm.h"
#include "widget/list_marks.h"

bool
list_may_take_hidden(struct list *list, struct ui *ui)
{
    size_t hidden = list_marked_hidden(list, ui);

    return hidden == 0 ||
           confirm(ui, _("Do it for all of them"),
                   ngettext("%zu marked row is not shown here (%zu marked in all).  Do "
                            "it for that one too?",
                            "%zu marked rows are not shown here (%zu marked in all).  "
                            "Do it for those too?",
                            hidden),
                   hidden, list->mark_count);
}
