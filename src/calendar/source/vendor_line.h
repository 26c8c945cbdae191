/* SPDX-License-Identifier: GPL-3.0-or-later */
/* vendor_line.h - what programs say of an event in properties of their own */
#ifndef ATELIER_CALENDAR_VENDOR_LINE_H
#define ATELIER_CALENDAR_VENDOR_LINE_H

#include <stdbool.h>

#include "atelier/calendar/source_event.h"
#include "source/ics_line.h"

/* Whether it is such a line, which is taken and spoilt. */
bool vendor_line_take(struct source_event *event, struct ics_line *line);

#endif
