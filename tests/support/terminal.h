/* SPDX-License-Identifier: GPL-3.0-or-later */
/* terminal.h - a program on a terminal of its own, read as a person sees it
 *
 * openpty(3) carries it, libvterm keeps the screen.  Nothing sleeps: every wait is for a
 * text, and ends the test with the whole screen when the text does not come.
 */
#ifndef ATELIER_TESTS_TERMINAL_H
#define ATELIER_TESTS_TERMINAL_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

struct term;

/* argv and env ("NAME=value") end with NULL; env adds to TERM=xterm-256color, a UTF-8
 * locale, TZ=UTC and nothing else but PATH.  TERM, LC_ALL and the others may be set anew.
 */
struct term *term_start(const char *const argv[], const char *const env[], int rows,
                        int columns);
/* The same on a line that says that it carries so much: B19200 of <termios.h>. */
struct term *term_start_at(const char *const argv[], const char *const env[], int rows,
                           int columns, unsigned speed);

void term_send(struct term *term, const char *bytes, size_t length);
/* Text, and keys by name: "<Down><Ctrl-X><Alt-m><F10>abc<lt>", and <Click-9> in a line.
 */
void term_keys(struct term *term, const char *keys);
/* A key held down, thirty presses a second, on a line that is as many milliseconds late.
 */
void term_hold(struct term *term, const char *key, int presses, int late);
void term_resize(struct term *term, int rows, int columns);
/* What another program writes on the same terminal, past the one that is tried. */
void term_disturb(struct term *term, const char *bytes);
void term_signal(struct term *term, int number);
/* The line drops. */
void term_hang_up(struct term *term);

/* Until the text is on the screen; false when it did not come within the milliseconds. */
bool term_wait(struct term *term, const char *text, int limit);
bool term_wait_gone(struct term *term, const char *text, int limit);
/* The same for 5 s, and the test fails with the screen. */
void term_expect(struct term *term, const char *text);
/* The same wherever lines end in it, as they do behind the name of a file. */
void term_expect_sentence(struct term *term, const char *text);
void term_expect_gone(struct term *term, const char *text);
/* Until the screen is exactly this. */
bool term_wait_screen(struct term *term, const char *screen, int limit);
/* Until the text looks so, in the first line that has `line` (NULL: any) and the text:
 * "plain", or the words of "bold underlined reverse", then the colours where they are
 * set ("white on blue", "default on red", "colour 75 on default").  Fails like
 * term_expect(). */
void term_expect_look(struct term *term, const char *line, const char *text,
                      const char *look);
/* Until nothing came for a while: only to write down what a screen is. */
void term_settle(struct term *term);

/* Rows without blanks at their ends, then "cursor ROW COLUMN"; valid until the next call.
 */
const char *term_screen(struct term *term);

/* The program's process. */
pid_t term_pid(const struct term *term);
/* Bytes that the program wrote since the last keys were sent. */
size_t term_bytes(const struct term *term);
/* Whether the whole screen was erased since then. */
bool term_was_erased(const struct term *term);
/* Whether these bytes came from the program at any time since it began. */
bool term_has_written(const struct term *term, const char *bytes, size_t length);
/* All that the program wrote since it began; borrowed. */
const char *term_output(const struct term *term, size_t *length);
/* What is set on the terminal and should not be when the program has gone; NULL when all
 * is well. */
const char *term_unrestored(struct term *term);

/* Waits for the end (a minute, for a busy machine that fills a sample; then it is killed
 * and the test fails): exit status, or minus the signal. */
int term_end(struct term *term);
/* Frees; kills what still runs. */
void term_free(struct term *term);

#endif
