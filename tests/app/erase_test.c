/* SPDX-License-Identifier: GPL-3.0-or-later */
/* erase_test.c - somebody is erased, and no byte of the files has their name */
#include <check.h>
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/app/answering.h"
#include "atelier/app/attend.h"
#include "atelier/app/change_settings.h"
#include "atelier/app/drafts.h"
#include "atelier/app/edit.h"
#include "atelier/app/erase.h"
#include "atelier/app/export_report.h"
#include "atelier/app/finish_report.h"
#include "atelier/app/merge.h"
#include "atelier/app/plan.h"
#include "atelier/app/register.h"
#include "atelier/app/report_writers.h"
#include "atelier/app/undo.h"
#include "atelier/app/write_report.h"
#include "atelier/base/memory.h"
#include "atelier/domain/affiliation.h"
#include "atelier/domain/draft.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/meeting_question.h"
#include "atelier/domain/membership.h"
#include "atelier/domain/organisation.h"
#include "atelier/domain/registration.h"
#include "atelier/domain/setting.h"
#include "atelier/domain/slot.h"
#include "atelier/domain/venue.h"
#include "atelier/domain/working_group.h"
#include "support/database_file.h"
#include "support/office.h"
#include "support/rows.h"
#include "support/suite.h"

/* Nothing else has these letters, in any case. */
#define FAMILY "Zyxwvutova"
#define GIVEN "Qwixanda"

static struct atelier *at;
static struct error err;
static struct erase_outcome outcome;
static int64_t group;
static int64_t meeting; /* closed */
static int64_t slot;
static int64_t person;
static int64_t registration;

static void
set_up(void)
{
    at = office_found();
    group = office_add_group(at, "URB");
    meeting = office_add_meeting(at, group, "2027-02-15 09:30", NUMBER_NONE);
    slot = office_add(at, &slot_entity, "meeting", rows_number(meeting), "label", "day",
                      "start", "2027-02-15 09:30", "end", "2027-02-15 11:30", NULL);
    person = office_add(at, &person_entity, "family", FAMILY, "given", GIVEN, "email",
                        "q.zyxwvutova@example.org", "phone", "+33 1 99 00 12 34", "needs",
                        "a ramp", "note", "Qwixanda likes trains", NULL);
    err = (struct error){ 0 };
}

static void
tear_down(void)
{
    erase_outcome_clear(&outcome);
    office_end(at);
}

static bool
erase(void)
{
    const struct erase_request request = { .person = person, .reason = "she asked" };
    erase_outcome_clear(&outcome);
    return erase_person(at, &request, &outcome, &err);
}

static bool
try(void)
{
    const struct erase_request request = { .person = person };
    erase_outcome_clear(&outcome);
    return erase_try(at, &request, &outcome, &err);
}

/* How often the word stands in the bytes of a file, case aside; 0 without such a file. */
static size_t
count_in_file(const char *suffix, const char *word)
{
    char name[40];
    size_t found = 0;
    (void)snprintf(name, sizeof name, "atelier.db%s", suffix);
    FILE *file = fopen(database_file_path(name), "rb");
    if (!file)
        return 0;
    ck_assert_int_eq(fseek(file, 0, SEEK_END), 0);
    const size_t size = (size_t)ftell(file);
    rewind(file);
    char *bytes = malloc(size + 1);
    ck_assert_uint_eq(fread(bytes, 1, size, file), size);
    (void)fclose(file);
    const size_t length = strlen(word);
    for (size_t i = 0; i + length <= size; i++) {
        size_t same = 0;
        while (same < length && tolower((unsigned char)bytes[i + same]) ==
                                    tolower((unsigned char)word[same]))
            same++;
        found += same == length;
    }
    free(bytes);
    return found;
}

static size_t
count_everywhere(const char *word)
{
    return count_in_file("", word) + count_in_file("-wal", word) +
           count_in_file("-shm", word) + count_in_file(".queue", word);
}

