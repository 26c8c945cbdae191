/* SPDX-License-Identifier: GPL-3.0-or-later */
/* nouns_test.c - what one row of a noun must keep to, and by which words it is known */
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/memory.h"
#include "atelier/domain/affiliation.h"
#include "atelier/domain/category.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/membership.h"
#include "atelier/domain/organisation.h"
#include "atelier/domain/person.h"
#include "atelier/domain/presence.h"
#include "atelier/domain/quorum.h"
#include "atelier/domain/registration.h"
#include "atelier/domain/room.h"
#include "atelier/domain/setting.h"
#include "atelier/domain/slot.h"
#include "atelier/domain/staff.h"
#include "atelier/domain/venue.h"
#include "atelier/domain/working_group.h"

#include "support/suite.h"

/* A row from "name", "value" pairs that end with NULL. */
static void *
row(const struct entity *entity, ...)
{
    va_list pairs;
    void *record = record_new(entity);
    const char *name;

    va_start(pairs, entity);
    while ((name = va_arg(pairs, const char *)) != NULL) {
        const struct field *field = entity_field(entity, name);
        struct error err;

        ck_assert_msg(field != NULL, "%s has no %s", entity->name, name);
        ck_assert_msg(field_parse(field, record, va_arg(pairs, const char *), &err), "%s",
                      err.message);
    }
    va_end(pairs);
    return record;
}

/* Takes the row. */
static void
expect_good(const struct entity *entity, void *record)
{
    struct error err;

    ck_assert_msg(record_check(entity, record, &err), "%s", err.message);
    record_free(entity, record);
}

static void
expect_bad(const struct entity *entity, const char *field, void *record)
{
    struct error err = { 0 };

    ck_assert_msg(!record_check(entity, record, &err), "%s.%s passed", entity->name,
                  field);
    ck_assert_str_eq(err.field, field);
    ck_assert_ptr_nonnull(entity_field(entity, err.field));
    record_free(entity, record);
}

static void
expect_title(const struct entity *entity, const char *title, void *record)
{
    struct buffer buffer = { 0 };

    entity->title(record, &buffer);
    ck_assert_str_eq(buffer_text(&buffer), title);
    buffer_clear(&buffer);
    record_free(entity, record);
}

static struct meeting *
meeting_row(void)
{
    return row(&meeting_entity, "group", "1", "title", "Jobs", "start",
               "2027-03-16 09:30", "end", "2027-03-16 12:30", "zone", "Europe/Paris",
               NULL);
}

START_TEST(meeting__ends__after_it_starts)
{
    struct meeting *meeting = meeting_row();

    meeting->end = meeting->start;
    expect_bad(&meeting_entity, "end", meeting);

    meeting = meeting_row();
    meeting->end.date.day--;
    expect_bad(&meeting_entity, "end", meeting);

    meeting = meeting_row(); /* over midnight is fine */
    meeting->end = (struct local_time){ .date = { 2027, 3, 17 }, .hour = 1 };
    expect_good(&meeting_entity, meeting);
}

START_TEST(meeting__has_no_fewer_than_no_seats__but_may_have_none)
{
    struct meeting *meeting = meeting_row();

    meeting->seats = -1;
    expect_bad(&meeting_entity, "seats", meeting);
    meeting = meeting_row();
    meeting->seats = 0;
    expect_good(&meeting_entity, meeting);
}

START_TEST(meeting__is_numbered__from_one)
{
    struct meeting *meeting = meeting_row();

    meeting->number = 0;
    expect_bad(&meeting_entity, "number", meeting);
}

START_TEST(meeting__closes_registration__after_it_opens)
{
    struct meeting *meeting = meeting_row();

    meeting->opens = (struct date){ 2027, 2, 1 };
    meeting->closes = (struct date){ 2027, 1, 31 };
    expect_bad(&meeting_entity, "closes", meeting);
    meeting = meeting_row();
    meeting->opens = meeting->closes = (struct date){ 2027, 2, 1 };
    expect_good(&meeting_entity, meeting);
}

