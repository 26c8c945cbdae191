/* SPDX-License-Identifier: GPL-3.0-or-later */
/* preference_test.c - what a login likes is kept for it alone, and is no act of the
 * office
 */
#include "atelier/app/preference.h"

#include <stdlib.h>

#include "atelier/app/undo.h"
#include "atelier/base/language.h"
#include "support/database_file.h"
#include "support/office.h"
#include "support/suite.h"

static struct atelier *at;
static struct atelier *colleague;
static struct error err;

static void
begin(void)
{
    at = office_found();
    colleague = office_hire(at, "binta", ROLE_READER);
}

static void
end(void)
{
    error_clear(&err);
    atelier_close(colleague);
    office_expect_whole(at);
    office_end(at);
}

START_TEST(a_theme__is_kept__for_the_login_that_chose_it)
{
    ck_assert_int_eq(preference_theme(at), THEME_AUTOMATIC);
    ck_assert(preference_set_theme(at, THEME_LIGHT, &err));
    ck_assert(preference_set_theme(at, THEME_DARK, &err));
    atelier_close(at);
    at = office_return(NULL, OFFICE_NOW);
    ck_assert_int_eq(preference_theme(at), THEME_DARK);
    ck_assert_int_eq(preference_theme(colleague), THEME_AUTOMATIC);
}
END_TEST

START_TEST(a_reader__may_choose__and_nothing_stands_in_the_journal)
{
    struct journal_entry entry = { 0 };

    office_expect("SELECT count(*) > 0 FROM journal", "1\n");
    ck_assert(undo_next(at, 0, &entry, &err));
    const int64_t last = entry.id;
    journal_entry_clear(&entry);
    ck_assert_msg(preference_set_theme(colleague, THEME_NONE, &err), "%s", err.message);
    ck_assert_int_eq(preference_theme(colleague), THEME_NONE);
    ck_assert(!undo_next(colleague, 0, &entry, &err));
    journal_entry_clear(&entry);
    ck_assert(preference_set_theme(at, THEME_NONE, &err));
    ck_assert(undo_next(at, 0, &entry, &err));
    ck_assert_int_eq(entry.id, last);
    journal_entry_clear(&entry);
}
END_TEST

START_TEST(a_word_of_another_program__is_no_choice)
{
    ck_assert(preference_set_theme(at, THEME_DARK, &err));
    ck_assert(database_file_run("UPDATE preference SET value = 'sepia'"));
    ck_assert_int_eq(preference_theme(at), THEME_AUTOMATIC);
}
END_TEST

/* What came with the login, what the login chose before, and what is spoken. */
static const struct coming {
    const char *sent;   /* LANG; NULL: nothing */
    const char *chosen; /* NULL: nothing */
    const char *spoken;
} comings[] = {
    { NULL, NULL, "en" },          { NULL, "fr", "fr" },
    { "C", "fr", "fr" },           { "POSIX", "fr", "fr" },
    { "C.UTF-8", "fr", "fr" },     { "de_DE.UTF-8", "fr", "fr" },
    { "en_IE.UTF-8", "fr", "en" }, { "fr_XX.UTF-8", "en", "fr" },
    { "fr_XX.UTF-8", NULL, "fr" }, { NULL, "xx", "en" },
};

START_TEST(a_language__is_kept__and_counts_where_nothing_is_sent)
{
    static const char *const names[] = { "LC_ALL", "LC_MESSAGES", "LANGUAGE", "LANG" };
    const struct coming *coming = &comings[_i];

    if (coming->chosen)
        ck_assert_msg(preference_set_language(at, coming->chosen, &err), "%s",
                      err.message);
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
        ck_assert_int_eq(unsetenv(names[i]), 0);
    if (coming->sent)
        ck_assert_int_eq(setenv("LANG", coming->sent, 1), 0);
    language_start(NULL, "/nonexistent");
    preference_follow_language(at);
    ck_assert_str_eq(language_code(), coming->spoken);
    language_change("en");
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, begin, end);
    tcase_add_test(tests, a_theme__is_kept__for_the_login_that_chose_it);
    tcase_add_test(tests, a_reader__may_choose__and_nothing_stands_in_the_journal);
    tcase_add_test(tests, a_word_of_another_program__is_no_choice);
    tcase_add_loop_test(tests, a_language__is_kept__and_counts_where_nothing_is_sent, 0,
                        sizeof(comings) / sizeof(comings[0]));
}

SUITE_MAIN("preference")
