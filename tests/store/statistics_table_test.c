/* SPDX-License-Identifier: GPL-3.0-or-later */
/* statistics_table_test.c - each person at each meeting is counted once, and every figure
 * is as long as the list behind it */
#include "atelier/store/statistics_table.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/domain/category.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/organisation.h"
#include "atelier/domain/person.h"
#include "atelier/domain/presence.h"
#include "atelier/domain/slot.h"
#include "atelier/domain/working_group.h"
#include "atelier/store/listing_table.h"
#include "atelier/store/presence_table.h"
#include "support/rows.h"
#include "support/suite.h"

#define TODAY ((struct date){ 2027, 3, 1 })

static struct database *db;
static struct error err;
static instant now;
static struct statistics figures;
static int64_t towns, regions; /* categories */
static int64_t city;           /* an organisation, in the West */
static int64_t group;
static int64_t meeting; /* last February */
static int64_t morning, afternoon;

static int64_t
add_slot(int64_t of, const char *start, const char *end)
{
    return rows_add(db, &slot_entity, "meeting", rows_number(of), "label", start, "start",
                    start, "end", end, NULL);
}

static int64_t
add_person(const char *family)
{
    return rows_add(db, &person_entity, "family", family, NULL);
}

static void
mark_as(int64_t registration, int64_t slot, const char *kind, const char *remote)
{
    rows_add(db, &presence_entity, "registration", rows_number(registration), "slot",
             rows_number(slot), "kind", kind, "remote", remote, "at",
             "2027-02-01T09:30:00Z", "by", "lea", "reason", "because", NULL);
}

static void
mark(int64_t registration, int64_t slot, const char *kind)
{
    mark_as(registration, slot, kind, "0");
}

static void
set_up(void)
{
    db = database_open(":memory:", DATABASE_CREATE, false, &err);
    ck_assert_msg(db != NULL, "%s", err.message);
    ck_assert(instant_parse("2027-03-01T09:00:00Z", &now));
    towns = rows_add(db, &category_entity, "name", "Towns", "order", "2", NULL);
    regions = rows_add(db, &category_entity, "name", "Regions", "order", "1", NULL);
    city = rows_add(db, &organisation_entity, "name", "City", "territory", "West", NULL);
    group = rows_add(db, &working_group_entity, "code", "URB", "name", "Towns", NULL);
    meeting = rows_add_meeting(db, group, "Squares", "2027-02-01 09:00");
    morning = add_slot(meeting, "2027-02-01 09:00", "2027-02-01 10:00");
    afternoon = add_slot(meeting, "2027-02-01 10:00", "2027-02-01 11:00");
}

static void
tear_down(void)
{
    statistics_clear(&figures);
    database_close(db);
}

static void
count(const struct statistics_wish *wish)
{
    ck_assert_msg(statistics_table_count(db, wish, now, &figures, &err), "%s",
                  err.message);
}

/* "Towns 3 2 1 1 0 0 1, 50%": the label, the figures, the rate; in the order of the rows.
 */
static void
expect(const struct statistics_wish *wish, const char *expected)
{
    struct buffer text = { 0 };

    count(wish);
    for (size_t i = 0; i < figures.count; i++) {
        const struct statistics_row *row = &figures.rows[i];
        buffer_addf(&text, "%s%s%s", row->period ? row->period : "",
                    row->period ? " " : "", row->label ? row->label : "-");
        for (int f = 0; f < FIGURE_COUNT; f++)
            buffer_addf(&text, " %lld", (long long)row->figures[f]);
        buffer_addf(&text, ", %d%%\n", statistics_rate(row));
    }
    ck_assert_str_eq(buffer_text(&text), expected);
    buffer_clear(&text);
}

static void
expect_total(const char *expected)
{
    const struct statistics_wish wish = { .by = STATISTICS_BY_GROUP };

    expect(&wish, expected);
}

START_TEST(somebody_seen_in_two_slots__is_one_person__and_remote_if_in_the_room_in_none)
{
    const int64_t anna = rows_add_registration(db, meeting, add_person("A"), "accepted");
    const int64_t bert = rows_add_registration(db, meeting, add_person("B"), "accepted");

    mark_as(anna, morning, "present", "1");
    mark(anna, afternoon, "signed");
    mark_as(bert, morning, "present", "1");
    mark_as(bert, afternoon, "left", "1");
    expect_total("URB 2 2 2 1 1 0 0, 100%\n");
}
END_TEST

