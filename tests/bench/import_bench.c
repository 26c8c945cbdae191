/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_bench.c - fifty thousand rows of a spreadsheet into the large sample
 *
 * The floor inserts the same people, posts, words and journal rows by bare SQL.
 * It goes into the same file, so this group comes after those that need it whole.
 */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "atelier/app/import_people.h"
#include "atelier/base/memory.h"
#include "bench/bench.h"

enum { ROWS = 50000, FEW = 5000 };

static const char *const bare_sql[] = {
    "INSERT INTO person (rev, created_at, created_by, changed_at, changed_by, family,"
    " given, email, consent, sort_key) VALUES (1, 0, 'bench', 0, 'bench', 'Bare' || ?1,"
    " 'Anna' || ?1, 'bare' || ?1 || '@example.org', 0, 'bare' || ?1 || char(1) || "
    "'anna')",
    "INSERT INTO affiliation (rev, created_at, created_by, changed_at, changed_by, "
    "person,"
    " organisation, function, main) VALUES (1, 0, 'bench', 0, 'bench', ?2, ?3, 'Officer',"
    " 1)",
    "INSERT INTO search (rowid, words, row) VALUES (?1 + 9000000000000000000,"
    " '  bare' || ?1 || '  anna' || ?1 || '  bare' || ?1 || '@example.org  organisation"
    "  ' || ?3, ?2)",
    "INSERT INTO journal_change (entity, row, journal, kind, leaves, hash)"
    " VALUES (3, ?2, 1, 0, 0, 1234567890123456789) ON CONFLICT DO NOTHING",
    "INSERT INTO journal_change (entity, row, journal, kind, leaves, hash)"
    " VALUES (4, ?2, 1, 0, 0, 1234567890123456789) ON CONFLICT DO NOTHING",
};

enum { STATEMENTS = sizeof(bare_sql) / sizeof(bare_sql[0]) };

static void
write_sheet(const char *path, const char *name, int rows)
{
    FILE *file = fopen(path, "w");

    if (file == NULL)
        bench_give_up("%s cannot be written", path);
    (void)fputs("family,given,email,organisation,function\n", file);
    for (int i = 0; i < rows; i++)
        (void)fprintf(file,
                      "%s%05d,Anna%05d,%s%05d@example.org,Organisation %05d,Officer\n",
                      name, i, i, name, i, i % 3000 + 1);
    (void)fclose(file);
}

static void
run(sqlite3 *sqlite, const char *sql)
{
    if (sqlite3_exec(sqlite, sql, NULL, NULL, NULL) != SQLITE_OK)
        bench_give_up("%s", sqlite3_errmsg(sqlite));
}

static double
insert_barely(const char *database)
{
    sqlite3 *sqlite;
    sqlite3_stmt *statements[STATEMENTS];

    if (sqlite3_open(database, &sqlite) != SQLITE_OK)
        bench_give_up("%s cannot be opened", database);
    run(sqlite, "PRAGMA cache_size = -4000; PRAGMA synchronous = FULL;"
                "PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON");
    for (int s = 0; s < STATEMENTS; s++)
        if (sqlite3_prepare_v2(sqlite, bare_sql[s], -1, &statements[s], NULL) !=
            SQLITE_OK)
            bench_give_up("%s", sqlite3_errmsg(sqlite));
    double begun = clock_now();
    run(sqlite, "BEGIN IMMEDIATE");
    for (int i = 0; i < ROWS; i++) {
        sqlite3_int64 person = 0;
        for (int s = 0; s < STATEMENTS; s++) {
            sqlite3_bind_int64(statements[s], 1, i);
            if (s > 0)
                sqlite3_bind_int64(statements[s], 2, person);
            if (s == 1 || s == 2)
                sqlite3_bind_int64(statements[s], 3, i % 3000 + 1);
            if (sqlite3_step(statements[s]) != SQLITE_DONE)
                bench_give_up("%s", sqlite3_errmsg(sqlite));
            sqlite3_reset(statements[s]);
            if (s == 0)
                person = sqlite3_last_insert_rowid(sqlite);
        }
    }
    run(sqlite, "COMMIT");
    double seconds = clock_now() - begun;
    for (int s = 0; s < STATEMENTS; s++)
        sqlite3_finalize(statements[s]);
    sqlite3_close(sqlite);
    return seconds;
}

