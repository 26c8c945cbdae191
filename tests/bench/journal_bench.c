/* SPDX-License-Identifier: GPL-3.0-or-later */
/* journal_bench.c - what one registration adds to the file and to the log, and what it
 * takes of the processor
 *
 * Bytes and pages are counted, not timed: they are the same on every machine.
 */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "bench/bench.h"
#include "bench/registrar.h"
#include "database/connection.h"
#include "session/session.h"

enum { ACTS = 20000 };

/* Of each act, in order of time. */
struct tally {
    double frames[ACTS];
    double seconds[ACTS]; /* of processor time */
    double own;           /* of it by all of them, outside the kernel */
    int64_t bytes;        /* of the file, by all of them */
};

static int64_t
bytes_of(sqlite3 *sqlite)
{
    sqlite3_stmt *statement = NULL;

    if (sqlite3_prepare_v2(sqlite,
                           "SELECT (page_count - freelist_count) * page_size FROM"
                           " pragma_page_count, pragma_freelist_count, pragma_page_size",
                           -1, &statement, NULL) != SQLITE_OK ||
        sqlite3_step(statement) != SQLITE_ROW)
        bench_give_up("%s", sqlite3_errmsg(sqlite));
    const int64_t bytes = sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    return bytes;
}

/* What the processor did for this process itself, in seconds. */
static double
own_seconds(void)
{
    struct rusage usage;

    (void)getrusage(RUSAGE_SELF, &usage);
    return (double)usage.ru_utime.tv_sec + (double)usage.ru_utime.tv_usec / 1e6;
}

/* Pages that this connection has written to the log since it was asked last. */
static int
take_frames(sqlite3 *sqlite)
{
    int frames = 0;
    int highest = 0;

    (void)sqlite3_db_status(sqlite, SQLITE_DBSTATUS_CACHE_WRITE, &frames, &highest, 1);
    return frames;
}

static void
count_acts(const struct bench *bench, struct tally *tally)
{
    void *registrar = registrar_open((void *)(uintptr_t)bench->large, 7);
    sqlite3 *sqlite = registrar_session(registrar)->db->sqlite;
    char why[200] = "";

    tally->bytes = -bytes_of(sqlite);
    tally->own = -own_seconds();
    (void)take_frames(sqlite);
    for (int i = 0; i < ACTS; i++) {
        const double begun = clock_of_process(getpid());
        if (!registrar_seat(registrar, why))
            bench_give_up("%s", why);
        tally->seconds[i] = clock_of_process(getpid()) - begun;
        tally->frames[i] = take_frames(sqlite);
    }
    tally->own += own_seconds();
    tally->bytes += bytes_of(sqlite);
    registrar_close(registrar);
}

static void
print_size(struct bench *bench)
{
    struct figure figure = { .what = "file of init --sample large", .goal = "<= 340 MB" };
    struct stat file;

    if (stat(bench->large, &file) != 0)
        bench_give_up("%s cannot be measured", bench->large);
    figure_say(figure.value, "%.0f MB", (double)file.st_size / 1e6);
    figure.verdict = (double)file.st_size <= 340e6;
    figure_print(bench, &figure);
}

static void
print_counts(struct bench *bench, const struct tally *tally)
{
    const double bytes = (double)tally->bytes / ACTS;
    const double frames = number_at(tally->frames, ACTS, 0.5);
    struct figure figure = { .what = "bytes that a registration adds to the file",
                             .goal = "<= 470" };

    figure_say(figure.value, "%.0f", bytes);
    figure.verdict = bytes <= 470;
    figure_print(bench, &figure);
    figure = (struct figure){ .what = "pages that it writes to the log (median)",
                              .goal = "<= 10" };
    figure_say(figure.value, "%.0f", frames);
    figure.verdict = frames <= 10;
    figure_print(bench, &figure);
}

/* Beside what it took with a journal of texts. */
static void
print_time(struct bench *bench, const struct tally *tally)
{
    enum { BEFORE_US = 410 };
    const double us = number_at(tally->seconds, ACTS, 0.5) * 1e6;
    struct figure figure = { .what = "processor time of it (median)",
                             .goal = "<= 0.70 x 0.41 ms" };

    figure_say(figure.value, "%.3f ms", us / 1e3);
    figure.ratio = us / BEFORE_US;
    figure.verdict = figure.ratio <= 0.70;
    figure_print(bench, &figure);
    figure = (struct figure){ .what = "  of it, outside the kernel (mean)",
                              .goal = "",
                              .verdict = VERDICT_NONE };
    figure_say(figure.value, "%.3f ms", tally->own * 1e3 / ACTS);
    figure_print(bench, &figure);
}

void
bench_journal(struct bench *bench)
{
    struct tally *tally = calloc(1, sizeof *tally);

    if (!tally)
        bench_give_up("no memory");
    print_size(bench);
    count_acts(bench, tally);
    sort_numbers(tally->frames, ACTS);
    sort_numbers(tally->seconds, ACTS);
    print_counts(bench, tally);
    print_time(bench, tally);
    free(tally);
}
