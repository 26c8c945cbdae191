/* SPDX-License-Identifier: GPL-3.0-or-later */
/* staff_login_test.c - whom a login stands for: its role, nobody known, somebody else */
#include <string.h>

#include "role_deeds.h"

START_TEST(who_creates_it__is_its_administrator)
{
    ck_assert_int_eq(atelier_role(at), ROLE_ADMINISTRATOR);
    ck_assert_str_eq(atelier_login(at), "ada");
    office_expect("SELECT login, role FROM staff_view", "ada|administrator\n");
}
END_TEST

START_TEST(an_unknown_login__reads__or_is_refused__as_the_office_says)
{
    struct atelier *stranger = office_return("mallory", OFFICE_NOW);
    struct settings *settings = record_new(&settings_entity);
    const struct atelier_options options = {
        .database = database_file_path("atelier.db"),
        .identity = OFFICE_IDENTITY,
        .as = "mallory",
        .now = INSTANT_NONE,
    };

    ck_assert_int_eq(atelier_role(stranger), ROLE_READER);
    ck_assert(look(stranger));
    ck_assert(!add_person(stranger));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    atelier_close(stranger);

    record_copy(&settings_entity, settings, atelier_settings(at));
    settings->unknown_logins_read = false;
    ck_assert(upkeep_change_settings(at, settings, &err));
    record_free(&settings_entity, settings);
    ck_assert_ptr_null(atelier_open(&options, &err));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    ck_assert_ptr_nonnull(strstr(err.message, "mallory"));
}
END_TEST

START_TEST(only_an_administrator__acts_as_somebody_else)
{
    struct staff *own = record_new(&staff_entity);
    struct atelier_options options = {
        .database = database_file_path("atelier.db"),
        .identity = OFFICE_IDENTITY,
        .as = "lea",
        .now = INSTANT_NONE,
    };

    struct atelier *lea = office_hire(at, "lea", ROLE_ADMINISTRATOR);
    for (int role = ROLE_READER; role < ROLE_ADMINISTRATOR; role++) {
        ck_assert(edit_load(lea, &staff_entity, 1, own, &err));
        own->role = (enum staff_role)role;
        ck_assert(edit_change(lea, &staff_entity, own, &err));
        ck_assert_ptr_null(atelier_open(&options, &err));
        ck_assert_int_eq(err.kind, ERROR_RULE);
        ck_assert_ptr_nonnull(strstr(err.message, "--as"));
    }
    options.as = atelier_login(at); /* oneself is nobody else */
    struct atelier *self = atelier_open(&options, &err);
    ck_assert_ptr_nonnull(self);
    ck_assert_int_eq(atelier_role(self), ROLE_ORGANISER);
    atelier_close(self);
    atelier_close(lea);
    record_free(&staff_entity, own);
}
END_TEST

START_TEST(what_is_done__as_somebody__stands_under_their_name)
{
    struct atelier *lea = office_hire(at, "lea", ROLE_DESK);

    ck_assert(add_person(lea));
    office_expect("SELECT staff, act FROM journal ORDER BY id DESC LIMIT 1",
                  "lea|person.add\n");
    office_expect("SELECT created_by FROM person ORDER BY id DESC LIMIT 1", "lea\n");
    atelier_close(lea);
}
END_TEST

START_TEST(a_login__that_the_system_does_not_know__is_warned_of__but_not_behind_a_gateway)
{
    struct staff *ghost = record_new(&staff_entity);
    struct person *person = record_new(&person_entity);
    struct buffer text = { 0 };
    struct atelier_options options = {
        .database = database_file_path("atelier.db"),
        .identity = { .login = "ada", .source = IDENTITY_GATEWAY },
        .now = atelier_now(at),
    };

    memory_replace(&ghost->login, "no-such-login");
    ck_assert(edit_add(at, &staff_entity, ghost, NULL, &err));
    ck_assert(edit_warning(at, &staff_entity, ghost, &text));
    ck_assert_ptr_nonnull(strstr(buffer_text(&text), "no-such-login"));
    buffer_reset(&text);
    ck_assert(!edit_warning(at, &person_entity, person, &text));
    memory_replace(&ghost->login, "root");
    ck_assert(!edit_warning(at, &staff_entity, ghost, &text));

    struct atelier *gateway = atelier_open(&options, &err);
    ck_assert_ptr_nonnull(gateway);
    memory_replace(&ghost->login, "no-such-login");
    ck_assert(!edit_warning(gateway, &staff_entity, ghost, &text));
    ck_assert_str_eq(buffer_text(&text), "");
    atelier_close(gateway);
    buffer_clear(&text);
    record_free(&staff_entity, ghost);
    record_free(&person_entity, person);
}
END_TEST

