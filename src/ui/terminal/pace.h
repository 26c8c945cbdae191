/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pace.h - when the next frame may go, so that a held key does not run ahead of the line
 *
 * The first press is painted at once.  While the key repeats there are at most twelve
 * frames a second, and after each the terminal is asked to answer: where the line is
 * full the next one waits until what was sent has arrived, so that no more than one frame
 * is under way, also through ssh, where the program cannot see what waits to be sent.
 * Where the way is only long, answers are late but evenly so, and as many frames are
 * under way as it holds.  A terminal that does not answer within a second is not waited
 * for again.
 *
 * Times are milliseconds of the caller's clock, above 0; nothing here looks at one.
 */
#ifndef ATELIER_UI_PACE_H
#define ATELIER_UI_PACE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { PACE_UNDER_WAY = 8 };

struct pace {
    int64_t key_at, frame_at;
    bool same;    /* the key is the one before */
    bool repeats; /* and came so soon that it is held down */
    bool owes;    /* the last frame left something out */

    size_t asked; /* how often, without an answer yet */
    size_t more;  /* frames that may be under way beside the one */
    bool queues;  /* they were, and waited for one another */
    bool probed;  /* asked once, or known not to answer */
    bool thin;    /* the line is known to carry little */
    bool answers; /* the terminal does */
    bool timed;   /* quickest holds something */
    bool behind;  /* the line carries less than the key asks for */
    struct {
        int64_t at;
        size_t behind;           /* others were under way before it */
    } questions[PACE_UNDER_WAY]; /* the oldest first */
    int64_t quickest;            /* the least time that an answer took */
};

void pace_key(struct pace *pace, bool same, int64_t now);

/* When the next frame may go: 0 when at once; INT64_MAX when nothing is to
 * be painted. */
int64_t pace_next(const struct pace *pace, bool dirty);

/* Whether a frame that goes now should hold little: the line is behind, the key held.
 * What is left out is owed: pace_next() then tells of a frame when the key rests. */
bool pace_is_hurried(const struct pace *pace, int64_t now);

/* Whether every frame should hold little: the line carries 19,200 bits a second or less,
 * or the quickest answer took longer than 150 ms. */
bool pace_is_slow(const struct pace *pace);

/* A frame goes.  True when the terminal is to be asked after it. */
bool pace_frame(struct pace *pace, bool hurried, int64_t now);

void pace_answer(struct pace *pace, int64_t now);

/* Until when no Esc is taken for a key, as it may begin an answer: not as long as one may
 * take, since those that are late come whole.  0 when none is awaited. */
int64_t pace_awaits_until(const struct pace *pace);

/* When the oldest answer is no longer waited for; 0 when none is. */
int64_t pace_answer_ends(const struct pace *pace);

#endif
