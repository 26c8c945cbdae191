/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pace_test.c - a key held down on lines that are fast, slow, long or mute */
#include "terminal/pace.h"

#include "support/suite.h"

enum { REPEAT = 33, PRESSES = 60, PRESS = 1000 };

/* A line: how long a frame takes, and how long the way there and back. */
struct way {
    int frame;
    int there_and_back;
    bool mute;
};

struct held {
    struct pace pace;
    int frames;
    int hurried;
    int asked;
    int under_way, under_way_most;
    int64_t rest; /* when the last frame has arrived, after the release */
};

/* Plays a key that is held down, a millisecond at a time. */
static struct held
hold(struct way way)
{
    struct held held = { 0 };
    int64_t free_at = 0, arrives[PRESSES * 4] = { 0 };
    int64_t answers[PRESSES * 4] = { 0 };
    int answered = 0;
    int64_t released = PRESS + PRESSES * REPEAT;
    bool dirty = false;
    int arrived = 0;

    for (int64_t now = PRESS; now < released + 20000; now++) {
        if (now < released && (now - PRESS) % REPEAT == 0) {
            pace_key(&held.pace, now > PRESS, now);
            dirty = true;
        }
        while (answered < held.asked && answers[answered] <= now && !way.mute) {
            pace_answer(&held.pace, now);
            answered++;
        }
        while (arrived < held.frames && arrives[arrived] <= now)
            arrived++;
        if (pace_next(&held.pace, dirty) > now)
            continue;
        bool hurried = pace_is_hurried(&held.pace, now);
        free_at = (free_at > now ? free_at : now) + way.frame;
        ck_assert_int_lt(held.frames, PRESSES * 4);
        arrives[held.frames++] = free_at;
        dirty = false;
        held.hurried += hurried;
        if (pace_frame(&held.pace, hurried, now)) {
            ck_assert_int_lt(held.asked, PRESSES * 4);
            answers[held.asked++] = free_at + way.there_and_back;
        }
        held.under_way = held.frames - arrived;
        if (held.under_way > held.under_way_most)
            held.under_way_most = held.under_way;
        held.rest = free_at - released;
    }
    ck_assert(!dirty);
    ck_assert(!held.pace.owes);
    return held;
}

START_TEST(one_press__is_painted_at_once__and_nobody_is_asked)
{
    struct pace pace = { 0 };

    ck_assert(pace_next(&pace, false) == INT64_MAX);
    pace_key(&pace, false, 1000);
    ck_assert_int_le(pace_next(&pace, true), 1000);
    ck_assert(!pace_frame(&pace, false, 1000));
    /* the same key again, at a person's speed */
    pace_key(&pace, true, 1200);
    ck_assert_int_le(pace_next(&pace, true), 1200);
    ck_assert(!pace_frame(&pace, false, 1200));
    ck_assert_int_eq(pace_awaits_until(&pace), 0);
}
END_TEST

START_TEST(a_held_key__makes_twelve_frames_a_second__on_a_fast_line)
{
    struct held held = hold((struct way){ .frame = 1, .there_and_back = 1 });

    ck_assert_int_ge(held.frames, PRESSES * REPEAT / 84);
    ck_assert_int_le(held.frames, PRESSES * REPEAT / 84 + 3);
    ck_assert_int_eq(held.hurried, 0);
    ck_assert_int_le(held.rest, 20);
}
END_TEST

/* Twelve a second: the next comes a frame's time behind the last. */
START_TEST(a_held_key__waits__for_the_next_frame)
{
    struct pace pace = { 0 };

    pace_key(&pace, false, 1000);
    (void)pace_frame(&pace, false, 1000);
    pace_key(&pace, true, 1030);
    pace_key(&pace, true, 1060);
    ck_assert_int_eq(pace_next(&pace, true), 1000 + 84);
}
END_TEST

START_TEST(a_held_key__has_one_frame_under_way__on_a_slow_line)
{
    struct held held = hold((struct way){ .frame = 400, .there_and_back = 20 });

    ck_assert_int_le(held.under_way_most, 2); /* the first press, and one more */
    ck_assert_int_le(held.rest, 2 * 400 + 20);
    ck_assert_int_eq(held.asked, held.frames - 1);
}
END_TEST

START_TEST(a_long_way__leaves_nothing_out)
{
    struct held held = hold((struct way){ .frame = 1, .there_and_back = 600 });

    ck_assert_int_eq(held.hurried, 0);
    ck_assert_int_ge(held.frames, 3);
}
END_TEST

