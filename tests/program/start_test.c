/* SPDX-License-Identifier: GPL-3.0-or-later */
/* start_test.c - what cannot be opened is refused with a sentence, and left as it is */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

#include <sqlite3.h>

#include "support/program.h"
#include "support/suite.h"

enum { COLUMNS = 80, DATABASE_STATUS = 4, USER_VERSION_AT = 60, APPLICATION_ID_AT = 68 };

static void
overwrite(const char *path, long at, const void *bytes, size_t length)
{
    FILE *file = fopen(path, "r+b");

    ck_assert_ptr_nonnull(file);
    ck_assert_int_eq(fseek(file, at, SEEK_SET), 0);
    ck_assert_uint_eq(fwrite(bytes, 1, length, file), length);
    ck_assert_int_eq(fclose(file), 0);
}

/* The screen as one line: a sentence is cut where the terminal ends. */
static const char *
sentence(struct term *term)
{
    static char text[8192];
    size_t length = 0;
    int column = 0;

    for (const char *c = term_screen(term); *c != '\0' && length + 2 < sizeof(text);
         c++) {
        column = *c == '\n' ? -column : column + ((*c & 0xc0) != 0x80);
        if (*c != '\n')
            text[length++] = *c;
        else if (column != -COLUMNS)
            text[length++] = ' ';
        column = column < 0 ? 0 : column;
    }
    text[length] = '\0';
    return text;
}

/* The program says it, ends with the status of a database that does not open, and the
 * folder is as it was before. */
static void
assert_refused(struct term *term, const char *state, const char *const says[])
{
    int status = term_end(term);
    const char *left = term_unrestored(term), *said = sentence(term);
    char *after;

    ck_assert_msg(status == DATABASE_STATUS, "it ended with %d: %s", status, said);
    for (size_t i = 0; says[i] != NULL; i++)
        ck_assert_msg(strstr(said, says[i]) != NULL, "no “%s” in: %s", says[i], said);
    ck_assert_msg(left == NULL, "the terminal still has %s", left);
    after = program_folder_state();
    ck_assert_str_eq(after, state);
    free(after);
    term_free(term);
}

/* Refused by the screens, and by a command in the same words. */
static void
assert_both_refused(const char *const says[])
{
    char *state = program_folder_state();

    assert_refused(program_start(NULL), state, says);
    assert_refused(program_command("person|list"), state, says);
    assert_refused(program_command("person|add|--family|Noor|--given|Ana"), state, says);
    free(state);
}

START_TEST(a_newer_schema__is_refused)
{
    static const char *const says[] = { "newer atelier", "Install the newer program.",
                                        NULL };
    static const char version[] = { 0, 0, 0, 99 };

    overwrite(program_path("atelier.db"), USER_VERSION_AT, version, sizeof(version));
    assert_both_refused(says);
}
END_TEST

START_TEST(a_database_of_another_program__is_refused)
{
    static const char *const says[] = { "is not a database of atelier",
                                        "Name another file with --database.", NULL };
    static const char application[] = { 0, 0, 0, 99 };

    overwrite(program_path("atelier.db"), APPLICATION_ID_AT, application,
              sizeof(application));
    assert_both_refused(says);
}
END_TEST

START_TEST(a_file_that_is_no_database__is_refused)
{
    static const char *const says[] = { "is not a database of atelier",
                                        "Name another file with --database.", NULL };
    FILE *file = fopen(program_path("atelier.db"), "w");

    ck_assert_ptr_nonnull(file);
    for (int i = 0; i < 200; i++)
        (void)fprintf(file, "Dear colleagues, these are the minutes, page %d.\n", i);
    ck_assert_int_eq(fclose(file), 0);
    assert_both_refused(says);
    ck_assert_int_eq(truncate(program_path("atelier.db"), 0), 0);
    assert_both_refused(says);
}
END_TEST

START_TEST(a_folder_for_a_file__is_refused)
{
    static const char *const says[] = { "is a folder", "--database", NULL };

    ck_assert_int_eq(unlink(program_path("atelier.db")), 0);
    ck_assert_int_eq(mkdir(program_path("atelier.db"), 0700), 0);
    assert_both_refused(says);
}
END_TEST

START_TEST(a_file_cut_short__is_refused__with_the_way_back)
{
    static const char *const says[] = { "is damaged", "atelier restore", NULL };

    ck_assert_int_eq(truncate(program_path("atelier.db"), 40960), 0);
    assert_both_refused(says);
}
END_TEST

/* --- files that the login may not write */

static bool
can_be_nobody(const char *test)
{
    if (program_can_be_nobody() && chmod(program_path(""), 0755) == 0)
        return true;
    printf("# %s: skipped, only root may act as another login\n", test);
    return false;
}

START_TEST(a_folder_that_cannot_be_written__is_refused)
{
    static const char *const says[] = { "can only be read", "chmod 2770", NULL };
    char *state;

    if (!can_be_nobody("a folder that cannot be written"))
        return;
    ck_assert_int_eq(chmod(program_path("atelier.db"), 0644), 0);
    state = program_folder_state();
    assert_refused(program_start_as_nobody(NULL), state, says);
    free(state);
}
END_TEST

START_TEST(a_folder_of_another_owner__is_refused)
{
    static const char *const says[] = { "Permission denied", "owner", "chmod 2770",
                                        NULL };
    char *state;

    if (!can_be_nobody("a folder of another owner"))
        return;
    ck_assert_int_eq(chmod(program_path(""), 0700), 0);
    state = program_folder_state();
    assert_refused(program_start_as_nobody(NULL), state, says);
    free(state);
}
END_TEST

START_TEST(a_file_of_another_owner__is_refused)
{
    static const char *const says[] = { "Permission denied", "owner", "chmod 660", NULL };
    char *state;

    if (!can_be_nobody("a file of another owner"))
        return;
    state = program_folder_state();
    assert_refused(program_start_as_nobody(NULL), state, says);
    free(state);
}
END_TEST

START_TEST(a_home_that_cannot_be_written__is_refused__with_a_way_out)
{
    static const char *const says[] = { "Permission denied", "--database", NULL };
    const char *const env[] = { "ATELIER_DATABASE=", NULL };
    char *state;

    if (!can_be_nobody("a home that cannot be written"))
        return;
    state = program_folder_state();
    assert_refused(program_start_as_nobody(env), state, says);
    free(state);
}
END_TEST

static void
add_tests(TCase *tests)
{
    program_prepare();
    tcase_add_checked_fixture(tests, program_open_folder, program_remove_folder);
    tcase_add_test(tests, a_newer_schema__is_refused);
    tcase_add_test(tests, a_database_of_another_program__is_refused);
    tcase_add_test(tests, a_file_that_is_no_database__is_refused);
    tcase_add_test(tests, a_folder_for_a_file__is_refused);
    tcase_add_test(tests, a_file_cut_short__is_refused__with_the_way_back);
    tcase_add_test(tests, a_folder_that_cannot_be_written__is_refused);
    tcase_add_test(tests, a_folder_of_another_owner__is_refused);
    tcase_add_test(tests, a_file_of_another_owner__is_refused);
    tcase_add_test(tests, a_home_that_cannot_be_written__is_refused__with_a_way_out);
}

SUITE_MAIN("start")
