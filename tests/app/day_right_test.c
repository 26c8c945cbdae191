/* SPDX-License-Identifier: GPL-3.0-or-later */
/* day_right_test.c - whoever stands at the door has the meetings of the day there, and
 * nothing else (rule 13)
 */
#include <check.h>
#include <string.h>

#include "atelier/app/attend.h"
#include "atelier/app/browse.h"
#include "atelier/app/browse_agenda.h"
#include "atelier/app/browse_workshops.h"
#include "atelier/app/change_post.h"
#include "atelier/app/door.h"
#include "atelier/app/edit.h"
#include "atelier/app/export_calendar.h"
#include "atelier/app/history.h"
#include "atelier/app/reference.h"
#include "atelier/app/register.h"
#include "atelier/app/undo.h"
#include "atelier/app/upkeep.h"
#include "atelier/app/walk_in.h"
#include "atelier/domain/act.h"
#include "atelier/domain/grant.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/person.h"
#include "atelier/domain/slot.h"
#include "atelier/domain/working_group.h"
#include "atelier/domain/workshop.h"
#include "support/database_file.h"
#include "support/office.h"
#include "support/rows.h"
#include "support/suite.h"

#define AT_THE_DOOR "2027-03-16 08:20" /* 9:20 in Paris */

static struct atelier *at;
static struct atelier *door; /* Lea, door staff */
static struct error err;
static int64_t group;
static int64_t today;
static int64_t other; /* of another day */
static int64_t workshop;
static int64_t anna;

static void
set_up(void)
{
    at = office_found();
    group = office_add_group(at, "URB");
    today = office_add_meeting(at, group, "2027-03-16 09:30", 9);
    other = office_add_meeting(at, group, "2027-03-17 09:30", 9);
    workshop =
        office_add(at, &workshop_entity, "meeting", rows_number(today), "title", "Trees",
                   "start", "2027-03-16 09:30", "end", "2027-03-16 11:30", NULL);
    anna = office_add_person(at, "Müller", "Anna");
    office_register(at, today, anna);
    office_register(at, other, anna);
    atelier_close(office_hire(at, "lea", ROLE_DOOR));
    door = office_return("lea", AT_THE_DOOR);
    err = (struct error){ 0 };
}

static void
tear_down(void)
{
    atelier_close(door);
    office_end(at);
}

static void
expect_refused(bool done, const char *what)
{
    ck_assert_msg(!done, "%s", what);
    ck_assert_msg(err.kind == ERROR_RULE && strstr(err.message, "is for the door"),
                  "%s: %s", what, err.message);
    err = (struct error){ 0 };
}

/* --- lists */

/* What a list is at the door; those that are not sorted fail. */
enum sorted { NOT_SORTED, OF_MEETING, OF_WORKSHOP, OF_ALL, REFUSED };

static const enum sorted listings[LISTING_COUNT] = {
    [LISTING_CATEGORY] = REFUSED,
    [LISTING_ORGANISATION] = REFUSED,
    [LISTING_PERSON] = REFUSED,
    [LISTING_AFFILIATION] = REFUSED,
    [LISTING_ORGANISATION_PERSON] = REFUSED,
    [LISTING_PERSON_MEETING] = REFUSED,
    [LISTING_WORKING_GROUP] = REFUSED,
    [LISTING_MEMBERSHIP] = REFUSED,
    [LISTING_VENUE] = REFUSED,
    [LISTING_ROOM] = OF_ALL, /* of a programme */
    [LISTING_MEETING] = REFUSED,
    [LISTING_MEETING_TO_COME] = REFUSED,
    [LISTING_AGENDA] = REFUSED,
    [LISTING_GROUP_MEETING] = REFUSED,
    [LISTING_REGISTRATION] = REFUSED,
    [LISTING_SLOT] = OF_MEETING,
    [LISTING_SEAT_LIMIT] = REFUSED,
    [LISTING_MEETING_QUESTION] = REFUSED,
    [LISTING_REPORT_ENTRY] = REFUSED,
    [LISTING_OPEN_ENTRY] = REFUSED,
    [LISTING_QUORUM] = REFUSED,
    [LISTING_PRESENCE] = OF_MEETING,
    [LISTING_STAFF] = REFUSED,
    [LISTING_GRANT] = REFUSED,
    [LISTING_WORKSHOP] = OF_MEETING,
    [LISTING_WORKSHOP_CHOICE] = REFUSED,
    [LISTING_SPEAKER] = OF_WORKSHOP,
    [LISTING_ITEM] = OF_MEETING,
    [LISTING_PROJECT] = REFUSED,
    [LISTING_COUNTED] = REFUSED,
    [LISTING_JOURNAL] = REFUSED,
    [LISTING_ROW_JOURNAL] = REFUSED,
};

