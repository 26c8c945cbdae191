/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench.c - makes the samples in a temporary folder, runs every group, prints one table
 *
 * Usage: bench [GROUP...]; without groups all of them.  No network.
 */
#include "bench/bench.h"

#include <dirent.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "atelier/base/login.h"
#include "bench/crowd.h"
#include "bench/line.h"

static const struct group {
    const char *name;
    void (*run)(struct bench *bench);
    bool crowd; /* needs a million people */
} groups[] = {
    { "start", bench_start, false },
    { "keys", bench_keys, true },
    { "steps", bench_steps, true },
    { "views", bench_views, false },
    { "slow-line", bench_slow_line, false },
    { "ssh", bench_ssh, false },
    { "search", bench_search, true },
    { "calendar", bench_calendar, false },
    { "ical", bench_ical, false },
    { "events", bench_events, false },
    { "colleague", bench_colleague, false },
    { "registration", bench_registration, false },
    { "door", bench_door, false },
    { "counts", bench_counts, false },
    { "clashes", bench_clashes, false },
    { "assignment", bench_assignment, false },
    { "settle", bench_settle, false },
    { "journal", bench_journal, false },
    { "postgres", bench_postgres, false },
    { "upkeep", bench_upkeep, false },
    { "judge", bench_judge, false },
    { "workbook", bench_workbook, false },
    { "print", bench_print, false },
    { "report", bench_report, false },
    { "report-search", bench_said, false },
    { "report-entry", bench_entry, false },
    { "report-site", bench_site, false },
    { "alike", bench_alike, true },
    { "import", bench_import, false },
    { "undo", bench_undo, false },
    { "idle", bench_idle, false },
};

enum { GROUPS = sizeof(groups) / sizeof(groups[0]), ARGUMENTS_MOST = 24 };

void
figure_say(char text[static 32], const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    (void)vsnprintf(text, 32, format, arguments);
    va_end(arguments);
}

void
figure_print(struct bench *bench, const struct figure *figure)
{
    static const char *const words[] = { "MISSED", "met", "not measured here", "" };
    char ratio[16] = "";

    if (figure->ratio > 0)
        (void)snprintf(ratio, sizeof(ratio), "%.2f", figure->ratio);
    printf("%-52s %16s %18s %7s  %-22s %s\n", figure->what, figure->value, figure->floor,
           ratio, figure->goal, words[figure->verdict]);
    (void)fflush(stdout);
    bench->met += figure->verdict == VERDICT_MET;
    bench->missed += figure->verdict == VERDICT_MISSED;
    bench->unmeasured += figure->verdict == VERDICT_UNMEASURED;
}

struct atelier *
bench_open(const char *database)
{
    char *login = login_of_process();
    struct atelier_options options = { .database = database,
                                       .identity = { .login = login,
                                                     .source = IDENTITY_SYSTEM },
                                       .now = INSTANT_NONE };
    struct error err = { 0 };
    struct atelier *at = atelier_open(&options, &err);

    if (at == NULL)
        bench_give_up("%s", err.message);
    free(login);
    return at;
}

void
bench_give_up(const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    (void)fputs("bench: ", stderr);
    (void)vfprintf(stderr, format, arguments);
    (void)fputc('\n', stderr);
    va_end(arguments);
    exit(EXIT_FAILURE);
}

