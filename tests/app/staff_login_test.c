/* SPDX-License-Identifier: GPL-3.0-or-later */
/* staff_login_test.c - whom a login stands for: its role, nobody known, somebody else */
#include <string.h>

#include "atelier/app/undo.h"
#include "role_deeds.h"

/* As themselves, not by --as. */
static struct atelier *
come(const char *login, enum identity_source source)
{
    const struct atelier_options options = {
        .database = database_file_path("atelier.db"),
        .identity = { .login = login, .source = source },
        .now = atelier_now(at),
    };
    return atelier_open(&options, &err);
}

static struct atelier *
come_by_gateway(const char *login)
{
    return come(login, IDENTITY_GATEWAY);
}

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
    ck_assert(settings_change(at, settings, &err));
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

    atelier_close(office_hire(at, "lea", ROLE_ADMINISTRATOR));
    struct atelier *lea = come("lea", IDENTITY_SYSTEM);
    struct atelier *as_lea = office_return("lea", OFFICE_NOW);
    for (int role = ROLE_READER; role < ROLE_ADMINISTRATOR; role++) {
        ck_assert(edit_load(lea, &staff_entity, 1, own, &err));
        own->role = (enum staff_role)role;
        ck_assert(edit_change(lea, &staff_entity, own, &err));
        ck_assert_ptr_null(atelier_open(&options, &err));
        ck_assert_int_eq(err.kind, ERROR_RULE);
        ck_assert_ptr_nonnull(strstr(err.message, "--as"));
        ck_assert(!add_person(as_lea)); /* nor goes on to */
        ck_assert(!atelier_is_let_in(as_lea, NULL));
    }
    atelier_close(as_lea);
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

static void
remove_staff(struct atelier *by, const char *login)
{
    struct staff *row = record_new(&staff_entity);

    for (int64_t id = 1; !row->login || strcmp(row->login, login) != 0; id++)
        ck_assert(edit_load(by, &staff_entity, id, row, &err));
    ck_assert(edit_remove(by, &staff_entity, row->head.id, row->head.rev, &err));
    record_free(&staff_entity, row);
}

static void
expect_shut_out(struct atelier *who, const char *login)
{
    ck_assert(!look(who));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    ck_assert(!add_person(who));
    ck_assert(!atelier_is_let_in(who, &err));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    ck_assert_ptr_nonnull(strstr(err.message, login));
}

START_TEST(who_is_removed__reads_nothing_more__unless_unknown_logins_read)
{
    struct atelier *lea = office_hire(at, "lea", ROLE_DESK);
    atelier_close(lea);
    lea = come("lea", IDENTITY_SYSTEM);
    struct atelier *gateway = come_by_gateway("lea");
    struct settings *settings = record_new(&settings_entity);

    remove_staff(at, "lea");
    ck_assert(atelier_changed(lea));
    ck_assert(atelier_is_let_in(lea, &err));
    ck_assert_int_eq(atelier_role(lea), ROLE_READER);
    ck_assert(look(lea));
    ck_assert(atelier_changed(gateway));
    expect_shut_out(gateway, "lea");

    record_copy(&settings_entity, settings, atelier_settings(at));
    settings->unknown_logins_read = false;
    ck_assert(settings_change(at, settings, &err));
    ck_assert(atelier_changed(lea));
    expect_shut_out(lea, "lea");
    record_free(&settings_entity, settings);
    atelier_close(office_hire(at, "lea", ROLE_DESK));
    ck_assert(atelier_changed(lea));
    ck_assert(atelier_is_let_in(lea, &err));
    ck_assert(add_person(lea));
    atelier_close(gateway);
    atelier_close(lea);
}
END_TEST

START_TEST(who_removes_themselves__reads_nothing_more__at_once)
{
    struct atelier *gateway = come_by_gateway("ada");

    ck_assert_ptr_nonnull(gateway);
    atelier_close(office_hire(at, "lea", ROLE_ADMINISTRATOR));
    remove_staff(gateway, "ada");
    expect_shut_out(gateway, "ada");
    atelier_close(gateway);
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
    tcase_add_test(tests, who_is_removed__reads_nothing_more__unless_unknown_logins_read);
    tcase_add_test(tests, who_removes_themselves__reads_nothing_more__at_once);
    tcase_add_test(tests, the_journal__tells__what_was_done_by_the_gateway);
}

SUITE_MAIN("staff_login")
