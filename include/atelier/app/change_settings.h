/* SPDX-License-Identifier: GPL-3.0-or-later */
/* change_settings.h - the settings of the office, saved by the administrator */
#ifndef ATELIER_APP_CHANGE_SETTINGS_H
#define ATELIER_APP_CHANGE_SETTINGS_H

#include "atelier/app/atelier.h"
#include "atelier/base/buffer.h"

/* ERROR_CONFLICT when a colleague saved first.  Seat rules recount every meeting; where
 * no domain was said, that of the office's e-mail is taken. */
bool settings_change(struct atelier *at, struct settings *settings, struct error *err);

/* Rule 3: says how many meetings to come are overbooked, when by these settings more
 * states or roles take a seat than before; false: nothing to say. */
bool settings_warn_of_seats(struct atelier *at, const struct settings *before,
                            const struct settings *after, struct buffer *text);

#endif
