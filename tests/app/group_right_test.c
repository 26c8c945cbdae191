/* SPDX-License-Identifier: GPL-3.0-or-later */
/* group_right_test.c - a role that counts for single groups counts for these alone, in
 * every act (rule 13)
 */
#include "group_right_deeds.h"

#include <stdlib.h>

#include "atelier/app/history.h"
#include "atelier/app/person_data.h"
#include "atelier/app/undo.h"
#include "atelier/store/row_table.h"
#include "session/operation.h"

/* A colleague whose role counts for one group; the role is that which may most. */
static struct atelier *
hire_for(int64_t group, enum staff_role role)
{
    atelier_close(office_hire(at, "lea", role));
    office_add(
        at, &grant_entity, "staff",
        rows_number(database_file_number("SELECT id FROM staff WHERE login = 'lea'")),
        "group", rows_number(group), NULL);
    return office_return("lea", OFFICE_NOW);
}

static void
expect_refused(bool done, const char *what)
{
    ck_assert_msg(!done, "%s", what);
    ck_assert_msg(err.kind == ERROR_RULE, "%s: %s", what, err.message);
    ck_assert_msg(strstr(err.message, "MOB only"), "%s: %s", what, err.message);
    office_expect("SELECT act FROM journal WHERE staff = 'lea'", "");
}

START_TEST(every_act__is_sorted)
{
    const enum act act = (enum act)_i;

    ck_assert_msg(deeds[act].trial != NOT_SORTED, "%s", act_name(act));
    ck_assert_int_eq(deeds[act].trial == OF_ALL,
                     permission_is_of_all_groups(act_permission(act)));
}
END_TEST

START_TEST(an_act__is_done_for_ones_own_group)
{
    const enum act act = (enum act)_i;
    if (!deeds[act].run || deeds[act].trial == OF_ALL)
        return;
    struct atelier *lea = hire_for(urb, ROLE_ADMINISTRATOR);

    ck_assert_msg(deeds[act].run(lea), "%s: %s", act_name(act), err.message);
    char sql[120];
    (void)snprintf(sql, sizeof sql,
                   "SELECT count(*) FROM journal WHERE staff = 'lea' AND act = '%s'",
                   act_name(act));
    ck_assert_msg(database_file_number(sql) == 1, "%s: %s", act_name(act),
                  database_file_dump("SELECT act FROM journal WHERE staff = 'lea'"));
    atelier_close(lea);
}
END_TEST

START_TEST(an_act__is_refused_for_another_group)
{
    const enum act act = (enum act)_i;
    if (!deeds[act].run)
        return;
    struct atelier *lea = hire_for(mob, ROLE_ADMINISTRATOR);
    const bool done = deeds[act].run(lea);

    if (deeds[act].trial == OF_NONE) {
        ck_assert_msg(done, "%s: %s", act_name(act), err.message);
    } else {
        expect_refused(done, act_name(act));
        ck_assert_int_eq(strstr(err.message, "all groups") != NULL,
                         deeds[act].trial == OF_ALL);
        ck_assert_int_eq(strstr(err.message, "URB") != NULL,
                         deeds[act].trial == OF_GROUP);
    }
    atelier_close(lea);
}
END_TEST

/* --- an act that asks for nothing before */

static const struct {
    const struct entity *entity;
    const char *field;
    const char *value;
} rows[] = {
    { &working_group_entity, "theme", "Rivers" },
    { &meeting_entity, "title", "Else" },
    { &membership_entity, "role", "chair" },
    { &slot_entity, "label", "noon" },
    { &workshop_entity, "title", "Else" },
    { &speaker_entity, "subject", "Rivers" },
    { &item_entity, "title", "Tea" },
    { &quorum_entity, "people", "7" },
    { &seat_limit_entity, "people", "7" },
    { &registration_entity, "note", "late" },
    { &presence_entity, "means", "sheet" },
    { &workshop_choice_entity, "rank", "7" },
    { &assigning_entity, "seated", "7" },
    { &clash_acceptance_entity, "reason", "else" },
    { &sheet_entity, "hash", "7" },
    { &meeting_question_entity, "text", "Supper" },
    { &answer_entity, "text", "meat" },
    { &report_entity, "note", "Else" },
    { &report_entry_entity, "text", "Else" },
};

