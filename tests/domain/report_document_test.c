/* SPDX-License-Identifier: GPL-3.0-or-later */
/* report_document_test.c - a report is read again as it was kept, and nothing else is
 * taken for one */
#include "atelier/domain/report_document.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/memory.h"
#include "support/picture.h"
#include "support/report_sample.h"
#include "support/suite.h"

static struct report_document sent, came;
static struct buffer wire, again;
static struct error err;

static void
set_up(void)
{
    report_sample_fill(&sent, "fr");
    buffer_add_part(&sent.logo, (const char *)picture_png, sizeof(picture_png));
}

static void
tear_down(void)
{
    report_document_clear(&sent);
    report_document_clear(&came);
    buffer_clear(&wire);
    buffer_clear(&again);
}

static bool
read_part(const char *bytes, size_t length)
{
    report_document_clear(&came);
    err = (struct error){ 0 };
    return report_document_read_wire(bytes, length, &came, &err);
}

/* Texts that are told apart by a number each. */
static void
number(void *context, char **text)
{
    char own[32];
    (void)snprintf(own, sizeof(own), "%d\n.0:é", ++*(int *)context);
    memory_replace(text, own);
}

static void
ck_number(void *context, char **text)
{
    ck_assert_ptr_nonnull(*text);
    ck_assert_int_eq(atoi(*text), ++*(int *)context);
}

/* A text that went from the end of one list to the beginning of the next would still come
 * in its turn. */
static void
ck_lists(void)
{
    ck_assert_uint_eq(came.facts.count, sent.facts.count);
    ck_assert_uint_eq(came.present.count, sent.present.count);
    ck_assert_uint_eq(came.represented.count, sent.represented.count);
    ck_assert_uint_eq(came.remote.count, sent.remote.count);
    ck_assert_uint_eq(came.excused.count, sent.excused.count);
    ck_assert_uint_eq(came.parts.count, sent.parts.count);
    ck_assert_uint_eq(came.projects.count, sent.projects.count);
    ck_assert_uint_eq(came.lines.count, sent.lines.count);
    ck_assert_uint_eq(came.carried.count, sent.carried.count);
}

START_TEST(every_text_and_number__is_read_again)
{
    int count = 0;
    report_sample_each_text(&sent, number, &count);
    ck_assert_int_gt(count, 100);
    report_document_add_wire(&wire, &sent);
    ck_assert_msg(read_part(buffer_text(&wire), wire.length), "%s", err.message);
    int read = 0;
    report_sample_each_text(&came, ck_number, &read);
    ck_assert_int_eq(read, count);
    ck_lists();
    ck_assert_int_eq(came.lines.items[1].indent, 1);
    ck_assert_int_eq(came.lines.items[7].kind, ENTRY_DECISION);
    ck_assert_int_eq(came.present.items[1].count, 3);
    ck_assert_uint_eq(came.present.items[0].people.count, 2);
    ck_assert_uint_eq(came.logo.length, sizeof(picture_png));
    report_document_add_wire(&again, &came);
    ck_assert_uint_eq(again.length, wire.length);
    ck_assert_int_eq(memcmp(buffer_text(&again), buffer_text(&wire), wire.length), 0);
}
END_TEST

START_TEST(what_is_not_known__stays_unknown)
{
    report_document_clear(&sent);
    report_document_add_wire(&wire, &sent);
    ck_assert_msg(read_part(buffer_text(&wire), wire.length), "%s", err.message);
    ck_assert_ptr_null(came.title);
    ck_assert_ptr_null(came.approval);
    ck_assert_uint_eq(came.lines.count, 0);
}
END_TEST

START_TEST(what_is_cut_anywhere__is_refused)
{
    report_document_add_wire(&wire, &sent);
    for (size_t length = 0; length < wire.length; length++) {
        ck_assert_msg(!read_part(buffer_text(&wire), length), "%zu bytes", length);
        ck_assert_int_eq(err.kind, ERROR_INPUT);
    }
}
END_TEST

START_TEST(what_is_changed_anywhere__does_no_harm)
{
    report_document_add_wire(&wire, &sent);
    for (size_t at = 0; at < wire.length; at++)
        for (int i = 0; i < 3; i++) {
            const char was = wire.text[at];
            wire.text[at] = (char)(i == 0 ? '+' : i == 1 ? '9' : 0xFF);
            (void)read_part(buffer_text(&wire), wire.length);
            wire.text[at] = was;
        }
}
END_TEST

START_TEST(what_stands_nowhere__is_refused)
{
    static const char *const wrong[] = {
        "atelier report 2\n.0:",
        "atelier report 1\n+1:a.0:",
        "atelier report 1\nN1:a.0:",
        "atelier report 1\nk1:1.0:",
        "atelier report 1\nc1:1.0:",
        "atelier report 1\nL0:k1:8.0:",
        "atelier report 1\nL0:i1:4.0:",
        "atelier report 1\n.0: ",
        "atelier report 1\nZ0:.0:",
        "atelier report 1\nF5:a",
        "atelier report 1\nF1:a+1:b+1:c.0:",
    };
    for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++)
        ck_assert_msg(!read_part(wrong[i], strlen(wrong[i])), "%s", wrong[i]);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, every_text_and_number__is_read_again);
    tcase_add_test(tests, what_is_not_known__stays_unknown);
    tcase_add_test(tests, what_is_cut_anywhere__is_refused);
    tcase_add_test(tests, what_is_changed_anywhere__does_no_harm);
    tcase_add_test(tests, what_stands_nowhere__is_refused);
}

SUITE_MAIN("report_document")
