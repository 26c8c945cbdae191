/* SPDX-License-Identifier: GPL-3.0-or-later */
/* browse.c - listings, as the role may see them */
#include "atelier/app/browse.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/app/clashes.h"
#include "atelier/base/memory.h"
#include "atelier/store/listing_table.h"
#include "atelier/store/overview_table.h"
#include "atelier/store/seats_table.h"
#include "atelier/store/today_table.h"
#include "enrolment/free_seat.h"
#include "meeting/instants_shown.h"
#include "meeting/slots_ruled.h"
#include "record/agenda_people.h"
#include "record/past_days.h"
#include "session/session.h"
#include "workshop/workshop_seating.h"

/* A query as it is asked: on the day that the program lives in, by who asks. */
struct asked {
    struct listing_query query;
    struct past_days days;
    struct buffer people; /* of a calendar: whom the words find */
};

static void
ask_years(struct atelier *at, struct asked *asked)
{
    for (size_t i = 0; i < asked->days.year_count; i++) {
        const int year = asked->days.years[i];
        struct listing_time *time = &asked->query.times[i];

        (void)snprintf(time->word, sizeof(time->word), "%d", year);
        time->since = atelier_midnight(at, (struct date){ year, 1, 1 });
        time->until = atelier_midnight(at, (struct date){ year + 1, 1, 1 });
    }
}

/* The days among the words that are typed over a history are when acts were done. */
static void
ask_days(struct atelier *at, struct asked *asked)
{
    struct listing_query *query = &asked->query;

    past_days_read(&asked->days, query->search, query->today);
    ask_years(at, asked);
    if (date_is_none(asked->days.first))
        return;
    query->since = atelier_midnight(at, asked->days.first);
    query->until = atelier_midnight(at, date_add_days(asked->days.last, 1));
    query->search = buffer_text(&asked->days.words);
}

/* As in the other views of the calendar. */
static void
ask_people(struct atelier *at, struct asked *asked)
{
    if (asked->query.search)
        agenda_people_add(at, asked->query.search, &asked->people);
    if (asked->people.length > 0)
        asked->query.people = buffer_text(&asked->people);
}

/* The meeting, group or workshop whose rows are listed. */
static struct row_ref
subject_of(const struct listing_query *query)
{
    switch (query->kind) {
    case LISTING_REGISTRATION:
    case LISTING_PRESENCE:
    case LISTING_SEAT_LIMIT:
    case LISTING_MEETING_QUESTION:
    case LISTING_REPORT_ENTRY:
    case LISTING_SLOT:
    case LISTING_WORKSHOP:
    case LISTING_ITEM:
        return (struct row_ref){ ENTITY_MEETING, query->scope };
    case LISTING_MEMBERSHIP:
    case LISTING_QUORUM:
    case LISTING_GROUP_MEETING:
    case LISTING_OPEN_ENTRY:
        return (struct row_ref){ ENTITY_WORKING_GROUP, query->scope };
    case LISTING_WORKSHOP_CHOICE:
    case LISTING_SPEAKER:
        return (struct row_ref){ ENTITY_WORKSHOP, query->scope };
    default:
        return ROW_NONE;
    }
}

/* Of a meeting on its day, to whoever may read nothing else: who was there, and how the
 * day is cut; of a programme the rooms. */
static bool
is_of_day(const struct listing_query *query)
{
    const enum listing_kind kind = query->kind;

    return kind == LISTING_ROOM ||
           (query->scope != 0 && (kind == LISTING_PRESENCE || kind == LISTING_SLOT ||
                                  kind == LISTING_WORKSHOP || kind == LISTING_ITEM ||
                                  kind == LISTING_SPEAKER));
}

static bool
may_list(const struct atelier *at, const struct listing_query *query, struct error *err)
{
    return is_of_day(query) ? atelier_may(at, MAY_READ_DAY, subject_of(query), err)
                            : atelier_may(at, MAY_READ, ROW_NONE, err);
}

