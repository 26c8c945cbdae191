/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_mode.h - whether people come to a place, take part from afar, or both */
#ifndef ATELIER_APP_IMPORT_MODE_H
#define ATELIER_APP_IMPORT_MODE_H

#include <stdbool.h>

#include "atelier/domain/meeting.h"

/* A room, or a place that is more than the words "Zoom" or "En ligne". */
bool import_mode_has_site(const struct meeting *meeting);

/* By its link, room and place. */
enum meeting_mode import_mode_of(const struct meeting *meeting);

/* Whether its host is one of a video conference, and not of a web page about a meeting.
 */
bool import_mode_is_conference(const char *link);

/* The first link of a video conference in a text, to be freed; NULL: it has none. */
char *import_mode_find_conference(const char *text);

#endif
