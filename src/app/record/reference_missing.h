/* SPDX-License-Identifier: GPL-3.0-or-later */
/* reference_missing.h - says that nothing is named so, and where to look */
#ifndef ATELIER_APP_REFERENCE_MISSING_H
#define ATELIER_APP_REFERENCE_MISSING_H

#include <stdbool.h>

#include "atelier/domain/entity.h"

/* Sets ERROR_NOT_FOUND with a sentence for that noun; `is_id`: the text is a number.
 * Returns false. */
bool reference_missing(enum entity_kind entity, const char *text, bool is_id,
                       struct error *err);

/* Sets ERROR_INPUT: where one of that noun should be named, nothing but blanks stands.
 * Returns false. */
bool reference_blank(enum entity_kind entity, struct error *err);

#endif