static bool
fetch(struct atelier *who, enum listing_kind kind, int64_t scope)
{
    const struct listing_query query = { .kind = kind, .scope = scope };
    struct listing_page page = { 0 };
    const bool ok = listing_fetch(who, &query, LISTING_FIRST, NULL, 10, &page, &err);

    listing_page_clear(&page);
    return ok;
}

START_TEST(each_list__is_sorted__and_only_those_of_the_day_are_read)
{
    const enum listing_kind kind = (enum listing_kind)_i;
    const enum sorted sorted = listings[kind];
    int64_t count;
    const struct listing_query query = { .kind = kind, .scope = today };

    ck_assert_msg(sorted != NOT_SORTED, "listing %d", _i);
    if (sorted == REFUSED) {
        expect_refused(fetch(door, kind, today), "fetch");
        expect_refused(fetch(door, kind, 0), "fetch of all");
        expect_refused(listing_count(door, &query, 10, &count, &err), "count");
        return;
    }
    ck_assert_msg(fetch(door, kind, sorted == OF_WORKSHOP ? workshop : today), "%s",
                  err.message);
    if (sorted == OF_ALL)
        return;
    expect_refused(fetch(door, kind, 0), "of all");
    if (sorted == OF_MEETING)
        expect_refused(fetch(door, kind, other), "of another day");
}
END_TEST

/* --- what else is read, and written */

static bool
reads_person(struct atelier *who, int64_t meeting)
{
    struct person *person = record_new(&person_entity);
    const bool ok = edit_load(who, &person_entity, anna, person, &err);

    (void)meeting;
    record_free(&person_entity, person);
    return ok;
}

static bool
searches(struct atelier *who, int64_t meeting)
{
    struct search_hit_list list = { 0 };
    const bool ok = browse_search(who, "mul", 5, &list, &err);

    (void)meeting;
    search_hit_list_clear(&list);
    return ok;
}

static bool
picks(struct atelier *who, int64_t meeting)
{
    struct search_hit_list list = { 0 };
    const bool ok = reference_find(who, ENTITY_PERSON, "mul", 5, &list, &err);

    (void)meeting;
    search_hit_list_clear(&list);
    return ok;
}

static bool
looks_back(struct atelier *who, int64_t meeting)
{
    struct journal_entry entry = { 0 };
    const bool ok = history_load(who, 1, &entry, &err);

    (void)meeting;
    journal_entry_clear(&entry);
    return ok;
}

static bool
decides(struct atelier *who, int64_t meeting)
{
    struct today_list list = { 0 };
    const bool ok = browse_today(who, 5, &list, &err);

    (void)meeting;
    today_list_clear(&list);
    return ok;
}

static bool
checks(struct atelier *who, int64_t meeting)
{
    struct check_report report = { 0 };
    const bool ok = upkeep_check(who, false, &report, &err);

    (void)meeting;
    check_report_clear(&report);
    return ok;
}

static bool
counts_seats(struct atelier *who, int64_t meeting)
{
    struct seats seats;

    return browse_seats(who, meeting, &seats, &err);
}

static bool
reads_slots(struct atelier *who, int64_t meeting)
{
    struct slot_list list = { 0 };
    const bool ok = attend_slots(who, meeting, &list, &err);

    slot_list_clear(&list);
    return ok;
}

static bool
reads_meeting(struct atelier *who, int64_t meeting)
{
    struct meeting *record = record_new(&meeting_entity);
    const bool ok = edit_load(who, &meeting_entity, meeting, record, &err);

    record_free(&meeting_entity, record);
    return ok;
}

static bool
follows(struct atelier *who, int64_t meeting)
{
    struct door_roll roll = { 0 };
    const bool ok = door_follow(who, meeting, 0, &roll, &err);

    door_roll_clear(&roll);
    return ok;
}

static bool
mark_as(struct atelier *who, int64_t meeting, enum presence_kind kind)
{
    const struct attend_request request = {
        .meeting = meeting, .person = anna, .kind = kind, .reason = "slip"
    };
    struct attend_outcome outcome;

    attend_outcome_init(&outcome);
    const bool ok = attend_mark(who, &request, &outcome, &err);
    attend_outcome_clear(&outcome);
    return ok;
}

