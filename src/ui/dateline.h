/* SPDX-License-Identifier: GPL-3.0-or-later */
/* dateline.h - whose desk it is, and which day */
#ifndef ATELIER_UI_DATELINE_H
#define ATELIER_UI_DATELINE_H

#include "screen.h"

/* How much of it is said. */
enum dateline { DATELINE_NONE, DATELINE_DAY, DATELINE_WHOLE };

/* Adds "Name of the network · Mon 01/03/2027" if it takes no more than `columns`, else
 * the day alone, else nothing.  The day is the office's.  Where the network has no name
 * the day is the whole. */
enum dateline dateline_add(struct ui *ui, int columns, struct buffer *text);
/* The name alone, or nothing where it takes more. */
void dateline_add_network(struct ui *ui, int columns, struct buffer *text);
/* The day alone, or nothing where it takes more. */
void dateline_add_day(struct ui *ui, int columns, struct buffer *text);

#endif
