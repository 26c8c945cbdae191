/* SPDX-License-Identifier: GPL-3.0-or-later */
/* undo_row.c - one row of an act taken back: exactly what the act replaced comes back, or
 * a sentence says what is in the way */
#include "undo/undo_row.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/app/display.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/domain/presence.h"
#include "atelier/domain/registration.h"
#include "atelier/domain/setting.h"
#include "atelier/domain/workshop.h"
#include "atelier/domain/workshop_choice.h"
#include "atelier/store/row_reference.h"
#include "atelier/store/row_table.h"
#include "atelier/store/seats_table.h"
#include "atelier/store/setting_table.h"
#include "noun/noun_hook.h"
#include "undo/undo_moved.h"
#include "undo/undo_presence.h"
#include "undo/undo_sequence.h"
#include "undo/undo_taken.h"

/* A row of the act: as the act found it, as it left it, and as it is. */
struct undoing {
    struct atelier *at;
    int64_t act;
    int64_t original;                   /* what it undid or redid, or itself */
    int64_t *blocker;                   /* NULL, or what moved a field since */
    struct undo_moved moved;            /* the acts that did, of all rows so far */
    bool goes_on;                       /* one was noted of this row */
    enum journal_change_kind pass;      /* only rows of that kind */
    bool has_kind[JOURNAL_REMOVED + 1]; /* seen in the first pass */
    bool has_marks;                     /* the act made marks of presence */
    bool is_stopped;                    /* by whoever is told of the rows */
    const struct journal_row *row;
    void *before;
    void *after;
    void *now;
    bool is_there;
};

static char *
title_of(struct atelier *at, const struct entity *entity, int64_t row)
{
    struct buffer title = { 0 };

    if (entity == &settings_entity)
        return buffer_take(&title);
    display_title(at, entity->kind, row, &title);
    const struct field *person = entity_field(entity, "person");
    if (title.length == 0 && person) { /* a post need not say what it is */
        void *record = record_new(entity);
        if (row_load(at->db, entity, row, record, NULL))
            display_field(at, person, record, &title);
        record_free(entity, record);
    }
    return buffer_take(&title);
}

/* --- what is in the way */

/* The registration that the row is, or is of; 0: of nobody. */
static int64_t
registration_of(const struct undoing *undoing)
{
    switch (undoing->row->entity->kind) {
    case ENTITY_REGISTRATION:
        return undoing->row->row;
    case ENTITY_WORKSHOP_CHOICE:
        return ((const struct workshop_choice *)undoing->after)->registration;
    default:
        return 0;
    }
}

/* field NULL: the row as a whole.  The act is noted, and said once all are known. */
static bool
fail_moved(struct undoing *undoing, const struct field *field, struct error *err)
{
    struct atelier *at = undoing->at;
    struct journal_entry since = { 0 };
    bool ok = journal_table_moved_since(at->db, undoing->act, undoing->row->entity,
                                        undoing->row->row, field, &since, err);
    if (ok && since.id == 0) /* undone itself, or an undo that took more with it */
        ok = journal_table_touched_since(at->db, undoing->act, undoing->row->entity,
                                         undoing->row->row, &since, err);
    if (ok && since.id == 0)
        ok = error_set(err, ERROR_RULE,
                       _("the row is not as the act left it, and the"
                         " journal does not say why; run “atelier check --thorough”."));
    if (ok) {
        undo_moved_note(&undoing->moved, &since, field, registration_of(undoing));
        undoing->goes_on = true;
    }
    journal_entry_clear(&since);
    return false;
}

static bool
is_journaled(const struct field *field)
{
    return !(field->flags & (FIELD_COMPUTED | FIELD_COUNTED));
}

/* Whether the undo brings the field back, or one that only means something with it. */
static bool
is_restored(const struct undoing *undoing, const struct field *field, bool together)
{
    return !field_equal(field, undoing->before, undoing->after) ||
           (together && (field->flags & FIELD_TOGETHER));
}

static bool
restores_together(const struct undoing *undoing)
{
    const struct entity *entity = undoing->row->entity;

    for (size_t i = 0; i < entity->field_count; i++)
        if ((entity->fields[i].flags & FIELD_TOGETHER) &&
            is_restored(undoing, &entity->fields[i], false))
            return true;
    return false;
}

/* Instants that followed new rules of their zone are what they were by the wall, and are
 * derived anew. */
