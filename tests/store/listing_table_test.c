/* SPDX-License-Identifier: GPL-3.0-or-later */
/* listing_table_test.c - lists are windows: both ways, each row once */
#include <stdlib.h>
#include <string.h>

#include "atelier/domain/affiliation.h"
#include "atelier/domain/category.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/membership.h"
#include "atelier/domain/organisation.h"
#include "atelier/domain/presence.h"
#include "atelier/domain/registration.h"
#include "atelier/domain/room.h"
#include "atelier/domain/slot.h"
#include "atelier/domain/staff.h"
#include "atelier/domain/venue.h"
#include "atelier/store/journal_table.h"
#include "atelier/store/row_table.h"
#include "database/connection.h"
#include "listing_window.h"

START_TEST(listing__of_categories__is_in_their_order)
{
    rows_add(db, &category_entity, "name", "Beta", NULL);
    rows_add(db, &category_entity, "name", "Alpha", NULL);
    rows_add(db, &category_entity, "name", "Omega", "order", "1", NULL);
    rows_add(db, &category_entity, "name", "Gamma", "order", "2", NULL);
    struct listing_query query = { .kind = LISTING_CATEGORY };

    assert_all(&query, "name", "Omega Gamma Alpha Beta");
    assert_window(&query);
}
END_TEST

START_TEST(listing__of_organisations__is_searched_and_sorted)
{
    rows_add(db, &organisation_entity, "name", "Zurich", NULL);
    rows_add(db, &organisation_entity, "name", "Évreux", "territory", "Eure", NULL);
    rows_add(db, &organisation_entity, "name", "Foix", "short_name", "FX", NULL);
    struct listing_query query = { .kind = LISTING_ORGANISATION };

    assert_all(&query, "name", "Évreux Foix Zurich");
    assert_window(&query);
    query.search = "eure";
    assert_all(&query, "name", "Évreux");
    query.search = "zurich";
    assert_all(&query, "name", "Zurich");
}
END_TEST

START_TEST(listing__of_groups__counts_members_and_names_the_next_meeting)
{
    int64_t chair = add_person("Ader", "Luc");
    int64_t group = rows_add(db, &working_group_entity, "code", "URB", "name", "Towns",
                             "chair", rows_number(chair), NULL);
    int64_t waters =
        rows_add(db, &working_group_entity, "code", "EAU", "name", "Water", NULL);
    rows_add(db, &membership_entity, "group", rows_number(waters), "person",
             rows_number(add_person("Caux", "Zoé")), "role", "chair", NULL);
    rows_add(db, &membership_entity, "group", rows_number(group), "person",
             rows_number(chair), "role", "chair", NULL);
    rows_add(db, &membership_entity, "group", rows_number(group), "person",
             rows_number(add_person("Bost", NULL)), "to", "2001-01-01", NULL);
    rows_add_meeting(db, group, "past", "2001-01-01 09:00");
    rows_add_meeting(db, group, "far", "9000-01-01 09:00");
    int64_t next = rows_add_meeting(db, group, "next", "8999-01-01 09:00");
    struct listing_query query = { .kind = LISTING_WORKING_GROUP };

    assert_all(&query, "code", "EAU URB");
    ck_assert_str_eq(cell(LISTING_WORKING_GROUP, 1, "members"), "1");
    ck_assert_str_eq(cell(LISTING_WORKING_GROUP, 1, "next_meeting"), rows_number(next));
    ck_assert_str_eq(cell(LISTING_WORKING_GROUP, 1, "next_start"), "8999-01-01 09:00");
    ck_assert_str_eq(cell(LISTING_WORKING_GROUP, 1, "chair_name"), "Ader, Luc");
    ck_assert_str_eq(cell(LISTING_WORKING_GROUP, 0, "chair_name"), "Caux, Zoé");
    assert_window(&query);
    query.search = "caux";
    assert_all(&query, "code", "EAU");

    struct listing_query members = { .kind = LISTING_MEMBERSHIP, .scope = group };
    assert_all(&members, "family", "Ader");
    members.history = true;
    assert_all(&members, "family", "Ader Bost");
    assert_window(&members);
    members.search = "bost";
    assert_all(&members, "family", "Bost");
}
END_TEST

