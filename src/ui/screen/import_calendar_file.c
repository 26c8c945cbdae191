/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_calendar_file.c - which calendar is imported, for which group, and whether it
 * was left earlier */
#include "screen/import_calendar_file.h"

#include <stdlib.h>

#include "atelier/app/import_calendar_draft.h"
#include "atelier/base/language.h"
#include "screen/import_calendar_view.h"
#include "screen/import_left.h"
#include "widget/file_ask.h"
#include "widget/pager.h"
#include "widget/picker.h"

static int64_t
ask_group(struct ui *ui)
{
    return picker_run(ui, _("Whose meetings do they become?"), ENTITY_WORKING_GROUP, NULL,
                      NULL);
}

/* What was said of the events of a file that has changed since does not hold. */
static bool
go_on(struct calendar_view *view, struct ui *ui, const struct calendar_draft *draft)
{
    struct calendar_import_choice choice = draft->choice;
    struct error err = { 0 };

    if (!calendar_view_open(view, ui, &choice, &err))
        return ui_fail(ui, &err);
    if (calendar_draft_fits(draft, view->import))
        return true;
    choice.private = false;
    choice.cut = false;
    choice.mends = NULL;
    if (!calendar_view_open(view, ui, &choice, &err))
        return ui_fail(ui, &err);
    ui_say(ui, _("The file has changed since you were at it: its rows begin anew."));
    return true;
}

/* What was said of the file before holds for another one too, unless it is thrown away.
 */
static bool
open_anew(struct calendar_view *view, struct ui *ui, bool is_thrown_away)
{
    struct calendar_import_choice choice = { .group = view->group };
    struct error err = { 0 };

    if (!is_thrown_away)
        choice = calendar_view_choice(view);

    choice.private = false; /* it was said of what was seen there */
    choice.cut = false;
    choice.mends = NULL;
    return calendar_view_open(view, ui, &choice, &err) || ui_fail(ui, &err);
}

/* As it was left, or else anew; false when the path is to be asked for again. */
static bool
show(struct calendar_view *view, struct ui *ui)
{
    struct calendar_draft draft = { 0 };
    struct error ignored = { 0 };
    enum import_left_answer answer = IMPORT_LEFT_ANEW;

    if (calendar_draft_find(ui_atelier(ui), view->path, view->group, &draft, &ignored) &&
        draft.id != 0)
        answer = import_left_ask(ui, _("Import a calendar"), draft.at);
    const bool ok = answer != IMPORT_LEFT_BACK &&
                    ((answer == IMPORT_LEFT_GO_ON && go_on(view, ui, &draft)) ||
                     open_anew(view, ui, draft.id != 0));
    calendar_draft_clear(&draft);
    if (ok && *calendar_import_notes(view->import))
        pager_run(ui, _("About this calendar"), calendar_import_notes(view->import));
    return ok;
}

/* The file that was left last for the group is offered. */
static char *
ask_path(struct ui *ui, const struct calendar_view *view)
{
    const char *title = _("Import a calendar");
    const char *text = _("A calendar file of another program, like ~/calendar.ics.");
    instant at;

    if (view->path)
        return file_ask(ui, title, text, view->path, true);
    char *left = calendar_draft_last(ui_atelier(ui), view->group, &at);
    char *path = import_left_ask_path(ui, title, text, left, at);
    free(left);
    return path;
}

void
import_calendar_ask_file(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    struct calendar_view *view = state;
    if (!view->group)
        view->group = ask_group(ui);
    if (!view->group)
        return;
    do {
        char *path = ask_path(ui, view);
        if (!path)
            return;
        free(view->path); /* what was typed stays, to be corrected */
        view->path = path;
    } while (!show(view, ui));
}

void
import_calendar_other_group(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    struct calendar_view *view = state;
    const int64_t before = view->group;
    const int64_t group = ask_group(ui);

    if (!group)
        return;
    view->group = group;
    if (!show(view, ui))
        view->group = before;
}
