/* SPDX-License-Identifier: GPL-3.0-or-later */
/* heading_wish.h - whether a column holds wishes for workshops, and which of several */
#ifndef ATELIER_DOMAIN_HEADING_WISH_H
#define ATELIER_DOMAIN_HEADING_WISH_H

#include <stdbool.h>
#include <stddef.h>

/* The halves of a day, which tell apart a workshop that is given twice. */
enum day_part { DAY_NONE, DAY_MORNING, DAY_AFTERNOON };

/* “Vœu 1”, “2nd choice”, “Ateliers”: *number is 0 where there is none.  “Choix” alone
 * may be that of a meal. */
bool heading_wish_read(const char *text, unsigned *number);
bool heading_wish_is(const char *text); /* the same, where which one is not asked */

/* What a folded word says of the hours, and whether it may stand beside
 * them and says nothing: “à 14 h”. */
enum day_part heading_wish_day_part(const char *word, size_t length);
bool heading_wish_is_small(const char *word, size_t length);

#endif
