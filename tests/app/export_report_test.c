/* SPDX-License-Identifier: GPL-3.0-or-later */
/* export_report_test.c - a report that becomes final is kept as it stood, and leaves the
 * program so */
#include "atelier/app/export_report.h"

#include <stdio.h>
#include <stdlib.h>

#include "atelier/app/finish_report.h"
#include "atelier/base/language.h"
#include "atelier/domain/working_group.h"
#include "report_office.h"
#include "support/paper.h"

static struct buffer taken;

static void
begin(void)
{
    language_start("en", "/nonexistent");
    begin_report();
    note("+ Ask early");
    hold(meeting);
}

static void
end(void)
{
    buffer_clear(&taken);
    end_report();
}

/* `meanwhile` is what a colleague does while it is printed. */
static bool
finish(void (*meanwhile)(void), struct finish_outcome *outcome)
{
    struct finish_job *job = finish_job_start(at, meeting, "fr", &err);

    if (!job)
        return false;
    struct child *child = finish_job_child(job);
    (void)child_wait(child, NULL, NULL, NULL);
    if (meanwhile)
        meanwhile();
    const bool ok = finish_job_end(job, child, outcome, &err);
    child_free(child);
    return ok;
}

static void
make_final(void)
{
    struct finish_outcome outcome = { 0 };

    ck_assert_msg(finish(NULL, &outcome), "%s", err.message);
    finish_outcome_clear(&outcome);
}

static bool
take(void *context, const char *bytes, size_t length)
{
    buffer_add_part(context, bytes, length);
    return true;
}

static bool
export_to(const struct print_destination *to, enum report_form form, int64_t version)
{
    const struct report_export wish = { meeting, form, version };
    struct paper_job *job = NULL;
    bool replaced = false;
    bool ok = report_export(at, &wish, to, &job, &replaced, &err);

    if (ok && job) {
        struct paper_outcome outcome;
        struct child *child = paper_job_child(job);
        (void)child_wait(child, NULL, NULL, NULL);
        ok = paper_job_end(job, child, &outcome, &err);
        child_free(child);
        paper_outcome_clear(&outcome);
    }
    return ok;
}

static bool export(enum report_form form, int64_t version)
{
    const struct print_destination to = { .sink = take, .context = &taken };

    buffer_reset(&taken);
    return export_to(&to, form, version);
}

static void
expect(enum report_form form, int64_t version, const char *words)
{
    ck_assert_msg(export(form, version), "%s", err.message);
    ck_assert_msg(strstr(buffer_text(&taken), words), "%s", buffer_text(&taken));
}

START_TEST(a_final_report__keeps_its_words_and_its_paper)
{
    char sum[SHA256_TEXT_SIZE];
    struct finish_outcome outcome = { 0 };
    ck_assert_msg(finish(NULL, &outcome), "%s", err.message);
    ck_assert_int_eq(outcome.number, 1);
    ck_assert_int_eq(outcome.version, 1);
    ck_assert(export(REPORT_AS_PDF, 0));
    ck_assert_int_eq(memcmp(buffer_text(&taken), "%PDF", 4), 0);
    sha256_text(buffer_text(&taken), taken.length, sum);
    ck_assert_str_eq(sum, outcome.sha256);
    office_expect("SELECT version, language, final_by, sha256 IS NOT NULL FROM "
                  "report_edition",
                  "1|fr|ada|1\n");
    finish_outcome_clear(&outcome);
    /* What is called otherwise since was not then. */
    office_change(at, &working_group_entity, group, "theme", "Everything", NULL);
    expect(REPORT_AS_TEXT, 0, "Ask early");
    ck_assert_ptr_null(strstr(buffer_text(&taken), "Everything"));
    expect(REPORT_AS_HTML, 0, "lang=\"fr\"");
    expect(REPORT_AS_MARKDOWN, 0, "mardi 16 mars 2027");
    office_expect_whole(at);
}
END_TEST

START_TEST(each_version__can_be_had_that_was_final)
{
    make_final();
    ck_assert(report_reopen(at, meeting, "a word was wrong", &err));
    ck_assert(set(at, 1, 0, "text", "Ask late"));
    expect(REPORT_AS_TEXT, 0, "Ask late");
    expect(REPORT_AS_TEXT, 1, "Ask early");
    expect_refused(export(REPORT_AS_TEXT, 2), "No version 2");
    make_final();
    expect(REPORT_AS_TEXT, 2, "Ask late");
    expect(REPORT_AS_TEXT, 1, "Ask early");
    office_expect("SELECT version, number, state FROM report", "2|1|2\n");
    undo();
    expect_refused(export(REPORT_AS_TEXT, 2), "No version 2");
    expect_refused(export(REPORT_AS_PDF, 3), "No version 3");
}
END_TEST

