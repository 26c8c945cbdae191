/* SPDX-License-Identifier: GPL-3.0-or-later */
/* person.h - someone the office knows */
#ifndef ATELIER_DOMAIN_PERSON_H
#define ATELIER_DOMAIN_PERSON_H

#include "atelier/domain/entity.h"

struct person {
    struct record head;
    char *family;
    char *given;
    char *civility;
    char *language; /* "fr", "en": of letters to this person */
    char *email;    /* may be shared by several people: no key (rule 1) */
    char *phone;
    char *needs; /* access, diet */
    char *note;
    bool consent; /* to be listed and photographed */
    struct date keep_until;
    int64_t merged_into;
};

extern const struct entity person_entity;

struct person_list {
    struct person *items;
    size_t count;
    size_t capacity;
};
void person_list_clear(struct person_list *list);
void person_list_add(struct person_list *list, const struct person *person); /* copies */

/* How alike a person about to be saved and one already known are. */
enum likeness {
    LIKENESS_NONE,
    LIKENESS_COLLEAGUE, /* one part of a double name: only in the same organisation */
    LIKENESS_POSSIBLE,  /* same folded family name, in one word or several, and initial,
                           names swapped, same given name and e-mail (married since), or
                           same given name and one letter's slip in a family name of five
                           or more */
    LIKENESS_OTHERWISE, /* the same names written otherwise: without blanks or particles,
                           St for Saint, in other letters */
    LIKENESS_PROBABLE,  /* same folded names, or same e-mail and family name */
    LIKENESS_SAME       /* same folded names and same e-mail */
};

/* A family name of fewer letters has no slips: too many others are one letter off. */
enum { PERSON_SLIP_LETTERS = 5 };

/* Nobody compares everybody with everybody.  Whoever adds a rule lets these find whom it
 * makes alike, or it is never asked: person_alike_find() in the database,
 * person_filter_new() and what asks it before that, import_keys_make() of import_index.c
 * among the rows of one file. */
enum likeness person_likeness(const struct person *a, const struct person *b);

#endif
