/* SPDX-License-Identifier: GPL-3.0-or-later */
/* agenda_grid.h - a month as a grid of its weeks, in 80 columns of text */
#ifndef ATELIER_CLI_AGENDA_GRID_H
#define ATELIER_CLI_AGENDA_GRID_H

#include "atelier/domain/agenda.h"
#include "invocation.h"

/* The month of that day, today in brackets; every meeting is named behind the sign of its
 * state, so that a week is as high as its fullest day.  So is a workshop whose meeting is
 * not among them.  A holiday, or a day on which the office is closed, stands behind its
 * meetings.  What the signs mean stands below. */
void agenda_grid_print(struct invocation *inv, const struct agenda *agenda,
                       struct date day);

#endif
