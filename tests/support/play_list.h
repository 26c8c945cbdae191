/* SPDX-License-Identifier: GPL-3.0-or-later */
/* play_list.h - the plays of a folder that can be played here
 */
#ifndef TESTS_SUPPORT_PLAY_LIST_H
#define TESTS_SUPPORT_PLAY_LIST_H

#include <stddef.h>

/* The names of its files NAME.steps, in order, for the whole run; `only` that one unless
 * it is NULL.  Where there is English alone those that start French screens are left out.
 * Without the folder the tests are skipped; more than `most` end the program. */
size_t play_list_find(const char *folder, const char *only, char **names, size_t most);

#endif
