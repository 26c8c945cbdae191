/* SPDX-License-Identifier: GPL-3.0-or-later */
/* stop_fire.c - a backup and an upgrade that are stopped, at any moment and by any signal
 *
 * Of a backup nothing is left, or the whole of it.  A database is of the old program or
 * of the new one, and what it was is kept beside only in the second case.
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

#include "fire/fire.h"
#include "support/database_file.h"
#include "support/office.h"
#include "support/old_system.h"
#include "support/paper.h"
#include "support/suite.h"

enum { APPLICATION_ID = 0x4154454c, OLD_VERSION = 2 };

static const int signals[] = { SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGKILL };

enum { SIGNALS = sizeof(signals) / sizeof(signals[0]) };

static char database[256];

static void
set_up(void)
{
    struct atelier *at = office_found_by(office_self());

    for (unsigned i = 0; i < 50; i++)
        office_add_person(at, "Müller", "Anna");
    atelier_close(at);
    (void)snprintf(database, sizeof(database), "%s", database_file_path("atelier.db"));
}

static void
tear_down(void)
{
    office_end(NULL);
}

/* Stops a command of the program after so many seconds, unless it has ended. */
static void
stop(const char *command, const char *operand, double seconds, int signal, bool named)
{
    const pid_t pid = suite_fork();

    ck_assert_int_ge(pid, 0);
    if (pid == 0) {
        if (named)
            old_system_forbid_nameless_files();
        (void)!freopen("/dev/null", "w", stdout);
        (void)!freopen(database_file_path("said"), "w", stderr);
        (void)execl(getenv("ATELIER_BIN"), "atelier", "--database", database, command,
                    operand, (char *)NULL);
        _exit(EXIT_FAILURE);
    }
    fire_rest(seconds);
    (void)kill(pid, signal);
    ck_assert_int_eq(waitpid(pid, NULL, 0), pid);
}

static double
some_time(unsigned *dice, unsigned most_milliseconds)
{
    return (double)((unsigned)rand_r(dice) % (most_milliseconds * 1000)) / 1e6;
}

static size_t
count_scratch(void)
{
    DIR *entries = opendir("/var/tmp");
    struct dirent *entry;
    size_t count = 0;

    while (entries && (entry = readdir(entries)))
        count += strncmp(entry->d_name, "atelier-", strlen("atelier-")) == 0;
    if (entries)
        (void)closedir(entries);
    return count;
}

START_TEST(a_backup_that_is_stopped__leaves_nothing_half)
{
    const unsigned rounds = fire_rounds(500, 20);
    unsigned dice = fire_seed();
    unsigned whole = 0;

    set_up();
    char target[256];
    (void)snprintf(target, sizeof(target), "%s", database_file_path("copy.db"));
    const size_t scratch = count_scratch();
    for (unsigned i = 0; i < rounds; i++) {
        const int signal = signals[i % SIGNALS];
        stop("backup", target, some_time(&dice, 40), signal,
             signal != SIGKILL && i / SIGNALS % 2 == 0);
        ck_assert_uint_eq(paper_count(".part"), 0);
        struct stat found;
        if (stat(target, &found) == 0) {
            whole++;
            ck_assert_int_eq(rename(target, database), 0);
            ck_assert_int_eq(database_file_number("SELECT count(*) FROM person"), 50);
        }
    }
    /* A folder without anything in it may be left by a SIGKILL. */
    fire_figure("backups stopped", "%u, %u of them were done", rounds, whole);
    fire_figure("empty folders left in /var/tmp", "%zu", count_scratch() - scratch);
    tear_down();
}
END_TEST

static void
run_sql(sqlite3 *sqlite, const char *sql)
{
    ck_assert_msg(sqlite3_exec(sqlite, sql, NULL, NULL, NULL) == SQLITE_OK, "%s",
                  sqlite3_errmsg(sqlite));
}

/* As an older program left it. */
static void
make_old(void)
{
    static const char *const files[OLD_VERSION] = { "0001-nouns.sql",
                                                    "0002-journal.sql" };
    char text[600];
    sqlite3 *sqlite = NULL;

    (void)unlink(database);
    ck_assert_int_eq(sqlite3_open(database, &sqlite), SQLITE_OK);
    for (size_t i = 0; i < OLD_VERSION; i++) {
        (void)snprintf(text, sizeof(text), "%s/share/migrations/%s",
                       getenv("ATELIER_SRCDIR"), files[i]);
        char *sql = paper_read(text, NULL);
        run_sql(sqlite, sql);
        free(sql);
    }
    (void)snprintf(text, sizeof(text),
                   "PRAGMA application_id = %d; PRAGMA user_version = %d;"
                   "INSERT INTO staff (rev, created_at, created_by, changed_at,"
                   " changed_by, login, role)"
                   " VALUES (1, 0, 'anna', 0, 'anna', 'root', 'administrator');"
                   "INSERT INTO person (rev, created_at, created_by, changed_at,"
                   " changed_by, family, given, consent, sort_key)"
                   " VALUES (1, 0, 'anna', 0, 'anna', 'Müller', 'Jan', 0, 'muller jan')",
                   APPLICATION_ID, OLD_VERSION);
    run_sql(sqlite, text);
    sqlite3_close(sqlite);
}

START_TEST(an_upgrade_that_is_stopped__leaves_the_old_or_the_new)
{
    const unsigned rounds = fire_rounds(500, 20);
    unsigned dice = fire_seed();
    unsigned upgraded = 0;

    set_up();
    const int64_t latest = database_file_number("PRAGMA user_version");
    char before[300];
    (void)snprintf(before, sizeof(before), "%s.before-%d", database, (int)latest);
    for (unsigned i = 0; i < rounds; i++) {
        make_old();
        const int signal = signals[i % SIGNALS];
        stop("person", "list", some_time(&dice, 40), signal,
             signal != SIGKILL && i / SIGNALS % 2 == 0);
        ck_assert_uint_eq(paper_count(".part"), 0);
        const int64_t version = database_file_number("PRAGMA user_version");
        ck_assert(version == latest || version == OLD_VERSION);
        ck_assert_int_eq(database_file_number("SELECT count(*) FROM person"), 1);
        ck_assert(version == OLD_VERSION || access(before, F_OK) == 0);
        upgraded += version == latest;
        (void)unlink(before);
    }
    fire_figure("upgrades stopped", "%u, %u of them were done", rounds, upgraded);
    tear_down();
}
END_TEST

static void
add_tests(TCase *tests)
{
    if (getenv("ATELIER_BIN") == NULL || getenv("ATELIER_SRCDIR") == NULL)
        suite_skip("ATELIER_BIN does not name the program");
    tcase_set_timeout(tests, FIRE_SECONDS);
    tcase_add_test(tests, a_backup_that_is_stopped__leaves_nothing_half);
    tcase_add_test(tests, an_upgrade_that_is_stopped__leaves_the_old_or_the_new);
}

SUITE_MAIN("stop")
