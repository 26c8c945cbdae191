/* SPDX-License-Identifier: GPL-3.0-or-later */
/* path.c - the parts of a file's name */
#include "atelier/base/path.h"

#include <string.h>

#include "atelier/base/memory.h"

char *
path_folder(const char *path)
{
    const char *slash = strrchr(path, '/');
    if (!slash)
        return memory_copy(".");
    return slash == path ? memory_copy("/")
                         : memory_copy_part(path, (size_t)(slash - path));
}

const char *
path_name(const char *path)
{
    const char *slash = strrchr(path, '/');

    return slash ? slash + 1 : path;
}