START_TEST(a_long_way__holds_as_many_frames_as_a_short_one__once_it_is_known_to_be_long)
{
    struct held held = hold((struct way){ .frame = 1, .there_and_back = 150 });

    ck_assert_int_ge(held.frames, PRESSES * REPEAT / 84 - 2);
    ck_assert_int_le(held.rest, 10); /* the last frame waits for no answer */
}
END_TEST

START_TEST(an_escape__is_a_key_soon__though_an_answer_may_be_late)
{
    struct held held = hold((struct way){ .frame = 1, .there_and_back = 40 });
    const int64_t now = 100000;

    pace_key(&held.pace, false, now - 40);
    pace_key(&held.pace, true, now);
    ck_assert(pace_frame(&held.pace, false, now));
    ck_assert_int_gt(pace_awaits_until(&held.pace), now);
    ck_assert_int_le(pace_awaits_until(&held.pace), now + 2 * 41 + 100);
    ck_assert_int_eq(pace_answer_ends(&held.pace), now + 3000);
}
END_TEST

START_TEST(a_terminal_that_never_answers__is_asked_once__and_waited_for_once)
{
    struct held held = hold((struct way){ .frame = 1, .mute = true });

    ck_assert_int_eq(held.asked, 1);
    ck_assert_int_ge(held.frames, (PRESSES * REPEAT - 1000) / 84);
    ck_assert_int_le(held.rest, 20);
}
END_TEST

START_TEST(an_answer_that_is_lost__stops_the_screen_for_a_while_only)
{
    struct pace pace = { 0 };

    pace_key(&pace, false, 1000);
    (void)pace_frame(&pace, false, 1000);
    pace_key(&pace, true, 1030);
    ck_assert(pace_frame(&pace, false, 1084));
    pace_answer(&pace, 1090);
    ck_assert(pace_frame(&pace, false, 1168));
    pace_key(&pace, true, 1201);
    pace_key(&pace, true, 1234);
    ck_assert_int_gt(pace_next(&pace, true), 1300);
    ck_assert_int_le(pace_next(&pace, true), 1168 + 3000);
    /* another key is painted at once */
    pace_key(&pace, false, 1400);
    ck_assert_int_le(pace_next(&pace, true), 1400);
    /* and once it is lost nobody waits any more, until an answer comes after all */
    pace_key(&pace, true, 4170);
    ck_assert(!pace_frame(&pace, false, 4200));
    ck_assert_int_eq(pace_awaits_until(&pace), 0);
    pace_answer(&pace, 5000);
    pace_key(&pace, true, 5000);
    pace_key(&pace, true, 5030);
    ck_assert(pace_frame(&pace, false, 5090));
}
END_TEST

START_TEST(a_line_that_falls_behind__gets_little__and_the_rest_when_the_key_rests)
{
    struct pace pace = { 0 };

    pace_key(&pace, false, 1000);
    (void)pace_frame(&pace, false, 1000);
    pace_key(&pace, true, 1033);
    ck_assert(pace_frame(&pace, false, 1084));
    pace_answer(&pace, 1100);
    pace_key(&pace, true, 1066);
    ck_assert(!pace_is_hurried(&pace, 1070));
    ck_assert(pace_frame(&pace, false, 1168));
    pace_key(&pace, true, 1099);
    pace_answer(&pace, 1400); /* nineteen times as long as the one before */
    pace_key(&pace, true, 1132);
    ck_assert(pace_is_hurried(&pace, 1150));
    ck_assert(pace_frame(&pace, true, 1150));
    pace_answer(&pace, 1160);
    ck_assert_int_eq(pace_next(&pace, false), 1132 + 38);
    ck_assert(!pace_is_hurried(&pace, 1132 + 38));
    (void)pace_frame(&pace, false, 1132 + 38);
    ck_assert(pace_next(&pace, false) == INT64_MAX);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_test(tests, one_press__is_painted_at_once__and_nobody_is_asked);
    tcase_add_test(tests, a_held_key__makes_twelve_frames_a_second__on_a_fast_line);
    tcase_add_test(tests, a_held_key__waits__for_the_next_frame);
    tcase_add_test(tests, a_held_key__has_one_frame_under_way__on_a_slow_line);
    tcase_add_test(tests, a_long_way__leaves_nothing_out);
    tcase_add_test(
        tests,
        a_long_way__holds_as_many_frames_as_a_short_one__once_it_is_known_to_be_long);
    tcase_add_test(tests, an_escape__is_a_key_soon__though_an_answer_may_be_late);
    tcase_add_test(tests,
                   a_terminal_that_never_answers__is_asked_once__and_waited_for_once);
    tcase_add_test(tests, an_answer_that_is_lost__stops_the_screen_for_a_while_only);
    tcase_add_test(
        tests, a_line_that_falls_behind__gets_little__and_the_rest_when_the_key_rests);
}

SUITE_MAIN("pace")
