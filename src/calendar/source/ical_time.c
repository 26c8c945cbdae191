/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ical_time.c - rules and described zones, as libical understands them */
#include "source/ical_time.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "source/ics_line.h"

enum {
    BARREN_LIMIT = 1, /* each may have cost a second */
    STEPS_OF_A_FILE = 300000,
    COUNT_LIMIT = 100000, /* libical takes what is beyond for another number */
    INTERVAL_LIMIT = 1000,
    RULE_SIZE = 2000,
    ZONE_LINES = 1000,
    DAYS_BEFORE = 40 /* a jump ends so many days before the window */
};

/* ---- the text of a rule ---- */

struct rule_text {
    struct buffer kept; /* without UNTIL, which is read here */
    bool has_count;
    long interval;
    bool has_end;
    struct local_time end; /* by the clocks of the start */
};

static bool
refuse_rule(const struct ical_rule *rule, struct error *err)
{
    return error_set(err, ERROR_INPUT,
                     _("Line %lld: the rule “%.80s” by which this event is repeated "
                       "cannot be read."),
                     (long long)rule->line, rule->text);
}

/* A whole day when it is a date, as people mean it. */
static bool
read_until(const struct ical_rule *rule, struct rule_text *text, const char *value,
           struct error *err)
{
    struct source_time end;
    if (!ics_time_parse(value, &end))
        return refuse_rule(rule, err);
    text->has_end = true;
    text->end = source_time_by(&end, &rule->start);
    if (end.kind == SOURCE_DATE) {
        text->end.hour = 23;
        text->end.minute = 59;
    }
    return true;
}

static bool
read_number(const struct ical_rule *rule, const char *value, long most, long *number,
            struct error *err)
{
    char *end;
    long read = strtol(value, &end, 10);
    if (end == value || *end || read < 1)
        return refuse_rule(rule, err);
    *number = read;
    return read <= most ||
           error_set(err, ERROR_INPUT,
                     _("Line %lld: the rule “%.80s” has a number that no calendar of "
                       "meetings needs."),
                     (long long)rule->line, rule->text);
}

static bool
check_frequency(const struct ical_rule *rule, const char *value, struct error *err)
{
    static const char *const known[] = { "DAILY", "WEEKLY", "MONTHLY", "YEARLY" };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (strcasecmp(value, known[i]) == 0)
            return true;
    return error_set(
        err, ERROR_INPUT,
        _("Line %lld: the rule “%.80s” repeats the event more than daily, or "
          "in a way that is not known."),
        (long long)rule->line, rule->text);
}

/* One part of a rule: NAME=VALUE. */
static bool
read_part(const struct ical_rule *rule, struct rule_text *text, char *part,
          struct error *err)
{
    char *value = strchr(part, '=');
    long count;
    if (!value)
        return refuse_rule(rule, err);
    *value++ = '\0';
    if (strcasecmp(part, "UNTIL") == 0)
        return read_until(rule, text, value, err);
    if (strcasecmp(part, "RSCALE") == 0 || strcasecmp(part, "BYSECOND") == 0)
        return refuse_rule(rule, err);
    if (strcasecmp(part, "FREQ") == 0 && !check_frequency(rule, value, err))
        return false;
    if (strcasecmp(part, "INTERVAL") == 0 &&
        !read_number(rule, value, INTERVAL_LIMIT, &text->interval, err))
        return false;
    if (strcasecmp(part, "COUNT") == 0) {
        if (!read_number(rule, value, COUNT_LIMIT, &count, err))
            return false;
        text->has_count = true;
    }
    buffer_addf(&text->kept, "%s%s=%s", text->kept.length ? ";" : "", part, value);
    return true;
}

static bool
read_text(const struct ical_rule *rule, struct rule_text *text, struct error *err)
{
    if (strlen(rule->text) > RULE_SIZE)
        return refuse_rule(rule, err);
    char *copy = memory_copy(rule->text);
    char *rest = copy;
    char *part;
    bool ok = true;
    while (ok && (part = strsep(&rest, ";")))
        ok = !*part || read_part(rule, text, part, err);
    free(copy);
    return ok;
}

/* ---- the times of a rule ---- */

static struct icaltimetype
to_ical(struct local_time time)
{
    return (struct icaltimetype){ .year = time.date.year,
                                  .month = time.date.month,
                                  .day = time.date.day,
                                  .hour = time.hour,
                                  .minute = time.minute };
}

static struct local_time
from_ical(struct icaltimetype time)
{
    return (
        struct local_time){ { time.year, time.month, time.day }, time.hour, time.minute };
}

/* Whether some month of the rule has some day of it: 30 February is looked for through
 * five centuries. */
static bool
has_day(const struct icalrecurrencetype *rule)
{
    bool has = false;
    if (rule->by_month[0] == ICAL_RECURRENCE_ARRAY_MAX ||
        rule->by_month_day[0] == ICAL_RECURRENCE_ARRAY_MAX)
        return true;
    for (size_t m = 0; rule->by_month[m] != ICAL_RECURRENCE_ARRAY_MAX; m++)
        for (size_t d = 0; rule->by_month_day[d] != ICAL_RECURRENCE_ARRAY_MAX; d++)
            has = has || abs(rule->by_month_day[d]) <=
                             date_days_in_month(2024, rule->by_month[m]);
    return has;
}

/* Days and weeks without a count need not be counted from the start: as many whole
 * intervals are passed over. */
