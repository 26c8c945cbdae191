/* SPDX-License-Identifier: GPL-3.0-or-later */
/* words.c - the words of the command line, told apart: command, operands, options */
#include "words.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"

/* What stands before and behind any command. */
enum global { GLOBAL_NONE, GLOBAL_SWITCH, GLOBAL_VALUE };

struct reader {
    struct cli_options *options;
    struct invocation *inv;
    char **words; /* noun, verb, operands */
    int word_count;
    bool help;
    bool version;
    struct error *err;
};

/* Through the gateway these are fixed; who gives them is told so. */
static void
read_whose(struct cli_options *options, const char *name, const char *value)
{
    if (options->is_request)
        return;
    if (strcmp(name, "as") == 0)
        options->atelier.as = value;
    else
        options->atelier.database = value;
}

static enum global
read_global(struct reader *r, const char *name, const char *value)
{
    struct cli_options *o = r->options;
    if (strcmp(name, "json") == 0)
        o->json = true;
    else if (strcmp(name, "plain") == 0)
        o->plain = true;
    else if (strcmp(name, "help") == 0)
        r->help = true;
    else if (strcmp(name, "version") == 0)
        r->version = true;
    else if (strcmp(name, "database") == 0 || strcmp(name, "as") == 0)
        return read_whose(o, name, value), GLOBAL_VALUE;
    else if (strcmp(name, "language") == 0)
        return o->language = value, GLOBAL_VALUE;
    else
        return GLOBAL_NONE;
    return GLOBAL_SWITCH;
}

static void
give(struct invocation *inv, const char *name, const char *value)
{
    size_t capacity = inv->given_count;
    inv->given =
        memory_grow(inv->given, &capacity, inv->given_count + 1, sizeof(*inv->given));
    inv->given[inv->given_count].name = name;
    inv->given[inv->given_count].value = value;
    inv->given_count++;
}

/* An argument in brackets may be left out. */
enum wants { WANTS_NOTHING, WANTS_VALUE, WANTS_FILE, MAY_HAVE_VALUE };

/* The name of a file is any bytes; all else that is typed is text. */
static bool
is_file(const char *argument)
{
    return argument && strstr(argument, "FILE");
}

static bool
is_text(const char *value)
{
    return text_is_valid(value, strlen(value));
}

/* Whether it is an option of the command, and whether it takes a value. */
static bool
find_option(const struct command *command, const char *name, enum wants *wants)
{
    struct command_option o;
    for (size_t i = 0; command_option_at(command, i, &o); i++) {
        if (strcmp(o.name, name) == 0) {
            *wants = !o.argument            ? WANTS_NOTHING
                     : o.argument[0] == '[' ? MAY_HAVE_VALUE
                     : is_file(o.argument)  ? WANTS_FILE
                                            : WANTS_VALUE;
            return true;
        }
    }
    for (size_t i = 0; command_takes_fields(command) && i < command->entity->field_count;
         i++) {
        const struct field *field = &command->entity->fields[i];
        if (!command_takes_field(command, field))
            continue;
        const char *f = field->name;
        const char *n = name;
        while (*f && (*f == *n || (*f == '_' && *n == '-')))
            f++, n++;
        if (!*f && !*n) {
            *wants = WANTS_VALUE;
            return true;
        }
    }
    return false;
}

/* Behind a command that has a --language of its own, such as “person add”, it is that. */
const char *
words_language(const struct command *const *tables, int argc, char **argv)
{
    const char *words[2] = { NULL, NULL };
    size_t count = 0;
    const char *language = NULL;

    for (int i = 1; i < argc && strcmp(argv[i], "--") != 0; i++) {
        bool noun_known = false;
        const struct command *command =
            count > 0 ? command_find(tables, words[0], words[1], &noun_known) : NULL;
        enum wants wants;
        bool own = command && find_option(command, "language", &wants);
        if (!own && strncmp(argv[i], "--language=", 11) == 0)
            language = argv[i] + 11;
        else if (!own && strcmp(argv[i], "--language") == 0)
            language = argv[++i];
        else if (strcmp(argv[i], "--database") == 0 || strcmp(argv[i], "--as") == 0)
            i++;
        else if (argv[i][0] != '-' && count < 2)
            words[count++] = argv[i];
    }
    return language;
}

bool
words_are_confined(int argc, char **argv)
{
    static const char name[] = "--confined";
    const size_t length = strlen(name);

    return argc > 1 && strncmp(argv[1], name, length) == 0 &&
           (argv[1][length] == '\0' || argv[1][length] == '=');
}

