/* SPDX-License-Identifier: GPL-3.0-or-later */
/* door_roll.c - the list at the door in memory: found by typing, kept right by marks */
#include "atelier/domain/door_roll.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/fold.h"
#include "atelier/base/fold_rank.h"
#include "atelier/base/memory.h"

static void
clear_entry(struct door_entry *entry)
{
    free(entry->name);
    free(entry->organisation);
    free(entry->by);
    for (size_t i = 0; i < sizeof(entry->folds) / sizeof(entry->folds[0]); i++)
        free(entry->folds[i]);
    free(entry->around);
}

void
door_roll_clear(struct door_roll *roll)
{
    for (size_t i = 0; i < roll->count; i++)
        clear_entry(&roll->entries[i]);
    free(roll->entries);
    free(roll->by_person);
    free(roll->hits);
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

static char *
fold_two(const char *first, const char *second)
{
    struct buffer text = { 0 };

    buffer_addf(&text, "%s %s", first ? first : "", second ? second : "");
    char *fold = fold_copy(buffer_text(&text));
    buffer_clear(&text);
    return fold;
}

static char *
fold_otherwise(const char *name)
{
    struct buffer fold = { 0 };

    if (fold_add_second(&fold, name))
        return buffer_take(&fold);
    buffer_clear(&fold);
    return NULL;
}

/* A letter or digit has a bit of its own; whatever else shares the others. */
enum { DIGITS_FROM = 26, OTHERS_FROM = 36, LETTER_BITS = 64 };

static bool
has_own_bit(char letter)
{
    return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
}

static uint64_t
letter_bit(char letter)
{
    const unsigned byte = (unsigned char)letter;
    unsigned bit = OTHERS_FROM + byte % (LETTER_BITS - OTHERS_FROM);

    if (byte >= 'a' && byte <= 'z')
        bit = byte - 'a';
    else if (byte >= '0' && byte <= '9')
        bit = DIGITS_FROM + (byte - '0');
    return (uint64_t)1 << bit;
}

/* Those of a fold but spaces, and those that begin its words. */
static uint64_t
letters_of(const char *fold, uint64_t *words)
{
    uint64_t letters = 0;

    for (const char *at = fold; *at; at++) {
        const uint64_t bit = *at == ' ' ? 0 : letter_bit(*at);
        letters |= bit;
        if (at == fold || at[-1] == ' ')
            *words |= bit;
    }
    return letters;
}

static void
note_letters(struct door_entry *entry)
{
    struct door_letters *letters = &entry->letters;
    uint64_t elsewhere = 0;

    for (size_t i = 0; i < sizeof(entry->folds) / sizeof(entry->folds[0]); i++)
        if (entry->folds[i]) {
            letters->name |= letters_of(entry->folds[i], &letters->words);
            letters->first |= letter_bit(entry->folds[i][0]);
        }
    letters->all = letters->name | letters_of(entry->around, &elsewhere);
}

void
door_roll_add(struct door_roll *roll, const struct door_row *row)
{
    roll->entries = memory_grow(roll->entries, &roll->capacity, roll->count + 1,
                                sizeof(*roll->entries));
    struct door_entry *entry = &roll->entries[roll->count++];
    *entry = (struct door_entry){
        .registration = row->registration,
        .person = row->person,
        .name = full_name(row),
        .organisation = row->organisation ? memory_copy(row->organisation) : NULL,
        .state = row->state,
        .expected = row->expected,
        .folds = { fold_two(row->family, row->given), fold_two(row->given, row->family) },
        .around = fold_two(row->organisation, row->function),
    };
    entry->folds[2] = fold_otherwise(entry->name);
    note_letters(entry);
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

/* What was typed, and its letters. */
struct typed {
    const char *fold;
    size_t length;
    uint64_t letters;
    bool is_one;  /* letter, which has a bit of its own */
    bool is_word; /* without a space */
};

static struct typed
typed_of(const char *fold)
{
    uint64_t ignored = 0;

    return (struct typed){
        .fold = fold,
        .length = strlen(fold),
        .letters = letters_of(fold, &ignored),
        .is_one = has_own_bit(fold[0]) && fold[1] == '\0',
        .is_word = !strchr(fold, ' '),
    };
}

/* Given names first changes only where the name begins. */
static bool
name_begins(const struct door_entry *entry, const struct typed *typed)
{
    if (typed->length > 0 && !(letter_bit(typed->fold[0]) & entry->letters.first))
        return false;
    for (size_t i = 0; i < sizeof(entry->folds) / sizeof(entry->folds[0]); i++)
        if (entry->folds[i] && strncmp(entry->folds[i], typed->fold, typed->length) == 0)
            return true;
    return false;
}

static enum fold_rank
rank_in_name(const struct door_entry *entry, const char *typed)
{
    const enum fold_rank first = fold_rank(entry->folds[0], NULL, typed);
    const enum fold_rank second =
        entry->folds[2] ? fold_rank(entry->folds[2], NULL, typed) : FOLD_RANK_NONE;

    return first < second ? first : second;
}

static enum fold_rank
rank_around(const struct door_entry *entry, const struct typed *typed)
{
    if (!typed->is_word)
        return fold_rank(entry->folds[0], entry->around, typed->fold);
    return strstr(entry->around, typed->fold) ? FOLD_RANK_AROUND : FOLD_RANK_NONE;
}

static enum fold_rank
rank_of_letter(const struct door_letters *letters, uint64_t letter)
{
    return letter & letters->first   ? FOLD_RANK_BEGINS
           : letter & letters->words ? FOLD_RANK_WORDS
           : letter & letters->name  ? FOLD_RANK_IN
                                     : FOLD_RANK_AROUND;
}

/* Letters that are missing spare the search for the text: most names have not all. */
static enum fold_rank
rank_of(const struct door_entry *entry, const struct typed *typed)
{
    const struct door_letters *letters = &entry->letters;
    enum fold_rank rank = FOLD_RANK_NONE;

    if (typed->letters & ~letters->all)
        return FOLD_RANK_NONE;
    if (typed->is_one)
        return rank_of_letter(letters, typed->letters);
    if (name_begins(entry, typed))
        return FOLD_RANK_BEGINS;
    if (!(typed->letters & ~letters->name))
        rank = rank_in_name(entry, typed->fold);
    return rank == FOLD_RANK_NONE ? rank_around(entry, typed) : rank;
}

static unsigned char
place_of(const struct door_entry *entry, const struct typed *typed)
{
    const enum fold_rank rank = rank_of(entry, typed);

    if (rank == FOLD_RANK_NONE)
        return NOWHERE;
    return (unsigned char)((rank / RANKS_IN_PAIR * TURN_COUNT + turn_of(entry)) *
                               RANKS_IN_PAIR +
                           rank % RANKS_IN_PAIR);
}

void
door_roll_narrow(struct door_roll *roll, const char *typed)
{
    size_t starts[PLACES + 1] = { 0 };
    char *fold = fold_copy(typed);
    const struct typed wanted = typed_of(fold);
    unsigned char *places = memory_new(roll->count, sizeof(*places));
    /* Whom the beginning of a text does not fit, all of it does not. */
    const bool goes_on =
        roll->typed && strncmp(fold, roll->typed, strlen(roll->typed)) == 0;

    for (size_t i = 0; i < roll->count; i++) {
        places[i] = goes_on && !roll->entries[i].fits
                        ? NOWHERE
                        : place_of(&roll->entries[i], &wanted);
        roll->entries[i].fits = places[i] != NOWHERE;
        if (places[i] != NOWHERE)
            starts[places[i] + 1]++;
    }
    for (size_t i = 0; i < PLACES; i++)
        starts[i + 1] += starts[i];
    roll->hit_count = starts[PLACES];
    for (size_t i = 0; i < roll->count; i++)
        if (places[i] != NOWHERE)
            roll->hits[starts[places[i]]++] = i;
    free(places);
    free(roll->typed);
    roll->typed = fold;
}
