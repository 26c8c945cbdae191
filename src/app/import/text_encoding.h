/* SPDX-License-Identifier: GPL-3.0-or-later */
/* text_encoding.h - any of the encodings that spreadsheets and address books write, as
 * UTF-8 */
#ifndef ATELIER_APP_TEXT_ENCODING_H
#define ATELIER_APP_TEXT_ENCODING_H

#include "import/table_kind.h"

/*
 * Finds the encoding, unless a person chose it: UTF-8 and UTF-16, with a mark or without;
 * Windows-1252 or ISO-8859-15 by their letters; UTF-8 with some lines of Windows-1252.
 * Refuses what is not text at all.  *spool, the file's bytes, is exchanged for its text
 * where the two are not the same; *start is where the text begins in it, behind a mark.
 */
bool text_encoding_decode(struct table_file *file, struct spool **spool, uint64_t *start,
                          struct error *err);

/* Whether it is UTF-16, by a choice or by its bytes. */
bool text_encoding_is_wide(const struct table_file *file, const struct spool *spool);

/* Whether bytes of an encoding of that name can be read here. */
bool text_encoding_is_known(const char *encoding);

/* Adds a few bytes as UTF-8.  Where no encoding of that name is known, or none is named,
 * they are taken for Windows-1252. */
void text_encoding_add(const char *encoding, const char *bytes, size_t length,
                       struct buffer *text);

/* Notes words of the text that look as if the encoding was another one. */
bool text_encoding_look(struct table_file *file, const struct spool *text, uint64_t start,
                        struct error *err);

#endif
