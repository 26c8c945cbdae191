/* SPDX-License-Identifier: GPL-3.0-or-later */
/* file_guard.c - is this a place where a database of ours can live? */
#include "database/file_guard.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <linux/magic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include "atelier/base/buffer.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/new_file.h"
#include "atelier/base/path.h"
#include "atelier/base/real_path.h"
#include "atelier/store/database.h"

/* The file, and what SQLite and we lay beside it. */
static const char *const endings[] = { "", "-wal", "-shm", "-journal", ".queue" };

#define BOOK_BEGIN "atelier\t"

enum { ENDINGS = sizeof(endings) / sizeof(endings[0]) };

/* The name of one of them; the caller frees. */
static char *
name_of(const char *path, size_t ending)
{
    struct buffer name = { 0 };

    buffer_addf(&name, "%s%s", path, endings[ending]);
    return buffer_take(&name);
}

bool
file_guard_is_network(long type)
{
    static const unsigned long network[] = {
        NFS_SUPER_MAGIC, 0xff534d42UL /* CIFS */, 0xfe534d42UL /* SMB2 */,
        SMB_SUPER_MAGIC, 0x65735546UL /* FUSE */, V9FS_MAGIC,
    };
    for (size_t i = 0; i < sizeof(network) / sizeof(network[0]); i++)
        if (((unsigned long)type & 0xffffffffUL) == network[i])
            return true;
    return false;
}

bool
file_guard_check_place(const char *path, struct error *err)
{
    if (database_owns_name(path))
        return database_refuse_name(path, NULL, err);
    char *folder = path_folder(path);
    struct statfs status;
    bool ok = statfs(folder, &status) != 0 || !file_guard_is_network((long)status.f_type);
    if (!ok)
        error_set(err, ERROR_DATABASE,
                  _("%s is on a network file system, where several people cannot write "
                    "safely.  "
                    "Put the database on a local disk and work on it over SSH."),
                  folder);
    free(folder);
    return ok;
}

/* A pipe would be waited for, a device read without end. */
bool
file_guard_check_kind(const char *path, struct error *err)
{
    struct stat status;
    if (stat(path, &status) != 0 || S_ISREG(status.st_mode))
        return true; /* what is not seen is told when it is opened */
    return S_ISDIR(status.st_mode)
               ? error_set(err, ERROR_DATABASE,
                           _("%s is a folder.  Name a file with --database."), path)
               : error_set(err, ERROR_DATABASE,
                           _("%s is a device or a pipe.  Name a file with --database."),
                           path);
}

bool
file_guard_check_beside(const char *path, struct error *err)
{
    bool ok = true;

    for (size_t i = 1; ok && i < ENDINGS; i++) {
        char *name = name_of(path, i);
        struct stat status;
        ok = lstat(name, &status) != 0 || S_ISREG(status.st_mode) ||
             error_set(err, ERROR_DATABASE,
                       _("%s is a link, a folder or a pipe that the user %u laid where "
                         "files of atelier are made.  Remove it and try again."),
                       name, (unsigned)status.st_uid);
        free(name);
    }
    return ok;
}

static bool
make_folder(const char *path, struct error *err)
{
    char *folder = path_folder(path);
    bool ok = mkdir(folder, 0700) == 0 || errno == EEXIST;
    if (!ok && errno == ENOENT) { /* ~/.local/share itself may be missing */
        ok = make_folder(folder, err) && (mkdir(folder, 0700) == 0 || errno == EEXIST);
        if (!ok && err && err->kind != ERROR_NONE) {
            free(folder);
            return false;
        }
    }
    if (!ok)
        error_set(err, ERROR_DATABASE,
                  _("The folder %s cannot be made: %s.  Name a file in another folder "
                    "with --database."),
                  folder, error_system_text(errno));
    free(folder);
    return ok;
}

/* Ours, without another name, and nothing was ever written to it. */
static bool
is_empty(const struct stat *status)
{
    return S_ISREG(status->st_mode) && status->st_size == 0 && status->st_nlink == 1 &&
           status->st_uid == geteuid();
}

