/* SPDX-License-Identifier: GPL-3.0-or-later */
/* text.c - UTF-8 text: is it sound, is it safe, how wide is it, where may it be cut */
#include "atelier/base/text.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "atelier/base/memory.h"

#define REPLACEMENT 0xfffd

/* Decodes one code point; a bad byte is REPLACEMENT and one byte long. */
static size_t
decode(const char *text, size_t length, int32_t *point)
{
    unsigned char first = (unsigned char)*text;
    if (first < 0x80) {
        *point = first;
        return 1;
    }
    utf8proc_int32_t read;
    utf8proc_ssize_t used =
        utf8proc_iterate((const utf8proc_uint8_t *)text, (utf8proc_ssize_t)length, &read);
    if (used < 1) {
        *point = REPLACEMENT;
        return 1;
    }
    *point = read;
    return (size_t)used;
}

static void
encode(struct buffer *buffer, int32_t point)
{
    if (point < 0x80) {
        buffer_add_char(buffer, (char)point);
        return;
    }
    utf8proc_uint8_t bytes[4];
    utf8proc_ssize_t length = utf8proc_encode_char(point, bytes);
    buffer_add_part(buffer, (const char *)bytes, (size_t)length);
}

/* Scripts need the joiners; every other invisible sign can only deceive. */
static bool
is_joiner(int32_t point)
{
    return point == 0x200c || point == 0x200d;
}

static bool
is_forbidden(int32_t point)
{
    if (point < 0x20 || (point >= 0x7f && point < 0xa0))
        return true;
    if (point < 0xad)
        return false;
    switch (utf8proc_category(point)) {
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CS:
    case UTF8PROC_CATEGORY_CO:
    case UTF8PROC_CATEGORY_CN:
        return true;
    case UTF8PROC_CATEGORY_CF:
        return !is_joiner(point);
    default:
        return false;
    }
}

static bool
is_blank(int32_t point)
{
    if (point < 0x80)
        return point == ' ' || (point >= '\t' && point <= '\r');
    utf8proc_category_t category = utf8proc_category(point);
    return category == UTF8PROC_CATEGORY_ZS || category == UTF8PROC_CATEGORY_ZL ||
           category == UTF8PROC_CATEGORY_ZP || point == 0x85;
}

/* How many bytes are signs of ASCII that stay as they are. */
static size_t
count_plain(const char *text, size_t length)
{
    size_t plain = 0;
    while (plain < length && text[plain] > ' ' && text[plain] < 0x7f)
        plain++;
    return plain;
}

/* The same with blanks. */
static size_t
count_printable(const char *text)
{
    size_t printable = 0;
    while (text[printable] >= ' ' && text[printable] < 0x7f)
        printable++;
    return printable;
}

bool
text_is_valid(const char *bytes, size_t length)
{
    for (size_t at = 0; at < length;) {
        int32_t point;
        const size_t plain = count_plain(bytes + at, length - at);
        at += plain;
        if (plain > 0)
            continue;
        size_t used = decode(bytes + at, length - at, &point);
        if (point == 0 || (point == REPLACEMENT && used == 1))
            return false;
        at += used;
    }
    return true;
}

size_t
text_count_characters(const char *text, size_t length)
{
    size_t characters = 0;

    for (size_t i = 0; i < length; i++)
        characters += text_begins_character(text[i]);
    return characters;
}

bool
text_is_blank(const char *text)
{
    if (!text || !*text)
        return true;
    if (count_plain(text, 1) > 0)
        return false; /* as most texts are, which may be long */
    size_t length = strlen(text);
    for (size_t at = 0; at < length;) {
        int32_t point;
        at += decode(text + at, length - at, &point);
        if (!is_blank(point))
            return false;
    }
    return true;
}

static char *
compose(struct buffer *buffer)
{
    utf8proc_uint8_t *composed =
        utf8proc_NFC((const utf8proc_uint8_t *)buffer_text(buffer));
    char *text = composed ? memory_copy((const char *)composed) : buffer_take(buffer);
    free(composed);
    buffer_clear(buffer);
    return text;
}

bool
text_is_below_marks(const char *text)
{
    for (const unsigned char *at = (const unsigned char *)text; *at; at++)
        if (*at >= 0x80) {
            if (*at < 0xC2 || *at > 0xCB || (at[1] & 0xC0) != 0x80)
                return false;
            at++;
        }
    return true;
}

