/* SPDX-License-Identifier: GPL-3.0-or-later */
/* slot_making.h - the slots of a meeting that nobody divided, inside an act */
#ifndef ATELIER_APP_SLOT_MAKING_H
#define ATELIER_APP_SLOT_MAKING_H

#include "atelier/domain/meeting.h"
#include "atelier/domain/slot.h"
#include "session/session.h"

/* Cuts the meeting by the lunch break of the settings, in the language of calendars, as
 * everybody in the office reads the labels. */
void slot_making_cut(struct atelier *at, const struct meeting *meeting,
                     struct slot_list *list);

/* Cuts it and writes the slots; they are in the list, which the caller clears. */
bool slot_making_write(struct atelier *at, const struct meeting *meeting,
                       struct slot_list *list, struct error *err);

#endif
