/* SPDX-License-Identifier: GPL-3.0-or-later */
/* report_settle.c - what becomes of what is to be done, and how far a report is */
#include <stdlib.h>

#include "atelier/app/close_report.h"
#include "atelier/app/finish_report.h"
#include "atelier/app/write_report.h"
#include "atelier/base/language.h"
#include "atelier/domain/act.h"
#include "child_watch.h"
#include "report/entry_settling.h"
#include "report/report_page.h"
#include "widget/ask.h"
#include "widget/choose.h"

/* --- entries */

/* What comes up from before is told here; an entry of this report at the next meeting,
 * which this one is until it is over. */
static void
settle(const struct report_page *page, struct ui *ui, enum report_entry_state state)
{
    const struct entry_shown *shown = report_page_chosen(page);
    const bool is_own = shown->entry.meeting == page->meeting;

    if (shown->entry.kind == ENTRY_REMARK)
        entry_settling_run_remark(ui, shown->entry.head.id, state);
    else
        entry_settling_run(ui, shown->entry.head.id, state, is_own ? 0 : page->meeting);
}

static void
approve(struct report_page *page, struct ui *ui)
{
    struct error err = { 0 };

    if (page->view.is_approved)
        ui_say(ui, "%s", _("That report is approved already."));
    else if (report_approve(ui_atelier(ui), page->view.to_approve, page->meeting, &err))
        ui_say(ui, _("Approved.  %%K{program.undo} takes it back."));
    else
        ui_fail(ui, &err);
}

static bool
can_settle(const struct report_page *page, struct ui *ui)
{
    const struct entry_shown *shown = report_page_chosen(page);

    if (shown && report_entry_can_be_settled(shown->entry.kind))
        return true;
    ui_refuse(ui, "%s",
              _("Recommendations, decisions and remarks are done or dropped; this is "
                "none of them."));
    return false;
}

void
report_settle_done(struct ui *ui, void *state, int64_t argument)
{
    struct report_page *page = state;
    const struct report_stop *stop = report_page_stop(page);

    (void)argument;
    if (stop && stop->kind == STOP_APPROVAL)
        approve(page, ui);
    else if (can_settle(page, ui))
        settle(page, ui, ENTRY_DONE);
}

void
report_settle_drop(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    if (can_settle(state, ui))
        settle(state, ui, ENTRY_DROPPED);
}

void
report_settle_open(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    if (can_settle(state, ui))
        settle(state, ui, ENTRY_OPEN);
}

/* --- the report */

/* The child that prints it has ended: now it becomes final, and the PDF is kept. */
static void
end_final(struct ui *ui, void *context, const struct child *child)
{
    struct finish_job *job = context;
    struct finish_outcome outcome = { 0 };
    struct error err = { 0 };

    if (finish_job_end(job, child, &outcome, &err))
        ui_say(ui, _("The report is final, and its PDF kept.  %%K{program.undo} takes it "
                     "back."));
    else if (!ui_is_leaving(ui))
        ui_fail(ui, &err);
    finish_outcome_clear(&outcome);
    error_clear(&err);
    ui_refresh(ui);
}

static void
finalise(struct report_page *page, struct ui *ui)
{
    const struct meeting *meeting = &page->head.meeting;
    struct error err = { 0 };

    if (!meeting_state_took_place(meeting->state)) {
        ui_refuse(ui,
                  _("The meeting is %s: %%K{meeting.state} on its tab List notes that it "
                    "took place; then its report can be final."),
                  _(meeting_states[meeting->state].label));
        return;
    }
    struct finish_job *job = finish_job_start(ui_atelier(ui), page->meeting, NULL, &err);

    if (!job)
        ui_fail(ui, &err);
    else if (child_watch(ui, finish_job_child(job), end_final, job))
        ui_say(ui, "%s", _("It is being printed; you can go on."));
    else
        finish_job_discard(job);
}

static void
circulate(struct report_page *page, struct ui *ui)
{
    struct error err = { 0 };

    if (!report_circulate(ui_atelier(ui), page->meeting, &err)) {
        ui_fail(ui, &err);
        return;
    }
    ui_refresh(ui);
    report_round_show(page, ui);
    ui_say(ui, _("Noted as sent round.  %%K{report.copy} copies the addresses of who "
                 "was there; %%K{program.undo} takes it back."));
}

static void
reopen(struct report_page *page, struct ui *ui)
{
    const struct row_ref meeting = { ENTITY_MEETING, page->meeting };
    struct error err = { 0 };

    if (!ui_may(ui, ACT_REPORT_REOPEN_NEEDS, meeting))
        return;
    if (!report_check_reopen(ui_atelier(ui), page->meeting, &err)) {
        ui_fail(ui, &err);
        return;
    }
    char *reason = ask(ui, _("Reopen the report"),
                       _("Why?  It becomes a draft of the next version."), NULL, true);

    if (reason && report_reopen(ui_atelier(ui), page->meeting, reason, &err))
        ui_say(ui,
               _("The next version can be written.  %%K{program.undo} takes it back."));
    else if (reason)
        ui_fail(ui, &err);
    free(reason);
}

void
report_state_choose(struct ui *ui, void *state, int64_t argument)
{
    struct report_page *page = state;
    const enum report_state now = page->view.report.state;
    enum { ANSWERS_MOST = 2 };
    void (*runs[ANSWERS_MOST])(struct report_page * page, struct ui * ui);
    const char *answers[ANSWERS_MOST];
    size_t count = 0;

    (void)argument;
    if (now == REPORT_DRAFT) {
        runs[count] = circulate;
        answers[count++] = _("It is sent round: remarks come back as entries");
    }
    if (now != REPORT_FINAL) {
        runs[count] = finalise;
        answers[count++] = _("It is final: its entries do not change any more");
    } else {
        runs[count] = reopen;
        answers[count++] = _("Reopen it: the next version, with a reason");
    }
    if (now == REPORT_CIRCULATED) {
        runs[count] = report_round_show;
        answers[count++] = _("To whom it is sent, and its text");
    }
    struct buffer standing = { 0 };
    report_add_standing(page, &standing);
    const int answer = choose(ui, _("The report of this meeting"), buffer_text(&standing),
                              answers, count, 0);
    if (answer >= 0)
        runs[answer](page, ui);
    buffer_clear(&standing);
}
