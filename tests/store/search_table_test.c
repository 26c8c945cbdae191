/* SPDX-License-Identifier: GPL-3.0-or-later */
/* search_table_test.c - a person is found by three letters, however they are spelt */
#include "atelier/store/search_table.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/memory.h"
#include "atelier/domain/affiliation.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/organisation.h"
#include "atelier/domain/room.h"
#include "atelier/domain/venue.h"
#include "atelier/domain/working_group.h"
#include "store/search_people.h"
#include "support/suite.h"

static int64_t
add_organisation(const char *name, const char *short_name)
{
    struct organisation organisation;

    record_init(&organisation_entity, &organisation);
    organisation.name = memory_copy(name);
    organisation.short_name = memory_copy(short_name);
    insert(&organisation_entity, &organisation);
    const int64_t id = organisation.head.id;
    record_clear(&organisation_entity, &organisation);
    return id;
}

static int64_t
add_post(int64_t person, int64_t organisation, struct date to)
{
    struct affiliation affiliation;

    record_init(&affiliation_entity, &affiliation);
    affiliation.person = person;
    affiliation.organisation = organisation;
    affiliation.to = to;
    insert(&affiliation_entity, &affiliation);
    const int64_t id = affiliation.head.id;
    record_clear(&affiliation_entity, &affiliation);
    return id;
}

/* Whether a search of that noun finds the row. */
static bool
finds(enum entity_kind entity, const char *text, int64_t row)
{
    struct search_hit_list list = { 0 };
    bool found = false;

    ck_assert_msg(search_table_find_in(db, entity, text, true, today, 50, &list, &err),
                  "%s", err.message);
    for (size_t i = 0; i < list.count; i++)
        found = found || list.items[i].row == row;
    search_hit_list_clear(&list);
    return found;
}

static const struct {
    const char *typed;
    const char *family;
} spellings[] = {
    { "perigueux", "Périgueux" },
    { "muller", "Müller" },
    { "mueller", "Müller" },
    { "nguyen", "Nguyễn" },
    { "stefan", "Ştefan" },
    { "istanbul", "İstanbul" },
    { "lodz", "Łódź" },
    { "soren", "Søren" },
    { "strasse", "Straße" },
    { "dorde", "Đorđe" },
    { "aesir", "Æsir" },
    { "obrien", "O’Brien" },
    { "Müller", "Muller" },
    { "brien", "O’Brien" },
    { "o'brien", "O’Brien" },
    { "PÉRI", "Périgueux" },
    { "étienne", "Saint-Étienne" },
    { "m", "Müller" },
    { "mu", "Müller" },
    { "ковал", "Коваленко" },
    { "wang", "Wang 王" },
    { "王", "Wang 王" },
    { "soeren", "Søren" },
    { "agglo", "Communauté d’agglomération" },
    { "legoff", "Le Goff" },
    { "vankirk", "van Kirk" },
    { "obriain", "Ó Briain" },
    { "delatour", "de La Tour" },
    { "latour", "de La Tour" },
    { "dupontdurand", "Dupont-Durand" },
    { "vonmueller", "von Müller" },
    { "mac donald", "MacDonald" },
    { "le goff", "Legoff" },
    { "saintjust", "Saint-Just" },
    { "stjust", "Saint-Just" },
    { "st just", "Saint-Just" },
    { "saintclair", "St Clair" },
    { "saint clair", "St. Clair" },
    { "stecroix", "Sainte-Croix" },
    { "vandenberg", "van den Berg" },
    { "garciamarquez", "García Márquez" },
    { "elhaddad", "El Haddad" },
};

START_TEST(search__finds__every_spelling)
{
    const int64_t id = add_person(spellings[_i].family, "Anna", NULL);
    const int64_t other = add_person("Zzyzx", "Quincy", NULL);

    commit();
    ck_assert(finds(ENTITY_PERSON, spellings[_i].typed, id));
    ck_assert(!finds(ENTITY_PERSON, spellings[_i].typed, other));
}

START_TEST(search__finds__a_person_by_each_of_their_words_in_any_order)
{
    const int64_t city = add_organisation("Grand Périgueux", "GP24");
    const int64_t id = add_person("Müller", "Anna Lena", "a.mueller@agglo.example.org");
    const struct date open = { 0 };

    add_post(id, city, open);
    commit();
    ck_assert(finds(ENTITY_PERSON, "anna mul", id));
    ck_assert(finds(ENTITY_PERSON, "mul anna", id));
    ck_assert(finds(ENTITY_PERSON, "m a", id));
    ck_assert(finds(ENTITY_PERSON, "lena perig", id));
    ck_assert(finds(ENTITY_PERSON, "gp24", id));
    ck_assert(finds(ENTITY_PERSON, "a.mueller@agglo.example.org", id));
    ck_assert(finds(ENTITY_PERSON, "mueller@agg", id));
    ck_assert(finds(ENTITY_PERSON, "  anna  ", id));
    ck_assert(!finds(ENTITY_PERSON, "anna bordeaux", id));
    ck_assert(!finds(ENTITY_PERSON, "uller", id));
}

