/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_view.c - the file on the import screen: shown, judged, and tried out */
#include "screen/import_view.h"

#include "atelier/app/import_draft.h"
#include "atelier/base/language.h"
#include "widget/pager.h"
#include "widget/progress.h"

void
import_view_rehearse(struct import_view *view, struct ui *ui)
{
    view->rehearsed = false;
    error_clear(&view->refusal);
    if (!view->goal.meeting && !view->goal.group)
        return;
    struct progress progress;
    progress_start(&progress, ui,
                   view->goal.meeting ? _("Counting the seats")
                                      : _("Counting the members"));
    view->rehearsed = import_rehearse(view->import, progress_step, &progress,
                                      &view->rehearsal, &view->refusal);
    progress_end(&progress);
}

bool
import_view_judge(struct import_view *view, struct ui *ui)
{
    struct progress progress;
    progress_start(&progress, ui, _("Reading the rows"));
    struct error err = { 0 };
    bool ok = import_judge(view->import, progress_step, &progress, &err);
    progress_end(&progress);
    if (view->selected >= import_row_count(view->import))
        view->selected = 0;
    if (!ok)
        return ui_fail(ui, &err);
    import_view_rehearse(view, ui);
    return true;
}

void
import_view_show(struct import_view *view, struct ui *ui, struct import *import)
{
    import_free(view->import);
    view->import = import;
    view->goal = *import_goal(import);
    view->unkept = false;
    view->written = false;
    view->selected = view->top = 0;
    if (*import_notes(import))
        pager_run(ui, _("About this file"), import_notes(import));
    import_view_judge(view, ui);
}

void
import_view_keep(struct import_view *view)
{
    struct error ignored = { 0 };
    view->unkept = !import_draft_keep(view->import, &ignored);
}

size_t
import_view_row_count(const struct import_view *view)
{
    return view->import ? import_row_count(view->import) : 0;
}

const char *
import_view_why_no_file(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    (void)ui;
    return ((struct import_view *)state)->import
               ? NULL
               : _("Open a file first, with %K{import.open}.");
}

const char *
import_view_why_no_rows(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    const char *why = import_view_why_no_file(ui, state, argument);
    if (why)
        return why;
    return import_view_row_count(state) ? NULL : _("The file has no rows.");
}
