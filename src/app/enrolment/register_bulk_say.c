/* SPDX-License-Identifier: GPL-3.0-or-later */
/* register_bulk_say.c - what an act on several does, or did, in a few lines */
#include <string.h>

#include "atelier/app/display.h"
#include "atelier/app/register_bulk.h"
#include "atelier/base/language.h"

/* The name of a person, behind those before it, up to so many. */
static void
add_name(struct atelier *at, int64_t person, size_t place, size_t names,
         struct buffer *text)
{
    if (place >= names)
        return;
    if (place > 0)
        buffer_add(text, _("; "));
    if (person == 0)
        buffer_add(text, "?");
    else
        display_title(at, ENTITY_PERSON, person, text);
}

static void
end_names(size_t count, size_t names, struct buffer *text)
{
    if (count > names)
        buffer_addf(text, "%s…", _("; "));
}

static void
begin_line(struct buffer *text)
{
    buffer_add(text, text->length > 0 ? "\n" : "");
}

static bool
is_done(const struct bulk_row *row)
{
    return row->refusal.kind == ERROR_NONE;
}

/* "accepted (3): Colas, Léo; …" */
static void
add_state(struct atelier *at, const struct bulk_outcome *outcome,
          enum registration_state state, size_t names, struct buffer *text)
{
    size_t count = 0;
    size_t named = 0;

    for (size_t i = 0; i < outcome->count; i++)
        count += is_done(&outcome->rows[i]) && outcome->rows[i].outcome.state == state;
    if (count == 0)
        return;
    begin_line(text);
    buffer_addf(text, /* TRANSLATORS: a state, how many people; their names follow */
                _("Now %s (%zu): "), _(registration_states[state].label), count);
    for (size_t i = 0; i < outcome->count; i++)
        if (is_done(&outcome->rows[i]) && outcome->rows[i].outcome.state == state)
            add_name(at, outcome->rows[i].person, named++, names, text);
    end_names(count, names, text);
}

static bool
is_same(const struct bulk_row *row, const struct bulk_row *other)
{
    return !is_done(other) && strcmp(row->refusal.message, other->refusal.message) == 0;
}

static bool
is_asked(const struct bulk_request *request, const struct bulk_row *row)
{
    return request->dry_run && request->asks && row->refusal.kind == ERROR_QUESTION;
}

/* All who share the reason of that row, unless a row before it told it. */
static void
add_reason(struct atelier *at, const struct bulk_request *request,
           const struct bulk_outcome *outcome, size_t first, size_t names,
           struct buffer *text)
{
    const struct bulk_row *row = &outcome->rows[first];
    size_t count = 0;
    size_t named = 0;

    for (size_t i = 0; i < first; i++)
        if (is_same(row, &outcome->rows[i]))
            return;
    for (size_t i = first; i < outcome->count; i++)
        count += is_same(row, &outcome->rows[i]);
    begin_line(text);
    buffer_addf(text,
                is_asked(request, row) ? _("Asked about next (%zu): ")
                                       : _("Left as they are (%zu): "),
                count);
    for (size_t i = first; i < outcome->count; i++)
        if (is_same(row, &outcome->rows[i]))
            add_name(at, outcome->rows[i].person, named++, names, text);
    end_names(count, names, text);
    buffer_addf(text, "\n  %s", row->refusal.message);
}

void
bulk_outcome_say(struct atelier *at, const struct bulk_request *request,
                 const struct bulk_outcome *outcome, size_t names, struct buffer *text)
{
    struct buffer target = { 0 };

    if (request->deed == BULK_MOVE && outcome->done > 0) {
        display_title(at, ENTITY_MEETING, request->target, &target);
        buffer_addf(text, /* TRANSLATORS: title of a meeting, after it "Now accepted" */
                    _("Withdrawn here, and on the list of “%s”:"), buffer_text(&target));
    } else if (request->deed == BULK_CATEGORY && outcome->done > 0) {
        display_title(at, ENTITY_CATEGORY, request->target, &target);
        buffer_addf(text, _("On this list alone, counted as “%s”:"),
                    buffer_text(&target));
    }
    for (int state = 0; state < REGISTRATION_STATE_COUNT; state++)
        add_state(at, outcome, (enum registration_state)state, names, text);
    for (size_t i = 0; i < outcome->count; i++)
        if (!is_done(&outcome->rows[i]))
            add_reason(at, request, outcome, i, names, text);
    if (outcome->passes_on)
        buffer_addf(text, "\n%s", _("Seats that it frees go on to who waits."));
    buffer_clear(&target);
}
