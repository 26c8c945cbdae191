/* SPDX-License-Identifier: GPL-3.0-or-later */
/* error.h - what went wrong, said to the person who can act on it
 *
 * A function that can fail returns bool and takes a struct error last.  The
 * message is a whole, translated sentence that says what to do next; only ui
 * and cli show it.
 */
#ifndef ATELIER_BASE_ERROR_H
#define ATELIER_BASE_ERROR_H

#include <stdarg.h>
#include <stdbool.h>

/* Each kind below ERROR_CONFLICT has the value of the exit status it ends with, and means
 * what error_status_meaning() says of it; the others end with that of ERROR_RULE. */
enum error_kind {
    ERROR_NONE = 0,
    ERROR_RULE = 1,
    ERROR_INPUT = 2,
    ERROR_NOT_FOUND = 3,
    ERROR_DATABASE = 4,
    ERROR_SYSTEM = 5,
    ERROR_CONFLICT = 6,  /* a colleague saved the row first (rule 10) */
    ERROR_QUESTION = 7,  /* an answer is needed first: a clock change, a full meeting */
    ERROR_CANCELLED = 8, /* the person stopped a long task */
    ERROR_EXISTS = 9     /* a file of that name is there, and was not to be replaced */
};

struct error {
    enum error_kind kind;
    const char *field; /* the input to go back to, a static string, or NULL */
    int question;      /* of ERROR_QUESTION: its enum question_kind */
    char message[600]; /* UTF-8, free of control characters, never cut inside a character
                        */
};

/* Sets kind and message; clears the field.  Returns false, so that a caller
 * can write `return error_set(...)`.  err may be NULL: then only false is
 * returned.  Control characters that come in through %s are replaced. */
bool error_set(struct error *err, enum error_kind kind, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* The same, and names the input that caused it. */
bool error_set_field(struct error *err, enum error_kind kind, const char *field,
                     const char *format, ...) __attribute__((format(printf, 4, 5)));

bool error_set_list(struct error *err, enum error_kind kind, const char *field,
                    const char *format, va_list arguments)
    __attribute__((format(printf, 4, 0)));

/* Hands on an error that was set elsewhere.  Returns false. */
bool error_pass(struct error *err, const struct error *from);

/* The message of errno, without anything said about where; a static or
 * per-thread string. */
const char *error_system_text(int number);

/* The exit status for a kind: 0 to 5. */
int error_exit_status(enum error_kind kind);

/* What an exit status means, not translated; NULL for a number that is none. */
const char *error_status_meaning(int status);

void error_clear(struct error *err);

#endif