START_TEST(listing__of_groups__names_a_postponed_meeting__unless_one_is_certain)
{
    int64_t group = add_group("URB");
    int64_t off = rows_add_meeting(db, group, "off", "8999-01-01 09:00");
    struct listing_query query = { .kind = LISTING_WORKING_GROUP };

    assert_all(&query, "next_state", "-");
    rows_change(db, &meeting_entity, off, "state", "postponed", "reason", "snow", NULL);
    assert_all(&query, "next_meeting", rows_number(off));
    assert_all(&query, "next_state", "postponed");
    query.search = "postpo";
    assert_all(&query, "code", "URB");

    int64_t far = rows_add_meeting(db, group, "far", "9000-01-01 09:00");
    assert_all(&query, "code", "");
    query.search = NULL;
    assert_all(&query, "next_meeting", rows_number(far));
    assert_all(&query, "next_state", "-");
}
END_TEST

START_TEST(sorting_by_a_number__leaves_what_is_alike__in_the_usual_order)
{
    int64_t group = add_group("URB");
    struct listing_query query = { .kind = LISTING_MEETING };
    const struct listing *listing = listing_get(LISTING_MEETING);

    rows_add_meeting(db, group, "c", "2027-03-01 09:00");
    rows_add_meeting(db, group, "a", "1969-03-01 09:00");
    rows_add_meeting(db, group, "b", "2027-02-01 09:00");
    for (size_t i = 0; i < listing->column_count; i++)
        if (strcmp(listing->columns[i].name, "taken") == 0)
            query.sort = (int)i + 1;
    ck_assert_int_gt(query.sort, 0);
    assert_all(&query, "title", "a b c");
    assert_window(&query);
    query.reversed = true;
    assert_all(&query, "title", "c b a");
    assert_window(&query);
}
END_TEST

START_TEST(listing__may_be_asked__on_another_day)
{
    int64_t group = add_group("URB");
    int64_t soon = rows_add_meeting(db, group, "soon", "2017-03-16 09:00");
    rows_add(db, &membership_entity, "group", rows_number(group), "person",
             rows_number(add_person("Ader", NULL)), "to", "2017-03-01", NULL);
    struct local_time noon = { { 2017, 3, 1 }, 12, 0 };
    struct listing_query groups = { .kind = LISTING_WORKING_GROUP,
                                    .now = local_time_to_instant(noon),
                                    .today = noon.date };
    struct listing_query members = { .kind = LISTING_MEMBERSHIP,
                                     .scope = group,
                                     .today = noon.date };

    assert_all(&groups, "next_meeting", rows_number(soon));
    assert_all(&groups, "members", "1");
    assert_all(&members, "family", "Ader");
    members.today.day++;
    assert_all(&members, "family", "");
}
END_TEST

START_TEST(listing__of_places__has_numbers_by_their_value)
{
    const int64_t ten = rows_add(db, &venue_entity, "name", "Site 10", NULL);
    const int64_t two = rows_add(db, &venue_entity, "name", "Site 2", NULL);
    static const char *const names[] = { "R10", "r1", "R2", "R1b", "É3", "R007" };
    const struct listing_query venues = { .kind = LISTING_VENUE };
    const struct listing_query rooms = { .kind = LISTING_ROOM };

    rows_add(db, &room_entity, "venue", rows_number(ten), "name", "A1", NULL);
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        rows_add(db, &room_entity, "venue", rows_number(two), "name", names[i], NULL);
    assert_all(&venues, "name", "Site 2 Site 10");
    assert_all(&rooms, "name", "É3 r1 R1b R2 R007 R10 A1");
    assert_window(&rooms);
}
END_TEST

