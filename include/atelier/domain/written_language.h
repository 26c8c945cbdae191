/* SPDX-License-Identifier: GPL-3.0-or-later */
/* written_language.h - the language in which texts are written, by their small words
 *
 *     struct written_language written = { 0 };
 *     written_language_read(&written, text);       for each text
 *     const char *code = written_language_code(&written);
 *
 * What goes around a text, its headings and the language that a page says it is in, is
 * for whoever reads it, and not for whoever happens to write the file.
 */
#ifndef ATELIER_DOMAIN_WRITTEN_LANGUAGE_H
#define ATELIER_DOMAIN_WRITTEN_LANGUAGE_H

#include <stddef.h>

enum { WRITTEN_LANGUAGES = 2 };

/* Starts as zeros. */
struct written_language {
    size_t words[WRITTEN_LANGUAGES];   /* that are of that language alone */
    unsigned kinds[WRITTEN_LANGUAGES]; /* which of them there were, a bit each */
};

void written_language_read(struct written_language *written, const char *text);

/* "en" or "fr"; NULL where it is not plain: too few words, or words of both. */
const char *written_language_code(const struct written_language *written);

#endif
