/* SPDX-License-Identifier: GPL-3.0-or-later */
/* clash_words.c - a clash as a sentence */
#include "atelier/app/clashes.h"
#include "atelier/app/display.h"
#include "atelier/base/language.h"
#include "atelier/domain/when.h"

static void
add_hours(struct atelier *at, const struct clash_side *side, struct buffer *text)
{
    when_format_span(side->start, side->end, text);
    display_elsewhere(at, side->zone, text);
}

void
clash_add_meeting(struct atelier *at, const struct clash_side *side, struct buffer *text)
{
    struct buffer hours = { 0 };

    add_hours(at, side, &hours);
    if (side->whole)
        /* TRANSLATORS: a workshop, its meeting, its hours */
        buffer_addf(text, _("“%s” of “%s”, %s"), side->title, side->whole,
                    buffer_text(&hours));
    else
        /* TRANSLATORS: a meeting and its hours */
        buffer_addf(text, _("“%s”, %s"), side->title, buffer_text(&hours));
    buffer_clear(&hours);
}

void
clash_add_people(const struct clash *clash, struct buffer *text)
{
    enum { NAMED = 3 };
    const unsigned long more =
        clash->count > NAMED ? (unsigned long)clash->count - NAMED : 0;

    if (more)
        /* TRANSLATORS: names, and how many people more */
        buffer_addf(text, ngettext("%s and %lu more", "%s and %lu more", more),
                    clash->about, more);
    else
        buffer_add(text, clash->about);
}

static void
describe_day(const struct clash *clash, struct buffer *text)
{
    const bool is_named = clash->about && clash->about[0];
    struct buffer day = { 0 };

    when_format_date(clash->day, WHEN_SHORT, &day);
    if (clash->kind == CLASH_HOLIDAY && is_named)
        buffer_addf(text, _("%s is a public holiday: %s."), buffer_text(&day),
                    clash->about);
    else if (clash->kind == CLASH_HOLIDAY)
        buffer_addf(text, _("%s is a public holiday."), buffer_text(&day));
    else if (is_named)
        buffer_addf(text, _("The office is closed on %s: %s."), buffer_text(&day),
                    clash->about);
    else
        buffer_addf(text, _("The office is closed on %s."), buffer_text(&day));
    buffer_clear(&day);
}

static void
describe_room(struct atelier *at, const struct clash *clash, const char *other,
              struct buffer *text)
{
    struct buffer room = { 0 };

    display_title(at, ENTITY_ROOM, clash->room, &room);
    if (clash->kind == CLASH_ROOM)
        /* TRANSLATORS: a room; a meeting in “” and its hours */
        buffer_addf(text, _("%s is taken by %s."), buffer_text(&room), other);
    else
        buffer_addf(text,
                    clash->first.part.id && clash->is_planned
                        ? _("%s seats %lld; the workshop is planned for %lld: choose a "
                            "larger room or fewer seats.")
                    : clash->is_planned
                        ? _("%s seats %lld; the meeting is planned for %lld: choose a "
                            "larger room or fewer seats.")
                        : _("%s seats %lld; %lld come: choose a larger room."),
                    buffer_text(&room), (long long)clash->seats, (long long)clash->count);
    buffer_clear(&room);
}

static void
describe_least(const struct clash *clash, struct buffer *text)
{
    buffer_addf(text,
                ngettext("%lld person sits there, and it needs %lld: cancel it, or "
                         "find more.",
                         "%lld people sit there, and it needs %lld: cancel it, or "
                         "find more.",
                         (unsigned long)clash->count),
                (long long)clash->count, (long long)clash->seats);
}

void
clash_describe(struct atelier *at, const struct clash *clash, struct buffer *text)
{
    struct buffer other = { 0 };
    struct buffer people = { 0 };

    if (clash->second.meeting)
        clash_add_meeting(at, &clash->second, &other);
    clash_add_people(clash, &people);
    switch (clash->kind) {
    case CLASH_ROOM:
    case CLASH_SMALL:
        describe_room(at, clash, buffer_text(&other), text);
        break;
    case CLASH_CHAIR:
        /* TRANSLATORS: whoever chairs; a meeting in “” and its hours */
        buffer_addf(text, _("%s also chairs %s."), buffer_text(&people),
                    buffer_text(&other));
        break;
    case CLASH_PERSON:
        buffer_addf(text,
                    /* TRANSLATORS: how many; a meeting in “” and its hours; names */
                    ngettext("%lld person also comes to %s: %s.",
                             "%lld people also come to %s: %s.",
                             (unsigned long)clash->count),
                    (long long)clash->count, buffer_text(&other), buffer_text(&people));
        break;
    case CLASH_GROUP:
        /* TRANSLATORS: a meeting in “” and its hours */
        buffer_addf(text, _("The group also meets at %s: that is close."),
                    buffer_text(&other));
        break;
    case CLASH_HOLIDAY:
    case CLASH_CLOSED:
        describe_day(clash, text);
        break;
    case CLASH_LEADER:
        /* TRANSLATORS: who leads or speaks; a workshop or a meeting and its hours */
        buffer_addf(text, _("%s is also expected at %s."), buffer_text(&people),
                    buffer_text(&other));
        break;
    case CLASH_SEATED:
        buffer_addf(text,
                    /* TRANSLATORS: how many; a workshop and its hours; names */
                    ngettext("%lld person also sits in %s: %s.",
                             "%lld people also sit in %s: %s.",
                             (unsigned long)clash->count),
                    (long long)clash->count, buffer_text(&other), buffer_text(&people));
        break;
    case CLASH_LEAST:
        describe_least(clash, text);
        break;
    case CLASH_COUNT:
        break;
    }
    buffer_clear(&people);
    buffer_clear(&other);
}

