/* SPDX-License-Identifier: GPL-3.0-or-later */
/* real_path.c - where the links of a path lead, as far as they are to be followed */
#include "atelier/base/real_path.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <linux/openat2.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "atelier/base/buffer.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/path.h"

enum { MOST_LINKS = 40 };

enum step { STEP_DONE, STEP_UNKNOWN, STEP_REFUSED };

struct walk {
    struct buffer done; /* without links; "" is the root */
    char *rest;         /* still to go */
    int links;
    bool to_open;        /* a link counts, too, of whoever owns what it leads to */
    char *doubted;       /* the first such link, until that is known, or NULL */
    uid_t doubted_owner; /* of all of them */
};

/* What is between the names: "..", "." and slashes lead on without a look. */
static bool
is_passed(struct walk *walk, const char *name)
{
    if (strcmp(name, "..") == 0) {
        char *slash = walk->done.text ? strrchr(walk->done.text, '/') : NULL;
        if (slash) {
            *slash = '\0';
            walk->done.length = (size_t)(slash - walk->done.text);
        }
        return true;
    }
    return name[0] == '\0' || strcmp(name, ".") == 0;
}

static bool
is_trusted(const struct walk *walk, const struct stat *link)
{
    const char *folder = buffer_text(&walk->done);
    struct stat owner;

    return link->st_uid == 0 || link->st_uid == geteuid() ||
           (stat(folder[0] ? folder : "/", &owner) == 0 && owner.st_uid == link->st_uid);
}

static enum step
follow(struct walk *walk, int link, const char *behind)
{
    char target[PATH_MAX];
    const ssize_t length = readlinkat(link, "", target, sizeof(target) - 1);

    if (length <= 0 || ++walk->links > MOST_LINKS)
        return STEP_UNKNOWN;
    target[length] = '\0';
    if (target[0] == '/')
        buffer_reset(&walk->done);
    struct buffer further = { 0 };
    buffer_addf(&further, "%s%s", target, behind);
    memory_replace(&walk->rest, buffer_text(&further));
    buffer_clear(&further);
    return STEP_DONE;
}

static bool
refuse(const char *link, uid_t owner, struct error *err)
{
    return error_set(err, ERROR_RULE,
                     _("“%s” is a link that the user %u laid in a folder of somebody "
                       "else: it may lead to any file.  Remove it, and name the file "
                       "itself."),
                     link, (unsigned)owner);
}

/* Whether it is followed for now. */
static bool
is_doubted(struct walk *walk, const char *link, uid_t owner)
{
    if (!walk->to_open || (walk->doubted && walk->doubted_owner != owner))
        return false;
    if (!walk->doubted)
        walk->doubted = memory_copy(link);
    walk->doubted_owner = owner;
    return true;
}

/* It is looked at and read as one file, whatever has its name by then. */
static enum step
look_at(struct walk *walk, const char *name, const char *behind, struct error *err)
{
    struct buffer path = { 0 };
    struct stat status;
    enum step step = STEP_UNKNOWN;

    buffer_addf(&path, "%s/%s", buffer_text(&walk->done), name);
    const int file = open(buffer_text(&path), O_PATH | O_NOFOLLOW | O_CLOEXEC);
    if (file >= 0 && fstat(file, &status) == 0) {
        if (behind[0] == '/' && S_ISREG(status.st_mode)) {
            step = STEP_UNKNOWN; /* nothing is in it */
        } else if (!S_ISLNK(status.st_mode)) {
            buffer_addf(&walk->done, "/%s", name);
            memory_replace(&walk->rest, behind);
            step = STEP_DONE;
        } else if (is_trusted(walk, &status) ||
                   is_doubted(walk, buffer_text(&path), status.st_uid)) {
            step = follow(walk, file, behind);
        } else {
            refuse(buffer_text(&path), status.st_uid, err);
            step = STEP_REFUSED;
        }
    }
    if (file >= 0)
        (void)close(file);
    buffer_clear(&path);
    return step;
}

static enum step
take_step(struct walk *walk, struct error *err)
{
    const char *slash = strchr(walk->rest, '/');
    char *name = memory_copy_part(walk->rest, slash ? (size_t)(slash - walk->rest)
                                                    : strlen(walk->rest));
    char *behind = memory_copy(slash ? slash : "");
    enum step step = STEP_DONE;

    if (is_passed(walk, name))
        memory_replace(&walk->rest, behind[0] ? behind + 1 : "");
    else
        step = look_at(walk, name, behind, err);
    free(behind);
    free(name);
    return step;
}

