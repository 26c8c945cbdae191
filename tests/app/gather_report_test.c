/* SPDX-License-Identifier: GPL-3.0-or-later */
/* gather_report_test.c - what a report says of itself: who came, by name only where that
 * is allowed, what was shown, what is open from before */
#include "atelier/app/change_settings.h"
#include "atelier/app/gather_report.h"

#include <stdlib.h>

#include "atelier/app/attend.h"
#include "atelier/app/report_addresses.h"
#include "atelier/app/report_writers.h"
#include "atelier/app/substitute.h"
#include "atelier/base/language.h"
#include "atelier/domain/affiliation.h"
#include "atelier/domain/category.h"
#include "atelier/domain/item.h"
#include "atelier/domain/organisation.h"
#include "atelier/domain/project.h"
#include "atelier/domain/slot.h"
#include "atelier/domain/workshop.h"
#include "report_office.h"

static struct report_document document;
static int64_t city;
static int64_t region;

static int64_t
add_organisation(const char *name, const char *category)
{
    const int64_t kind = office_add(at, &category_entity, "name", category, NULL);

    return office_add(at, &organisation_entity, "name", name, "category",
                      rows_number(kind), NULL);
}

static void
employ(int64_t person, int64_t organisation)
{
    office_add(at, &affiliation_entity, "person", rows_number(person), "organisation",
               rows_number(organisation), "function", "advisor", "main", "1", NULL);
}

static void
begin(void)
{
    language_start("en", "/nonexistent");
    begin_report();
    city = add_organisation("Ville de Saint-Aubin", "Towns");
    region = add_organisation("Région du Nord", "Regions");
    employ(anna, city);
    employ(bruno, city);
    employ(chloe, region);
    office_change(at, &person_entity, anna, "consent", "1", "email", "anna@example.org",
                  NULL);
}

static void
end(void)
{
    report_document_clear(&document);
    end_report();
}

static void
allow_names(void)
{
    struct settings settings;

    record_init(&settings_entity, &settings);
    record_copy(&settings_entity, &settings, atelier_settings(at));
    settings.report_names = true;
    ck_assert_msg(settings_change(at, &settings, &err), "%s", err.message);
    record_clear(&settings_entity, &settings);
}

static void
gather(int64_t of, const char *language)
{
    const struct report_wish wish = { .meeting = of, .language = language };

    report_document_clear(&document);
    ck_assert_msg(report_gather(at, &wish, &document, &err), "%s", err.message);
}

/* "organisation|category|count|names", a line each. */
static void
expect_list(const struct report_organisation_list *list, const char *expected)
{
    struct buffer text = { 0 };

    for (size_t i = 0; i < list->count; i++) {
        const struct report_organisation *own = &list->items[i];
        buffer_addf(&text, "%s|%s|%lld|", own->name,
                    own->category ? own->category : "(null)", (long long)own->count);
        for (size_t j = 0; j < own->people.count; j++)
            buffer_addf(&text, "%s, %s.", own->people.items[j].name,
                        own->people.items[j].function);
        buffer_add(&text, "\n");
    }
    ck_assert_str_eq(buffer_text(&text), expected);
    buffer_clear(&text);
}

static void
expect_facts(const char *expected)
{
    struct buffer text = { 0 };

    for (size_t i = 0; i < document.facts.count; i++)
        buffer_addf(&text, "%s: %s\n", document.facts.items[i].label,
                    document.facts.items[i].value);
    ck_assert_str_eq(buffer_text(&text), expected);
    buffer_clear(&text);
}

static bool
says(const char *words)
{
    struct buffer text = { 0 };

    report_markdown(&document, &text);
    const bool found = strstr(buffer_text(&text), words);
    buffer_clear(&text);
    return found;
}

