/* SPDX-License-Identifier: GPL-3.0-or-later */
/* csv_encoding.h - any of the encodings that spreadsheets write, as UTF-8 */
#ifndef ATELIER_APP_CSV_ENCODING_H
#define ATELIER_APP_CSV_ENCODING_H

#include <stddef.h>

#include "atelier/base/buffer.h"
#include "atelier/base/error.h"

/*
 * Recognises UTF-8, UTF-8 with BOM, UTF-16 with BOM, and takes all else for
 * Windows-1252; refuses what is no text at all, naming it when it can.  Adds the text
 * without BOM; NULL and an error, or a static name of the encoding.
 */
const char *csv_encoding_decode(const char *bytes, size_t length, struct buffer *text,
                                struct error *err);

#endif