struct outcome {
    double judge, run; /* seconds */
    long grown;        /* KiB at its largest, above what the process began with */
    int64_t added;
};

static void
import_list(const char *database, const char *path, struct outcome *outcome)
{
    const long before = peak_begin();
    struct import_outcome counts;
    struct error err = { 0 };
    struct atelier *at = bench_open(database);
    double begun = clock_now();
    struct import *import = import_open(at, path, 0, &err);

    if (import == NULL || !import_judge(import, NULL, NULL, &err))
        bench_give_up("%s", err.message);
    outcome->judge = clock_now() - begun;
    begun = clock_now();
    if (!import_run(import, NULL, NULL, &counts, &err))
        bench_give_up("%s", err.message);
    outcome->run = clock_now() - begun;
    outcome->added = counts.added;
    outcome->grown = peak_of_process(getpid()) - before;
    import_free(import);
    atelier_close(at);
}

/* In a process of its own, so that its memory is its own. */
static struct outcome
import_apart(const struct bench *bench, const char *name, int rows)
{
    const char *path = bench_path(bench, "people.csv");
    struct outcome *shared = mmap(NULL, sizeof(*shared), PROT_READ | PROT_WRITE,
                                  MAP_SHARED | MAP_ANONYMOUS, -1, 0);

    write_sheet(path, name, rows);
    pid_t pid = fork();
    if (pid == 0) {
        import_list(bench->large, path, shared);
        _exit(0);
    }
    (void)waitpid(pid, NULL, 0);
    struct outcome outcome = *shared;
    (void)munmap(shared, sizeof(*shared));
    if (outcome.added != rows)
        bench_give_up("%lld people of %d were imported", (long long)outcome.added, rows);
    return outcome;
}

void
import_people(const struct bench *bench, const char *name, int rows)
{
    (void)import_apart(bench, name, rows);
}

double
import_open_seconds(struct atelier *at, const char *path, int rounds)
{
    double *times = memory_new((size_t)rounds, sizeof *times);

    for (int i = 0; i < rounds; i++) {
        struct error err = { 0 };
        double begun = clock_now();
        struct import *import = import_open(at, path, 0, &err);
        times[i] = clock_now() - begun;
        if (import == NULL)
            bench_give_up("%s", err.message);
        import_free(import);
    }
    sort_numbers(times, (size_t)rounds);
    const double median = number_at(times, (size_t)rounds, 0.5);
    free(times);
    return median;
}

void
bench_import(struct bench *bench)
{
    struct figure figure = { .what = "import of 50,000 rows, read, judged and written",
                             .goal = ">= 0.5 x bare" };
    struct outcome few = import_apart(bench, "Few", FEW);
    double bare = insert_barely(bench->large);
    struct outcome many = import_apart(bench, "Many", ROWS);

    figure_say(figure.value, "%.0f rows/s", ROWS / (many.judge + many.run));
    figure_say(figure.floor, "%.0f rows/s", ROWS / bare);
    figure.ratio = bare / (many.judge + many.run);
    figure.verdict = figure.ratio >= 0.5;
    figure_print(bench, &figure);
    figure = (struct figure){ .what = "  of it, written", .goal = "" };
    figure_say(figure.value, "%.0f rows/s", ROWS / many.run);
    figure.ratio = bare / many.run;
    figure.verdict = VERDICT_NONE;
    figure_print(bench, &figure);
    figure = (struct figure){ .what = "  its memory beside 5,000 rows", .goal = "flat" };
    figure_say(figure.value, "%.1f MiB", (double)many.grown / 1024);
    figure_say(figure.floor, "%.1f MiB", (double)few.grown / 1024);
    figure.ratio = (double)many.grown / (double)few.grown;
    figure.verdict = figure.ratio <= 1.2;
    figure_print(bench, &figure);
}
