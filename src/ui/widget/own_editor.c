/* SPDX-License-Identifier: GPL-3.0-or-later */
/* own_editor.c - a longer text is written in the person's own editor */
#include "widget/own_editor.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/editor.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "own_program.h"
#include "widget/file_path.h"

/* --- how it ended */

static void
add_failure(const struct editor_call *call, enum lend_end end, int number,
            struct buffer *said)
{
    switch (end) {
    case LEND_NOT_STARTED:
        buffer_addf(said, _("%s cannot be started."), call->name);
        break;
    case LEND_FAILED:
        buffer_addf(said, _("%s ended with the status %d."), call->name, number);
        break;
    case LEND_KILLED:
        buffer_addf(said, _("%s was ended by the signal %d."), call->name, number);
        break;
    case LEND_HUNG_UP:
    case LEND_SUCCEEDED:
        break;
    }
}

/* The file stays where it is. */
static enum own_editor_end
refuse(struct ui *ui, const struct editor_call *call, const struct error *err)
{
    struct buffer path = { 0 };

    if (err->kind == ERROR_NOT_FOUND) {
        editor_call_remove(call);
        ui_fail(ui, err);
        return OWN_EDITOR_NOTHING;
    }
    file_path_add_short(&path, call->path);
    ui_refuse(ui, _("%s  Nothing was taken from it; it stays in %s."), err->message,
              buffer_text(&path));
    buffer_clear(&path);
    return OWN_EDITOR_NOTHING;
}

static enum own_editor_end
judge(struct ui *ui, const struct editor_call *call, enum lend_end end, int number,
      bool same)
{
    struct buffer said = { 0 };

    editor_call_remove(call);
    if (end == LEND_SUCCEEDED)
        return OWN_EDITOR_SAVED;
    add_failure(call, end, number, &said);
    if (same)
        ui_refuse(ui, _("%s  The text is as it was."), buffer_text(&said));
    else
        ui_refuse(ui, _("%s  What it had written is here, and not saved yet."),
                  buffer_text(&said));
    buffer_clear(&said);
    return same ? OWN_EDITOR_NOTHING : OWN_EDITOR_BROKEN;
}

static enum own_editor_end
run(struct ui *ui, const struct editor_call *call, const char *text, size_t most,
    char **written)
{
    struct error err = { 0 };
    char *typed = NULL;
    int number;
    const enum lend_end end =
        ui_lend(ui, (const char *const *)(void *)call->words, &number);

    if (end == LEND_HUNG_UP || end == LEND_KILLED)
        editor_call_rescue(call);
    if (!editor_call_read(call, most, &typed, &err))
        return refuse(ui, call, &err);
    char *tidy = text_tidy_lines(typed);
    const enum own_editor_end how =
        judge(ui, call, end, number, strcmp(typed, text) == 0 || strcmp(tidy, text) == 0);
    free(typed);
    if (how == OWN_EDITOR_NOTHING)
        free(tidy);
    else
        *written = tidy;
    return how;
}

enum own_editor_end
own_editor_run(struct ui *ui, const char *text, size_t most, char **written)
{
    struct editor_call call = { 0 };
    struct error err = { 0 };
    enum own_editor_end end = OWN_EDITOR_NOTHING;

    *written = NULL;
    if (!own_program_is_allowed(ui))
        ui_refuse(ui, "%s", own_program_why_not());
    else if (editor_call_init(&call, text, &err))
        end = run(ui, &call, text, most, written);
    else
        ui_fail(ui, &err);
    editor_call_clear(&call);
    return end;
}
