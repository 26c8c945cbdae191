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
#include "atelier/base/new_file.h"
#include "atelier/base/path.h"
#include "atelier/base/real_path.h"

enum { GATHERED = 1 << 16 };

struct output_file {
    char *path;          /* as it was named, for messages */
    char *real;          /* behind links: where it goes */
    int folder;          /* of that, until `new` takes it */
    int there;           /* what is there and was judged, held; or -1 */
    struct stat judged;  /* what the system says of it */
    struct new_file new; /* its descriptor, also of a device */
    bool device;         /* is written to as it is */
    bool replaces;       /* a file that is there may go */
    bool was_there;      /* and was not empty */
    struct buffer gathered;
    const struct own_folder *within; /* or NULL */
    uint64_t room, written;          /* in bytes, where it is within one */
};

static bool
fail(const struct output_file *file, struct error *err)
{
    return error_set(err, ERROR_SYSTEM, _("“%s” cannot be written: %s."), file->path,
                     error_system_text(errno));
}

static bool
refuse_existing(const struct output_file *file, struct error *err)
{
    return error_set(err, ERROR_EXISTS, _("“%s” is there already; choose another name."),
                     file->path);
}

/* Nothing is made behind it: whoever laid it may want another file there. */
static bool
refuse_dangling(const struct output_file *file, struct error *err)
{
    return error_set(err, ERROR_INPUT,
                     _("“%s” is a link to a file that is missing; name another file, or "
                       "remove the link."),
                     file->path);
}

static bool
refuse_folder(const struct output_file *file, struct error *err)
{
    return error_set(err, ERROR_INPUT, _("“%s” is a folder; name a file in it."),
                     file->path);
}

/* --- what is there */

static bool
is_judged(const struct output_file *file, const struct stat *status, struct error *err)
{
    return new_file_is_same(status, &file->judged) ||
           new_file_refuse_exchanged(file->path, err);
}

/* Links are followed once, here: from now on there is a folder, and a name in it. */
static bool
find_place(struct output_file *file, struct error *err)
{
    if (!file->real)
        file->real = memory_copy(file->path);
    return real_path_open_folder(file->real, &file->folder, err) &&
           (file->folder >= 0 || fail(file, err));
}

static bool
begins_alike(const struct output_file *file, const struct output_rule *rule,
             struct error *err)
{
    const int fd = openat(file->folder, path_name(file->real),
                          O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY);
    struct stat status;
    char begin[OUTPUT_BEGIN];
    ssize_t length = -1;
    bool ok = (fd >= 0 && fstat(fd, &status) == 0) || fail(file, err);

    ok = ok && is_judged(file, &status, err) &&
         ((length = read(fd, begin, sizeof(begin))) >= 0 || fail(file, err));
    if (fd >= 0)
        (void)close(fd);
    return ok && (length == 0 || rule->is_like(file->path, begin, (size_t)length, err));
}

static bool
look(struct output_file *file, const struct output_rule *rule, struct error *err)
{
    file->there = open(file->path, O_PATH | O_CLOEXEC);
    const bool is_there = file->there >= 0 && fstat(file->there, &file->judged) == 0;

    if (rule->allows &&
        !rule->allows(rule->context, file->path, is_there ? &file->judged : NULL, err))
        return false;
    if (!is_there) {
        struct stat link;
        return lstat(file->path, &link) == 0 ? refuse_dangling(file, err)
                                             : find_place(file, err);
    }
    if (!real_path_find(file->path, &file->real, err))
        return false;
    if (S_ISDIR(file->judged.st_mode))
        return refuse_folder(file, err);
    if (!rule->is_like)
        return refuse_existing(file, err);
    file->device = !S_ISREG(file->judged.st_mode);
    file->replaces = !file->device;
    file->was_there = file->replaces && file->judged.st_size > 0;
    return file->device || (find_place(file, err) && begins_alike(file, rule, err));
}

/* In one's own folder there is neither a path nor a link to follow. */
static bool
look_within(struct output_file *file, const struct output_rule *rule, struct error *err)
{
    if (!own_folder_check_new(file->path, err))
        return false;
    file->there = own_folder_find(file->within, file->path, O_PATH);
    const bool is_there = file->there >= 0 && fstat(file->there, &file->judged) == 0;

    if ((is_there && !own_folder_check_file(file->path, &file->judged, err)) ||
        (rule->allows &&
         !rule->allows(rule->context, file->path, is_there ? &file->judged : NULL, err)))
        return false;
    if (is_there && !rule->is_like)
        return refuse_existing(file, err);
    file->replaces = is_there;
    file->was_there = is_there && file->judged.st_size > 0;
    file->room =
        own_folder_room(file->within) + (is_there ? (uint64_t)file->judged.st_size : 0);
    file->real = memory_copy(file->path);
    file->folder = own_folder_descriptor(file->within);
    return (file->folder >= 0 || fail(file, err)) &&
           (!is_there || begins_alike(file, rule, err));
}

