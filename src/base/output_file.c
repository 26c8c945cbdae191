/* SPDX-License-Identifier: GPL-3.0-or-later */
/* output_file.c - a file that leaves the program: whole in its place, or not there */
#include "atelier/base/output_file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "atelier/base/buffer.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/new_file.h"

enum { GATHERED = 1 << 16 };

struct output_file {
    char *path;          /* as it was named, for messages */
    char *real;          /* behind links: where it goes */
    struct new_file new; /* its descriptor, also of a device */
    bool device;         /* is written to as it is */
    bool replaces;       /* a file that is there may go */
    bool was_there;      /* and was not empty */
    struct buffer gathered;
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
    return error_set(err, ERROR_RULE, _("“%s” is there already; choose another name."),
                     file->path);
}

/* --- what is there */

static bool
begins_alike(const struct output_file *file, const struct output_rule *rule,
             struct error *err)
{
    int fd = open(file->path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    char begin[OUTPUT_BEGIN];
    ssize_t length = fd >= 0 ? read(fd, begin, sizeof(begin)) : -1;
    bool ok = length >= 0 || fail(file, err);

    if (fd >= 0)
        (void)close(fd);
    return ok && (length == 0 || rule->is_like(file->path, begin, (size_t)length, err));
}

static bool
look(struct output_file *file, const struct output_rule *rule, struct error *err)
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
        file->real = memory_copy(file->path);
        return true;
    }
    if (!rule->is_like)
        return refuse_existing(file, err);
    if (S_ISREG(there.st_mode) && !begins_alike(file, rule, err))
        return false;
    file->replaces = true;
    file->was_there = S_ISREG(there.st_mode) && there.st_size > 0;
    file->real = realpath(file->path, NULL);
    return file->real || fail(file, err);
}

/* --- making it */

static bool
open_device(struct output_file *file, struct error *err)
{
    file->device = true;
    file->new.file = open(file->real, O_WRONLY | O_CLOEXEC | O_NOCTTY);
    return file->new.file >= 0 || fail(file, err);
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
    struct stat there;
    bool is_there = file->replaces && stat(file->real, &there) == 0;

    if (is_there && !S_ISREG(there.st_mode))
        return open_device(file, err);
    return new_file_init(&file->new, file->real, err) &&
           (fchmod(file->new.file, is_there ? there.st_mode & 0777 : mode_of_new(rule)) ==
                0 ||
            fail(file, err));
}

struct output_file *
output_file_open(const char *path, const struct output_rule *rule, struct error *err)
{
    struct output_file *file = memory_new(1, sizeof(*file));

    *file = (struct output_file){ .path = memory_copy(path), .new.file = -1 };
    if (look(file, rule, err) && open_beside(file, rule, err))
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
    return file->replaces ? new_file_replace(&file->new, file->real, err)
                          : new_file_place(&file->new, file->real, err);
}

bool
output_file_finish(struct output_file *file, bool *replaced, struct error *err)
{
    bool ok = write_out(file, err) && place(file, err);

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
    buffer_clear(&file->gathered);
    free(file->path);
    free(file->real);
    free(file);
}
