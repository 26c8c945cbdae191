/* SPDX-License-Identifier: GPL-3.0-or-later */
/* upkeep_bench.c - a backup while four write, and the check, beside bare SQLite */
#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "bench/bench.h"
#include "bench/crew.h"
#include "bench/registrar.h"

enum { WRITERS = 4, PAUSE = 5 };

static const char recount_sql[] =
    "SELECT count(*) FROM (SELECT meeting, state, role, coalesce(category, 0) AS "
    "category,"
    " count(*) AS people FROM registration GROUP BY 1, 2, 3, 4) n JOIN head_count c"
    " USING (meeting, state, role, category) WHERE n.people IS NOT c.people";

static sqlite3 *
open_bare(const char *path)
{
    sqlite3 *sqlite;

    if (sqlite3_open(path, &sqlite) != SQLITE_OK ||
        sqlite3_exec(sqlite, "PRAGMA cache_size = -4000; PRAGMA busy_timeout = 30000",
                     NULL, NULL, NULL) != SQLITE_OK)
        bench_give_up("%s: %s", path, sqlite3_errmsg(sqlite));
    return sqlite;
}

/* Copied in one step and on the disk. */
static void
back_up_barely(const char *from, const char *to)
{
    sqlite3 *source = open_bare(from);
    sqlite3 *copy = open_bare(to);
    (void)sqlite3_exec(copy, "PRAGMA synchronous = OFF", NULL, NULL, NULL);
    sqlite3_backup *backup = sqlite3_backup_init(copy, "main", source, "main");
    if (backup == NULL || sqlite3_backup_step(backup, -1) != SQLITE_DONE)
        bench_give_up("the bare backup failed");
    (void)sqlite3_backup_finish(backup);
    sqlite3_close(copy);
    sqlite3_close(source);
    int fd = open(to, O_RDWR);
    (void)fsync(fd);
    (void)close(fd);
}

static struct crew *
start_writers(struct bench *bench)
{
    struct crew_work work = registrar_of_app;

    work.context = bench->large;
    work.pause = PAUSE;
    return crew_start(WRITERS, &work);
}

static void
measure_backup(struct bench *bench)
{
    struct figure figure = { .what = "backup while four write", .goal = "<= 1.5 x bare" };
    struct crew *crew = start_writers(bench);
    double begun = clock_now();

    back_up_barely(bench->large, bench_path(bench, "bare-copy.db"));
    double bare = clock_now() - begun;
    crew_stop(crew);
    crew_free(crew);
    crew = start_writers(bench);
    double ours =
        bench_run(bench, bench->large, "backup", bench_path(bench, "copy.db"), NULL);
    crew_stop(crew);

    figure_say(figure.value, "%.2f s", ours);
    figure_say(figure.floor, "%.2f s", bare);
    figure.ratio = ours / bare;
    figure.verdict = figure.ratio <= 1.5;
    figure_print(bench, &figure);
    double wait = crew_time_at(crew, 0.99) * 1e3;
    figure = (struct figure){ .what = "  the writers' p99", .goal = "<= 30 ms" };
    figure_say(figure.value, "%.1f ms", wait);
    figure.verdict = wait <= 30;
    figure_print(bench, &figure);
    crew_free(crew);
    (void)unlink(bench_path(bench, "bare-copy.db"));
    (void)unlink(bench_path(bench, "copy.db"));
}

static void
run(sqlite3 *sqlite, const char *sql)
{
    sqlite3_stmt *statement;

    if (sqlite3_prepare_v2(sqlite, sql, -1, &statement, NULL) != SQLITE_OK)
        bench_give_up("%s", sqlite3_errmsg(sqlite));
    while (sqlite3_step(statement) == SQLITE_ROW)
        ;
    sqlite3_finalize(statement);
}

void
bench_upkeep(struct bench *bench)
{
    struct figure figure = { .what = "check, large sample", .goal = "<= 1.3 x bare" };
    sqlite3 *sqlite = open_bare(bench->large);
    double begun = clock_now();

    run(sqlite, "PRAGMA quick_check");
    run(sqlite, "PRAGMA foreign_key_check");
    run(sqlite, recount_sql);
    double bare = clock_now() - begun;
    sqlite3_close(sqlite);
    double ours = bench_run(bench, bench->large, "check", NULL);
    figure_say(figure.value, "%.2f s", ours);
    figure_say(figure.floor, "%.2f s", bare);
    figure.ratio = ours / bare;
    figure.verdict = figure.ratio <= 1.3;
    figure_print(bench, &figure);
    measure_backup(bench);
}
