/* SPDX-License-Identifier: GPL-3.0-or-later */
/* office_tables_test.c - settings, drafts, and what waits for a decision */
#include <check.h>
#include <string.h>

#include "atelier/base/memory.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/membership.h"
#include "atelier/domain/person.h"
#include "atelier/domain/registration.h"
#include "atelier/domain/room.h"
#include "atelier/domain/setting.h"
#include "atelier/domain/venue.h"
#include "atelier/domain/working_group.h"
#include "atelier/store/draft_table.h"
#include "atelier/store/seats_table.h"
#include "atelier/store/setting_table.h"
#include "atelier/store/today_table.h"
#include "support/rows.h"
#include "support/suite.h"

static struct database *db;
static struct error err;

static void
set_up(void)
{
    db = database_open(":memory:", DATABASE_CREATE, false, &err);
    ck_assert_msg(db != NULL, "%s", err.message);
}

static void
tear_down(void)
{
    database_close(db);
}

static bool
save(struct settings *settings)
{
    ck_assert(transaction_begin(db, &err));
    bool ok = setting_table_save(db, settings, "anna", 1700000000, &err);
    if (!ok)
        transaction_roll_back(db);
    else
        rows_commit(db);
    return ok;
}

START_TEST(settings__come_back__as_they_were_saved)
{
    struct settings saved, found;

    record_init(&settings_entity, &saved);
    record_init(&settings_entity, &found);
    ck_assert(setting_table_load(db, &found, &err));
    ck_assert_int_eq(found.head.rev, 0);
    memory_replace(&saved.zone, "Europe/Paris");
    memory_replace(&saved.network, "A network");
    saved.speaker_takes_seat = true;
    saved.keep_years = 3;
    ck_assert_msg(save(&saved), "%s", err.message);
    ck_assert(setting_table_load(db, &found, &err));
    ck_assert(record_equal(&settings_entity, &saved, &found));
    ck_assert_int_eq(found.head.rev, 1);
    ck_assert_int_eq(found.head.changed_at, 1700000000);
    ck_assert_str_eq(found.head.changed_by, "anna");
    memory_replace(&saved.network, NULL);
    ck_assert(save(&saved));
    ck_assert(setting_table_load(db, &found, &err));
    ck_assert_ptr_null(found.network);
    record_clear(&settings_entity, &saved);
    record_clear(&settings_entity, &found);
}
END_TEST

START_TEST(settings__that_a_colleague_saved__are_not_overwritten)
{
    struct settings mine, theirs;

    record_init(&settings_entity, &mine);
    record_init(&settings_entity, &theirs);
    ck_assert(save(&theirs));
    memory_replace(&mine.network, "Mine");
    ck_assert(!save(&mine));
    ck_assert_int_eq(err.kind, ERROR_CONFLICT);
    ck_assert(setting_table_load(db, &theirs, &err));
    ck_assert_ptr_null(theirs.network);
    record_clear(&settings_entity, &mine);
    record_clear(&settings_entity, &theirs);
}
END_TEST

START_TEST(draft__is_kept__one_for_each_form_and_row)
{
    struct draft draft = {
        .staff = "anna", .screen = "person", .entity = "person", .fields = "{}", .at = 10
    };
    struct draft found = { 0 };

    ck_assert(draft_table_find(db, "anna", NULL, 0, &found, &err));
    ck_assert_int_eq(found.id, 0);
    ck_assert_msg(draft_table_save(db, &draft, &err), "%s", err.message);
    int64_t first = draft.id;
    draft.fields = "{1}";
    ck_assert(draft_table_save(db, &draft, &err));
    ck_assert_int_eq(draft.id, first);
    draft.id = 0;
    draft.screen = "meeting";
    draft.at = 20;
    ck_assert(draft_table_save(db, &draft, &err));
    ck_assert_int_ne(draft.id, first);

    ck_assert(draft_table_find(db, "anna", NULL, 0, &found, &err));
    ck_assert_str_eq(found.screen, "meeting");
    ck_assert(draft_table_find(db, "anna", "person", 0, &found, &err));
    ck_assert_str_eq(found.fields, "{1}");
    ck_assert(draft_table_remove(db, "anna", first, &err));
    ck_assert(draft_table_find(db, "anna", "person", 0, &found, &err));
    ck_assert_int_eq(found.id, 0);
    ck_assert(draft_table_find(db, "luc", NULL, 0, &found, &err));
    ck_assert_int_eq(found.id, 0);
    draft_clear(&found);
}
END_TEST

