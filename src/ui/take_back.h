/* SPDX-License-Identifier: GPL-3.0-or-later */
/* take_back.h - an act is undone, or redone, with what must be asked and said */
#ifndef ATELIER_UI_TAKE_BACK_H
#define ATELIER_UI_TAKE_BACK_H

#include "ui.h"

/* Undoes that act, or puts back the last undo (`id` is NULL); says what became of it,
 * unless it was refused: *err is for the caller then, as question_ask_all() left it. */
bool take_back(struct ui *ui, const int64_t *id, struct error *err);

/* Undoes the act that somebody points at, after a yes, as it may be long ago, or what is
 * asked of a colleague's.  An undo is not undone: it says what to do instead. */
void take_back_chosen(struct ui *ui, int64_t id);

#endif
