/* SPDX-License-Identifier: GPL-3.0-or-later */
/* register_many.c - many people in one act; who does not fit is skipped and counted (rule
 * 11) */
#include <string.h>

#include "atelier/app/register.h"
#include "atelier/store/registration_table.h"
#include "atelier/store/row_table.h"
#include "enrolment/register_door.h"
#include "session/operation.h"

static bool
end_many(struct register_door *door, bool ok, enum act act, size_t count,
         const char *reason, struct error *err)
{
    struct buffer summary = { 0 };
    buffer_addf(&summary, "%s (%zu)", door->meeting.title ? door->meeting.title : "",
                count);
    struct operation_note note = {
        .act = act,
        .entity = ENTITY_MEETING,
        .row = door->meeting.head.id,
        .summary = buffer_text(&summary),
        .reason = reason,
    };
    ok = operation_end(door->at, ok, &note, err);
    buffer_clear(&summary);
    return ok;
}

static void
skip_one(struct register_skipped *skipped, const struct error *why)
{
    size_t i = 0;
    skipped->count++;
    while (i < skipped->reason_count &&
           strcmp(skipped->reasons[i].why.message, why->message) != 0)
        i++;
    if (i == REGISTER_REASONS)
        return;
    if (i == skipped->reason_count)
        skipped->reasons[skipped->reason_count++].why = *why;
    skipped->reasons[i].count++;
}

static bool
is_skipped(const struct error *refusal)
{
    return refusal->kind == ERROR_RULE || refusal->kind == ERROR_QUESTION ||
           refusal->kind == ERROR_NOT_FOUND;
}

/* All of one meeting: the door is opened with the first. */
static bool
act_on(struct register_door *door, int64_t id, enum registration_act act,
       const char *reason, struct register_outcome *outcome, struct error *err)
{
    struct registration registration;
    record_init(&registration_entity, &registration);
    bool ok = row_load(door->at->db, &registration_entity, id, &registration, err);
    if (ok && door->meeting.head.id != registration.meeting) {
        struct atelier *at = door->at;
        register_door_close(door);
        ok = atelier_may(at, MAY_REGISTER,
                         record_subject(&registration_entity, &registration), err) &&
             register_door_open(door, at, registration.meeting, err);
        if (!ok) /* nobody passes a door that stays shut */
            register_door_close(door);
    }
    ok = ok && register_door_act(door, &registration, act, reason, outcome, err);
    record_clear(&registration_entity, &registration);
    return ok;
}

bool
register_act_many(struct atelier *at, const int64_t *registrations, size_t count,
                  enum registration_act act, const char *reason, size_t *done,
                  struct register_skipped *skipped, struct error *err)
{
    struct register_door door = { .at = at };
    bool overbooked = false;
    bool ok = true;
    *done = 0;
    *skipped = (struct register_skipped){ 0 };
    if (count == 0)
        return true;
    if (!operation_begin(at, MAY_REGISTER,
                         session_subject(at, ENTITY_REGISTRATION, registrations[0]), err))
        return false;
    for (size_t i = 0; ok && i < count; i++) {
        struct register_outcome outcome;
        struct error refusal = { 0 };
        if (act_on(&door, registrations[i], act, reason, &outcome, &refusal)) {
            ++*done;
            overbooked = overbooked || outcome.overbooked;
        } else if (is_skipped(&refusal)) {
            skip_one(skipped, &refusal);
        } else {
            *err = refusal;
            ok = false;
        }
    }
    ok = end_many(&door, ok,
                  overbooked ? ACT_REGISTRATION_OVERBOOK : register_door_journal_act(act),
                  *done, reason, err);
    register_door_close(&door);
    return ok;
}