static int64_t
add_called(const char *family, const char *given, const char *phone)
{
    struct person person;

    record_init(&person_entity, &person);
    person.family = memory_copy(family);
    person.given = memory_copy(given);
    person.phone = memory_copy(phone);
    insert(&person_entity, &person);
    const int64_t id = person.head.id;
    record_clear(&person_entity, &person);
    return id;
}

START_TEST(search__finds__a_telephone_however_it_is_written)
{
    static const char *const typed[] = { "0699001122",     "06 99 00 11 22",
                                         "+33699001122",   "+33 6 99 00 11 22",
                                         "0033699001122",  "+33 (0)6 99 00 11 22",
                                         "001122",         "0699",
                                         "06.99.00.11.22", "06-99-00-11-22" };
    static const char *const kept[] = { "+33 6 99 00 11 22", "0699001122",
                                        "06.99.00.11.22", "+33(0)699001122",
                                        "01 88 77 66 55, 06 99 00 11 22" };
    int64_t ids[sizeof kept / sizeof kept[0]];
    const int64_t other = add_called("Other", "Ana", "06 12 34 56 78");
    const int64_t none = add_called("None", "Ana", NULL);

    for (size_t i = 0; i < sizeof kept / sizeof kept[0]; i++)
        ids[i] = add_called("Roe", "Ana", kept[i]);
    commit();
    for (size_t t = 0; t < sizeof typed / sizeof typed[0]; t++) {
        for (size_t i = 0; i < sizeof kept / sizeof kept[0]; i++)
            ck_assert_msg(finds(ENTITY_PERSON, typed[t], ids[i]), "%s is not %s",
                          typed[t], kept[i]);
        ck_assert(!finds(ENTITY_PERSON, typed[t], other));
        ck_assert(!finds(ENTITY_PERSON, typed[t], none));
    }
}

START_TEST(search__finds__a_telephone_grouped_by_a_slash)
{
    static const char *const typed[] = { "021234567", "02 123 45 67", "02/123.45.67",
                                         "02/1234567", "234567" };
    static const char *const kept[] = { "02/123.45.67",
                                        "(02)/123 45 67",
                                        "02/123 45 67",
                                        "0477 12 34 56 / 02/123.45.67",
                                        "02 123 45 67 / 0477 12 34 56",
                                        "02 123 45 67/ 0477 12 34 56" };
    int64_t ids[sizeof kept / sizeof kept[0]];
    const int64_t german = add_called("Roe", "Eva", "0211/123456");

    for (size_t i = 0; i < sizeof kept / sizeof kept[0]; i++)
        ids[i] = add_called("Roe", "Ana", kept[i]);
    commit();
    for (size_t t = 0; t < sizeof typed / sizeof typed[0]; t++)
        for (size_t i = 0; i < sizeof kept / sizeof kept[0]; i++)
            ck_assert_msg(finds(ENTITY_PERSON, typed[t], ids[i]), "%s is not %s",
                          typed[t], kept[i]);
    ck_assert(finds(ENTITY_PERSON, "0211123456", german));
    ck_assert(finds(ENTITY_PERSON, "123456", german));
}

START_TEST(search__finds__names_without_blanks_and_in_latin_letters)
{
    const int64_t wang = add_person("王", "小明", NULL);
    const int64_t jean = add_person("Roe", "Jean-Baptiste", NULL);
    const int64_t ivanov = add_person("Иванов", "Иван", NULL);

    commit();
    ck_assert(finds(ENTITY_PERSON, "王小明", wang));
    ck_assert(finds(ENTITY_PERSON, "小明王", wang));
    ck_assert(finds(ENTITY_PERSON, "王小", wang));
    ck_assert(finds(ENTITY_PERSON, "jeanbaptiste", jean));
    ck_assert(finds(ENTITY_PERSON, "ivanov", ivanov));
    ck_assert(finds(ENTITY_PERSON, "Иванов", ivanov));
}

