/* SPDX-License-Identifier: GPL-3.0-or-later */
/* reference_several.h - says that a name may be several rows, and which */
#ifndef ATELIER_APP_REFERENCE_SEVERAL_H
#define ATELIER_APP_REFERENCE_SEVERAL_H

#include <stddef.h>
#include <stdint.h>

#include "atelier/base/buffer.h"
#include "atelier/base/error.h"

/* Adds an id behind `before` others; of many only the first are named. */
void reference_several_add(struct buffer *ids, int64_t id, size_t before);

/* ERROR_INPUT.  Returns false. */
bool reference_several_refuse(const char *text, const struct buffer *ids,
                              struct error *err);

#endif