/* By the clock of the day itself. */
static void
mark(int64_t person, int64_t slot, enum presence_kind kind, bool remote)
{
    struct atelier *then = office_return(NULL, "2027-03-16 08:40");
    const struct attend_request request = { .meeting = meeting,
                                            .person = person,
                                            .slot = slot,
                                            .kind = kind,
                                            .place =
                                                remote ? ATTEND_REMOTE : ATTEND_IN_ROOM };
    struct attend_outcome done;

    attend_outcome_init(&done);
    ck_assert_msg(attend_mark(then, &request, &done, &err), "%s", err.message);
    attend_outcome_clear(&done);
    atelier_close(then);
}

static int64_t
add_slot(void)
{
    return office_add(at, &slot_entity, "meeting", rows_number(meeting), "label", "day",
                      "start", "2027-03-16 09:30", "end", "2027-03-16 11:30", NULL);
}

START_TEST(who_came__is_told_by_organisation__and_by_name_where_both_agree)
{
    office_change(at, &meeting_entity, meeting, "seats", "9", NULL);
    fill();
    office_register(at, meeting, chloe);
    const int64_t slot = add_slot();
    mark(anna, slot, PRESENCE_PRESENT, false);
    mark(bruno, slot, PRESENCE_PRESENT, true);
    mark(chloe, slot, PRESENCE_EXCUSED, false);
    gather(meeting, NULL);
    expect_list(&document.present, "Ville de Saint-Aubin|Towns|1|\n");
    expect_list(&document.remote, "Ville de Saint-Aubin|Towns|1|\n");
    expect_list(&document.excused, "Région du Nord|Regions|1|\n");
    expect_facts("Present: 2 people, of 1 organisation\nOf these remote: 1 person\n"
                 "Towns: 2 people\nExcused: 1 person\n");
    ck_assert(!says("Müller") && !says("Bianchi") && !says("Petit"));
    allow_names();
    gather(meeting, NULL);
    expect_list(&document.present,
                "Ville de Saint-Aubin|Towns|1|Anna Müller, advisor.\n");
    expect_list(&document.remote, "Ville de Saint-Aubin|Towns|1|\n");
    /* As copied then. */
    office_change(at, &organisation_entity, city, "name", "Grand Saint-Aubin", NULL);
    gather(meeting, NULL);
    ck_assert_str_eq(document.present.items[0].name, "Ville de Saint-Aubin");
}
END_TEST

START_TEST(where_nobody_was_marked__the_list_is_told__and_that_it_is_one)
{
    fill();
    gather(meeting, NULL);
    ck_assert_str_eq(document.present_title, "On the list");
    expect_facts("On the list: 2 people, of 1 organisation\nPresence: not noted at the "
                 "door\nTowns: 2 people\n");
    ck_assert(says("On the list"));
    gather(earlier, NULL);
    ck_assert_uint_eq(document.facts.count, 0);
    office_register(at, earlier, office_add_person(at, "Roe", "Bill"));
    gather(earlier, NULL);
    expect_list(&document.present, "without an organisation|(null)|1|\n");
    expect_facts("On the list: 1 person\nPresence: not noted at the door\n");
}
END_TEST

START_TEST(somebody_in_whose_place_another_came__is_represented)
{
    struct register_outcome done;
    const int64_t slot = add_slot();
    const int64_t first = office_register(at, meeting, anna);
    const struct substitute_request request = { .registration = first,
                                                .person = chloe,
                                                .act = REGISTRATION_SUBSTITUTE };
    ck_assert_msg(register_substitute(at, &request, &done, &err), "%s", err.message);
    gather(meeting, NULL);
    expect_list(&document.represented, "Ville de Saint-Aubin|Towns|1|\n");
    office_register(at, meeting, bruno);
    mark(bruno, slot, PRESENCE_PRESENT, false);
    gather(meeting, NULL); /* whoever was to come in her place was not seen */
    expect_list(&document.represented, "");
    mark(chloe, slot, PRESENCE_PRESENT, false);
    gather(meeting, NULL);
    expect_list(&document.represented, "Ville de Saint-Aubin|Towns|1|\n");
}
END_TEST

