/* SPDX-License-Identifier: GPL-3.0-or-later */
/* link_test.c - which texts become a link, and which are refused */
#include "atelier/domain/link.h"

#include <stdlib.h>

#include "atelier/base/memory.h"
#include "support/suite.h"

START_TEST(link__is_completed__as_people_type_it)
{
    static const struct {
        const char *typed;
        const char *link;
    } cases[] = {
        { "https://visio.example.org/r?a=1", "https://visio.example.org/r?a=1" },
        { "HTTP://visio.example.org", "HTTP://visio.example.org" },
        { "tel:+33-5-53-00-00-00", "tel:+33-5-53-00-00-00" },
        { "sip:room@example.org", "sip:room@example.org" },
        { "sips:room@example.org", "sips:room@example.org" },
        { "visio.example.org/x", "https://visio.example.org/x" },
        { "www.example.org", "https://www.example.org" },
        { "visio.example.org:8443/x", "https://visio.example.org:8443/x" },
        { "https://xn--9ca.example.org/", "https://xn--9ca.example.org/" },
        { "https://visio.example.org/é", "https://visio.example.org/é" },
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char *link = memory_copy(cases[i].typed);
        struct error err = { 0 };
        ck_assert_msg(link_complete(&link, &err), "%s", err.message);
        ck_assert_str_eq(link, cases[i].link);
        ck_assert(link_is_allowed(link));
        ck_assert_int_eq(link_is_phone(link), i == 2);
        free(link);
    }
    char *none = NULL;
    ck_assert(link_complete(&none, NULL));
    ck_assert_ptr_null(none);
}
END_TEST

START_TEST(link__is_refused__when_calendars_should_not_open_it)
{
    static const char *const texts[] = {
        "javascript:alert(1)",
        "file:///etc/passwd",
        "mailto:a@example.org",
        "a@example.org",
        "data:text/html,x",
        "ask Ada for the link",
        "tomorrow",
        "https:",
        "https://",
        "https:visio.example.org",
        "tel:",
        "https:///x",
        "https://:80/",
        "https://é.example.org",
        "é.example.org",
        "../x.html",
        "ftp://example.org",
        ".example.org",
        "http://a b.example.org",
    };

    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        char *link = memory_copy(texts[i]);
        struct error err = { 0 };
        ck_assert_msg(!link_complete(&link, &err), "%s", texts[i]);
        ck_assert_int_eq(err.kind, ERROR_INPUT);
        ck_assert_str_eq(err.field, "link");
        ck_assert_str_eq(link, texts[i]);
        free(link);
    }
    ck_assert(!link_is_allowed("https://"));
    ck_assert(!link_is_allowed("javascript:alert(1)"));
    ck_assert(!link_is_allowed(NULL));
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_test(tests, link__is_completed__as_people_type_it);
    tcase_add_test(tests, link__is_refused__when_calendars_should_not_open_it);
}

SUITE_MAIN("link")
