/* SPDX-License-Identifier: GPL-3.0-or-later */
/* published_folder.c - a folder of pages that others read: each is whole, and only those
 * that changed are written */
#include "atelier/base/published_folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/real_path.h"
#include "published_list.h"

#define LIST_NAME ".atelier-site"
#define BESIDE_NAME ".atelier-new"

enum { LIST_MOST = 1 << 24, FOLDER_MODE = 0755, PAGE_MODE = 0644, LIST_MODE = 0600 };

struct published_folder {
    char *path; /* for messages */
    int fd;     /* -1: it is not there, and only looked for */
    int beside; /* of the folder in it where pages wait; or -1 */
    bool only_looks;
    bool was_missing;
    bool is_finished;
    bool is_listed_anew; /* the list says less than is known now */
    struct published_list old;
    struct published_list now;
};

static bool
fail(const struct published_folder *folder, const char *name, struct error *err)
{
    return error_set_field(err, ERROR_SYSTEM, "directory",
                           _("“%s/%s” cannot be written: %s."), folder->path, name,
                           error_system_text(errno));
}

static bool
fail_read(const struct published_folder *folder, const char *name, struct error *err)
{
    return error_set_field(err, ERROR_SYSTEM, "directory",
                           _("“%s/%s” cannot be read: %s."), folder->path, name,
                           error_system_text(errno));
}

static bool
refuse_strange(const struct published_folder *folder, const char *name, struct error *err)
{
    return error_set_field(err, ERROR_EXISTS, "directory",
                           _("“%s/%s” is there and was not published from here: move it "
                             "away, or name another folder."),
                           folder->path, name);
}

/* --- reading what is there */

/* A plain file; -1 with errno, ELOOP also of what is none. */
static int
open_plain(int folder, const char *name, struct stat *is)
{
    const int fd =
        openat(folder, name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY);

    if (fd < 0 || (fstat(fd, is) == 0 && S_ISREG(is->st_mode)))
        return fd;
    (void)close(fd);
    errno = ELOOP;
    return -1;
}

static bool
read_whole(int fd, size_t size, struct buffer *bytes)
{
    enum { PART = 1 << 16 };
    char part[PART];
    ssize_t got;

    while ((got = read(fd, part, sizeof(part))) != 0) {
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0 || bytes->length > size)
            return false;
        buffer_add_part(bytes, part, (size_t)got);
    }
    return true;
}

/* Only what we wrote ourselves is believed. */
static bool
is_believable(const struct stat *is)
{
    return is->st_uid == geteuid() && (is->st_mode & 022) == 0 && is->st_nlink == 1 &&
           is->st_size <= LIST_MOST;
}

static void
read_list(struct published_folder *folder)
{
    struct stat is;
    struct buffer text = { 0 };
    const int fd = folder->fd < 0 ? -1 : open_plain(folder->fd, LIST_NAME, &is);

    if (fd >= 0 && is_believable(&is) && read_whole(fd, LIST_MOST, &text) &&
        text.length > 0 && strlen(text.text) == text.length)
        (void)published_list_read(&folder->old, text.text);
    if (fd >= 0)
        (void)close(fd);
    buffer_clear(&text);
}

/* --- opening */

static bool
check_folder(const struct published_folder *folder, struct error *err)
{
    struct stat is;

    if (fstat(folder->fd, &is) != 0)
        return error_set_field(err, ERROR_SYSTEM, "directory",
                               _("“%s” cannot be read: %s."), folder->path,
                               error_system_text(errno));
    return (is.st_uid == geteuid() && (is.st_mode & 022) == 0) ||
           error_set_field(err, ERROR_INPUT, "directory",
                           _("“%s” belongs to somebody else, or others may write to it: "
                             "name a folder of your own."),
                           folder->path);
}

static bool
refuse_folder(const struct published_folder *folder, struct error *err)
{
    if (real_path_is_broken_link(folder->path))
        return error_set_field(err, ERROR_INPUT, "directory",
                               _("“%s” is a link to a folder that is missing; name "
                                 "another, or remove the link."),
                               folder->path);
    return error_set_field(err, errno == ENOTDIR ? ERROR_INPUT : ERROR_SYSTEM,
                           "directory", _("“%s” cannot be published in: %s."),
                           folder->path, error_system_text(errno));
}

