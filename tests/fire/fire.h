/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fire.h - what the tests under fire share: how long they last, and their figures
 *
 * Each runs in short with the other tests and in full with "make fire", which sets
 * ATELIER_FIRE=full.  ATELIER_FIRE_SEED repeats the dice of a run; what the system does
 * with many processes is never quite the same twice.
 */
#ifndef ATELIER_TESTS_FIRE_H
#define ATELIER_TESTS_FIRE_H

#include <stdbool.h>

enum { FIRE_SECONDS = 1800 }; /* the longest that one of them may take */

/* How many rounds: the first number in full, the second in short. */
unsigned fire_rounds(unsigned full, unsigned brief);

/* The first of the dice, told with the figures. */
unsigned fire_seed(void);

/* A line of the table: what, and how much. */
void fire_figure(const char *what, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* This part cannot run here, and why; the test then returns. */
void fire_skip(const char *what, const char *why);

double fire_clock(void); /* seconds */
void fire_rest(double seconds);

#endif
