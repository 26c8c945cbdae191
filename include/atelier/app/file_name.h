/* SPDX-License-Identifier: GPL-3.0-or-later */
/* file_name.h - what to call a file that leaves the program
 *
 * ASCII letters, digits and - alone, so that every system and every mail takes it.
 */
#ifndef ATELIER_APP_FILE_NAME_H
#define ATELIER_APP_FILE_NAME_H

#include "atelier/app/atelier.h"
#include "atelier/base/buffer.h"

/* Adds "urb-2026-12-02-sheet.pdf": the group and day of the meeting, or today's day with
 * 0 for the meeting; what it is, a translated word; and the ending, "pdf". */
void file_name_add(struct atelier *at, int64_t meeting, const char *what,
                   const char *ending, struct buffer *name);

#endif
