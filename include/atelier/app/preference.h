/* SPDX-License-Identifier: GPL-3.0-or-later */
/* preference.h - what a login likes, which is nobody else's business
 *
 * No act of the office: it is in no journal and nothing undoes it.
 */
#ifndef ATELIER_APP_PREFERENCE_H
#define ATELIER_APP_PREFERENCE_H

#include "atelier/app/atelier.h"
#include "atelier/domain/theme.h"

/* THEME_AUTOMATIC when the login chose none. */
enum theme preference_theme(struct atelier *at);

/* Keeps it for the next time.  False where the login may not write the file: whoever
 * shows it goes on with it until the end. */
bool preference_set_theme(struct atelier *at, enum theme theme, struct error *err);

#endif
