/* SPDX-License-Identifier: GPL-3.0-or-later */
/* queue.c - writers one after the other, in the order in which they came */
#include "database/queue.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

#include "atelier/base/language.h"

enum {
    PATIENCE_SECONDS = 30,
    PATIENCE_MOST = 3600,
    WAKE_MICROSECONDS = 100000,
    BUSY_FIRST_MICROSECONDS = 10,
    BUSY_LONGEST_MICROSECONDS = 5000
};

/* Bytes of FILE.queue whose locks mean something; there need not be any.  The next is
 * opening_lock.c's. */
enum { HEAD_BYTE, DUTY_BYTE };

static int64_t
now_milliseconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

unsigned
queue_patience(void)
{
    const char *text = getenv("ATELIER_PATIENCE");
    long seconds = text ? strtol(text, NULL, 10) : 0;

    return seconds > 0 && seconds <= PATIENCE_MOST ? (unsigned)seconds : PATIENCE_SECONDS;
}

static void
sleep_microseconds(int64_t microseconds)
{
    struct timespec pause = { .tv_sec = microseconds / 1000000,
                              .tv_nsec = microseconds % 1000000 * 1000 };
    nanosleep(&pause, NULL);
}

int
queue_open(const char *path, const char *queue_path, int flags)
{
    int fd = open(queue_path, flags | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0600);
    struct stat status;
    struct stat own;
    if (fd < 0 || !(flags & O_CREAT) || stat(path, &status) != 0)
        return fd;
    /* What has another name, too, may be somebody else's file that was linked here. */
    if (fstat(fd, &own) != 0 || !S_ISREG(own.st_mode) || own.st_nlink != 1)
        return fd;
    /* What is not one's own cannot be changed, and need not: its maker, or root, did it.
     */
    if (fchown(fd, status.st_uid, status.st_gid) != 0)
        (void)!fchown(fd, (uid_t)-1, status.st_gid);
    (void)!fchmod(fd, status.st_mode & 0666);
    return fd;
}

static void
end_wait(int signal)
{
    (void)signal; /* its coming is enough: flock() returns with EINTR */
}

static int
lock_byte(int fd, off_t byte, int command, short type)
{
    struct flock lock = {
        .l_type = type, .l_whence = SEEK_SET, .l_start = byte, .l_len = 1
    };

    return fcntl(fd, command, &lock);
}

/* The head of the queue: a lock beside the turn itself.  Its holder is the next to
 * write, so that who has just written cannot be first again while others wait. */
static int
lock_head(int fd, int command, short type)
{
    return lock_byte(fd, HEAD_BYTE, command, type);
}

static int
try_turn(int fd)
{
    if (lock_head(fd, F_OFD_SETLK, F_WRLCK) != 0)
        return -1;
    int result = flock(fd, LOCK_EX | LOCK_NB);
    int why = errno;
    lock_head(fd, F_OFD_SETLK, F_UNLCK);
    errno = why;
    return result;
}

struct wait {
    struct database *db;
    int64_t begun;
    bool given_up; /* by who waits */
};

static bool
is_over(struct wait *wait)
{
    struct database *db = wait->db;
    int64_t waited = now_milliseconds() - wait->begun;

    wait->given_up = db->give_up && db->give_up(db->give_up_context, waited);
    return wait->given_up || waited >= (int64_t)queue_patience() * 1000;
}

/* Tried again when a signal woke it before its time. */
static bool
wait_for_both(int fd, struct wait *wait)
{
    int result;
    while ((result = lock_head(fd, F_OFD_SETLKW, F_WRLCK)) != 0 && errno == EINTR &&
           !is_over(wait))
        ;
    if (result != 0)
        return false;
    while ((result = flock(fd, LOCK_EX)) != 0 && errno == EINTR && !is_over(wait))
        ;
    lock_head(fd, F_OFD_SETLK, F_UNLCK);
    return result == 0;
}

/* Waits at the kernel's two locks.  The alarms are for who waits, and for a holder that
 * was stopped in the middle of its write. */
static bool
wait_turn(int fd, struct wait *wait)
{
    if (try_turn(fd) == 0)
        return true;
    if ((errno != EWOULDBLOCK && errno != EACCES) || is_over(wait))
        return false;

    struct sigaction before;
    struct sigaction waking = { .sa_handler = end_wait };
    sigaction(SIGALRM, &waking, &before);
    const struct timeval wake = { .tv_usec = WAKE_MICROSECONDS };
    setitimer(ITIMER_REAL, &(struct itimerval){ wake, wake }, NULL);
    bool ok = wait_for_both(fd, wait);
    setitimer(ITIMER_REAL, &(struct itimerval){ 0 }, NULL);
    sigaction(SIGALRM, &before, NULL);
    return ok;
}

bool
queue_enter(struct database *db, struct error *err)
{
    if (!db->queue_path)
        return true;
    if (db->queue < 0)
        db->queue = queue_open(db->path, db->queue_path, O_RDWR | O_CREAT);
    if (db->queue < 0)
        return error_set(
            err, ERROR_DATABASE,
            _("%s cannot be opened: %s.  Writing needs the right to make files in "
              "the folder."),
            db->queue_path, error_system_text(errno));
    struct wait wait = { .db = db, .begun = now_milliseconds() };
    if (wait_turn(db->queue, &wait)) {
        if (!connection_has_moved(db->sqlite))
            return true;
        queue_leave(db);
        return connection_refuse_replaced(db, err);
    }
    if (wait.given_up)
        return error_set(err, ERROR_CANCELLED,
                         _("Nothing was changed: a colleague is still writing.  Try "
                           "again in a moment."));
    return error_set(
        err, ERROR_DATABASE,
        ngettext("%s is busy: another program has been writing for %u second.  Try "
                 "again in a moment.",
                 "%s is busy: another program has been writing for %u seconds.  Try "
                 "again in a moment.",
                 queue_patience()),
        db->path, queue_patience());
}

void
queue_leave(struct database *db)
{
    if (db->queue >= 0)
        flock(db->queue, LOCK_UN);
}

bool
queue_take_duty(struct database *db)
{
    return lock_byte(db->queue, DUTY_BYTE, F_OFD_SETLK, F_WRLCK) == 0;
}

void
queue_leave_duty(struct database *db)
{
    lock_byte(db->queue, DUTY_BYTE, F_OFD_SETLK, F_UNLCK);
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
    const int most_tries =
        (int)queue_patience() * (1000000 / BUSY_LONGEST_MICROSECONDS) * 2;
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
