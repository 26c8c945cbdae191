/* SPDX-License-Identifier: GPL-3.0-or-later */
/* printed_wire_test.c - what is to be printed comes over as it was, and nothing else is
 * taken for it */
#include "atelier/domain/printed_wire.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/memory.h"
#include "support/suite.h"

/* A text that looks like records. */
#define HOSTILE "4:Müll\n.0:P3:abc+9999999999999:"

static struct printed_sheet sent, came;
static struct buffer wire;
static struct error err;

static void
add_person(const char *name, bool remote)
{
    struct printed_person *person = printed_sheet_add_person(&sent);

    person->name = memory_copy(name);
    person->function = memory_copy(HOSTILE);
    person->remote = remote;
}

static void
set_up(void)
{
    sent.title = memory_copy(HOSTILE);
    sent.office.name = memory_copy("Réseau");
    buffer_add_part(&sent.office.logo, "\x89PNG\0.0:", 8);
    sent.blank = 3;
    add_person("Far, Anna", true);
    add_person("Near, Bert", false);
    add_person("Off, Carl", true);
    add_person("Present, Dora", false);
    printed_sheet_part(&sent);
    *printed_sheet_add_slot(&sent) =
        (struct printed_slot){ memory_copy("Morning"), memory_copy("09:30–12:30") };
    *printed_sheet_add_fact(&sent) =
        (struct printed_fact){ memory_copy("Place"), memory_copy("Lille") };
    printed_sheet_add_signer(&sent)->role = memory_copy("Chair");
    printed_wire_add_sheet(&wire, &sent);
}

static void
tear_down(void)
{
    printed_sheet_clear(&sent);
    printed_sheet_clear(&came);
    buffer_clear(&wire);
}

static bool
read_part(size_t length)
{
    printed_sheet_clear(&came);
    return printed_wire_read_sheet(buffer_text(&wire), length, &came, &err);
}

START_TEST(a_sheet__comes_over_as_it_was__whatever_its_texts_say)
{
    ck_assert_msg(read_part(wire.length), "%s", err.message);
    ck_assert_str_eq(came.title, HOSTILE);
    ck_assert_str_eq(came.office.name, "Réseau");
    ck_assert_ptr_null(came.office.funding);
    ck_assert_uint_eq(came.office.logo.length, 8);
    ck_assert_mem_eq(buffer_text(&came.office.logo), "\x89PNG\0.0:", 8);
    ck_assert_int_eq(came.blank, 3);
    ck_assert_str_eq(came.slots.items[0].hours, "09:30–12:30");
    ck_assert_str_eq(came.facts.items[0].value, "Lille");
    ck_assert_str_eq(came.signers.items[0].role, "Chair");
    ck_assert_ptr_null(came.signers.items[0].name);
    ck_assert_uint_eq(came.people.count, 4);
    ck_assert_str_eq(came.people.items[0].function, HOSTILE);
    ck_assert_ptr_null(came.people.items[0].organisation);
}
END_TEST

START_TEST(who_is_remote__stands_behind_the_others__in_the_same_order)
{
    static const char *const names[] = { "Near, Bert", "Present, Dora", "Far, Anna",
                                         "Off, Carl" };

    ck_assert(read_part(wire.length));
    for (size_t i = 0; i < 4; i++) {
        ck_assert_str_eq(came.people.items[i].name, names[i]);
        ck_assert_int_eq(came.people.items[i].remote, i >= 2);
    }
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
    buffer_add(&other, "atelier attendance 1\n");
    buffer_add(&other, records);
    printed_sheet_clear(&came);
    ck_assert_msg(
        !printed_wire_read_sheet(buffer_text(&other), other.length, &came, &err), "%s",
        records);
    ck_assert_int_eq(err.kind, ERROR_INPUT);
    buffer_clear(&other);
}

START_TEST(what_is_no_sheet_of_ours__is_refused)
{
    ck_refuse("+3:abc.0:");            /* no row was begun */
    ck_refuse("S1:a+1:b+1:c.0:");      /* a slot has no third text */
    ck_refuse("Q1:a+0:+0:+0:P1:b.0:"); /* the room behind who is remote */
    ck_refuse("t2:\xc3\x28.0:");       /* no UTF-8 */
    ck_refuse("t:.0:");                /* no length */
    ck_refuse("t-1:.0:");
    ck_refuse("t99999999999999999999:a"); /* more than a text */
    ck_refuse("B501:.0:");
    ck_refuse("B3:501.0:"); /* more blank rows than a sheet has */
    ck_refuse("Z1:a.0:");   /* a letter that means nothing */
}
END_TEST

START_TEST(more_rows_than_are_printed__are_refused)
{
    struct buffer many = { 0 };
    for (int i = 0; i <= PRINTED_SLOTS_MOST; i++)
        buffer_add(&many, "S1:a+1:b");
    buffer_add(&many, ".0:");
    ck_refuse(buffer_text(&many));
    buffer_clear(&many);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, a_sheet__comes_over_as_it_was__whatever_its_texts_say);
    tcase_add_test(tests, who_is_remote__stands_behind_the_others__in_the_same_order);
    tcase_add_test(tests, what_is_cut_anywhere__is_refused);
    tcase_add_test(tests, what_is_no_sheet_of_ours__is_refused);
    tcase_add_test(tests, more_rows_than_are_printed__are_refused);
}

SUITE_MAIN("printed_wire")
