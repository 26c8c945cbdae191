/* SPDX-License-Identifier: GPL-3.0-or-later */
/* form_actions.c - what can be done in every form: save, leave, go on and back, fill,
 * empty */
#include "widget/form_item.h"

#include "atelier/base/language.h"
#include "screen.h"
#include "widget/draft_due.h"
#include "widget/own_editor.h"
#include "widget/search.h"

static void
save(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    struct form *form = state;
    const struct form_request *request = form->request;

    if (!form_check_all(form, ui))
        return;
    struct error err = { 0 };
    if (!record_check(request->entity, request->record, &err) ||
        (request->save && !request->save(ui, request->context, request->record, &err))) {
        form_blame(form, ui, &err);
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
        form_focus_move(form, ui, form->focus + 1);
    else if (form_item_check(form, ui, form_item_in_hand(form)))
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
    if (!form_item_check(form, ui, form_item_in_hand(form)) && form->focus > 0)
        ui_refuse(ui, "%s", form_item_in_hand(form)->error);
    if (form->focus > 0) {
        form_check_others(form, ui);
        form_focus_on(form, form->focus - 1);
    }
}

static void
undo(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    (void)state;
    ui_say(ui, "%s", _("There is nothing to take back in this field."));
}

static bool
is_filled(const void *state)
{
    return ((const struct form *)state)->fills;
}

static const char *
why_not_filled(struct ui *ui, void *state, int64_t argument)
{
    const struct form *form = state;

    (void)ui;
    (void)argument;
    return form->request->fill ? NULL : _("Here nothing is taken from another row.");
}

static void
fill(struct ui *ui, void *state, int64_t argument)
{
    struct form *form = state;
    struct buffer told = { 0 };
    struct error err = { 0 };

    (void)argument;
    if (!form_item_check(form, ui, form_item_in_hand(form)))
        return;
    if (form->request->fill(ui, form->request->context, form->request->record, &told,
                            &err)) {
        for (size_t i = 0; i < form->count; i++)
            form_item_show(form, ui, &form->items[i]);
        form->changed = true;
        draft_due_note(&form->unkept_since);
        form_focus_on(form, form->focus);
        ui_say(ui, "%s", buffer_text(&told));
    } else {
        ui_fail(ui, &err);
    }
    buffer_clear(&told);
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
    struct form_item *item = form_item_in_hand(state);

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
        .run = form_leave,
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
