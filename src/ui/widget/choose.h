/* SPDX-License-Identifier: GPL-3.0-or-later */
/* choose.h - one of a few answers: two versions, two hours, a state */
#ifndef ATELIER_UI_CHOOSE_H
#define ATELIER_UI_CHOOSE_H

#include <stddef.h>

#include "ui.h"

/* What stands around an answer, and before it. */
enum { CHOOSE_FRAME_COLUMNS = 8, CHOOSE_NUMBER_COLUMNS = 6 };

/* The index of the answer, -1 when left with Esc.  `text` (several lines, may be NULL)
 * stands above the answers, `selected` has the bar first. All texts are translated
 * already. */
int choose(struct ui *ui, const char *title, const char *text, const char *const *answers,
           size_t count, size_t selected);

/* The same where a careless answer does harm: the letter or digit that led here chooses
 * nothing, as it may have been pressed twice. */
int choose_with_care(struct ui *ui, const char *title, const char *text,
                     const char *const *answers, size_t count, size_t selected);

/* The same where somebody may be typing already what comes behind the question: a letter
 * names no answer but is typed there, and CHOOSE_TYPED is the result. */
enum { CHOOSE_TYPED = -2 };
int choose_or_type(struct ui *ui, const char *title, const char *text,
                   const char *const *answers, size_t count, size_t selected);

#endif
