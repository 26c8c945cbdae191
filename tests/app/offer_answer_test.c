/* SPDX-License-Identifier: GPL-3.0-or-later */
/* offer_answer_test.c - an offer is answered by who is in the room, on any day; else the
 * days of registration bind every yes to it alike */
#include "atelier/app/attend.h"
#include "atelier/app/door.h"
#include "atelier/app/substitute.h"
#include "atelier/app/walk_in.h"
#include "settle_office.h"

#define SQL_CEM                                                                          \
    "SELECT state, previous_state, rank FROM registration_view WHERE family = 'Cem'"
#define SQL_LAST_ACT "SELECT act FROM journal_view ORDER BY id DESC LIMIT 1"

/* Cem is offered the seat of Ada, and the meeting has begun. */
static void
offer(void)
{
    ck_assert(plan_act(at, meeting, MEETING_CONFIRM, NULL, &err) ||
              err.kind == ERROR_RULE);
    fill();
    ck_assert(act(people[0], REGISTRATION_WITHDRAW));
    atelier_close(at);
    at = office_return(NULL, "2027-03-16 09:40");
}

/* Whether it answered the offer. */
static bool
mark(enum presence_kind kind, const char *reason)
{
    const struct attend_request request = {
        .meeting = meeting, .person = people[2], .kind = kind, .reason = reason
    };
    struct attend_outcome marked;

    attend_outcome_init(&marked);
    ck_assert_msg(attend_mark(at, &request, &marked, &err), "%s", err.message);
    const bool answered = marked.accepted_offer;
    attend_outcome_clear(&marked);
    return answered;
}

static void
hold(void)
{
    ck_assert_msg(plan_act(at, meeting, MEETING_HOLD, NULL, &err), "%s", err.message);
}

/* NULL: nothing. */
static void
expect_told(const char *expected)
{
    struct register_given given;
    struct buffer text = { 0 };

    ck_assert_int_eq(register_given_take(at, &given), expected != NULL);
    ck_assert_int_eq(register_given_say(at, &given, &text), expected != NULL);
    ck_assert_str_eq(buffer_text(&text), expected ? expected : "");
    buffer_clear(&text);
}

/* Whose mark it is has another state on the list since: it is not only a mark. */
START_TEST(door__sees_that_who_is_there_has_accepted)
{
    struct door_roll roll = { 0 };

    offer();
    (void)mark(PRESENCE_EXCUSED, NULL); /* makes the slot */
    const int64_t slot = database_file_number("SELECT max(id) FROM slot");
    ck_assert(door_follow(at, meeting, slot, &roll, &err));
    ck_assert_int_eq(door_roll_person(&roll, people[2])->state, REGISTRATION_OFFERED);
    (void)mark(PRESENCE_ANNULLED, "wrong");
    ck_assert(mark(PRESENCE_PRESENT, NULL));
    ck_assert(door_follow(at, meeting, slot, &roll, &err));
    ck_assert_int_eq(door_roll_person(&roll, people[2])->state, REGISTRATION_ACCEPTED);
    door_roll_clear(&roll);
}
END_TEST

START_TEST(who_is_there__has_accepted__in_one_act)
{
    static const enum presence_kind kinds[] = { PRESENCE_PRESENT, PRESENCE_SIGNED };

    offer();
    ck_assert(mark(kinds[_i], NULL));
    office_expect(SQL_CEM, "accepted|offered|-\n");
    ck_assert(!mark(kinds[_i], NULL)); /* once is enough */
    ck_assert(undo_last(at, NULL, &entry, &err));
    office_expect(SQL_CEM, "offered|waiting|1\n");
    ck_assert(redo_last(at, NULL, &entry, &err));
    hold();
    expect_told(NULL);
    office_expect(SQL_CEM, "accepted|offered|-\n");
}
END_TEST

/* The days bind who answers from elsewhere: nobody is sent away who sits there. */
START_TEST(who_is_there__has_accepted__after_the_last_day_too)
{
    offer();
    office_change(at, &meeting_entity, meeting, "closes", "2027-03-10", NULL);
    mark(PRESENCE_PRESENT, NULL);
    office_expect(SQL_CEM, "accepted|offered|-\n");
}
END_TEST

START_TEST(several_who_are_marked_at_once__have_accepted)
{
    struct attend_sum sum;
    const struct attend_request request = { .meeting = meeting,
                                            .kind = PRESENCE_PRESENT };

    offer();
    const int64_t ids[] = { find(people[1]), find(people[2]) };
    ck_assert_msg(attend_mark_many(at, &request, ids, 2, &sum, &err), "%s", err.message);
    ck_assert_uint_eq(sum.done, 2);
    ck_assert_uint_eq(sum.accepted_offers, 1);
    attend_sum_clear(&sum);
    office_expect(SQL_CEM, "accepted|offered|-\n");
}
END_TEST

