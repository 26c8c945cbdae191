/* SPDX-License-Identifier: GPL-3.0-or-later */
/* torn_line.h - texts that some calendar programs tear: C:\dossier\nouveau
 *
 * RFC 5545 writes a backslash as two.  Programs that read \n before they read these, as
 * python-icalendar 4 and node-ical do, find a new line behind the first: no way to write
 * it is read by all.
 */
#ifndef ATELIER_APP_TORN_LINE_H
#define ATELIER_APP_TORN_LINE_H

#include <stdbool.h>

#include "atelier/app/export_calendar.h"
#include "atelier/base/buffer.h"

/* Whether a backslash stands before an n; of NULL there is none. */
bool torn_line_is_in(const char *text);

/* Adds a sentence that names the first meeting with such a text; false: there is none. */
bool torn_line_say(struct atelier *at, const struct export_counts *counts,
                   struct buffer *text);

#endif
