/* SPDX-License-Identifier: GPL-3.0-or-later */
/* new_file.c - a file that gets its name when it is whole */
#include "atelier/base/new_file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "atelier/base/buffer.h"
#include "atelier/base/language.h"
#include "atelier/base/path.h"

static bool
fail_write(const char *name, struct error *err)
{
    return error_set(err, ERROR_SYSTEM, _("“%s” cannot be written: %s."), name,
                     error_system_text(errno));
}

/* Through this name a file without one gets its first. */
static void
name_descriptor(char name[40], int file)
{
    (void)snprintf(name, 40, "/proc/self/fd/%d", file);
}

static int
open_nameless(const char *folder)
{
    const int file = open(folder, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);

    char name[40];
    name_descriptor(name, file);
    struct stat status;
    if (file < 0 || stat(name, &status) == 0)
        return file;
    (void)close(file); /* without /proc it could never be named */
    errno = EOPNOTSUPP;
    return -1;
}

bool
new_file_init(struct new_file *file, const char *path, struct error *err)
{
    char *folder = path_folder(path);

    *file = (struct new_file){ .path = path };
    file->file = open_nameless(folder);
    if (file->file < 0 && (errno == EOPNOTSUPP || errno == EISDIR || errno == EINVAL)) {
        struct buffer part = { 0 };
        buffer_addf(&part, "%s.%ld.part", path, (long)getpid());
        file->file = open(buffer_text(&part),
                          O_CREAT | O_EXCL | O_NOFOLLOW | O_RDWR | O_CLOEXEC, 0600);
        if (file->file >= 0)
            file->part = buffer_take(&part);
        buffer_clear(&part);
    }
    free(folder);
    if (file->file >= 0 && fchmod(file->file, 0600) == 0)
        return true;
    return fail_write(path, err);
}

bool
new_file_allow(struct new_file *file, mode_t mode, struct error *err)
{
    return fchmod(file->file, mode) == 0 || fail_write(file->path, err);
}

bool
new_file_give(struct new_file *file, const struct stat *other, struct error *err)
{
    if (fchown(file->file, other->st_uid, other->st_gid) != 0)
        (void)!fchown(file->file, (uid_t)-1, other->st_gid);
    return new_file_allow(file, other->st_mode & 0666, err);
}

bool
new_file_is_at(const struct new_file *file, const char *name)
{
    struct stat own;
    struct stat there;

    return fstat(file->file, &own) == 0 && lstat(name, &there) == 0 &&
           own.st_dev == there.st_dev && own.st_ino == there.st_ino;
}

static bool
fail_exchanged(const char *name, struct error *err)
{
    return error_set(err, ERROR_SYSTEM,
                     _("“%s” was not written: somebody exchanged files in its folder "
                       "meanwhile.  Find out who, or take another folder."),
                     name);
}

/* Without replacing anything.  A link is not followed by any of these. */
static bool
give_name(struct new_file *file, const char *name)
{
    char own[40];

    name_descriptor(own, file->file);
    if (!file->part)
        return linkat(AT_FDCWD, own, AT_FDCWD, name, AT_SYMLINK_FOLLOW) == 0;
    if (renameat2(AT_FDCWD, file->part, AT_FDCWD, name, RENAME_NOREPLACE) == 0)
        return true;
    if (errno != EINVAL && errno != ENOSYS)
        return false;
    return link(file->part, name) == 0 && unlink(file->part) == 0;
}

bool
new_file_place(struct new_file *file, const char *name, struct error *err)
{
    if (fsync(file->file) != 0)
        return fail_write(name, err);
    if (file->part && !new_file_is_at(file, file->part))
        return fail_exchanged(name, err);
    if (!give_name(file, name))
        return errno == EEXIST
                   ? error_set_field(err, ERROR_RULE, "file",
                                     _("“%s” is there already; choose another name."),
                                     name)
                   : fail_write(name, err);
    free(file->part);
    file->part = NULL;
    if (!new_file_is_at(file, name))
        return fail_exchanged(name, err);
    return new_file_sync_folder(name, err);
}

static bool
rename_over(struct new_file *file, const char *name)
{
    if (file->part)
        return rename(file->part, name) == 0;
    struct buffer part = { 0 };
    buffer_addf(&part, "%s.%ld.part", name, (long)getpid());
    if (give_name(file, buffer_text(&part)))
        file->part = buffer_take(&part);
    buffer_clear(&part);
    return file->part && rename(file->part, name) == 0;
}

bool
new_file_replace(struct new_file *file, const char *name, struct error *err)
{
    if (fsync(file->file) != 0)
        return fail_write(name, err);
    if (file->part && !new_file_is_at(file, file->part))
        return fail_exchanged(name, err);
    if (!rename_over(file, name))
        return fail_write(name, err);
    free(file->part);
    file->part = NULL;
    if (!new_file_is_at(file, name))
        return fail_exchanged(name, err);
    return new_file_sync_folder(name, err);
}

void
new_file_clear(struct new_file *file)
{
    if (file->part && new_file_is_at(file, file->part))
        (void)unlink(file->part);
    free(file->part);
    if (file->file >= 0)
        (void)close(file->file);
    *file = (struct new_file){ .file = -1 };
}

bool
new_file_sync_folder(const char *path, struct error *err)
{
    char *folder = path_folder(path);
    const int file = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    /* Some file systems cannot write a folder through, and need not. */
    const bool done = file >= 0 && (fsync(file) == 0 || errno == EINVAL);

    if (!done)
        fail_write(folder, err);
    if (file >= 0)
        (void)close(file);
    free(folder);
    return done;
}
