/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_deciding.c - what a person decides of the doubtful and refused rows of an import
 */
#include "screen/import_deciding.h"

#include <stdlib.h>

#include "atelier/app/import_draft.h"
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
    const size_t row = view->selected;

    if (!import_form_mend(ui, view, row))
        return;
    const bool judged = import_view_judge(view, ui);
    import_view_step(view, row);
    if (judged)
        ui_say(ui, _("Mended for this import; the file stays as it is."));
}

const char *
import_deciding_why_not_left_out(struct ui *ui, void *state, int64_t argument)
{
    const struct import_view *view = state;
    const char *why = import_view_why_no_rows(ui, state, argument);
    return why ? why
           : import_row_verdict(view->import, view->selected) != IMPORT_DOUBTFUL ||
                   import_row_is_left_out(view->import, view->selected)
               ? NULL
               : _("A doubtful row is left out already; %K{import.settle} decides it.");
}

/* Judged anew, the row says what became of it. */
static void
look_at_row(struct import_view *view, struct ui *ui)
{
    struct error err = { 0 };
    struct import_row row = { 0 };

    if (import_view_judge(view, ui) &&
        import_row_load(view->import, view->selected, &row, &err))
        ui_say(ui, "%s", row.reason ? row.reason : "");
    import_row_clear(&row);
}

/* A row that could be taken is not, or it is again. */
static void
leave_out_whole(struct import_view *view, struct ui *ui)
{
    const size_t row = view->selected;
    struct error err = { 0 };

    if (import_row_is_left_out(view->import, row)) {
        import_undecide(view->import, row);
        look_at_row(view, ui);
    } else if (!import_leave_out_row(view->import, row, &err)) {
        ui_fail(ui, &err);
    } else {
        import_view_rehearse(view, ui);
        ui_say(ui, _("The row is left out; the same key takes it again."));
    }
    import_view_step(view, row);
}

/* The row without its e-mail, when that is what is wrong; or with it again. */
void
import_deciding_leave_out(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    struct import_view *view = state;
    const size_t row = view->selected;
    struct error err = { 0 };
    bool done = import_row_is_cut(view->import, row);

    if (!done && import_row_verdict(view->import, row) != IMPORT_REFUSED) {
        leave_out_whole(view, ui);
        return;
    }
    if (done)
        import_unmend_row(view->import, row);
    else if (!import_leave_out_wrong(view->import, row, &done, &err))
        ui_fail(ui, &err);
    else if (!done)
        ui_say(ui, _("What is wrong cannot be left out; %%K{import.settle} mends it."));
    if (!done)
        return;
    look_at_row(view, ui);
    import_view_step(view, row);
}

/* --- whose row it is */

enum answer {
    NONE = -1,
    LEFT = IMPORT_WHO_NOBODY,
    IS_NEW = IMPORT_WHO_NEW,
    IS_KNOWN = IMPORT_WHO_KNOWN,
    MENDED = IMPORT_WHO_MEND,
    TAKEN = IMPORT_WHO_TAKEN,
    OUT,
    PUT_BACK,
    NOT_PUT_BACK
};

static enum answer
ask(struct ui *ui, const struct import_view *view, const struct import_row *row)
{
    if (row->verdict != IMPORT_DOUBTFUL) {
        const int taken = import_question_take(ui, row);
        return taken == IMPORT_WHO_NOBODY ? OUT : (enum answer)taken;
    }
    if (!row->away)
        return (enum answer)import_question_who(
            ui, row, import_row_is_mended(view->import, view->selected));
    const int answer = import_question_away(ui, row);
    return answer < 0 ? NONE : answer ? PUT_BACK : NOT_PUT_BACK;
}

static bool
obey(struct import_view *view, const struct import_row *row, enum answer answer,
     struct error *err)
{
    switch (answer) {
    case IS_NEW:
        return import_settle(view->import, view->selected, 0, err);
    case IS_KNOWN:
        return import_settle(view->import, view->selected, row->person, err);
    case PUT_BACK:
        return import_put_back(view->import, view->selected, err);
    case NOT_PUT_BACK:
        return import_leave_away(view->import, view->selected, err);
    case OUT:
        return import_leave_out_row(view->import, view->selected, err);
    case LEFT:
    case TAKEN:
    case MENDED:
    case NONE:
        break;
    }
    return true;
}

/* What a colleague wrote meanwhile shows when it is tried out. */
static void
try_out(struct import_view *view, struct ui *ui)
{
    import_view_step(view, view->selected);
    import_view_rehearse(view, ui);
    if (view->refusal.kind == ERROR_CONFLICT)
        import_view_fail(view, ui, &view->refusal);
}

/* Asks who a doubtful row is, or whether another one is taken, and does as is answered.
 */
static enum answer
decide(struct import_view *view, struct ui *ui)
{
    struct import_row row = { 0 };
    struct error err = { 0 };
    enum answer answer = NONE;
    bool ok = import_row_load(view->import, view->selected, &row, &err);

    if (ok)
        answer = ask(ui, view, &row);
    ok = ok && obey(view, &row, answer, &err);
    if (!ok)
        ui_fail(ui, &err);
    import_row_clear(&row);
    return ok ? answer : NONE;
}

/* As if it had not been decided, and back when it is not decided otherwise. */
static enum answer
decide_anew(struct import_view *view, struct ui *ui)
{
    struct error err = { 0 };
    char *before = import_draft_text(view->import);

    import_undecide(view->import, view->selected);
    const enum answer answer = import_view_judge(view, ui) ? decide(view, ui) : NONE;
    if (answer == NONE &&
        (import_draft_go_back(view->import, before, &err) || ui_fail(ui, &err)))
        import_view_judge(view, ui);
    free(before);
    return answer;
}

/* A doubtful row: the known person, somebody new, or left out.  A refused one: mended.
 * Any other: taken, left out, or mended. */
const char *
import_deciding_why_not_settled(struct ui *ui, void *state, int64_t argument)
{
    const struct import_view *view = state;

    return view->unread ? NULL : import_view_why_no_rows(ui, state, argument);
}

void
import_deciding_settle(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    struct import_view *view = state;
    if (view->unread) {
        import_view_judge(view, ui);
        return;
    }
    const size_t row = view->selected;
    const enum import_verdict verdict = import_row_verdict(view->import, row);
    const bool decided = import_row_is_decided(view->import, row);
    enum answer answer = MENDED;

    if (decided)
        answer = decide_anew(view, ui);
    else if (verdict != IMPORT_REFUSED &&
             (verdict == IMPORT_DOUBTFUL || !import_row_is_mended(view->import, row)))
        answer = decide(view, ui);
    if (answer == MENDED)
        mend(view, ui);
    else if (answer == TAKEN ? decided : answer > LEFT || (answer == LEFT && decided))
        try_out(view, ui);
}
