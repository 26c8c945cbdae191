/* SPDX-License-Identifier: GPL-3.0-or-later */
/* lend.h - gives the terminal to a program of the person's, and waits for its end
 */
#ifndef ATELIER_UI_LEND_H
#define ATELIER_UI_LEND_H

/* How it went. */
enum lend_end {
    LEND_NOT_STARTED,
    LEND_SUCCEEDED,
    LEND_FAILED, /* *number is the status */
    LEND_KILLED, /* *number is the signal */
    LEND_HUNG_UP /* the line dropped, or atelier is to end: it was asked to end, too */
};

/* The first word is the path of the program; NULL ends them.  Its keys are its own,
 * Ctrl-C among them, and what would stop it lets it go on: nobody is there to bring it
 * back. */
enum lend_end terminal_lend(const char *const *words, int *number);

#endif
