/* SPDX-License-Identifier: GPL-3.0-or-later */
/* events_bench.c - calendars read and imported: beside a bare loop over libical, and
 * beside khal, which many people import with
 */
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "atelier/app/import_calendar.h"
#include "atelier/base/buffer.h"
#include "atelier/calendar/calendar_source.h"
#include "bench/bench.h"

enum { EVENTS = 10000, FEW = 500, AT_ONCE = 2000, PEOPLE = 5, ROUNDS = 3 };

/* --- a calendar */

static void
add_event(struct buffer *text, int number)
{
    buffer_addf(text,
                "BEGIN:VEVENT\r\nUID:%06d@example.org\r\nDTSTAMP:20270101T080000Z\r\n"
                "DTSTART;TZID=Europe/Paris:2027%02d%02dT093000\r\n"
                "DTEND;TZID=Europe/Paris:2027%02d%02dT123000\r\n"
                "SUMMARY:Réunion n° %d\\, ville numérique\r\n"
                "DESCRIPTION:Tour de table\\, constats\\nrecommandations\r\n"
                "LOCATION:Salle Jean-Moulin\r\nSEQUENCE:1\r\nSTATUS:CONFIRMED\r\n",
                number, number % 12 + 1, number % 28 + 1, number % 12 + 1,
                number % 28 + 1, number);
    for (int i = 0; i < PEOPLE; i++)
        buffer_addf(text,
                    "ATTENDEE;CN=\"Invité %d\";ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED:"
                    "mailto:p%d@example.org\r\n",
                    i, number % 997 * PEOPLE + i);
    buffer_add(text, "END:VEVENT\r\n");
}

