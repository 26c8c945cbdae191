/* SPDX-License-Identifier: GPL-3.0-or-later */
/* desk.h - a small office on a file that is thrown away, and commands given to it
 *
 * The office is filled once, by commands, and lies anew in its folder for each input:
 * a meeting, its group, a room, four people, marks of presence, a file to import.
 */
#ifndef ATELIER_TESTS_DESK_H
#define ATELIER_TESTS_DESK_H

#include <stdbool.h>
#include <stddef.h>

#include "atelier/app/atelier.h"

/* Makes the folder, works in it from now on, and fills the office. */
void desk_found(void);

/* The folder as it was then, whatever has been put there since. */
void desk_reset(void);

/* The office as its administrator; NULL and an error otherwise. */
struct atelier *desk_enter(struct error *err);

#define DESK_DATABASE "atelier.db"
#define DESK_IDENTITY ((struct identity){ .login = "ada", .source = IDENTITY_SYSTEM })

struct desk_answer {
    char *output; /* what was written on standard output */
    size_t length;
    char *messages; /* and on standard error */
    bool json;
    int status; /* -1: the words ask for the screens */
};

/* Runs one command of so many words, which are changed. */
void desk_run(int count, char **words, struct desk_answer *answer);
/* A status that is explained, a sentence when it is no success, text that a terminal
 * can take, sound JSON. */
void desk_judge(const struct desk_answer *answer);
void desk_answer_clear(struct desk_answer *answer);

/* Calls visit() for each command of a script: one word a line, an empty line behind
 * each command. */
void desk_each(char *script, void (*visit)(void *context, int count, char **words),
               void *context);

#endif
