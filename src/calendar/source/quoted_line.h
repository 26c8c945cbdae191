/* SPDX-License-Identifier: GPL-3.0-or-later */
/* quoted_line.h - a text in QUOTED-PRINTABLE, which programs write as vCalendar 1.0 had
 * it
 */
#ifndef ATELIER_CALENDAR_QUOTED_LINE_H
#define ATELIER_CALENDAR_QUOTED_LINE_H

#include "atelier/base/error.h"
#include "source/ics_line.h"

/* Whether its parameters say so. */
bool quoted_line_is(const struct ics_line *line);

/* Writes it again, in shorter: `name:text`.  ERROR_INPUT when that is no text. */
bool quoted_line_decode(struct ics_line *line, struct error *err);

#endif
