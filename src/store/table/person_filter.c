/* SPDX-License-Identifier: GPL-3.0-or-later */
/* person_filter.c - who is surely not known yet: a Bloom filter over the people */
#include "atelier/store/person_filter.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/fold.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "atelier/domain/name_spacing.h"
#include "atelier/domain/person.h"
#include "database/connection.h"

#define SQL_COUNT "SELECT count(*) FROM person"
/* Whoever was merged is known, too: as the one who is kept. */
#define SQL_PEOPLE "SELECT family, given, email, sort_key FROM person"

/* A person has some ten keys; one in a hundred strangers is taken for somebody. */
enum { BITS_A_PERSON = 120, PROBES = 5, WORD_BITS = 64 };

struct person_filter {
    uint64_t *words;
    uint64_t bits;
};

/* What a key is about; it begins the hash. */
enum about { ABOUT_EMAIL, ABOUT_FAMILY, ABOUT_HEAD, ABOUT_TAIL, ABOUT_KIN };

static uint64_t
key_start(enum about about)
{
    return 0xcbf29ce484222325U ^ (uint64_t)about;
}

/* FNV-1a, as hash_add() of base has it; the byte after a text parts it from the next. */
static uint64_t
key_add(uint64_t hash, const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++)
        hash = (hash ^ (unsigned char)text[i]) * 0x100000001b3U;
    return (hash ^ 0xffU) * 0x100000001b3U;
}

/* An e-mail is compared without the case of ASCII. */
static uint64_t
hash_email(const char *email)
{
    char lower[256];
    size_t length = 0;
    for (; length < sizeof lower && email[length] != '\0'; length++) {
        char c = email[length];
        lower[length] = c >= 'A' && c <= 'Z' ? (char)(c + 'a' - 'A') : c;
    }
    return key_add(key_start(ABOUT_EMAIL), lower, length);
}

/* Spreads the hash anew for each probe (splitmix64). */
static uint64_t
next_bit(const struct person_filter *filter, uint64_t *hash)
{
    uint64_t bit = *hash += 0x9e3779b97f4a7c15U;
    bit = (bit ^ (bit >> 30)) * 0xbf58476d1ce4e5b9U;
    bit = (bit ^ (bit >> 27)) * 0x94d049bb133111ebU;
    return (bit ^ (bit >> 31)) % filter->bits;
}

static void
add(struct person_filter *filter, uint64_t hash)
{
    for (int i = 0; i < PROBES; i++) {
        uint64_t bit = next_bit(filter, &hash);
        filter->words[bit / WORD_BITS] |= (uint64_t)1 << bit % WORD_BITS;
    }
}

static bool
has(const struct person_filter *filter, uint64_t hash)
{
    for (int i = 0; i < PROBES; i++) {
        uint64_t bit = next_bit(filter, &hash);
        if (!(filter->words[bit / WORD_BITS] >> bit % WORD_BITS & 1))
            return false;
    }
    return true;
}

/* Where the letter begins, counted from 0; the end when there are fewer. */
static const char *
letter_at(const char *text, size_t letter)
{
    for (; *text != '\0'; text++)
        if (text_begins_character(*text) && letter-- == 0)
            break;
    return text;
}

static uint64_t
hash_part(enum about about, const char *given, const char *part, size_t length)
{
    return key_add(key_add(key_start(about), given, strlen(given)), part, length);
}

/* The first and the last letters of a name that has so many, halved where a name of
 * `halved` letters would be: one slip leaves one half of it as it is. */
static uint64_t
hash_head(const char *family, const char *given, size_t halved)
{
    return hash_part(ABOUT_HEAD, given, family,
                     (size_t)(letter_at(family, halved / 2) - family));
}

static uint64_t
hash_tail(const char *family, const char *given, size_t letters, size_t halved)
{
    const char *tail = letter_at(family, letters - (halved - halved / 2));
    return hash_part(ABOUT_TAIL, given, tail, strlen(tail));
}

/* Whoever looks for this name has one with a letter more or less, or as many. */
static void
add_slips(struct person_filter *filter, const char *family, const char *given)
{
    size_t letters = text_count_characters(family, strlen(family));
    if (letters < PERSON_SLIP_LETTERS)
        return;
    for (size_t halved = letters - 1; halved <= letters + 1; halved++) {
        add(filter, hash_head(family, given, halved));
        add(filter, hash_tail(family, given, letters, halved));
    }
}

static bool
has_slip(const struct person_filter *filter, const char *family, const char *given)
{
    size_t letters = text_count_characters(family, strlen(family));
    return letters >= PERSON_SLIP_LETTERS &&
           (has(filter, hash_head(family, given, letters)) ||
            has(filter, hash_tail(family, given, letters, letters)));
}

/* A name in the one or two ways that it is spelt, and in one word. */
enum { WAYS = 3 };

struct spellings {
    struct buffer folds[WAYS];
    int count;
};

/* What slips are looked for in. */
static void
add_joined(struct spellings *spellings)
{
    spellings->count += name_spacing_add_joined(buffer_text(&spellings->folds[0]),
                                                &spellings->folds[spellings->count]);
}

