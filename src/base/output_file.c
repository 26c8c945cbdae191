/* SPDX-License-Identifier: GPL-3.0-or-later */
/* output_file.c - a file that leaves the program: whole in its place, or not there */
#include "atelier/base/output_file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "atelier/base/buffer.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"

enum { GATHERED = 1 << 16, DESCRIPTOR_NAME = 40 };

struct output_file {
    char *path; /* as it was named, for messages */
    char *name; /* in the folder */
    char *part; /* its name until it is whole; NULL while it has none */
    int folder; /* -1: a device, which is written to as it is */
    int fd;
    bool replaces;  /* a file that is there may go */
    bool was_there; /* and was not empty */
    struct buffer gathered;
};

static bool
fail(const struct output_file *file, struct error *err)
{
    return error_set(err, ERROR_SYSTEM, _("%s cannot be written: %s."), file->path,
                     error_system_text(errno));
}

static bool
refuse_existing(const struct output_file *file, struct error *err)
{
    return error_set(err, ERROR_RULE, _("%s is there already; name another file."),
                     file->path);
}

static void
file_free(struct output_file *file)
{
    if (file->fd >= 0)
        (void)close(file->fd);
    if (file->folder >= 0)
        (void)close(file->folder);
    buffer_clear(&file->gathered);
    free(file->path);
    free(file->name);
    free(file->part);
    free(file);
}

/* --- what is there */

static bool
begins_alike(const struct output_file *file, const struct output_rule *rule,
             struct error *err)
{
    char begin[OUTPUT_BEGIN];
    int fd = open(file->path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    ssize_t length = fd >= 0 ? read(fd, begin, sizeof(begin)) : -1;
    bool ok = length >= 0 || fail(file, err);

    if (fd >= 0)
        (void)close(fd);
    return ok && (length == 0 || rule->is_like(file->path, begin, (size_t)length, err));
}

/* *real is the file behind links, to be freed. */
static bool
look(struct output_file *file, const struct output_rule *rule, char **real,
     struct error *err)
{
    struct stat there;
    bool is_there = stat(file->path, &there) == 0;

    if (rule->allows &&
        !rule->allows(rule->context, file->path, is_there ? &there : NULL, err))
        return false;
    if (!is_there) {
        /* A link to nowhere is a name that is taken; nothing is made behind it. */
        if (lstat(file->path, &there) == 0)
            return refuse_existing(file, err);
        *real = memory_copy(file->path);
        return true;
    }
    if (!rule->is_like)
        return refuse_existing(file, err);
    if (S_ISREG(there.st_mode) && !begins_alike(file, rule, err))
        return false;
    file->replaces = true;
    file->was_there = S_ISREG(there.st_mode) && there.st_size > 0;
    *real = realpath(file->path, NULL);
    return *real || fail(file, err);
}

/* --- making it */

static bool
open_folder(struct output_file *file, const char *real, struct error *err)
{
    const char *slash = strrchr(real, '/');
    char *folder = !slash          ? memory_copy(".")
                   : slash == real ? memory_copy("/")
                                   : memory_copy_part(real, (size_t)(slash - real));

    file->name = memory_copy(slash ? slash + 1 : real);
    file->folder = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    free(folder);
    if (!*file->name)
        errno = EISDIR;
    return (file->folder >= 0 && *file->name) || fail(file, err);
}

static char *
part_name(const struct output_file *file)
{
    struct buffer part = { 0 };

    buffer_addf(&part, "%s.%ld.part", file->name, (long)getpid());
    return buffer_take(&part);
}

/* Without a name where the file system makes such files. */
static bool
make_part(struct output_file *file, mode_t mode, struct error *err)
{
    file->fd = openat(file->folder, ".", O_TMPFILE | O_RDWR | O_CLOEXEC, mode);
    if (file->fd >= 0)
        return true;
    file->part = part_name(file);
    file->fd = openat(file->folder, file->part,
                      O_CREAT | O_EXCL | O_NOFOLLOW | O_RDWR | O_CLOEXEC, mode);
    if (file->fd >= 0)
        return true;
    fail(file, err);
    free(file->part); /* it is somebody else's */
    file->part = NULL;
    return false;
}

static bool
open_beside(struct output_file *file, const struct output_rule *rule, const char *real,
            struct error *err)
{
    struct stat there;

