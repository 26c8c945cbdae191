/* SPDX-License-Identifier: GPL-3.0-or-later */
/* search_phone.h - a telephone is found by its digits, however they are grouped
 */
#ifndef ATELIER_STORE_SEARCH_PHONE_H
#define ATELIER_STORE_SEARCH_PHONE_H

#include "search/search_words.h"

/* So many digits at the end tell a number without the code of the country. */
enum { SEARCH_NATIONAL_DIGITS = 9 };

/* Adds the digits of each number in a field, with and without the code of the country.
 * NULL adds nothing. */
void search_phone_add(struct search_words *words, const char *phone);

/* The digits of a telephone as it is typed, however it is grouped; false when the text is
 * none: it holds letters, or fewer than four digits. */
bool search_phone_digits(const char *typed, struct buffer *digits);

#endif
