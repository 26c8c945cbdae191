/* SPDX-License-Identifier: GPL-3.0-or-later */
/* confirm.h - a question before what undo cannot take back
 *
 * Name the object and the count in the question.  No is what a careless Enter and Esc
 * answer; Yes is one line further, or the key 2.
 */
#ifndef ATELIER_UI_CONFIRM_H
#define ATELIER_UI_CONFIRM_H

#include <stdbool.h>

#include "ui.h"

/* `yes` is the deed in the person's words: _("Cancel the meeting"). */
bool confirm(struct ui *ui, const char *yes, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

#endif
