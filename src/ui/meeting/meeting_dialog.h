/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meeting_dialog.h - what is done with a meeting, as whole conversations, from whichever
 * screen */
#ifndef ATELIER_UI_MEETING_DIALOG_H
#define ATELIER_UI_MEETING_DIALOG_H

#include "atelier/app/export_calendar.h"
#include "atelier/domain/meeting.h"
#include "ui.h"

/* Says how many members would be invited, asks, invites. */
void meeting_dialog_convene(struct ui *ui, int64_t meeting);

/* Confirm, postpone, cancel, hold, close; asks for the reason where one is wanted. */
void meeting_dialog_act(struct ui *ui, int64_t meeting, enum meeting_act act);

/* Registers people one after the other: found by three letters or created on the spot. */
void meeting_dialog_register(struct ui *ui, int64_t meeting);

/* Asks for a file and writes the calendar there. */
void meeting_dialog_export(struct ui *ui, struct row_ref scope);

#endif
