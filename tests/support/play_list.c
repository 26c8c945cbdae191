/* SPDX-License-Identifier: GPL-3.0-or-later */
/* play_list.c - the plays of a folder that can be played here */
#include "support/play_list.h"

#include <dirent.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/suite.h"

static int
by_name(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

#ifdef ENABLE_NLS
static bool
is_spoken(const char *folder, const char *name)
{
    (void)folder;
    (void)name;
    return true;
}
#else
/* Where there is English alone a play that shows French screens cannot be played. */
static bool
is_spoken(const char *folder, const char *name)
{
    char path[1024], line[1024];
    bool ok = true;

    (void)snprintf(path, sizeof(path), "%s/%s.steps", folder, name);
    FILE *file = fopen(path, "r");
    if (file == NULL)
        return true; /* and is told of when it is played */
    while (ok && fgets(line, sizeof(line), file) != NULL)
        ok = strncmp(line, "start ", strlen("start ")) != 0 ||
             strstr(line, " --language fr") == NULL;
    (void)fclose(file);
    return ok;
}
#endif

size_t
play_list_find(const char *folder, const char *only, char **names, size_t most)
{
    size_t count = 0;
    DIR *dir = opendir(folder);

    if (dir == NULL)
        suite_skip("the plays are not there");
    for (struct dirent *entry; (entry = readdir(dir)) != NULL;) {
        char *end = strstr(entry->d_name, ".steps");

        if (end == NULL || end[6] != '\0')
            continue;
        *end = '\0';
        if (!is_spoken(folder, entry->d_name))
            continue;
        if (only != NULL && strcmp(only, entry->d_name) != 0)
            continue;
        if (count == most) { /* none is left out in silence */
            (void)fprintf(stderr, "There are more than %zu plays.\n", most);
            abort();
        }
        names[count++] = strdup(entry->d_name);
    }
    (void)closedir(dir);
    qsort(names, count, sizeof(names[0]), by_name);
    return count;
}
