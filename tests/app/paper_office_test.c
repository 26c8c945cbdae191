/* SPDX-License-Identifier: GPL-3.0-or-later */
/* paper_office_test.c - the office above the attendance sheet: what is refused as its
 * logo, and what of it makes a new version */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "atelier/app/change_settings.h"
#include "atelier/app/print_sheet.h"
#include "atelier/base/memory.h"
#include "register_office.h"
#include "support/picture.h"
#include "support/rows.h"

static struct settings *settings;
static char folder[200];
static char logo[260];
static char file[260];

static void
put_logo(const void *bytes, size_t length)
{
    FILE *out = fopen(logo, "w");

    ck_assert_ptr_nonnull(out);
    ck_assert_uint_eq(fwrite(bytes, 1, length, out), length);
    ck_assert_int_eq(fclose(out), 0);
}

static void
set_up_paper(void)
{
    set_up();
    settings = record_new(&settings_entity);
    suite_make_folder("paper", folder, sizeof(folder));
    (void)snprintf(logo, sizeof(logo), "%s/logo.png", folder);
    (void)snprintf(file, sizeof(file), "%s/sheet.pdf", folder);
    ck_assert_int_ne(office_register(at, meeting, anna), 0);
    put_logo(picture_png, sizeof(picture_png));
}

static void
tear_down_paper(void)
{
    record_free(&settings_entity, settings);
    (void)unlink(file);
    (void)unlink(logo);
    (void)rmdir(folder);
    tear_down();
}

static bool
say(const char *field, const char *text)
{
    err = (struct error){ 0 };
    record_copy(&settings_entity, settings, atelier_settings(at));
    field_set_text(entity_field(&settings_entity, field), settings, text);
    return settings_change(at, settings, &err);
}

static bool
print(struct sheet_outcome *outcome)
{
    const struct sheet_request request = { .meeting = meeting };
    const struct print_destination to = { .path = file, .replace = true };
    err = (struct error){ 0 };
    struct sheet_job *job = sheet_job_start(at, &request, &to, &err);

    if (!job)
        return false;
    struct child *child = sheet_job_child(job);
    (void)child_wait(child, NULL, NULL, NULL);
    const bool ok = sheet_job_end(job, child, outcome, &err);
    child_free(child);
    return ok;
}

static void
ck_print(int64_t version)
{
    struct sheet_outcome outcome = { 0 };

    ck_assert_msg(print(&outcome), "%s", err.message);
    ck_assert_int_eq(outcome.version, version);
    sheet_outcome_clear(&outcome);
}

static void
ck_refuse(const char *field, const char *text, const char *said)
{
    ck_assert_msg(!say(field, text), "%s", text);
    ck_assert_str_eq(err.field, field);
    ck_assert_msg(strstr(err.message, said), "%s", err.message);
}

START_TEST(a_logo__is_a_png__by_its_whole_path)
{
    unsigned char large[sizeof(picture_png)];
    ck_assert_msg(say("logo", logo), "%s", err.message);
    ck_refuse("logo", "logo.png", "whole path");
    ck_refuse("logo", "/nowhere/logo.png", "cannot be read");
    ck_refuse("logo", folder, "cannot be read");
    ck_assert_msg(say("logo", NULL), "%s", err.message);
    put_logo("GIF89a and more of what is no picture", 37);
    ck_refuse("logo", logo, "no PNG");
    memcpy(large, picture_png, sizeof(large));
    large[17] = 1; /* 65,538 points wide */
    put_logo(large, sizeof(large));
    ck_refuse("logo", logo, "no PNG");
}
END_TEST

/* The rest of the settings can be changed meanwhile. */
START_TEST(a_logo_that_is_gone__stops_the_printing__and_says_which)
{
    struct sheet_outcome outcome = { 0 };
    ck_assert(say("logo", logo));
    ck_assert_int_eq(unlink(logo), 0);
    ck_assert(!print(&outcome));
    ck_assert_msg(strstr(err.message, logo), "%s", err.message);
    ck_assert_int_ne(access(file, F_OK), 0);
    ck_assert_msg(say("address", "12, rue du Port"), "%s", err.message);
    put_logo(picture_png, 30); /* begins well */
    ck_assert(!print(&outcome));
    ck_assert_msg(strstr(err.message, "save it as a PNG once more"), "%s", err.message);
    ck_assert_int_ne(access(file, F_OK), 0);
    put_logo(picture_png, sizeof(picture_png));
    ck_print(1);
}
END_TEST

START_TEST(what_stands_above_the_sheet__is_part_of_its_version)
{
    struct sheet_standing standing;
    ck_print(1);
    ck_assert(say("address", "12, rue du Port\n59000 Lille"));
    ck_assert(sheet_standing_load(at, meeting, 0, &standing, &err));
    ck_assert(standing.is_stale);
    ck_print(2);
    ck_assert(say("funding", "12, rue du Port\n59000 Lille"));
    ck_print(3);
    ck_assert(say("logo", logo));
    ck_print(4);
    ck_print(4);
}
END_TEST

START_TEST(more_than_a_head_of_a_page__is_refused)
{
    ck_refuse("funding", "a\nb\nc\nd\ne\nf\ng\nh\ni", "too much above");
    ck_assert(say("funding", "a\nb\nc\nd\ne\nf\ng\nh"));
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up_paper, tear_down_paper);
    tcase_set_timeout(tests, 60);
    tcase_add_test(tests, a_logo__is_a_png__by_its_whole_path);
    tcase_add_test(tests, a_logo_that_is_gone__stops_the_printing__and_says_which);
    tcase_add_test(tests, what_stands_above_the_sheet__is_part_of_its_version);
    tcase_add_test(tests, more_than_a_head_of_a_page__is_refused);
}

SUITE_MAIN("paper_office")