/* "kind title count;" for each item. */
static void
assert_today(const char *now, size_t most, const char *expected)
{
    static const char *const names[] = {
        [TODAY_PENDING] = "pending",
        [TODAY_OFFERED] = "offered",
        [TODAY_WAITING_FREE_SEAT] = "waiting",
        [TODAY_WORKSHOP_FREE_SEAT] = "workshop",
        [TODAY_NOT_CONVENED] = "uninvited",
        [TODAY_OVERBOOKED] = "overbooked",
        [TODAY_CLASH] = "clash",
        [TODAY_HOUR_MOVED] = "moved",
        [TODAY_STILL_OPEN] = "open",
        [TODAY_POSTPONED] = "postponed",
        [TODAY_UNREPORTED] = "unreported",
    };
    struct today_list list = { 0 };
    struct buffer told = { 0 };
    struct local_time time;

    ck_assert(local_time_parse(now, &time));
    ck_assert_msg(
        today_table_load(db, local_time_to_instant(time), most, NULL, &list, &err), "%s",
        err.message);
    for (size_t i = 0; i < list.count; i++)
        buffer_addf(&told, "%s %s %lld;", names[list.items[i].kind], list.items[i].title,
                    (long long)list.items[i].count);
    ck_assert_str_eq(buffer_text(&told), expected);
    buffer_clear(&told);
    today_list_clear(&list);
}

START_TEST(today__names_what_waits__soonest_first)
{
    int64_t group =
        rows_add(db, &working_group_entity, "code", "URB", "name", "Towns", NULL);
    int64_t venue = rows_add(db, &venue_entity, "name", "Town hall", NULL);
    int64_t room = rows_add(db, &room_entity, "venue", rows_number(venue), "name", "Blue",
                            "seats", "1", NULL);
    int64_t ader = rows_add(db, &person_entity, "family", "Ader", NULL);
    int64_t bost = rows_add(db, &person_entity, "family", "Bost", NULL);

    assert_today("2027-03-01 12:00", 10, "");
    rows_add(db, &membership_entity, "group", rows_number(group), "person",
             rows_number(ader), NULL);
    int64_t over = rows_add_meeting(db, group, "over", "2027-02-01 09:00");
    int64_t empty = rows_add_meeting(db, group, "empty", "2027-03-04 09:00");
    int64_t full = rows_add_meeting(db, group, "full", "2027-03-03 09:00");
    rows_change(db, &meeting_entity, full, "seats", "1", NULL);
    rows_add_registration(db, full, ader, "accepted");
    rows_add_registration(db, full, bost, "waiting");
    assert_today("2027-03-01 12:00", 10, "uninvited empty 1;open over 0;");
    assert_today("2027-03-01 12:00", 1, "uninvited empty 1;");
    assert_today("2027-01-01 12:00", 10, "");

    rows_change(db, &meeting_entity, full, "seats", "2", "room", rows_number(room), NULL);
    assert_today("2027-03-01 12:00", 10, "waiting full 1;uninvited empty 1;open over 0;");
    rows_change(db, &meeting_entity, full, "seats", "0", NULL);
    rows_change(db, &meeting_entity, over, "state", "held", NULL);
    rows_change(db, &meeting_entity, empty, "state", "cancelled", NULL);
    assert_today("2027-03-01 12:00", 10, "overbooked full 1;unreported over -1;");
    rows_change(db, &meeting_entity, over, "state", "postponed", NULL);
    assert_today("2027-03-01 12:00", 10, "overbooked full 1;postponed over 0;");
    assert_today("2027-01-20 12:00", 1, "postponed over 0;"); /* it is near */
    assert_today("2027-01-10 12:00", 10, "overbooked full 1;");
    assert_today("2028-03-01 12:00", 10, "open full 1;");
    rows_change(db, &meeting_entity, over, "state", "held", NULL);
    int64_t waits = rows_add_meeting(db, group, "waits", "2027-03-02 09:00");
    rows_add_registration(db, waits, bost, "pending");
    assert_today("2027-03-01 12:00", 10,
                 "pending waits 1;overbooked full 1;unreported over -1;");
}
END_TEST

START_TEST(today__names_who_waits_and_an_offer__until_the_meeting_is_over)
{
    int64_t group =
        rows_add(db, &working_group_entity, "code", "URB", "name", "Towns", NULL);
    int64_t jobs = rows_add_meeting(db, group, "jobs", "2027-03-03 09:00");
    int64_t ader = rows_add_registration(
        db, jobs, rows_add(db, &person_entity, "family", "Ader", NULL), "waiting");

    assert_today("2027-03-03 08:00", 10, "waiting jobs 1;");
    assert_today("2027-03-03 09:01", 10, "waiting jobs 1;");
    assert_today("2027-03-03 23:00", 10, "open jobs 0;");
    rows_change(db, &registration_entity, ader, "state", "offered", "rank", "1", NULL);
    assert_today("2027-03-03 09:01", 10, "offered jobs 1;");
    assert_today("2027-03-03 23:00", 10, "open jobs 0;");
}
END_TEST

