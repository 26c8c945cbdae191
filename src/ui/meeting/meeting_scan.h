/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meeting_scan.h - asks where the scan of a signed sheet lies, from the page of a meeting
 */
#ifndef ATELIER_UI_MEETING_SCAN_H
#define ATELIER_UI_MEETING_SCAN_H

#include "ui.h"

/* An action of a screen of a meeting. */
void meeting_scan(struct ui *ui, void *state, int64_t argument);

#endif
