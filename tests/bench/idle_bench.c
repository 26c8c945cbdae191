/* SPDX-License-Identifier: GPL-3.0-or-later */
/* idle_bench.c - screens that nobody has touched for more than a minute
 *
 * They were started before everything else, so that nothing has to be waited for.
 */
#include <stdio.h>
#include <unistd.h>

#include "bench/line.h"

enum { LONG_ENOUGH = 75, SECONDS = 10 };

void
bench_idle(struct bench *bench)
{
    struct figure figure = { .what = "idle after a minute, bytes in 10 s", .goal = "0" };
    double untouched = clock_now() - bench->idle_since;

    if (untouched < LONG_ENOUGH)
        (void)sleep((unsigned)(LONG_ENOUGH - untouched));
    line_forget(bench->idle);
    long wakes = wakes_of_process(bench->idle->pid);
    (void)sleep(SECONDS);
    double rate = (double)(wakes_of_process(bench->idle->pid) - wakes) / SECONDS;
    line_rest(bench->idle, 0);

    figure_say(figure.value, "%zu", bench->idle->bytes);
    figure.verdict = bench->idle->bytes == 0;
    figure_print(bench, &figure);
    figure = (struct figure){ .what = "  wake-ups a second", .goal = "<= 1" };
    figure_say(figure.value, "%.1f", rate);
    figure.verdict = rate <= 1.1;
    figure_print(bench, &figure);
}
