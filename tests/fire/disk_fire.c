/* SPDX-License-Identifier: GPL-3.0-or-later */
/* disk_fire.c - the disk fills up under people at work, and has room again
 *
 * Whoever writes meanwhile hears that it is full; nobody dies of it, nothing that was
 * acknowledged is lost, and when there is room again the work goes on by itself.
 */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "fire/fire.h"
#include "fire/shift.h"
#include "fire/small_disk.h"
#include "fire/witness.h"
#include "support/database_file.h"
#include "support/office.h"
#include "support/suite.h"

enum {
    STAFF = 8,
    MEGABYTES = 48,
    MOST_LEFT = 64 * 1024, /* bytes, on a disk that is called full */
    ROUNDS_BETWEEN_LOOKS = 10,
};

static const double patience = 25;

static struct shift shift;
static struct small_disk disk;
static char database[256];

static void
found(const char *awaited)
{
    struct atelier *at = office_found_by(office_self());

    shift = (struct shift){ 0 };
    deed_prepare(at, &shift.place);
    atelier_close(at);
    (void)snprintf(database, sizeof(database), "%s", database_file_path("atelier.db"));
    shift_init(&shift, database, STAFF, fire_seed());
    shift.awaited = awaited;
}

static bool
found_on_disk(unsigned block)
{
    const char *why;

    if (!small_disk_mount(&disk, block, MEGABYTES, &why)) {
        fire_skip("a disk that fills", why);
        return false;
    }
    ck_assert_int_eq(setenv("TMPDIR", disk.place, 1), 0);
    found("is full");
    fire_figure("bytes in a block", "%u", block);
    return true;
}

static void
leave(void)
{
    shift_clear(&shift);
    office_end(NULL);
}

/* Everybody dies, what is there is looked at, everybody begins anew. */
static void
look(struct witness *witness)
{
    shift_end(&shift);
    witness_look(witness, &shift, true);
    ck_assert_msg(witness->problems == 0, "%s", witness->problem);
    ck_assert_uint_eq(witness->lost, 0);
}

static void
begin_all(void)
{
    for (unsigned i = 0; i < shift.staff; i++)
        shift_begin(&shift, i);
    ck_assert_msg(shift_hear_all(&shift, patience), "somebody does nothing: %s",
                  shift.why);
}

static void
judge(struct witness *witness, unsigned rounds)
{
    look(witness);
    fire_figure("rounds", "%u", rounds);
    fire_figure("told that there is no room", "%zu", shift.failed - shift.unexpected);
    fire_figure("told anything else", "%zu %s", shift.unexpected, shift.why);
    witness_judge(witness, &shift);
    ck_assert_uint_gt(shift.failed, 0);
    ck_assert_msg(shift.unexpected == 0, "%s", shift.why);
}

/* A stretch of work on a full disk: one who was there dies, another one comes. */
static void
work_without_room(unsigned *dice)
{
    const unsigned staff = (unsigned)rand_r(dice) % shift.staff;

    shift_kill(&shift, staff);
    shift_begin(&shift, staff);
    shift_listen(&shift, 0.02 + (double)(rand_r(dice) % 60) / 1000);
}

static void
fill_again_and_again(unsigned block)
{
    const unsigned rounds = fire_rounds(50, 3);
    struct witness witness;

    if (!found_on_disk(block))
        return;
    unsigned dice = shift.seed;
    begin_all();
    for (unsigned i = 0; i < rounds; i++) {
        shift_listen(&shift, (double)(rand_r(&dice) % 60) / 1000);
        small_disk_fill(&disk, (size_t)rand_r(&dice) % MOST_LEFT);
        work_without_room(&dice);
        if (i % ROUNDS_BETWEEN_LOOKS == 0) { /* a crash on a full disk */
            shift_end(&shift);
            for (unsigned s = 0; s < shift.staff; s++)
                shift_begin(&shift, s);
            shift_listen(&shift, 0.03);
        }
        small_disk_empty(&disk);
        ck_assert_msg(shift_hear_all(&shift, patience), "somebody does nothing: %s",
                      shift.why);
        if ((i + 1) % ROUNDS_BETWEEN_LOOKS == 0) {
            look(&witness);
            begin_all();
        }
    }
    judge(&witness, rounds);
    leave();
    small_disk_unmount(&disk);
}

START_TEST(a_disk_of_small_blocks__fills__and_nothing_is_lost)
{
    fill_again_and_again(1024);
}
END_TEST

START_TEST(a_disk_of_large_blocks__fills__and_nothing_is_lost)
{
    fill_again_and_again(4096);
}
END_TEST

static bool
is_meant(const char *sentence)
{
    const bool meant = strstr(sentence, "is full") != NULL;

    if (!meant)
        fire_figure("the visitor heard", "%s", sentence);
    return meant;
}

enum visit { VISIT_LET_IN, VISIT_TURNED_AWAY, VISIT_TOLD_SOMETHING_ELSE };

