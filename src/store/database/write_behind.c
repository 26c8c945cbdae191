/* SPDX-License-Identifier: GPL-3.0-or-later */
/* write_behind.c - a thread that does nothing but wait for the disk */
#include "database/write_behind.h"

#include <fcntl.h>
#include <pthread.h>
#include <semaphore.h>
#include <signal.h>
#include <stdbool.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "atelier/base/memory.h"

enum { PIECE = 2 << 20, LOOK_NANOSECONDS = 5000000, SECOND = 1000000000 };

struct write_behind {
    int file;
    pthread_t thread;
    sem_t ended; /* posted once, by write_behind_end() */
};

/* Whether the file grows no more; it is waited for a moment. */
static bool
has_ended(struct write_behind *behind)
{
    struct timespec until;

    (void)clock_gettime(CLOCK_REALTIME, &until);
    until.tv_nsec += LOOK_NANOSECONDS;
    until.tv_sec += until.tv_nsec / SECOND;
    until.tv_nsec %= SECOND;
    return sem_timedwait(&behind->ended, &until) == 0;
}

/* Two pieces are on their way at a time, so that the disk is never without. */
static void *
send_pieces(void *context)
{
    struct write_behind *behind = context;
    struct stat status;
    off_t sent = 0;

    for (bool ended = false; fstat(behind->file, &status) == 0;) {
        if (status.st_size - sent >= PIECE) {
            (void)sync_file_range(behind->file, sent, PIECE, SYNC_FILE_RANGE_WRITE);
            if (sent > 0)
                (void)sync_file_range(behind->file, sent - PIECE, PIECE,
                                      SYNC_FILE_RANGE_WAIT_BEFORE);
            sent += PIECE;
        } else if (ended) {
            break;
        } else {
            ended = has_ended(behind);
        }
    }
    return NULL;
}

/* With all signals blocked: they are for the thread that began it. */
static bool
start_thread(struct write_behind *behind)
{
    sigset_t all;
    (void)sigfillset(&all);
    sigset_t before;
    (void)pthread_sigmask(SIG_SETMASK, &all, &before);
    const bool ok = pthread_create(&behind->thread, NULL, send_pieces, behind) == 0;
    (void)pthread_sigmask(SIG_SETMASK, &before, NULL);
    return ok;
}

struct write_behind *
write_behind_start(int file)
{
    struct write_behind *behind = memory_new(1, sizeof(*behind));

    behind->file = fcntl(file, F_DUPFD_CLOEXEC, 0);
    (void)sem_init(&behind->ended, 0, 0);
    if (behind->file >= 0 && start_thread(behind))
        return behind;
    if (behind->file >= 0)
        (void)close(behind->file);
    (void)sem_destroy(&behind->ended);
    free(behind);
    return NULL;
}

void
write_behind_end(struct write_behind *behind)
{
    if (!behind)
        return;
    (void)sem_post(&behind->ended);
    (void)pthread_join(behind->thread, NULL);
    (void)sem_destroy(&behind->ended);
    (void)close(behind->file);
    free(behind);
}
