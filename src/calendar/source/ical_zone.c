/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ical_zone.c - a zone that a file describes, told to libical in the few words that
 * clocks need
 *
 * Each line is judged and written anew, without its parameters: libical does not return
 * from some rules, and walks others for a long time.
 */
#include "source/ical_time.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "atelier/base/memory.h"
#include "source/ics_line.h"

enum {
    ZONE_LINES = 1000,
    ZONE_RULES = 20,
    ZONE_DATES = 1000,
    YEARS_OF_A_FILE = 50000, /* of all rules of its zones */
    YEARS_AHEAD = 15,        /* libical looks so far beyond the year that is asked for */
    MODEL_YEAR = 1972 /* in which rules begin that began before 1900; a leap year */
};

struct zone_text {
    struct buffer chosen;
    size_t lines;
    size_t rules;
    size_t dates;
    int64_t years; /* that the rules are walked */
    int until;     /* the year */
    /* of the part that is open */
    int first_year;
    int day; /* of its start */
    size_t rules_of_part;
    unsigned bare_months; /* of rules that have no day but that of the start */
};

/* ---- a rule ---- */

/* What a rule names; a month is a bit. */
struct zone_rule {
    bool is_yearly;
    unsigned months;
    bool has_days; /* of the month */
    int least_day; /* the first of them, counted from either end */
    bool has_weekdays;
    bool has_place; /* the last Sunday, not each */
};

static bool
take_number(const char *text, int least, int most, int *number)
{
    char *end;
    long read = strtol(text, &end, 10);
    *number = (int)read;
    return end > text && !*end && strchr("+-0123456789", *text) && read >= least &&
           read <= most;
}

static bool
take_month(struct zone_rule *rule, const char *text)
{
    int month;
    if (!take_number(text, 1, 12, &month))
        return false;
    rule->months |= 1U << month;
    return true;
}

static bool
take_day(struct zone_rule *rule, const char *text)
{
    int day;
    if (!take_number(text, -31, 31, &day) || day == 0)
        return false;
    if (!rule->has_days || abs(day) < rule->least_day)
        rule->least_day = abs(day);
    rule->has_days = true;
    return true;
}

/* SU, 1SU, -1SU. */
static bool
take_weekday(struct zone_rule *rule, const char *text)
{
    static const char names[] = "SU MO TU WE TH FR SA";
    const char *at = text + (*text == '+' || *text == '-');
    bool has_place = at > text || (*at >= '0' && *at <= '9');
    if (has_place && (*at < '1' || *at > '5'))
        return false;
    at += has_place;
    rule->has_weekdays = true;
    rule->has_place = rule->has_place || has_place;
    return strlen(at) == 2 && !strchr(at, ' ') && strcasestr(names, at);
}

static bool
take_each(struct zone_rule *rule, char *list,
          bool (*take)(struct zone_rule *rule, const char *text))
{
    char *value;
    while ((value = strsep(&list, ",")))
        if (!take(rule, value))
            return false;
    return true;
}

static bool
take_rule_part(struct zone_rule *rule, char *part)
{
    struct source_time until;
    char *value = strchr(part, '=');
    if (!value)
        return false;
    *value++ = '\0';
    if (strcasecmp(part, "FREQ") == 0) {
        rule->is_yearly = strcasecmp(value, "YEARLY") == 0;
        return rule->is_yearly;
    }
    if (strcasecmp(part, "INTERVAL") == 0)
        return strcmp(value, "1") == 0;
    if (strcasecmp(part, "UNTIL") == 0)
        return ics_time_parse(value, &until);
    if (strcasecmp(part, "WKST") == 0)
        return take_weekday(&(struct zone_rule){ 0 }, value) && strlen(value) == 2;
    if (strcasecmp(part, "BYMONTH") == 0)
        return take_each(rule, value, take_month);
    if (strcasecmp(part, "BYMONTHDAY") == 0)
        return take_each(rule, value, take_day);
    return strcasecmp(part, "BYDAY") == 0 && take_each(rule, value, take_weekday);
}

/* Whether some month of the rule has some day of it: libical looks for 30 February
 * through many centuries. */
static bool
has_day(unsigned months, int day)
{
    for (int month = 1; month <= 12; month++)
        if ((!months || months & 1U << month) && day <= date_days_in_month(2024, month))
            return true;
    return false;
}

/* Once a year, on a day, is all that clocks do. */
static bool
take_rule(struct zone_text *text, const char *value)
{
    struct zone_rule rule = { 0 };
    char *copy = memory_copy(value);
    char *rest = copy;
    char *part;
    bool ok = true;
    while (ok && (part = strsep(&rest, ";")))
        ok = !*part || take_rule_part(&rule, part);
    free(copy);
    if (!ok || !rule.is_yearly || (rule.has_days && rule.has_place) ||
        (rule.has_days && !has_day(rule.months, rule.least_day)))
        return false;
    if (!rule.has_days && !rule.has_weekdays)
        text->bare_months |= rule.months;
    text->rules_of_part++;
    buffer_addf(&text->chosen, "RRULE:%s\r\n", value);
    return ++text->rules <= ZONE_RULES;
}

/* ---- the other lines ---- */

