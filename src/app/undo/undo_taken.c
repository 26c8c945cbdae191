/* SPDX-License-Identifier: GPL-3.0-or-later */
/* undo_taken.c - a seat that an act gave to who waited, and that another undo has taken
 * back already */
#include "undo/undo_taken.h"

#include "atelier/store/journal_table.h"

static bool
gave_seat(const struct undo_gift *gift)
{
    return gift->before->state == REGISTRATION_WAITING &&
           (gift->after->state == REGISTRATION_OFFERED ||
            gift->after->state == REGISTRATION_ACCEPTED ||
            gift->after->state == REGISTRATION_PENDING);
}

/* Whether the entry took an act back, or put it back, that did not touch the row, or not
 * since the seat was given. */
static bool
is_beside(struct atelier *at, const struct journal_entry *entry,
          const struct undo_gift *gift, bool *beside, struct error *err)
{
    struct journal_entry first = { 0 };
    bool did = true;
    bool ok = journal_table_load(at->db, entry->id, &first, err);

    while (ok && journal_entry_taken(&first) != 0)
        ok = journal_table_load(at->db, journal_entry_taken(&first), &first, err);
    ok = ok && journal_table_did_change(at->db, first.id, &registration_entity,
                                        gift->before->head.id, &did, err);
    *beside = !did || first.id < gift->act;
    journal_entry_clear(&first);
    return ok;
}

bool
undo_taken_is(struct atelier *at, const struct undo_gift *gift, bool *is,
              struct error *err)
{
    const struct field *state = entity_field(&registration_entity, "state");
    struct journal_entry next = { 0 };
    bool ok = true;

    *is = false;
    if (!gave_seat(gift) || (gift->now && gift->now->state != REGISTRATION_WAITING))
        return true;
    ok = journal_table_moved_next(at->db, gift->act, &registration_entity,
                                  gift->before->head.id, state, &next, err);
    if (ok && next.id == 0) /* an answer that was undone, and the offer with it */
        *is = gift->now != NULL;
    else if (ok)
        ok = is_beside(at, &next, gift, is, err);
    journal_entry_clear(&next);
    return ok;
}

bool
undo_taken_is_place_anew(struct atelier *at, int64_t act, int64_t registration)
{
    const struct field *rank = entity_field(&registration_entity, "rank");
    struct journal_entry since = { 0 };
    const bool is = journal_table_moved_since(at->db, act, &registration_entity,
                                              registration, rank, &since, NULL) &&
                    since.id == 0;

    journal_entry_clear(&since);
    return is;
}
