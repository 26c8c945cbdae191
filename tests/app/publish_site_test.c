/* SPDX-License-Identifier: GPL-3.0-or-later */
/* publish_site_test.c - what everybody may read of an office, and nothing else */
#include "atelier/app/change_settings.h"
#include "atelier/app/publish_site.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "atelier/app/erase.h"
#include "atelier/app/finish_report.h"
#include "atelier/base/language.h"
#include "atelier/domain/working_group.h"
#include "atelier/domain/workshop.h"
#include "report_office.h"

static char folder[128], site[160];
static struct published_outcome outcome;

static void
begin(void)
{
    language_start("en", "/nonexistent");
    begin_report();
    suite_make_folder("atelier-publish", folder, sizeof(folder));
    (void)snprintf(site, sizeof(site), "%s/site", folder);
    note("+ Ask early");
    hold(meeting);
}

static void
end(void)
{
    char command[200];

    published_outcome_clear(&outcome);
    (void)snprintf(command, sizeof(command), "rm -rf '%s'", folder);
    ck_assert_int_eq(system(command), 0);
    end_report();
}

static void
set_settings(const char *field, const char *value)
{
    struct settings settings;

    record_init(&settings_entity, &settings);
    record_copy(&settings_entity, &settings, atelier_settings(at));
    ck_assert(field_parse(entity_field(&settings_entity, field), &settings, value, &err));
    ck_assert_msg(settings_change(at, &settings, &err), "%s", err.message);
    record_clear(&settings_entity, &settings);
}

static void
make_final(void)
{
    struct finish_outcome finished = { 0 };
    struct finish_job *job = finish_job_start(at, meeting, NULL, &err);

    ck_assert_msg(job != NULL, "%s", err.message);
    struct child *child = finish_job_child(job);
    (void)child_wait(child, NULL, NULL, NULL);
    ck_assert_msg(finish_job_end(job, child, &finished, &err), "%s", err.message);
    child_free(child);
    finish_outcome_clear(&finished);
}

static bool
publish_by(struct atelier *who)
{
    const struct publish_wish wish = { .folder = site };

    published_outcome_clear(&outcome);
    return site_publish(who, &wish, &outcome, &err);
}

static void
publish(void)
{
    ck_assert_msg(publish_by(at), "%s", err.message);
}

/* The caller frees; "" when it is not there. */
static char *
read_page(const char *name)
{
    char path[300];
    char part[4096];
    struct buffer text = { 0 };
    size_t got;

    (void)snprintf(path, sizeof(path), "%s/%s", site, name);
    FILE *file = fopen(path, "r");
    while (file && (got = fread(part, 1, sizeof(part), file)) > 0)
        buffer_add_part(&text, part, got);
    if (file)
        (void)fclose(file);
    buffer_add(&text, "");
    return buffer_take(&text);
}

static void
expect_in(const char *name, const char *words, bool there)
{
    char *text = read_page(name);

    ck_assert_msg((strstr(text, words) != NULL) == there, "%s: %s\n%s", name, words,
                  text);
    free(text);
}

/* Calendars have texts as they are: nothing of them is taken for code. */
static void
expect_no_code(const char *words)
{
    char command[400];

    (void)snprintf(command, sizeof(command), "! grep -q '%s' '%s'/*.html '%s'/*.xml",
                   words, site, site);
    ck_assert_msg(system(command) == 0, "“%s” is published", words);
}

static void
expect_nowhere(const char *words)
{
    char command[400];

    (void)snprintf(command, sizeof(command), "! grep -rq '%s' '%s'", words, site);
    ck_assert_msg(system(command) == 0, "“%s” is published", words);
}

static void
expect_written(const char *names)
{
    struct buffer text = { 0 };

    for (size_t i = 0; i < outcome.written.count; i++)
        buffer_addf(&text, "%s ", outcome.written.items[i]);
    ck_assert_str_eq(buffer_text(&text), names);
    buffer_clear(&text);
}

