/* SPDX-License-Identifier: GPL-3.0-or-later */
/* whole_name_test.c - somebody's name as lists have it, and as it is said */
#include "config.h"

#include "atelier/base/language.h"
#include "atelier/domain/erased_mark.h"
#include "atelier/domain/whole_name.h"
#include "support/suite.h"

typedef void whole_name_writer(const char *family, const char *given,
                               struct buffer *buffer);

static void
expect(whole_name_writer *write, const char *family, const char *given,
       const char *expected)
{
    struct buffer buffer = { 0 };
    write(family, given, &buffer);
    ck_assert_str_eq(buffer_text(&buffer), expected);
    buffer_clear(&buffer);
}

START_TEST(list__has__the_family_name_first)
{
    expect(whole_name_add_listed, "Müller", "Anna", "Müller, Anna");
    expect(whole_name_add_listed, "Müller", NULL, "Müller");
    expect(whole_name_add_listed, NULL, "Anna", "Anna");
    expect(whole_name_add_listed, "Müller", "", "Müller");
    expect(whole_name_add_listed, NULL, NULL, "");
}

START_TEST(name__is_said__with_the_given_name_first)
{
    expect(whole_name_add_said, "Müller", "Anna", "Anna Müller");
    expect(whole_name_add_said, "Müller", NULL, "Müller");
    expect(whole_name_add_said, NULL, "Anna", "Anna");
    expect(whole_name_add_said, "", "Anna", "Anna");
    expect(whole_name_add_said, NULL, NULL, "");
}

START_TEST(who_was_erased__is_listed__by_a_word_of_the_reader)
{
    expect(whole_name_add_listed, ERASED_MARK, NULL, "erased person");
    language_start("fr", "/nonexistent");
    expect(whole_name_add_listed, ERASED_MARK, NULL, "personne effacée");
}

static void
add_tests(TCase *tests)
{
    tcase_add_test(tests, list__has__the_family_name_first);
    tcase_add_test(tests, name__is_said__with_the_given_name_first);
    tcase_add_test(tests, who_was_erased__is_listed__by_a_word_of_the_reader);
}

SUITE_MAIN("whole_name")
