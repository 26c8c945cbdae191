/* SPDX-License-Identifier: GPL-3.0-or-later */
/* statistics.h - how many people were asked to meetings, and how many came
 *
 * What is counted is a person at a meeting, once: in however many slots they were seen,
 * and under whichever of several registrations; by the category and the organisation that
 * were copied onto the newest of them.  So the figures of a whole are the sums of those
 * of its parts, however it is parted.
 */
#ifndef ATELIER_DOMAIN_STATISTICS_H
#define ATELIER_DOMAIN_STATISTICS_H

#include "atelier/base/civil.h"
#include "atelier/domain/listing.h"
#include "atelier/domain/presence.h"
#include "atelier/domain/registration.h"

enum figure {
    FIGURE_INVITED,  /* came onto the list, whatever they answered */
    FIGURE_ACCEPTED, /* and were on it as accepted in the end */
    FIGURE_PRESENT,  /* were there, in any slot */
    FIGURE_IN_ROOM,  /* of these, in the room in one slot at least */
    FIGURE_REMOTE,   /* of these, in the room in none */
    FIGURE_EXCUSED,  /* were not there and had said so, or were marked so */
    FIGURE_ABSENT,   /* were not there unexcused: marked so, or accepted at a meeting that
                        is over and at which people were marked */
    FIGURE_COUNT
};
extern const struct choice statistics_figures[];

/* What became of a person at a meeting; by these numbers statements give them. */
enum outcome {
    OUTCOME_UNKNOWN,
    OUTCOME_IN_ROOM,
    OUTCOME_REMOTE,
    OUTCOME_EXCUSED,
    OUTCOME_ABSENT,
    OUTCOME_COUNT
};
extern const struct choice statistics_outcomes[];

/* A mark of a person in a slot of the meeting. */
struct outcome_mark {
    int64_t id; /* grows: of two the newer one has the greater */
    int64_t slot;
    enum presence_kind kind;
    bool remote;
};

/* What a person's marks at a meeting come to, in all its slots and under all their
 * registrations; the slots one after the other. */
enum outcome outcome_of_marks(const struct outcome_mark *marks, size_t count);

/* Counts a person among those of a slot, by their marks in it. */
void slot_count_marks(struct presence_count *counts, const struct outcome_mark *marks,
                      size_t count);

/* What the marks come to with what they answered; `kept`: the meeting is over, and
 * somebody was marked. */
enum outcome outcome_with_answer(enum outcome marked, enum registration_state state,
                                 bool kept);

/* Whether a figure counts somebody who is on the list in that state, and of whom that
 * became. */
bool figure_counts(enum figure figure, enum registration_state state,
                   enum outcome outcome);

/* What each row of the figures is about. */
enum statistics_by {
    STATISTICS_BY_CATEGORY,
    STATISTICS_BY_ORGANISATION,
    STATISTICS_BY_TERRITORY,
    STATISTICS_BY_PERSON,
    STATISTICS_BY_MEETING,
    STATISTICS_BY_GROUP,
    STATISTICS_BY_COUNT
};
extern const struct choice statistics_bys[];

/* Whether each row is of all the time, or of a year or a month of it. */
enum statistics_each {
    STATISTICS_EACH_NONE,
    STATISTICS_EACH_YEAR,
    STATISTICS_EACH_MONTH
};
extern const struct choice statistics_eaches[];

/* Which meetings: those that took place, as far as one knows, and have begun, unless a
 * last day or one meeting is named. */
struct statistics_scope {
    int64_t group;     /* 0: of all */
    int64_t meeting;   /* 0: all; else this one, whatever became of it */
    struct date first; /* by the clock of each meeting; none: from the beginning */
    struct date last;
};

struct statistics_wish {
    struct statistics_scope scope;
    enum statistics_by by;
    enum statistics_each each;
    bool never; /* only those who were asked to meetings at which people were marked, and
                   came to none */
};

struct statistics_row {
    char *key;    /* canonical: an id, "=" and a name in words, a territory; NULL: none */
    char *label;  /* NULL: none */
    char *period; /* "2027", "2027-03", of one meeting its day; NULL: of all the time */
    int64_t figures[FIGURE_COUNT];
    int64_t asked; /* of those invited, to meetings at which people were marked */
};

struct statistics {
    struct statistics_row *rows;
    size_t count;
    size_t capacity;
    struct statistics_row total;
};

/* Who is behind one figure: LISTING_COUNTED lists them. */
struct statistics_part {
    struct statistics_scope scope;
    enum figure figure;
    bool whole; /* of the total; else of the row of that key */
    enum statistics_by by;
    const char *key;
    const char *period; /* of its meetings; NULL: of all */
    int64_t people;     /* how many they are, as was counted; 0: not known */
};

/* Adds a zeroed row; what it is given it owns. */
struct statistics_row *statistics_add(struct statistics *statistics);
/* Counts people into a row who are alike; `kept`: somebody was marked at their meetings.
 */
void statistics_row_add(struct statistics_row *row, enum registration_state state,
                        enum outcome outcome, bool kept, int64_t people);
/* Adds to a row what is in another one. */
void statistics_row_sum(struct statistics_row *row, const struct statistics_row *other);
/* When all are counted: leaves out who came, if only those are wanted who never do, and
 * adds up the total. */
void statistics_end(struct statistics *statistics, bool never);
void statistics_clear(struct statistics *statistics);

/* Of a hundred who were asked, how many came; -1 when nobody was marked. */
int statistics_rate(const struct statistics_row *row);

/* The columns of such figures: what the row is about, the figures and the rate. */
const struct listing *statistics_listing(const struct statistics_wish *wish);
/* Fills a zeroed page with the rows in those columns: listing_page_clear(). */
void statistics_fill_page(const struct statistics *statistics,
                          const struct listing *listing, struct listing_page *page);

#endif