START_TEST(final_reports__are_published__and_drafts_never)
{
    publish();
    expect_written("calendar.ics group-1.ics index.html year-2027.html ");
    expect_nowhere("Ask early");
    make_final();
    publish();
    expect_written("index.html meeting-1.html year-2027.html ");
    expect_in("meeting-1.html", "Ask early", true);
    expect_in("meeting-1.html", "href=\"year-2027.html\" rel=\"up\"", true);
    expect_in("year-2027.html", "href=\"meeting-1.html\"", true);
    expect_in("year-2027.html", "meeting-2.html", false);
    expect_in("index.html", "href=\"group-1.ics\"", true);
    expect_in("calendar.ics", "BEGIN:VEVENT", true);
}
END_TEST

START_TEST(whom_to_ask__is_a_link)
{
    set_settings("contact_email", "ask+us@example.org");
    publish();
    expect_in("index.html",
              "<a href=\"mailto:ask%2Bus@example.org\">ask+us@example.org</a>", true);
}
END_TEST

static void
lose(const char *name)
{
    char path[300];

    (void)snprintf(path, sizeof(path), "%s/%s", site, name);
    ck_assert_int_eq(unlink(path), 0);
}

/* As an editor does it that writes into the file itself. */
static void
spoil(const char *name)
{
    char path[300];

    (void)snprintf(path, sizeof(path), "%s/%s", site, name);
    FILE *file = fopen(path, "a");
    ck_assert(file && fputs("mine", file) >= 0 && fclose(file) == 0);
}

START_TEST(what_did_not_change__is_not_written_again)
{
    make_final();
    publish();
    publish();
    expect_written("");
    ck_assert_uint_eq(outcome.unchanged, 5);
    spoil("meeting-1.html");
    publish();
    expect_written("meeting-1.html ");
    expect_in("meeting-1.html", "Ask early", true);
    lose("year-2027.html");
    publish();
    expect_written("year-2027.html ");
    /* An act that no page tells of, and another day. */
    office_add_person(at, "Else", "Somebody");
    publish();
    expect_written("");
    ck_assert(report_reopen(at, meeting, "a word was wrong", &err));
    ck_assert(set(at, 1, 0, "text", "Ask late"));
    make_final();
    publish();
    expect_written("meeting-1.html ");
    expect_in("meeting-1.html", "Ask late", true);
}
END_TEST

START_TEST(a_report_that_is_reopened__goes)
{
    make_final();
    publish();
    ck_assert(report_reopen(at, meeting, "a word was wrong", &err));
    publish();
    expect_written("index.html year-2027.html ");
    ck_assert_uint_eq(outcome.removed.count, 1);
    expect_nowhere("Ask early");
    undo();
    publish();
    expect_in("meeting-1.html", "Ask early", true);
}
END_TEST

START_TEST(plans__are_not_published)
{
    office_add(at, &meeting_entity, "group", rows_number(group), "title", "Secret plan",
               "start", "2027-09-16 09:30", "end", "2027-09-16 12:30", NULL);
    publish();
    expect_nowhere("Secret plan");
}
END_TEST

START_TEST(names__links_and_reasons__are_not_published)
{
    office_change(at, &working_group_entity, group, "chair", rows_number(anna), NULL);
    office_add(at, &workshop_entity, "meeting", rows_number(earlier), "title", "Streets",
               "start", "2027-02-16 10:00", "end", "2027-02-16 11:00", "leader",
               rows_number(bruno), NULL);
    office_change(at, &meeting_entity, earlier, "link", "https://video.example.org/room",
                  NULL);
    publish();
    expect_in("calendar.ics", "Streets", true);
    expect_nowhere("Müller");
    expect_nowhere("Bianchi");
    expect_nowhere("video.example.org");
    set_settings("report_names", "yes");
    publish();
    expect_in("calendar.ics", "Bianchi", true);
}
END_TEST