static bool
open_folder(struct published_folder *folder, struct error *err)
{
    const mode_t mode = folder->only_looks ? 0 : FOLDER_MODE;

    if (!real_path_enter_folder(folder->path, mode, &folder->fd, err)) {
        if (err)
            err->field = "directory";
        return false;
    }
    if (folder->fd < 0 && errno == ENOENT && folder->only_looks)
        return true;
    if (folder->fd < 0)
        return refuse_folder(folder, err);
    if (!check_folder(folder, err))
        return false;
    return folder->only_looks || flock(folder->fd, LOCK_EX | LOCK_NB) == 0 ||
           error_set_field(err, ERROR_SYSTEM, "directory",
                           _("Somebody is publishing in “%s” just now: try again in a "
                             "moment."),
                           folder->path);
}

struct published_folder *
published_folder_open(const char *path, bool only_looks, struct error *err)
{
    struct published_folder *folder = memory_new(1, sizeof(*folder));

    *folder = (struct published_folder){
        .path = memory_copy(path), .fd = -1, .beside = -1, .only_looks = only_looks
    };
    folder->was_missing = !only_looks && access(path, F_OK) != 0 && errno == ENOENT;
    if (open_folder(folder, err)) {
        read_list(folder);
        return folder;
    }
    published_folder_free(folder);
    return NULL;
}

/* --- pages */

static bool
is_same_mark(const struct published_mark *one, const struct published_mark *other)
{
    return one->file == other->file && one->size == other->size &&
           one->second == other->second && one->nanosecond == other->nanosecond;
}

/* Nobody wrote to it since, nor put another file in its place. */
static bool
stands(const struct published_folder *folder, const struct published_page *page)
{
    struct stat is;

    if (page->mark.file == 0 ||
        fstatat(folder->fd, page->name, &is, AT_SYMLINK_NOFOLLOW) != 0 ||
        !S_ISREG(is.st_mode))
        return false;
    const struct published_mark mark = published_mark_of(&is);
    return is_same_mark(&mark, &page->mark);
}

bool
published_folder_keep_all(struct published_folder *folder, const char *key)
{
    if (folder->old.count == 0 || strcmp(folder->old.key, key) != 0)
        return false;
    for (size_t i = 0; i < folder->old.count; i++)
        if (!stands(folder, &folder->old.items[i]))
            return false;
    published_list_clear(&folder->now);
    folder->now = folder->old;
    folder->old = (struct published_list){ 0 };
    return true;
}

bool
published_folder_keep(struct published_folder *folder, const char *name, const char *key)
{
    struct published_page *old = published_list_find(&folder->old, name);

    if (!old || strcmp(old->key, key) != 0 || !stands(folder, old))
        return false;
    old->is_taken = true;
    *published_list_add(&folder->now, name, key) = *old;
    return true;
}

/* *same: it is there with these bytes; *there: with others. */
static bool
compare(struct published_folder *folder, const char *name, const char *bytes,
        size_t length, struct published_mark *mark, bool *there, struct error *err)
{
    struct stat is;
    struct buffer stands = { 0 };
    const int fd = folder->fd < 0 ? -1 : open_plain(folder->fd, name, &is);

    *there = false;
    if (fd < 0)
        return folder->fd < 0 || errno == ENOENT ||
               (errno == ELOOP ? refuse_strange(folder, name, err)
                               : fail_read(folder, name, err));
    *there = true;
    const bool ok = (size_t)is.st_size != length || read_whole(fd, length, &stands) ||
                    fail_read(folder, name, err);
    if (ok && stands.length == length && (size_t)is.st_size == length &&
        memcmp(buffer_text(&stands), bytes, length) == 0)
        *mark = published_mark_of(&is);
    (void)close(fd);
    buffer_clear(&stands);
    return ok;
}