static void
change(const struct entity *entity, int64_t id, const char *name, const char *value)
{
    office_change(at, entity, id, name, value, NULL);
}

static void
mark(enum presence_kind kind, const char *reason)
{
    const struct attend_request request = {
        .meeting = meeting, .person = person, .slot = slot, .kind = kind, .reason = reason
    };
    struct attend_outcome done;
    attend_outcome_init(&done);
    ck_assert_msg(attend_mark(at, &request, &done, &err), "%s", err.message);
    attend_outcome_clear(&done);
}

static void
close_meeting(void)
{
    ck_assert(plan_act(at, meeting, MEETING_HOLD, NULL, &err));
    ck_assert(plan_act(at, meeting, MEETING_CLOSE, NULL, &err));
}

/* Her name in each text field of each noun that has a row, and in what no row is. */
static void
write_everywhere(void)
{
    const int64_t city =
        office_add(at, &organisation_entity, "name", "Ville de Saint-Aubin", NULL);
    office_add(at, &venue_entity, "name", "Maison", "access",
               "Ring at Madame " FAMILY "'s", NULL);
    office_add(at, &affiliation_entity, "person", rows_number(person), "organisation",
               rows_number(city), "function", "Office of " GIVEN " " FAMILY, "main", "1",
               NULL);
    office_add(at, &membership_entity, "group", rows_number(group), "person",
               rows_number(person), "role", "member", "from", "2026-01-01", NULL);
    change(&working_group_entity, group, "chair", rows_number(person));
    change(&working_group_entity, group, "description", "Ask ZYXWVUTOVA Qwixanda.\nSoon");
    registration = office_register(at, meeting, person);
    change(&registration_entity, registration, "note", "sits beside " FAMILY ", Paul");
    change(&meeting_entity, meeting, "description",
           "Opening\n" FAMILY " speaks; write to q.zyxwvutova@example.org");
    change(&person_entity, office_add_person(at, "Roe", "Bill"), "note",
           "knows M"
           "me " FAMILY);
    change(&person_entity, person, "family", FAMILY "-Smith");
    change(&person_entity, person, "family", FAMILY);
    mark(PRESENCE_PRESENT, NULL);
    mark(PRESENCE_ANNULLED, FAMILY " left before");
    struct draft draft = { 0 };
    memory_replace(&draft.screen, "person_form");
    memory_replace(&draft.entity, "person");
    memory_replace(&draft.fields, "family=" FAMILY);
    ck_assert_msg(drafts_keep(at, &draft, &err), "%s", err.message);
    draft_clear(&draft);
    ck_assert(database_file_run(
        "INSERT INTO import_heading VALUES ('zyxwvutova', 'family', 1,"
        " 'ada'); INSERT INTO preference VALUES ('ada', 'filter', '" FAMILY "')"));
    close_meeting();
}

START_TEST(no_byte__of_the_name__is_left_in_the_files)
{
    write_everywhere();
    ck_assert_uint_gt(count_everywhere(FAMILY), 20);
    const char *const counts =
        "SELECT (SELECT count(*) FROM person), (SELECT count(*) FROM registration),"
        " (SELECT count(*) FROM presence), (SELECT group_concat(people) FROM head_count)";
    char *before = database_file_dump(counts);
    ck_assert_msg(erase(), "%s", err.message);
    ck_assert(!outcome.log_holds);
    char *after = database_file_dump(counts);
    ck_assert_str_eq(after, before);
    free(before);
    free(after);
    ck_assert_uint_eq(count_everywhere(FAMILY), 0);
    ck_assert_uint_eq(count_everywhere(GIVEN), 0);
    ck_assert_uint_eq(count_everywhere("99 00 12 34"), 0);
    ck_assert_uint_eq(count_everywhere("199001234"), 0);
    office_expect("SELECT family, given IS NULL, email IS NULL, note IS NULL FROM person"
                  " WHERE id = (SELECT person FROM registration)",
                  "erased person|1|1|1\n");
    office_expect("SELECT family, given IS NULL, organisation_name, note IS NULL"
                  " FROM registration",
                  "erased person|1|Ville de Saint-Aubin|1\n");
    office_expect("SELECT description FROM meeting",
                  "Opening\nerased person speaks; write to erased person\n");
    office_expect("SELECT description, chair IS NULL FROM working_group",
                  "Ask erased person.\nSoon|1\n");
    office_expect("SELECT \"to\" FROM membership", "2027-02-28\n");
    office_expect("SELECT note FROM person WHERE given = 'Bill'",
                  "knows Mme erased person\n");
    office_expect_whole(at);
}
END_TEST

