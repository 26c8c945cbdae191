/* SPDX-License-Identifier: GPL-3.0-or-later */
/* restore_fire.c - a backup takes the place of a database whose writers were killed
 *
 * They leave a -wal with what was acknowledged last.  The restored file is the backup and
 * nothing of that; what was replaced keeps all of it, and can be restored in its turn.
 */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
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
    struct atelier *at = office_found();

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

static void
add_tests(TCase *tests)
{
    if (getenv("ATELIER_BIN") == NULL)
        suite_skip("ATELIER_BIN does not name the program");
    tcase_set_timeout(tests, FIRE_SECONDS);
    tcase_add_test(tests, a_backup__takes_the_place__of_what_was_killed);
}

SUITE_MAIN("restore")