static bool
moved_by_rules(const struct undoing *undoing, const struct field *field)
{
    struct journal_entry since = { 0 };
    const bool by_rules =
        (field->flags & FIELD_DERIVED) &&
        journal_table_moved_since(undoing->at->db, undoing->act, undoing->row->entity,
                                  undoing->row->row, field, &since, NULL) &&
        since.id != 0 && strcmp(since.act, act_name(ACT_MEETING_RECOMPUTE)) == 0;

    journal_entry_clear(&since);
    return by_rules;
}

static bool
is_place_anew(const struct undoing *undoing, const struct field *field)
{
    return undoing->row->entity == &registration_entity &&
           strcmp(field->name, "rank") == 0 &&
           undo_taken_is_place_anew(undoing->at, undoing->act, undoing->row->row);
}

/* `all`: the row goes, and whatever was written into it with it. */
static bool
check_unmoved(struct undoing *undoing, bool all, struct error *err)
{
    const struct entity *entity = undoing->row->entity;
    const bool together = restores_together(undoing);

    for (size_t i = 0; i < entity->field_count; i++) {
        const struct field *field = &entity->fields[i];
        if (is_journaled(field) && (all || is_restored(undoing, field, together)) &&
            !field_equal(field, undoing->now, undoing->after) &&
            !moved_by_rules(undoing, field) && !is_place_anew(undoing, field))
            return fail_moved(undoing, field, err);
    }
    return true;
}

static bool
fail_taken(const struct undoing *undoing, struct error *err)
{
    char *title = title_of(undoing->at, undoing->row->entity, undoing->row->row);

    error_set(err, ERROR_RULE, _("“%s” (%s) is there again."), title ? title : "",
              _(undoing->row->entity->label));
    free(title);
    return false;
}

/* What the database refuses of a row that comes back is there in another by now. */
static bool
explain(bool ok, struct error *err, const struct error *why)
{
    if (ok)
        return true;
    error_pass(err, why);
    if (err && why->kind == ERROR_INPUT)
        err->kind = ERROR_RULE;
    return false;
}

/* --- rows */

static void
derive(const struct undoing *undoing, const void *before, void *after)
{
    const struct noun_hook *hook = noun_hook_get(undoing->row->entity->kind);

    if (hook->derive)
        hook->derive(undoing->at, before, after);
    if (before && undoing->row->entity == &workshop_entity &&
        undo_sequence_is_of_meeting(undoing->at, undoing->act, after))
        ((struct workshop *)after)->ics_sequence =
            ((const struct workshop *)before)->ics_sequence;
}

/* Marks are kept (rule 6), and with them who was registered and marked in one act: they
 * are off the list again. */
static bool
withdraw(const struct undoing *undoing, struct error *err)
{
    struct registration *registration = undoing->now;
    const enum registration_state left = registration->state;

    registration->previous_state = left;
    registration->state = REGISTRATION_WITHDRAWN;
    registration_count_change(left, registration);
    return row_update(undoing->at->db, &registration_entity, registration,
                      undoing->at->login, atelier_now(undoing->at), err);
}

static bool
take_away(struct undoing *undoing, struct error *err)
{
    struct atelier *at = undoing->at;
    const struct journal_row *row = undoing->row;
    bool is_marked = false;

    if (!undoing->is_there)
        return fail_moved(undoing, NULL, err);
    if (!check_unmoved(undoing, true, err) ||
        (row->entity == &registration_entity &&
         !undo_presence_needs(at, undoing->act, row->row, &is_marked, err)))
        return false;
    return is_marked ? withdraw(undoing, err)
                     : row_delete_loaded(at->db, row->entity, undoing->now, err);
}

/* Under its own id; rev and what counts up go on from where they were. */
static bool
bring_back(struct undoing *undoing, struct error *err)
{
    struct record *head = undoing->before;
    struct error why = { 0 };

    if (undoing->is_there)
        return fail_taken(undoing, err);
    head->id = undoing->row->row;
    head->rev++;
    head->changed_at = atelier_now(undoing->at);
    memory_replace(&head->changed_by, undoing->at->login);
    derive(undoing, NULL, undoing->before);
    return explain(row_put(undoing->at->db, undoing->row->entity, undoing->before, &why),
                   err, &why);
}

/* The seat rule and every meeting's counters follow from the settings. */
static bool
save_settings(struct undoing *undoing, struct settings *settings, struct error *err)
{
    struct database *db = undoing->at->db;
    const struct seat_rule rule = settings_seat_rule(settings);

    return setting_table_save(db, settings, undoing->at->login, atelier_now(undoing->at),
                              err) &&
           seats_table_set_rule(db, &rule, err);
}

/* Where nothing is left of what the act did to a registration there is nothing to set
 * back. */
