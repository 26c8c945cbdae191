/* SPDX-License-Identifier: GPL-3.0-or-later */
/* form_draft_text.c - the text of a draft: a line a field
 *
 * Name, "=", text, with line breaks and backslashes escaped.
 */
#include <stdlib.h>
#include <string.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/domain/when.h"
#include "widget/form_item.h"

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

void
form_draft_unescape(struct buffer *buffer, const char *text, size_t length)
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

void
form_draft_add_line(struct buffer *fields, const char *name, const char *value)
{
    buffer_addf(fields, "%s=", name);
    add_escaped(fields, value);
    buffer_add_char(fields, '\n');
}

bool
form_draft_has_line(const char *lines, const char *line)
{
    size_t length = strlen(line);

    for (const char *at = lines; (at = strstr(at, line)); at += length)
        if (at == lines || at[-1] == '\n')
            return true;
    return false;
}

void
form_draft_add_known(const struct form_request *request, struct buffer *fields)
{
    struct buffer value = { 0 };

    for (size_t i = 0; request->skip && request->skip[i]; i++) {
        const struct field *field = entity_field(request->entity, request->skip[i]);

        buffer_reset(&value);
        if (!field || field_is_absent(field, request->record))
            continue;
        (void)field_format(field, request->record, &value);
        form_draft_add_line(fields, field->name, buffer_text(&value));
    }
    buffer_clear(&value);
}

bool
form_draft_is_about(const struct form *form, const struct draft *draft)
{
    struct buffer known = { 0 };

    form_draft_add_known(form->request, &known);
    bool same = true;
    for (char *line = known.text; same && line && *line != '\0';) {
        size_t length = strcspn(line, "\n") + 1;
        char *one = memory_copy_part(line, length);

        same = draft->fields && form_draft_has_line(draft->fields, one);
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
            form_draft_unescape(value, line + before, length - before);
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

static void
add_age(int64_t minutes, struct buffer *text)
{
    enum { DAY_MINUTES = 24 * 60 };
    const int64_t days = minutes / DAY_MINUTES;
    struct buffer duration = { 0 };

    when_format_duration(minutes, &duration);
    if (days > 0)
        buffer_addf(text,
                    ngettext(", %lld day ago", ", %lld days ago", (unsigned long)days),
                    (long long)days);
    else if (minutes > 0)
        buffer_addf(text, _(", %s ago"), buffer_text(&duration));
    buffer_clear(&duration);
}

void
form_draft_add_time(struct ui *ui, instant at, struct buffer *text)
{
    struct local_time local = { 0 };
    struct error ignored = { 0 };

    (void)atelier_local_time(ui_atelier(ui), at, NULL, &local, &ignored);
    when_format_local_time(local, text);
    add_age((atelier_now(ui_atelier(ui)) - at) / 60, text);
}

int64_t
form_draft_rev(const char *fields)
{
    static const char key[] = "rev=";

    return fields && strncmp(fields, key, strlen(key)) == 0
               ? strtoll(fields + strlen(key), NULL, 10)
               : 0;
}

bool
form_draft_is_older(const char *fields, const struct record *row)
{
    const int64_t rev = form_draft_rev(fields);

    return row->id != 0 && rev > 0 && rev < row->rev;
}
