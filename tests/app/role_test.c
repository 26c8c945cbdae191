/* SPDX-License-Identifier: GPL-3.0-or-later */
/* role_test.c - who may do what, asked once for screens and commands alike (rule 13) */
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "atelier/app/history.h"
#include "atelier/app/sample.h"
#include "atelier/app/undo.h"
#include "atelier/domain/act.h"
#include "role_deeds.h"

/* The journal holds no act that the role of who did it may not do. */
static void
expect_acts_allowed(const char *login, enum staff_role role)
{
    char sql[120];
    (void)snprintf(sql, sizeof sql, "SELECT DISTINCT act FROM journal WHERE staff = '%s'",
                   login);
    char *acts = database_file_dump(sql);
    char *rest = acts;
    for (char *name; (name = strsep(&rest, "\n")) && *name;) {
        enum act act;
        ck_assert_msg(act_find(name, &act), "%s", name);
        ck_assert_msg(role_may(role, act_permission(act)), "%s as %s", name,
                      staff_roles[role].name);
    }
    free(acts);
}

/* The lowest role that has a permission, written down once more. */
static const enum staff_role lowest[] = {
    [MAY_READ] = ROLE_READER, /* but for the door */
    [MAY_READ_DAY] = ROLE_READER,    [MAY_WALK_IN] = ROLE_DOOR,
    [MAY_READ_PRIVATE] = ROLE_DESK,  [MAY_MARK] = ROLE_DOOR,
    [MAY_CORRECT_MARKS] = ROLE_DESK, [MAY_REGISTER] = ROLE_DESK,
    [MAY_IMPORT] = ROLE_DESK,        [MAY_PRINT] = ROLE_DESK,
    [MAY_REPORT] = ROLE_DESK,        [MAY_PLAN] = ROLE_ORGANISER,
    [MAY_OVERBOOK] = ROLE_ORGANISER, [MAY_ADMINISTER] = ROLE_ADMINISTRATOR,
};

static bool
may(enum staff_role role, enum permission permission)
{
    return role >= lowest[permission] && (permission != MAY_READ || role != ROLE_DOOR);
}

/* On the day of the meeting, where that is what counts. */
static struct atelier *
hire_for_deed(enum staff_role role, enum permission takes)
{
    struct atelier *who = office_hire(at, "lea", role);

    if (takes != MAY_MARK && takes != MAY_READ_DAY && takes != MAY_WALK_IN &&
        takes != MAY_CORRECT_MARKS)
        return who;
    atelier_close(who);
    return office_return("lea", "2027-03-16 08:20");
}

START_TEST(each_role__may_do_what_its_permissions_say__and_nothing_else)
{
    const size_t i = (size_t)_i / STAFF_ROLE_COUNT;
    const enum staff_role role = (enum staff_role)(_i % STAFF_ROLE_COUNT);
    struct atelier *who = hire_for_deed(role, deeds[i].takes);

    ck_assert_int_eq(atelier_role(who), role);
    ck_assert_str_eq(atelier_login(who), "lea");
    bool done = deeds[i].run(who);
    ck_assert_msg(done == may(role, deeds[i].takes), "%s as %s: %s", deeds[i].name,
                  staff_roles[role].name, done ? "done" : err.message);
    ck_assert_int_eq(atelier_may(who, deeds[i].takes, ROW_NONE, NULL), done);
    expect_acts_allowed("lea", role);
    if (!done) {
        ck_assert_int_eq(err.kind, ERROR_RULE);
        ck_assert_ptr_nonnull(strstr(err.message, staff_roles[role].name));
        ck_assert_int_eq(
            database_file_number("SELECT count(*) FROM journal WHERE staff = 'lea'"), 0);
    }
    atelier_close(who);
}
END_TEST

static bool
tells(struct atelier *who, enum listing_kind kind, int64_t scope, const char *text)
{
    struct listing_query query = { .kind = kind, .scope = scope };
    struct listing_page page = { 0 };
    bool found = false;

    ck_assert(listing_fetch(who, &query, LISTING_FIRST, NULL, 50, &page, &err));
    for (size_t r = 0; r < page.count; r++)
        for (size_t c = 0; c < page.column_count; c++)
            found =
                found || (page.rows[r].cells[c] && strstr(page.rows[r].cells[c], text));
    listing_page_clear(&page);
    return found;
}

