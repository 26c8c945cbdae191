/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meeting_audit.h - says what does not hold of the attendance of a meeting */
#ifndef ATELIER_UI_MEETING_AUDIT_H
#define ATELIER_UI_MEETING_AUDIT_H

#include "ui.h"

void meeting_audit_show(struct ui *ui, void *state, int64_t argument);

#endif
