/* SPDX-License-Identifier: GPL-3.0-or-later */
/* list_columns_test.c - what is shown at which width */
#include "widget/list_columns.h"

#include <string.h>

#include "support/suite.h"

static int
sum_of(const struct listing *listing, const int widths[])
{
    int sum = 0;

    for (size_t i = 0; i < listing->column_count; i++)
        if (widths[i] > 0)
            sum += widths[i] + list_columns_gap(listing, widths, i);
    return sum;
}

/* The widths where zones have so much to show, and the other columns what they are made
 * for. */
static void
fit(const struct listing *listing, int room, int zone, int widths[LIST_COLUMNS_MOST])
{
    int needs[LIST_COLUMNS_MOST] = { 0 };

    for (size_t i = 0; i < listing->column_count; i++)
        needs[i] = listing->columns[i].is_seldom ? zone : 0;
    list_columns_fit(listing, NULL, NULL, room, needs, widths);
}

static void
check_all(int room, int zone)
{
    for (int kind = 0; kind < LISTING_COUNT; kind++) {
        const struct listing *listing = listing_get((enum listing_kind)kind);
        int widths[LIST_COLUMNS_MOST];

        fit(listing, room, zone, widths);
        ck_assert_msg(sum_of(listing, widths) <= room, "listing %d at %d: %d", kind, room,
                      sum_of(listing, widths));
        for (size_t i = 0; i < listing->column_count; i++)
            if (listing->columns[i].priority == 0 ||
                (zone == 0 && listing->columns[i].is_seldom))
                ck_assert_int_eq(widths[i], 0);
    }
}

START_TEST(every_listing__fits__every_width)
{
    for (int room = 58; room <= 200; room++)
        for (int zone = 0; zone <= 24; zone += 4)
            check_all(room, zone);
}
END_TEST

START_TEST(what_matters_most__is_shown__at_80_columns)
{
    for (int kind = 0; kind < LISTING_COUNT; kind++) {
        const struct listing *listing = listing_get((enum listing_kind)kind);
        int widths[LIST_COLUMNS_MOST];

        fit(listing, 78, 9, widths);
        for (size_t i = 0; i < listing->column_count; i++)
            if (listing->columns[i].priority == 1)
                ck_assert_int_gt(widths[i], 0);
    }
}
END_TEST

START_TEST(a_wider_screen__never_loses__a_column)
{
    for (int kind = 0; kind < LISTING_COUNT; kind++) {
        const struct listing *listing = listing_get((enum listing_kind)kind);
        int narrow[LIST_COLUMNS_MOST], wide[LIST_COLUMNS_MOST];

        fit(listing, 78, 9, narrow);
        fit(listing, 138, 9, wide);
        for (size_t i = 0; i < listing->column_count; i++)
            ck_assert(narrow[i] == 0 || wide[i] > 0);
    }
}
END_TEST

/* Half an hour is none, half a title is one. */
START_TEST(a_zone__takes_its_room__from_the_title_alone)
{
    const struct listing *listing = listing_get(LISTING_MEETING);
    int without[LIST_COLUMNS_MOST], with[LIST_COLUMNS_MOST];

    fit(listing, 78, 0, without);
    fit(listing, 78, 9, with);
    for (size_t i = 0; i < listing->column_count; i++) {
        const struct column *column = &listing->columns[i];
        if (column->is_seldom)
            ck_assert_int_eq(with[i], column->priority > 0 ? 9 : 0);
        else if (column->priority == 1 && column->most == 0)
            ck_assert_int_eq(with[i], without[i] - 10);
        else
            ck_assert_int_eq(with[i], without[i]);
    }
}
END_TEST

