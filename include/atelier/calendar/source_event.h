/* SPDX-License-Identifier: GPL-3.0-or-later */
/* source_event.h - one event that a file brings, as plain facts
 *
 * The sister of struct calendar_event, which is written.  A file may say less, and
 * stranger things: its times have four kinds, its texts are not tidied.
 */
#ifndef ATELIER_CALENDAR_SOURCE_EVENT_H
#define ATELIER_CALENDAR_SOURCE_EVENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "atelier/base/civil.h"
#include "atelier/calendar/calendar_event.h"
#include "atelier/calendar/zone.h"

enum source_time_kind {
    SOURCE_NO_TIME,
    SOURCE_DATE,    /* a whole day */
    SOURCE_IN_ZONE, /* what clocks show there */
    SOURCE_IN_UTC,  /* an instant; nobody said which clocks people look at */
    SOURCE_FLOATING /* what clocks show, wherever somebody is */
};

struct source_time {
    enum source_time_kind kind;
    struct local_time local; /* by the clocks of its kind; midnight of a date */
    const struct zone *zone; /* of SOURCE_IN_ZONE alone; lives as long as the source */
};

/* How long something lasts.  Days are counted on the calendar, seconds by a stopwatch:
 * P1D is 23 hours when clocks go forward, PT24H is not. */
struct source_duration {
    bool is_known;
    int64_t days;
    int64_t seconds;
};

/* One value of RDATE or EXDATE. */
struct source_period {
    struct source_time start;
    struct source_time end; /* SOURCE_NO_TIME: lasts as the event does */
    struct source_duration duration;
};

struct source_period_list {
    struct source_period *items;
    size_t count;
    size_t capacity;
};

enum source_role { SOURCE_REQUIRED, SOURCE_OPTIONAL, SOURCE_CHAIR, SOURCE_INFORMED };
enum source_answer {
    SOURCE_UNANSWERED,
    SOURCE_ACCEPTED,
    SOURCE_DECLINED,
    SOURCE_UNSURE,
    SOURCE_DELEGATED
};

struct source_person {
    char *name;    /* or NULL */
    char *mail;    /* without mailto:, or NULL */
    char *address; /* what stands there instead of a mail; or NULL */
    enum source_role role;
    enum source_answer answer;
    bool is_thing; /* a room or a resource */
    bool is_group; /* several people */
};

struct source_text_list {
    char **items;
    size_t count;
    size_t capacity;
};

/* Another version of an event, or of a change of an occurrence, that is not taken. */
struct source_passed {
    int64_t line;
    bool is_older; /* else nothing says which is newer, and the last in the file is taken
                    */
};

struct source_event {
    int64_t line; /* on which it begins */
    char *uid;
    int64_t sequence;
    instant stamp; /* DTSTAMP: when this version was written; INSTANT_NONE: not told */
    struct source_time start;
    struct source_time end; /* or duration, or neither */
    struct source_duration duration;

    struct source_time recurrence; /* RECURRENCE-ID: which occurrence this one replaces */
    bool and_later;                /* RANGE=THISANDFUTURE: it moves those behind it too */
    struct source_text_list rules; /* values of RRULE */
    struct source_period_list added;
    struct source_period_list removed;

    char *summary; /* texts are NULL when missing, valid UTF-8, without control
                    * characters but line breaks and tabs */
    char *description;
    char *reason; /* why this program has it postponed or cancelled: the description
                   * begins with it */
    char *location;
    char *url;
    char *conference;     /* the first that can be opened in a browser, else the first */
    char *own_conference; /* as its program has it in a property of its own */
    char *related;        /* the UID of another, as it stands there: RELATED-TO */
    bool names_parent;    /* and it says that this is its parent */
    char *origin; /* of a meeting that this program has from another office: the UID of
                   * the event that it was first */
    int64_t origin_sequence; /* that it follows of that event; 0: it does not say */
    struct source_text_list categories;
    struct source_person organizer;
    struct source_person *people; /* only when asked for */
    size_t people_count;
    size_t people_capacity;
    bool has_status;
    enum calendar_status status;
    enum calendar_class access;
    bool transparent;
    struct source_text_list wrong; /* what cannot be read beside its times, in whole
                                    * sentences: the event is told without it */
    bool has_comments;    /* COMMENT, but for the reasons of calendar_source_copy() */
    bool has_attachments; /* ATTACH */
    bool is_free;         /* its program says that it takes no time */
    bool is_whole_day;    /* its program says so, whatever hours it wrote */
    bool is_taken_back;   /* it stands in a message of METHOD:CANCEL */
    struct source_passed *passed; /* when the file has it several times */
    size_t passed_count;
    size_t passed_capacity;
};

/* Which version is newer (RFC 5546 section 2.1.5): below 0 when the first is older, 0
 * when neither SEQUENCE nor DTSTAMP tells. */
int source_version_compare(int64_t sequence, instant stamp, int64_t other_sequence,
                           instant other_stamp);
int source_event_compare(const struct source_event *one,
                         const struct source_event *other);

/* The first is taken and the second passed over: it is cleared. */
void source_event_pass(struct source_event *taken, struct source_event *passed);

/* One more sentence of what is wrong; beyond some dozens nobody reads them. */
void source_event_add_wrong(struct source_event *event, const char *sentence);

void source_event_clear(struct source_event *event);

#endif
