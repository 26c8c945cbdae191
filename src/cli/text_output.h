/* SPDX-License-Identifier: GPL-3.0-or-later */
/* text_output.h - what a command says in words goes to a file instead of the standard
 * output
 *
 * From text_output_begin() on, all that print.h prints as text is of the file, and what
 * it prints as JSON is nothing: cli.c ends it behind the command and says what was
 * written.
 */
#ifndef ATELIER_CLI_TEXT_OUTPUT_H
#define ATELIER_CLI_TEXT_OUTPUT_H

#include "invocation.h"

struct text_output;

/* With --replace as it was given. */
bool text_output_begin(struct invocation *inv, const char *path, struct error *err);

/* Of text, where there is a file for it; false: it goes to the standard output. */
bool text_output_add(struct invocation *inv, const char *bytes, size_t length);

struct text_outcome {
    const char *path; /* of the options; NULL: no file was written */
    bool replaced;    /* an older one was there */
};

/* After the command: puts the file in its place if all went well.  Returns whether all
 * did; without a file what the command did. */
bool text_output_end(struct invocation *inv, bool ok, struct text_outcome *outcome,
                     struct error *err);

#endif
