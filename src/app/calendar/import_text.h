/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_text.h - the texts of an event of a calendar file, as our fields hold them */
#ifndef ATELIER_APP_IMPORT_TEXT_H
#define ATELIER_APP_IMPORT_TEXT_H

#include "calendar/import_calendar_state.h"

/* Fills title, link, place and description, and whether people come from afar; what does
 * not fit is cut, and noted.  False: a text is refused, and the row says so. */
bool import_text_take(struct calendar_import *import, struct imported *imported,
                      const struct source_event *event);

/* How an event is known, to be freed: one that is too long to be kept by its beginning
 * and a number that is made of all of it. */
char *import_text_uid(const char *uid);

#endif
