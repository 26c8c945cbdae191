/* SPDX-License-Identifier: GPL-3.0-or-later */
/* merge_test.c - two people who turn out to be one */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/app/edit.h"
#include "atelier/app/merge.h"
#include "atelier/app/plan.h"
#include "atelier/app/reference.h"
#include "atelier/app/register.h"
#include "atelier/app/undo.h"
#include "atelier/domain/affiliation.h"
#include "atelier/domain/item.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/membership.h"
#include "atelier/domain/organisation.h"
#include "atelier/domain/registration.h"
#include "atelier/domain/report_entry.h"
#include "atelier/domain/speaker.h"
#include "atelier/domain/working_group.h"
#include "atelier/domain/workshop.h"
#include "support/database_file.h"
#include "support/office.h"
#include "support/rows.h"
#include "support/suite.h"

static struct atelier *at;
static struct error err;
static struct merge_outcome outcome;
static int64_t group;
static int64_t meeting;
static int64_t anna; /* kept */
static int64_t ana;  /* the same, typed anew */

static void
set_up(void)
{
    at = office_found();
    group = office_add_group(at, "URB");
    meeting = office_add_meeting(at, group, "2027-03-16 09:30", NUMBER_NONE);
    anna = office_add_person(at, "Müller", "Anna");
    ana = office_add(at, &person_entity, "family", "Muller", "given", "Ana", "email",
                     "ana@example.org", "note", "vegan", NULL);
    merge_outcome_init(&outcome);
    err = (struct error){ 0 };
}

static void
tear_down(void)
{
    merge_outcome_clear(&outcome);
    office_end(at);
}

static bool
merge(void)
{
    merge_outcome_clear(&outcome);
    merge_outcome_init(&outcome);
    return merge_people(at, &(struct merge_request){ .keep = anna, .other = ana },
                        &outcome, &err);
}

static void
take_back(void)
{
    struct journal_entry entry = { 0 };
    struct questions sheet = { 0 };
    ck_assert_msg(undo_last(at, &sheet, &entry, &err), "%s", err.message);
    ck_assert_str_eq(entry.act, "person.merge");
    journal_entry_clear(&entry);
    questions_clear(&sheet);
}

/* How many rows refer to a person, by noun and field: those of merged_into aside. */
static size_t
references_to(int64_t person, const struct entity *entity, const struct field *field)
{
    char sql[200];
    (void)snprintf(sql, sizeof sql, "SELECT count(*) FROM \"%s\" WHERE \"%s\" = %lld",
                   entity->name, field->name, (long long)person);
    return (size_t)database_file_number(sql);
}

/* A row of each noun that can refer to a person, each by every field that does. */
static void
add_all_references(void)
{
    const int64_t city =
        office_add(at, &organisation_entity, "name", "Ville de Saint-Aubin", NULL);
    const int64_t workshop = office_add(
        at, &workshop_entity, "meeting", rows_number(meeting), "title", "Jobs", "start",
        "2027-03-16 09:30", "end", "2027-03-16 10:30", "leader", rows_number(ana), NULL);
    const int64_t zed = office_add_person(at, "Zed", "Zoe");
    struct merge_outcome other;

    office_add(at, &affiliation_entity, "person", rows_number(ana), "organisation",
               rows_number(city), "main", "1", NULL);
    office_add(at, &membership_entity, "group", rows_number(group), "person",
               rows_number(ana), "role", "member", NULL);
    office_add(at, &membership_entity, "group", rows_number(group), "person",
               rows_number(zed), "role", "alternate", "alternate_of", rows_number(ana),
               NULL);
    office_change(at, &working_group_entity, group, "chair", rows_number(ana), NULL);
    office_add(at, &speaker_entity, "workshop", rows_number(workshop), "person",
               rows_number(ana), NULL);
    office_add(at, &item_entity, "meeting", rows_number(meeting), "kind", "plenary",
               "title", "Opening", "start", "2027-03-16 10:30", "end", "2027-03-16 11:00",
               "speaker", rows_number(ana), NULL);
    office_add(at, &report_entry_entity, "meeting", rows_number(meeting), "text", "Ask",
               "owner_person", rows_number(ana), NULL);
    office_register(at, meeting, ana);
    merge_outcome_init(&other);
    ck_assert_msg(
        merge_people(at,
                     &(struct merge_request){
                         .keep = ana, .other = office_add_person(at, "Mueller", "A.") },
                     &other, &err),
        "%s", err.message);
    merge_outcome_clear(&other);
}

/* A noun that refers to people and comes later fails here until a row of it is added
 * above, and goes over. */
