/* SPDX-License-Identifier: GPL-3.0-or-later */
/* terminal.h - takes the terminal and gives it back as it was
 *
 * On every way out: leaving, exit(3), hangup, stop and continue, a crash.  What
 * libraries write on standard error meanwhile is held back.  There is one
 * terminal, so there is one state, kept inside.
 */
#ifndef ATELIER_UI_TERMINAL_H
#define ATELIER_UI_TERMINAL_H

#include <poll.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "atelier/base/buffer.h"
#include "atelier/base/error.h"

enum { TERMINAL_ROWS_LEAST = 15, TERMINAL_COLUMNS_LEAST = 60 };

/* Of a larger terminal so much is used, and the rest stays blank: curses counts in 15
 * bits and keeps every cell several times. */
enum { TERMINAL_ROWS_MOST = 500, TERMINAL_COLUMNS_MOST = 1000 };

bool terminal_start(struct error *err);
void terminal_stop(void); /* fine when it is not started */

/* Adds which terminal it is taken for, when that is not what TERM says; else false. */
bool terminal_explain(struct buffer *text);

enum terminal_event {
    TERMINAL_TIMEOUT,
    TERMINAL_INPUT,   /* terminal_read() has something */
    TERMINAL_OTHER,   /* one of the other descriptors is ready */
    TERMINAL_RESIZED, /* the new size is in place already */
    TERMINAL_STOPPED, /* somebody asked the program to stop: terminal_suspend() does */
    TERMINAL_HANGUP   /* the line dropped, or somebody asked the program to end */
};

/* Waits for something to happen; milliseconds, -1 for ever. */
enum terminal_event terminal_wait(int timeout);
/* The same, and for descriptors besides the keyboard, which comes first. */
enum { TERMINAL_OTHERS_MOST = 16 };
enum terminal_event terminal_wait_beside(const struct pollfd *others, size_t count,
                                         int timeout);
/* Whether keys wait, without waiting for them. */
bool terminal_has_input(void);
/* Bytes of the keyboard; 0 when the line dropped. */
size_t terminal_read(char *bytes, size_t size);

/* A control sequence that changes nothing on the screen. */
void terminal_send(const char *bytes, size_t length);

/* Leaves the screen to another program, and takes it again. */
void terminal_put_aside(void);
void terminal_come_back(void);
/* Between these two, waits for the descriptor, or so many milliseconds; no key is read.
 * False when the line dropped, or somebody asked the program to end. */
bool terminal_wait_aside(int descriptor, int timeout);

/* Gives the terminal back, stops the program as Ctrl-Z does elsewhere, takes it again. */
void terminal_suspend(void);
/* Whether a shell with job control waits behind the program, to come back to. */
bool terminal_has_shell(void);

/* What it shows may be another program's: with the next frame everything is sent. */
void terminal_distrust(void);

/* Whether the terminal can be asked to answer, which it does when it has got as far. */
bool terminal_can_answer(void);
/* Whether it says that its line carries 19,200 bits a second or less. */
bool terminal_is_thin(void);
void terminal_ask(void);

void terminal_set_mouse(bool on);
bool terminal_has_mouse(void);

int terminal_rows(void);
int terminal_columns(void);
bool terminal_is_too_small(void);

int
terminal_escape_delay(void);  /* milliseconds that the rest of an Esc sequence may take */
int64_t terminal_clock(void); /* milliseconds, monotonic */

#endif
