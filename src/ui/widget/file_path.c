/* SPDX-License-Identifier: GPL-3.0-or-later */
/* file_path.c - files as people name them: ~/list.csv */
#include "file_path.h"

#include <stdlib.h>
#include <string.h>

#include "ask.h"

/* NULL when the home folder is not known, or not one to abbreviate. */
static const char *
home_folder(void)
{
    const char *home = getenv("HOME");

    return home != NULL && home[0] == '/' && home[1] != '\0' ? home : NULL;
}

char *
file_path_ask(struct ui *ui, const char *title, const char *text, const char *start,
              bool required)
{
    struct buffer path = { 0 }, shown = { 0 };
    char *typed;

    if (start != NULL)
        file_path_add(&shown, start);
    typed = ask(ui, title, text, buffer_text(&shown), required);
    buffer_clear(&shown);
    if (typed == NULL || home_folder() == NULL || typed[0] != '~' ||
        (typed[1] != '/' && typed[1] != '\0'))
        return typed;
    buffer_addf(&path, "%s%s", home_folder(), typed + 1);
    free(typed);
    return buffer_take(&path);
}

void
file_path_add(struct buffer *buffer, const char *path)
{
    const char *home = home_folder();
    size_t length = home == NULL ? 0 : strlen(home);

    if (length > 0 && strncmp(path, home, length) == 0 && path[length] == '/')
        buffer_addf(buffer, "~%s", path + length);
    else
        buffer_add(buffer, path);
}
