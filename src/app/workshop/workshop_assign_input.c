/* SPDX-License-Identifier: GPL-3.0-or-later */
/* workshop_assign_input.c - people, workshops, wishes and seats of a meeting, as the rule
 * of assigning wants them */
#include "workshop/workshop_assign_input.h"

#include <stdlib.h>

#include "atelier/base/memory.h"
#include "atelier/store/seat_limit_table.h"
#include "atelier/store/seats_table.h"

/* One choice with what orders it: lists are those of one person in one slot. */
struct wished {
    const struct chooser *chooser;
    int64_t slot;
};

static const struct workshop *
find_workshop(const struct workshop_list *workshops, int64_t id)
{
    for (size_t i = 0; i < workshops->count; i++)
        if (workshops->items[i].head.id == id)
            return &workshops->items[i];
    return NULL;
}

/* --- workshops */

/* Who sits there and takes no seat leaves it to others: the rule counts heads. */
static int64_t
seats_of(const struct workshop *workshop, const struct chooser_list *choosers,
         const struct seat_rule *rule)
{
    int64_t seats = workshop->seats;

    for (size_t i = 0; seats != NUMBER_NONE && i < choosers->count; i++) {
        const struct chooser *chooser = &choosers->items[i];
        if (chooser->workshop == workshop->head.id && chooser->state == CHOICE_SEATED &&
            !rule->takes[REGISTRATION_ACCEPTED][chooser->role])
            seats++;
    }
    return seats;
}

static bool
add_workshops(struct atelier *at, const struct workshop_list *workshops,
              const struct chooser_list *choosers, struct assign_input *input,
              struct error *err)
{
    struct seat_rule rule;
    if (!seats_table_rule(at->db, &rule, err))
        return false;
    size_t count = 0;
    for (size_t i = 0; i < workshops->count; i++) {
        const struct workshop *workshop = &workshops->items[i];
        if (workshop->state != WORKSHOP_PLANNED)
            continue;
        if (!seat_limit_table_list_of_workshop(at->db, workshop->head.id,
                                               &input->limits[count], err))
            return false;
        input->times[count] =
            (struct assignment_time){ .slot = workshop->slot,
                                      .hours = { workshop->start_at, workshop->end_at } };
        input->workshops[count] = (struct assignment_workshop){
            .id = workshop->head.id,
            .title = workshop->again ? workshop->again : workshop->head.id,
            .times = &input->times[count],
            .time_count = 1,
            .seats = seats_of(workshop, choosers, &rule),
            .least = workshop->least,
            .limits = &input->limits[count],
        };
        input->workshop_count = ++count;
    }
    return true;
}

/* --- wishes and seats */

static int
compare_wished(const void *left, const void *right)
{
    const struct wished *a = left;
    const struct wished *b = right;
    const int64_t parts[][2] = {
        { a->chooser->person, b->chooser->person },
        { a->slot, b->slot },
        { a->chooser->wish, b->chooser->wish },
    };

    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
        if (parts[i][0] != parts[i][1])
            return parts[i][0] < parts[i][1] ? -1 : 1;
    return 0;
}

/* Whoever gave a wish up has none; whoever sits by one still has it. */
static bool
is_wish(const struct chooser *chooser)
{
    return chooser->standing == REGISTRATION_ACCEPTED && chooser->wish != NUMBER_NONE &&
           chooser->state != CHOICE_WITHDRAWN;
}

static bool
stays(const struct chooser *chooser, bool moves)
{
    return chooser->state == CHOICE_SEATED && !(moves && is_wish(chooser));
}

static void
add_wish(struct assign_input *input, const struct wished *wished, bool begins)
{
    const struct chooser *chooser = wished->chooser;
    struct assignment_input *given = &input->given;

    if (begins)
        input->wishes[given->wish_count++] = (struct assignment_wish){
            .person = chooser->person, .slot = wished->slot, .wished = chooser->wished_at
        };
    struct assignment_wish *list = &input->wishes[given->wish_count - 1];
    if (chooser->wished_at > list->wished)
        list->wished = chooser->wished_at;
    list->count++;
}

/* The lists one after the other, each the best first. */
static void
add_wishes(struct assign_input *input, const struct wished *wished, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const bool begins = i == 0 || wished[i].slot != wished[i - 1].slot ||
                            wished[i].chooser->person != wished[i - 1].chooser->person;
        if (begins &&
            (i == 0 || wished[i].chooser->person != wished[i - 1].chooser->person))
            input->people[input->given.person_count++] = (struct assignment_person){
                .id = wished[i].chooser->person,
                .category = wished[i].chooser->category,
                .organisation = wished[i].chooser->organisation,
            };
        input->wished[i] = wished[i].chooser->workshop;
        add_wish(input, &wished[i], begins);
    }
    const int64_t *next = input->wished;
    for (size_t i = 0; i < input->given.wish_count; i++) {
        input->wishes[i].workshops = next;
        next += input->wishes[i].count;
    }
}

static void
add_choosers(const struct workshop_list *workshops, const struct chooser_list *choosers,
             bool moves, struct assign_input *input)
{
    struct wished *wished = memory_new(choosers->count + 1, sizeof *wished);
    size_t count = 0;

    for (size_t i = 0; i < choosers->count; i++) {
        const struct chooser *chooser = &choosers->items[i];
        const struct workshop *workshop = find_workshop(workshops, chooser->workshop);
        if (!workshop)
            continue;
        if (is_wish(chooser))
            wished[count++] = (struct wished){ chooser, workshop->slot };
        if (stays(chooser, moves) && workshop->state == WORKSHOP_PLANNED)
            input->seats[input->given.seat_count++] =
                (struct assignment_seat){ chooser->person, chooser->workshop };
    }
    qsort(wished, count, sizeof *wished, compare_wished);
    add_wishes(input, wished, count);
    free(wished);
}

bool
assign_input_make(struct atelier *at, const struct workshop_list *workshops,
                  const struct chooser_list *choosers, bool moves, int64_t seed,
                  struct assign_input *input, struct error *err)
{
    const size_t most = choosers->count + 1;

    *input = (struct assign_input){
        .people = memory_new(most, sizeof *input->people),
        .workshops = memory_new(workshops->count + 1, sizeof *input->workshops),
        .times = memory_new(workshops->count + 1, sizeof *input->times),
        .limits = memory_new(workshops->count + 1, sizeof *input->limits),
        .wishes = memory_new(most, sizeof *input->wishes),
        .wished = memory_new(most, sizeof *input->wished),
        .seats = memory_new(most, sizeof *input->seats),
    };
    if (!add_workshops(at, workshops, choosers, input, err))
        return false;
    add_choosers(workshops, choosers, moves, input);
    input->given.people = input->people;
    input->given.workshops = input->workshops;
    input->given.workshop_count = input->workshop_count;
    input->given.wishes = input->wishes;
    input->given.seats = input->seats;
    input->given.seed = (uint64_t)seed;
    input->given.today = atelier_today(at);
    return true;
}

void
assign_input_clear(struct assign_input *input)
{
    for (size_t i = 0; input->limits && i < input->workshop_count; i++)
        seat_limit_list_clear(&input->limits[i]);
    free(input->people);
    free(input->workshops);
    free(input->times);
    free(input->limits);
    free(input->wishes);
    free(input->wished);
    free(input->seats);
    *input = (struct assign_input){ 0 };
}
