/* SPDX-License-Identifier: GPL-3.0-or-later */
/* child_watch.h - children that work beside the screens, while keys go on being answered
 *
 * The loop waits for what they say as it waits for the keyboard; no screen ever waits for
 * a child.
 */
#ifndef ATELIER_UI_CHILD_WATCH_H
#define ATELIER_UI_CHILD_WATCH_H

#include "atelier/base/child.h"
#include "ui.h"

/* Told once, when the child has ended or was stopped: what it did is in
 * child_succeeded(). */
typedef void child_watch_ended(struct ui *ui, void *context, const struct child *child);

/* Takes the child and frees it after `ended`.  False, and the child is ended, when four
 * are at work already: says so. */
bool child_watch(struct ui *ui, struct child *child, child_watch_ended *ended,
                 void *context);

/* For the loop: what to wait for beside the keyboard; how long at the most, in
 * milliseconds, -1 when that does not matter. */
size_t child_watch_poll(const struct ui *ui, struct pollfd *polled, int *timeout);
/* Lets each child go on as far as it can without waiting. */
void child_watch_step(struct ui *ui);
/* The program is left: those that still work are stopped, and who watches is told. */
void child_watch_clear(struct ui *ui);

#endif
