/* SPDX-License-Identifier: GPL-3.0-or-later */
/* content_line.c - writes the lines of a calendar: escapes, quotes and folds them */
#include "atelier/calendar/content_line.h"

#include <assert.h>
#include <string.h>

#include "ics_character.h"
#include "line_fold.h"

enum { OUTPUT_SIZE = 32 * 1024 };

/* The years 1 to 9999: iCalendar writes four digits. */
static const instant first_instant = -INT64_C(62135596800);
static const instant last_instant = INT64_C(253402300799);

static const char replacement[] = "\xEF\xBF\xBD"; /* U+FFFD */

static bool
add_to_buffer(void *context, const char *bytes, size_t length)
{
    buffer_add_part(context, bytes, length);
    return true;
}

struct ics_sink
ics_sink_to_buffer(struct buffer *buffer)
{
    return (struct ics_sink){ .write = add_to_buffer, .context = buffer };
}

void
content_line_init(struct content_line *out, struct ics_sink sink)
{
    *out = (struct content_line){ .sink = sink };
}

void
content_line_clear(struct content_line *out)
{
    buffer_clear(&out->line);
    buffer_clear(&out->output);
}

bool
content_line_flush(struct content_line *out)
{
    if (!out->failed && out->output.length > 0)
        out->failed =
            !out->sink.write(out->sink.context, out->output.text, out->output.length);
    buffer_reset(&out->output);
    return !out->failed;
}

static void
send_folded(struct content_line *out)
{
    const char *text = out->line.text;
    size_t start = 0;
    size_t room = LINE_FOLD_OCTETS;

    while (out->line.length - start > room) {
        size_t cut = line_fold_at(text, start, start + room);

        buffer_add_part(&out->output, text + start, cut - start);
        buffer_add_part(&out->output, "\r\n ", 3);
        start = cut;
        room = LINE_FOLD_OCTETS - 1; /* after the blank */
    }
    buffer_add_part(&out->output, text + start, out->line.length - start);
    buffer_add_part(&out->output, "\r\n", 2);
    if (out->output.length >= OUTPUT_SIZE)
        (void)content_line_flush(out);
}

/* ---- a property ---- */

void
content_line_start(struct content_line *out, const char *name)
{
    buffer_reset(&out->line);
    out->value = 0;
    buffer_add(&out->line, name);
}

void
content_line_end(struct content_line *out)
{
    if (out->value > 0 && out->line.length > out->value)
        send_folded(out);
    buffer_reset(&out->line);
    out->value = 0;
}

void
content_line_put(struct content_line *out, const char *name, const char *word)
{
    content_line_start(out, name);
    content_line_word(out, word);
    content_line_end(out);
}

static void
begin_value(struct content_line *out)
{
    if (out->value > 0)
        return;
    buffer_add_char(&out->line, ':');
    out->value = out->line.length;
}

static void
cut_line(struct content_line *out, size_t length)
{
    out->line.length = length;
    out->line.text[length] = '\0';
}

/* Where a text ends without the blanks, breaks and controls behind it. */
static const char *
text_end(const char *text)
{
    const char *end = text + strlen(text);

    while (end > text && ((unsigned char)end[-1] <= ' ' || end[-1] == 0x7F))
        end--;
    return end;
}

static void
trim_blanks(struct content_line *out, size_t from)
{
    size_t end = out->line.length;

    while (end > from && out->line.text[end - 1] == ' ')
        end--;
    if (end < out->line.length)
        cut_line(out, end);
}

/* Where the plain characters end that begin here. */
static const unsigned char *
skip_plain(const unsigned char *at, const unsigned char *end)
{
    size_t length = 1;

    while (at < end &&
           (ics_character_is_simple(*at) || ics_character_at(at, &length) == ICS_PLAIN)) {
        at += length;
        length = 1;
    }
    return at;
}

