/* SPDX-License-Identifier: GPL-3.0-or-later */
/* form_exchange.c - what stands in two fields of a form, the other way round */
#include <stdlib.h>
#include <string.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "widget/draft_due.h"
#include "widget/form_item.h"

static struct form_item *
item_called(struct form *form, const char *name)
{
    for (size_t i = 0; i < form->count; i++)
        if (strcmp(form->items[i].field->name, name) == 0)
            return &form->items[i];
    return NULL;
}

bool
form_has_exchanged(const void *state)
{
    return ((const struct form *)state)->request->exchanged;
}

const char *
form_why_not_exchanged(struct ui *ui, void *state, int64_t argument)
{
    (void)ui;
    (void)argument;
    return form_has_exchanged(state) ? NULL : _("Here are no two names to exchange.");
}

/* What stands there is taken as typed: it is read again in its new place. */
void
form_exchange(struct ui *ui, void *state, int64_t argument)
{
    struct form *form = state;
    struct form_item *one = item_called(form, form->request->exchanged[0]);
    struct form_item *other = item_called(form, form->request->exchanged[1]);

    (void)argument;
    if (!one || !other)
        return;
    char *text = memory_copy(form_item_text(one));
    form_item_set_text(one, form_item_text(other));
    form_item_set_text(other, text);
    free(text);
    one->typed = one->touched = other->typed = other->touched = true;
    (void)form_item_check(form, ui, one);
    (void)form_item_check(form, ui, other);
    form->changed = true;
    draft_due_note(&form->unkept_since);
}
