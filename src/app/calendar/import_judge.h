/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_judge.h - which meeting a row of a calendar is, and what it would change */
#ifndef ATELIER_APP_IMPORT_JUDGE_H
#define ATELIER_APP_IMPORT_JUDGE_H

#include "calendar/import_calendar_state.h"

/* Judges all rows anew, and adds those of which the calendar has no occurrence any more.
 * To be called inside a transaction by whoever writes afterwards. */
bool import_judge_rows(struct calendar_import *import, struct telling telling,
                       struct error *err);

#endif