/* Who laid the links could have laid the file there as well. */
static bool
is_cleared(const struct walk *walk, enum step step)
{
    struct stat status;

    return !walk->doubted ||
           (step == STEP_DONE && lstat(buffer_text(&walk->done), &status) == 0 &&
            status.st_uid == walk->doubted_owner);
}

static bool
find(struct walk *walk, const char *path, char **real, struct error *err)
{
    char folder[PATH_MAX];
    enum step step = STEP_DONE;

    walk->rest = memory_copy(path);
    if (path[0] != '/' && getcwd(folder, sizeof(folder)))
        buffer_add(&walk->done, strcmp(folder, "/") == 0 ? "" : folder);
    else if (path[0] != '/')
        step = STEP_UNKNOWN;
    while (step == STEP_DONE && walk->rest[0] != '\0')
        step = take_step(walk, err);
    if (step != STEP_REFUSED && !is_cleared(walk, step)) {
        refuse(walk->doubted, walk->doubted_owner, err);
        step = STEP_REFUSED;
    }
    *real = NULL;
    if (step == STEP_DONE)
        *real = memory_copy(walk->done.length > 0 ? walk->done.text : "/");
    else if (step != STEP_REFUSED)
        *real = memory_copy(path);
    buffer_clear(&walk->done);
    free(walk->doubted);
    free(walk->rest);
    return step != STEP_REFUSED;
}

bool
real_path_find(const char *path, char **real, struct error *err)
{
    return find(&(struct walk){ 0 }, path, real, err);
}

bool
real_path_find_to_open(const char *path, char **real, struct error *err)
{
    return find(&(struct walk){ .to_open = true }, path, real, err);
}

/* Somebody may lay a link in the place of a folder of theirs meanwhile. */
static int
open_settled(const char *folder)
{
    const struct open_how how = { .flags = O_PATH | O_DIRECTORY | O_CLOEXEC,
                                  .resolve = RESOLVE_NO_SYMLINKS };
    const long opened = syscall(SYS_openat2, AT_FDCWD, folder, &how, sizeof(how));

    if (opened >= 0 || (errno != ENOSYS && errno != EPERM))
        return (int)opened;
    return open(folder, O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
}

bool
real_path_open_folder(const char *path, int *folder, struct error *err)
{
    char *typed = path_folder(path);
    char *real;
    const bool ok = real_path_find(typed, &real, err);

    free(typed);
    *folder = -1;
    if (!ok)
        return false;
    *folder = open_settled(real);
    const int why = errno;
    free(real);
    errno = why;
    return true;
}

/* What is a link by now is not entered. */
static int
enter_or_make(int within, const char *name, mode_t mode)
{
    const int flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;
    int folder = openat(within, name, flags);
    const bool is_made =
        folder < 0 && errno == ENOENT && mode != 0 && mkdirat(within, name, mode) == 0;

    if (is_made)
        folder = openat(within, name, flags);
    if (folder < 0 || !is_made || fchmod(folder, mode) == 0)
        return folder;
    const int why = errno;
    (void)close(folder);
    errno = why;
    return -1;
}

static char *
without_last_slashes(const char *path)
{
    size_t length = strlen(path);

    while (length > 1 && path[length - 1] == '/')
        length--;
    return memory_copy_part(path, length);
}

bool
real_path_enter_folder(const char *path, mode_t mode, int *folder, struct error *err)
{
    char *typed = without_last_slashes(path);
    char *real;
    int within = -1;
    const bool ok =
        real_path_find(typed, &real, err) && real_path_open_folder(real, &within, err);

    *folder = -1;
    if (ok && within >= 0)
        *folder = enter_or_make(within, *path_name(real) ? path_name(real) : ".", mode);
    const int why = errno;
    if (within >= 0)
        (void)close(within);
    free(real);
    free(typed);
    errno = why;
    return ok;
}

bool
real_path_is_broken_link(const char *path)
{
    struct stat status;

    return lstat(path, &status) == 0 && S_ISLNK(status.st_mode) &&
           stat(path, &status) != 0 && errno == ENOENT;
}
