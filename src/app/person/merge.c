/* SPDX-License-Identifier: GPL-3.0-or-later */
/* merge.c - two people who turn out to be one, as one act */
#include "atelier/app/merge.h"

#include <stdlib.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/store/registration_table.h"
#include "atelier/store/row_reference.h"
#include "atelier/store/row_table.h"
#include "person/merge_fields.h"
#include "person/merge_row.h"
#include "session/operation.h"

void
merge_outcome_init(struct merge_outcome *outcome)
{
    *outcome = (struct merge_outcome){ 0 };
    record_init(&person_entity, &outcome->keep);
    record_init(&person_entity, &outcome->other);
    record_init(&person_entity, &outcome->after);
}

void
merge_outcome_clear(struct merge_outcome *outcome)
{
    record_clear(&person_entity, &outcome->keep);
    record_clear(&person_entity, &outcome->other);
    record_clear(&person_entity, &outcome->after);
}

/* --- the rows that refer to the other, gathered before any of them is written */

struct gathering {
    int64_t *rows;
    size_t count;
    size_t capacity;
};

static bool
gather(void *context, int64_t id, struct error *err)
{
    struct gathering *gathering = context;

    (void)err;
    gathering->rows = memory_grow(gathering->rows, &gathering->capacity,
                                  gathering->count + 1, sizeof gathering->rows[0]);
    gathering->rows[gathering->count++] = id;
    return true;
}

static bool
count_kept(void *context, int64_t id, struct error *err)
{
    (void)id;
    (void)err;
    ++*(size_t *)context;
    return true;
}

static bool
move_field(struct atelier *at, const struct entity *entity, const struct field *field,
           struct merge_outcome *outcome, struct error *err)
{
    struct gathering found = { 0 };
    bool ok = row_reference_each(at->db, entity, field, outcome->keep.head.id, count_kept,
                                 &outcome->kept[entity->kind], err) &&
              row_reference_each(at->db, entity, field, outcome->other.head.id, gather,
                                 &found, err);

    for (size_t i = 0; ok && i < found.count; i++) {
        const struct merge_row merge = { .at = at,
                                         .entity = entity,
                                         .field = field,
                                         .row = found.rows[i],
                                         .keep = outcome->keep.head.id };
        bool folded = false;
        ok = merge_row(&merge, &folded, err);
        outcome->moved[entity->kind] += ok && !folded;
        outcome->folded[entity->kind] += ok && folded;
    }
    free(found.rows);
    return ok;
}

/* Whatever refers to a person, a noun that comes later too. */
static bool
move_all(struct atelier *at, struct merge_outcome *outcome, struct error *err)
{
    bool ok = true;

    for (int kind = 0; ok && kind < ENTITY_COUNT; kind++) {
        const struct entity *entity = entity_get((enum entity_kind)kind);
        for (size_t i = 0; ok && i < entity->field_count; i++)
            if (entity->fields[i].kind == FIELD_REFERENCE &&
                entity->fields[i].refers_to == ENTITY_PERSON)
                ok = move_field(at, entity, &entity->fields[i], outcome, err);
    }
    return ok;
}

/* --- the two of them */

static bool
check_two(const struct merge_outcome *outcome, struct error *err)
{
    if (outcome->keep.head.id == outcome->other.head.id)
        return error_set(err, ERROR_RULE,
                         _("A person cannot be merged into themselves."));
    if (outcome->keep.merged_into != 0)
        return error_set(
            err, ERROR_RULE, _("Person %lld was merged into person %lld; keep that one."),
            (long long)outcome->keep.head.id, (long long)outcome->keep.merged_into);
    return outcome->other.merged_into == 0 ||
           error_set(
               err, ERROR_RULE, _("Person %lld was merged into person %lld already."),
               (long long)outcome->other.head.id, (long long)outcome->other.merged_into);
}

static bool
write_two(struct atelier *at, struct merge_outcome *outcome, struct error *err)
{
    struct person merged;
    struct person written;

    record_init(&person_entity, &merged);
    record_init(&person_entity, &written);
    record_copy(&person_entity, &merged, &outcome->other);
    record_copy(&person_entity, &written, &outcome->after);
    merged.merged_into = outcome->keep.head.id;
    const bool ok = row_update_loaded(at->db, &person_entity, &outcome->other, &merged,
                                      at->login, atelier_now(at), err) &&
                    (record_equal(&person_entity, &outcome->keep, &outcome->after) ||
                     row_update_loaded(at->db, &person_entity, &outcome->keep, &written,
                                       at->login, atelier_now(at), err));
    record_clear(&person_entity, &merged);
    record_clear(&person_entity, &written);
    return ok;
}

static bool
merge(struct atelier *at, const struct merge_request *request,
      struct merge_outcome *outcome, struct error *err)
{
    if (!row_load(at->db, &person_entity, request->keep, &outcome->keep, err) ||
        !row_load(at->db, &person_entity, request->other, &outcome->other, err) ||
        !check_two(outcome, err))
        return false;
    merge_fields(request, outcome);
    return record_check(&person_entity, &outcome->after, err) &&
           move_all(at, outcome, err) && write_two(at, outcome, err) &&
           registration_table_join_counts(at->db, request->keep, request->other, err);
}

/* "Muller, Ana → Müller, Anna": language-neutral, as all summaries. */
static bool
end(struct atelier *at, bool ok, const struct merge_outcome *outcome, struct error *err)
{
    struct buffer summary = { 0 };

    if (ok) {
        person_entity.title(&outcome->other, &summary);
        buffer_add(&summary, " → ");
        person_entity.title(&outcome->keep, &summary);
    }
    const struct operation_note note = {
        .act = ACT_PERSON_MERGE,
        .entity = ENTITY_PERSON,
        .row = outcome->keep.head.id,
        .summary = buffer_text(&summary),
    };
    ok = operation_end(at, ok, &note, err);
    buffer_clear(&summary);
    return ok;
}

bool
merge_people(struct atelier *at, const struct merge_request *request,
             struct merge_outcome *outcome, struct error *err)
{
    return operation_begin(at, ACT_PERSON_MERGE_NEEDS, ROW_NONE, err) &&
           end(at, merge(at, request, outcome, err), outcome, err);
}

bool
merge_try(struct atelier *at, const struct merge_request *request,
          struct merge_outcome *outcome, struct error *err)
{
    if (!operation_begin(at, ACT_PERSON_MERGE_NEEDS, ROW_NONE, err))
        return false;
    const bool ok = merge(at, request, outcome, err);
    transaction_roll_back(at->db);
    return ok;
}
