/* SPDX-License-Identifier: GPL-3.0-or-later */
/* presence_table_test.c - marks are found and listed, and people counted, each once */
#include "atelier/store/presence_table.h"
#include "atelier/store/slot_table.h"

#include <check.h>
#include <string.h>

#include "atelier/domain/person.h"
#include "atelier/domain/working_group.h"
#include "atelier/store/listing_table.h"
#include "support/rows.h"
#include "support/suite.h"

static struct database *db;
static struct error err;
static int64_t meeting;
static int64_t morning;
static int64_t afternoon;
static int64_t anna;
static int64_t annas; /* her registration */
static int64_t bert;
static int64_t berts;

static int64_t
add_slot(const char *label, const char *start, const char *end)
{
    return rows_add(db, &slot_entity, "meeting", rows_number(meeting), "label", label,
                    "start", start, "end", end, NULL);
}

static int64_t
mark(int64_t registration, int64_t slot, const char *kind)
{
    return rows_add(db, &presence_entity, "registration", rows_number(registration),
                    "slot", rows_number(slot), "kind", kind, "at", "2027-03-16T08:30:00Z",
                    "by", "lea", "reason", "because", NULL);
}

static void
set_up(void)
{
    db = database_open(":memory:", DATABASE_CREATE, false, &err);
    ck_assert_msg(db != NULL, "%s", err.message);
    int64_t group =
        rows_add(db, &working_group_entity, "code", "URB", "name", "Towns", NULL);
    meeting = rows_add_meeting(db, group, "Jobs", "2027-03-16 09:00");
    afternoon = add_slot("Afternoon", "2027-03-16 13:30", "2027-03-16 17:00");
    morning = add_slot("Morning", "2027-03-16 09:30", "2027-03-16 12:30");
    anna = rows_add(db, &person_entity, "family", "Müller", NULL);
    bert = rows_add(db, &person_entity, "family", "Novak", NULL);
    annas = rows_add_registration(db, meeting, anna, "accepted");
    berts = rows_add_registration(db, meeting, bert, "accepted");
}

static void
tear_down(void)
{
    database_close(db);
}

static struct presence_count
count(int64_t slot)
{
    struct presence_count counted;
    ck_assert_msg(presence_table_count(db, meeting, slot, &counted, &err), "%s",
                  err.message);
    return counted;
}

static enum presence_kind
last_kind(int64_t slot, int64_t person)
{
    struct presence last;
    record_init(&presence_entity, &last);
    ck_assert_msg(presence_table_last(db, slot, person, &last, &err), "%s", err.message);
    ck_assert_int_ne(last.head.id, 0);
    enum presence_kind kind = last.kind;
    record_clear(&presence_entity, &last);
    return kind;
}

START_TEST(slots__come__in_order_of_start)
{
    struct slot_list list = { 0 };
    ck_assert(slot_table_list(db, meeting, &list, &err));
    ck_assert_uint_eq(list.count, 2);
    ck_assert_int_eq(list.items[0].head.id, morning);
    ck_assert_int_eq(list.items[1].head.id, afternoon);
    ck_assert(slot_table_list(db, meeting + 1, &list, &err));
    ck_assert_uint_eq(list.count, 0);
    slot_list_clear(&list);
}
END_TEST

START_TEST(last_mark__is_that_of_the_person__in_that_slot)
{
    struct presence last;
    record_init(&presence_entity, &last);
    ck_assert(presence_table_last(db, morning, anna, &last, &err));
    ck_assert_int_eq(last.head.id, 0);
    record_clear(&presence_entity, &last);

    mark(annas, morning, "present");
    mark(annas, afternoon, "excused");
    mark(berts, morning, "absent");
    ck_assert_int_eq(last_kind(morning, anna), PRESENCE_PRESENT);
    mark(annas, morning, "left");
    ck_assert_int_eq(last_kind(morning, anna), PRESENCE_LEFT);
    ck_assert_int_eq(last_kind(afternoon, anna), PRESENCE_EXCUSED);
    ck_assert_int_eq(last_kind(morning, bert), PRESENCE_ABSENT);
}
END_TEST

