/* SPDX-License-Identifier: GPL-3.0-or-later */
/* editor_test.c - which editor is meant, the file that it is given, and what comes back
 */
#include "atelier/base/editor.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "support/suite.h"

enum { MOST = 100 };

static char folder[64];
static struct editor_call call;
static struct error err;

static void
write_file(const char *path, const char *text)
{
    FILE *file = fopen(path, "w");

    ck_assert_ptr_nonnull(file);
    ck_assert_int_ge(fputs(text, file), 0);
    ck_assert_int_eq(fclose(file), 0);
}

static void
add_script(const char *name, const char *text)
{
    char path[128];

    (void)snprintf(path, sizeof(path), "%s/%s", folder, name);
    write_file(path, text);
    ck_assert_int_eq(chmod(path, 0700), 0);
}

static void
add_program(const char *name)
{
    add_script(name, "");
}

static void
set_up(void)
{
    (void)snprintf(folder, sizeof(folder), "/tmp/editor_test-XXXXXX");
    ck_assert_ptr_nonnull(mkdtemp(folder));
    ck_assert_int_eq(setenv("PATH", folder, 1), 0);
    ck_assert_int_eq(setenv("TMPDIR", folder, 1), 0);
    (void)unsetenv("VISUAL");
    (void)unsetenv("EDITOR");
    err = (struct error){ 0 };
}

static void
tear_down(void)
{
    char command[128];

    editor_call_clear(&call);
    error_clear(&err);
    (void)snprintf(command, sizeof(command), "/bin/rm -r '%s'", folder);
    ck_assert_int_eq(system(command), 0);
}

static const char *
program(void)
{
    return strrchr(call.words[0], '/') + 1;
}

START_TEST(editor__is_that_of_visual__then_that_of_editor__then_a_usual_one)
{
    add_program("mine");
    add_program("other");
    add_program("vi");
    ck_assert_int_eq(setenv("EDITOR", "other", 1), 0);
    ck_assert_int_eq(setenv("VISUAL", "mine", 1), 0);
    ck_assert(editor_call_init(&call, "", &err));
    ck_assert_str_eq(program(), "mine");
    editor_call_clear(&call);
    ck_assert_int_eq(setenv("VISUAL", " ", 1), 0);
    ck_assert(editor_call_init(&call, "", &err));
    ck_assert_str_eq(program(), "other");
    editor_call_clear(&call);
    (void)unsetenv("EDITOR");
    ck_assert(editor_call_init(&call, "", &err));
    ck_assert_str_eq(program(), "vi");
    editor_call_clear(&call);
    add_program("nano");
    ck_assert(editor_call_init(&call, "", &err));
    ck_assert_str_eq(program(), "nano");
}
END_TEST

START_TEST(words_of_the_variable__are_parted_at_blanks__and_mean_nothing_else)
{
    add_program("mine");
    ck_assert_int_eq(setenv("EDITOR", " mine  -w '$(x);y' ", 1), 0);
    ck_assert(editor_call_init(&call, "", &err));
    ck_assert_str_eq(program(), "mine");
    ck_assert_str_eq(call.words[1], "-w");
    ck_assert_str_eq(call.words[2], "'$(x);y'");
    ck_assert_str_eq(call.words[3], call.path);
    ck_assert_ptr_null(call.words[4]);
}
END_TEST

START_TEST(without_an_editor__it_is_said_how_to_name_one)
{
    ck_assert(!editor_call_init(&call, "", &err));
    ck_assert_int_eq(err.kind, ERROR_NOT_FOUND);
    ck_assert_ptr_nonnull(strstr(err.message, "export EDITOR=nano"));
    editor_call_clear(&call);
    ck_assert_int_eq(setenv("EDITOR", "elsewhere -w", 1), 0);
    ck_assert(!editor_call_init(&call, "", &err));
    ck_assert_ptr_nonnull(strstr(err.message, "“elsewhere”, which EDITOR names"));
}
END_TEST

