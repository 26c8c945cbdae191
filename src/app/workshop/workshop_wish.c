/* SPDX-License-Identifier: GPL-3.0-or-later */
/* workshop_wish.c - what people wish for, one list a slot, the best first */
#include "workshop/workshop_wish.h"

#include <stdlib.h>

#include "atelier/app/display.h"
#include "atelier/app/workshop_seats.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/domain/journal.h"
#include "atelier/domain/when.h"
#include "atelier/store/registration_table.h"
#include "atelier/store/row_table.h"
#include "atelier/store/workshop_table.h"
#include "session/operation.h"
#include "workshop/workshop_enrolment.h"

/* The wishes of one person while they are noted. */
struct wishing {
    struct atelier *at;
    struct meeting meeting;
    struct registration registration;
    struct workshop_list workshops;  /* of the meeting */
    struct workshop_choice_list had; /* of the registration, before */
    const int64_t *wanted;
    size_t count;
};

bool
workshop_wishes_count(struct atelier *at, const struct meeting *meeting)
{
    return date_is_none(meeting->wishes_until) ||
           date_compare(atelier_today(at), meeting->wishes_until) <= 0;
}

static bool
check_day(const struct wishing *wishing, struct error *err)
{
    if (workshop_wishes_count(wishing->at, &wishing->meeting))
        return true;
    struct buffer day = { 0 };
    when_format_date(wishing->meeting.wishes_until, WHEN_SHORT, &day);
    error_set(
        err, ERROR_RULE,
        _("Wishes counted until %s.  Change that day of the meeting, or register the "
          "person in a workshop."),
        buffer_text(&day));
    buffer_clear(&day);
    return false;
}

static bool
load(struct wishing *wishing, int64_t meeting, int64_t person, struct error *err)
{
    struct atelier *at = wishing->at;

    if (!row_load(at->db, &meeting_entity, meeting, &wishing->meeting, err) ||
        !registration_table_find(at->db, meeting, person, &wishing->registration, err) ||
        !workshop_table_list(at->db, meeting, &wishing->workshops, err) ||
        !workshop_choice_table_of_registration(at->db, wishing->registration.head.id,
                                               &wishing->had, err))
        return false;
    if (!meeting_is_open(&wishing->meeting))
        return error_set(err, ERROR_RULE,
                         _("The meeting is %s: its list does not change any more."),
                         _(meeting_states[wishing->meeting.state].label));
    if (wishing->registration.head.id == 0 ||
        !registration_is_live(wishing->registration.state))
        return error_set(err, ERROR_RULE,
                         _("This person is not on the list of the meeting; register them "
                           "there first."));
    return check_day(wishing, err);
}

static const struct workshop *
find_workshop(const struct wishing *wishing, int64_t id)
{
    for (size_t i = 0; i < wishing->workshops.count; i++)
        if (wishing->workshops.items[i].head.id == id)
            return &wishing->workshops.items[i];
    return NULL;
}

static bool
check_wanted(const struct wishing *wishing, struct error *err)
{
    for (size_t i = 0; i < wishing->count; i++) {
        const struct workshop *workshop = find_workshop(wishing, wishing->wanted[i]);
        if (!workshop)
            return error_set(err, ERROR_RULE,
                             _("Workshop %lld belongs to another meeting; “atelier "
                               "workshop list MEETING” shows those of this one."),
                             (long long)wishing->wanted[i]);
        if (workshop->state == WORKSHOP_CANCELLED)
            return error_set(err, ERROR_RULE,
                             _("“%s” is cancelled: nobody gets a seat there."),
                             workshop->title);
        for (size_t j = 0; j < i; j++)
            if (wishing->wanted[j] == wishing->wanted[i])
                return error_set(err, ERROR_INPUT, _("“%s” is named twice."),
                                 workshop->title);
    }
    return true;
}

/* Whether the wanted workshop of that number lies in the slot. */
static bool
is_in_slot(const struct wishing *wishing, size_t number, int64_t slot)
{
    const struct workshop *workshop = find_workshop(wishing, wishing->wanted[number]);

    return workshop && workshop->slot == slot;
}

/* Its place in the new list of its slot, from 1; NUMBER_NONE: it is in none. */
static int64_t
new_place(const struct wishing *wishing, const struct workshop *workshop)
{
    int64_t place = 0;

    for (size_t i = 0; i < wishing->count; i++) {
        if (!is_in_slot(wishing, i, workshop->slot))
            continue;
        place++;
        if (wishing->wanted[i] == workshop->head.id)
            return place;
    }
    return NUMBER_NONE;
}

static struct workshop_choice *
find_choice(const struct wishing *wishing, int64_t workshop)
{
    for (size_t i = 0; i < wishing->had.count; i++)
        if (wishing->had.items[i].workshop == workshop)
            return &wishing->had.items[i];
    return NULL;
}