START_TEST(person__registered_anew__keeps_the_mark_of_the_old_registration)
{
    mark(annas, morning, "present");
    rows_change(db, &registration_entity, annas, "state", "withdrawn", NULL);
    int64_t again = rows_add_registration(db, meeting, anna, "accepted");
    ck_assert_int_eq(last_kind(morning, anna), PRESENCE_PRESENT);
    mark(again, morning, "signed");
    ck_assert_int_eq(count(morning).present, 1);
    ck_assert_int_eq(count(morning).signatures, 1);
}
END_TEST

START_TEST(number_present__is_of_distinct_people__not_of_marks)
{
    mark(annas, morning, "present");
    mark(annas, morning, "signed");
    mark(annas, afternoon, "present");
    mark(berts, afternoon, "present");

    ck_assert_int_eq(count(morning).present, 1);
    ck_assert_int_eq(count(afternoon).present, 2);
    ck_assert_int_eq(count(0).present, 2);
    ck_assert_int_eq(count(0).signatures, 1);
}
END_TEST

static void
mark_remote(int64_t registration, int64_t slot)
{
    rows_add(db, &presence_entity, "registration", rows_number(registration), "slot",
             rows_number(slot), "kind", "present", "remote", "1", "at",
             "2027-03-16T08:30:00Z", "by", "lea", NULL);
}

START_TEST(remote__is_who_was_in_the_room_in_no_slot)
{
    mark_remote(annas, morning);
    mark_remote(berts, morning);
    ck_assert_int_eq(count(morning).remote, 2);
    mark(annas, morning, "present"); /* she has come in */
    ck_assert_int_eq(count(morning).remote, 1);
    mark(berts, afternoon, "present");
    ck_assert_int_eq(count(morning).remote, 1);
    ck_assert_int_eq(count(0).remote, 0);
    mark_remote(berts, afternoon);
    ck_assert_int_eq(count(0).remote, 1);
    mark(berts, morning, "annulled");
    ck_assert_int_eq(count(morning).remote, 0);
    ck_assert_int_eq(count(0).remote, 1);
}
END_TEST

START_TEST(who_left__was_present__and_is_inside_no_more__until_they_come_back)
{
    mark(annas, morning, "present");
    ck_assert_int_eq(count(morning).inside, 1);
    mark(annas, morning, "left");
    ck_assert_int_eq(count(morning).present, 1);
    ck_assert_int_eq(count(morning).inside, 0);
    mark(annas, morning, "present");
    ck_assert_int_eq(count(morning).inside, 1);
}
END_TEST

START_TEST(annulled_mark__counts_for_nothing__until_the_next_one)
{
    mark(annas, morning, "signed");
    mark(annas, morning, "annulled");
    ck_assert_int_eq(count(morning).present, 0);
    ck_assert_int_eq(count(morning).inside, 0);
    ck_assert_int_eq(count(morning).signatures, 0);
    mark(annas, morning, "present");
    ck_assert_int_eq(count(morning).present, 1);
    ck_assert_int_eq(count(morning).signatures, 0);
}
END_TEST

START_TEST(excused_and_absent__give_way__to_presence_and_to_each_other)
{
    mark(annas, morning, "excused");
    mark(berts, morning, "absent");
    ck_assert_int_eq(count(0).excused, 1);
    ck_assert_int_eq(count(0).absent, 1);
    mark(berts, morning, "excused");
    ck_assert_int_eq(count(morning).excused, 2);
    ck_assert_int_eq(count(morning).absent, 0);
    mark(annas, afternoon, "present"); /* came later after all */
    ck_assert_int_eq(count(morning).excused, 2);
    ck_assert_int_eq(count(0).excused, 1);
    ck_assert_int_eq(count(0).present, 1);
}
END_TEST

