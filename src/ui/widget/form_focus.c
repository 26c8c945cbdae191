/* SPDX-License-Identifier: GPL-3.0-or-later */
/* form_focus.c - the field in hand: what is typed into it, what is checked as it is left
 */
#include "widget/form_item.h"

#include <string.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "refused_paste.h"
#include "widget/draft_due.h"

struct form_item *
form_item_in_hand(struct form *form)
{
    return &form->items[form->focus];
}

/* Proposals, and what has one short form, are replaced by typing; words are amended. */
static bool
is_replaced(const struct form *form, const struct form_item *item)
{
    const struct record *head = form->request->record;

    switch (item->field->kind) {
    case FIELD_NUMBER:
    case FIELD_DURATION:
    case FIELD_DATE:
    case FIELD_LOCAL_TIME:
    case FIELD_EMAIL:
    case FIELD_PHONE:
        return true;
    case FIELD_TEXT:
        return head->id == 0 && !item->touched;
    case FIELD_LINES:
    case FIELD_BOOLEAN:
    case FIELD_CHOICE:
    case FIELD_REFERENCE:
    case FIELD_ZONE:
    case FIELD_INSTANT:
        break;
    }
    return false;
}

/* What is wrong is amended too: the caret stands behind it, and nothing is selected. */
void
form_focus_on(struct form *form, size_t index)
{
    struct form_item *item = &form->items[index];

    form->focus = index;
    if (is_replaced(form, item) && !item->error)
        line_edit_select(&item->line);
    else if (form_item_is_text(item) && item->field->kind != FIELD_LINES)
        line_edit_go_to_end(&item->line);
}

void
form_focus_again(struct form *form, size_t index)
{
    struct form_item *item = &form->items[index];

    form_focus_on(form, index);
    if (item->field->kind == FIELD_LINES)
        line_edit_go_to_end(&item->lines.text);
    else if (item->typed)
        line_edit_go_to_end(&item->line);
}

/* What was wrong elsewhere may be right by now: an end, since the start has changed. */
void
form_check_others(struct form *form, struct ui *ui)
{
    for (size_t i = 0; i < form->count; i++)
        if (i != form->focus && form->items[i].error)
            (void)form_item_check(form, ui, &form->items[i]);
}

void
form_focus_move(struct form *form, struct ui *ui, size_t to)
{
    if (!form_item_check(form, ui, form_item_in_hand(form))) {
        form_focus_on(form, form->focus); /* what is wrong stands beside it */
        return;
    }
    form_check_others(form, ui);
    form_focus_on(form, to);
}

static bool
is_missing(const struct form *form, const struct form_item *item)
{
    return (item->field->flags & FIELD_REQUIRED) != 0 &&
           field_is_absent(item->field, form->request->record);
}

/* Goes to the first field that is wrong; false when there is one. */
bool
form_check_all(struct form *form, struct ui *ui)
{
    for (size_t i = 0; i < form->count; i++) {
        struct form_item *item = &form->items[i];

        if (form_item_check(form, ui, item) && !is_missing(form, item))
            continue;
        if (!item->error)
            memory_replace(&item->error, _("This must be filled in."));
        form_focus_on(form, i);
        return false;
    }
    return true;
}

void
form_blame(struct form *form, struct ui *ui, const struct error *err)
{
    for (size_t i = 0; err->field && i < form->count; i++)
        if (strcmp(form->items[i].field->name, err->field) == 0) {
            memory_replace(&form->items[i].error, err->message);
            form_focus_on(form, i);
            return;
        }
    if (err->message[0] != '\0')
        ui_fail(ui, err);
}

bool
form_key(void *state, struct ui *ui, const struct key *key)
{
    struct form *form = state;
    struct form_item_change change;
    if (form_item_is_answered(form_item_in_hand(form)) && refused_paste_keys(ui, key))
        return true;
    bool taken = form_item_key(form, ui, form_item_in_hand(form), key, &change);

    form->only_typed = taken && ui_was_shown(ui) && key->press == PRESS_TEXT &&
                       form_item_is_text(form_item_in_hand(form));

    if (change.value) {
        form->changed = true;
        draft_due_note(&form->unkept_since);
    }
    if (change.chosen && form->focus + 1 < form->count)
        form_focus_move(form, ui, form->focus + 1);
    return taken;
}
