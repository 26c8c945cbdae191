/* SPDX-License-Identifier: GPL-3.0-or-later */
/* init_fire.c - a database whose making is stopped, at any moment and by any signal
 *
 * Afterwards nothing is at its path and nothing beside it, or a whole database whose
 * founder is its administrator.
 */
#include <check.h>
#include <dirent.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "atelier/app/atelier.h"
#include "fire/fire.h"
#include "support/database_file.h"
#include "support/office.h"
#include "support/old_system.h"
#include "support/suite.h"
#include "support/terminal.h"

static const int signals[] = { SIGINT, SIGTERM, SIGHUP, SIGKILL };

enum { SIGNALS = sizeof(signals) / sizeof(signals[0]), TOGETHER = 4 };

static const double patience = 60;

static char home[300];
static char folder[320];
static char database[340];

static void
set_up(void)
{
    database_file_begin();
    (void)snprintf(home, sizeof(home), "%s", database_file_path("home"));
    (void)snprintf(folder, sizeof(folder), "%s/atelier", home);
    (void)snprintf(database, sizeof(database), "%s/atelier.db", folder);
    ck_assert_int_eq(setenv("XDG_DATA_HOME", home, 1), 0);
    ck_assert_int_eq(unsetenv("ATELIER_DATABASE"), 0);
}

static void
clear(void)
{
    char line[400];

    (void)snprintf(line, sizeof(line), "rm -rf %s", home);
    ck_assert_int_eq(system(line), 0);
}

static void
tear_down(void)
{
    clear();
    database_file_remove(NULL);
}

static size_t
count_files(void)
{
    DIR *entries = opendir(folder);
    struct dirent *entry;
    size_t count = 0;

    while (entries && (entry = readdir(entries)))
        count += strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0;
    if (entries)
        (void)closedir(entries);
    return count;
}

static int64_t
number(const char *sql)
{
    sqlite3 *sqlite = NULL;
    sqlite3_stmt *statement = NULL;

    ck_assert_int_eq(sqlite3_open(database, &sqlite), SQLITE_OK);
    ck_assert_msg(sqlite3_prepare_v2(sqlite, sql, -1, &statement, NULL) == SQLITE_OK,
                  "%s", sqlite3_errmsg(sqlite));
    ck_assert_int_eq(sqlite3_step(statement), SQLITE_ROW);
    const int64_t found = sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    sqlite3_close(sqlite);
    return found;
}

/* Nothing, or all of it: whether it is there. */
static bool
is_whole_or_nothing(int64_t people)
{
    char sql[400];

    if (access(database, F_OK) != 0) {
        ck_assert_uint_eq(count_files(), 0);
        return false;
    }
    (void)snprintf(sql, sizeof(sql),
                   "SELECT count(*) FROM staff_view WHERE login = '%s'"
                   " AND role = 'administrator'",
                   office_self().login);
    ck_assert_int_eq(number(sql), 1);
    ck_assert_int_eq(number("SELECT count(*) FROM person"), people);
    ck_assert_int_eq(system("\"$ATELIER_BIN\" check >/dev/null"), 0);
    return true;
}

/* One way to make a database, at the usual path. */
struct way {
    const char *name;
    const char *words[4];
    int64_t people;
    bool on_screen;
};

static const struct way ways[] = {
    { .name = "init", .words = { "init" } },
    { .name = "init --shared", .words = { "init", "--shared" } },
    { .name = "init --sample", .words = { "init", "--sample" }, .people = 400 },
    { .name = "the first start", .on_screen = true },
};

enum { WAYS = sizeof(ways) / sizeof(ways[0]) };

struct making {
    pid_t pid;
    struct term *term; /* on a terminal, or NULL */
};

static struct making
begin(const struct way *way, bool named)
{
    struct making making = { 0 };
    char variable[340];

    (void)snprintf(variable, sizeof(variable), "XDG_DATA_HOME=%s", home);
    if (way->on_screen) {
        making.term = term_start((const char *[]){ getenv("ATELIER_BIN"), NULL },
                                 (const char *[]){ variable, NULL }, 24, 80);
        making.pid = term_pid(making.term);
        return making;
    }
    (void)fflush(stdout);
    making.pid = suite_fork();
    ck_assert_int_ge(making.pid, 0);
    if (making.pid == 0) {
        const char *const *words = way->words;
        if (named)
            old_system_forbid_nameless_files();
        (void)!freopen("/dev/null", "w", stdout);
        (void)!freopen("/dev/null", "w", stderr);
        (void)execl(getenv("ATELIER_BIN"), "atelier", words[0], words[1], (char *)NULL);
        _exit(EXIT_FAILURE);
    }
    return making;
}

static void
end(struct making *making, int signal)
{
    if (making->term) {
        if (signal == SIGHUP)
            term_hang_up(making->term);
        else
            (void)kill(making->pid, signal);
        (void)term_end(making->term);
        term_free(making->term);
        return;
    }
    (void)kill(making->pid, signal);
    ck_assert_int_eq(waitpid(making->pid, NULL, 0), making->pid);
}

