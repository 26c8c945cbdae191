/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pace.c - frames as the line carries them */
#include "terminal/pace.h"

enum {
    REPEAT_WITHIN = 50, /* the same key again: it is held down */
    REST_AFTER = 38,    /* longer than keyboards take to repeat: it was released */
    FRAME = 84,
    ANSWER_WITHIN = 3000, /* a frame and its answer on the slowest line */
    PROBE_WITHIN = 1000,  /* the same where it is not known whether one will come */
    PROBE_ESCAPE = 150,   /* and as long as an Esc may wait there */
    JITTER = 100,
    SLOW = 150,
    FAR_BEHIND = 1000
};

void
pace_key(struct pace *pace, bool same, int64_t now)
{
    pace->same = same;
    pace->repeats = same && now - pace->key_at < REPEAT_WITHIN;
    pace->behind = pace->behind && pace->repeats;
    pace->key_at = now;
}

/* When the terminal is no longer waited for. */
static int64_t
answer_ends(const struct pace *pace)
{
    return pace->asked_at + (pace->answers ? ANSWER_WITHIN : PROBE_WITHIN);
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

int64_t
pace_next(const struct pace *pace, bool dirty)
{
    int64_t rest = pace->key_at + REST_AFTER;

    if (!dirty && !pace->owes)
        return INT64_MAX;
    if (!pace->same)
        return 0;
    int64_t at = !dirty ? rest : pace->repeats ? sooner(pace->frame_at + FRAME, rest) : 0;
    return pace->asked ? later(at, answer_ends(pace)) : at;
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
    if (pace->asked && now >= answer_ends(pace))
        pace->asked = pace->answers = false; /* until it answers again */
    if (!pace->repeats || pace->asked || (pace->probed && !pace->answers))
        return false;
    pace->asked = pace->probed = true;
    pace->asked_at = now;
    return true;
}

void
pace_answer(struct pace *pace, int64_t now)
{
    int64_t took = now - pace->asked_at;

    pace->answers = true;
    if (!pace->asked)
        return;
    pace->asked = false;
    if (!pace->timed || took < pace->quickest)
        pace->quickest = took;
    pace->timed = true;
    /* A long way makes every answer late; only a full line makes some later. */
    if (took > 2 * pace->quickest + JITTER || took > FAR_BEHIND)
        pace->behind = true;
}

int64_t
pace_awaits_until(const struct pace *pace)
{
    if (!pace->asked)
        return 0;
    return pace->asked_at + (pace->answers ? ANSWER_WITHIN : PROBE_ESCAPE);
}
