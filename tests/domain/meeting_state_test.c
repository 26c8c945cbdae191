/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meeting_state_test.c - the ways of a meeting through its states */
#include <stdlib.h>
#include <string.h>

#include "atelier/base/memory.h"
#include "atelier/domain/meeting.h"

#include "support/suite.h"

enum { STATES = MEETING_CLOSED + 1, ACTS = MEETING_CLOSE + 1 };

static bool
can(enum meeting_state state, enum meeting_act act, enum meeting_state *after)
{
    return meeting_state_after(state, act, after, NULL);
}

/* Every state that can be reached in any number of acts. */
static unsigned
reachable(enum meeting_state from)
{
    unsigned reached = 0;
    unsigned before;

    do {
        before = reached;
        for (int state = 0; state < STATES; state++) {
            if (state != (int)from && (reached & 1U << state) == 0)
                continue;
            for (int act = 0; act < ACTS; act++) {
                enum meeting_state after;
                if (can((enum meeting_state)state, (enum meeting_act)act, &after))
                    reached |= 1U << after;
            }
        }
    } while (reached != before);
    return reached;
}

START_TEST(passages__are__those_of_the_design)
{
    static const struct {
        enum meeting_state from;
        enum meeting_act act;
        enum meeting_state to;
    } allowed[] = {
        { MEETING_DRAFT, MEETING_CONFIRM, MEETING_CONFIRMED },
        { MEETING_DRAFT, MEETING_CANCEL, MEETING_CANCELLED },
        { MEETING_CONFIRMED, MEETING_POSTPONE, MEETING_POSTPONED },
        { MEETING_CONFIRMED, MEETING_CANCEL, MEETING_CANCELLED },
        { MEETING_CONFIRMED, MEETING_HOLD, MEETING_HELD },
        { MEETING_POSTPONED, MEETING_CONFIRM, MEETING_CONFIRMED },
        { MEETING_POSTPONED, MEETING_CANCEL, MEETING_CANCELLED },
        { MEETING_HELD, MEETING_CLOSE, MEETING_CLOSED },
    };
    enum { ALLOWED = sizeof allowed / sizeof allowed[0] };
    int passages = 0;

    for (int i = 0; i < ALLOWED; i++) {
        enum meeting_state after;
        ck_assert(can(allowed[i].from, allowed[i].act, &after));
        ck_assert_int_eq(after, allowed[i].to);
    }
    for (int state = 0; state < STATES; state++)
        for (int act = 0; act < ACTS; act++) {
            enum meeting_state after;
            passages += can((enum meeting_state)state, (enum meeting_act)act, &after);
        }
    ck_assert_int_eq(passages, ALLOWED);
}

START_TEST(closed_and_cancelled__have__no_way_back)
{
    ck_assert_uint_eq(reachable(MEETING_CLOSED), 0);
    ck_assert_uint_eq(reachable(MEETING_CANCELLED), 0);
}

START_TEST(held__leads__to_closed_only)
{
    ck_assert_uint_eq(reachable(MEETING_HELD), 1U << MEETING_CLOSED);
}

START_TEST(no_state__leads_back__to_draft)
{
    for (int state = 0; state < STATES; state++)
        ck_assert_uint_eq(reachable((enum meeting_state)state) & 1U << MEETING_DRAFT, 0);
}

START_TEST(every_state__is_reached__from_a_draft)
{
    ck_assert_uint_eq(reachable(MEETING_DRAFT) | 1U << MEETING_DRAFT, (1U << STATES) - 1);
}

START_TEST(refusal__says_what_is_possible__and_changes_nothing)
{
    for (int state = 0; state < STATES; state++)
        for (int act = 0; act < ACTS; act++) {
            struct error err = { 0 };
            enum meeting_state after = (enum meeting_state)99;

            if (meeting_state_after((enum meeting_state)state, (enum meeting_act)act,
                                    &after, &err))
                continue;
            ck_assert_int_eq(err.kind, ERROR_RULE);
            ck_assert_int_eq((int)after, 99);
            ck_assert_ptr_nonnull(strstr(err.message, "meeting"));
        }
}

START_TEST(open__means__neither_cancelled_nor_closed)
{
    for (int state = 0; state < STATES; state++) {
        struct meeting meeting = { .state = (enum meeting_state)state };

        ck_assert_int_eq(meeting_is_open(&meeting),
                         state != MEETING_CANCELLED && state != MEETING_CLOSED);
    }
}

static void
meeting_fill(struct meeting *meeting)
{
    record_init(&meeting_entity, meeting);
    meeting->title = memory_copy("Jobs");
    meeting->start = (struct local_time){ .date = { 2027, 3, 16 }, .hour = 9 };
    meeting->end = (struct local_time){ .date = { 2027, 3, 16 }, .hour = 12 };
    meeting->zone = memory_copy("Europe/Paris");
    meeting->state = MEETING_CONFIRMED;
}

/* Rule 8, for one change of one field. */
static void
expect_rise(const char *name, const char *text, bool rises)
{
    struct meeting before, after;

    meeting_fill(&before);
    meeting_fill(&after);
    ck_assert(field_parse(entity_field(&meeting_entity, name), &after, text, NULL));
    ck_assert_msg(meeting_sequence_rises(&before, &after) == rises, "%s", name);
    record_clear(&meeting_entity, &before);
    record_clear(&meeting_entity, &after);
}

START_TEST(sequence__rises__with_time_and_place)
{
    expect_rise("start", "2027-03-16 09:01", true);
    expect_rise("end", "2027-03-16 12:01", true);
    expect_rise("zone", "Europe/Riga", true);
    expect_rise("room", "3", true);
    expect_rise("place", "the town hall", true);
    expect_rise("link", "https://example.org/room", true);
    expect_rise("state", "cancelled", true);
    expect_rise("state", "postponed", true);
    expect_rise("state", "draft", true);
}

START_TEST(sequence__stays__when_words_and_seats_change)
{
    expect_rise("title", "Jobs and cities", false);
    expect_rise("description", "New text", false);
    expect_rise("seats", "12", false);
    expect_rise("state", "held", false);
    expect_rise("number", "4", false);
    expect_rise("start", "2027-03-16 09:00", false);
}

START_TEST(sequence__rises__when_a_postponed_meeting_takes_place_again)
{
    struct meeting before, after;

    meeting_fill(&before);
    meeting_fill(&after);
    before.state = MEETING_POSTPONED;
    ck_assert(meeting_sequence_rises(&before, &after));
    after.state = MEETING_CANCELLED;
    ck_assert(meeting_sequence_rises(&before, &after));
    record_clear(&meeting_entity, &before);
    record_clear(&meeting_entity, &after);
}

static void
add_tests(TCase *tests)
{
    tcase_add_test(tests, passages__are__those_of_the_design);
    tcase_add_test(tests, closed_and_cancelled__have__no_way_back);
    tcase_add_test(tests, held__leads__to_closed_only);
    tcase_add_test(tests, no_state__leads_back__to_draft);
    tcase_add_test(tests, every_state__is_reached__from_a_draft);
    tcase_add_test(tests, refusal__says_what_is_possible__and_changes_nothing);
    tcase_add_test(tests, open__means__neither_cancelled_nor_closed);
    tcase_add_test(tests, sequence__rises__with_time_and_place);
    tcase_add_test(tests, sequence__stays__when_words_and_seats_change);
    tcase_add_test(tests, sequence__rises__when_a_postponed_meeting_takes_place_again);
}

SUITE_MAIN("meeting_state")
