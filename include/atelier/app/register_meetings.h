/* SPDX-License-Identifier: GPL-3.0-or-later */
/* register_meetings.h - people onto the lists of several meetings, in one act
 *
 * Rule 11: whom the rules of a meeting refuse there is passed over with the reason, and
 * what a dry run tells is what the act does.
 */
#ifndef ATELIER_APP_REGISTER_MEETINGS_H
#define ATELIER_APP_REGISTER_MEETINGS_H

#include "atelier/app/register.h"

/* What is answered to the question of that text, or with that id, at each meeting that
 * asks it. */
struct meetings_answer {
    const char *question;
    const char *text;
};

struct meetings_request {
    const int64_t *meetings; /* each once */
    size_t meeting_count;
    const int64_t *persons;
    size_t person_count;
    enum registration_role role;
    enum registration_source source;
    const char *note;
    const struct meetings_answer *answers; /* of each person */
    size_t answer_count;
    struct questions *questions; /* of all of them; NULL: nothing can be answered */
    bool dry_run;                /* tells, and writes nothing */
};

/* One person at one meeting. */
struct meetings_row {
    int64_t meeting;
    int64_t person;
    struct register_outcome outcome;
    struct error refusal; /* of kind ERROR_NONE: they are on that list, or were already */
};

/* An answer that a meeting does not ask for: people are on its list without it. */
struct meetings_unasked {
    int64_t meeting;
    const char *question; /* of the request */
};

/* Starts as zeros; meetings_outcome_clear() frees it. */
struct meetings_outcome {
    struct meetings_row *rows; /* meeting by meeting */
    size_t count;
    size_t done;    /* on a list on which they were not */
    size_t already; /* on the list already */
    size_t refused;
    struct meetings_unasked *unasked; /* meeting by meeting */
    size_t unasked_count;
};

/* The meetings of a group that are to come and have a day, the next first; the caller
 * frees *ids. */
bool register_meetings_find(struct atelier *at, int64_t group, int64_t **ids,
                            size_t *count, struct error *err);

/* False: nothing was done.  Nobody whom it changes anything for is no error.
 * ERROR_NOT_FOUND: none of the meetings asks one of the questions that are answered;
 * what is no answer to one refuses all of it. */
bool register_meetings(struct atelier *at, const struct meetings_request *request,
                       struct meetings_outcome *outcome, struct error *err);
void meetings_outcome_clear(struct meetings_outcome *outcome);

/* Adds a line a meeting and state, or reason, and one for each answer that it does not
 * ask for; of each at most so many by name. */
void meetings_outcome_say(struct atelier *at, const struct meetings_outcome *outcome,
                          size_t names, struct buffer *text);

#endif
