/* SPDX-License-Identifier: GPL-3.0-or-later */
/* interruption.h - Ctrl-C and its kind wait until what was begun is tidied up
 *
 * The signals are held back and looked for; when the work has ended they come, and end
 * the program as they would have.
 */
#ifndef ATELIER_BASE_INTERRUPTION_H
#define ATELIER_BASE_INTERRUPTION_H

#include <signal.h>
#include <stdbool.h>

struct interruption {
    sigset_t before;
    sigset_t watched; /* those that are not ignored */
};

void interruption_begin(struct interruption *interruption);
/* Whether one of them has come; the work should be given up.  NULL is fine. */
bool interruption_has_come(const struct interruption *interruption);
void interruption_end(struct interruption *interruption);

#endif
