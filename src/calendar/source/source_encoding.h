/* SPDX-License-Identifier: GPL-3.0-or-later */
/* source_encoding.h - a calendar that is not in UTF-8, as all of them should be */
#ifndef ATELIER_CALENDAR_SOURCE_ENCODING_H
#define ATELIER_CALENDAR_SOURCE_ENCODING_H

#include "atelier/base/error.h"
#include "atelier/base/spool.h"

/* Exchanges the bytes of a file in UTF-16 or Windows-1252 for its text; others stay.
 * *guessed is what they were taken for without a mark that says it, or NULL. */
bool source_encoding_settle(struct spool **bytes, const char **guessed,
                            struct error *err);

#endif
