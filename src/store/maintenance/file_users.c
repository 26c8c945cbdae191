/* SPDX-License-Identifier: GPL-3.0-or-later */
/* file_users.c - who has a database open */
#include "maintenance/file_users.h"

#include <pwd.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

enum { USERS_MOST = 8 }; /* a sentence, not a list */

static void
add_user(struct buffer *users, long pid)
{
    struct stat process;
    char name[40];

    (void)snprintf(name, sizeof(name), "/proc/%ld", pid);
    if (stat(name, &process) != 0)
        return;
    const struct passwd *user = getpwuid(process.st_uid);
    if (users->length > 0)
        buffer_add(users, ", ");
    if (user)
        buffer_addf(users, "%s (%ld)", user->pw_name, pid);
    else
        buffer_addf(users, "%u (%ld)", (unsigned)process.st_uid, pid);
}

static bool
is_new(long pids[USERS_MOST], size_t count, long pid)
{
    for (size_t i = 0; i < count; i++)
        if (pids[i] == pid)
            return false;
    return count < USERS_MOST && pid > 0 && pid != (long)getpid();
}

/* "1: POSIX  ADVISORY  READ 4711 fe:01:123456 1073741826 1073742335"; read past SQLite,
 * because to open and close the file here would drop the locks on it. */
void
file_users_find(const char *path, struct buffer *users)
{
    FILE *locks = fopen("/proc/locks", "re");
    struct stat status;
    long pids[USERS_MOST] = { 0 };
    size_t count = 0;
    char line[256];

    if (locks && stat(path, &status) == 0)
        while (fgets(line, sizeof(line), locks)) {
            unsigned device[2];
            unsigned long inode;
            long pid;
            if (sscanf(line, "%*s POSIX %*s %*s %ld %x:%x:%lu", &pid, &device[0],
                       &device[1], &inode) == 4 &&
                device[0] == major(status.st_dev) && device[1] == minor(status.st_dev) &&
                inode == status.st_ino && is_new(pids, count, pid)) {
                pids[count++] = pid;
                add_user(users, pid);
            }
        }
    if (locks)
        (void)fclose(locks);
}
