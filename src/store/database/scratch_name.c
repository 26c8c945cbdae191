/* SPDX-License-Identifier: GPL-3.0-or-later */
/* scratch_name.c - where a copy lies for which SQLite has a name and a person has none */
#include "database/scratch_name.h"

#include <string.h>
#include <sys/stat.h>

#include "atelier/base/memory.h"

#define FOLDER "/atelier-"
#define UNKNOWN "XXXXXX"
#define COPY "/copy"

void
scratch_name_add_folder(struct buffer *folder, const char *place)
{
    buffer_addf(folder, "%s" FOLDER UNKNOWN, place);
}

void
scratch_name_add_file(struct buffer *name, const char *folder)
{
    buffer_addf(name, "%s" COPY, folder);
}

char *
scratch_name_place(const char *path)
{
    const size_t folder = sizeof(FOLDER UNKNOWN) - 1;
    const size_t behind = folder + sizeof(COPY) - 1;
    const size_t length = path ? strlen(path) : 0;

    if (length <= behind)
        return NULL;
    const char *end = path + length - behind;
    struct stat status;
    if (strncmp(end, FOLDER, sizeof(FOLDER) - 1) != 0 ||
        strcmp(end + folder, COPY) != 0 || lstat(path, &status) == 0)
        return NULL;
    return memory_copy_part(path, (size_t)(end - path));
}