START_TEST(today__names_the_overbooked__whatever_made_them_so)
{
    int64_t group =
        rows_add(db, &working_group_entity, "code", "URB", "name", "Towns", NULL);
    int64_t meeting = rows_add_meeting(db, group, "full", "2027-03-03 09:00");
    struct seat_rule rule;

    rows_change(db, &meeting_entity, meeting, "seats", "1", NULL);
    int64_t ader = rows_add_registration(
        db, meeting, rows_add(db, &person_entity, "family", "Ader", NULL), "accepted");
    int64_t bost = rows_add_registration(
        db, meeting, rows_add(db, &person_entity, "family", "Bost", NULL), "accepted");
    assert_today("2027-03-01 12:00", 10, "overbooked full 1;");
    rows_change(db, &registration_entity, bost, "role", "speaker", NULL);
    assert_today("2027-03-01 12:00", 10, "");
    seat_rule_init(&rule, false, true, false);
    ck_assert(transaction_begin(db, &err));
    ck_assert_msg(seats_table_set_rule(db, &rule, &err), "%s", err.message);
    ck_assert(transaction_commit(db, &err));
    assert_today("2027-03-01 12:00", 10, "overbooked full 1;");
    rows_change(db, &meeting_entity, meeting, "seats", "0", NULL);
    assert_today("2027-03-01 12:00", 10, "overbooked full 2;");
    rows_change(db, &registration_entity, ader, "state", "withdrawn", NULL);
    assert_today("2027-03-01 12:00", 10, "overbooked full 1;");
    rows_change(db, &meeting_entity, meeting, "seats", "1", NULL);
    assert_today("2027-03-01 12:00", 10, "");
}
END_TEST

/* Found by others, it has its place by its hour, and is one of those that are let
 * through. */
START_TEST(today__has_what_others_found__in_its_order)
{
    int64_t group =
        rows_add(db, &working_group_entity, "code", "URB", "name", "Towns", NULL);
    struct local_time hour = { { 2027, 3, 3 }, 9, 0 };
    struct today_list list = { 0 };
    struct today_list more = { 0 };

    rows_add_meeting(db, group, "early", "2027-03-02 09:00");
    rows_add_meeting(db, group, "late", "2027-03-04 09:00");
    for (size_t most = 2; most <= 3; most++) {
        more.items = memory_new(1, sizeof(more.items[0]));
        more.items[more.count++] = (struct today_item){
            .kind = TODAY_CLASH,
            .title = memory_copy("between"),
            .start_at = local_time_to_instant(hour),
        };
        const instant now =
            local_time_to_instant((struct local_time){ .date = { 2027, 3, 1 } });
        ck_assert(today_table_load(db, now, most, &more, &list, &err));
        ck_assert_uint_eq(more.count, 0);
        ck_assert_uint_eq(list.count, most);
        ck_assert_str_eq(list.items[0].title, "early");
        ck_assert_str_eq(list.items[1].title, "between");
        today_list_clear(&list);
        today_list_clear(&more);
    }
}
END_TEST

static bool
count_step(void *steps)
{
    ++*(size_t *)steps;
    return false;
}

/* How often a long read of today would have been asked whether it should stop. */
static size_t
measure_today(instant now)
{
    struct today_list list = { 0 };
    size_t steps = 0;

    database_set_progress(db, count_step, &steps);
    ck_assert(today_table_load(db, now, 8, NULL, &list, &err));
    database_set_progress(db, NULL, NULL);
    today_list_clear(&list);
    return steps;
}

START_TEST(today__costs_the_same__however_many_meetings_are_over)
{
    enum { FEW = 10, MANY = 600 };
    struct local_time now = { { 2027, 3, 1 }, 12, 0 };
    int64_t group =
        rows_add(db, &working_group_entity, "code", "URB", "name", "Towns", NULL);
    size_t few = 0;

    for (int i = 0; i < MANY; i++) {
        int64_t meeting = rows_add_meeting(db, group, "over", "2027-02-01 09:00");
        if (i % 2 == 1)
            rows_change(db, &meeting_entity, meeting, "state", "held", NULL);
        if (i == FEW)
            few = measure_today(local_time_to_instant(now));
    }
    ck_assert_uint_le(measure_today(local_time_to_instant(now)), few + 1);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, settings__come_back__as_they_were_saved);
    tcase_add_test(tests, settings__that_a_colleague_saved__are_not_overwritten);
    tcase_add_test(tests, draft__is_kept__one_for_each_form_and_row);
    tcase_add_test(tests, today__names_what_waits__soonest_first);
    tcase_add_test(tests, today__names_who_waits_and_an_offer__until_the_meeting_is_over);
    tcase_add_test(tests, today__names_the_overbooked__whatever_made_them_so);
    tcase_add_test(tests, today__has_what_others_found__in_its_order);
    tcase_add_test(tests, today__costs_the_same__however_many_meetings_are_over);
}

SUITE_MAIN("office_tables")
