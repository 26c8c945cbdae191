/* SPDX-License-Identifier: GPL-3.0-or-later */
/* agenda_test.c - which entries are on a day, and how their hours read there */
#include "atelier/domain/agenda.h"

#include "atelier/base/memory.h"
#include "support/suite.h"

static struct agenda agenda;

static const struct date tuesday = { 2027, 3, 2 };
static const struct date wednesday = { 2027, 3, 3 };
static const struct date thursday = { 2027, 3, 4 };

static void
tear_down(void)
{
    agenda_clear(&agenda);
}

static void
add(const char *title, const char *start, const char *end)
{
    struct agenda_entry *entry = agenda_add(&agenda);

    entry->row = (struct row_ref){ ENTITY_MEETING, (int64_t)agenda.count };
    entry->state = MEETING_CONFIRMED;
    entry->group = memory_copy("MOB");
    entry->title = memory_copy(title);
    entry->place = memory_copy("Salle du Conseil, Hôtel de Ville");
    ck_assert(local_time_parse(start, &entry->start));
    ck_assert(local_time_parse(end, &entry->end));
}

static void
assert_hours(struct date day, const char *expected)
{
    struct buffer text = { 0 };

    agenda_entry_add_hours(&agenda.items[0], day, &text);
    ck_assert_str_eq(buffer_text(&text), expected);
    buffer_clear(&text);
}

START_TEST(entry__of_three_days__is_on_each__with_the_hours_it_has_there)
{
    add("Study trip", "2027-03-02 14:00", "2027-03-04 12:00");
    ck_assert(!agenda_entry_is_on(&agenda.items[0], (struct date){ 2027, 3, 1 }));
    assert_hours(tuesday, "14:00–");
    ck_assert(agenda_entry_is_on(&agenda.items[0], wednesday));
    assert_hours(wednesday, "");
    assert_hours(thursday, "–12:00");
    ck_assert(!agenda_entry_is_on(&agenda.items[0], (struct date){ 2027, 3, 5 }));
}
END_TEST

START_TEST(entry__until_midnight__is_not_on_the_day_after)
{
    add("Gala", "2027-03-02 19:00", "2027-03-03 00:00");
    ck_assert(agenda_entry_is_on(&agenda.items[0], tuesday));
    ck_assert(!agenda_entry_is_on(&agenda.items[0], wednesday));
    assert_hours(tuesday, "19:00–24:00");
}
END_TEST

START_TEST(day__counts_its_own__in_order_of_start)
{
    add("Late", "2027-03-02 14:00", "2027-03-02 15:00");
    add("Early", "2027-03-02 09:00", "2027-03-02 10:00");
    add("Other day", "2027-03-03 09:00", "2027-03-03 10:00");
    agenda_sort(&agenda);
    ck_assert_uint_eq(agenda_count_on(&agenda, tuesday), 2);
    ck_assert_str_eq(agenda.items[agenda_next_on(&agenda, tuesday, 0)].title, "Early");
    ck_assert_uint_eq(agenda_next_on(&agenda, thursday, 0), agenda.count);
}
END_TEST

START_TEST(workshop__follows_its_meeting__that_begins_with_it)
{
    add("Maps", "2027-03-02 09:00", "2027-03-02 10:00");
    agenda.items[0].workshop = 7;
    agenda.items[0].row.id = 2;
    add("Jobs", "2027-03-02 09:00", "2027-03-02 16:00");
    agenda_sort(&agenda);
    ck_assert_str_eq(agenda.items[0].title, "Jobs");
    ck_assert_str_eq(agenda.items[1].title, "Maps");
}
END_TEST

START_TEST(words__keep_what_holds_the_beginning_of_each__without_accents)
{
    add("Élus et mobilité", "2027-03-02 14:00", "2027-03-02 15:00");
    add("Parking", "2027-03-02 09:00", "2027-03-02 10:00");
    agenda_keep(&agenda, "conseil  mobi", NULL);
    ck_assert_uint_eq(agenda.count, 1);
    ck_assert_str_eq(agenda.items[0].title, "Élus et mobilité");
    agenda_keep(&agenda, "mob", NULL);
    ck_assert_uint_eq(agenda.count, 1);
    agenda_keep(&agenda, " ", NULL);
    ck_assert_uint_eq(agenda.count, 1);
    agenda_keep(&agenda, "lus", NULL); /* inside a word */
    ck_assert_uint_eq(agenda.count, 0);
}
END_TEST

/* Those of people whom the words find are kept besides, each of them once. */
START_TEST(words__keep_what_others_say_too)
{
    struct agenda others = { 0 };

    add("Parking", "2027-03-02 09:00", "2027-03-02 10:00");
    agenda.items[0].of_person = memory_copy("Colas, Léo");
    agenda_add_all(&others, &agenda);
    ck_assert_uint_eq(agenda.count, 0);
    add("Parking", "2027-03-02 09:00", "2027-03-02 10:00");
    agenda_add_all(&others, &agenda);
    ck_assert_uint_eq(others.count, 1);
    add("Parking", "2027-03-02 09:00", "2027-03-02 10:00");
    add("Streets", "2027-03-02 14:00", "2027-03-02 15:00");
    add("Lights", "2027-03-02 16:00", "2027-03-02 17:00");
    agenda_keep(&agenda, "lights", &others);
    ck_assert_uint_eq(agenda.count, 2);
    ck_assert_str_eq(agenda.items[0].title, "Parking");
    ck_assert_str_eq(agenda.items[0].of_person, "Colas, Léo");
    ck_assert_str_eq(agenda.items[1].title, "Lights");
    ck_assert_ptr_null(agenda.items[1].of_person);
    ck_assert_uint_eq(agenda_count_of_people(&agenda), 1);
    agenda_clear(&others);
}
END_TEST

START_TEST(words__find_a_meeting_by_what_it_consists_of__and_it_counts_once)
{
    add("Parking", "2027-03-02 09:00", "2027-03-02 10:00");
    add("Parking", "2027-03-03 09:00", "2027-03-03 10:00");
    add("Streets", "2027-03-03 14:00", "2027-03-03 15:00");
    agenda.items[1].row.id = agenda.items[0].row.id; /* its second day */
    agenda.items[0].parts = memory_copy(" Maps for all Opening");
    agenda.items[1].parts = memory_copy(" Maps for all Opening");
    ck_assert_uint_eq(agenda_count_meetings(&agenda), 2);
    agenda_keep(&agenda, "opening park", NULL);
    ck_assert_uint_eq(agenda.count, 2);
    ck_assert_uint_eq(agenda_count_meetings(&agenda), 1);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, NULL, tear_down);
    tcase_add_test(tests, entry__of_three_days__is_on_each__with_the_hours_it_has_there);
    tcase_add_test(tests, entry__until_midnight__is_not_on_the_day_after);
    tcase_add_test(tests, day__counts_its_own__in_order_of_start);
    tcase_add_test(tests, workshop__follows_its_meeting__that_begins_with_it);
    tcase_add_test(tests, words__keep_what_holds_the_beginning_of_each__without_accents);
    tcase_add_test(tests, words__keep_what_others_say_too);
    tcase_add_test(tests,
                   words__find_a_meeting_by_what_it_consists_of__and_it_counts_once);
}

SUITE_MAIN("agenda")
