/* SPDX-License-Identifier: GPL-3.0-or-later */
/* entry_plain.c - the words of an entry without the signs of Markdown */
#include "atelier/domain/entry_plain.h"

#include <ctype.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/memory.h"

/* What is read, and where in the buffer its line begins. */
struct reading {
    const char *start;
    const char *at;
    struct buffer *to;
    size_t first;
};

static bool
is_blank(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

static bool
is_word(char byte)
{
    return isalnum((unsigned char)byte) || (unsigned char)byte >= 0x80;
}

static char
before(const struct reading *reading)
{
    return reading->at > reading->start ? reading->at[-1] : ' ';
}

static void
add_byte(struct reading *reading, char byte)
{
    if (!is_blank(byte))
        buffer_add_char(reading->to, byte);
    else if (reading->to->length > reading->first &&
             buffer_text(reading->to)[reading->to->length - 1] != ' ')
        buffer_add_char(reading->to, ' ');
}

/* "## ", "> ", "- " at the beginning of a line, one in another. */
static void
skip_signs_of_line(struct reading *reading)
{
    for (;;) {
        const char *at = reading->at + strspn(reading->at, " \t");
        const size_t count = *at == '#' ? strspn(at, "#") : strspn(at, ">-*+") > 0;
        if (count == 0 || count > 6 || !is_blank(at[count]))
            return;
        reading->at = at + count;
    }
}

/* Behind the address of a link that begins at "](": NULL where it is none. */
static const char *
behind_address(const char *at)
{
    if (strncmp(at, "](", 2) != 0)
        return NULL;
    int depth = 0;
    for (at++; *at && *at != '\n'; at++) {
        depth += (*at == '(') - (*at == ')');
        if (depth == 0)
            return at + 1;
    }
    return NULL;
}

static bool
begins_link(const char *at)
{
    const char *end = strpbrk(at + 1, "[]\n");

    return end && behind_address(end);
}

/* Whether the sign there says how a text stands, and is none of its own. */
static bool
is_emphasis(const struct reading *reading)
{
    const char *at = reading->at;

    switch (*at) {
    case '`':
        return true;
    case '~':
        return at[1] == '~' || before(reading) == '~';
    case '*':
        return !is_blank(before(reading)) || (at[1] && !is_blank(at[1]));
    case '_':
        return !is_word(before(reading)) || !is_word(at[1]);
    default:
        return false;
    }
}

/* "<https://example.org>" */
static bool
read_address(struct reading *reading)
{
    const char *at = reading->at;
    const size_t length = strcspn(at, "> \n");

    if (at[length] != '>' ||
        (strncmp(at, "<http", 5) != 0 && strncmp(at, "<mailto:", 8) != 0))
        return false;
    buffer_add_part(reading->to, at + 1, length - 1);
    reading->at = at + length + 1;
    return true;
}

static void
read_one(struct reading *reading)
{
    const char *at = reading->at;
    const char *behind = behind_address(at);

    if (*at == '\n') {
        add_byte(reading, ' ');
        reading->at++;
        skip_signs_of_line(reading);
    } else if (*at == '\\' && ispunct((unsigned char)at[1])) {
        add_byte(reading, at[1]);
        reading->at += 2;
    } else if (read_address(reading)) {
        return;
    } else if (behind) {
        reading->at = behind;
    } else if (is_emphasis(reading) || (*at == '[' && begins_link(at)) ||
               (*at == '!' && at[1] == '[' && begins_link(at + 1))) {
        reading->at++;
    } else {
        add_byte(reading, *at);
        reading->at++;
    }
}

static void
read_all(const char *text, struct buffer *buffer)
{
    struct reading reading = { text, text, buffer, buffer->length };

    while (*reading.at)
        read_one(&reading);
    while (buffer->length > reading.first && buffer->text[buffer->length - 1] == ' ')
        buffer->text[--buffer->length] = '\0';
}

static const char *
behind_signs_of_line(const char *line)
{
    struct reading reading = { .start = line, .at = line };

    skip_signs_of_line(&reading);
    return reading.at;
}

void
entry_plain_add(const char *text, struct buffer *buffer)
{
    if (text)
        read_all(behind_signs_of_line(text), buffer);
}

static void
add_line(const char *line, struct buffer *buffer)
{
    const char *behind = behind_signs_of_line(line);
    const char *sign = line + strspn(line, " \t");

    if (*sign != '#' && *sign != '>' && behind > sign)
        buffer_add_part(buffer, line, (size_t)(behind + strspn(behind, " \t") - line));
    read_all(behind, buffer);
}

void
entry_plain_add_lines(const char *text, struct buffer *buffer)
{
    while (text && *text) {
        const size_t length = strcspn(text, "\n");
        char *line = memory_copy_part(text, length);

        add_line(line, buffer);
        free(line);
        text += length;
        if (*text == '\n') {
            buffer_add_char(buffer, '\n');
            text++;
        }
    }
}
