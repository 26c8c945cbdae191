/* SPDX-License-Identifier: GPL-3.0-or-later */
/* search_name.h - by what a name is found besides its words
 */
#ifndef ATELIER_STORE_SEARCH_NAME_H
#define ATELIER_STORE_SEARCH_NAME_H

#include "search/search_words.h"

/* Adds a name in one word, in Latin letters and, where it is written without a blank, in
 * both orders: `legoff` for Le Goff, `ivanov` for Иванов, 王小明 for 王 小明.  NULL adds
 * nothing. */
void search_name_add(struct search_words *words, const char *family, const char *given);

#endif
