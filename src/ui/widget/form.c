/* SPDX-License-Identifier: GPL-3.0-or-later */
/* form.c - the fields of a table on paper: focus, checking, saving */
#include "form_item.h"

#include <stdlib.h>
#include <string.h>

#include "../screen.h"
#include "../terminal.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"

enum {
    LABEL_MOST = 28,
    FIELD_LEAST = 20,
    FIELD_MOST = 60,
    NOTE_LEAST = 22,
    KEEP_AFTER = 1500 /* milliseconds after the first key that is in no draft yet */
};

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
    for (size_t i = 0; request->skip != NULL && request->skip[i] != NULL; i++)
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
        form->items[i].touched =
            typed != NULL && strcmp(form->items[i].field->name, typed) == 0;
    }
}

/* --- painting */

struct layout {
    int label, field; /* columns they begin at */
    int field_width;
};

static struct layout
lay_out(const struct form *form, int columns)
{
    struct layout layout = { .label = 1 };
    int label = 0, rest;

    for (size_t i = 0; i < form->count; i++) {
        int width = (int)text_width(_(form->items[i].field->label)) + 2;

        label = width > label ? width : label;
    }
    if (label > LABEL_MOST)
        label = LABEL_MOST;
    layout.field = layout.label + label + 1;
    rest = columns - layout.field - 2;
    layout.field_width = rest * 6 / 10;
    if (rest - layout.field_width < NOTE_LEAST)
        layout.field_width = rest - NOTE_LEAST;
    if (layout.field_width < FIELD_LEAST)
        layout.field_width = FIELD_LEAST;
    if (layout.field_width > FIELD_MOST)
        layout.field_width = FIELD_MOST;
    return layout;
}

static int
width_of(const struct form_item *item, int most)
{
    int width = item->field->kind == FIELD_NUMBER       ? 10
                : item->field->kind == FIELD_BOOLEAN    ? 12
                : item->field->kind == FIELD_DATE       ? 20
                : item->field->kind == FIELD_LOCAL_TIME ? 26
                                                        : most;

    return width < most ? width : most;
}

static void
paint_value(struct form_item *item, int row, struct layout layout, bool focus)
{
    int width = width_of(item, layout.field_width);

    switch (item->field->kind) {
    case FIELD_LINES:
        text_area_draw(&item->lines,
                       (struct area){ row, layout.field, form_item_rows(item), width },
                       focus);
        return;
    case FIELD_CHOICE:
        paint_format(row, layout.field, width, focus ? STYLE_BAR : STYLE_PLAIN,
                     focus ? "< %s >" : "%s", line_edit_text(&item->line));
        break;
    case FIELD_BOOLEAN:
        paint_text(row, layout.field, width, focus ? STYLE_BAR : STYLE_PLAIN,
                   line_edit_text(&item->line));
        break;
    case FIELD_REFERENCE:
        paint_text(row, layout.field, width, focus ? STYLE_BAR : STYLE_INPUT,
                   line_edit_text(&item->line));
        break;
    case FIELD_TEXT:
    case FIELD_EMAIL:
    case FIELD_PHONE:
    case FIELD_ZONE:
    case FIELD_NUMBER:
    case FIELD_DATE:
    case FIELD_LOCAL_TIME:
    case FIELD_INSTANT:
        line_edit_draw(&item->line, row, layout.field, width, focus);
        return;
    }
    if (focus)
        paint_cursor(row, layout.field);
}

static void
paint_item(struct form *form, size_t index, int row, struct layout layout,
           struct area rows)
{
    struct form_item *item = &form->items[index];
    bool focus = index == form->focus;
    bool required = (item->field->flags & FIELD_REQUIRED) != 0;
    struct buffer note = { 0 };
    int note_at;

