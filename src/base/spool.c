/* SPDX-License-Identifier: GPL-3.0-or-later */
/* spool.c - bytes that are too many for memory, in a file of this process alone */
#include "atelier/base/spool.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"

struct spool {
    int fd;
    uint64_t size;
};

static const char *
folder(void)
{
    const char *named = getenv("TMPDIR");
    return named && *named ? named : "/tmp";
}

static bool
fail(struct error *err)
{
    return error_set(err, ERROR_SYSTEM,
                     _("A temporary file in %s failed: %s.  Make room there, or name "
                       "another folder in TMPDIR."),
                     folder(), error_system_text(errno));
}

/* Not every file system makes files without a name. */
static int
open_unlinked(void)
{
    char path[4096];
    int length = snprintf(path, sizeof(path), "%s/atelier-XXXXXX", folder());
    if (length < 0 || (size_t)length >= sizeof(path)) {
        errno = ENAMETOOLONG;
        return -1;
    }
    int fd = mkostemp(path, O_CLOEXEC);
    if (fd >= 0)
        (void)unlink(path);
    return fd;
}

struct spool *
spool_open(struct error *err)
{
    int fd = open(folder(), O_TMPFILE | O_EXCL | O_RDWR | O_CLOEXEC, 0600);
    if (fd < 0)
        fd = open_unlinked();
    if (fd < 0) {
        fail(err);
        return NULL;
    }
    struct spool *spool = memory_new(1, sizeof(*spool));
    spool->fd = fd;
    return spool;
}

struct spool *
spool_adopt(int descriptor, struct error *err)
{
    struct spool *spool = memory_new(1, sizeof(*spool));
    spool->fd = descriptor;
    if (spool_measure(spool, err))
        return spool;
    spool_close(spool);
    return NULL;
}

int
spool_descriptor(const struct spool *spool)
{
    return spool->fd;
}

bool
spool_measure(struct spool *spool, struct error *err)
{
    struct stat is;
    if (fstat(spool->fd, &is) != 0)
        return fail(err);
    spool->size = (uint64_t)is.st_size;
    return true;
}

void
spool_close(struct spool *spool)
{
    if (!spool)
        return;
    (void)close(spool->fd);
    free(spool);
}

uint64_t
spool_size(const struct spool *spool)
{
    return spool->size;
}

bool
spool_write(struct spool *spool, uint64_t offset, const void *bytes, size_t length,
            struct error *err)
{
    const char *at = bytes;
    while (length > 0) {
        ssize_t wrote = pwrite(spool->fd, at, length, (off_t)offset);
        if (wrote < 0 && errno == EINTR)
            continue;
        if (wrote < 0)
            return fail(err);
        at += wrote;
        length -= (size_t)wrote;
        offset += (uint64_t)wrote;
        if (offset > spool->size)
            spool->size = offset;
    }
    return true;
}

bool
spool_add(struct spool *spool, const void *bytes, size_t length, struct error *err)
{
    return spool_write(spool, spool->size, bytes, length, err);
}

bool
spool_read(const struct spool *spool, uint64_t offset, void *bytes, size_t most,
           size_t *got, struct error *err)
{
    char *at = bytes;
    *got = 0;
    while (*got < most) {
        ssize_t read = pread(spool->fd, at + *got, most - *got, (off_t)(offset + *got));
        if (read < 0 && errno == EINTR)
            continue;
        if (read < 0)
            return fail(err);
        if (read == 0)
            break;
        *got += (size_t)read;
    }
    return true;
}