/* Rule 13: a reader has lists and figures, without these. */
START_TEST(needs_notes_and_telephones__are_for_those_who_register)
{
    static const char *const fields[] = { "phone", "needs", "note" };
    const enum staff_role role = (enum staff_role)_i;
    const bool may = role >= ROLE_DESK;
    if (role == ROLE_DOOR) /* has no such list at all */
        return;
    int64_t person = office_add(at, &person_entity, "family", "Aubry", "given", "Léo",
                                "phone", "+33 1 99 00 12 34", "needs", "fauteuil secret",
                                "note", "note secrète", NULL);
    int64_t place = office_register(at, meeting, person);
    office_change(at, &registration_entity, place, "note", "note secrète", NULL);
    struct atelier *who = office_hire(at, "lea", role);

    ck_assert(tells(who, LISTING_PERSON, 0, "Aubry"));
    ck_assert_int_eq(tells(who, LISTING_PERSON, 0, "99 00"), may);
    ck_assert_int_eq(tells(who, LISTING_REGISTRATION, meeting, "fauteuil"), may);
    ck_assert_int_eq(tells(who, LISTING_REGISTRATION, meeting, "secrète"), may);
    struct person *record = record_new(&person_entity);
    ck_assert(edit_load(who, &person_entity, person, record, &err));
    for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++)
        ck_assert_int_eq(field_is_absent(entity_field(&person_entity, fields[i]), record),
                         !may);
    record_free(&person_entity, record);
    struct journal_change_list changes = { 0 };
    int64_t act = database_file_number("SELECT max(id) FROM journal WHERE entity = 3");
    ck_assert(history_changes(who, act, ENTITY_PERSON, person, &changes, &err));
    bool told = false;
    for (size_t i = 0; i < changes.count; i++)
        told =
            told || (changes.items[i].after && strstr(changes.items[i].after, "99 00"));
    ck_assert_int_eq(told, may);
    journal_change_list_clear(&changes);
    atelier_close(who);
}
END_TEST

START_TEST(a_role__that_changes__is_noticed)
{
    struct atelier *lea = office_hire(at, "lea", ROLE_DESK);

    ck_assert(add_person(lea));
    office_change(at, &staff_entity,
                  database_file_number("SELECT id FROM staff WHERE login = 'lea'"),
                  "role", "reader", NULL);
    ck_assert(atelier_changed(lea));
    ck_assert_int_eq(atelier_role(lea), ROLE_READER);
    ck_assert(!add_person(lea));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    atelier_close(lea);
}
END_TEST

static void
set_role(const char *role)
{
    office_change(at, &staff_entity,
                  database_file_number("SELECT id FROM staff WHERE login = 'lea'"),
                  "role", role, NULL);
}

START_TEST(a_role__counts_as_it_is__when_the_act_is_written)
{
    struct atelier *lea = office_hire(at, "lea", ROLE_ORGANISER);

    /* Nobody told her session. */
    set_role("reader");
    ck_assert(!add_person(lea));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    ck_assert(!cancel(lea));
    ck_assert(!register_one(lea));
    ck_assert(!import(lea));
    ck_assert_int_eq(atelier_role(lea), ROLE_READER);
    office_expect("SELECT count(*) FROM journal WHERE staff = 'lea'", "0\n");

    set_role("desk");
    ck_assert(add_person(lea));
    set_role("administrator");
    ck_assert(back_up(lea));
    atelier_close(lea);
}
END_TEST

START_TEST(whoever__was_taken_out__writes_nothing_more)
{
    struct atelier *lea = office_hire(at, "lea", ROLE_ORGANISER);
    const int64_t id = database_file_number("SELECT id FROM staff WHERE login = 'lea'");
    const int64_t rev = database_file_number("SELECT rev FROM staff WHERE login = 'lea'");
    struct journal_entry entry = { 0 };

    ck_assert(add_person(lea));
    ck_assert(edit_remove(at, &staff_entity, id, rev, &err));
    ck_assert(!undo_last(lea, NULL, &entry, &err));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    ck_assert(!add_group(lea));
    atelier_close(lea);
}
END_TEST

START_TEST(the_sample__is_filled_in__by_an_administrator)
{
    struct atelier *lea = office_hire(at, "lea", ROLE_ORGANISER);

    ck_assert(!sample_fill(lea, SAMPLE_SMALL, NULL, NULL, &err));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    atelier_close(lea);
}
END_TEST

START_TEST(a_restore__asks_for_an_administrator)
{
    struct atelier_options options = { .identity = OFFICE_IDENTITY,
                                       .as = "lea",
                                       .now = INSTANT_NONE };
    struct restore_report report;

    atelier_close(office_hire(at, "lea", ROLE_ORGANISER));
    ck_assert(back_up(at));
    atelier_close(at);
    options.database = database_file_path("atelier.db");
    ck_assert(!upkeep_restore(&options, database_file_path("copy.db"), &report, &err));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    options.as = NULL;
    ck_assert_msg(upkeep_restore(&options, database_file_path("copy.db"), &report, &err),
                  "%s", err.message);
    restore_report_clear(&report);
    at = office_return(NULL, OFFICE_NOW);
}
END_TEST