static struct atelier *
come_by_gateway(const char *login)
{
    const struct atelier_options options = {
        .database = database_file_path("atelier.db"),
        .identity = { .login = login, .source = IDENTITY_GATEWAY },
        .now = atelier_now(at),
    };
    return atelier_open(&options, &err);
}

/* The office lets unknown logins read: logins of its computer, which a line of a key is
 * not. */
START_TEST(an_unknown_login__reads_nothing__behind_a_gateway)
{
    ck_assert(atelier_settings(at)->unknown_logins_read);
    ck_assert_ptr_null(come_by_gateway("mallory"));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    ck_assert_ptr_nonnull(strstr(err.message, "mallory"));
}
END_TEST

/* What a list of the journal says of its newest act, `back` acts ago. */
static void
expect_told(size_t back, const char *act, const char *reason, const char *by_gateway)
{
    const struct listing_query query = { .kind = LISTING_JOURNAL };
    const struct listing *listing = listing_get(LISTING_JOURNAL);
    struct listing_page page = { 0 };

    ck_assert(listing_fetch(at, &query, LISTING_FIRST, NULL, 9, &page, &err));
    ck_assert_uint_gt(page.count, back);
    for (size_t i = 0; i < listing->column_count; i++) {
        const char *name = listing->columns[i].name;
        const char *cell = page.rows[back].cells[i];
        if (strcmp(name, "act") == 0)
            ck_assert_str_eq(cell, act);
        else if (strcmp(name, "reason") == 0)
            ck_assert_pstr_eq(cell, reason);
        else if (strcmp(name, "by_gateway") == 0)
            ck_assert_str_eq(cell, by_gateway);
    }
    listing_page_clear(&page);
}

/* Of the same person, on both ways; that it was the gateway is no reason. */
START_TEST(the_journal__tells__what_was_done_by_the_gateway)
{
    struct journal_entry entry = { 0 };
    struct atelier *gateway = come_by_gateway("ada");

    ck_assert_ptr_nonnull(gateway);
    ck_assert(add_person(gateway));
    expect_told(0, "person.add", NULL, "1");
    const struct register_request request = {
        .meeting = full,
        .person = office_add_person(at, "Weiss", "Bob"),
        .source = SOURCE_DESK,
        .questions = office_answer(QUESTION_SEAT, "the mayor"),
    };
    struct register_outcome outcome;
    expect_told(0, "person.add", NULL, "0");
    ck_assert(register_add(gateway, &request, &outcome, &err));
    expect_told(0, "registration.overbook", "the mayor", "1");
    ck_assert(undo_last(at, NULL, &entry, &err));
    expect_told(0, "undo", NULL, "0");
    journal_entry_clear(&entry);
    expect_told(1, "registration.overbook", "the mayor", "1");
    atelier_close(gateway);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, who_creates_it__is_its_administrator);
    tcase_add_test(tests, an_unknown_login__reads__or_is_refused__as_the_office_says);
    tcase_add_test(tests, only_an_administrator__acts_as_somebody_else);
    tcase_add_test(tests, what_is_done__as_somebody__stands_under_their_name);
    tcase_add_test(
        tests,
        a_login__that_the_system_does_not_know__is_warned_of__but_not_behind_a_gateway);
    tcase_add_test(tests, an_unknown_login__reads_nothing__behind_a_gateway);
    tcase_add_test(tests, the_journal__tells__what_was_done_by_the_gateway);
}

SUITE_MAIN("staff_login")
