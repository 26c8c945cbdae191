/* SPDX-License-Identifier: GPL-3.0-or-later */
/* report_rule.c - what reports and their entries keep to, inside an act */
#include "noun/report_rule.h"

#include <inttypes.h>

#include "atelier/base/language.h"
#include "atelier/domain/item.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/workshop.h"
#include "atelier/store/report_table.h"
#include "atelier/store/row_table.h"

static bool
check_meeting(struct atelier *at, int64_t id, struct error *err)
{
    struct meeting meeting;

    record_init(&meeting_entity, &meeting);
    const bool ok =
        row_load(at->db, &meeting_entity, id, &meeting, err) &&
        (meeting.state != MEETING_CANCELLED ||
         error_set(err, ERROR_RULE,
                   _("The meeting is cancelled: there is nothing to report of it.")));
    record_clear(&meeting_entity, &meeting);
    return ok;
}

bool
report_rule_check_not_final(struct atelier *at, int64_t meeting, struct error *err)
{
    struct report report;

    record_init(&report_entity, &report);
    const bool ok = report_table_find(at->db, meeting, &report, err) &&
                    (report.head.id == 0 || report.state != REPORT_FINAL ||
                     error_set(err, ERROR_RULE,
                               _("The report is final: reopen it, or say it in the next "
                                 "one.")));
    record_clear(&report_entity, &report);
    return ok;
}

bool
report_rule_check_open(struct atelier *at, int64_t meeting, struct error *err)
{
    return check_meeting(at, meeting, err) &&
           report_rule_check_not_final(at, meeting, err);
}

bool
report_rule_ready(struct atelier *at, int64_t meeting, struct report *report,
                  struct error *err)
{
    if (!report_table_find(at->db, meeting, report, err))
        return false;
    if (report->head.id != 0)
        return true;
    report->meeting = meeting;
    report->state = REPORT_DRAFT;
    report->version = 1;
    return row_insert(at->db, &report_entity, report, at->login, atelier_now(at), err);
}

/* --- entries */

/* The meeting that a workshop or an item belongs to. */
static bool
check_part(struct atelier *at, const struct entity *entity, int64_t id, int64_t meeting,
           struct error *err)
{
    if (id == 0)
        return true;
    void *part = record_new(entity);
    const bool ok =
        row_load(at->db, entity, id, part, err) &&
        (field_number(entity_field(entity, "meeting"), part) == meeting ||
         error_set_field(err, ERROR_RULE, entity->name,
                         _("That is a part of another meeting; choose one of this "
                           "meeting.")));
    record_free(entity, part);
    return ok;
}

static bool
check_change(const struct report_entry *before, const struct report_entry *after,
             struct error *err)
{
    if (before->meeting != after->meeting)
        return error_set_field(
            err, ERROR_RULE, "meeting",
            _("An entry stays in the report of its meeting; add one to the other."));
    if (before->state != ENTRY_OPEN && !report_entry_can_be_settled(after->kind))
        return error_set_field(err, ERROR_RULE, "kind",
                               _("It is settled already; say that it is open again "
                                 "before it becomes something else."));
    return true;
}

bool
report_rule_check_entry(struct atelier *at, const struct report_entry *before,
                        const struct report_entry *after, struct error *err)
{
    return (!before || check_change(before, after, err)) &&
           check_part(at, &workshop_entity, after->workshop, after->meeting, err) &&
           check_part(at, &item_entity, after->item, after->meeting, err);
}

/* --- the meeting goes */

bool
report_rule_remove(struct atelier *at, int64_t meeting, struct error *err)
{
    int64_t entries;
    int64_t remarks;
    struct report report;

    if (!report_table_count(at->db, meeting, &entries, &remarks, err))
        return false;
    if (entries > 0)
        return error_set(
            err, ERROR_RULE,
            ngettext("Its report has %" PRId64 " entry: remove that first, or cancel the "
                     "meeting.",
                     "Its report has %" PRId64 " entries: remove these first, or cancel "
                     "the meeting.",
                     (unsigned long)entries),
            entries);
    record_init(&report_entity, &report);
    const bool ok =
        report_table_find(at->db, meeting, &report, err) &&
        (report.head.id == 0 ||
         row_delete(at->db, &report_entity, report.head.id, report.head.rev, err));
    record_clear(&report_entity, &report);
    return ok;
}
