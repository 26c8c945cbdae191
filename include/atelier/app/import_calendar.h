/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_calendar.h - meetings from somebody else's calendar, seen before they are
 * written
 *
 * Open the file with what it cannot say itself, judge, look at every row, then run: all
 * rows are one act of the journal and are undone as one (rule 11).
 *
 * A row is a meeting: an event, or an occurrence of one that is repeated.  With it is
 * kept which it is, so that it is known again: changed and never doubled.  What the
 * office changed by hand stays as long as the event stays as it was.
 */
#ifndef ATELIER_APP_IMPORT_CALENDAR_H
#define ATELIER_APP_IMPORT_CALENDAR_H

#include <stddef.h>
#include <stdint.h>

#include "atelier/app/atelier.h"
#include "atelier/base/work.h"
#include "atelier/domain/import.h"
#include "atelier/domain/meeting.h"

struct calendar_import;
struct calendar_mend_list;

enum { CALENDAR_IMPORT_ROWS = 20000, CALENDAR_IMPORT_YEARS = 1 };

/* What seems a slip: an end that is far away, a start that the event's own rule does not
 * give, a title that says it is cancelled. */
enum {
    CALENDAR_IMPORT_ENDS = 1 << 0,
    CALENDAR_IMPORT_STARTS = 1 << 1,
    CALENDAR_IMPORT_TITLES = 1 << 2
};

/* What the file cannot say, or is asked of it.  Zeroed but for the group: a year from
 * today on, and every time that is not certain is doubtful. */
struct calendar_import_choice {
    int64_t group;
    struct date from; /* both belong to it */
    struct date until;
    const char *zone;     /* of times without one, and of days; or NULL */
    const char *utc_zone; /* by whose clocks people look at times in UTC; or NULL */
    bool has_hours;       /* events that last whole days have these: */
    struct local_time first_hour; /* the clock alone counts */
    struct local_time last_hour;
    bool attendees;      /* onto the list of their meeting */
    bool private;        /* what is marked private or takes no time is taken too */
    bool cut;            /* texts that are too long are cut */
    bool drop_wrong;     /* what cannot be read beside the times is left out */
    unsigned as_written; /* CALENDAR_IMPORT_ENDS and so on: that is no slip */
    bool create_rooms;   /* of the places that are none */
    int64_t venue;       /* of those that name none; 0: calendar_import_venue() */
    const struct calendar_mend_list *mends; /* import_calendar_mend.h; NULL: none */
};

enum calendar_import_deed {
    CALENDAR_IMPORT_NOTHING,
    CALENDAR_IMPORT_ADD,
    CALENDAR_IMPORT_CHANGE,
    CALENDAR_IMPORT_CANCEL,
    CALENDAR_IMPORT_NOTE, /* of the same: which version of the event it is */
    CALENDAR_IMPORT_DEED_COUNT
};

/* What a doubtful row asks, that the choice can say. */
enum calendar_import_question {
    CALENDAR_IMPORT_ASKS_NOTHING,
    CALENDAR_IMPORT_ASKS_UTC,   /* utc_zone */
    CALENDAR_IMPORT_ASKS_ZONE,  /* zone */
    CALENDAR_IMPORT_ASKS_HOURS, /* first_hour, last_hour */
    CALENDAR_IMPORT_ASKS_PRIVATE,
    CALENDAR_IMPORT_ASKS_CUT,
    CALENDAR_IMPORT_ASKS_WRONG, /* drop_wrong; it is refused */
    CALENDAR_IMPORT_QUESTIONS
};

/* A place that is no room of the office.  It comes in words, or as a room that is created
 * in its venue; an address, a way to dial in and the name of a venue are no rooms. */
struct calendar_import_place {
    char *name; /* as the file has it first */
    char *folded;
    size_t number; /* in order of the file */
    int64_t rows;
    bool may_be_room;
    int64_t venue; /* of the room: that which the place names, else the usual; 0: none */
    char *room;    /* what it is called there */
    int64_t here;  /* the room that has that name there already; 0: none */
};

/* Old and new, as canonical texts; NULL: nothing. */
struct calendar_import_change {
    const struct field *field;
    char *before;
    char *after;
};

struct calendar_import_row {
    int64_t line; /* on which the event begins; 0: not known */
    enum import_verdict verdict;
    enum calendar_import_deed deed;
    enum calendar_import_question asks;
    char *reason; /* refused, doubtful, and of others where there is something to say */
    struct buffer notes;    /* what was taken otherwise than the file has it, a sentence a
                             * line */
    struct meeting meeting; /* as it would be; of a known one with its id */
    bool is_part; /* one day or slot of a meeting of this office, with these hours: */
    struct local_time part_start;
    struct local_time part_end;
    bool has_no_hours; /* its start and end are days, both belong to it */
    bool is_off;       /* cancelled there, and not known here: nothing comes of it */
    bool is_in_utc;    /* nobody said by which clocks people come */
    const struct calendar_import_place
        *new_room; /* created for it, when asked; or NULL */
    bool confirms; /* it was a draft or postponed, and the calendar says that it takes
                    * place */
    struct calendar_import_change *changes;
    size_t change_count;
    size_t change_capacity;
    /* What the office changed since the event was imported, which says there what it said
     * then: it stays.  What stays, and what the calendar has. */
    struct calendar_import_change *stays;
    size_t stay_count;
    size_t stay_capacity;
    struct buffer warnings; /* after a run or a rehearsal: as plan_warnings() says */
};