static void
add_text(struct content_line *out, const char *text, const char *line_break)
{
    const unsigned char *at = (const unsigned char *)text;
    const unsigned char *end = (const unsigned char *)text_end(text);

    while (at < end) {
        const unsigned char *run = at;

        at = skip_plain(at, end);
        buffer_add_part(&out->line, (const char *)run, (size_t)(at - run));
        if (at >= end)
            return;
        size_t length;
        switch (ics_character_at(at, &length)) {
        case ICS_ESCAPE:
            buffer_add_char(&out->line, '\\');
            buffer_add_char(&out->line, (char)*at);
            break;
        case ICS_BREAK:
            buffer_add(&out->line, line_break);
            break;
        case ICS_BAD:
            buffer_add(&out->line, replacement);
            break;
        case ICS_PLAIN:
        case ICS_CONTROL:
            break;
        }
        at += length;
    }
}

/* One value of a comma list; blanks at both ends go. */
static void
add_value(struct content_line *out, const char *text, const char *line_break)
{
    begin_value(out);
    if (!text)
        return;
    size_t before = out->line.length;
    if (before > out->value)
        buffer_add_char(&out->line, ',');
    size_t start = out->line.length;
    add_text(out, text + strspn(text, " \t\r\n"), line_break);
    trim_blanks(out, start);
    if (out->line.length == start)
        cut_line(out, before);
}

void
content_line_text(struct content_line *out, const char *text)
{
    add_value(out, text, "\\n");
}

void
content_line_one_line(struct content_line *out, const char *text)
{
    add_value(out, text, " ");
}

void
content_line_parameter(struct content_line *out, const char *name, const char *value)
{
    const unsigned char *at = (const unsigned char *)value;

    assert(out->value == 0);
    if (!value || *value == '\0')
        return;
    bool quoted = strpbrk(value, ":;,");
    buffer_add_char(&out->line, ';');
    buffer_add(&out->line, name);
    buffer_add(&out->line, quoted ? "=\"" : "=");
    while (*at != '\0') {
        const unsigned char *run = at;

        while (ics_character_is_simple(*at) && *at != '"' && *at != '^')
            at++;
        buffer_add_part(&out->line, (const char *)run, (size_t)(at - run));
        if (*at == '\0')
            break;
        size_t length;
        enum ics_character kind = ics_character_at(at, &length);
        if (*at == '"')
            buffer_add(&out->line, "^'");
        else if (*at == '^')
            buffer_add(&out->line, "^^");
        else if (kind == ICS_BREAK)
            buffer_add(&out->line, "^n");
        else if (kind == ICS_BAD)
            buffer_add(&out->line, replacement);
        else if (kind != ICS_CONTROL)
            buffer_add_part(&out->line, (const char *)at, length);
        at += length;
    }
    if (quoted)
        buffer_add_char(&out->line, '"');
}

void
content_line_word_parameter(struct content_line *out, const char *name, const char *word)
{
    assert(out->value == 0);
    buffer_add_char(&out->line, ';');
    buffer_add(&out->line, name);
    buffer_add_char(&out->line, '=');
    buffer_add(&out->line, word);
}

/* ---- other values ---- */

void
content_line_word(struct content_line *out, const char *word)
{
    begin_value(out);
    buffer_add(&out->line, word);
}

static void
add_digits(struct content_line *out, int64_t number, size_t width)
{
    char digits[24];
    size_t at = sizeof digits;

    do {
        digits[--at] = (char)('0' + number % 10);
        number /= 10;
    } while (at > 0 && (number > 0 || sizeof digits - at < width));
    buffer_add_part(&out->line, digits + at, sizeof digits - at);
}

void
content_line_number(struct content_line *out, int64_t number)
{
    content_line_digits(out, number, 1);
}

void
content_line_digits(struct content_line *out, int64_t number, size_t width)
{
    assert(number >= 0);
    begin_value(out);
    add_digits(out, number, width);
}

