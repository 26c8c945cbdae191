/* SPDX-License-Identifier: GPL-3.0-or-later */
/* noun_hook.c - the nouns that have hooks, found by kind */
#include "noun/noun_hook.h"

extern const struct noun_hook affiliation_hook;
extern const struct noun_hook answer_hook;
extern const struct noun_hook grant_hook;
extern const struct noun_hook item_hook;
extern const struct noun_hook meeting_hook;
extern const struct noun_hook meeting_question_hook;
extern const struct noun_hook membership_hook;
extern const struct noun_hook organisation_hook;
extern const struct noun_hook person_hook;
extern const struct noun_hook presence_hook;
extern const struct noun_hook registration_hook;
extern const struct noun_hook report_entry_hook;
extern const struct noun_hook report_hook;
extern const struct noun_hook seat_limit_hook;
extern const struct noun_hook slot_hook;
extern const struct noun_hook speaker_hook;
extern const struct noun_hook staff_hook;
extern const struct noun_hook working_group_hook;
extern const struct noun_hook workshop_choice_hook;
extern const struct noun_hook workshop_hook;

static const struct noun_hook *const hooks[ENTITY_COUNT + 1] = {
    [ENTITY_AFFILIATION] = &affiliation_hook,
    [ENTITY_ANSWER] = &answer_hook,
    [ENTITY_ASSIGNING] = &workshop_choice_hook,
    [ENTITY_GRANT] = &grant_hook,
    [ENTITY_ITEM] = &item_hook,
    [ENTITY_MEETING] = &meeting_hook,
    [ENTITY_MEETING_QUESTION] = &meeting_question_hook,
    [ENTITY_MEMBERSHIP] = &membership_hook,
    [ENTITY_ORGANISATION] = &organisation_hook,
    [ENTITY_PERSON] = &person_hook,
    [ENTITY_PRESENCE] = &presence_hook,
    [ENTITY_REGISTRATION] = &registration_hook,
    [ENTITY_REPORT] = &report_hook,
    [ENTITY_REPORT_ENTRY] = &report_entry_hook,
    [ENTITY_SEAT_LIMIT] = &seat_limit_hook,
    [ENTITY_SLOT] = &slot_hook,
    [ENTITY_SPEAKER] = &speaker_hook,
    [ENTITY_STAFF] = &staff_hook,
    [ENTITY_WORKING_GROUP] = &working_group_hook,
    [ENTITY_WORKSHOP] = &workshop_hook,
    [ENTITY_WORKSHOP_CHOICE] = &workshop_choice_hook,
};

const struct noun_hook *
noun_hook_get(enum entity_kind kind)
{
    static const struct noun_hook none = { 0 };

    return hooks[kind] ? hooks[kind] : &none;
}
