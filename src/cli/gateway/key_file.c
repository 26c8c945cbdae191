/* SPDX-License-Identifier: GPL-3.0-or-later */
/* key_file.c - the one file of the gateway's keys, which belongs to root */
#include "gateway/key_file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <time.h>
#include <unistd.h>

#include "atelier/base/buffer.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/new_file.h"
#include "atelier/base/path.h"

enum { FILE_BYTES_MOST = 1 << 20, LOCK_TRIES = 50, LOCK_PAUSE = 100 };

static bool
fail(const char *path, struct error *err)
{
    return error_set(err, errno == ENOENT ? ERROR_NOT_FOUND : ERROR_SYSTEM,
                     _("%s cannot be opened: %s."), path, error_system_text(errno));
}

static bool
is_roots(const char *path, const struct stat *is, struct error *err)
{
    if (S_ISLNK(is->st_mode))
        return error_set(err, ERROR_RULE, _("%s is a link; name the file itself."), path);
    if (is->st_uid != 0)
        return error_set(err, ERROR_RULE,
                         _("%s does not belong to root: whose it is could change the "
                           "keys."),
                         path);
    return !(is->st_mode & (S_IWGRP | S_IWOTH)) ||
           error_set(err, ERROR_RULE,
                     _("Others than root may write to %s: “chmod go-w” ends that."),
                     path);
}

bool
key_file_is_safe(const char *path, struct error *err)
{
    bool ok =
        path[0] == '/' ||
        error_set(err, ERROR_INPUT, _("“%s” should be a whole path, from / on."), path);
    for (const char *end = path; ok && end; end = strchr(end + 1, '/')) {
        char *part = memory_copy_part(path, end == path ? 1 : (size_t)(end - path));
        struct stat is;
        ok = lstat(part, &is) == 0 ? is_roots(part, &is, err) : fail(part, err);
        free(part);
    }
    struct stat is;
    return ok && (lstat(path, &is) == 0 ? is_roots(path, &is, err) : fail(path, err));
}

/* ---- reading ---- */

static void
add_line(struct key_file *file, char *line)
{
    file->lines =
        memory_grow(file->lines, &file->capacity, file->count + 1, sizeof(*file->lines));
    file->lines[file->count++] = line;
}

void
key_file_add(struct key_file *file, const char *line)
{
    add_line(file, memory_copy(line));
}

void
key_file_remove(struct key_file *file, size_t line)
{
    free(file->lines[line]);
    file->lines[line] = NULL;
}

static void
split(struct key_file *file, const char *text)
{
    while (*text) {
        const size_t length = strcspn(text, "\n");
        add_line(file, memory_copy_part(text, length));
        text += length + (text[length] == '\n');
    }
}

static bool
read_all(struct key_file *file, int descriptor, struct error *err)
{
    struct buffer text = { 0 };
    char part[4096];
    ssize_t got;

    while ((got = read(descriptor, part, sizeof(part))) > 0 &&
           text.length <= FILE_BYTES_MOST)
        buffer_add_part(&text, part, (size_t)got);
    bool ok = got >= 0
                  ? text.length <= FILE_BYTES_MOST ||
                        error_set(err, ERROR_INPUT, _("%s is too large."), file->path)
                  : fail(file->path, err);
    if (ok && strlen(buffer_text(&text)) != text.length)
        ok = error_set(err, ERROR_INPUT, _("%s is no text."), file->path);
    if (ok)
        split(file, buffer_text(&text));
    buffer_clear(&text);
    return ok;
}

static bool
read_file(struct key_file *file, struct error *err)
{
    const int descriptor = openat(file->folder, path_name(file->path),
                                  O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);

    if (descriptor < 0)
        return fail(file->path, err);
    bool ok = fstat(descriptor, &file->older) == 0 || fail(file->path, err);
    ok = ok && (S_ISREG(file->older.st_mode) ||
                error_set(err, ERROR_INPUT, _("%s is not a file."), file->path));
    ok = ok && is_roots(file->path, &file->older, err) && read_all(file, descriptor, err);
    (void)close(descriptor);
    file->is_there = ok;
    return ok;
}

static bool
open_folder(struct key_file *file, struct error *err)
{
    char *folder = path_folder(file->path);
    bool ok = key_file_is_safe(folder, err);

    if (ok) {
        file->folder = new_file_open_folder(file->path);
        ok = file->folder >= 0 || fail(folder, err);
    }
    free(folder);
    return ok;
}

bool
key_file_look(struct key_file *file, const char *path, struct error *err)
{
    *file = (struct key_file){ .path = path, .folder = -1, .lock = -1 };
    return open_folder(file, err) && read_file(file, err);
}

/* ---- changing ---- */

/* Whoever may read the folder could hold its lock: that is waited for, not for ever. */
static bool
lock(struct key_file *file, struct error *err)
{
    file->lock = openat(file->folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (file->lock < 0)
        return fail(file->path, err);
    const struct timespec pause = { .tv_nsec = LOCK_PAUSE * 1000000L };

    for (int i = 0; i < LOCK_TRIES; i++) {
        if (flock(file->lock, LOCK_EX | LOCK_NB) == 0)
            return true;
        (void)nanosleep(&pause, NULL);
    }
    return error_set(err, ERROR_SYSTEM,
                     _("Somebody else is changing %s; try again in a moment."),
                     file->path);
}

static void
make_folder(const char *path)
{
    char *folder = path_folder(path);

    if (mkdir(folder, 0755) == 0)
        (void)chmod(folder, 0755); /* whatever the umask: sshd reads it as the account */
    free(folder);
}

bool
key_file_open(struct key_file *file, const char *path, struct error *err)
{
    struct error missing = { 0 };

    *file = (struct key_file){ .path = path, .folder = -1, .lock = -1 };
    make_folder(path);
    if (!open_folder(file, err) || !lock(file, err))
        return false;
    return read_file(file, &missing) || missing.kind == ERROR_NOT_FOUND ||
           error_pass(err, &missing);
}

static bool
write_lines(const struct key_file *file, int descriptor, struct error *err)
{
    struct buffer text = { 0 };

    for (size_t i = 0; i < file->count; i++)
        if (file->lines[i])
            buffer_addf(&text, "%s\n", file->lines[i]);
    const char *at = buffer_text(&text);
    size_t left = text.length;
    ssize_t put = 0;
    while (left > 0 && (put = write(descriptor, at, left)) > 0) {
        at += put;
        left -= (size_t)put;
    }
    buffer_clear(&text);
    return left == 0 || error_set(err, ERROR_SYSTEM, _("“%s” cannot be written: %s."),
                                  file->path, error_system_text(errno));
}

bool
key_file_save(struct key_file *file, struct error *err)
{
    struct new_file made = NEW_FILE_NONE;
    const bool ok =
        new_file_init_in(&made, dup(file->folder), file->path, err) &&
        write_lines(file, made.file, err) && new_file_allow(&made, 0644, err) &&
        (file->is_there ? new_file_replace(&made, file->path, &file->older, err)
                        : new_file_place(&made, file->path, err));

    new_file_clear(&made);
    return ok;
}

void
key_file_close(struct key_file *file)
{
    for (size_t i = 0; i < file->count; i++)
        free(file->lines[i]);
    free(file->lines);
    if (file->lock >= 0)
        (void)close(file->lock);
    if (file->folder >= 0)
        (void)close(file->folder);
    *file = (struct key_file){ .folder = -1, .lock = -1 };
}
