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
open_nameless(int folder)
{
    const int file = openat(folder, ".", O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);

    char name[40];
    name_descriptor(name, file);
    struct stat status;
    if (file < 0 || stat(name, &status) == 0)
        return file;
    (void)close(file); /* without /proc it could never be named */
    errno = EOPNOTSUPP;
    return -1;
}

static char *
name_part(const char *path)
{
    struct buffer part = { 0 };

    buffer_addf(&part, "%s.%ld.part", path_name(path), (long)getpid());
    return buffer_take(&part);
}

static void
open_named(struct new_file *file)
{
    char *part = name_part(file->path);

    file->file = openat(file->folder, part,
                        O_CREAT | O_EXCL | O_NOFOLLOW | O_RDWR | O_CLOEXEC, 0600);
    if (file->file >= 0)
        file->part = part;
    else
        free(part);
}

int
new_file_open_folder(const char *path)
{
    char *folder = path_folder(path);
    const int opened = open(folder, O_PATH | O_DIRECTORY | O_CLOEXEC);
    const int why = errno;

    free(folder);
    errno = why;
    return opened;
}

bool
new_file_init_in(struct new_file *file, int folder, const char *path, struct error *err)
{
    *file = (struct new_file){ .path = path, .folder = folder, .file = -1 };
    if (folder >= 0)
        file->file = open_nameless(folder);
    if (folder >= 0 && file->file < 0 &&
        (errno == EOPNOTSUPP || errno == EISDIR || errno == EINVAL))
        open_named(file);
    if (file->file >= 0 && fchmod(file->file, 0600) == 0)
        return true;
    return fail_write(path, err);
}

bool
new_file_init(struct new_file *file, const char *path, struct error *err)
{
    return new_file_init_in(file, new_file_open_folder(path), path, err);
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
new_file_is_same(const struct stat *one, const struct stat *other)
{
    return one->st_dev == other->st_dev && one->st_ino == other->st_ino;
}

static bool
look_at(const struct new_file *file, const char *name, struct stat *there)
{
    return fstatat(file->folder, path_name(name), there, AT_SYMLINK_NOFOLLOW) == 0;
}

bool
new_file_is_at(const struct new_file *file, const char *name)
{
    struct stat own;
    struct stat there;

    return fstat(file->file, &own) == 0 && look_at(file, name, &there) &&
           new_file_is_same(&own, &there);
}

bool
new_file_refuse_exchanged(const char *name, struct error *err)
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
    const int folder = file->folder;
    char own[40];

    name_descriptor(own, file->file);
    if (!file->part)
        return linkat(AT_FDCWD, own, folder, name, AT_SYMLINK_FOLLOW) == 0;
    if (renameat2(folder, file->part, folder, name, RENAME_NOREPLACE) == 0)
        return true;
    if (errno != EINVAL && errno != ENOSYS)
        return false;
    return linkat(folder, file->part, folder, name, 0) == 0 &&
           unlinkat(folder, file->part, 0) == 0;
}

/* Some file systems cannot write a folder through, and need not.  A folder that one may
 * write to and not read, where backups are dropped, goes with the whole disk. */
static bool
sync_folder(const struct new_file *file)
{
    const int folder = openat(file->folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);

    if (folder < 0)
        return errno == EACCES && syncfs(file->file) == 0;
    const bool done = fsync(folder) == 0 || errno == EINVAL;
    (void)close(folder);
    return done;
}

/* Whole, and still what has the name that it was made under. */
static bool
is_ready(const struct new_file *file, const char *name, struct error *err)
{
    if (fsync(file->file) != 0)
        return fail_write(name, err);
    return !file->part || new_file_is_at(file, file->part) ||
           new_file_refuse_exchanged(name, err);
}

bool
new_file_sync_folder(const struct new_file *file, const char *name, struct error *err)
{
    return sync_folder(file) || fail_write(name, err);
}

static bool
has_arrived(struct new_file *file, const char *name, struct error *err)
{
    free(file->part);
    file->part = NULL;
    if (!new_file_is_at(file, name))
        return new_file_refuse_exchanged(name, err);
    return new_file_sync_folder(file, name, err);
}

bool
new_file_place(struct new_file *file, const char *name, struct error *err)
{
    if (!is_ready(file, name, err))
        return false;
    if (give_name(file, path_name(name)))
        return has_arrived(file, name, err);
    return errno == EEXIST ? error_set_field(err, ERROR_EXISTS, "file",
                                             _("“%s” is there already; choose another "
                                               "name."),
                                             name)
                           : fail_write(name, err);
}

static bool
take_part(struct new_file *file, const char *name)
{
    if (file->part)
        return true;
    char *part = name_part(name);
    if (!give_name(file, part)) {
        free(part);
        return false;
    }
    file->part = part;
    return true;
}

bool
new_file_replace(struct new_file *file, const char *name, const struct stat *older,
                 struct error *err)
{
    struct stat there;

    if (!look_at(file, name, &there) && errno == ENOENT)
        return new_file_place(file, name, err);
    if (!is_ready(file, name, err))
        return false;
    if (!take_part(file, name))
        return fail_write(name, err);
    if (!new_file_is_at(file, file->part) || !look_at(file, name, &there) ||
        !new_file_is_same(&there, older))
        return new_file_refuse_exchanged(name, err);
    if (renameat(file->folder, file->part, file->folder, path_name(name)) != 0)
        return fail_write(name, err);
    return has_arrived(file, name, err);
}

void
new_file_clear(struct new_file *file)
{
    if (file->part && new_file_is_at(file, file->part))
        (void)unlinkat(file->folder, file->part, 0);
    free(file->part);
    if (file->file >= 0)
        (void)close(file->file);
    if (file->folder >= 0)
        (void)close(file->folder);
    *file = NEW_FILE_NONE;
}
