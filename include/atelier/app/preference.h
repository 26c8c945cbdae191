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

/* Speaks the language that the login chose, where neither --language nor the environment
 * asks for one: ssh often brings none. */
void preference_follow_language(struct atelier *at);

/* Keeps it, as preference_set_theme() does. */
bool preference_set_language(struct atelier *at, const char *language, struct error *err);

#endif
