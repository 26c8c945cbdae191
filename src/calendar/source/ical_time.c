/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ical_time.c - the rules of events, as libical understands them */
#include "source/ical_time.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "source/ics_line.h"

enum {
    BARREN_LIMIT = 1,         /* each may have cost a second */
    WORK_OF_A_FILE = 1000000, /* each takes libical about three microseconds */
    WORK_OF_A_RULE = 20,
    WORK_OF_A_YEAR = 4,
    WORK_OF_A_MONTH = 3,
    PERIODS_OF_A_CYCLE = 400, /* of years, until days fall on the same weekdays */
    TIMES_A_DAY = 24,
    COUNT_LIMIT = 100000, /* libical takes what is beyond for another number */
    INTERVAL_LIMIT = 1000,
    RULE_SIZE = 2000,
    DAYS_BEFORE = 40 /* a jump ends so many days before the window */
};

/* ---- the text of a rule ---- */

struct rule_text {
    struct buffer kept; /* without UNTIL, which is read here */
    long count;         /* 0: without */
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
    if (strcasecmp(part, "COUNT") == 0 &&
        !read_number(rule, value, COUNT_LIMIT, &text->count, err))
        return false;
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

static size_t
list_length(const short *list, size_t size)
{
    size_t length = 0;
    while (length < size && list[length] != ICAL_RECURRENCE_ARRAY_MAX)
        length++;
    return length;
}

#define LENGTH(list) list_length((list), sizeof(list) / sizeof *(list))

/* Whether some month of the rule has some day of it, or else that of the start: 30
 * February is looked for through many centuries. */
static bool
has_day(const struct icalrecurrencetype *rule, struct date start)
{
    size_t months = LENGTH(rule->by_month);
    size_t days = LENGTH(rule->by_month_day);
    if (months == 0 ||
        (days == 0 &&
         (LENGTH(rule->by_day) || LENGTH(rule->by_week_no) || LENGTH(rule->by_year_day) ||
          rule->freq == ICAL_DAILY_RECURRENCE || rule->freq == ICAL_WEEKLY_RECURRENCE)))
        return true;
    for (size_t m = 0; m < months; m++) {
        int last = date_days_in_month(2024, rule->by_month[m]);
        for (size_t d = 0; d < days; d++)
            if (abs(rule->by_month_day[d]) <= last)
                return true;
        if (days == 0 && start.day <= last)
            return true;
    }
    return false;
}

/* How often a day of the rule comes up. */
static int64_t
times_a_day(const struct icalrecurrencetype *rule)
{
    size_t hours = LENGTH(rule->by_hour);
    size_t minutes = LENGTH(rule->by_minute);
    return (int64_t)((hours ? hours : 1) * (minutes ? minutes : 1));
}

/* So many whole steps of a rule lie before the window, with some to spare. */
static int64_t
steps_before(const struct ical_rule *rule, int64_t days, int64_t days_of_step)
{
    int64_t before = date_to_days(rule->window.from) -
                     date_to_days(rule->start.local.date) - days - days_of_step;
    return before > 0 ? before / days_of_step : 0;
}

/* A rule without a count need not be counted from the start: as many whole intervals are
 * passed over. */
static struct local_time
first_of_interest(const struct ical_rule *rule, const struct rule_text *text,
                  const struct icalrecurrencetype *is)
{
    enum { LONGEST_YEAR = 366 };
    struct local_time start = rule->start.local;
    struct date *date = &start.date;
    int64_t step = text->interval;
    if (text->count > 0 || LENGTH(is->by_week_no))
        return start;
    if (is->freq == ICAL_DAILY_RECURRENCE || is->freq == ICAL_WEEKLY_RECURRENCE) {
        step *= is->freq == ICAL_WEEKLY_RECURRENCE ? 7 : 1;
        *date = date_add_days(*date, steps_before(rule, DAYS_BEFORE, step) * step);
        return start;
    }
    /* So many years are as many months too; 29 February stays itself. */
    step *= date->month == 2 && date->day == 29 ? 4 : 1;
    date->year += (int)(steps_before(rule, LONGEST_YEAR, step * LONGEST_YEAR) * step);
    return date_is_valid(*date) ? start : rule->start.local;
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

/* libical looked for many centuries. */
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

/* ---- the walk ---- */

struct walk {
    const struct ical_rule *rule;
    const struct rule_text *text;
    struct icalrecurrencetype is;
    struct local_time at; /* where libical is */
    struct local_time last;
};

/* Every rule is walked from its start, and the days between that it does not give are
 * walked too, so that a file of long ones adds up. */
static bool
spend(const struct walk *walk, int64_t work, struct error *err)
{
    walk->rule->effort->work += work;
    return walk->rule->effort->work <= WORK_OF_A_FILE ||
           error_set(err, ERROR_RULE,
                     _("The events of this file are repeated too often altogether; ask "
                       "for a shorter time (line %lld)."),
                     (long long)walk->rule->line);
}

/* So many periods are looked through one by one. */
static int64_t
work_of_days(const struct walk *walk, int64_t days)
{
    switch (walk->is.freq) {
    case ICAL_YEARLY_RECURRENCE:
        return days * WORK_OF_A_YEAR / 365 / walk->text->interval;
    case ICAL_MONTHLY_RECURRENCE:
        return days * WORK_OF_A_MONTH / 30 / walk->text->interval;
    default:
        return days / walk->text->interval;
    }
}

/* libical looks at what lies in the period of the start and before it, hour by hour. */
static int64_t
work_of_start(const struct walk *walk)
{
    enum { PASSED_IN_A_STEP = 4 };
    int64_t times = times_a_day(&walk->is);
    int64_t days = 1;
    if (walk->is.freq == ICAL_YEARLY_RECURRENCE)
        days = 366;
    else if (walk->is.freq == ICAL_MONTHLY_RECURRENCE)
        days = 31;
    return WORK_OF_A_RULE + (times > 1 ? days * times / PASSED_IN_A_STEP : 0);
}

/* After so many steps there is nothing more. */
static bool
finish(const struct walk *walk, long steps, struct error *err)
{
    bool is_bounded = walk->is.until.year != 0;
    if (walk->text->count > 0 && steps >= walk->text->count)
        return true;
    if (steps == 0 && !is_bounded)
        return refuse_barren(walk->rule, err);
    if (is_bounded)
        return spend(walk,
                     work_of_days(walk, date_to_days(from_ical(walk->is.until).date) -
                                            date_to_days(walk->at.date)),
                     err);
    return spend(walk, (int64_t)PERIODS_OF_A_CYCLE * WORK_OF_A_YEAR, err);
}

static bool
run(struct walk *walk, icalrecur_iterator *it, ical_rule_take *take, void *context,
    struct error *err)
{
    const struct ical_rule *rule = walk->rule;
    for (long step = 0; step < OCCURRENCE_STEPS; step++) {
        struct icaltimetype time = rule->library->icalrecur_iterator_next(it);
        if (time.year == 0)
            return finish(walk, step, err);
        struct local_time local = from_ical(time);
        int64_t days = date_to_days(local.date) - date_to_days(walk->at.date);
        if (!spend(walk, 1 + work_of_days(walk, days > 0 ? days : 0), err))
            return false;
        walk->at = local;
        if (local_time_compare(local, walk->last) > 0)
            return true;
        if (!take(context, local, err))
            return false;
    }
    return error_set(err, ERROR_INPUT,
                     _("Line %lld: this event is repeated more than %d times."),
                     (long long)rule->line, OCCURRENCE_STEPS);
}

static bool
check_times(const struct ical_rule *rule, const struct icalrecurrencetype *is,
            struct error *err)
{
    return times_a_day(is) <= TIMES_A_DAY ||
           error_set(err, ERROR_INPUT,
                     _("Line %lld: the rule “%.80s” repeats the event more than %d times "
                       "a day."),
                     (long long)rule->line, rule->text, TIMES_A_DAY);
}

static bool
expand(const struct ical_rule *rule, const struct rule_text *text, ical_rule_take *take,
       void *context, struct error *err)
{
    const struct ical_library *ical = rule->library;
    struct walk walk = { .rule = rule,
                         .text = text,
                         .last = { rule->window.until, 23, 59 } };
    walk.is = ical->icalrecurrencetype_from_string(buffer_text(&text->kept));
    if (walk.is.freq == ICAL_NO_RECURRENCE)
        return refuse_rule(rule, err);
    if (!check_times(rule, &walk.is, err))
        return false;
    if (date_compare(rule->start.local.date, rule->window.until) > 0)
        return true;
    /* Days are looked for one by one; nobody needs those behind the window. */
    if (walk.is.freq == ICAL_DAILY_RECURRENCE || walk.is.freq == ICAL_WEEKLY_RECURRENCE)
        walk.is.until =
            to_ical((struct local_time){ date_add_days(rule->window.until, 1), 0, 0 });
    if (!has_day(&walk.is, rule->start.local.date))
        return refuse_no_day(rule, err);
    if (text->has_end && local_time_compare(text->end, walk.last) < 0)
        walk.last = text->end;
    walk.at = first_of_interest(rule, text, &walk.is);
    if (!spend(&walk, work_of_start(&walk), err))
        return false;
    icalrecur_iterator *it = ical->icalrecur_iterator_new(walk.is, to_ical(walk.at));
    if (!it)
        return refuse_barren(rule, err);
    bool ok = run(&walk, it, take, context, err);
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
