/* SPDX-License-Identifier: GPL-3.0-or-later */
/* noun_actions.c - what the actions of screens run to add, change and remove a row;
 * noun.c does it */
#include "noun/noun_actions.h"

#include "noun/noun.h"
#include "widget/list.h"

void
noun_add_row(struct ui *ui, void *state, int64_t kind)
{
    list_select(state, noun_add(ui, (enum entity_kind)kind, ui_row(ui)));
}

void
noun_edit_row(struct ui *ui, void *state, int64_t kind)
{
    noun_edit(ui, (enum entity_kind)kind, list_selected(state));
}

void
noun_remove_row(struct ui *ui, void *state, int64_t kind)
{
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
