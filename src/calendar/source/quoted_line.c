/* SPDX-License-Identifier: GPL-3.0-or-later */
/* quoted_line.c - a text in QUOTED-PRINTABLE, which programs write as vCalendar 1.0 had
 * it
 */
#include "source/quoted_line.h"

#include <string.h>
#include <strings.h>

#include "atelier/base/language.h"
#include "atelier/base/text.h"

bool
quoted_line_is(const struct ics_line *line)
{
    struct buffer value = { 0 };

    /* Most lines have no parameter. */
    if (!line->value || line->text[line->name] != ';')
        return false;
    const bool is = ics_line_parameter(line, "ENCODING", &value) &&
                    strcasecmp(buffer_text(&value), "QUOTED-PRINTABLE") == 0;
    buffer_clear(&value);
    return is;
}

static int
digit_of(char c)
{
    static const char digits[] = "0123456789ABCDEF0123456789abcdef";
    const char *found = c ? strchr(digits, c) : NULL;

    return found ? (int)((found - digits) % 16) : -1;
}

/* A break within the text is an escape of iCalendar. */
static bool
add_byte(char *text, size_t *length, int byte)
{
    if (byte == '\r')
        return true;
    if (byte == '\n') {
        text[(*length)++] = '\\';
        text[(*length)++] = 'n';
    } else {
        text[(*length)++] = (char)byte;
    }
    return byte != '\0';
}

static bool
decode(struct ics_line *line)
{
    const char *at = line->text + line->value;
    size_t length = line->name + 1;
    bool ok = true;

    line->text[line->name] = ':';
    while (ok && *at) {
        const int high = *at == '=' ? digit_of(at[1]) : 0;
        const int low = *at == '=' && high >= 0 ? digit_of(at[2]) : 0;
        ok = high >= 0 && low >= 0 &&
             add_byte(line->text, &length,
                      *at == '=' ? high * 16 + low : (unsigned char)*at);
        at += *at == '=' ? 3 : 1;
    }
    line->value = line->name + 1;
    line->length = length;
    line->text[length] = '\0';
    return ok && text_is_valid(line->text, length);
}

bool
quoted_line_decode(struct ics_line *line, struct error *err)
{
    const size_t name = line->name;

    return decode(line) ||
           error_set(err, ERROR_INPUT,
                     _("Line %lld: “%.*s” is in QUOTED-PRINTABLE, as vCalendar 1.0 has "
                       "it, and cannot be read; let the other program export iCalendar "
                       "2.0."),
                     (long long)line->number, (int)name, line->text);
}
