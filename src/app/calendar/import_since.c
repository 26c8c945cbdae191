/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_since.c - what the office changed of a meeting since its event was imported
 *
 * The journal tells: what the last import of the field left there is what the event said
 * then, and a later act that lasts is the office's.
 */
#include "calendar/import_since.h"

#include "atelier/domain/act.h"
#include "atelier/store/journal_table.h"

static bool
look(struct calendar_import *import, const struct meeting *before,
     const struct field *field, struct meeting *said, bool *is_changed, struct error *err)
{
    struct database *db = import->at->db;
    const int64_t id = before->head.id;
    struct journal_entry last = { 0 };
    struct journal_entry taken = { 0 };
    bool there = false;

    *is_changed = false;
    bool ok = journal_table_moved_since(db, 0, &meeting_entity, id, field, &last, err) &&
              journal_table_moved_by(db, act_name(ACT_MEETING_IMPORT), &meeting_entity,
                                     id, field, &taken, err);
    if (ok && taken.id != 0 && taken.id != last.id) {
        ok = journal_table_past(db, &meeting_entity, id, taken.id, said, &there, err);
        *is_changed = ok && there;
    }
    journal_entry_clear(&last);
    journal_entry_clear(&taken);
    return ok;
}

bool
import_since(struct calendar_import *import, const struct meeting *before,
             const struct meeting *wanted, const char *const names[], size_t count,
             enum import_since *since, struct error *err)
{
    bool is_changed_here = false;
    bool is_changed_there = false;
    bool ok = true;

    for (size_t i = 0; ok && i < count; i++) {
        const struct field *field = entity_field(&meeting_entity, names[i]);
        struct meeting said;
        bool is_changed = false;
        if (field_equal(field, before, wanted))
            continue;
        record_init(&meeting_entity, &said);
        ok = look(import, before, field, &said, &is_changed, err);
        is_changed_here = is_changed_here || is_changed;
        is_changed_there =
            is_changed_there || !is_changed || !field_equal(field, &said, wanted);
        record_clear(&meeting_entity, &said);
    }
    *since = !is_changed_here   ? IMPORT_SINCE_NOTHING
             : is_changed_there ? IMPORT_SINCE_BOTH
                                : IMPORT_SINCE_HERE;
    return ok;
}
