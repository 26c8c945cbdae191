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

enum xlsx_format
xlsx_format_builtin(long number)
{
    static const struct {
        int from;
        int to;
        enum xlsx_format format;
    } formats[] = {
        { 14, 17, XLSX_DATE }, { 18, 21, XLSX_TIME }, { 22, 22, XLSX_DATE_TIME },
        { 27, 31, XLSX_DATE }, { 32, 35, XLSX_TIME }, { 36, 36, XLSX_DATE },
        { 45, 47, XLSX_TIME }, { 50, 54, XLSX_DATE }, { 55, 56, XLSX_TIME },
        { 57, 58, XLSX_DATE },
    };
    for (size_t i = 0; i < sizeof(formats) / sizeof(formats[0]); i++)
        if (number >= formats[i].from && number <= formats[i].to)
            return formats[i].format;
    return XLSX_PLAIN;
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

enum xlsx_format
xlsx_format_custom(const char *code)
{
    if (strncasecmp(code, "general", strlen("general")) == 0)
        return XLSX_PLAIN;
    bool day = false;
    bool hour = false;
    bool month = false;
    for (const char *at = code; *at && *at != ';';) {
        const char *behind = behind_literal(at);
        char letter = (char)tolower((unsigned char)*at);
        at = behind ? behind : at + 1;
        if (behind)
            continue;
        day = day || letter == 'd' || letter == 'y';
        hour = hour || letter == 'h' || letter == 's';
        month = month || letter == 'm';
    }
    day = day || (month && !hour);
    return (enum xlsx_format)((day ? XLSX_DATE : 0) | (hour ? XLSX_TIME : 0));
}

static void
add_time(struct buffer *to, int seconds)
{
    buffer_addf(to, "%02d:%02d", seconds / 3600, seconds / 60 % 60);
    if (seconds % 60)
        buffer_addf(to, ":%02d", seconds % 60);
}

static void
add_date(struct buffer *to, double value, enum xlsx_format format, bool since_1904)
{
    double whole = floor(value);
    int64_t days = (int64_t)whole;
    int seconds = (int)lround((value - whole) * DAY_SECONDS);
    days += seconds / DAY_SECONDS;
    seconds %= DAY_SECONDS;
    if (!(format & XLSX_DATE) && days == 0) {
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

void
xlsx_number_add(struct buffer *to, const char *number, enum xlsx_format format,
                bool since_1904)
{
    const double exact = 1e15; /* larger ones have lost digits */
    char *end;
    double value = strtod(number, &end);
    if (end == number || *end || !isfinite(value))
        buffer_add(to, number);
    else if (format != XLSX_PLAIN && value >= 0 && value <= DAY_MOST)
        add_date(to, value, format, since_1904);
    else if (value >= -exact && value <= exact && value >= floor(value) &&
             value <= floor(value))
        buffer_addf(to, "%.0f", value);
    else
        buffer_addf(to, "%.15g", value);
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
