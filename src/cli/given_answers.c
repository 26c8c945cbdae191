/* SPDX-License-Identifier: GPL-3.0-or-later */
/* given_answers.c - "Meal=fish": the question by its text or its number, and what is
 * answered */
#include "given_answers.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"

bool
given_answers_read(const struct invocation *inv, struct given_answers *given,
                   struct error *err)
{
    given->items = memory_new(inv->given_count + 1, sizeof(*given->items));
    for (size_t i = 0; i < inv->given_count; i++) {
        if (strcmp(inv->given[i].name, "answer") != 0)
            continue;
        const char *typed = inv->given[i].value;
        const char *equals = strchr(typed, '=');
        if (!equals)
            return error_set_field(err, ERROR_INPUT, "answer",
                                   _("--answer is a question and what they answer, like "
                                     "“Meal=fish”; not “%s”."),
                                   typed);
        given->items[given->count++] =
            (struct meetings_answer){ memory_copy_part(typed, (size_t)(equals - typed)),
                                      equals + 1 };
    }
    return true;
}

void
given_answers_clear(struct given_answers *given)
{
    for (size_t i = 0; i < given->count; i++)
        free((void *)(uintptr_t)given->items[i].question);
    free(given->items);
    *given = (struct given_answers){ 0 };
}