/* To be cleared. */
static struct asked
ask(struct atelier *at, const struct listing_query *query)
{
    struct asked asked = { .query = *query };

    asked.query.now = atelier_now(at);
    asked.query.today = atelier_today(at);
    asked.query.by_phone = session_reads_private_of(at, subject_of(query));
    if (query->kind == LISTING_JOURNAL || query->kind == LISTING_ROW_JOURNAL)
        ask_days(at, &asked);
    if (query->kind == LISTING_AGENDA)
        ask_people(at, &asked);
    return asked;
}

static void
asked_clear(struct asked *asked)
{
    past_days_clear(&asked->days);
    buffer_clear(&asked->people);
}

/* What the role may not read is as if it were blank (rule 13). */
static void
withhold(struct atelier *at, const struct listing_query *query, struct listing_page *page)
{
    const struct listing *listing = listing_get(query->kind);

    if (session_reads_private_of(at, subject_of(query)))
        return;
    for (size_t c = 0; c < listing->column_count; c++)
        for (size_t r = 0; listing->columns[c].is_private && r < page->count; r++) {
            free(page->rows[r].cells[c]);
            page->rows[r].cells[c] = NULL;
        }
}

bool
listing_fetch(struct atelier *at, const struct listing_query *query,
              enum listing_direction direction, const struct listing_key *key,
              size_t count, struct listing_page *page, struct error *err)
{
    struct asked asked = ask(at, query);
    const bool ok =
        may_list(at, query, err) &&
        listing_table_fetch(at->db, &asked.query, direction, key, count, page, err) &&
        (direction > LISTING_FROM || page->count > 0 || !slots_ruled_are_asked(query) ||
         slots_ruled_add(at, query->scope, page, err)) &&
        instants_show_page(at, listing_get(query->kind), page, err);
    if (ok)
        withhold(at, query, page);
    asked_clear(&asked);
    return ok;
}

static void
drop_row(struct listing_page *page, size_t index)
{
    struct listing_page dropped = { .rows = memory_new(1, sizeof(page->rows[0])),
                                    .count = 1,
                                    .column_count = page->column_count };

    dropped.rows[0] = page->rows[index];
    listing_page_clear(&dropped);
    page->count--;
    memmove(&page->rows[index], &page->rows[index + 1],
            (page->count - index) * sizeof(page->rows[0]));
}

bool
browse_day(struct atelier *at, struct listing_page *page, struct error *err)
{
    enum { MOST = 500, DAY = 24 * 60 * 60 };
    const struct listing_query query = { .kind = LISTING_MEETING_TO_COME,
                                         .brief = true,
                                         .from = atelier_now(at) - DAY };
    struct asked asked = ask(at, &query);
    const bool ok =
        atelier_may(at, MAY_READ_DAY, ROW_NONE, err) &&
        listing_table_fetch(at->db, &asked.query, LISTING_FIRST, NULL, MOST, page, err);

    for (size_t i = 0; ok && i < page->count;)
        if (atelier_may(at, MAY_READ_DAY,
                        (struct row_ref){ ENTITY_MEETING, page->rows[i].id }, NULL))
            i++;
        else
            drop_row(page, i);
    asked_clear(&asked);
    return ok;
}

bool
listing_locate(struct atelier *at, const struct listing_query *query, int64_t id,
               struct listing_key *key, struct error *err)
{
    struct asked asked = ask(at, query);
    const bool ok = may_list(at, query, err) &&
                    listing_table_locate(at->db, &asked.query, id, key, err);
    asked_clear(&asked);
    return ok;
}

bool
listing_count(struct atelier *at, const struct listing_query *query, int64_t most,
              int64_t *count, struct error *err)
{
    struct asked asked = ask(at, query);
    const bool ok = may_list(at, query, err) &&
                    listing_table_count(at->db, &asked.query, most, count, err) &&
                    (*count > 0 || !slots_ruled_are_asked(query) ||
                     slots_ruled_count(at, query->scope, count, err));
    asked_clear(&asked);
    return ok;
}