START_TEST(who_comes_to_the_door__has_accepted)
{
    const struct walk_in_request request = { .meeting = meeting, .person = people[2] };
    struct walk_in_outcome walked;

    offer();
    office_change(at, &meeting_entity, meeting, "closes", "2027-03-10", NULL);
    walk_in_outcome_init(&walked);
    ck_assert_msg(walk_in_add(at, &request, &walked, &err), "%s", err.message);
    ck_assert_int_eq(walked.registration.state, REGISTRATION_ACCEPTED);
    ck_assert(walked.attendance.accepted_offer);
    walk_in_outcome_clear(&walked);
    office_expect(SQL_CEM, "accepted|offered|-\n");
}
END_TEST

START_TEST(who_is_marked_as_absent__has_not_answered)
{
    offer();
    ck_assert(!mark(PRESENCE_ABSENT, NULL));
    office_expect(SQL_CEM, "offered|waiting|1\n");
    hold();
    expect_told("1 offer that nobody had answered lapses.");
    office_expect(SQL_CEM, "lapsed|offered|1\n");
}
END_TEST

/* A mark that an older program left beside the offer; one that was annulled is none. */
START_TEST(who_was_marked_and_not_asked__does_not_lapse)
{
    const bool annulled = _i == 1;

    offer();
    mark(PRESENCE_PRESENT, NULL);
    if (annulled)
        mark(PRESENCE_ANNULLED, "Another Cem");
    office_change_row_unseen(&registration_entity, find(people[2]), "state", "offered");
    office_change_row_unseen(&registration_entity, find(people[2]), "rank", "1");
    hold();
    expect_told(annulled ? "1 offer that nobody had answered lapses."
                         : "1 offer is accepted, as its person was there.");
    office_expect(SQL_CEM, annulled ? "lapsed|offered|1\n" : "accepted|offered|-\n");
    office_expect(SQL_LAST_ACT, "meeting.hold\n");
}
END_TEST

/* --- days */

#define CLOSED "closed on Sat 20/02/2027"

static void
expect_closed(bool ok)
{
    ck_assert(!ok);
    ck_assert_int_eq(err.kind, ERROR_RULE);
    ck_assert_msg(strstr(err.message, CLOSED) != NULL, "%s", err.message);
}

static bool
come_instead(void)
{
    const struct substitute_request request = { .registration = find(people[2]),
                                                .person = people[0],
                                                .act = REGISTRATION_SUBSTITUTE };

    return register_substitute(at, &request, &outcome, &err);
}

static void
expect_why(struct atelier *who, const char *words, bool there)
{
    struct register_reasons reasons = { 0 };

    ck_assert_msg(register_why(who, find(people[2]), &reasons, &err), "%s", err.message);
    ck_assert_msg((strstr(buffer_text(&reasons.text), words) != NULL) == there, "%s",
                  buffer_text(&reasons.text));
    register_reasons_clear(&reasons);
}

START_TEST(an_offer_after_the_last_day__is_taken_by_nobody__and_says_so)
{
    fill();
    ck_assert(act(people[0], REGISTRATION_WITHDRAW));
    expect_why(at, "cannot accept", false);
    office_change(at, &meeting_entity, meeting, "closes", "2027-02-20", NULL);
    expect_closed(act(people[2], REGISTRATION_ACCEPT));
    expect_closed(come_instead());
    expect_why(at, "Today they cannot accept it: Registration " CLOSED, true);
    expect_why(at, "ask an organiser", false);

    struct atelier *reader = office_hire(at, "rea", ROLE_READER);
    expect_why(reader, "ask an organiser", true);
    atelier_close(reader);
    office_expect(SQL_CEM, "offered|waiting|1\n");
    office_change(at, &meeting_entity, meeting, "closes", "2027-03-10", NULL);
    ck_assert_msg(come_instead(), "%s", err.message);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_loop_test(tests, who_is_there__has_accepted__in_one_act, 0, 2);
    tcase_add_test(tests, door__sees_that_who_is_there_has_accepted);
    tcase_add_test(tests, who_is_there__has_accepted__after_the_last_day_too);
    tcase_add_test(tests, several_who_are_marked_at_once__have_accepted);
    tcase_add_test(tests, who_comes_to_the_door__has_accepted);
    tcase_add_test(tests, who_is_marked_as_absent__has_not_answered);
    tcase_add_loop_test(tests, who_was_marked_and_not_asked__does_not_lapse, 0, 2);
    tcase_add_test(tests, an_offer_after_the_last_day__is_taken_by_nobody__and_says_so);
}

SUITE_MAIN("offer_answer")
