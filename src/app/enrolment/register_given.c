/* SPDX-License-Identifier: GPL-3.0-or-later */
/* register_given.c - says to whom a freed seat went, and who is still to be decided on */
#include "atelier/app/display.h"
#include "atelier/app/register.h"
#include "atelier/base/language.h"
#include "atelier/domain/when.h"

/* Nothing came of it for them: what to do. */
static void
say_kept(const struct register_given *given, struct buffer *text)
{
    const size_t count = given->pending;
    struct buffer day = { 0 };

    when_format_date(given->day, WHEN_SHORT, &day);
    switch (given->hindrance) {
    case HINDERED_BY_OPENING:
        buffer_addf(text,
                    ngettext("%zu person stays pending: registration opens on %s.  "
                             "Accept or refuse them then.",
                             "%zu people stay pending: registration opens on %s.  "
                             "Accept or refuse them then.",
                             count),
                    count, buffer_text(&day));
        break;
    case HINDERED_BY_CLOSING:
        buffer_addf(text,
                    ngettext("%zu person stays pending: registration closed on %s.  "
                             "Change that day, then accept or refuse them.",
                             "%zu people stay pending: registration closed on %s.  "
                             "Change that day, then accept or refuse them.",
                             count),
                    count, buffer_text(&day));
        break;
    case HINDERED_BY_STATE:
        buffer_addf(text,
                    /* TRANSLATORS: number, state of a meeting */
                    ngettext("%zu person stays pending: the meeting is %s.  Accept or "
                             "refuse them yourself.",
                             "%zu people stay pending: the meeting is %s.  Accept or "
                             "refuse them yourself.",
                             count),
                    count, _(meeting_states[given->meeting_state].label));
        break;
    case HINDERED_BY_SEATS:
        buffer_addf(text,
                    ngettext("%zu person stays pending, without a seat.  Accept them for "
                             "a reason, or refuse them.",
                             "%zu people stay pending, without a seat.  Accept them for "
                             "a reason, or refuse them.",
                             count),
                    count);
        break;
    }
    buffer_clear(&day);
}

/* Nobody has to be first: all may wait. */
static void
say_pending(const struct register_given *given, const char *name, struct buffer *text)
{
    if (given->count > 0)
        buffer_addf(text,
                    ngettext("%zu person who was pending comes now: %s.",
                             "%zu people who were pending come now, first %s.",
                             given->count),
                    given->count, name);
    if (given->waiting > 0) {
        buffer_add(text, given->count > 0 ? "  " : "");
        buffer_addf(text,
                    ngettext("%zu person who was pending waits for a seat.",
                             "%zu people who were pending wait for a seat.",
                             given->waiting),
                    given->waiting);
    }
    if (given->pending > 0) {
        buffer_add(text, given->count + given->waiting > 0 ? "  " : "");
        say_kept(given, text);
    }
}

/* The meeting gives no seats any more. */
static void
say_ended(const struct register_given *given, struct buffer *text)
{
    if (given->came > 0)
        buffer_addf(text,
                    ngettext("%zu offer is accepted, as its person was there.",
                             "%zu offers are accepted, as their people were there.",
                             given->came),
                    given->came);
    if (given->lapsed == 0)
        return;
    buffer_add(text, given->came > 0 ? "  " : "");
    buffer_addf(text,
                ngettext("%zu offer that nobody had answered lapses.",
                         "%zu offers that nobody had answered lapse.", given->lapsed),
                given->lapsed);
}

bool
register_given_is_empty(const struct register_given *given)
{
    return given->count + given->waiting + given->pending + given->lapsed + given->came ==
           0;
}

static void
say_workshop(struct atelier *at, const struct register_given *given, const char *name,
             struct buffer *text)
{
    struct buffer title = { 0 };

    display_title(at, ENTITY_WORKSHOP, given->workshop, &title);
    buffer_addf(text,
                /* TRANSLATORS: number, a person, title of a workshop */
                ngettext("%zu person comes in from the waiting list of a workshop: %s, "
                         "“%s”.",
                         "%zu people come in from the waiting list of a workshop, first "
                         "%s, “%s”.",
                         given->count),
                given->count, name, buffer_text(&title));
    buffer_clear(&title);
}

bool
register_given_say(struct atelier *at, const struct register_given *given,
                   struct buffer *text)
{
    struct buffer name = { 0 };

    if (register_given_is_empty(given))
        return false;
    if (given->count > 0)
        display_title(at, ENTITY_PERSON, given->person, &name);
    const bool is_offer = given->state == REGISTRATION_OFFERED;
    if (given->workshop != 0)
        say_workshop(at, given, buffer_text(&name), text);
    else if (given->lapsed + given->came > 0)
        say_ended(given, text);
    else if (given->were_pending)
        say_pending(given, buffer_text(&name), text);
    else if (given->state == REGISTRATION_PENDING)
        buffer_addf(text,
                    ngettext("%zu person waits for a yes now, first %s.",
                             "%zu people wait for a yes now, first %s.", given->count),
                    given->count, buffer_text(&name));
    else if (given->count == 1)
        buffer_addf(text,
                    is_offer ? _("The seat is offered to %s.")
                             : _("%s comes in from the waiting list."),
                    buffer_text(&name));
    else if (is_offer)
        buffer_addf(text,
                    ngettext("%zu seat is offered, the first to %s.",
                             "%zu seats are offered, the first to %s.", given->count),
                    given->count, buffer_text(&name));
    else
        buffer_addf(text,
                    ngettext("%zu person comes in from the waiting list, first %s.",
                             "%zu people come in from the waiting list, first %s.",
                             given->count),
                    given->count, buffer_text(&name));
    buffer_clear(&name);
    return true;
}
