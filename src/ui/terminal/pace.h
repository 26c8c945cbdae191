/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pace.h - when the next frame may go, so that a held key does not run ahead of the line
 *
 * The first press is painted at once.  While the key repeats there are at most twelve
 * frames a second, and after each the terminal is asked to answer: the next one waits
 * until what was sent has arrived.  So no more than one frame is under way, on any
 * line, also through ssh, where the program cannot see what waits to be sent.  A
 * terminal that does not answer within a second is not waited for again.
 *
 * Times are milliseconds of the caller's clock, above 0; nothing here looks at one.
 */
#ifndef ATELIER_UI_PACE_H
#define ATELIER_UI_PACE_H

#include <stdbool.h>
#include <stdint.h>

struct pace {
    int64_t key_at, frame_at;
    bool same;    /* the key is the one before */
    bool repeats; /* and came so soon that it is held down */
    bool owes;    /* the last frame left something out */

    bool asked;   /* and not answered yet */
    bool probed;  /* asked once, or known not to answer */
    bool thin;    /* the line is known to carry little */
    bool answers; /* the terminal does */
    bool timed;   /* quickest holds something */
    bool behind;  /* the line carries less than the key asks for */
    int64_t asked_at;
    int64_t quickest; /* the least time that an answer took */
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

/* Until when an answer may come; no Esc is taken for a key before, as it may begin one.
 * 0 when none is awaited. */
int64_t pace_awaits_until(const struct pace *pace);

#endif
