/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sample_story.h - the acts that fill the sample network, in the order of time
 *
 * Who planned which meeting when, who was invited, who answered: first made
 * as a list, then sorted, then played through the app layer, so that the
 * journal of the sample reads like that of an office.
 */
#ifndef ATELIER_APP_SAMPLE_STORY_H
#define ATELIER_APP_SAMPLE_STORY_H

#include <stdbool.h>
#include <stddef.h>

#include "atelier/base/civil.h"
#include "atelier/domain/presence.h"

enum sample_deed {
    DEED_PLAN,
    DEED_CONFIRM,
    DEED_CONVENE,
    DEED_PROGRAMME, /* workshops and what all share */
    DEED_REGISTER,
    DEED_DECLINE,
    DEED_WITHDRAW,
    DEED_DIVIDE, /* the long day of the digital meeting, in two slots */
    DEED_MARK,   /* who is there, or not */
    DEED_WISH,   /* for workshops */
    DEED_ASSIGN, /* seats in workshops, by the wishes */
    DEED_JOIN,   /* a workshop, without a wish, once seats were given */
    DEED_REPORT, /* what was said is noted */
    DEED_FINAL,  /* the report of the digital meeting is final */
    DEED_FINISH  /* held, cancelled or postponed, as the table says */
};

struct sample_act {
    instant at;
    size_t order; /* keeps acts of the same second in the order in which they were made */
    enum sample_deed deed;
    size_t meeting; /* index in sample_meetings; SAMPLE_DIGITAL for the fixed one */
    size_t person;  /* index among the sample's people */
    enum presence_kind kind; /* DEED_MARK */
    size_t slot;             /* DEED_MARK: of a meeting that is divided, which one */
};

struct sample_story {
    struct sample_act *acts;
    size_t count;
    size_t capacity;
};

#define SAMPLE_DIGITAL ((size_t)-1)

/* Who may be in it: so many people, and which of them are of a meeting's group. */
struct sample_cast {
    size_t people;
    bool (*is_member)(const void *context, const char *group, size_t person);
    const void *context;
};

/* The acts up to `now`, oldest first.  The caller clears it. */
void sample_story_tell(struct sample_story *story, instant now,
                       const struct sample_cast *cast);
void sample_story_clear(struct sample_story *story);

/* The day on which the network was founded: before any act. */
struct date sample_founding_day(instant now);

/* The day of a meeting of the table. */
struct date sample_meeting_day(size_t meeting, instant now);

#endif
