/* SPDX-License-Identifier: GPL-3.0-or-later */
/* kill_fire.c - sixteen people at work while one of them is killed, again and again
 *
 * Half of those who die are stopped first while they hold the file, as the kernel's
 * list of locks tells, so that the end comes in the middle of a write.
 */
#include <check.h>
#include <inttypes.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include "fire/fire.h"
#include "fire/shift.h"
#include "fire/witness.h"
#include "support/database_file.h"
#include "support/office.h"
#include "support/suite.h"

static const double between_kills = 0.05; /* seconds */
/* Far longer than any turn, and shorter than the 30 s after which a writer gives up. */
static const double patience = 25;

static struct shift shift;

/* Who holds the turn to write, or 0. */
static pid_t
find_writer(const char *queue)
{
    struct stat status;
    FILE *locks = fopen("/proc/locks", "r");
    char line[200];
    pid_t writer = 0;

    if (locks == NULL)
        return 0;
    const bool known = stat(queue, &status) == 0;
    while (known && writer == 0 && fgets(line, sizeof(line), locks) != NULL) {
        long pid = 0;
        uintmax_t inode = 0;
        if (strstr(line, "->") == NULL &&
            sscanf(line, "%*s FLOCK ADVISORY WRITE %ld %*x:%*x:%" SCNuMAX, &pid,
                   &inode) == 2 &&
            inode == status.st_ino)
            writer = (pid_t)pid;
    }
    (void)fclose(locks);
    return writer;
}

static unsigned
number_of(pid_t pid)
{
    unsigned staff = 0;

    while (staff < shift.staff && shift.pids[staff] != pid)
        staff++;
    return staff;
}

/* Stops a writer that still writes once it stands still; the number of staff when none
 * was caught. */
static unsigned
catch_writer(const char *queue)
{
    enum { TRIES = 200 };

    for (int i = 0; i < TRIES; i++) {
        const pid_t pid = find_writer(queue);
        const unsigned staff = pid > 0 ? number_of(pid) : shift.staff;
        int status;
        if (staff == shift.staff || kill(pid, SIGSTOP) != 0 ||
            waitpid(pid, &status, WUNTRACED) != pid)
            continue;
        ck_assert_msg(WIFSTOPPED(status), "staff %u ended by itself", staff);
        if (find_writer(queue) == pid)
            return staff;
        ck_assert_int_eq(kill(pid, SIGCONT), 0);
    }
    return shift.staff;
}

/* Who held the file is dead: the next in the queue goes on. */
static void
expect_no_wait(double *longest)
{
    const double begun = fire_clock();

    ck_assert_msg(shift_hear_any(&shift, patience), "all wait for a dead one");
    if (fire_clock() - begun > *longest)
        *longest = fire_clock() - begun;
}

/* Between two deaths, with everybody at work. */
static void
expect_whole(void)
{
    struct atelier *at = office_return(NULL, OFFICE_NOW);

    office_expect_whole(at);
    atelier_close(at);
}

static void
set_up(void)
{
    struct atelier *at = office_found_by(office_self());

    shift = (struct shift){ 0 };
    deed_prepare(at, &shift.place);
    atelier_close(at);
}

static void
tear_down(void)
{
    shift_clear(&shift);
    office_end(NULL);
}

START_TEST(what_was_acknowledged__outlives__those_who_did_it)
{
    enum { KILLS_BETWEEN_CHECKS = 100 };
    const unsigned kills = fire_rounds(1000, 40);
    char database[128];
    char queue[128 + sizeof(".queue")];
    struct witness witness;
    unsigned writers = 0;
    double longest = 0;

    (void)snprintf(database, sizeof(database), "%s", database_file_path("atelier.db"));
    (void)snprintf(queue, sizeof(queue), "%s.queue", database);
    shift_init(&shift, database, DEED_STAFF, fire_seed());
    unsigned dice = shift.seed;
    for (unsigned i = 0; i < shift.staff; i++)
        shift_begin(&shift, i);
    ck_assert(shift_hear_all(&shift, patience));

    for (unsigned i = 0; i < kills; i++) {
        shift_listen(&shift, between_kills);
        unsigned victim = i % 2 == 0 ? catch_writer(queue) : shift.staff;
        const bool caught = victim < shift.staff;
        writers += caught;
        if (!caught)
            victim = (unsigned)rand_r(&dice) % shift.staff;
        shift_kill(&shift, victim);
        if (caught)
            expect_no_wait(&longest);
        shift_begin(&shift, victim);
        if ((i + 1) % KILLS_BETWEEN_CHECKS == 0)
            expect_whole();
    }
    const bool nobody_waits = shift_hear_all(&shift, patience);
    shift_end(&shift);
    witness_look(&witness, &shift, true);

    fire_figure("killed, of them in the middle of a write", "%u, %u", kills, writers);
    fire_figure("longest until work went on after a writer's death", "%.0f ms",
                longest * 1000);
    fire_figure("longest wait for a deed", "%.0f ms", shift.longest * 1000);
    fire_figure("failed", "%zu %s", shift.unexpected, shift.why);
    witness_judge(&witness, &shift);
    ck_assert_msg(nobody_waits, "somebody waits for a dead one");
    ck_assert_msg(shift.unexpected == 0, "%s", shift.why);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_set_timeout(tests, FIRE_SECONDS);
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, what_was_acknowledged__outlives__those_who_did_it);
}

SUITE_MAIN("kill")
