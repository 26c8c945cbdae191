/* SPDX-License-Identifier: GPL-3.0-or-later */
/* shared_address_test.c - an address that somebody else has is said, and asks nothing */
#include "atelier/app/shared_address.h"

#include <check.h>

#include "atelier/app/edit.h"
#include "atelier/base/memory.h"
#include "support/office.h"
#include "support/suite.h"

static struct atelier *at;

static void
set_up(void)
{
    at = office_found();
    office_add(at, &person_entity, "family", "Martin", "given", "Anna", "email",
               "contact@example.org", NULL);
}

static void
tear_down(void)
{
    office_end(at);
}

/* What is said of somebody new, NULL: nothing. */
static void
expect(struct atelier *who, const char *family, const char *given, const char *email,
       const char *expected)
{
    struct person person;
    struct buffer text = { 0 };

    record_init(&person_entity, &person);
    person.family = memory_copy(family);
    person.given = memory_copy(given);
    person.email = memory_copy(email);
    ck_assert_int_eq(shared_address_warn(who, NULL, &person, &text), expected != NULL);
    ck_assert_str_eq(buffer_text(&text), expected ? expected : "");
    buffer_clear(&text);
    record_clear(&person_entity, &person);
}

/* What is said of a person whose address was changed from that. */
static void
expect_changed(int64_t id, const char *old, const char *expected)
{
    struct person before;
    struct person person;
    struct buffer text = { 0 };

    record_init(&person_entity, &before);
    record_init(&person_entity, &person);
    ck_assert(edit_load(at, &person_entity, id, &person, NULL));
    before.email = memory_copy(old);
    ck_assert_int_eq(shared_address_warn(at, &before, &person, &text), expected != NULL);
    ck_assert_str_eq(buffer_text(&text), expected ? expected : "");
    buffer_clear(&text);
    record_clear(&person_entity, &before);
    record_clear(&person_entity, &person);
}

START_TEST(an_address_of_somebody_else__is__said_in_any_case)
{
    expect(at, "Roe", "Jane", "Contact@Example.org",
           "Anna Martin has this e-mail address too.");
    expect(at, "Roe", "Jane", "other@example.org", NULL);
    expect(at, "Roe", "Jane", NULL, NULL);
    expect(at, NULL, NULL, "contact@example.org",
           "Anna Martin has this e-mail address too.");
}
END_TEST

START_TEST(whoever_is_asked_about__is__not_said_twice)
{
    expect(at, "Martin", "Anna", "contact@example.org", NULL);
    expect(at, "Roe", "Anna", "contact@example.org", NULL);
}
END_TEST

START_TEST(several__are__counted_and_the_first_is_named)
{
    office_add(at, &person_entity, "family", "Zola", "email", "contact@example.org",
               NULL);
    office_add(at, &person_entity, "family", "Ortiz", "given", "Luc", "email",
               "contact@example.org", NULL);
    expect(at, "Roe", "Jane", "contact@example.org",
           "Anna Martin and 2 more have this e-mail address too.");
}
END_TEST

START_TEST(a_person_who_is_changed__is_told_of__only_for_a_new_address)
{
    const int64_t id = office_add(at, &person_entity, "family", "Roe", "given", "Jane",
                                  "email", "contact@example.org", NULL);

    expect_changed(id, "jane@example.org", "Anna Martin has this e-mail address too.");
    expect_changed(id, NULL, "Anna Martin has this e-mail address too.");
    expect_changed(id, "CONTACT@example.org", NULL);
}
END_TEST

/* No question was asked of them. */
START_TEST(a_namesake_with_the_new_address__is__said)
{
    const int64_t id = office_add(at, &person_entity, "family", "Martin", "given", "Zoe",
                                  "email", "contact@example.org", NULL);

    expect_changed(id, "zoe@example.org", "Anna Martin has this e-mail address too.");
}
END_TEST

START_TEST(the_door__learns__no_address)
{
    struct atelier *door = office_hire(at, "dora", ROLE_DOOR);
    struct atelier *reader = office_hire(at, "rita", ROLE_READER);

    expect(door, "Roe", "Jane", "contact@example.org", NULL);
    expect(reader, "Roe", "Jane", "contact@example.org",
           "Anna Martin has this e-mail address too.");
    atelier_close(reader);
    atelier_close(door);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, an_address_of_somebody_else__is__said_in_any_case);
    tcase_add_test(tests, whoever_is_asked_about__is__not_said_twice);
    tcase_add_test(tests, several__are__counted_and_the_first_is_named);
    tcase_add_test(tests, a_person_who_is_changed__is_told_of__only_for_a_new_address);
    tcase_add_test(tests, a_namesake_with_the_new_address__is__said);
    tcase_add_test(tests, the_door__learns__no_address);
}

SUITE_MAIN("shared_address")
