/* SPDX-License-Identifier: GPL-3.0-or-later */
/* form.c - the fields of a table on paper: focus, checking, saving */
#include "widget/form_item.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "pasted_keys.h"
#include "screen.h"
#include "terminal/terminal.h"
#include "widget/own_editor.h"
#include "widget/search.h"

enum { KEEP_AFTER = 1500 /* milliseconds after the first key that is in no draft yet */ };

/* --- what is on it */

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

/* --- doing */

static struct form_item *
focused(struct form *form)
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
static void
focus_on(struct form *form, size_t index)
{
    struct form_item *item = &form->items[index];

    form->focus = index;
    if (is_replaced(form, item) && !item->error)
        line_edit_select(&item->line);
    else if (form_item_is_text(item) && item->field->kind != FIELD_LINES)
        line_edit_go_to_end(&item->line);
}

/* What was wrong elsewhere may be right by now: an end, since the start has changed. */
static void
check_others_again(struct form *form, struct ui *ui)
{
    for (size_t i = 0; i < form->count; i++)
        if (i != form->focus && form->items[i].error)
            (void)form_item_check(form, ui, &form->items[i]);
}

static void
move_focus(struct form *form, struct ui *ui, size_t to)
{
    if (!form_item_check(form, ui, focused(form))) {
        focus_on(form, form->focus); /* what is wrong stands beside it */
        return;
    }
    check_others_again(form, ui);
    focus_on(form, to);
}

static bool
is_missing(const struct form *form, const struct form_item *item)
{
    return (item->field->flags & FIELD_REQUIRED) != 0 &&
           field_is_absent(item->field, form->request->record);
}

/* Goes to the first field that is wrong; false when there is one. */
static bool
check_all(struct form *form, struct ui *ui)
{
    for (size_t i = 0; i < form->count; i++) {
        struct form_item *item = &form->items[i];

        if (form_item_check(form, ui, item) && !is_missing(form, item))
            continue;
        if (!item->error)
            memory_replace(&item->error, _("This must be filled in."));
        focus_on(form, i);
        return false;
    }
    return true;
}

static void
blame(struct form *form, struct ui *ui, const struct error *err)
{
    for (size_t i = 0; err->field && i < form->count; i++)
        if (strcmp(form->items[i].field->name, err->field) == 0) {
            memory_replace(&form->items[i].error, err->message);
            focus_on(form, i);
            return;
        }
    if (err->message[0] != '\0')
        ui_fail(ui, err);
}

static void
save(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    struct form *form = state;
    const struct form_request *request = form->request;

    if (!check_all(form, ui))
        return;
    struct error err = { 0 };
    if (!record_check(request->entity, request->record, &err) ||
        (request->save && !request->save(ui, request->context, request->record, &err))) {
        blame(form, ui, &err);
        return;
    }
    form->saved = true;
    form_draft_drop(form, ui);
    ui_back(ui);
}

static void
next(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    struct form *form = state;

    if (form->focus + 1 < form->count)
        move_focus(form, ui, form->focus + 1);
    else if (form_item_check(form, ui, focused(form)))
        ui_say(ui, _("This is the last field.  %%K{form.save} saves."));
}

static void
next_or_save(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    struct form *form = state;

    if (form->focus + 1 < form->count)
        next(ui, state, argument);
    else
        save(ui, state, argument);
}

static void
previous(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    struct form *form = state;

    /* Back is always open: the mistake may be above. */
    if (!form_item_check(form, ui, focused(form)) && form->focus > 0)
        ui_refuse(ui, "%s", focused(form)->error);
    if (form->focus > 0) {
        check_others_again(form, ui);
        focus_on(form, form->focus - 1);
    }
}

static void
undo(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    (void)state;
    ui_say(ui, "%s", _("There is nothing to take back in this field."));
}

static void
leave(struct ui *ui, void *state, int64_t argument)
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

static bool
is_filled(const void *state)
{
    return ((const struct form *)state)->request->fill;
}