static unsigned
mode_of(const char *path)
{
    struct stat is;

    ck_assert_int_eq(stat(path, &is), 0);
    return (unsigned)is.st_mode & 07777;
}

START_TEST(the_file__is_its_owners_alone__and_goes_with_its_folder)
{
    char *text = NULL;

    add_program("vi");
    (void)umask(0);
    ck_assert(editor_call_init(&call, "One.\n\nTwo.", &err));
    ck_assert_uint_eq(mode_of(call.path), 0600);
    ck_assert_uint_eq(mode_of(call.folder), 0700);
    ck_assert(editor_call_read(&call, MOST, &text, &err));
    ck_assert_str_eq(text, "One.\n\nTwo.");
    free(text);
    editor_call_remove(&call);
    ck_assert_int_ne(access(call.folder, F_OK), 0);
}
END_TEST

START_TEST(of_a_file_that_cannot_be_written_whole__nothing_stays)
{
    struct rlimit usual;
    char command[160];

    add_program("vi");
    (void)signal(SIGXFSZ, SIG_IGN);
    ck_assert_int_eq(getrlimit(RLIMIT_FSIZE, &usual), 0);
    const struct rlimit few = { 4, usual.rlim_max };
    ck_assert_int_eq(setrlimit(RLIMIT_FSIZE, &few), 0);
    const bool made = editor_call_init(&call, "More than that.", &err);
    ck_assert_int_eq(setrlimit(RLIMIT_FSIZE, &usual), 0);
    ck_assert(!made);
    ck_assert_int_eq(err.kind, ERROR_SYSTEM);
    (void)snprintf(command, sizeof(command), "set -- '%s'/atelier-*; [ ! -e \"$1\" ]",
                   folder);
    ck_assert_int_eq(system(command), 0);
}
END_TEST

static void
put(const char *bytes, size_t length)
{
    FILE *file = fopen(call.path, "w");

    ck_assert_ptr_nonnull(file);
    ck_assert_uint_eq(fwrite(bytes, 1, length, file), length);
    ck_assert_int_eq(fclose(file), 0);
}

static enum error_kind
refusal_of(const char *bytes, size_t length)
{
    char *text = NULL;

    error_clear(&err);
    put(bytes, length);
    ck_assert(!editor_call_read(&call, MOST, &text, &err));
    ck_assert_ptr_null(text);
    return err.kind;
}

START_TEST(what_comes_back__is_text__and_not_too_long)
{
    char long_text[MOST + 1];
    char *text = NULL;

    add_program("vi");
    ck_assert(editor_call_init(&call, "", &err));
    put("\xEF\xBB\xBFKept.\r\n\n\n", 12);
    ck_assert(editor_call_read(&call, MOST, &text, &err));
    ck_assert_str_eq(text, "Kept.");
    free(text);
    memset(long_text, 'x', sizeof(long_text));
    put(long_text, MOST);
    ck_assert(editor_call_read(&call, MOST, &text, &err));
    free(text);
    ck_assert_int_eq(refusal_of(long_text, sizeof(long_text)), ERROR_INPUT);
    ck_assert_ptr_nonnull(strstr(err.message, "100 bytes"));
    ck_assert_int_eq(refusal_of("a\xFFz", 3), ERROR_INPUT);
    ck_assert_int_eq(refusal_of("a\0z", 3), ERROR_INPUT);
    ck_assert_ptr_nonnull(strstr(err.message, "UTF-8"));
    ck_assert_int_eq(unlink(call.path), 0);
    ck_assert_int_eq(symlink("/etc/passwd", call.path), 0);
    error_clear(&err);
    ck_assert(!editor_call_read(&call, MOST, &text, &err));
    ck_assert_int_eq(err.kind, ERROR_NOT_FOUND);
}
END_TEST