START_TEST(somebody_on_the_list_twice__is_counted_once__as_the_newest_says)
{
    const int64_t anna = add_person("A");
    const int64_t old = rows_add_registration(db, meeting, anna, "withdrawn");
    const int64_t new = rows_add_registration(db, meeting, anna, "accepted");
    const struct statistics_wish by_category = { .by = STATISTICS_BY_CATEGORY };

    rows_change(db, &registration_entity, old, "category", rows_number(towns), NULL);
    rows_change(db, &registration_entity, new, "category", rows_number(regions), NULL);
    mark(old, morning, "present"); /* under the one that was withdrawn since */
    expect(&by_category, "Regions 1 1 1 1 0 0 0, 100%\n");
}
END_TEST

START_TEST(
    who_neither_came_nor_wrote__is_absent_where_others_were_marked__once_it_is_over)
{
    rows_add_registration(db, meeting, add_person("A"), "accepted");
    rows_add_registration(db, meeting, add_person("B"), "invited");
    expect_total("URB 2 1 0 0 0 0 0, -1%\n");

    const int64_t cleo = rows_add_registration(db, meeting, add_person("C"), "accepted");
    mark(cleo, morning, "present");
    expect_total("URB 3 2 1 1 0 0 1, 33%\n");
    ck_assert(instant_parse("2027-02-01T10:00:00Z", &now)); /* while it lasts */
    expect_total("URB 3 2 1 1 0 0 0, 33%\n");
}
END_TEST

START_TEST(excused__is_who_wrote_or_was_marked_so__unless_they_came)
{
    const int64_t anna = rows_add_registration(db, meeting, add_person("A"), "excused");
    const int64_t bert = rows_add_registration(db, meeting, add_person("B"), "accepted");
    const int64_t cleo = rows_add_registration(db, meeting, add_person("C"), "excused");
    const int64_t dora = rows_add_registration(db, meeting, add_person("D"), "accepted");

    mark(anna, morning, "present");
    mark(bert, morning, "excused");
    mark(cleo, morning, "absent");
    mark(dora, morning, "present");
    mark(dora, morning, "annulled");
    expect_total("URB 4 2 1 1 0 2 1, 25%\n");
}
END_TEST

START_TEST(rows__are_by_what_was_copied_onto_the_list)
{
    const int64_t anna = rows_add_registration(db, meeting, add_person("A"), "accepted");
    const int64_t bert = rows_add_registration(db, meeting, add_person("B"), "accepted");
    const struct statistics_wish organisation = { .by = STATISTICS_BY_ORGANISATION };
    const struct statistics_wish territory = { .by = STATISTICS_BY_TERRITORY };

    rows_change(db, &registration_entity, anna, "organisation", rows_number(city),
                "organisation_name", "City", NULL);
    rows_change(db, &registration_entity, bert, "organisation_name", "7 Roads", NULL);
    expect(&organisation, "7 Roads 1 1 0 0 0 0 0, -1%\nCity 1 1 0 0 0 0 0, -1%\n");
    expect(&territory, "West 1 1 0 0 0 0 0, -1%\n- 1 1 0 0 0 0 0, -1%\n");
}
END_TEST

START_TEST(meetings__that_are_cancelled_or_to_come__are_counted_when_they_are_asked_for)
{
    const int64_t later = rows_add_meeting(db, group, "Parks", "2027-04-01 09:00");
    const struct statistics_wish to_come = { .scope.last = { 2027, 12, 31 },
                                             .by = STATISTICS_BY_MEETING };
    struct statistics_wish alone = { .scope.meeting = meeting,
                                     .by = STATISTICS_BY_MEETING };

    rows_add_registration(db, meeting, add_person("A"), "accepted");
    rows_add_registration(db, later, add_person("B"), "invited");
    rows_change(db, &meeting_entity, meeting, "state", "cancelled", NULL);
    expect_total("");
    expect(&to_come, "2027-04-01 Parks 1 0 0 0 0 0 0, -1%\n");
    expect(&alone, "2027-02-01 Squares 1 1 0 0 0 0 0, -1%\n");
    alone.scope.meeting = later;
    expect(&alone, "2027-04-01 Parks 1 0 0 0 0 0 0, -1%\n");
}
END_TEST

START_TEST(never__leaves_those_who_were_asked_and_did_not_come)
{
    const int64_t anna = rows_add_registration(db, meeting, add_person("A"), "accepted");
    const struct statistics_wish never = { .by = STATISTICS_BY_PERSON, .never = true };

    rows_add_registration(db, meeting, add_person("B"), "declined");
    expect(&never, "");
    mark(anna, morning, "present");
    expect(&never, "B 1 0 0 0 0 0 0, 0%\n");
}
END_TEST

