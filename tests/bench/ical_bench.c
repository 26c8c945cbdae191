/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ical_bench.c - calendars in and out, beside a C program that has libical do all of it
 */
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "atelier/app/edit.h"
#include "atelier/app/export_calendar.h"
#include "atelier/base/buffer.h"
#include "atelier/calendar/calendar_source.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/workshop.h"
#include "bench/bench.h"

enum { EVENTS = 10000, PEOPLE = 5, ROUNDS = 3 };

/* --- out */

static bool
count_bytes(void *context, const char *bytes, size_t length)
{
    size_t *total = context;

    (void)bytes;
    *total += length;
    return true;
}

/* Seconds of the processor for the calendar of a whole network; how many events, those of
 * workshops too. */
static double
export_ours(const char *database, int64_t *events)
{
    struct error err = { 0 };
    struct atelier *at = bench_open(database);
    double times[ROUNDS];
    int64_t meetings = 0, workshops = 0;
    size_t bytes = 0;

    for (int i = 0; i < ROUNDS; i++) {
        double begun = clock_of_process(getpid());
        if (!export_calendar_count(at, ROW_NONE, count_bytes, &bytes, &meetings,
                                   &workshops, &err))
            bench_give_up("%s", err.message);
        times[i] = clock_of_process(getpid()) - begun;
    }
    atelier_close(at);
    sort_numbers(times, ROUNDS);
    *events = meetings + workshops;
    return number_at(times, ROUNDS, 0.5);
}

static void
add(icalcomponent *event, icalproperty *property)
{
    icalcomponent_add_property(event, property);
}

static void
add_in_zone(icalcomponent *event, icalproperty *property)
{
    icalproperty_add_parameter(property, icalparameter_new_tzid("Europe/Paris"));
    add(event, property);
}

/* What an event of ours holds, its facts in memory already. */
static size_t
write_with_libical(int64_t number, bool related)
{
    char uid[64], summary[64];
    char whole[64];
    icalcomponent *event = icalcomponent_new(ICAL_VEVENT_COMPONENT);
    struct icaltimetype changed = icaltime_from_string("20270101T080000Z");

    (void)snprintf(uid, sizeof(uid), "%08llx@example.org", (long long)number);
    (void)snprintf(summary, sizeof(summary), "URB : Réunion n° %lld", (long long)number);
    add(event, icalproperty_new_uid(uid));
    add(event, icalproperty_new_dtstamp(changed));
    add(event, icalproperty_new_created(changed));
    add(event, icalproperty_new_lastmodified(changed));
    add(event, icalproperty_new_sequence(2));
    add_in_zone(event, icalproperty_new_dtstart(icaltime_from_string("20270316T093000")));
    add_in_zone(event, icalproperty_new_dtend(icaltime_from_string("20270316T123000")));
    add(event, icalproperty_new_summary(summary));
    add(event, icalproperty_new_description(
                   "Emplois et activités créés par le numérique ;\ntour de table, "
                   "constats, points de vigilance et recommandations."));
    add(event, icalproperty_new_location("Salle Jean-Moulin, Hôtel de la Métropole"));
    add(event, icalproperty_new_geo((struct icalgeotype){ 45.184, 0.721 }));
    add(event, icalproperty_new_categories("URB"));
    add(event, icalproperty_new_organizer("mailto:secretariat@example.org"));
    add(event, icalproperty_new_contact("Secrétariat, secretariat@example.org"));
    add(event, icalproperty_new_status(ICAL_STATUS_CONFIRMED));
    add(event, icalproperty_new_transp(ICAL_TRANSP_OPAQUE));
    add(event, icalproperty_new_class(ICAL_CLASS_PUBLIC));
    (void)snprintf(whole, sizeof(whole), "%08llx@example.net", (long long)number);
    if (related)
        add(event, icalproperty_new_relatedto(whole));
    char *text = icalcomponent_as_ical_string_r(event);
    size_t length = strlen(text);
    free(text);
    icalcomponent_free(event);
    return length;
}

static void
print_export(struct bench *bench, const char *what, const char *database, bool related)
{
    struct figure figure = { .what = what, .goal = ">= 1.5 x libical" };
    int64_t events = 0;
    double ours = export_ours(database, &events);
    size_t total = 0;
    double begun = clock_of_process(getpid());

    for (int64_t i = 0; i < events; i++)
        total += write_with_libical(i, related);
    double theirs = clock_of_process(getpid()) - begun;
    if (total == 0)
        bench_give_up("libical wrote nothing");
    figure_say(figure.value, "%.0f /s", (double)events / ours);
    figure_say(figure.floor, "%.0f /s", (double)events / theirs);
    figure.ratio = theirs / ours;
    figure.verdict = figure.ratio >= 1.5;
    figure_print(bench, &figure);
}

/* So many workshops in each meeting of the small sample, over all of its hours. */
static const char *
add_workshops(const struct bench *bench)
{
    enum { MEETINGS = 30, WORKSHOPS = 40 };
    const char *path = bench_path(bench, "workshops.db");
    struct error err = { 0 };

    (void)bench_run(bench, path, "init", "--sample", NULL);
    struct atelier *at = bench_open(path);
    for (int64_t i = 0; i < (int64_t)MEETINGS * WORKSHOPS; i++) {
        struct meeting meeting;
        struct workshop workshop;
        char title[64];
        struct questions questions = { 0 };

        record_init(&meeting_entity, &meeting);
        record_init(&workshop_entity, &workshop);
        (void)snprintf(title, sizeof(title), "Atelier n° %d", (int)i);
        workshop.title = title;
        if (!edit_load(at, &meeting_entity, i % MEETINGS + 1, &meeting, &err))
            bench_give_up("%s", err.message);
        if (meeting.state == MEETING_CANCELLED) {
            record_clear(&meeting_entity, &meeting);
            continue;
        }
        workshop.meeting = meeting.head.id;
        workshop.start = meeting.start;
        workshop.end = meeting.end;
        if (!edit_add(at, &workshop_entity, &workshop, &questions, &err))
            bench_give_up("%s", err.message);
        questions_clear(&questions);
        record_clear(&meeting_entity, &meeting);
    }
    atelier_close(at);
    return path;
}

/* --- in */

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
write_calendar(const char *path, struct buffer *text)
{
    FILE *file = fopen(path, "w");

    buffer_add(text, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//example.org//EN\r\n");
    for (int i = 0; i < EVENTS; i++)
        add_event(text, i);
    buffer_add(text, "END:VCALENDAR\r\n");
    if (file == NULL ||
        fwrite(buffer_text(text), 1, text->length, file) != text->length ||
        fclose(file) != 0)
        bench_give_up("%s cannot be written", path);
}

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

static void
print_reading(struct bench *bench)
{
    struct figure figure = { .what = "10,000 events with 5 people each, read",
                             .goal = ">= 0.7 x libical" };
    const char *path = bench_path(bench, "events.ics");
    struct buffer text = { 0 };
    double ours[ROUNDS], theirs[ROUNDS];

    write_calendar(path, &text);
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
}

void
bench_ical(struct bench *bench)
{
    print_export(bench, "calendar of a network, beside libical alone", bench->large,
                 false);
    print_export(bench, "  the same of 30 meetings with 40 workshops each",
                 add_workshops(bench), true);
    print_reading(bench);
}
