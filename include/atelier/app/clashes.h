/* SPDX-License-Identifier: GPL-3.0-or-later */
/* clashes.h - what does not go together, in words, and somebody's yes to it */
#ifndef ATELIER_APP_CLASHES_H
#define ATELIER_APP_CLASHES_H

#include "atelier/app/atelier.h"
#include "atelier/domain/clash.h"
#include "atelier/domain/meeting.h"

/* Adds the clashes of all meetings that are held in the span, in order of their start;
 * those that were accepted say by whom.  `kinds` has the CLASH_BIT() of each. */
bool clashes_find(struct atelier *at, unsigned kinds, struct span span,
                  struct clash_list *list, struct error *err);

/* The same of one meeting, saved or as it stands on a form: it is the first of each. */
bool clashes_of_meeting(struct atelier *at, const struct meeting *meeting, unsigned kinds,
                        struct clash_list *list, struct error *err);

/* The same of a part of a meeting as it is typed: `there` is the meeting with the hours
 * and the room of the part.  Finds what is in the room and where else the person is
 * expected then, CLASH_BIT(ROOM) and CLASH_BIT(LEADER). */
bool clashes_of_part(struct atelier *at, const struct meeting *there,
                     const struct clash_part *part, unsigned kinds,
                     struct clash_list *list, struct error *err);

/* Of a meeting as well, at least `most` (not 0) of those that nobody accepted if there
 * are so many; list->is_cut says whether there are others.  However many meetings are at
 * once, it takes no longer. */
bool clashes_first_of_meeting(struct atelier *at, const struct meeting *meeting,
                              unsigned kinds, size_t most, struct clash_list *list,
                              struct error *err);

/* Adds a sentence about the first meeting, with the second and its hours. */
void clash_describe(struct atelier *at, const struct clash *clash, struct buffer *text);

/* The same, behind the name and hours of the first where that is a part of the meeting:
 * to say it of the meeting. */
void clash_describe_part(struct atelier *at, const struct clash *clash,
                         struct buffer *text);

/* The same beside the meeting's day and title, shorter. */
void clash_add_brief(const struct clash *clash, struct buffer *text);

/* Adds the hours of the second, without the day, and it: "09:30–12:30 “Budget”".  The
 * hours come first, as the row may be cut. */
void clash_add_other(const struct clash *clash, struct buffer *text);

/* The same of a room or of somebody in a list to choose from: "! taken: 09:30–12:30
 * “Budget”". */
void clash_add_choice(const struct clash *clash, struct buffer *text);

/* Adds whom it is about: "Colas, Léo; Petit, Ana; Roy, Max and 2 more". */
void clash_add_people(const struct clash *clash, struct buffer *text);

/* Adds a meeting and its hours: "“Budget”, Tue 16/03/2027 09:30–12:30"; of a part of it
 * "“Maps” of “Budget”, …". */
void clash_add_meeting(struct atelier *at, const struct clash_side *side,
                       struct buffer *text);

/* Says that a clash may stay, and why: it is quiet until what it is about changes.
 * ERROR_NOT_FOUND when there is none of that name. */
bool clash_accept(struct atelier *at, const char *name, const char *reason,
                  struct error *err);

#endif
