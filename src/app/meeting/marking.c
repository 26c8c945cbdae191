/* SPDX-License-Identifier: GPL-3.0-or-later */
/* marking.c - one mark of presence inside its act: the slot that is meant, whether it may
 * be made, and its row (rules 6, 7 and 13)
 */
#include "meeting/marking.h"

#include <string.h>

#include "atelier/app/display.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "atelier/domain/when.h"
#include "atelier/store/presence_table.h"
#include "atelier/store/registration_table.h"
#include "atelier/store/row_table.h"
#include "atelier/store/seats_table.h"
#include "atelier/store/slot_table.h"
#include "enrolment/enrolment.h"
#include "meeting/slot_making.h"
#include "session/operation.h"

void
marking_init(struct marking *marking, struct atelier *at,
             const struct attend_request *request)
{
    *marking = (struct marking){ .at = at, .request = request };
    record_init(&meeting_entity, &marking->meeting);
    record_init(&registration_entity, &marking->registration);
    record_init(&presence_entity, &marking->last);
}

void
marking_clear(struct marking *marking)
{
    record_clear(&meeting_entity, &marking->meeting);
    record_clear(&registration_entity, &marking->registration);
    record_clear(&presence_entity, &marking->last);
}

/* "1 Morning (Tue 16/03/2027 09:30–12:30), 2 Afternoon (...)" */
static void
name_slots(const struct slot_list *list, struct buffer *text)
{
    for (size_t i = 0; i < list->count; i++) {
        const struct slot *slot = &list->items[i];
        buffer_add(text, i > 0 ? ", " : "");
        if (slot->head.id > 0)
            buffer_addf(text, "%lld ", (long long)slot->head.id);
        slot_entity.title(slot, text);
        buffer_add(text, " (");
        when_format_span(slot->start, slot->end, text);
        buffer_add(text, ")");
    }
}

static bool
refuse_slot(const struct slot_list *list, int64_t wanted, struct error *err)
{
    struct buffer slots = { 0 };
    name_slots(list, &slots);
    if (!wanted)
        error_set_field(err, ERROR_INPUT, "slot",
                        _("Say which slot is meant; the meeting has: %s."),
                        buffer_text(&slots));
    else if (list->count > 0)
        error_set_field(err, ERROR_NOT_FOUND, "slot",
                        _("The meeting has no slot %lld; it has: %s."), (long long)wanted,
                        buffer_text(&slots));
    else
        error_set_field(err, ERROR_NOT_FOUND, "slot",
                        _("The meeting has no slot %lld; it is one whole."),
                        (long long)wanted);
    buffer_clear(&slots);
    return false;
}

bool
marking_slot_now(struct atelier *at, const struct meeting *meeting,
                 const struct slot_list *list, int64_t *slot, struct error *err)
{
    struct local_time now;

    if (!atelier_local_time(at, atelier_now(at), meeting->zone, &now, err))
        return false;
    const struct slot *meant = slot_list_choose(list, now);
    *slot = meant ? meant->head.id : 0;
    return true;
}

/* Before the first mark the meeting has those that the lunch break makes. */
static bool
refuse_as_ruled(struct marking *marking, const struct slot_list *list, struct error *err)
{
    struct slot_list ruled = { 0 };

    if (list->count > 0)
        return refuse_slot(list, marking->request->slot, err);
    slot_making_cut(marking->at, &marking->meeting, &ruled);
    if (ruled.count < 2)
        slot_list_clear(&ruled);
    refuse_slot(&ruled, marking->request->slot, err);
    slot_list_clear(&ruled);
    return false;
}

static bool
choose_slot(struct marking *marking, const struct slot_list *list, struct error *err)
{
    const int64_t wanted = marking->request->slot;

    for (size_t i = 0; wanted && i < list->count; i++)
        if (list->items[i].head.id == wanted || wanted == -(int64_t)(i + 1))
            marking->slot = list->items[i].head.id;
    if (!wanted &&
        !marking_slot_now(marking->at, &marking->meeting, list, &marking->slot, err))
        return false;
    bool is_whole = wanted <= 0 && list->count == 0; /* below 0: slots.h */
    return marking->slot || is_whole || refuse_as_ruled(marking, list, err);
}

static bool
find_slot(struct marking *marking, struct error *err)
{
    struct slot_list list = { 0 };
    bool ok = slot_table_list(marking->at->db, marking->request->meeting, &list, err) &&
              choose_slot(marking, &list, err);
    slot_list_clear(&list);
    return ok;
}