/* Nothing of 160 columns is left over while a head or a title is cut. */
START_TEST(free_width__goes_to__heads_and_titles_first)
{
    for (int kind = 0; kind < LISTING_COUNT; kind++) {
        const struct listing *listing = listing_get((enum listing_kind)kind);
        int widths[LIST_COLUMNS_MOST];

        fit(listing, 158, 9, widths);
        for (size_t i = 0; i < listing->column_count; i++) {
            const struct column *column = &listing->columns[i];
            if (widths[i] == 0 || column->is_seldom)
                continue;
            ck_assert_int_ge(widths[i], (int)strlen(column->label));
            if (column->most == 0 && column->priority == 1)
                ck_assert_int_ge(widths[i], 40);
        }
    }
}
END_TEST

static size_t
column_of(const struct listing *listing, const char *name)
{
    size_t i = 0;

    while (strcmp(listing->columns[i].name, name) != 0)
        i++;
    return i;
}

/* "was represented by somebody else" beside short names of meetings. */
START_TEST(what_a_column_does_not_need__goes_to_one_that_is_cut)
{
    const struct listing *listing = listing_get(LISTING_JOURNAL);
    const size_t act = column_of(listing, "act"), what = column_of(listing, "summary");
    int needs[LIST_COLUMNS_MOST] = { 0 }, widths[LIST_COLUMNS_MOST];

    needs[act] = 32;
    needs[what] = 12;
    list_columns_fit(listing, NULL, NULL, 78, needs, widths);
    ck_assert_int_eq(widths[act], 32);
    ck_assert_int_ge(widths[what], 12);
    ck_assert_int_le(sum_of(listing, widths), 78);

    needs[act] = 10;
    needs[what] = 60;
    list_columns_fit(listing, NULL, NULL, 100, needs, widths);
    ck_assert_int_ge(widths[act], 10);
    ck_assert_int_ge(widths[what], 50);
    ck_assert_int_le(sum_of(listing, widths), 100);
}
END_TEST

/* The answers stand on a list of a width that has no room for them of itself. */
START_TEST(a_column_that_is_asked_for__is_shown__at_every_width)
{
    const struct listing *listing = listing_get(LISTING_REGISTRATION);
    const size_t answers = column_of(listing, "answers");
    int needs[LIST_COLUMNS_MOST] = { 0 }, widths[LIST_COLUMNS_MOST];

    list_columns_fit(listing, NULL, NULL, 90, needs, widths);
    ck_assert_int_eq(widths[answers], 0);
    for (int room = 78; room <= 200; room++) {
        list_columns_fit(listing, "answers", NULL, room, needs, widths);
        ck_assert_int_ge(widths[answers], 8);
        ck_assert_int_le(sum_of(listing, widths), room);
    }
}
END_TEST

/* The next number of a row that is the same at every run. */
static int
next_number(unsigned *state, int most)
{
    *state = *state * 1103515245U + 12345U;
    return (int)((*state >> 16) % (unsigned)most);
}

static int
seen(const int widths[], const int needs[], size_t column)
{
    return widths[column] < needs[column] ? widths[column] : needs[column];
}

static void
check_names_grow(const struct listing *listing, const int needs[])
{
    int narrow[LIST_COLUMNS_MOST], wide[LIST_COLUMNS_MOST];

    list_columns_fit(listing, NULL, NULL, 78, needs, narrow);
    for (int room = 79; room <= 220; room++) {
        list_columns_fit(listing, NULL, NULL, room, needs, wide);
        ck_assert_int_le(sum_of(listing, wide), room);
        for (size_t i = 0; i < listing->column_count; i++)
            if (listing->columns[i].priority == 1)
                ck_assert_msg(seen(wide, needs, i) >= seen(narrow, needs, i),
                              "%s of listing %d at %d: %d, and %d where it is narrower",
                              listing->columns[i].name, (int)listing->kind, room,
                              seen(wide, needs, i), seen(narrow, needs, i));
        memcpy(narrow, wide, sizeof narrow);
    }
}

/* No other column comes at the cost of one that is there already. */
START_TEST(a_wider_screen__never_makes_a_name_shorter)
{
    enum { TIMES = 40, LONGEST = 61 };
    unsigned state = 14;

    for (int kind = 0; kind < LISTING_COUNT; kind++) {
        const struct listing *listing = listing_get((enum listing_kind)kind);
        for (int time = 0; time < TIMES; time++) {
            int needs[LIST_COLUMNS_MOST] = { 0 };

            for (size_t i = 0; i < listing->column_count; i++)
                needs[i] = next_number(&state, LONGEST);
            check_names_grow(listing, needs);
        }
    }
}
END_TEST