/* What an earlier run left there when it was killed goes. */
static void
empty_beside(const struct published_folder *folder)
{
    const int fd = openat(folder->beside, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    DIR *names = fd < 0 ? NULL : fdopendir(fd);
    const struct dirent *entry;

    while (names && (entry = readdir(names)))
        if (published_is_name(entry->d_name) || strcmp(entry->d_name, LIST_NAME) == 0)
            (void)unlinkat(folder->beside, entry->d_name, 0);
    if (names)
        (void)closedir(names);
    else if (fd >= 0)
        (void)close(fd);
}

static bool
open_beside(struct published_folder *folder, struct error *err)
{
    struct stat is;

    if (folder->beside >= 0)
        return true;
    (void)mkdirat(folder->fd, BESIDE_NAME, 0700);
    folder->beside =
        openat(folder->fd, BESIDE_NAME, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (folder->beside < 0 || fstat(folder->beside, &is) != 0)
        return fail(folder, BESIDE_NAME, err);
    if (is.st_uid != geteuid() || (is.st_mode & 022) != 0)
        return refuse_strange(folder, BESIDE_NAME, err);
    empty_beside(folder);
    return true;
}

static bool
write_all(int fd, const char *bytes, size_t length)
{
    for (size_t done = 0; done < length;) {
        const ssize_t wrote = write(fd, bytes + done, length - done);
        if (wrote < 0 && errno != EINTR)
            return false;
        done += wrote > 0 ? (size_t)wrote : 0;
    }
    return true;
}

static bool
write_beside(struct published_folder *folder, const char *name, mode_t mode,
             const char *bytes, size_t length, bool sync, struct error *err)
{
    if (!open_beside(folder, err))
        return false;
    (void)unlinkat(folder->beside, name, 0);
    const int fd = openat(folder->beside, name,
                          O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
    bool ok = fd >= 0 && write_all(fd, bytes, length) && fchmod(fd, mode) == 0 &&
              (!sync || fsync(fd) == 0);
    const int why = errno;

    if (fd >= 0 && close(fd) != 0 && ok)
        ok = false;
    else
        errno = why;
    return ok || fail(folder, name, err);
}

bool
published_folder_put(struct published_folder *folder, const char *name, const char *key,
                     const char *bytes, size_t length, struct error *err)
{
    struct published_page *old = published_list_find(&folder->old, name);
    struct published_page page = { 0 };

    if (!compare(folder, name, bytes, length, &page.mark, &page.was_there, err))
        return false;
    page.is_new = page.mark.file == 0;
    if (page.is_new && page.was_there && !old)
        return refuse_strange(folder, name, err);
    if (page.is_new && !folder->only_looks &&
        !write_beside(folder, name, PAGE_MODE, bytes, length, false, err))
        return false;
    if (old)
        old->is_taken = true;
    folder->is_listed_anew = true;
    struct published_page *added = published_list_add(&folder->now, name, key);
    added->mark = page.mark;
    added->is_new = page.is_new;
    added->was_there = page.was_there;
    sha256_text(bytes, length, added->sum);
    return true;
}

/* --- the end */

static void
add_name(struct published_names *names, const char *name)
{
    names->items = memory_grow(names->items, &names->capacity, names->count + 1,
                               sizeof(names->items[0]));
    names->items[names->count++] = memory_copy(name);
}

static void
clear_names(struct published_names *names)
{
    for (size_t i = 0; i < names->count; i++)
        free(names->items[i]);
    free(names->items);
}

void
published_outcome_clear(struct published_outcome *outcome)
{
    clear_names(&outcome->written);
    clear_names(&outcome->removed);
    clear_names(&outcome->left);
    *outcome = (struct published_outcome){ 0 };
}

/* Before the first page takes its place, the list names old and new pages: whenever the
 * program ends, the next run knows them as ours. */
static bool
write_list(struct published_folder *folder, const struct published_list *list, bool sync,
           struct error *err)
{
    struct buffer text = { 0 };

    published_list_add_text(list, &text);
    const bool ok = write_beside(folder, LIST_NAME, LIST_MODE, buffer_text(&text),
                                 text.length, sync, err);
    buffer_clear(&text);
    return ok;
}

static bool
place_list(struct published_folder *folder, struct error *err)
{
    return renameat(folder->beside, LIST_NAME, folder->fd, LIST_NAME) == 0 ||
           fail(folder, LIST_NAME, err);
}

static bool
write_intent(struct published_folder *folder, struct error *err)
{
    struct published_list both = { 0 };

    for (size_t i = 0; i < folder->now.count; i++)
        *published_list_add(&both, "", "") = folder->now.items[i];
    for (size_t i = 0; i < folder->old.count; i++)
        if (!folder->old.items[i].is_taken)
            *published_list_add(&both, "", "") = folder->old.items[i];
    published_list_sort(&both);
    const bool ok = write_list(folder, &both, false, err);
    published_list_clear(&both);
    return ok;
}

static bool
place_page(struct published_folder *folder, struct published_page *page,
           struct error *err)
{
    struct stat is;
    const unsigned flags = page->was_there ? 0 : RENAME_NOREPLACE;
    int done = renameat2(folder->beside, page->name, folder->fd, page->name, flags);

    if (done != 0 && (errno == EINVAL || errno == ENOSYS)) /* the file system cannot */
        done = renameat(folder->beside, page->name, folder->fd, page->name);
    if (done != 0 && errno == EEXIST)
        return refuse_strange(folder, page->name, err);
    if (done != 0 || fstatat(folder->fd, page->name, &is, AT_SYMLINK_NOFOLLOW) != 0)
        return fail(folder, page->name, err);
    page->mark = published_mark_of(&is);
    return true;
}

/* What somebody changed since is theirs now. */
static bool
stands_as_published(const struct published_folder *folder,
                    const struct published_page *page, bool *there)
{
    struct stat is;
    struct buffer bytes = { 0 };
    char sum[SHA256_TEXT_SIZE];
    const int fd = open_plain(folder->fd, page->name, &is);
    bool same = fd >= 0 && is.st_size <= LIST_MOST && read_whole(fd, LIST_MOST, &bytes);

    *there = fd >= 0 || errno != ENOENT;
    if (same) {
        sha256_text(buffer_text(&bytes), bytes.length, sum);
        same = strcmp(sum, page->sum) == 0;
    }
    if (fd >= 0)
        (void)close(fd);
    buffer_clear(&bytes);
    return same;
}

static bool
remove_old(struct published_folder *folder, struct published_outcome *outcome,
           struct error *err)
{
    for (size_t i = 0; i < folder->old.count; i++) {
        const struct published_page *page = &folder->old.items[i];
        bool there;
        if (page->is_taken)
            continue;
        const bool is_ours = stands_as_published(folder, page, &there);
        if (is_ours && !folder->only_looks && unlinkat(folder->fd, page->name, 0) != 0)
            return fail(folder, page->name, err);
        if (there)
            add_name(is_ours ? &outcome->removed : &outcome->left, page->name);
        folder->is_listed_anew = true;
    }
    return true;
}

static size_t
count_new(const struct published_folder *folder)
{
    size_t count = 0;

    for (size_t i = 0; i < folder->now.count; i++)
        count += folder->now.items[i].is_new;
    return count;
}

/* One sync for all, then the places. */
static bool
place_pages(struct published_folder *folder, struct error *err)
{
    if (!write_intent(folder, err))
        return false;
    if (syncfs(folder->fd) != 0)
        return fail(folder, BESIDE_NAME, err);
    bool ok = place_list(folder, err);
    for (size_t i = 0; ok && i < folder->now.count; i++)
        if (folder->now.items[i].is_new)
            ok = place_page(folder, &folder->now.items[i], err);
    return ok;
}

static bool
has_gone(const struct published_folder *folder)
{
    for (size_t i = 0; i < folder->old.count; i++)
        if (!folder->old.items[i].is_taken)
            return true;
    return false;
}

static void
tell(const struct published_folder *folder, struct published_outcome *outcome)
{
    for (size_t i = 0; i < folder->now.count; i++)
        if (folder->now.items[i].is_new)
            add_name(&outcome->written, folder->now.items[i].name);
        else
            outcome->unchanged++;
}

static bool
finish_list(struct published_folder *folder, struct error *err)
{
    return write_list(folder, &folder->now, true, err) && place_list(folder, err) &&
           (fsync(folder->fd) == 0 || fail(folder, LIST_NAME, err));
}

static void
set_key(struct published_folder *folder, const char *key)
{
    if (strcmp(folder->now.key, key) == 0) /* all was kept */
        return;
    folder->is_listed_anew = folder->is_listed_anew || strcmp(folder->old.key, key) != 0;
    strncpy(folder->now.key, key, PUBLISHED_KEY);
}

bool
published_folder_finish(struct published_folder *folder, const char *key,
                        struct published_outcome *outcome, struct error *err)
{
    set_key(folder, key);
    published_list_sort(&folder->now);
    tell(folder, outcome);
    if (folder->fd < 0)
        return true;
    const bool is_changed = folder->is_listed_anew || has_gone(folder);
    const bool ok =
        (folder->only_looks || count_new(folder) == 0 || place_pages(folder, err)) &&
        remove_old(folder, outcome, err);
    folder->is_finished =
        ok && (folder->only_looks || !is_changed || finish_list(folder, err));
    return folder->is_finished;
}

/* What was made for pages that never came goes, unless something is in it. */
static void
remove_made(const struct published_folder *folder)
{
    struct stat made;
    struct stat now;

    if (folder->was_missing && !folder->is_finished && folder->fd >= 0 &&
        fstat(folder->fd, &made) == 0 && lstat(folder->path, &now) == 0 &&
        made.st_dev == now.st_dev && made.st_ino == now.st_ino)
        (void)rmdir(folder->path);
}

void
published_folder_free(struct published_folder *folder)
{
    if (!folder)
        return;
    if (folder->beside >= 0) {
        empty_beside(folder);
        (void)close(folder->beside);
        (void)unlinkat(folder->fd, BESIDE_NAME, AT_REMOVEDIR);
    }
    remove_made(folder);
    if (folder->fd >= 0)
        (void)close(folder->fd);
    published_list_clear(&folder->old);
    published_list_clear(&folder->now);
    free(folder->path);
    free(folder);
}
