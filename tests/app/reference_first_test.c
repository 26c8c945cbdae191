/* SPDX-License-Identifier: GPL-3.0-or-later */
/* reference_first_test.c - what a picker shows before anything is typed */
#include "atelier/app/reference.h"

#include <string.h>

#include "atelier/domain/category.h"
#include "atelier/domain/room.h"
#include "atelier/domain/venue.h"
#include "support/office.h"
#include "support/rows.h"
#include "support/suite.h"

static struct atelier *at;
static struct error err;
static struct search_hit_list hits;

static void
set_up(void)
{
    at = office_found();
    err = (struct error){ 0 };
}

static void
tear_down(void)
{
    search_hit_list_clear(&hits);
    office_end(at);
}

static void
find(enum entity_kind entity, const char *text, size_t most)
{
    search_hit_list_clear(&hits);
    ck_assert_msg(reference_find(at, entity, text, most, &hits, &err), "%s", err.message);
}

START_TEST(few_rows__are_there__before_anything_is_typed)
{
    (void)office_add_group(at, "URB");
    (void)office_add_group(at, "EAU");
    const int64_t venue = office_add(at, &venue_entity, "name", "Maison bleue", NULL);
    (void)office_add(at, &room_entity, "venue", rows_number(venue), "name", "Ruche",
                     "seats", "12", NULL);

    find(ENTITY_WORKING_GROUP, "", 50);
    ck_assert_uint_eq(hits.count, 2);
    ck_assert_uint_eq(hits.found, 2);
    ck_assert_ptr_nonnull(strstr(hits.items[0].title, "EAU"));
    ck_assert_ptr_nonnull(strstr(hits.items[1].title, "URB"));
    find(ENTITY_WORKING_GROUP, " ", 50);
    ck_assert_uint_eq(hits.count, 2);
    find(ENTITY_ROOM, "", 50);
    ck_assert_uint_eq(hits.count, 1);
    ck_assert_str_eq(hits.items[0].detail, "Maison bleue");
    find(ENTITY_VENUE, "", 50);
    ck_assert_uint_eq(hits.count, 1);
    (void)office_add(at, &category_entity, "name", "Town", NULL);
    find(ENTITY_CATEGORY, "", 50);
    ck_assert_uint_eq(hits.count, 1);
}
END_TEST

START_TEST(of_more_rows__the_first__are_there)
{
    static const char *const codes[] = { "AAA", "BBB", "CCC", "DDD" };

    for (size_t i = 4; i > 0; i--)
        (void)office_add_group(at, codes[i - 1]);
    find(ENTITY_WORKING_GROUP, "", 3);
    ck_assert_uint_eq(hits.count, 3);
    ck_assert(hits.has_uncounted);
    ck_assert_ptr_nonnull(strstr(hits.items[0].title, "AAA"));
    ck_assert_ptr_nonnull(strstr(hits.items[2].title, "CCC"));
}
END_TEST

/* And a script that names nothing gets nothing, even where there is but one. */
START_TEST(many_rows__wait__for_letters)
{
    int64_t id = 0;

    (void)office_add_group(at, "URB");
    find(ENTITY_PERSON, "", 50);
    ck_assert_uint_eq(hits.count, 0);
    ck_assert(!reference_has_few(ENTITY_PERSON));
    ck_assert(!reference_has_few(ENTITY_ORGANISATION));
    ck_assert(!reference_has_few(ENTITY_MEETING));
    ck_assert(reference_has_few(ENTITY_ROOM));
    ck_assert(reference_has_few(ENTITY_CATEGORY));
    ck_assert(!reference_get(at, ENTITY_WORKING_GROUP, "", &id, &err));
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, few_rows__are_there__before_anything_is_typed);
    tcase_add_test(tests, of_more_rows__the_first__are_there);
    tcase_add_test(tests, many_rows__wait__for_letters);
}

SUITE_MAIN("reference_first")