void
file_guard_take_empty(const char *path)
{
    const int file = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (file < 0)
        return;
    struct stat own;
    struct stat there;
    /* Who comes second finds another file under the name. */
    if (flock(file, LOCK_EX) == 0 && fstat(file, &own) == 0 && is_empty(&own) &&
        lstat(path, &there) == 0 && new_file_is_same(&own, &there))
        (void)unlink(path);
    (void)close(file);
}

bool
file_guard_refuse_there(const char *path, struct error *err)
{
    return error_set(err, ERROR_EXISTS, _("%s is there already; nothing was changed."),
                     path);
}

/* Who was in is written in the queue: session_book.c.  It says nothing any more. */
static bool
is_book(const char *name)
{
    char begin[sizeof(BOOK_BEGIN)] = "";
    const size_t length = strlen(name);
    const size_t ending = strlen(".queue");
    if (length < ending || strcmp(name + length - ending, ".queue") != 0)
        return false;
    const int file = open(name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    const bool is_ours = file >= 0 &&
                         read(file, begin, sizeof(begin) - 1) == sizeof(begin) - 1 &&
                         strcmp(begin, BOOK_BEGIN) == 0;
    if (file >= 0)
        (void)close(file);
    return is_ours;
}

/* What lies beside the name and is not empty: a log with acts in it, a journal, or
 * somebody's file that SQLite would write over.  NULL when there is none. */
static char *
find_rest(const char *path)
{
    for (size_t i = 1; i < ENDINGS; i++) {
        char *name = name_of(path, i);
        struct stat status;
        if (lstat(name, &status) == 0 && status.st_size > 0 && !is_book(name))
            return name;
        free(name);
    }
    return NULL;
}

static bool
refuse_rest(const char *rest, struct error *err)
{
    return error_set(err, ERROR_RULE,
                     _("%s is left of a database that is gone.  Move it away, or "
                       "remove it, and try again."),
                     rest);
}

bool
file_guard_refuse_new(const char *path, struct error *err)
{
    return error_set(err, ERROR_DATABASE,
                     _("%s cannot be created: %s.  Name a file in another folder with "
                       "--database."),
                     path, error_system_text(errno));
}

static bool
check_folder(const char *path, struct error *err)
{
    char *folder = path_folder(path);
    const bool ok = faccessat(AT_FDCWD, folder, W_OK | X_OK, AT_EACCESS) == 0 ||
                    file_guard_refuse_new(path, err);

    free(folder);
    return ok;
}

bool
file_guard_check_length(const char *path, struct error *err)
{
    enum {
        PATH_LENGTH = 511, /* SQLite's */
        BESIDE = sizeof(".replaced-999-journal") - 1
    };
    char folder[PATH_MAX] = "";
    if (path[0] != '/' && !getcwd(folder, sizeof(folder)))
        return file_guard_refuse_new(path, err);
    const size_t over_name = strlen(path_name(path)) + BESIDE;
    const size_t over_path = strlen(folder) + strlen("/") + strlen(path) + BESIDE;
    if (over_name <= NAME_MAX && over_path <= PATH_LENGTH)
        return true;
    return error_set(
        err, ERROR_INPUT,
        _("The name is too long by %zu bytes for a database and what lies "
          "beside it; choose a shorter one than %s."),
        over_name > NAME_MAX ? over_name - NAME_MAX : over_path - PATH_LENGTH, path);
}

/* Nothing is made behind a link, and what there is none of is not there already. */
static bool
refuse_taken(const char *path, struct error *err)
{
    return real_path_is_broken_link(path)
               ? error_set(err, ERROR_EXISTS,
                           _("“%s” is a link to a file that is missing; name another "
                             "file, or remove the link."),
                           path)
               : file_guard_refuse_there(path, err);
}

bool
file_guard_check_new(const char *path, struct error *err)
{
    if (!file_guard_check_length(path, err) || !make_folder(path, err))
        return false;
    char *rest = find_rest(path); /* first: it may be of a file that comes just now */
    struct stat status;
    bool ok = lstat(path, &status) != 0 || is_empty(&status) || refuse_taken(path, err);
    ok = ok && (!rest || refuse_rest(rest, err));
    free(rest);
    return ok && check_folder(path, err);
}

bool
file_guard_check_alone(const char *path, struct error *err)
{
    char *rest = find_rest(path);
    const bool ok = !rest || refuse_rest(rest, err);

    free(rest);
    return ok;
}

bool
file_guard_is_writable(const char *path)
{
    char *folder = path_folder(path);
    bool writable = faccessat(AT_FDCWD, path, W_OK, AT_EACCESS) == 0 &&
                    faccessat(AT_FDCWD, folder, W_OK, AT_EACCESS) == 0;
    free(folder);
    return writable;
}

bool
database_owns_name(const char *path)
{
    const size_t length = strlen(path);

    for (size_t i = 1; i < ENDINGS; i++) {
        const size_t ending = strlen(endings[i]);
        if (length <= ending || strcmp(path + length - ending, endings[i]) != 0)
            continue;
        char *owner = memory_copy_part(path, length - ending);
        struct stat status;
        const bool is_there = lstat(owner, &status) == 0 && !S_ISDIR(status.st_mode);
        free(owner);
        if (is_there)
            return true;
    }
    return false;
}

void
file_guard_remove(const char *path)
{
    for (size_t i = 0; i < ENDINGS; i++) {
        char *name = name_of(path, i);
        (void)unlink(name);
        free(name);
    }
}

/* Another name of the file in the same folder; NULL when it has none there, or that may
 * not be read. */
static char *
find_other_name(const char *path, const struct stat *file)
{
    char *folder = path_folder(path);
    DIR *entries = opendir(folder);
    const struct dirent *entry;
    char *found = NULL;

    while (entries && !found && (entry = readdir(entries))) {
        struct stat there;
        if (strcmp(entry->d_name, path_name(path)) == 0 ||
            fstatat(dirfd(entries), entry->d_name, &there, AT_SYMLINK_NOFOLLOW) != 0 ||
            !new_file_is_same(&there, file))
            continue;
        struct buffer name = { 0 };
        buffer_addf(&name, "%s/%s", folder, entry->d_name);
        found = buffer_take(&name);
    }
    if (entries)
        (void)closedir(entries);
    free(folder);
    return found;
}

static bool
refuse_two_names(const char *path, const struct stat *file, struct error *err)
{
    char *other = find_other_name(path, file);

    if (other)
        error_set(err, ERROR_DATABASE,
                  _("%s has another name, too, %s (a hard link): opened under both, it "
                    "would be damaged.  Remove one of the two names, or work on a copy."),
                  path, other);
    else
        error_set(err, ERROR_DATABASE,
                  _("%s has another name, too (a hard link) in another folder: opened "
                    "under both, it would be damaged.  Find it with “find -samefile” and "
                    "remove one of the two names, or work on a copy."),
                  path);
    free(other);
    return false;
}

bool
file_guard_check_one_name(const char *path, struct error *err)
{
    struct stat status;

    return stat(path, &status) != 0 || status.st_nlink <= 1 ||
           (err ? refuse_two_names(path, &status, err) : false);
}

bool
database_has_file(const char *path, const struct stat *file)
{
    bool has = false;

    for (size_t i = 0; !has && i < ENDINGS; i++) {
        char *name = name_of(path, i);
        struct stat own;
        has = stat(name, &own) == 0 && new_file_is_same(&own, file);
        free(name);
    }
    return has;
}

static bool
is_barrier(const char *name, struct stat *status)
{
    return stat(name, status) == 0 && faccessat(AT_FDCWD, name, W_OK, AT_EACCESS) != 0 &&
           errno == EACCES;
}

char *
file_guard_find_barrier(const char *path, struct stat *status)
{
    for (size_t i = 0; i < ENDINGS; i++) {
        char *name = name_of(path, i);
        if (is_barrier(name, status))
            return name;
        free(name);
    }
    char *folder = path_folder(path);
    if (is_barrier(folder, status))
        return folder;
    free(folder);
    return NULL;
}

char *
file_guard_find_unreadable(const char *path, struct stat *status)
{
    for (size_t i = 0; i < ENDINGS; i++) {
        char *name = name_of(path, i);
        if (stat(name, status) == 0 && faccessat(AT_FDCWD, name, R_OK, AT_EACCESS) != 0 &&
            errno == EACCES)
            return name;
        free(name);
    }
    return NULL;
}

bool
database_refuse_name(const char *path, const char *field, struct error *err)
{
    return error_set_field(err, ERROR_INPUT, field,
                           _("“%s” belongs to a database; name another file."), path);
}