static void
add_time(struct zone_text *text, const char *name, const struct source_time *time)
{
    const struct local_time *at = &time->local;
    buffer_addf(&text->chosen, "%s:%04d%02d%02dT%02d%02d00%s\r\n", name, at->date.year,
                at->date.month, at->date.day, at->hour, at->minute,
                time->kind == SOURCE_IN_UTC ? "Z" : "");
}

/* Outlook begins its rules in 1601. */
static bool
take_start(struct zone_text *text, const char *value)
{
    struct source_time start;
    if (!ics_time_parse(value, &start))
        return false;
    if (start.local.date.year < OCCURRENCE_FIRST_YEAR)
        start.local.date.year = MODEL_YEAR;
    text->first_year = start.local.date.year;
    text->day = start.local.date.day;
    add_time(text, "DTSTART", &start);
    return true;
}

static bool
take_dates(struct zone_text *text, char *list)
{
    struct source_time date;
    char *value;
    while ((value = ics_list_next(&list))) {
        if (++text->dates > ZONE_DATES || !ics_time_parse(value, &date))
            return false;
        if (date.local.date.year >= OCCURRENCE_FIRST_YEAR)
            add_time(text, "RDATE", &date);
    }
    return true;
}

/* +0100 or +013730. */
static bool
take_offset(struct zone_text *text, const char *name, const char *value)
{
    size_t digits = strspn(value + (*value != '\0'), "0123456789");
    if ((*value != '+' && *value != '-') || (digits != 4 && digits != 6) ||
        value[1 + digits])
        return false;
    buffer_addf(&text->chosen, "%s:%s\r\n", name, value);
    return true;
}

static const char *
known_part(const char *name)
{
    static const char *const known[] = { "STANDARD", "DAYLIGHT" };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (strcasecmp(name, known[i]) == 0)
            return known[i];
    return NULL;
}

static bool
begin_part(struct zone_text *text, const char *name)
{
    const char *part = known_part(name);
    if (!part)
        return false;
    buffer_addf(&text->chosen, "BEGIN:%s\r\n", part);
    text->first_year = 0;
    text->day = 0;
    text->rules_of_part = 0;
    text->bare_months = 0;
    return true;
}

static bool
end_part(struct zone_text *text, const char *name)
{
    const char *part = known_part(name);
    if (!part || !text->first_year)
        return false;
    for (int month = 1; month <= 12; month++)
        if (text->bare_months & 1U << month &&
            text->day > date_days_in_month(2024, month))
            return false;
    buffer_addf(&text->chosen, "END:%s\r\n", part);
    if (text->until > text->first_year)
        text->years += (int64_t)text->rules_of_part * (text->until - text->first_year);
    return true;
}

static bool
take_line(struct zone_text *text, struct ics_line *line)
{
    char *value = line->text + line->value;
    while (line->length > line->value && line->text[line->length - 1] == ' ')
        line->text[--line->length] = '\0';
    if (++text->lines > ZONE_LINES)
        return false;
    if (!line->value)
        return true;
    if (ics_line_is(line, "BEGIN"))
        return strcasecmp(value, "VTIMEZONE") == 0 || begin_part(text, value);
    if (ics_line_is(line, "END"))
        return strcasecmp(value, "VTIMEZONE") == 0 || end_part(text, value);
    if (ics_line_is(line, "DTSTART"))
        return take_start(text, value);
    if (ics_line_is(line, "RDATE"))
        return take_dates(text, value);
    if (ics_line_is(line, "RRULE"))
        return take_rule(text, value);
    if (ics_line_is(line, "TZOFFSETFROM"))
        return take_offset(text, "TZOFFSETFROM", value);
    return !ics_line_is(line, "TZOFFSETTO") || take_offset(text, "TZOFFSETTO", value);
}

/* ---- the zone ---- */

icaltimezone *
ical_zone_read(const struct ical_library *library, struct buffer *text, int year,
               int64_t *work)
{
    struct ics_cursor cursor = { .at = text->text, .end = text->text + text->length };
    struct zone_text zone_text = { .until = year + YEARS_AHEAD };
    struct ics_line line;
    bool ok = true;
    buffer_add(&zone_text.chosen, "BEGIN:VTIMEZONE\r\nTZID:described\r\n");
    while (ok && ics_cursor_next(&cursor, &line))
        ok = take_line(&zone_text, &line);
    buffer_add(&zone_text.chosen, "END:VTIMEZONE\r\n");
    *work += zone_text.years;
    icalcomponent *component =
        ok && *work <= YEARS_OF_A_FILE
            ? library->icalparser_parse_string(buffer_text(&zone_text.chosen))
            : NULL;
    buffer_clear(&zone_text.chosen);
    icaltimezone *zone = component ? library->icaltimezone_new() : NULL;
    if (!zone || library->icaltimezone_set_component(zone, component))
        return zone;
    library->icaltimezone_free(zone, 1);
    library->icalcomponent_free(component);
    return NULL;
}

int32_t
ical_zone_offset(const struct ical_library *library, icaltimezone *zone,
                 struct local_time local)
{
    struct icaltimetype time = { .year = local.date.year,
                                 .month = local.date.month,
                                 .day = local.date.day,
                                 .hour = local.hour,
                                 .minute = local.minute };
    return library->icaltimezone_get_utc_offset(zone, &time, NULL);
}
