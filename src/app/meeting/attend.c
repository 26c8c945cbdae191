/* SPDX-License-Identifier: GPL-3.0-or-later */
/* attend.c - who was there: one mark, one act, one row of the journal (rules 6 and 7) */
#include "atelier/app/attend.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/app/display.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/when.h"
#include "atelier/store/presence_table.h"
#include "atelier/store/registration_table.h"
#include "atelier/store/row_table.h"
#include "atelier/store/seats_table.h"
#include "atelier/store/slot_table.h"
#include "session/operation.h"

/* What a mark needs to know before it is written. */
struct marking {
    struct atelier *at;
    const struct attend_request *request;
    struct meeting meeting;
    struct registration registration;
    int64_t slot; /* 0: the meeting has none yet */
    struct presence last;
    enum presence_verdict verdict;
};

static void
marking_init(struct marking *marking, struct atelier *at,
             const struct attend_request *request)
{
    *marking = (struct marking){ .at = at, .request = request };
    record_init(&meeting_entity, &marking->meeting);
    record_init(&registration_entity, &marking->registration);
    record_init(&presence_entity, &marking->last);
}

static void
marking_clear(struct marking *marking)
{
    record_clear(&meeting_entity, &marking->meeting);
    record_clear(&registration_entity, &marking->registration);
    record_clear(&presence_entity, &marking->last);
}

static struct row_ref
subject_of(const struct marking *marking)
{
    return (struct row_ref){ ENTITY_MEETING, marking->request->meeting };
}

void
attend_outcome_init(struct attend_outcome *outcome)
{
    *outcome = (struct attend_outcome){ 0 };
    record_init(&presence_entity, &outcome->mark);
}

void
attend_outcome_clear(struct attend_outcome *outcome)
{
    record_clear(&presence_entity, &outcome->mark);
}