static bool
is_taken_back(struct undoing *undoing, bool *is, struct error *err)
{
    const struct undo_gift gift = { .act = undoing->act,
                                    .before = undoing->before,
                                    .after = undoing->after,
                                    .now = undoing->is_there ? undoing->now : NULL };

    *is = false;
    return undoing->row->entity != &registration_entity ||
           undo_taken_is(undoing->at, &gift, is, err);
}

static bool
set_back(struct undoing *undoing, struct error *err)
{
    const struct entity *entity = undoing->row->entity;
    struct error why = { 0 };
    bool is_taken = false;

    if (!is_taken_back(undoing, &is_taken, err) || is_taken)
        return is_taken;
    if (!undoing->is_there)
        return fail_moved(undoing, NULL, err);
    if (!check_unmoved(undoing, false, err))
        return false;
    void *record = record_new(entity);
    record_copy(entity, record, undoing->now);
    bool ok = journal_table_restore(undoing->at->db, undoing->row, record, err);
    if (ok && entity == &settings_entity) {
        ok = save_settings(undoing, record, err);
    } else if (ok) {
        derive(undoing, undoing->now, record);
        ok =
            explain(row_update_loaded(undoing->at->db, entity, undoing->now, record,
                                      undoing->at->login, atelier_now(undoing->at), &why),
                    err, &why);
    }
    record_free(entity, record);
    return ok;
}

/* An offer, or a seat of a workshop, that was taken back, or made again, with the act:
 * who has one or waits is settled once the seats are known, whichever of the acts is
 * named. */
static bool
is_offer_beside(const struct undoing *undoing, const struct journal_row *row,
                bool *beside, struct error *err)
{
    bool did = true;
    const bool ok =
        undoing->act == undoing->original ||
        (row->entity != &registration_entity && row->entity != &workshop_choice_entity) ||
        row->kind != JOURNAL_CHANGED ||
        journal_table_did_change(undoing->at->db, undoing->original, row->entity,
                                 row->row, &did, err);

    *beside = !did;
    return ok;
}

/* Marks, and whoever became known when they were marked: a mark is of somebody. */
static bool
is_kept(const struct undoing *undoing, const struct journal_row *row)
{
    const enum entity_kind kind = row->entity->kind;

    return undo_presence_keeps(row) ||
           (undoing->has_marks && row->kind == JOURNAL_ADDED &&
            (kind == ENTITY_PERSON || kind == ENTITY_AFFILIATION ||
             kind == ENTITY_ORGANISATION));
}

static bool
refuse_erased(const struct undoing *undoing, const struct journal_row *row,
              struct error *err)
{
    bool erased = false;

    return journal_table_was_erased(undoing->at->db, undoing->act, row->entity, row->row,
                                    &erased, err) &&
           (!erased || error_set(err, ERROR_RULE,
                                 _("somebody whom it concerns was erased since, and what "
                                   "was there is kept nowhere.")));
}

static bool
tell(struct undoing *undoing, struct error *err)
{
    const struct telling *told = &undoing->at->undo_told;

    undoing->is_stopped = told->progress && told->progress(told->context, 0, 0);
    return !undoing->is_stopped ||
           error_set(err, ERROR_CANCELLED, _("Stopped; nothing was changed."));
}

static bool
undo_row(void *context, const struct journal_row *row, struct error *err)
{
    static bool (*const ways[])(struct undoing * undoing, struct error * err) = {
        [JOURNAL_ADDED] = take_away,
        [JOURNAL_CHANGED] = set_back,
        [JOURNAL_REMOVED] = bring_back,
    };
    struct undoing *undoing = context;
    struct database *db = undoing->at->db;

    bool beside = false;

    undoing->has_kind[row->kind] = true;
    if (!tell(undoing, err))
        return false;
    if (row->kind != undoing->pass || is_kept(undoing, row))
        return true;
    if (!is_offer_beside(undoing, row, &beside, err) || beside)
        return beside;
    if (!refuse_erased(undoing, row, err))
        return false;
    undoing->row = row;
    undoing->before = record_new(row->entity);
    undoing->after = record_new(row->entity);
    undoing->now = record_new(row->entity);
    bool ok = journal_table_now(db, row->entity, row->row, undoing->now,
                                &undoing->is_there, err);
    if (ok) {
        bool was_there = undoing->is_there;
        record_copy(row->entity, undoing->after, undoing->now);
        ok = journal_table_take_back(db, row->entity, row->row, undoing->act,
                                     undoing->after, &was_there, err);
    }
    if (ok) {
        record_copy(row->entity, undoing->before, undoing->after);
        ok = journal_table_restore(db, row, undoing->before, err) &&
             (ways[row->kind](undoing, err) || undoing->goes_on);
        undoing->goes_on = false;
    }
    record_free(row->entity, undoing->before);
    record_free(row->entity, undoing->after);
    record_free(row->entity, undoing->now);
    return ok;
}

