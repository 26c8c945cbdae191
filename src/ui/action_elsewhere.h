/* SPDX-License-Identifier: GPL-3.0-or-later */
/* action_elsewhere.h - the actions of the other screens: where each is, and the way there
 *
 * A screen that shows no row of its own is gone to, and the action is done.  One that is
 * about a row is gone to when the screen here shows such a row; else the section that
 * lists those rows is, and it is said what to do there.
 */
#ifndef ATELIER_UI_ACTION_ELSEWHERE_H
#define ATELIER_UI_ACTION_ELSEWHERE_H

#include "loop.h"

enum { ELSEWHERE_MOST = 256 };

struct action_elsewhere {
    const struct action *action;
    enum screen_id screen;   /* whose it is */
    const struct screen *by; /* the section on the way, NULL: straight there */
};

/* Those that the login may do and that are not among the `here`, each once.  Returns how
 * many. */
size_t action_elsewhere_list(const struct ui *ui, const struct action *const *here,
                             size_t here_count,
                             struct action_elsewhere found[ELSEWHERE_MOST]);

/* Adds "Meetings › Registrations". */
void action_elsewhere_add_place(const struct ui *ui, const struct action_elsewhere *there,
                                struct buffer *buffer);

/* Goes there, and does it or says what it waits for. */
void action_elsewhere_run(struct ui *ui, const struct action_elsewhere *there);

/* For the loop, when what was asked for lies on top. */
void action_elsewhere_arrive(struct ui *ui);

#endif
