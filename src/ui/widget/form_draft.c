/* SPDX-License-Identifier: GPL-3.0-or-later */
/* form_draft.c - keeps what was typed, and brings it back
 *
 * A draft is one line a field: name, "=", text, with line breaks and
 * backslashes escaped.  Texts are kept as typed, other values as canonical text.
 * "rev" is the row's when the form was opened: whoever saved since is noticed.
 */
#include "widget/form_item.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/app/keep.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/domain/when.h"
#include "terminal/terminal.h"
#include "widget/choose.h"

static void
add_escaped(struct buffer *buffer, const char *text)
{
    for (; *text != '\0'; text++) {
        if (*text == '\n')
            buffer_add(buffer, "\\n");
        else if (*text == '\\')
            buffer_add(buffer, "\\\\");
        else
            buffer_add_char(buffer, *text);
    }
}

static void
add_unescaped(struct buffer *buffer, const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        if (text[i] == '\\' && i + 1 < length) {
            i++;
            buffer_add_char(buffer, text[i] == 'n' ? '\n' : text[i]);
        } else {
            buffer_add_char(buffer, text[i]);
        }
    }
}

static void
add_line(struct buffer *fields, const char *name, const char *value)
{
    buffer_addf(fields, "%s=", name);
    add_escaped(fields, value);
    buffer_add_char(fields, '\n');
}

static void
add_item(const struct form *form, const struct form_item *item, struct buffer *line)
{
    struct buffer value = { 0 };

    if (form_item_is_text(item))
        buffer_add(&value, form_item_text(item));
    else
        (void)field_format(item->field, form->request->record, &value);
    add_line(line, item->field->name, buffer_text(&value));
    buffer_clear(&value);
}

/* Whether one of the lines is this one, which ends with its line break. */
static bool
has_line(const char *lines, const char *line)
{
    size_t length = strlen(line);

    for (const char *at = lines; (at = strstr(at, line)); at += length)
        if (at == lines || at[-1] == '\n')
            return true;
    return false;
}

/* Of a row that is there, what the person did not touch stays out, so that it follows
 * what colleagues save.  A new one is kept as it was seen: its group's zone is not
 * proposed again elsewhere, and the name was typed before the form opened. */
