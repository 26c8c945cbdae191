/* SPDX-License-Identifier: GPL-3.0-or-later */
/* seat_question.h - the last seat is gone: refuse, or overbook knowingly with a reason */
#ifndef ATELIER_UI_SEAT_QUESTION_H
#define ATELIER_UI_SEAT_QUESTION_H

#include "ui.h"

/* Whether the error asks for a reason to overbook. */
bool seat_question_is(const struct error *err);

/* If it does, shows the figures and asks.  True and a reason (the caller frees) when
 * the person overbooks; false for every other error and every other answer. */
bool seat_question_ask(struct ui *ui, int64_t meeting, const struct error *err,
                       char **reason);

#endif