static const char *
why_not_filled(struct ui *ui, void *state, int64_t argument)
{
    (void)ui;
    (void)argument;
    return is_filled(state) ? NULL : _("Here nothing is taken from another row.");
}

static void
fill(struct ui *ui, void *state, int64_t argument)
{
    struct form *form = state;
    struct buffer told = { 0 };
    struct error err = { 0 };

    (void)argument;
    if (!form_item_check(form, ui, focused(form)))
        return;
    if (form->request->fill(ui, form->request->context, form->request->record, &told,
                            &err)) {
        for (size_t i = 0; i < form->count; i++)
            form_item_show(form, ui, &form->items[i]);
        form->changed = true;
        if (form->unkept_since == 0)
            form->unkept_since = terminal_clock();
        focus_on(form, form->focus);
        ui_say(ui, "%s", buffer_text(&told));
    } else {
        ui_fail(ui, &err);
    }
    buffer_clear(&told);
}

static bool
form_key(void *state, struct ui *ui, const struct key *key)
{
    struct form *form = state;
    struct form_item_change change;
    if (form_item_is_answered(focused(form)) && pasted_keys_refuse(ui, key))
        return true;
    bool taken = form_item_key(form, ui, focused(form), key, &change);

    if (change.value) {
        form->changed = true;
        if (form->unkept_since == 0)
            form->unkept_since = terminal_clock();
    }
    if (change.chosen && form->focus + 1 < form->count)
        move_focus(form, ui, form->focus + 1);
    return taken;
}

static const struct form_item *
in_hand(const void *state)
{
    const struct form *form = state;

    return &form->items[form->focus];
}

static bool
breaks_lines(const void *state)
{
    return form_item_breaks_lines(in_hand(state));
}

static bool
goes_on(const void *state)
{
    return !breaks_lines(state);
}

static const char *
why_no_line(struct ui *ui, void *state, int64_t argument)
{
    (void)ui;
    (void)argument;
    return breaks_lines(state) ? NULL
                               : _("Only a text of several lines that has begun takes a "
                                   "new line.");
}

static void
begin_line(struct ui *ui, void *state, int64_t argument)
{
    const struct key enter = { .press = PRESS_ENTER };

    (void)argument;
    (void)form_key(state, ui, &enter);
}

static bool
can_be_emptied(const void *state)
{
    const enum field_kind kind = in_hand(state)->field->kind;

    return kind != FIELD_BOOLEAN && kind != FIELD_CHOICE;
}

static const char *
why_not_emptied(struct ui *ui, void *state, int64_t argument)
{
    (void)ui;
    (void)argument;
    return can_be_emptied(state) ? NULL : _("One of these answers always holds.");
}

static void
empty(struct ui *ui, void *state, int64_t argument)
{
    const struct key all_before = { .press = PRESS_CTRL, .number = 'U' };
    struct form_item *item = focused(state);

    (void)argument;
    line_edit_go_to_end(item->field->kind == FIELD_LINES ? &item->lines.text
                                                         : &item->line);
    (void)form_key(state, ui, &all_before);
}

static void
look_up(struct ui *ui, void *state, int64_t argument)
{
    (void)state;
    (void)argument;
    search_look_up(ui);
}