/* Who is on the list with a seat is marked; an annulment needs only a mark. */
static bool
check_expected(struct marking *marking, struct error *err)
{
    const struct registration *registration = &marking->registration;

    if (marking->request->kind == PRESENCE_ANNULLED && marking->last.head.id)
        return true;
    struct seat_rule rule;
    if (!seats_table_rule(marking->at->db, &rule, err))
        return false;
    if (registration->head.id && presence_is_expected(registration, &rule))
        return true;
    if (!registration->head.id && !atelier_role_may(marking->at, MAY_READ, NULL))
        return error_set_field(err, ERROR_RULE, "person",
                               _("Nobody of that name or number is on the list of this "
                                 "meeting: let them in as somebody unexpected."));
    struct buffer name = { 0 };
    display_title(marking->at, ENTITY_PERSON, marking->request->person, &name);
    if (registration->head.id)
        error_set_field(err, ERROR_RULE, "person",
                        _("%s has no seat (%s): give them a seat first, on the list."),
                        buffer_text(&name),
                        _(registration_states[registration->state].label));
    else
        error_set_field(err, ERROR_RULE, "person",
                        _("%s is not on the list of this meeting: register them first."),
                        buffer_text(&name));
    buffer_clear(&name);
    return false;
}

/* Rule 13: at the door one takes back one's own marks. */
static bool
check_whose(const struct marking *marking, struct error *err)
{
    const struct atelier *at = marking->at;
    return marking->request->kind != PRESENCE_ANNULLED || !marking->last.head.id ||
           (marking->last.by && strcmp(marking->last.by, at->login) == 0) ||
           atelier_may(at, MAY_CORRECT_MARKS,
                       (struct row_ref){ ENTITY_MEETING, marking->request->meeting },
                       err);
}

bool
marking_open(struct marking *marking, struct error *err)
{
    if (!row_load(marking->at->db, &meeting_entity, marking->request->meeting,
                  &marking->meeting, err))
        return false;
    if (!meeting_is_open(&marking->meeting))
        return error_set(err, ERROR_RULE,
                         _("The meeting is %s: its list does not change any more."),
                         _(meeting_states[marking->meeting.state].label));
    return find_slot(marking, err);
}

/* Where the mark has the person: as it is asked for, else where the last one has them, or
 * where people of that meeting are. */
static bool
is_remote(const struct marking *marking)
{
    const struct presence *last = &marking->last;

    switch (marking->request->place) {
    case ATTEND_IN_ROOM:
        return false;
    case ATTEND_REMOTE:
        return true;
    case ATTEND_AS_BEFORE:
        break;
    }
    if (!presence_was_there(marking->request->kind))
        return false;
    return last->head.id && presence_was_there(last->kind)
               ? last->remote
               : marking->meeting.mode == MODE_REMOTE;
}

bool
marking_prepare(struct marking *marking, struct error *err)
{
    const struct attend_request *request = marking->request;
    struct database *db = marking->at->db;

    if ((marking->slot &&
         !presence_table_last(db, marking->slot, request->person, &marking->last, err)) ||
        !registration_table_find(db, request->meeting, request->person,
                                 &marking->registration, err) ||
        !check_expected(marking, err))
        return false;
    marking->remote = is_remote(marking);
    marking->verdict =
        presence_follow(&marking->last, request->kind, marking->remote, err);
    return marking->verdict != PRESENCE_REFUSED && check_whose(marking, err);
}

bool
marking_write(struct marking *marking, struct presence *mark, struct error *err)
{
    const struct attend_request *request = marking->request;
    struct atelier *at = marking->at;
    const instant now = atelier_now(at);

    if (marking->verdict == PRESENCE_UNCHANGED) {
        record_copy(&presence_entity, mark, &marking->last);
        return true;
    }
    bool annuls = request->kind == PRESENCE_ANNULLED;
    record_clear(&presence_entity, mark);
    mark->registration =
        annuls ? marking->last.registration : marking->registration.head.id;
    mark->slot = marking->slot;
    mark->kind = request->kind;
    mark->remote = marking->remote;
    mark->at = now;
    memory_replace(&mark->by, at->login);
    memory_replace(&mark->means, request->means);
    if (!text_is_blank(request->reason))
        mark->reason = text_tidy(request->reason);
    return record_check(&presence_entity, mark, err) &&
           row_insert(at->db, &presence_entity, mark, at->login, now, err) &&
           (!presence_was_there(mark->kind) ||
            enrolment_answer_by_coming(at, mark->registration, &marking->accepts_offer,
                                       err));
}

bool
marking_open_slots(struct marking *marking, struct error *err)
{
    struct atelier *at = marking->at;
    const struct meeting *meeting = &marking->meeting;
    struct slot_list slots = { 0 };
    bool ok = slot_making_write(at, meeting, &slots, err);
    struct operation_note note = {
        .act = ACT_PRESENCE_OPEN,
        .entity = ENTITY_SLOT,
        .row = ok ? slots.items[0].head.id : 0,
        .summary = meeting->title,
    };
    ok = operation_end(at, ok, &note, err);
    slot_list_clear(&slots);
    return ok;
}
