/* SPDX-License-Identifier: GPL-3.0-or-later */
/* process.c - a mark by which another process of this computer sees that this one runs
 */
#include "atelier/base/process.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* In ticks since the computer started; 0 when it does not say.  `state` may be NULL. */
static unsigned long long
start_of(long pid, char *state)
{
    enum { FIELDS_BEHIND_NAME = 19 }; /* from the state to the start: proc(5) */
    char path[64];
    char line[1024] = "";

    (void)snprintf(path, sizeof(path), "/proc/%ld/stat", pid);
    FILE *file = fopen(path, "r");
    if (!file)
        return 0;
    const char *at = fgets(line, sizeof(line), file) ? strrchr(line, ')') : NULL;
    (void)fclose(file);
    if (at)
        at = strchr(at, ' ');
    if (at && state)
        *state = at[1];
    for (int i = 0; at && i < FIELDS_BEHIND_NAME; i++)
        at = strchr(at + 1, ' ');
    return at ? strtoull(at, NULL, 10) : 0;
}

void
process_add_mark(struct buffer *text)
{
    const long pid = (long)getpid();

    buffer_addf(text, "%ld:%llu", pid, start_of(pid, NULL));
}

bool
process_runs_elsewhere(const char *mark)
{
    char *end;
    const long pid = strtol(mark, &end, 10);

    if (pid <= 0 || *end != ':' || pid == (long)getpid() ||
        (kill((pid_t)pid, 0) != 0 && errno != EPERM))
        return false;
    char state = '\0';
    const unsigned long long start = start_of(pid, &state);
    if (state == 'Z' || state == 'X') /* it has ended, and nobody has asked how */
        return false;
    return start == 0 || start == strtoull(end + 1, NULL, 10);
}

/* A mark may have been made up by whoever wrote it down. */
void
process_hang_up(const char *mark)
{
    const long pid = strtol(mark, NULL, 10);
    struct stat own;
    struct stat other;
    char path[64];

    (void)snprintf(path, sizeof(path), "/proc/%ld/exe", pid);
    if (process_runs_elsewhere(mark) && stat("/proc/self/exe", &own) == 0 &&
        stat(path, &other) == 0 && own.st_dev == other.st_dev &&
        own.st_ino == other.st_ino)
        (void)kill((pid_t)pid, SIGHUP);
}
