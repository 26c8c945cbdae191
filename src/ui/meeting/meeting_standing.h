/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meeting_standing.h - choose somebody for a meeting, and see who is on its list already
 */
#ifndef ATELIER_UI_MEETING_STANDING_H
#define ATELIER_UI_MEETING_STANDING_H

#include "ui.h"
#include "widget/picker.h"

/* What a picker of people says and does for a meeting: how each stands to its list; a new
 * one is added by the short form. */
struct picker_nouns meeting_standing_nouns(int64_t meeting);

/* The person, who may be a new one; 0 when left.  `typed` is in the field already; may be
 * NULL. */
int64_t meeting_standing_pick(struct ui *ui, int64_t meeting, const char *title,
                              const char *typed);

/* Of those who are on the list alone: the person; 0 when left. */
int64_t meeting_listed_pick(struct ui *ui, int64_t meeting, const char *title);

/* Whether somebody is on the list, not counting who left it. */
bool meeting_has_person(struct ui *ui, int64_t meeting, int64_t person);

/* What comes of leaving the question whether they get a seat, as questions.leave: nobody
 * who has just been added is lost by it. */
const char *meeting_leaving(struct ui *ui, int64_t meeting, int64_t person);

#endif