void
content_line_date(struct content_line *out, struct date date)
{
    begin_value(out);
    if (date_is_valid(date))
        add_digits(out, date.year * 10000 + date.month * 100 + date.day, 8);
}

static void
add_clock(struct content_line *out, struct local_time time, int second)
{
    content_line_date(out, time.date);
    buffer_add_char(&out->line, 'T');
    add_digits(out, time.hour * 10000 + time.minute * 100 + second, 6);
}

void
content_line_local_time(struct content_line *out, struct local_time time)
{
    begin_value(out);
    if (local_time_is_valid(time))
        add_clock(out, time, 0);
}

void
content_line_instant(struct content_line *out, instant at)
{
    int second = (int)((at % 60 + 60) % 60);

    begin_value(out);
    if (at < first_instant || at > last_instant)
        return;
    add_clock(out, local_time_from_instant(at), second);
    buffer_add_char(&out->line, 'Z');
}

static bool
is_letter(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

static bool
is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

static bool
has_scheme(const char *uri)
{
    bool has_letter = false;

    for (; is_letter(*uri) || is_digit(*uri) || *uri == '+' || *uri == '-' || *uri == '.';
         uri++)
        has_letter = has_letter || is_letter(*uri);
    return has_letter && uri[0] == ':' && uri[1] != '\0';
}

/* The four characters that python-icalendar reads into any value, capitals alone. */
void
uri_add_small_hex(struct buffer *buffer, const char *uri)
{
    static const char *const taken[] = { "%2C", "%3A", "%3B", "%5C" };
    static const char *const left[] = { "%2c", "%3a", "%3b", "%5c" };

    for (;;) {
        const char *percent = strchrnul(uri, '%');
        const char *add = "%";

        buffer_add_part(buffer, uri, (size_t)(percent - uri));
        if (!*percent)
            return;
        uri = percent + 1;
        for (size_t i = 0; i < sizeof taken / sizeof *taken; i++)
            if (strncmp(percent, taken[i], 3) == 0) {
                add = left[i];
                uri = percent + 3;
            }
        buffer_add(buffer, add);
    }
}

/* Plain: without a comma or a semicolon. */
static bool
stands_in_uri(char byte, bool is_plain)
{
    return is_letter(byte) || is_digit(byte) ||
           (byte && strchr("-._~:/?#[]@!$&'()*+=%", byte)) ||
           (!is_plain && (byte == ',' || byte == ';'));
}

static void
add_uri(struct buffer *buffer, const char *uri, bool is_plain)
{
    static const char hex[] = "0123456789ABCDEF";

    for (const char *at = uri;; at++) {
        const char *run = at;

        while (stands_in_uri(*at, is_plain))
            at++;
        buffer_add_part(buffer, run, (size_t)(at - run));
        if (at[strspn(at, " \t\r\n")] == '\0') /* or blanks at its end */
            return;
        buffer_add_char(buffer, '%');
        buffer_add_char(buffer, hex[(unsigned char)*at >> 4]);
        buffer_add_char(buffer, hex[(unsigned char)*at & 15]);
    }
}

static void
write_uri(struct content_line *out, const char *uri, bool is_plain)
{
    begin_value(out);
    if (!uri)
        return;
    uri += strspn(uri, " \t\r\n");
    if (!has_scheme(uri))
        return;
    struct buffer whole = { 0 };
    add_uri(&whole, uri, is_plain);
    uri_add_small_hex(&out->line, buffer_text(&whole));
    buffer_clear(&whole);
}

void
content_line_uri(struct content_line *out, const char *uri)
{
    write_uri(out, uri, false);
}

void
content_line_plain_uri(struct content_line *out, const char *uri)
{
    write_uri(out, uri, true);
}

void
content_line_colour(struct content_line *out, const char *colour)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz";

    if (colour && colour[strspn(colour, letters)] == '\0' && colour[0] != '\0')
        content_line_put(out, "COLOR", colour);
}
