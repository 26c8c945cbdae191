/* SPDX-License-Identifier: GPL-3.0-or-later */
/* csv_encoding.h - any of the encodings that spreadsheets write, as UTF-8 */
#ifndef ATELIER_APP_CSV_ENCODING_H
#define ATELIER_APP_CSV_ENCODING_H

#include "atelier/base/spool.h"

/*
 * Recognises UTF-8, UTF-8 with BOM, UTF-16 with BOM, and takes all else for
 * Windows-1252; refuses what is not text at all.  *spool, the
 * file's bytes, is exchanged for its text where the two are not the same; *start is where
 * the text begins in it, behind a BOM.  NULL and an error, or a static name of the
 * encoding.
 */
const char *csv_encoding_decode(struct spool **spool, uint64_t *start, struct error *err);

#endif
