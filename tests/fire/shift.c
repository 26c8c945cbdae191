/* SPDX-License-Identifier: GPL-3.0-or-later */
/* shift.c - staff at work as processes of their own, and what they have said is done */
#include "fire/shift.h"

#include <check.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "fire/fire.h"

_Static_assert(sizeof(struct deed) <= PIPE_BUF, "a deed is said whole or not at all");

enum { REST_MICROSECONDS = 8000, ONE_IN_RETURNS = 40 };

void
shift_say(const struct shift *shift, const struct deed *deed)
{
    if (write(shift->pipe[1], deed, sizeof(*deed)) != (ssize_t)sizeof(*deed))
        _exit(EXIT_FAILURE);
}

/* Works until it is killed; now and then it leaves and comes back. */
static _Noreturn void
work(const struct shift *shift, unsigned staff)
{
    struct deed deed = { .staff = staff, .life = shift->lives[staff] };
    unsigned dice = shift->seed + staff * 7919 + deed.life * 104729;
    struct atelier *at = NULL;

    (void)prctl(PR_SET_PDEATHSIG, SIGKILL);
    (void)signal(SIGXFSZ, SIG_IGN); /* as the program does */
    for (;;) {
        struct error err = { 0 };
        if (at == NULL && (at = deed_enter(shift->database, staff, &err)) == NULL) {
            deed.result = DEED_FAILED;
            (void)snprintf(deed.why, sizeof(deed.why), "%.150s", err.message);
            shift_say(shift, &deed);
            fire_rest(0.01);
            continue;
        }
        deed_do(at, &shift->place, &dice, &deed);
        shift_say(shift, &deed);
        if (rand_r(&dice) % ONE_IN_RETURNS == 0) {
            atelier_close(at);
            at = NULL;
        }
        fire_rest((double)(rand_r(&dice) % REST_MICROSECONDS) / 1e6);
    }
}

void
shift_init(struct shift *shift, const char *database, unsigned staff, unsigned seed)
{
    shift->database = database;
    shift->staff = staff;
    shift->seed = seed;
    ck_assert_int_eq(pipe2(shift->pipe, O_CLOEXEC), 0);
    ck_assert_int_eq(fcntl(shift->pipe[0], F_SETFL, O_NONBLOCK), 0);
}

void
shift_begin(struct shift *shift, unsigned staff)
{
    (void)fflush(stdout);
    shift->heard[staff] = 0;
    shift->pids[staff] = fork();
    ck_assert_int_ge(shift->pids[staff], 0);
    if (shift->pids[staff] == 0)
        work(shift, staff);
}

static void
bury(struct shift *shift, unsigned staff)
{
    int status = 0;

    ck_assert_int_eq(waitpid(shift->pids[staff], &status, 0), shift->pids[staff]);
    ck_assert_msg(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL,
                  "staff %u ended by itself, with the status %x", staff,
                  (unsigned)status);
    shift->pids[staff] = 0;
    shift->lives[staff]++;
}

void
shift_kill(struct shift *shift, unsigned staff)
{
    ck_assert_int_eq(kill(shift->pids[staff], SIGKILL), 0);
    bury(shift, staff);
}

static void
note(struct shift *shift, const struct deed *deed)
{
    if (deed->seconds > shift->longest)
        shift->longest = deed->seconds;
    if (deed->result == DEED_REFUSED) {
        shift->refused++;
    } else if (deed->result == DEED_FAILED) {
        shift->failed++;
        if (shift->awaited == NULL || strstr(deed->why, shift->awaited) == NULL) {
            shift->unexpected++;
            memcpy(shift->why, deed->why, sizeof(shift->why));
        }
    } else {
        if (deed->life == shift->lives[deed->staff])
            shift->heard[deed->staff]++;
        if (shift->done_count == shift->done_room) {
            shift->done_room = shift->done_room * 2 + 1024;
            shift->done = realloc(shift->done, shift->done_room * sizeof(*shift->done));
            ck_assert_ptr_nonnull(shift->done);
        }
        shift->done[shift->done_count++] = *deed;
    }
}

/* All that has been said so far. */
static void
drain(struct shift *shift)
{
    struct deed deed;

    while (read(shift->pipe[0], &deed, sizeof(deed)) == (ssize_t)sizeof(deed))
        note(shift, &deed);
}

static void
wait_a_while(struct shift *shift, double end)
{
    struct pollfd said = { .fd = shift->pipe[0], .events = POLLIN };
    const double left = end - fire_clock();

    if (poll(&said, 1, left > 0 ? (int)(left * 1000) + 1 : 0) > 0)
        drain(shift);
}

void
shift_listen(struct shift *shift, double seconds)
{
    const double end = fire_clock() + seconds;

    drain(shift);
    while (fire_clock() < end)
        wait_a_while(shift, end);
}

bool
shift_hear_any(struct shift *shift, double seconds)
{
    const double end = fire_clock() + seconds;

    drain(shift);
    const size_t before = shift->done_count + shift->refused;
    while (shift->done_count + shift->refused == before && fire_clock() < end)
        wait_a_while(shift, end);
    return shift->done_count + shift->refused > before;
}

static bool
have_all_done(const struct shift *shift)
{
    for (unsigned i = 0; i < shift->staff; i++)
        if (shift->heard[i] == 0)
            return false;
    return true;
}

bool
shift_hear_all(struct shift *shift, double seconds)
{
    const double end = fire_clock() + seconds;

    drain(shift);
    memset(shift->heard, 0, sizeof(shift->heard));
    while (!have_all_done(shift) && fire_clock() < end)
        wait_a_while(shift, end);
    return have_all_done(shift);
}

void
shift_end(struct shift *shift)
{
    for (unsigned i = 0; i < shift->staff; i++)
        if (shift->pids[i] > 0)
            ck_assert_int_eq(kill(shift->pids[i], SIGKILL), 0);
    for (unsigned i = 0; i < shift->staff; i++)
        if (shift->pids[i] > 0)
            bury(shift, i);
    drain(shift);
}

void
shift_clear(struct shift *shift)
{
    (void)close(shift->pipe[0]);
    (void)close(shift->pipe[1]);
    free(shift->done);
}
