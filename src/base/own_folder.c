/* SPDX-License-Identifier: GPL-3.0-or-later */
/* own_folder.c - the one folder of a person, to which a session may keep */
#include "atelier/base/own_folder.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "atelier/base/buffer.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/path.h"
#include "atelier/base/text.h"

enum {
    BLOCK = 4096, /* what an empty file counts, so that they cannot be without end */
    DAY = 24 * 60 * 60
};

struct own_folder {
    int fd;
};

/* --- names */

static bool
is_shown_as_it_is(const char *name)
{
    if (!text_is_valid(name, strlen(name)))
        return false;
    struct buffer shown = { 0 };
    text_add_printable(&shown, name);
    const bool same = strcmp(buffer_text(&shown), name) == 0;
    buffer_clear(&shown);
    return same;
}

bool
own_folder_check_name(const char *name, struct error *err)
{
    if (!*name)
        return error_set_field(err, ERROR_INPUT, "file", _("Name a file."));
    if (!is_shown_as_it_is(name))
        return error_set_field(err, ERROR_INPUT, "file",
                               _("The name of a file is text here, without control "
                                 "characters: choose another."));
    if (strchr(name, '/'))
        return error_set_field(err, ERROR_INPUT, "file",
                               _("Files lie in your own folder here: give the name "
                                 "alone, without “/”."));
    if (name[0] == '.')
        return error_set_field(err, ERROR_INPUT, "file",
                               _("The name of a file does not begin with a dot here: "
                                 "choose another."));
    return strlen(name) <= OWN_FOLDER_NAME ||
           error_set_field(err, ERROR_INPUT, "file",
                           _("The name of a file has %d bytes at the most here: choose a "
                             "shorter one."),
                           OWN_FOLDER_NAME);
}

bool
own_folder_check_new(const char *name, struct error *err)
{
    static const char *const kinds[] = { "ics", "csv", "xlsx", "pdf", "db" };

    if (!own_folder_check_name(name, err))
        return false;
    if (strchr(" .", name[strlen(name) - 1]))
        return error_set_field(err, ERROR_INPUT, "file",
                               _("The name of a file does not end in a blank or a dot "
                                 "here: leave it out."));
    for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
        if (path_ends_in(name, kinds[i]))
            return true;
    return error_set_field(err, ERROR_INPUT, "file",
                           _("Only calendars, lists, sheets and backups are written "
                             "here: end the name in .ics, .csv, .xlsx, .pdf or .db."));
}

bool
own_folder_check_file(const char *name, const struct stat *is, struct error *err)
{
    return (S_ISREG(is->st_mode) && is->st_nlink <= 1) ||
           error_set_field(err, ERROR_INPUT, "file",
                           _("“%s” cannot be used here: it is a link, a pipe or a "
                             "folder, or has another name elsewhere."),
                           name);
}

/* --- opening */

/* A name without a slash cannot lead out; the newer call says so to the kernel too. */
static int
open_beneath(int folder, const char *name, int flags)
{
    const struct open_how how = {
        .flags = (__u64)(unsigned)(flags | O_NOFOLLOW | O_CLOEXEC),
        .resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS | RESOLVE_NO_MAGICLINKS,
    };
    const long opened = syscall(SYS_openat2, folder, name, &how, sizeof(how));

    if (opened >= 0 || (errno != ENOSYS && errno != EPERM))
        return (int)opened;
    return openat(folder, name, flags | O_NOFOLLOW | O_CLOEXEC);
}

int
own_folder_find(const struct own_folder *folder, const char *name, int flags)
{
    return open_beneath(folder->fd, name, flags);
}

int
own_folder_descriptor(const struct own_folder *folder)
{
    return fcntl(folder->fd, F_DUPFD_CLOEXEC, 0);
}