static struct local_time
first_of_interest(const struct ical_rule *rule, const struct rule_text *text,
                  icalrecurrencetype_frequency frequency)
{
    struct local_time start = rule->start.local;
    int64_t step = text->interval * (frequency == ICAL_WEEKLY_RECURRENCE ? 7 : 1);
    int64_t days =
        date_to_days(rule->window.from) - date_to_days(start.date) - DAYS_BEFORE - step;
    if (!text->has_count && days > 0 &&
        (frequency == ICAL_DAILY_RECURRENCE || frequency == ICAL_WEEKLY_RECURRENCE))
        start.date = date_add_days(start.date, days / step * step);
    return start;
}

static bool
refuse_no_day(const struct ical_rule *rule, struct error *err)
{
    return error_set(
        err, ERROR_INPUT,
        _("Line %lld: the rule “%.80s” by which this event is repeated gives "
          "no day."),
        (long long)rule->line, rule->text);
}

/* libical looked for five centuries. */
static bool
refuse_barren(const struct ical_rule *rule, struct error *err)
{
    if (++rule->effort->barren > BARREN_LIMIT)
        return error_set(err, ERROR_RULE,
                         _("Too many events of this file are repeated by rules that give "
                           "no day, such as “%.80s” on line %lld; the file is damaged."),
                         rule->text, (long long)rule->line);
    return refuse_no_day(rule, err);
}

/* Every rule is walked from its start, so that a file of long ones adds up. */
static bool
refuse_steps(const struct ical_rule *rule, struct error *err)
{
    return error_set(err, ERROR_RULE,
                     _("The events of this file are repeated more than %d times "
                       "altogether; export a shorter time from the other program (line "
                       "%lld)."),
                     STEPS_OF_A_FILE, (long long)rule->line);
}

static bool
walk(const struct ical_rule *rule, const struct rule_text *text, icalrecur_iterator *it,
     ical_rule_take *take, void *context, struct error *err)
{
    struct local_time last = { rule->window.until, 23, 59 };
    if (text->has_end && local_time_compare(text->end, last) < 0)
        last = text->end;
    for (int step = 0; step < OCCURRENCE_STEPS; step++) {
        if (++rule->effort->steps > STEPS_OF_A_FILE)
            return refuse_steps(rule, err);
        struct icaltimetype time = rule->library->icalrecur_iterator_next(it);
        if (time.year == 0)
            return step > 0 || refuse_barren(rule, err);
        struct local_time local = from_ical(time);
        if (local_time_compare(local, last) > 0)
            return true;
        if (!take(context, local, err))
            return false;
    }
    return error_set(err, ERROR_INPUT,
                     _("Line %lld: this event is repeated more than %d times."),
                     (long long)rule->line, OCCURRENCE_STEPS);
}

static bool
expand(const struct ical_rule *rule, const struct rule_text *text, ical_rule_take *take,
       void *context, struct error *err)
{
    const struct ical_library *ical = rule->library;
    struct icalrecurrencetype is =
        ical->icalrecurrencetype_from_string(buffer_text(&text->kept));
    if (is.freq == ICAL_NO_RECURRENCE)
        return refuse_rule(rule, err);
    if (date_compare(rule->start.local.date, rule->window.until) > 0)
        return true;
    /* Days are looked for one by one; nobody needs those behind the window. */
    if (is.freq == ICAL_DAILY_RECURRENCE && !text->has_count)
        is.until =
            to_ical((struct local_time){ date_add_days(rule->window.until, 366), 0, 0 });
    if (!has_day(&is))
        return refuse_no_day(rule, err);
    icalrecur_iterator *it =
        ical->icalrecur_iterator_new(is, to_ical(first_of_interest(rule, text, is.freq)));
    if (!it)
        return refuse_barren(rule, err);
    bool ok = walk(rule, text, it, take, context, err);
    ical->icalrecur_iterator_free(it);
    return ok;
}

bool
ical_rule_expand(const struct ical_rule *rule, ical_rule_take *take, void *context,
                 struct error *err)
{
    struct rule_text text = { .interval = 1 };
    bool ok = read_text(rule, &text, err) && expand(rule, &text, take, context, err);
    buffer_clear(&text.kept);
    return ok;
}

/* ---- a described zone ---- */

static bool
is_of_zone(const struct ics_line *line)
{
    static const char *const names[] = { "BEGIN",        "END",        "TZID",  "DTSTART",
                                         "TZOFFSETFROM", "TZOFFSETTO", "RDATE", "RRULE" };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (ics_line_is(line, names[i]))
            return line->value;
    return false;
}

/* Once a year, on a day, is all that clocks do. */
static bool
is_zone_rule(const struct ics_line *line)
{
    static const char *const strange[] = { "RSCALE", "BYSETPOS", "BYHOUR", "BYMINUTE",
                                           "BYSECOND" };
    for (size_t i = 0; i < sizeof strange / sizeof *strange; i++)
        if (strcasestr(line->text, strange[i]))
            return false;
    return strcasestr(line->text, "FREQ=YEARLY");
}

icaltimezone *
ical_zone_read(const struct ical_library *library, struct buffer *text)
{
    struct ics_cursor cursor = { .at = text->text, .end = text->text + text->length };
    struct ics_line line;
    struct buffer chosen = { 0 };
    size_t lines = 0;
    bool ok = true;
    while (ok && ics_cursor_next(&cursor, &line)) {
        ok =
            ++lines < ZONE_LINES && (!ics_line_is(&line, "RRULE") || is_zone_rule(&line));
        if (!is_of_zone(&line))
            continue;
        buffer_add_part(&chosen, line.text, line.length);
        buffer_add(&chosen, "\r\n");
    }
    icalcomponent *component =
        ok ? library->icalparser_parse_string(buffer_text(&chosen)) : NULL;
    buffer_clear(&chosen);
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
    struct icaltimetype time = to_ical(local);
    return library->icaltimezone_get_utc_offset(zone, &time, NULL);
}
