/* SPDX-License-Identifier: GPL-3.0-or-later */
/* usage.c - what --help prints, made from the tables of commands */
#include "usage.h"

#include <stdio.h>
#include <string.h>

#include "atelier/base/buffer.h"
#include "atelier/base/error.h"
#include "atelier/base/language.h"
#include "atelier/base/text.h"

enum { NAME_COLUMNS = 30 };

static void
put_pair(const char *name, const char *meaning)
{
    struct buffer line = { 0 };
    buffer_add(&line, "  ");
    if (text_width(name) < NAME_COLUMNS) {
        text_add_cut(&line, name, NAME_COLUMNS, true, false);
    } else {
        buffer_add(&line, name);
        buffer_addf(&line, "\n  %*s", NAME_COLUMNS, "");
    }
    printf("%s  %s\n", buffer_text(&line), meaning);
    buffer_clear(&line);
}

static void
put_usage(const struct command *command)
{
    struct buffer usage = { 0 };
    buffer_add(&usage, command->noun);
    if (command->verb)
        buffer_addf(&usage, " %s", command->verb);
    if (command->operands)
        buffer_addf(&usage, " %s", command->operands);
    put_pair(buffer_text(&usage), _(command->summary));
    buffer_clear(&usage);
}

struct nouns {
    const char *only; /* NULL: all */
    bool confined;
    const char *last;
};

static void
visit_command(void *context, const struct command *command)
{
    struct nouns *nouns = context;
    if ((nouns->only && strcmp(command->noun, nouns->only) != 0) ||
        (nouns->confined && command->unconfined))
        return;
    if (!nouns->only && nouns->last && strcmp(nouns->last, command->noun) != 0)
        putchar('\n');
    put_usage(command);
    nouns->last = command->noun;
}

const struct command_option usage_globals[] = {
    { "database", "FILE", N_("use this database instead of the usual one") },
    { "as", "LOGIN", N_("act as this member of staff (administrators only)") },
    { "json", NULL, N_("print JSON, and nothing else, on standard output") },
    { "language", "en|fr", N_("speak this language") },
    { "plain", NULL, N_("show the screens without frames and bars") },
    { "help", NULL, N_("print this help") },
    { "version", NULL, N_("print the version") },
    { 0 },
};

static void
put_option(const char *name, const char *argument, const char *meaning)
{
    struct buffer option = { 0 };
    buffer_addf(&option, "%s%s%s", name, *argument ? " " : "", argument);
    put_pair(buffer_text(&option), meaning);
    buffer_clear(&option);
}

static void
put_named_option(const struct command_option *option)
{
    struct buffer name = { 0 };
    buffer_addf(&name, "--%s", option->name);
    put_option(buffer_text(&name), option->argument ? option->argument : "",
               _(option->help));
    buffer_clear(&name);
}

/* What the gateway, or a confined session, refuses is not proposed. */
static bool
counts(const struct invocation *inv, const char *name)
{
    if (strcmp(name, "database") == 0)
        return !confinement_is_on(&inv->options->atelier.confinement);
    return !inv->options->is_request ||
           (strcmp(name, "as") != 0 && strcmp(name, "refused") != 0 &&
            strcmp(name, "replace") != 0);
}

/* Through the gateway each file is -. */
static const char *
argument_of(const struct invocation *inv, const char *argument)
{
    return inv->options->is_request && argument && strcmp(argument, "FILE") == 0
               ? "-"
               : argument;
}

static void
put_global_options(const struct invocation *inv)
{
    printf("\n%s\n", _("Options of every command:"));
    for (const struct command_option *o = usage_globals; o->name; o++)
        if (counts(inv, o->name))
            put_named_option(o);
}

static void
put_statuses(void)
{
    const char *meaning;
    printf("\n%s\n", _("Exit status:"));
    for (int status = 0; (meaning = error_status_meaning(status)); status++) {
        struct buffer number = { 0 };
        buffer_addf(&number, "%d", status);
        put_pair(buffer_text(&number), _(meaning));
        buffer_clear(&number);
    }
}

