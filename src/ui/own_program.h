/* SPDX-License-Identifier: GPL-3.0-or-later */
/* own_program.h - whether programs of the person's own are started
 *
 * A session that keeps to one folder starts none: it would be a way out.
 */
#ifndef ATELIER_UI_OWN_PROGRAM_H
#define ATELIER_UI_OWN_PROGRAM_H

#include <stdbool.h>

#include "ui.h"

bool own_program_is_allowed(struct ui *ui);
/* What is said where it is not. */
const char *own_program_why_not(void);

#endif