/* --- references, once all rows are back */

/* By the name that it had, as it is gone by now. */
static char *
name_of_gone(struct atelier *at, int64_t act, const struct journal_row *row)
{
    void *record = record_new(row->entity);
    struct buffer name = { 0 };
    bool was_there = false;

    if (journal_table_past(at->db, row->entity, row->row, act, record, &was_there,
                           NULL) &&
        was_there)
        row->entity->title(record, &name);
    record_free(row->entity, record);
    return name.length > 0 ? buffer_take(&name) : NULL;
}

static bool
check_needed(const struct undoing *undoing, const struct journal_row *row,
             struct error *err)
{
    struct atelier *at = undoing->at;
    struct row_ref needing = ROW_NONE;

    if (!row_reference_needing(at->db, row->entity, row->row, &needing, err))
        return false;
    if (needing.id == 0)
        return true;
    const struct entity *other = entity_get(needing.entity);
    struct journal_entry since = { 0 };
    if (undoing->blocker && journal_table_moved_since(at->db, undoing->act, other,
                                                      needing.id, NULL, &since, NULL))
        *undoing->blocker = since.id;
    journal_entry_clear(&since);
    char *gone = name_of_gone(at, undoing->act, row);
    char *title = title_of(at, other, needing.id);
    if (other == &presence_entity)
        error_set(err, ERROR_RULE,
                  _("%s “%s” has marks of presence, which are kept, "
                    "undone ones too.  Withdraw the person instead."),
                  _(row->entity->label), gone ? gone : "");
    else
        error_set(err, ERROR_RULE, _("%s “%s” would go, and %s %lld, “%s”, needs it."),
                  _(row->entity->label), gone ? gone : "", _(other->label),
                  (long long)needing.id, title ? title : "");
    free(gone);
    free(title);
    return false;
}

static bool
check_found(struct atelier *at, const struct journal_row *row, struct error *err)
{
    const struct field *missing = NULL;
    void *record = record_new(row->entity);
    bool ok = row_load(at->db, row->entity, row->row, record, err) &&
              row_reference_missing(at->db, row->entity, record, &missing, err);

    if (ok && missing) {
        char *title = title_of(at, row->entity, row->row);
        ok = error_set(err, ERROR_RULE,
                       _("“%s” would come back without what it"
                         " refers to (%s), which is gone."),
                       title ? title : "", _(missing->label));
        free(title);
    }
    record_free(row->entity, record);
    return ok;
}

static bool
check_references(void *context, const struct journal_row *row, struct error *err)
{
    struct undoing *undoing = context;
    bool beside = false;

    if (!tell(undoing, err))
        return false;
    if (row->entity == &settings_entity || is_kept(undoing, row))
        return true;
    if (!is_offer_beside(undoing, row, &beside, err) || beside)
        return beside;
    return row->kind == JOURNAL_ADDED ? check_needed(undoing, row, err)
                                      : check_found(undoing->at, row, err);
}

bool
undo_rows(struct atelier *at, int64_t act, int64_t original, int64_t *blocker,
          struct error *err)
{
    /* What was added goes first: it may hold what may be there once only. */
    static const enum journal_change_kind passes[] = { JOURNAL_ADDED, JOURNAL_CHANGED,
                                                       JOURNAL_REMOVED };
    struct undoing undoing = { .at = at, .act = act, .original = original };
    undoing.blocker = blocker;
    bool ok = row_reference_defer(at->db, err) &&
              undo_presence_has(at, act, &undoing.has_marks, err);

    for (size_t i = 0; ok && i < sizeof passes / sizeof passes[0]; i++) {
        undoing.pass = passes[i];
        if (i == 0 || undoing.has_kind[passes[i]])
            ok = journal_table_each_row(at->db, act, undo_row, &undoing, err);
    }
    if (undoing.moved.count > 0 && !undoing.is_stopped) {
        if (blocker)
            *blocker = undo_moved_newest(&undoing.moved);
        ok = undo_moved_fail(at, &undoing.moved, err);
    }
    undo_moved_clear(&undoing.moved);
    ok = ok && undo_presence(at, act, err);
    return ok && (!row_reference_is_any_missing(at->db) ||
                  journal_table_each_row(at->db, act, check_references, &undoing, err));
}