static void
fill_rows(void)
{
    ck_assert(accept_clash(at));
    ck_assert(add_quorum(at));
    ck_assert(add_seat_limit(at));
    ck_assert(add_speaker(at));
    ck_assert(add_item(at));
    ck_assert(mark_one(at));
    ck_assert(assign(at));
    ck_assert(print_sheet(at));
    ck_assert(answer(at));
    ck_assert(add_report_entry(at));
}

static bool
write_unasked(struct atelier *who, const struct entity *entity, const char *field,
              const char *value, bool removes)
{
    char sql[60];
    (void)snprintf(sql, sizeof sql, "SELECT min(id) FROM \"%s\"", entity->name);
    void *record = record_new(entity);
    ck_assert(row_load(who->db, entity, database_file_number(sql), record, &err));
    if (!operation_begin(who, MAY_READ_PRIVATE, ROW_NONE, &err)) {
        record_free(entity, record);
        return false;
    }
    ck_assert(field_restore(entity_field(entity, field), record, value));
    bool ok = removes
                  ? row_delete(who->db, entity, ((struct record *)record)->id,
                               ((struct record *)record)->rev, &err)
                  : row_update(who->db, entity, record, "lea", atelier_now(who), &err);
    ck_assert_msg(ok, "%s: %s", entity->name, err.message);
    const struct operation_note note = { .act = ACT_UNDO, .entity = ENTITY_COUNT };
    ok = operation_end(who, ok, &note, &err);
    record_free(entity, record);
    return ok;
}

START_TEST(each_row__counts_for_its_group__whatever_was_asked)
{
    fill_rows();
    struct atelier *lea = hire_for(_i % 2 ? urb : mob, ROLE_ADMINISTRATOR);
    const size_t i = (size_t)_i / 2;
    const bool done =
        write_unasked(lea, rows[i].entity, rows[i].field, rows[i].value, false);

    if (_i % 2)
        ck_assert_msg(done, "%s: %s", rows[i].entity->name, err.message);
    else
        expect_refused(done, rows[i].entity->name);
    atelier_close(lea);
}
END_TEST

START_TEST(every_noun__is_of_no_group__or_found_in_one)
{
    for (int kind = 0; kind < ENTITY_COUNT; kind++) {
        const struct entity *entity = entity_get((enum entity_kind)kind);
        bool tried = entity->groupless || entity == &grant_entity;
        for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
            tried = tried || rows[i].entity == entity;
        ck_assert_msg(tried, "%s", entity->name);
    }
}
END_TEST

START_TEST(what_is_removed__counts_for_the_group_that_it_was_of)
{
    ck_assert(add_quorum(at));
    struct atelier *lea = hire_for(mob, ROLE_ADMINISTRATOR);

    expect_refused(write_unasked(lea, &quorum_entity, "people", "3", true), "quorum");
    atelier_close(lea);
}
END_TEST

/* --- between groups */

START_TEST(a_meeting__that_changes_its_group__takes_both)
{
    struct atelier *lea = hire_for(mob, ROLE_ORGANISER);
    expect_refused(change(lea, &meeting_entity, draft, "group", rows_number(mob), NULL),
                   "into one's own");
    atelier_close(lea);
    ck_assert(remove_row(at, &grant_entity, 1));
    office_add(at, &grant_entity, "staff", "2", "group", rows_number(urb), NULL);
    lea = office_return("lea", OFFICE_NOW);
    ck_assert(!change(lea, &meeting_entity, draft, "group", rows_number(mob), NULL));
    ck_assert_ptr_nonnull(strstr(err.message, "belongs to MOB"));
    office_add(at, &grant_entity, "staff", "2", "group", rows_number(mob), NULL);
    ck_assert_msg(change(lea, &meeting_entity, draft, "group", rows_number(mob), NULL),
                  "%s", err.message);
    atelier_close(lea);
}
END_TEST