static char *
finish_tidy(struct buffer *buffer)
{
    return text_is_below_marks(buffer_text(buffer)) ? buffer_take(buffer)
                                                    : compose(buffer);
}

enum tidy_style { TIDY_ONE_LINE, TIDY_LINES, TIDY_INDENTED };

/* White space that was passed over. */
struct gap {
    enum tidy_style style;
    bool open;     /* there is some */
    size_t breaks; /* line breaks among it */
    size_t indent; /* blanks behind the last of them */
};

/* What is left of it between two words. */
static void
close_gap(struct gap *gap, struct buffer *buffer)
{
    if (gap->open && buffer->length > 0) {
        if (gap->style == TIDY_ONE_LINE || gap->breaks == 0)
            buffer_add_char(buffer, ' ');
        for (size_t i = 0; gap->style != TIDY_ONE_LINE && i < gap->breaks; i++)
            buffer_add_char(buffer, '\n');
        for (size_t i = 0; gap->style == TIDY_INDENTED && i < gap->indent; i++)
            buffer_add_char(buffer, ' ');
    }
    gap->open = false;
    gap->breaks = gap->indent = 0;
}

/* `rest` is what comes behind the blank. */
static void
widen_gap(struct gap *gap, int32_t point, const char *rest, size_t length)
{
    enum { TAB = 4 };

    gap->open = true;
    if (point == '\n' || (point == '\r' && (length == 0 || *rest != '\n'))) {
        gap->breaks++;
        gap->indent = 0;
    } else if (gap->breaks > 0 && point != '\r') {
        gap->indent += point == '\t' ? TAB : 1;
    }
}

static char *
tidy(const char *text, size_t length, enum tidy_style style)
{
    struct buffer buffer = { 0 };
    struct gap gap = { .style = style };

    for (size_t at = 0; at < length;) {
        const size_t plain = count_plain(text + at, length - at);
        if (plain > 0) {
            close_gap(&gap, &buffer);
            buffer_add_part(&buffer, text + at, plain);
            at += plain;
            continue;
        }
        int32_t point;
        at += decode(text + at, length - at, &point);
        if (is_blank(point)) {
            widen_gap(&gap, point, text + at, length - at);
            continue;
        }
        if (point == 0 || is_forbidden(point))
            continue;
        close_gap(&gap, &buffer);
        encode(&buffer, point);
    }
    return finish_tidy(&buffer);
}

char *
text_tidy(const char *text)
{
    return tidy(text, strlen(text), TIDY_ONE_LINE);
}

char *
text_tidy_bytes(const char *bytes, size_t length)
{
    return tidy(bytes, length, TIDY_ONE_LINE);
}

char *
text_tidy_lines(const char *text)
{
    return tidy(text, strlen(text), TIDY_LINES);
}

char *
text_tidy_indented(const char *text)
{
    return tidy(text, strlen(text), TIDY_INDENTED);
}

void
text_add_printable(struct buffer *buffer, const char *text)
{
    size_t length = strlen(text);
    for (size_t at = 0; at < length;) {
        const size_t plain = count_printable(text + at);
        buffer_add_part(buffer, text + at, plain);
        at += plain;
        if (plain > 0)
            continue;
        int32_t point;
        size_t used = decode(text + at, length - at, &point);
        bool space = point == '\n' || point == '\r' || point == '\t';
        if (!space && (is_forbidden(point) || (point == REPLACEMENT && used == 1)))
            buffer_add_char(buffer, '?');
        else if (space || is_blank(point))
            buffer_add_char(buffer, ' ');
        else
            buffer_add_part(buffer, text + at, used);
        at += used;
    }
}

/* RFC 8259, section 7: a character beyond the first plane takes two. */
static void
add_escape(struct buffer *buffer, int32_t point)
{
    enum { PLANE = 0x10000, HIGH = 0xd800, LOW = 0xdc00, HALF_BITS = 10, HALF = 0x3ff };

    if (point < PLANE) {
        buffer_addf(buffer, "\\u%04x", (unsigned)point);
        return;
    }
    point -= PLANE;
    buffer_addf(buffer, "\\u%04x\\u%04x", (unsigned)(HIGH + (point >> HALF_BITS)),
                (unsigned)(LOW + (point & HALF)));
}

