/* SPDX-License-Identifier: GPL-3.0-or-later */
/* vcard_unfold.h - the content lines of address cards, each on one line */
#ifndef ATELIER_APP_VCARD_UNFOLD_H
#define ATELIER_APP_VCARD_UNFOLD_H

#include "import/table_file.h"

/* A content line that is longer holds no name and no address. */
enum { VCARD_LINE_MOST = 65536 };

/*
 * Joins folded lines, and those of QUOTED-PRINTABLE, byte by byte: a fold may tear a
 * letter of UTF-8.  Properties that an import does not read, such as photos, are left
 * out.  Blank lines stand for what is gone, so that all lines keep their numbers.
 * *bytes, from *start on, is exchanged for the result.
 */
bool vcard_unfold(struct table_file *file, struct spool **bytes, uint64_t *start,
                  struct error *err);

#endif
