/* SPDX-License-Identifier: GPL-3.0-or-later */
/* wish_cell_test.c - which workshops a cell of a spreadsheet names, and in which order */
#include "atelier/domain/wish_cell.h"

#include <stdlib.h>
#include <string.h>

#include "support/suite.h"

static struct slot slots[] = {
    { .head.id = 1,
      .label = "Matin",
      .start = { { 2027, 3, 16 }, 9, 30 },
      .end = { { 2027, 3, 16 }, 12, 30 } },
    { .head.id = 2,
      .label = "Second half",
      .start = { { 2027, 3, 16 }, 14, 0 },
      .end = { { 2027, 3, 16 }, 17, 0 } },
};

static struct workshop workshops[] = {
    { .head.id = 11, .title = "Trams", .slot = 1 },
    { .head.id = 12, .title = "Parcs à vélos", .slot = 1 },
    { .head.id = 13, .title = "Water, energy", .slot = 1 },
    { .head.id = 14, .title = "Off", .slot = 1, .state = WORKSHOP_CANCELLED },
    { .head.id = 15,
      .title = "Walk",
      .start = { { 2027, 3, 16 }, 12, 0 },
      .end = { { 2027, 3, 16 }, 14, 30 } },
    { .head.id = 16, .title = "Trams", .slot = 2, .again = 11 },
    { .head.id = 17, .title = "Parking", .slot = 2 },
    { .head.id = 2, .title = "Bridges", .slot = 2 },
};

static const struct slot_list slot_list = { slots, 2, 2 };
static const struct workshop_list workshop_list = { workshops, 8, 8 };
static const struct wish_menu menu = { &workshop_list, &slot_list };

/* What a cell names, or why not, in one text. */
static void
expect_below(const char *heading, const char *cell, const char *expected)
{
    struct wish_list list = { 0 };
    struct buffer told = { 0 };
    struct buffer text = { 0 };

    if (wish_cell_read(&menu, heading, cell, &list, &told, &text))
        for (size_t i = 0; i < list.count; i++)
            buffer_addf(&text, "%s%lld", i > 0 ? " " : "", (long long)list.items[i]);
    if (told.length > 0)
        buffer_addf(&text, " (%s)", buffer_text(&told));
    ck_assert_msg(strcmp(buffer_text(&text), expected) == 0, "%s: %s", cell,
                  buffer_text(&text));
    buffer_clear(&text);
    buffer_clear(&told);
    wish_list_clear(&list);
}

static void
expect(const char *cell, const char *expected)
{
    expect_below(NULL, cell, expected);
}

START_TEST(title__is_found__accents_case_and_blanks_aside)
{
    expect("Parcs à vélos", "12");
    expect("  PARCS A  VELOS ", "12");
    expect("Water, energy", "13");
    expect("water", "13");
    expect("velos", "12");
    expect("Parki", "17");
    expect("15", "15");
    expect("4) Walk", "15");
    expect("", "");
}
END_TEST

START_TEST(number__is_the_place_or_the_id__and_both_are_asked_about)
{
    expect("5", "15");
    expect("13", "13");
    expect("2", "“2” may be several workshops: Parcs à vélos; Bridges; add to it what "
                "tells them apart.");
}
END_TEST

START_TEST(slot_or_hours__tell_apart_what_is_given_twice)
{
    expect("Trams (matin)", "11");
    expect("Matin - Trams", "11");
    expect("Trams – second half", "16");
    expect("Trams (14h)", "16");
    expect("9h30 Trams", "11");
    expect("Trams 9.30-12.30", "11");
    expect("Trams, 14:00–17:00", "16");
    expect("Trams (après-midi)", "16");
    expect("Nachmittag: Tram", "16");
    expect("Trams à 14 h", "16");
    expect("Trams (11h)",
           "“Trams (11h)” is no workshop of this meeting; these are: Trams "
           "(Matin); Parcs à vélos; Water, energy; Walk; Trams (Second "
           "half); Parking; Bridges.");
    expect("Trams", "“Trams” may be several workshops: Trams (Matin); Trams (Second "
                    "half); add to it what tells them apart.");
    expect_below("Atelier du matin", "Trams", "11");
    expect_below("Second half, 1", "Trams", "16");
}
END_TEST

START_TEST(several_in_one_cell__are_in_their_order)
{
    expect("Walk; Parking", "15 17");
    expect("Walk, water, parking", "15 13 17");
    expect("Parking, Water, energy, Walk", "17 13 15");
    expect("1. Walk\n2. Trams (matin)\n", "15 11");
    expect("Bridges / Walk", "2 15");
    expect("Trams 14h, Walk", "16 15");
    expect("Trams 14h, par", "“par” may be several workshops: Parcs à vélos; Parking; "
                             "add to it what tells them apart.");
    expect("Walk; Walk; Parking", "15 17 (“Walk” named twice, wished for once)");
}
END_TEST

START_TEST(what_is_none_or_off__is_said_with_the_titles)
{
    expect("par", "“par” may be several workshops: Parcs à vélos; Parking; add to it "
                  "what tells them apart.");
    expect("Walk; Off", "“Off” is cancelled; these are planned: Trams (Matin); Parcs à "
                        "vélos; Water, energy; Walk; Trams (Second half); Parking; "
                        "Bridges.");
    expect("Walk, Tramways",
           "“Tramways” is no workshop of this meeting; these are: Trams "
           "(Matin); Parcs à vélos; Water, energy; Walk; Trams (Second "
           "half); Parking; Bridges.");
}
END_TEST

START_TEST(list__is_shown_by_slots__and_replaces_that_of_its_slot)
{
    int64_t ids[] = { 16, 12, 11, 15 };
    const struct wish_list list = { ids, 4, 4 };
    struct buffer text = { 0 };

    wish_list_add_text(&menu, &list, &text);
    ck_assert_str_eq(buffer_text(&text), "Matin: Parcs à vélos, Trams\nown hours: Walk\n"
                                         "Second half: Trams");
    ck_assert(wish_text_is_held(buffer_text(&text), "Second half: Trams"));
    ck_assert(!wish_text_is_held(buffer_text(&text), "Matin: Parcs à vélos"));
    ck_assert(!wish_text_is_held(NULL, "Matin: Trams"));
    char *after = wish_text_after("Matin: Trams\nSoir: Bal", "Matin: Parcs\nMidi: Eau");
    ck_assert_str_eq(after, "Matin: Parcs\nSoir: Bal\nMidi: Eau");
    free(after);
    buffer_clear(&text);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_test(tests, title__is_found__accents_case_and_blanks_aside);
    tcase_add_test(tests, number__is_the_place_or_the_id__and_both_are_asked_about);
    tcase_add_test(tests, slot_or_hours__tell_apart_what_is_given_twice);
    tcase_add_test(tests, several_in_one_cell__are_in_their_order);
    tcase_add_test(tests, what_is_none_or_off__is_said_with_the_titles);
    tcase_add_test(tests, list__is_shown_by_slots__and_replaces_that_of_its_slot);
}

SUITE_MAIN("wish_cell")
