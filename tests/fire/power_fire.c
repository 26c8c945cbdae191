/* SPDX-License-Identifier: GPL-3.0-or-later */
/* power_fire.c - the power goes in the middle of the work, hundreds of times
 *
 * Whoever was told that something is done finds it after the reboot, because nothing is
 * called done before it is on the disk.
 */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "fire/fire.h"
#include "fire/power_vfs.h"
#include "fire/shift.h"
#include "fire/witness.h"
#include "support/database_file.h"
#include "support/office.h"
#include "support/suite.h"

enum {
    STAFF = 3,
    ONE_IN_RETURNS = 25,
    SHORT_STEPS = 1500,
    LONG_STEPS = 40000, /* long enough for the log to be taken up and begun anew */
    ONE_IN_LONG = 25,
    ROUNDS_OF_AN_OFFICE = 50, /* or looking at all of it takes longer than the work */
    WRITES_TO_A_SYNC = 20,    /* or to a truncation, a removal */
};

static struct shift shift;
static struct power_figures *figures;
static char database[256];

static void
set_up(void)
{
    struct atelier *at = office_found_by(office_self());

    shift = (struct shift){ 0 };
    deed_prepare(at, &shift.place);
    atelier_close(at);
    (void)snprintf(database, sizeof(database), "%s", database_file_path("atelier.db"));
    shift_init(&shift, database, STAFF, 0);
}

static void
tear_down(void)
{
    shift_clear(&shift);
    office_end(NULL);
}

/* Three people in one process, until the power goes. */
static _Noreturn void
work(unsigned dice)
{
    struct atelier *at[STAFF] = { NULL };

    for (;;) {
        const unsigned staff = (unsigned)rand_r(&dice) % STAFF;
        struct deed deed = { .staff = staff, .life = shift.lives[staff] };
        struct error err = { 0 };
        if (at[staff] == NULL)
            at[staff] = deed_enter(database, staff, &err);
        if (at[staff] == NULL) {
            deed.result = DEED_FAILED;
            (void)snprintf(deed.why, sizeof(deed.why), "%.150s", err.message);
            shift_say(&shift, &deed);
            _exit(EXIT_FAILURE);
        }
        deed_do(at[staff], &shift.place, &dice, &deed);
        shift_say(&shift, &deed);
        if (rand_r(&dice) % ONE_IN_RETURNS == 0)
            for (unsigned i = 0; i < STAFF; i++) {
                atelier_close(at[i]);
                at[i] = NULL;
            }
    }
}

static void
work_until_the_cut(size_t steps, unsigned dice)
{
    int status = 0;

    (void)fflush(stdout);
    const pid_t pid = fork();
    ck_assert_int_ge(pid, 0);
    if (pid == 0) {
        const bool writes_count = dice % 2 == 0;
        power_vfs_begin(writes_count ? steps : 1 + steps / WRITES_TO_A_SYNC, writes_count,
                        dice, figures);
        work(dice);
    }
    pid_t ended;
    while ((ended = waitpid(pid, &status, WNOHANG)) == 0)
        shift_listen(&shift, 0.002);
    shift_listen(&shift, 0);
    ck_assert_int_eq(ended, pid);
    ck_assert_msg(shift.unexpected == 0, "%s", shift.why);
    ck_assert_msg(WIFEXITED(status) && WEXITSTATUS(status) == POWER_CUT_STATUS,
                  "ended with the status %x", (unsigned)status);
    for (unsigned i = 0; i < STAFF; i++)
        shift.lives[i]++;
}

/* What was acknowledged, and what was written without having been. */
struct total {
    size_t acknowledged, unsaid;
};

static void
run_office(unsigned rounds, unsigned *dice, struct total *total)
{
    struct witness witness = { 0 };

    set_up();
    for (unsigned i = 0; i < rounds; i++) {
        const unsigned most =
            i % ONE_IN_LONG == ONE_IN_LONG - 1 ? LONG_STEPS : SHORT_STEPS;
        work_until_the_cut(1 + (size_t)rand_r(dice) % most, (unsigned)rand_r(dice));
        witness_look(&witness, &shift, true);
        if (!witness_is_content(&witness))
            witness_judge(&witness, &shift);
    }
    total->acknowledged += shift.done_count;
    total->unsaid += witness.unsaid;
    tear_down();
}

START_TEST(what_was_acknowledged__is_there__when_the_power_is_back)
{
    const unsigned rounds = fire_rounds(500, 12);
    unsigned dice = fire_seed();
    struct total total = { 0 };

    figures = mmap(NULL, sizeof(*figures), PROT_READ | PROT_WRITE,
                   MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    ck_assert(figures != MAP_FAILED);
    for (unsigned left = rounds; left > 0;) {
        const unsigned now = left < ROUNDS_OF_AN_OFFICE ? left : ROUNDS_OF_AN_OFFICE;
        run_office(now, &dice, &total);
        left -= now;
    }
    fire_figure("power cuts in a write, a sync", "%zu, %zu", figures->in_write,
                figures->in_sync);
    fire_figure("power cuts in a truncation, a removal", "%zu, %zu", figures->in_truncate,
                figures->in_delete);
    fire_figure("unsynced sectors kept, dropped", "%zu, %zu", figures->sectors_kept,
                figures->sectors_dropped);
    fire_figure("lengths dropped, names lost, names back", "%zu, %zu, %zu",
                figures->lengths_dropped, figures->names_lost, figures->names_back);
    fire_figure("acknowledged, and all of it there", "%zu", total.acknowledged);
    fire_figure("written, never acknowledged", "%zu", total.unsaid);
    ck_assert_uint_gt(total.acknowledged, 0);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_set_timeout(tests, FIRE_SECONDS);
    tcase_add_test(tests, what_was_acknowledged__is_there__when_the_power_is_back);
}

SUITE_MAIN("power")
