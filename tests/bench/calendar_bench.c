/* SPDX-License-Identifier: GPL-3.0-or-later */
/* calendar_bench.c - how many events a second become calendar text
 *
 * Usage: calendar_bench [EVENTS].  Memory is the process's largest size.
 */
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>

#include "atelier/calendar/calendar_event.h"
#include "atelier/calendar/calendar_feed.h"
#include "atelier/calendar/vtimezone.h"

static bool
count_bytes(void *context, const char *bytes, size_t length)
{
    size_t *total = context;

    (void)bytes;
    *total += length;
    return true;
}

static double
now(void)
{
    struct timespec time;

    (void)clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static void
write_events(struct content_line *out, const struct zone *zone, long count)
{
    static const char *const categories[] = { "URB", "Numérique" };
    struct calendar_event event = {
        .sequence = 2,
        .created = 1700000000,
        .last_modified = 1710000000,
        .start = { { 2027, 3, 16 }, 9, 30 },
        .end = { { 2027, 3, 16 }, 12, 30 },
        .zone = zone_name(zone),
        .description = "Emplois et activités créés par le numérique en milieu urbain;\n"
                       "tour de table, constats, points de vigilance et recommandations.",
        .location =
            "Salle Jean-Moulin, Hôtel de la Métropole, 20 rue du Lac, Exempleville",
        .place = { true, 45.184, 0.721 },
        .categories = categories,
        .category_count = 2,
        .organizer_name = "Secrétariat",
        .organizer_mail = "secretariat@example.org",
        .status = CALENDAR_CONFIRMED,
    };

    for (long i = 0; i < count; i++) {
        char uid[64];
        char summary[64];

        (void)snprintf(uid, sizeof uid, "%08lx-0000-4000-8000-000000000000@example.org",
                       i);
        (void)snprintf(summary, sizeof summary,
                       "Réunion %ld du groupe « Ville numérique »", i);
        event.uid = uid;
        event.summary = summary;
        event.start.date.day = event.end.date.day = (int)(i % 28) + 1;
        calendar_event_settle(&event, zone);
        (void)calendar_event_write(out, &event);
    }
}

int
main(int argc, char **argv)
{
    long count = argc > 1 ? strtol(argv[1], NULL, 10) : 200000;
    size_t total = 0;
    struct content_line out;
    struct error err = { 0 };
    struct zone *zone = zone_load("Europe/Paris", &err);
    struct rusage usage;
    double start = now();
    double seconds;

    if (zone == NULL || count <= 0) {
        (void)fprintf(stderr, "calendar_bench: %s\n", err.message);
        return EXIT_FAILURE;
    }
    content_line_init(&out, (struct ics_sink){ count_bytes, &total });
    calendar_feed_begin(&out, &(struct calendar_feed){ .name = "atelier" });
    vtimezone_write(&out, zone, (struct span){ 1800000000, 1810000000 });
    write_events(&out, zone, count);
    if (!calendar_feed_end(&out, &err))
        return EXIT_FAILURE;
    content_line_clear(&out);
    zone_free(zone);

    seconds = now() - start;
    (void)getrusage(RUSAGE_SELF, &usage);
    printf("calendar: %ld events, %zu bytes, %.3f s, %.0f events/s, %.1f MiB\n", count,
           total, seconds, (double)count / seconds, (double)usage.ru_maxrss / 1024);
    return EXIT_SUCCESS;
}
