/* SPDX-License-Identifier: GPL-3.0-or-later */
/* instants.h - meetings keep their hour on the wall when the rules of a zone change
 *
 * What people agreed on is a wall clock time and a zone.  The instants beside it, for
 * order and clashes, are made by the rules of the day on which it was planned; a new
 * tzdata may say otherwise.
 */
#ifndef ATELIER_APP_INSTANTS_H
#define ATELIER_APP_INSTANTS_H

#include "atelier/app/atelier.h"
#include "atelier/domain/check_report.h"
#include "atelier/domain/meeting.h"

/*
 * Makes the instants of meetings to come anew where the rules of their zone have changed:
 * one act of the journal.  For the beginning of a session: when nothing has changed it
 * reads the rules of each zone, and no meeting.  Who may not plan, or cannot write,
 * leaves it to the next: it is no error, and check tells.
 */
void instants_follow_rules(struct atelier *at);

/* Sets those of a meeting that is shown as instants_follow_rules() would; nothing is
 * written.  The lists of browse.h show theirs so. */
void instants_show(struct atelier *at, struct meeting *meeting);

/* Adds each meeting to come whose instants today's rules do not give, and each whose zone
 * cannot be read. */
bool instants_check(struct atelier *at, struct check_report *report, struct error *err);

#endif
