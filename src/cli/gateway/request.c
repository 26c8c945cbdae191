/* SPDX-License-Identifier: GPL-3.0-or-later */
/* request.c - what may be asked for through the gateway: the one list of it */
#include "gateway/request.h"

#include <string.h>

#include "atelier/base/language.h"

static const struct request {
    const char *noun;
    const char *verb; /* NULL: the noun alone is the command */
} requests[] = {
    { "affiliation", "list" },  { "agenda", NULL },
    { "attendance", "audit" },  { "attendance", "badges" },
    { "attendance", "cards" },  { "attendance", "certificates" },
    { "attendance", "list" },   { "attendance", "sheet" },
    { "calendar", "export" },   { "calendar", "import" },
    { "calendar", "print" },    { "category", "list" },
    { "clash", "list" },        { "group", "list" },
    { "group", "members" },     { "item", "list" },
    { "journal", "list" },      { "meeting", "list" },
    { "organisation", "list" }, { "person", "import" },
    { "person", "list" },       { "person", "meetings" },
    { "programme", "print" },   { "programme", "show" },
    { "project", "list" },      { "question", "list" },
    { "quorum", "list" },       { "quota", "list" },
    { "registration", "list" }, { "report", "export" },
    { "report", "list" },       { "report", "open" },
    { "report", "search" },     { "report", "show" },
    { "room", "list" },         { "slot", "list" },
    { "speaker", "list" },      { "statistics", NULL },
    { "venue", "list" },        { "who", NULL },
    { "workshop", "list" },     { "workshop", "people" },
};

static bool
is_listed(const char *noun, const char *verb)
{
    for (size_t i = 0; noun && i < sizeof(requests) / sizeof(requests[0]); i++)
        if (strcmp(requests[i].noun, noun) == 0 &&
            (!requests[i].verb || (verb && strcmp(requests[i].verb, verb) == 0)))
            return true;
    return false;
}

static bool
refuse(struct error *err)
{
    return error_set(
        err, ERROR_RULE,
        _("Through this gateway ssh opens the screens (ssh -t HOST), or brings lists, "
          "calendars and imports, such as “registration list 12”, “calendar export "
          "--meeting 12” and “person import - --group MOB < list.csv”; no shell, and no "
          "scp, sftp or rsync."));
}

/* Few options may stand before a command, or without one. */
static bool
is_listed_option(const char *word)
{
    static const char *const options[] = { "--json", "--language", "--plain",
                                           "--version" };

    for (size_t i = 0; i < sizeof(options) / sizeof(options[0]); i++)
        if (strcmp(options[i], word) == 0)
            return true;
    return strncmp(word, "--language=", 11) == 0;
}

bool
request_is_known(int argc, char **argv, struct error *err)
{
    int i = 1;

    while (i < argc && is_listed_option(argv[i]))
        i += strcmp(argv[i], "--language") == 0 ? 2 : 1;
    return i >= argc || is_listed(argv[i], i + 1 < argc ? argv[i + 1] : NULL) ||
           refuse(err);
}

static bool
is_file(const char *argument)
{
    return argument && strstr(argument, "FILE");
}

static bool
refuse_file(const char *name, struct error *err)
{
    return error_set_field(
        err, ERROR_RULE, name,
        _("No file of this computer is read or written through the gateway: write - for "
          "it, and < FILE or > FILE behind the whole, on your own computer."));
}

/* Only a list or a calendar may go to standard output; of what is left out there is no
 * file. */
static bool
allows_option(const char *name, const char *value)
{
    return strcmp(name, "output") == 0 && strcmp(value, "-") == 0;
}

static bool
allows_files(const struct invocation *inv, struct error *err)
{
    for (int i = 0; is_file(inv->command->operands) && i < inv->operand_count; i++)
        if (strcmp(inv->operands[i], "-") != 0)
            return refuse_file("file", err);
    struct command_option option;
    for (size_t i = 0; command_option_at(inv->command, i, &option); i++)
        for (size_t given = 0; is_file(option.argument) && given < inv->given_count;
             given++)
            if (strcmp(inv->given[given].name, option.name) == 0 &&
                !allows_option(option.name, inv->given[given].value))
                return refuse_file(option.name, err);
    return true;
}

bool
request_allows(const struct invocation *inv, enum words_request request,
               struct error *err)
{
    switch (request) {
    case WORDS_SCREENS:
    case WORDS_VERSION:
    case WORDS_WRONG: /* and says so itself */
        return true;
    case WORDS_COMMAND:
        return is_listed(inv->command->noun, inv->command->verb) ? allows_files(inv, err)
                                                                 : refuse(err);
    case WORDS_HELP:
        return (inv->command && is_listed(inv->command->noun, inv->command->verb)) ||
               refuse(err);
    case WORDS_DEMO:
        break;
    }
    return refuse(err);
}