/* "1 Morning (Tue 16/03/2027 09:30–12:30), 2 Afternoon (...)" */
static void
name_slots(const struct slot_list *list, struct buffer *text)
{
    for (size_t i = 0; i < list->count; i++) {
        const struct slot *slot = &list->items[i];
        buffer_addf(text, "%s%lld ", i > 0 ? ", " : "", (long long)slot->head.id);
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

static bool
choose_slot(struct marking *marking, const struct slot_list *list, struct error *err)
{
    const int64_t wanted = marking->request->slot;

    for (size_t i = 0; wanted && i < list->count; i++)
        if (list->items[i].head.id == wanted)
            marking->slot = wanted;
    if (!wanted) {
        struct local_time now;
        if (!atelier_local_time(marking->at, atelier_now(marking->at),
                                marking->meeting.zone, &now, err))
            return false;
        const struct slot *meant = slot_list_choose(list, now);
        marking->slot = meant ? meant->head.id : 0;
    }
    bool is_whole = !wanted && list->count == 0;
    return marking->slot || is_whole || refuse_slot(list, wanted, err);
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
    struct buffer name = { 0 };
    display_title(marking->at, ENTITY_PERSON, marking->request->person, &name);
    if (registration->head.id)
        error_set_field(err, ERROR_RULE, "person",
                        _("%s is on the list without a seat (%s): accept or revive the "
                          "registration first."),
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
           atelier_may(at, MAY_CORRECT_MARKS, subject_of(marking), err);
}

/* Loads what the mark is about and decides; inside the transaction. */
static bool
prepare(struct marking *marking, struct error *err)
{
    const struct attend_request *request = marking->request;
    struct database *db = marking->at->db;

    if (!row_load(db, &meeting_entity, request->meeting, &marking->meeting, err))
        return false;
    if (!meeting_is_open(&marking->meeting))
        return error_set(err, ERROR_RULE,
                         _("The meeting is %s: its list does not change any more."),
                         _(meeting_states[marking->meeting.state].label));
    if (!find_slot(marking, err) ||
        (marking->slot &&
         !presence_table_last(db, marking->slot, request->person, &marking->last, err)) ||
        !registration_table_find(db, request->meeting, request->person,
                                 &marking->registration, err) ||
        !check_expected(marking, err))
        return false;
    marking->verdict = presence_follow(&marking->last, request->kind, err);
    return marking->verdict != PRESENCE_REFUSED && check_whose(marking, err);
}

/* Inside the transaction: the mark, unless it says what is known. */
static bool
write_mark(struct marking *marking, struct presence *mark, struct error *err)
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
    mark->at = now;
    memory_replace(&mark->by, at->login);
    memory_replace(&mark->means, request->means);
    if (!text_is_blank(request->reason))
        mark->reason = text_tidy(request->reason);
    return record_check(&presence_entity, mark, err) &&
           row_insert(at->db, &presence_entity, mark, at->login, now, err);
}

static enum act
act_of_mark(const struct marking *marking)
{
    return marking->request->kind == PRESENCE_ANNULLED ? ACT_PRESENCE_ANNUL
                                                       : ACT_PRESENCE_ADD;
}

/* "Müller, Anna · Title": language-neutral, as all summaries. */
static bool
end_mark(struct marking *marking, bool ok, const struct presence *mark, struct error *err)
{
    const struct attend_request *request = marking->request;
    struct buffer summary = { 0 };
    if (ok) {
        display_title(marking->at, ENTITY_PERSON, request->person, &summary);
        buffer_addf(&summary, " · %s", marking->meeting.title);
    }
    struct operation_note note = {
        .act = act_of_mark(marking),
        .entity = ENTITY_PRESENCE,
        .row = mark->head.id,
        .summary = buffer_text(&summary),
        .reason = mark->reason,
    };
    ok = operation_end(marking->at, ok, &note, err);
    buffer_clear(&summary);
    return ok;
}

/*
 * A meeting that nobody divided is one slot.  Making it is an act of its own, so that the
 * first mark can be undone after others have followed.
 */
static bool
open_whole_meeting(struct marking *marking, struct error *err)
{
    struct atelier *at = marking->at;
    const struct meeting *meeting = &marking->meeting;
    struct slot slot;
    record_init(&slot_entity, &slot);
    slot.meeting = meeting->head.id;
    slot.start = meeting->start;
    slot.end = meeting->end;
    struct buffer label = { 0 };
    slot_entity.title(&slot, &label);
    slot.label = buffer_take(&label);
    bool ok = row_insert(at->db, &slot_entity, &slot, at->login, atelier_now(at), err);
    struct operation_note note = {
        .act = ACT_PRESENCE_OPEN,
        .entity = ENTITY_SLOT,
        .row = slot.head.id,
        .summary = meeting->title,
    };
    ok = operation_end(at, ok, &note, err);
    record_clear(&slot_entity, &slot);
    return ok;
}

static bool
mark_once(struct marking *marking, struct attend_outcome *outcome, bool *opened,
          struct error *err)
{
    struct database *db = marking->at->db;
    *opened = false;
    if (!operation_begin(marking->at, act_permission(act_of_mark(marking)),
                         subject_of(marking), err))
        return false;
    bool ok = prepare(marking, err);
    if (ok && !marking->slot) {
        *opened = true;
        return open_whole_meeting(marking, err);
    }
    const int64_t meeting = marking->request->meeting;
    ok = ok && write_mark(marking, &outcome->mark, err) &&
         presence_table_count(db, meeting, marking->slot, &outcome->slot, err) &&
         presence_table_count(db, meeting, 0, &outcome->meeting, err);
    outcome->already = ok && marking->verdict == PRESENCE_UNCHANGED;
    ok = end_mark(marking, ok, &outcome->mark, err);
    if (outcome->already) /* maybe a colleague's */
        session_withhold(marking->at, &presence_entity, &outcome->mark);
    return ok;
}

bool
attend_mark(struct atelier *at, const struct attend_request *request,
            struct attend_outcome *outcome, struct error *err)
{
    attend_outcome_clear(outcome);
    bool opened;
    bool ok;
    do {
        struct marking marking;
        marking_init(&marking, at, request);
        ok = mark_once(&marking, outcome, &opened, err);
        marking_clear(&marking);
    } while (ok && opened);
    return ok;
}

bool
attend_slots(struct atelier *at, int64_t meeting, struct slot_list *list,
             struct error *err)
{
    return atelier_may(at, MAY_READ, (struct row_ref){ ENTITY_MEETING, meeting }, err) &&
           slot_table_list(at->db, meeting, list, err);
}

bool
attend_count(struct atelier *at, int64_t meeting, int64_t slot,
             struct presence_count *count, struct error *err)
{
    return atelier_may(at, MAY_READ, (struct row_ref){ ENTITY_MEETING, meeting }, err) &&
           presence_table_count(at->db, meeting, slot, count, err);
}
