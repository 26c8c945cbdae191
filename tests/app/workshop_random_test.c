/* SPDX-License-Identifier: GPL-3.0-or-later */
/* workshop_random_test.c - whatever an office does with workshops: nobody sits in two at
 * once, no seat too many is without a reason, lists go in turn
 *
 * ATELIER_FIRE=full plays a hundred thousand acts, else it is two thousand.
 */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/app/edit.h"
#include "atelier/app/register.h"
#include "atelier/app/undo.h"
#include "atelier/app/workshop_assign.h"
#include "atelier/app/workshop_seats.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/seat_limit.h"
#include "atelier/domain/slot.h"
#include "support/database_file.h"
#include "support/office.h"
#include "support/random_work.h"
#include "support/suite.h"

enum { PEOPLE = 16, SLOTS = 2, WORKSHOPS = 7, STEPS = 200, SEEDS = 10, SEEDS_FULL = 500 };
enum { CHECK_EVERY = 20 };

static struct atelier *at;
static struct error err;
static int64_t meeting;
static int64_t people[PEOPLE];
static int64_t slots[SLOTS];
static int64_t workshops[WORKSHOPS];
static int done;

static int64_t
add_workshop(const char *title, int64_t slot, const char *seats, const char *again)
{
    char text[24];
    char meeting_text[24];

    (void)snprintf(text, sizeof text, "%lld", (long long)slot);
    (void)snprintf(meeting_text, sizeof meeting_text, "%lld", (long long)meeting);
    return office_add(at, &workshop_entity, "meeting", meeting_text, "title", title,
                      "slot", text, "seats", seats, "again", again, NULL);
}

static int64_t
add_slot(const char *label, const char *start, const char *end)
{
    char text[24];

    (void)snprintf(text, sizeof text, "%lld", (long long)meeting);
    return office_add(at, &slot_entity, "meeting", text, "label", label, "start", start,
                      "end", end, NULL);
}

static void
set_up(void)
{
    char text[24];
    char first[24];

    at = office_found();
    const int64_t group = office_add_group(at, "URB");
    meeting = office_add_meeting(at, group, "2027-03-16 09:00", 14);
    office_change(at, &meeting_entity, meeting, "end", "2027-03-16 17:00", "waiting_list",
                  "automatic", NULL);
    slots[0] = add_slot("Morning", "2027-03-16 09:00", "2027-03-16 12:00");
    slots[1] = add_slot("Afternoon", "2027-03-16 14:00", "2027-03-16 17:00");
    for (int i = 0; i < PEOPLE; i++) {
        (void)snprintf(text, sizeof text, "Person%02d", i);
        people[i] = office_add_person(at, text, "A");
        if (i < 12)
            office_register(at, meeting, people[i]);
    }
    workshops[0] = add_workshop("A", slots[0], "3", NULL);
    workshops[1] = add_workshop("B", slots[0], "2", NULL);
    workshops[2] = add_workshop("C", slots[0], NULL, NULL);
    workshops[3] = add_workshop("D", slots[1], "3", NULL);
    workshops[4] = add_workshop("E", slots[1], "1", NULL);
    (void)snprintf(first, sizeof first, "%lld", (long long)workshops[0]);
    workshops[5] = add_workshop("A again", slots[1], "2", first);
    (void)snprintf(text, sizeof text, "%lld", (long long)meeting);
    workshops[6] =
        office_add(at, &workshop_entity, "meeting", text, "title", "Walk", "start",
                   "2027-03-16 11:00", "end", "2027-03-16 15:00", "seats", "4", NULL);
    database_file_stay_open();
    done = 0;
}

static void
tear_down(void)
{
    office_end(at);
}

/* --- what they do */

static int64_t
some_person(void)
{
    return people[random_below(PEOPLE)];
}

static int64_t
some_workshop(void)
{
    return workshops[random_below(WORKSHOPS)];
}

static struct questions *
some_answers(void)
{
    if (random_below(4) != 0)
        return office_answer(QUESTION_SEAT, NULL);
    struct questions *sheet = office_answer(QUESTION_SEAT, "they stay");
    question_reply(sheet, QUESTION_QUOTA, QUESTION_YES, "they stay");
    question_reply(sheet, QUESTION_OVERTAKE, QUESTION_YES, "they stay");
    return sheet;
}

