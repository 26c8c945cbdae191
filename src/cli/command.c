/* SPDX-License-Identifier: GPL-3.0-or-later */
/* command.c - finds a command by its words, and tells which fields are its options */
#include "command.h"

#include <string.h>

const struct command *
command_find(const struct command *const *tables, const char *noun, const char *verb,
             bool *noun_known)
{
    *noun_known = false;
    for (; *tables; tables++) {
        for (const struct command *c = *tables; c->noun; c++) {
            if (strcmp(c->noun, noun) != 0)
                continue;
            *noun_known = true;
            if (!c->verb || (verb && strcmp(c->verb, verb) == 0))
                return c;
        }
    }
    return NULL;
}

void
command_each(const struct command *const *tables,
             void (*visit)(void *context, const struct command *command), void *context)
{
    for (; *tables; tables++)
        for (const struct command *c = *tables; c->noun; c++)
            visit(context, c);
}

bool
command_option_at(const struct command *command, size_t place,
                  struct command_option *option)
{
    for (const struct command_option *o = command->options; o && o->name; o++) {
        if (place-- == 0) {
            *option = *o;
            return true;
        }
    }
    for (int kind = 0; kind < QUESTION_COUNT; kind++) {
        const struct question *question = &question_table[kind];
        if (!(command->questions & 1U << kind) || place-- > 0)
            continue;
        *option = (struct command_option){ question->option, question->argument,
                                           question->help };
        return true;
    }
    return false;
}

bool
command_takes_fields(const struct command *command)
{
    return command->entity && strcmp(command->verb, "show") != 0 &&
           strcmp(command->verb, "remove") != 0;
}

bool
command_takes_field(const struct command *command, const struct field *field)
{
    for (size_t i = 0; i < sizeof(command->named) / sizeof(command->named[0]); i++)
        if (command->named[i] && strcmp(command->named[i], field->name) == 0)
            return false;
    return command_takes_fields(command) && !(field->flags & FIELD_DERIVED);
}
