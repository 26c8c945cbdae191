/* SPDX-License-Identifier: GPL-3.0-or-later */
/* form_draft.c - keeps what was typed, and brings it back
 *
 * Texts are kept as typed, other values as canonical text.
 * "rev" is the row's when the form was opened: whoever saved since is noticed.
 * "caret" names the field that was in hand: the person goes on there.
 */
#include "widget/form_item.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/app/drafts.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "terminal/terminal.h"
#include "widget/choose.h"

static void
add_item(const struct form *form, const struct form_item *item, struct buffer *line)
{
    struct buffer value = { 0 };

    if (form_item_is_text(item))
        buffer_add(&value, form_item_text(item));
    else
        (void)field_format(item->field, form->request->record, &value);
    form_draft_add_line(line, item->field->name, buffer_text(&value));
    buffer_clear(&value);
}

/* Of a row that is there, what the person did not touch stays out, so that it follows
 * what colleagues save.  A new one is kept as it was seen: its group's zone is not
 * proposed again elsewhere, and the name was typed before the form opened. */
static bool
is_kept(const struct form *form, const char *line)
{
    const struct record *head = form->request->record;
    bool is_empty = strcmp(line + strcspn(line, "="), "=\n") == 0;

    return (head->id == 0 && !is_empty) ||
           !form_draft_has_line(buffer_text(&form->first), line);
}

static void
add_fields(const struct form *form, struct buffer *fields)
{
    struct buffer line = { 0 };

    for (size_t i = 0; i < form->count; i++) {
        buffer_reset(&line);
        add_item(form, &form->items[i], &line);
        if (is_kept(form, buffer_text(&line)))
            buffer_add(fields, buffer_text(&line));
    }
    buffer_clear(&line);
}

static void
add_rev(const struct record *head, struct buffer *fields)
{
    if (head->id != 0)
        buffer_addf(fields, "rev=%lld\n", (long long)head->rev);
}

static const char caret_key[] = "caret";

static void
add_caret(const struct form *form, struct buffer *fields)
{
    form_draft_add_line(fields, caret_key, form->items[form->focus].field->name);
}

static bool
keep_fields(struct form *form, struct ui *ui, const char *fields, struct error *err)
{
    const struct record *head = form->request->record;
    struct draft draft = { .id = form->draft, .row = head->id };

    if (!form->draft_name)
        form->draft_name = form_draft_free_name(form, ui);
    draft.screen = memory_copy(form->draft_name);
    draft.entity = memory_copy(form->request->entity->name);
    draft.fields = memory_copy(fields);
    const bool ok = drafts_keep(ui_atelier(ui), &draft, err);
    if (ok)
        form->draft = draft.id;
    draft_clear(&draft);
    return ok;
}

/* Another window of the person has the draft now, or had it and saved it: it is not
 * written over.  What was typed here since then is a draft of its own, told once it is
 * kept: a colleague may be writing just now. */
static bool
keep_apart(struct form *form, struct ui *ui, bool typed, const char *fields,
           struct error *err)
{
    form->draft = 0;
    memory_replace(&form->draft_name, NULL);
    form->parted = typed;
    error_clear(err);
    if (typed)
        return keep_fields(form, ui, fields, err);
    ui_refuse(ui, "%s",
              _("Another window of yours has taken up what was typed here; it goes on "
                "there."));
    return true;
}

static bool
keep_draft(struct form *form, struct ui *ui, bool typed, const char *fields,
           struct error *err)
{
    const bool ok =
        keep_fields(form, ui, fields, err) ||
        (err->kind == ERROR_CONFLICT && keep_apart(form, ui, typed, fields, err));
    if (ok && form->parted) {
        form->parted = false;
        ui_refuse(
            ui, "%s",
            _("Another window of yours has taken up what was typed here.  Nothing is "
              "lost: this is kept beside it from now on."));
    }
    return ok;
}

bool
form_draft_keep(struct form *form, struct ui *ui)
{
    const struct form_request *request = form->request;
    const struct record *head = request->record;

    const bool typed = form->unkept_since != 0;

    form->unkept_since = 0;
    if ((!request->name && !request->keep) || !form->changed)
        return true;
    struct buffer fields = { 0 };
    if (!request->keep)
        add_rev(head, &fields);
    form_draft_add_known(request, &fields);
    add_fields(form, &fields);
    if (!request->keep)
        add_caret(form, &fields);
    struct error err = { 0 };
    const bool kept =
        request->keep ? request->keep(ui, request->context, buffer_text(&fields), &err)
                      : keep_draft(form, ui, typed, buffer_text(&fields), &err);
    form->kept = request->keep ? kept : form->draft != 0;
    if (!kept && err.kind == ERROR_CANCELLED)
        form->unkept_since = terminal_clock(); /* a colleague writes: tried again */
    buffer_clear(&fields);
    return err.kind != ERROR_CANCELLED;
}