static void
write_meanwhile(void)
{
    note("One more");
}

static void
rename_meanwhile(void)
{
    office_change(at, &working_group_entity, group, "theme", "Everything", NULL);
}

static void
sign_on_meanwhile(void)
{
    office_register(at, meeting, bruno);
}

START_TEST(what_was_printed__is_what_becomes_final__or_nothing_does)
{
    static void (*const changes[])(void) = { write_meanwhile, rename_meanwhile,
                                             sign_on_meanwhile };
    struct finish_outcome outcome = { 0 };
    for (size_t i = 0; i < sizeof(changes) / sizeof(changes[0]); i++) {
        expect_refused(finish(changes[i], &outcome), "has changed while it was printed");
        finish_outcome_clear(&outcome);
    }
    office_expect("SELECT state, number FROM report", "0|-\n");
    office_expect("SELECT count(*) FROM report_edition", "0\n");
    make_final();
    expect(REPORT_AS_TEXT, 0, "One more");
    office_expect_whole(at);
}
END_TEST

START_TEST(whoever_may_not__prints_nothing)
{
    struct atelier *desk = office_hire(at, "lea", ROLE_DESK);
    ck_assert_ptr_null(finish_job_start(desk, meeting, NULL, &err));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    atelier_close(desk);
}
END_TEST

/* As `report_finalise()` alone leaves it. */
START_TEST(a_final_report_of_which_nothing_was_kept__is_gathered)
{
    ck_assert(report_finalise(at, meeting, NULL, &err));
    expect(REPORT_AS_TEXT, 0, "Report no. 1");
    ck_assert(export(REPORT_AS_PDF, 0));
    ck_assert_int_eq(memcmp(buffer_text(&taken), "%PDF", 4), 0);
    expect_refused(export(REPORT_AS_TEXT, 1), "No such version");
}
END_TEST

START_TEST(a_file_that_is_there__stays_unless_it_is_to_be_replaced)
{
    const char *path = paper_write("report.txt", "mine");
    struct print_destination to = { .path = path };
    ck_assert(!export_to(&to, REPORT_AS_MARKDOWN, 0));
    ck_assert_int_eq(err.kind, ERROR_EXISTS);
    to.replace = true;
    ck_assert_msg(export_to(&to, REPORT_AS_MARKDOWN, 0), "%s", err.message);
    char *text = paper_read(path, NULL);
    ck_assert_ptr_nonnull(strstr(text, "Ask early"));
    free(text);
    (void)remove(path);
}
END_TEST

START_TEST(a_name__says_the_form)
{
    ck_assert_int_eq(report_form_of_name("a.b/c.HTML"), REPORT_AS_HTML);
    ck_assert_int_eq(report_form_of_name("c.htm"), REPORT_AS_HTML);
    ck_assert_int_eq(report_form_of_name("c.pdf"), REPORT_AS_PDF);
    ck_assert_int_eq(report_form_of_name("c."
                                         "md"),
                     REPORT_AS_MARKDOWN);
    ck_assert_int_eq(report_form_of_name("c.txt"), REPORT_AS_TEXT);
    ck_assert_int_eq(report_form_of_name("pdf"), -1);
    ck_assert_int_eq(report_form_of_name("c.pdf.gz"), -1);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, begin, end);
    tcase_set_timeout(tests, 60);
    tcase_add_test(tests, a_final_report__keeps_its_words_and_its_paper);
    tcase_add_test(tests, each_version__can_be_had_that_was_final);
    tcase_add_test(tests, what_was_printed__is_what_becomes_final__or_nothing_does);
    tcase_add_test(tests, whoever_may_not__prints_nothing);
    tcase_add_test(tests, a_final_report_of_which_nothing_was_kept__is_gathered);
    tcase_add_test(tests, a_file_that_is_there__stays_unless_it_is_to_be_replaced);
    tcase_add_test(tests, a_name__says_the_form);
}

SUITE_MAIN("export_report")