/* --confined or --confined=FOLDER, of whoever made the line that others add words to. */
static bool
confine(struct reader *r, const char *word)
{
    const char *folder = strchr(word, '=');

    return confinement_set(&r->options->atelier.confinement, folder ? folder + 1 : NULL,
                           NULL, r->err);
}

static const struct command *
command_of(const struct reader *r, bool *noun_known)
{
    if (r->word_count == 0)
        return NULL;
    return command_find(r->inv->tables, r->words[0],
                        r->word_count > 1 ? r->words[1] : NULL, noun_known);
}

/* No command: it opens the screens. */
static const char demo_word[] = "demo";

static bool
begins_with(const struct reader *r, const char *word)
{
    return r->word_count > 0 && strcmp(r->words[0], word) == 0;
}

static bool
refuse_word(const struct reader *r)
{
    return error_set(r->err, ERROR_INPUT,
                     _("There is no command “%s”.  “atelier --help” lists them."),
                     r->words[0]);
}

static bool
refuse_option(const struct reader *r, const char *noun, const char *verb,
              const char *name)
{
    return error_set(r->err, ERROR_INPUT,
                     _("“%s%s%s” has no option --%s.  Add --help to see those it has."),
                     noun, verb ? " " : "", verb ? verb : "", name);
}

/* An option of the command, which must stand before it. */
static bool
read_own(struct reader *r, const char *name, enum wants *wants)
{
    bool noun_known = false;
    const struct command *command = command_of(r, &noun_known);
    if (!command && begins_with(r, demo_word))
        return refuse_option(r, demo_word, NULL, name);
    if (!noun_known && r->word_count > 0 && !begins_with(r, "help"))
        return refuse_word(r);
    if (!command)
        return error_set(
            r->err, ERROR_INPUT,
            _("--%s is not an option that stands before a command.  “atelier --help” "
              "lists the commands."),
            name);
    if (!find_option(command, name, wants))
        return refuse_option(r, command->noun, command->verb, name);
    return true;
}

/* Reads `--name`, `--name=value` or `--name value`; moves *i past the value. */
static bool
read_option(struct reader *r, int argc, char **argv, int *i)
{
    char *name = argv[*i] + 2;
    char *value = strchr(name, '=');
    if (value)
        *value++ = '\0';

    const char *next = value ? value : *i + 1 < argc ? argv[*i + 1] : NULL;
    if (strcmp(name, "confined") == 0)
        return error_set(r->err, ERROR_INPUT,
                         _("--confined stands before all other words."));
    enum wants wants = WANTS_NOTHING;
    bool noun_known = false;
    const struct command *command = command_of(r, &noun_known);
    enum global global = command && find_option(command, name, &wants)
                             ? GLOBAL_NONE
                             : read_global(r, name, next);
    if (global == GLOBAL_VALUE)
        wants = strcmp(name, "database") == 0 ? WANTS_FILE : WANTS_VALUE;
    else if (global == GLOBAL_NONE && !read_own(r, name, &wants))
        return false;

    if (r->options->is_request && global == GLOBAL_VALUE && strcmp(name, "language") != 0)
        return error_set(r->err, ERROR_RULE,
                         _("--%s does not count through the gateway: the line of your "
                           "key says who you are and which database it is."),
                         name);
    if (wants == MAY_HAVE_VALUE && !value && next && next[0] == '-')
        next = NULL;
    if ((wants == WANTS_VALUE || wants == WANTS_FILE) &&
        (!next || ((global == GLOBAL_VALUE || wants == WANTS_FILE) && !*next)))
        return error_set(r->err, ERROR_INPUT, _("--%s wants a value behind it."), name);
    if ((wants == WANTS_VALUE || wants == MAY_HAVE_VALUE) && next && !is_text(next))
        return error_set_field(r->err, ERROR_INPUT, name,
                               _("The value of --%s is not UTF-8 text.  Set the terminal "
                                 "to UTF-8, or convert what the script passes."),
                               name);
    if (wants == WANTS_NOTHING && value)
        return error_set(r->err, ERROR_INPUT, _("--%s takes no value."), name);
    if (global == GLOBAL_NONE)
        give(r->inv, name, wants != WANTS_NOTHING && next ? next : "");
    if (wants != WANTS_NOTHING && !value && next)
        ++*i;
    return true;
}

