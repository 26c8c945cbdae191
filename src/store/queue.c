/* SPDX-License-Identifier: GPL-3.0-or-later */
/* queue.c - writers one after the other, in the order in which they came */
#include "queue.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "atelier/base/language.h"

enum {
    PATIENCE_SECONDS = 30,
    BUSY_FIRST_MICROSECONDS = 10,
    BUSY_LONGEST_MICROSECONDS = 5000
};

static time_t
now_seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec;
}

static void
sleep_microseconds(int64_t microseconds)
{
    struct timespec pause = { .tv_sec = microseconds / 1000000,
                              .tv_nsec = microseconds % 1000000 * 1000 };
    nanosleep(&pause, NULL);
}

/* With the mode of the database, so that whoever may write it may queue. */
static int
open_queue(const struct database *db)
{
    struct stat status;
    int fd = open(db->queue_path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (fd >= 0 && stat(db->path, &status) == 0)
        (void)!fchmod(fd, status.st_mode &
                              0666); /* only its maker can; the others need not */
    return fd;
}

static void
end_wait(int signal)
{
    (void)signal; /* its coming is enough: flock() returns with EINTR */
}

/* Joins the kernel's queue, which is served in the order of coming.  The alarm is only
 * for a holder that was stopped in the middle of its write. */
static bool
wait_turn(int fd)
{
    if (flock(fd, LOCK_EX | LOCK_NB) == 0)
        return true;
    if (errno != EWOULDBLOCK)
        return false;

    struct sigaction before;
    struct sigaction waking = { .sa_handler = end_wait };
    sigaction(SIGALRM, &waking, &before);
    time_t end = now_seconds() + PATIENCE_SECONDS;
    alarm(PATIENCE_SECONDS);
    int result;
    while ((result = flock(fd, LOCK_EX)) != 0 && errno == EINTR && now_seconds() < end)
        ;
    alarm(0);
    sigaction(SIGALRM, &before, NULL);
    return result == 0;
}

bool
queue_enter(struct database *db, struct error *err)
{
    if (!db->queue_path)
        return true;
    if (db->queue < 0)
        db->queue = open_queue(db);
    if (db->queue < 0)
        return error_set(
            err, ERROR_DATABASE,
            _("%s cannot be opened: %s.  Writing needs the right to make files in "
              "the folder."),
            db->queue_path, error_system_text(errno));
    if (wait_turn(db->queue))
        return true;
    return error_set(
        err, ERROR_DATABASE,
        _("%s is busy: another program has been writing for %d seconds.  Try again "
          "in a moment."),
        db->path, PATIENCE_SECONDS);
}

void
queue_leave(struct database *db)
{
    if (db->queue >= 0)
        flock(db->queue, LOCK_UN);
}

void
queue_hold_signals(struct database *db)
{
    sigset_t held;
    sigemptyset(&held);
    sigaddset(&held, SIGTSTP);
    sigaddset(&held, SIGINT);
    sigaddset(&held, SIGTERM);
    sigaddset(&held, SIGHUP);
    sigaddset(&held, SIGTTOU);
    sigaddset(&held, SIGTTIN);
    pthread_sigmask(SIG_BLOCK, &held, &db->signals);
}

void
queue_let_signals(struct database *db)
{
    pthread_sigmask(SIG_SETMASK, &db->signals, NULL);
}

int
queue_wait_busy(void *database, int tries)
{
    struct database *db = database;
    static const int most_tries =
        PATIENCE_SECONDS * 1000000 / BUSY_LONGEST_MICROSECONDS * 2;
    if (tries > most_tries)
        return 0;

    int64_t longest = tries < 8 ? (int64_t)20 << tries : BUSY_LONGEST_MICROSECONDS;
    if (longest > BUSY_LONGEST_MICROSECONDS)
        longest = BUSY_LONGEST_MICROSECONDS;
    /* xorshift64: only to keep two waiters from trying at the same time */
    db->jitter ^= db->jitter << 13;
    db->jitter ^= db->jitter >> 7;
    db->jitter ^= db->jitter << 17;
    sleep_microseconds(BUSY_FIRST_MICROSECONDS +
                       (int64_t)(db->jitter % (uint64_t)longest));
    return 1;
}