const struct action form_actions[] = {
    {
        .name = "form.save",
        .keys = "F2 Ctrl-S",
        .menu = N_("Form"),
        .label = N_("Save"),
        .hint = N_("save"),
        .run = save,
    },
    {
        .name = "form.leave",
        .keys = "Esc",
        .menu = N_("Form"),
        .label = N_("Go back without saving"),
        .hint = N_("back"),
        .help = N_("What you typed is kept as a draft and offered when you come back."),
        .run = leave,
    },
    {
        .name = "form.next_or_save",
        .keys = "Enter",
        .menu = N_("Form"),
        .label = N_("Next field; on the last one save"),
        .hint = N_("next"),
        .hinted = goes_on,
        .run = next_or_save,
    },
    {
        .name = "form.new_line",
        .keys = "Enter",
        .menu = N_("Form"),
        .label = N_("New line in this text"),
        .hint = N_("new line"),
        .hinted = breaks_lines,
        .help = N_("In a text of several lines that has begun; %K{form.next} leaves it."),
        .blocked = why_no_line,
        .run = begin_line,
    },
    {
        .name = "form.next",
        .keys = "Tab Down",
        .menu = N_("Form"),
        .label = N_("Next field"),
        .hint = N_("next"),
        .hinted = breaks_lines,
        .run = next,
    },
    {
        .name = "form.fill",
        .keys = "Ctrl-O F4",
        .menu = N_("Form"),
        .label = N_("As the last one"),
        .hint = N_("as the last one"),
        .hinted = is_filled,
        .help = N_("Takes from the last row of its kind what the next one mostly shares; "
                   "of a meeting its place, hours and seats."),
        .blocked = why_not_filled,
        .run = fill,
    },
    {
        .name = "form.exchange",
        .keys = "Ctrl-X",
        .menu = N_("Form"),
        .label = N_("Exchange family and given name"),
        .hint = N_("swap names"),
        .hinted = form_has_exchanged,
        .blocked = form_why_not_exchanged,
        .run = form_exchange,
    },
    {
        .name = "form.editor",
        .keys = OWN_EDITOR_KEY,
        .menu = N_("Form"),
        .label = N_("Write the text in your own editor"),
        .also = N_("editor"),
        .hinted = form_has_editor,
        .help = N_("The one that VISUAL or EDITOR names; what it leaves is in the field "
                   "then."),
        .needs = NEEDS_EDITOR,
        .blocked = form_why_no_editor,
        .run = form_edit_outside,
    },
    {
        .name = "form.search",
        .keys = "Ctrl-F",
        .menu = N_("Form"),
        .label = N_("Look somebody or something up"),
        .also = N_("look up"),
        .help = N_("Shows what is known of it; the form stays as it is."),
        .run = look_up,
    },
    {
        .name = "form.previous",
        .keys = "Shift-Tab Up",
        .menu = N_("Form"),
        .label = N_("Previous field"),
        .hint = N_("previous"),
        .run = previous,
    },
    {
        .name = "form.empty",
        .keys = "Ctrl-U",
        .menu = N_("Form"),
        .label = N_("Empty this field"),
        .also = N_("empty"),
        .hinted = can_be_emptied,
        .help = N_("While it is typed the key takes away what stands before the caret."),
        .blocked = why_not_emptied,
        .run = empty,
    },
    {
        .name = "form.undo",
        .keys = "Ctrl-Z",
        .menu = N_("Form"),
        .label = N_("Undo in this field"),
        .hint = N_("undo"),
        .run = undo,
    },
    ACTION_END
};

static int
form_tick_in(void *state)
{
    const struct form *form = state;

    if (form->unkept_since == 0 || (!form->request->name && !form->request->keep))
        return -1;
    int64_t left = form->unkept_since + KEEP_AFTER - terminal_clock();
    return left > 0 ? (int)left : 0;
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

/* As if it was pasted there. */
static void
form_begin(void *state, struct ui *ui)
{
    struct form *form = state;
    char *sought = form->request->sought ? memory_copy(form->request->sought) : NULL;

    if (sought && field_is_absent(focused(form)->field, form->request->record)) {
        const struct key key = { .press = PRESS_PASTE, .paste = sought };
        (void)form_key(state, ui, &key);
    }
    free(sought);
    if (form->request->typed || form->request->is_doubtful)
        form_item_advise(form, ui);
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

bool
form_run(struct ui *ui, const struct form_request *request)
{
    struct form form = { .request = request };

    add_items(&form, ui);
    if (form.count > 0 && form_draft_restore(&form, ui)) {
        focus_on(&form, first_item(&form));
        memory_replace(&focused(&form)->error, request->wrong);
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
