/* SPDX-License-Identifier: GPL-3.0-or-later */
/* current_post_test.c - lists, searches, pickers and registrations name one organisation,
 * that of the day
 */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/app/browse.h"
#include "atelier/app/edit.h"
#include "atelier/app/reference.h"
#include "atelier/app/register.h"
#include "atelier/domain/affiliation.h"
#include "atelier/domain/organisation.h"
#include "atelier/domain/person.h"
#include "atelier/store/database.h"
#include "support/database_file.h"
#include "support/office.h"
#include "support/rows.h"
#include "support/suite.h"

#define SQL_REGISTERED                                                                   \
    "SELECT o.name FROM registration r LEFT JOIN organisation o ON o.id ="               \
    " r.organisation ORDER BY r.id DESC LIMIT 1"

enum { POSTS_MOST = 3 };

struct post {
    const char *organisation;
    const char *from;
    const char *to;
    const char *main;
};

static const struct life {
    const char *now; /* in UTC; the office is in Paris */
    struct post posts[POSTS_MOST];
    const char *expected; /* NULL: none */
} lives[] = {
    /* The next post is known already. */
    { "2026-11-28 10:00",
      { { "Oldtown", "2020-01-01", "2026-12-31", "1" },
        { "Newtown", "2027-01-01", NULL, "1" } },
      "Oldtown" },
    /* Midnight in Paris, not in Greenwich nor of this computer. */
    { "2026-12-31 22:59",
      { { "Oldtown", "2020-01-01", "2026-12-31", "1" },
        { "Newtown", "2027-01-01", NULL, "1" } },
      "Oldtown" },
    { "2026-12-31 23:00",
      { { "Oldtown", "2020-01-01", "2026-12-31", "1" },
        { "Newtown", "2027-01-01", NULL, "1" } },
      "Newtown" },
    /* None is the main one: the newest, whichever was noted last. */
    { "2026-11-28 10:00",
      { { "Newtown", "2025-01-01", NULL, "0" }, { "Oldtown", "2020-01-01", NULL, "0" } },
      "Newtown" },
    { "2026-11-28 10:00",
      { { "Newtown", "2025-01-01", NULL, "1" }, { "Oldtown", "2026-01-01", NULL, "1" } },
      "Oldtown" },
    { "2026-11-28 10:00",
      { { "Newtown", "2020-01-01", NULL, "1" }, { "Oldtown", "2026-01-01", NULL, "0" } },
      "Newtown" },
    /* Without days: the one noted last; a day is newer than none. */
    { "2026-11-28 10:00",
      { { "Oldtown", NULL, NULL, "0" }, { "Newtown", NULL, NULL, "0" } },
      "Newtown" },
    { "2026-11-28 10:00",
      { { "Newtown", "2001-01-01", NULL, "0" }, { "Oldtown", NULL, NULL, "0" } },
      "Newtown" },
    /* What is over and what has not begun do not count. */
    { "2026-11-28 10:00",
      { { "Oldtown", "2020-01-01", "2026-11-27", "1" },
        { "Newtown", "2026-11-29", NULL, "1" } },
      NULL },
    { "2026-11-28 10:00",
      { { "Oldtown", "2020-01-01", "2026-11-27", "1" },
        { "Sidetown", NULL, "2026-11-28", "0" },
        { "Newtown", "2026-11-29", NULL, "1" } },
      "Sidetown" },
};

static struct error err;

static void
add_posts(int64_t person, const struct post *posts)
{
    struct database *db =
        database_open(database_file_path("atelier.db"), DATABASE_OPEN, false, &err);

    ck_assert_msg(db != NULL, "%s", err.message);
    for (int i = 0; i < POSTS_MOST && posts[i].organisation != NULL; i++) {
        const int64_t organisation =
            rows_add(db, &organisation_entity, "name", posts[i].organisation, NULL);
        rows_add(db, &affiliation_entity, "person", rows_number(person), "organisation",
                 rows_number(organisation), "main", posts[i].main, "from",
                 posts[i].from != NULL ? posts[i].from : "", "to",
                 posts[i].to != NULL ? posts[i].to : "", NULL);
    }
    database_close(db);
}

