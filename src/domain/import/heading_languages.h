/* SPDX-License-Identifier: GPL-3.0-or-later */
/* heading_languages.h - a heading that says one thing in several languages
 *
 * Lists of Brussels, Bolzano or Biel have “Gemeente / Commune”, “Cognome / Nachname”.
 */
#ifndef ATELIER_DOMAIN_HEADING_LANGUAGES_H
#define ATELIER_DOMAIN_HEADING_LANGUAGES_H

#include "import/heading.h"

/*
 * Reads a heading like heading_read(), and where a slash, a bar, a dash between blanks or
 * a new line parts it, each part for itself: if all of them say the same, that is it.
 */
struct heading heading_read_languages(const struct heading_words *known,
                                      const char *text);

#endif
