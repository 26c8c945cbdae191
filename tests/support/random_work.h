/* SPDX-License-Identifier: GPL-3.0-or-later */
/* random_work.h - people at work at random: the rules may refuse what they try
 *
 * The same acts in every run from the same number.
 */
#ifndef ATELIER_TESTS_RANDOM_WORK_H
#define ATELIER_TESTS_RANDOM_WORK_H

#include <stdbool.h>
#include <stdint.h>

struct atelier;

/* People, groups and meetings to work on. */
void random_work_prepare(struct atelier *at);

/* What is drawn from now on; with marks of presence or without, as who was marked cannot
 * go any more. */
void random_work_begin(uint64_t seed, bool marks);

/* A number from 0 to one below the limit. */
unsigned random_below(unsigned limit);

/* Does one act as that person, or a few times what is refused; an error that is no
 * refusal fails the test. */
void random_work_do(struct atelier *at);

/* The same of seats alone: who is registered, leaves or waits, how many seats there are,
 * and who gives them out. */
void random_work_do_seats(struct atelier *at);

#endif
