/* SPDX-License-Identifier: GPL-3.0-or-later */
/* zone_by_name.c - the zone that a file means by a name alone */
#include "source/zone_by_name.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "atelier/base/buffer.h"
#include "atelier/calendar/zone_list.h"
#include "source/source_zone.h"

enum { MINUTE = 60, HOUR = 60 * MINUTE };

static const struct zone *
load(struct zone_cache *cache, const char *name)
{
    if (!*name || !zone_is_known(name))
        return NULL;
    char *kept = zone_canonical(name);
    const struct zone *zone = kept ? zone_cache_get(cache, kept, NULL) : NULL;
    free(kept);
    return zone;
}

/* --- how far from UTC */

static bool
is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* As many digits as there are, at most two; false when there is none. */
static bool
read_digits(const char **at, int *number)
{
    const char *first = *at;

    for (*number = 0; **at >= '0' && **at <= '9' && *at < first + 2; ++*at)
        *number = *number * 10 + (**at - '0');
    return *at > first;
}

/* "UTC", "GMT", "+01", "UTC+0100", "GMT-01.30": in seconds, and what stands behind it;
 * NULL when it is none of these. */
static const char *
read_offset(const char *text, int *seconds)
{
    const bool is_named =
        strncasecmp(text, "UTC", 3) == 0 || strncasecmp(text, "GMT", 3) == 0;
    const char *at = text + (is_named ? 3 : 0);
    const char sign = *at;
    int hours = 0;
    int minutes = 0;

    *seconds = 0;
    if (sign != '+' && sign != '-')
        return is_named ? at : NULL;
    at++;
    if (!read_digits(&at, &hours))
        return NULL;
    const bool is_parted = *at == ':' || *at == '.';
    at += is_parted;
    if (!read_digits(&at, &minutes) && is_parted)
        return NULL;
    *seconds = (hours * HOUR + minutes * MINUTE) * (sign == '-' ? -1 : 1);
    return at;
}

/* IANA names these hours the other way round: GMT+0100 is Etc/GMT-1. */
static const struct zone *
find_by_offset(struct zone_cache *cache, const char *name)
{
    int seconds;
    const char *rest = read_offset(name, &seconds);
    char etc[32];

    if (!rest || *rest || seconds % HOUR != 0)
        return NULL;
    if (seconds == 0)
        return load(cache, "Etc/UTC");
    (void)snprintf(etc, sizeof etc, "Etc/GMT%+d", -seconds / HOUR);
    return load(cache, etc);
}

/* --- the name of a zone */

static const struct zone *
find_in_any_case(struct zone_cache *cache, const char *name)
{
    struct zone_list list = { 0 };
    const struct zone *zone = NULL;

    if (!zone_list_load(&list, NULL))
        return NULL;
    for (size_t i = 0; i < list.count && !zone; i++)
        if (strcasecmp(list.entries[i].name, name) == 0)
            zone = load(cache, list.entries[i].name);
    zone_list_clear(&list);
    return zone;
}

const struct zone *
zone_by_name(struct zone_cache *cache, const char *name)
{
    const char *windows = windows_zone_find(name);
    const struct zone *zone = load(cache, name);

    if (!zone && windows)
        zone = load(cache, windows);
    const char *part = name;
    while (!zone && (part = strchr(part, '/')))
        if (strchr(++part, '/'))
            zone = load(cache, part);
    if (!zone)
        zone = find_by_offset(cache, name);
    return zone ? zone : find_in_any_case(cache, name);
}

/* --- what people are shown */

const char *
zone_city_in(const char *text, const char *zone)
{
    const char *slash = strrchr(zone, '/');
    struct buffer city = { 0 };

    buffer_add(&city, slash ? slash + 1 : zone);
    for (size_t i = 0; i < city.length; i++)
        if (city.text[i] == '_')
            city.text[i] = ' ';
    const char *found = strcasestr(text, buffer_text(&city));
    while (found &&
           (is_letter(found[city.length]) || (found > text && is_letter(found[-1]))))
        found = strcasestr(found + 1, buffer_text(&city));
    buffer_clear(&city);
    return found;
}

/* Summer is on one of the two days or on none. */
static bool
is_in_winter(const struct zone *zone, int year, int seconds)
{
    const int months[] = { 1, 7 };
    int64_t least = INT64_MAX;

    for (size_t i = 0; i < 2; i++) {
        const struct local_time noon = { .date = { year, months[i], 15 }, .hour = 12 };
        const int64_t offset =
            local_time_to_instant(noon) - zone_read_local(zone, noon).earlier;
        least = offset < least ? offset : least;
    }
    return least == seconds;
}

/* "Eastern Time (US & Canada)" is what Windows calls Eastern Standard Time. */
static const struct zone *
find_by_region(struct zone_cache *cache, const char *region)
{
    static const char ending[] = " Time";
    struct buffer name = { 0 };
    const size_t length = strcspn(region, "(");
    const struct zone *zone = NULL;

    buffer_add_part(&name, region, length);
    while (name.length > 0 && name.text[name.length - 1] == ' ')
        name.text[--name.length] = '\0';
    if (name.length > strlen(ending) &&
        strcasecmp(name.text + name.length - strlen(ending), ending) == 0) {
        const char *windows = windows_zone_find(name.text);
        name.length -= strlen(ending);
        name.text[name.length] = '\0';
        buffer_add(&name, " Standard Time");
        if (!windows)
            windows = windows_zone_find(buffer_text(&name));
        zone = windows ? load(cache, windows) : NULL;
    }
    buffer_clear(&name);
    return zone;
}

/* The place that stands first. */
static const struct zone *
find_by_city(struct zone_cache *cache, const char *cities, int year, int seconds)
{
    struct zone_list list = { 0 };
    const struct zone *found = NULL;
    const char *first = NULL;

    if (!zone_list_load(&list, NULL))
        return NULL;
    for (size_t i = 0; i < list.count; i++) {
        const char *at = zone_city_in(cities, list.entries[i].name);
        if (!at || (first && at >= first))
            continue;
        const struct zone *zone = load(cache, list.entries[i].name);
        if (!zone || !is_in_winter(zone, year, seconds))
            continue;
        first = at;
        found = zone;
    }
    zone_list_clear(&list);
    return found;
}

const struct zone *
zone_by_shown_name(struct zone_cache *cache, const char *name,
                   const struct zone *const *own, size_t own_count, int year)
{
    int seconds;
    const char *rest = *name == '(' ? read_offset(name + 1, &seconds) : NULL;

    if (!rest || *rest != ')')
        return NULL;
    rest += 1 + strspn(rest + 1, " ");
    for (size_t i = 0; i < own_count; i++)
        if (zone_city_in(rest, zone_name(own[i])) && is_in_winter(own[i], year, seconds))
            return own[i];
    const struct zone *zone = find_by_region(cache, rest);
    if (zone && is_in_winter(zone, year, seconds))
        return zone;
    return find_by_city(cache, rest, year, seconds);
}
