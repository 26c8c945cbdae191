/* SPDX-License-Identifier: GPL-3.0-or-later */
/* browse_agenda.h - the meetings and workshops from a day to a day, by one clock */
#ifndef ATELIER_APP_BROWSE_AGENDA_H
#define ATELIER_APP_BROWSE_AGENDA_H

#include "atelier/app/atelier.h"
#include "atelier/domain/agenda.h"

/* Which: both days belong to it; 0 asks for no group, room or person.  The days and the
 * hours are those of the zone (borrowed; NULL: the office's). */
struct agenda_wish {
    struct date first, last;
    int64_t group, room, person;
    const char *zone;
    bool with_workshops;
};

/* Empties the agenda and fills it, in order. */
bool browse_agenda(struct atelier *at, const struct agenda_wish *wish,
                   struct agenda *agenda, struct error *err);

/* The same in which these words are, of the group, the title, the place and the state
 * (agenda_keep()), or of a workshop, item or project of it, or where somebody so called
 * is on the list, sits, leads or speaks: the first few whom a search finds. */
bool browse_agenda_found(struct atelier *at, const struct agenda_wish *wish,
                         const char *words, struct agenda *agenda, struct error *err);

/* Notes in each entry whether it has a clash that nobody accepted, of the days of that
 * wish: one question for all of them.  A meeting has those of what is within it, too. */
bool browse_agenda_clashes(struct atelier *at, const struct agenda_wish *wish,
                           struct agenda *agenda, struct error *err);

#endif
