/* SPDX-License-Identifier: GPL-3.0-or-later */
/* gateway.c - atelier as the whole login of somebody who comes over ssh */
#include "atelier/cli/gateway.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/surroundings.h"
#include "gateway/request.h"
#include "gateway/request_words.h"

static bool
is_option(const char *word, const char *name)
{
    const size_t length = strlen(name);
    return strncmp(word, name, length) == 0 && (!word[length] || word[length] == '=');
}

/* The verbs are commands like all others, and so is the question for help. */
bool
gateway_is_entered(int argc, char **argv)
{
    bool names_staff = false;

    if (argc < 3 || strcmp(argv[1], "gateway") != 0 || strncmp(argv[2], "--", 2) != 0)
        return false;
    for (int i = 2; i < argc; i++) {
        if (strcmp(argv[i], "--help") == 0)
            return false;
        names_staff = names_staff || is_option(argv[i], "--staff");
    }
    return names_staff;
}

void
gateway_enter(struct gateway *gateway)
{
    gateway->request = memory_new(1, sizeof(*gateway->request));
    request_words_init(gateway->request, getenv("SSH_ORIGINAL_COMMAND"));
    surroundings_confine();
}

void
gateway_leave(struct gateway *gateway)
{
    if (gateway->request)
        request_words_clear(gateway->request);
    free(gateway->request);
    *gateway = (struct gateway){ 0 };
}

/* “atelier list” is “list” there, too: the words as one types them at home. */
static char **
arguments(const struct gateway *gateway, int *count)
{
    static char name[] = "atelier";
    struct request_words *request = gateway->request;

    *count = request->count + 1;
    if (!request->words)
        return NULL;
    char **words = request->words;
    if (request->count > 0 && strcmp(words[1], name) == 0) {
        --*count;
        return words + 1;
    }
    words[0] = name;
    return words;
}

const char *
gateway_language(const struct gateway *gateway)
{
    int count = 0;
    char **words = arguments(gateway, &count);

    return words ? cli_language(count, words) : NULL;
}

static bool
read_word(const char *word, const char *next, const char *name, const char **value,
          int *used)
{
    if (!is_option(word, name) || *value)
        return false;
    const char *sign = strchr(word, '=');
    *used = sign ? 1 : 2;
    *value = sign ? sign + 1 : next;
    return *value && **value;
}

/* One database, and beside it the folder of the files of each login. */
static bool
confine(struct confinement *confinement, const char *database, struct error *err)
{
    if (!database)
        return confinement_set(confinement, NULL, NULL, err);
    char *folder = memory_copy(database);
    char *end = strrchr(folder, '/');
    if (end)
        end[end == folder] = '\0';
    const bool ok = confinement_set(confinement, folder, database, err);
    free(folder);
    return ok;
}

/* The one place that binds the session: whatever else it must keep to belongs here. */
bool
gateway_read(struct gateway *gateway, int argc, char **argv, struct cli_options *options,
             struct error *err)
{
    int used = 1;

    for (int i = 2; i < argc; i += used) {
        const char *next = i + 1 < argc ? argv[i + 1] : NULL;
        if (!read_word(argv[i], next, "--staff", &gateway->login, &used) &&
            !read_word(argv[i], next, "--database", &gateway->database, &used))
            return error_set(err, ERROR_INPUT,
                             _("The line of the key should say: atelier gateway --staff "
                               "LOGIN --database FILE.  Tell an administrator."));
    }
    options->is_request = true;
    options->atelier.as = NULL;
    options->atelier.identity =
        (struct identity){ .login = gateway->login, .source = IDENTITY_GATEWAY };
    return confine(&options->atelier.confinement, gateway->database, err);
}

static bool
check(const struct gateway *gateway, int count, char **words, struct error *err)
{
    return request_words_refuse(gateway->request, err) &&
           request_is_known(count, words, err);
}

enum cli_request
gateway_run(struct gateway *gateway, struct cli_options *options, int *status)
{
    static char *alone[] = { NULL, NULL };
    struct error err = { 0 };
    int count = 0;
    char **words = arguments(gateway, &count);

    if (!check(gateway, count, words, &err)) {
        *status = cli_complain(&err);
        return CLI_DONE;
    }
    const enum cli_request request =
        cli_run(count, words ? words : alone, options, status);
    if (request != CLI_SCREENS || (isatty(STDIN_FILENO) && isatty(STDOUT_FILENO)))
        return request;
    error_set(&err, ERROR_INPUT,
              _("The screens need a terminal: come with “ssh -t HOST”, or ask for a "
                "list, such as “ssh HOST registration list 12”."));
    *status = cli_complain(&err);
    return CLI_DONE;
}
