/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sheet_signers.c - who signs an attendance sheet for the meeting: the chair of the group
 * and those who lead workshops */
#include "print/sheet_signers.h"

#include "atelier/domain/membership.h"
#include "atelier/domain/workshop.h"
#include "atelier/store/journal_table.h"
#include "atelier/store/membership_table.h"
#include "atelier/store/row_table.h"
#include "atelier/store/workshop_table.h"
#include "session/session.h"

struct signing {
    struct atelier *at;
    int64_t closing; /* the act that closed the meeting; 0: all is as it is */
    sheet_signer_take *take;
    void *context;
};

/* --- as it was */

/* Where the journal does not know of a closing, all is as it is. */
static bool
find_closing(struct atelier *at, const struct meeting *meeting, int64_t *closing,
             struct error *err)
{
    struct journal_entry entry = { 0 };
    bool ok = true;

    *closing = 0;
    if (meeting->state == MEETING_CLOSED) {
        ok = journal_table_moved_by(at->db, act_name(ACT_MEETING_CLOSE), &meeting_entity,
                                    meeting->head.id,
                                    entity_field(&meeting_entity, "state"), &entry, err);
        *closing = entry.id;
    }
    journal_entry_clear(&entry);
    return ok;
}

/* The row in its time; *there is false when there is none. */
static bool
load(struct atelier *at, int64_t closing, const struct entity *entity, int64_t row,
     void *record, bool *there, struct error *err)
{
    return closing != 0
               ? journal_table_past(at->db, entity, row, closing, record, there, err)
               : journal_table_now(at->db, entity, row, record, there, err);
}

bool
sheet_signers_group(struct atelier *at, const struct meeting *meeting,
                    struct working_group *group, struct error *err)
{
    int64_t closing = 0;
    bool there = false;

    return find_closing(at, meeting, &closing, err) &&
           load(at, closing, &working_group_entity, meeting->group, group, &there, err) &&
           (there || row_load(at->db, &working_group_entity, meeting->group, group, err));
}

/* --- one after the other */

static bool
take_person(const struct signing *signing, bool leads, int64_t id, struct error *err)
{
    struct person person;
    bool there = false;

    record_init(&person_entity, &person);
    const bool ok = id == 0 || load(signing->at, signing->closing, &person_entity, id,
                                    &person, &there, err);
    if (ok)
        signing->take(signing->context, leads, there ? &person : NULL);
    record_clear(&person_entity, &person);
    return ok;
}

/* As the group itself says, else by a membership; 0: nobody chairs. */
static bool
find_chair(const struct signing *signing, const struct meeting *meeting,
           const struct working_group *group, int64_t *chair, struct error *err)
{
    struct membership_list list = { 0 };
    int64_t first = 0;
    bool ok = true;

    *chair = group->chair;
    if (group->chair == 0)
        ok = membership_table_on(signing->at->db, meeting->group, meeting->start.date,
                                 &list, err);
    for (size_t i = 0; ok && i < list.count; i++) {
        struct membership *then = &list.items[i];
        bool there = false;
        const int64_t id = then->head.id;
        if (then->role != MEMBERSHIP_CHAIR || (first != 0 && id > first))
            continue;
        ok = signing->closing == 0 || load(signing->at, signing->closing,
                                           &membership_entity, id, then, &there, err);
        first = id;
        *chair = then->person;
    }
    membership_list_clear(&list);
    return ok;
}

/* Whether an earlier workshop has that leader. */
static bool
is_named(const struct workshop_list *list, size_t before)
{
    for (size_t i = 0; i < before; i++)
        if (list->items[i].state == WORKSHOP_PLANNED &&
            list->items[i].leader == list->items[before].leader)
            return true;
    return false;
}

static bool
take_leaders(const struct signing *signing, const struct meeting *meeting,
             struct error *err)
{
    struct workshop_list list = { 0 };
    bool there = false;
    bool ok = workshop_table_list(signing->at->db, meeting->head.id, &list, err);

    for (size_t i = 0; ok && signing->closing != 0 && i < list.count; i++)
        ok = load(signing->at, signing->closing, &workshop_entity, list.items[i].head.id,
                  &list.items[i], &there, err);
    for (size_t i = 0; ok && i < list.count; i++)
        if (list.items[i].state == WORKSHOP_PLANNED && list.items[i].leader &&
            !is_named(&list, i))
            ok = take_person(signing, true, list.items[i].leader, err);
    workshop_list_clear(&list);
    return ok;
}

bool
sheet_signers_each(struct atelier *at, const struct meeting *meeting,
                   const struct working_group *group, sheet_signer_take *take,
                   void *context, struct error *err)
{
    struct signing signing = { .at = at, .take = take, .context = context };
    int64_t chair = 0;

    return find_closing(at, meeting, &signing.closing, err) &&
           find_chair(&signing, meeting, group, &chair, err) &&
           take_person(&signing, false, chair, err) &&
           take_leaders(&signing, meeting, err);
}
