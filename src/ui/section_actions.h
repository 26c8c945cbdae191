/* SPDX-License-Identifier: GPL-3.0-or-later */
/* section_actions.h - the sections of the top line as actions: by digit, menu and name
 *
 * They are made of the sections that there are, so that a section is written once.
 */
#ifndef ATELIER_UI_SECTION_ACTIONS_H
#define ATELIER_UI_SECTION_ACTIONS_H

#include "action.h"

struct screen;

enum { SECTION_ACTIONS_MOST = 9 };

struct section_actions {
    char names[SECTION_ACTIONS_MOST][40];          /* section.group_list */
    struct action items[SECTION_ACTIONS_MOST + 1]; /* ends as every table */
};

/* One for each section, the list ends with NULL; those past the ninth have no digit and
 * are left out. */
void section_actions_fill(struct section_actions *actions,
                          const struct screen *const *sections);

/* To be run by an action: so many sections on, or tabs where there are some, and round at
 * the end. */
void section_step(struct ui *ui, void *state, int64_t steps);

/* NULL when the screen is a section or has tabs; else why there is none beside it. */
const char *section_why_no_step(struct ui *ui, void *state, int64_t steps);

#endif
