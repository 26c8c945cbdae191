/* SPDX-License-Identifier: GPL-3.0-or-later */
/* instants_check.c - whether the instants of meetings to come are those of today's rules
 */
#include <stdlib.h>

#include "atelier/app/instants.h"
#include "atelier/base/language.h"
#include "atelier/store/row_table.h"
#include "meeting/instants_moved.h"

static void
tell(const struct meeting *meeting, const struct error *unreadable,
     struct check_report *report)
{
    struct buffer title = { 0 };

    meeting_entity.title(meeting, &title);
    if (unreadable->kind != ERROR_NONE)
        check_report_add(report, _("%s: %s"), buffer_text(&title), unreadable->message);
    else
        check_report_add(report,
                         _("%s: its hour in UTC follows older rules of %s.  Open the "
                           "database once with an account that may plan: that puts it "
                           "right."),
                         buffer_text(&title), meeting->zone);
    buffer_clear(&title);
}

static bool
check_meeting(struct atelier *at, int64_t id, struct check_report *report,
              struct error *err)
{
    struct meeting meeting;
    struct span span;
    struct error unreadable = { 0 };
    record_init(&meeting_entity, &meeting);
    bool ok = row_load(at->db, &meeting_entity, id, &meeting, err);
    if (ok && (instants_moved(at, &meeting, &span, &unreadable) ||
               unreadable.kind != ERROR_NONE))
        tell(&meeting, &unreadable, report);
    record_clear(&meeting_entity, &meeting);
    return ok;
}

bool
instants_check(struct atelier *at, struct check_report *report, struct error *err)
{
    int64_t *ids = NULL;
    size_t count = 0;
    bool ok = instants_to_come(at, NULL, &ids, &count, err);

    for (size_t i = 0; ok && i < count; i++)
        ok = check_meeting(at, ids[i], report, err);
    free(ids);
    return ok;
}
