/* SPDX-License-Identifier: GPL-3.0-or-later */
/* entry_bench.c - when the report on one screen shows what a colleague noted in it */
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "atelier/app/write_report.h"
#include "bench/bench.h"
#include "bench/line.h"

/* All entries stand on the screen. */
enum { ROUNDS = 40, ROWS = 80, PATIENCE = 2000, SEEN_MOST = 65536 };

/* The one on which the list of those to come opens. */
#define SQL_NEXT_MEETING                                                                 \
    "SELECT id FROM meeting WHERE end_at > unixepoch() ORDER BY start_at, id LIMIT 1"

static void
write_entry(struct atelier *at, int64_t meeting, const char *text)
{
    struct report_entry entry;
    struct error err = { 0 };

    record_init(&report_entry_entity, &entry);
    entry_take_typed(&entry, text);
    entry.meeting = meeting;
    if (!entry_add(at, &entry, ENTRY_AT_TOP, &err))
        bench_give_up("%s", err.message);
    record_clear(&report_entry_entity, &entry);
}

/* Milliseconds until these words come over the line. */
static double
await_words(struct line *line, const char *words)
{
    char seen[SEEN_MOST + 1];
    size_t length = 0;
    const double begun = clock_now();

    while (length < SEEN_MOST && (clock_now() - begun) * 1e3 < PATIENCE) {
        struct pollfd input = { .fd = line->fd, .events = POLLIN };
        if (poll(&input, 1, 50) <= 0)
            continue;
        const ssize_t got = read(line->fd, seen + length, SEEN_MOST - length);
        if (got <= 0)
            break;
        line_take(line, seen + length, (size_t)got);
        length += (size_t)got;
        seen[length] = '\0';
        if (memmem(seen, length, words, strlen(words)))
            return (clock_now() - begun) * 1e3;
    }
    bench_give_up("“%s” did not come on the other screen", words);
}

/* The tab Report of that meeting. */
static struct line *
open_report(const struct bench *bench)
{
    static const char *const keys[] = { "2", KEY_ENTER, "\t", "\t", "\t" };
    struct line *line = line_start(bench, bench->small, ROWS, 100);

    for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++)
        line_press(line, keys[i]);
    return line;
}

void
bench_entry(struct bench *bench)
{
    struct figure figure = { .what = "a colleague's entry on the other screen, worst",
                             .goal = "<= 150 ms" };
    struct atelier *at = bench_open(bench->small);
    const int64_t meeting = bench_number(bench->small, SQL_NEXT_MEETING);
    struct line *line = open_report(bench);
    double times[ROUNDS];

    for (int i = 0; i < ROUNDS; i++) {
        char text[32];
        (void)snprintf(text, sizeof(text), "Noted%04d", 7919 * (i + 1) % 10000);
        write_entry(at, meeting, text);
        times[i] = await_words(line, text);
        (void)poll(NULL, 0, 130 + 7 * i); /* not in step with its looks */
    }
    line_end(line);
    atelier_close(at);
    sort_numbers(times, ROUNDS);
    figure_say(figure.value, "%.0f ms", times[ROUNDS - 1]);
    figure_say(figure.floor, "p50 %.0f ms", number_at(times, ROUNDS, 0.5));
    figure.verdict = times[ROUNDS - 1] <= 150;
    figure_print(bench, &figure);
}
