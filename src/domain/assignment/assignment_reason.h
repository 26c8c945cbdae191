/* SPDX-License-Identifier: GPL-3.0-or-later */
/* assignment_reason.h - what a run says of each list, slot and workshop */
#ifndef ATELIER_ASSIGNMENT_REASON_H
#define ATELIER_ASSIGNMENT_REASON_H

#include "assignment/seat_board.h"

/* Fills places, reasons, slots and few; `proven` of each slot is the caller's. */
void assignment_tell(struct board *board, struct assignment *result);

#endif