    if (file->replaces && stat(real, &there) == 0 && !S_ISREG(there.st_mode)) {
        file->fd = open(real, O_WRONLY | O_CLOEXEC | O_NOCTTY);
        return file->fd >= 0 || fail(file, err);
    }
    if (!open_folder(file, real, err) || !make_part(file, rule->mode, err))
        return false;
    if (file->replaces && fstatat(file->folder, file->name, &there, 0) == 0)
        (void)fchmod(file->fd, there.st_mode & 0777);
    return true;
}

struct output_file *
output_file_open(const char *path, const struct output_rule *rule, struct error *err)
{
    struct output_file *file = memory_new(1, sizeof(*file));
    char *real = NULL;

    *file = (struct output_file){ .path = memory_copy(path), .folder = -1, .fd = -1 };
    bool ok = look(file, rule, &real, err) && open_beside(file, rule, real, err);
    free(real);
    if (ok)
        return file;
    output_file_discard(file);
    return NULL;
}

/* --- writing it */

static bool
write_out(struct output_file *file, struct error *err)
{
    size_t done = 0;

    while (done < file->gathered.length) {
        ssize_t wrote =
            write(file->fd, file->gathered.text + done, file->gathered.length - done);
        if (wrote < 0 && errno != EINTR)
            return fail(file, err);
        done += wrote > 0 ? (size_t)wrote : 0;
    }
    buffer_reset(&file->gathered);
    return true;
}

bool
output_file_write(struct output_file *file, const char *bytes, size_t length,
                  struct error *err)
{
    buffer_add_part(&file->gathered, bytes, length);
    return file->gathered.length < GATHERED || write_out(file, err);
}

int
output_file_descriptor(const struct output_file *file)
{
    return file->fd;
}

/* --- its place */

/* Whether the name in the folder is the file that we wrote. */
static bool
is_ours(const struct output_file *file, const char *name)
{
    struct stat ours, named;

    return fstat(file->fd, &ours) == 0 &&
           fstatat(file->folder, name, &named, AT_SYMLINK_NOFOLLOW) == 0 &&
           ours.st_dev == named.st_dev && ours.st_ino == named.st_ino;
}

/* Gives a file without a name one; EEXIST when it is taken. */
static bool
link_as(const struct output_file *file, const char *name)
{
    char descriptor[DESCRIPTOR_NAME];

    (void)snprintf(descriptor, sizeof(descriptor), "/proc/self/fd/%d", file->fd);
    return linkat(AT_FDCWD, descriptor, file->folder, name, AT_SYMLINK_FOLLOW) == 0;
}

static bool
put_new(struct output_file *file, struct error *err)
{
    bool ok = file->part
                  ? linkat(file->folder, file->part, file->folder, file->name, 0) == 0
                  : link_as(file, file->name);

    if (!ok)
        return errno == EEXIST ? refuse_existing(file, err) : fail(file, err);
    if (is_ours(file, file->name))
        return true;
    errno = ESTALE; /* somebody has put another file in the place of ours */
    return fail(file, err);
}

static bool
put_over(struct output_file *file, struct error *err)
{
    if (!file->part) {
        char *part = part_name(file);
        if (!link_as(file, part)) {
            fail(file, err);
            free(part);
            return false;
        }
        file->part = part;
    }
    if (!is_ours(file, file->part)) {
        errno = ESTALE;
        return fail(file, err);
    }
    if (renameat(file->folder, file->part, file->folder, file->name) != 0)
        return fail(file, err);
    free(file->part);
    file->part = NULL;
    return true;
}

/* Only the name of what is ours is taken away. */
static void
remove_part(struct output_file *file)
{
    if (file->part && is_ours(file, file->part))
        (void)unlinkat(file->folder, file->part, 0);
}

bool
output_file_finish(struct output_file *file, bool *replaced, struct error *err)
{
    bool ok = write_out(file, err);

    if (ok && file->folder >= 0) {
        ok = fsync(file->fd) == 0 || fail(file, err);
        ok = ok && (file->replaces ? put_over(file, err) : put_new(file, err));
        if (ok)
            (void)fsync(file->folder);
        remove_part(file);
    } else if (ok) { /* what a device could not take is known when it is closed */
        ok = close(file->fd) == 0 || fail(file, err);
        file->fd = -1;
    }
    if (replaced)
        *replaced = ok && file->was_there;
    file_free(file);
    return ok;
}

void
output_file_discard(struct output_file *file)
{
    if (!file)
        return;
    if (file->folder >= 0 && file->fd >= 0)
        remove_part(file);
    file_free(file);
}
