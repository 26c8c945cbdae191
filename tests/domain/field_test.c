/* SPDX-License-Identifier: GPL-3.0-or-later */
/* field_test.c - values of every kind, to text and back */
#include "atelier/domain/field.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/domain/entity.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/person.h"
#include "atelier/domain/registration.h"
#include "atelier/domain/working_group.h"

#include "support/suite.h"

static const struct field *
field_of(const struct entity *entity, const char *name)
{
    const struct field *field = entity_field(entity, name);

    ck_assert_ptr_nonnull(field);
    return field;
}

/* What the canonical text becomes after a way through the record. */
static char *
through(const struct entity *entity, const char *name, const char *text)
{
    const struct field *field = field_of(entity, name);
    struct buffer buffer = { 0 };
    struct error err;
    void *record = record_new(entity);

    ck_assert_msg(field_parse(field, record, text, &err), "%s: %s", name, err.message);
    bool present = field_format(field, record, &buffer);
    record_free(entity, record);
    return present ? buffer_take(&buffer) : NULL;
}

static void
expect_through(const struct entity *entity, const char *name, const char *text,
               const char *expected)
{
    char *back = through(entity, name, text);

    if (expected == NULL)
        ck_assert_ptr_null(back);
    else
        ck_assert_str_eq(back, expected);
    free(back);
}

static void
expect_refused(const struct entity *entity, const char *name, const char *text)
{
    const struct field *field = field_of(entity, name);
    struct error err = { 0 };
    void *record = record_new(entity);
    void *untouched = record_new(entity);

    ck_assert_msg(!field_parse(field, record, text, &err), "%s took “%s”", name, text);
    ck_assert_int_eq(err.kind, ERROR_INPUT);
    ck_assert_str_eq(err.field, name);
    ck_assert_uint_gt(strlen(err.message), 0);
    ck_assert(record_equal(entity, record, untouched));
    record_free(entity, record);
    record_free(entity, untouched);
}

START_TEST(parse_and_format__are_inverse__for_every_kind)
{
    expect_through(&person_entity, "family", "Müller", "Müller");
    expect_through(&person_entity, "note", "one\ntwo", "one\ntwo");
    expect_through(&person_entity, "email", "a.b@example.org", "a.b@example.org");
    expect_through(&person_entity, "phone", "+33 1 99", "+33 1 99");
    expect_through(&meeting_entity, "zone", "America/Port-au-Prince",
                   "America/Port-au-Prince");
    expect_through(&meeting_entity, "seats", "40", "40");
    expect_through(&meeting_entity, "seats", "-3", "-3");
    expect_through(&person_entity, "consent", "1", "1");
    expect_through(&person_entity, "keep_until", "2028-02-29", "2028-02-29");
    expect_through(&meeting_entity, "start", "2027-03-16 09:30", "2027-03-16 09:30");
    expect_through(&meeting_entity, "start_at", "2027-03-16T08:30:59Z",
                   "2027-03-16T08:30:59Z");
    expect_through(&meeting_entity, "start_at", "1969-12-31T23:59:59Z",
                   "1969-12-31T23:59:59Z");
    expect_through(&registration_entity, "state", "withdrawn", "withdrawn");
    expect_through(&meeting_entity, "group", "7", "7");
}

START_TEST(telephone__has__a_digit)
{
    static const char *const numbers[] = { "12", "poste 12", "+33 1 99", "112" };
    static const char *const others[] = { "abc", "néant", "+", "n/a", "-", "tél" };

    for (size_t i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++)
        expect_through(&person_entity, "phone", numbers[i], numbers[i]);
    for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++)
        expect_refused(&person_entity, "phone", others[i]);
}

START_TEST(parse__takes_blank_text__as_absent)
{
    static const char *const blanks[] = { NULL, "", "  \t" };

    for (size_t i = 0; i < 3; i++) {
        expect_through(&person_entity, "family", blanks[i], NULL);
        expect_through(&meeting_entity, "seats", blanks[i], NULL);
        expect_through(&meeting_entity, "start", blanks[i], NULL);
        expect_through(&meeting_entity, "start_at", blanks[i], NULL);
        expect_through(&person_entity, "keep_until", blanks[i], NULL);
        expect_through(&meeting_entity, "group", blanks[i], NULL);
    }
}

START_TEST(parse__tidies_text__before_it_is_kept)
{
    expect_through(&person_entity, "family", "  de   la Tour ", "de la Tour");
    expect_through(&meeting_entity, "seats", " 12 ", "12");
    expect_through(&person_entity, "consent", "yes", "1");
    expect_through(&person_entity, "consent", "false", "0");
}

/* RFC 7986: COLOR is a name of CSS3, which is written small. */
START_TEST(parse__knows_a_colour__by_its_name_alone)
{
    expect_through(&working_group_entity, "colour", "teal", "teal");
    expect_through(&working_group_entity, "colour", "Slate Blue", "slateblue");
    expect_refused(&working_group_entity, "colour", "tealish");
    expect_refused(&working_group_entity, "colour", "bleu");
    expect_refused(&working_group_entity, "colour", "#008080");
}