/* It was made final with names, which are not wanted any more. */
START_TEST(names_that_were_kept__go_with_the_setting)
{
    set_settings("report_names", "yes");
    const int64_t entry_by_anna = note("= A letter");
    ck_assert(set(at, entry_by_anna, 0, "owner_person", rows_number(anna)));
    make_final();
    publish();
    expect_in("meeting-1.html", "Müller", true);
    set_settings("report_names", "no");
    publish();
    expect_in("meeting-1.html", "A letter", true);
    expect_nowhere("Müller");
    publish();
    expect_written("");
}
END_TEST

/* Its list keeps the name for the funder, and so does the report of the office. */
START_TEST(whoever_was_erased__is_not_published__while_the_list_keeps_the_name)
{
    const struct erase_request request = { .person = anna, .reason = "asked" };
    struct erase_outcome erased = { 0 };

    office_change(at, &person_entity, anna, "consent", "1", NULL);
    set_settings("report_names", "yes");
    set_settings("roll_years", "5");
    office_register(at, meeting, anna);
    ck_assert(set(at, 1, 0, "said_by", "Anna Müller"));
    make_final();
    publish();
    expect_in("meeting-1.html", "Müller", true);
    ck_assert_msg(erase_person(at, &request, &erased, &err), "%s", err.message);
    ck_assert_uint_gt(erased.rolls.length, 0);
    erase_outcome_clear(&erased);
    office_expect("SELECT document LIKE '%Müller%', pdf IS NULL FROM report_edition",
                  "1|0\n");
    publish();
    expect_in("meeting-1.html", "Ask early", true);
    expect_nowhere("Müller");
    publish();
    expect_written("");
    /* What becomes final from now on names nobody who is erased. */
    ck_assert(report_reopen(at, meeting, "late", &err));
    make_final();
    publish();
    expect_in("meeting-1.html", "Ask early", true);
    expect_nowhere("Müller");
    office_expect("SELECT document LIKE '%Müller%' FROM report_edition ORDER BY version",
                  "1\n0\n");
}
END_TEST

START_TEST(titles__are_texts__and_no_names_of_files)
{
    set_settings("network", "<script>alert(1)</script>&\"'");
    set_settings("website", "https://office.example.org/a&b");
    office_change(at, &meeting_entity, meeting, "title", "../../</title><b>", NULL);
    make_final();
    publish();
    expect_no_code("<script");
    expect_no_code("</title><b>");
    expect_in("index.html", "../../&lt;/title&gt;&lt;b&gt;", true);
    expect_in("index.html",
              "rel=\"canonical\" href=\"https://office.example.org/a&amp;b/"
              "index.html\"",
              true);
    expect_in("sitemap.xml", "https://office.example.org/a&amp;b/meeting-1.html", true);
    set_settings("website", "");
    publish();
    ck_assert_uint_eq(outcome.removed.count, 1);
}
END_TEST

START_TEST(whoever_may_not_finish_reports__publishes_nothing)
{
    struct atelier *desk = office_hire(at, "lea", ROLE_DESK);
    ck_assert(!publish_by(desk));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    ck_assert_int_ne(access(site, F_OK), 0);
    atelier_close(desk);
    struct atelier *organiser = office_hire(at, "noe", ROLE_ORGANISER);
    ck_assert_msg(publish_by(organiser), "%s", err.message);
    atelier_close(organiser);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, begin, end);
    tcase_set_timeout(tests, 60);
    tcase_add_test(tests, final_reports__are_published__and_drafts_never);
    tcase_add_test(tests, whom_to_ask__is_a_link);
    tcase_add_test(tests, what_did_not_change__is_not_written_again);
    tcase_add_test(tests, a_report_that_is_reopened__goes);
    tcase_add_test(tests, plans__are_not_published);
    tcase_add_test(tests, names__links_and_reasons__are_not_published);
    tcase_add_test(tests, names_that_were_kept__go_with_the_setting);
    tcase_add_test(tests,
                   whoever_was_erased__is_not_published__while_the_list_keeps_the_name);
    tcase_add_test(tests, titles__are_texts__and_no_names_of_files);
    tcase_add_test(tests, whoever_may_not_finish_reports__publishes_nothing);
}

SUITE_MAIN("publish_site")
