/* SPDX-License-Identifier: GPL-3.0-or-later */
/* form.c - the fields of a table on paper, and the screen that they make */
#include "widget/form_item.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "screen.h"
#include "widget/draft_due.h"

/* What nearly every row has, and what is asked first. */
static bool
is_main(const struct field *field)
{
    return (field->flags & (FIELD_MAIN | FIELD_REQUIRED)) != 0;
}

static bool
is_asked(const struct form_request *request, const struct field *field)
{
    if ((field->flags & (FIELD_DERIVED | FIELD_HIDDEN)) != 0 ||
        field->kind == FIELD_INSTANT)
        return false;
    if (request->main_only && !is_main(field))
        return false;
    for (size_t i = 0; request->skip && request->skip[i]; i++)
        if (strcmp(request->skip[i], field->name) == 0)
            return false;
    return true;
}

static void
add_items(struct form *form, struct ui *ui)
{
    const struct entity *entity = form->request->entity;

    form->items = memory_new(entity->field_count + 1, sizeof(*form->items));
    for (int pass = 0; pass < 2; pass++)
        for (size_t i = 0; i < entity->field_count; i++)
            if (is_asked(form->request, &entity->fields[i]) &&
                is_main(&entity->fields[i]) == (pass == 0))
                form->items[form->count++].field = &entity->fields[i];
    for (size_t i = 0; i < form->count; i++) {
        const char *typed = form->request->typed;

        form_item_show(form, ui, &form->items[i]);
        form->items[i].touched = typed && strcmp(form->items[i].field->name, typed) == 0;
    }
}

static int
form_tick_in(void *state)
{
    const struct form *form = state;

    if (!form->request->name && !form->request->keep)
        return -1;
    return draft_due_in(form->unkept_since);
}

static void
form_tick(void *state, struct ui *ui)
{
    (void)form_draft_keep(state, ui);
}

static void
form_keep(void *state, struct ui *ui)
{
    (void)form_draft_keep(state, ui);
}

static void
form_add_title(void *state, struct ui *ui, struct buffer *buffer)
{
    const struct form *form = state;

    (void)ui;
    buffer_add(buffer, form->request->title);
}

/* What opens by itself says why. */
static void
say_why_sought(struct ui *ui, const struct field *field, const char *sought)
{
    ui_say(ui,
           _("%s: “%s” is not known by that name.  Choose the one that is meant, or "
             "add it."),
           _(field->label), sought);
}

/* As if it was pasted there. */
static void
form_begin(void *state, struct ui *ui)
{
    struct form *form = state;
    char *sought = form->request->sought ? memory_copy(form->request->sought) : NULL;

    if (sought &&
        field_is_absent(form_item_in_hand(form)->field, form->request->record)) {
        const struct key key = { .press = PRESS_PASTE, .paste = sought };
        say_why_sought(ui, form_item_in_hand(form)->field, sought);
        (void)form_key(state, ui, &key);
    }
    free(sought);
    if (form->request->typed || form->request->is_doubtful)
        form_item_advise(form, ui);
    form_item_find_fill(form, ui);
}

static const struct screen form_screen = {
    .name = "form",
    .dialog = true,
    .begin = form_begin,
    .actions = form_actions,
    .draw = form_draw,
    .add_title = form_add_title,
    .key = form_key,
    .keep = form_keep,
    .tick_in = form_tick_in,
    .tick = form_tick,
};

static size_t
first_item(const struct form *form)
{
    const char *first = form->request->first;

    for (size_t i = 0; first && i < form->count; i++)
        if (strcmp(form->items[i].field->name, first) == 0)
            return i;
    return 0;
}

/* Where the person had stopped, but where something else leads to a field. */
static void
begin_in_hand(struct form *form)
{
    const struct form_request *request = form->request;

    if (form->resumed && !request->wrong && !request->sought)
        form_focus_again(form, form->focus);
    else
        form_focus_on(form, first_item(form));
}

bool
form_run(struct ui *ui, const struct form_request *request)
{
    struct form form = { .request = request };

    add_items(&form, ui);
    if (form.count > 0 && form_draft_restore(&form, ui)) {
        begin_in_hand(&form);
        memory_replace(&form_item_in_hand(&form)->error, request->wrong);
        (void)ui_dialog(ui, &form_screen, &form);
    }
    for (size_t i = 0; i < form.count; i++)
        form_item_clear(&form.items[i]);
    free(form.items);
    buffer_clear(&form.first);
    free(form.draft_name);
    return form.saved;
}

bool
form_go_back(struct error *err)
{
    error_clear(err);
    err->kind = ERROR_CANCELLED;
    return false;
}