void
form_draft_drop(struct form *form, struct ui *ui)
{
    struct error ignored = { 0 };

    if (form->draft != 0)
        (void)drafts_drop(ui_atelier(ui), form->draft, &ignored);
    form->draft = 0;
    memory_replace(&form->draft_name, NULL);
}

static void
restore_field(struct form *form, struct ui *ui, const char *line, size_t length)
{
    const char *equals = memchr(line, '=', length);

    if (!equals)
        return;
    struct buffer value = { 0 };
    form_draft_unescape(&value, equals + 1, length - (size_t)(equals + 1 - line));
    struct error ignored = { 0 };
    for (size_t i = 0; i < form->count; i++) {
        struct form_item *item = &form->items[i];
        size_t name = strlen(item->field->name);

        if (name != (size_t)(equals - line) || memcmp(item->field->name, line, name) != 0)
            continue;
        if (form_item_is_text(item)) {
            item->typed = strcmp(form_item_text(item), buffer_text(&value)) != 0;
            item->touched = item->typed;
            form_item_set_text(item, buffer_text(&value));
        } else if (field_parse(item->field, form->request->record, buffer_text(&value),
                               &ignored)) {
            form_item_show(form, ui, item);
        }
    }
    buffer_clear(&value);
}

static void
restore_rev(const struct form *form, const char *fields)
{
    struct record *head = form->request->record;

    if (form_draft_is_older(fields, head))
        head->rev = form_draft_rev(fields);
}

/* An older version kept none, and the field may be one that is not asked any more. */
static void
restore_caret(struct form *form, const char *fields)
{
    struct buffer name = { 0 };

    (void)form_draft_add_value(fields, caret_key, &name);
    for (size_t i = 0; i < form->count; i++)
        if (strcmp(form->items[i].field->name, buffer_text(&name)) == 0) {
            form->focus = i;
            form->resumed = true;
        }
    buffer_clear(&name);
}

enum { GO_ON, THROW_AWAY, LEAVE_IT };

/* What becomes of the draft, -1: the form is not wanted now.  Who hits Enter unread takes
 * up what is newest; who types on begins afresh, and nothing is lost. */
static int
ask_about(const struct form *form, struct ui *ui, const struct draft *draft)
{
    const char *const answers[] = { _("Go on with it"),
                                    _("Throw it away and start afresh"),
                                    _("Start afresh, and keep it beside") };
    const bool is_older = form_draft_is_older(draft->fields, form->request->record);
    struct buffer when = { 0 };
    struct buffer text = { 0 };

    if (form->request->resume)
        return GO_ON;
    form_draft_add_time(ui, draft->at, &when);
    buffer_addf(&text, _("Something typed here on %s was not saved."),
                buffer_text(&when));
    if (is_older)
        buffer_addf(&text, "  %s", _("The row has been saved since."));
    form_draft_add_words(form->request->entity, draft->fields, "\n", &text);
    const int answer =
        choose_or_type(ui, form->request->title, buffer_text(&text), answers,
                       sizeof answers / sizeof answers[0], is_older ? LEAVE_IT : GO_ON);
    buffer_clear(&when);
    buffer_clear(&text);
    return answer == CHOOSE_TYPED ? LEAVE_IT : answer;
}

bool
form_draft_restore(struct form *form, struct ui *ui)
{
    for (size_t i = 0; i < form->count; i++)
        add_item(form, &form->items[i], &form->first);
    struct draft draft = { 0 };
    if (!form_draft_find(form, ui, &draft)) {
        draft_clear(&draft);
        return true;
    }
    struct error ignored = { 0 };
    int answer = ask_about(form, ui, &draft);
    if (answer == LEAVE_IT ||
        (answer >= 0 && !drafts_take(ui_atelier(ui), &draft, &ignored))) {
        draft_clear(&draft); /* or another window was quicker */
        return true;
    }
    if (answer >= 0) {
        form->draft = draft.id;
        form->draft_name = memory_copy(draft.screen);
    }
    if (answer == GO_ON) {
        restore_rev(form, !draft.fields ? "" : draft.fields);
        for (const char *line = draft.fields; line && *line != '\0';) {
            size_t length = strcspn(line, "\n");

            restore_field(form, ui, line, length);
            line += length + (line[length] == '\n' ? 1 : 0);
        }
        restore_caret(form, draft.fields);
        form->changed = true;
    } else if (answer == THROW_AWAY) {
        form_draft_drop(form, ui);
    }
    draft_clear(&draft);
    return answer >= 0;
}