START_TEST(search__follows__organisations_and_posts)
{
    const int64_t city = add_organisation("Grand Périgueux", NULL);
    const int64_t id = add_person("Müller", "Anna", NULL);
    const struct date past = { 2001, 1, 31 };
    struct organisation organisation;
    struct affiliation affiliation;

    const int64_t post = add_post(id, city, (struct date){ 0 });
    commit();
    ck_assert(finds(ENTITY_PERSON, "perig", id));

    record_init(&organisation_entity, &organisation);
    ck_assert(row_load(db, &organisation_entity, city, &organisation, &err));
    memory_replace(&organisation.name, "Bergerac");
    ck_assert(transaction_begin(db, &err));
    ck_assert(row_update(db, &organisation_entity, &organisation, "anna", 1, &err));
    commit();
    ck_assert(!finds(ENTITY_PERSON, "perig", id));
    ck_assert(finds(ENTITY_PERSON, "berge", id));
    ck_assert(finds(ENTITY_ORGANISATION, "berge", city));
    ck_assert(!finds(ENTITY_ORGANISATION, "perig", city));

    record_init(&affiliation_entity, &affiliation);
    ck_assert(row_load(db, &affiliation_entity, post, &affiliation, &err));
    affiliation.to = past;
    ck_assert(transaction_begin(db, &err));
    ck_assert(row_update(db, &affiliation_entity, &affiliation, "anna", 1, &err));
    commit();
    ck_assert(!finds(ENTITY_PERSON, "berge", id));

    ck_assert(transaction_begin(db, &err));
    ck_assert(row_delete(db, &affiliation_entity, post, affiliation.head.rev, &err));
    ck_assert_msg(row_delete(db, &person_entity, id, 1, &err), "%s", err.message);
    commit();
    ck_assert(!finds(ENTITY_PERSON, "muller", id));
    ck_assert_int_eq(database_file_number("SELECT count(*) FROM search WHERE search MATCH"
                                          " '\" mul\"'"),
                     0);
    record_clear(&organisation_entity, &organisation);
    record_clear(&affiliation_entity, &affiliation);
}

/* Which posts have ended is asked on the day that is set, not on the computer's. */
START_TEST(search__leaves_out__posts_that_ended_before_the_day_set)
{
    const int64_t city = add_organisation("Oldtown", NULL);
    const int64_t id = add_person("Novak", "Jan", NULL);

    search_table_set_today(db, (struct date){ 2010, 1, 31 });
    add_post(id, city, (struct date){ 2010, 1, 31 });
    commit();
    ck_assert(finds(ENTITY_PERSON, "oldtown", id));

    ck_assert(transaction_begin(db, &err));
    search_table_set_today(db, (struct date){ 2010, 2, 1 });
    add_post(id, city, (struct date){ 2009, 1, 1 });
    commit();
    ck_assert(!finds(ENTITY_PERSON, "oldtown", id));

    ck_assert(transaction_begin(db, &err));
    search_table_set_today(db, (struct date){ 0 });
    add_post(id, city, (struct date){ 2009, 1, 1 });
    commit();
    ck_assert(finds(ENTITY_PERSON, "oldtown", id));
}
END_TEST

START_TEST(search__takes__nothing_typed_for_a_command)
{
    static const char *const hostile[] = {
        "\"",         "a\" OR \"b", "anna*",       "anna NEAR b", "-anna",
        "words:anna", "(anna",      "' OR 1=1 --", "^anna",       "\"\"\"",
        "{anna",      "anna AND",   "\x1b[2J",     "%",           "\\",
    };
    struct search_hit_list list = { 0 };
    const int64_t id = add_person("Müller", "Anna", NULL);

    commit();
    for (size_t i = 0; i < sizeof hostile / sizeof hostile[0]; i++)
        ck_assert_msg(search_table_find(db, hostile[i], true, today, 20, &list, &err),
                      "%s: %s", hostile[i], err.message);
    ck_assert(finds(ENTITY_PERSON, "anna*", id));
    ck_assert(finds(ENTITY_PERSON, "(\"anna\")", id));
    search_hit_list_clear(&list);
}

START_TEST(search__finds_nothing__without_a_word)
{
    struct search_hit_list list = { 0 };

    add_person("Müller", "Anna", NULL);
    commit();
    ck_assert(search_table_find(db, "  ", true, today, 20, &list, &err));
    ck_assert_uint_eq(list.count, 0);
    ck_assert(search_table_find(db, "!?", true, today, 20, &list, &err));
    ck_assert_uint_eq(list.count, 0);
    ck_assert(search_table_find(db, NULL, true, today, 20, &list, &err));
    ck_assert_uint_eq(list.count, 0);
}

