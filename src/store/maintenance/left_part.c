/* SPDX-License-Identifier: GPL-3.0-or-later */
/* left_part.c - halves of files that a killed program left behind */
#include "maintenance/left_part.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "atelier/base/path.h"
#include "database/migration.h"

static const char ending[] = ".part";

/* NAME.PID.part, and no process has that number. */
static bool
is_of_the_dead(const char *name)
{
    const char *last = strrchr(name, '.');
    if (!last || strcmp(last, ending) != 0 || last == name)
        return false;
    const char *number = last;
    while (number > name && number[-1] >= '0' && number[-1] <= '9')
        number--;
    if (number == last || number <= name + 1 || number[-1] != '.')
        return false;
    const long pid = strtol(number, NULL, 10);
    return pid > 0 && kill((pid_t)pid, 0) != 0 && errno == ESRCH;
}

/* By its content: a file of another program may have such a name. */
static bool
is_half_of_ours(int file)
{
    enum { APPLICATION_PLACE = 68, BEGINNING = 72 };
    static const unsigned char application[] = {
        (unsigned char)(MIGRATION_APPLICATION_ID >> 24),
        (unsigned char)(MIGRATION_APPLICATION_ID >> 16),
        (unsigned char)(MIGRATION_APPLICATION_ID >> 8),
        (unsigned char)MIGRATION_APPLICATION_ID,
    };
    unsigned char bytes[BEGINNING];
    const ssize_t count = pread(file, bytes, sizeof(bytes), 0);

    return count == 0 ||
           (count == BEGINNING &&
            memcmp(bytes + APPLICATION_PLACE, application, sizeof(application)) == 0);
}

/* What root makes is given to whoever owns the file that it is for. */
static bool
is_ours(const struct stat *status)
{
    return S_ISREG(status->st_mode) && (status->st_uid == geteuid() || geteuid() == 0);
}

static void
look_at(int folder, const char *name)
{
    const int file = openat(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);

    if (file < 0)
        return;
    struct stat status;
    if (fstat(file, &status) == 0 && is_ours(&status) && is_half_of_ours(file)) {
        char journal[NAME_MAX + sizeof("-journal")];
        (void)unlinkat(folder, name, 0);
        (void)snprintf(journal, sizeof(journal), "%s-journal", name);
        (void)unlinkat(folder, journal, 0);
    }
    (void)close(file);
}

void
left_part_remove(const char *path)
{
    char *folder = path_folder(path);
    DIR *entries = opendir(folder);

    free(folder);
    if (!entries)
        return;
    struct dirent *entry;
    while ((entry = readdir(entries)))
        if (is_of_the_dead(entry->d_name))
            look_at(dirfd(entries), entry->d_name);
    (void)closedir(entries);
}