START_TEST(listing__of_rooms__goes_venue_by_venue)
{
    int64_t far = rows_add(db, &venue_entity, "name", "Zénith", NULL);
    int64_t near = rows_add(db, &venue_entity, "name", "Élysée", NULL);
    rows_add(db, &room_entity, "venue", rows_number(far), "name", "1", NULL);
    rows_add(db, &room_entity, "venue", rows_number(near), "name", "b", NULL);
    rows_add(db, &room_entity, "venue", rows_number(near), "name", "A", "seats", "20",
             NULL);
    struct listing_query rooms = { .kind = LISTING_ROOM };
    struct listing_query venues = { .kind = LISTING_VENUE };

    assert_all(&rooms, "name", "A b 1");
    ck_assert_str_eq(cell(LISTING_ROOM, 0, "venue_name"), "Élysée");
    assert_window(&rooms);
    rooms.search = "zenith";
    assert_all(&rooms, "name", "1");
    assert_all(&venues, "name", "Élysée Zénith");
    assert_all(&venues, "rooms", "2 1");
    assert_window(&venues);
}
END_TEST

START_TEST(listing__of_meetings__shows_counted_seats)
{
    int64_t group = add_group("URB");
    int64_t meeting = rows_add_meeting(db, group, "Second", "2027-03-16 09:30");
    int64_t venue = rows_add(db, &venue_entity, "name", "Town hall", NULL);
    int64_t room =
        rows_add(db, &room_entity, "venue", rows_number(venue), "name", "Blue", NULL);
    rows_change(db, &meeting_entity, meeting, "seats", "2", "room", rows_number(room),
                NULL);
    rows_add_registration(db, meeting, add_person("Ader", NULL), "accepted");
    rows_add_registration(db, meeting, add_person("Bost", NULL), "waiting");
    rows_add_registration(db, meeting, add_person("Caux", NULL), "withdrawn");

    fetch(&(struct listing_query){ .kind = LISTING_MEETING }, LISTING_FIRST, NULL, 10);
    ck_assert_uint_eq(page.count, 1);
    ck_assert_str_eq(cell(LISTING_MEETING, 0, "start"), "2027-03-16 09:30");
    ck_assert_str_eq(cell(LISTING_MEETING, 0, "start_at"), "2027-03-16T09:30:00Z");
    ck_assert_str_eq(cell(LISTING_MEETING, 0, "group_code"), "URB");
    ck_assert_str_eq(cell(LISTING_MEETING, 0, "location"), "Blue, Town hall");
    ck_assert_str_eq(cell(LISTING_MEETING, 0, "taken"), "1");
    ck_assert_str_eq(cell(LISTING_MEETING, 0, "free"), "1");
    ck_assert_str_eq(cell(LISTING_MEETING, 0, "waiting"), "1");
    rows_change(db, &meeting_entity, meeting, "seats", NULL, NULL);
    fetch(&(struct listing_query){ .kind = LISTING_MEETING }, LISTING_FIRST, NULL, 10);
    ck_assert_str_eq(cell(LISTING_MEETING, 0, "free"), "-");
}
END_TEST

START_TEST(listing__of_meetings_to_come__keeps_the_one_that_has_begun)
{
    int64_t group = add_group("URB");
    int64_t other = add_group("EAU");
    rows_add_meeting(db, group, "later", "2027-03-17 09:00");
    rows_add_meeting(db, other, "now", "2027-03-16 09:00");
    rows_add_meeting(db, group, "over", "2027-03-15 09:00");
    struct local_time ten = { { 2027, 3, 16 }, 10, 0 };
    struct listing_query to_come = { .kind = LISTING_MEETING_TO_COME,
                                     .from = local_time_to_instant(ten) };
    struct listing_query meetings = { .kind = LISTING_MEETING };
    struct listing_query of_group = { .kind = LISTING_GROUP_MEETING, .scope = group };

    assert_all(&to_come, "title", "now later");
    assert_window(&to_come);
    assert_all(&meetings, "title", "over now later");
    assert_window(&meetings);
    meetings.search = "urb";
    assert_all(&meetings, "title", "over later");
    assert_window(&meetings);
    assert_all(&of_group, "title", "over later");
    assert_window(&of_group);
}
END_TEST