/* Beside a detail a list of a meeting has 86 columns: the category came, and cut the
 * organisation. */
/* Said in a language with longer words, or not: "En retard" in seven cells. */
START_TEST(a_head__is_whole__where_its_column_has_come_with_the_width)
{
    static const struct column columns[] = {
        { .name = "late",
          .label = "Has come late",
          .kind = FIELD_BOOLEAN,
          .width = 7,
          .most = 7,
          .priority = 4 },
        { .name = "text",
          .label = "Text",
          .kind = FIELD_TEXT,
          .width = 60,
          .priority = 1 },
    };
    static const struct listing listing = { .kind = LISTING_PERSON,
                                            .columns = columns,
                                            .column_count = 2 };
    const int needs[LIST_COLUMNS_MOST] = { 0, 300 };
    int widths[LIST_COLUMNS_MOST];

    list_columns_fit(&listing, NULL, NULL, 138, needs, widths);
    ck_assert_int_eq(widths[0], 13);
    ck_assert_int_eq(sum_of(&listing, widths), 138);
}
END_TEST

START_TEST(a_category__does_not_cut__an_organisation)
{
    const struct listing *listing = listing_get(LISTING_REGISTRATION);
    const size_t organisation = column_of(listing, "organisation_name");
    const size_t category = column_of(listing, "category_name");
    int needs[LIST_COLUMNS_MOST] = { 0 }, widths[LIST_COLUMNS_MOST];

    needs[organisation] = 32;
    for (int room = 86; room <= 91; room++) {
        list_columns_fit(listing, NULL, NULL, room, needs, widths);
        ck_assert_int_ge(widths[organisation], 25);
        ck_assert_int_eq(widths[category], 0);
    }
    list_columns_fit(listing, NULL, NULL, 120, needs, widths);
    ck_assert_int_ge(widths[organisation], 32);
    ck_assert_int_gt(widths[category], 0);
}
END_TEST

/* "35 40 avenue des Dunes" is one house number to whoever reads fast. */
START_TEST(a_figure__stands_apart__from_the_words_after_it)
{
    const struct listing *listing = listing_get(LISTING_ROOM);
    const size_t seats = column_of(listing, "seats");
    int needs[LIST_COLUMNS_MOST] = { 0 }, widths[LIST_COLUMNS_MOST];

    list_columns_fit(listing, "seats", NULL, 138, needs, widths);
    ck_assert_int_gt(widths[seats], 0);
    ck_assert_int_eq(list_columns_gap(listing, widths, seats), 2);
    ck_assert_int_eq(list_columns_gap(listing, widths, 0), 1);
    for (size_t i = seats + 1; i < listing->column_count; i++)
        widths[i] = 0;
    ck_assert_int_eq(list_columns_gap(listing, widths, seats), 0);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_test(tests, every_listing__fits__every_width);
    tcase_add_test(tests, what_matters_most__is_shown__at_80_columns);
    tcase_add_test(tests, a_zone__takes_its_room__from_the_title_alone);
    tcase_add_test(tests, free_width__goes_to__heads_and_titles_first);
    tcase_add_test(tests, a_wider_screen__never_loses__a_column);
    tcase_add_test(tests, a_wider_screen__never_makes_a_name_shorter);
    tcase_add_test(tests, a_category__does_not_cut__an_organisation);
    tcase_add_test(tests, a_figure__stands_apart__from_the_words_after_it);
    tcase_add_test(tests, a_head__is_whole__where_its_column_has_come_with_the_width);
    tcase_add_test(tests, what_a_column_does_not_need__goes_to_one_that_is_cut);
    tcase_add_test(tests, a_column_that_is_asked_for__is_shown__at_every_width);
}

SUITE_MAIN("list_columns")
