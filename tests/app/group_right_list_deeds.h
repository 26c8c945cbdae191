/* SPDX-License-Identifier: GPL-3.0-or-later */
/* group_right_list_deeds.h - acts on people, on who is on a list and who in a workshop,
 * each tried once */
#ifndef ATELIER_TESTS_GROUP_RIGHT_LIST_DEEDS_H
#define ATELIER_TESTS_GROUP_RIGHT_LIST_DEEDS_H

#include "group_right_meeting_deeds.h"

/* --- people and lists */

static inline bool
import_into(struct atelier *who, struct import_goal goal)
{
    struct import_outcome outcome;
    FILE *file = fopen(database_file_path("list.csv"), "w");
    ck_assert_ptr_nonnull(file);
    fputs("Nom,Prénom\nXyz,Vera\n", file);
    ck_assert_int_eq(fclose(file), 0);
    struct import *list = import_open_as(who, database_file_path("list.csv"), &goal,
                                         &(struct import_choice){ 0 }, &err);
    bool ok = list && import_judge(list, NULL, NULL, &err) &&
              import_run(list, NULL, NULL, &outcome, &err);
    import_free(list);
    return ok;
}

DEED(import_people, import_into(who, (struct import_goal){ 0 }))
DEED(import_to_list, import_into(who, (struct import_goal){ .meeting = meeting }))
DEED(import_members, import_into(who, (struct import_goal){ .group = urb }))

static inline bool
change_post(struct atelier *who)
{
    struct person *person = record_new(&person_entity);
    struct post before = { 0 };
    struct post after = { .organisation = organisation };
    ck_assert(edit_load(at, &person_entity, emil, person, &err));
    bool ok = post_change(who, person, &before, &after, NULL, &err);
    record_free(&person_entity, person);
    return ok;
}

static inline bool
enrol(struct atelier *who, int64_t person, struct questions *questions)
{
    const struct register_request request = { .meeting = meeting,
                                              .person = person,
                                              .questions = questions };
    struct register_outcome outcome;
    return register_add(who, &request, &outcome, &err);
}

DEED(enrol_one, enrol(who, emil, NULL))

static inline bool
enrol_many(struct atelier *who)
{
    const struct register_request request = { .meeting = meeting };
    struct register_added people[] = { { .person = emil }, { .person = dora } };
    return register_add_many(who, &request, people, 2, &err);
}

static inline bool
on(struct atelier *who, int64_t registration, enum registration_act act)
{
    struct register_outcome outcome;
    return register_act(who, registration, act, "ill", NULL, &outcome, &err);
}

DEED(more_seats, change(who, &meeting_entity, meeting, "seats", "9", NULL))
/* Nobody waits any more. */
DEED(nobody_waits, on(who, carls, REGISTRATION_WITHDRAW))
DEED(overbook,
     nobody_waits(at) && enrol(who, emil, office_answer(QUESTION_SEAT, "the mayor asks")))

/* Of who was invited. */
static inline int64_t
doras(void)
{
    if (database_file_number("SELECT count(*) FROM registration WHERE state = 0") == 0)
        ck_assert(convene(at));
    return database_file_number("SELECT max(id) FROM registration");
}

DEED(decline, on(who, doras(), REGISTRATION_DECLINE))
DEED(excuse, on(who, annas, REGISTRATION_EXCUSE))
DEED(withdraw, on(who, annas, REGISTRATION_WITHDRAW))

static inline bool
move_anna(struct atelier *who, int64_t group)
{
    const struct bulk_request request = { .registrations = &annas,
                                          .count = 1,
                                          .deed = BULK_MOVE,
                                          .target = office_add_meeting(
                                              at, group, "2027-05-04 09:30", 9) };
    struct bulk_outcome outcome = { 0 };

    err = (struct error){ 0 };
    const bool ok = register_bulk(who, &request, &outcome, &err);
    if (ok && outcome.count > 0 && outcome.rows[0].refusal.kind != ERROR_NONE)
        err = outcome.rows[0].refusal;
    const bool done = ok && outcome.done == 1;
    bulk_outcome_clear(&outcome);
    return done;
}

DEED(move_people, move_anna(who, urb))

static inline bool
revive(struct atelier *who)
{
    const int64_t registration = doras();
    ck_assert(on(at, registration, REGISTRATION_DECLINE) && more_seats(at));
    return on(who, registration, REGISTRATION_REVIVE);
}