START_TEST(every_reference__goes_over__and_comes_back)
{
    add_all_references();
    for (int pass = 0; pass < 3; pass++) {
        const int64_t has = pass == 1 ? anna : ana;
        const int64_t has_not = pass == 1 ? ana : anna;
        for (int kind = 0; kind < ENTITY_COUNT; kind++) {
            const struct entity *entity = entity_get((enum entity_kind)kind);
            for (size_t i = 0; i < entity->field_count; i++) {
                const struct field *field = &entity->fields[i];
                if (field->kind != FIELD_REFERENCE || field->refers_to != ENTITY_PERSON)
                    continue;
                ck_assert_msg(references_to(has, entity, field) > 0, "%d: %s.%s", pass,
                              entity->name, field->name);
                ck_assert_msg(references_to(has_not, entity, field) == 0, "%d: %s.%s",
                              pass, entity->name, field->name);
            }
        }
        office_expect_whole(at);
        if (pass == 0)
            ck_assert_msg(merge(), "%s", err.message);
        if (pass == 1)
            take_back();
    }
}
END_TEST

START_TEST(what_is_missing__is_taken__and_notes_of_both_are_kept)
{
    office_change(at, &person_entity, anna, "note", "speaks Polish", NULL);
    ck_assert(merge());
    office_expect("SELECT family, given, email, note, merged_into IS NULL FROM person "
                  "WHERE given = 'Anna'",
                  "Müller|Anna|ana@example.org|speaks Polish\nvegan|1\n");
    take_back();
    office_expect("SELECT email IS NULL, note FROM person WHERE given = 'Anna'",
                  "1|speaks Polish\n");
    office_expect("SELECT email, merged_into IS NULL FROM person WHERE given = 'Ana'",
                  "ana@example.org|1\n");
}
END_TEST

START_TEST(what_was_chosen__is_as_it_was_chosen)
{
    struct merge_request request = { .keep = anna, .other = ana };

    office_change(at, &person_entity, anna, "note", "speaks Polish", "phone",
                  "+33 1 99 00 00 01", NULL);
    ck_assert_uint_eq(merge_field_bit("merged_into"), 0);
    ck_assert_uint_eq(merge_field_bit("shoe_size"), 0);
    request.of_other = merge_field_bit("given") | merge_field_bit("phone");
    request.of_keep = merge_field_bit("email") | merge_field_bit("note");
    ck_assert_msg(merge_people(at, &request, &outcome, &err), "%s", err.message);
    office_expect("SELECT family, given, email IS NULL, note, phone IS NULL FROM person"
                  " WHERE merged_into IS NULL",
                  "Müller|Ana|1|speaks Polish|1\n");
    take_back();
    office_expect("SELECT given, note FROM person WHERE family = 'Müller'",
                  "Anna|speaks Polish\n");
}
END_TEST

START_TEST(the_rows_of_both__are_counted)
{
    office_register(at, meeting, anna);
    meeting = office_add_meeting(at, group, "2027-03-17 09:30", NUMBER_NONE);
    office_register(at, meeting, anna);
    meeting = office_add_meeting(at, group, "2027-03-18 09:30", NUMBER_NONE);
    office_register(at, meeting, ana);
    ck_assert(merge());
    ck_assert_uint_eq(outcome.kept[ENTITY_REGISTRATION], 2);
    ck_assert_uint_eq(outcome.moved[ENTITY_REGISTRATION], 1);
}
END_TEST

START_TEST(a_try__says_the_same__and_writes_nothing)
{
    office_register(at, meeting, ana);
    const int64_t acts = database_file_number("SELECT count(*) FROM journal");
    ck_assert(merge_try(at, &(struct merge_request){ .keep = anna, .other = ana },
                        &outcome, &err));
    ck_assert_uint_eq(outcome.moved[ENTITY_REGISTRATION], 1);
    ck_assert_str_eq(outcome.after.email, "ana@example.org");
    ck_assert_ptr_null(outcome.keep.email);
    ck_assert_int_eq(database_file_number("SELECT count(*) FROM journal"), acts);
    ck_assert_int_eq(database_file_number("SELECT count(merged_into) FROM person"), 0);
}
END_TEST

START_TEST(both_on_one_list__is_refused__until_one_is_withdrawn)
{
    struct register_outcome done;
    office_register(at, meeting, anna);
    const int64_t second = office_register(at, meeting, ana);
    ck_assert(!merge());
    ck_assert_int_eq(err.kind, ERROR_RULE);
    ck_assert_msg(strstr(err.message, "atelier registration withdraw"), "%s",
                  err.message);
    office_expect("SELECT count(merged_into) FROM person", "0\n");
    ck_assert(register_act(at, second, REGISTRATION_WITHDRAW, NULL, NULL, &done, &err));
    ck_assert_msg(merge(), "%s", err.message);
    office_expect_whole(at);
    take_back();
    office_expect_whole(at);
}
END_TEST

