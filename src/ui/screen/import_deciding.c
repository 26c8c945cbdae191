/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_deciding.c - what a person decides of the doubtful and refused rows of an import
 */
#include "screen/import_deciding.h"

#include "atelier/base/language.h"
#include "screen/import_form.h"
#include "screen/import_question.h"
#include "screen/import_view.h"

static bool
is_left_out(const struct import_view *view, size_t index)
{
    enum import_verdict verdict = import_row_verdict(view->import, index);
    return verdict == IMPORT_DOUBTFUL || verdict == IMPORT_REFUSED ||
           import_row_is_full(view->import, index);
}

void
import_deciding_next(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    struct import_view *view = state;
    size_t count = import_view_row_count(view);
    for (size_t i = 1; i <= count; i++) {
        size_t at = (view->selected + i) % count;
        if (is_left_out(view, at)) {
            view->selected = at;
            return;
        }
    }
    ui_say(ui, "%s", _("No row is doubtful, refused or without a seat."));
}

/* What was decided of other rows stays. */
static void
mend(struct import_view *view, struct ui *ui)
{
    if (!import_form_mend(ui, view->import, view->selected))
        return;
    const bool judged = import_view_judge(view, ui);
    import_view_keep(view);
    if (judged)
        ui_say(ui, _("Mended for this import; the file stays as it is."));
}

const char *
import_deciding_why_not_refused(struct ui *ui, void *state, int64_t argument)
{
    const struct import_view *view = state;
    const char *why = import_view_why_no_rows(ui, state, argument);
    return why ? why
           : import_row_verdict(view->import, view->selected) == IMPORT_REFUSED
               ? NULL
               : _("The row is not refused.");
}

/* The row without its e-mail, when that is what is wrong. */
void
import_deciding_leave_out(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    struct import_view *view = state;
    struct error err = { 0 };
    struct import_row row = { 0 };
    bool done = false;
    if (!import_leave_out_wrong(view->import, view->selected, &done, &err))
        ui_fail(ui, &err);
    else if (!done)
        ui_say(ui, _("What is wrong cannot be left out; %%K{import.settle} mends it."));
    else if (import_view_judge(view, ui) &&
             import_row_load(view->import, view->selected, &row, &err))
        ui_say(ui, "%s", row.reason ? row.reason : "");
    if (done)
        import_view_keep(view);
    import_row_clear(&row);
}

/* 0 while it is undecided. */
static int
decide_away(struct ui *ui, const struct import_row *row, int put_back, int leave)
{
    const int answer = import_question_away(ui, row);
    return answer < 0 ? 0 : answer ? put_back : leave;
}

/* A doubtful row: the known person, somebody new, or left out.  A refused one: mended. */
void
import_deciding_settle(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    struct import_view *view = state;
    struct import_row row = { 0 };
    struct error err = { 0 };
    enum { PUT_BACK = 3, LEAVE };
    int answer = 0;
    if (import_row_verdict(view->import, view->selected) == IMPORT_REFUSED) {
        mend(view, ui);
        return;
    }
    bool ok = import_row_load(view->import, view->selected, &row, &err);
    if (ok && row.away)
        answer = decide_away(ui, &row, PUT_BACK, LEAVE);
    else if (ok && row.verdict == IMPORT_DOUBTFUL)
        answer = import_question_who(ui, &row);
    else if (ok)
        ui_say(ui, "%s", row.reason ? row.reason : _("There is nothing to decide here."));
    if (ok && answer == PUT_BACK)
        ok = import_put_back(view->import, view->selected, &err);
    else if (ok && answer == LEAVE)
        ok = import_leave_away(view->import, view->selected, &err);
    else if (ok && answer > 0)
        ok = import_settle(view->import, view->selected, answer == 2 ? row.person : 0,
                           &err);
    if (!ok)
        ui_fail(ui, &err);
    else if (answer > 0) {
        import_view_keep(view);
        import_view_rehearse(view, ui);
    }
    import_row_clear(&row);
}
