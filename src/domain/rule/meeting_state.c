/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meeting_state.c - from which state a meeting may pass into which, and what its calendar
 * owes it */
#include <string.h>

#include "atelier/base/language.h"
#include "atelier/domain/meeting.h"

/* The state after an act, plus one, so that what is not named is refused. */
#define TO(state) ((state) + 1)

static const int passages[MEETING_STATE_COUNT][MEETING_ACT_COUNT] = {
    [MEETING_DRAFT] = { [MEETING_CONFIRM] = TO(MEETING_CONFIRMED),
                        [MEETING_CANCEL] = TO(MEETING_CANCELLED) },
    [MEETING_CONFIRMED] = { [MEETING_POSTPONE] = TO(MEETING_POSTPONED),
                            [MEETING_CANCEL] = TO(MEETING_CANCELLED),
                            [MEETING_HOLD] = TO(MEETING_HELD) },
    [MEETING_POSTPONED] = { [MEETING_CONFIRM] = TO(MEETING_CONFIRMED),
                            [MEETING_CANCEL] = TO(MEETING_CANCELLED) },
    [MEETING_HELD] = { [MEETING_CLOSE] = TO(MEETING_CLOSED) },
    [MEETING_CLOSED] = { [MEETING_REOPEN] = TO(MEETING_HELD) },
};

static const char *const possibilities[MEETING_STATE_COUNT] = {
    [MEETING_DRAFT] = N_("The meeting is a draft: it can be confirmed or cancelled."),
    [MEETING_CONFIRMED] = N_(
        "The meeting is confirmed: it can be postponed, cancelled or recorded as held."),
    [MEETING_POSTPONED] =
        N_("The meeting is postponed: it can be confirmed again or cancelled."),
    [MEETING_CANCELLED] =
        N_("The meeting is cancelled: undo that or plan another meeting."),
    [MEETING_HELD] = N_("The meeting was held: it can only be closed."),
    [MEETING_CLOSED] =
        N_("The meeting is closed: its list is final until an administrator reopens it; "
           "its report can still be written."),
};

const char *
meeting_state_refuses(enum meeting_state state, enum meeting_act act)
{
    return passages[state][act] == 0 ? _(possibilities[state]) : NULL;
}

bool
meeting_state_after(enum meeting_state state, enum meeting_act act,
                    enum meeting_state *after, struct error *err)
{
    const char *why_not = meeting_state_refuses(state, act);

    if (why_not)
        return error_set(err, ERROR_RULE, "%s", why_not);
    *after = (enum meeting_state)(passages[state][act] - 1);
    return true;
}

bool
meeting_act_wants_reason(enum meeting_act act)
{
    return act == MEETING_POSTPONE || act == MEETING_CANCEL || act == MEETING_REOPEN;
}

bool
meeting_is_open(const struct meeting *meeting)
{
    return meeting->state != MEETING_CANCELLED && meeting->state != MEETING_CLOSED;
}

static bool
text_equal(const char *a, const char *b)
{
    if (!a || !b)
        return a == b;
    return strcmp(a, b) == 0;
}

bool
meeting_is_undecided(const struct meeting *meeting)
{
    return meeting->state == MEETING_DRAFT || meeting->state == MEETING_CONFIRMED;
}

bool
meeting_state_is_to_come(enum meeting_state state)
{
    switch (state) {
    case MEETING_DRAFT:
    case MEETING_CONFIRMED:
    case MEETING_POSTPONED:
        return true;
    case MEETING_CANCELLED:
    case MEETING_HELD:
    case MEETING_CLOSED:
    case MEETING_STATE_COUNT:
        break;
    }
    return false;
}

bool
meeting_state_took_place(enum meeting_state state)
{
    switch (state) {
    case MEETING_HELD:
    case MEETING_CLOSED:
        return true;
    case MEETING_DRAFT:
    case MEETING_CONFIRMED:
    case MEETING_POSTPONED:
    case MEETING_CANCELLED:
    case MEETING_STATE_COUNT:
        break;
    }
    return false;
}

bool
meeting_is_past_offers(const struct meeting *meeting)
{
    return !meeting_state_is_to_come(meeting->state);
}

bool
meeting_takes_place(const struct meeting *meeting)
{
    return meeting->state != MEETING_CANCELLED && meeting->state != MEETING_POSTPONED;
}

bool
meeting_is_of_day(const struct meeting *meeting, struct local_time now)
{
    enum { PAST_ITS_END = 3 * 60 };
    /* At midnight it ends on the day before. */
    const struct date last = local_time_add_minutes(meeting->end, -1).date;

    return meeting_takes_place(meeting) &&
           date_compare(now.date, meeting->start.date) >= 0 &&
           (date_compare(now.date, last) <= 0 ||
            local_time_minutes(meeting->end, now) <= PAST_ITS_END);
}

bool
meeting_waits_for_date(const struct meeting *meeting)
{
    return meeting->state == MEETING_POSTPONED &&
           (local_time_is_none(meeting->postponed_from) ||
            local_time_compare(meeting->postponed_from, meeting->start) == 0);
}

const char *
meeting_refuses_removal(const struct meeting *meeting, bool told)
{
    if ((meeting->state == MEETING_DRAFT && !told) || meeting->cancelled_draft)
        return NULL;
    if (meeting->state == MEETING_CANCELLED)
        return _("The meeting was confirmed once, so it stays: calendars tell that it is "
                 "cancelled.");
    return _("The meeting was confirmed, so it stays: cancel it instead, and calendars "
             "tell that it was cancelled.");
}

enum meeting_status
meeting_status(enum meeting_state state)
{
    switch (state) {
    case MEETING_DRAFT:
    case MEETING_POSTPONED:
        return MEETING_STATUS_TENTATIVE;
    case MEETING_CONFIRMED:
    case MEETING_HELD:
    case MEETING_CLOSED:
        return MEETING_STATUS_CONFIRMED;
    case MEETING_CANCELLED:
        return MEETING_STATUS_CANCELLED;
    case MEETING_STATE_COUNT:
        break;
    }
    return MEETING_STATUS_CONFIRMED;
}

bool
meeting_sequence_rises(const struct meeting *before, const struct meeting *after)
{
    return before->start_at != after->start_at || before->end_at != after->end_at ||
           local_time_compare(before->start, after->start) != 0 ||
           local_time_compare(before->end, after->end) != 0 ||
           !text_equal(before->zone, after->zone) || before->room != after->room ||
           !text_equal(before->place, after->place) ||
           !text_equal(before->link, after->link) ||
           meeting_status(before->state) != meeting_status(after->state);
}
