/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meeting_day_follow.c - which event of a calendar becomes which when a meeting changes
 */
#include <stdlib.h>

#include "atelier/base/memory.h"
#include "atelier/domain/meeting_day.h"

/* So long is what went a slip of the office's own. */
enum { SLIP_SECONDS = 24 * 60 * 60 };

/* Events that are known, those that are wanted, and which becomes which. */
struct matching {
    struct meeting_day_list *known;
    const struct meeting_day_list *wanted;
    const struct meeting_day_change *change;
    bool *is_used;                /* of each that is known */
    struct meeting_day **becomes; /* of each that is wanted; NULL: nothing yet */
    int64_t moved;                /* by how many days the days moved together */
};

typedef bool (*likeness)(const struct matching *m, const struct meeting_day *known,
                         const struct meeting_day *wanted);

static bool
is_the_same_slot(const struct matching *m, const struct meeting_day *known,
                 const struct meeting_day *wanted)
{
    (void)m;
    return wanted->slot != 0 && known->slot == wanted->slot;
}

static bool
is_the_day_that_moved(const struct matching *m, const struct meeting_day *known,
                      const struct meeting_day *wanted)
{
    return known->slot == 0 && wanted->slot == 0 &&
           date_to_days(known->start.date) + m->moved == date_to_days(wanted->start.date);
}

static bool
is_the_same_date(const struct matching *m, const struct meeting_day *known,
                 const struct meeting_day *wanted)
{
    (void)m;
    return date_compare(known->start.date, wanted->start.date) == 0;
}

static bool
can_come_back(const struct matching *m, const struct meeting_day *known)
{
    return m->change->now - known->changed_at <= SLIP_SECONDS;
}

static void
match(struct matching *m, likeness is_like, bool gone)
{
    for (size_t w = 0; w < m->wanted->count; w++)
        for (size_t k = 0; !m->becomes[w] && k < m->known->count; k++) {
            struct meeting_day *known = &m->known->items[k];
            if (m->is_used[k] || known->is_gone != gone ||
                (gone && !can_come_back(m, known)) ||
                !is_like(m, known, &m->wanted->items[w]))
                continue;
            m->becomes[w] = known;
            m->is_used[k] = true;
        }
}

/* The days without slots that nothing was found for yet: how many, and their ends. */
struct range {
    int64_t count;
    int64_t first;
    int64_t last;
};

static void
range_add(struct range *range, const struct meeting_day *day)
{
    const int64_t date = date_to_days(day->start.date);

    if (range->count == 0 || date < range->first)
        range->first = date;
    if (range->count == 0 || date > range->last)
        range->last = date;
    range->count++;
}

/* Of a meeting that moved, as many days elsewhere have moved along; more or fewer, of
 * which some stay, have not. */
static int64_t
days_moved(const struct matching *m)
{
    if (!m->change->is_moved)
        return 0;
    struct range before = { 0 };
    for (size_t k = 0; k < m->known->count; k++)
        if (!m->is_used[k] && !m->known->items[k].is_gone && m->known->items[k].slot == 0)
            range_add(&before, &m->known->items[k]);
    struct range after = { 0 };
    for (size_t w = 0; w < m->wanted->count; w++)
        if (!m->becomes[w] && m->wanted->items[w].slot == 0)
            range_add(&after, &m->wanted->items[w]);

    if (before.count == after.count || before.last < after.first ||
        after.last < before.first)
        return after.first - before.first;
    return 0;
}

static void
set_changed(struct meeting_day *day, const struct meeting_day_change *change)
{
    day->changed_at = change->now;
    day->is_changed = true;
    if (day->uid && !change->is_counted)
        day->sequence++;
}

static void
make_way(struct matching *m)
{
    for (size_t k = 0; k < m->known->count; k++) {
        struct meeting_day *day = &m->known->items[k];
        if (m->is_used[k] || day->is_gone)
            continue;
        if (m->change->is_untold) {
            day->is_forgotten = true;
            continue;
        }
        day->is_gone = true;
        set_changed(day, m->change);
        day->sequence += m->change->sequence;
    }
}

/* Calendars take it back when it counts further than they were told. */
static void
come_back(struct meeting_day *day, const struct meeting_day_change *change)
{
    day->is_gone = false;
    day->is_changed = true;
    day->changed_at = change->now;
    day->sequence =
        day->sequence < change->sequence ? 0 : day->sequence + 1 - change->sequence;
}

static void
become(struct meeting_day *day, const struct meeting_day *wanted,
       const struct meeting_day_change *change)
{
    const bool same = local_time_compare(day->start, wanted->start) == 0 &&
                      local_time_compare(day->end, wanted->end) == 0;

    day->is_changed = day->is_changed || day->slot != wanted->slot;
    day->slot = wanted->slot;
    day->start = wanted->start;
    day->end = wanted->end;
    if (day->is_gone)
        come_back(day, change);
    else if (!same)
        set_changed(day, change);
}

/* Last, for the list moves in memory when it grows. */
static void
add_new(const struct matching *m)
{
    for (size_t w = 0; w < m->wanted->count; w++)
        if (!m->becomes[w])
            become(meeting_day_list_add(m->known), &m->wanted->items[w], m->change);
}

void
meeting_day_list_follow(struct meeting_day_list *known,
                        const struct meeting_day_list *wanted,
                        const struct meeting_day_change *change)
{
    struct matching m = { .known = known, .wanted = wanted, .change = change };

    m.is_used = memory_new(known->count + 1, sizeof *m.is_used);
    m.becomes = memory_new(wanted->count + 1, sizeof(struct meeting_day *));
    match(&m, is_the_same_slot, false);
    m.moved = days_moved(&m);
    match(&m, is_the_day_that_moved, false);
    match(&m, is_the_same_date, false);
    match(&m, is_the_same_slot, true);
    match(&m, is_the_same_date, true);
    make_way(&m);
    for (size_t w = 0; w < wanted->count; w++)
        if (m.becomes[w])
            become(m.becomes[w], &wanted->items[w], change);
    add_new(&m);
    free(m.is_used);
    free(m.becomes);
}
