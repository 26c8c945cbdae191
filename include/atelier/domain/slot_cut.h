/* SPDX-License-Identifier: GPL-3.0-or-later */
/* slot_cut.h - a meeting cut into half-days around the lunch break of the office
 *
 * Pure rules: what comes of it is stored by the caller.
 */
#ifndef ATELIER_DOMAIN_SLOT_CUT_H
#define ATELIER_DOMAIN_SLOT_CUT_H

#include "atelier/domain/meeting.h"
#include "atelier/domain/slot.h"

/* Minutes of the day by the wall clock; both 0: the office has none. */
struct lunch {
    int start;
    int end;
};

/* Reads "12:30–14:00", as people write hours ("12h30-14h", "12-14"); NULL or "" is none.
 * ERROR_INPUT otherwise. */
bool lunch_read(const char *text, struct lunch *lunch, struct error *err);

/* What halves and days are called, in the language of who reads them. */
struct slot_words {
    const char *morning;
    const char *afternoon;
    const char *day;
};

/*
 * The slots that a meeting has while nobody divided it otherwise, in order of start, at
 * least one, none of them stored.  Each day that has the lunch break within its hours
 * gives a morning and an afternoon.  A day before or after it is one slot, and so is each
 * of several days when there is no break.  Those of several days say their day.  A label
 * is left out where the hours say it all.
 */
void slot_list_cut(const struct meeting *meeting, struct lunch lunch,
                   const struct slot_words *words, struct slot_list *list);

#endif
