/* SPDX-License-Identifier: GPL-3.0-or-later */
/* file_path.c - files as people name them: ~/list.csv */
#include "file_path.h"

#include <stdlib.h>
#include <string.h>

#include "../screen.h"
#include "ask.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "file_complete.h"
#include "line_edit.h"

enum { SHOWN_MOST = 120 }; /* columns of a path in a message */

/* NULL when the home folder is not known, or not one to abbreviate. */
static const char *
home_folder(void)
{
    const char *home = getenv("HOME");

    return home != NULL && home[0] == '/' && home[1] != '\0' ? home : NULL;
}

/* Adds a path with the home folder as ~. */
static void
add_short(struct buffer *buffer, const char *path)
{
    const char *home = home_folder();
    size_t length = home == NULL ? 0 : strlen(home);

    if (length > 0 && strncmp(path, home, length) == 0 && path[length] == '/')
        buffer_addf(buffer, "~%s", path + length);
    else
        buffer_add(buffer, path);
}

char *
file_path_expand(const char *typed)
{
    struct buffer path = { 0 };

    if (home_folder() == NULL || typed[0] != '~' || (typed[1] != '/' && typed[1] != '\0'))
        return memory_copy(typed);
    buffer_addf(&path, "%s%s", home_folder(), typed + 1);
    return buffer_take(&path);
}

/* Tab: the rest of the name, else the names among which more letters must choose. */
static void
complete(struct ui *ui, struct line_edit *line)
{
    struct buffer whole = { 0 }, names = { 0 };
    size_t count = file_complete(line_edit_text(line), &whole, &names);

    if (count == 0)
        ui_refuse(ui, "%s", _("No file begins like that."));
    else if (strcmp(buffer_text(&whole), line_edit_text(line)) != 0)
        line_edit_set(line, buffer_text(&whole));
    if (names.length > 0)
        ui_say(ui, "%s", buffer_text(&names));
    buffer_clear(&whole);
    buffer_clear(&names);
}

char *
file_path_ask(struct ui *ui, const char *title, const char *text, const char *start,
              bool required)
{
    struct buffer shown = { 0 };
    char *typed, *path;

    if (start != NULL)
        add_short(&shown, start);
    typed = ask_completed(ui, title, text, buffer_text(&shown), required, complete);
    buffer_clear(&shown);
    if (typed == NULL)
        return NULL;
    path = file_path_expand(typed);
    free(typed);
    return path;
}

void
file_path_add(struct buffer *buffer, const char *path)
{
    char *whole = realpath(path, NULL);
    struct buffer shown = { 0 };
    size_t start = 0;

    add_short(&shown, whole == NULL ? path : whole);
    while (text_width(buffer_text(&shown) + start) > SHOWN_MOST)
        start = text_next(buffer_text(&shown), start);
    buffer_addf(buffer, "%s%s", start > 0 ? "…" : "", buffer_text(&shown) + start);
    buffer_clear(&shown);
    free(whole);
}