/* Whoever adds a column with a text says here whether a name can be in it.  The fields of
 * nouns are looked at as they are declared; these are the others. */
static const char *const sorted[] = {
    /* reached by erase_journal.c and erase_table.c */
    "draft.fields", "import_heading.headings", "import_heading.holds", "journal.summary",
    "journal_change.before", "journal_reason.text", "preference.value",
    "report_edition.document", "report_edition.pdf", "report_edition.sha256",
    /* the search index follows the rows */
    "search.words", "search.row", "search_text.words", "search_text.row",
    /* names of things of the program, logins of colleagues, days, identifiers made here
     */
    "*.created_by", "*.changed_by", "*.name", "draft.staff", "draft.screen",
    "draft.entity", "draft.owner", "entity.name", "import_heading.set_by",
    "journal.staff", "journal.act", "journal.rows", "journal_reason.question",
    "meeting_day.start", "meeting_day.end", "meeting_day.ics_uid", "past_uid.uid",
    "preference.login", "preference.name", "report_edition.final_by",
    "report_edition.language", "search_rank.entity", "setting.name", "zone_rule.zone",
    NULL
};

static bool
is_sorted(const char *table, const char *column)
{
    char name[200];
    const struct entity *entity = entity_find(table);
    if (entity && entity_field(entity, column))
        return true;
    if (strcmp(table, "setting") == 0) /* one row of fields */
        return true;
    for (size_t i = 0; sorted[i]; i++) {
        const bool any = sorted[i][0] == '*';
        (void)snprintf(name, sizeof name, "%s.%s", any ? "*" : table, column);
        if (strcmp(name, sorted[i]) == 0 &&
            !(any && strcmp(column, "name") == 0 && entity))
            return true;
    }
    /* what entities compute follows their fields */
    return entity && strcmp(column, "sort_key") == 0;
}

START_TEST(every_column_of_texts__is_sorted)
{
    char *columns = database_file_dump(
        "SELECT t.name, c.name FROM pragma_table_list t, pragma_table_xinfo(t.name) c"
        " WHERE t.schema = 'main' AND t.type IN ('table', 'virtual')"
        " AND t.name NOT LIKE 'sqlite_%' AND c.type IN ('TEXT', '', 'BLOB', 'ANY')"
        " AND c.hidden = 0");
    char *rest = columns;
    for (char *line; (line = strsep(&rest, "\n")) && *line;) {
        char *bar = strchr(line, '|');
        *bar = '\0';
        ck_assert_msg(is_sorted(line, bar + 1), "%s.%s", line, bar + 1);
    }
    free(columns);
}
END_TEST

START_TEST(a_try__says_what_it_touches__and_touches_nothing)
{
    write_everywhere();
    char *before = database_file_dump("SELECT * FROM journal_change");
    ck_assert_msg(try(), "%s", err.message);
    char *after = database_file_dump("SELECT * FROM journal_change");
    ck_assert_str_eq(after, before);
    free(before);
    free(after);
    ck_assert_uint_eq(outcome.rows[ENTITY_REGISTRATION], 1);
    ck_assert_uint_eq(outcome.rows[ENTITY_PERSON], 1);
    ck_assert_int_eq(outcome.count.drafts, 1);
    ck_assert_ptr_nonnull(strstr(buffer_text(&outcome.texts), "Venue 1: Maison"));
    office_expect("SELECT family FROM registration", FAMILY "\n");
    office_expect_whole(at);
}
END_TEST