/* Whoever is to do something is named by the organisation where nobody may be named. */
START_TEST(owners_and_leaders__are_told_by_where_they_work__until_names_are_allowed)
{
    set(at, note("+ Ask"), 0, "owner_person", rows_number(anna));
    office_add(at, &workshop_entity, "meeting", rows_number(meeting), "title", "Buses",
               "start", "2027-03-16 09:30", "end", "2027-03-16 10:30", "leader",
               rows_number(chloe), NULL);
    gather(meeting, NULL);
    ck_assert_str_eq(document.lines.items[0].owner, "Ville de Saint-Aubin");
    ck_assert_str_eq(document.parts.items[0].title, "Buses");
    ck_assert_str_eq(document.parts.items[0].hours, "09:30–10:30");
    ck_assert_str_eq(document.parts.items[0].leaders, "Région du Nord");
    ck_assert(!says("Müller") && !says("Petit"));
    allow_names();
    gather(meeting, NULL);
    ck_assert_str_eq(document.lines.items[0].owner, "Müller, Anna");
    ck_assert(says("Petit"));
}
END_TEST

START_TEST(projects__are_told_once__that_the_programme_shows_or_an_entry_is_about)
{
    const int64_t lines = office_add(at, &project_entity, "title", "Night lines",
                                     "holder", rows_number(city), "territory", "North",
                                     "summary", "Until *two*.", NULL);
    const int64_t roofs = office_add(at, &project_entity, "title", "Roofs", NULL);
    office_add(at, &item_entity, "meeting", rows_number(meeting), "kind", "project",
               "project", rows_number(lines), "start", "2027-03-16 10:00", "end",
               "2027-03-16 10:30", NULL);
    set(at, note("They run"), 0, "project", rows_number(lines));
    set(at, note("They leak"), 0, "project", rows_number(roofs));
    gather(meeting, NULL);
    ck_assert_uint_eq(document.projects.count, 2);
    ck_assert_str_eq(document.projects.items[0].title, "Night lines");
    ck_assert_str_eq(document.projects.items[0].holder, "Ville de Saint-Aubin");
    ck_assert_str_eq(document.projects.items[0].summary, "Until *two*.");
    ck_assert_str_eq(document.lines.items[1].about, "Roofs");
    ck_assert_uint_eq(document.parts.count, 1);
}
END_TEST

START_TEST(what_is_from_before__comes_with_where_from_and_how_it_ended)
{
    const int64_t asked = write_by(at, earlier, "+ Ask the region", ENTRY_AT_END);
    const int64_t decided = write_by(at, earlier, "= A letter", ENTRY_AT_END);
    hold(earlier);
    ck_assert(report_finalise(at, earlier, NULL, &err));
    ck_assert(entry_settle(at, asked, ENTRY_DROPPED, meeting, "no budget", &err));
    ck_assert(set(at, decided, 0, "due", "2027-04-30") == false);
    gather(meeting, NULL);
    ck_assert_uint_eq(document.carried.count, 2);
    ck_assert_str_eq(document.carried.items[0].standing, "dropped: no budget");
    ck_assert_ptr_null(document.carried.items[1].standing);
    ck_assert_ptr_nonnull(strstr(document.carried.items[1].from, "16/02/2027"));
    ck_assert_ptr_nonnull(strstr(document.approval, "To be approved: Report no. 1"));
    gather(earlier, NULL);
    ck_assert_str_eq(document.standing, "Final, Monday 1 March 2027");
    ck_assert_str_eq(document.number, "Report no. 1");
    ck_assert_ptr_null(document.version);
}
END_TEST

