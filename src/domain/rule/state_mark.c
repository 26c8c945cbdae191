/* SPDX-License-Identifier: GPL-3.0-or-later */
/* state_mark.c - the signs of states, in one table */
#include "atelier/domain/state_mark.h"

#include "atelier/domain/meeting.h"
#include "atelier/domain/presence.h"
#include "atelier/domain/registration.h"
#include "atelier/domain/workshop.h"
#include "atelier/domain/workshop_choice.h"

static const struct {
    const char *text, *ascii;
} signs[MARK_COUNT] = {
    [MARK_NONE] = { "", "" },    [MARK_YES] = { "✓", "+" },   [MARK_ASKED] = { "?", "?" },
    [MARK_TURN] = { "…", "~" },  [MARK_NO] = { "✗", "x" },    [MARK_PAST] = { "·", "-" },
    [MARK_OTHER] = { "›", ">" }, [MARK_CLASH] = { "≠", "!" },
};

static const enum state_mark registration_marks[] = {
    [REGISTRATION_INVITED] = MARK_ASKED,    [REGISTRATION_PENDING] = MARK_TURN,
    [REGISTRATION_WAITING] = MARK_TURN,     [REGISTRATION_OFFERED] = MARK_ASKED,
    [REGISTRATION_ACCEPTED] = MARK_YES,     [REGISTRATION_DECLINED] = MARK_NO,
    [REGISTRATION_EXCUSED] = MARK_NO,       [REGISTRATION_REFUSED] = MARK_NO,
    [REGISTRATION_LAPSED] = MARK_PAST,      [REGISTRATION_WITHDRAWN] = MARK_NO,
    [REGISTRATION_SUBSTITUTED] = MARK_OTHER
};
static const enum state_mark meeting_marks[] = {
    [MEETING_DRAFT] = MARK_TURN,      [MEETING_CONFIRMED] = MARK_YES,
    [MEETING_POSTPONED] = MARK_ASKED, [MEETING_CANCELLED] = MARK_NO,
    [MEETING_HELD] = MARK_PAST,       [MEETING_CLOSED] = MARK_PAST
};
static const enum state_mark presence_marks[] = {
    [PRESENCE_PRESENT] = MARK_YES, [PRESENCE_LEFT] = MARK_PAST,
    [PRESENCE_SIGNED] = MARK_YES,  [PRESENCE_EXCUSED] = MARK_NO,
    [PRESENCE_ABSENT] = MARK_NO,   [PRESENCE_ANNULLED] = MARK_PAST
};

static const enum state_mark workshop_marks[] = {
    [WORKSHOP_PLANNED] = MARK_YES, [WORKSHOP_CANCELLED] = MARK_NO
};
static const enum state_mark workshop_choice_marks[] = { [CHOICE_WISHED] = MARK_ASKED,
                                                         [CHOICE_WAITING] = MARK_TURN,
                                                         [CHOICE_SEATED] = MARK_YES,
                                                         [CHOICE_WITHDRAWN] = MARK_NO };

#define COUNT(MARKS) (sizeof(MARKS) / sizeof((MARKS)[0]))

_Static_assert(COUNT(registration_marks) == REGISTRATION_STATE_COUNT,
               "each state of a registration has its sign");
_Static_assert(COUNT(meeting_marks) == MEETING_STATE_COUNT,
               "each state of a meeting has its sign");
_Static_assert(COUNT(presence_marks) == PRESENCE_KIND_COUNT,
               "each mark of presence has its sign");

static const struct state_set {
    const struct choice *choices;
    const enum state_mark *marks;
    int count;
} sets[] = {
    { registration_states, registration_marks, COUNT(registration_marks) },
    { meeting_states, meeting_marks, COUNT(meeting_marks) },
    { presence_kinds, presence_marks, COUNT(presence_marks) },
    { workshop_states, workshop_marks, COUNT(workshop_marks) },
    { workshop_choice_states, workshop_choice_marks, COUNT(workshop_choice_marks) },
};

enum state_mark
state_mark(const struct choice *choices, int state)
{
    for (size_t i = 0; i < COUNT(sets); i++)
        if (choices && sets[i].choices == choices && state >= 0 && state < sets[i].count)
            return sets[i].marks[state];
    return MARK_NONE;
}

const char *
state_mark_text(enum state_mark mark, bool ascii)
{
    return ascii ? signs[mark].ascii : signs[mark].text;
}
