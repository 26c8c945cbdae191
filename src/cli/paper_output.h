/* SPDX-License-Identifier: GPL-3.0-or-later */
/* paper_output.h - where a command writes a document that is printed: a file, or the
 * standard output */
#ifndef ATELIER_CLI_PAPER_OUTPUT_H
#define ATELIER_CLI_PAPER_OUTPUT_H

#include "atelier/app/paper_job.h"
#include "atelier/app/print_destination.h"
#include "invocation.h"

/* Refuses a command without --output, one with two answers on the standard output, and a
 * document for a terminal.  `wanting` is what is said
 * without --output. */
bool paper_output_check(const struct invocation *inv, const char *wanting,
                        struct error *err);

/* What of it concerns the standard output: the terminal there, and --json. */
bool paper_output_check_terminal(const struct invocation *inv, struct error *err);
bool paper_output_check_json(const struct invocation *inv, struct error *err);

/* To --output, or the standard output where that is "-" or none.  Its path is the
 * invocation's. */
struct print_destination paper_output_to(const struct invocation *inv);

/* Why it could not begin: a file that is there is told with what to do.  Always false. */
bool paper_output_refuse(const struct print_destination *to, struct error *err);

/* Waits for the child, and shows how far it is. */
void paper_output_wait(struct child *child);

/* Lets a job print to its end, frees it, and says who is missing on the paper; NULL: it
 * could not begin, which is told.  paper_outcome_clear() frees the outcome. */
bool paper_output_finish(struct paper_job *job, const struct print_destination *to,
                         struct paper_outcome *outcome, struct error *err);

void paper_output_say_replaced(struct invocation *inv, bool replaced);

/* Of a file of text: where it is. */
void paper_output_say_written(struct invocation *inv, const char *path, bool replaced);

#endif
