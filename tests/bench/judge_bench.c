/* SPDX-License-Identifier: GPL-3.0-or-later */
/* judge_bench.c - a list of people read and judged against the large sample
 *
 * Nothing is written.  The floor parts the same rows at their semicolons and looks each
 * name and address up by its index, so that it finds only who is written the same.
 */
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "atelier/app/import_people.h"
#include "bench/bench.h"
#include "bench/guest_list.h"

enum { ROWS = 50000, FEW = 5000, COLUMNS = 200, ROUNDS = 5 };

struct judged {
    double seconds;
    long grown; /* KiB at its largest, above what the process began with */
    int64_t counts[IMPORT_VERDICT_COUNT];
};

static void
judge(const char *database, const char *path, struct judged *judged)
{
    const long before = peak_begin();
    struct atelier *at = bench_open(database);
    struct error err = { 0 };
    double begun = clock_now();
    struct import *import = import_open(at, path, 0, &err);

    if (import == NULL || !import_judge(import, NULL, NULL, &err))
        bench_give_up("%s", err.message);
    judged->seconds = clock_now() - begun;
    judged->grown = peak_of_process(getpid()) - before;
    import_counts(import, judged->counts);
    import_free(import);
    atelier_close(at);
}

/* In a process of its own, so that its memory is its own. */
static struct judged
judge_apart(const struct bench *bench, int rows)
{
    const char *path = bench_path(bench, "guests.csv");
    struct judged *shared = mmap(NULL, sizeof(*shared), PROT_READ | PROT_WRITE,
                                 MAP_SHARED | MAP_ANONYMOUS, -1, 0);

    guest_list_write_csv(path, (size_t)rows);
    pid_t pid = fork();
    if (pid == 0) {
        judge(bench->large, path, shared);
        _exit(0);
    }
    (void)waitpid(pid, NULL, 0);
    struct judged judged = *shared;
    int64_t sum = 0;
    for (int v = 0; v < IMPORT_VERDICT_COUNT; v++)
        sum += judged.counts[v];
    (void)munmap(shared, sizeof(*shared));
    if (sum != rows)
        bench_give_up("%lld rows of %d were judged", (long long)sum, rows);
    return judged;
}

static void
look_up(sqlite3_stmt *statement, const char *text)
{
    sqlite3_bind_text(statement, 1, text, -1, SQLITE_STATIC);
    while (sqlite3_step(statement) == SQLITE_ROW)
        (void)sqlite3_column_int64(statement, 0);
    sqlite3_reset(statement);
}

static double
look_up_barely(const char *database, const char *path)
{
    sqlite3 *sqlite;
    sqlite3_stmt *by_name, *by_mail;
    FILE *file = fopen(path, "r");
    char line[2048];
    double begun = clock_now();

    if (file == NULL || fgets(line, sizeof(line), file) == NULL ||
        sqlite3_open_v2(database, &sqlite, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK ||
        sqlite3_prepare_v2(sqlite, "SELECT id FROM person WHERE sort_key >= ?1 LIMIT 1",
                           -1, &by_name, NULL) != SQLITE_OK ||
        sqlite3_prepare_v2(sqlite, "SELECT id FROM person WHERE email = ?1", -1, &by_mail,
                           NULL) != SQLITE_OK)
        bench_give_up("%s or %s cannot be read", database, path);
    while (fgets(line, sizeof(line), file) != NULL) {
        char *rest = line;
        for (int c = 0; c < GUEST_COLUMNS; c++) {
            const char *cell = strsep(&rest, ";\n");
            if (cell != NULL && c == 1)
                look_up(by_name, cell);
            else if (cell != NULL && c == 6)
                look_up(by_mail, cell);
        }
    }
    sqlite3_finalize(by_name);
    sqlite3_finalize(by_mail);
    sqlite3_close(sqlite);
    (void)fclose(file);
    return clock_now() - begun;
}

static void
print_judged(struct bench *bench)
{
    struct figure figure = { .what = "list of 50,000 people, read and judged" };
    struct judged few = judge_apart(bench, FEW);
    struct judged many = judge_apart(bench, ROWS);
    double bare = look_up_barely(bench->large, bench_path(bench, "guests.csv"));

    figure.goal = "";
    figure_say(figure.value, "%.0f rows/s", ROWS / many.seconds);
    figure_say(figure.floor, "%.0f rows/s", ROWS / bare);
    figure.ratio = bare / many.seconds;
    figure.verdict = VERDICT_NONE;
    figure_print(bench, &figure);
    figure = (struct figure){ .what = "  its memory beside 5,000 rows", .goal = "flat" };
    figure_say(figure.value, "%.1f MiB", (double)many.grown / 1024);
    figure_say(figure.floor, "%.1f MiB", (double)few.grown / 1024);
    figure.ratio = (double)many.grown / (double)few.grown;
    figure.verdict = figure.ratio <= 1.2;
    figure_print(bench, &figure);
}

/* Headings of exports, those that we know among others, as wide as a form's answers. */
static void
write_wide(const char *path)
{
    FILE *file = fopen(path, "w");
    struct guest guest;

    if (file == NULL)
        bench_give_up("%s cannot be written", path);
    for (int row = -1; row < 50; row++) {
        guest_make((size_t)(row + 1), &guest);
        for (size_t c = 0; c < COLUMNS; c++)
            if (row < 0)
                (void)fprintf(file, "%s%s %zu", c > 0 ? ";" : "",
                              guest_headings[c % GUEST_COLUMNS], c / GUEST_COLUMNS + 1);
            else
                (void)fprintf(file, "%s%s", c > 0 ? ";" : "",
                              guest.cells[(c + c / GUEST_COLUMNS) % GUEST_COLUMNS]);
        (void)fputc('\n', file);
    }
    (void)fclose(file);
}

/* Guesses the columns of an open file anew, so many times; the median of the seconds. */
static double
guess_seconds(struct atelier *at, const char *path)
{
    double times[ROUNDS];
    struct error err = { 0 };
    struct import *import = import_open(at, path, 0, &err);

    if (import == NULL)
        bench_give_up("%s", err.message);
    for (int i = 0; i < ROUNDS; i++) {
        double begun = clock_now();
        if (!import_forget_columns(import, &err))
            bench_give_up("%s", err.message);
        times[i] = clock_now() - begun;
    }
    import_free(import);
    sort_numbers(times, ROUNDS);
    return number_at(times, ROUNDS, 0.5);
}

static void
print_headings(struct bench *bench)
{
    struct figure figure = { .what = "file of 200 columns opened", .goal = "" };
    const char *path = bench_path(bench, "wide.csv");
    struct atelier *at = bench_open(bench->large);

    write_wide(path);
    figure_say(figure.value, "%.2f ms", import_open_seconds(at, path, ROUNDS) * 1e3);
    figure.verdict = VERDICT_NONE;
    figure_print(bench, &figure);
    figure = (struct figure){ .what = "  of it, headings guessed", .goal = "<= 5 ms" };
    const double seconds = guess_seconds(at, path);
    atelier_close(at);
    figure_say(figure.value, "%.2f ms", seconds * 1e3);
    figure.verdict = seconds <= 0.005;
    figure_print(bench, &figure);
}

void
bench_judge(struct bench *bench)
{
    print_judged(bench);
    print_headings(bench);
}
