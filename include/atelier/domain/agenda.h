/* SPDX-License-Identifier: GPL-3.0-or-later */
/* agenda.h - what a calendar shows: meetings and the workshops within them, with their
 * hours by one clock, in order
 *
 * Pure: the caller reads them, and says by which clock.  A meeting of several days is an
 * entry for each day or slot that is told of, so that its nights are free.
 */
#ifndef ATELIER_DOMAIN_AGENDA_H
#define ATELIER_DOMAIN_AGENDA_H

#include "atelier/domain/meeting.h"

struct agenda_entry {
    struct row_ref row;      /* what is opened: a meeting, of a workshop its meeting */
    int64_t workshop;        /* 0: it is the meeting */
    char *whole;             /* of a workshop the title of its meeting; else NULL */
    struct local_time start; /* by the clock of the calendar */
    struct local_time end;
    instant start_at;
    enum meeting_state state;
    bool has_clash; /* that nobody accepted, where clashes were looked for */
    char *group;    /* its code */
    char *title;
    int64_t room;    /* 0: none of ours */
    char *place;     /* the room and its venue, or the place in words; NULL */
    char *parts;     /* the titles of what a meeting consists of, where they were read */
    char *of_person; /* of a search: who is found instead of its own words; NULL */
};

struct agenda {
    struct agenda_entry *items;
    size_t count;
    size_t capacity;
};

/* Adds a zeroed one, to be filled. */
struct agenda_entry *agenda_add(struct agenda *agenda);
void agenda_clear(struct agenda *agenda);

/* By start; then meetings before what is within them, and the shorter first. */
void agenda_sort(struct agenda *agenda);

/* Whether some of it is on that day; what ends at midnight is not on the day after. */
bool agenda_entry_is_on(const struct agenda_entry *entry, struct date day);

/* The first entry on a day from an index on; count when there is none. */
size_t agenda_next_on(const struct agenda *agenda, struct date day, size_t from);
size_t agenda_count_on(const struct agenda *agenda, struct date day);

/* How many meetings there are, each once: of several days, and with its workshops. */
size_t agenda_count_meetings(const struct agenda *agenda);

/* The same of those that are there for a person alone. */
size_t agenda_count_of_people(const struct agenda *agenda);

/* The entry of the meeting during which a workshop is; count for a meeting, where that
 * entry is not there, and where the workshop goes on on a later day than it: it would be
 * missing there. */
size_t agenda_parent(const struct agenda *agenda, size_t entry);

/* Keeps those in which each word is the beginning of a word: of the group, the title, the
 * place, the state, what it consists of; and those that are in `others` too, an agenda of
 * the same days, which may be NULL: of those whose own words are others it keeps whom
 * they are of.  Blank words keep all. */
void agenda_keep(struct agenda *agenda, const char *words, const struct agenda *others);

/* Moves what the other has to the end of the agenda, unless it has it already. */
void agenda_add_all(struct agenda *agenda, struct agenda *other);

/* Adds the hours of an entry on one of its days: "09:30–12:30", "09:30–", "–12:00", "" in
 * the middle of a longer one. */
void agenda_entry_add_hours(const struct agenda_entry *entry, struct date day,
                            struct buffer *buffer);

#endif
