/* SPDX-License-Identifier: GPL-3.0-or-later */
/* printed_cards_test.c - cards come over to be printed as they were, and nothing else is
 * taken for them */
#include "atelier/domain/printed_cards.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/memory.h"
#include "support/suite.h"

/* A text that looks like records. */
#define HOSTILE "4:Müll\n.0:P3:abc+9999999999999:"

static struct printed_cards sent, came;
static struct buffer wire;
static struct error err;

static void
set_up(void)
{
    sent.language = memory_copy("fr");
    sent.title = memory_copy("Badges of URB-1");
    sent.made_at = memory_copy("2027-03-12T16:40:00Z");
    sent.heading = memory_copy(HOSTILE);
    sent.layout = (struct card_layout){ 850, 540, 2, 5, 150, 135, 100, 10 };
    sent.folds = 1;
    for (int i = 0; i < 2; i++) {
        struct printed_card *card = printed_cards_add(&sent);
        card->name = memory_copy(i == 0 ? HOSTILE : "Anna Far");
        card->category = memory_copy("Expert");
        card->code = memory_copy("0000010962");
    }
    printed_cards_add_wire(&wire, &sent);
}

static void
tear_down(void)
{
    printed_cards_clear(&sent);
    printed_cards_clear(&came);
    buffer_clear(&wire);
}

static bool
read_part(size_t length)
{
    printed_cards_clear(&came);
    return printed_cards_read_wire(buffer_text(&wire), length, &came, &err);
}

START_TEST(cards__come_over_as_they_were__whatever_their_texts_say)
{
    ck_assert_msg(read_part(wire.length), "%s", err.message);
    ck_assert_str_eq(came.language, "fr");
    ck_assert_str_eq(came.title, "Badges of URB-1");
    ck_assert_str_eq(came.made_at, "2027-03-12T16:40:00Z");
    ck_assert_str_eq(came.heading, HOSTILE);
    ck_assert_ptr_null(came.when);
    ck_assert_mem_eq(&came.layout, &sent.layout, sizeof(came.layout));
    ck_assert_int_eq(came.folds, 1);
    ck_assert_uint_eq(came.people.count, 2);
    ck_assert_str_eq(came.people.items[0].name, HOSTILE);
    ck_assert_str_eq(came.people.items[1].name, "Anna Far");
    ck_assert_ptr_null(came.people.items[1].organisation);
    ck_assert_str_eq(came.people.items[1].category, "Expert");
    ck_assert_str_eq(came.people.items[1].code, "0000010962");
}
END_TEST

START_TEST(what_is_cut_anywhere__is_refused)
{
    for (size_t length = 0; length < wire.length; length++) {
        ck_assert_msg(!read_part(length), "%zu", length);
        ck_assert_int_eq(err.kind, ERROR_INPUT);
    }
    buffer_add(&wire, "x");
    ck_assert(!read_part(wire.length));
}
END_TEST

static void
ck_refuse(const char *records)
{
    struct buffer other = { 0 };
    buffer_addf(&other, "atelier cards 2\n%s", records);
    printed_cards_clear(&came);
    ck_assert_msg(
        !printed_cards_read_wire(buffer_text(&other), other.length, &came, &err), "%s",
        records);
    ck_assert_int_eq(err.kind, ERROR_INPUT);
    buffer_clear(&other);
}

START_TEST(what_fits_on_no_page_or_is_no_card__is_refused)
{
    ck_refuse("P1:a.0:");                       /* no size */
    ck_refuse("W3:900H1:0A1:1D1:1.0:");         /* no height */
    ck_refuse("W3:900H3:540A1:0D1:1.0:");       /* it would divide by nothing */
    ck_refuse("W4:2101H3:540A1:1D1:1.0:");      /* wider than the page */
    ck_refuse("W3:900H4:2971A1:1D1:1.0:");      /* higher than it */
    ck_refuse("W3:900H3:540A1:2D1:1L3:301.0:"); /* the second is beyond it */
    ck_refuse("W3:900H3:540A1:1D1:5Y3:100.0:"); /* and the fifth */
    ck_refuse("W3:900H3:540A1:1D1:1F1:2.0:");   /* folded twice */
    ck_refuse("W3:900H3:540A1:1D1:1+1:a.0:");   /* no card was begun */
    ck_refuse("W3:900H3:540A1:1D1:1P1:a+1:b+1:c+1:d+1:e+1:f.0:");
    ck_refuse("W3:900H3:540A1:1D1:1Z1:a.0:");
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, cards__come_over_as_they_were__whatever_their_texts_say);
    tcase_add_test(tests, what_is_cut_anywhere__is_refused);
    tcase_add_test(tests, what_fits_on_no_page_or_is_no_card__is_refused);
}

SUITE_MAIN("printed_cards")
