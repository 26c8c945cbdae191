/* SPDX-License-Identifier: GPL-3.0-or-later */
/* report_prefix.c - the sign that begins a typed entry */
#include "atelier/domain/report_prefix.h"

#include <string.h>

enum { BLANKS_A_LEVEL = 2 };

#define NO_BREAK_SPACE "\xC2\xA0"
#define NARROW_NO_BREAK_SPACE "\xE2\x80\xAF"

static const char signs[ENTRY_KIND_COUNT] = {
    [ENTRY_QUESTION] = '?',       [ENTRY_ATTENTION] = '!', [ENTRY_QUOTE] = '>',
    [ENTRY_RECOMMENDATION] = '+', [ENTRY_DECISION] = '=',  [ENTRY_CONCLUSION] = '.',
    [ENTRY_REMARK] = '~',
};

char
report_prefix_sign(enum report_entry_kind kind)
{
    return signs[kind];
}

/* The blank that the text begins with: how many bytes; 0: none. */
static size_t
blank_at(const char *text)
{
    static const char *const wide[] = { NO_BREAK_SPACE, NARROW_NO_BREAK_SPACE };

    for (size_t i = 0; i < sizeof(wide) / sizeof(wide[0]); i++)
        if (strncmp(text, wide[i], strlen(wide[i])) == 0)
            return strlen(wide[i]);
    return *text == ' ' || *text == '\t';
}

/* Of any script: what begins with 0xC2 and 0xE2 are signs and marks. */
static bool
is_letter(const char *text)
{
    const unsigned char byte = (unsigned char)*text;

    return (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z') ||
           (byte >= 0xC3 && byte != 0xE2);
}

/* Whether what follows a sign leaves it one.  "+33" is a telephone, ".NET" a name, "?!"
 * and "..." are what people type, "~ 40" is a guess; a quote may begin with its marks. */
static bool
may_follow(char sign, const char *rest)
{
    if (sign == '~')
        return blank_at(rest) > 0 && !(rest[1] >= '0' && rest[1] <= '9');
    if (*rest == '\0' || blank_at(rest) > 0)
        return true;
    if (sign == '.')
        return false;
    return is_letter(rest) || (sign == '>' && strchr("\"'\xC2\xE2", *rest));
}

/* ENTRY_FINDING: no sign is there. */
static enum report_entry_kind
sign_at(const char *text)
{
    for (int kind = 0; kind < ENTRY_KIND_COUNT; kind++)
        if (signs[kind] != '\0' && *text == signs[kind] && may_follow(*text, text + 1))
            return (enum report_entry_kind)kind;
    return ENTRY_FINDING;
}

/* In Markdown these begin a quotation and a list: their backslash stays. */
static bool
is_markdown(char sign)
{
    return sign == '>' || sign == '+';
}

static const char *
skip_blanks(const char *text)
{
    for (size_t length = blank_at(text); length > 0; length = blank_at(text))
        text += length;
    return text;
}

static int64_t
level_of(const char *typed, const char *text)
{
    int64_t blanks = 0;

    for (; typed < text; typed++)
        blanks += *typed == '\t' ? BLANKS_A_LEVEL : *typed == ' ';
    return blanks / BLANKS_A_LEVEL < ENTRY_INDENT_MOST ? blanks / BLANKS_A_LEVEL
                                                       : ENTRY_INDENT_MOST;
}

void
report_prefix_read(const char *typed, struct report_typed *read)
{
    const char *text = skip_blanks(typed);

    *read =
        (struct report_typed){ .kind = sign_at(text), .indent = level_of(typed, text) };
    read->has_sign = read->kind != ENTRY_FINDING;
    if (read->has_sign)
        text = skip_blanks(text + 1);
    else if (*text == '\\' && sign_at(text + 1) != ENTRY_FINDING && !is_markdown(text[1]))
        text++;
    read->text = text;
}

void
report_prefix_add(enum report_entry_kind kind, int64_t indent, const char *text,
                  struct buffer *buffer)
{
    for (int64_t i = 0; i < indent; i++)
        buffer_add(buffer, "  ");
    if (signs[kind] != '\0')
        buffer_addf(buffer, "%c ", signs[kind]);
    else if (sign_at(text) != ENTRY_FINDING)
        buffer_add_char(buffer, '\\');
    buffer_add(buffer, text);
}
