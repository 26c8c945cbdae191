/* SPDX-License-Identifier: GPL-3.0-or-later */
/* presence_test.c - which mark may follow which, who is expected, which slot is meant */
#include "atelier/domain/presence.h"

#include <string.h>

#include "atelier/base/memory.h"
#include "atelier/domain/slot.h"

#include "support/suite.h"

enum { NONE = PRESENCE_KIND_COUNT, KINDS = PRESENCE_KIND_COUNT };

static struct error err;

static enum presence_verdict
follow(int last, int kind)
{
    char by[] = "lea";
    const struct presence mark = {
        .head = { .id = 7 },
        .kind = last == NONE ? PRESENCE_PRESENT : (enum presence_kind)last,
        .by = by,
    };
    err = (struct error){ 0 };
    return presence_follow(last == NONE ? NULL : &mark, (enum presence_kind)kind, false,
                           &err);
}

START_TEST(marks__follow_each_other__as_people_come_and_go)
{
    /* By the last mark: P present, L left, S signed, E excused, A absent, X annulled;
     * + written, = unchanged, - refused. */
    static const char *const verdicts[] = {
        [PRESENCE_PRESENT] = "=++--+",
        [PRESENCE_LEFT] = "+=+--+",
        [PRESENCE_SIGNED] = "=+=--+",
        [PRESENCE_EXCUSED] = "+-+=++",
        [PRESENCE_ABSENT] = "+-++=+",
        [PRESENCE_ANNULLED] = "+-+++-",
        [NONE] = "+-+++-",
    };

    for (int last = 0; last <= NONE; last++)
        for (int kind = 0; kind < KINDS; kind++) {
            const enum presence_verdict verdict = follow(last, kind);
            const char sign = verdict == PRESENCE_WRITTEN     ? '+'
                              : verdict == PRESENCE_UNCHANGED ? '='
                                                              : '-';
            ck_assert_msg(sign == verdicts[last][kind], "after %s comes %s: %c",
                          last == NONE ? "nothing" : presence_kinds[last].name,
                          presence_kinds[kind].name, sign);
            ck_assert_int_eq(err.message[0] != '\0', sign == '-');
        }
}
END_TEST

START_TEST(mark_of_another_place__is_written__and_of_the_same_changes_nothing)
{
    const struct presence afar = { .head = { .id = 7 }, .remote = true };

    ck_assert_int_eq(presence_follow(&afar, PRESENCE_PRESENT, true, &err),
                     PRESENCE_UNCHANGED);
    ck_assert_int_eq(presence_follow(&afar, PRESENCE_PRESENT, false, &err),
                     PRESENCE_WRITTEN);
    ck_assert_int_eq(presence_follow(&afar, PRESENCE_LEFT, true, &err), PRESENCE_WRITTEN);
}
END_TEST

START_TEST(who_is_not_there__is_not_there_remotely)
{
    for (int kind = 0; kind < PRESENCE_ANNULLED; kind++) {
        const struct presence mark = { .kind = (enum presence_kind)kind, .remote = true };
        err = (struct error){ 0 };
        ck_assert_int_eq(presence_entity.check(&mark, &err),
                         presence_was_there((enum presence_kind)kind));
    }
    ck_assert_str_eq(err.field, "remote");
}
END_TEST

START_TEST(who_was_seen__is_not_absent__and_the_refusal_names_who_saw_them)
{
    ck_assert_int_eq(follow(PRESENCE_PRESENT, PRESENCE_ABSENT), PRESENCE_REFUSED);
    ck_assert_int_eq(err.kind, ERROR_RULE);
    ck_assert_ptr_nonnull(strstr(err.message, "lea"));
    ck_assert_ptr_nonnull(strstr(err.message, "annul"));
}
END_TEST

