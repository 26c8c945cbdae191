/* SPDX-License-Identifier: GPL-3.0-or-later */
/* when_iso.c - times as programs write them: ISO 8601 with seconds and offset */
#include <ctype.h>

#include "when/when_read.h"

static bool
take_digits(const char **text, int count, int *number)
{
    *number = 0;
    for (int i = 0; i < count; i++) {
        if (!isdigit((unsigned char)**text))
            return false;
        *number = *number * 10 + (*(*text)++ - '0');
    }
    return true;
}

static bool
take_sign(const char **text, char sign)
{
    if (**text != sign)
        return false;
    (*text)++;
    return true;
}

static bool
take_offset(const char **text, bool *has_offset, int *minutes)
{
    *minutes = 0;
    if (take_sign(text, 'Z') || take_sign(text, 'z')) {
        *has_offset = true;
        return true;
    }
    bool back = **text == '-';
    if (!back && **text != '+')
        return true;
    (*text)++;
    int hour;
    int minute = 0;
    if (!take_digits(text, 2, &hour))
        return false;
    (void)take_sign(text, ':');
    if (**text && !take_digits(text, 2, &minute))
        return false;
    *has_offset = true;
    *minutes = (hour * 60 + minute) * (back ? -1 : 1);
    return hour < 24 && minute < 60;
}

bool
when_read_iso(const char *text, struct local_time *time, bool *has_offset,
              int *offset_minutes)
{
    struct local_time read;
    int second = 0;
    *has_offset = false;

    if (!take_digits(&text, 4, &read.date.year))
        return false;
    bool extended = take_sign(&text, '-');
    if (!take_digits(&text, 2, &read.date.month) ||
        (extended && !take_sign(&text, '-')) || !take_digits(&text, 2, &read.date.day) ||
        !(take_sign(&text, 'T') || (extended && take_sign(&text, ' '))) ||
        !take_digits(&text, 2, &read.hour) || (extended && !take_sign(&text, ':')) ||
        !take_digits(&text, 2, &read.minute))
        return false;
    if ((!extended && isdigit((unsigned char)*text)) || take_sign(&text, ':'))
        if (!take_digits(&text, 2, &second) || second > 59)
            return false;
    if (take_sign(&text, '.')) /* parts of a second */
        while (isdigit((unsigned char)*text))
            text++;
    if (!take_offset(&text, has_offset, offset_minutes) || *text ||
        !local_time_is_valid(read))
        return false;
    *time = read;
    return true;
}
