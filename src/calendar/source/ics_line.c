/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ics_line.c - the lines of one component, unfolded, as they are written */
#include "source/ics_line.h"

#include <string.h>
#include <strings.h>

bool
ics_line_continues(const char *text, const char *end, size_t before)
{
    return before > 0 && text < end && (*text == ' ' || *text == '\t');
}

/* Eight bytes at a time, as every byte of a file is looked at: the high bit of each that
 * is a control character, and of each that is not ASCII. */
static uint64_t
strange_bytes(const char *text, size_t length)
{
    const uint64_t each = UINT64_C(0x0101010101010101);
    const uint64_t high = each << 7;
    uint64_t strange = 0;
    uint64_t word;

    for (size_t i = 0; i < length; i += sizeof word) {
        const size_t left = length - i;
        word = each * ' ';
        if (left >= sizeof word)
            memcpy(&word, text + i, sizeof word);
        else
            memcpy(&word, text + i, left);
        const uint64_t low = word & ~high;
        const uint64_t below_blank = ~(low + each * (0x80 - ' '));
        const uint64_t is_delete = low + each;
        strange |= ((below_blank | is_delete) & ~word & high) >> 7 | (word & high);
    }
    return strange;
}

bool
ics_line_is_plain(const char *text, size_t length)
{
    return strange_bytes(text, length) == 0;
}

bool
ics_line_is_clean(const char *text, size_t length)
{
    const uint64_t controls = UINT64_C(0x0101010101010101);
    return (strange_bytes(text, length) & controls) == 0;
}

size_t
ics_line_clean(char *text, size_t length)
{
    size_t kept = 0;
    for (size_t i = 0; i < length; i++) {
        unsigned char byte = (unsigned char)text[i];
        if ((byte >= ' ' && byte != 0x7F) || byte == '\t')
            text[kept++] = text[i];
    }
    return kept;
}

/* Moves the physical line at the cursor to where the whole one grows. */
static char *
take_physical(struct ics_cursor *cursor, char *to)
{
    char *end = memchr(cursor->at, '\n', (size_t)(cursor->end - cursor->at));
    char *next = end ? end + 1 : cursor->end;
    if (!end)
        end = cursor->end;
    if (end > cursor->at && end[-1] == '\r')
        end--;
    size_t length = (size_t)(end - cursor->at);
    if (to != cursor->at)
        memmove(to, cursor->at, length);
    cursor->at = next;
    cursor->number++;
    return to + length;
}

/* Where the value begins: behind the first colon outside quotes. */
static void
split(struct ics_line *line)
{
    bool quoted = false;
    line->name = 0;
    while (line->text[line->name] && line->text[line->name] != ';' &&
           line->text[line->name] != ':')
        line->name++;
    line->value = 0;
    for (size_t i = line->name; line->text[i]; i++) {
        if (line->text[i] == '"')
            quoted = !quoted;
        if (line->text[i] == ':' && !quoted) {
            line->value = i + 1;
            return;
        }
    }
}

bool
ics_cursor_next(struct ics_cursor *cursor, struct ics_line *line)
{
    do {
        if (cursor->at >= cursor->end)
            return false;
        line->number = cursor->number;
        line->text = cursor->at;
        char *end = take_physical(cursor, line->text);
        while (ics_line_continues(cursor->at, cursor->end, (size_t)(end - line->text))) {
            cursor->at++;
            end = take_physical(cursor, end);
        }
        line->length = (size_t)(end - line->text);
        if (!ics_line_is_clean(line->text, line->length))
            line->length = ics_line_clean(line->text, line->length);
        line->text[line->length] = '\0';
    } while (line->length == 0);
    split(line);
    return true;
}

bool
ics_line_is(const struct ics_line *line, const char *name)
{
    /* Most are told apart by the first letter. */
    return (line->text[0] | ' ') == (name[0] | ' ') &&
           strncasecmp(line->text, name, line->name) == 0 && name[line->name] == '\0';
}

/* Where the value of a parameter ends that begins here. */
static const char *
parameter_end(const char *at, const char *end)
{
    bool quoted = false;
    while (at < end && (quoted || (*at != ';' && *at != ':'))) {
        if (*at == '"')
            quoted = !quoted;
        at++;
    }
    return at;
}

bool
ics_line_parameter(const struct ics_line *line, const char *name, struct buffer *value)
{
    const char *end = line->text + (line->value ? line->value - 1 : line->name);
    const char *at = line->text + line->name;
    size_t length = strlen(name);
    while (at < end && *at == ';') {
        const char *is = ++at;
        at = parameter_end(at, end);
        if ((size_t)(at - is) <= length || is[length] != '=' ||
            strncasecmp(is, name, length) != 0)
            continue;
        is += length + 1;
        buffer_reset(value);
        if (is < at && *is == '"')
            buffer_add_part(value, is + 1, strcspn(is + 1, "\""));
        else
            buffer_add_part(value, is, (size_t)(at - is));
        return true;
    }
    return false;
}

char *
ics_list_next(char **list)
{
    char *is = *list;
    if (!is)
        return NULL;
    char *at = is;
    while (*at && *at != ',')
        at += at[0] == '\\' && at[1] ? 2 : 1;
    *list = *at ? at + 1 : NULL;
    *at = '\0';
    return is;
}

void
ics_text_unescape(char *text)
{
    char *to = text;
    for (const char *at = text; *at; at++) {
        if (at[0] == '\\' && at[1]) {
            at++;
            *to++ = *at == 'n' || *at == 'N' ? '\n' : *at;
        } else {
            *to++ = *at;
        }
    }
    *to = '\0';
}

int64_t
ics_sequence_parse(const char *value)
{
    int64_t number = 0;
    if (!*value || value[strspn(value, "0123456789")])
        return 0;
    for (; *value && number < INT32_MAX; value++)
        number = number * 10 + (*value - '0');
    return number < INT32_MAX ? number : INT32_MAX;
}
