/* SPDX-License-Identifier: GPL-3.0-or-later */
/* list_marks.c - asked before an act on marked rows */
#include "widget/list_marks.h"

#include "atelier/base/language.h"
#include "widget/confirm.h"

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

void
list_title_marked(const struct list *list, const char *title, struct buffer *text)
{
    if (list->mark_count == 0)
        buffer_add(text, title);
    else
        buffer_addf(text, /* TRANSLATORS: "Export the list", how many rows */
                    ngettext("%s: the %zu marked row alone",
                             "%s: the %zu marked rows alone",
                             (unsigned long)list->mark_count),
                    title, list->mark_count);
}
