/* SPDX-License-Identifier: GPL-3.0-or-later */
/* opening_lock.c - nobody opens the database while another file takes its place */
#include "database/opening_lock.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/file.h>
#include <time.h>
#include <unistd.h>

#include "atelier/base/buffer.h"
#include "atelier/base/language.h"
#include "database/queue.h"

enum { LOCK_BYTE = 2 }; /* the others are queue.c's */
enum { LOOK_MILLISECONDS = 10, SECOND_MILLISECONDS = 1000, ALONE_SECONDS = 3 };

static bool
lock(int queue, short type)
{
    struct flock byte = {
        .l_type = type, .l_whence = SEEK_SET, .l_start = LOCK_BYTE, .l_len = 1
    };

    return fcntl(queue, F_OFD_SETLK, &byte) == 0;
}

static void
rest(void)
{
    const struct timespec pause = { .tv_nsec = LOOK_MILLISECONDS * 1000000L };
    nanosleep(&pause, NULL);
}

/* Replacing takes a moment, but for a log that was never taken up. */
static bool
wait_outside(struct database *db, struct error *err)
{
    const unsigned seconds = queue_patience();

    for (unsigned i = 0; i < seconds * SECOND_MILLISECONDS / LOOK_MILLISECONDS; i++) {
        if (lock(db->queue, F_RDLCK))
            return true;
        if (errno != EAGAIN && errno != EACCES)
            break;
        rest();
    }
    return error_set(err, ERROR_DATABASE,
                     _("%s is being replaced by another file.  Try again in a moment."),
                     db->path);
}

bool
opening_lock_share(struct database *db, bool make, struct error *err)
{
    if (!db->queue_path)
        return true;
    if (db->queue < 0)
        db->queue = queue_open(db->path, db->queue_path,
                               db->read_only ? O_RDONLY : O_RDWR | (make ? O_CREAT : 0));
    if (db->queue >= 0)
        return wait_outside(db, err);
    if (errno == EMFILE || errno == ENFILE || errno == ENOMEM)
        return connection_fail_code(SQLITE_CANTOPEN, errno, db->path, err);
    if (errno != ENOENT)
        sqlite3_db_config(db->sqlite, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
    return true;
}

void
opening_lock_release(struct database *db)
{
    if (db->queue < 0)
        return;
    lock(db->queue, F_UNLCK);
    if (db->read_only) { /* there is no turn to wait for */
        close(db->queue);
        db->queue = -1;
    }
}

static bool
is_alone(int queue)
{
    return lock(queue, F_WRLCK) && flock(queue, LOCK_EX | LOCK_NB) == 0;
}

int
opening_lock_alone(const char *path)
{
    struct buffer name = { 0 };

    buffer_addf(&name, "%s.queue", path);
    const int queue = queue_open(path, buffer_text(&name), O_RDWR | O_CREAT);
    buffer_clear(&name);
    if (queue < 0)
        return -1;
    for (int i = 0; i < ALONE_SECONDS * SECOND_MILLISECONDS / LOOK_MILLISECONDS; i++) {
        if (is_alone(queue))
            return queue;
        rest();
    }
    close(queue);
    errno = EWOULDBLOCK;
    return -1;
}
