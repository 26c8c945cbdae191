/* SPDX-License-Identifier: GPL-3.0-or-later */
/* state_sign.c - the signs and the colours of states, in one table
 *
 * Every sign takes one cell in every font and locale, and none is an emoji.
 */
#include "state_sign.h"

#include "atelier/domain/meeting.h"
#include "atelier/domain/presence.h"
#include "atelier/domain/registration.h"
#include "atelier/domain/workshop.h"
#include "atelier/domain/workshop_choice.h"

struct sign {
    const char *text, *ascii;
    enum style style;
};

/* Yes; somebody is asked; it takes its turn; no; nothing is to come any more; another. */
#define YES                                                                              \
    {                                                                                    \
        "✓", "+", STYLE_SETTLED                                                          \
    }
#define ASKED                                                                            \
    {                                                                                    \
        "?", "?", STYLE_OPEN                                                             \
    }
#define TURN                                                                             \
    {                                                                                    \
        "…", "~", STYLE_OPEN                                                             \
    }
#define NO                                                                               \
    {                                                                                    \
        "✗", "x", STYLE_ENDED                                                            \
    }
#define PAST                                                                             \
    {                                                                                    \
        "·", "-", STYLE_ENDED                                                            \
    }
#define OTHER                                                                            \
    {                                                                                    \
        "›", ">", STYLE_ENDED                                                            \
    }

static const struct sign registration_signs[] = {
    [REGISTRATION_INVITED] = ASKED,    [REGISTRATION_PENDING] = TURN,
    [REGISTRATION_WAITING] = TURN,     [REGISTRATION_OFFERED] = ASKED,
    [REGISTRATION_ACCEPTED] = YES,     [REGISTRATION_DECLINED] = NO,
    [REGISTRATION_EXCUSED] = NO,       [REGISTRATION_REFUSED] = NO,
    [REGISTRATION_LAPSED] = PAST,      [REGISTRATION_WITHDRAWN] = NO,
    [REGISTRATION_SUBSTITUTED] = OTHER
};
static const struct sign meeting_signs[] = {
    [MEETING_DRAFT] = TURN,   [MEETING_CONFIRMED] = YES, [MEETING_POSTPONED] = ASKED,
    [MEETING_CANCELLED] = NO, [MEETING_HELD] = PAST,     [MEETING_CLOSED] = PAST
};
static const struct sign presence_signs[] = {
    [PRESENCE_PRESENT] = YES, [PRESENCE_LEFT] = PAST, [PRESENCE_SIGNED] = YES,
    [PRESENCE_EXCUSED] = NO,  [PRESENCE_ABSENT] = NO, [PRESENCE_ANNULLED] = PAST
};

static const struct sign workshop_signs[] = {
    [WORKSHOP_PLANNED] = YES, [WORKSHOP_CANCELLED] = NO
};
static const struct sign workshop_choice_signs[] = { [CHOICE_WISHED] = ASKED,
                                                     [CHOICE_WAITING] = TURN,
                                                     [CHOICE_SEATED] = YES,
                                                     [CHOICE_WITHDRAWN] = NO };

#define COUNT(SIGNS) (sizeof(SIGNS) / sizeof((SIGNS)[0]))

_Static_assert(COUNT(registration_signs) == REGISTRATION_STATE_COUNT,
               "each state of a registration has its sign");
_Static_assert(COUNT(meeting_signs) == MEETING_STATE_COUNT,
               "each state of a meeting has its sign");
_Static_assert(COUNT(presence_signs) == PRESENCE_KIND_COUNT,
               "each mark of presence has its sign");

static const struct state_set {
    const struct choice *choices;
    const struct sign *signs;
    int count;
} sets[] = {
    { registration_states, registration_signs, COUNT(registration_signs) },
    { meeting_states, meeting_signs, COUNT(meeting_signs) },
    { presence_kinds, presence_signs, COUNT(presence_signs) },
    { workshop_states, workshop_signs, COUNT(workshop_signs) },
    { workshop_choice_states, workshop_choice_signs, COUNT(workshop_choice_signs) },
};

static const struct sign *
find_sign(const struct choice *choices, int state)
{
    for (size_t i = 0; i < COUNT(sets); i++)
        if (choices && sets[i].choices == choices && state >= 0 && state < sets[i].count)
            return &sets[i].signs[state];
    return NULL;
}

bool
state_sign_has(const struct choice *choices)
{
    return find_sign(choices, 0);
}

void
state_sign_add(const struct choice *choices, int state, struct buffer *buffer)
{
    const struct sign *sign = find_sign(choices, state);

    if (sign && !paint_is_plain())
        buffer_addf(buffer, "%s ", paint_is_ascii() ? sign->ascii : sign->text);
}

enum style
state_sign_style(const struct choice *choices, int state)
{
    const struct sign *sign = find_sign(choices, state);

    return sign ? sign->style : STYLE_PLAIN;
}