/* The screens ask before they open a form or a question, with the same subject. */
START_TEST(a_subject__is_a_meeting_or_a_group__and_what_is_done_to_none_has_none)
{
    struct atelier *lea = office_hire(at, "lea", ROLE_ORGANISER);
    struct meeting *other = record_new(&meeting_entity);

    ck_assert(
        atelier_may(lea, MAY_PLAN, (struct row_ref){ ENTITY_MEETING, meeting }, NULL));
    ck_assert(atelier_may(lea, MAY_PLAN, (struct row_ref){ ENTITY_WORKING_GROUP, group },
                          NULL));
    other->group = group;
    ck_assert(edit_may(lea, &meeting_entity, other, &err));
    ck_assert(!edit_may(lea, &staff_entity, other, &err));
    record_free(&meeting_entity, other);
    atelier_close(lea);
}
END_TEST

static struct atelier *
open_at(instant now)
{
    const struct atelier_options options = {
        .database = database_file_path("atelier.db"),
        .identity = OFFICE_IDENTITY,
        .now = now,
    };
    struct atelier *who = atelier_open(&options, &err);
    ck_assert_msg(who, "%s", err.message);
    return who;
}

START_TEST(a_clock_that_stands_still__dates_nothing_that_others_read)
{
    char *path = memory_copy(database_file_path("atelier.db"));
    ck_assert_int_eq(chmod(path, 0660), 0);
    struct atelier *then = open_at(atelier_now(at));
    struct atelier *now = open_at(INSTANT_NONE);

    ck_assert(look(then));
    for (size_t i = 0; i < sizeof deeds / sizeof deeds[0]; i++)
        if (!permission_only_reads(deeds[i].takes) && deeds[i].run != back_up &&
            deeds[i].run != remove_person && deeds[i].run != register_one &&
            deeds[i].run != leave && deeds[i].run != convene &&
            deeds[i].run != annul_anothers && deeds[i].run != let_in_past) {
            ck_assert_msg(!deeds[i].run(then), "%s", deeds[i].name);
            ck_assert_msg(err.kind == ERROR_INPUT, "%s: %s", deeds[i].name, err.message);
            ck_assert_ptr_nonnull(strstr(err.message, "ATELIER_NOW"));
        }
    ck_assert(add_person(now));
    ck_assert_int_eq(chmod(path, 0600), 0);
    ck_assert(add_person(then));
    free(path);
    atelier_close(then);
    atelier_close(now);
}
END_TEST

START_TEST(a_database_for_others__begins_at_the_true_time)
{
    struct atelier_options options = {
        .database = database_file_path("other.db"),
        .identity = OFFICE_IDENTITY,
        .now = atelier_now(at),
        .shared = true,
    };

    ck_assert_ptr_null(atelier_create(&options, &err));
    ck_assert_int_eq(err.kind, ERROR_INPUT);
    ck_assert_int_ne(access(options.database, F_OK), 0);
    options.now = INSTANT_NONE;
    struct atelier *other = atelier_create(&options, &err);
    ck_assert_ptr_nonnull(other);
    atelier_discard(other);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_loop_test(tests,
                        each_role__may_do_what_its_permissions_say__and_nothing_else, 0,
                        (int)(sizeof deeds / sizeof deeds[0]) * STAFF_ROLE_COUNT);
    tcase_add_loop_test(tests, needs_notes_and_telephones__are_for_those_who_register,
                        ROLE_READER, STAFF_ROLE_COUNT);
    tcase_add_test(tests, a_role__that_changes__is_noticed);
    tcase_add_test(tests, a_role__counts_as_it_is__when_the_act_is_written);
    tcase_add_test(tests, whoever__was_taken_out__writes_nothing_more);
    tcase_add_test(tests, the_sample__is_filled_in__by_an_administrator);
    tcase_add_test(tests, a_restore__asks_for_an_administrator);
    tcase_add_test(tests,
                   a_subject__is_a_meeting_or_a_group__and_what_is_done_to_none_has_none);
    tcase_add_test(tests, a_clock_that_stands_still__dates_nothing_that_others_read);
    tcase_add_test(tests, a_database_for_others__begins_at_the_true_time);
}

SUITE_MAIN("role")