int64_t
bench_number(const char *database, const char *sql)
{
    sqlite3 *sqlite;
    sqlite3_stmt *statement;

    if (sqlite3_open_v2(database, &sqlite, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK ||
        sqlite3_prepare_v2(sqlite, sql, -1, &statement, NULL) != SQLITE_OK)
        bench_give_up("%s: %s", database, sqlite3_errmsg(sqlite));
    const int64_t number =
        sqlite3_step(statement) == SQLITE_ROW ? sqlite3_column_int64(statement, 0) : 0;
    sqlite3_finalize(statement);
    sqlite3_close(sqlite);
    return number;
}

const char *
bench_path(const struct bench *bench, const char *name)
{
    static char paths[4][128];
    static unsigned next;
    char *path = paths[next++ % 4];

    (void)snprintf(path, sizeof(paths[0]), "%s/%s", bench->folder, name);
    return path;
}

static void
silence(void)
{
    int nothing = open("/dev/null", O_RDWR);

    (void)dup2(nothing, STDIN_FILENO);
    (void)dup2(nothing, STDOUT_FILENO);
}

double
bench_run(const struct bench *bench, const char *database, ...)
{
    const char *arguments[ARGUMENTS_MOST] = { bench->program, "--database", database };
    size_t count = 3;
    int status = 0;
    va_list list;
    double begun = clock_now();

    va_start(list, database);
    while (count + 1 < ARGUMENTS_MOST &&
           (arguments[count] = va_arg(list, const char *)) != NULL)
        count++;
    va_end(list);
    if (count + 1 == ARGUMENTS_MOST)
        bench_give_up("atelier %s has more words than are taken", arguments[3]);
    pid_t pid = fork();
    if (pid == 0) {
        char *copies[ARGUMENTS_MOST] = { NULL };
        for (size_t i = 0; i < count; i++)
            copies[i] = strdup(arguments[i]);
        silence();
        execv(bench->program, copies);
        _exit(127);
    }
    if (pid < 0 || waitpid(pid, &status, 0) != pid || status != 0)
        bench_give_up("atelier %s %s failed", arguments[3], arguments[4]);
    return clock_now() - begun;
}

static void
remove_folder(const char *folder)
{
    DIR *files = opendir(folder);
    struct dirent *file;
    char path[512];

    while (files != NULL && (file = readdir(files)) != NULL) {
        (void)snprintf(path, sizeof(path), "%s/%s", folder, file->d_name);
        (void)unlink(path);
    }
    if (files != NULL)
        (void)closedir(files);
    (void)rmdir(folder);
}

static bool
is_wanted(const struct group *group, int argc, char **argv)
{
    bool wanted = argc < 2;

    for (int i = 1; i < argc; i++)
        wanted = wanted || strcmp(argv[i], group->name) == 0;
    return wanted;
}

static void
make_samples(struct bench *bench, int argc, char **argv)
{
    struct figure figure = { .what = "init --sample large", .goal = "<= 60 s" };
    bool crowd = false;
    double seconds;

    (void)bench_run(bench, bench->small, "init", "--sample", NULL);
    bench->idle = line_start(bench, bench->small, 24, 80);
    bench->idle_since = clock_now();
    seconds = bench_run(bench, bench->large, "init", "--sample", "large", NULL);
    figure_say(figure.value, "%.1f s", seconds);
    figure.verdict = seconds <= 60;
    figure_print(bench, &figure);
    for (size_t i = 0; i < GROUPS; i++)
        crowd = crowd || (groups[i].crowd && is_wanted(&groups[i], argc, argv));
    if (crowd)
        crowd_make(bench);
}

static void
run_groups(struct bench *bench, int argc, char **argv)
{
    printf("%-52s %16s %18s %7s  %-22s\n", "what", "figure", "floor", "ratio", "goal");
    make_samples(bench, argc, argv);
    for (size_t i = 0; i < GROUPS; i++)
        if (is_wanted(&groups[i], argc, argv)) {
            bench_watch_idle(bench);
            groups[i].run(bench);
        }
    line_end(bench->idle);
}

/* A child does the work, so that whatever ends it the folder is removed. */
int
main(int argc, char **argv)
{
    struct bench bench = { .program = getenv("ATELIER_BIN") };
    const char *temporary = getenv("TMPDIR");
    double begun = clock_now();
    int status = 0;

    if (bench.program == NULL)
        bench_give_up("ATELIER_BIN names no program; say “make bench”");
    (void)snprintf(bench.folder, sizeof(bench.folder), "%.40s/atelier-bench-XXXXXX",
                   temporary != NULL ? temporary : "/tmp");
    if (mkdtemp(bench.folder) == NULL)
        bench_give_up("no folder can be made in %s", bench.folder);
    (void)snprintf(bench.small, sizeof(bench.small), "%s/small.db", bench.folder);
    (void)snprintf(bench.large, sizeof(bench.large), "%s/large.db", bench.folder);
    (void)snprintf(bench.crowd, sizeof(bench.crowd), "%s/crowd.db", bench.folder);
    pid_t pid = fork();
    if (pid == 0) {
        run_groups(&bench, argc, argv);
        printf("%d met, %d missed, %d not measured; %.0f s\n", bench.met, bench.missed,
               bench.unmeasured, clock_now() - begun);
        exit(EXIT_SUCCESS);
    }
    (void)waitpid(pid, &status, 0);
    remove_folder(bench.folder);
    return status == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