START_TEST(both_on_a_closed_list__is_refused__and_says_who_could_mend_it)
{
    meeting = office_add_meeting(at, group, "2027-02-15 09:30", NUMBER_NONE);
    office_register(at, meeting, anna);
    office_register(at, meeting, ana);
    ck_assert(plan_act(at, meeting, MEETING_HOLD, NULL, &err));
    ck_assert(plan_act(at, meeting, MEETING_CLOSE, NULL, &err));
    ck_assert(!merge());
    ck_assert_ptr_nonnull(strstr(err.message, "atelier meeting reopen"));
    ck_assert_ptr_null(strstr(err.message, "withdraw"));
}
END_TEST

/* Rule 7. */
START_TEST(the_list_of_a_closed_meeting__keeps_its_names)
{
    const char *const names = "SELECT family, given FROM registration ORDER BY id";
    meeting = office_add_meeting(at, group, "2027-02-15 09:30", NUMBER_NONE);
    office_register(at, meeting, ana);
    ck_assert(plan_act(at, meeting, MEETING_HOLD, NULL, &err));
    ck_assert(plan_act(at, meeting, MEETING_CLOSE, NULL, &err));
    ck_assert_msg(merge(), "%s", err.message);
    office_expect(names, "Muller|Ana\n");
    take_back();
    office_expect(names, "Muller|Ana\n");
}
END_TEST

START_TEST(two_memberships_at_once__become_one_as_long_as_both)
{
    office_add(at, &membership_entity, "group", rows_number(group), "person",
               rows_number(anna), "role", "member", "from", "2026-01-01", "to",
               "2027-12-31", NULL);
    office_add(at, &membership_entity, "group", rows_number(group), "person",
               rows_number(ana), "role", "chair", "from", "2025-01-01", "to",
               "2026-06-30", NULL);
    ck_assert_msg(merge(), "%s", err.message);
    ck_assert_uint_eq(outcome.folded[ENTITY_MEMBERSHIP], 1);
    office_expect("SELECT m.role, m.\"from\", m.\"to\", p.given FROM membership m"
                  " JOIN person p ON p.id = m.person",
                  "0|2025-01-01|2027-12-31|Anna\n");
    take_back();
    office_expect("SELECT count(*) FROM membership", "2\n");
    office_expect_whole(at);
}
END_TEST

START_TEST(whoever_was_merged__is_merged_no_more)
{
    ck_assert(!merge_people(at, &(struct merge_request){ .keep = anna, .other = anna },
                            &outcome, &err));
    ck_assert(merge());
    ck_assert(!merge());
    ck_assert_msg(strstr(err.message, "already"), "%s", err.message);
    merge_outcome_clear(&outcome);
    merge_outcome_init(&outcome);
    ck_assert(!merge_people(at, &(struct merge_request){ .keep = ana, .other = anna },
                            &outcome, &err));
    ck_assert_msg(strstr(err.message, "keep that one"), "%s", err.message);
}
END_TEST

/* A new row of that noun, its fields named as office_add() has them, is refused, and the
 * sentence names whom they were merged into. */
static void
expect_refused(const struct entity *entity, ...)
{
    void *record = record_new(entity);
    va_list values;

    err = (struct error){ 0 };
    ck_assert_msg(edit_prepare(at, entity, record, &err), "%s", err.message);
    va_start(values, entity);
    rows_fill(entity, record, values);
    va_end(values);
    ck_assert_msg(!edit_add(at, entity, record, NULL, &err), "%s", entity->name);
    ck_assert_int_eq(err.kind, ERROR_RULE);
    ck_assert_msg(strstr(err.message, "was merged into “Müller, Anna” (person "),
                  "%s: %s", entity->name, err.message);
    record_free(entity, record);
}

START_TEST(nothing__comes_to_refer__to_whoever_was_merged)
{
    const char *const other = rows_number(ana);
    const int64_t city =
        office_add(at, &organisation_entity, "name", "Ville de Saint-Aubin", NULL);
    const int64_t workshop =
        office_add(at, &workshop_entity, "meeting", rows_number(meeting), "title", "Jobs",
                   "start", "2027-03-16 09:30", "end", "2027-03-16 10:30", NULL);
    struct register_request request = { .meeting = meeting, .person = ana };
    struct register_outcome done;

    ck_assert(merge());
    expect_refused(&affiliation_entity, "person", other, "organisation",
                   rows_number(city), NULL);
    expect_refused(&membership_entity, "group", rows_number(group), "person", other,
                   NULL);
    expect_refused(&working_group_entity, "code", "EVA", "name", "Evaluation", "chair",
                   other, NULL);
    ck_assert_str_eq(err.field, "chair");
    expect_refused(&workshop_entity, "meeting", rows_number(meeting), "title", "Homes",
                   "start", "2027-03-16 10:30", "end", "2027-03-16 11:00", "leader",
                   other, NULL);
    expect_refused(&speaker_entity, "workshop", rows_number(workshop), "person", other,
                   NULL);
    expect_refused(&item_entity, "meeting", rows_number(meeting), "kind", "plenary",
                   "title", "Opening", "start", "2027-03-16 10:30", "end",
                   "2027-03-16 11:00", "speaker", other, NULL);
    ck_assert(!register_add(at, &request, &done, &err));
    ck_assert_msg(strstr(err.message, "was merged into “Müller, Anna”"), "%s",
                  err.message);
    request.person = anna;
    ck_assert_msg(register_add(at, &request, &done, &err), "%s", err.message);
    office_expect_whole(at);
}
END_TEST

