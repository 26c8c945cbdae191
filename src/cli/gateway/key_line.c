/* SPDX-License-Identifier: GPL-3.0-or-later */
/* key_line.c - a line of the gateway's keys: which login a key is, and what it may */
#include "gateway/key_line.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/own_folder.h"
#include "gateway/public_key.h"

#define BEFORE_PROGRAM "restrict,pty,command=\""
#define BEFORE_LOGIN " gateway --staff "
#define BEFORE_DATABASE " --database "

static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                            "0123456789._+-@/";

static bool
is_plain(const char *text)
{
    return text[strspn(text, plain)] == '\0';
}

bool
key_line_check_login(const char *login, struct error *err)
{
    if (!*login || *login == '-' || !is_plain(login) || strchr(login, '/'))
        return error_set(
            err, ERROR_INPUT,
            _("The login “%s” cannot stand on the line of a key: letters without "
              "accents, digits and . _ + - @ can."),
            login);
    return own_folder_check_name(login, NULL) ||
           error_set(err, ERROR_INPUT,
                     _("The login “%s” cannot be the name of a folder, which each login "
                       "has here: it begins with a dot, or is too long."),
                     login);
}

bool
key_line_check_path(const char *path, struct error *err)
{
    if (*path != '/')
        return error_set(err, ERROR_INPUT, _("“%s” should be a whole path, from / on."),
                         path);
    for (const char *c = path; *c; c++)
        if ((unsigned char)*c < ' ' || *c == 0x7f || strchr("'\"\\", *c))
            return error_set(err, ERROR_INPUT,
                             _("“%s” cannot stand on the line of a key, for its quote or "
                               "control character.  Give it another name."),
                             path);
    return true;
}

static void
add_word(struct buffer *buffer, const char *word)
{
    const char *quote = is_plain(word) ? "" : "'";
    buffer_addf(buffer, "%s%s%s", quote, word, quote);
}

void
key_line_add(const struct key_line *line, struct buffer *buffer)
{
    buffer_add(buffer, BEFORE_PROGRAM);
    add_word(buffer, line->program);
    buffer_addf(buffer, BEFORE_LOGIN "%s" BEFORE_DATABASE, line->login);
    add_word(buffer, line->database);
    buffer_addf(buffer, "\" %s %s %s", line->type, line->base64, line->login);
}

/* Takes what stands before `end`, and moves behind it. */
static char *
take_until(const char **at, const char *end)
{
    const char *found = strstr(*at, end);
    if (!found)
        return NULL;
    char *text = memory_copy_part(*at, (size_t)(found - *at));
    *at = found + strlen(end);
    return text;
}

/* A word that stands in '...' or plain. */
static char *
unquoted(char *word)
{
    const size_t length = word ? strlen(word) : 0;
    if (length < 2 || word[0] != '\'' || word[length - 1] != '\'')
        return word;
    char *text = memory_copy_part(word + 1, length - 2);
    free(word);
    return text;
}

static bool
take_parts(struct key_line *line, const char *text)
{
    if (strncmp(text, BEFORE_PROGRAM, strlen(BEFORE_PROGRAM)) != 0)
        return false;
    text += strlen(BEFORE_PROGRAM);
    line->program = unquoted(take_until(&text, BEFORE_LOGIN));
    line->login = line->program ? take_until(&text, BEFORE_DATABASE) : NULL;
    line->database = line->login ? unquoted(take_until(&text, "\" ")) : NULL;
    line->type = line->database ? take_until(&text, " ") : NULL;
    line->base64 = line->type ? take_until(&text, " ") : NULL;
    return line->base64;
}

static bool
is_ours(struct key_line *line, const char *text)
{
    struct buffer same = { 0 };
    bool ours = take_parts(line, text) && key_line_check_login(line->login, NULL) &&
                key_line_check_path(line->program, NULL) &&
                key_line_check_path(line->database, NULL) &&
                public_key_is_whole(line->type, line->base64);
    if (ours) {
        key_line_add(line, &same);
        ours = strcmp(buffer_text(&same), text) == 0;
    }
    buffer_clear(&same);
    return ours;
}

/* Before the command: an option behind it counts as little as one inside it. */
static bool
lacks_restrict(const char *text)
{
    const char *command = strstr(text, "command=\"");
    if (!command || !strstr(command, BEFORE_LOGIN))
        return false;
    const char *found = strstr(text, "restrict");
    return !found || found > command;
}

void
key_line_read(struct key_line *line, const char *text)
{
    *line = (struct key_line){ .kind = KEY_LINE_OURS };
    if (is_ours(line, text))
        return;
    key_line_clear(line);
    const char *begin = text + strspn(text, " \t");
    line->kind = !*begin || *begin == '#' ? KEY_LINE_EMPTY
                 : lacks_restrict(text)   ? KEY_LINE_UNRESTRICTED
                                          : KEY_LINE_FOREIGN;
}

void
key_line_clear(struct key_line *line)
{
    free(line->program);
    free(line->login);
    free(line->database);
    free(line->type);
    free(line->base64);
    *line = (struct key_line){ .kind = line->kind };
}
