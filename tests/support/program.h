/* SPDX-License-Identifier: GPL-3.0-or-later */
/* program.h - the real program on a sample network of its own
 *
 * The sample is made once for a test program and copied for each test, into a
 * folder of the test's own.  The clock stands at 2027-03-01T09:00:00Z.
 */
#ifndef ATELIER_TESTS_PROGRAM_H
#define ATELIER_TESTS_PROGRAM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "support/terminal.h"

/* For add_tests(): makes the sample; skips the suite when ATELIER_BIN is not set. */
void program_prepare(void);

/* The test's folder, with the sample as "atelier.db"; removed at the end of the test. */
void program_open_folder(void);
void program_remove_folder(void);
/* The name of a file in the folder; a static buffer for each of a few calls. */
const char *program_path(const char *name);

/* The screens on the folder's atelier.db, 24 by 80.  env may be NULL and may set
 * ATELIER_DATABASE and ATELIER_NOW anew. */
struct term *program_start(const char *const env[]);
/* The same, waiting for the first screen. */
struct term *program_screens(const char *const env[]);
/* As another login that owns nothing; false when this machine does not allow it. */
bool program_can_be_nobody(void);
struct term *program_start_as_nobody(const char *const env[]);
/* A command, "person list"; its arguments are parted by '|'. */
struct term *program_command(const char *arguments);
/* Leaves with Ctrl-Q: the status must be 0 and the terminal as it was. */
void program_leave(struct term *term);
/* The program ends by itself; with this status, and the terminal as it was. */
void program_ends(struct term *term, int status);

/* A command, whose standard output the caller frees; the status must be 0. */
char *program_output(const char *arguments);

/* SQL on the folder's atelier.db, past the program. */
void program_sql(const char *sql);
int64_t program_number(const char *sql);

/* Names, sizes, modes and contents of all files in the folder; the caller frees. */
char *program_folder_state(void);

#endif