static bool
marks(struct atelier *who, int64_t meeting)
{
    return mark_as(who, meeting, PRESENCE_PRESENT);
}

static bool
lets_in(struct atelier *who, int64_t meeting)
{
    const struct walk_in_request request = {
        .meeting = meeting, .newcomer = { .family = "Costa", .given = "Lia" }
    };
    struct walk_in_outcome outcome;

    walk_in_outcome_init(&outcome);
    const bool ok = walk_in_add(who, &request, &outcome, &err);
    walk_in_outcome_clear(&outcome);
    return ok;
}

static bool
registers(struct atelier *who, int64_t meeting)
{
    const struct register_request request = { .meeting = meeting, .person = anna };
    struct register_outcome outcome;

    return register_add(who, &request, &outcome, &err);
}

static const struct {
    const char *name;
    bool (*run)(struct atelier *who, int64_t meeting);
    bool is_of_day; /* else of no day at the door */
} deeds[] = {
    { "read a person", reads_person, false },
    { "search", searches, false },
    { "pick a person", picks, false },
    { "look back", looks_back, false },
    { "what is to be decided", decides, false },
    { "check", checks, false },
    { "seats", counts_seats, true },
    { "slots", reads_slots, true },
    { "a meeting", reads_meeting, true },
    { "the list at the door", follows, true },
    { "mark", marks, true },
    { "let somebody in", lets_in, true },
    { "register", registers, false },
};

START_TEST(a_deed__is_done_for_a_meeting_of_the_day__and_for_no_other)
{
    struct atelier *admin = office_return(NULL, AT_THE_DOOR);

    if (deeds[_i].is_of_day) {
        expect_refused(deeds[_i].run(door, other), deeds[_i].name);
        expect_refused(deeds[_i].run(door, 4711), "of none");
        ck_assert_msg(deeds[_i].run(door, today), "%s: %s", deeds[_i].name, err.message);
    } else {
        ck_assert_msg(!deeds[_i].run(door, today), "%s", deeds[_i].name);
        ck_assert_int_eq(err.kind, ERROR_RULE);
        ck_assert_msg(deeds[_i].run(admin, today), "%s: %s", deeds[_i].name, err.message);
    }
    atelier_close(admin);
}
END_TEST

START_TEST(the_day_of_a_meeting__ends_at_midnight__or_three_hours_past_its_end)
{
    static const struct {
        const char *now; /* in UTC; Paris is an hour ahead */
        bool of_first;   /* 9:30 to 11:30 on 16 March */
        bool of_late;    /* 22:00 to midnight */
    } days[] = {
        { "2027-03-15 22:59", false, false }, { "2027-03-15 23:00", true, true },
        { "2027-03-16 22:59", true, true },   { "2027-03-16 23:01", false, true },
        { "2027-03-17 02:00", false, true },  { "2027-03-17 02:01", false, false },
    };
    const int64_t late = office_add_meeting(at, group, "2027-03-16 22:00", 9);

    for (size_t i = 0; i < sizeof days / sizeof days[0]; i++) {
        struct atelier *lea = office_return("lea", days[i].now);
        ck_assert_msg(counts_seats(lea, today) == days[i].of_first, "%s", days[i].now);
        ck_assert_msg(counts_seats(lea, late) == days[i].of_late, "%s", days[i].now);
        atelier_close(lea);
    }
}
END_TEST

START_TEST(a_mark_of_the_day_before__stays__and_a_colleagues_too)
{
    struct journal_entry entry = { 0 };

    ck_assert(marks(door, today));
    struct atelier *lea = office_return("lea", "2027-03-17 08:20");
    expect_refused(undo_last(lea, NULL, &entry, &err), "undo");
    expect_refused(mark_as(lea, today, PRESENCE_ANNULLED), "annul");
    atelier_close(lea);
    ck_assert_msg(undo_last(door, NULL, &entry, &err), "%s", err.message);
    journal_entry_clear(&entry);
    ck_assert(marks(at, today));
    ck_assert(!mark_as(door, today, PRESENCE_ANNULLED));
    ck_assert_ptr_nonnull(strstr(err.message, "may not annul what a colleague marked"));
}
END_TEST

/* --- single groups */

static size_t
doors_of(struct atelier *who)
{
    struct listing_page page = { 0 };

    ck_assert_msg(browse_day(who, &page, &err), "%s", err.message);
    const size_t count = page.count;
    listing_page_clear(&page);
    return count;
}

