/* SPDX-License-Identifier: GPL-3.0-or-later */
/* close_report.c - a report is sent round, made final, reopened, approved */
#include "atelier/app/close_report.h"

#include <inttypes.h>
#include <stdlib.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "atelier/domain/act.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/when.h"
#include "atelier/store/report_table.h"
#include "atelier/store/row_table.h"
#include "noun/report_rule.h"
#include "session/operation.h"

/* A report in the hands of an act. */
struct closing {
    struct atelier *at;
    struct meeting meeting;
    struct report report;
    const char *reason;
    int64_t approved_at;
    const struct report_keeping *keeping;
};

static bool
load(struct closing *closing, int64_t meeting, struct error *err)
{
    struct atelier *at = closing->at;

    return row_load(at->db, &meeting_entity, meeting, &closing->meeting, err) &&
           report_table_find(at->db, meeting, &closing->report, err) &&
           (closing->report.head.id != 0 ||
            error_set(err, ERROR_RULE,
                      _("Nothing is in the report of this meeting yet.")));
}

static bool
write(struct closing *closing, struct error *err)
{
    struct atelier *at = closing->at;

    return row_update(at->db, &report_entity, &closing->report, at->login,
                      atelier_now(at), err);
}

/* One act on the report of a meeting. */
static bool
close_by(struct closing *closing, enum act act, int64_t meeting,
         bool (*how)(struct closing *closing, struct error *err), struct error *err)
{
    struct atelier *at = closing->at;

    if (!operation_begin(at, act_permission(act),
                         (struct row_ref){ ENTITY_MEETING, meeting }, err))
        return false;
    record_init(&meeting_entity, &closing->meeting);
    record_init(&report_entity, &closing->report);
    const bool ok = load(closing, meeting, err) && how(closing, err);
    const struct operation_note note = {
        .act = act,
        .entity = ENTITY_MEETING,
        .row = meeting,
        .summary = closing->meeting.title,
        .reason = closing->reason,
    };
    const bool written = operation_end(at, ok, &note, err);
    record_clear(&report_entity, &closing->report);
    record_clear(&meeting_entity, &closing->meeting);
    return written;
}

/* Whether such an act would be refused now; nothing is written. */
static bool
ask(struct atelier *at, enum act act, int64_t meeting,
    bool (*check)(struct closing *closing, struct error *err), struct error *err)
{
    const struct row_ref place = { ENTITY_MEETING, meeting };
    struct closing closing = { .at = at };

    record_init(&meeting_entity, &closing.meeting);
    record_init(&report_entity, &closing.report);
    const bool ok = atelier_may(at, act_permission(act), place, err) &&
                    load(&closing, meeting, err) && check(&closing, err);
    record_clear(&report_entity, &closing.report);
    record_clear(&meeting_entity, &closing.meeting);
    return ok;
}

static bool
check_filled(struct closing *closing, int64_t *remarks, struct error *err)
{
    int64_t entries;

    return report_table_count(closing->at->db, closing->meeting.head.id, &entries,
                              remarks, err) &&
           (entries > 0 || error_set(err, ERROR_RULE,
                                     _("Nothing is in the report of this meeting yet.")));
}

static bool
refuse_final(struct error *err)
{
    return error_set(err, ERROR_RULE, _("The report is final already."));
}

/* --- sent round */

static bool
circulate(struct closing *closing, struct error *err)
{
    int64_t remarks;

    if (closing->report.state == REPORT_FINAL)
        return refuse_final(err);
    if (closing->report.state == REPORT_CIRCULATED)
        return error_set(err, ERROR_RULE,
                         _("The report was sent round already; note the remarks that "
                           "come back."));
    if (!report_rule_check_open(closing->at, closing->meeting.head.id, err) ||
        !check_filled(closing, &remarks, err))
        return false;
    closing->report.state = REPORT_CIRCULATED;
    return write(closing, err);
}

bool
report_circulate(struct atelier *at, int64_t meeting, struct error *err)
{
    struct closing closing = { .at = at };

    return close_by(&closing, ACT_REPORT_CIRCULATE, meeting, circulate, err);
}

/* --- final */

static bool
check_remarks(int64_t remarks, struct error *err)
{
    return remarks == 0 ||
           error_set(err, ERROR_RULE,
                     ngettext("%" PRId64 " remark is still to be decided on: take it up "
                              "or leave it out first.",
                              "%" PRId64 " remarks are still to be decided on: take them "
                              "up or leave them out first.",
                              (unsigned long)remarks),
                     remarks);
}

static bool
number(struct closing *closing, struct error *err)
{
    struct report *report = &closing->report;
    int64_t last;

    if (report->number != NUMBER_NONE)
        return true;
    const bool ok =
        report_table_last_number(closing->at->db, closing->meeting.group, &last, err);
    report->number = last + 1;
    return ok;
}