static void
expect(const char *found, const char *expected)
{
    ck_assert_str_eq(found != NULL ? found : "", expected != NULL ? expected : "");
}

static void
expect_list(struct atelier *at, const char *expected)
{
    const struct listing *listing = listing_get(LISTING_PERSON);
    const struct listing_query query = { .kind = LISTING_PERSON };
    struct listing_page page = { 0 };
    size_t column = 0;

    while (strcmp(listing->columns[column].name, "organisation_name") != 0)
        column++;
    ck_assert_msg(listing_fetch(at, &query, LISTING_FIRST, NULL, 2, &page, &err), "%s",
                  err.message);
    ck_assert_uint_eq(page.count, 1);
    expect(page.rows[0].cells[column], expected);
    listing_page_clear(&page);
}

static void
expect_hit(struct search_hit_list *hits, const char *expected)
{
    ck_assert_uint_eq(hits->count, 1);
    expect(hits->items[0].detail, expected);
    search_hit_list_clear(hits);
}

static void
expect_registration(struct atelier *at, int64_t person, const char *now,
                    const char *expected)
{
    const int64_t group = office_add_group(at, "URB");
    char start[] = "0000-00-00 12:00";
    struct buffer line = { 0 };
    struct local_time utc;

    /* At noon of the day on which the clock of Paris stands. */
    ck_assert(local_time_parse(now, &utc));
    date_format(local_time_add_minutes(utc, 60).date, start);
    start[DATE_TEXT_SIZE - 1] = ' ';
    office_register(at, office_add_meeting(at, group, start, 20), person);
    buffer_addf(&line, "%s\n", expected != NULL ? expected : "-");
    char *found = database_file_dump(SQL_REGISTERED);
    expect(found, buffer_text(&line));
    free(found);
    buffer_clear(&line);
}

START_TEST(post__of_the_day__is_one_wherever_it_is_shown)
{
    const struct life *life = &lives[_i];
    struct search_hit_list hits = { 0 };
    struct atelier *founder = office_found();
    const int64_t person = office_add_person(founder, "Novak", "Jan");

    atelier_close(founder);
    add_posts(person, life->posts);
    struct atelier *at = office_return(NULL, life->now);

    expect_list(at, life->expected);
    ck_assert(browse_search(at, "nov", 20, &hits, &err));
    expect_hit(&hits, life->expected);
    ck_assert(reference_find(at, ENTITY_PERSON, "nov", 20, &hits, &err));
    expect_hit(&hits, life->expected);
    expect_registration(at, person, life->now, life->expected);
    office_end(at);
}
END_TEST

/* What is written makes its rows findable on the day of the office. */
START_TEST(person__is_found__by_no_post_that_has_ended)
{
    struct search_hit_list hits = { 0 };
    struct atelier *founder = office_found();
    const int64_t person = office_add_person(founder, "Novak", "Jan");

    atelier_close(founder);
    add_posts(person,
              (const struct post[POSTS_MOST]){ { "Oldtown", NULL, "2026-12-31", "1" } });

    struct atelier *at = office_return(NULL, "2026-12-31 22:59");
    office_change(at, &person_entity, person, "given", "Jana", NULL);
    ck_assert(reference_find(at, ENTITY_PERSON, "oldtown", 20, &hits, &err));
    ck_assert_uint_eq(hits.count, 1);
    office_expect_whole(at);
    atelier_close(at);

    at = office_return(NULL, "2026-12-31 23:00");
    office_expect_whole(at);
    office_change(at, &person_entity, person, "given", "Jan", NULL);
    ck_assert(reference_find(at, ENTITY_PERSON, "oldtown", 20, &hits, &err));
    ck_assert_uint_eq(hits.count, 0);
    office_expect_whole(at);
    search_hit_list_clear(&hits);
    office_end(at);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_loop_test(tests, post__of_the_day__is_one_wherever_it_is_shown, 0,
                        (int)(sizeof(lives) / sizeof(lives[0])));
    tcase_add_test(tests, person__is_found__by_no_post_that_has_ended);
}

SUITE_MAIN("current post")