START_TEST(the_list_behind_a_figure__is_as_long_as_the_words_leave_it)
{
    rows_add_registration(db, meeting, add_person("Ader"), "accepted");
    rows_add_registration(db, meeting, add_person("Bost"), "accepted");
    const struct statistics_part part = { .figure = FIGURE_INVITED,
                                          .whole = true,
                                          .people = 2 };
    static const struct {
        const char *words;
        int64_t most, count;
    } searches[] = {
        { NULL, 9, 2 }, { "", 9, 2 }, { "", 1, 1 }, { "ader", 9, 1 }, { "caux", 9, 0 },
    };

    for (size_t i = 0; i < sizeof searches / sizeof searches[0]; i++) {
        const struct listing_query query = { .kind = LISTING_COUNTED,
                                             .counted = &part,
                                             .search = searches[i].words,
                                             .now = now,
                                             .today = TODAY };
        int64_t listed = -1;
        ck_assert(listing_table_count(db, &query, searches[i].most, &listed, &err));
        ck_assert_int_eq(listed, searches[i].count);
    }
}
END_TEST

/* --- of anything at random */

static uint64_t chance;

static unsigned
below(unsigned limit)
{
    chance = chance * 6364136223846793005U + 1442695040888963407U;
    return (unsigned)(chance >> 33) % limit;
}

static void
add_some_marks(int64_t registration, int64_t first, int64_t second)
{
    for (unsigned i = below(4); i > 0; i--) {
        const int64_t slot = below(2) ? first : second;
        const enum presence_kind kind = (enum presence_kind)below(PRESENCE_KIND_COUNT);
        mark_as(registration, slot, presence_kinds[kind].name,
                presence_was_there(kind) && below(2) ? "1" : "0");
    }
}

static void
add_some_registration(int64_t of, int64_t person, const char *state)
{
    const int64_t id = rows_add_registration(db, of, person, state);

    if (below(3))
        rows_change(db, &registration_entity, id, "category",
                    rows_number(below(2) ? towns : regions), NULL);
    if (below(2))
        rows_change(db, &registration_entity, id, "organisation",
                    rows_number(1 + below(3)), NULL);
    else if (below(2))
        rows_change(db, &registration_entity, id, "organisation_name",
                    below(2) ? "1" : "Elsewhere", NULL);
}

static void
add_anything(void)
{
    static const char *const starts[] = { "2025-12-31 09:00", "2026-01-01 09:00",
                                          "2026-01-20 09:00", "2027-03-01 08:00",
                                          "2027-03-02 09:00" };
    static const char *const states[] = { "confirmed", "held", "closed", "cancelled" };
    const int64_t other =
        rows_add(db, &working_group_entity, "code", "MOB", "name", "Roads", NULL);
    int64_t people[6];

    rows_add(db, &organisation_entity, "name", "Bay", "territory", " ", NULL);
    rows_add(db, &organisation_entity, "name", "Cape", "territory", "West", NULL);
    for (int i = 0; i < 6; i++)
        people[i] = add_person(rows_number(i));
    for (int m = 0; m < 5; m++) {
        const int64_t of =
            rows_add_meeting(db, below(2) ? group : other, "Any", starts[m]);
        const int64_t first = add_slot(of, starts[m], "2027-12-31 09:00");
        const int64_t second = add_slot(of, starts[m], "2027-12-31 10:00");

        rows_change(db, &meeting_entity, of, "state", states[below(4)], NULL);
        for (int p = 0; p < 6; p++) {
            if (below(4) == 0)
                add_some_registration(of, people[p], "withdrawn");
            if (below(4))
                add_some_registration(
                    of, people[p],
                    registration_states[below(REGISTRATION_STATE_COUNT)].name);
        }
        struct listing_page page = { 0 };
        const struct listing_query list = {
            .kind = LISTING_REGISTRATION, .scope = of, .today = TODAY, .history = true
        };
        ck_assert(listing_table_fetch(db, &list, LISTING_FIRST, NULL, 99, &page, &err));
        for (size_t i = 0; i < page.count; i++)
            add_some_marks(page.rows[i].id, first, second);
        listing_page_clear(&page);
    }
}

static void
expect_list(const struct statistics_part *part, int64_t figure)
{
    const struct listing_query query = {
        .kind = LISTING_COUNTED, .counted = part, .now = now, .today = TODAY
    };
    int64_t listed = -1;

    ck_assert_msg(listing_table_count(db, &query, INT64_MAX - 1, &listed, &err), "%s",
                  err.message);
    ck_assert_msg(listed == figure,
                  "by %s, %s of %s in %s: the figure is %lld, the list has %lld",
                  statistics_bys[part->by].name, statistics_figures[part->figure].name,
                  part->key ? part->key : "none", part->period ? part->period : "all",
                  (long long)figure, (long long)listed);
}

