/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ical_bench.c - calendars written, beside a C program that has libical do all of it
 */
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "atelier/app/edit.h"
#include "atelier/app/export_calendar.h"
#include "atelier/base/buffer.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/workshop.h"
#include "bench/bench.h"

enum { ROUNDS = 3 };

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
    struct export_counts counts = { 0 };
    size_t bytes = 0;

    for (int i = 0; i < ROUNDS; i++) {
        double begun = clock_of_process(getpid());
        if (!export_calendar_count(at, ROW_NONE, count_bytes, &bytes, &counts, &err))
            bench_give_up("%s", err.message);
        times[i] = clock_of_process(getpid()) - begun;
    }
    atelier_close(at);
    sort_numbers(times, ROUNDS);
    *events = counts.meetings + counts.workshops;
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

void
bench_ical(struct bench *bench)
{
    print_export(bench, "calendar of a network, beside libical alone", bench->large,
                 false);
    print_export(bench, "  the same of 30 meetings with 40 workshops each",
                 add_workshops(bench), true);
}
