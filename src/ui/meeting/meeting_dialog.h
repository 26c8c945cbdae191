/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meeting_dialog.h - what is done with a meeting, as whole conversations, to be run by
 * the actions of whichever screen shows it
 *
 * The meeting is the one that the screen was opened with.
 */
#ifndef ATELIER_UI_MEETING_DIALOG_H
#define ATELIER_UI_MEETING_DIALOG_H

#include "ui.h"

/* Invites the members of the group, and says how many. */
void meeting_dialog_convene(struct ui *ui, void *state, int64_t argument);

/* The argument is an enum meeting_act: confirm, postpone, cancel, hold, close; asks for
 * the reason where one is wanted. */
void meeting_dialog_act(struct ui *ui, void *state, int64_t act);
/* For its blocked. */
const char *meeting_dialog_why_no_act(struct ui *ui, void *state, int64_t act);
/* Asks which of those that are possible. */
void meeting_dialog_state(struct ui *ui, void *state, int64_t argument);

/* Registers people one after the other: found by three letters or created on the spot. */
void meeting_dialog_register(struct ui *ui, void *state, int64_t argument);

/* Of what the calendar is: all meetings, or those of what the screen shows. */
enum meeting_export { EXPORT_ALL, EXPORT_MEETING, EXPORT_GROUP, EXPORT_PERSON };

/* The argument is an enum meeting_export.  Asks for a file and writes the calendar there.
 */
void meeting_dialog_export(struct ui *ui, void *state, int64_t what);

/* Plans a meeting, of the group that the screen shows if it shows one, and opens it. */
void meeting_dialog_plan(struct ui *ui, void *state, int64_t argument);
/* The same on a screen whose state begins with a list of meetings. */
void meeting_dialog_plan_row(struct ui *ui, void *state, int64_t argument);

#endif