/* What they chose is counted on, what they wrote is gone, taken-back answers too. */
START_TEST(answers__are_erased_as_far_as_they_tell_of_somebody)
{
    const int64_t wish =
        office_add(at, &meeting_question_entity, "meeting", rows_number(meeting), "text",
                   "What do you need?", "kind", "text", NULL);
    const int64_t meal =
        office_add(at, &meeting_question_entity, "meeting", rows_number(meeting), "text",
                   "Meal", "kind", "one", "choices", "meat; fish", NULL);
    const int64_t gone =
        office_add(at, &meeting_question_entity, "meeting", rows_number(meeting), "text",
                   "With whom?", "kind", "text", NULL);
    registration = office_register(at, meeting, person);
    ck_assert(answer_give(at, registration, wish, "Zyxwvuta's chair", NULL, &err));
    ck_assert(answer_give(at, registration, meal, "fish", NULL, &err));
    ck_assert(answer_give(at, registration, gone, "Zyxwvuta's aunt", NULL, &err));
    ck_assert(answer_give(at, registration, gone, "", NULL, &err));
    ck_assert_uint_gt(count_everywhere("Zyxwvuta"), 0);
    ck_assert_msg(erase(), "%s", err.message);
    ck_assert_uint_eq(outcome.rows[ENTITY_ANSWER], 1);
    office_expect("SELECT text FROM answer ORDER BY question", "erased person\nfish\n");
    ck_assert_uint_eq(count_everywhere("Zyxwvuta"), 0);
    office_expect_whole(at);
}
END_TEST

START_TEST(an_erasing__needs_a_reason__and_an_administrator)
{
    const struct erase_request request = { .person = person, .reason = "asked" };
    const struct erase_request silent = { .person = person };
    struct atelier *lea = office_hire(at, "lea", ROLE_ORGANISER);
    ck_assert(!erase_person(lea, &request, &outcome, &err));
    ck_assert(!erase_try(lea, &silent, &outcome, &err));
    atelier_close(lea);
    ck_assert(!erase_person(at, &silent, &outcome, &err));
    ck_assert_str_eq(err.field, "reason");
    office_expect("SELECT family FROM person", FAMILY "\n");
}
END_TEST

START_TEST(whoever_is_expected__is_withdrawn_first)
{
    struct register_outcome done;
    const int64_t coming = office_register(
        at, office_add_meeting(at, group, "2027-03-16 09:30", NUMBER_NONE), person);
    ck_assert(!erase());
    ck_assert_int_eq(err.kind, ERROR_RULE);
    ck_assert_msg(strstr(err.message, "registration withdraw"), "%s", err.message);
    ck_assert(register_act(at, coming, REGISTRATION_WITHDRAW, NULL, NULL, &done, &err));
    ck_assert_msg(erase(), "%s", err.message);
    ck_assert_uint_eq(count_everywhere(FAMILY), 0);
}
END_TEST

START_TEST(undo__does_not_go_across_it)
{
    struct journal_entry entry = { 0 };
    struct questions sheet = { 0 };
    registration = office_register(at, meeting, person);
    const int64_t act = database_file_number("SELECT max(id) FROM journal");
    ck_assert(erase());
    const int64_t erasing = database_file_number("SELECT max(id) FROM journal");
    ck_assert(!undo_act(at, erasing, &sheet, &entry, &err));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    ck_assert_msg(strstr(err.message, "erased"), "%s", err.message);
    ck_assert(!undo_act(at, act, &sheet, &entry, &err));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    ck_assert_msg(strstr(err.message, "erased"), "%s", err.message);
    office_expect("SELECT count(*) FROM registration", "1\n");
    journal_entry_clear(&entry);
    questions_clear(&sheet);
}
END_TEST

