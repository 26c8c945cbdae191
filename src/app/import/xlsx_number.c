/* SPDX-License-Identifier: GPL-3.0-or-later */
/* xlsx_number.c - the numbers of a workbook as a person reads them in its cells */
#include "import/xlsx_number.h"

#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "atelier/base/civil.h"

enum { DAY_SECONDS = 86400, DAY_MOST = 2958465 }; /* 9999-12-31 */

/* Day 0 of the two systems, in days since 1970.  That of 1900 counts a 29 February 1900
 * that never was: before March 1900 its days are one later. */
enum { DAYS_TO_1900 = -25569, DAYS_TO_1904 = -24107, FIRST_MARCH_1900 = 61 };

struct xlsx_format
xlsx_format_builtin(long number)
{
    static const struct {
        int from;
        int to;
        enum xlsx_content content;
    } formats[] = {
        { 14, 17, XLSX_DATE }, { 18, 21, XLSX_TIME },    { 22, 22, XLSX_DATE_TIME },
        { 27, 31, XLSX_DATE }, { 32, 35, XLSX_TIME },    { 36, 36, XLSX_DATE },
        { 45, 45, XLSX_TIME }, { 46, 46, XLSX_ELAPSED }, { 47, 47, XLSX_TIME },
        { 50, 54, XLSX_DATE }, { 55, 56, XLSX_TIME },    { 57, 58, XLSX_DATE },
    };
    for (size_t i = 0; i < sizeof(formats) / sizeof(formats[0]); i++)
        if (number >= formats[i].from && number <= formats[i].to)
            return (struct xlsx_format){ .content = formats[i].content };
    return (struct xlsx_format){ 0 };
}

/* Behind a quotation, a bracket, or a sign that escapes the next; NULL where none begins.
 * [h] and its like count hours: they are letters of the format. */
static const char *
behind_literal(const char *at)
{
    const char *end = NULL;
    if (*at == '"')
        end = strchr(at + 1, '"');
    else if (*at == '[' && !strchr("hmsHMS", at[1]))
        end = strchr(at, ']');
    else if (strchr("\\_*", *at) && at[1])
        end = at + 1;
    return end ? end + 1 : NULL;
}

static enum xlsx_content
read_content(const char *code)
{
    bool day = false;
    bool hour = false;
    bool month = false;
    bool elapsed = false;
    for (const char *at = code; *at && *at != ';';) {
        const char *behind = behind_literal(at);
        char letter = (char)tolower((unsigned char)*at);
        at = behind ? behind : at + 1;
        if (behind)
            continue;
        day = day || letter == 'd' || letter == 'y';
        hour = hour || letter == 'h' || letter == 's';
        month = month || letter == 'm';
        elapsed = elapsed || letter == '[';
    }
    if (elapsed && !day)
        return XLSX_ELAPSED;
    day = day || (month && !hour);
    return (enum xlsx_content)((day ? XLSX_DATE : 0) | (hour ? XLSX_TIME : 0));
}

/* In a mask; all other bytes stand for themselves. */
enum { PLACE_ZERO = 1, PLACE_DIGIT = 2 };

static bool
is_place(char byte)
{
    return byte == PLACE_ZERO || byte == PLACE_DIGIT;
}

/* Finds the text of a literal, without what writes it; false when it is no text. */
static bool
find_literal(const char *at, const char *behind, const char **text, size_t *length)
{
    static const char plain[] = " -+/():'!~{}<>=^&$";
    *text = at;
    *length = 1;
    if (!behind)
        return strchr(plain, *at) || (unsigned char)*at >= 0x80;
    if (*at == '"')
        *length = (size_t)(behind - at) - 2;
    else if (*at != '\\') /* a colour, a language, a blank as wide as the next sign */
        *length = 0;
    /* A condition chooses another format. */
    *text = at + 1;
    return *at != '[' || (!strchr("<>=", at[1]) && (at[1] != '$' || at[2] == '-'));
}

/* The mask of a format that has only places and texts, at least two places; else "". */
static void
read_mask(const char *code, char mask[XLSX_MASK_SIZE])
{
    size_t length = 0;
    size_t places = 0;
    for (const char *at = code; *at && *at != ';';) {
        const char *behind = behind_literal(at);
        const char *text;
        size_t text_length = 1;
        bool place = *at == '0' || *at == '#';
        if ((!place && !find_literal(at, behind, &text, &text_length)) ||
            length + text_length >= XLSX_MASK_SIZE) {
            places = 0;
            break;
        }
        if (place)
            mask[length] = *at == '0' ? PLACE_ZERO : PLACE_DIGIT;
        else
            memcpy(mask + length, text, text_length);
        places += place;
        length += text_length;
        at = behind ? behind : at + 1;
    }
    mask[places > 1 ? length : 0] = '\0';
}

