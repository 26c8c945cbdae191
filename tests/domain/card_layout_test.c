/* SPDX-License-Identifier: GPL-3.0-or-later */
/* card_layout_test.c - what one text says of how cards lie on a page, and what it may not
 */
#include "atelier/domain/card_layout.h"

#include <string.h>

#include "support/suite.h"

static void
ck_read(enum card_kind kind, const char *text, struct card_layout expected)
{
    struct card_layout l;
    struct error err = { 0 };

    ck_assert_msg(card_layout_read(kind, text, &l, &err), "%s: %s", text, err.message);
    ck_assert_msg(l.width == expected.width && l.height == expected.height &&
                      l.across == expected.across && l.down == expected.down &&
                      l.left == expected.left && l.top == expected.top &&
                      l.gap_x == expected.gap_x && l.gap_y == expected.gap_y,
                  "%s: %d x %d, %d x %d, %d x %d, %d x %d", text, (int)l.width,
                  (int)l.height, (int)l.across, (int)l.down, (int)l.left, (int)l.top,
                  (int)l.gap_x, (int)l.gap_y);
    ck_assert(card_layout_fits(&l));
}

static void
ck_refuse(enum card_kind kind, const char *text, const char *why)
{
    struct card_layout l;
    struct error err = { 0 };

    ck_assert_msg(!card_layout_read(kind, text, &l, &err), "%s", text);
    ck_assert_int_eq(err.kind, ERROR_INPUT);
    ck_assert_msg(strstr(err.message, why), "%s: %s", text, err.message);
}

START_TEST(a_size_alone__is_laid_out_as_often_as_it_fits__in_the_middle)
{
    const struct card_layout usual = { 900, 540, 2, 5, 150, 135, 0, 0 };

    ck_read(CARD_BADGE, "90 x 54", usual);
    ck_read(CARD_BADGE, "90x54", usual);
    ck_read(CARD_BADGE, " 90.0 × 54 ", usual);
    ck_read(CARD_BADGE, NULL, usual);
    ck_read(CARD_BADGE, " ", usual);
    ck_read(CARD_PLACE, NULL, (struct card_layout){ 1000, 900, 2, 3, 50, 135, 0, 0 });
    ck_read(CARD_PLACE, "210 x 297",
            (struct card_layout){ 2100, 2970, 1, 1, 0, 0, 0, 0 });
}
END_TEST

START_TEST(columns_rows_margins_and_gaps__are_as_they_are_said)
{
    ck_read(CARD_BADGE, "85 x 54, 2 x 5, 15 x 13.5, 10 x 0",
            (struct card_layout){ 850, 540, 2, 5, 150, 135, 100, 0 });
    ck_read(CARD_BADGE, "85 x 54, 2 x 4",
            (struct card_layout){ 850, 540, 2, 4, 200, 405, 0, 0 });
    ck_read(CARD_BADGE, "85x54,,,10x5",
            (struct card_layout){ 850, 540, 2, 5, 150, 35, 100, 50 });
    ck_read(CARD_BADGE, "85 x 54, , 0 x 0",
            (struct card_layout){ 850, 540, 2, 5, 0, 0, 0, 0 });
}
END_TEST

START_TEST(a_name__stands_for_a_whole_one__however_it_is_written)
{
    ck_read(CARD_BADGE, "card", (struct card_layout){ 850, 540, 2, 5, 150, 135, 100, 0 });
    ck_read(CARD_BADGE, " A7 ", (struct card_layout){ 1050, 740, 2, 4, 0, 5, 0, 0 });
    ck_read(CARD_PLACE, "a6", (struct card_layout){ 1050, 1480, 2, 2, 0, 5, 0, 0 });
    ck_refuse(CARD_BADGE, "a4", "badge, place, card, a7, a6, a5");
}
END_TEST

START_TEST(what_does_not_fit__is_said)
{
    ck_refuse(CARD_BADGE, "90 x 54, 3 x 5", "take 270 mm");
    ck_refuse(CARD_BADGE, "90 x 54, 2 x 6", "take 324 mm");
    ck_refuse(CARD_BADGE, "90 x 54, 2 x 5, 20.5 x 10, 10 x 0", "take 210.5 mm");
    ck_refuse(CARD_BADGE, "90 x 54, 2 x 5, 15 x 13, 0 x 4", "take 299 mm");
    ck_refuse(CARD_BADGE, "90 x 54, 0 x 5", "at least one column");
    ck_refuse(CARD_BADGE, "211 x 54", "fits on A4");
    ck_refuse(CARD_BADGE, "90 x 298", "fits on A4");
    ck_refuse(CARD_PLACE, "19.9 x 54", "at least 20 mm");
    ck_refuse(CARD_BADGE, "49 x 54", "its code");
    ck_refuse(CARD_BADGE, "90 x 44", "its code");
    ck_refuse(CARD_PLACE, "999 x 999, 999 x 999, 999 x 999, 999 x 999", "fits on A4");
}
END_TEST

START_TEST(what_is_no_size__is_refused)
{
    static const char *const texts[] = {
        "90",
        "90 x",
        "x 54",
        "90 x 54 x 2",
        "-90 x -54",
        "90 by 54",
        "90 x 54, 2",
        "90 x 5400",
        "90.55 x 54",
        "90. x 54",
        "90 x 54, 2.5 x 5",
        ", 2 x 5",
        "90 x 54 2 x 5",
        "90 x 54, badge",
        "badge, 2 x 5",
        "90 x 54 ; 2",
        "90 x 54, 2 x 5, 1 x 1, 1 x 1, 1 x 1",
    };
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        ck_refuse(CARD_BADGE, texts[i], "is no size");
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_test(tests, a_size_alone__is_laid_out_as_often_as_it_fits__in_the_middle);
    tcase_add_test(tests, columns_rows_margins_and_gaps__are_as_they_are_said);
    tcase_add_test(tests, a_name__stands_for_a_whole_one__however_it_is_written);
    tcase_add_test(tests, what_does_not_fit__is_said);
    tcase_add_test(tests, what_is_no_size__is_refused);
}

SUITE_MAIN("card_layout")
