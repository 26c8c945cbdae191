/* SPDX-License-Identifier: GPL-3.0-or-later */
/* vtimezone.c - writes a zone into a calendar: as two yearly rules where it has them,
 * else change by change */
#include "atelier/calendar/vtimezone.h"

#include <stdlib.h>
#include <string.h>

#include "zone_file.h"

enum { DAY = 86400, EARLIEST_YEAR = 1900 };

static const char *const weekdays[] = { "SU", "MO", "TU", "WE", "TH", "FR", "SA" };

/* A sub-component: from `onset` on clocks are `to` ahead of UTC. */
struct observance {
    bool is_summer;
    struct local_time onset; /* on the clock before it */
    int32_t from;
    int32_t to;
    const char *abbreviation;
    const struct tz_date *yearly; /* NULL: once */
};

/* +HHMM, and SS where a zone of long ago needs them. */
static void
write_offset(struct content_line *out, const char *name, int32_t offset)
{
    int32_t size = abs(offset);
    int32_t parts[] = { size / 3600, size / 60 % 60, size % 60 };

    char text[8];
    text[0] = offset < 0 ? '-' : '+';
    size_t length = 1;
    for (size_t i = 0; i < 3 && (i < 2 || parts[i] != 0); i++) {
        text[length++] = (char)('0' + parts[i] / 10);
        text[length++] = (char)('0' + parts[i] % 10);
    }
    text[length] = '\0';
    content_line_put(out, name, text);
}

static void
write_yearly(struct content_line *out, const struct tz_date *date)
{
    content_line_start(out, "RRULE");
    content_line_word(out, "FREQ=YEARLY;BYMONTH=");
    content_line_number(out, date->month);
    content_line_word(out, ";BYDAY=");
    if (date->week == 5)
        content_line_word(out, "-1");
    else
        content_line_number(out, date->week);
    content_line_word(out, weekdays[date->weekday]);
    content_line_end(out);
}

static void
write_observance(struct content_line *out, const struct observance *observance)
{
    const char *kind = observance->is_summer ? "DAYLIGHT" : "STANDARD";

    content_line_put(out, "BEGIN", kind);
    content_line_start(out, "DTSTART");
    content_line_local_time(out, observance->onset);
    content_line_end(out);
    write_offset(out, "TZOFFSETFROM", observance->from);
    write_offset(out, "TZOFFSETTO", observance->to);
    content_line_start(out, "TZNAME");
    content_line_text(out, observance->abbreviation);
    content_line_end(out);
    if (observance->yearly)
        write_yearly(out, observance->yearly);
    content_line_put(out, "END", kind);
}

/* ---- two rules ---- */

static int
year_of(instant at)
{
    return local_time_from_instant(at).date.year;
}

/* Whether RRULE can say it in the plain way that every calendar reads. */
static bool
is_plain(const struct tz_date *date)
{
    return date->kind == TZ_DAY_MONTH_WEEK && date->time >= 0 && date->time < DAY;
}

static bool
is_state(struct zone_offset offset, const struct tz_state *state)
{
    return offset.seconds == state->offset &&
           strcmp(offset.abbreviation, state->abbreviation) == 0;
}

typedef instant change_of_year(const struct tz_rule *rule, int year);

/* The first year from which on a rule's change has come every year. */
static int
reign_begins(const struct zone *zone, change_of_year *change,
             const struct tz_state *before, const struct tz_state *after)
{
    int year = year_of(zone_table_end(zone)) + 2;

    while (year > EARLIEST_YEAR) {
        instant at = change(zone_rule(zone), year - 1);

        if (!is_state(zone_offset_at(zone, at - 1), before) ||
            !is_state(zone_offset_at(zone, at), after))
            break;
        year--;
    }
    return year;
}

static bool
is_of_rule(const struct tz_rule *rule, instant change)
{
    int year = year_of(change + rule->standard.offset);

    return change == tz_rule_to_daylight(rule, year) ||
           change == tz_rule_to_standard(rule, year);
}

/* From when on, at `since` or later, all changes are of the rule. */
static instant
only_rule_from(const struct zone *zone, instant since)
{
    const struct tz_rule *rule = zone_rule(zone);
    bool paused = false;
    instant at = since - 1;

    while ((paused || at < zone_table_end(zone)) && zone_next_change(zone, at, &at)) {
        if (!is_of_rule(rule, at))
            paused = true;
        else if (paused) {
            since = at;
            paused = false;
        }
    }
    return since;
}

static struct observance
yearly_observance(const struct tz_date *date, instant onset, const struct tz_state *from,
                  const struct tz_state *to)
{
    return (struct observance){
        .is_summer = to->offset > from->offset,
        .onset = local_time_from_instant(onset + from->offset),
        .from = from->offset,
        .to = to->offset,
        .abbreviation = to->abbreviation,
        .yearly = date,
    };
}

static bool
has_plain_rules(const struct tz_rule *rule)
{
    return rule && rule->has_daylight && is_plain(&rule->to_daylight) &&
           is_plain(&rule->to_standard) && rule->standard.offset != rule->daylight.offset;
}

