/* SPDX-License-Identifier: GPL-3.0-or-later */
/* colleague_bench.c - when 64 screens show what a colleague has written */
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>

#include "bench/line.h"
#include "bench/registrar.h"

enum { WATCHERS = 64, ROUNDS = 20, PATIENCE = 1000, RATE_SECONDS = 3 };

/* The meeting that stands first in the list of those that come. */
#define SQL_NEXT_MEETING                                                                 \
    "SELECT id FROM meeting WHERE start_at > unixepoch() AND title GLOB 'Meeting "       \
    "[0-9]*'"                                                                            \
    " ORDER BY start_at, id LIMIT 1 OFFSET 2"

/* One change; when each screen began to show it, in milliseconds. */
static void
watch_change(struct line *lines[], void *registrar, double times[])
{
    struct pollfd inputs[WATCHERS];
    char why[200] = "";
    size_t seen = 0;

    for (int i = 0; i < WATCHERS; i++) {
        line_forget(lines[i]);
        inputs[i] = (struct pollfd){ .fd = lines[i]->fd, .events = POLLIN };
        times[i] = PATIENCE;
    }
    if (!registrar_seat(registrar, why))
        bench_give_up("%s", why);
    double begun = clock_now();
    while (seen < WATCHERS && clock_now() - begun < PATIENCE / 1e3) {
        (void)poll(inputs, WATCHERS, 50);
        for (int i = 0; i < WATCHERS; i++)
            if (inputs[i].revents != 0) {
                times[i] = (clock_now() - begun) * 1e3;
                inputs[i].fd = -1; /* poll passes over it */
                inputs[i].revents = 0;
                seen++;
            }
    }
}

static void
measure_times(struct bench *bench, struct line *lines[])
{
    struct figure figure = { .what = "a colleague's change on 64 screens, p99",
                             .goal = "<= 150 ms" };
    double *times = calloc((size_t)WATCHERS * ROUNDS, sizeof(*times));
    void *registrar = registrar_open(bench->large, 77);

    registrar_choose(registrar, bench_number(bench->large, SQL_NEXT_MEETING));
    for (int i = 0; i < ROUNDS; i++) {
        watch_change(lines, registrar, times + (size_t)i * WATCHERS);
        (void)poll(NULL, 0, 130 + 7 * i); /* not in step with their looks */
    }
    registrar_close(registrar);
    sort_numbers(times, (size_t)WATCHERS * ROUNDS);
    double most = number_at(times, (size_t)WATCHERS * ROUNDS, 0.99);
    figure_say(figure.value, "%.0f ms", most);
    figure_say(figure.floor, "p50 %.0f ms",
               number_at(times, (size_t)WATCHERS * ROUNDS, 0.5));
    figure.verdict = most <= 150;
    figure_print(bench, &figure);
    free(times);
}

/* Registrations a second of somebody who works as fast as a quick desk. */
static double
measure_rate(const struct bench *bench)
{
    struct crew_work work = registrar_of_app;
    struct crew *crew;

    work.context = (void *)(uintptr_t)bench->large;
    work.pause = 20;
    double rate = crew_rate(1, RATE_SECONDS, &work, &crew);
    crew_free(crew);
    return rate;
}

void
bench_colleague(struct bench *bench)
{
    struct figure figure = { .what = "a writer beside 64 screens", .goal = ">= 0.95" };
    struct line *lines[WATCHERS];
    double alone = measure_rate(bench);

    for (int i = 0; i < WATCHERS; i++)
        lines[i] = line_open(bench, bench->large, 24, 80);
    for (int i = 0; i < WATCHERS; i++) {
        line_await(lines[i], 20);
        line_send(lines[i], "2");
    }
    for (int i = 0; i < WATCHERS; i++)
        line_await(lines[i], 20);
    measure_times(bench, lines);
    double beside = measure_rate(bench);
    for (int i = 0; i < WATCHERS; i++)
        line_end(lines[i]);
    figure_say(figure.value, "%.1f /s", beside);
    figure_say(figure.floor, "alone %.1f /s", alone);
    figure.ratio = beside / alone;
    figure.verdict = figure.ratio >= 0.95;
    figure_print(bench, &figure);
}