void
text_add_json(struct buffer *buffer, const char *json)
{
    size_t length = strlen(json);
    for (size_t at = 0; at < length;) {
        int32_t point;
        size_t used = decode(json + at, length - at, &point);
        if (point >= 0x7f && is_forbidden(point))
            add_escape(buffer, point);
        else
            encode(buffer, point);
        at += used;
    }
}

static size_t
point_width(int32_t point)
{
    if (point < 0x300)
        return point >= 0x20 && point != 0x7f && !(point >= 0x80 && point < 0xa0);
    int width = utf8proc_charwidth(point);
    return width > 0 ? (size_t)width : 0;
}

size_t
text_width(const char *text)
{
    size_t width = 0;
    size_t length = strlen(text);
    for (size_t at = 0; at < length;) {
        int32_t point;
        at += decode(text + at, length - at, &point);
        width += point_width(point);
    }
    return width;
}

size_t
text_next(const char *text, size_t offset)
{
    size_t length = strlen(text + offset);
    if (length == 0)
        return offset;

    int32_t before;
    utf8proc_int32_t state = 0;
    size_t at = decode(text + offset, length, &before);
    while (at < length) {
        int32_t point;
        size_t used = decode(text + offset + at, length - at, &point);
        if ((before < 0x300 && point < 0x300) ||
            utf8proc_grapheme_break_stateful(before, point, &state))
            break;
        at += used;
        before = point;
    }
    return offset + at;
}

size_t
text_previous(const char *text, size_t offset)
{
    /* A cluster depends on what stands before it: walk from a sure boundary. */
    size_t at = offset;
    while (at > 0) {
        at--;
        if (text[at] == ' ' || text[at] == '\n')
            break;
    }
    for (;;) {
        size_t next = text_next(text, at);
        if (next >= offset || next == at)
            return at;
        at = next;
    }
}

/* A sign of ASCII before another, or at the end: no mark belongs to it. */
static bool
stands_alone(const char *text)
{
    return text[0] >= ' ' && text[0] < 0x7f && (unsigned char)text[1] < 0x80;
}

size_t
text_prefix(const char *text, size_t columns)
{
    size_t at = 0;
    size_t used = 0;
    while (text[at]) {
        if (used < columns && stands_alone(text + at)) {
            used++;
            at++;
            continue;
        }
        size_t next = text_next(text, at);
        size_t width = 0;
        for (size_t c = at; c < next;) {
            int32_t point;
            c += decode(text + c, next - c, &point);
            width += point_width(point);
        }
        if (used + width > columns)
            break;
        used += width;
        at = next;
    }
    return at;
}

void
text_add_cut(struct buffer *buffer, const char *text, size_t columns, bool pad,
             bool ascii)
{
    size_t width = text_width(text);
    if (width <= columns) {
        buffer_add(buffer, text);
    } else if (columns > 0) {
        size_t kept = text_prefix(text, columns - 1);
        struct buffer part = { 0 };
        buffer_add_part(&part, text, kept);
        width = text_width(buffer_text(&part)) + 1;
        buffer_add(buffer, buffer_text(&part));
        buffer_add(buffer, ascii ? "~" : "…");
        buffer_clear(&part);
    } else {
        width = 0;
    }
    for (; pad && width < columns; width++)
        buffer_add_char(buffer, ' ');
}

/* Letters that no decomposition parts into ASCII. */
static const struct {
    int32_t point;
    const char *ascii;
} stand_ins[] = {
    { 0x00a0, " " },   { 0x00ab, "\"" }, { 0x00bb, "\"" },  { 0x00b7, "." },
    { 0x00c6, "AE" },  { 0x00d0, "D" },  { 0x00d7, "x" },   { 0x00d8, "O" },
    { 0x00de, "Th" },  { 0x00df, "ss" }, { 0x00e6, "ae" },  { 0x00f0, "d" },
    { 0x00f8, "o" },   { 0x00fe, "th" }, { 0x0110, "D" },   { 0x0111, "d" },
    { 0x0126, "H" },   { 0x0127, "h" },  { 0x0131, "i" },   { 0x0141, "L" },
    { 0x0142, "l" },   { 0x0152, "OE" }, { 0x0153, "oe" },  { 0x1e9e, "SS" },
    { 0x2010, "-" },   { 0x2011, "-" },  { 0x2013, "-" },   { 0x2014, "-" },
    { 0x2018, "'" },   { 0x2019, "'" },  { 0x201a, "'" },   { 0x201c, "\"" },
    { 0x201d, "\"" },  { 0x201e, "\"" }, { 0x2039, "<" },   { 0x203a, ">" },
    { 0x2044, "/" },   { 0x2022, "*" },  { 0x2026, "..." }, { 0x202f, " " },
    { 0x20ac, "EUR" }, { 0x2190, "<-" }, { 0x2191, "^" },   { 0x2192, "->" },
    { 0x2193, "v" },   { 0x2205, "-" },  { 0x2212, "-" },   { 0x2713, "x" },
    { 0x2500, "-" },   { 0x2502, "|" },  { 0x2588, "#" },   { 0x2591, "." },
};

