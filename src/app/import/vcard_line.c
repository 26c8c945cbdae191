/* SPDX-License-Identifier: GPL-3.0-or-later */
/* vcard_line.c - one content line of an address card: `item1.EMAIL;TYPE=work:a@b.example`
 */
#include "import/vcard_line.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "atelier/base/text.h"
#include "import/text_encoding.h"

static const struct {
    const char *name;
    enum vcard_property property;
} names[] = {
    { "BEGIN", VCARD_BEGIN },
    { "END", VCARD_END },
    { "VERSION", VCARD_VERSION },
    { "KIND", VCARD_KIND },
    { "X-ADDRESSBOOKSERVER-KIND", VCARD_KIND },
    { "X-ABSHOWAS", VCARD_SHOW_AS },
    { "AGENT", VCARD_AGENT },
    { "N", VCARD_N },
    { "FN", VCARD_FN },
    { "ORG", VCARD_ORG },
    { "TITLE", VCARD_TITLE },
    { "ROLE", VCARD_ROLE },
    { "EMAIL", VCARD_EMAIL },
    { "TEL", VCARD_TEL },
    { "LANG", VCARD_LANG },
    { "NOTE", VCARD_NOTE },
    { "ADR", VCARD_ADR },
    { "CATEGORIES", VCARD_CATEGORIES },
    { "NICKNAME", VCARD_NICKNAME },
    { "URL", VCARD_URL },
    { "BDAY", VCARD_BDAY },
};

/* Bytes of "item1.EMAIL" at the start of a content line; 0: it is none. */
static size_t
head_length(const char *text, size_t length)
{
    size_t head = 0;
    while (head < length &&
           (isalnum((unsigned char)text[head]) || strchr("-_./", text[head])) &&
           text[head] != '\0')
        head++;
    return head < length && (text[head] == ':' || text[head] == ';') ? head : 0;
}

static enum vcard_property
property_called(const char *head, size_t length)
{
    const char *dot = memrchr(head, '.', length);
    if (dot) {
        length -= (size_t)(dot + 1 - head);
        head = dot + 1;
    }
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
        if (strlen(names[i].name) == length &&
            strncasecmp(names[i].name, head, length) == 0)
            return names[i].property;
    return VCARD_OTHER;
}

bool
vcard_line_is_wanted(const char *text, size_t length)
{
    size_t head = head_length(text, length);
    return head == 0 || property_called(text, head) != VCARD_OTHER;
}

/* ---- parameters ---- */

static void
take_type(struct vcard_line *line, const char *type)
{
    if (strcasecmp(type, "PREF") == 0)
        line->preference = 1;
    line->work = line->work || strcasecmp(type, "WORK") == 0;
    line->home = line->home || strcasecmp(type, "HOME") == 0;
    line->cell = line->cell || strcasecmp(type, "CELL") == 0;
    line->no_voice = line->no_voice || strcasecmp(type, "FAX") == 0 ||
                     strcasecmp(type, "PAGER") == 0 || strcasecmp(type, "MODEM") == 0;
}

static void
take_encoding(struct vcard_line *line, const char *encoding)
{
    line->is_quoted = line->is_quoted || strcasecmp(encoding, "QUOTED-PRINTABLE") == 0;
    line->is_base64 = line->is_base64 || strcasecmp(encoding, "BASE64") == 0 ||
                      strcasecmp(encoding, "B") == 0;
}

static void
take_preference(struct vcard_line *line, const char *value)
{
    long preference = strtol(value, NULL, 10);
    if (preference >= 1 && preference < VCARD_NOT_PREFERRED)
        line->preference = (unsigned)preference;
}

/* `WORK` as 2.1 has it is a type, and `QUOTED-PRINTABLE` an encoding, without saying so.
 */
static void
take_value(struct vcard_line *line, const char *name, const char *value)
{
    if (!name || strcasecmp(name, "TYPE") == 0)
        take_type(line, value);
    if (!name || strcasecmp(name, "ENCODING") == 0)
        take_encoding(line, value);
    if (name && strcasecmp(name, "CHARSET") == 0)
        line->charset = value;
    if (name && strcasecmp(name, "PREF") == 0)
        take_preference(line, value);
}

/* One parameter, ended by a zero byte: TYPE=work,voice or TYPE="work,voice". */
static void
take_parameter(struct vcard_line *line, char *text)
{
    char *name = NULL;
    char *equals = strchr(text, '=');
    if (equals) {
        *equals = '\0';
        name = text;
        text = equals + 1;
    }
    char *rest = NULL;
    for (char *value = strtok_r(text, ",\"", &rest); value;
         value = strtok_r(NULL, ",\"", &rest))
        take_value(line, name, value);
}

/* The end of a parameter: a sign inside quotation marks ends nothing. */
static char *
parameter_end(char *text)
{
    bool quoted = false;
    while (*text && (quoted || (*text != ';' && *text != ':'))) {
        quoted = quoted != (*text == '"');
        text++;
    }
    return text;
}

bool
vcard_line_read(struct vcard_line *line, char *text)
{
    *line = (struct vcard_line){ .preference = VCARD_NOT_PREFERRED };
    size_t head = head_length(text, strlen(text));
    if (head == 0)
        return false;
    line->property = property_called(text, head);
    char *at = text + head;
    char sign = *at;
    while (sign == ';') {
        char *end = parameter_end(at + 1);
        sign = *end; /* what a parameter is ended by stays ended: its value is borrowed */
        *end = '\0';
        take_parameter(line, at + 1);
        at = end;
    }
    if (sign == '\0') /* no value behind them */
        return false;
    line->value = at + 1;
    return true;
}

/* ---- the value ---- */

static int
hex_digit(char c)
{
    return c >= '0' && c <= '9'   ? c - '0'
           : c >= 'A' && c <= 'F' ? c - 'A' + 10
           : c >= 'a' && c <= 'f' ? c - 'a' + 10
                                  : -1;
}

/* Zero bytes are no text, and left out. */
static void
decode_quoted(const char *value, struct buffer *bytes)
{
    for (const char *c = value; *c; c++) {
        int high = *c == '=' ? hex_digit(c[1]) : -1;
        int low = high >= 0 ? hex_digit(c[2]) : -1;
        if (low < 0) {
            buffer_add_char(bytes, *c);
            continue;
        }
        if (high * 16 + low > 0)
            buffer_add_char(bytes, (char)(high * 16 + low));
        c += 2;
    }
}

void
vcard_line_add_value(const struct vcard_line *line, const char *encoding,
                     struct buffer *text)
{
    if (!line->is_quoted) {
        buffer_add(text, line->value);
        return;
    }
    struct buffer bytes = { 0 };
    decode_quoted(line->value, &bytes);
    const char *from = line->charset ? line->charset : encoding;
    bool is_utf8 = text_is_valid(buffer_text(&bytes), bytes.length);
    bool says_other = line->charset && strcasecmp(line->charset, "UTF-8") != 0;
    if (is_utf8 && !says_other)
        buffer_add(text, buffer_text(&bytes));
    else
        text_encoding_add(from, buffer_text(&bytes), bytes.length, text);
    buffer_clear(&bytes);
}

const char *
vcard_value_add_part(const char *value, const char *stops, bool is_old,
                     struct buffer *text)
{
    const char *c = value;
    for (; *c && !strchr(stops, *c); c++) {
        if (*c == '\\' && c[1] && (!is_old || strchr(";,\\:", c[1]))) {
            c++;
            buffer_add_char(text, *c == 'n' || *c == 'N' ? '\n' : *c);
        } else {
            buffer_add_char(text, *c);
        }
    }
    return *c ? c + 1 : NULL;
}
