/* SPDX-License-Identifier: GPL-3.0-or-later */
/* welcome.h - the first five minutes of an office */
#ifndef ATELIER_UI_WELCOME_H
#define ATELIER_UI_WELCOME_H

#include <stdbool.h>

#include "ui.h"

/* Asks an administrator of an empty database, once, what it needs to begin with, then
 * says what to do first; true.  Else nothing. */
bool welcome_run(struct ui *ui);

#endif
