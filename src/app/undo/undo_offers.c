/* SPDX-License-Identifier: GPL-3.0-or-later */
/* undo_offers.c - whose offers an undo or a redo took back: they are told apart from what
 * was undone */
#include <stdlib.h>

#include "atelier/app/display.h"
#include "atelier/app/undo.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/domain/registration.h"
#include "atelier/domain/workshop_choice.h"
#include "atelier/store/journal_table.h"
#include "atelier/store/row_table.h"
#include "enrolment/turn.h"
#include "session/session.h"

struct finding {
    struct atelier *at;
    int64_t original; /* the act that was taken back or put back */
    struct undo_offers *offers;
};

static void
add_offer(struct undo_offers *offers, int64_t person)
{
    offers->people = memory_grow(offers->people, &offers->capacity, offers->count + 1,
                                 sizeof offers->people[0]);
    offers->people[offers->count++] = person;
}

/* A seat of a workshop that the rule had given, and that whoever came back has now. */
static bool
visit_choice(struct finding *finding, const struct journal_row *row, struct error *err)
{
    struct database *db = finding->at->db;
    struct workshop_choice before;
    struct workshop_choice now;
    bool did = false;
    if (!journal_table_did_change(db, finding->original, row->entity, row->row, &did,
                                  err) ||
        did)
        return did;
    record_init(&workshop_choice_entity, &before);
    record_init(&workshop_choice_entity, &now);
    const bool waits = row_load(db, &workshop_choice_entity, row->row, &now, NULL) &&
                       now.state == CHOICE_WAITING;
    if (waits)
        record_copy(&workshop_choice_entity, &before, &now);
    const bool ok = !waits || journal_table_restore(db, row, &before, err);
    if (ok && waits && before.state == CHOICE_SEATED) {
        struct registration registration;
        record_init(&registration_entity, &registration);
        if (row_load(db, &registration_entity, now.registration, &registration, NULL)) {
            finding->offers->promised++;
            add_offer(finding->offers, registration.person);
        }
        record_clear(&registration_entity, &registration);
    }
    record_clear(&workshop_choice_entity, &before);
    record_clear(&workshop_choice_entity, &now);
    return ok;
}

/* No other act leads from an offer, or a promised seat, back to the list. */
static bool
visit_row(void *context, const struct journal_row *row, struct error *err)
{
    struct finding *finding = context;
    struct database *db = finding->at->db;
    struct registration before;
    struct registration now;

    if (row->entity == &workshop_choice_entity && row->kind == JOURNAL_CHANGED)
        return visit_choice(finding, row, err);
    if (row->entity != &registration_entity || row->kind != JOURNAL_CHANGED)
        return true;
    record_init(&registration_entity, &before);
    record_init(&registration_entity, &now);
    const bool waits = row_load(db, &registration_entity, row->row, &now, NULL) &&
                       now.state == REGISTRATION_WAITING;
    if (waits)
        record_copy(&registration_entity, &before, &now);
    const bool ok = !waits || journal_table_restore(db, row, &before, err);
    if (ok && waits &&
        (before.state == REGISTRATION_OFFERED ||
         turn_is_promised(before.state, before.rank))) {
        finding->offers->promised += before.state == REGISTRATION_PENDING;
        add_offer(finding->offers, now.person);
    }
    record_clear(&registration_entity, &before);
    record_clear(&registration_entity, &now);
    return ok;
}

bool
undo_offers_find(struct atelier *at, const struct journal_entry *entry,
                 struct undo_offers *offers)
{
    struct finding finding = { .at = at, .original = entry->id, .offers = offers };
    struct journal_entry last = { 0 };

    *offers = (struct undo_offers){ 0 };
    bool ok = journal_table_load(at->db, entry->id, &last, NULL);
    while (ok && last.undone_by != 0)
        ok = journal_table_load(at->db, last.undone_by, &last, NULL);
    if (ok && journal_entry_taken(&last) != 0)
        journal_table_each_row(at->db, last.id, visit_row, &finding, NULL);
    journal_entry_clear(&last);
    return offers->count > 0;
}

void
undo_offers_say(struct atelier *at, const struct undo_offers *offers, struct buffer *text)
{
    enum { NAMED = 3 };
    struct buffer names = { 0 };
    const size_t named = offers->count > NAMED ? 1 : offers->count;

    for (size_t i = 0; i < named; i++) { /* the last was taken back first */
        if (i > 0)
            buffer_add(&names, ", ");
        display_title(at, ENTITY_PERSON, offers->people[offers->count - 1 - i], &names);
    }
    if (offers->promised > 0 && offers->count <= NAMED)
        buffer_addf(text, ngettext("%s waits again.", "%s wait again.", offers->count),
                    buffer_text(&names));
    else if (offers->count == 1)
        buffer_addf(text, _("The offer to %s is taken back."), buffer_text(&names));
    else if (offers->count <= NAMED)
        buffer_addf(text, _("The offers to %s are taken back."), buffer_text(&names));
    else
        buffer_addf(text,
                    ngettext("%zu offer is taken back, that of %s.",
                             "%zu offers are taken back, among them that of %s.",
                             offers->count),
                    offers->count, buffer_text(&names));
    buffer_clear(&names);
}

void
undo_offers_clear(struct undo_offers *offers)
{
    free(offers->people);
    *offers = (struct undo_offers){ 0 };
}