bool
usage_shows_field(const struct command *command, const struct field *field)
{
    return command_takes_field(command, field) && !(field->flags & FIELD_HIDDEN);
}

void
usage_name_field(const struct field *field, struct buffer *name, struct buffer *argument)
{
    buffer_add(name, "--");
    for (const char *c = field->name; *c; c++)
        buffer_add_char(name, *c == '_' ? '-' : *c);
    if (field->kind == FIELD_CHOICE) {
        for (const struct choice *c = field->choices; c->name; c++)
            buffer_addf(argument, "%s%s", c == field->choices ? "" : "|", c->name);
    } else if (field->kind == FIELD_BOOLEAN) {
        buffer_add(argument, "yes|no");
    } else {
        for (const char *c = field->name; *c; c++)
            buffer_add_char(argument, *c >= 'a' && *c <= 'z' ? (char)(*c - 32) : *c);
    }
}

static void
put_field_option(const struct field *field)
{
    struct buffer name = { 0 };
    struct buffer argument = { 0 };
    usage_name_field(field, &name, &argument);
    struct buffer meaning = { 0 };
    buffer_add(&meaning, _(field->label));
    if (field->help)
        buffer_addf(&meaning, " (%s)", _(field->help));
    put_option(buffer_text(&name), buffer_text(&argument), buffer_text(&meaning));
    buffer_clear(&name);
    buffer_clear(&argument);
    buffer_clear(&meaning);
}

static void
print_command(const struct invocation *inv)
{
    const struct command *command = inv->command;
    printf("atelier %s%s%s%s%s\n\n  %s\n", command->noun, command->verb ? " " : "",
           command->verb ? command->verb : "", command->operands ? " " : "",
           command->operands ? argument_of(inv, command->operands) : "",
           _(command->summary));
    bool fields = command_takes_fields(command);
    if (command->options || command->questions || fields)
        printf("\n%s\n", _("Options:"));
    struct command_option option;
    for (size_t i = 0; command_option_at(command, i, &option); i++)
        if (counts(inv, option.name)) {
            option.argument = argument_of(inv, option.argument);
            put_named_option(&option);
        }
    for (size_t i = 0; fields && i < command->entity->field_count; i++)
        if (usage_shows_field(command, &command->entity->fields[i]))
            put_field_option(&command->entity->fields[i]);
    put_global_options(inv);
}

static void
print_demo(const struct invocation *inv)
{
    printf("atelier demo\n\n  %s\n",
           _("open the screens on an invented network, to try things"));
    put_global_options(inv);
}

void
usage_print(const struct invocation *inv)
{
    if (inv->command) {
        print_command(inv);
        return;
    }

    const bool confined = confinement_is_on(&inv->options->atelier.confinement);
    if (!confined && inv->words[0] && strcmp(inv->words[0], "demo") == 0) {
        print_demo(inv);
        return;
    }

    bool noun_known = false;
    if (inv->words[0])
        command_find(inv->tables, inv->words[0], NULL, &noun_known);
    struct nouns nouns = { .only = noun_known ? inv->words[0] : NULL,
                           .confined = confined };
    if (!nouns.only) {
        printf("%s\n\n",
               _("atelier runs the working groups of a network: its meetings, the "
                 "people who come, and their calendars."));
        put_pair("atelier", _("open the screens"));
        if (!confined)
            put_pair("atelier demo",
                     _("open the screens on an invented network, to try things"));
        put_pair("atelier --confined …",
                 _("keep to one folder of files, whatever words follow"));
        printf("\n%s\n", _("Commands:"));
    }
    command_each(inv->tables, visit_command, &nouns);
    put_global_options(inv);
    printf("\n%s\n",
           _("A PERSON is an id or an e-mail, a MEETING an id, a GROUP its code."));
    put_statuses();
}