bool
listing_is_partial(struct atelier *at, const struct listing_query *query, bool *partial,
                   struct error *err)
{
    struct asked asked = ask(at, query);
    const bool ok = may_list(at, query, err) &&
                    listing_table_is_partial(at->db, &asked.query, partial, err);
    asked_clear(&asked);
    return ok;
}

bool
browse_seats(struct atelier *at, int64_t meeting, struct seats *seats, struct error *err)
{
    return atelier_may(at, MAY_READ_DAY, (struct row_ref){ ENTITY_MEETING, meeting },
                       err) &&
           seats_table_count(at->db, meeting, seats, err);
}

bool
browse_group(struct atelier *at, int64_t group, struct group_overview *overview,
             struct error *err)
{
    return atelier_may(at, MAY_READ, (struct row_ref){ ENTITY_WORKING_GROUP, group },
                       err) &&
           overview_table_group(at->db, group, atelier_now(at), atelier_today(at),
                                overview, err);
}

bool
browse_person(struct atelier *at, int64_t person, struct person_overview *overview,
              struct error *err)
{
    return atelier_may(at, MAY_READ, ROW_NONE, err) &&
           overview_table_person(at->db, person, atelier_now(at), atelier_today(at),
                                 overview, err);
}

bool
browse_organisation(struct atelier *at, int64_t organisation,
                    struct organisation_overview *overview, struct error *err)
{
    return atelier_may(at, MAY_READ, ROW_NONE, err) &&
           overview_table_organisation(at->db, organisation, atelier_now(at),
                                       atelier_today(at), overview, err);
}

static bool
count_in_workshop(struct atelier *at, struct today_item *item, struct error *err)
{
    struct workshop_enrolment enrolment;
    const bool ok = workshop_enrolment_load(&enrolment, at, item->workshop, err);
    const struct chooser *first = NULL;

    item->count =
        ok ? (int64_t)workshop_seating_count_next(&enrolment, &first) : item->count;
    item->other = first ? first->choice : item->other;
    workshop_enrolment_close(&enrolment);
    return ok;
}

static bool
count_free(struct atelier *at, struct today_item *item, struct error *err)
{
    return item->workshop ? count_in_workshop(at, item, err)
                          : free_seat_count(at, item->meeting, &item->count, err);
}

/* The table counts all who wait where a seat is free, and knows nothing of quotas and
 * turns: those alone are told of who could have one. */
static bool
drop_untrue(struct atelier *at, struct today_list *list, struct error *err)
{
    for (size_t i = 0; i < list->count;) {
        struct today_item *item = &list->items[i];
        const bool waits = item->kind == TODAY_WAITING_FREE_SEAT ||
                           item->kind == TODAY_WORKSHOP_FREE_SEAT;
        if (waits && !count_free(at, item, err))
            return false;
        if (!waits || item->count > 0)
            i++;
        else
            today_list_remove(list, i);
    }
    return true;
}

/* How far ahead clashes are looked for, those of leaders, and those of people, who are
 * many more.  The parts together are all kinds. */
enum { CLASHES_FOR = 366 * 86400, LEADERS_FOR = 31 * 86400, PEOPLE_FOR = 2 * 86400 };
static const struct {
    unsigned kinds;
    int64_t ahead;
} clash_parts[TODAY_CLASH_PARTS] = {
    { CLASH_BIT(ROOM), CLASHES_FOR },
    { CLASH_BIT(SMALL) | CLASH_BIT(GROUP), CLASHES_FOR },
    { CLASH_BIT(CHAIR), CLASHES_FOR },
    { CLASH_BIT(HOLIDAY) | CLASH_BIT(CLOSED), CLASHES_FOR },
    { CLASH_BIT(LEADER) | CLASH_BIT(LEAST), LEADERS_FOR },
    { CLASH_BIT(PERSON) | CLASH_BIT(SEATED), PEOPLE_FOR },
};