START_TEST(expected__are_the_accepted_in_every_role__and_who_holds_a_seat)
{
    struct seat_rule rule;
    seat_rule_init(&rule, false, false, false);
    const struct {
        enum registration_state state;
        enum registration_role role;
        bool expected;
    } people[] = {
        { REGISTRATION_ACCEPTED, REGISTRATION_PARTICIPANT, true },
        { REGISTRATION_ACCEPTED, REGISTRATION_SPEAKER, true },
        { REGISTRATION_OFFERED, REGISTRATION_PARTICIPANT, true },
        { REGISTRATION_PENDING, REGISTRATION_PARTICIPANT, false },
        { REGISTRATION_WAITING, REGISTRATION_PARTICIPANT, false },
        { REGISTRATION_INVITED, REGISTRATION_PARTICIPANT, false },
        { REGISTRATION_WITHDRAWN, REGISTRATION_SPEAKER, false },
    };

    for (size_t i = 0; i < sizeof people / sizeof people[0]; i++) {
        const struct registration registration = { .state = people[i].state,
                                                   .role = people[i].role };
        ck_assert_int_eq(presence_is_expected(&registration, &rule), people[i].expected);
    }
}
END_TEST

static struct local_time
at_hour(int hour, int minute)
{
    return (struct local_time){ .date = { 2027, 3, 16 }, .hour = hour, .minute = minute };
}

/* The id of the slot that is meant then, of 1: 09:30 to 12:30 and 2: 13:30 to 17:00, and
 * of 3: 14:00 to 15:00 when there are three; 0 when none is. */
static int64_t
meant(size_t count, int hour, int minute)
{
    struct slot slots[] = {
        { .head = { .id = 1 }, .start = at_hour(9, 30), .end = at_hour(12, 30) },
        { .head = { .id = 2 }, .start = at_hour(13, 30), .end = at_hour(17, 0) },
        { .head = { .id = 3 }, .start = at_hour(14, 0), .end = at_hour(15, 0) },
    };
    const struct slot_list list = { .items = slots, .count = count };
    const struct slot *slot = slot_list_choose(&list, at_hour(hour, minute));
    return slot ? slot->head.id : 0;
}

START_TEST(slot_that_is_meant__is_the_only_one__at_any_hour)
{
    ck_assert_int_eq(meant(1, 3, 0), 1);
    ck_assert_int_eq(meant(0, 9, 30), 0);
}
END_TEST

START_TEST(slot_that_is_meant__is_the_one_that_runs__or_begins_within_the_hour)
{
    ck_assert_int_eq(meant(2, 8, 29), 0);
    ck_assert_int_eq(meant(2, 8, 30), 1);
    ck_assert_int_eq(meant(2, 9, 30), 1);
    ck_assert_int_eq(meant(2, 12, 29), 1); /* the next begins soon, but this one runs */
    ck_assert_int_eq(meant(2, 12, 30), 2);
    ck_assert_int_eq(meant(2, 16, 59), 2);
    ck_assert_int_eq(meant(2, 17, 0), 0);
}
END_TEST

START_TEST(slot_that_is_meant__is_asked_for__while_two_run)
{
    ck_assert_int_eq(meant(3, 14, 30), 0);
    ck_assert_int_eq(meant(3, 15, 0), 2);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_test(tests, marks__follow_each_other__as_people_come_and_go);
    tcase_add_test(tests,
                   mark_of_another_place__is_written__and_of_the_same_changes_nothing);
    tcase_add_test(tests, who_is_not_there__is_not_there_remotely);
    tcase_add_test(tests,
                   who_was_seen__is_not_absent__and_the_refusal_names_who_saw_them);
    tcase_add_test(tests, expected__are_the_accepted_in_every_role__and_who_holds_a_seat);
    tcase_add_test(tests, slot_that_is_meant__is_the_only_one__at_any_hour);
    tcase_add_test(tests,
                   slot_that_is_meant__is_the_one_that_runs__or_begins_within_the_hour);
    tcase_add_test(tests, slot_that_is_meant__is_asked_for__while_two_run);
}

SUITE_MAIN("presence")
