/* SPDX-License-Identifier: GPL-3.0-or-later */
/* terminal_repeat.h - what a program repeats by REP (ECMA-48, 8.3.103), in full
 *
 * libvterm 0.1.4 takes a repetition that ends a column before the margin for one that
 * ends at it, so that what follows comes a line too low
 * (findings/libvterm-wraps-a-column-early-after-a-repetition.sh).
 */
#ifndef TESTS_SUPPORT_TERMINAL_REPEAT_H
#define TESTS_SUPPORT_TERMINAL_REPEAT_H

#include <stddef.h>

/* Zeroed before the first bytes. */
struct terminal_repeat {
    char sign[8]; /* the last one that was printed */
    size_t sign_length;
    char sequence[32]; /* begun, and not ended yet */
    size_t length;
};

/* The same with each repetition spelled out; the caller frees it.  A sequence that is
 * torn comes with the bytes that end it.  A zero byte, which terminals pass over, is left
 * out. */
char *terminal_repeat_spell(struct terminal_repeat *repeat, const char *bytes,
                            size_t length);

#endif