/* Their row comes back by the undo of an older act. */
START_TEST(an_undo__gives_nothing_back__to_whoever_was_merged)
{
    struct questions sheet = { 0 };
    struct journal_entry entry = { 0 };
    struct membership row;
    const int64_t membership =
        office_add(at, &membership_entity, "group", rows_number(group), "person",
                   rows_number(ana), NULL);

    record_init(&membership_entity, &row);
    ck_assert(edit_load(at, &membership_entity, membership, &row, &err));
    ck_assert(edit_remove(at, &membership_entity, membership, row.head.rev, &err));
    record_clear(&membership_entity, &row);
    const int64_t removal = database_file_number("SELECT max(id) FROM journal");
    ck_assert(merge());
    ck_assert(!undo_act(at, removal, &sheet, &entry, &err));
    ck_assert_msg(strstr(err.message, "was merged into"), "%s", err.message);
    take_back();
    ck_assert_msg(undo_act(at, removal, &sheet, &entry, &err), "%s", err.message);
    journal_entry_clear(&entry);
    questions_clear(&sheet);
}
END_TEST

START_TEST(a_redo__is_refused__once_the_other_is_in_use_again)
{
    struct questions sheet = { 0 };
    struct journal_entry entry = { 0 };
    struct atelier *lea = office_hire(at, "lea", ROLE_ORGANISER);

    ck_assert(merge());
    take_back();
    office_register(lea, meeting, ana);
    ck_assert(!redo_last(at, &sheet, &entry, &err));
    ck_assert_msg(strstr(err.message, "is in use again (Registration"), "%s",
                  err.message);
    office_expect("SELECT count(merged_into) FROM person", "0\n");
    questions_clear(&sheet);
    atelier_close(lea);
}
END_TEST

/* By their address: as a command names people, and as an import looks for them. */
START_TEST(whoever_was_merged__is_found_as_the_kept_one)
{
    int64_t id = 0;

    office_change(at, &person_entity, anna, "email", "anna@example.org", NULL);
    ck_assert(merge());
    ck_assert_msg(reference_get(at, ENTITY_PERSON, "ana@example.org", &id, &err), "%s",
                  err.message);
    ck_assert_int_eq(id, anna);
}
END_TEST

START_TEST(merging__is_for_administrators)
{
    struct atelier *lea = office_hire(at, "lea", ROLE_ORGANISER);
    ck_assert(!merge_people(lea, &(struct merge_request){ .keep = anna, .other = ana },
                            &outcome, &err));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    atelier_close(lea);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, every_reference__goes_over__and_comes_back);
    tcase_add_test(tests, what_is_missing__is_taken__and_notes_of_both_are_kept);
    tcase_add_test(tests, what_was_chosen__is_as_it_was_chosen);
    tcase_add_test(tests, the_rows_of_both__are_counted);
    tcase_add_test(tests, a_try__says_the_same__and_writes_nothing);
    tcase_add_test(tests, both_on_one_list__is_refused__until_one_is_withdrawn);
    tcase_add_test(tests, both_on_a_closed_list__is_refused__and_says_who_could_mend_it);
    tcase_add_test(tests, the_list_of_a_closed_meeting__keeps_its_names);
    tcase_add_test(tests, two_memberships_at_once__become_one_as_long_as_both);
    tcase_add_test(tests, whoever_was_merged__is_merged_no_more);
    tcase_add_test(tests, nothing__comes_to_refer__to_whoever_was_merged);
    tcase_add_test(tests, an_undo__gives_nothing_back__to_whoever_was_merged);
    tcase_add_test(tests, a_redo__is_refused__once_the_other_is_in_use_again);
    tcase_add_test(tests, whoever_was_merged__is_found_as_the_kept_one);
    tcase_add_test(tests, merging__is_for_administrators);
}

SUITE_MAIN("merge")
