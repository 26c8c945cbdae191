/* SPDX-License-Identifier: GPL-3.0-or-later */
/* refused_person.h - who of those that a command names is refused, in words and as JSON
 */
#ifndef ATELIER_CLI_REFUSED_PERSON_H
#define ATELIER_CLI_REFUSED_PERSON_H

#include <jansson.h>

#include "atelier/base/buffer.h"
#include "invocation.h"

/* The name; of whom nobody knows, whose id is 0, what was typed. */
void refused_person_add_name(struct invocation *inv, int64_t person, const char *operand,
                             struct buffer *name);

/* The id, or what was typed, and why. */
json_t *refused_person_json(int64_t person, const char *operand,
                            const struct error *refusal);

#endif