/* A page after the other, from either end: each row once, in one order. */
static void
expect_pages(const struct statistics_part *part, int64_t figure, bool backwards)
{
    const struct listing_query query = {
        .kind = LISTING_COUNTED, .counted = part, .now = now, .today = TODAY
    };
    int64_t ids[400];
    int64_t count = 0;
    int64_t last = backwards ? INT64_MAX : INT64_MIN;
    struct listing_page page = { 0 };

    ck_assert(listing_table_fetch(db, &query, backwards ? LISTING_LAST : LISTING_FIRST,
                                  NULL, 3, &page, &err));
    while (page.count > 0) {
        struct listing_page next = { 0 };
        for (size_t i = 0; i < page.count; i++) {
            const size_t at = backwards ? page.count - 1 - i : i;
            for (int64_t k = 0; k < count; k++)
                ck_assert_int_ne(ids[k], page.rows[at].id);
            ids[count++] = page.rows[at].id;
            ck_assert_msg(backwards ? page.rows[at].key.number <= last
                                    : page.rows[at].key.number >= last,
                          "a meeting comes before an earlier one");
            last = page.rows[at].key.number;
            ck_assert_int_le(count, 399);
        }
        ck_assert(listing_table_fetch(
            db, &query, backwards ? LISTING_BEFORE : LISTING_AFTER,
            &page.rows[backwards ? 0 : page.count - 1].key, 3, &next, &err));
        ck_assert(backwards ? next.more_after : next.more_before);
        listing_page_clear(&page);
        page = next;
    }
    listing_page_clear(&page);
    ck_assert_int_eq(count, figure);
}

static void
expect_lists(const struct statistics_wish *wish)
{
    for (int f = 0; f < FIGURE_COUNT; f++) {
        struct statistics_part part = {
            .scope = wish->scope, .figure = (enum figure)f, .whole = true, .by = wish->by
        };
        expect_list(&part, figures.total.figures[f]);
        if (wish->by == STATISTICS_BY_CATEGORY && wish->each == STATISTICS_EACH_NONE) {
            expect_pages(&part, figures.total.figures[f], false);
            expect_pages(&part, figures.total.figures[f], true);
        }
        part.whole = false;
        for (size_t i = 0; i < figures.count; i++) {
            part.key = figures.rows[i].key;
            part.period = figures.rows[i].period;
            expect_list(&part, figures.rows[i].figures[f]);
        }
    }
}

/* What the page of a meeting says of its presence. */
static void
expect_presence(void)
{
    const struct statistics_wish wish = { .by = STATISTICS_BY_MEETING };

    count(&wish);
    for (size_t i = 0; i < figures.count; i++) {
        const struct statistics_row *row = &figures.rows[i];
        struct presence_count marks;
        ck_assert(presence_table_count(db, atoll(row->key), 0, &marks, &err));
        ck_assert_int_eq(row->figures[FIGURE_PRESENT], marks.present);
        ck_assert_int_eq(row->figures[FIGURE_REMOTE], marks.remote);
    }
}

START_TEST(every_figure__is_as_long_as_its_list__whatever_happened)
{
    static const struct statistics_scope scopes[] = {
        { 0 },
        { .group = 1 },
        { .first = { 2026, 1, 1 }, .last = { 2027, 12, 31 } },
        { .meeting = 2 },
    };

    chance = (uint64_t)_i + 1;
    add_anything();
    for (size_t s = 0; s < sizeof scopes / sizeof scopes[0]; s++) {
        struct statistics_row total = { 0 };
        for (int by = 0; by < STATISTICS_BY_COUNT; by++)
            for (int each = 0; each <= STATISTICS_EACH_MONTH; each++) {
                const struct statistics_wish wish = {
                    .scope = scopes[s],
                    .by = (enum statistics_by)by,
                    .each = (enum statistics_each)each,
                };
                count(&wish);
                expect_lists(&wish);
                if (by == 0 && each == 0)
                    total = figures.total;
                ck_assert_mem_eq(&figures.total.figures, &total.figures,
                                 sizeof total.figures);
            }
    }
    expect_presence();
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(
        tests,
        somebody_seen_in_two_slots__is_one_person__and_remote_if_in_the_room_in_none);
    tcase_add_test(tests,
                   somebody_on_the_list_twice__is_counted_once__as_the_newest_says);
    tcase_add_test(
        tests,
        who_neither_came_nor_wrote__is_absent_where_others_were_marked__once_it_is_over);
    tcase_add_test(tests, excused__is_who_wrote_or_was_marked_so__unless_they_came);
    tcase_add_test(tests, rows__are_by_what_was_copied_onto_the_list);
    tcase_add_test(
        tests,
        meetings__that_are_cancelled_or_to_come__are_counted_when_they_are_asked_for);
    tcase_add_test(tests, never__leaves_those_who_were_asked_and_did_not_come);
    tcase_add_test(tests, the_list_behind_a_figure__is_as_long_as_the_words_leave_it);
    tcase_add_loop_test(tests, every_figure__is_as_long_as_its_list__whatever_happened, 0,
                        12);
}

SUITE_MAIN("statistics_table")
