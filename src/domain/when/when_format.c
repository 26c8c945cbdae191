/* SPDX-License-Identifier: GPL-3.0-or-later */
/* when_format.c - days, times and durations as people like to read them */
#include <inttypes.h>
#include <string.h>

#include "atelier/base/language.h"
#include "atelier/domain/when.h"

static const char *const short_weekdays[] = {
    N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"),
};
static const char *const long_weekdays[] = {
    N_("Monday"), N_("Tuesday"),  N_("Wednesday"), N_("Thursday"),
    N_("Friday"), N_("Saturday"), N_("Sunday"),
};
static const char *const months[] = {
    N_("January"),   N_("February"), N_("March"),    N_("April"),
    N_("May"),       N_("June"),     N_("July"),     N_("August"),
    N_("September"), N_("October"),  N_("November"), N_("December"),
};

void
when_format_brief_day(struct date day, struct buffer *buffer)
{
    buffer_addf(buffer, "%02d/%02d", day.day, day.month);
}

void
when_format_day(struct date day, struct buffer *buffer)
{
    when_format_brief_day(day, buffer);
    buffer_addf(buffer, "/%04d", day.year);
}

void
when_format_date(struct date date, enum when_style style, struct buffer *buffer)
{
    if (!date_is_valid(date))
        return;
    int weekday = date_weekday(date) - 1;
    if (style == WHEN_SHORT) {
        buffer_addf(buffer, "%s ", _(short_weekdays[weekday]));
        when_format_day(date, buffer);
        return;
    }
    if (date.day == 1) /* TRANSLATORS: weekday, month, year; French: %s 1er %s %d */
        buffer_addf(buffer, _("%s 1 %s %d"), _(long_weekdays[weekday]),
                    _(months[date.month - 1]), date.year);
    else /* TRANSLATORS: weekday, day, month, year */
        buffer_addf(buffer, _("%s %d %s %d"), _(long_weekdays[weekday]), date.day,
                    _(months[date.month - 1]), date.year);
}

void
when_format_days(struct date first, struct date last, enum when_style style,
                 struct buffer *buffer)
{
    when_format_date(first, style, buffer);
    if (date_compare(first, last) == 0)
        return;
    buffer_add(buffer, " – ");
    when_format_date(last, style, buffer);
}

void
when_format_month(struct date day, struct buffer *buffer)
{
    if (date_is_valid(day))
        buffer_addf(buffer, "%s %d", _(months[day.month - 1]), day.year);
}

const char *
when_weekday(int weekday)
{
    return _(short_weekdays[weekday - 1]);
}

static void
add_time(struct local_time time, struct buffer *buffer)
{
    buffer_addf(buffer, "%02d:%02d", time.hour, time.minute);
}

void
when_format_local_time(struct local_time time, struct buffer *buffer)
{
    if (!local_time_is_valid(time))
        return;
    when_format_date(time.date, WHEN_SHORT, buffer);
    buffer_add(buffer, " ");
    add_time(time, buffer);
}

void
when_format_hours(struct local_time start, struct local_time end, struct buffer *buffer)
{
    add_time(start, buffer);
    buffer_add(buffer, "–");
    add_time(end, buffer);
}

void
when_format_hours_of_day(struct local_time start, struct local_time end,
                         struct buffer *buffer)
{
    if (date_compare(start.date, end.date) == 0) {
        when_format_hours(start, end, buffer);
        return;
    }
    add_time(start, buffer);
    buffer_add(buffer, "–");
    when_format_local_time(end, buffer);
}

void
when_format_span(struct local_time start, struct local_time end, struct buffer *buffer)
{
    when_format_local_time(start, buffer);
    if (!local_time_is_valid(start) || !local_time_is_valid(end))
        return;
    buffer_add(buffer, "–");
    if (date_compare(start.date, end.date) == 0)
        add_time(end, buffer);
    else
        when_format_local_time(end, buffer);
}

void
when_format_duration(int64_t minutes, struct buffer *buffer)
{
    if (minutes < 60)
        buffer_addf(buffer, "%" PRId64 " min", minutes);
    else if (minutes % 60 == 0)
        buffer_addf(buffer, "%" PRId64 " h", minutes / 60);
    else
        buffer_addf(buffer, "%" PRId64 " h %02" PRId64, minutes / 60, minutes % 60);
}

void
when_format_place(const char *zone, struct buffer *buffer)
{
    const char *slash = strrchr(zone, '/');

    for (const char *c = slash ? slash + 1 : zone; *c; c++)
        buffer_add_char(buffer, *c == '_' ? ' ' : *c);
}
