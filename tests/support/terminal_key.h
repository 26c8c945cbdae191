/* SPDX-License-Identifier: GPL-3.0-or-later */
/* terminal_key.h - what a keyboard sends for a key that a play names
 */
#ifndef TESTS_SUPPORT_TERMINAL_KEY_H
#define TESTS_SUPPORT_TERMINAL_KEY_H

enum { TERMINAL_KEY_MOST = 16 }; /* bytes, with the zero */

/* The bytes of "Enter", "Ctrl-Q", "Alt-x", "Click-5": those of a table, or made there;
 * NULL when the name is not known. */
const char *terminal_key_bytes(const char *name, char made[static TERMINAL_KEY_MOST]);

#endif