/* The first change to summer and the first back of the present rules. */
static void
find_reign(const struct zone *zone, instant *daylight, instant *standard)
{
    const struct tz_rule *rule = zone_rule(zone);

    *daylight = tz_rule_to_daylight(
        rule, reign_begins(zone, tz_rule_to_daylight, &rule->standard, &rule->daylight));
    *standard = tz_rule_to_standard(
        rule, reign_begins(zone, tz_rule_to_standard, &rule->daylight, &rule->standard));
}

/* Writes two rules and returns true when they tell all from an instant on. */
static bool
write_rules(struct content_line *out, const struct zone *zone, instant since)
{
    const struct tz_rule *rule = zone_rule(zone);

    if (!has_plain_rules(rule))
        return false;
    instant daylight;
    instant standard;
    find_reign(zone, &daylight, &standard);
    if (since < daylight || since < standard || only_rule_from(zone, since) != since)
        return false;

    struct observance observances[2];
    observances[0] =
        yearly_observance(&rule->to_standard, standard, &rule->daylight, &rule->standard);
    observances[1] =
        yearly_observance(&rule->to_daylight, daylight, &rule->standard, &rule->daylight);
    write_observance(out, &observances[observances[0].is_summer ? 1 : 0]);
    write_observance(out, &observances[observances[0].is_summer ? 0 : 1]);
    return true;
}

/* No clock there ever showed another time. */
static bool
is_utc(const struct zone *zone)
{
    instant change;

    return zone_offset_at(zone, 0).seconds == 0 &&
           !zone_next_change(zone, INT64_MIN, &change);
}

instant
vtimezone_since(const struct zone *zone)
{
    const struct tz_rule *rule = zone_rule(zone);

    if (!rule || is_utc(zone))
        return VTIMEZONE_NEVER;
    if (!rule->has_daylight)
        return zone_table_end(zone);
    if (!has_plain_rules(rule))
        return VTIMEZONE_NEVER;
    instant daylight;
    instant standard;
    find_reign(zone, &daylight, &standard);
    return only_rule_from(zone, daylight > standard ? daylight : standard);
}

/* ---- change by change ---- */

/* Whether tzdata calls summer the exception, as most laws do, or winter. */
static bool
summer_is_flagged(const struct zone *zone, struct span window)
{
    struct zone_offset before = zone_offset_at(zone, window.start);
    instant at = window.start;

    while (zone_next_change(zone, at, &at) && at < window.end) {
        struct zone_offset after = zone_offset_at(zone, at);

        if (before.is_daylight != after.is_daylight && before.seconds != after.seconds)
            return after.is_daylight == (after.seconds > before.seconds);
        before = after;
    }
    return true;
}

static bool
has_standard(const struct zone *zone, struct span window, bool flagged)
{
    instant at = window.start;

    do {
        if (zone_offset_at(zone, at).is_daylight != flagged)
            return true;
    } while (zone_next_change(zone, at, &at) && at < window.end);
    return false;
}

static void
write_changes(struct content_line *out, const struct zone *zone, struct span window)
{
    bool flagged = summer_is_flagged(zone, window);
    struct zone_offset before = zone_offset_at(zone, window.start);
    instant start = window.start + before.seconds; /* by the clock */
    instant at = window.start;
    struct observance observance = {
        .is_summer = before.is_daylight == flagged && has_standard(zone, window, flagged),
        .onset = local_time_from_instant(start < 0 ? start : 0),
        .from = before.seconds,
        .to = before.seconds,
        .abbreviation = before.abbreviation,
    };

    write_observance(out, &observance);
    while (zone_next_change(zone, at, &at) && at < window.end) {
        struct zone_offset after = zone_offset_at(zone, at);

        observance = (struct observance){
            .is_summer = after.is_daylight == flagged,
            .onset = local_time_from_instant(at + before.seconds),
            .from = before.seconds,
            .to = after.seconds,
            .abbreviation = after.abbreviation,
        };
        write_observance(out, &observance);
        before = after;
    }
}

/* Further out no calendar goes. */
static int
year_within_reach(instant at)
{
    if (at < -INT64_C(2208988800)) /* 1900 */
        return EARLIEST_YEAR;
    return at > INT64_C(253000000000) ? 9987 : year_of(at);
}

static instant
new_year(int year)
{
    return date_to_days((struct date){ .year = year, .month = 1, .day = 1 }) * DAY;
}

void
vtimezone_write(struct content_line *out, const struct zone *zone, struct span window)
{
    struct span years = {
        .start = new_year(year_within_reach(window.start)),
        .end = new_year(year_within_reach(window.end) + 1),
    };

    const instant since = vtimezone_since(zone);
    if (window.start >= since && years.start < since)
        years.start = since;

    content_line_put(out, "BEGIN", "VTIMEZONE");
    content_line_start(out, "TZID");
    content_line_text(out, zone_name(zone));
    content_line_end(out);
    if (!write_rules(out, zone, years.start))
        write_changes(out, zone, years);
    content_line_put(out, "END", "VTIMEZONE");
}
