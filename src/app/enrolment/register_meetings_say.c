/* SPDX-License-Identifier: GPL-3.0-or-later */
/* register_meetings_say.c - what an act at several meetings does, or did: a few lines a
 * meeting */
#include <string.h>

#include "atelier/app/display.h"
#include "atelier/app/register_meetings.h"
#include "atelier/base/language.h"

static bool
is_alike(const struct meetings_row *row, const struct meetings_row *other)
{
    return row->meeting == other->meeting && row->refusal.kind == other->refusal.kind &&
           strcmp(row->refusal.message, other->refusal.message) == 0 &&
           (row->refusal.kind != ERROR_NONE ||
            (row->outcome.state == other->outcome.state &&
             row->outcome.already == other->outcome.already &&
             row->outcome.answered == other->outcome.answered));
}

static bool
is_told(const struct meetings_outcome *outcome, size_t i)
{
    for (size_t before = 0; before < i; before++)
        if (is_alike(&outcome->rows[before], &outcome->rows[i]))
            return true;
    return false;
}

static void
add_names(struct atelier *at, const struct meetings_outcome *outcome, size_t first,
          size_t names, struct buffer *text)
{
    size_t count = 0;

    for (size_t i = first; i < outcome->count; i++) {
        if (!is_alike(&outcome->rows[i], &outcome->rows[first]))
            continue;
        if (count < names) {
            if (count > 0)
                buffer_add(text, _("; "));
            display_title(at, ENTITY_PERSON, outcome->rows[i].person, text);
        }
        count++;
    }
    if (count > names)
        buffer_addf(text, "%s… (%zu)", _("; "), count);
}

static void
add_line(struct atelier *at, const struct meetings_outcome *outcome, size_t i,
         size_t names, struct buffer *text)
{
    const struct meetings_row *row = &outcome->rows[i];
    const char *state = _(registration_states[row->outcome.state].label);

    buffer_add(text, "\n  ");
    if (row->refusal.kind != ERROR_NONE)
        buffer_add(text, _("left as they are"));
    else if (row->outcome.already && row->outcome.answered)
        /* TRANSLATORS: a state */
        buffer_addf(text, _("on the list already, %s, with other answers"), state);
    else if (row->outcome.already)
        buffer_addf(text, /* TRANSLATORS: a state */ _("on the list already, %s"), state);
    else
        buffer_add(text, state);
    buffer_add(text, _(": "));
    add_names(at, outcome, i, names, text);
    if (row->refusal.kind != ERROR_NONE)
        buffer_addf(text, ".  %s", row->refusal.message);
}

static void
add_unasked(const struct meetings_outcome *outcome, int64_t meeting, struct buffer *text)
{
    for (size_t i = 0; i < outcome->unasked_count; i++)
        if (outcome->unasked[i].meeting == meeting) {
            buffer_add(text, "\n  ");
            buffer_addf(text, _("does not ask “%s”: that answer is left out"),
                        outcome->unasked[i].question);
        }
}

void
meetings_outcome_say(struct atelier *at, const struct meetings_outcome *outcome,
                     size_t names, struct buffer *text)
{
    for (size_t i = 0; i < outcome->count; i++) {
        if (i == 0 || outcome->rows[i].meeting != outcome->rows[i - 1].meeting) {
            buffer_add(text, text->length > 0 ? "\n" : "");
            display_title(at, ENTITY_MEETING, outcome->rows[i].meeting, text);
        }
        if (!is_told(outcome, i))
            add_line(at, outcome, i, names, text);
        if (i + 1 == outcome->count ||
            outcome->rows[i + 1].meeting != outcome->rows[i].meeting)
            add_unasked(outcome, outcome->rows[i].meeting, text);
    }
}
