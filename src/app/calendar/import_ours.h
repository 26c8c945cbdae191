/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_ours.h - an event that this program wrote, here or in another office, without
 * what it adds to the meeting */
#ifndef ATELIER_APP_IMPORT_OURS_H
#define ATELIER_APP_IMPORT_OURS_H

#include "calendar/import_calendar_state.h"

struct working_group;

/* What the events of the group would have in front of their titles and in their
 * descriptions. */
bool import_ours_load(struct calendar_import *import, const struct working_group *group,
                      struct error *err);
void import_ours_clear(struct import_ours *ours);

/* Where the title begins in "URB: Title" and "[Postponed] URB: Title", in either
 * language; what the word says of the meeting is taken.  Another program's title has such
 * a code only where it is the group's: it came from here. */
const char *import_ours_title(const struct calendar_import *import,
                              struct imported *imported, const char *summary);

/* The description without the link, and without the chair and the way there that are
 * known here: to be freed, or NULL.  The room of `imported->wanted` counts.  The reason
 * of what is postponed or cancelled goes to its field, and is noted. */
bool import_ours_description(struct calendar_import *import, struct imported *imported,
                             const struct source_event *event, char **description,
                             struct error *err);

/* Parts of one meeting of several days or slots are events of their own: new ones say
 * that they belong together. */
void import_ours_tell_parts(struct calendar_import *import);

#endif
