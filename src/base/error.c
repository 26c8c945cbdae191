/* SPDX-License-Identifier: GPL-3.0-or-later */
/* error.c - what went wrong, said to the person who can act on it */
#include "atelier/base/error.h"

#include <stdio.h>
#include <string.h>

#include "atelier/base/buffer.h"
#include "atelier/base/language.h"
#include "atelier/base/text.h"

/* Copies a printable text, cut at a character's edge with "…" when it is too long. */
static void
store_message(struct error *err, const char *text)
{
    const size_t room = sizeof(err->message);
    size_t length = strlen(text);
    if (length < room) {
        memcpy(err->message, text, length + 1);
        return;
    }
    static const char ellipsis[] = "…";
    length = room - sizeof(ellipsis);
    while (length > 0 && !text_begins_character(text[length]))
        length--;
    memcpy(err->message, text, length);
    memcpy(err->message + length, ellipsis, sizeof(ellipsis));
}

bool
error_set_list(struct error *err, enum error_kind kind, const char *field,
               const char *format, va_list arguments)
{
    if (!err)
        return false;

    struct buffer raw = { 0 };
    buffer_addv(&raw, format, arguments);
    struct buffer printable = { 0 };
    text_add_printable(&printable, buffer_text(&raw));
    err->kind = kind;
    err->field = field;
    err->question = 0;
    store_message(err, buffer_text(&printable));
    buffer_clear(&raw);
    buffer_clear(&printable);
    return false;
}

bool
error_set(struct error *err, enum error_kind kind, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    error_set_list(err, kind, NULL, format, arguments);
    va_end(arguments);
    return false;
}

bool
error_set_field(struct error *err, enum error_kind kind, const char *field,
                const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    error_set_list(err, kind, field, format, arguments);
    va_end(arguments);
    return false;
}

bool
error_pass(struct error *err, const struct error *from)
{
    if (err)
        *err = *from;
    return false;
}

const char *
error_system_text(int number)
{
    return strerror(number);
}

/* --help prints it; the manual and the README are compared with that. */
static const char *const meanings[] = {
    [ERROR_NONE] = N_("done"),
    [ERROR_RULE] = N_("refused by a rule or a role, or a file is there already"),
    [ERROR_INPUT] = N_("bad input or usage"),
    [ERROR_NOT_FOUND] = N_("not found"),
    [ERROR_DATABASE] = N_("the database is busy, full, damaged or not ours"),
    [ERROR_SYSTEM] = N_("the system failed"),
};

const char *
error_status_meaning(int status)
{
    const int count = (int)(sizeof(meanings) / sizeof(meanings[0]));
    return status >= 0 && status < count ? meanings[status] : NULL;
}

int
error_exit_status(enum error_kind kind)
{
    switch (kind) {
    case ERROR_NONE:
    case ERROR_RULE:
    case ERROR_INPUT:
    case ERROR_NOT_FOUND:
    case ERROR_DATABASE:
    case ERROR_SYSTEM:
        return (int)kind;
    case ERROR_CONFLICT:
    case ERROR_QUESTION:
    case ERROR_CANCELLED:
    case ERROR_EXISTS:
        break;
    }
    return (int)ERROR_RULE;
}

void
error_clear(struct error *err)
{
    if (err)
        *err = (struct error){ 0 };
}
