/* SPDX-License-Identifier: GPL-3.0-or-later */
/* global_actions.h - the actions that are the same on every screen, and in every dialog
 */
#ifndef ATELIER_UI_GLOBAL_ACTIONS_H
#define ATELIER_UI_GLOBAL_ACTIONS_H

#include "action.h"

extern const struct action screen_actions[];
extern const struct action dialog_actions[];

#endif