struct xlsx_format
xlsx_format_custom(const char *code)
{
    struct xlsx_format format = { 0 };
    if (strncasecmp(code, "general", strlen("general")) == 0)
        return format;
    format.content = read_content(code);
    if (format.content == XLSX_NUMBER)
        read_mask(code, format.mask);
    return format;
}

static void
add_time(struct buffer *to, int seconds)
{
    buffer_addf(to, "%02d:%02d", seconds / 3600, seconds / 60 % 60);
    if (seconds % 60)
        buffer_addf(to, ":%02d", seconds % 60);
}

static void
add_date(struct buffer *to, double value, enum xlsx_content content, bool since_1904)
{
    double whole = floor(value);
    int64_t days = (int64_t)whole;
    int seconds = (int)lround((value - whole) * DAY_SECONDS);
    days += seconds / DAY_SECONDS;
    seconds %= DAY_SECONDS;
    if (!(content & XLSX_DATE) && days == 0) {
        add_time(to, seconds);
        return;
    }
    if (!since_1904 && days < FIRST_MARCH_1900)
        days++;
    char text[DATE_TEXT_SIZE];
    date_format(date_from_days(days + (since_1904 ? DAYS_TO_1904 : DAYS_TO_1900)), text);
    buffer_add(to, text);
    if (seconds > 0) {
        buffer_add_char(to, ' ');
        add_time(to, seconds);
    }
}

/* A sum of hours: 26:00 is more than a day. */
static void
add_elapsed(struct buffer *to, double days)
{
    const long long seconds = llround(days * DAY_SECONDS);

    buffer_addf(to, "%02lld:%02lld", seconds / 3600, seconds / 60 % 60);
    if (seconds % 60)
        buffer_addf(to, ":%02lld", seconds % 60);
}

static size_t
count_places(const char *mask)
{
    size_t places = 0;
    for (; *mask; mask++)
        places += is_place(*mask);
    return places;
}

/* Where the shown part of a mask begins: a # without a digit is not shown, nor is what
 * stands before it. */
static const char *
find_shown(const char *mask, size_t digits)
{
    size_t places = count_places(mask);
    const char *shown = mask;
    for (; digits < places; places--, shown++) {
        const char *place = shown;
        while (!is_place(*place))
            place++;
        if (*place == PLACE_ZERO)
            return shown;
        for (shown = place; !is_place(shown[1]); shown++)
            ;
    }
    return shown;
}

/* Digits fill the places from the right; more of them stand before the first. */
static void
add_masked(struct buffer *to, double value, const char *mask)
{
    struct buffer digits = { 0 };
    buffer_addf(&digits, "%.0f", value);
    const char *digit = buffer_text(&digits);
    size_t left = digits.length;
    const char *c = find_shown(mask, left);
    for (size_t places = count_places(c); *c; c++) {
        if (!is_place(*c)) {
            buffer_add_char(to, *c);
            continue;
        }
        if (left < places)
            buffer_add_char(to, '0');
        for (; left >= places && left > 0; left--)
            buffer_add_char(to, *digit++);
        places--;
    }
    buffer_clear(&digits);
}

/* As most numbers are: digits alone, of which a double would lose none. */
static bool
is_plain(const char *number)
{
    enum { DIGITS_MOST = 15 };
    size_t digits = 0;
    while (digits <= DIGITS_MOST && number[digits] >= '0' && number[digits] <= '9')
        digits++;
    return digits > 0 && digits <= DIGITS_MOST && !number[digits] &&
           (number[0] != '0' || digits == 1);
}

void
xlsx_number_add(struct buffer *to, const char *number, const struct xlsx_format *format,
                bool since_1904)
{
    const double exact = 1e15; /* larger ones have lost digits */
    char *end;
    if (format->content == XLSX_NUMBER && !format->mask[0] && is_plain(number)) {
        buffer_add(to, number);
        return;
    }
    double value = strtod(number, &end);
    if (end == number || *end || !isfinite(value))
        buffer_add(to, number);
    else if (format->content == XLSX_ELAPSED && value >= 0 && value <= DAY_MOST)
        add_elapsed(to, value);
    else if (format->content != XLSX_NUMBER && value >= 0 && value <= DAY_MOST)
        add_date(to, value, format->content, since_1904);
    else if (value < -exact || value > exact || value < floor(value) ||
             value > floor(value))
        buffer_addf(to, "%.15g", value);
    else if (format->mask[0] && value >= 0)
        add_masked(to, value, format->mask);
    else
        buffer_addf(to, "%.0f", value);
}

void
xlsx_number_add_iso(struct buffer *to, const char *text)
{
    size_t day = strcspn(text, "T");
    buffer_add_part(to, text, day);
    const char *time = text[day] ? text + day + 1 : "";
    size_t length = strcspn(time, "Z.");
    if (length == 0 || strncmp(time, "00:00:00", length) == 0)
        return;
    if (length == strlen("09:30:00") && strncmp(time + 5, ":00", 3) == 0)
        length -= 3;
    if (day > 0)
        buffer_add_char(to, ' ');
    buffer_add_part(to, time, length);
}
