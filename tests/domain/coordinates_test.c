/* SPDX-License-Identifier: GPL-3.0-or-later */
/* coordinates_test.c - which texts are a point on earth, and which point */
#include "atelier/domain/coordinates.h"

#include <locale.h>

#include "support/suite.h"

static struct coordinates found;

START_TEST(coordinates__are_read__as_people_write_them)
{
    static const struct {
        const char *text;
        double latitude;
        double longitude;
    } points[] = {
        { "45.184000;0.721000", 45.184, 0.721 },
        { "45.184,0.721", 45.184, 0.721 },
        { "45.184, 0.721", 45.184, 0.721 },
        { "45.184 0.721", 45.184, 0.721 },
        { " -45.5; -180 ", -45.5, -180 },
        { "+45.5;+0.5", 45.5, 0.5 },
        { "-0.5;-0", -0.5, 0 },
        { "90.000;-180.0", 90, -180 },
        { "-90;180", -90, 180 },
        { "45.;0", 45, 0 },
        { "007;0.0000000001", 7, 1e-10 },
        { "45,12", 45, 12 },
    };

    for (size_t i = 0; i < sizeof points / sizeof points[0]; i++) {
        ck_assert_msg(coordinates_parse(points[i].text, &found), "%s", points[i].text);
        ck_assert(found.known);
        ck_assert_double_eq_tol(found.latitude, points[i].latitude, 1e-9);
        ck_assert_double_eq_tol(found.longitude, points[i].longitude, 1e-9);
    }
}
END_TEST

START_TEST(coordinates__are_not_known__from_what_is_no_point_on_earth)
{
    static const char *const texts[] = {
        "",          " ",          "45",
        ";",         "45;",        ";45",
        "a;b",       "north;0",    "1e1;0",
        "nan;nan",   "45;0x1",     "45;0;1",
        "45.184 N",  "45.184\t;0", "45;0\n",
        "91;0",      "-91;0",      "90.1;0",
        "90.0001;0", "0;181",      "0;-180.5",
        "-;1",       "--45;1",     "+-45;1",
        "45;-",      "- 45;1",     ".5;1",
        "45;.5",     "45.1.2;0",   "45,184;0,721",
        "45,1, 0,7", "45,1,0,7",   "99999999999999999999999999;0",
        NULL,
    };

    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        found = (struct coordinates){ true, 1, 1 };
        ck_assert_msg(!coordinates_parse(texts[i], &found), "%s", texts[i]);
        ck_assert(!found.known);
    }
}
END_TEST

START_TEST(coordinates__have_a_point__where_the_locale_has_a_comma)
{
    (void)setlocale(LC_ALL, "fr_FR.UTF-8"); /* where the system has it */
    ck_assert(coordinates_parse("45.5;0.5", &found));
    ck_assert_double_eq_tol(found.latitude, 45.5, 1e-9);
    ck_assert(!coordinates_parse("45,5;0,5", &found));
    (void)setlocale(LC_ALL, "C");
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_test(tests, coordinates__are_read__as_people_write_them);
    tcase_add_test(tests, coordinates__are_not_known__from_what_is_no_point_on_earth);
    tcase_add_test(tests, coordinates__have_a_point__where_the_locale_has_a_comma);
}

SUITE_MAIN("coordinates")
