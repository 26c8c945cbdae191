/* SPDX-License-Identifier: GPL-3.0-or-later */
/* open_session.h - who is in now: one process that has the screens open
 *
 * As it is kept beside the database, in one line: no length and no letter of it is
 * believed when it is read.
 */
#ifndef ATELIER_DOMAIN_OPEN_SESSION_H
#define ATELIER_DOMAIN_OPEN_SESSION_H

#include <stdbool.h>
#include <stddef.h>

#include "atelier/base/civil.h"

enum {
    OPEN_SESSION_LOGIN_MOST = 96,
    OPEN_SESSION_FROM_MOST = 48,
    OPEN_SESSION_WORD_MOST = 32,
    OPEN_SESSION_LINE_MOST = 384,
    OPEN_SESSION_NUMBER_MOST = 999999999
};

struct open_session {
    int number; /* from 1, and no other ever has it; 0: it is in no list */
    int place;  /* in the book: of another when it has left */
    char login[OPEN_SESSION_LOGIN_MOST];
    char from[OPEN_SESSION_FROM_MOST];     /* an address; "" when on this computer */
    char terminal[OPEN_SESSION_WORD_MOST]; /* TERM */
    char process[OPEN_SESSION_WORD_MOST];  /* its mark: atelier/base/process.h */
    bool by_gateway;
    bool is_screens; /* else a command, or somebody who can only read the file */
    instant begun;   /* INSTANT_NONE when not known, as of a command */
    instant active;  /* of the last key, to the minute */
};

/* The session as a line, with its end. */
void open_session_write(const struct open_session *session,
                        char line[OPEN_SESSION_LINE_MOST]);

/* False when it is none.  What cannot be shown on a terminal is left out. */
bool open_session_read(struct open_session *session, const char *line, size_t length);

#endif