START_TEST(organisation__is_not__part_of_itself)
{
    struct organisation *organisation =
        row(&organisation_entity, "name", "Harbour City", "parent", "4", NULL);

    organisation->head.id = 4;
    expect_bad(&organisation_entity, "parent", organisation);
    expect_good(&organisation_entity,
                row(&organisation_entity, "name", "Harbour City", "parent", "4", NULL));
}

START_TEST(post_and_membership__do_not_end__before_they_begin)
{
    expect_bad(&affiliation_entity, "to",
               row(&affiliation_entity, "person", "1", "organisation", "2", "from",
                   "2027-01-02", "to", "2027-01-01", NULL));
    expect_good(&affiliation_entity,
                row(&affiliation_entity, "person", "1", "organisation", "2", "from",
                    "2027-01-01", "to", "2027-01-01", NULL));
    expect_good(&affiliation_entity, row(&affiliation_entity, "person", "1",
                                         "organisation", "2", "to", "2027-01-01", NULL));
    expect_bad(&membership_entity, "to",
               row(&membership_entity, "person", "1", "group", "2", "from", "2027-01-02",
                   "to", "2027-01-01", NULL));
}

START_TEST(alternate__stands_in__for_somebody_else)
{
    expect_good(&membership_entity, row(&membership_entity, "person", "1", "group", "2",
                                        "role", "alternate", "alternate_of", "3", NULL));
    expect_bad(&membership_entity, "alternate_of",
               row(&membership_entity, "person", "1", "group", "2", "role", "alternate",
                   "alternate_of", "1", NULL));
    expect_bad(&membership_entity, "alternate_of",
               row(&membership_entity, "person", "1", "group", "2", "role", "chair",
                   "alternate_of", "3", NULL));
}

START_TEST(group_code__is_short__and_in_capitals)
{
    static const char *const bad[] = { "URB 1", "東京", "ABCDEFGHIJKLM", "A/B" };
    static const char *const good[] = { "URB", "2-B", "ABCDEFGHIJKL" };

    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
        expect_bad(&working_group_entity, "code",
                   row(&working_group_entity, "code", bad[i], "name", "Cities", NULL));
    for (size_t i = 0; i < sizeof good / sizeof good[0]; i++)
        expect_good(&working_group_entity,
                    row(&working_group_entity, "code", good[i], "name", "Cities", NULL));
}

START_TEST(group_code__typed_in_small_letters__is_in_capitals)
{
    struct working_group *group = record_new(&working_group_entity);
    struct error err = { 0 };

    ck_assert(
        field_parse(entity_field(&working_group_entity, "code"), group, "urb-2", &err));
    ck_assert_str_eq(group->code, "URB-2");
    ck_assert(
        field_parse(entity_field(&working_group_entity, "code"), group, "éco", &err));
    ck_assert_str_eq(group->code, "ECO");
    record_free(&working_group_entity, group);
}

START_TEST(group__refuses__odd_defaults)
{
    expect_bad(&working_group_entity, "seats",
               row(&working_group_entity, "code", "A", "name", "B", "seats", "-1", NULL));
    expect_bad(
        &working_group_entity, "duration",
        row(&working_group_entity, "code", "A", "name", "B", "duration", "0", NULL));
}

START_TEST(room__holds__no_fewer_than_nobody)
{
    expect_bad(&room_entity, "seats",
               row(&room_entity, "venue", "1", "name", "Attic", "seats", "-1", NULL));
    expect_good(&room_entity, row(&room_entity, "venue", "1", "name", "Attic", NULL));
}

START_TEST(quorum__asks_for__one_person_at_least)
{
    expect_bad(&quorum_entity, "people",
               row(&quorum_entity, "group", "1", "people", "0", NULL));
    expect_good(&quorum_entity, row(&quorum_entity, "group", "1", "people", "1", NULL));
}

