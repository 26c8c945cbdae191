/* SPDX-License-Identifier: GPL-3.0-or-later */
/* language_test.c - which language the program speaks, and whether in UTF-8
 *
 * Each test is a process of its own, so that each starts its language once.  The
 * French translation is the one that ATELIER_LOCALEDIR names.
 */
#include "config.h"

#include "atelier/base/language.h"

#include <stdlib.h>
#include <string.h>

#include "support/suite.h"

#define NO_FOLDER "/nonexistent"

static void
clear_environment(void)
{
    static const char *const names[] = { "LC_ALL",      "LC_MESSAGES", "LC_CTYPE",
                                         "LC_TIME",     "LC_NUMERIC",  "LC_COLLATE",
                                         "LC_MONETARY", "LANG",        "LANGUAGE" };
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
        unsetenv(names[i]);
}

/* The language of a system with this variable set, and no other. */
static void
expect_code(const char *variable, const char *value, const char *code)
{
    clear_environment();
    setenv(variable, value, 1);
    language_start(NULL, NO_FOLDER);
    ck_assert_str_eq(language_code(), code);
}

START_TEST(french__is_spoken__by_name)
{
    language_start("fr", NO_FOLDER);
    ck_assert_str_eq(language_code(), "fr");
    ck_assert_str_eq(_("Monday"), "lundi");
}

START_TEST(english__is_spoken__by_name)
{
    clear_environment();
    setenv("LANG", "fr_FR.UTF-8", 1);
    language_start("en", NO_FOLDER);
    ck_assert_str_eq(language_code(), "en");
    ck_assert_str_eq(_("Monday"), "Monday");
}

START_TEST(name__wins_over__what_the_environment_prefers)
{
    clear_environment();
    setenv("LC_ALL", "C.UTF-8", 1);
    setenv("LANGUAGE", "en:de", 1);
    language_start("fr", NO_FOLDER);
    ck_assert_str_eq(language_code(), "fr");
}

START_TEST(name__is_obeyed__in_the_plain_c_locale)
{
    clear_environment();
    setenv("LC_ALL", "C", 1);
    language_start("fr", NO_FOLDER);
    ck_assert_str_eq(language_code(), "fr");
    ck_assert(!language_is_utf8());
}

START_TEST(name__may_be__a_whole_locale)
{
    language_start("fr_CA.UTF-8", NO_FOLDER);
    ck_assert_str_eq(language_code(), "fr");
}

START_TEST(unknown_name__is__english)
{
    language_start("xx", NO_FOLDER);
    ck_assert_str_eq(language_code(), "en");
}

START_TEST(environment__chooses_french__though_the_system_lacks_the_locale)
{
    expect_code("LANG", "fr_BE.UTF-8", "fr");
}

START_TEST(messages__have__a_variable_of_their_own)
{
    clear_environment();
    setenv("LANG", "en_IE.UTF-8", 1);
    setenv("LC_MESSAGES", "fr_FR.UTF-8", 1);
    language_start(NULL, NO_FOLDER);
    ck_assert_str_eq(language_code(), "fr");
}

START_TEST(variable_for_everything__comes__first)
{
    clear_environment();
    setenv("LANG", "fr_FR.UTF-8", 1);
    setenv("LC_MESSAGES", "fr_FR.UTF-8", 1);
    setenv("LC_ALL", "en_IE.UTF-8", 1);
    language_start(NULL, NO_FOLDER);
    ck_assert_str_eq(language_code(), "en");
}

START_TEST(empty_variable__is__no_wish)
{
    clear_environment();
    setenv("LC_ALL", "", 1);
    setenv("LANG", "fr_FR.UTF-8", 1);
    language_start(NULL, NO_FOLDER);
    ck_assert_str_eq(language_code(), "fr");
}

START_TEST(empty_list_of_languages__is__no_wish)
{
    clear_environment();
    setenv("LANG", "fr_FR.UTF-8", 1);
    setenv("LANGUAGE", "", 1);
    language_start(NULL, NO_FOLDER);
    ck_assert_str_eq(language_code(), "fr");
    ck_assert_str_eq(getenv("LANGUAGE"), "fr_FR.UTF-8"); /* what gettext looks at */
}

START_TEST(list_of_languages__is__followed)
{
    clear_environment();
    setenv("LANG", "en_IE.UTF-8", 1);
    setenv("LANGUAGE", "xx:fr:en", 1);
    language_start(NULL, NO_FOLDER);
    ck_assert_str_eq(language_code(), "fr");
}

/* English has no catalogue, in whose place gettext takes the next one. */
START_TEST(english_before_french__is__english)
{
    clear_environment();
    setenv("LANG", "fr_FR.UTF-8", 1);
    setenv("LANGUAGE", "en_GB:fr", 1);
    language_start(NULL, NO_FOLDER);
    ck_assert_str_eq(language_code(), "en");
    language_change("fr");
    ck_assert_str_eq(language_code(), "fr");
    language_change("en");
    ck_assert_str_eq(language_code(), "en");
}

START_TEST(nothing_asked_for__is__english)
{
    clear_environment();
    language_start(NULL, NO_FOLDER);
    ck_assert_str_eq(language_code(), "en");
    ck_assert(!language_is_utf8());
}

START_TEST(language_without_translation__is__english)
{
    expect_code("LANG", "fi_FI.UTF-8", "en");
}

START_TEST(folder__of_the_installation__is_used_when_no_other_is_named)
{
    char *folder = strdup(getenv("ATELIER_LOCALEDIR"));
    unsetenv("ATELIER_LOCALEDIR");
    language_start("fr", folder);
    ck_assert_str_eq(language_code(), "fr");
    free(folder);
}