/* How one visit to the office ended; its visitor does a few deeds, and lives. */
static enum visit
visit(void)
{
    int status = 0;

    (void)fflush(stdout);
    const pid_t pid = fork();
    ck_assert_int_ge(pid, 0);
    if (pid == 0) {
        struct deed deed = { 0 };
        struct error err = { 0 };
        unsigned dice = 1;
        struct atelier *at = deed_enter(database, 0, &err);
        bool ok = at != NULL || is_meant(err.message);
        for (int i = 0; at != NULL && i < 5; i++) {
            deed_do(at, &shift.place, &dice, &deed);
            ok = ok && (deed.result != DEED_FAILED || is_meant(deed.why));
        }
        atelier_close(at);
        _exit(!ok          ? VISIT_TOLD_SOMETHING_ELSE
              : at != NULL ? VISIT_LET_IN
                           : VISIT_TURNED_AWAY);
    }
    ck_assert_int_eq(waitpid(pid, &status, 0), pid);
    ck_assert_msg(WIFEXITED(status), "the visitor died: %s", strsignal(WTERMSIG(status)));
    return (enum visit)WEXITSTATUS(status);
}

/* The memory that connections share is a file: with small blocks it has holes, and a
 * hole that cannot be filled is SIGBUS for who writes there. */
START_TEST(a_full_disk__ends_nobody__who_comes_in)
{
    const size_t step = fire_rounds(1, 4) * 1024;
    unsigned visits = 0;
    unsigned inside = 0;

    if (!found_on_disk(1024))
        return;
    for (size_t left = 0; left <= MOST_LEFT; left += step) {
        small_disk_fill(&disk, left);
        const enum visit came = visit();
        ck_assert_msg(came != VISIT_TOLD_SOMETHING_ELSE, "with %zu bytes left", left);
        visits++;
        inside += came == VISIT_LET_IN;
        small_disk_empty(&disk);
        ck_assert_int_eq(visit(), VISIT_LET_IN);
    }
    fire_figure("visits to a full disk, of them let in", "%u, %u", visits, inside);
    leave();
    small_disk_unmount(&disk);
}
END_TEST

/* Whether a list could be read, which says nothing of writing when it could not. */
static bool
reads_a_list(size_t left)
{
    char line[1200];
    char said[600] = "";

    (void)snprintf(line, sizeof(line),
                   "\"$ATELIER_BIN\" --database %s person list 2>&1 >/dev/null",
                   database);
    FILE *output = popen(line, "r");
    ck_assert_ptr_nonnull(output);
    said[fread(said, 1, sizeof(said) - 1, output)] = '\0';
    const bool done = pclose(output) == 0;
    ck_assert_msg(done || (strstr(said, "is full") && !strstr(said, "written")),
                  "with %zu bytes left: %s", left, said);
    return done;
}

START_TEST(a_full_disk__lets_a_list_be_read)
{
    const size_t step = fire_rounds(1, 4) * 1024;
    unsigned lists = 0;
    unsigned done = 0;

    if (getenv("ATELIER_BIN") == NULL || !found_on_disk(1024))
        return;
    for (size_t left = 0; left <= MOST_LEFT; left += step) {
        small_disk_fill(&disk, left);
        lists++;
        done += reads_a_list(left);
        small_disk_empty(&disk);
    }
    fire_figure("lists on a full disk, of them read", "%u, %u", lists, done);
    ck_assert_uint_eq(done, lists);
    leave();
    small_disk_unmount(&disk);
}
END_TEST

static void
limit_all(rlim_t most)
{
    for (unsigned i = 0; i < shift.staff; i++) {
        const struct rlimit limit = { .rlim_cur = most, .rlim_max = RLIM_INFINITY };
        ck_assert_int_eq(prlimit(shift.pids[i], RLIMIT_FSIZE, &limit, NULL), 0);
    }
}

/* What can be played everywhere: nobody's files may grow any more. */
START_TEST(files_that_may_not_grow__lose_nothing)
{
    const unsigned rounds = fire_rounds(100, 5);
    struct rlimit own;
    struct witness witness;
    struct stat wal;

    ck_assert_int_eq(getrlimit(RLIMIT_FSIZE, &own), 0);
    if (own.rlim_max != RLIM_INFINITY) {
        fire_skip("files that may not grow", "their size is limited already");
        return;
    }
    found("may not grow");
    unsigned dice = shift.seed;
    begin_all();
    for (unsigned i = 0; i < rounds; i++) {
        shift_listen(&shift, (double)(rand_r(&dice) % 60) / 1000);
        ck_assert_int_eq(stat(database_file_path("atelier.db-wal"), &wal), 0);
        limit_all((rlim_t)wal.st_size + (rlim_t)rand_r(&dice) % MOST_LEFT);
        shift_listen(&shift, 0.02 + (double)(rand_r(&dice) % 60) / 1000);
        limit_all(RLIM_INFINITY);
        ck_assert_msg(shift_hear_all(&shift, patience), "somebody does nothing: %s",
                      shift.why);
        if ((i + 1) % ROUNDS_BETWEEN_LOOKS == 0) {
            look(&witness);
            begin_all();
        }
    }
    judge(&witness, rounds);
    leave();
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_set_timeout(tests, FIRE_SECONDS);
    tcase_add_test(tests, a_disk_of_small_blocks__fills__and_nothing_is_lost);
    tcase_add_test(tests, a_disk_of_large_blocks__fills__and_nothing_is_lost);
    tcase_add_test(tests, a_full_disk__ends_nobody__who_comes_in);
    tcase_add_test(tests, a_full_disk__lets_a_list_be_read);
    tcase_add_test(tests, files_that_may_not_grow__lose_nothing);
}

SUITE_MAIN("disk")