static bool
add_stand_in(struct buffer *buffer, int32_t point)
{
    for (size_t i = 0; i < sizeof(stand_ins) / sizeof(stand_ins[0]); i++) {
        if (stand_ins[i].point == point) {
            buffer_add(buffer, stand_ins[i].ascii);
            return true;
        }
    }
    return false;
}

static void
add_ascii_point(struct buffer *buffer, int32_t point)
{
    if (point < 0x80 && !is_forbidden(point)) {
        buffer_add_char(buffer, (char)point);
        return;
    }
    if (point == '\n' || point == '\r' || point == '\t') {
        buffer_add_char(buffer, ' ');
        return;
    }
    if (add_stand_in(buffer, point) || (point_width(point) == 0 && !is_forbidden(point)))
        return;
    utf8proc_int32_t parts[8];
    utf8proc_ssize_t count = utf8proc_decompose_char(
        point, parts, 8, UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE, NULL);
    bool found = false;
    for (utf8proc_ssize_t i = 0; i < count && i < 8; i++) {
        if (parts[i] < 0x80 && !is_forbidden(parts[i])) {
            buffer_add_char(buffer, (char)parts[i]);
            found = true;
        } else if (parts[i] != point && add_stand_in(buffer, parts[i])) {
            found = true;
        }
    }
    if (!found)
        buffer_add_char(buffer, '?');
}

void
text_add_ascii(struct buffer *buffer, const char *text)
{
    size_t length = strlen(text);
    for (size_t at = 0; at < length;) {
        int32_t point;
        at += decode(text + at, length - at, &point);
        add_ascii_point(buffer, point);
    }
}

/* French sets a blank inside its quotes and before ; : ? !, and no line ends there. */
static bool
may_break(const char *text, size_t blank)
{
    static const char *const closing[] = { ";", ":", "?", "!", "»" };
    static const char opening[] = "«";
    size_t length = sizeof(opening) - 1;

    for (size_t i = 0; i < sizeof(closing) / sizeof(closing[0]); i++)
        if (strncmp(text + blank + 1, closing[i], strlen(closing[i])) == 0)
            return false;
    return blank < length || memcmp(text + blank - length, opening, length) != 0;
}

/* Where a word that is longer than a line is cut: behind the last sign in the second half
 * of what fits, so that the parts of an address or a path stay whole. */
static size_t
word_cut(const char *text, size_t fits)
{
    static const char signs[] = "@./-_,;";

    for (size_t cut = fits; cut > fits / 2; cut--)
        if (strchr(signs, text[cut - 1]))
            return cut;
    return fits;
}

void
text_wrap(const char *text, size_t columns,
          void (*line)(void *context, const char *start, size_t length), void *context)
{
    while (*text) {
        const char *end = strchrnul(text, '\n');
        size_t paragraph = (size_t)(end - text);
        size_t fits = text_prefix(text, columns);
        if (fits >= paragraph) {
            line(context, text, paragraph);
            text = *end ? end + 1 : end;
            continue;
        }
        size_t cut = fits;
        while (cut > 0 && (text[cut] != ' ' || !may_break(text, cut)))
            cut--;
        if (cut == 0) { /* one long word, or a column too narrow for anything */
            cut = fits > 0 ? word_cut(text, fits) : text_next(text, 0);
            line(context, text, cut);
            text += cut;
        } else {
            line(context, text, cut);
            text += cut + 1;
        }
    }
}

void
text_add_aside(struct buffer *buffer, const char *text)
{
    buffer_addf(buffer, strchr(text, '(') ? ", %s" : " (%s)", text);
}
