/* SPDX-License-Identifier: GPL-3.0-or-later */
/* suite.h - a test program: one file, one suite
 *
 * A test file defines `static void add_tests(TCase *tests)` and ends with
 * SUITE_MAIN("name").
 */
#ifndef ATELIER_TESTS_SUITE_H
#define ATELIER_TESTS_SUITE_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#include <check.h>

/* Check writes to a file where each assertion passed, and reads it when a signal ends the
 * test.  In a loop over every byte of something that is most of the work; a sanitizer or
 * a core file says it better. */
#define _mark_point(file, line) ((void)0)

/* Runs the suite: for a person on a terminal, as TAP otherwise.  Returns the exit status.
 */
int suite_run(const char *name, void (*add_tests)(TCase *tests));

/* Makes a folder of its own for a test, where TMPDIR says or in /tmp; `path` is its name.
 */
void suite_make_folder(const char *prefix, char *path, size_t size);

/* A folder that the tests of this program share, gone when they have all run: what one of
 * them has made the next ones need not make again. */
const char *suite_shared_folder(void);

/* As fork(2), for a child that will be sent signals: none reaches it while it still has
 * the handlers of the test, which would end the test with it. */
pid_t suite_fork(void);

/* Makes a file of that text, or writes over it. */
void suite_put_file(const char *path, const char *text);

/* Whether the sanitizers watch: all takes longer then, and nobody else can watch. */
bool suite_is_sanitized(void);

/* Ends the program: the suite cannot run here, and why. */
_Noreturn void suite_skip(const char *why);

#define SUITE_MAIN(name)                                                                 \
    int main(void)                                                                       \
    {                                                                                    \
        return suite_run(name, add_tests);                                               \
    }

#endif
