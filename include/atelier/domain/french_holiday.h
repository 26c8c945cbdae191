/* SPDX-License-Identifier: GPL-3.0-or-later */
/* french_holiday.h - the public holidays of France, reckoned for any year
 *
 * The eleven days of article L3133-1 of the Code du travail.  Easter is reckoned by the
 * rule printed in Nature of 20 April 1876, which holds for every Gregorian year (Meeus,
 * Astronomical Algorithms, chapter 8).
 */
#ifndef ATELIER_DOMAIN_FRENCH_HOLIDAY_H
#define ATELIER_DOMAIN_FRENCH_HOLIDAY_H

#include "atelier/base/civil.h"

/* Easter Sunday of a year of the Gregorian calendar. */
struct date easter_sunday(int year);

/* N_(): what the day is called when it is one, else NULL. */
const char *french_holiday(struct date day);

#endif
