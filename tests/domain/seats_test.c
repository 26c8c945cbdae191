/* SPDX-License-Identifier: GPL-3.0-or-later */
/* seats_test.c - who takes a seat, and when one is left (rule 2) */
#include "atelier/domain/seats.h"

#include <string.h>

#include "atelier/domain/meeting.h"
#include "atelier/domain/quorum.h"
#include "atelier/domain/room.h"
#include "atelier/domain/seat_limit.h"
#include "atelier/domain/working_group.h"
#include "support/suite.h"

START_TEST(rule__seats__accepted_and_offered_participants)
{
    struct seat_rule rule;

    seat_rule_init(&rule, false, false, false);
    for (int state = 0; state < REGISTRATION_STATE_COUNT; state++)
        for (int role = 0; role < REGISTRATION_ROLE_COUNT; role++)
            ck_assert_int_eq(
                rule.takes[state][role],
                role == REGISTRATION_PARTICIPANT &&
                    (state == REGISTRATION_ACCEPTED || state == REGISTRATION_OFFERED));
}

START_TEST(rule__obeys__its_three_switches)
{
    struct seat_rule rule;

    seat_rule_init(&rule, true, false, false);
    ck_assert(rule.takes[REGISTRATION_PENDING][REGISTRATION_PARTICIPANT]);
    ck_assert(!rule.takes[REGISTRATION_PENDING][REGISTRATION_SPEAKER]);
    seat_rule_init(&rule, false, true, false);
    ck_assert(rule.takes[REGISTRATION_ACCEPTED][REGISTRATION_SPEAKER]);
    ck_assert(!rule.takes[REGISTRATION_ACCEPTED][REGISTRATION_STAFF]);
    ck_assert(!rule.takes[REGISTRATION_PENDING][REGISTRATION_SPEAKER]);
    seat_rule_init(&rule, true, false, true);
    ck_assert(rule.takes[REGISTRATION_ACCEPTED][REGISTRATION_STAFF]);
    ck_assert(rule.takes[REGISTRATION_PENDING][REGISTRATION_STAFF]);
}

START_TEST(rule__seats_nobody__who_is_history_or_only_invited)
{
    struct seat_rule rule;

    seat_rule_init(&rule, true, true, true);
    for (int state = 0; state < REGISTRATION_STATE_COUNT; state++)
        for (int role = 0; role < REGISTRATION_ROLE_COUNT; role++)
            if (!registration_is_live((enum registration_state)state) ||
                state == REGISTRATION_INVITED || state == REGISTRATION_WAITING)
                ck_assert(!rule.takes[state][role]);
}

START_TEST(free__is_never__below_zero)
{
    ck_assert_int_eq(seats_free(&(struct seats){ .seats = 40, .taken = 39 }), 1);
    ck_assert_int_eq(seats_free(&(struct seats){ .seats = 40, .taken = 40 }), 0);
    ck_assert_int_eq(seats_free(&(struct seats){ .seats = 40, .taken = 43 }), 0);
    ck_assert(seats_free(&(struct seats){ .seats = NUMBER_NONE, .taken = 43 }) ==
              NUMBER_NONE);
}

START_TEST(seats__are_none_or_some__and_never_fewer_than_none)
{
    struct error err = { 0 };

    ck_assert(seats_check(NUMBER_NONE, "seats", &err));
    ck_assert(seats_check(0, "seats", &err));
    ck_assert(!seats_check(-1, "people", &err));
    ck_assert_int_eq(err.kind, ERROR_INPUT);
    ck_assert_str_eq(err.field, "people");
}
END_TEST

/* What an older program let through stays, so that the rest of its row can be edited. */
START_TEST(a_number__that_no_hall_holds__is_refused_where_it_is_typed)
{
    static const struct {
        const struct entity *entity;
        const char *field;
    } typed[] = {
        { &meeting_entity, "seats" },       { &room_entity, "seats" },
        { &working_group_entity, "seats" }, { &quorum_entity, "people" },
        { &seat_limit_entity, "people" },
    };
    struct error err = { 0 };

    for (size_t i = 0; i < sizeof typed / sizeof typed[0]; i++) {
        const struct field *field = entity_field(typed[i].entity, typed[i].field);
        void *record = record_new(typed[i].entity);
        ck_assert(field_parse(field, record, "100000", &err));
        ck_assert(!field_parse(field, record, "100001", &err));
        ck_assert_int_eq(err.kind, ERROR_INPUT);
        ck_assert_str_eq(err.field, typed[i].field);
        ck_assert_ptr_nonnull(strstr(err.message, ": 100000 is the most"));
        ck_assert_int_eq(field_number(field, record), 100000);
        record_free(typed[i].entity, record);
        err = (struct error){ 0 };
    }

    struct room *hall = record_new(&room_entity);
    field_set_text(entity_field(&room_entity, "name"), hall, "Arena");
    hall->venue = 1;
    hall->seats = 200000;
    ck_assert_msg(record_check(&room_entity, hall, &err), "%s", err.message);
    record_free(&room_entity, hall);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_test(tests, rule__seats__accepted_and_offered_participants);
    tcase_add_test(tests, rule__obeys__its_three_switches);
    tcase_add_test(tests, rule__seats_nobody__who_is_history_or_only_invited);
    tcase_add_test(tests, free__is_never__below_zero);
    tcase_add_test(tests, seats__are_none_or_some__and_never_fewer_than_none);
    tcase_add_test(tests, a_number__that_no_hall_holds__is_refused_where_it_is_typed);
}

SUITE_MAIN("seats")
