/* SPDX-License-Identifier: GPL-3.0-or-later */
/* calendar_words.c - the words that our calendars hold, in the language that the settings
 * give them */
#include "calendar/calendar_words.h"

const struct calendar_words calendar_words[CALENDAR_LANGUAGE_COUNT] = {
    [CALENDAR_ENGLISH] = { "Cancelled", "Postponed", "Chair: ", "Access: ", "Cancelled",
                           "Postponed", "Leader: ", "Speakers: " },
    [CALENDAR_FRENCH] = { "Annulée", "Reportée", "Présidence : ", "Accès : ", "Annulé",
                          "Reporté", "Animation : ", "Interventions : " },
};
