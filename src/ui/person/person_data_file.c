/* SPDX-License-Identifier: GPL-3.0-or-later */
/* person_data_file.c - all that is stored on somebody, written to a file */
#include "person/person_data_file.h"

#include <stdlib.h>

#include "atelier/app/file_name.h"
#include "atelier/app/person_data.h"
#include "atelier/base/language.h"
#include "widget/file_ask.h"
#include "widget/file_path.h"

static bool
write_file(struct ui *ui, const char *path)
{
    struct error err = { 0 };
    struct buffer name = { 0 };

    if (!person_data_write(ui_atelier(ui), ui_id(ui), path, &err))
        return ui_fail(ui, &err);
    file_path_add(&name, atelier_folder(ui_atelier(ui)), path);
    ui_say(ui, _("All that is stored on them is in %s."), buffer_text(&name));
    buffer_clear(&name);
    return true;
}

void
person_data_this(struct ui *ui, void *state, int64_t argument)
{
    struct buffer name = { 0 };
    struct buffer title = { 0 };
    char *path = NULL;
    bool done = false;

    (void)state;
    (void)argument;
    file_name_add(ui_atelier(ui), 0, _("Person"), "json", &name);
    file_ask_add_title(ui, _("All that is stored on a person"), ui_row(ui), &title);
    while (!done) {
        char *typed = file_ask_new(ui, buffer_text(&title),
                                   _("File, like ~/person.json: for whoever asks what is "
                                     "known of them."),
                                   path, buffer_text(&name));
        free(path);
        path = typed;
        done = !path || write_file(ui, path);
    }
    buffer_clear(&name);
    buffer_clear(&title);
    free(path);
}
