/* SPDX-License-Identifier: GPL-3.0-or-later */
/* howto_command.c - prints the pages that say how something is done */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "atelier/domain/howto.h"
#include "print.h"

static void
say(const void *context, const char *sentence, struct buffer *buffer)
{
    const struct cli_options *options = context;

    if (options->add_sentence)
        options->add_sentence(sentence, buffer);
}

static json_t *
json_sentence(const struct cli_options *options, const char *sentence)
{
    struct buffer text = { 0 };
    say(options, _(sentence), &text);
    json_t *json = json_string(buffer_text(&text));
    buffer_clear(&text);
    return json;
}

static json_t *
json_howto(const struct cli_options *options, const struct howto *howto)
{
    json_t *steps = json_array();
    for (size_t i = 0; howto->steps[i]; i++)
        json_array_append_new(steps, json_sentence(options, howto->steps[i]));
    return json_pack("{s:s,s:s,s:o,s:o,s:s,s:o}", "name", howto->name, "title",
                     _(howto->title), "want", json_sentence(options, howto->want),
                     "steps", steps, "commands", howto->commands, "undo",
                     json_sentence(options, howto->undo));
}

enum { PAGE_COLUMNS = 78 };

/* A line that goes on stands below the words of its step. */
struct hanging {
    size_t indent;
    bool goes_on;
};

static void
put_wrapped(void *context, const char *start, size_t length)
{
    struct hanging *hanging = context;

    printf("%*s%.*s\n", hanging->goes_on ? (int)hanging->indent : 0, "", (int)length,
           start);
    hanging->goes_on = true;
}

/* Commands are copied, and not broken. */
static void
put_paragraph(const char *line, size_t length)
{
    enum { STEP_INDENT = 6, COMMAND_INDENT = 4 };
    const size_t blanks = strspn(line, " ");
    struct hanging hanging = { .indent = blanks > 0 ? STEP_INDENT : 0 };
    char *text = memory_copy_part(line, length);

    if (blanks == COMMAND_INDENT)
        printf("%s\n", text);
    else
        text_wrap(text, PAGE_COLUMNS - hanging.indent, put_wrapped, &hanging);
    free(text);
}

static void
put_howto(struct invocation *inv, const struct howto *howto)
{
    struct buffer text = { 0 };

    buffer_addf(&text, "%s\n\n", _(howto->title));
    howto_add(howto, say, inv->options, &text);
    for (const char *line = buffer_text(&text); *line != '\0';) {
        const size_t length = strcspn(line, "\n");

        if (length == 0)
            putchar('\n');
        else
            put_paragraph(line, length);
        line += length + (line[length] == '\n');
    }
    buffer_clear(&text);
}

static void
list_howtos(struct invocation *inv)
{
    json_t *list = json_array();

    for (const struct howto *howto = howtos; howto->name; howto++) {
        if (!inv->options->json)
            printf("%s\t%s\n", howto->name, _(howto->title));
        json_array_append_new(list, json_howto(inv->options, howto));
    }
    print_json(inv, list);
}

static bool
print_howto(struct invocation *inv, struct error *err)
{
    if (inv->operand_count == 0) {
        list_howtos(inv);
        return true;
    }
    const struct howto *howto = howto_find(inv->operands[0]);
    if (!howto)
        return error_set(err, ERROR_NOT_FOUND,
                         _("There is no page “%s”.  “atelier docs howto” lists them."),
                         inv->operands[0]);
    if (inv->options->json)
        print_json(inv, json_howto(inv->options, howto));
    else
        put_howto(inv, howto);
    return true;
}

const struct command howto_commands[] = {
    { .noun = "docs",
      .verb = "howto",
      .operands = "[PAGE]",
      .most = 1,
      .summary = N_("list the pages that say how something is done, or print one"),
      .without_database = true,
      .run = print_howto },
    COMMAND_END,
};
