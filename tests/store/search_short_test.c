/* SPDX-License-Identifier: GPL-3.0-or-later */
/* search_short_test.c - few letters find all that the whole words find */
#include "search/search_short.h"

#include "support/suite.h"

static void
check_short(const char *match, size_t letters, const char *expected)
{
    struct buffer buffer = { 0 };

    search_short_add(match, letters, &buffer);
    ck_assert_str_eq(buffer_text(&buffer), expected);
    buffer_clear(&buffer);
}

START_TEST(words__have_few_letters__whatever_their_bytes)
{
    check_short("\"berger\"", 4, "(\"berg\")");
    check_short("\"berger\" OR \"lot\"", 3, "(\"ber\" OR \"lot\")");
    check_short("\"óëßñü\"", 4, "(\"óëßñ\")");
    check_short("\" nu\" OR \"mage\"", 4, "(\" nu\" OR \"mage\")");
}
END_TEST

/* Each costs as much as all that is done with who is found. */
START_TEST(a_word__is_left_out__where_a_part_of_it_is_asked_for)
{
    check_short("\"ber\" OR \"bergerac\"", 4, "(\"ber\")");
    check_short("\"ber\" OR \"rac\" OR \"denbergerac\"", 4, "(\"ber\" OR \"rac\")");
    check_short("\"berger\" OR \"berges\"", 4, "(\"berg\")");
    check_short("\"rgerac\" OR \"denbergerac\"", 4, "(\"rger\")");
    check_short("\" nu\" OR \"nunez\"", 4, "(\" nu\")");
    check_short("\"berger\" OR \"berac\" OR \"ber\"", 4,
                "(\"berg\" OR \"bera\" OR \"ber\")");
}
END_TEST

START_TEST(of_words_wanted_at_once__the_first_is_asked_for)
{
    check_short("(\"jean\" AND \"marc\") OR (\"jeanmarc\")", 3, "(\"jea\")");
    check_short("(\"anna\" OR \"zoe\") AND \"lea\" OR \"ida\"", 3,
                "(\"ann\" OR \"zoe\" OR \"ida\")");
    check_short("\"anna\" AND (\"zoe\" OR \"lea\") OR \"zoe\"", 3,
                "(\"ann\" OR \"zoe\")");
}
END_TEST

START_TEST(the_whole_expression__holds__as_the_index_has_it)
{
    const char *match = "(\"jean\" AND \"marc\") OR (\"jeanmarc\")";

    ck_assert(search_short_holds(match, "  jean  marc  berger"));
    ck_assert(search_short_holds(match, "  berger  jeanmarcel"));
    ck_assert(!search_short_holds(match, "  berger  jean  mara"));
    ck_assert(!search_short_holds("\"berger\"", "  berge"));
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_test(tests, words__have_few_letters__whatever_their_bytes);
    tcase_add_test(tests, a_word__is_left_out__where_a_part_of_it_is_asked_for);
    tcase_add_test(tests, of_words_wanted_at_once__the_first_is_asked_for);
    tcase_add_test(tests, the_whole_expression__holds__as_the_index_has_it);
}

SUITE_MAIN("search_short")