static bool
check_operands(const struct reader *r, const struct command *command, int count)
{
    char usage[120];
    (void)snprintf(usage, sizeof(usage), "%s%s%s%s%s", command->noun,
                   command->verb ? " " : "", command->verb ? command->verb : "",
                   command->operands ? " " : "",
                   command->operands ? command->operands : "");
    if (count < command->least)
        return error_set(r->err, ERROR_INPUT, _("Something is missing: atelier %s"),
                         usage);
    if (command->most >= 0 && count > command->most)
        return error_set(r->err, ERROR_INPUT, _("“%s” is one word too many: atelier %s"),
                         r->words[r->word_count - 1], usage);
    for (int i = 0; i < count && !is_file(command->operands); i++)
        if (!is_text(r->inv->operands[i]))
            return error_set(r->err, ERROR_INPUT,
                             _("“%s” is not UTF-8 text.  Set the terminal to UTF-8, or "
                               "convert what the script passes."),
                             r->inv->operands[i]);
    return true;
}

static enum words_request
find_command(struct reader *r)
{
    bool noun_known = false;
    const struct command *command = command_of(r, &noun_known);
    r->inv->command = command;
    if (r->help && (noun_known || r->word_count == 0))
        return WORDS_HELP;
    if (command) {
        int used = command->verb ? 2 : 1;
        r->inv->operand_count = r->word_count - used;
        r->inv->operands = r->words + used;
        return check_operands(r, command, r->inv->operand_count) ? WORDS_COMMAND
                                                                 : WORDS_WRONG;
    }
    if (!noun_known)
        refuse_word(r);
    else if (r->word_count > 1)
        error_set(
            r->err, ERROR_INPUT,
            _("“%s” cannot be followed by “%s”.  “atelier %s --help” lists what can."),
            r->words[0], r->words[1], r->words[0]);
    else
        error_set(
            r->err, ERROR_INPUT,
            _("Say what to do with “%s”.  “atelier %s --help” lists what can be done."),
            r->words[0], r->words[0]);
    return WORDS_WRONG;
}

/* What is about the file of the database, or about another one, is not for a session
 * whose database is fixed. */
static bool
check_confined(const struct reader *r, enum words_request request)
{
    const struct atelier_options *options = &r->options->atelier;

    if (!confinement_is_on(&options->confinement))
        return true;
    if (options->database)
        return error_set(r->err, ERROR_INPUT,
                         _("--database does not count in a confined session: whoever "
                           "starts it fixes the database."));
    return (request != WORDS_DEMO &&
            (request != WORDS_COMMAND || !r->inv->command->unconfined)) ||
           error_set(r->err, ERROR_RULE,
                     _("“%s” is not for a confined session; ask an administrator."),
                     r->words[0]);
}

/* The one word that opens the screens; nothing may follow it. */
static enum words_request
decide_demo(const struct reader *r)
{
    if (r->help)
        return WORDS_HELP;
    if (r->word_count == 1)
        return WORDS_DEMO;
    error_set(r->err, ERROR_INPUT, _("“%s” is one word too many: atelier %s"),
              r->words[r->word_count - 1], demo_word);
    return WORDS_WRONG;
}

static enum words_request
decide(struct reader *r)
{
    if (r->version)
        return WORDS_VERSION;
    if (begins_with(r, "help")) {
        r->help = true; /* “atelier help group” is “atelier group --help” */
        memmove(r->words, r->words + 1, (size_t)r->word_count * sizeof(*r->words));
        r->word_count--;
    }
    const char *language = r->options->language;
    if (!r->help && language && !language_is_spoken(language)) {
        error_set(r->err, ERROR_INPUT, _("--language is en or fr, not “%s”."), language);
        return WORDS_WRONG;
    }
    if (r->word_count == 0)
        return r->help ? WORDS_HELP : WORDS_SCREENS;
    if (begins_with(r, demo_word))
        return decide_demo(r);
    return find_command(r);
}

enum words_request
words_read(int argc, char **argv, struct cli_options *options, struct invocation *inv,
           struct error *err)
{
    struct reader r = { .options = options, .inv = inv, .err = err };

    /* One more than needed, so that words[word_count] is there and NULL. */
    r.words = memory_new((size_t)argc + 1, sizeof(*r.words));
    inv->words = r.words;
    inv->options = options;
    bool only_words = false;
    const int first = words_are_confined(argc, argv) ? 2 : 1;
    if (first == 2 && !confine(&r, argv[1]))
        return WORDS_WRONG;
    for (int i = first; i < argc; i++) {
        if (!only_words && strcmp(argv[i], "--") == 0)
            only_words = true;
        else if (!only_words && strncmp(argv[i], "--", 2) == 0) {
            if (!read_option(&r, argc, argv, &i))
                return WORDS_WRONG;
        } else if (!only_words && strcmp(argv[i], "-h") == 0)
            r.help = true;
        else
            r.words[r.word_count++] = argv[i];
    }
    const enum words_request request = decide(&r);
    return request == WORDS_WRONG || check_confined(&r, request) ? request : WORDS_WRONG;
}
