/* SPDX-License-Identifier: GPL-3.0-or-later */
/* line.h - the program at the end of a terminal line whose bytes are counted
 *
 * Nothing is drawn: a screen has come when the line rests.
 */
#ifndef ATELIER_TESTS_LINE_H
#define ATELIER_TESTS_LINE_H

#include "bench/bench.h"

struct line {
    int fd;
    pid_t pid;
    size_t bytes;     /* since the last line_forget() */
    double first_at;  /* when the first of them came */
    double last_at;   /* and the last */
    bool cleared;     /* whether the whole screen was erased among them */
    double processor; /* of the program at the last line_forget() */
    size_t asked;     /* how much of the question whether we are there has come */
};

/* The screens on a database, not waited for; gives up when there is no line. */
struct line *line_open(const struct bench *bench, const char *database, int rows,
                       int columns);
/* Waits until they have shown something, and then nothing for so many milliseconds. */
void line_await(struct line *line, int quiet);
/* Both. */
struct line *line_start(const struct bench *bench, const char *database, int rows,
                        int columns);
/* A function of ours at the end of a line, for floors. */
struct line *line_start_bare(void (*run)(void *context), void *context);
void line_resize(const struct line *line, int rows, int columns);

void line_forget(struct line *line);
void line_send(struct line *line, const char *bytes);
/* Counts what was read, and answers when it asks. */
void line_take(struct line *line, const char *bytes, size_t length);
/* Reads until nothing has come for so many milliseconds. */
void line_rest(struct line *line, int quiet);
/* Sends one key and waits until the line rests; what it cost is in the line. */
void line_press(struct line *line, const char *key);
/* Since the last line_forget(), in milliseconds. */
double line_processor(const struct line *line);

void line_end(struct line *line);

#define KEY_DOWN "\033OB"
#define KEY_UP "\033OA"
#define KEY_PAGE_DOWN "\033[6~"
#define KEY_HOME "\033OH"
#define KEY_END "\033OF"
#define KEY_ENTER "\r"
#define KEY_ESCAPE "\033"

#endif
