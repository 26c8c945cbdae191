/* SPDX-License-Identifier: GPL-3.0-or-later */
/* request_words.c - what was typed behind `ssh HOST`, cut into words */
#include "gateway/request_words.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/buffer.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"

static bool
is_blank(char c)
{
    return c == ' ' || c == '\t';
}

static bool
has_control(const char *text)
{
    for (; *text; text++)
        if (((unsigned char)*text < ' ' && *text != '\t') || *text == 0x7f)
            return true;
    return false;
}

/* Inside "..." a \ is one, except before these. */
static bool
is_taken_by_backslash(char quote, char c)
{
    return quote ? strchr("\"\\$`", c) != NULL : true;
}

/* Reads one word that begins at *at; NULL when it does not end. */
static char *
read_word(const char **at)
{
    struct buffer word = { 0 };
    char quote = '\0';
    const char *c = *at;

    for (; *c && (quote || !is_blank(*c)); c++) {
        if (*c == quote)
            quote = '\0';
        else if (!quote && (*c == '\'' || *c == '"'))
            quote = *c;
        else if (*c == '\\' && quote != '\'') {
            if (!c[1]) {
                quote = *c;
                continue;
            }
            if (is_taken_by_backslash(quote, c[1]))
                c++;
            buffer_add_char(&word, *c);
        } else
            buffer_add_char(&word, *c);
    }
    *at = c;
    char *text = buffer_take(&word);
    if (!quote)
        return text;
    free(text);
    return NULL;
}

void
request_words_init(struct request_words *words, const char *text)
{
    const size_t length = text ? strlen(text) : 0;
    *words = (struct request_words){ 0 };
    if (length > REQUEST_BYTES_MOST)
        words->fault = REQUEST_LONG;
    else if (length > 0 && has_control(text))
        words->fault = REQUEST_CONTROL;
    if (words->fault != REQUEST_FINE || length == 0)
        return;

    /* Every second byte at the most begins a word. */
    words->words = memory_new(length / 2 + 3, sizeof(*words->words));
    for (const char *at = text; words->fault == REQUEST_FINE;) {
        while (is_blank(*at))
            at++;
        if (!*at)
            break;
        char *word = read_word(&at);
        if (word)
            words->words[1 + words->count++] = word;
        else
            words->fault = REQUEST_UNFINISHED;
    }
}

bool
request_words_refuse(const struct request_words *words, struct error *err)
{
    switch (words->fault) {
    case REQUEST_UNFINISHED:
        return error_set(
            err, ERROR_INPUT,
            _("A quote in what ssh was asked for has no end: close it, and put the whole "
              "in quotes of the other kind, which your own shell takes away."));
    case REQUEST_CONTROL:
        return error_set(
            err, ERROR_INPUT,
            _("What ssh is asked for is one line without control characters: write it "
              "anew, without what was pasted along."));
    case REQUEST_LONG:
        return error_set(err, ERROR_INPUT,
                         _("What ssh is asked for is %d bytes long at the most: ask for "
                           "less at once, or come with “ssh -t HOST”."),
                         REQUEST_BYTES_MOST);
    case REQUEST_FINE:
        break;
    }
    return true;
}

void
request_words_clear(struct request_words *words)
{
    for (int i = 0; i < words->count; i++)
        free(words->words[1 + i]);
    free(words->words);
    *words = (struct request_words){ 0 };
}
