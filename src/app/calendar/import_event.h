/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_event.h - an occurrence of a calendar file as a meeting of ours */
#ifndef ATELIER_APP_IMPORT_EVENT_H
#define ATELIER_APP_IMPORT_EVENT_H

#include "calendar/import_calendar_state.h"

/*
 * Fills `imported->wanted` with what the file says, tidied, and judges what the file
 * alone decides: a time that is not certain, a text that is too long.
 *
 * False only when the import cannot go on.
 */
bool import_event_take(struct calendar_import *import, struct imported *imported,
                       const struct occurrence *occurrence, struct error *err);

/* Fills what can be known of an event that cannot be read; what a person gave in its
 * place holds. */
void import_event_take_unread(struct calendar_import *import, struct imported *imported,
                              const struct source_event *event);

/* Lays what a person gave over a meeting, in words: whether its place is a room is to be
 * seen. */
void import_event_lay_over(struct meeting *meeting, const struct meeting *values);

#endif
