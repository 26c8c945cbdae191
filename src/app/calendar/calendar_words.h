/* SPDX-License-Identifier: GPL-3.0-or-later */
/* calendar_words.h - the words that our calendars hold, in the language that the settings
 * give them */
#ifndef ATELIER_APP_CALENDAR_WORDS_H
#define ATELIER_APP_CALENDAR_WORDS_H

#include "atelier/domain/setting.h"

struct calendar_words {
    const char *cancelled; /* "[Cancelled] URB: Title" */
    const char *postponed;
    const char *chair; /* in front of a name, on a line of the description */
    const char *access;
    const char *workshop_cancelled; /* as above, of a workshop */
    const char *workshop_postponed;
    const char *leader;
    const char *speakers; /* in front of names, of which each has a line */
};

/* By enum calendar_language. */
extern const struct calendar_words calendar_words[CALENDAR_LANGUAGE_COUNT];

#endif
