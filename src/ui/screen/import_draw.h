/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_draw.h - what an import looks like: its head, and its rows, one a line */
#ifndef ATELIER_UI_IMPORT_DRAW_H
#define ATELIER_UI_IMPORT_DRAW_H

#include <stdbool.h>
#include <stddef.h>

#include "atelier/app/import_people.h"
#include "atelier/base/buffer.h"
#include "terminal/paint.h"

enum { IMPORT_DRAW_HEAD_ROWS = 10 }; /* at most */

/*
 * Draws how many rows have each verdict, what would become of the seats, how the file was
 * read and what its columns hold.
 *
 * Without a rehearsal (NULL) nothing is said of seats, but why nothing could be
 * written, unless that is NULL too.  Returns the rows it took.
 */
int import_draw_head(struct import *import, const struct import_outcome *rehearsal,
                     const char *refusal, struct area area);

/* Draws a row of the file on this row of the screen.  It is read again from the file: a
 * list of them is a window onto it. */
void import_draw_row(struct import *import, size_t index, bool selected, struct area area,
                     int row);

/* "Dupont, Anne · Ville de Troyes" */
void import_draw_add_person(const struct import_row *row, struct buffer *text);

#endif
