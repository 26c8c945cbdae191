/* SPDX-License-Identifier: GPL-3.0-or-later */
/* shift.h - staff at work as processes of their own, and what they have said is done
 *
 * Each says what came of a deed after the call returned, through a pipe that outlives
 * it: what was said is acknowledged, whatever happens to who said it.
 */
#ifndef ATELIER_TESTS_SHIFT_H
#define ATELIER_TESTS_SHIFT_H

#include <stddef.h>
#include <sys/types.h>

#include "fire/deed.h"

struct shift {
    const char *database;
    struct deed_place place;
    unsigned staff; /* how many are at work */
    unsigned seed;
    pid_t pids[DEED_STAFF];
    unsigned lives[DEED_STAFF];
    size_t heard[DEED_STAFF]; /* what was done in the present life, and said */
    const char
        *awaited; /* in the sentences of failures that are meant to come, or NULL */
    int pipe[2];
    /* What was done, in the order in which it was heard. */
    struct deed *done;
    size_t done_count, done_room;
    size_t refused, failed;
    size_t unexpected; /* of the failures */
    char why[160];     /* the last of these */
    double longest;
};

/* Nobody is at work yet. */
void shift_init(struct shift *shift, const char *database, unsigned staff, unsigned seed);
/* Somebody begins, or begins again after having died. */
void shift_begin(struct shift *shift, unsigned staff);
/* Kills with SIGKILL and waits for the end. */
void shift_kill(struct shift *shift, unsigned staff);
/* Kills all at the same moment, and hears what they said last. */
void shift_end(struct shift *shift);

/* Says what came of a deed; for processes that are not begun here. */
void shift_say(const struct shift *shift, const struct deed *deed);

/* Hears what is said, for so many seconds, and all that has been said before. */
void shift_listen(struct shift *shift, double seconds);
/* Hears until anybody has come to the end of a deed, whatever came of it; false when
 * nobody did for so long. */
bool shift_hear_any(struct shift *shift, double seconds);
/* Hears until each member of staff has done something from now on; false when one of them
 * did nothing for so long. */
bool shift_hear_all(struct shift *shift, double seconds);

void shift_clear(struct shift *shift);

#endif
