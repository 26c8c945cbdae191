/* SPDX-License-Identifier: GPL-3.0-or-later */
/* plan_past.c - what the past meetings of a group tell who plans its next one */
#include "atelier/app/plan_past.h"

#include <inttypes.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/store/meeting_table.h"
#include "atelier/store/presence_table.h"
#include "atelier/store/row_table.h"
#include "session/session.h"

bool
plan_past_load(struct atelier *at, const struct meeting *meeting, struct plan_past *past,
               struct error *err)
{
    int64_t ids[PLAN_PAST_MOST];
    size_t count = 0;

    *past = (struct plan_past){ 0 };
    const instant before =
        local_time_is_none(meeting->start) ? INSTANT_NONE : meeting->start_at;
    bool ok = atelier_may(at, MAY_READ, record_subject(&meeting_entity, meeting), err) &&
              meeting_table_held(at->db, meeting->group, before, PLAN_PAST_MOST, ids,
                                 &count, err);
    for (size_t i = 0; ok && i < count; i++) {
        struct presence_count came;
        ok = presence_table_count(at->db, ids[i], 0, &came, err);
        if (ok && came.present > 0)
            past->came[past->count++] = came.present;
    }
    return ok;
}

void
plan_past_add(const struct plan_past *past, struct buffer *text)
{
    struct buffer came = { 0 };

    for (size_t i = 0; i < past->count; i++)
        buffer_addf(&came, "%s%" PRId64, i > 0 ? ", " : "", past->came[i]);
    if (past->count == 1) /* TRANSLATORS: how many came to the group's last meeting: 31 */
        buffer_addf(text, _("last meeting: %s came"), buffer_text(&came));
    else if (past->count > 1) /* TRANSLATORS: of its last ones: last 3: 31, 28, 35 came */
        buffer_addf(text,
                    ngettext("last %zu: %s came", "last %zu: %s came",
                             (unsigned long)past->count),
                    past->count, buffer_text(&came));
    buffer_clear(&came);
}

/* Four weeks after the last one, and again until that is to come. */
static struct date
next_day(struct date day, struct date today)
{
    do
        day = date_add_days(day, 28);
    while (date_compare(day, today) <= 0);
    return day;
}

static void
take(struct meeting *meeting, const struct meeting *last, struct date today)
{
    const int64_t nights = date_to_days(last->end.date) - date_to_days(last->start.date);
    const struct date day = local_time_is_none(meeting->start)
                                ? next_day(last->start.date, today)
                                : meeting->start.date;

    meeting->room = last->room;
    meeting->mode = last->mode;
    meeting->seats = last->seats;
    memory_replace(&meeting->place, last->place);
    memory_replace(&meeting->zone, last->zone);
    meeting->start = last->start;
    meeting->start.date = day;
    meeting->end = last->end;
    meeting->end.date = date_add_days(day, nights);
}

/* 0: the group has no other. */
static bool
find_last(struct atelier *at, const struct meeting *meeting, int64_t *id,
          struct error *err)
{
    *id = 0;
    return atelier_may(at, MAY_READ, record_subject(&meeting_entity, meeting), err) &&
           meeting_table_last(at->db, meeting->group, meeting->head.id, id, err);
}

bool
plan_past_can_take(struct atelier *at, const struct meeting *meeting)
{
    struct error ignored = { 0 };
    int64_t id;
    const bool can = find_last(at, meeting, &id, &ignored) && id != 0;

    error_clear(&ignored);
    return can;
}

bool
plan_past_take(struct atelier *at, struct meeting *meeting, struct meeting *last,
               struct error *err)
{
    int64_t id;

    if (!find_last(at, meeting, &id, err))
        return false;
    if (id == 0)
        return error_set(err, ERROR_RULE,
                         _("The group has no other meeting to take it from."));
    if (!row_load(at->db, &meeting_entity, id, last, err))
        return false;
    take(meeting, last, atelier_today(at));
    return true;
}
