/* SPDX-License-Identifier: GPL-3.0-or-later */
/* path.c - the parts of a file's name */
#include "atelier/base/path.h"

#include <string.h>
#include <strings.h>

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

const char *
path_ending(const char *path)
{
    const char *dot = strrchr(path_name(path), '.');

    return dot ? dot + 1 : "";
}

bool
path_ends_in(const char *path, const char *ending)
{
    return strcasecmp(path_ending(path), ending) == 0;
}
