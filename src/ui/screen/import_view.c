/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_view.c - the file on the import screen: shown, judged, and tried out */
#include "screen/import_view.h"

#include <stdlib.h>

#include "atelier/app/import_draft.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "sentence.h"
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
    view->unread = !ok && err.kind == ERROR_CANCELLED;
    if (view->selected >= import_row_count(view->import))
        view->selected = 0;
    if (!ok && import_is_headless(view->import) &&
        !import_mapping_check(import_mapping(view->import), NULL)) {
        ui_say(ui,
               _("No heading is known here.  %%K{import.reading} guesses from the cells "
                 "what the columns hold, %%K{import.mapping} lets you say it."));
        return false;
    }
    if (view->unread) {
        error_clear(&err);
        struct buffer text = { 0 };
        sentence_add(ui, import_view_why_no_rows(ui, view, 0), &text);
        ui_say(ui, "%s", buffer_text(&text));
        buffer_clear(&text);
        return false;
    }
    if (!ok)
        return ui_fail(ui, &err);
    import_view_rehearse(view, ui);
    return true;
}

void
import_view_fail(struct import_view *view, struct ui *ui, const struct error *err)
{
    const struct error why = *err; /* which judging clears, when it is the view's own */

    if (why.kind == ERROR_CONFLICT)
        import_view_judge(view, ui);
    ui_fail(ui, &why);
}

/* Whose letters look wrong is told where to put them right. */
static void
show_notes(struct ui *ui, struct import *import)
{
    struct buffer text = { 0 };

    buffer_add(&text, import_notes(import));
    import_add_passed_noes(import, &text);
    import_add_empty_answers(import, &text);
    import_add_passed_people(import, &text);
    import_add_passed_wishes(import, &text);
    import_add_passed_answers(import, &text);
    if (import_wrong_lines(import) > 0) {
        buffer_add_char(&text, '\n');
        sentence_add(ui,
                     _("Close this, then press %K{import.reading} and choose the "
                       "encoding: it shows the same "
                       "words in each encoding."),
                     &text);
    }
    if (text.length > 0)
        pager_run(ui, _("About this file"), buffer_text(&text));
    buffer_clear(&text);
}

void
import_view_show(struct import_view *view, struct ui *ui, struct import *import)
{
    if (view->unkept)
        import_view_keep(view);
    import_free(view->import);
    view->import = import;
    view->goal = *import_goal(import);
    view->unkept = false;
    view->written = false;
    view->selected = view->top = 0;
    import_view_forget_steps(view);
    int64_t mended;
    int64_t decided;
    import_count_work(import, &mended, &decided);
    view->resumed = mended + decided > 0;
    show_notes(ui, import);
    import_view_judge(view, ui);
}

void
import_view_keep(struct import_view *view)
{
    struct error ignored = { 0 };
    view->unkept = !import_draft_keep(view->import, &ignored);
}

/* --- what was done last, taken back */

static void
drop_step(struct import_view *view, size_t index)
{
    free(view->steps[index].before);
    view->step_count--;
    for (size_t i = index; i < view->step_count; i++)
        view->steps[i] = view->steps[i + 1];
}

void
import_view_step(struct import_view *view, size_t row)
{
    if (view->step_count == IMPORT_STEPS_MOST) {
        drop_step(view, 0);
        view->resumed = true;
    }
    view->steps[view->step_count++] =
        (struct import_step){ .before = view->now, .row = row };
    view->now = import_draft_text(view->import);
    import_view_keep(view);
}

void
import_view_forget_steps(struct import_view *view)
{
    while (view->step_count > 0)
        drop_step(view, view->step_count - 1);
    free(view->now);
    view->now = view->import ? import_draft_text(view->import) : NULL;
    view->resumed = view->taken_back = false;
}

static void
say_taken_back(struct import_view *view, struct ui *ui, size_t index)
{
    struct import_row row = { 0 };

    if (index >= import_view_row_count(view) ||
        !import_row_load(view->import, index, &row, NULL)) {
        ui_say(ui, "%s", _("Taken back; the file is read as it was before."));
    } else {
        view->selected = index;
        ui_say(ui, _("Taken back; line %lld is as it was before."), (long long)row.line);
    }
    import_row_clear(&row);
}

/* Who takes back step after step does not mean an act that is written already. */
static bool
refuse_once_too_often(struct import_view *view, struct ui *ui)
{
    const bool taken_back = view->taken_back;

    view->taken_back = false;
    if (view->resumed)
        ui_refuse(ui, _("What you did with this file earlier is not taken back one by "
                        "one; %%K{import.settle} on its row changes it."));
    else if (taken_back)
        ui_refuse(ui, _("All that you did with this file is taken back; once more, "
                        "%%K{program.undo} undoes the act before it."));
    return view->resumed || taken_back;
}

bool
import_view_take_back(void *state, struct ui *ui)
{
    struct import_view *view = state;
    struct error err = { 0 };

    if (view->step_count == 0)
        return refuse_once_too_often(view, ui);
    const struct import_step last = view->steps[view->step_count - 1];
    const bool ok = import_draft_go_back(view->import, last.before, &err);
    if (ok) {
        free(view->now);
        view->now = memory_copy(last.before);
        view->goal = *import_goal(view->import);
    }
    drop_step(view, view->step_count - 1);
    view->taken_back = true;
    if (!ok)
        ui_fail(ui, &err);
    else if (import_view_judge(view, ui))
        say_taken_back(view, ui, last.row);
    import_view_keep(view);
    return true;
}

void
import_view_clear(struct import_view *view)
{
    if (view->unkept)
        import_view_keep(view);
    while (view->step_count > 0)
        drop_step(view, view->step_count - 1);
    free(view->now);
    import_free(view->import);
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
    if (((struct import_view *)state)->unread)
        return _("Reading was stopped; %K{import.settle} reads the rows.");
    return import_view_row_count(state) ? NULL : _("The file has no rows.");
}