static inline bool
substitute(struct atelier *who)
{
    const struct substitute_request request = { .registration = annas,
                                                .person = emil,
                                                .act = REGISTRATION_SUBSTITUTE };
    struct register_outcome outcome;
    return register_substitute(who, &request, &outcome, &err);
}

DEED(change_registration, change(who, &registration_entity, annas, "note", "late", NULL))

static inline bool
mark(struct atelier *who, int64_t person, enum presence_kind kind)
{
    const struct attend_request request = {
        .meeting = meeting, .person = person, .kind = kind, .reason = "a slip"
    };
    struct attend_outcome outcome;
    attend_outcome_init(&outcome);
    bool ok = attend_mark(who, &request, &outcome, &err);
    attend_outcome_clear(&outcome);
    return ok;
}

DEED(mark_one, mark(who, anna, PRESENCE_PRESENT))

static inline bool
annul(struct atelier *who)
{
    ck_assert(mark(at, anna, PRESENCE_PRESENT));
    return mark(who, anna, PRESENCE_ANNULLED);
}

static inline bool
mark_many(struct atelier *who)
{
    const struct attend_request request = { .meeting = meeting };
    const int64_t registrations[] = { annas, bens };
    struct attend_sum sum = { 0 };
    bool ok = attend_mark_many(who, &request, registrations, 2, &sum, &err);
    attend_sum_clear(&sum);
    return ok;
}

static inline bool
walk_in(struct atelier *who)
{
    const struct walk_in_request request = {
        .meeting = meeting,
        .person = emil,
    };
    struct walk_in_outcome outcome;
    walk_in_outcome_init(&outcome);
    ck_assert(more_seats(at));
    bool ok = walk_in_add(who, &request, &outcome, &err);
    walk_in_outcome_clear(&outcome);
    return ok;
}

static inline bool
walk_in_knowing(struct atelier *who)
{
    const struct walk_in_request request = {
        .meeting = meeting,
        .person = emil,
        .questions = office_answer(QUESTION_SEAT, "she speaks"),
    };
    question_reply(request.questions, QUESTION_OVERTAKE, QUESTION_YES, "she speaks");
    struct walk_in_outcome outcome;
    walk_in_outcome_init(&outcome);
    bool ok = walk_in_add(who, &request, &outcome, &err);
    walk_in_outcome_clear(&outcome);
    return ok;
}

/* --- workshops */

typedef bool workshop_deed(struct atelier *who, int64_t workshop,
                           struct workshop_person *people, size_t count,
                           struct error *err);

static inline bool
in_workshop(struct atelier *who, workshop_deed *deed, int64_t person)
{
    struct workshop_person people[] = { { .person = person } };
    return deed(who, workshop, people, 1, &err);
}

DEED(take_workshop, in_workshop(who, workshop_register, anna))

static inline bool
leave_workshop(struct atelier *who)
{
    ck_assert(take_workshop(at));
    return in_workshop(who, workshop_withdraw, anna);
}

static inline bool
change_workshops(struct atelier *who)
{
    struct workshop_person person = { .person = anna };
    ck_assert(take_workshop(at));
    return workshop_move(who, workshop, other, &person, &err);
}

static inline bool
overbook_workshop(struct atelier *who)
{
    struct workshop_person people[] = {
        { .person = ben, .questions = office_answer(QUESTION_SEAT, "she speaks") }
    };
    ck_assert(take_workshop(at));
    return workshop_register(who, workshop, people, 1, &err) &&
           people[0].refusal.kind == ERROR_NONE;
}

DEED(wish, workshop_wish(who, meeting, anna, &workshop, 1, &err))

static inline bool
assign(struct atelier *who)
{
    const struct workshop_assign_request request = { .meeting = meeting, .seed = 1 };
    struct workshop_assign_result result = { 0 };
    ck_assert(wish(at));
    bool ok = workshop_assign(who, &request, &result, &err);
    workshop_assign_clear(&result);
    return ok;
}

static inline bool
cancel_workshop(struct atelier *who)
{
    struct buffer told = { 0 };
    bool ok = workshop_cancel(who, workshop, "flood", &told, &err);
    buffer_clear(&told);
    return ok;
}

static inline bool
revive_workshop(struct atelier *who)
{
    ck_assert(cancel_workshop(at));
    return workshop_revive(who, workshop, &err);
}

#endif