START_TEST(people__are_moved_to_another_group__by_who_is_of_both)
{
    struct atelier *lea = hire_for(urb, ROLE_ORGANISER);

    ck_assert(!move_anna(lea, mob));
    office_expect("SELECT count(*) FROM journal WHERE act = 'registration.move'", "0\n");
    office_add(at, &grant_entity, "staff", "2", "group", rows_number(mob), NULL);
    ck_assert_msg(move_anna(lea, mob), "%s", err.message);
    atelier_close(lea);
}
END_TEST

START_TEST(a_clash__of_two_groups__is_accepted_by_who_is_of_both)
{
    char name[60];
    const int64_t theirs =
        office_add(at, &meeting_entity, "group", rows_number(mob), "title", "Twin",
                   "start", "2027-03-16 09:30", "end", "2027-03-16 11:30", "zone",
                   "Europe/Paris", "room", rows_number(room), NULL);
    (void)snprintf(name, sizeof name, "room:%lld:%lld", (long long)meeting,
                   (long long)theirs);
    struct atelier *lea = hire_for(mob, ROLE_ORGANISER);
    expect_refused(clash_accept(lea, name, "both fit", &err), "one's own and another");
    office_add(at, &grant_entity, "staff", "2", "group", rows_number(urb), NULL);
    ck_assert_msg(clash_accept(lea, name, "both fit", &err), "%s", err.message);
    atelier_close(lea);
}
END_TEST

START_TEST(a_new_group__is_none_of_theirs)
{
    struct atelier *lea = hire_for(mob, ROLE_ORGANISER);
    struct working_group *record = record_new(&working_group_entity);

    expect_refused(add_group(lea), "a new group");
    ck_assert_ptr_nonnull(strstr(err.message, "a new group"));
    ck_assert(!edit_may(lea, &working_group_entity, record, &err));
    record_free(&working_group_entity, record);
    atelier_close(lea);
}
END_TEST

START_TEST(a_list__is_imported_for_ones_own_group_alone)
{
    struct atelier *lea = hire_for(mob, ROLE_ADMINISTRATOR);
    expect_refused(import_to_list(lea), "onto a list");
    expect_refused(import_members(lea), "into a group");
    atelier_close(lea);
}
END_TEST

START_TEST(a_colleague__who_reads_elsewhere__sees_no_needs_notes_and_telephones_there)
{
    office_change(at, &person_entity, anna, "phone", "+33 1 99 00 12 34", NULL);
    office_change(at, &registration_entity, annas, "note", "note secrète", NULL);
    for (int own = 0; own < 2; own++) {
        struct atelier *lea = own ? NULL : hire_for(mob, ROLE_DESK);
        if (own) {
            office_add(at, &grant_entity, "staff", "2", "group", rows_number(urb), NULL);
            lea = office_return("lea", OFFICE_NOW);
        }
        struct listing_query query = { .kind = LISTING_REGISTRATION, .scope = meeting };
        struct listing_page page = { 0 };
        bool phone = false;
        bool note = false;
        ck_assert(listing_fetch(lea, &query, LISTING_FIRST, NULL, 50, &page, &err));
        ck_assert_uint_gt(page.count, 0);
        for (size_t r = 0; r < page.count; r++)
            for (size_t c = 0; c < page.column_count; c++) {
                const char *cell = page.rows[r].cells[c];
                phone = phone || (cell && strstr(cell, "99 00"));
                note = note || (cell && strstr(cell, "secrète"));
            }
        listing_page_clear(&page);
        ck_assert_int_eq(phone, own);
        ck_assert_int_eq(note, own);
        struct registration *record = record_new(&registration_entity);
        ck_assert(edit_load(lea, &registration_entity, annas, record, &err));
        ck_assert_int_eq(record->note != NULL, own);
        record_free(&registration_entity, record);
        struct journal_change_list changes = { 0 };
        const int64_t act = database_file_number(
            "SELECT max(id) FROM journal WHERE act = 'registration.change'");
        ck_assert(history_changes(lea, act, ENTITY_REGISTRATION, annas, &changes, &err));
        ck_assert_int_eq(changes.withheld > 0, !own);
        journal_change_list_clear(&changes);
        query = (struct listing_query){ .kind = LISTING_PERSON };
        ck_assert(listing_fetch(lea, &query, LISTING_FIRST, NULL, 50, &page, &err));
        phone = false;
        for (size_t r = 0; r < page.count; r++)
            for (size_t c = 0; c < page.column_count; c++)
                phone = phone ||
                        (page.rows[r].cells[c] && strstr(page.rows[r].cells[c], "99 00"));
        listing_page_clear(&page);
        ck_assert(phone); /* people belong to no group */
        struct buffer data = { 0 };
        ck_assert_msg(person_data_add(lea, anna, &data, &err), "%s", err.message);
        ck_assert_ptr_nonnull(strstr(buffer_text(&data), "99 00"));
        ck_assert_int_eq(strstr(buffer_text(&data), "secrète") != NULL, own);
        buffer_clear(&data);
        atelier_close(lea);
    }
}
END_TEST