static void
grant(int64_t of)
{
    office_add(
        at, &grant_entity, "staff",
        rows_number(database_file_number("SELECT id FROM staff WHERE login = 'lea'")),
        "group", rows_number(of), NULL);
    atelier_close(door);
    door = office_return("lea", AT_THE_DOOR);
}

START_TEST(a_door_for_single_groups__stands_at_theirs_alone)
{
    ck_assert_uint_eq(doors_of(door), 1);
    const int64_t mob = office_add_group(at, "MOB");
    const int64_t theirs = office_add_meeting(at, mob, "2027-03-16 14:00", 9);
    ck_assert_uint_eq(doors_of(door), 2);

    grant(mob);
    ck_assert_uint_eq(doors_of(door), 1);
    for (size_t i = 0; i < sizeof deeds / sizeof deeds[0]; i++)
        if (deeds[i].is_of_day) {
            ck_assert_msg(!deeds[i].run(door, today), "%s", deeds[i].name);
            ck_assert_msg(strstr(err.message, "MOB only"), "%s: %s", deeds[i].name,
                          err.message);
        }
    ck_assert(counts_seats(door, theirs));
    ck_assert(lets_in(door, theirs));
    expect_refused(fetch(door, LISTING_PERSON, 0), "people");

    struct agenda agenda = { 0 };
    const struct agenda_wish wish = { .first = { 2027, 3, 1 }, .last = { 2027, 3, 31 } };
    ck_assert(browse_agenda(door, &wish, &agenda, &err));
    ck_assert_uint_eq(agenda.count, 1);
    ck_assert_int_eq(agenda.items[0].row.id, theirs);
    agenda_clear(&agenda);
}
END_TEST

/* --- names */

START_TEST(a_name__is_known_whole__or_not_at_all)
{
    int64_t id = 0;

    ck_assert(reference_get(door, ENTITY_PERSON, "muller, anna", &id, &err));
    ck_assert_int_eq(id, anna);
    ck_assert(!reference_get(door, ENTITY_PERSON, "Müll", &id, &err));
    ck_assert(reference_get(at, ENTITY_PERSON, "Müll", &id, &err));
}
END_TEST

START_TEST(whoever_is_not_on_the_list__is_not_named)
{
    const int64_t stranger = office_add_person(at, "Ostrom", "Elinor");
    const struct attend_request request = { .meeting = today, .person = stranger };
    struct attend_outcome outcome;

    attend_outcome_init(&outcome);
    ck_assert(!attend_mark(door, &request, &outcome, &err));
    ck_assert_msg(!strstr(err.message, "Ostrom"), "%s", err.message);
    ck_assert(!attend_mark(at, &request, &outcome, &err));
    ck_assert_ptr_nonnull(strstr(err.message, "Ostrom"));
    attend_outcome_clear(&outcome);
}
END_TEST

START_TEST(a_badge_of_another_day__names_nobody)
{
    struct door_roll roll = { 0 };
    int64_t person = 0;
    const int64_t badge = database_file_number("SELECT max(id) FROM registration");

    ck_assert(door_follow(door, today, 0, &roll, &err));
    ck_assert(!door_badge(door, &roll, badge, &person, &err));
    ck_assert_str_eq(err.message, "This badge is for another meeting.");
    door_roll_clear(&roll);
}
END_TEST

static void
add_tests(TCase *tests)
{
    const int deed_count = (int)(sizeof deeds / sizeof deeds[0]);

    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_loop_test(tests, each_list__is_sorted__and_only_those_of_the_day_are_read,
                        0, LISTING_COUNT);
    tcase_add_loop_test(tests, a_deed__is_done_for_a_meeting_of_the_day__and_for_no_other,
                        0, deed_count);
    tcase_add_test(tests,
                   the_day_of_a_meeting__ends_at_midnight__or_three_hours_past_its_end);
    tcase_add_test(tests, a_mark_of_the_day_before__stays__and_a_colleagues_too);
    tcase_add_test(tests, a_door_for_single_groups__stands_at_theirs_alone);
    tcase_add_test(tests, a_name__is_known_whole__or_not_at_all);
    tcase_add_test(tests, whoever_is_not_on_the_list__is_not_named);
    tcase_add_test(tests, a_badge_of_another_day__names_nobody);
}

SUITE_MAIN("day_right")