START_TEST(search__shows__people_by_name_and_stops_at_the_most)
{
    static const char *const families[] = { "Zola", "Adam", "Émile", "Müller", "Abel" };
    static const char *const ordered[] = { "Abel", "Adam", "Émile", "Müller" };
    struct search_hit_list list = { 0 };

    for (size_t i = 0; i < 5; i++)
        add_person(families[i], "Paul", NULL);
    commit();
    ck_assert(
        search_table_find_in(db, ENTITY_PERSON, "paul", true, today, 4, &list, &err));
    ck_assert_uint_eq(list.count, 4);
    for (size_t i = 0; i < 4; i++)
        ck_assert_msg(strstr(list.items[i].title, ordered[i]) != NULL, "%s is no %s",
                      list.items[i].title, ordered[i]);
    search_hit_list_clear(&list);
}

START_TEST(search__finds__groups_meetings_rooms_and_venues)
{
    struct working_group group;
    struct meeting meeting;
    struct venue venue;
    struct room room;
    struct search_hit_list list = { 0 };

    record_init(&working_group_entity, &group);
    group.code = memory_copy("URB");
    group.name = memory_copy("Rénovation urbaine");
    group.zone = memory_copy("Europe/Paris");
    insert(&working_group_entity, &group);
    record_init(&meeting_entity, &meeting);
    meeting.group = group.head.id;
    meeting.number = 12;
    meeting.title = memory_copy("Emplois et activités du numérique");
    meeting.start = (struct local_time){ { 2017, 3, 16 }, 9, 30 };
    meeting.end = (struct local_time){ { 2017, 3, 16 }, 16, 30 };
    meeting.zone = memory_copy("Europe/Paris");
    meeting.start_at = 1489653000;
    meeting.end_at = 1489678200;
    meeting.ics_uid = memory_copy("0b1c@example.org");
    meeting.ics_sequence = 0;
    insert(&meeting_entity, &meeting);
    record_init(&venue_entity, &venue);
    venue.name = memory_copy("Hôtel de région");
    insert(&venue_entity, &venue);
    record_init(&room_entity, &room);
    room.venue = venue.head.id;
    room.name = memory_copy("Salle Émeraude");
    insert(&room_entity, &room);
    commit();
    ck_assert(finds(ENTITY_WORKING_GROUP, "renov", group.head.id));
    ck_assert(finds(ENTITY_MEETING, "numer urb", meeting.head.id));
    ck_assert(finds(ENTITY_ROOM, "emer", room.head.id));
    ck_assert(finds(ENTITY_ROOM, "emer hotel", room.head.id));
    ck_assert(finds(ENTITY_VENUE, "hotel", venue.head.id));
    ck_assert(search_table_find(db, "urb", true, today, 20, &list, &err));
    ck_assert_uint_eq(list.count, 2);
    ck_assert_int_eq(list.items[0].entity, ENTITY_WORKING_GROUP);
    ck_assert_int_eq(list.items[1].entity, ENTITY_MEETING);
    ck_assert_ptr_nonnull(strstr(list.items[1].start, "2017-03-16"));
    search_hit_list_clear(&list);
    record_clear(&working_group_entity, &group);
    record_clear(&meeting_entity, &meeting);
    record_clear(&venue_entity, &venue);
    record_clear(&room_entity, &room);
}

START_TEST(search__tells_apart__more_namesakes_than_fit_one_place)
{
    for (int i = 0; i < 1100; i++)
        add_person("Martin-Dupont", "Jean", NULL);
    const int64_t last = add_person("Martin-Dupontel", "Zoé", NULL);
    commit();
    ck_assert_int_eq(database_file_number("SELECT count(*) FROM search"), 1101);
    ck_assert(finds(ENTITY_PERSON, "dupont zoe", last));
}

START_TEST(search__finds__each_of_thousands_that_came_at_once)
{
    static const char *const families[] = { "Zola", "Adam", "Émile", "Müller", "Abel" };

    for (int i = 0; i < 2500; i++)
        add_person(families[i % 5], i % 2 == 0 ? "Paul" : "Anna", NULL);
    commit();
    ck_assert_int_eq(database_file_number("SELECT count(*) FROM search"), 2500);
    ck_assert(finds(ENTITY_PERSON, "abel paul", 5));
    ck_assert(finds(ENTITY_PERSON, "zola paul", 1));
    ck_assert(transaction_begin(db, &err));
    const int64_t last = add_person("Ångström", "Åsa", NULL);
    commit();
    ck_assert(finds(ENTITY_PERSON, "angstrom", last));
    ck_assert(finds(ENTITY_PERSON, "aangstroem", last));
}

