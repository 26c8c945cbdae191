/* SPDX-License-Identifier: GPL-3.0-or-later */
/* redo_test.c - a redo puts back what an undo took, or says truly what is in the way */
#include <stdlib.h>

#include "undo_office.h"

START_TEST(a_redo__puts_back__what_an_undo_took)
{
    change_bruno(at, "phone", "1");
    expect_undone(at);
    const int64_t undone = entry.id;
    office_expect(SQL_BRUNO, "-|-|-\n");
    expect_redone(at);
    ck_assert_str_eq(entry.act, "person.change");
    office_expect(SQL_BRUNO, "1|-|-\n");
    office_expect("SELECT r.act, u.act, u.undone_by = r.id, r.undoes FROM journal r"
                  " JOIN journal u ON u.id = r.redoes",
                  "redo|undo|1|-\n");
    ck_assert(undo_next(at, 0, &entry, &err));
    ck_assert_str_eq(entry.act, "redo");
    ck_assert_int_gt(entry.id, undone);
    expect_not_redone(at);
    ck_assert_int_eq(err.kind, ERROR_NOT_FOUND);
    office_expect_whole(at);
}
END_TEST

START_TEST(undos_and_redos__go_back_and_forth)
{
    static const char *const phones[] = { "-", "1", "2", "3" };

    for (int i = 1; i < 4; i++)
        change_bruno(at, "phone", phones[i]);
    for (int round = 0; round < 3; round++) {
        for (int i = 2; i >= 0; i--) {
            expect_undone(at);
            char *found = database_file_dump("SELECT phone FROM person WHERE id = 2");
            ck_assert_msg(strncmp(found, phones[i], 1) == 0, "%d: %s", i, found);
            free(found);
        }
        for (int i = 1; i < 4; i++) {
            expect_redone(at);
            char *found = database_file_dump("SELECT phone FROM person WHERE id = 2");
            ck_assert_msg(strncmp(found, phones[i], 1) == 0, "%d: %s", i, found);
            free(found);
        }
        expect_not_redone(at);
    }
    for (int i = 0; i < 3; i++)
        expect_undone(at);
    expect_undone(at); /* and on to the act before them */
    ck_assert_str_eq(entry.act, "registration.add");
    office_expect(SQL_STATES, "");
    office_expect_whole(at);
}
END_TEST

START_TEST(a_redo_of_what_was_removed_or_added__keeps_the_id)
{
    const int64_t carla = office_add_person(at, "Costa", "Carla");

    expect_undone(at);
    office_add_person(lea, "Dupont", "Denis"); /* another's act is in nobody's way */
    expect_redone(at);
    ck_assert_int_eq(database_file_number("SELECT id FROM person WHERE family = 'Costa'"),
                     carla);
    remove_row(at, &person_entity, carla);
    expect_undone(at);
    expect_redone(at);
    office_expect("SELECT count(*) FROM person WHERE family = 'Costa'", "0\n");
    expect_undone(at);
    ck_assert_int_eq(database_file_number("SELECT id FROM person WHERE family = 'Costa'"),
                     carla);
    office_expect_whole(at);
}
END_TEST

START_TEST(another_act__ends_what_can_be_redone)
{
    change_bruno(at, "phone", "1");
    expect_undone(at);
    change_bruno(at, "note", "calls back");
    expect_not_redone(at);
    ck_assert_int_eq(err.kind, ERROR_NOT_FOUND);
    expect_undone(at);
    expect_redone(at); /* of the note alone */
    expect_not_redone(at);
    ck_assert_int_eq(err.kind, ERROR_NOT_FOUND);
    office_expect(SQL_BRUNO, "-|calls back|-\n");
    expect_not_redone(lea); /* it is nobody else's */
    ck_assert_int_eq(err.kind, ERROR_NOT_FOUND);
}
END_TEST

START_TEST(a_redo__is_refused__when_a_colleague_moved_the_field)
{
    change_bruno(at, "phone", "1");
    expect_undone(at);
    change_bruno(lea, "phone", "2");
    expect_not_redone(at);
    expect_said("It cannot be done again: ", label(&person_entity, "phone"), "lea",
                "changed a person", NULL);
    office_expect(SQL_BRUNO, "2|-|-\n");
    change_bruno(lea, "phone", "");
    expect_redone(at);
    office_expect(SQL_BRUNO, "1|-|-\n");
    office_expect_whole(at);
}
END_TEST

START_TEST(a_redo__does_not_give_a_seat_twice)
{
    const int64_t carla = office_add_person(lea, "Costa", "Carla");

    office_register(at, meeting, bruno);
    expect_undone(at);
    office_register(lea, meeting, carla);
    expect_not_redone(at);
    expect_said("2 of 2", NULL);
    office_expect(SQL_TAKEN, "2\n");
    office_expect_whole(at);
}
END_TEST

START_TEST(a_redo__takes_what_the_act_took)
{
    set_settings(lea, "Rivers", false);
    expect_undone(lea);
    office_change(at, &staff_entity,
                  database_file_number("SELECT id FROM staff WHERE login = 'lea'"),
                  "role", "desk", NULL);
    ck_assert(atelier_changed(lea));
    expect_not_redone(lea);
    ck_assert_int_eq(err.kind, ERROR_RULE);
    office_expect(SQL_NETWORK, "");
    office_change(at, &staff_entity,
                  database_file_number("SELECT id FROM staff WHERE login = 'lea'"),
                  "role", "administrator", NULL);
    ck_assert(atelier_changed(lea));
    expect_redone(lea);
    office_expect(SQL_NETWORK, "Rivers\n");
    office_change(at, &staff_entity,
                  database_file_number("SELECT id FROM staff WHERE login = 'lea'"),
                  "role", "desk", NULL);
    ck_assert(atelier_changed(lea));
    expect_refused(lea); /* nor is it undone again with less */
    ck_assert_int_eq(err.kind, ERROR_RULE);
    office_expect(SQL_NETWORK, "Rivers\n");
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, a_redo__puts_back__what_an_undo_took);
    tcase_add_test(tests, undos_and_redos__go_back_and_forth);
    tcase_add_test(tests, a_redo_of_what_was_removed_or_added__keeps_the_id);
    tcase_add_test(tests, another_act__ends_what_can_be_redone);
    tcase_add_test(tests, a_redo__is_refused__when_a_colleague_moved_the_field);
    tcase_add_test(tests, a_redo__does_not_give_a_seat_twice);
    tcase_add_test(tests, a_redo__takes_what_the_act_took);
}

SUITE_MAIN("redo")
