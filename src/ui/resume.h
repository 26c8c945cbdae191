/* SPDX-License-Identifier: GPL-3.0-or-later */
/* resume.h - goes on with what was typed when the line dropped, and with what it was for
 */
#ifndef ATELIER_UI_RESUME_H
#define ATELIER_UI_RESUME_H

#include "ui.h"

/* Offers each draft in turn, the newest first. */
void resume_drafts(struct ui *ui);

#endif