static bool
is_kept(const struct form *form, const char *line)
{
    const struct record *head = form->request->record;
    bool is_empty = strcmp(line + strcspn(line, "="), "=\n") == 0;

    return (head->id == 0 && !is_empty) || !has_line(buffer_text(&form->first), line);
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

/* What was known before the form opened: the group of a new member, say. */
static void
add_known(const struct form_request *request, struct buffer *fields)
{
    struct buffer value = { 0 };

    for (size_t i = 0; request->skip && request->skip[i]; i++) {
        const struct field *field = entity_field(request->entity, request->skip[i]);

        buffer_reset(&value);
        if (!field || field_is_absent(field, request->record))
            continue;
        (void)field_format(field, request->record, &value);
        add_line(fields, field->name, buffer_text(&value));
    }
    buffer_clear(&value);
}

static void
add_rev(const struct record *head, struct buffer *fields)
{
    if (head->id != 0)
        buffer_addf(fields, "rev=%lld\n", (long long)head->rev);
}

static bool
keep_fields(struct form *form, struct ui *ui, const char *fields, struct error *err)
{
    const struct record *head = form->request->record;
    struct draft draft = { .id = form->draft, .row = head->id };

    draft.screen = memory_copy(form->request->name);
    draft.entity = memory_copy(form->request->entity->name);
    draft.fields = memory_copy(fields);
    const bool ok = keep_draft(ui_atelier(ui), &draft, err);
    if (ok)
        form->draft = draft.id;
    draft_clear(&draft);
    return ok;
}

bool
form_draft_keep(struct form *form, struct ui *ui)
{
    const struct form_request *request = form->request;
    const struct record *head = request->record;

    form->unkept_since = 0;
    if ((!request->name && !request->keep) || !form->changed)
        return true;
    struct buffer fields = { 0 };
    if (!request->keep)
        add_rev(head, &fields);
    add_known(request, &fields);
    add_fields(form, &fields);
    struct error err = { 0 };
    const bool kept =
        request->keep ? request->keep(ui, request->context, buffer_text(&fields), &err)
                      : keep_fields(form, ui, buffer_text(&fields), &err);
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
        (void)keep_drop(ui_atelier(ui), form->draft, &ignored);
    form->draft = 0;
}

static void
restore_field(struct form *form, struct ui *ui, const char *line, size_t length)
{
    const char *equals = memchr(line, '=', length);

    if (!equals)
        return;
    struct buffer value = { 0 };
    add_unescaped(&value, equals + 1, length - (size_t)(equals + 1 - line));
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
    static const char key[] = "rev=";
    struct record *head = form->request->record;
    const char *number = fields + strlen(key);

    if (head->id == 0 || strncmp(fields, key, strlen(key)) != 0)
        return;
    char *end;
    long long rev = strtoll(number, &end, 10);
    if (end != number && rev < head->rev)
        head->rev = rev;
}

/* A new member of another group is not the one that the draft speaks of. */
static bool
is_about_this(const struct form *form, const struct draft *draft)
{
    struct buffer known = { 0 };

    add_known(form->request, &known);
    bool same = true;
    for (char *line = known.text; same && line && *line != '\0';) {
        size_t length = strcspn(line, "\n") + 1;
        char *one = memory_copy_part(line, length);

        same = draft->fields && has_line(draft->fields, one);
        free(one);
        line += length;
    }
    buffer_clear(&known);
    return same;
}

bool
form_draft_add_value(const char *fields, const char *name, struct buffer *value)
{
    size_t before = strlen(name) + 1;

    for (const char *line = fields; line && *line != '\0';) {
        size_t length = strcspn(line, "\n");

        if (length > before && memcmp(line, name, before - 1) == 0 &&
            line[before - 1] == '=') {
            add_unescaped(value, line + before, length - before);
            return true;
        }
        line += length + (line[length] == '\n' ? 1 : 0);
    }
    return false;
}

void
form_draft_add_words(const struct entity *entity, const char *fields, const char *before,
                     struct buffer *text)
{
    struct buffer words = { 0 };
    bool found = false;

    for (size_t i = 0; i < entity->field_count && !found; i++)
        found = entity->fields[i].kind == FIELD_TEXT &&
                form_draft_add_value(fields, entity->fields[i].name, &words);
    if (found)
        buffer_addf(text, "%s%s", before, buffer_text(&words));
    buffer_clear(&words);
}

/* Whether to take the draft up: 0 yes, 1 no and throw it away, -1 not now. */
static int
ask_about(const struct form *form, struct ui *ui, const struct draft *draft)
{
    if (form->request->resume)
        return 0;
    struct local_time local = { 0 };
    struct buffer text = { 0 };
    struct error ignored = { 0 };
    if (atelier_local_time(ui_atelier(ui), draft->at, NULL, &local, &ignored)) {
        struct buffer when = { 0 };

        when_format_local_time(local, &when);
        buffer_addf(&text, _("Something typed here on %s was not saved."),
                    buffer_text(&when));
        buffer_clear(&when);
    } else {
        buffer_add(&text, _("Something typed here was not saved."));
    }
    form_draft_add_words(form->request->entity, draft->fields, "\n", &text);
    const char *const answers[] = { _("Go on with it"),
                                    _("Throw it away and start afresh") };
    int answer = choose(ui, form->request->title, buffer_text(&text), answers, 2, 0);
    buffer_clear(&text);
    return answer;
}

bool
form_draft_restore(struct form *form, struct ui *ui)
{
    const struct record *head = form->request->record;

    for (size_t i = 0; i < form->count; i++)
        add_item(form, &form->items[i], &form->first);
    struct draft draft = { 0 };
    struct error ignored = { 0 };
    if (!form->request->name ||
        !keep_find(ui_atelier(ui), form->request->name, head->id, &draft, &ignored) ||
        draft.id == 0 || draft.row != head->id || !is_about_this(form, &draft)) {
        draft_clear(&draft);
        return true;
    }
    int answer = ask_about(form, ui, &draft);
    if (answer >= 0)
        form->draft = draft.id;
    if (answer == 0) {
        restore_rev(form, !draft.fields ? "" : draft.fields);
        for (const char *line = draft.fields; line && *line != '\0';) {
            size_t length = strcspn(line, "\n");

            restore_field(form, ui, line, length);
            line += length + (line[length] == '\n' ? 1 : 0);
        }
        form->changed = true;
    } else if (answer == 1) {
        form_draft_drop(form, ui);
    }
    draft_clear(&draft);
    return answer >= 0;
}