static int64_t
old_place(const struct wishing *wishing, int64_t workshop)
{
    const struct workshop_choice *choice = find_choice(wishing, workshop);

    return choice && choice->state != CHOICE_WITHDRAWN ? choice->wish : NUMBER_NONE;
}

/* Whether the list of a slot is a new one: named, and not the same as before. */
static bool
is_changed(const struct wishing *wishing, int64_t slot)
{
    bool is_named = wishing->count == 0;

    for (size_t i = 0; i < wishing->count; i++)
        is_named = is_named || is_in_slot(wishing, i, slot);
    for (size_t i = 0; is_named && i < wishing->workshops.count; i++) {
        const struct workshop *workshop = &wishing->workshops.items[i];
        if (workshop->slot == slot &&
            new_place(wishing, workshop) != old_place(wishing, workshop->head.id))
            return true;
    }
    return false;
}

/* A wish that is no more leaves no row, unless there is more to the row than the wish. */
static bool
write_choice(struct wishing *wishing, const struct workshop *workshop, struct error *err)
{
    struct atelier *at = wishing->at;
    const instant now = atelier_now(at);
    const int64_t place = new_place(wishing, workshop);
    struct workshop_choice *choice = find_choice(wishing, workshop->head.id);

    if (!choice && place == NUMBER_NONE)
        return true;
    if (!choice) {
        struct workshop_choice new;
        record_init(&workshop_choice_entity, &new);
        new.workshop = workshop->head.id;
        new.registration = wishing->registration.head.id;
        new.wish = place;
        new.wished_at = now;
        const bool ok =
            row_insert(at->db, &workshop_choice_entity, &new, at->login, now, err);
        record_clear(&workshop_choice_entity, &new);
        return ok;
    }
    if (place == NUMBER_NONE && choice->state == CHOICE_WISHED)
        return row_delete(at->db, &workshop_choice_entity, choice->head.id,
                          choice->head.rev, err);
    choice->wish = place;
    choice->wished_at = place == NUMBER_NONE ? INSTANT_NONE : now;
    if (place != NUMBER_NONE && choice->state == CHOICE_WITHDRAWN)
        choice->state = CHOICE_WISHED;
    return row_update(at->db, &workshop_choice_entity, choice, at->login, now, err);
}

static bool
write(struct wishing *wishing, struct error *err)
{
    bool ok = true;

    for (size_t i = 0; ok && i < wishing->workshops.count; i++)
        if (is_changed(wishing, wishing->workshops.items[i].slot))
            ok = write_choice(wishing, &wishing->workshops.items[i], err);
    return ok;
}

bool
workshop_wish_note(struct atelier *at, int64_t meeting, int64_t person,
                   const int64_t *workshops, size_t count, int64_t *registration,
                   struct error *err)
{
    struct wishing wishing = { .at = at, .wanted = workshops, .count = count };

    record_init(&meeting_entity, &wishing.meeting);
    record_init(&registration_entity, &wishing.registration);
    const bool ok = load(&wishing, meeting, person, err) && check_wanted(&wishing, err) &&
                    write(&wishing, err);
    if (registration)
        *registration = wishing.registration.head.id;
    workshop_choice_list_clear(&wishing.had);
    workshop_list_clear(&wishing.workshops);
    record_clear(&registration_entity, &wishing.registration);
    record_clear(&meeting_entity, &wishing.meeting);
    return ok;
}

static void
add_where(struct atelier *at, int64_t meeting, struct buffer *summary)
{
    struct meeting where;

    record_init(&meeting_entity, &where);
    if (row_load(at->db, &meeting_entity, meeting, &where, NULL))
        journal_add_where(where.title, summary);
    record_clear(&meeting_entity, &where);
}

bool
workshop_wish(struct atelier *at, int64_t meeting, int64_t person,
              const int64_t *workshops, size_t count, struct error *err)
{
    struct buffer summary = { 0 };
    int64_t registration = 0;

    if (!operation_begin(at, ACT_WORKSHOP_WISH_NEEDS,
                         (struct row_ref){ ENTITY_MEETING, meeting }, err))
        return false;
    bool ok =
        workshop_wish_note(at, meeting, person, workshops, count, &registration, err);
    if (ok) {
        display_title(at, ENTITY_PERSON, person, &summary);
        add_where(at, meeting, &summary);
    }
    const struct operation_note note = {
        .act = ACT_WORKSHOP_WISH,
        .entity = ENTITY_REGISTRATION,
        .row = registration,
        .summary = buffer_text(&summary),
    };
    ok = operation_end(at, ok, &note, err);
    buffer_clear(&summary);
    return ok;
}
