/* SPDX-License-Identifier: GPL-3.0-or-later */
/* docs_command.c - the program's own tables, for its manual and for completion */
#include <stdio.h>

#include "atelier/base/language.h"
#include "usage.h"

/* Tabs part the columns, so no column is empty. */
static void
put_row(const char *command, const char *option, const char *argument,
        const char *meaning)
{
    printf("%s\t%s\t%s\t%s\n", command, option, argument && *argument ? argument : "-",
           meaning);
}

static void
put_option(const char *command, const struct command_option *option)
{
    struct buffer name = { 0 };
    buffer_addf(&name, "--%s", option->name);
    put_row(command, buffer_text(&name), option->argument, _(option->help));
    buffer_clear(&name);
}

static void
put_fields(const char *name_of_command, const struct command *command)
{
    for (size_t i = 0; i < command->entity->field_count; i++) {
        const struct field *field = &command->entity->fields[i];
        if (!usage_shows_field(command, field))
            continue;
        struct buffer name = { 0 };
        struct buffer argument = { 0 };
        usage_name_field(field, &name, &argument);
        put_row(name_of_command, buffer_text(&name), buffer_text(&argument),
                _(field->label));
        buffer_clear(&name);
        buffer_clear(&argument);
    }
}

static void
put_command(void *context, const struct command *command)
{
    (void)context;
    struct buffer words = { 0 };
    buffer_addf(&words, "%s%s%s", command->noun, command->verb ? " " : "",
                command->verb ? command->verb : "");
    const char *name = buffer_text(&words);
    put_row(name, "-", command->operands, _(command->summary));
    struct command_option option;
    for (size_t i = 0; command_option_at(command, i, &option); i++)
        put_option(name, &option);
    if (command_takes_fields(command))
        put_fields(name, command);
    buffer_clear(&words);
}

static bool
print_commands(struct invocation *inv, struct error *err)
{
    (void)err;
    for (const struct command_option *o = usage_globals; o->name; o++)
        put_option("-", o);
    put_row("demo", "-", "", _("open the screens on an invented network, to try things"));
    command_each(inv->tables, put_command, NULL);
    return true;
}

static bool
print_keys(struct invocation *inv, struct error *err)
{
    (void)err;
    struct buffer keys = { 0 };
    if (inv->options->keys)
        inv->options->keys(&keys);
    (void)fputs(buffer_text(&keys), stdout);
    buffer_clear(&keys);
    return true;
}

const struct command docs_commands[] = {
    { .noun = "docs",
      .verb = "commands",
      .summary = N_("print every command and option, a row each, for completion"),
      .without_database = true,
      .run = print_commands },
    { .noun = "docs",
      .verb = "keys",
      .summary = N_("print the keys of every screen, a row each"),
      .without_database = true,
      .run = print_keys },
    COMMAND_END,
};
