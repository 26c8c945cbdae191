/* SPDX-License-Identifier: GPL-3.0-or-later */
/* search_joined.h - names that are typed in one word, and telephones
 */
#ifndef ATELIER_STORE_SEARCH_JOINED_H
#define ATELIER_STORE_SEARCH_JOINED_H

#include "search/search_words.h"

/* Adds what a person is found by beside the words of the names: `legoff` for Le Goff,
 * 王小明 for 王 小明, and the digits of the telephone with and without the code of the
 * country.  NULL adds nothing. */
void search_joined_add(struct search_words *words, const char *family, const char *given,
                       const char *phone);

/* The digits of a telephone as it is typed, however it is grouped; false when the text is
 * none: it holds letters, or fewer than four digits. */
bool search_joined_digits(const char *typed, struct buffer *digits);

/* So many digits at the end tell a number without the code of the country. */
enum { SEARCH_NATIONAL_DIGITS = 9 };

#endif