static bool
register_some(void)
{
    struct workshop_person some[3] = { 0 };
    const size_t count = 1 + random_below(3);

    for (size_t i = 0; i < count; i++)
        some[i] = (struct workshop_person){ .person = some_person() };
    if (count == 1)
        some[0].questions = some_answers();
    return workshop_register(at, some_workshop(), some, count, &err);
}

static bool
withdraw_some(void)
{
    struct workshop_person some = { .person = some_person() };

    return workshop_withdraw(at, some_workshop(), &some, 1, &err);
}

static bool
move_some(void)
{
    struct workshop_person some = { .person = some_person(),
                                    .questions = some_answers() };

    return workshop_move(at, some_workshop(), some_workshop(), &some, &err);
}

static bool
wish_some(void)
{
    int64_t wanted[3];
    const size_t count = random_below(4);

    for (size_t i = 0; i < count; i++)
        wanted[i] = some_workshop();
    return workshop_wish(at, meeting, some_person(), wanted, count, &err);
}

static bool
cancel_some(void)
{
    return random_below(3) == 0
               ? workshop_cancel(at, some_workshop(), "no room", NULL, &err)
               : workshop_revive(at, some_workshop(), &err);
}

/* A dry run writes nothing, and says what the run then gives. */
static bool
assign(void)
{
    struct workshop_assign_request request = { .meeting = meeting,
                                               .dry_run = true,
                                               .moves = random_below(3) == 0,
                                               .seed = 1 + random_below(1000) };
    struct workshop_assign_result dry = { 0 };
    struct workshop_assign_result wet = { 0 };
    char *before = database_file_dump("SELECT * FROM workshop_choice ORDER BY id");
    const bool can = workshop_assign(at, &request, &dry, &err);
    char *after = database_file_dump("SELECT * FROM workshop_choice ORDER BY id");

    ck_assert_str_eq(before, after);
    request.dry_run = false;
    const bool could = workshop_assign(at, &request, &wet, &err);
    ck_assert_int_eq(can, could);
    ck_assert_uint_eq(dry.seated, wet.seated);
    ck_assert_uint_eq(dry.people, wet.people);
    ck_assert_uint_eq(wet.people == 0, wet.seated == 0);
    ck_assert_uint_le(wet.people, wet.seated);
    ck_assert_uint_le(wet.without, wet.unseated);
    ck_assert_uint_eq(dry.unseated, wet.unseated);
    ck_assert_uint_eq(dry.moved, wet.moved);
    workshop_assign_clear(&dry);
    workshop_assign_clear(&wet);
    free(before);
    free(after);
    return could;
}

static bool
change_field(const struct entity *entity, int64_t id, const char *name, const char *value)
{
    void *record = record_new(entity);
    const bool ok = edit_load(at, entity, id, record, &err) &&
                    field_parse(entity_field(entity, name), record, value, &err) &&
                    edit_change(at, entity, record, &err);

    record_free(entity, record);
    return ok;
}

static bool
change_workshop(void)
{
    static const char *const seats[] = { NULL, "1", "2", "3" };
    char slot[24];

    if (random_below(3) > 0)
        return change_field(&workshop_entity, some_workshop(), "seats",
                            seats[random_below(4)]);
    (void)snprintf(slot, sizeof slot, "%lld", (long long)slots[random_below(SLOTS)]);
    return change_field(&workshop_entity, some_workshop(), "slot", slot);
}

static bool
change_meeting(void)
{
    static const char *const lists[] = { "none", "propose", "automatic", "automatic" };

    if (random_below(2) == 0)
        return change_field(&meeting_entity, meeting, "waiting_list",
                            lists[random_below(4)]);
    return random_below(2) == 0
               ? change_field(&slot_entity, slots[0], "end", "2027-03-16 11:00")
               : change_field(&slot_entity, slots[0], "end", "2027-03-16 12:00");
}

