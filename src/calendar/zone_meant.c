/* SPDX-License-Identifier: GPL-3.0-or-later */
/* zone_meant.c - what is meant by texts that are no names of zones, and name hours */
#include "zone_meant.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { HOURS_SIZE = 24 };

static const struct {
    const char *text;
    const char *names[ZONE_MEANT_MOST];
} meant[] = {
#define ZONE_MEANT(text, first, second, third) { text, { first, second, third } },
#include "zone_meant.def"
#undef ZONE_MEANT
};

/* "UTC+1", "GMT-05:00", "+01", "UTC +1": the whole hours as "+1", and what stands behind
 * them; NULL: it is none of these. */
static const char *
read_hours(const char *text, char hours[static HOURS_SIZE])
{
    const char *at = text;
    if (strncasecmp(at, "UTC", 3) == 0 || strncasecmp(at, "GMT", 3) == 0)
        at += 3;
    at += strspn(at, " ");
    if ((*at != '+' && *at != '-') || at[1] < '0' || at[1] > '9')
        return NULL;
    const char sign = *at++;
    const size_t digits = strspn(at, "0123456789");
    const long number = digits <= 2 ? strtol(at, NULL, 10) : strtol(at, NULL, 10) / 100;
    if (digits == 3 || digits > 4 || number > 14 ||
        (digits == 4 && strncmp(at + 2, "00", 2) != 0))
        return NULL;
    at += digits;
    if (strncmp(at, ":00", 3) == 0)
        at += 3;
    (void)snprintf(hours, HOURS_SIZE, "%c%ld", sign, number);
    return at;
}

size_t
zone_meant(const char *text, const char *names[static ZONE_MEANT_MOST])
{
    char hours[HOURS_SIZE];
    const char *rest = read_hours(text, hours);
    const char *asked = rest && !*rest ? hours : text;
    size_t count = 0;

    for (size_t i = 0; i < sizeof meant / sizeof *meant; i++)
        if (strcmp(meant[i].text, asked) == 0)
            while (count < ZONE_MEANT_MOST && meant[i].names[count]) {
                names[count] = meant[i].names[count];
                count++;
            }
    return count;
}

const char *
zone_meant_cities(const char *text)
{
    if (*text != '(' ||
        (strncasecmp(text + 1, "UTC", 3) != 0 && strncasecmp(text + 1, "GMT", 3) != 0))
        return NULL;
    const char *behind = strchr(text, ')');
    if (!behind)
        return NULL;
    behind += 1 + strspn(behind + 1, " ");
    return *behind ? behind : NULL;
}
