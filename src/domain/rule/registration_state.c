/* SPDX-License-Identifier: GPL-3.0-or-later */
/* registration_state.c - from which state a registration may pass into which */
#include "atelier/base/language.h"
#include "atelier/domain/registration.h"

enum { ACT_COUNT = REGISTRATION_SUBSTITUTE + 1 };

/* The state after an act, plus one, so that what is not named is refused. */
#define TO(state) ((state) + 1)
#define REVIVED                                                                          \
    {                                                                                    \
        [REGISTRATION_REVIVE] = TO(REGISTRATION_ACCEPTED)                                \
    }

static const int passages[REGISTRATION_STATE_COUNT][ACT_COUNT] = {
    [REGISTRATION_INVITED] = { [REGISTRATION_ACCEPT] = TO(REGISTRATION_ACCEPTED),
                               [REGISTRATION_DECLINE] = TO(REGISTRATION_DECLINED),
                               [REGISTRATION_EXCUSE] = TO(REGISTRATION_EXCUSED),
                               [REGISTRATION_SUBSTITUTE] = TO(REGISTRATION_SUBSTITUTED) },
    [REGISTRATION_PENDING] = { [REGISTRATION_ACCEPT] = TO(REGISTRATION_ACCEPTED),
                               [REGISTRATION_DECLINE] = TO(REGISTRATION_WITHDRAWN),
                               [REGISTRATION_REFUSE] = TO(REGISTRATION_REFUSED),
                               [REGISTRATION_WITHDRAW] = TO(REGISTRATION_WITHDRAWN) },
    [REGISTRATION_WAITING] = { [REGISTRATION_ACCEPT] = TO(REGISTRATION_ACCEPTED),
                               [REGISTRATION_DECLINE] = TO(REGISTRATION_WITHDRAWN),
                               [REGISTRATION_WITHDRAW] = TO(REGISTRATION_WITHDRAWN) },
    [REGISTRATION_OFFERED] = { [REGISTRATION_ACCEPT] = TO(REGISTRATION_ACCEPTED),
                               [REGISTRATION_DECLINE] = TO(REGISTRATION_DECLINED),
                               [REGISTRATION_WITHDRAW] = TO(REGISTRATION_WITHDRAWN),
                               [REGISTRATION_SUBSTITUTE] = TO(REGISTRATION_SUBSTITUTED) },
    [REGISTRATION_ACCEPTED] = { [REGISTRATION_WITHDRAW] = TO(REGISTRATION_WITHDRAWN),
                                [REGISTRATION_DECLINE] = TO(REGISTRATION_WITHDRAWN),
                                [REGISTRATION_EXCUSE] = TO(REGISTRATION_EXCUSED),
                                [REGISTRATION_SUBSTITUTE] =
                                    TO(REGISTRATION_SUBSTITUTED) },
    [REGISTRATION_DECLINED] = REVIVED,
    [REGISTRATION_EXCUSED] = REVIVED,
    [REGISTRATION_REFUSED] = REVIVED,
    [REGISTRATION_LAPSED] = REVIVED,
    [REGISTRATION_WITHDRAWN] = REVIVED,
};

static const char *const possibilities[REGISTRATION_STATE_COUNT] = {
    [REGISTRATION_INVITED] = N_(
        "This person is invited: the registration can be accepted, declined or excused."),
    [REGISTRATION_PENDING] =
        N_("This registration is pending: it can be accepted, refused or withdrawn."),
    [REGISTRATION_WAITING] =
        N_("This person is on the waiting list: the registration can be "
           "accepted or withdrawn."),
    [REGISTRATION_OFFERED] =
        N_("A seat is offered to this person: the offer can be accepted, declined or "
           "withdrawn."),
    [REGISTRATION_ACCEPTED] =
        N_("This registration is accepted: it can be withdrawn or excused."),
    [REGISTRATION_DECLINED] = N_("This person has declined: the registration can only be "
                                 "revived."),
    [REGISTRATION_EXCUSED] =
        N_("This person is excused: the registration can only be revived."),
    [REGISTRATION_REFUSED] = N_("This registration was refused: it can only be revived."),
    [REGISTRATION_LAPSED] =
        N_("The offer to this person has lapsed: the registration can only be revived."),
    [REGISTRATION_WITHDRAWN] =
        N_("This registration was withdrawn: it can only be revived."),
    [REGISTRATION_SUBSTITUTED] =
        N_("Somebody else comes in this person's place: register the person anew."),
};

bool
registration_state_after(enum registration_state state, enum registration_act act,
                         enum registration_state *after, struct error *err)
{
    int passage = passages[state][act];

    if (passage == 0)
        return error_set(err, ERROR_RULE, "%s", _(possibilities[state]));
    *after = (enum registration_state)(passage - 1);
    return true;
}

bool
registration_is_live(enum registration_state state)
{
    switch (state) {
    case REGISTRATION_INVITED:
    case REGISTRATION_PENDING:
    case REGISTRATION_WAITING:
    case REGISTRATION_OFFERED:
    case REGISTRATION_ACCEPTED:
        return true;
    case REGISTRATION_DECLINED:
    case REGISTRATION_EXCUSED:
    case REGISTRATION_REFUSED:
    case REGISTRATION_LAPSED:
    case REGISTRATION_WITHDRAWN:
    case REGISTRATION_SUBSTITUTED:
    case REGISTRATION_STATE_COUNT:
        break;
    }
    return false;
}

enum registration_status
registration_status(enum registration_state state)
{
    if (state == REGISTRATION_ACCEPTED)
        return REGISTRATION_STATUS_CONFIRMED;
    return registration_is_live(state) && state != REGISTRATION_WAITING
               ? REGISTRATION_STATUS_TENTATIVE
               : REGISTRATION_STATUS_NONE;
}

void
registration_count_change(enum registration_state before, struct registration *after)
{
    if (registration_status(before) == registration_status(after->state))
        return;
    if (after->ics_sequence == NUMBER_NONE)
        after->ics_sequence = 0;
    after->ics_sequence++;
}