    for (int line = row; line < row + form_item_rows(item); line++)
        if (line < rows.top || line >= rows.top + rows.rows)
            return; /* only whole fields are shown */
    paint_format(row, 0, layout.field, focus ? STYLE_STRONG : STYLE_PLAIN, " %s%s",
                 _(item->field->label), required ? " *" : "");
    paint_value(item, row, layout, focus);
    form_item_add_note(form, item, focus, &note);
    /* Behind a short field there is more room for it. */
    note_at = layout.field + width_of(item, layout.field_width) + 2;
    paint_fill(row, note_at - 2, 2, STYLE_PLAIN);
    paint_text(row, note_at, rows.columns - note_at,
               item->error != NULL ? STYLE_STRONG : STYLE_QUIET, buffer_text(&note));
    buffer_clear(&note);
}

/* Scrolls so that the focused field is on the screen whole. */
static void
scroll(struct form *form, int rows)
{
    int at = 0, height;

    for (size_t i = 0; i < form->focus; i++)
        at += form_item_rows(&form->items[i]);
    height = form_item_rows(&form->items[form->focus]);
    if (at < form->top)
        form->top = at;
    if (at + height > form->top + rows)
        form->top = at + height - rows;
}

static void
form_draw(void *state, struct ui *ui, struct area body, bool fresh)
{
    struct form *form = state;
    struct layout layout = lay_out(form, body.columns);
    struct area rows = { body.top + 1, body.left, body.rows - 2, body.columns };
    int row, before = form->top;

    (void)ui;
    scroll(form, rows.rows);
    if (fresh || before != form->top)
        paint_clear(body);
    row = rows.top - form->top;
    for (size_t i = 0; i < form->count; i++) {
        paint_item(form, i, row, layout, rows);
        row += form_item_rows(&form->items[i]);
    }
    paint_text(body.top + body.rows - 1, layout.field, body.columns - layout.field,
               STYLE_QUIET, _("* must be filled in"));
}

/* --- doing */

static struct form_item *
focused(struct form *form)
{
    return &form->items[form->focus];
}

/* The message has room for what does not fit beside the field. */
static void
say_error(struct ui *ui, const struct form_item *item)
{
    if (item->error != NULL)
        ui_refuse(ui, "%s", item->error);
}

/* Proposals, and what has one short form, are replaced by typing; words are amended. */
static bool
is_replaced(const struct form *form, const struct form_item *item)
{
    const struct record *head = form->request->record;

    switch (item->field->kind) {
    case FIELD_NUMBER:
    case FIELD_DATE:
    case FIELD_LOCAL_TIME:
    case FIELD_ZONE:
        return true;
    case FIELD_TEXT:
    case FIELD_EMAIL:
    case FIELD_PHONE:
        return head->id == 0 && !item->touched;
    case FIELD_LINES:
    case FIELD_BOOLEAN:
    case FIELD_CHOICE:
    case FIELD_REFERENCE:
    case FIELD_INSTANT:
        break;
    }
    return false;
}

static void
focus_on(struct form *form, size_t index)
{
    struct form_item *item = &form->items[index];

    form->focus = index;
    if (is_replaced(form, item))
        line_edit_select(&item->line);
    else if (form_item_is_text(item) && item->field->kind != FIELD_LINES)
        item->line.caret = item->line.text.length;
}

/* What was wrong elsewhere may be right by now: an end, since the start has changed. */
static void
check_others_again(struct form *form, struct ui *ui)
{
    for (size_t i = 0; i < form->count; i++)
        if (i != form->focus && form->items[i].error != NULL)
            (void)form_item_check(form, ui, &form->items[i]);
}

static void
move_focus(struct form *form, struct ui *ui, size_t to)
{
    if (!form_item_check(form, ui, focused(form))) {
        say_error(ui, focused(form));
        focus_on(form, form->focus);
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
        if (item->error == NULL)
            memory_replace(&item->error, _("This must be filled in."));
        say_error(ui, item);
        focus_on(form, i);
        return false;
    }
    return true;
}

static void
blame(struct form *form, struct ui *ui, const struct error *err)
{
    if (err->message[0] != '\0')
        (void)ui_fail(ui, err);
    for (size_t i = 0; err->field != NULL && i < form->count; i++)
        if (strcmp(form->items[i].field->name, err->field) == 0) {
            memory_replace(&form->items[i].error, err->message);
            focus_on(form, i);
        }
}

