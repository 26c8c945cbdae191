/* SPDX-License-Identifier: GPL-3.0-or-later */
/* form_draft_find.c - which draft a form may go on with, and under which name it keeps
 * its own
 *
 * A draft that was neither taken up nor thrown away is never written over: a second one
 * of the same form is kept as "form.person@2".
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/app/drafts.h"
#include "widget/form_item.h"

/* Its name, or one with a number behind. */
static bool
is_of_form(const struct draft *draft, const char *name)
{
    const size_t length = strlen(name);

    return draft->screen && strncmp(draft->screen, name, length) == 0 &&
           (draft->screen[length] == '\0' || draft->screen[length] == '@');
}

/* What was typed on the way to the form is in the draft too: it would take its place. */
static bool
has_what_is_typed(const struct form *form, const struct draft *draft)
{
    struct buffer value = { 0 };
    bool same = true;

    for (size_t i = 0; form->request->typed && same && i < form->count; i++) {
        const struct form_item *item = &form->items[i];

        buffer_reset(&value);
        if (item->field->kind == FIELD_TEXT && *form_item_text(item) != '\0')
            same = form_draft_add_value(draft->fields, item->field->name, &value) &&
                   strcmp(buffer_text(&value), form_item_text(item)) == 0;
    }
    buffer_clear(&value);
    return same;
}

static bool
is_for(const struct form *form, const struct draft *draft)
{
    const struct record *head = form->request->record;

    return draft->row == head->id && is_of_form(draft, form->request->name) &&
           !drafts_is_in_use(draft) && form_draft_is_about(form, draft) &&
           (form->request->resume || has_what_is_typed(form, draft));
}

bool
form_draft_find(const struct form *form, struct ui *ui, struct draft *draft)
{
    struct atelier *at = ui_atelier(ui);
    struct error ignored = { 0 };
    bool more = form->request->name && drafts_find(at, NULL, 0, draft, &ignored);

    while (more && draft->id != 0 && !is_for(form, draft)) {
        struct draft older = { 0 };

        more = drafts_next(at, draft, &older, &ignored);
        draft_clear(draft);
        *draft = older;
    }
    return more && draft->id != 0;
}

char *
form_draft_free_name(const struct form *form, struct ui *ui)
{
    enum { NAMES_MOST = 9 };
    const struct record *head = form->request->record;
    struct buffer name = { 0 };
    bool taken = true;

    for (int i = 1; taken && i <= NAMES_MOST; i++) {
        struct draft other = { 0 };
        struct error ignored = { 0 };

        buffer_reset(&name);
        buffer_add(&name, form->request->name);
        if (i > 1)
            buffer_addf(&name, "@%d", i);
        taken =
            drafts_find(ui_atelier(ui), buffer_text(&name), head->id, &other, &ignored) &&
            other.id != 0;
        draft_clear(&other);
    }
    return buffer_take(&name);
}
