/* SPDX-License-Identifier: GPL-3.0-or-later */
/* audit.c - what does not hold of the attendance of meetings that are over, in words */
#include "atelier/app/audit.h"

#include <inttypes.h>

#include "atelier/app/clashes.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/when.h"
#include "atelier/store/audit_table.h"
#include "atelier/store/row_table.h"
#include "session/session.h"

/* --- in words */

static void
add_slot(const struct audit_finding *finding, struct buffer *text)
{
    if (finding->slot)
        buffer_addf(text, _("%s: "), finding->slot);
}

static void
say_unsigned(const struct audit_finding *finding, struct buffer *text)
{
    const unsigned long in_room = (unsigned long)finding->in_room;

    if (!finding->slot)
        buffer_add(text, _("It has no slot, so nobody was marked and nobody signed."));
    else if (finding->in_room == 0)
        buffer_add(text, _("nobody is marked, and nobody signed."));
    else if (finding->signatures == 0)
        buffer_addf(text,
                    ngettext("nobody signed, and %" PRId64 " person was in the room.",
                             "nobody signed, and %" PRId64 " people were in the room.",
                             in_room),
                    finding->in_room);
    else
        buffer_addf(
            text,
            ngettext("%" PRId64 " signature is missing, of %" PRId64 " in the room.",
                     "%" PRId64 " signatures are missing, of %" PRId64 " in the room.",
                     (unsigned long)finding->unsigned_by),
            finding->unsigned_by, finding->in_room);
}

static void
add_moment(struct atelier *at, instant moment, struct buffer *text)
{
    struct local_time local = { 0 };

    if (!atelier_local_time(at, moment, NULL, &local, NULL))
        local = local_time_from_instant(moment);
    when_format_local_time(local, text);
}

static void
say_reprinted(struct atelier *at, const struct audit_finding *finding,
              struct buffer *text)
{
    struct buffer printed = { 0 };
    struct buffer signed_on = { 0 };

    add_moment(at, finding->at, &printed);
    add_moment(at, finding->signed_at, &signed_on);
    buffer_addf(text,
                _("Version %" PRId64 " of the sheet was printed on %s, after the first "
                  "signature was noted on %s."),
                finding->number, buffer_text(&printed), buffer_text(&signed_on));
    buffer_clear(&printed);
    buffer_clear(&signed_on);
}

static void
say(struct atelier *at, struct audit_finding *finding)
{
    struct buffer text = { 0 };

    add_slot(finding, &text);
    switch (finding->kind) {
    case AUDIT_UNSIGNED:
        say_unsigned(finding, &text);
        break;
    case AUDIT_ROOM:
        buffer_addf(&text,
                    ngettext("%" PRId64 " signature, and %s has %" PRId64 " seats.",
                             "%" PRId64 " signatures, and %s has %" PRId64 " seats.",
                             (unsigned long)finding->signatures),
                    finding->signatures, finding->name, finding->number);
        break;
    case AUDIT_TWO_PLACES:
        buffer_addf(&text, _("%s was at “%s” (%" PRId64 ") at the same time."),
                    finding->name, finding->other, finding->other_id);
        break;
    case AUDIT_REPRINTED:
        say_reprinted(at, finding, &text);
        break;
    case AUDIT_SCAN:
        buffer_addf(&text,
                    _("Version %" PRId64 " of the sheet was printed, and no scan of it "
                      "with its signatures is noted."),
                    finding->number);
        break;
    case AUDIT_HOLIDAY: /* as clashes have it */
    case AUDIT_COUNT:
        break;
    }
    if (!finding->says)
        finding->says = buffer_take(&text);
    buffer_clear(&text);
}

/* --- found */

static void
add_holiday(struct atelier *at, const struct clash *clash, struct audit_list *list)
{
    struct audit_finding *finding = audit_list_add(list);
    struct buffer text = { 0 };

    clash_describe(at, clash, &text);
    *finding = (struct audit_finding){
        .kind = AUDIT_HOLIDAY,
        .meeting = clash->first.meeting,
        .title = memory_copy(clash->first.title),
        .start = clash->first.start,
        .end = clash->first.end,
        .zone = memory_copy(clash->first.zone),
        .start_at = clash->first.start_at,
        .says = buffer_take(&text),
    };
}

/* Of those that begin in the span. */
static bool
find_holidays(struct atelier *at, const struct audit_query *query,
              struct audit_list *list, struct error *err)
{
    struct clash_list clashes = { 0 };
    const bool ok = clashes_find(at, CLASH_BIT(HOLIDAY), query->span, &clashes, err);

    for (size_t i = 0; ok && i < clashes.count; i++) {
        const struct clash_side *side = &clashes.items[i].first;
        if (side->end_at <= query->now && side->start_at >= query->span.start &&
            (!query->meeting || side->meeting == query->meeting))
            add_holiday(at, &clashes.items[i], list);
    }
    clash_list_clear(&clashes);
    return ok;
}

static bool
find(struct atelier *at, const struct audit_query *query, struct audit_list *list,
     struct error *err)
{
    if (!audit_table_find(at->db, query, list, err) ||
        !find_holidays(at, query, list, err))
        return false;
    for (size_t i = 0; i < list->count; i++)
        say(at, &list->items[i]);
    audit_list_sort(list);
    return true;
}

static bool
check_over(const struct atelier *at, const struct meeting *meeting, struct error *err)
{
    if (!meeting_takes_place(meeting))
        return error_set(err, ERROR_RULE,
                         _("This meeting did not take place: nobody signed for it."));
    return meeting->end_at <= atelier_now(at) ||
           error_set(err, ERROR_RULE,
                     _("This meeting is not over: what was signed is looked at "
                       "afterwards."));
}

bool
audit_of_meeting(struct atelier *at, int64_t meeting, struct audit_list *list,
                 struct error *err)
{
    struct meeting *about = record_new(&meeting_entity);
    struct audit_query query = { .meeting = meeting, .now = atelier_now(at) };
    bool ok =
        atelier_may(at, MAY_READ, (struct row_ref){ ENTITY_MEETING, meeting }, err) &&
        row_load(at->db, &meeting_entity, meeting, about, err) &&
        check_over(at, about, err);

    query.span = (struct span){ about->start_at, about->end_at };
    ok = ok && find(at, &query, list, err);
    record_free(&meeting_entity, about);
    return ok;
}

bool
audit_of_span(struct atelier *at, struct span span, struct audit_list *list,
              struct error *err)
{
    const struct audit_query query = { .span = span, .now = atelier_now(at) };

    return atelier_may(at, MAY_READ, ROW_NONE, err) && find(at, &query, list, err);
}

void
audit_add_unknown(const struct atelier *at, struct buffer *text)
{
    buffer_add(text, _("Not known here: whether the chair and the leader signed, and the "
                       "hour of a signature but for the one at which it was noted.\n"));
    if (at->settings.holidays == HOLIDAYS_NONE && !at->settings.own_holidays)
        buffer_add(text, _("Public holidays are not looked at: the settings name "
                           "none.\n"));
}