DIR *
own_folder_names(const struct own_folder *folder)
{
    const int fd = openat(folder->fd, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    DIR *names = fd < 0 ? NULL : fdopendir(fd);

    if (!names && fd >= 0)
        (void)close(fd);
    return names;
}

static bool
fail(struct error *err)
{
    return error_set(err, ERROR_SYSTEM,
                     _("Your own folder of files cannot be used: %s.  Tell an "
                       "administrator."),
                     error_system_text(errno));
}

/* Others may have made it first, where they may write in the root. */
static bool
is_ours_alone(const struct own_folder *folder, struct error *err)
{
    struct stat is;

    if (fstat(folder->fd, &is) != 0)
        return fail(err);
    return (is.st_uid == geteuid() && (is.st_mode & 077) == 0) ||
           error_set(err, ERROR_SYSTEM,
                     _("Your own folder of files belongs to somebody else, or is open to "
                       "others.  Tell an administrator."));
}

static int
open_root(const char *root)
{
    const int flags = O_PATH | O_DIRECTORY | O_CLOEXEC;
    const int opened = open(root, flags);

    if (opened >= 0 || errno != ENOENT)
        return opened;
    (void)mkdir(root, 0700);
    return open(root, flags);
}

static void
remove_old(const struct own_folder *folder, instant now)
{
    DIR *names = own_folder_names(folder);
    const instant oldest = now - (instant)OWN_FOLDER_DAYS * DAY;
    const struct dirent *entry;

    while (names && (entry = readdir(names))) {
        struct stat is;
        if (fstatat(folder->fd, entry->d_name, &is, AT_SYMLINK_NOFOLLOW) == 0 &&
            !S_ISDIR(is.st_mode) && (instant)is.st_mtime < oldest)
            (void)unlinkat(folder->fd, entry->d_name, 0);
    }
    if (names)
        (void)closedir(names);
}

/* Who never comes again leaves lists of people behind: whoever comes clears them away, as
 * far as they may. */
static void
remove_old_of_others(int root, instant now)
{
    const int fd = openat(root, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    DIR *names = fd < 0 ? NULL : fdopendir(fd);
    const struct dirent *entry;

    while (names && (entry = readdir(names))) {
        struct own_folder other = { .fd = -1 };
        if (own_folder_check_name(entry->d_name, NULL))
            other.fd = open_beneath(root, entry->d_name, O_RDONLY | O_DIRECTORY);
        if (other.fd < 0)
            continue;
        if (is_ours_alone(&other, NULL))
            remove_old(&other, now);
        (void)close(other.fd);
    }
    if (names)
        (void)closedir(names);
    else if (fd >= 0)
        (void)close(fd);
}

struct own_folder *
own_folder_look(const char *root, const char *name)
{
    if (!own_folder_check_name(name, NULL)) {
        errno = ENOENT;
        return NULL;
    }
    const int parent = open(root, O_PATH | O_DIRECTORY | O_CLOEXEC);
    const int fd = parent < 0 ? -1 : open_beneath(parent, name, O_RDONLY | O_DIRECTORY);
    const int why = errno;
    if (parent >= 0)
        (void)close(parent);
    errno = why;
    if (fd < 0)
        return NULL;
    struct own_folder *folder = memory_new(1, sizeof(*folder));
    folder->fd = fd;
    return folder;
}

struct own_folder *
own_folder_open(const char *root, const char *name, instant now, struct error *err)
{
    if (!own_folder_check_name(name, NULL)) {
        error_set(err, ERROR_INPUT,
                  _("The login %s cannot be the name of a folder.  Tell an "
                    "administrator."),
                  name);
        return NULL;
    }
    struct own_folder *folder = memory_new(1, sizeof(*folder));
    const int parent = open_root(root);
    if (parent >= 0)
        (void)mkdirat(parent, name, 0700);
    folder->fd = parent < 0 ? -1 : open_beneath(parent, name, O_RDONLY | O_DIRECTORY);
    const bool ok = folder->fd >= 0 ? is_ours_alone(folder, err) : fail(err);
    if (ok) {
        remove_old(folder, now);
        remove_old_of_others(parent, now);
    }
    if (parent >= 0)
        (void)close(parent);
    if (ok)
        return folder;
    own_folder_close(folder);
    return NULL;
}

bool
own_folder_enter(const struct own_folder *folder, struct error *err)
{
    return fchdir(folder->fd) == 0 || fail(err);
}

void
own_folder_close(struct own_folder *folder)
{
    if (!folder)
        return;
    if (folder->fd >= 0)
        (void)close(folder->fd);
    free(folder);
}

/* --- room */

uint64_t
own_folder_room(const struct own_folder *folder)
{
    DIR *names = own_folder_names(folder);
    uint64_t used = names ? 0 : OWN_FOLDER_MOST;
    const struct dirent *entry;

    while (names && (entry = readdir(names))) {
        struct stat is;
        if (fstatat(folder->fd, entry->d_name, &is, AT_SYMLINK_NOFOLLOW) == 0 &&
            !S_ISDIR(is.st_mode))
            used += is.st_size > BLOCK ? (uint64_t)is.st_size : BLOCK;
    }
    if (names)
        (void)closedir(names);
    return used < OWN_FOLDER_MOST ? OWN_FOLDER_MOST - used : 0;
}

bool
own_folder_refuse_full(const char *name, struct error *err)
{
    return error_set_field(
        err, ERROR_RULE, "file",
        _("“%s” was not written: your folder holds %d MB at the most.  "
          "Files go after %d days; until then, write less."),
        name, OWN_FOLDER_MOST / 1024 / 1024, OWN_FOLDER_DAYS);
}

bool
own_folder_lock(const struct own_folder *folder)
{
    int done;

    while ((done = flock(folder->fd, LOCK_EX)) != 0 && errno == EINTR)
        ;
    return done == 0;
}

void
own_folder_unlock(const struct own_folder *folder)
{
    (void)flock(folder->fd, LOCK_UN);
}