START_TEST(empty_folder_name__names__no_folder)
{
    char *folder = strdup(getenv("ATELIER_LOCALEDIR"));
    setenv("ATELIER_LOCALEDIR", "", 1);
    language_start("fr", folder);
    ck_assert_str_eq(language_code(), "fr");
    free(folder);
}

START_TEST(named_folder__wins_over__the_installation)
{
    char *folder = strdup(getenv("ATELIER_LOCALEDIR"));
    setenv("ATELIER_LOCALEDIR", NO_FOLDER, 1);
    language_start("fr", folder);
    ck_assert_str_eq(language_code(), "en");
    free(folder);
}

/* French, so that the locale is one that the system may lack. */
static void
expect_utf8(const char *variable, const char *value, bool utf8)
{
    clear_environment();
    setenv(variable, value, 1);
    language_start(NULL, NO_FOLDER);
    ck_assert_str_eq(language_code(), "fr");
    ck_assert(language_is_utf8() == utf8);
}

START_TEST(lacking_locale__is_utf8__when_it_says_so)
{
    expect_utf8("LANG", "fr_XX.UTF-8", true);
}

START_TEST(lacking_locale__is_utf8__in_the_other_spelling)
{
    expect_utf8("LC_ALL", "fr_XX.utf8@euro", true);
}

START_TEST(lacking_locale__of_another_encoding__is_not_utf8)
{
    expect_utf8("LANG", "fr_XX.ISO-8859-15", false);
}

START_TEST(lacking_language_for_messages__leaves__the_encoding_alone)
{
    clear_environment();
    setenv("LC_CTYPE", "C", 1);
    setenv("LANG", "fr_XX.UTF-8", 1);
    language_start(NULL, NO_FOLDER);
    ck_assert_str_eq(language_code(), "fr");
    ck_assert(!language_is_utf8());
}

/* What is asked for, by whom comes; what they chose before counts where nothing is. */
static const struct wish {
    const char *named, *variable, *value;
    bool asked;
} wishes[] = {
    { NULL, "LANG", "", false },
    { NULL, "LANG", "C", false },
    { NULL, "LC_ALL", "POSIX", false },
    { NULL, "LANG", "C.UTF-8", false },
    { NULL, "LC_CTYPE", "UTF-8", false },
    { NULL, "LC_CTYPE", "fr_FR.UTF-8", false },
    { NULL, "LANG", "de_DE.UTF-8", false },
    { NULL, "LANG", "fr_FR.UTF-8", true },
    { NULL, "LANG", "en_IE.UTF-8", true },
    { NULL, "LC_MESSAGES", "fr_XX", true },
    { NULL, "LANGUAGE", "de:fr", true },
    { "en", "LANG", "C", true },
    { "fr", "LANG", "", true },
};

START_TEST(what_is_asked_for__is_told__from_what_is_not)
{
    const struct wish *wish = &wishes[_i];

    clear_environment();
    setenv(wish->variable, wish->value, 1);
    language_start(wish->named, NO_FOLDER);
    ck_assert(language_is_asked() == wish->asked);
}

START_TEST(another_language__is_spoken__from_then_on)
{
    clear_environment();
    language_start(NULL, NO_FOLDER);
    ck_assert_str_eq(_("Monday"), "Monday");
    language_change("fr");
    ck_assert_str_eq(_("Monday"), "lundi");
    ck_assert_str_eq(language_code(), "fr");
    language_change("en");
    ck_assert_str_eq(_("Monday"), "Monday");
}

static void
add_tests(TCase *tests)
{
    tcase_add_test(tests, french__is_spoken__by_name);
    tcase_add_test(tests, english__is_spoken__by_name);
    tcase_add_test(tests, name__wins_over__what_the_environment_prefers);
    tcase_add_test(tests, name__is_obeyed__in_the_plain_c_locale);
    tcase_add_test(tests, name__may_be__a_whole_locale);
    tcase_add_test(tests, unknown_name__is__english);
    tcase_add_test(tests,
                   environment__chooses_french__though_the_system_lacks_the_locale);
    tcase_add_test(tests, messages__have__a_variable_of_their_own);
    tcase_add_test(tests, variable_for_everything__comes__first);
    tcase_add_test(tests, empty_variable__is__no_wish);
    tcase_add_test(tests, empty_list_of_languages__is__no_wish);
    tcase_add_test(tests, list_of_languages__is__followed);
    tcase_add_test(tests, english_before_french__is__english);
    tcase_add_test(tests, nothing_asked_for__is__english);
    tcase_add_test(tests, language_without_translation__is__english);
    tcase_add_test(tests, folder__of_the_installation__is_used_when_no_other_is_named);
    tcase_add_test(tests, empty_folder_name__names__no_folder);
    tcase_add_test(tests, named_folder__wins_over__the_installation);
    tcase_add_test(tests, lacking_locale__is_utf8__when_it_says_so);
    tcase_add_test(tests, lacking_locale__is_utf8__in_the_other_spelling);
    tcase_add_test(tests, lacking_locale__of_another_encoding__is_not_utf8);
    tcase_add_loop_test(tests, what_is_asked_for__is_told__from_what_is_not, 0,
                        sizeof(wishes) / sizeof(wishes[0]));
    tcase_add_test(tests, another_language__is_spoken__from_then_on);
    tcase_add_test(tests, lacking_language_for_messages__leaves__the_encoding_alone);
}

SUITE_MAIN("language")
