/* SPDX-License-Identifier: GPL-3.0-or-later */
/* slow_line_bench.c - a key held down while the line carries little: when the screen
 * rests
 *
 * Sixty presses in two seconds go through three pages of the list.  The floor is one
 * page of new rows at that speed.
 */
#include <poll.h>
#include <stdio.h>
#include <unistd.h>

#include "bench/line.h"

enum { PRESSES = 60, SCREEN_QUIET = 400 };

static const double repeat = 1.0 / 30; /* of a keyboard */

enum { TICK = 4 }; /* milliseconds */

/* Waits a little and reads what the line carried meanwhile; false when nothing waits. */
static bool
carry(struct line *line, double rate, double *budget)
{
    double begun = clock_now();
    struct pollfd input = { .fd = line->fd, .events = POLLIN };
    char bytes[256];

    (void)poll(NULL, 0, TICK);
    *budget += rate * (clock_now() - begun);
    if (poll(&input, 1, 0) <= 0) {
        *budget = 0; /* an idle line saves nothing for later */
        return false;
    }
    size_t length = *budget < sizeof(bytes) ? (size_t)*budget : sizeof(bytes);
    if (length > 0) {
        ssize_t done = read(line->fd, bytes, length);
        if (done > 0) {
            *budget -= (double)done;
            line_take(line, bytes, (size_t)done);
        }
    }
    return true;
}

/* Seconds from the release, when the next press would have come, to the last byte. */
static double
hold(struct line *line, double rate)
{
    double budget = 0;
    double next = clock_now();
    double pressed = next;

    for (int presses = 0; presses < PRESSES;) {
        (void)carry(line, rate, &budget);
        if (clock_now() >= next) {
            line_send(line, KEY_DOWN);
            pressed = clock_now();
            next += repeat;
            presses++;
        }
    }
    double quiet_since = clock_now();
    while (clock_now() - quiet_since < SCREEN_QUIET / 1e3)
        if (carry(line, rate, &budget))
            quiet_since = clock_now();
    double released = pressed + repeat;
    return line->last_at > released ? line->last_at - released : 0;
}

static void
measure(struct bench *bench, const char *what, double rate, double most, const char *goal)
{
    struct figure figure = { .what = what, .goal = goal };
    struct line *line = line_start(bench, bench->large, 24, 80);

    line_press(line, "5");
    line_rest(line, SCREEN_QUIET);
    line_press(line, KEY_PAGE_DOWN);
    double page = (double)line->bytes / rate * 1e3;
    line_press(line, KEY_HOME);
    line_rest(line, SCREEN_QUIET);
    double lag = hold(line, rate) * 1e3;
    line_end(line);
    figure_say(figure.value, "%.0f ms", lag);
    figure_say(figure.floor, "a page %.0f ms", page);
    figure.verdict = lag <= most;
    figure_print(bench, &figure);
}

void
bench_slow_line(struct bench *bench)
{
    measure(bench, "key held, 9600 baud: at rest after release", 960, 1200, "<= 1200 ms");
    measure(bench, "key held, 56k: at rest after release", 5600, 50, "<= 50 ms");
}