/* In the folder of the file. */
static void
put_beside(const char *name, const char *text)
{
    char path[256];

    (void)snprintf(path, sizeof(path), "%s/%s", call.folder, name);
    write_file(path, text);
}

static void
expect_rescued(const char *expected)
{
    char *text = NULL;

    editor_call_rescue(&call);
    ck_assert(editor_call_read(&call, MOST, &text, &err));
    ck_assert_str_eq(text, expected);
    free(text);
}

START_TEST(what_vim_kept_of_a_text__it_is_asked_to_write)
{
    add_script("vim", "#!/bin/sh\n"
                      "for last in \"$@\"; do before=$this this=$last; done\n"
                      "[ \"$before\" = -r ] && echo \"$1 kept\" > \"$last\"\n");
    ck_assert_int_eq(setenv("EDITOR", "vim -y", 1), 0);
    ck_assert(editor_call_init(&call, "Old", &err));
    expect_rescued("Old");
    put_beside(".text.markdown.swp", "another's");
    expect_rescued("Old");
    put_beside(".text.markdown.swp", "b0VIM 9.0");
    expect_rescued("-y kept");
}
END_TEST

START_TEST(what_vim_does_not_write_in_time__is_not_waited_for)
{
    add_script("vim", "#!/bin/sh\nkill -STOP $$\n");
    ck_assert_int_eq(setenv("EDITOR", "vim", 1), 0);
    ck_assert(editor_call_init(&call, "Old", &err));
    put_beside(".text.markdown.swp", "b0VIM 9.0");
    expect_rescued("Old");
}
END_TEST

START_TEST(what_an_editor_leaves_beside_the_file__goes_with_its_folder)
{
    char within[256];

    add_program("vi");
    ck_assert(editor_call_init(&call, "Old", &err));
    put_beside(".text.markdown.swp", "b0VIM 9.0");
    put_beside("text.markdown~", "Old");
    (void)snprintf(within, sizeof(within), "%s/undo", call.folder);
    ck_assert_int_eq(mkdir(within, 0700), 0);
    (void)snprintf(within, sizeof(within), "%s/elsewhere", call.folder);
    ck_assert_int_eq(symlink(folder, within), 0);
    editor_call_remove(&call);
    ck_assert_int_ne(access(call.folder, F_OK), 0);
    ck_assert_int_eq(access(folder, F_OK), 0);
}
END_TEST

START_TEST(what_an_editor_saved_beside_the_file__is_taken_for_it)
{
    char *text = NULL;

    add_program("vi");
    ck_assert(editor_call_init(&call, "Old", &err));
    put_beside("text.markdown.save", "Rescued\n");
    editor_call_rescue(&call);
    ck_assert(editor_call_read(&call, MOST, &text, &err));
    ck_assert_str_eq(text, "Rescued");
    free(text);
    editor_call_rescue(&call); /* there is none any more */
    ck_assert(editor_call_read(&call, MOST, &text, &err));
    free(text);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests,
                   editor__is_that_of_visual__then_that_of_editor__then_a_usual_one);
    tcase_add_test(tests,
                   words_of_the_variable__are_parted_at_blanks__and_mean_nothing_else);
    tcase_add_test(tests, without_an_editor__it_is_said_how_to_name_one);
    tcase_add_test(tests, the_file__is_its_owners_alone__and_goes_with_its_folder);
    tcase_add_test(tests, of_a_file_that_cannot_be_written_whole__nothing_stays);
    tcase_add_test(tests, what_comes_back__is_text__and_not_too_long);
    tcase_add_test(tests, what_an_editor_saved_beside_the_file__is_taken_for_it);
    tcase_add_test(tests, what_vim_kept_of_a_text__it_is_asked_to_write);
    tcase_add_test(tests, what_vim_does_not_write_in_time__is_not_waited_for);
    tcase_add_test(tests, what_an_editor_leaves_beside_the_file__goes_with_its_folder);
}

SUITE_MAIN("editor")
