/* SPDX-License-Identifier: GPL-3.0-or-later */
/* register_outcome_print.h - what came of registering somebody, in a line and as JSON */
#ifndef ATELIER_CLI_REGISTER_OUTCOME_PRINT_H
#define ATELIER_CLI_REGISTER_OUTCOME_PRINT_H

#include <jansson.h>
#include <stdint.h>

#include "atelier/app/register.h"
#include "invocation.h"

json_t *register_outcome_json(int64_t person, const struct register_outcome *outcome);
void register_outcome_print(struct invocation *inv, int64_t person,
                            const struct register_outcome *outcome);

#endif
