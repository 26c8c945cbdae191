/* SPDX-License-Identifier: GPL-3.0-or-later */
/* plan_warning_test.c - what a meeting is warned of, which forbids nothing (rule 5) */
#include "plan_office.h"

#include "atelier/app/clashes.h"
#include "atelier/base/buffer.h"
#include "atelier/domain/item.h"
#include "atelier/domain/room.h"
#include "atelier/domain/venue.h"

START_TEST(a_room__too_small_or_taken__is_warned_of__with_names)
{
    struct buffer text = { 0 };
    int64_t venue = office_add(at, &venue_entity, "name", "Old Mill", NULL);
    int64_t room = office_add(at, &room_entity, "venue", rows_number(venue), "name",
                              "Loft", "seats", "40", NULL);

    int64_t first = office_add_meeting(at, group, "2027-03-16 09:30", 10);
    office_change(at, &meeting_entity, first, "title", "Green roofs", "room",
                  rows_number(room), NULL);
    load(office_add_meeting(at, group, "2027-03-16 11:30", 41));
    meeting->room = room;
    ck_assert(change()); /* it begins when the first one ends */
    ck_assert_uint_eq(warnings, MEETING_WARN_ROOM_TOO_SMALL);
    set_times("2027-03-16 11:29", "2027-03-16 13:30");
    ck_assert(change());
    ck_assert_uint_eq(warnings, MEETING_WARN_ROOM_TOO_SMALL | MEETING_WARN_ROOM_TAKEN);

    ck_assert(plan_warnings(at, meeting, &warnings, &text, &err));
    ck_assert_ptr_nonnull(strstr(buffer_text(&text), "Loft seats 40"));
    ck_assert_ptr_nonnull(strstr(buffer_text(&text), "Green roofs"));
    buffer_clear(&text);

    ck_assert(plan_act(at, first, MEETING_CANCEL, "rain", &err));
    meeting->seats = 40;
    ck_assert(change());
    ck_assert_uint_eq(warnings, 0);
}
END_TEST

static size_t
count_lines(const char *text)
{
    size_t count = 0;

    for (; *text; text++)
        count += *text == '\n';
    return count;
}

/* Neither a page of them, nor one that is lost behind others that may stay. */
START_TEST(clashes__of_many__are_told_in_part__and_counted__none_hidden_by_accepted_ones)
{
    enum { OTHERS = 45 };
    struct buffer text = { 0 };
    const int64_t venue = office_add(at, &venue_entity, "name", "Old Mill", NULL);
    const int64_t room = office_add(at, &room_entity, "venue", rows_number(venue), "name",
                                    "Loft", "seats", "40", NULL);
    int64_t others[OTHERS];

    load(office_add_meeting(at, group, "2027-03-16 09:30", 10));
    meeting->room = room;
    ck_assert(change());
    for (size_t i = 0; i < OTHERS; i++) {
        others[i] = office_add_meeting(at, group, "2027-03-16 09:30", 10);
        office_change(at, &meeting_entity, others[i], "room", rows_number(room), NULL);
    }
    ck_assert(plan_warnings(at, meeting, &warnings, &text, &err));
    ck_assert_uint_eq(count_lines(buffer_text(&text)), 6);
    ck_assert_ptr_nonnull(
        strstr(buffer_text(&text), "And more than 10 other clashes.\n"));

    for (size_t i = 0; i < OTHERS - 1; i++) {
        struct buffer name = { 0 };
        buffer_addf(&name, "room:%lld:%lld", (long long)meeting->head.id,
                    (long long)others[i]);
        ck_assert_msg(clash_accept(at, buffer_text(&name), "they share it", &err), "%s",
                      err.message);
        buffer_clear(&name);
        if (i == OTHERS - 8) {
            buffer_reset(&text);
            ck_assert(plan_warnings(at, meeting, &warnings, &text, &err));
            ck_assert_ptr_nonnull(strstr(buffer_text(&text), "And 2 other clashes.\n"));
        }
    }
    buffer_reset(&text);
    ck_assert(plan_warnings(at, meeting, &warnings, &text, &err));
    ck_assert_uint_eq(warnings, MEETING_WARN_ROOM_TAKEN);
    ck_assert_ptr_nonnull(strstr(buffer_text(&text), "Loft"));
    ck_assert_ptr_null(strstr(buffer_text(&text), "other clash"));
    buffer_clear(&text);
}
END_TEST

/* The office is in Paris. */
START_TEST(a_room__where_clocks_show_another_hour__is_warned_of)
{
    const int64_t venue = office_add(at, &venue_entity, "name", "Town hall", NULL);
    const int64_t room =
        office_add(at, &room_entity, "venue", rows_number(venue), "name", "Blue", NULL);

    load(office_add_meeting(at, group, "2027-03-16 09:30", 10));
    meeting->room = room;
    field_set_text(entity_field(&meeting_entity, "zone"), meeting, "Europe/Brussels");
    ck_assert(change());
    ck_assert_uint_eq(warnings, 0); /* another name, the same hour */
    field_set_text(entity_field(&meeting_entity, "zone"), meeting, "Europe/Bucharest");
    ck_assert(change());
    ck_assert_uint_eq(warnings, MEETING_WARN_ZONE);
    office_change(at, &venue_entity, venue, "zone", "Europe/Athens", NULL);
    meeting->seats = 11;
    ck_assert(change());
    ck_assert_uint_eq(warnings, 0);
    office_change(at, &venue_entity, venue, "zone", NULL, NULL);
    meeting->mode = MODE_REMOTE;
    ck_assert(change());
    ck_assert_uint_eq(warnings, 0);
}
END_TEST