START_TEST(venue__takes__coordinates_of_the_earth)
{
    static const char *const bad[] = { "45.184", "45,184;0,721", "91;0",
                                       "90.1;0", "0;180.5",      "north;0" };
    static const char *const good[] = { "45.184000;0.721000", "45.184, 0.721",
                                        "-90;180" };

    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
        expect_bad(&venue_entity, "geo",
                   row(&venue_entity, "name", "Town hall", "geo", bad[i], NULL));
    for (size_t i = 0; i < sizeof good / sizeof good[0]; i++)
        expect_good(&venue_entity,
                    row(&venue_entity, "name", "Town hall", "geo", good[i], NULL));
}

START_TEST(slot__ends__after_it_starts)
{
    expect_bad(&slot_entity, "end",
               row(&slot_entity, "meeting", "1", "start", "2027-03-16 09:30", "end",
                   "2027-03-16 09:00", NULL));
}

START_TEST(annulling__asks__a_reason)
{
    expect_bad(&presence_entity, "reason",
               row(&presence_entity, "registration", "1", "slot", "1", "kind", "annulled",
                   "at", "2027-03-16T08:30:00Z", NULL));
    expect_good(&presence_entity, row(&presence_entity, "registration", "1", "slot", "1",
                                      "kind", "annulled", "at", "2027-03-16T08:30:00Z",
                                      "reason", "wrong person", NULL));
}

START_TEST(person__has_a_language__by_its_code)
{
    static const char *const bad[] = { "french", "FR", "f", "fr-", "fr-fr", "fr_FR" };
    static const char *const good[] = { "fr", "gsw", "pt-BR" };

    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
        expect_bad(&person_entity, "language",
                   row(&person_entity, "family", "Roe", "language", bad[i], NULL));
    for (size_t i = 0; i < sizeof good / sizeof good[0]; i++)
        expect_good(&person_entity,
                    row(&person_entity, "family", "Roe", "language", good[i], NULL));
}

START_TEST(login__has__no_spaces_or_colons)
{
    expect_bad(&staff_entity, "login", row(&staff_entity, "login", "anna roe", NULL));
    expect_bad(&staff_entity, "login", row(&staff_entity, "login", "a:b", NULL));
    expect_good(&staff_entity, row(&staff_entity, "login", "anna.roe", NULL));
}

START_TEST(settings__want__a_zone_and_a_domain)
{
    static const char *const bad[] = { "a b", ".example.org", "example..org",
                                       "example.org.", "a@example.org" };

    expect_good(&settings_entity, row(&settings_entity, "zone", "Europe/Paris", "domain",
                                      "groups.example.org", NULL));
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
        expect_bad(&settings_entity, "domain",
                   row(&settings_entity, "zone", "Europe/Paris", "domain", bad[i], NULL));
    expect_bad(&settings_entity, "keep_years",
               row(&settings_entity, "zone", "Europe/Paris", "domain", "example.org",
                   "keep_years", "-1", NULL));
}

/* What once was called by the clock alone was made of its hours as well. */
START_TEST(label_of_several_days__made_of_its_hours__follows_them_with_their_dates)
{
    static const char *const made[] = { NULL, "16/03 09:30–18/03 17:00", "09:30–17:00" };
    struct slot before, after;

    for (size_t i = 0; i < sizeof made / sizeof made[0]; i++) {
        record_init(&slot_entity, &before);
        before.start =
            (struct local_time){ .date = { 2027, 3, 16 }, .hour = 9, .minute = 30 };
        before.end = (struct local_time){ .date = { 2027, 3, 18 }, .hour = 17 };
        before.label = made[i] ? memory_copy(made[i]) : NULL;
        record_init(&slot_entity, &after);
        record_copy(&slot_entity, &after, &before);
        after.end.hour = 18;
        slot_settle_label(made[i] ? &before : NULL, &after);
        ck_assert_str_eq(after.label, "16/03 09:30–18/03 18:00");
        memory_replace(&before.label, "Congress");
        memory_replace(&after.label, "Congress");
        slot_settle_label(&before, &after);
        ck_assert_str_eq(after.label, "Congress");
        record_clear(&slot_entity, &before);
        record_clear(&slot_entity, &after);
    }
}
END_TEST

