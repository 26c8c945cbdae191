/* SPDX-License-Identifier: GPL-3.0-or-later */
/* file_ask.c - asks for the path of a file; Tab completes it */
#include "widget/file_ask.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/app/display.h"
#include "atelier/base/language.h"
#include "loop.h"
#include "screen.h"
#include "widget/ask.h"
#include "widget/file_complete.h"
#include "widget/file_path.h"
#include "widget/line_edit.h"

void
file_ask_add_title(struct ui *ui, const char *deed, struct row_ref row,
                   struct buffer *title)
{
    const char *screen = ui_top_screen(ui)->screen->title;
    struct buffer what = { 0 };

    if (row.id != 0)
        display_title(ui_atelier(ui), row.entity, row.id, &what);
    else if (screen)
        buffer_add(&what, _(screen));
    buffer_add(title, deed);
    if (what.length > 0)
        buffer_addf(title, " · %s", buffer_text(&what));
    buffer_clear(&what);
}

/* Tab: the rest of the name, else the names among which more letters must choose. */
static void
complete(struct ui *ui, struct line_edit *line)
{
    struct buffer whole = { 0 }, names = { 0 };
    size_t count = file_complete(atelier_folder(ui_atelier(ui)), line_edit_text(line),
                                 &whole, &names);

    if (count == 0)
        ui_refuse(ui, "%s", _("No file begins like that."));
    else if (strcmp(buffer_text(&whole), line_edit_text(line)) != 0)
        line_edit_set(line, buffer_text(&whole));
    if (names.length > 0)
        ui_say(ui, "%s", buffer_text(&names));
    buffer_clear(&whole);
    buffer_clear(&names);
}

/* Where there is one folder, that is what has to be known of it. */
static char *
ask_within(struct ui *ui, const char *title, const char *start, bool offered,
           bool required)
{
    struct buffer text = { 0 };

    buffer_addf(&text,
                _("The name of a file in your own folder, like list.csv.  Files go from "
                  "there after %d days."),
                OWN_FOLDER_DAYS);
    char *typed =
        ask_completed(ui, title, buffer_text(&text), start, offered, required, complete);
    buffer_clear(&text);
    return typed;
}

static char *
ask_path(struct ui *ui, const char *title, const char *text, const char *start,
         bool offered, bool required)
{
    if (atelier_folder(ui_atelier(ui)))
        return ask_within(ui, title, start, offered, required);
    struct buffer shown = { 0 };

    if (start)
        file_path_add_short(&shown, start);
    char *typed =
        ask_completed(ui, title, text, buffer_text(&shown), offered, required, complete);
    buffer_clear(&shown);
    if (!typed)
        return NULL;
    char *path = file_path_expand(typed);
    free(typed);
    return path;
}

char *
file_ask(struct ui *ui, const char *title, const char *text, const char *start,
         bool required)
{
    return ask_path(ui, title, text, start, false, required);
}

char *
file_ask_new(struct ui *ui, const char *title, const char *text, const char *start,
             const char *name)
{
    struct buffer proposed = { 0 };

    if (start)
        return file_ask(ui, title, text, start, true);
    if (!atelier_folder(ui_atelier(ui)))
        buffer_add(&proposed, "~/");
    buffer_add(&proposed, name);
    char *typed = ask_path(ui, title, text, buffer_text(&proposed), true, true);
    buffer_clear(&proposed);
    return typed;
}

char *
file_ask_offered(struct ui *ui, const char *title, const char *text, const char *offered)
{
    return ask_path(ui, title, text, offered, true, true);
}