START_TEST(a_reason__is_told_to_who_is_of_the_group)
{
    ck_assert(cancel(at));
    const int64_t act = database_file_number("SELECT max(id) FROM journal");
    for (int own = 0; own < 2; own++) {
        struct journal_entry entry = { 0 };
        struct atelier *lea = own ? NULL : hire_for(mob, ROLE_DESK);
        if (own) {
            office_add(at, &grant_entity, "staff", "2", "group", rows_number(urb), NULL);
            lea = office_return("lea", OFFICE_NOW);
        }
        ck_assert(history_load(lea, act, &entry, &err));
        ck_assert_int_eq(entry.reason != NULL, own);
        journal_entry_clear(&entry);
        atelier_close(lea);
    }
}
END_TEST

/* --- given and taken */

START_TEST(a_right__that_is_taken_meanwhile__is_missed_when_the_act_is_written)
{
    struct atelier *lea = hire_for(urb, ROLE_ORGANISER);

    ck_assert(
        atelier_may(lea, MAY_PLAN, (struct row_ref){ ENTITY_MEETING, meeting }, NULL));
    office_add(at, &grant_entity, "staff", "2", "group", rows_number(mob), NULL);
    ck_assert(remove_row(at, &grant_entity, 1));
    /* Nobody told her session. */
    expect_refused(change_meeting(lea), "change a meeting");
    office_add(at, &grant_entity, "staff", "2", "group", rows_number(urb), NULL);
    ck_assert_msg(change_meeting(lea), "%s", err.message);
    atelier_close(lea);
}
END_TEST

START_TEST(the_last_administrator_of_all__gets_no_group)
{
    ck_assert(!add_grant(at));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    ck_assert_ptr_nonnull(strstr(err.message, "last administrator"));
    atelier_close(office_hire(at, "kim", ROLE_ADMINISTRATOR));
    office_add(at, &grant_entity, "staff", "2", "group", rows_number(mob), NULL);
    ck_assert(!add_grant(at)); /* the other one does no settings */
    struct atelier *other_one = office_return("kim", OFFICE_NOW);
    ck_assert(!add_staff(other_one));
    atelier_close(other_one);
    ck_assert(!remove_row(at, &staff_entity, 1));
    ck_assert_ptr_nonnull(strstr(err.message, "last administrator"));
}
END_TEST