static bool
change_list(void)
{
    static const enum registration_act acts[] = { REGISTRATION_WITHDRAW,
                                                  REGISTRATION_REVIVE,
                                                  REGISTRATION_EXCUSE };
    struct register_outcome outcome;
    int64_t id = 0;
    const int64_t person = some_person();

    if (!register_find(at, meeting, person, &id, &err)) {
        const struct register_request request = { .meeting = meeting, .person = person };
        return register_add(at, &request, &outcome, &err);
    }
    return register_act(at, id, acts[random_below(3)], NULL, NULL, &outcome, &err);
}

static bool
take_back(void)
{
    struct journal_entry entry = { 0 };
    const bool ok = random_below(3) > 0 ? undo_last(at, some_answers(), &entry, &err)
                                        : redo_last(at, some_answers(), &entry, &err);

    journal_entry_clear(&entry);
    return ok;
}

/* Each as often as it stands there. */
static bool
work(void)
{
    static bool (*const deeds[])(void) = {
        register_some, register_some, register_some, register_some,   wish_some,
        wish_some,     wish_some,     withdraw_some, withdraw_some,   move_some,
        move_some,     cancel_some,   assign,        change_workshop, change_meeting,
        change_list,   change_list,   take_back,     take_back,
    };

    return deeds[random_below(sizeof deeds / sizeof deeds[0])]();
}

/* --- what must be true */

#define SEATED                                                                           \
    "(SELECT c.*, w.start_at, w.end_at, coalesce(w.again, w.id) AS first, w.seats"       \
    " FROM workshop_choice c JOIN workshop w ON w.id = c.workshop AND w.state = 0"       \
    " JOIN registration r ON r.id = c.registration AND r.live = 1 WHERE c.state = 2)"

static void
expect_none(const char *what, const char *sql)
{
    char *found = database_file_dump(sql);

    ck_assert_msg(found[0] == '\0', "%s: %s", what, found);
    free(found);
}

static void
expect_order(void)
{
    expect_none("sits in two at once",
                "SELECT a.registration, a.workshop, b.workshop FROM " SEATED
                " a JOIN " SEATED " b ON b.registration = a.registration"
                " AND b.workshop > a.workshop AND ((a.start_at < b.end_at"
                " AND b.start_at < a.end_at) OR a.first = b.first)");
    expect_none("sits in what is cancelled",
                "SELECT c.id FROM workshop_choice c JOIN workshop w ON w.id = c.workshop"
                " WHERE w.state = 1 AND c.state IN (1, 2)");
    expect_none("sits and is not on the list",
                "SELECT c.id FROM workshop_choice c JOIN registration r"
                " ON r.id = c.registration WHERE r.live IS NULL AND c.state IN (1, 2)");
    expect_none("waits without a rank, or has one and does not wait",
                "SELECT id FROM workshop_choice WHERE (state = 1) <> (rank IS NOT NULL)");
    expect_none("two of one rank",
                "SELECT workshop, rank FROM workshop_choice WHERE rank IS NOT NULL"
                " GROUP BY 1, 2 HAVING count(*) > 1");
    expect_none("hours that are not those of the slot",
                "SELECT w.id FROM workshop w JOIN slot s ON s.id = w.slot WHERE"
                " w.end_at - w.start_at <> unixepoch(s.\"end\") - unixepoch(s.start)");
}

START_TEST(whatever_an_office_does__seats_stay_in_order)
{
    random_work_begin((uint64_t)_i + 1, false);
    for (int i = 0; i < STEPS; i++) {
        err = (struct error){ 0 };
        if (work())
            done++;
        else
            ck_assert_msg(err.kind == ERROR_RULE || err.kind == ERROR_QUESTION ||
                              err.kind == ERROR_NOT_FOUND || err.kind == ERROR_INPUT,
                          "%d: %s", (int)err.kind, err.message);
        expect_order();
        if (i % CHECK_EVERY == 0)
            office_expect_whole(at);
    }
    office_expect_whole(at);
    ck_assert_int_gt(done, STEPS / 4);
}
END_TEST

static void
add_tests(TCase *tests)
{
    const char *wanted = getenv("ATELIER_FIRE");
    const bool full = wanted && strcmp(wanted, "full") == 0;

    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_loop_test(tests, whatever_an_office_does__seats_stay_in_order, 0,
                        full ? SEEDS_FULL : SEEDS);
}

SUITE_MAIN("workshop_random")