static bool
check_finalise(struct closing *closing, struct error *err)
{
    int64_t remarks;

    if (closing->report.state == REPORT_FINAL)
        return refuse_final(err);
    if (!meeting_state_took_place(closing->meeting.state))
        return error_set(err, ERROR_RULE,
                         _("The meeting is %s: note that it was held, then its report "
                           "can be final."),
                         _(meeting_states[closing->meeting.state].label));
    return check_filled(closing, &remarks, err) && check_remarks(remarks, err);
}

static bool
finalise(struct closing *closing, struct error *err)
{
    const struct report_keeping *keeping = closing->keeping;

    if (!check_finalise(closing, err) || !number(closing, err))
        return false;
    closing->report.state = REPORT_FINAL;
    closing->report.final_at = atelier_now(closing->at);
    return write(closing, err) &&
           (!keeping ||
            keeping->keep(closing->at, &closing->report, keeping->context, err));
}

bool
report_check_finalise(struct atelier *at, int64_t meeting, struct error *err)
{
    return ask(at, ACT_REPORT_FINALISE, meeting, check_finalise, err);
}

bool
report_finalise(struct atelier *at, int64_t meeting, const struct report_keeping *keeping,
                struct error *err)
{
    struct closing closing = { .at = at, .keeping = keeping };

    return close_by(&closing, ACT_REPORT_FINALISE, meeting, finalise, err);
}

/* --- reopened */

/* What was read at a later meeting of the group stays as it was read there. */
static bool
refuse_older(struct closing *closing, int64_t latest, struct error *err)
{
    struct buffer day = { 0 };
    struct meeting later;

    record_init(&meeting_entity, &later);
    bool ok = row_load(closing->at->db, &meeting_entity, latest, &later, err);
    if (ok) {
        when_format_date(later.start.date, WHEN_SHORT, &day);
        ok =
            error_set(err, ERROR_RULE,
                      _("A later meeting of the group, of %s, has its final report: this "
                        "one is not reopened any more; say it in the next report."),
                      buffer_text(&day));
    }
    buffer_clear(&day);
    record_clear(&meeting_entity, &later);
    return ok;
}

static bool
check_reopen(struct closing *closing, struct error *err)
{
    int64_t latest;

    if (closing->report.state != REPORT_FINAL)
        return error_set(err, ERROR_RULE,
                         _("The report is not final: it can be changed as it is."));
    if (!report_table_latest_final(closing->at->db, closing->meeting.group, &latest, err))
        return false;
    return latest == closing->meeting.head.id || refuse_older(closing, latest, err);
}

bool
report_check_reopen(struct atelier *at, int64_t meeting, struct error *err)
{
    return ask(at, ACT_REPORT_REOPEN, meeting, check_reopen, err);
}

static bool
reopen(struct closing *closing, struct error *err)
{
    struct report *report = &closing->report;

    if (!check_reopen(closing, err))
        return false;
    if (!closing->reason)
        return error_set_field(err, ERROR_INPUT, "reason",
                               _("Say why: whoever read the report will ask."));
    report->state = REPORT_DRAFT;
    report->version++;
    report->final_at = INSTANT_NONE;
    report->approved_at = 0;
    return write(closing, err);
}

bool
report_reopen(struct atelier *at, int64_t meeting, const char *reason, struct error *err)
{
    char *tidy = text_is_blank(reason) ? NULL : text_tidy(reason);
    struct closing closing = { .at = at, .reason = tidy };
    const bool ok = close_by(&closing, ACT_REPORT_REOPEN, meeting, reopen, err);

    free(tidy);
    return ok;
}

/* --- approved */

static bool
is_later(struct atelier *at, const struct meeting *meeting, int64_t other,
         struct error *err)
{
    struct meeting later;

    record_init(&meeting_entity, &later);
    const bool ok =
        row_load(at->db, &meeting_entity, other, &later, err) &&
        ((later.group == meeting->group && later.start_at > meeting->start_at) ||
         error_set_field(err, ERROR_RULE, "at",
                         _("A report is approved at a later meeting of its group.")));
    record_clear(&meeting_entity, &later);
    return ok;
}

static bool
approve(struct closing *closing, struct error *err)
{
    struct report *report = &closing->report;
    int64_t where = closing->approved_at;

    if (report->state != REPORT_FINAL)
        return error_set(err, ERROR_RULE,
                         _("The report is not final yet; what may change is not "
                           "approved."));
    if (where == 0 &&
        !report_table_meeting_after(closing->at->db, report->meeting, &where, err))
        return false;
    if (where == 0)
        return error_set(err, ERROR_RULE,
                         _("The group has no later meeting yet at which its report could "
                           "be approved."));
    if (!is_later(closing->at, &closing->meeting, where, err))
        return false;
    if (report->approved_at == where)
        return true;
    if (report->approved_at != 0)
        return error_set(err, ERROR_RULE,
                         _("The report was approved at another meeting already."));
    report->approved_at = where;
    return write(closing, err);
}

bool
report_approve(struct atelier *at, int64_t meeting, int64_t approved_at,
               struct error *err)
{
    struct closing closing = { .at = at, .approved_at = approved_at };

    return close_by(&closing, ACT_REPORT_APPROVE, meeting, approve, err);
}