/* --- making it */

/* The one that was judged, not what its name leads to by now. */
static int
open_judged(const struct output_file *file, int flags)
{
    char held[40];

    (void)snprintf(held, sizeof(held), "/proc/self/fd/%d", file->there);
    const int device = open(held, O_WRONLY | O_CLOEXEC | O_NOCTTY | flags);
    return device < 0 && errno == ENOENT /* no /proc */
               ? open(file->path, O_WRONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)
               : device;
}

/* A reader of one's own pipe may still come; somebody else's would be waited for without
 * end. */
static bool
open_device(struct output_file *file, struct error *err)
{
    const bool foreign =
        S_ISFIFO(file->judged.st_mode) && file->judged.st_uid != geteuid();
    struct stat status;

    file->new.file = open_judged(file, foreign ? O_NONBLOCK : 0);
    if (file->new.file < 0 && errno == ENXIO && foreign)
        return error_set(err, ERROR_SYSTEM,
                         _("“%s” is a pipe of somebody else, from which nobody reads; "
                           "name another file."),
                         file->path);
    if (file->new.file < 0 || fstat(file->new.file, &status) != 0 ||
        fcntl(file->new.file, F_SETFL, 0) != 0)
        return fail(file, err);
    return is_judged(file, &status, err);
}

/* A new file is as open to others as the person lets files be. */
static mode_t
mode_of_new(const struct output_rule *rule)
{
    mode_t mask = umask(077);

    (void)umask(mask);
    return rule->mode & ~mask;
}

static bool
open_beside(struct output_file *file, const struct output_rule *rule, struct error *err)
{
    const int folder = file->folder;
    const mode_t mode = file->replaces ? file->judged.st_mode & 0777 : mode_of_new(rule);

    file->folder = -1;
    return new_file_init_in(&file->new, folder, file->real, err) &&
           new_file_allow(&file->new, mode, err);
}

struct output_file *
output_file_open(const char *path, const struct output_rule *rule, struct error *err)
{
    if (strcmp(path, "-") == 0) {
        error_set_field(err, ERROR_INPUT, "file",
                        _("“-” is not the name of a file here.  Name a file; one that "
                          "has this name is “./-”."));
        return NULL;
    }
    struct output_file *file = memory_new(1, sizeof(*file));

    *file = (struct output_file){ .path = memory_copy(path),
                                  .folder = -1,
                                  .there = -1,
                                  .new = NEW_FILE_NONE,
                                  .within = rule->within };
    if ((rule->within ? look_within(file, rule, err) : look(file, rule, err)) &&
        (file->device ? open_device(file, err) : open_beside(file, rule, err)))
        return file;
    output_file_discard(file);
    return NULL;
}

/* --- writing it */

bool
output_file_has_room(const struct output_file *file, int64_t bytes, struct error *err)
{
    return !file->within || (uint64_t)bytes <= file->room ||
           own_folder_refuse_full(file->path, err);
}

static bool
write_out(struct output_file *file, struct error *err)
{
    size_t done = 0;

    file->written += file->gathered.length;
    if (!output_file_has_room(file, (int64_t)file->written, err))
        return false;

    while (done < file->gathered.length) {
        ssize_t wrote = write(file->new.file, file->gathered.text + done,
                              file->gathered.length - done);
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
    return file->new.file;
}

/* --- its place */

static bool
place(struct output_file *file, struct error *err)
{
    if (file->device) { /* what it could not take is known when it is closed */
        int closed = close(file->new.file);
        file->new.file = -1;
        return closed == 0 || fail(file, err);
    }
    return file->replaces ? new_file_replace(&file->new, file->real, &file->judged, err)
                          : new_file_place(&file->new, file->real, err);
}

/* Another session of the person may have filled the folder meanwhile. */
static bool
place_within(struct output_file *file, struct error *err)
{
    struct stat is = { 0 };
    bool ok = (own_folder_lock(file->within) && fstat(file->new.file, &is) == 0) ||
              fail(file, err);

    if (ok) {
        file->room = own_folder_room(file->within) +
                     (file->replaces ? (uint64_t)file->judged.st_size : 0);
        ok = output_file_has_room(file, (int64_t)is.st_size, err) && place(file, err);
    }
    own_folder_unlock(file->within);
    return ok;
}

bool
output_file_finish(struct output_file *file, bool *replaced, struct error *err)
{
    bool ok = write_out(file, err) &&
              (file->within ? place_within(file, err) : place(file, err));

    if (replaced)
        *replaced = ok && file->was_there;
    output_file_discard(file);
    return ok;
}

void
output_file_discard(struct output_file *file)
{
    if (!file)
        return;
    new_file_clear(&file->new);
    if (file->folder >= 0)
        (void)close(file->folder);
    if (file->there >= 0)
        (void)close(file->there);
    buffer_clear(&file->gathered);
    free(file->path);
    free(file->real);
    free(file);
}
