/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_calendar_draw.h - what somebody else's calendar looks like: its head, and a row
 * whole or in a few words */
#ifndef ATELIER_UI_IMPORT_CALENDAR_DRAW_H
#define ATELIER_UI_IMPORT_CALENDAR_DRAW_H

#include "atelier/app/import_calendar.h"
#include "terminal/paint.h"
#include "ui.h"

/* Draws the figures, what was said of the file, and what it still asks.  Without a
 * rehearsal (NULL) nothing is said of people, but why nothing could be written, unless
 * that is NULL too.  Returns the rows it took. */
int import_calendar_draw_head(const struct calendar_import *import,
                              const struct calendar_import_outcome *rehearsal,
                              const char *refusal, struct ui *ui, struct area area);

/* Adds the reason, or "Start: … → …"; nothing when there is nothing to say. */
void import_calendar_add_what(struct ui *ui, const struct calendar_import_row *row,
                              struct buffer *text);

/* Shows the row whole: every field, old and new, and what is remarked. */
void import_calendar_show_row(struct ui *ui, const struct calendar_import_row *row);

#endif
