/* SPDX-License-Identifier: GPL-3.0-or-later */
/* who.h - who is in now, for administrators */
#ifndef ATELIER_UI_WHO_H
#define ATELIER_UI_WHO_H

#include <stdint.h>

#include "ui.h"

/* To be run by an action: shows who is in, and ends the session that is chosen. */
void who_show(struct ui *ui, void *state, int64_t argument);

#endif
