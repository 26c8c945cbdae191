/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pace.c - frames as the line carries them */
#include "terminal/pace.h"

#include <string.h>

enum {
    REPEAT_WITHIN = 50, /* the same key again: it is held down */
    REST_AFTER = 38,    /* longer than keyboards take to repeat: it was released */
    FRAME = 84,
    ANSWER_WITHIN = 3000, /* a frame and its answer on the slowest line */
    PROBE_WITHIN = 1000,  /* the same where it is not known whether one will come */
    PROBE_ESCAPE = 150,   /* and as long as an Esc may wait there */
    JITTER = 100,
    QUEUED_AFTER = 50, /* an answer so much later than the quickest waited behind bytes */
    SLOW = 150,
    FAR_BEHIND = 1000
};

void
pace_key(struct pace *pace, bool same, int64_t now)
{
    pace->same = same;
    pace->repeats = same && now - pace->key_at < REPEAT_WITHIN;
    pace->behind = pace->behind && pace->repeats;
    pace->queues = pace->queues && pace->repeats;
    pace->key_at = now;
}

int64_t
pace_answer_ends(const struct pace *pace)
{
    if (pace->asked == 0)
        return 0;
    return pace->questions[0].at + (pace->answers ? ANSWER_WITHIN : PROBE_WITHIN);
}

static int64_t
later(int64_t a, int64_t b)
{
    return a > b ? a : b;
}

static int64_t
sooner(int64_t a, int64_t b)
{
    return a < b ? a : b;
}

/* Whether a frame at that time would wait behind one that is under way: a long way holds
 * several at once, a full line none. */
static bool
is_full(const struct pace *pace, int64_t at)
{
    if (pace->asked == 0)
        return false;
    return !pace->timed || pace->asked > pace->more ||
           at > pace->questions[0].at + pace->quickest + QUEUED_AFTER;
}

int64_t
pace_next(const struct pace *pace, bool dirty)
{
    int64_t rest = pace->key_at + REST_AFTER;

    if (!dirty && !pace->owes)
        return INT64_MAX;
    if (!pace->same)
        return 0;
    int64_t at = !dirty ? rest : pace->repeats ? sooner(pace->frame_at + FRAME, rest) : 0;
    return is_full(pace, later(at, pace->key_at)) ? later(at, pace_answer_ends(pace))
                                                  : at;
}

bool
pace_is_hurried(const struct pace *pace, int64_t now)
{
    return pace->behind && pace->repeats && now - pace->key_at < REST_AFTER;
}

bool
pace_is_slow(const struct pace *pace)
{
    return pace->thin || (pace->timed && pace->quickest > SLOW);
}

bool
pace_frame(struct pace *pace, bool hurried, int64_t now)
{
    pace->frame_at = now;
    pace->owes = hurried;
    if (pace->asked > 0 && now >= pace_answer_ends(pace)) {
        pace->asked = 0;
        pace->answers = false; /* until it answers again */
    }
    if (!pace->repeats || pace->asked > pace->more || (pace->probed && !pace->answers))
        return false;
    pace->probed = true;
    pace->questions[pace->asked].at = now;
    pace->questions[pace->asked].behind = pace->asked;
    pace->asked++;
    return true;
}

/* One frame beside another is tried after an answer in time; yet one more when the answer
 * to that was in time too, though it came behind the others. */
static void
widen(struct pace *pace, int64_t took, size_t behind)
{
    if (took > pace->quickest + QUEUED_AFTER) {
        pace->queues = true;
        pace->more = 0;
    } else if (!pace->queues && behind >= pace->more && pace->more + 1 < PACE_UNDER_WAY)
        pace->more++;
}

void
pace_answer(struct pace *pace, int64_t now)
{
    pace->answers = true;
    if (pace->asked == 0)
        return;
    const int64_t took = now - pace->questions[0].at;
    const size_t behind = pace->questions[0].behind;
    pace->asked--;
    memmove(pace->questions, pace->questions + 1,
            pace->asked * sizeof(pace->questions[0]));
    if (!pace->timed || took < pace->quickest)
        pace->quickest = took;
    pace->timed = true;
    widen(pace, took, behind);
    /* A long way makes every answer late; only a full line makes some later. */
    if (took > 2 * pace->quickest + JITTER || took > FAR_BEHIND)
        pace->behind = true;
}

int64_t
pace_awaits_until(const struct pace *pace)
{
    if (pace->asked == 0)
        return 0;
    return pace->questions[pace->asked - 1].at +
           (!pace->answers || !pace->timed
                ? PROBE_ESCAPE
                : sooner(2 * pace->quickest + JITTER, ANSWER_WITHIN));
}