/* 15 March 2027 is a Monday. */
START_TEST(a_day_and_an_hour__are_found__as_people_say_them)
{
    static const struct {
        const char *words, *titles;
    } searches[] = {
        { "monday", "Mars" },     { "march", "Mars" },
        { "april", "Marc" },      { "9h30", "Mars" },
        { "09h30", "Mars" },      { "9:30", "Mars" },
        { "14h", "Marc" },        { "14h00", "Marc" },
        { "14:00", "Marc" },      { "15 march", "Mars" },
        { "march 2027", "Mars" }, { "marc", "Marc" },
        { "april 9h30", "" },     { "4h", "" },
    };
    int64_t group = add_group("URB");
    struct listing_query query = { .kind = LISTING_MEETING };

    rows_add_meeting(db, group, "Mars", "2027-03-15 09:30");
    rows_add_meeting(db, group, "Marc", "2027-04-16 14:00");
    for (size_t i = 0; i < sizeof(searches) / sizeof(searches[0]); i++) {
        query.search = searches[i].words;
        assert_all(&query, "title", searches[i].titles);
    }
}
END_TEST

START_TEST(listing__of_registrations__has_three_orders)
{
    int64_t meeting = rows_add_meeting(db, add_group("URB"), "m", "2027-03-16 09:00");
    int64_t first =
        rows_add_registration(db, meeting, add_person("Caux", NULL), "accepted");
    int64_t second =
        rows_add_registration(db, meeting, add_person("Bost", NULL), "waiting");
    rows_add_registration(db, meeting, add_person("Ader", NULL), "pending");
    rows_add_registration(db, meeting, add_person("Dumas", NULL), "declined");
    int64_t town = rows_add(db, &organisation_entity, "name", "Évry", NULL);
    rows_change(db, &registration_entity, second, "organisation", rows_number(town),
                "organisation_name", "Évry", NULL);
    rows_change(db, &registration_entity, first, "organisation_name", "Foix", NULL);
    struct listing_query query = { .kind = LISTING_REGISTRATION, .scope = meeting };

    assert_all(&query, "family", "Ader Bost Caux");
    assert_window(&query);
    query.order = 1;
    assert_all(&query, "family", "Bost Caux Ader");
    assert_window(&query);
    query.order = 2;
    assert_all(&query, "family", "Caux Bost Ader");
    assert_window(&query);
    query.order = 3;
    assert_all(&query, "family", "Ader Bost Caux");
    query.order = 2;
    query.history = true;
    assert_all(&query, "family", "Caux Bost Ader Dumas");
    query.search = "dum";
    assert_all(&query, "state", "declined");
}
END_TEST