START_TEST(a_list_that_a_funder_may_see__keeps_the_name__and_is_named)
{
    struct settings settings;
    registration = office_register(at, meeting, person);
    close_meeting();
    record_init(&settings_entity, &settings);
    record_copy(&settings_entity, &settings, atelier_settings(at));
    settings.roll_years = 5;
    ck_assert(settings_change(at, &settings, &err));
    ck_assert_msg(erase(), "%s", err.message);
    ck_assert_ptr_nonnull(strstr(buffer_text(&outcome.rolls), "until Sun 15/02/2032"));
    office_expect("SELECT family FROM registration", FAMILY "\n");
    office_expect("SELECT count(*) FROM person WHERE family = '" FAMILY "'", "0\n");
    record_copy(&settings_entity, &settings, atelier_settings(at));
    settings.roll_years = NUMBER_NONE;
    ck_assert(settings_change(at, &settings, &err));
    record_clear(&settings_entity, &settings);
    ck_assert_msg(erase(), "%s", err.message);
    ck_assert_uint_eq(outcome.rolls.length, 0);
    ck_assert_uint_eq(count_everywhere(FAMILY), 0);
    office_expect_whole(at);
}
END_TEST

START_TEST(a_namesake__keeps_the_name__and_it_is_said)
{
    const int64_t other = office_add_person(at, "Zyxwvutová", "Paul");
    change(&person_entity, other, "note", "Madame " FAMILY " is his aunt");
    ck_assert_msg(erase(), "%s", err.message);
    ck_assert_ptr_nonnull(strstr(buffer_text(&outcome.shared), "too"));
    office_expect("SELECT family, note FROM person WHERE given = 'Paul'",
                  "Zyxwvutová|Madame " FAMILY " is his aunt\n");
    ck_assert_uint_eq(count_everywhere(GIVEN), 0);
    office_expect_whole(at);
}
END_TEST

START_TEST(whoever_was_merged_into_them__goes_with_them)
{
    struct merge_outcome merged;
    const int64_t other = office_add_person(at, "Zyxwvutow", "Q.");
    merge_outcome_init(&merged);
    ck_assert(merge_people(at, &(struct merge_request){ .keep = person, .other = other },
                           &merged, &err));
    merge_outcome_clear(&merged);
    ck_assert_msg(erase(), "%s", err.message);
    ck_assert_uint_eq(count_everywhere("Zyxwvuto"), 0);
    const struct erase_request request = { .person = other, .reason = "asked" };
    ck_assert(!erase_person(at, &request, &outcome, &err));
    ck_assert_msg(strstr(err.message, "erase that one"), "%s", err.message);
    office_expect_whole(at);
}
END_TEST

/* --- a final report with names */

static void
allow_names(int64_t roll_years)
{
    struct settings settings;

    record_init(&settings_entity, &settings);
    record_copy(&settings_entity, &settings, atelier_settings(at));
    settings.report_names = true;
    settings.roll_years = roll_years;
    ck_assert_msg(settings_change(at, &settings, &err), "%s", err.message);
    record_clear(&settings_entity, &settings);
}

/* She was present, owns a recommendation, is told of in an entry and quoted. */
static void
make_report_final(void)
{
    struct finish_outcome done = { 0 };
    struct report_entry entry;
    change(&person_entity, person, "consent", "1");
    registration = office_register(at, meeting, person);
    mark(PRESENCE_PRESENT, NULL);
    ck_assert(plan_act(at, meeting, MEETING_HOLD, NULL, &err));
    record_init(&report_entry_entity, &entry);
    entry_take_typed(&entry, "> We wait, said " GIVEN " " FAMILY);
    entry.meeting = meeting;
    entry.owner_person = person;
    entry.said_by = memory_copy("Mme " FAMILY);
    ck_assert_msg(entry_add(at, &entry, ENTRY_AT_END, &err), "%s", err.message);
    record_clear(&report_entry_entity, &entry);
    struct finish_job *job = finish_job_start(at, meeting, NULL, &err);
    ck_assert_msg(job, "%s", err.message);
    struct child *child = finish_job_child(job);
    (void)child_wait(child, NULL, NULL, NULL);
    ck_assert_msg(finish_job_end(job, child, &done, &err), "%s", err.message);
    child_free(child);
    finish_outcome_clear(&done);
}