static void
write_calendar(const char *path, int events, struct buffer *text)
{
    FILE *file = fopen(path, "w");

    buffer_add(text, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//example.org//EN\r\n");
    for (int i = 0; i < events; i++)
        add_event(text, i);
    buffer_add(text, "END:VCALENDAR\r\n");
    if (file == NULL ||
        fwrite(buffer_text(text), 1, text->length, file) != text->length ||
        fclose(file) != 0)
        bench_give_up("%s cannot be written", path);
}

/* --- read */

static double
read_ours(const char *path)
{
    const struct calendar_source_options options = { .people = true };
    struct source_series series = { 0 };
    struct error err = { 0 };
    double begun = clock_of_process(getpid());
    struct calendar_source *source = calendar_source_open(path, &options, &err);

    if (source == NULL || calendar_source_count(source) != EVENTS)
        bench_give_up("%s: %s", path, err.message);
    for (size_t i = 0; i < EVENTS; i++)
        if (!calendar_source_read(source, i, &series, &err))
            bench_give_up("%s", err.message);
    source_series_clear(&series);
    calendar_source_close(source);
    return clock_of_process(getpid()) - begun;
}

/* The bare loop: cuts the text at the ends of events, and parses one after the other,
 * which takes less time than the whole tree. */
static double
read_with_libical(char *text)
{
    static const char begin[] = "BEGIN:VEVENT", end[] = "END:VEVENT\r\n";
    double begun = clock_of_process(getpid());
    int count = 0;

    for (char *at = strstr(text, begin); at != NULL; at = strstr(at, begin), count++) {
        char *behind = strstr(at, end) + strlen(end);
        char kept = *behind;
        *behind = '\0';
        icalcomponent *event = icalparser_parse_string(at);
        if (icalcomponent_isa(event) != ICAL_VEVENT_COMPONENT)
            bench_give_up("libical reads no event");
        icalcomponent_free(event);
        *behind = kept;
        at = behind;
    }
    if (count != EVENTS)
        bench_give_up("%d events were parsed", count);
    return clock_of_process(getpid()) - begun;
}

/* Seconds of the processor that khal takes to import an event; 0 when it is not there. */
static double
read_with_khal(const struct bench *bench)
{
    static const char script[] =
        "cd '%s' && mkdir -p khal/calendar && printf '%%s\\n' '[calendars]' '[[bench]]' "
        "'path = %s/khal/calendar' '[sqlite]' 'path = %s/khal/khal.db' '[locale]' "
        "'local_timezone = Europe/Paris' 'default_timezone = Europe/Paris' "
        ">khal/config && khal -c khal/config import --batch -a bench few.ics "
        ">khal/log 2>&1; status=$?; rm -rf khal; exit $status";
    char command[1024];
    struct buffer text = { 0 };
    struct rusage before, after;

    write_calendar(bench_path(bench, "few.ics"), FEW, &text);
    buffer_clear(&text);
    (void)snprintf(command, sizeof(command), script, bench->folder, bench->folder,
                   bench->folder);
    (void)getrusage(RUSAGE_CHILDREN, &before);
    if (system(command) != 0) /* a fixed text, and a path of our own making */
        return 0;
    (void)getrusage(RUSAGE_CHILDREN, &after);
    const double seconds = (double)(after.ru_utime.tv_sec - before.ru_utime.tv_sec +
                                    after.ru_stime.tv_sec - before.ru_stime.tv_sec) +
                           (double)(after.ru_utime.tv_usec - before.ru_utime.tv_usec +
                                    after.ru_stime.tv_usec - before.ru_stime.tv_usec) /
                               1e6;
    return seconds / FEW;
}

static void
print_beside_khal(struct bench *bench, double ours)
{
    struct figure figure = { .what = "  the same, beside khal's import",
                             .goal = ">= 50 x khal",
                             .verdict = VERDICT_UNMEASURED };
    const double theirs = read_with_khal(bench);

    figure_say(figure.value, "%.0f /s", 1 / ours);
    if (theirs > 0) {
        figure_say(figure.floor, "%.0f /s", 1 / theirs);
        figure.ratio = theirs / ours;
        figure.verdict = figure.ratio >= 50;
    }
    figure_print(bench, &figure);
}

static void
print_reading(struct bench *bench)
{
    struct figure figure = { .what = "10,000 events with 5 people each, read",
                             .goal = ">= 0.7 x libical" };
    const char *path = bench_path(bench, "events.ics");
    struct buffer text = { 0 };
    double ours[ROUNDS], theirs[ROUNDS];

    write_calendar(path, EVENTS, &text);
    char *bytes = buffer_take(&text);
    for (int i = 0; i < ROUNDS; i++) {
        ours[i] = read_ours(path);
        theirs[i] = read_with_libical(bytes);
    }
    free(bytes);
    sort_numbers(ours, ROUNDS);
    sort_numbers(theirs, ROUNDS);
    figure_say(figure.value, "%.0f /s", EVENTS / number_at(ours, ROUNDS, 0.5));
    figure_say(figure.floor, "%.0f /s", EVENTS / number_at(theirs, ROUNDS, 0.5));
    figure.ratio = number_at(theirs, ROUNDS, 0.5) / number_at(ours, ROUNDS, 0.5);
    figure.verdict = figure.ratio >= 0.7;
    figure_print(bench, &figure);
    print_beside_khal(bench, number_at(ours, ROUNDS, 0.5) / EVENTS);
}

/* --- into meetings */

/* Judged and written, or but judged and rehearsed; into the small sample. */
static double
import_seconds(struct atelier *at, const char *path, int events, bool writes)
{
    const struct calendar_import_choice choice = { .group = 1,
                                                   .from = { 2027, 1, 1 },
                                                   .until = { 2027, 12, 31 } };
    struct calendar_import_outcome outcome;
    struct error err = { 0 };
    const double begun = clock_now();
    struct calendar_import *import = calendar_import_open(at, path, &choice, &err);

    if (import == NULL || !calendar_import_judge(import, NULL, NULL, &err) ||
        !(writes ? calendar_import_run : calendar_import_rehearse)(import, NULL, NULL,
                                                                   &outcome, &err))
        bench_give_up("%s: %s", path, err.message);
    calendar_import_free(import);
    if (outcome.added != events)
        bench_give_up("%lld meetings of %d were added", (long long)outcome.added, events);
    return clock_now() - begun;
}

static void
print_writing(struct bench *bench)
{
    struct figure figure = { .what = "  the same, into meetings with journal",
                             .goal = "<= 2.5 s" };
    const char *database = bench_path(bench, "events.db");

    (void)bench_run(bench, database, "init", "--sample", NULL);
    struct atelier *at = bench_open(database);
    const double seconds =
        import_seconds(at, bench_path(bench, "events.ics"), EVENTS, true);
    atelier_close(at);
    figure_say(figure.value, "%.2f s", seconds);
    figure.verdict = seconds <= 2.5;
    figure_print(bench, &figure);
}

static const char *
write_hours(const struct bench *bench, const char *name, bool at_once)
{
    const char *path = bench_path(bench, name);
    FILE *file = fopen(path, "w");

    if (file == NULL)
        bench_give_up("%s cannot be written", path);
    (void)fputs("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//example.org//EN\r\n", file);
    for (int i = 0; i < AT_ONCE; i++) {
        const int hour = at_once ? 0 : i;
        (void)fprintf(file,
                      "BEGIN:VEVENT\r\nUID:%d@example.com\r\nDTSTAMP:20270101T080000Z\r\n"
                      "DTSTART;TZID=Europe/Paris:2027%02d%02dT%02d0000\r\n"
                      "DURATION:PT1H\r\nSUMMARY:Réunion\r\nEND:VEVENT\r\n",
                      i, hour / 8 / 28 + 1, hour / 8 % 28 + 1, hour % 8 + 9);
    }
    (void)fputs("END:VCALENDAR\r\n", file);
    if (fclose(file) != 0)
        bench_give_up("%s cannot be written", path);
    return path;
}

/* Each of them clashes with all the others; the floor has an hour for each. */
static void
print_at_once(struct bench *bench)
{
    struct figure figure = { .what = "2,000 events at one hour, rehearsed",
                             .goal = ">= 0.3 x hours apart" };
    struct atelier *at = bench_open(bench->small);
    const double apart =
        import_seconds(at, write_hours(bench, "apart.ics", false), AT_ONCE, false);
    const double at_once =
        import_seconds(at, write_hours(bench, "at-once.ics", true), AT_ONCE, false);

    atelier_close(at);
    figure_say(figure.value, "%.2f s", at_once);
    figure_say(figure.floor, "%.2f s", apart);
    figure.ratio = apart / at_once;
    figure.verdict = figure.ratio >= 0.3;
    figure_print(bench, &figure);
}

void
bench_events(struct bench *bench)
{
    print_reading(bench);
    print_writing(bench);
    print_at_once(bench);
}