START_TEST(listing__is_searched__for_what_its_columns_show)
{
    int64_t meeting = rows_add_meeting(db, add_group("URB"), "m", "2027-03-16 09:00");
    int64_t holders = rows_add(db, &category_entity, "name", "Porteur de projet", NULL);
    int64_t ader =
        rows_add_registration(db, meeting, add_person("Ader", NULL), "invited");
    int64_t bost =
        rows_add_registration(db, meeting, add_person("Bost", NULL), "accepted");
    int64_t slot =
        rows_add(db, &slot_entity, "meeting", rows_number(meeting), "label", "day",
                 "start", "2027-03-16 09:00", "end", "2027-03-16 12:00", NULL);
    rows_add_registration(db, meeting, add_person("Caux", NULL), "accepted");
    rows_change(db, &registration_entity, ader, "category", rows_number(holders),
                "function", "Chargée d’études", "note", "secret", NULL);
    rows_add(db, &presence_entity, "registration", rows_number(bost), "slot",
             rows_number(slot), "kind", "excused", "at", "2027-03-16T09:00:00Z", "by",
             "ada", "means", "screen", NULL);
    struct listing_query query = { .kind = LISTING_REGISTRATION,
                                   .scope = meeting,
                                   .search = "INVIT" };

    assert_all(&query, "family", "Ader");
    query.search = "accepted";
    assert_all(&query, "family", "Bost Caux");
    assert_window(&query);
    query.search = "caux accep";
    assert_all(&query, "family", "Caux");
    query.search = "caux invited";
    assert_all(&query, "family", "");
    query.search = "porteur chargee";
    assert_all(&query, "family", "Ader");
    query.search = "excus"; /* of a mark: in the column of the presence */
    assert_all(&query, "family", "Bost");
    query.search = "secret"; /* what may be private is not looked in */
    assert_all(&query, "family", "");
    query.search = "it"; /* two letters begin a word */
    assert_all(&query, "family", "");
    query.search = "\"' %";
    assert_all(&query, "family", "Ader Bost Caux");
    query.search = NULL;
    query.states = 1U << REGISTRATION_ACCEPTED | 1U << REGISTRATION_DECLINED;
    rows_add_registration(db, meeting, add_person("Dumas", NULL), "declined");
    assert_all(&query, "family", "Bost Caux Dumas");
    assert_window(&query);
}
END_TEST

/* As many hits as make each row of the list be asked instead (listing_search.c). */
static void
add_hits(int count)
{
    struct buffer sql = { 0 };

    buffer_addf(&sql,
                "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n"
                " WHERE i < %d) INSERT INTO search (rowid, words, row) SELECT i,"
                " (SELECT group_concat(words, ' ') FROM search), 0 FROM n",
                count);
    ck_assert_msg(connection_execute(db, buffer_text(&sql), &err), "%s", err.message);
    buffer_clear(&sql);
}

/* Few or thousands are called as was typed. */
START_TEST(listing__is_searched__however_many_are_called_so)
{
    int64_t meeting = rows_add_meeting(db, add_group("URB"), "m", "2027-03-16 09:00");
    int64_t ader =
        rows_add_registration(db, meeting, add_person("Ader", "Zoé"), "invited");
    struct listing_query query = { .kind = LISTING_REGISTRATION, .scope = meeting };
    struct listing_key key = { 0 };

    rows_add_registration(db, meeting, add_person("Ader", "Luc"), "accepted");
    int64_t caux =
        rows_add_registration(db, meeting, add_person("Caux", "Luc"), "accepted");
    add_hits(_i == 0 ? 1 : 6000);
    query.search = "ader";
    assert_all(&query, "given", "Luc Zoé");
    assert_window(&query);
    query.search = "luc";
    assert_all(&query, "family", "Ader Caux");
    query.search = "luc ader";
    assert_all(&query, "family", "Ader");
    query.search = "invited ader";
    assert_all(&query, "given", "Zoé");
    query = dated(&query);
    ck_assert(listing_table_locate(db, &query, ader, &key, &err));
    ck_assert_int_eq(key.id, ader);
    ck_assert(!listing_table_locate(db, &query, caux, &key, &err));
    ck_assert_int_eq(err.kind, ERROR_NOT_FOUND);
    listing_key_clear(&key);
}
END_TEST

START_TEST(listing__of_a_persons_meetings__begins_with_the_newest)
{
    int64_t group = add_group("URB");
    int64_t person = add_person("Ader", NULL);
    rows_add_registration(db, rows_add_meeting(db, group, "one", "2027-03-16 09:00"),
                          person, "accepted");
    rows_add_registration(db, rows_add_meeting(db, group, "three", "2027-05-16 09:00"),
                          person, "invited");
    rows_add_registration(db, rows_add_meeting(db, group, "two", "2027-04-16 09:00"),
                          person, "withdrawn");
    struct listing_query query = { .kind = LISTING_PERSON_MEETING, .scope = person };

    assert_all(&query, "title", "three one");
    assert_window(&query);
    query.history = true;
    assert_all(&query, "state", "invited withdrawn accepted");
    assert_window(&query);
}
END_TEST

