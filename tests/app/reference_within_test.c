/* SPDX-License-Identifier: GPL-3.0-or-later */
/* reference_within_test.c - slots and workshops by the label or title that they have in
 * their meeting
 */
#include "atelier/app/reference_within.h"

#include <string.h>

#include "atelier/app/plan.h"
#include "atelier/domain/item.h"
#include "atelier/domain/slot.h"
#include "atelier/domain/workshop.h"
#include "support/office.h"
#include "support/rows.h"
#include "support/suite.h"

#define DAY "2027-03-16 "

static struct atelier *at;
static struct error err;
static int64_t meeting, other;

static int64_t
add_slot(int64_t of, const char *label, const char *start, const char *end)
{
    return office_add(at, &slot_entity, "meeting", rows_number(of), "label", label,
                      "start", start, "end", end, NULL);
}

static void
set_up(void)
{
    at = office_found();
    office_add_group(at, "URB");
    meeting = office_add_meeting(at, 1, DAY "08:00", 40);
    other = office_add_meeting(at, 1, DAY "08:00", 40);
    err = (struct error){ 0 };
}

static void
tear_down(void)
{
    office_end(at);
}

static int64_t
get(enum entity_kind entity, const char *text)
{
    int64_t id = 0;

    err = (struct error){ 0 };
    return reference_get_within(at, entity, meeting, text, &id, &err) ? id : 0;
}

START_TEST(a_slot__is_named_by_its_label__in_its_meeting)
{
    const int64_t there = add_slot(other, "Matin", DAY "08:00", DAY "09:00");
    const int64_t here = add_slot(meeting, "Matin", DAY "08:00", DAY "09:00");

    ck_assert_int_eq(get(ENTITY_SLOT, "Matin"), here);
    ck_assert_int_eq(get(ENTITY_SLOT, "matin"), here);
    ck_assert_int_eq(get(ENTITY_SLOT, "mat"), here);
    ck_assert_int_eq(get(ENTITY_SLOT, rows_number(here)), here);
    ck_assert_int_eq(get(ENTITY_SLOT, rows_number(there)), there); /* judged later */
    ck_assert_int_eq(get(ENTITY_SLOT, "Soir"), 0);
    ck_assert_int_eq(err.kind, ERROR_NOT_FOUND);
    ck_assert_ptr_nonnull(strstr(err.message, "The meeting has no slot “Soir”."));
}
END_TEST

START_TEST(what_is_named_exactly__comes_before_what_holds_it__and_two_are_too_many)
{
    const int64_t day = add_slot(meeting, "Midi", DAY "08:00", DAY "08:30");

    add_slot(meeting, "Après-midi", DAY "08:30", DAY "09:00");
    ck_assert_int_eq(get(ENTITY_SLOT, "midi"), day);
    ck_assert_int_eq(get(ENTITY_SLOT, "mid"), 0);
    ck_assert_int_eq(err.kind, ERROR_INPUT);
}
END_TEST

START_TEST(a_workshop__is_named_by_its_title)
{
    const int64_t maps = office_add(at, &workshop_entity, "meeting", rows_number(meeting),
                                    "title", "Maps", NULL);

    office_add(at, &workshop_entity, "meeting", rows_number(other), "title", "Clay",
               NULL);
    ck_assert_int_eq(get(ENTITY_WORKSHOP, "maps"), maps);
    ck_assert_int_eq(get(ENTITY_WORKSHOP, "Clay"), 0);
    ck_assert_ptr_nonnull(strstr(err.message, "The meeting has no workshop “Clay”."));
}
END_TEST

START_TEST(an_item_of_the_programme__is_named_by_its_title__in_its_meeting)
{
    const int64_t there =
        office_add(at, &item_entity, "meeting", rows_number(other), "title", "Opening",
                   "start", DAY "08:00", "end", DAY "08:30", NULL);
    const int64_t here =
        office_add(at, &item_entity, "meeting", rows_number(meeting), "title", "Opening",
                   "start", DAY "08:00", "end", DAY "08:30", NULL);
    struct search_hit_list list = { 0 };

    ck_assert_int_eq(get(ENTITY_ITEM, "opening"), here);
    ck_assert_int_eq(get(ENTITY_ITEM, rows_number(there)), there); /* judged later */
    ck_assert_int_eq(get(ENTITY_ITEM, "Closing"), 0);
    ck_assert_ptr_nonnull(
        strstr(err.message, "The programme of the meeting has no item “Closing”."));
    err = (struct error){ 0 };
    ck_assert(reference_find_within(at, ENTITY_ITEM, meeting, "", &list, &err));
    ck_assert_uint_eq(list.count, 1);
    ck_assert_int_eq(list.items[0].row, here);
    search_hit_list_clear(&list);
}
END_TEST

START_TEST(a_blank_name__is_said_to_be_none__however_many_there_are)
{
    add_slot(meeting, "Matin", DAY "08:00", DAY "09:00");
    add_slot(meeting, "Midi", DAY "09:00", DAY "10:00");
    ck_assert_int_eq(get(ENTITY_SLOT, ""), 0);
    ck_assert_str_eq(err.message, "Slot: neither an id nor a name is given.");
    error_clear(&err);
    ck_assert_int_eq(get(ENTITY_WORKSHOP, " "), 0);
    ck_assert_int_eq(err.kind, ERROR_INPUT);
    error_clear(&err);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_test(tests, a_blank_name__is_said_to_be_none__however_many_there_are);
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, a_slot__is_named_by_its_label__in_its_meeting);
    tcase_add_test(
        tests, what_is_named_exactly__comes_before_what_holds_it__and_two_are_too_many);
    tcase_add_test(tests, a_workshop__is_named_by_its_title);
    tcase_add_test(tests,
                   an_item_of_the_programme__is_named_by_its_title__in_its_meeting);
}

SUITE_MAIN("reference_within")
