/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_calendar_state.h - what a calendar being imported holds; private to its files */
#ifndef ATELIER_APP_IMPORT_CALENDAR_STATE_H
#define ATELIER_APP_IMPORT_CALENDAR_STATE_H

#include "atelier/app/import_calendar_mend.h"
#include "atelier/calendar/calendar_source.h"
#include "atelier/domain/slot.h"
#include "atelier/store/meeting_source_table.h"
#include "calendar/import_place.h"
#include "session/session.h"

/* Somebody whom an event names. */
struct imported_person {
    char *mail; /* NULL: there is none, or they are several */
    char *name; /* of one without a mail; or NULL */
    bool is_group;
    enum source_answer answer;
};

/* A day or slot of a meeting of this office, as it is here. */
struct imported_part {
    bool is_one;
    int64_t slot; /* 0: a day */
    int64_t slot_rev;
    struct local_time start;
    struct local_time end;
    size_t move; /* of import_part_move.h, which one, from 1 on; 0: it does not move */
};

/* A row, and what the file says of it. */
struct imported {
    struct calendar_import_row row;
    struct meeting wanted;      /* by the file alone */
    struct local_time original; /* its start as it first was, in the file */
    bool is_judged_once;        /* the file itself decided: refused or doubtful */
    bool is_mended;             /* a person gave what the file has wrong */
    bool is_repeated;
    bool is_confirmed;
    bool is_cancelled;
    bool is_off_by_title; /* it does not say that it is cancelled, but is called so */
    bool is_long;         /* its end is perhaps a slip */
    struct local_time first_by_rule; /* of what begins outside its own rule */
    bool is_postponed;               /* there: its date does not hold */
    bool is_of_other; /* it is a meeting of another group of the office there */
    bool is_private;
    bool is_free; /* who comes is free to come to something else as well */
    bool is_cut;
    bool is_copy;       /* of another office, of the event that it was first */
    bool takes_nothing; /* a meeting of this office, of which it says nothing new: neither
                         * people nor a room come of it */
    struct imported_part part;
    struct imported_person *people;
    size_t people_count;
    size_t people_capacity;
};

/* What this program adds to the events of the group; import_ours.h. */
struct import_ours {
    char *code;
    char *chair;         /* her name, as calendars have it; or NULL */
    struct buffer codes; /* of all groups, each behind and in front of a line break */
};

/* An event of the file, and its rows: they follow one another. */
struct imported_event {
    int64_t line;
    char *uid;     /* tidied; NULL: it cannot be read */
    char *related; /* of one that this program wrote: the event with which it is a part of
                    * a meeting; or NULL */
    char *own_uid; /* of what another office took over, and is known by the UID that it
                    * had first (import_origin.h): its UID in the file; or NULL */
    size_t first;
    size_t count;
    bool is_repeated;
    bool is_alone;      /* occurrences without the event: the file is silent on the
                         * others */
    bool is_called_off; /* a message takes all of it back, however it is repeated */
    int64_t sequence;   /* of its newest part in the file */
    instant stamp;
    bool is_twin;            /* another event of the file has its UID: nothing is taken */
    struct local_time *away; /* original starts, in the weeks of the window, of what takes
                              * place outside it */
    size_t away_count;
};

/* A meeting of this office whose days or slots the file has at other hours. */
struct import_part_move {
    struct meeting after;
    struct slot_list slots; /* that calendars are told of, with their hours then */
    bool is_written;
};

struct import_part_move_list {
    struct import_part_move *items;
    size_t count;
    size_t capacity;
};

struct calendar_import {
    struct atelier *at;
    struct calendar_source *source; /* its events are those of the list below */
    struct calendar_import_choice choice;
    struct calendar_mend_list mends;
    char *zone;
    char *utc_zone;
    char *usual_zone; /* of the group */
    int64_t usual_seats;
    int64_t usual_minutes;
    char *usual_title;
    int64_t usual_venue; /* 0: not known */
    char *name;          /* of the file, for the journal */
    char *path;          /* of the file, whole */
    bool has_own_window; /* it was chosen, and is not the usual year */
    struct import_place_list places;
    struct import_ours ours;
    struct imported **rows; /* in order of the file */
    size_t count;
    size_t capacity;
    size_t file_count; /* of these: from the file; the rest is absent from it */
    struct imported_event *events; /* in order of the file */
    size_t event_count;
    size_t event_capacity;
    struct import_part_move_list moves;
    int64_t outside; /* events that do not take place in the window */
    struct buffer notes;
};

/* Adds a row, to be filled. */
struct imported *import_calendar_add(struct calendar_import *import);
void imported_free(struct imported *imported);

/* What a row says is replaced; the format's sentence is its reason. */
void imported_say(struct imported *imported, enum import_verdict verdict,
                  const char *format, ...) __attribute__((format(printf, 3, 4)));
void imported_forget(struct imported *imported);
/* The same of a row that waits for an answer. */
void imported_ask(struct imported *imported, enum calendar_import_question question,
                  const char *reason);

/* Whether nobody but a person can tell, who may mend it. */
bool imported_is_strange(const struct imported *imported);

/* The same beside the verdict and the changes: a sentence more. */
void imported_remark(struct imported *imported, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

#endif