/* Each act adds a colleague, and names Anna anew. */
static void
write_staff(int64_t anna, const char *login, struct journal_entry *entry)
{
    struct staff *row = record_new(&staff_entity);

    row->role = ROLE_READER;
    field_set_text(entity_field(&staff_entity, "login"), row, login);
    ck_assert(transaction_begin(db, &err));
    ck_assert_msg(row_insert(db, &staff_entity, row, "anna", entry->at, &err), "%s",
                  err.message);
    if (anna != 0) {
        ck_assert(row_load(db, &staff_entity, anna, row, &err));
        field_set_text(entity_field(&staff_entity, "name"), row, login);
        ck_assert(row_update(db, &staff_entity, row, "anna", entry->at, &err));
    }
    entry->row = row->head.id;
    ck_assert_msg(journal_table_write(db, entry, &err), "%s", err.message);
    ck_assert(transaction_commit(db, &err));
    record_free(&staff_entity, row);
}

START_TEST(listing__of_the_journal__begins_with_the_newest)
{
    static const char *const logins[] = { "anna", "0", "1", "2" };
    int64_t staff = 0;
    for (int i = 0; i < 4; i++) {
        struct journal_entry entry = { .at = 1700000000 + i,
                                       .staff = "anna",
                                       .act = "staff.change",
                                       .entity = ENTITY_STAFF };
        write_staff(staff, logins[i], &entry);
        staff = entry.row;
    }
    struct listing_query query = { .kind = LISTING_JOURNAL };

    assert_all(&query, "at",
               "2023-11-14T22:13:23Z 2023-11-14T22:13:22Z "
               "2023-11-14T22:13:21Z 2023-11-14T22:13:20Z");
    ck_assert_str_eq(cell(LISTING_JOURNAL, 0, "act"), "staff.change");
    ck_assert_str_eq(cell(LISTING_JOURNAL, 0, "entity"), "staff");
    ck_assert_str_eq(cell(LISTING_JOURNAL, 0, "undone"), "0");
    assert_window(&query);

    query.brief = true;
    assert_all(&query, "act", "staff.change staff.change staff.change staff.change");
    ck_assert_str_eq(cell(LISTING_JOURNAL, 0, "at"), "2023-11-14T22:13:23Z");
    ck_assert_str_eq(cell(LISTING_JOURNAL, 0, "staff"), "anna");
    ck_assert_str_eq(cell(LISTING_JOURNAL, 0, "entity"), "-");
    ck_assert_str_eq(cell(LISTING_JOURNAL, 0, "undone"), "-");
    assert_window(&query);
    query.brief = false;

    query.search = "0";
    assert_all(&query, "act", ""); /* of no summary */
    query.search = "anna changed";
    assert_all(&query, "act", "staff.change staff.change staff.change staff.change");
    assert_window(&query);

    struct listing_query of_row = { .kind = LISTING_ROW_JOURNAL,
                                    .entity = ENTITY_STAFF,
                                    .scope = staff };
    assert_all(&of_row, "act", "staff.change staff.change staff.change staff.change");
    assert_window(&of_row);
    assert_all(&(struct listing_query){ .kind = LISTING_STAFF }, "login", "0 1 2 anna");
    assert_window(&(struct listing_query){ .kind = LISTING_STAFF });
}
END_TEST