START_TEST(slot__is_marked__once_somebody_was)
{
    bool marked = true;
    ck_assert(slot_table_is_marked(db, morning, &marked, &err));
    ck_assert(!marked);
    mark(annas, morning, "absent");
    ck_assert(slot_table_is_marked(db, morning, &marked, &err));
    ck_assert(marked);
}
END_TEST

/* One column of the whole list in one text: "present left". */
static void
expect_list(const struct listing_query *query, const char *column, const char *expected)
{
    const struct listing *listing = listing_get(query->kind);
    struct listing_query asked = *query;
    struct listing_page page = { 0 };
    struct buffer text = { 0 };
    size_t c = 0;

    asked.today = (struct date){ 2026, 11, 28 };

    while (strcmp(listing->columns[c].name, column) != 0)
        c++;
    ck_assert_msg(listing_table_fetch(db, &asked, LISTING_FIRST, NULL, 100, &page, &err),
                  "%s", err.message);
    for (size_t r = 0; r < page.count; r++)
        buffer_addf(&text, "%s%s", r > 0 ? " " : "",
                    page.rows[r].cells[c] ? page.rows[r].cells[c] : "-");
    ck_assert_str_eq(buffer_text(&text), expected);
    buffer_clear(&text);
    listing_page_clear(&page);
}

START_TEST(list__holds_what_is_true_now__and_with_the_history_every_mark)
{
    struct listing_query query = { .kind = LISTING_PRESENCE, .scope = meeting };
    mark(annas, morning, "present");
    mark(annas, morning, "left");
    mark(berts, morning, "absent");
    mark(berts, morning, "annulled");
    mark(berts, afternoon, "present");

    expect_list(&query, "kind", "left present"); /* Müller, Novak */
    query.slot = morning;
    expect_list(&query, "kind", "left");
    query.history = true;
    expect_list(&query, "kind", "present left absent annulled");
    query.person = bert;
    expect_list(&query, "kind", "absent annulled");
    expect_list(&(struct listing_query){ .kind = LISTING_SLOT, .scope = meeting },
                "label", "Morning Afternoon");
}
END_TEST

START_TEST(list_of_registrations__shows_the_mark_in_the_slot_that_is_named)
{
    struct listing_query query = { .kind = LISTING_REGISTRATION,
                                   .scope = meeting,
                                   .slot = morning,
                                   .today = { 2027, 3, 16 } };
    mark(annas, morning, "left");
    mark(annas, afternoon, "present");
    mark(berts, morning, "present");
    expect_list(&query, "presence", "left present"); /* Müller, Novak */
    query.slot = afternoon;
    expect_list(&query, "presence", "present -");
    query.slot = morning;
    mark(berts, morning, "annulled");
    expect_list(&query, "presence", "left -");
    query.slot = 0;
    expect_list(&query, "presence", "present -");
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, slots__come__in_order_of_start);
    tcase_add_test(tests, last_mark__is_that_of_the_person__in_that_slot);
    tcase_add_test(tests,
                   person__registered_anew__keeps_the_mark_of_the_old_registration);
    tcase_add_test(tests, number_present__is_of_distinct_people__not_of_marks);
    tcase_add_test(tests,
                   list_of_registrations__shows_the_mark_in_the_slot_that_is_named);
    tcase_add_test(tests, remote__is_who_was_in_the_room_in_no_slot);
    tcase_add_test(tests,
                   who_left__was_present__and_is_inside_no_more__until_they_come_back);
    tcase_add_test(tests, annulled_mark__counts_for_nothing__until_the_next_one);
    tcase_add_test(tests, excused_and_absent__give_way__to_presence_and_to_each_other);
    tcase_add_test(tests, slot__is_marked__once_somebody_was);
    tcase_add_test(tests, list__holds_what_is_true_now__and_with_the_history_every_mark);
}

SUITE_MAIN("presence_table")
