/* SPDX-License-Identifier: GPL-3.0-or-later */
/* witness.h - whether all that was acknowledged is in the database, and nothing else
 *
 * The journal says what each login did, in order.  It is read past the program and laid
 * beside what was heard: each deed heard must be there, in its order, and between two
 * deeds there may be as many others as their doer died meanwhile: written, and killed
 * before it could say so.
 */
#ifndef ATELIER_TESTS_WITNESS_H
#define ATELIER_TESTS_WITNESS_H

#include <stdbool.h>
#include <stddef.h>

#include "fire/shift.h"

struct witness {
    size_t lost;         /* acknowledged and not there */
    size_t unsaid;       /* there, and never acknowledged: its doer had died */
    size_t invented;     /* there, and its doer cannot have done it */
    size_t twice;        /* people who hold two registrations of one meeting */
    size_t marked_twice; /* people with two marks in one slot */
    size_t over;         /* meetings with more people than seats */
    size_t drifted;      /* registrations and marks that are not what the journal says */
    size_t problems;     /* of "atelier check" */
    char problem[200];
    size_t entries; /* of the journal */
};

/* Nobody may be at work.  `thorough`: with every page of the file. */
void witness_look(struct witness *witness, const struct shift *shift, bool thorough);

/* All is there and whole. */
bool witness_is_content(const struct witness *witness);

/* Tells the figures, and fails the test unless all is there and whole. */
void witness_judge(const struct witness *witness, const struct shift *shift);

#endif
