/* SPDX-License-Identifier: GPL-3.0-or-later */
/* program_path.c - where the program of a name is, as a shell finds it */
#include "atelier/base/program_path.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "atelier/base/buffer.h"
#include "atelier/base/memory.h"

static bool
is_program(const char *path)
{
    struct stat is;

    return stat(path, &is) == 0 && S_ISREG(is.st_mode) && access(path, X_OK) == 0;
}

char *
program_path_find(const char *name)
{
    if (strchr(name, '/'))
        return is_program(name) ? memory_copy(name) : NULL;
    const char *folders = getenv("PATH");
    struct buffer path = { 0 };

    for (folders = folders ? folders : "/usr/bin:/bin"; *folders;) {
        const size_t length = strcspn(folders, ":");

        buffer_reset(&path);
        buffer_add_part(&path, folders, length);
        buffer_addf(&path, "/%s", name);
        if (*folders == '/' && is_program(buffer_text(&path)))
            return buffer_take(&path);
        folders += length + (folders[length] == ':');
    }
    buffer_clear(&path);
    return NULL;
}