START_TEST(parse__refuses__what_is_no_email)
{
    expect_refused(&person_entity, "email", "anna.example.org");
    expect_refused(&person_entity, "email", "@example.org");
    expect_refused(&person_entity, "email", "anna@");
    expect_refused(&person_entity, "email", "a@b@example.org");
    expect_refused(&person_entity, "email", "a b@example.org");
    expect_refused(&person_entity, "email", "a@example.org, b@example.org");
    expect_refused(&person_entity, "email", "a@example.org; b@example.org");
    expect_refused(&person_entity, "email", "a@exam ple.org");
    expect_refused(&person_entity, "email", "iris@example,org");
    expect_refused(&person_entity, "email", "ana @example.org");
    expect_refused(&person_entity, "email", "x@example..org");
    expect_refused(&person_entity, "email", ".a@example.org");
    expect_refused(&person_entity, "email", "a.@example.org");
    expect_refused(&person_entity, "email", "a..b@example.org");
    expect_refused(&person_entity, "email", "a@.example.org");
    expect_refused(&person_entity, "email", "leo@example");
    expect_refused(&person_entity, "email", "a@-example.org");
    expect_refused(&person_entity, "email", "a\\b@example.org");
    expect_refused(&person_entity, "email", "a@exa/mple.org");
}

START_TEST(parse__refuses__what_is_no_number_date_or_choice)
{
    expect_refused(&meeting_entity, "seats", "forty");
    expect_refused(&meeting_entity, "seats", "4.5");
    expect_refused(&meeting_entity, "seats", "99999999999999999999");
    expect_refused(&meeting_entity, "seats", "-9223372036854775808");
    expect_refused(&meeting_entity, "group", "0");
    expect_refused(&meeting_entity, "group", "-1");
    expect_refused(&person_entity, "keep_until", "2027-02-29");
    expect_refused(&person_entity, "keep_until", "16/3/2027");
    expect_refused(&meeting_entity, "start", "2027-03-16 24:30");
    expect_refused(&meeting_entity, "start", "2027-03-16");
    expect_refused(&meeting_entity, "start_at", "2027-03-16T08:30:61Z");
    expect_refused(&meeting_entity, "start_at", "2027-03-16 08:30:00Z");
    expect_refused(&meeting_entity, "start_at", "2027-03-16T08:30:00+");
    expect_refused(&meeting_entity, "zone", "../../etc/passwd");
    expect_refused(&meeting_entity, "zone", "/Europe/Paris");
    expect_refused(&person_entity, "consent", "perhaps");
    expect_refused(&registration_entity, "state", "dancing");
}

START_TEST(parse__names_the_choices__when_none_fits)
{
    struct error err;
    struct meeting meeting;

    record_init(&meeting_entity, &meeting);
    ck_assert(!field_parse(field_of(&meeting_entity, "mode"), &meeting, "x", &err));
    ck_assert_ptr_nonnull(strstr(err.message, "on-site, remote, hybrid"));
}

START_TEST(parse__refuses__a_text_of_ten_thousand_characters)
{
    char *long_text = malloc(10001);

    memset(long_text, 'x', 10000);
    long_text[10000] = '\0';
    expect_refused(&person_entity, "family", long_text);
    long_text[500] = '\0';
    expect_through(&person_entity, "family", long_text, long_text);
    free(long_text);
}

START_TEST(length__is_counted__in_characters_not_bytes)
{
    struct buffer buffer = { 0 };

    for (int i = 0; i < 500; i++)
        buffer_add(&buffer, "é");
    expect_through(&person_entity, "family", buffer_text(&buffer), buffer_text(&buffer));
    buffer_add(&buffer, "é");
    expect_refused(&person_entity, "family", buffer_text(&buffer));
    buffer_clear(&buffer);
}

START_TEST(set_text__keeps_nothing__for_an_empty_text)
{
    struct person person;

    record_init(&person_entity, &person);
    field_set_text(field_of(&person_entity, "given"), &person, "");
    ck_assert_ptr_null(person.given);
}

START_TEST(equal__sees__the_difference_between_absent_and_zero)
{
    const struct field *seats = field_of(&meeting_entity, "seats");
    struct meeting one, other;

    record_init(&meeting_entity, &one);
    record_init(&meeting_entity, &other);
    ck_assert(field_equal(seats, &one, &other));
    other.seats = 0;
    ck_assert(!field_equal(seats, &one, &other));
    ck_assert(!field_equal(seats, &other, &one));
    one.seats = 0;
    ck_assert(field_equal(seats, &one, &other));
}

START_TEST(choice_find__answers__the_index_or_minus_one)
{
    ck_assert_int_eq(choice_find(registration_states, "accepted"), REGISTRATION_ACCEPTED);
    ck_assert_int_eq(choice_find(registration_states, "Accepted"), -1);
}

static void
add_tests(TCase *tests)
{
    tcase_add_test(tests, parse_and_format__are_inverse__for_every_kind);
    tcase_add_test(tests, telephone__has__a_digit);
    tcase_add_test(tests, parse__takes_blank_text__as_absent);
    tcase_add_test(tests, parse__tidies_text__before_it_is_kept);
    tcase_add_test(tests, parse__knows_a_colour__by_its_name_alone);
    tcase_add_test(tests, parse__refuses__what_is_no_email);
    tcase_add_test(tests, parse__refuses__what_is_no_number_date_or_choice);
    tcase_add_test(tests, parse__names_the_choices__when_none_fits);
    tcase_add_test(tests, parse__refuses__a_text_of_ten_thousand_characters);
    tcase_add_test(tests, length__is_counted__in_characters_not_bytes);
    tcase_add_test(tests, set_text__keeps_nothing__for_an_empty_text);
    tcase_add_test(tests, equal__sees__the_difference_between_absent_and_zero);
    tcase_add_test(tests, choice_find__answers__the_index_or_minus_one);
}

SUITE_MAIN("field")
