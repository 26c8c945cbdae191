/* SPDX-License-Identifier: GPL-3.0-or-later */
/* start_bench.c - from the command to a complete first screen, and what stays in memory
 */
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "bench/line.h"

enum { ROUNDS = 9, SCREEN = 1800 };

struct start {
    double elapsed[ROUNDS];
    double processor[ROUNDS];
    double bytes[ROUNDS];
    long resident; /* KiB */
};

static void
start_once(const struct bench *bench, const char *database, struct start *start, int i)
{
    double begun = clock_now();
    struct line *line = line_start(bench, database, 24, 80);

    start->elapsed[i] = (line->last_at - begun) * 1e3;
    start->processor[i] = clock_of_process(line->pid) * 1e3;
    start->bytes[i] = (double)line->bytes;
    start->resident = memory_of_process(line->pid);
    line_end(line);
}

static void
sort_start(struct start *start)
{
    sort_numbers(start->elapsed, ROUNDS);
    sort_numbers(start->processor, ROUNDS);
    sort_numbers(start->bytes, ROUNDS);
}

/* The floor: opens the file, reads the next forty meetings, writes a screenful. */
static void
start_barely(void *database)
{
    char screen[SCREEN];
    sqlite3 *sqlite;
    sqlite3_stmt *statement;

    memset(screen, 'x', sizeof(screen));
    if (sqlite3_open(database, &sqlite) != SQLITE_OK ||
        sqlite3_prepare_v2(sqlite,
                           "SELECT m.title, (SELECT sum(people) FROM head_count WHERE"
                           " meeting = m.id) FROM meeting m WHERE start_at > unixepoch()"
                           " ORDER BY start_at, id LIMIT 40",
                           -1, &statement, NULL) != SQLITE_OK)
        return;
    while (sqlite3_step(statement) == SQLITE_ROW)
        (void)sqlite3_column_text(statement, 0);
    (void)!write(STDOUT_FILENO, screen, sizeof(screen));
    (void)pause();
}

static double
measure_floor(struct bench *bench)
{
    double times[ROUNDS];

    for (int i = 0; i < ROUNDS; i++) {
        double begun = clock_now();
        struct line *line = line_start_bare(start_barely, bench->large);
        times[i] = (line->last_at - begun) * 1e3;
        line_end(line);
    }
    sort_numbers(times, ROUNDS);
    return number_at(times, ROUNDS, 0.5);
}

static void
print_memory(struct bench *bench, const struct start *small, const struct start *large)
{
    struct figure figure = { .what = "memory, large sample open", .goal = "<= 10 MiB" };
    double more = (double)(large->resident - small->resident) / 1024;

    figure_say(figure.value, "%.1f MiB", (double)large->resident / 1024);
    figure.verdict = large->resident <= 10 * 1024;
    figure_print(bench, &figure);
    figure = (struct figure){ .what = "memory, more than with the small one",
                              .goal = "<= 1 MiB" };
    figure_say(figure.value, "%.1f MiB", more);
    figure_say(figure.floor, "small %.1f MiB", (double)small->resident / 1024);
    figure.verdict = more <= 1;
    figure_print(bench, &figure);
}

void
bench_start(struct bench *bench)
{
    struct figure figure = { .what = "start to a complete first screen, large sample",
                             .goal = "<= 1.2 x small" };
    struct start small, large;

    for (int i = 0; i < ROUNDS; i++) {
        start_once(bench, bench->small, &small, i);
        start_once(bench, bench->large, &large, i);
    }
    sort_start(&small);
    sort_start(&large);
    double least = number_at(small.elapsed, ROUNDS, 0.5);
    double most = number_at(large.elapsed, ROUNDS, 0.5);
    figure_say(figure.value, "%.1f ms", most);
    figure_say(figure.floor, "small %.1f ms", least);
    figure.ratio = most / least;
    figure.verdict = figure.ratio <= 1.2;
    figure_print(bench, &figure);

    figure.what = "the same beside a bare query and screenful";
    figure.goal = "";
    least = measure_floor(bench);
    figure_say(figure.floor, "%.1f ms", least);
    figure.ratio = most / least;
    figure.verdict = VERDICT_NONE;
    figure_print(bench, &figure);

    figure = (struct figure){ .what = "  its processor time", .goal = "<= 6 ms" };
    figure_say(figure.value, "%.1f ms", number_at(large.processor, ROUNDS, 0.5));
    figure.verdict = number_at(large.processor, ROUNDS, 0.5) <= 6;
    figure_print(bench, &figure);

    figure = (struct figure){ .what = "  its bytes", .goal = "<= 2000" };
    figure_say(figure.value, "%.0f", number_at(large.bytes, ROUNDS, 0.5));
    figure.verdict = number_at(large.bytes, ROUNDS, 0.5) <= 2000;
    figure_print(bench, &figure);
    print_memory(bench, &small, &large);
}
