/* SPDX-License-Identifier: GPL-3.0-or-later */
/* file_path.c - files as people name them: ~/list.csv */
#include "widget/file_path.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/memory.h"
#include "atelier/base/text.h"

enum { SHOWN_MOST = 120 }; /* columns of a path in a message */

/* NULL when the home folder is not known, or not one to abbreviate. */
static const char *
home_folder(void)
{
    const char *home = getenv("HOME");

    return home && home[0] == '/' && home[1] != '\0' ? home : NULL;
}

void
file_path_add_short(struct buffer *buffer, const char *path)
{
    const char *home = home_folder();
    size_t length = !home ? 0 : strlen(home);

    if (length > 0 && strncmp(path, home, length) == 0 && path[length] == '/')
        buffer_addf(buffer, "~%s", path + length);
    else
        buffer_add(buffer, path);
}

char *
file_path_expand(const char *typed)
{
    if (!home_folder() || typed[0] != '~' || (typed[1] != '/' && typed[1] != '\0'))
        return memory_copy(typed);
    struct buffer path = { 0 };
    buffer_addf(&path, "%s%s", home_folder(), typed + 1);
    return buffer_take(&path);
}

void
file_path_add(struct buffer *buffer, const struct own_folder *within, const char *path)
{
    if (within) {
        buffer_add(buffer, path);
        return;
    }
    char *whole = realpath(path, NULL);
    struct buffer shown = { 0 };

    file_path_add_short(&shown, !whole ? path : whole);
    size_t start = 0;
    while (text_width(buffer_text(&shown) + start) > SHOWN_MOST)
        start = text_next(buffer_text(&shown), start);
    buffer_addf(buffer, "%s%s", start > 0 ? "…" : "", buffer_text(&shown) + start);
    buffer_clear(&shown);
    free(whole);
}