/* The hours of whole days as people write them: 9:30-17:00.  ERROR_INPUT, field "hours".
 */
bool calendar_import_read_hours(const char *text, struct calendar_import_choice *choice,
                                struct error *err);

/* Adds them as they are read. */
void calendar_import_add_hours(const struct calendar_import_choice *choice,
                               struct buffer *text);

/* What is taken as it is written, as people write it: ends,starts,titles.  ERROR_INPUT,
 * field "as-written". */
bool calendar_import_read_as_written(const char *text,
                                     struct calendar_import_choice *choice,
                                     struct error *err);

/* Reads the whole file, and what takes place from day to day.  ERROR_INPUT when it is no
 * calendar, a zone or a window makes no sense, or there are too many rows. */
struct calendar_import *calendar_import_open(struct atelier *at, const char *path,
                                             const struct calendar_import_choice *choice,
                                             struct error *err);

/* The same, told how far it is; ERROR_CANCELLED when it is stopped. */
struct calendar_import *
calendar_import_open_told(struct atelier *at, const char *path,
                          const struct calendar_import_choice *choice,
                          work_progress *progress, void *context, struct error *err);
void calendar_import_free(struct calendar_import *import); /* NULL is fine */

/* The choice, with the window that was taken. */
const struct calendar_import_choice *
calendar_import_choice(const struct calendar_import *import);

/* What a person should know of the file, a sentence a line; "" when there is nothing. */
const char *calendar_import_notes(const struct calendar_import *import);

/* Judges every row against the database; writes nothing.  Stopped, it is to be judged
 * again before anything else. */
bool calendar_import_judge(struct calendar_import *import, work_progress *progress,
                           void *context, struct error *err);

size_t calendar_import_row_count(const struct calendar_import *import);
const struct calendar_import_row *
calendar_import_row(const struct calendar_import *import, size_t index);

/* Its days and hours as far as the file says them: Tue 16/03/2027 09:30–12:30. */
void calendar_import_add_when(const struct calendar_import_row *row, struct buffer *text);

/* Of which meeting a row is a part, as a sentence; nothing of another row. */
void calendar_import_add_whole(const struct calendar_import_row *row,
                               struct buffer *text);

/* Without what is cancelled and was never known, which is nothing that is the same. */
void calendar_import_counts(const struct calendar_import *import,
                            int64_t counts[IMPORT_VERDICT_COUNT]);

int64_t calendar_import_off_count(const struct calendar_import *import);

/* Meetings: one of which several parts change is one. */
void calendar_import_deeds(const struct calendar_import *import,
                           int64_t counts[CALENDAR_IMPORT_DEED_COUNT]);

/* Places that are no rooms of the office, each once, those of the most rows first.  Rows
 * that take no place count for none: a meeting of this office, what is off.  Where
 * rooms are created, what is a room of the venue already is none of them. */
const struct calendar_import_place *
calendar_import_places(const struct calendar_import *import, size_t *count);

/* Where rooms are created for places that name no venue: that of the choice, else of the
 * group's usual room, else the only one of the office; 0: it is to be chosen. */
int64_t calendar_import_venue(const struct calendar_import *import);

/* How many places may be rooms, and how many of these name no venue. */
size_t calendar_import_room_count(const struct calendar_import *import, size_t *homeless);

struct calendar_import_outcome {
    int64_t added; /* meetings */
    int64_t changed;
    int64_t cancelled;
    int64_t noted;      /* newer there, and nothing that people see of it changed */
    int64_t rooms;      /* created */
    int64_t registered; /* attendees who accepted, on the list now */
    int64_t invited;
    int64_t declined;
    int64_t full;    /* not registered: no seat, or no registration at present */
    int64_t other;   /* whose answer there is not what is known here, which stays */
    int64_t unknown; /* attendees that no person of ours, or several, may be */
};

/* Writes the new and changed rows in one transaction, in order of their start.
 * ERROR_CONFLICT when a colleague's act since changed a verdict: judge again and look. */
bool calendar_import_run(struct calendar_import *import, work_progress *progress,
                         void *context, struct calendar_import_outcome *outcome,
                         struct error *err);

/* What a run would do and answer now: it is done, counted and taken back (rule 11). */
bool calendar_import_rehearse(struct calendar_import *import, work_progress *progress,
                              void *context, struct calendar_import_outcome *outcome,
                              struct error *err);

/* How many events have a doubtful or refused row.  What the file has no more is none of
 * them: there is nothing to send back. */
size_t calendar_import_left_out(const struct calendar_import *import);

/* Writes these as a calendar, each as it stands in the file with its reason in a COMMENT:
 * to be mended, or sent back.  The file must not be there yet: ERROR_EXISTS.  ERROR_RULE
 * when nothing is left out, and no file comes of it. */
bool calendar_import_save_refused(const struct calendar_import *import, const char *path,
                                  size_t *events, struct error *err);

/* Whether such a file could be written there. */
bool calendar_import_can_save_refused(const struct calendar_import *import,
                                      const char *path, struct error *err);

#endif
