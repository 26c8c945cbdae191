/* SPDX-License-Identifier: GPL-3.0-or-later */
/* open_session.c - who is in now, as a line */
#include "atelier/domain/open_session.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/text.h"

static const char first_word[] = "atelier";

void
open_session_write(const struct open_session *session, char line[OPEN_SESSION_LINE_MOST])
{
    (void)snprintf(line, OPEN_SESSION_LINE_MOST,
                   "%s\t%s\t%s\t%s\t%s\t%d\t%lld\t%lld\t%d\n", first_word, session->login,
                   session->from, session->terminal, session->process,
                   session->by_gateway ? 1 : 0, (long long)session->begun,
                   (long long)session->active, session->number);
}

/* The letters up to the next tab; false when the line ends before. */
static bool
take_word(const char **at, const char *end, char *word, size_t size)
{
    const char *stop = memchr(*at, '\t', (size_t)(end - *at));
    size_t length = 0;

    if (!stop)
        return false;
    for (const char *letter = *at; letter < stop; letter++)
        if ((unsigned char)*letter > ' ' && (unsigned char)*letter != 0x7f &&
            length + 1 < size)
            word[length++] = *letter;
    word[length] = '\0';
    *at = stop + 1;
    return true;
}

/* What is wrong in it becomes "?", so that it is text for whoever reads it. */
static void
make_printable(char *word, size_t size)
{
    struct buffer text = { 0 };

    text_add_printable(&text, word);
    (void)snprintf(word, size, "%s", buffer_text(&text));
    buffer_clear(&text);
}

/* One that no session can have is the first of all. */
static instant
read_instant(const char *text)
{
    const long long last = 253402300799; /* of the year 9999 */
    const long long at = strtoll(text, NULL, 10);

    return at < 0 || at > last ? 0 : at;
}

static bool
read_number(const char *text, int *number)
{
    const long read = strtol(text, NULL, 10);

    *number = read > 0 && read <= OPEN_SESSION_NUMBER_MOST ? (int)read : 0;
    return *number > 0;
}

bool
open_session_read(struct open_session *session, const char *line, size_t length)
{
    const char *end = memchr(line, '\n', length);
    char word[sizeof(first_word)];
    char by_gateway[2];
    char begun[24];
    char active[24];

    *session = (struct open_session){ .is_screens = true };
    if (!end || !take_word(&line, end, word, sizeof(word)) ||
        strcmp(word, first_word) != 0 ||
        !take_word(&line, end, session->login, sizeof(session->login)) ||
        !take_word(&line, end, session->from, sizeof(session->from)) ||
        !take_word(&line, end, session->terminal, sizeof(session->terminal)) ||
        !take_word(&line, end, session->process, sizeof(session->process)) ||
        !take_word(&line, end, by_gateway, sizeof(by_gateway)) ||
        !take_word(&line, end, begun, sizeof(begun)) ||
        !take_word(&line, end, active, sizeof(active)) ||
        !read_number(line, &session->number) || session->login[0] == '\0')
        return false;
    session->by_gateway = by_gateway[0] == '1';
    session->begun = read_instant(begun);
    session->active = read_instant(active);
    make_printable(session->login, sizeof(session->login));
    make_printable(session->from, sizeof(session->from));
    make_printable(session->terminal, sizeof(session->terminal));
    return true;
}
