/* SPDX-License-Identifier: GPL-3.0-or-later */
/* coordinates.c - a point on earth, read without asking the locale */
#include "atelier/domain/coordinates.h"

#include <stddef.h>
#include <string.h>

static bool
take_degrees(const char **text, double limit, double *degrees)
{
    const bool negative = **text == '-';
    const char *at = *text + (negative || **text == '+' ? 1 : 0);
    const char *digits = at;
    double value = 0;
    double unit = 1;

    for (; *at >= '0' && *at <= '9' && value <= limit; at++)
        value = value * 10 + (*at - '0');
    if (at > digits && *at == '.') {
        for (at++; *at >= '0' && *at <= '9'; at++) {
            unit /= 10;
            value += unit * (*at - '0');
        }
    }
    *degrees = negative ? -value : value;
    *text = at;
    return at > digits && value <= limit;
}

bool
coordinates_parse(const char *text, struct coordinates *coordinates)
{
    struct coordinates found = { .known = true };

    *coordinates = (struct coordinates){ 0 };
    if (!text)
        return false;
    text += strspn(text, " ");
    if (!take_degrees(&text, 90, &found.latitude))
        return false;
    const size_t parted = strspn(text, ";, ");
    text += parted;
    if (parted == 0 || !take_degrees(&text, 180, &found.longitude) ||
        text[strspn(text, " ")] != '\0')
        return false;
    *coordinates = found;
    return true;
}
