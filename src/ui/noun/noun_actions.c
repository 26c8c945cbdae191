/* SPDX-License-Identifier: GPL-3.0-or-later */
/* noun_actions.c - what the actions of screens run to add, change and remove a row;
 * noun.c does it */
#include "noun/noun_actions.h"

#include "atelier/app/display.h"
#include "atelier/base/buffer.h"
#include "atelier/base/language.h"
#include "noun/noun.h"
#include "widget/confirm.h"
#include "widget/list_marks.h"

bool
noun_row_is_meant(struct ui *ui, const struct list *list, int64_t kind, const char *yes)
{
    const int64_t id = list_selected(list);
    const int64_t *ids;
    const size_t count = list_marked(list, &ids);
    struct buffer title = { 0 };

    if (count == 0 || (count == 1 && ids[0] == id))
        return true;
    display_title(ui_atelier(ui), (enum entity_kind)kind, id, &title);
    bool meant =
        confirm(ui, yes,
                ngettext("%zu row is marked, but this is done to the row under the bar "
                         "alone: %s.  Do it?",
                         "%zu rows are marked, but this is done to the row under the bar "
                         "alone: %s.  Do it?",
                         count),
                count, buffer_text(&title));
    buffer_clear(&title);
    return meant;
}

void
noun_add_row(struct ui *ui, void *state, int64_t kind)
{
    list_select(state, noun_add(ui, (enum entity_kind)kind, ui_row(ui)));
}

void
noun_edit_row(struct ui *ui, void *state, int64_t kind)
{
    if (noun_row_is_meant(ui, state, kind, _("Change this row")))
        noun_edit(ui, (enum entity_kind)kind, list_selected(state));
}

void
noun_remove_row(struct ui *ui, void *state, int64_t kind)
{
    if (noun_row_is_meant(ui, state, kind, _("Remove this row")))
        noun_remove(ui, (enum entity_kind)kind, list_selected(state));
}

void
noun_add_to_this(struct ui *ui, void *state, int64_t kind)
{
    (void)state;
    noun_add(ui, (enum entity_kind)kind, ui_row(ui));
}

void
noun_edit_this(struct ui *ui, void *state, int64_t kind)
{
    (void)state;
    noun_edit(ui, (enum entity_kind)kind, ui_id(ui));
}
