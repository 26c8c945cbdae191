/* SPDX-License-Identifier: GPL-3.0-or-later */
/* presence_count_test.c - whatever is written and removed, the counters of who was marked
 * are what a recount says
 *
 * ATELIER_FIRE=full does fifty thousand acts, else it is two thousand.
 */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/domain/category.h"
#include "atelier/domain/person.h"
#include "atelier/domain/presence.h"
#include "atelier/domain/registration.h"
#include "atelier/domain/slot.h"
#include "atelier/domain/working_group.h"
#include "atelier/store/maintenance.h"
#include "support/rows.h"
#include "support/suite.h"

enum { PEOPLE = 4, MEETINGS = 3, MOST = 60, ACTS = 200, ACTS_FULL = 5000, SEEDS = 10 };

struct listed {
    int64_t id;
    unsigned person;
    unsigned meeting;
    bool is_live;
};

static struct database *db;
static struct error err;
static uint64_t chance;
static int64_t people[PEOPLE];
static int64_t meetings[MEETINGS];
static int64_t slots[MEETINGS][2];
static int64_t categories[2];
static struct listed listed[MOST];
static unsigned listed_count;
static struct listed marks[MOST]; /* of the mark the id, of its registration the rest */
static unsigned mark_count;

static unsigned
below(unsigned limit)
{
    chance = chance * 6364136223846793005U + 1442695040888963407U;
    return (unsigned)(chance >> 33) % limit;
}

static void
set_up(void)
{
    db = database_open(":memory:", DATABASE_CREATE, false, &err);
    ck_assert_msg(db != NULL, "%s", err.message);
    listed_count = mark_count = 0;
    const int64_t group =
        rows_add(db, &working_group_entity, "code", "URB", "name", "Towns", NULL);
    for (int c = 0; c < 2; c++)
        categories[c] =
            rows_add(db, &category_entity, "name", rows_number(c), "order", "1", NULL);
    for (int p = 0; p < PEOPLE; p++)
        people[p] = rows_add(db, &person_entity, "family", rows_number(p), NULL);
    for (int m = 0; m < MEETINGS; m++) {
        meetings[m] = rows_add_meeting(db, group, "Any", "2027-02-01 09:00");
        for (int s = 0; s < 2; s++)
            slots[m][s] = rows_add(db, &slot_entity, "meeting", rows_number(meetings[m]),
                                   "label", "x", "start", "2027-02-01 09:00", "end",
                                   "2027-02-01 10:00", NULL);
    }
}

static void
tear_down(void)
{
    database_close(db);
}

static struct listed *
find_live(unsigned person, unsigned meeting)
{
    for (unsigned i = 0; i < listed_count; i++)
        if (listed[i].person == person && listed[i].meeting == meeting &&
            listed[i].is_live)
            return &listed[i];
    return NULL;
}

/* A state that the person may be in without being on the list twice. */
static enum registration_state
some_state(unsigned person, unsigned meeting, const struct listed *itself)
{
    const struct listed *live = find_live(person, meeting);
    enum registration_state state;

    do
        state = (enum registration_state)below(REGISTRATION_STATE_COUNT);
    while (live && live != itself && registration_is_live(state));
    return state;
}

static const char *
some_category(void)
{
    return below(3) ? rows_number(categories[below(2)]) : "";
}

static void
add_registration(void)
{
    const unsigned person = below(PEOPLE);
    const unsigned meeting = below(MEETINGS);
    const enum registration_state state = some_state(person, meeting, NULL);

    if (listed_count == MOST)
        return;
    const int64_t id = rows_add_registration(db, meetings[meeting], people[person],
                                             registration_states[state].name);
    listed[listed_count++] =
        (struct listed){ id, person, meeting, registration_is_live(state) };
    rows_change(db, &registration_entity, id, "category", some_category(), NULL);
}

static void
change_registration(void)
{
    struct listed *one = &listed[below(listed_count)];
    const enum registration_state state = some_state(one->person, one->meeting, one);

    rows_change(db, &registration_entity, one->id, "category", some_category(), "state",
                registration_states[state].name, NULL);
    one->is_live = registration_is_live(state);
}

static void
add_mark(void)
{
    const struct listed *one = &listed[below(listed_count)];
    const enum presence_kind kind = (enum presence_kind)below(PRESENCE_KIND_COUNT);

    if (mark_count == MOST)
        return;
    marks[mark_count] = *one;
    marks[mark_count].person = (unsigned)one->id;
    marks[mark_count++].id = rows_add(
        db, &presence_entity, "registration", rows_number(one->id), "slot",
        rows_number(slots[one->meeting][below(2)]), "kind", presence_kinds[kind].name,
        "remote", presence_was_there(kind) && below(2) ? "1" : "0", "at",
        "2027-02-01T09:30:00Z", "by", "lea", "reason", "because", NULL);
}

static void
remove_mark(void)
{
    const unsigned i = below(mark_count);

    rows_remove(db, &presence_entity, marks[i].id);
    marks[i] = marks[--mark_count];
}

/* As an undo does: the marks first. */
static void
remove_registration(void)
{
    const unsigned i = below(listed_count);

    for (unsigned k = mark_count; k-- > 0;)
        if (marks[k].person == (unsigned)listed[i].id) {
            rows_remove(db, &presence_entity, marks[k].id);
            marks[k] = marks[--mark_count];
        }
    rows_remove(db, &registration_entity, listed[i].id);
    listed[i] = listed[--listed_count];
}

/* As when somebody is merged into another one. */
static void
give_registration(void)
{
    struct listed *one = &listed[below(listed_count)];
    const unsigned person = below(PEOPLE);

    if (one->is_live && find_live(person, one->meeting))
        return;
    rows_change(db, &registration_entity, one->id, "person", rows_number(people[person]),
                below(2) ? "category" : "function", below(2) ? "1" : "", NULL);
    one->person = person;
}

static void
act(void)
{
    const unsigned what = below(14);

    if (what < 3 || listed_count == 0)
        add_registration();
    else if (what < 6)
        change_registration();
    else if (what < 9 || mark_count == 0)
        add_mark();
    else if (what < 11)
        remove_mark();
    else if (what < 13)
        give_registration();
    else
        remove_registration();
}

static void
expect_recount(int acts)
{
    struct check_report report = { 0 };

    ck_assert_msg(maintenance_check(db, false, &report, &err), "%s", err.message);
    for (size_t i = 0; i < report.count; i++)
        ck_assert_msg(strstr(report.problems[i], "others came") == NULL,
                      "after %d acts: %s", acts, report.problems[i]);
    check_report_clear(&report);
}

START_TEST(counters__are_what_a_recount_says__whatever_is_written_and_removed)
{
    const char *fire = getenv("ATELIER_FIRE");
    const int acts = fire && strcmp(fire, "full") == 0 ? ACTS_FULL : ACTS;

    chance = (uint64_t)_i + 1;
    for (int i = 0; i < acts; i++) {
        act();
        if (i % 10 == 9)
            expect_recount(i + 1);
    }
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_loop_test(
        tests, counters__are_what_a_recount_says__whatever_is_written_and_removed, 0,
        SEEDS);
}

SUITE_MAIN("presence_count")
