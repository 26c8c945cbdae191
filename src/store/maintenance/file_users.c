/* SPDX-License-Identifier: GPL-3.0-or-later */
/* file_users.c - who has a database open */
#include "maintenance/file_users.h"

#include <pwd.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

enum { USERS_MOST = 8 }; /* a sentence, not a list */

static void
add_user(struct buffer *users, long pid)
{
    char name[40];
    (void)snprintf(name, sizeof(name), "/proc/%ld", pid);
    struct stat process;
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
is_new(const long *pids, size_t count, long pid)
{
    for (size_t i = 0; i < count; i++)
        if (pids[i] == pid)
            return false;
    return pid > 0 && pid != (long)getpid();
}

/* A line like "1: POSIX  ADVISORY  READ 4711 fe:01:123456 1073741826 1073742335": whose
 * lock it is, when it is one on that file; 0 otherwise. */
static long
holder(char *line, const struct stat *file)
{
    enum { KIND = 1, PID = 4, PLACE = 5, WORDS = 6 };
    char *words[WORDS] = { NULL };
    char *rest = NULL;

    for (size_t i = 0; i < WORDS; i++) {
        words[i] = strtok_r(i == 0 ? line : NULL, " \n", &rest);
        if (!words[i])
            return 0;
    }
    if (strcmp(words[KIND], "POSIX") != 0)
        return 0;
    char *end = NULL;
    const unsigned long device_major = strtoul(words[PLACE], &end, 16);
    if (*end != ':' || device_major != major(file->st_dev))
        return 0;
    const unsigned long device_minor = strtoul(end + 1, &end, 16);
    if (*end != ':' || device_minor != minor(file->st_dev))
        return 0;
    const unsigned long long inode = strtoull(end + 1, &end, 10);
    return *end == '\0' && inode == file->st_ino ? strtol(words[PID], NULL, 10) : 0;
}

/* Read past SQLite, because to open and close the file here would drop the locks on it.
 */
size_t
file_users_list(const char *path, long *pids, size_t most)
{
    FILE *locks = fopen("/proc/locks", "re");
    struct stat status;
    size_t count = 0;
    char line[256];

    if (locks && stat(path, &status) == 0)
        while (count < most && fgets(line, sizeof(line), locks)) {
            const long pid = holder(line, &status);
            if (is_new(pids, count, pid))
                pids[count++] = pid;
        }
    if (locks)
        (void)fclose(locks);
    return count;
}

void
file_users_find(const char *path, struct buffer *users)
{
    long pids[USERS_MOST] = { 0 };
    const size_t count = file_users_list(path, pids, USERS_MOST);

    for (size_t i = 0; i < count; i++)
        add_user(users, pids[i]);
}