static void
spellings_init(struct spellings *spellings, const char *name)
{
    *spellings = (struct spellings){ 0 };
    fold_add(&spellings->folds[0], name);
    spellings->count = 1 + fold_add_second(&spellings->folds[1], name);
}

static void
spellings_clear(struct spellings *spellings)
{
    for (int i = 0; i < WAYS; i++)
        buffer_clear(&spellings->folds[i]);
}

/* The sort key holds both plain folds, parted by U+0001. */
static void
add_names(struct person_filter *filter, const char *family, const char *given,
          const char *sort_key)
{
    size_t length = strcspn(sort_key, "\x01");
    const char *rest = sort_key[length] != '\0' ? sort_key + length + 1 : "";

    add(filter, key_add(key_start(ABOUT_FAMILY), sort_key, length));
    if (!given)
        return;
    struct spellings families = { 0 };
    buffer_add_part(&families.folds[0], sort_key, length);
    struct spellings givens = { 0 };
    buffer_add(&givens.folds[0], rest);
    families.count = 1 + fold_add_second(&families.folds[1], family);
    givens.count = 1 + fold_add_second(&givens.folds[1], given);
    add_joined(&families);
    for (int f = 0; f < families.count; f++)
        for (int g = 0; g < givens.count; g++)
            add_slips(filter, buffer_text(&families.folds[f]),
                      buffer_text(&givens.folds[g]));
    spellings_clear(&families);
    spellings_clear(&givens);
}

/* One pair of forms of the two names. */
static uint64_t
hash_pair(const char *family, const char *given)
{
    return hash_part(ABOUT_KIN, given, family, strlen(family));
}

/* Names that are kin have a form in common. */
static void
add_kin(struct person_filter *filter, const char *family, const char *given)
{
    struct name_kin families;
    struct name_kin givens;

    name_kin_init(&families, family);
    name_kin_init(&givens, given);
    for (size_t f = 0; f < families.count; f++)
        for (size_t g = 0; g < givens.count; g++)
            add(filter, hash_pair(families.forms[f], givens.forms[g]));
    name_kin_clear(&families);
    name_kin_clear(&givens);
}

bool
person_filter_has_kin(const struct person_filter *filter, const struct name_kin *families,
                      const struct name_kin *givens)
{
    for (size_t f = 0; f < families->count; f++)
        for (size_t g = 0; g < givens->count; g++)
            if (has(filter, hash_pair(families->forms[f], givens->forms[g])))
                return true;
    return false;
}

static const char *
column_text(sqlite3_stmt *statement, int column)
{
    return (const char *)sqlite3_column_text(statement, column);
}

static bool
add_everybody(struct person_filter *filter, struct database *db, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_PEOPLE, err);

    if (!statement)
        return false;
    bool there = false;
    bool ok;
    while ((ok = connection_step(statement, &there, err)) && there) {
        const char *email = column_text(statement, 2);
        if (email)
            add(filter, hash_email(email));
        add_names(filter, connection_column_text(statement, 0), column_text(statement, 1),
                  connection_column_text(statement, 3));
        add_kin(filter, connection_column_text(statement, 0), column_text(statement, 1));
    }
    connection_release(statement);
    return ok;
}

static bool
count_people(struct database *db, uint64_t *people, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_COUNT, err);
    int64_t count = 0;

    if (!statement || !connection_read_number(statement, &count, err))
        return false;
    *people = (uint64_t)count;
    return true;
}

struct person_filter *
person_filter_new(struct database *db, struct error *err)
{
    uint64_t people;
    if (!count_people(db, &people, err))
        return NULL;
    struct person_filter *filter = memory_new(1, sizeof(*filter));
    filter->bits = (people + 1) * BITS_A_PERSON;
    filter->words = memory_new(filter->bits / WORD_BITS + 1, sizeof(*filter->words));
    if (add_everybody(filter, db, err))
        return filter;
    person_filter_free(filter);
    return NULL;
}

void
person_filter_free(struct person_filter *filter)
{
    if (!filter)
        return;
    free(filter->words);
    free(filter);
}

bool
person_filter_has_email(const struct person_filter *filter, const char *email)
{
    return has(filter, hash_email(email));
}

bool
person_filter_has_family(const struct person_filter *filter, const char *fold)
{
    return has(filter, key_add(key_start(ABOUT_FAMILY), fold, strlen(fold)));
}

bool
person_filter_has_slip(const struct person_filter *filter, const char *family,
                       const char *given)
{
    struct spellings families;
    spellings_init(&families, family);
    add_joined(&families);
    struct spellings givens;
    spellings_init(&givens, given);
    bool found = false;
    for (int f = 0; f < families.count && !found; f++)
        for (int g = 0; g < givens.count && !found; g++)
            found = has_slip(filter, buffer_text(&families.folds[f]),
                             buffer_text(&givens.folds[g]));
    spellings_clear(&families);
    spellings_clear(&givens);
    return found;
}
