/* SPDX-License-Identifier: GPL-3.0-or-later */
/* congress.c - people, workshops and wishes to assign from, made by hand or at random */
#include "support/congress.h"

#include <assert.h>
#include <stdarg.h>
#include <string.h>

#include "atelier/base/memory.h"

enum { HOUR = 3600 };

struct congress *
congress_new(void)
{
    struct congress *congress = memory_new(1, sizeof *congress);

    congress->input = (struct assignment_input){
        .people = congress->people,
        .workshops = congress->workshops,
        .wishes = congress->wishes,
        .seats = congress->seats,
        .seed = 1,
        .today = { 2027, 3, 1 },
    };
    return congress;
}

void
congress_add_person(struct congress *congress, int64_t id, int64_t category,
                    int64_t organisation)
{
    assert(congress->input.person_count < CONGRESS_PEOPLE);
    congress->people[congress->input.person_count++] = (struct assignment_person){
        .id = id, .category = category, .organisation = organisation
    };
}

void
congress_add_workshop(struct congress *congress, int64_t id, int64_t slot, int64_t seats)
{
    const size_t place = congress->input.workshop_count++;

    assert(place < CONGRESS_WORKSHOPS);
    congress->workshops[place] = (struct assignment_workshop){
        .id = id,
        .times = congress->times[place],
        .seats = seats,
        .least = NUMBER_NONE,
        .limits = &congress->limits[place],
    };
    congress->limits[place].items = congress->limit_items[place];
    congress_add_slot(congress, slot);
}

void
congress_add_slot(struct congress *congress, int64_t slot)
{
    const size_t place = congress->input.workshop_count - 1;

    assert(congress->workshops[place].time_count < CONGRESS_TIMES);
    congress->times[place][congress->workshops[place].time_count++] =
        (struct assignment_time){ slot, { slot * HOUR, (slot + 1) * HOUR } };
}

void
congress_set_hours(struct congress *congress, instant start, instant end)
{
    const size_t place = congress->input.workshop_count - 1;

    congress->times[place][0] = (struct assignment_time){ 0, { start, end } };
}

struct seat_limit *
congress_add_limit(struct congress *congress, enum seat_limit_kind kind,
                   enum seat_limit_scope scope, int64_t key, int64_t people)
{
    const size_t place = congress->input.workshop_count - 1;
    struct seat_limit_list *list = &congress->limits[place];

    assert(list->count < CONGRESS_LIMITS);
    struct seat_limit *limit = &list->items[list->count++];
    *limit = (struct seat_limit){
        .head.id = (int64_t)list->count,
        .kind = kind,
        .scope = scope,
        .category = scope == SEAT_LIMIT_CATEGORY ? key : 0,
        .organisation = scope == SEAT_LIMIT_ORGANISATION ? key : 0,
        .people = people,
    };
    return limit;
}

static struct assignment_wish *
add_list(struct congress *congress, int64_t person, int64_t slot, instant wished)
{
    const size_t place = congress->input.wish_count++;

    assert(place < CONGRESS_LISTS);
    congress->wishes[place] = (struct assignment_wish){
        .person = person,
        .slot = slot,
        .wished = wished,
        .workshops = congress->choices[place],
    };
    return &congress->wishes[place];
}

void
congress_add_choice(struct congress *congress, int64_t workshop)
{
    struct assignment_wish *list = &congress->wishes[congress->input.wish_count - 1];

    assert(list->count < CONGRESS_CHOICES);
    congress->choices[list - congress->wishes][list->count++] = workshop;
}

void
congress_add_wishes(struct congress *congress, int64_t person, int64_t slot,
                    instant wished, ...)
{
    va_list wishes;
    int workshop;

    (void)add_list(congress, person, slot, wished);
    va_start(wishes, wished);
    while ((workshop = va_arg(wishes, int)) != 0)
        congress_add_choice(congress, workshop);
    va_end(wishes);
}

void
congress_add_seat(struct congress *congress, int64_t person, int64_t workshop)
{
    assert(congress->input.seat_count < CONGRESS_PEOPLE);
    congress->seats[congress->input.seat_count++] =
        (struct assignment_seat){ person, workshop };
}

/* --- at random */

static uint64_t drawn;

void
congress_begin(uint64_t seed)
{
    drawn = seed;
}

unsigned
congress_below(unsigned limit)
{
    drawn = drawn * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (unsigned)((drawn >> 33) % limit);
}

void
congress_add_crowd(struct congress *congress, size_t people, size_t wishes,
                   unsigned times)
{
    const unsigned workshops = (unsigned)congress->input.workshop_count;

    for (size_t i = 0; i < people; i++) {
        const int64_t id = (int64_t)(1000 + i);
        bool wished[CONGRESS_WORKSHOPS] = { false };
        congress_add_person(congress, id, congress_below(4), congress_below(4));
        struct assignment_wish *list =
            add_list(congress, id, 1, (instant)congress_below(times) * 60);
        while (list->count < wishes && list->count < workshops) {
            /* Some workshops are wished for more than others. */
            const unsigned choice = congress_below(congress_below(workshops) + 1);
            if (!wished[choice])
                congress_add_choice(congress, congress->workshops[choice].id);
            wished[choice] = true;
        }
    }
}

static void
shuffle(void *items, size_t count, size_t size)
{
    char spare[sizeof(struct assignment_workshop)];
    char *bytes = items;

    assert(size <= sizeof spare);
    for (size_t i = count; i > 1; i--) {
        char *a = bytes + (i - 1) * size;
        char *b = bytes + congress_below((unsigned)i) * size;
        memcpy(spare, a, size);
        memmove(a, b, size);
        memcpy(b, spare, size);
    }
}

void
congress_shuffle(struct congress *congress)
{
    const struct assignment_input *input = &congress->input;

    shuffle(congress->people, input->person_count, sizeof congress->people[0]);
    shuffle(congress->workshops, input->workshop_count, sizeof congress->workshops[0]);
    shuffle(congress->wishes, input->wish_count, sizeof congress->wishes[0]);
    shuffle(congress->seats, input->seat_count, sizeof congress->seats[0]);
}
