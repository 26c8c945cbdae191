/* SPDX-License-Identifier: GPL-3.0-or-later */
/* feed_bench.c - how fast events become calendar text, and a whole network's calendar */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "atelier/app/export_calendar.h"
#include "atelier/calendar/calendar_event.h"
#include "atelier/calendar/calendar_feed.h"
#include "atelier/calendar/vtimezone.h"
#include "bench/bench.h"

enum { EVENTS = 200000, ROUNDS = 7, LINE = 75 };

static bool
count_bytes(void *context, const char *bytes, size_t length)
{
    size_t *total = context;

    (void)bytes;
    *total += length;
    return true;
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

    const instant since = vtimezone_since(zone);
    for (long i = 0; i < count; i++) {
        char uid[64];
        char summary[64];

        (void)snprintf(uid, sizeof(uid), "%08lx-0000-4000-8000-000000000000@example.org",
                       i);
        (void)snprintf(summary, sizeof(summary),
                       "Réunion %ld du groupe « Ville numérique »", i);
        event.uid = uid;
        event.summary = summary;
        event.start.date.day = event.end.date.day = (int)(i % 28) + 1;
        calendar_event_settle(&event, zone, since);
        (void)calendar_event_write(out, &event);
    }
}

/* Seconds of the processor for all events, which no other process lengthens; their bytes
 * in *total. */
static double
time_events(size_t *total)
{
    struct content_line out;
    struct error err = { 0 };
    struct zone *zone = zone_load("Europe/Paris", &err);
    double begun = clock_of_process(getpid());

    if (zone == NULL)
        bench_give_up("%s", err.message);
    *total = 0;
    content_line_init(&out, (struct ics_sink){ count_bytes, total });
    calendar_feed_begin(&out, &(struct calendar_feed){ .name = "atelier" });
    vtimezone_write(&out, zone, (struct span){ 1800000000, 1810000000 });
    write_events(&out, zone, EVENTS);
    if (!calendar_feed_end(&out, &err))
        bench_give_up("%s", err.message);
    content_line_clear(&out);
    zone_free(zone);
    return clock_of_process(getpid()) - begun;
}

/* The floor: as many bytes, formatted in lines of the greatest length. */
static double
time_lines(size_t total)
{
    char text[LINE + 3];
    volatile size_t sum = 0;
    char words[LINE];
    double begun = clock_of_process(getpid());

    memset(words, 'x', sizeof(words));
    for (size_t done = 0, i = 0; done < total; done += LINE, i++)
        sum += (size_t)snprintf(text, sizeof(text), "UID:%08zx:%.*s\r\n", i, LINE - 15,
                                words);
    (void)sum;
    return clock_of_process(getpid()) - begun;
}

struct whole {
    double seconds;
    long more; /* KiB above idle */
    struct export_counts counts;
    size_t bytes;
};

/* In a process of its own, so that its memory is its own. */
static void
export_all(const char *database, struct whole *whole)
{
    struct error err = { 0 };
    struct atelier *at = bench_open(database);
    double times[ROUNDS];

    long before = memory_of_process(getpid());
    for (int i = 0; i < ROUNDS; i++) {
        double begun = clock_now();
        if (!export_calendar_count(at, ROW_NONE, count_bytes, &whole->bytes,
                                   &whole->counts, &err))
            bench_give_up("%s", err.message);
        times[i] = clock_now() - begun;
    }
    sort_numbers(times, ROUNDS);
    whole->seconds = number_at(times, ROUNDS, 0.5);
    whole->more = peak_of_process(getpid()) - before;
    atelier_close(at);
}

static void
print_whole(struct bench *bench, const struct whole *whole)
{
    char what[64];
    struct figure figure = { .what = what, .goal = "<= 50 ms" };

    (void)snprintf(what, sizeof(what), "calendar of %lld meetings and %lld workshops",
                   (long long)whole->counts.meetings, (long long)whole->counts.workshops);
    figure_say(figure.value, "%.1f ms", whole->seconds * 1e3);
    figure.verdict = whole->seconds <= 0.050;
    figure_print(bench, &figure);
    figure = (struct figure){ .what = "  its memory above idle", .goal = "<= 8 MiB" };
    figure_say(figure.value, "%.1f MiB", (double)whole->more / 1024);
    figure.verdict = whole->more <= 8 * 1024;
    figure_print(bench, &figure);
}

void
bench_calendar(struct bench *bench)
{
    struct figure figure = { .what = "calendar export, events from memory to text",
                             .goal = ">= 200,000 /s" };
    size_t total = 0;
    double ours = time_events(&total);
    double bare = time_lines(total);
    struct whole *whole = mmap(NULL, sizeof(*whole), PROT_READ | PROT_WRITE,
                               MAP_SHARED | MAP_ANONYMOUS, -1, 0);

    figure_say(figure.value, "%.0f /s", EVENTS / ours);
    figure_say(figure.floor, "printf %.0f /s", EVENTS / bare);
    figure.ratio = bare / ours;
    figure.verdict = EVENTS / ours >= 200000;
    figure_print(bench, &figure);

    pid_t pid = fork();
    if (pid == 0) {
        export_all(bench->large, whole);
        _exit(0);
    }
    (void)waitpid(pid, NULL, 0);
    print_whole(bench, whole);
    (void)munmap(whole, sizeof(*whole));
}