/* Whether the index holds so many rows, each once and where it is said to stand. */
static void
assert_index_holds(int64_t rows)
{
    ck_assert_int_eq(database_file_number("SELECT count(*) FROM search"), rows);
    ck_assert_int_eq(
        database_file_number("SELECT count(*) FROM search_rank r JOIN search s"
                             " ON s.rowid = r.rank AND s.row = r.row"),
        rows);
    ck_assert(
        database_file_run("INSERT INTO search (search) VALUES ('integrity-check')"));
}

static void
rename_person(int64_t id, const char *family)
{
    struct person person;

    record_init(&person_entity, &person);
    ck_assert(row_load(db, &person_entity, id, &person, &err));
    memory_replace(&person.family, family);
    ck_assert_msg(row_update(db, &person_entity, &person, "anna", 1, &err), "%s",
                  err.message);
    record_clear(&person_entity, &person);
}

START_TEST(search__follows__more_than_are_settled_at_a_time)
{
    enum { MANY = 9000 };
    static const char *const families[] = { "Zola", "Adam", "Émile", "Müller", "Abel" };

    add_person("Ophelia", "Anna", NULL);
    for (int i = 2; i < MANY; i++)
        add_person(families[i % 5], i % 2 == 0 ? "Paul" : "Anna", NULL);
    add_person("Yilmaz", "Anna", NULL);
    commit();
    assert_index_holds(MANY);
    ck_assert(finds(ENTITY_PERSON, "ophelia anna", 1));
    ck_assert(finds(ENTITY_PERSON, "yilmaz anna", MANY));

    ck_assert(transaction_begin(db, &err));
    for (int i = 1; i <= MANY; i++)
        if (i % 3 == 0)
            rename_person(i, "Quincy");
        else if (i % 3 == 1)
            ck_assert(row_delete(db, &person_entity, i, 1, &err));
    commit();
    assert_index_holds(MANY / 3 * 2);
    ck_assert(!finds(ENTITY_PERSON, "ophelia", 1));
    ck_assert(!finds(ENTITY_PERSON, "yilmaz", MANY));
    ck_assert(finds(ENTITY_PERSON, "quincy anna", 3));
}

START_TEST(search__keeps_its_order__when_words_change)
{
    static const char *const given[] = { "Anna", "Berta", "Carla", "Dora" };
    struct search_hit_list list = { 0 };
    struct person person;

    for (size_t i = 0; i < 4; i++)
        add_person("Martin-Dupont", given[i], NULL);
    commit();
    record_init(&person_entity, &person);
    ck_assert(row_load(db, &person_entity, 2, &person, &err));
    memory_replace(&person.email, "berta@example.org");
    ck_assert(transaction_begin(db, &err));
    ck_assert(row_update(db, &person_entity, &person, "anna", 1, &err));
    commit();
    ck_assert(
        search_table_find_in(db, ENTITY_PERSON, "martin", true, today, 20, &list, &err));
    ck_assert_uint_eq(list.count, 4);
    for (size_t i = 0; i < 4; i++)
        ck_assert_int_eq(list.items[i].row, (int64_t)i + 1);
    search_hit_list_clear(&list);
    record_clear(&person_entity, &person);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_loop_test(tests, search__finds__every_spelling, 0,
                        sizeof spellings / sizeof spellings[0]);
    tcase_add_test(tests, search__finds__a_person_by_each_of_their_words_in_any_order);
    tcase_add_test(tests, search__finds__a_telephone_grouped_by_a_slash);
    tcase_add_test(tests, search__finds__a_telephone_however_it_is_written);
    tcase_add_test(tests, search__finds__names_without_blanks_and_in_latin_letters);
    tcase_add_test(tests, search__follows__organisations_and_posts);
    tcase_add_test(tests, search__leaves_out__posts_that_ended_before_the_day_set);
    tcase_add_test(tests, search__takes__nothing_typed_for_a_command);
    tcase_add_test(tests, search__finds_nothing__without_a_word);
    tcase_add_test(tests, search__shows__people_by_name_and_stops_at_the_most);
    tcase_add_test(tests, search__finds__groups_meetings_rooms_and_venues);
    tcase_add_test(tests, search__finds__each_of_thousands_that_came_at_once);
    tcase_add_test(tests, search__follows__more_than_are_settled_at_a_time);
    tcase_add_test(tests, search__keeps_its_order__when_words_change);
    tcase_add_test(tests, search__tells_apart__more_namesakes_than_fit_one_place);
}

SUITE_MAIN("search_table")
