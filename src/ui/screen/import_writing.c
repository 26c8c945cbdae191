/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_writing.c - the rows of an import are written, and those left out saved */
#include "screen/import_writing.h"

#include <inttypes.h>
#include <stdlib.h>

#include "atelier/app/import_draft.h"
#include "atelier/base/language.h"
#include "screen/import_draw.h"
#include "screen/import_question.h"
#include "screen/import_reading.h"
#include "screen/import_view.h"
#include "widget/file_ask.h"
#include "widget/file_path.h"
#include "widget/pager.h"
#include "widget/progress.h"

/* Whoever imports must tell them: they are on no list.  What keeps several from a seat is
 * said once, before their names. */
static void
show_seatless(struct ui *ui, const struct import_view *view)
{
    struct buffer text = { 0 };
    struct import_row row = { 0 };
    const char *said = NULL;
    for (size_t i = 0; i < import_view_row_count(view); i++) {
        const char *why = import_row_no_seat(view->import, i);
        if (!why || !import_row_load(view->import, i, &row, NULL))
            continue;
        if (why != said)
            buffer_addf(&text, "%s%s\n", said ? "\n" : "", why);
        said = why;
        buffer_add(&text, "  ");
        import_draw_add_person(&row, &text);
        buffer_add_char(&text, '\n');
    }
    if (text.length > 0)
        pager_run(ui, _("These people found no seat"), buffer_text(&text));
    import_row_clear(&row);
    buffer_clear(&text);
}

static void
say_outcome(struct ui *ui, const struct import_view *view,
            const struct import_outcome *outcome)
{
    if (view->goal.meeting && outcome->waiting > 0)
        ui_say(ui,
               _("%" PRId64 " added, %" PRId64 " changed, %" PRId64
                 " registered, of them %" PRId64 " waiting; %" PRId64
                 " without a seat.  %%K{program.undo} takes all of it back."),
               outcome->added, outcome->changed, outcome->registered, outcome->waiting,
               outcome->full);
    else if (view->goal.meeting)
        ui_say(ui,
               _("%" PRId64 " added, %" PRId64 " changed, %" PRId64
                 " registered, %" PRId64
                 " without a seat.  %%K{program.undo} takes it back."),
               outcome->added, outcome->changed, outcome->registered, outcome->full);
    else if (view->goal.group)
        ui_say(ui,
               _("%" PRId64 " added, %" PRId64 " changed, %" PRId64
                 " joined the group.  %%K{program.undo} takes it back."),
               outcome->added, outcome->changed, outcome->joined);
    else
        ui_say(ui,
               _("%" PRId64 " added, %" PRId64 " changed, %" PRId64
                 " organisations created.  %%K{program.undo} takes it back."),
               outcome->added, outcome->changed, outcome->organisations);
}

/* What is left out is to be decided still; it is kept until all rows are written. */
static void
go_on(struct ui *ui, struct import_view *view, bool is_whole)
{
    struct error ignored = { 0 };

    if (is_whole) {
        (void)import_draft_drop(view->import, &ignored);
        ui_back(ui);
        return;
    }
    import_view_judge(view, ui);
    import_view_keep(view);
}

void
import_writing_run(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    struct import_view *view = state;
    const enum import_letters letters = import_question_letters(ui, view->import);
    if (letters == IMPORT_LETTERS_WRONG)
        import_reading_encoding(ui, state, argument);
    if (letters != IMPORT_LETTERS_RIGHT)
        return;
    import_take_letters(view->import);
    int64_t counts[IMPORT_VERDICT_COUNT];
    import_counts(view->import, counts);
    if (!import_question_write(ui, view->import, &view->rehearsal)) {
        ui_say(ui, _("Nothing was written."));
        return;
    }
    struct progress progress;
    progress_start(&progress, ui, _("Importing"));
    struct import_outcome outcome;
    struct error err = { 0 };
    bool ok = import_run(view->import, progress_step, &progress, &outcome, &err);
    progress_end(&progress);
    if (!ok) {
        import_view_fail(view, ui, &err);
        return;
    }
    import_view_forget_steps(view);
    view->written = true;
    view->unkept = false;
    show_seatless(ui, view);
    go_on(ui, view,
          counts[IMPORT_REFUSED] + counts[IMPORT_DOUBTFUL] + outcome.full +
                  outcome.unanswered ==
              0);
    say_outcome(ui, view, &outcome);
}

const char *
import_writing_why_none_left_out(struct ui *ui, void *state, int64_t argument)
{
    const struct import_view *view = state;
    int64_t counts[IMPORT_VERDICT_COUNT];
    const char *why = import_view_why_no_rows(ui, state, argument);

    if (why)
        return why;
    import_counts(view->import, counts);
    return counts[IMPORT_REFUSED] + counts[IMPORT_DOUBTFUL] > 0 ||
                   (view->rehearsed && view->rehearsal.full > 0)
               ? NULL
               : _("No row of the file is left out: there is none to save.");
}

void
import_writing_save(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    struct import_view *view = state;
    struct error err = { 0 };
    int64_t rows;
    char *path = NULL;
    for (;;) {
        char *typed = file_ask(
            ui, _("Save the rows that are left out"),
            _("A new CSV file, like ~/left-out.csv; the reasons stand beside the rows."),
            path, true);
        free(path);
        path = typed;
        if (!path)
            return;
        if (import_save_refused(view->import, path, &rows, &err))
            break;
        ui_fail(ui, &err);
        error_clear(&err);
    }
    struct buffer name = { 0 };
    file_path_add(&name, atelier_folder(ui_atelier(ui)), path);
    ui_say(ui,
           ngettext("%" PRId64 " row saved to %s.", "%" PRId64 " rows saved to %s.",
                    (unsigned long)rows),
           rows, buffer_text(&name));
    buffer_clear(&name);
    free(path);
}