START_TEST(remarks__are_told_until_they_are_left_out)
{
    struct report_entry remark;
    record_init(&report_entry_entity, &remark);
    remark.meeting = meeting;
    remark.kind = ENTRY_REMARK;
    ck_assert(field_parse(entity_field(&report_entry_entity, "text"), &remark, "Line two",
                          &err));
    ck_assert(edit_add(at, &report_entry_entity, &remark, NULL, &err));
    gather(meeting, NULL);
    ck_assert_uint_eq(document.lines.count, 1);
    ck_assert(entry_settle(at, remark.head.id, ENTRY_DROPPED, 0, "said before", &err));
    gather(meeting, NULL);
    ck_assert_uint_eq(document.lines.count, 0);
    record_clear(&report_entry_entity, &remark);
}
END_TEST

START_TEST(it_speaks_the_language_that_is_wished__and_then_the_one_that_was_spoken)
{
    gather(meeting, "fr");
    ck_assert_str_eq(document.language, "fr");
    ck_assert_str_eq(document.day, "mardi 16 mars 2027");
    ck_assert_str_eq(language_code(), "en");
    gather(meeting, NULL);
    ck_assert_str_eq(document.day, "Tuesday 16 March 2027");
    ck_assert_str_eq(document.start_iso, "2027-03-16T09:30:00+01:00");
    ck_assert_str_eq(document.mode, "offline");
}
END_TEST

/* Whoever writes the file, its readers are those of the entries. */
START_TEST(it_speaks_the_language_of_its_entries__unless_one_is_wished)
{
    note("Les villes et le fonds paient.");
    gather(meeting, NULL);
    ck_assert_str_eq(document.language, "en"); /* too little to be sure */
    note("> Le fonds est dans les murs, et nous sur la place.");
    note("= The next meeting is in the hall.");
    gather(meeting, NULL);
    ck_assert_str_eq(document.language, "fr");
    ck_assert_str_eq(document.day, "mardi 16 mars 2027");
    ck_assert_str_eq(document.standing, "Brouillon");
    ck_assert_str_eq(language_code(), "en");
    gather(meeting, "en");
    ck_assert_str_eq(document.language, "en");
}
END_TEST

START_TEST(it_is_sent__to_who_was_there_or_excused)
{
    struct report_addresses list = { 0 };
    office_change(at, &meeting_entity, meeting, "seats", "9", NULL);
    fill();
    office_register(at, meeting, chloe);
    const int64_t slot = add_slot();
    mark(anna, slot, PRESENCE_EXCUSED, false);
    mark(bruno, slot, PRESENCE_PRESENT, true);
    mark(chloe, slot, PRESENCE_ABSENT, false);
    ck_assert(report_addresses_load(at, meeting, &list, &err));
    ck_assert_uint_eq(list.count, 2);
    ck_assert_str_eq(list.items[0].name, "Bruno Bianchi");
    ck_assert_ptr_null(list.items[0].email);
    ck_assert_str_eq(list.items[1].name, "Anna Müller");
    ck_assert_str_eq(list.items[1].email, "anna@example.org");
    report_addresses_clear(&list);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, begin, end);
    tcase_add_test(tests,
                   who_came__is_told_by_organisation__and_by_name_where_both_agree);
    tcase_add_test(tests, where_nobody_was_marked__the_list_is_told__and_that_it_is_one);
    tcase_add_test(tests, somebody_in_whose_place_another_came__is_represented);
    tcase_add_test(
        tests, owners_and_leaders__are_told_by_where_they_work__until_names_are_allowed);
    tcase_add_test(
        tests, projects__are_told_once__that_the_programme_shows_or_an_entry_is_about);
    tcase_add_test(tests, what_is_from_before__comes_with_where_from_and_how_it_ended);
    tcase_add_test(tests, remarks__are_told_until_they_are_left_out);
    tcase_add_test(
        tests, it_speaks_the_language_that_is_wished__and_then_the_one_that_was_spoken);
    tcase_add_test(tests, it_speaks_the_language_of_its_entries__unless_one_is_wished);
    tcase_add_test(tests, it_is_sent__to_who_was_there_or_excused);
}

SUITE_MAIN("gather_report")
