/* SPDX-License-Identifier: GPL-3.0-or-later */
/* today_decision.h - what the first screen asks about a meeting, in words
 */
#ifndef ATELIER_UI_TODAY_DECISION_H
#define ATELIER_UI_TODAY_DECISION_H

#include "atelier/base/buffer.h"
#include "atelier/domain/today.h"
#include "ui.h"

/* Adds what is to be decided, without the meeting: "2 people wait for a yes". */
void today_decision_add(struct ui *ui, const struct today_item *item,
                        struct buffer *text);

#endif
