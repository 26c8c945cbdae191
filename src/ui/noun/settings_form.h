/* SPDX-License-Identifier: GPL-3.0-or-later */
/* settings_form.h - changes what the office decides for all
 *
 * Not a noun's form: there is one row, known already, and a function that saves it.
 */
#ifndef ATELIER_UI_SETTINGS_FORM_H
#define ATELIER_UI_SETTINGS_FORM_H

#include "ui.h"

/* The name of its drafts. */
extern const char settings_form_name[];

/* `resume` goes on with a draft without asking. */
void settings_form(struct ui *ui, bool resume);

#endif