START_TEST(whose_role_counts_for_a_group__does_not_act_as_somebody_else)
{
    const struct atelier_options options = {
        .database = database_file_path("atelier.db"),
        .identity = { .login = "lea", .source = IDENTITY_SYSTEM },
        .as = "ada",
        .now = atelier_now(at),
    };

    atelier_close(hire_for(mob, ROLE_ADMINISTRATOR));
    ck_assert_ptr_null(atelier_open(&options, &err));
    ck_assert_int_eq(err.kind, ERROR_RULE);
}
END_TEST

START_TEST(a_colleague__goes_with_their_groups__and_comes_back_with_them)
{
    struct journal_entry entry = { 0 };

    atelier_close(hire_for(mob, ROLE_DESK));
    ck_assert_msg(remove_row(at, &staff_entity, 2), "%s", err.message);
    office_expect("SELECT count(*) FROM \"grant\"", "0\n");
    ck_assert_msg(undo_last(at, NULL, &entry, &err), "%s", err.message);
    journal_entry_clear(&entry);
    office_expect("SELECT staff, \"group\" FROM \"grant\"", "2|2\n");
    office_expect_whole(at);
}
END_TEST

START_TEST(what_a_right_means__is_said)
{
    struct buffer text = { 0 };
    struct grant *record = record_new(&grant_entity);

    atelier_close(hire_for(mob, ROLE_DESK));
    ck_assert(edit_load(at, &grant_entity, 1, record, &err));
    ck_assert(edit_warning(at, &grant_entity, record, &text));
    ck_assert_ptr_nonnull(strstr(buffer_text(&text), "this group alone"));
    buffer_reset(&text);
    ck_assert(remove_row(at, &grant_entity, 1));
    ck_assert(edit_leaves(at, &grant_entity, record, &text));
    ck_assert_ptr_nonnull(strstr(buffer_text(&text), "all groups again"));
    buffer_clear(&text);
    record_free(&grant_entity, record);
}
END_TEST

START_TEST(a_group__that_is_somebodys_right__stays)
{
    atelier_close(hire_for(mob, ROLE_DESK));
    ck_assert(!remove_row(at, &working_group_entity, mob));
    ck_assert_int_eq(err.kind, ERROR_RULE);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_unchecked_fixture(tests, furnish, NULL);
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_loop_test(tests, every_act__is_sorted, 0, ACT_COUNT);
    tcase_add_loop_test(tests, an_act__is_done_for_ones_own_group, 0, ACT_COUNT);
    tcase_add_loop_test(tests, an_act__is_refused_for_another_group, 0, ACT_COUNT);
    tcase_add_loop_test(tests, each_row__counts_for_its_group__whatever_was_asked, 0,
                        2 * (int)(sizeof rows / sizeof rows[0]));
    tcase_add_test(tests, every_noun__is_of_no_group__or_found_in_one);
    tcase_add_test(tests, what_is_removed__counts_for_the_group_that_it_was_of);
    tcase_add_test(tests, a_meeting__that_changes_its_group__takes_both);
    tcase_add_test(tests, people__are_moved_to_another_group__by_who_is_of_both);
    tcase_add_test(tests, a_clash__of_two_groups__is_accepted_by_who_is_of_both);
    tcase_add_test(tests, a_new_group__is_none_of_theirs);
    tcase_add_test(tests, a_list__is_imported_for_ones_own_group_alone);
    tcase_add_test(
        tests,
        a_colleague__who_reads_elsewhere__sees_no_needs_notes_and_telephones_there);
    tcase_add_test(tests, a_reason__is_told_to_who_is_of_the_group);
    tcase_add_test(tests,
                   a_right__that_is_taken_meanwhile__is_missed_when_the_act_is_written);
    tcase_add_test(tests, the_last_administrator_of_all__gets_no_group);
    tcase_add_test(tests, whose_role_counts_for_a_group__does_not_act_as_somebody_else);
    tcase_add_test(tests, a_colleague__goes_with_their_groups__and_comes_back_with_them);
    tcase_add_test(tests, what_a_right_means__is_said);
    tcase_add_test(tests, a_group__that_is_somebodys_right__stays);
}

SUITE_MAIN("group_right")