/* Behind the last row, and before the first, there is nothing but the way back. */
START_TEST(a_page_beyond_the_only_row__knows_that_there_is_one)
{
    struct listing_query query = { .kind = LISTING_VENUE, .today = { 2026, 11, 28 } };
    struct listing_page only = { 0 };
    struct listing_page beyond = { 0 };

    rows_add(db, &venue_entity, "name", "Hall", NULL);
    ck_assert(listing_table_fetch(db, &query, LISTING_FIRST, NULL, 9, &only, &err));
    ck_assert_uint_eq(only.count, 1);
    ck_assert(listing_table_fetch(db, &query, LISTING_AFTER, &only.rows[0].key, 9,
                                  &beyond, &err));
    ck_assert_uint_eq(beyond.count, 0);
    ck_assert(beyond.more_before && !beyond.more_after);
    listing_page_clear(&beyond);
    ck_assert(listing_table_fetch(db, &query, LISTING_BEFORE, &only.rows[0].key, 9,
                                  &beyond, &err));
    ck_assert_uint_eq(beyond.count, 0);
    ck_assert(beyond.more_after && !beyond.more_before);
    listing_page_clear(&beyond);
    listing_page_clear(&only);
}
END_TEST

START_TEST(listing__that_is_empty__answers_no_rows)
{
    const struct listing_key key = { .text = "x", .number = 1, .id = 1 };

    for (int kind = 0; kind < LISTING_COUNT; kind++) {
        struct listing_query query = { .kind = (enum listing_kind)kind,
                                       .scope = 1,
                                       .search = "anna" };
        for (int direction = LISTING_FIRST; direction <= LISTING_BEFORE; direction++) {
            fetch(&query, (enum listing_direction)direction, &key, 5);
            ck_assert_uint_eq(page.count, 0);
            ck_assert(!page.more_before && !page.more_after);
        }
    }
}
END_TEST

static bool
stop_at_once(void *context)
{
    (void)context;
    return true;
}

/* Whether all is asked for, or what was typed so far. */
START_TEST(listing__is_stopped__by_whoever_waits_for_it)
{
    const struct listing_query query = dated(&(struct listing_query){
        .kind = LISTING_PERSON, .search = _i == 0 ? NULL : "ader" });

    for (int i = 0; i < 300; i++)
        add_person("Ader", rows_number(i));
    database_set_progress(db, stop_at_once, NULL);
    bool done = listing_table_fetch(db, &query, LISTING_FIRST, NULL, 300, &page, &err);
    database_set_progress(db, NULL, NULL);

    ck_assert(!done);
    ck_assert_int_eq(err.kind, ERROR_CANCELLED);
    ck_assert_uint_eq(page.count, 0);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, listing__of_categories__is_in_their_order);
    tcase_add_test(tests, listing__of_organisations__is_searched_and_sorted);
    tcase_add_test(tests, listing__of_groups__counts_members_and_names_the_next_meeting);
    tcase_add_test(tests,
                   listing__of_groups__names_a_postponed_meeting__unless_one_is_certain);
    tcase_add_test(tests, sorting_by_a_number__leaves_what_is_alike__in_the_usual_order);
    tcase_add_test(tests, listing__may_be_asked__on_another_day);
    tcase_add_test(tests, listing__of_places__has_numbers_by_their_value);
    tcase_add_test(tests, listing__of_rooms__goes_venue_by_venue);
    tcase_add_test(tests, listing__of_meetings__shows_counted_seats);
    tcase_add_test(tests, listing__of_meetings_to_come__keeps_the_one_that_has_begun);
    tcase_add_test(tests, a_day_and_an_hour__are_found__as_people_say_them);
    tcase_add_test(tests, listing__of_registrations__has_three_orders);
    tcase_add_test(tests, listing__is_searched__for_what_its_columns_show);
    tcase_add_loop_test(tests, listing__is_searched__however_many_are_called_so, 0, 2);
    tcase_add_test(tests, listing__of_a_persons_meetings__begins_with_the_newest);
    tcase_add_test(tests, listing__of_the_journal__begins_with_the_newest);
    tcase_add_test(tests, a_page_beyond_the_only_row__knows_that_there_is_one);
    tcase_add_test(tests, listing__that_is_empty__answers_no_rows);
    tcase_add_loop_test(tests, listing__is_stopped__by_whoever_waits_for_it, 0, 2);
}

SUITE_MAIN("listing_table")
