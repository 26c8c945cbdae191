/* SPDX-License-Identifier: GPL-3.0-or-later */
/* child.h - a program of ours that works beside us: it prints or sends, the screen goes
 * on
 *
 * The child reads its request from standard input, tells on standard output how far it is
 * (a line "DONE TOTAL" now and then, and notes) and, when it fails, one sentence on
 * standard error. A document that it makes or reads is in descriptor 3, which the caller
 * opened.  It sees no other descriptor of ours and ends when we do, however we end.
 *
 * Nothing here waits, but child_wait(), child_run() and child_free(): whoever has a loop
 * of its own polls the descriptors and calls child_step().
 */
#ifndef ATELIER_BASE_CHILD_H
#define ATELIER_BASE_CHILD_H

#include <poll.h>
#include <stddef.h>

#include "atelier/base/buffer.h"
#include "atelier/base/error.h"
#include "atelier/base/work.h"

struct child_request {
    const char *const *arguments; /* the first is the program's path; NULL ends them */
    const char *input;            /* what it reads, of so many bytes; copied */
    size_t input_length;
    int document;          /* becomes its descriptor 3 and stays the caller's; -1: none */
    const char *if_silent; /* what is said when it fails without a sentence; NULL: that it
                            * ended too early; borrowed until it ends */
    struct buffer *answer; /* of a program that is not ours: all that it says on standard
                            * output, which then is no progress; borrowed until it ends.
                            * NULL: it is ours */
};

enum { CHILD_ANSWER_MOST = 1 << 18 }; /* bytes; what comes after them is passed over */

struct child;

/* NULL and ERROR_SYSTEM when the program cannot be started. */
struct child *child_start(const struct child_request *request, struct error *err);

enum { CHILD_DESCRIPTORS = 4 };

/* What to wait for, its end among it; returns how many entries were filled.  0 where the
 * system tells of no end and all else is closed: call child_step() a little later then.
 */
size_t child_poll(const struct child *child, struct pollfd polled[CHILD_DESCRIPTORS]);

/* Does all that can be done without waiting.  True while it still runs. */
bool child_step(struct child *child);

/* How far it said it is; 0 of 0 until it has. */
void child_progress(const struct child *child, int64_t *done, int64_t *total);

/* What else it said on standard output, lines that begin with "! ": borrowed.  Bytes of
 * another program: whoever shows them makes them fit to be shown. */
const char *child_notes(const struct child *child);

/* Once it has ended: whether it did its work.  Otherwise the sentence it gave, or that it
 * ended without one; ERROR_CANCELLED after child_stop(). */
bool child_succeeded(const struct child *child, struct error *err);

/* Asks it to end; after a second of child_step() it is killed. */
void child_stop(struct child *child);

/* Ends it, if it still runs, and waits for that; NULL is fine. */
void child_free(struct child *child);

/* Waits for its end, for whoever has no loop: progress as in work.h, asked ten times a
 * second.  Answers as child_succeeded(). */
bool child_wait(struct child *child, work_progress *progress, void *context,
                struct error *err);

/* Starts it, waits, and frees it. */
bool child_run(const struct child_request *request, work_progress *progress,
               void *context, struct error *err);

#endif
