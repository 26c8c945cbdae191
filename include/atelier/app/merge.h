/* SPDX-License-Identifier: GPL-3.0-or-later */
/* merge.h - two people who turn out to be one: side by side, and merged
 *
 * One is kept, and all that refers to the other refers to them from then on: posts,
 * memberships, registrations, workshops that they lead or speak in.  What the other has
 * and the kept one lacks is taken.  The other stays as a row that no list shows, so that
 * an undo has everything back.  Names on lists of meetings stay as they were copied
 * (rule 7).
 */
#ifndef ATELIER_APP_MERGE_H
#define ATELIER_APP_MERGE_H

#include "atelier/app/atelier.h"
#include "atelier/domain/person.h"

/* Whom to merge, and what was chosen of the fields in which they differ: a bit each, by
 * the place of the field in person_entity.  Of a field in neither the kept person's value
 * stays, the other's is taken where that one is missing, and notes of both are kept. */
struct merge_request {
    int64_t keep;
    int64_t other;
    uint32_t of_keep;  /* as the kept person has them, be it nothing */
    uint32_t of_other; /* as the other has them */
};

/* The bit of the field of that name; 0: there is none that can be chosen. */
uint32_t merge_field_bit(const char *name);

/* What a merge does, or would do. */
struct merge_outcome {
    struct person keep;          /* as they are before it */
    struct person other;         /* the same */
    struct person after;         /* the kept one, as the merge leaves them */
    size_t kept[ENTITY_COUNT];   /* rows that refer to the kept person before it */
    size_t moved[ENTITY_COUNT];  /* rows that go over, by noun */
    size_t folded[ENTITY_COUNT]; /* rows that become one with one of the kept person */
};

void merge_outcome_init(struct merge_outcome *outcome);
void merge_outcome_clear(struct merge_outcome *outcome);

/* ERROR_RULE when both are registered at one meeting, or are in one way or another more
 * than one person can be, saying what to do first.  The outcome tells what was done. */
bool merge_people(struct atelier *at, const struct merge_request *request,
                  struct merge_outcome *outcome, struct error *err);

/* The same, and takes it back: what it would do, or why it cannot.  The people of the
 * outcome are set when they could be read, be the merge refused. */
bool merge_try(struct atelier *at, const struct merge_request *request,
               struct merge_outcome *outcome, struct error *err);

#endif