/* How long it takes until the file has its name. */
static double
measure(const struct way *way)
{
    const double begun = fire_clock();
    struct making making = begin(way, false);

    while (access(database, F_OK) != 0 && fire_clock() < begun + patience)
        fire_rest(0.0005);
    const double took = fire_clock() - begun;
    end(&making, SIGTERM);
    ck_assert(is_whole_or_nothing(way->people));
    clear();
    return took;
}

/* Each signal with and without nameless files: the fewest that are every kind. */
enum { EVERY_KIND = 2 * SIGNALS };

/* Half of them about the moment when it gets its name. */
static double
some_time(unsigned *dice, double took)
{
    const double part = (double)(rand_r(dice) % 10000) / 10000;

    return rand_r(dice) % 2 == 0 ? took * part : took * (0.8 + 0.4 * part);
}

START_TEST(a_database__whose_making_is_stopped__is_not_there_or_whole)
{
    const struct way *way = &ways[_i];
    const unsigned rounds = fire_rounds(300 * SIGNALS, EVERY_KIND);
    unsigned dice = fire_seed();
    unsigned whole = 0;

    set_up();
    const double took = measure(way);
    for (unsigned i = 0; i < rounds; i++) {
        const int signal = signals[i % SIGNALS];
        struct making making = begin(way, signal != SIGKILL && i / SIGNALS % 2 == 0);
        fire_rest(some_time(&dice, took));
        end(&making, signal);
        whole += is_whole_or_nothing(way->people);
        clear();
    }
    fire_figure(way->name, "%u stopped, %u of them were done", rounds, whole);
    tear_down();
}
END_TEST

/* Stopped while it is made, shown or tidied away. */
START_TEST(a_demonstration__that_is_stopped__leaves_nothing)
{
    static const int caught[] = { SIGINT, SIGTERM, SIGHUP };
    const unsigned rounds = fire_rounds(300, 6);
    unsigned dice = fire_seed();
    char temporary[340];

    set_up();
    ck_assert_int_eq(mkdir(home, 0700), 0);
    ck_assert_int_eq(mkdir(folder, 0700), 0);
    (void)snprintf(temporary, sizeof(temporary), "TMPDIR=%s", folder);
    for (unsigned i = 0; i < rounds; i++) {
        struct making making = { 0 };
        making.term = term_start((const char *[]){ getenv("ATELIER_BIN"), "demo", NULL },
                                 (const char *[]){ temporary, NULL }, 24, 80);
        making.pid = term_pid(making.term);
        const double until = fire_clock() + patience;
        while (count_files() == 0 && fire_clock() < until)
            fire_rest(0.0005);
        fire_rest((double)(rand_r(&dice) % 1000) / 1000);
        end(&making, caught[i % 3]);
        ck_assert_uint_eq(count_files(), 0);
    }
    fire_figure("demo", "%u stopped", rounds);
    tear_down();
}
END_TEST

/* What one of several does who start for the first time: 0 when they were let in. */
static int
start_first(int gate)
{
    const struct atelier_options options = { .identity = office_self(),
                                             .now = INSTANT_NONE,
                                             .create = true };
    struct error err = { 0 };
    char byte;

    (void)!read(gate, &byte, 1); /* the end of the pipe: for all at once */
    struct atelier *at = atelier_open(&options, &err);
    const bool ok = at && atelier_role(at) == ROLE_ADMINISTRATOR;
    if (!ok)
        (void)fprintf(stderr, "%s\n", err.message);
    atelier_close(at);
    return ok ? 0 : 1;
}

START_TEST(several__who_start_at_once__are_in_one_office)
{
    const unsigned rounds = fire_rounds(300, 8);

    set_up();
    for (unsigned i = 0; i < rounds; i++) {
        int gate[2];
        pid_t pids[TOGETHER];
        ck_assert_int_eq(pipe(gate), 0);
        (void)fflush(stdout);
        for (unsigned p = 0; p < TOGETHER; p++) {
            pids[p] = fork();
            ck_assert_int_ge(pids[p], 0);
            if (pids[p] == 0) {
                (void)close(gate[1]);
                _exit(start_first(gate[0]));
            }
        }
        (void)close(gate[0]);
        (void)close(gate[1]);
        for (unsigned p = 0; p < TOGETHER; p++) {
            int status = -1;
            ck_assert_int_eq(waitpid(pids[p], &status, 0), pids[p]);
            ck_assert_int_eq(status, 0);
        }
        ck_assert(is_whole_or_nothing(0));
        ck_assert_int_eq(
            number("SELECT count(*) FROM journal WHERE act = 'database.create'"), 1);
        clear();
    }
    fire_figure("offices that four began at once", "%u", rounds);
    tear_down();
}
END_TEST

static void
add_tests(TCase *tests)
{
    if (getenv("ATELIER_BIN") == NULL)
        suite_skip("ATELIER_BIN does not name the program");
    tcase_set_timeout(tests, FIRE_SECONDS);
    tcase_add_loop_test(tests, a_database__whose_making_is_stopped__is_not_there_or_whole,
                        0, WAYS);
    tcase_add_test(tests, several__who_start_at_once__are_in_one_office);
    tcase_add_test(tests, a_demonstration__that_is_stopped__leaves_nothing);
}

SUITE_MAIN("init")
