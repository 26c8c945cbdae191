/* SPDX-License-Identifier: GPL-3.0-or-later */
/* question_ask.h - asks what an act must know, and does it again with the answers */
#ifndef ATELIER_UI_QUESTION_ASK_H
#define ATELIER_UI_QUESTION_ASK_H

#include "atelier/domain/question.h"
#include "ui.h"

/*
 * Calls act() until it is done, and asks what it puts on the sheet in between: the
 * choices, or a yes and its reason.  Who may not say yes is told so.
 *
 * False with ERROR_QUESTION when the answer was no, with ERROR_CANCELLED when the person
 * went back, and with what act() said otherwise.
 */
bool question_ask_all(struct ui *ui, struct questions *sheet,
                      bool (*act)(void *context, struct questions *sheet,
                                  struct error *err),
                      void *context, struct error *err);

#endif
