/* SPDX-License-Identifier: GPL-3.0-or-later */
/* door_roll.c - the list at the door in memory: found by typing, kept right by marks */
#include "atelier/domain/door_roll.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/fold.h"
#include "atelier/base/memory.h"

static void
clear_entry(struct door_entry *entry)
{
    free(entry->name);
    free(entry->organisation);
    free(entry->by);
}

void
door_roll_clear(struct door_roll *roll)
{
    for (size_t i = 0; i < roll->count; i++) {
        clear_entry(&roll->entries[i]);
        door_key_clear(&roll->keys[i]);
    }
    free(roll->entries);
    free(roll->keys);
    free(roll->by_person);
    free(roll->hits);
    free(roll->fitting);
    free(roll->ranks);
    free(roll->typed);
    *roll = (struct door_roll){ 0 };
}

/* "Müller, Anna" */
static char *
full_name(const struct door_row *row)
{
    struct buffer name = { 0 };

    buffer_addf(&name, "%s%s%s", row->family, row->given ? ", " : "",
                row->given ? row->given : "");
    return buffer_take(&name);
}

void
door_roll_add(struct door_roll *roll, const struct door_row *row)
{
    roll->entries = memory_grow(roll->entries, &roll->capacity, roll->count + 1,
                                sizeof(*roll->entries));
    roll->keys = memory_grow(roll->keys, &roll->key_capacity, roll->count + 1,
                             sizeof(*roll->keys));
    door_key_init(&roll->keys[roll->count], row->family, row->given, row->organisation,
                  row->function);
    roll->entries[roll->count++] = (struct door_entry){
        .registration = row->registration,
        .person = row->person,
        .name = full_name(row),
        .organisation = row->organisation ? memory_copy(row->organisation) : NULL,
        .state = row->state,
        .expected = row->expected,
        .left = INSTANT_NONE,
    };
}

/* --- by person */

struct numbered {
    int64_t person;
    size_t index;
};

static int
compare_persons(const void *one, const void *other)
{
    const struct numbered *a = one;
    const struct numbered *b = other;

    return (a->person > b->person) - (a->person < b->person);
}

void
door_roll_settle(struct door_roll *roll)
{
    struct numbered *order = memory_new(roll->count, sizeof(*order));

    for (size_t i = 0; i < roll->count; i++)
        order[i] = (struct numbered){ roll->entries[i].person, i };
    qsort(order, roll->count, sizeof(*order), compare_persons);
    roll->by_person = memory_new(roll->count, sizeof(*roll->by_person));
    roll->hits = memory_new(roll->count, sizeof(*roll->hits));
    roll->fitting = memory_new(roll->count, sizeof(*roll->fitting));
    roll->ranks = memory_new(roll->count, sizeof(*roll->ranks));
    for (size_t i = 0; i < roll->count; i++)
        roll->by_person[i] = order[i].index;
    free(order);
}

struct door_entry *
door_roll_person(const struct door_roll *roll, int64_t person)
{
    size_t low = 0;
    size_t high = roll->count;

    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        struct door_entry *entry = &roll->entries[roll->by_person[middle]];

        if (entry->person == person)
            return entry;
        if (entry->person < person)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

struct door_entry *
door_roll_registration(const struct door_roll *roll, int64_t registration)
{
    for (size_t i = 0; i < roll->count; i++)
        if (roll->entries[i].registration == registration)
            return &roll->entries[i];
    return NULL;
}

void
door_roll_mark(struct door_roll *roll, int64_t person, const struct presence *mark)
{
    struct door_entry *entry = door_roll_person(roll, person);

    if (!entry || mark->head.id < entry->mark)
        return;
    /* Who signs later had left all the same: a signature says nothing of the hour. */
    if (mark->kind == PRESENCE_LEFT)
        entry->left = mark->at;
    else if (mark->kind != PRESENCE_SIGNED)
        entry->left = INSTANT_NONE;
    entry->mark = mark->kind == PRESENCE_ANNULLED ? 0 : mark->head.id;
    entry->kind = mark->kind;
    entry->remote = mark->remote;
    entry->at = mark->at;
    memory_replace(&entry->by, mark->by);
}

/* --- by typing */

/* What comes first among those who fit as well. */
enum turn { TURN_EXPECTED, TURN_WITHOUT_SEAT, TURN_MARKED, TURN_COUNT };

/* Better and worse fits by turns: { name begins, words of it begin }, then { in it,
 * around it }; each pair has all of its turns before the next. */
enum { RANKS_IN_PAIR = 2, PLACES = FOLD_RANK_NONE * TURN_COUNT, NOWHERE = PLACES };

static enum turn
turn_of(const struct door_entry *entry)
{
    return entry->mark != 0  ? TURN_MARKED
           : entry->expected ? TURN_EXPECTED
                             : TURN_WITHOUT_SEAT;
}

static unsigned char
place_of(struct door_roll *roll, size_t index, const struct door_typed *typed)
{
    unsigned char *before = &roll->ranks[index];
    const enum fold_rank rank =
        door_key_rank(&roll->keys[index], typed, (enum fold_rank) * before);

    *before = (unsigned char)rank;
    if (rank == FOLD_RANK_NONE)
        return NOWHERE;
    return (unsigned char)((rank / RANKS_IN_PAIR * TURN_COUNT +
                            turn_of(&roll->entries[index])) *
                               RANKS_IN_PAIR +
                           rank % RANKS_IN_PAIR);
}

/* Whom the beginning of a text does not fit, all of it does not: so these are looked at
 * alone, which are left in the order of the entries. */
static size_t
candidates(struct door_roll *roll, const char *fold)
{
    if (roll->typed && strncmp(fold, roll->typed, strlen(roll->typed)) == 0)
        return roll->hit_count;
    for (size_t i = 0; i < roll->count; i++) {
        roll->fitting[i] = i;
        roll->ranks[i] = FOLD_RANK_BEGINS;
    }
    return roll->count;
}

void
door_roll_narrow(struct door_roll *roll, const char *typed)
{
    size_t starts[PLACES + 1] = { 0 };
    char *fold = fold_copy(typed);
    const size_t count = candidates(roll, fold);
    unsigned char *places = memory_new(count, sizeof(*places));
    struct door_typed wanted;
    size_t fit = 0;

    door_typed_init(&wanted, fold);
    for (size_t i = 0; i < count; i++) {
        const unsigned char place = place_of(roll, roll->fitting[i], &wanted);

        if (place == NOWHERE)
            continue;
        places[fit] = place;
        roll->fitting[fit++] = roll->fitting[i];
        starts[place + 1]++;
    }
    for (size_t i = 0; i < PLACES; i++)
        starts[i + 1] += starts[i];
    for (size_t i = 0; i < fit; i++)
        roll->hits[starts[places[i]]++] = roll->fitting[i];
    roll->hit_count = fit;
    door_typed_clear(&wanted);
    free(places);
    free(roll->typed);
    roll->typed = fold;
}
