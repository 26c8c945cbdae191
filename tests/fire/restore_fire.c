/* SPDX-License-Identifier: GPL-3.0-or-later */
/* restore_fire.c - a backup takes the place of a database whose writers were killed, or
 * come in at that moment
 *
 * Those who were killed leave a -wal with what was acknowledged last.  The restored file
 * is the backup and nothing of that; what was replaced keeps all of it, and can be
 * restored in its turn.
 */
#include <check.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "fire/fire.h"
#include "fire/shift.h"
#include "fire/witness.h"
#include "support/database_file.h"
#include "support/office.h"
#include "support/suite.h"

enum { STAFF = 4, REFUSED = 4 };

static const double patience = 25;

static struct shift shift;
static char database[256];

static void
set_up(void)
{
    struct atelier *at = office_found_by(office_self());

    shift = (struct shift){ 0 };
    deed_prepare(at, &shift.place);
    atelier_close(at);
    (void)snprintf(database, sizeof(database), "%s", database_file_path("atelier.db"));
}

static void
tear_down(void)
{
    shift_clear(&shift);
    office_end(NULL);
}

/* The exit status of the program; its sentences are in the folder's "said". */
static int
run(const char *command, const char *file)
{
    char line[1024];

    (void)snprintf(line, sizeof(line), "\"$ATELIER_BIN\" --database %s %s %s > %s 2>&1",
                   database, command, file, database_file_path("said"));
    const int status = system(line);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static bool
was_said(const char *words)
{
    char line[512];

    (void)snprintf(line, sizeof(line), "grep -q '%s' %s", words,
                   database_file_path("said"));
    return system(line) == 0;
}

/* All that the journal and the lists hold, but for the restore itself, of a file that
 * nobody has open. */
static char *
contents(void)
{
    return database_file_dump("SELECT 'j', id, act, row FROM journal"
                              " WHERE act <> 'database.restore' UNION ALL"
                              " SELECT 'r', id, state, rev FROM registration ORDER BY 1,"
                              " 2");
}

static void
copy(const char *from, const char *to)
{
    char line[1024];

    (void)snprintf(line, sizeof(line), "cp %s %s", from, to);
    ck_assert_int_eq(system(line), 0);
}

static off_t
size_of(const char *path)
{
    struct stat status;

    return stat(path, &status) == 0 ? status.st_size : 0;
}

/* One office: backed up at work, killed, restored, and restored to what it was. */
static void
restore_over_a_stale_wal(unsigned seed, size_t *refused)
{
    struct witness witness;
    char backup[256];
    char kept[256];
    char wal[256];

    (void)snprintf(backup, sizeof(backup), "%s", database_file_path("backup.db"));
    (void)snprintf(kept, sizeof(kept), "%s", database_file_path("atelier.db.replaced"));
    (void)snprintf(wal, sizeof(wal), "%s", database_file_path("atelier.db-wal"));
    shift_init(&shift, database, STAFF, seed);
    for (unsigned i = 0; i < STAFF; i++)
        shift_begin(&shift, i);
    ck_assert(shift_hear_all(&shift, patience));
    ck_assert_int_eq(run("backup", backup), 0);
    ck_assert(shift_hear_all(&shift, patience));
    ck_assert_int_eq(run("restore", backup), REFUSED);
    ck_assert(was_said("is in use"));
    ck_assert(shift_hear_all(&shift, patience));
    (*refused)++;

    shift_end(&shift);
    ck_assert_int_gt(size_of(wal), 0);
    ck_assert_int_eq(run("restore", backup), 0);
    ck_assert_int_eq(size_of(wal), 0);
    ck_assert_int_eq(run("check --thorough", ""), 0);
    char *restored = contents();
    ck_assert_int_eq(run("restore", kept), 0);
    witness_look(&witness, &shift, true);
    ck_assert_uint_eq(witness.lost + witness.invented + witness.drifted, 0);
    ck_assert_msg(witness.problems == 0, "%s", witness.problem);

    /* The backup itself, in a place where nothing else ever was. */
    ck_assert_int_eq(unlink(database), 0);
    copy(backup, database);
    char *expected = contents();
    ck_assert_str_eq(restored, expected);
    free(expected);
    free(restored);
}

START_TEST(a_backup__takes_the_place__of_what_was_killed)
{
    const unsigned rounds = fire_rounds(50, 2);
    const unsigned seed = fire_seed();
    size_t refused = 0;
    size_t acknowledged = 0;

    for (unsigned i = 0; i < rounds; i++) {
        set_up();
        restore_over_a_stale_wal(seed + i, &refused);
        acknowledged += shift.done_count;
        tear_down();
    }
    fire_figure("restored over a stale -wal", "%u of %u", rounds, rounds);
    fire_figure("refused while people were at work", "%zu", refused);
    fire_figure("acknowledged, all in the file that was kept", "%zu", acknowledged);
}
END_TEST

/* ---- others come in while it is restored ---- */

enum { LOOPS = 3, ACTS_MOST = 100000 };

static void
name_file(char name[300], const char *what, unsigned number)
{
    char file[40];

    (void)snprintf(file, sizeof(file), "%s%u", what, number);
    (void)snprintf(name, 300, "%s", database_file_path(file));
}

/* Adds people, each with a command of its own, and notes whom the command acknowledged;
 * until it is killed. */
static _Noreturn void
add_people(unsigned loop, bool *acknowledged)
{
    char said[300];
    char line[1200];

    (void)prctl(PR_SET_PDEATHSIG, SIGKILL);
    name_file(said, "said", loop);
    for (unsigned i = 0; i < ACTS_MOST; i++) {
        (void)snprintf(
            line, sizeof(line),
            "\"$ATELIER_BIN\" --database %s person add --family W%u-%u --given "
            "X >>%s 2>&1",
            database, loop, i, said);
        acknowledged[i] = system(line) == 0;
    }
    _exit(0);
}

/* Takes those away that one file holds.  A program whose shell was stopped may still be
 * closing it. */
static void
find_people(const char *path, bool *acknowledged[LOOPS])
{
    enum { CLOSING_MOST = 60 * 1000 };
    sqlite3 *sqlite = NULL;
    sqlite3_stmt *statement = NULL;
    unsigned loop;
    unsigned act;

    ck_assert_int_eq(sqlite3_open(path, &sqlite), SQLITE_OK);
    (void)sqlite3_busy_timeout(sqlite, CLOSING_MOST);
    ck_assert_int_eq(
        sqlite3_prepare_v2(sqlite, "PRAGMA integrity_check", -1, &statement, NULL),
        SQLITE_OK);
    ck_assert_int_eq(sqlite3_step(statement), SQLITE_ROW);
    ck_assert_msg(strcmp((const char *)sqlite3_column_text(statement, 0), "ok") == 0,
                  "%s: %s", path, sqlite3_column_text(statement, 0));
    sqlite3_finalize(statement);
    ck_assert_int_eq(sqlite3_prepare_v2(sqlite,
                                        "SELECT family FROM person WHERE family GLOB "
                                        "'W[0-9]-*'",
                                        -1, &statement, NULL),
                     SQLITE_OK);
    while (sqlite3_step(statement) == SQLITE_ROW)
        if (sscanf((const char *)sqlite3_column_text(statement, 0), "W%u-%u", &loop,
                   &act) == 2 &&
            loop < LOOPS && act < ACTS_MOST)
            acknowledged[loop][act] = false;
    sqlite3_finalize(statement);
    sqlite3_close(sqlite);
}

static size_t
count_set(bool *acknowledged[LOOPS])
{
    size_t count = 0;

    for (unsigned loop = 0; loop < LOOPS; loop++)
        for (unsigned i = 0; i < ACTS_MOST; i++)
            count += acknowledged[loop][i];
    return count;
}

static bool *
share_list(void)
{
    bool *list = mmap(NULL, ACTS_MOST * sizeof(bool), PROT_READ | PROT_WRITE,
                      MAP_SHARED | MAP_ANONYMOUS, -1, 0);

    ck_assert_ptr_ne(list, MAP_FAILED);
    return list;
}

static void
look_through_files(bool *acknowledged[LOOPS], unsigned restored)
{
    char kept[300];

    find_people(database, acknowledged);
    for (unsigned i = 1; i <= restored; i++) {
        if (i == 1)
            (void)snprintf(kept, sizeof(kept), "%s",
                           database_file_path("atelier.db.replaced"));
        else
            name_file(kept, "atelier.db.replaced-", i);
        find_people(kept, acknowledged);
    }
}

/* Restores until it has been done so often, beside the others. */
static unsigned
restore_beside(const char *backup, unsigned wanted, unsigned *refused)
{
    unsigned restored = 0;
    const double end = fire_clock() + FIRE_SECONDS / 2.0;

    while (restored < wanted && fire_clock() < end) {
        const int status = run("restore", backup);
        ck_assert(status == 0 || (status == REFUSED && was_said("in use")));
        restored += status == 0;
        *refused += status != 0;
        fire_rest((double)(rand() % 100) / 1e3);
    }
    return restored;
}

START_TEST(an_act__that_was_acknowledged__is_in_the_live_file_or_in_a_kept_one)
{
    const unsigned wanted = fire_rounds(500, 6);
    bool *acknowledged[LOOPS];
    pid_t pids[LOOPS];
    char backup[300];
    unsigned refused = 0;

    set_up();
    srand(fire_seed());
    (void)snprintf(backup, sizeof(backup), "%s", database_file_path("backup.db"));
    ck_assert_int_eq(run("backup", backup), 0);
    for (unsigned i = 0; i < LOOPS; i++) {
        acknowledged[i] = share_list();
        (void)fflush(stdout);
        pids[i] = fork();
        if (pids[i] == 0)
            add_people(i, acknowledged[i]);
    }
    const unsigned restored = restore_beside(backup, wanted, &refused);
    for (unsigned i = 0; i < LOOPS; i++) {
        ck_assert_int_eq(kill(pids[i], SIGKILL), 0);
        ck_assert_int_eq(waitpid(pids[i], NULL, 0), pids[i]);
    }
    ck_assert_int_eq(run("check --thorough", ""), 0);
    const size_t done = count_set(acknowledged);
    look_through_files(acknowledged, restored);
    const size_t lost = count_set(acknowledged);
    fire_figure("restored beside three who write", "%u, %u times refused", restored,
                refused);
    fire_figure("acknowledged meanwhile, and lost", "%zu, %zu", done, lost);
    ck_assert_uint_eq(restored, wanted);
    ck_assert_uint_gt(done, 0);
    ck_assert_uint_eq(lost, 0);
    /* Nobody was told that the file is damaged, nor that it is not theirs. */
    char line[1200];
    (void)snprintf(line, sizeof(line), "cat %s[0-9]* | grep -v ': added' >&2",
                   database_file_path("said"));
    ck_assert_int_ne(system(line), 0);
    for (unsigned i = 0; i < LOOPS; i++)
        (void)munmap(acknowledged[i], ACTS_MOST * sizeof(bool));
    office_end(NULL);
}
END_TEST

static void
add_tests(TCase *tests)
{
    if (getenv("ATELIER_BIN") == NULL)
        suite_skip("ATELIER_BIN does not name the program");
    tcase_set_timeout(tests, FIRE_SECONDS);
    tcase_add_test(tests, a_backup__takes_the_place__of_what_was_killed);
    tcase_add_test(tests,
                   an_act__that_was_acknowledged__is_in_the_live_file_or_in_a_kept_one);
}

SUITE_MAIN("restore")
