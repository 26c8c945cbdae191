/* SPDX-License-Identifier: GPL-3.0-or-later */
/* idle_bench.c - screens that nobody has touched for more than a minute: they look for
 * what colleagues change ten times a second for five minutes after a key, then once
 *
 * They were started before everything else, and are watched while other groups run, so
 * that nothing has to be waited for.
 */
#include <stdio.h>
#include <unistd.h>

#include "bench/line.h"

enum { LONG_ENOUGH = 75, SECONDS = 10, OFTEN_FOR = 300 };

void
bench_watch_idle(struct bench *bench)
{
    if (bench->watched_since > 0 || clock_now() - bench->idle_since < LONG_ENOUGH)
        return;
    line_forget(bench->idle);
    bench->watched_since = clock_now();
    bench->wakes = wakes_of_process(bench->idle->pid);
}

void
bench_idle(struct bench *bench)
{
    struct figure figure = { .what = "idle for a minute, bytes", .goal = "0" };

    while (bench->watched_since <= 0 || clock_now() - bench->watched_since < SECONDS) {
        (void)sleep(1);
        bench_watch_idle(bench);
    }
    double watched = clock_now() - bench->watched_since;
    double rate = (double)(wakes_of_process(bench->idle->pid) - bench->wakes) / watched;
    line_rest(bench->idle, 0);

    figure_say(figure.value, "%zu", bench->idle->bytes);
    figure_say(figure.floor, "in %.0f s", watched);
    figure.verdict = bench->idle->bytes == 0;
    figure_print(bench, &figure);
    const bool is_often = bench->watched_since - bench->idle_since < OFTEN_FOR;
    figure = (struct figure){ .what = "  wake-ups a second",
                              .goal = is_often ? "<= 10 until 5 min" : "<= 1" };
    figure_say(figure.value, "%.1f", rate);
    figure.verdict = rate <= (is_often ? 10.5 : 1.1);
    figure_print(bench, &figure);
}