/* Those that nobody accepted yet. */
static bool
find_clashes(struct atelier *at, unsigned kinds, instant until, struct today_list *items,
             struct error *err)
{
    const struct span span = { .start = atelier_now(at), .end = until };
    struct clash_list list = { 0 };
    struct buffer words = { 0 };

    const bool ok = clashes_find(at, kinds, span, &list, err);

    for (size_t i = 0; ok && i < list.count; i++) {
        const struct clash *clash = &list.items[i];
        if (clash->is_accepted)
            continue;
        buffer_reset(&words);
        clash_add_brief(clash, &words);
        items->items = memory_grow(items->items, &items->capacity, items->count + 1,
                                   sizeof(items->items[0]));
        items->items[items->count++] = (struct today_item){
            .kind = TODAY_CLASH,
            .meeting = clash->first.meeting,
            .title = memory_copy(clash->first.title),
            .start = clash->first.start,
            .start_at = clash->first.start_at,
            .count = clash->count,
            .other = clash->second.meeting,
            .other_title = memory_copy(buffer_text(&words)),
            .since = INSTANT_NONE,
        };
    }
    buffer_clear(&words);
    clash_list_clear(&list);
    return ok;
}

bool
browse_today_clashes(struct atelier *at, size_t part, struct today_list *clashes,
                     struct error *err)
{
    assert(part < TODAY_CLASH_PARTS);
    database_set_sparing(at->db, true);
    const bool ok = find_clashes(at, clash_parts[part].kinds,
                                 atelier_now(at) + clash_parts[part].ahead, clashes, err);
    database_set_sparing(at->db, false);
    return ok;
}

static void
add_copies(struct today_list *list, const struct today_list *from)
{
    for (size_t i = 0; i < from->count; i++) {
        list->items = memory_grow(list->items, &list->capacity, list->count + 1,
                                  sizeof(list->items[0]));
        struct today_item *item = &list->items[list->count++];
        *item = from->items[i];
        item->title = memory_copy(item->title);
        item->other_title = memory_copy(item->other_title);
    }
}

static bool
load_today(struct atelier *at, size_t most, const struct today_list *clashes,
           struct today_list *list, size_t *dropped, struct error *err)
{
    struct today_list more = { 0 };

    add_copies(&more, clashes);
    const bool loaded = today_table_load(at->db, atelier_now(at), most, &more, list, err);
    today_list_clear(&more);
    if (!loaded)
        return false;
    const size_t found = list->count;
    const bool ok = drop_untrue(at, list, err);
    *dropped = found - list->count;
    return ok;
}

/* In place of those that were dropped, as many more are looked for, once. */
static bool
fill_today(struct atelier *at, size_t most, const struct today_list *clashes,
           struct today_list *list, struct error *err)
{
    size_t dropped = 0;

    if (!load_today(at, most, clashes, list, &dropped, err))
        return false;
    if (dropped == 0 || list->count + dropped < most)
        return true;
    const bool ok = load_today(at, most + dropped, clashes, list, &dropped, err);
    while (list->count > most)
        today_list_remove(list, list->count - 1);
    return ok;
}

bool
browse_today_beside(struct atelier *at, size_t most, const struct today_list *clashes,
                    struct today_list *list, struct error *err)
{
    return atelier_may(at, MAY_READ, ROW_NONE, err) &&
           fill_today(at, most, clashes, list, err);
}

bool
browse_today(struct atelier *at, size_t most, struct today_list *list, struct error *err)
{
    struct today_list clashes = { 0 };
    bool ok = true;

    for (size_t part = 0; ok && part < TODAY_CLASH_PARTS; part++)
        ok = browse_today_clashes(at, part, &clashes, err);
    ok = ok && browse_today_beside(at, most, &clashes, list, err);
    today_list_clear(&clashes);
    return ok;
}
