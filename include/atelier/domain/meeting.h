/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meeting.h - a meeting of a working group: its facts, its states, what its calendar owes
 * it */
#ifndef ATELIER_DOMAIN_MEETING_H
#define ATELIER_DOMAIN_MEETING_H

#include "atelier/domain/entity.h"

/* By these numbers the file knows them: they never change. */
enum meeting_state {
    MEETING_DRAFT = 0,
    MEETING_CONFIRMED = 1,
    MEETING_POSTPONED = 2,
    MEETING_CANCELLED = 3,
    MEETING_HELD = 4,
    MEETING_CLOSED = 5,
    MEETING_STATE_COUNT
};

/* How long one is where its group does not say. */
enum { MEETING_USUAL_MINUTES = 180 };

/* Of more days than the first a planner is asked whether the end is right; of more than
 * the second what a calendar holds is taken only once somebody said so: a leave, a
 * project. */
enum { MEETING_LONG_DAYS = 3, MEETING_STRANGE_DAYS = 14 };

/* By these numbers the file knows them: they never change. */
enum meeting_mode { MODE_ON_SITE = 0, MODE_REMOTE = 1, MODE_HYBRID = 2 };
/* By these numbers the file knows them: they never change. */
enum waiting_mode { WAITING_NONE = 0, WAITING_PROPOSE = 1, WAITING_AUTOMATIC = 2 };

struct meeting {
    struct record head;
    int64_t group;
    int64_t number; /* the how-manieth of its group */
    char *title;
    char *description;
    struct local_time start;
    struct local_time end;
    char *zone;
    int64_t room;
    char *place; /* in words, when no room of ours */
    char *link;  /* of the video conference */
    enum meeting_mode mode;
    enum meeting_state state;
    char *reason;                     /* why it was postponed or cancelled */
    struct local_time postponed_from; /* its start when it was postponed */
    bool cancelled_draft;             /* it was never confirmed: nobody was told of it */
    int64_t seats;                    /* NUMBER_NONE: no limit */
    struct date opens;
    struct date closes;       /* the last day of registration */
    struct date wishes_until; /* the last day on which wishes for workshops count */
    bool approval;            /* registrations wait for a yes */
    enum waiting_mode waiting_list;
    int64_t series;
    instant start_at; /* derived from start and zone; order and clashes */
    instant end_at;
    char *ics_uid; /* made once, never computed again (rule 8) */
    int64_t ics_sequence;
    /* The event of somebody else's calendar that it came from: */
    char *source_uid;
    struct local_time source_start; /* as it first was, by its rule */
    int64_t source_hash;            /* of what the event said when it was last taken */
    int64_t source_sequence;        /* its SEQUENCE then; NUMBER_NONE: not known */
    instant source_stamp;           /* its DTSTAMP then */
};

extern const struct choice meeting_states[];
extern const struct choice meeting_modes[];
extern const struct choice waiting_modes[];
extern const struct entity meeting_entity;

/* What can be done with a meeting as a whole. */
enum meeting_act {
    MEETING_CONFIRM,
    MEETING_POSTPONE,
    MEETING_CANCEL,
    MEETING_HOLD,  /* it took place */
    MEETING_CLOSE, /* its list and report are final (rule 7) */
    MEETING_REOPEN,
    MEETING_ACT_COUNT
};

/* draft -> confirmed -> (postponed | cancelled) | held -> closed; a draft can be
 * cancelled too, a postponed meeting be confirmed again or cancelled, a closed one be
 * reopened, which makes it held.
 * Otherwise ERROR_RULE says what is possible. */
bool meeting_state_after(enum meeting_state state, enum meeting_act act,
                         enum meeting_state *after, struct error *err);

/* The translated sentence that says what is possible instead, or NULL where the act is.
 */
const char *meeting_state_refuses(enum meeting_state state, enum meeting_act act);

/* Whether people will ask why. */
bool meeting_act_wants_reason(enum meeting_act act);

/* Whether its facts and its list may still change: until it is cancelled or closed. */
bool meeting_is_open(const struct meeting *meeting);

/* Whether it is still to be decided if it takes place: a draft, or confirmed. */
bool meeting_is_undecided(const struct meeting *meeting);

/* Whether it is still to take place, on this day or another: undecided or postponed. */
bool meeting_state_is_to_come(enum meeting_state state);

/* Whether it took place: held, or closed after that. */
bool meeting_state_took_place(enum meeting_state state);

/* Held, cancelled or closed: a seat that was offered cannot be accepted any more. */
bool meeting_is_past_offers(const struct meeting *meeting);

/* Whether it takes place as far as one knows: it needs its room, and calendars show it
 * so.
 */
bool meeting_takes_place(const struct meeting *meeting);

/* Whether its door is open by the clock of its zone: from the morning of its first day to
 * the midnight of its last one, or three hours past its end. */
bool meeting_is_of_day(const struct meeting *meeting, struct local_time now);

/* Whether it is postponed, and still stands at the hour at which it will not be. */
bool meeting_waits_for_date(const struct meeting *meeting);

/* Rule 14: NULL while it may be removed, or the translated sentence that says why not:
 * what was ever confirmed is cancelled, for calendars were told of it. */
const char *meeting_refuses_removal(const struct meeting *meeting, bool told);

/* What calendars write as STATUS. */
enum meeting_status {
    MEETING_STATUS_TENTATIVE,
    MEETING_STATUS_CONFIRMED,
    MEETING_STATUS_CANCELLED
};
enum meeting_status meeting_status(enum meeting_state state);

/* Rule 8: whether the calendar's SEQUENCE rises between two versions: start,
 * end, zone, room, place, link or STATUS changed. */
bool meeting_sequence_rises(const struct meeting *before, const struct meeting *after);

/* Changes that a person must be warned of though they are allowed. */
enum meeting_warning {
    MEETING_WARN_SEATS_BELOW_TAKEN = 1, /* rule 3: expels no one */
    MEETING_WARN_ROOM_TOO_SMALL = 2,
    MEETING_WARN_IN_THE_PAST = 4,
    MEETING_WARN_ROOM_TAKEN = 8,  /* another meeting in that room then (rule 5) */
    MEETING_WARN_SEATS_HELD = 16, /* more is held for some than is free */
    MEETING_WARN_LONG = 32,       /* than MEETING_LONG_DAYS: is its end right? */
    MEETING_WARN_ZONE = 64,       /* its room is where clocks show another hour */
    MEETING_WARN_LIST = 128,      /* registration opens or closes once it has begun */
    MEETING_WARN_CLASH = 256,     /* with another meeting, or with its day: see clash.h */
    MEETING_WARN_PROGRAMME = 512  /* a workshop lies outside its hours */
};

#endif