START_TEST(titles__are_the_words__by_which_people_know_a_row)
{
    expect_title(&person_entity, "Müller, Anna",
                 row(&person_entity, "family", "Müller", "given", "Anna", NULL));
    expect_title(&person_entity, "Müller", row(&person_entity, "family", "Müller", NULL));
    expect_title(&registration_entity, "Müller, Anna",
                 row(&registration_entity, "family", "Müller", "given", "Anna", NULL));
    expect_title(&meeting_entity, "Jobs (16/03/2027)", meeting_row());
    expect_title(&working_group_entity, "URB Cities",
                 row(&working_group_entity, "code", "URB", "name", "Cities", NULL));
    expect_title(
        &slot_entity, "09:30–12:00",
        row(&slot_entity, "start", "2027-03-16 09:30", "end", "2027-03-16 12:00", NULL));
    /* Of several days with their dates, from a whole day on. */
    expect_title(
        &slot_entity, "09:30–09:29",
        row(&slot_entity, "start", "2027-03-16 09:30", "end", "2027-03-17 09:29", NULL));
    expect_title(
        &slot_entity, "16/03 09:30–17/03 09:30",
        row(&slot_entity, "start", "2027-03-16 09:30", "end", "2027-03-17 09:30", NULL));
    expect_title(&slot_entity, "Morning", row(&slot_entity, "label", "Morning", NULL));
    expect_title(&staff_entity, "anna", row(&staff_entity, "login", "anna", NULL));
    expect_title(&category_entity, "state", row(&category_entity, "name", "state", NULL));
}

START_TEST(person_list__frees__its_people)
{
    struct person_list list = { 0 };

    list.items = calloc(2, sizeof *list.items);
    list.count = list.capacity = 2;
    for (size_t i = 0; i < 2; i++) {
        record_init(&person_entity, &list.items[i]);
        field_set_text(entity_field(&person_entity, "family"), &list.items[i], "Roe");
    }
    person_list_clear(&list);
    ck_assert_ptr_null(list.items);
    ck_assert_uint_eq(list.count, 0);
}

START_TEST(a_row_that_is_being_filled__can_be_checked)
{
    for (int kind = 0; kind <= ENTITY_COUNT; kind++) {
        const struct entity *entity =
            kind == ENTITY_COUNT ? &settings_entity : entity_get((enum entity_kind)kind);
        void *record = record_new(entity);
        struct error err = { 0 };

        if (entity->check != NULL && !entity->check(record, &err))
            ck_assert_ptr_nonnull(err.field);
        record_free(entity, record);
    }
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_test(tests, meeting__ends__after_it_starts);
    tcase_add_test(tests, meeting__has_no_fewer_than_no_seats__but_may_have_none);
    tcase_add_test(tests, meeting__is_numbered__from_one);
    tcase_add_test(tests, meeting__closes_registration__after_it_opens);
    tcase_add_test(tests, organisation__is_not__part_of_itself);
    tcase_add_test(tests, post_and_membership__do_not_end__before_they_begin);
    tcase_add_test(tests, alternate__stands_in__for_somebody_else);
    tcase_add_test(tests, group_code__is_short__and_in_capitals);
    tcase_add_test(tests, group_code__typed_in_small_letters__is_in_capitals);
    tcase_add_test(tests, group__refuses__odd_defaults);
    tcase_add_test(tests, room__holds__no_fewer_than_nobody);
    tcase_add_test(tests, quorum__asks_for__one_person_at_least);
    tcase_add_test(tests, venue__takes__coordinates_of_the_earth);
    tcase_add_test(tests, slot__ends__after_it_starts);
    tcase_add_test(
        tests, label_of_several_days__made_of_its_hours__follows_them_with_their_dates);
    tcase_add_test(tests, annulling__asks__a_reason);
    tcase_add_test(tests, person__has_a_language__by_its_code);
    tcase_add_test(tests, login__has__no_spaces_or_colons);
    tcase_add_test(tests, settings__want__a_zone_and_a_domain);
    tcase_add_test(tests, titles__are_the_words__by_which_people_know_a_row);
    tcase_add_test(tests, a_row_that_is_being_filled__can_be_checked);
    tcase_add_test(tests, person_list__frees__its_people);
}

SUITE_MAIN("nouns")
