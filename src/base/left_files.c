/* SPDX-License-Identifier: GPL-3.0-or-later */
/* left_files.c - what lies in the folder of a login (own_folder.h), for others than they
 */
#include "atelier/base/left_files.h"

#include <errno.h>
#include <fcntl.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "atelier/base/buffer.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/own_folder.h"

static int
compare(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static bool
fail(const char *root, const char *login, struct error *err)
{
    return error_set(err, errno == ENOENT ? ERROR_NOT_FOUND : ERROR_SYSTEM,
                     _("%s/%s cannot be read: %s."), root, login,
                     error_system_text(errno));
}

/* Those that are folders, or those that are none. */
static bool
read_names(DIR *names, bool folders, struct left_files *left)
{
    const struct dirent *entry;
    size_t capacity = 0;
    struct stat is;

    *left = (struct left_files){ 0 };
    while (names && (entry = readdir(names)))
        if (fstatat(dirfd(names), entry->d_name, &is, AT_SYMLINK_NOFOLLOW) == 0 &&
            !S_ISDIR(is.st_mode) == !folders && strcmp(entry->d_name, ".") != 0 &&
            strcmp(entry->d_name, "..") != 0) {
            left->names = memory_grow(left->names, &capacity, left->count + 1,
                                      sizeof(*left->names));
            left->names[left->count++] = memory_copy(entry->d_name);
            left->bytes += (uint64_t)is.st_size;
        }
    if (left->count > 1)
        qsort(left->names, left->count, sizeof(*left->names), compare);
    return names && closedir(names) == 0;
}

void
left_files_clear(struct left_files *left)
{
    for (size_t i = 0; i < left->count; i++)
        free(left->names[i]);
    free(left->names);
    *left = (struct left_files){ 0 };
}

bool
left_files_read(const char *root, const char *login, struct left_files *left,
                struct error *err)
{
    *left = (struct left_files){ 0 };
    if (!own_folder_check_name(login, NULL))
        return error_set(err, ERROR_INPUT,
                         _("“%s” cannot be the name of a folder of files in %s."), login,
                         root);
    struct own_folder *folder = own_folder_look(root, login);
    const bool ok = folder && read_names(own_folder_names(folder), false, left);

    if (!ok)
        *left = (struct left_files){ 0 };
    const bool said = ok || fail(root, login, err);
    own_folder_close(folder);
    return said;
}

bool
left_files_read_logins(const char *root, struct left_files *logins, struct error *err)
{
    return read_names(opendir(root), true, logins) ||
           error_set(err, errno == ENOENT ? ERROR_NOT_FOUND : ERROR_SYSTEM,
                     _("%s cannot be read: %s."), root, error_system_text(errno));
}

static bool
is_account(const char *login, uid_t id)
{
    const struct passwd *account = getpwnam(login);
    return account && account->pw_uid == id;
}

/* Renames what was looked at, in one step: over an empty folder, but over nothing else.
 */
static int
rename_folder(int root, const char *from, const char *to)
{
    struct stat is;

    if (fstatat(root, from, &is, AT_SYMLINK_NOFOLLOW) != 0)
        return errno;
    if (!S_ISDIR(is.st_mode))
        return ENOTDIR;
    if (is_account(from, is.st_uid) && !is_account(to, is.st_uid))
        return EPERM;
    if (unlinkat(root, to, AT_REMOVEDIR) != 0 && errno != ENOENT)
        return errno == ENOTEMPTY ? EEXIST : errno;
    return renameat2(root, from, root, to, RENAME_NOREPLACE) == 0 ? 0 : errno;
}

bool
left_files_move(const char *root, const char *from, const char *to, struct error *err)
{
    if (!own_folder_check_name(from, NULL))
        return error_set(err, ERROR_NOT_FOUND, "%s", from);
    if (!own_folder_check_name(to, err))
        return false;
    const int folder = open(root, O_PATH | O_DIRECTORY | O_CLOEXEC);
    const int why = folder < 0 ? errno : rename_folder(folder, from, to);
    if (folder >= 0)
        (void)close(folder);
    return why == 0 || error_set(err,
                                 why == ENOENT   ? ERROR_NOT_FOUND
                                 : why == EEXIST ? ERROR_EXISTS
                                                 : ERROR_SYSTEM,
                                 "%s", error_system_text(why));
}

bool
left_files_remove(const char *root, const char *login, size_t *count, struct error *err)
{
    struct left_files left;
    struct buffer path = { 0 };

    *count = 0;
    if (!left_files_read(root, login, &left, err))
        return false;
    struct own_folder *folder = own_folder_look(root, login);
    const int fd = folder ? own_folder_descriptor(folder) : -1;
    bool ok = fd >= 0;
    for (size_t i = 0; ok && i < left.count; i++)
        ok = unlinkat(fd, left.names[i], 0) == 0;
    *count = left.count;
    buffer_addf(&path, "%s/%s", root, login);
    if (!ok || rmdir(buffer_text(&path)) != 0)
        ok = error_set(err, ERROR_SYSTEM, _("%s cannot be removed: %s."),
                       buffer_text(&path), error_system_text(errno));
    if (fd >= 0)
        (void)close(fd);
    own_folder_close(folder);
    left_files_clear(&left);
    buffer_clear(&path);
    return ok;
}
