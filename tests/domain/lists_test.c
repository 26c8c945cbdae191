/* SPDX-License-Identifier: GPL-3.0-or-later */
/* lists_test.c - what lists and drafts hold is freed with them */
#include "atelier/base/memory.h"
#include "atelier/domain/check_report.h"
#include "atelier/domain/draft.h"
#include "atelier/domain/membership.h"
#include "atelier/domain/search_hit.h"
#include "atelier/domain/today.h"

#include "support/suite.h"

/* Each of them is a leak under the sanitizer when a member is forgotten. */

START_TEST(draft__frees__its_texts)
{
    struct draft draft = { .id = 1,
                           .staff = memory_copy("ana"),
                           .screen = memory_copy("person"),
                           .entity = memory_copy("person"),
                           .fields = memory_copy("family=Roe") };

    draft_clear(&draft);
    ck_assert_int_eq(draft.id, 0);
    ck_assert_ptr_null(draft.fields);
}

START_TEST(check_report__frees__its_sentences)
{
    struct check_report report = { 0 };

    report.problems = memory_grow(NULL, &report.capacity, 1, sizeof *report.problems);
    report.problems[report.count++] = memory_copy("A page is torn.");
    check_report_clear(&report);
    ck_assert_ptr_null(report.problems);
    ck_assert_uint_eq(report.capacity, 0);
}

START_TEST(search_hits__free__their_words)
{
    struct search_hit_list list = { 0 };

    list.items = memory_grow(NULL, &list.capacity, 1, sizeof *list.items);
    list.items[list.count].title = memory_copy("Roe, Anna");
    list.items[list.count].detail = memory_copy("URB");
    list.items[list.count].zone = memory_copy("Europe/Lisbon");
    list.items[list.count++].start = memory_copy("2027-03-18 09:30");
    search_hit_list_clear(&list);
    ck_assert_ptr_null(list.items);
}

START_TEST(a_hit__says__when_a_meeting_is_as_the_screens_do)
{
    struct search_hit hit = { .detail = "URB", .start = "2027-03-18 09:30" };
    struct buffer said = { 0 };

    search_hit_add_detail(&hit, &said);
    ck_assert_str_eq(buffer_text(&said), "URB, Thu 18/03/2027 09:30");
    buffer_reset(&said);
    hit.zone = "Europe/Lisbon";
    search_hit_add_detail(&hit, &said);
    ck_assert_str_eq(buffer_text(&said), "URB, Thu 18/03/2027 09:30 Lisbon");
    buffer_reset(&said);
    hit.start = NULL;
    search_hit_add_detail(&hit, &said);
    ck_assert_str_eq(buffer_text(&said), "URB");
    buffer_reset(&said);
    hit = (struct search_hit){ .detail = "URB", .start = "2027-03-18 09:30" };
    hit.said = "Who pays?";
    hit.title = "Jobs";
    search_hit_add_detail(&hit, &said);
    ck_assert_str_eq(buffer_text(&said), "18/03/2027, URB, Jobs");
    buffer_clear(&said);
}

START_TEST(things_to_decide__free__their_titles)
{
    struct today_list list = { 0 };

    list.items = memory_grow(NULL, &list.capacity, 1, sizeof *list.items);
    list.items[list.count].title = memory_copy("Jobs");
    list.items[list.count++].other_title = memory_copy("Water");
    today_list_clear(&list);
    ck_assert_ptr_null(list.items);
}

START_TEST(memberships__free__their_rows)
{
    struct membership_list list = { 0 };

    list.items = memory_grow(NULL, &list.capacity, 1, sizeof *list.items);
    record_init(&membership_entity, &list.items[list.count]);
    list.items[list.count++].head.created_by = memory_copy("ana");
    membership_list_clear(&list);
    ck_assert_ptr_null(list.items);
}

static void
add_tests(TCase *tests)
{
    tcase_add_test(tests, draft__frees__its_texts);
    tcase_add_test(tests, check_report__frees__its_sentences);
    tcase_add_test(tests, search_hits__free__their_words);
    tcase_add_test(tests, a_hit__says__when_a_meeting_is_as_the_screens_do);
    tcase_add_test(tests, things_to_decide__free__their_titles);
    tcase_add_test(tests, memberships__free__their_rows);
}

SUITE_MAIN("lists")