static void
expect_report(const char *words, bool there)
{
    const struct report_export wish = { .meeting = meeting };
    struct report_document document = { 0 };
    struct buffer text = { 0 };
    ck_assert_msg(report_export_read(at, &wish, &document, &err), "%s", err.message);
    report_text(&document, &text);
    ck_assert_msg((strstr(buffer_text(&text), words) != NULL) == there, "%s",
                  buffer_text(&text));
    buffer_clear(&text);
    report_document_clear(&document);
}

START_TEST(a_final_report__stays__without_the_name)
{
    struct buffer said = { 0 };
    allow_names(NUMBER_NONE);
    make_report_final();
    expect_report(GIVEN " " FAMILY, true);
    ck_assert_msg(erase(), "%s", err.message);
    ck_assert_int_eq(outcome.count.editions, 1);
    erase_outcome_say(&outcome, &said);
    ck_assert_ptr_nonnull(strstr(buffer_text(&said), "whose PDF is made anew: 1"));
    buffer_clear(&said);
    ck_assert_uint_eq(count_everywhere(FAMILY), 0);
    ck_assert_uint_eq(count_everywhere(GIVEN), 0);
    office_expect("SELECT length(document) > 100, pdf IS NULL, sha256 IS NULL"
                  " FROM report_edition",
                  "1|1|1\n");
    expect_report("We wait, said erased person", true);
    expect_report("— Mme erased person", true);
    ck_assert_msg(erase(), "%s", err.message);
    ck_assert_int_eq(outcome.count.editions, 0);
    office_expect_whole(at);
}
END_TEST

START_TEST(a_final_report__keeps_the_name_as_long_as_its_list)
{
    allow_names(5);
    make_report_final();
    ck_assert_msg(erase(), "%s", err.message);
    ck_assert_uint_gt(outcome.rolls.length, 0);
    ck_assert_int_eq(outcome.count.editions, 0);
    expect_report(GIVEN " " FAMILY, true);
    office_expect("SELECT pdf IS NULL FROM report_edition", "0\n");
    allow_names(NUMBER_NONE);
    ck_assert_msg(erase(), "%s", err.message);
    expect_report(FAMILY, false);
    ck_assert_uint_eq(count_everywhere(FAMILY), 0);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, no_byte__of_the_name__is_left_in_the_files);
    tcase_add_test(tests, every_column_of_texts__is_sorted);
    tcase_add_test(tests, a_try__says_what_it_touches__and_touches_nothing);
    tcase_add_test(tests, answers__are_erased_as_far_as_they_tell_of_somebody);
    tcase_add_test(tests, an_erasing__needs_a_reason__and_an_administrator);
    tcase_add_test(tests, whoever_is_expected__is_withdrawn_first);
    tcase_add_test(tests, undo__does_not_go_across_it);
    tcase_add_test(tests, a_list_that_a_funder_may_see__keeps_the_name__and_is_named);
    tcase_add_test(tests, a_namesake__keeps_the_name__and_it_is_said);
    tcase_add_test(tests, a_final_report__stays__without_the_name);
    tcase_add_test(tests, a_final_report__keeps_the_name_as_long_as_its_list);
    tcase_add_test(tests, whoever_was_merged_into_them__goes_with_them);
}

SUITE_MAIN("erase")
