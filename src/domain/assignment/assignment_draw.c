/* SPDX-License-Identifier: GPL-3.0-or-later */
/* assignment_draw.c - the number that is drawn for a person in a slot
 *
 * SplitMix64 (Steele, Lea, Flood 2014): each step can be undone, so that two people never
 * have one number in a slot.  The slot is mixed in, so that whoever loses in one by the
 * number does not lose in all others by it as well.
 */
#include "atelier/domain/assignment.h"

static uint64_t
mix(uint64_t number)
{
    number += UINT64_C(0x9e3779b97f4a7c15);
    number = (number ^ (number >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    number = (number ^ (number >> 27)) * UINT64_C(0x94d049bb133111eb);
    return number ^ (number >> 31);
}

uint64_t
assignment_draw(uint64_t seed, int64_t slot, int64_t person)
{
    return mix(mix(seed ^ mix((uint64_t)slot)) ^ mix((uint64_t)person));
}