static void
expect_advice(const char *field, const char *words)
{
    struct buffer text = { 0 };
    plan_advise(at, meeting, field, &text);
    ck_assert_msg(words ? strstr(buffer_text(&text), words) != NULL : text.length == 0,
                  "%s: %s", field, buffer_text(&text));
    buffer_clear(&text);
}

/* With the room that the list offers, before any is chosen. */
START_TEST(a_room__in_the_list_to_choose_from__says_by_what_it_is_taken_then)
{
    struct buffer text = { 0 };
    const int64_t venue = office_add(at, &venue_entity, "name", "Old Mill", NULL);
    const int64_t loft = office_add(at, &room_entity, "venue", rows_number(venue), "name",
                                    "Loft", "seats", "40", NULL);
    const int64_t attic = office_add(at, &room_entity, "venue", rows_number(venue),
                                     "name", "Attic", "seats", "4", NULL);
    const int64_t first = office_add_meeting(at, group, "2027-03-16 09:30", 10);

    office_change(at, &meeting_entity, first, "title", "Green roofs", "room",
                  rows_number(loft), NULL);
    load(office_add_meeting(at, group, "2027-03-16 11:00", 10));
    meeting->room = loft;
    plan_add_fit(at, meeting, "group", &text);
    ck_assert_str_eq(buffer_text(&text), "");
    plan_add_fit(at, meeting, "room", &text);
    ck_assert_str_eq(buffer_text(&text), "! taken: 09:30–11:30 “Green roofs”");
    buffer_reset(&text);
    meeting->room = attic; /* too small is said beside the seats */
    plan_add_fit(at, meeting, "room", &text);
    ck_assert_str_eq(buffer_text(&text), "");
    meeting->room = loft;
    set_times("2027-03-16 11:30", "2027-03-16 13:30");
    plan_add_fit(at, meeting, "room", &text);
    meeting->start = meeting->end = (struct local_time){ 0 };
    plan_add_fit(at, meeting, "room", &text);
    ck_assert_str_eq(buffer_text(&text), "");
    buffer_clear(&text);
}
END_TEST

/* A break that the new hours leave outside is found by nobody else. */
START_TEST(items__outside_hours_that_are_cut_short__are_named)
{
    struct buffer text = { 0 };
    const int64_t id = office_add_meeting(at, group, "2027-03-16 09:30", 10);

    office_add(at, &item_entity, "meeting", rows_number(id), "title", "Opening", "start",
               "2027-03-16 09:30", "end", "2027-03-16 10:00", NULL);
    office_add(at, &item_entity, "meeting", rows_number(id), "title", "Farewell", "start",
               "2027-03-16 11:00", "end", "2027-03-16 11:30", NULL);
    load(id);
    ck_assert(plan_warnings(at, meeting, &warnings, &text, &err));
    ck_assert_uint_eq(warnings, 0);
    set_times("2027-03-16 09:30", "2027-03-16 11:15");
    ck_assert(change());
    ck_assert_uint_eq(warnings, MEETING_WARN_PROGRAMME);
    ck_assert(plan_warnings(at, meeting, &warnings, &text, &err));
    ck_assert_str_eq(buffer_text(&text),
                     "“Farewell” lies outside the hours of the meeting now: move it or "
                     "remove it in the programme.\n");
    buffer_clear(&text);
}
END_TEST

/* It is 1 March. */
START_TEST(a_list__that_opens_or_closes_once_the_meeting_has_begun__is_warned_of)
{
    load(office_add_meeting(at, group, "2027-03-16 09:30", 10));
    meeting->closes = local("2027-03-16 00:00").date;
    ck_assert(change());
    ck_assert_uint_eq(warnings, 0);
    expect_advice("closes", NULL);
    meeting->closes = local("2027-04-16 00:00").date;
    ck_assert(change());
    ck_assert_uint_eq(warnings, MEETING_WARN_LIST);
    expect_advice("closes", "closes on Fri 16/04/2027, once the meeting has begun");
    expect_advice("opens", NULL);
    meeting->opens = local("2027-03-17 00:00").date;
    expect_advice("opens", "opens on Wed 17/03/2027, once the meeting has begun");
    ck_assert(plan_act(at, meeting->head.id, MEETING_POSTPONE, "rain", &err));
    load(meeting->head.id);
    expect_advice("closes", NULL); /* its day is to come */
}
END_TEST

START_TEST(a_list__that_is_closed_already__is_said_where_the_day_is_typed)
{
    load(office_add_meeting(at, group, "2027-03-16 09:30", 10));
    meeting->closes = local("2027-03-01 00:00").date;
    expect_advice("closes", NULL);
    meeting->closes = local("2027-02-16 00:00").date;
    expect_advice("closes", "closed on Tue 16/02/2027 already");
    ck_assert(change());
    ck_assert_uint_eq(warnings, 0); /* days go by */
    set_times("2027-02-20 09:30", "2027-02-20 12:30");
    expect_advice("closes", NULL); /* what took place is written down */
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, a_room__too_small_or_taken__is_warned_of__with_names);
    tcase_add_test(
        tests,
        clashes__of_many__are_told_in_part__and_counted__none_hidden_by_accepted_ones);
    tcase_add_test(tests,
                   a_room__in_the_list_to_choose_from__says_by_what_it_is_taken_then);
    tcase_add_test(tests, items__outside_hours_that_are_cut_short__are_named);
    tcase_add_test(tests, a_room__where_clocks_show_another_hour__is_warned_of);
    tcase_add_test(tests,
                   a_list__that_opens_or_closes_once_the_meeting_has_begun__is_warned_of);
    tcase_add_test(tests, a_list__that_is_closed_already__is_said_where_the_day_is_typed);
}

SUITE_MAIN("plan_warning")
