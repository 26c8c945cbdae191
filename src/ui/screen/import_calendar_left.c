/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_calendar_left.c - the events of a calendar that are left out, saved */
#include "screen/import_calendar_left.h"

#include <stdlib.h>

#include "atelier/base/language.h"
#include "screen/import_calendar_view.h"
#include "widget/file_ask.h"
#include "widget/file_path.h"

const char *
import_calendar_why_none_left_out(struct ui *ui, void *state, int64_t argument)
{
    (void)ui;
    (void)argument;
    const struct calendar_view *view = state;

    if (!view->import)
        return _("Open a file first, with %K{calendar_import.open}.");
    return calendar_import_left_out(view->import) > 0
               ? NULL
               : _("No event of the file is left out.");
}

static char *
ask_path(struct ui *ui, const char *typed)
{
    return file_ask(ui, _("Save the events that are left out"),
                    _("A new calendar file, like ~/left-out.ics; the reasons stand in "
                      "comments."),
                    typed, true);
}

/* What was typed stays, to be corrected. */
void
import_calendar_save_left_out(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    const struct calendar_view *view = state;
    struct error err = { 0 };
    size_t events = 0;
    char *path = ask_path(ui, NULL);

    while (path && !calendar_import_save_refused(view->import, path, &events, &err)) {
        ui_fail(ui, &err);
        error_clear(&err);
        char *typed = ask_path(ui, path);
        free(path);
        path = typed;
    }
    if (!path)
        return;
    struct buffer name = { 0 };
    file_path_add(&name, atelier_folder(ui_atelier(ui)), path);
    ui_say(ui,
           ngettext("%zu event saved to %s.", "%zu events saved to %s.",
                    (unsigned long)events),
           events, buffer_text(&name));
    buffer_clear(&name);
    free(path);
}