static void
save(struct ui *ui, void *state)
{
    struct form *form = state;
    const struct form_request *request = form->request;
    struct error err = { 0 };

    if (!check_all(form, ui))
        return;
    if (!record_check(request->entity, request->record, &err) ||
        (request->save != NULL &&
         !request->save(ui, request->context, request->record, &err))) {
        blame(form, ui, &err);
        return;
    }
    form->saved = true;
    form_draft_drop(form, ui);
    ui_back(ui);
}

static void
next(struct ui *ui, void *state)
{
    struct form *form = state;

    if (form->focus + 1 < form->count)
        move_focus(form, ui, form->focus + 1);
    else if (form_item_check(form, ui, focused(form)))
        ui_say(ui, "%s", _("This is the last field.  F2 saves."));
    else
        say_error(ui, focused(form));
}

static void
next_or_save(struct ui *ui, void *state)
{
    struct form *form = state;

    if (form->focus + 1 < form->count)
        next(ui, form);
    else
        save(ui, form);
}

static void
previous(struct ui *ui, void *state)
{
    struct form *form = state;

    /* Back is always open: the mistake may be above. */
    if (form->focus == 0 || !form_item_check(form, ui, focused(form)))
        say_error(ui, focused(form));
    if (form->focus > 0) {
        check_others_again(form, ui);
        focus_on(form, form->focus - 1);
    }
}

static void
undo(struct ui *ui, void *state)
{
    (void)state;
    ui_say(ui, "%s", _("There is nothing to take back in this field."));
}

static void
leave(struct ui *ui, void *state)
{
    struct form *form = state;

    form_draft_keep(form, ui);
    if (form->changed && form->draft != 0)
        ui_say(ui, "%s",
               _("Not saved; what you typed is kept and offered when you come back."));
    ui_back(ui);
}

static const struct action actions[] = {
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
        .run = next_or_save,
    },
    {
        .name = "form.next",
        .keys = "Tab Down",
        .menu = N_("Form"),
        .label = N_("Next field"),
        .run = next,
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
        .name = "form.undo",
        .keys = "Ctrl-Z",
        .menu = N_("Form"),
        .label = N_("Undo in this field"),
        .hint = N_("undo"),
        .run = undo,
    },
    ACTION_END
};

static bool
form_key(void *state, struct ui *ui, const struct key *key)
{
    struct form *form = state;
    bool changed = false;
    bool taken = form_item_key(form, ui, focused(form), key, &changed);

    if (changed) {
        form->changed = true;
        if (form->unkept_since == 0)
            form->unkept_since = terminal_clock();
    }
    return taken;
}

static int
form_tick_in(void *state)
{
    const struct form *form = state;
    int64_t left;

    if (form->unkept_since == 0 || form->request->name == NULL)
        return -1;
    left = form->unkept_since + KEEP_AFTER - terminal_clock();
    return left > 0 ? (int)left : 0;
}

static void
form_tick(void *state, struct ui *ui)
{
    form_draft_keep(state, ui);
}

static void
form_keep(void *state, struct ui *ui)
{
    form_draft_keep(state, ui);
}

static void
form_add_title(void *state, struct ui *ui, struct buffer *buffer)
{
    const struct form *form = state;

    (void)ui;
    buffer_add(buffer, form->request->title);
}

static const struct screen form_screen = {
    .name = "form",
    .dialog = true,
    .actions = actions,
    .draw = form_draw,
    .add_title = form_add_title,
    .key = form_key,
    .keep = form_keep,
    .tick_in = form_tick_in,
    .tick = form_tick,
};

bool
form_run(struct ui *ui, const struct form_request *request)
{
    struct form form = { .request = request };

    add_items(&form, ui);
    if (form.count > 0 && form_draft_restore(&form, ui)) {
        focus_on(&form, 0);
        (void)ui_dialog(ui, &form_screen, &form);
    }
    for (size_t i = 0; i < form.count; i++)
        form_item_clear(&form.items[i]);
    free(form.items);
    buffer_clear(&form.first);
    return form.saved;
}
