/* SPDX-License-Identifier: GPL-3.0-or-later */
/* first_settings.h - what a new office begins with, taken from the system */
#ifndef ATELIER_APP_FIRST_SETTINGS_H
#define ATELIER_APP_FIRST_SETTINGS_H

#include "session/session.h"

/* The system's time zone, its host name as domain, readers let in. */
void first_settings_fill(struct settings *settings);

/* Writes them and the first administrator, inside the open operation. */
bool first_settings_save(struct atelier *at, struct staff *administrator,
                         struct error *err);

#endif
