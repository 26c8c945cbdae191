/* SPDX-License-Identifier: GPL-3.0-or-later */
/* people_purge.h - people whom nothing keeps any more are erased, as a conversation */
#ifndef ATELIER_UI_PEOPLE_PURGE_H
#define ATELIER_UI_PEOPLE_PURGE_H

#include "ui.h"

/* To be run by an action. */
void people_purge(struct ui *ui, void *state, int64_t argument);

#endif