void
clash_describe_part(struct atelier *at, const struct clash *clash, struct buffer *text)
{
    const struct clash_side *side = &clash->first;
    struct buffer hours = { 0 };

    if (side->part.id) {
        add_hours(at, side, &hours);
        /* TRANSLATORS: a workshop and its hours, in front of what it clashes with */
        buffer_addf(text, _("“%s”, %s: "), side->title, buffer_text(&hours));
    }
    clash_describe(at, clash, text);
    buffer_clear(&hours);
}

/* On the day of the first its hours alone: "09:30–12:30". */
static void
add_short_hours(const struct clash *clash, struct buffer *text)
{
    const struct clash_side *other = &clash->second;

    if (date_compare(clash->first.start.date, other->start.date) == 0 &&
        date_compare(other->start.date, other->end.date) == 0)
        when_format_hours(other->start, other->end, text);
    else
        when_format_span(other->start, other->end, text);
}

static void
add_brief_day(const struct clash *clash, struct buffer *text)
{
    const bool is_holiday = clash->kind == CLASH_HOLIDAY;

    if (!clash->about || clash->about[0] == '\0') {
        const char *const day =
            is_holiday ? _("a public holiday") : _("the office is closed");
        buffer_add(text, day);
    } else if (is_holiday) {
        buffer_addf(text, _("a public holiday: %s"), clash->about);
    } else {
        buffer_addf(text, _("the office is closed: %s"), clash->about);
    }
}

void
clash_add_other(const struct clash *clash, struct buffer *text)
{
    struct buffer hours = { 0 };

    add_short_hours(clash, &hours);
    buffer_addf(text, /* TRANSLATORS: hours, and the meeting or workshop that has them */
                _("%s “%s”"), buffer_text(&hours),
                clash->second.title ? clash->second.title : "");
    buffer_clear(&hours);
}

void
clash_add_choice(const struct clash *clash, struct buffer *text)
{
    struct buffer there = { 0 };

    clash_add_other(clash, &there);
    buffer_addf(text,
                clash->kind == CLASH_ROOM
                    ? /* TRANSLATORS: of a room: by what, and its hours */
                    _("! taken: %s")
                    : /* TRANSLATORS: of somebody: where, and its hours */
                    _("! expected elsewhere: %s"),
                buffer_text(&there));
    buffer_clear(&there);
}

void
clash_add_brief(const struct clash *clash, struct buffer *text)
{
    const char *title = clash->second.title ? clash->second.title : "";
    const char *about = clash->about ? clash->about : "";
    const unsigned long missing = (unsigned long)(clash->count - clash->seats);
    struct buffer hours = { 0 };

    add_short_hours(clash, &hours);
    switch (clash->kind) {
    case CLASH_ROOM:
        buffer_addf(text, /* TRANSLATORS: a meeting and its hours */
                    _("“%s”, %s: the same room"), title, buffer_text(&hours));
        break;
    case CLASH_SMALL:
        buffer_addf(text,
                    ngettext("the room is missing %lu seat",
                             "the room is missing %lu seats", missing),
                    missing);
        break;
    case CLASH_CHAIR:
        /* TRANSLATORS: a meeting, its hours, whoever chairs it too */
        buffer_addf(text, _("“%s”, %s: %s chairs it too"), title, buffer_text(&hours),
                    about);
        break;
    case CLASH_PERSON:
        buffer_addf(text,
                    ngettext("“%s”, %s: %lld person comes there too",
                             "“%s”, %s: %lld people come there too",
                             (unsigned long)clash->count),
                    title, buffer_text(&hours), (long long)clash->count);
        break;
    case CLASH_GROUP:
        buffer_addf(text, _("“%s”, %s: the same group"), title, buffer_text(&hours));
        break;
    case CLASH_LEADER:
        /* TRANSLATORS: a workshop or a meeting, its hours, who leads or speaks there */
        buffer_addf(text, _("“%s”, %s: %s is expected there too"), title,
                    buffer_text(&hours), about);
        break;
    case CLASH_SEATED:
        buffer_addf(text,
                    ngettext("“%s”, %s: %lld person sits there too",
                             "“%s”, %s: %lld people sit there too",
                             (unsigned long)clash->count),
                    title, buffer_text(&hours), (long long)clash->count);
        break;
    case CLASH_LEAST:
        buffer_addf(text,
                    ngettext("%lld of at least %lld person",
                             "%lld of at least %lld people", (unsigned long)clash->seats),
                    (long long)clash->count, (long long)clash->seats);
        break;
    case CLASH_HOLIDAY:
    case CLASH_CLOSED:
        add_brief_day(clash, text);
        break;
    case CLASH_COUNT:
        break;
    }
    buffer_clear(&hours);
}
