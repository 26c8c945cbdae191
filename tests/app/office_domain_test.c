/* SPDX-License-Identifier: GPL-3.0-or-later */
/* office_domain_test.c - where calendars are told that the office is: by its e-mail,
 * unless it said a domain */
#include <check.h>

#include "atelier/app/change_settings.h"
#include "atelier/app/export_calendar.h"
#include "atelier/base/memory.h"
#include "support/office.h"
#include "support/suite.h"

static struct atelier *at;
static struct settings *settings;
static struct error err;

static void
set_up(void)
{
    err = (struct error){ 0 };
    at = office_found();
    settings = record_new(&settings_entity);
    record_copy(&settings_entity, settings, atelier_settings(at));
    memory_replace(&settings->domain, settings_no_domain);
}

static void
tear_down(void)
{
    record_free(&settings_entity, settings);
    office_end(at);
}

static void
save(void)
{
    ck_assert_msg(settings_change(at, settings, &err), "%s", err.message);
}

START_TEST(an_office_that_said_none__has_that_of_its_address)
{
    save();
    ck_assert(!export_names_domain(at));
    record_copy(&settings_entity, settings, atelier_settings(at));
    memory_replace(&settings->organiser_email, "groups@network.example.org");
    save();
    ck_assert_str_eq(atelier_settings(at)->domain, "network.example.org");
    ck_assert(export_names_domain(at));
}
END_TEST

START_TEST(one_that_was_said__stays_when_the_address_changes)
{
    memory_replace(&settings->domain, "network.example.org");
    memory_replace(&settings->organiser_email, "groups@example.com");
    save();
    ck_assert_str_eq(atelier_settings(at)->domain, "network.example.org");
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, an_office_that_said_none__has_that_of_its_address);
    tcase_add_test(tests, one_that_was_said__stays_when_the_address_changes);
}

SUITE_MAIN("office_domain")
