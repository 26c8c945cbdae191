/* SPDX-License-Identifier: GPL-3.0-or-later */
/* undo.c - undo of a person's last act, or of a chosen one (rule 9), by the same
 * enrolment as any other (rule 3) */
#include "atelier/app/undo.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/when.h"
#include "atelier/store/journal_table.h"
#include "atelier/store/row_table.h"
#include "atelier/store/seats_table.h"
#include "atelier/store/staff_table.h"
#include "session/operation.h"

bool
undo_next(struct atelier *at, struct journal_entry *entry, struct error *err)
{
    return journal_table_last_undoable(at->db, at->login, entry, err);
}

/* Somebody else's act came in between: says whose, and when. */
static bool
check_not_moved(struct atelier *at, int64_t id, struct error *err)
{
    struct journal_entry since = { 0 };
    bool ok = journal_table_moved_since(at->db, id, &since, err);
    if (ok && since.id) {
        struct local_time local = local_time_from_instant(since.at);
        atelier_local_time(at, since.at, NULL, &local, NULL);
        struct buffer when = { 0 };
        when_format_local_time(local, &when);
        ok = error_set(
            err, ERROR_RULE,
            _("It cannot be undone: %s changed the same row since (%s: %s, %s)."),
            since.staff, buffer_text(&when), journal_act_label(since.act),
            since.summary ? since.summary : "");
        buffer_clear(&when);
    }
    journal_entry_clear(&since);
    return ok;
}

/* How full the meetings of an act are, so that its undo cannot overbook unseen. */
struct fullness {
    int64_t *meetings;
    int64_t *taken;
    size_t count;
};

static bool
measure(struct atelier *at, int64_t id, struct fullness *full, struct error *err)
{
    if (!journal_table_meetings(at->db, id, &full->meetings, &full->count, err))
        return false;
    full->taken = memory_new(full->count, sizeof(*full->taken));
    for (size_t i = 0; i < full->count; i++) {
        struct seats seats;
        /* A meeting that the act removed has no seats yet. */
        full->taken[i] =
            seats_table_count(at->db, full->meetings[i], &seats, NULL) ? seats.taken : 0;
    }
    return true;
}

static bool
check_seats(struct atelier *at, const struct fullness *full, struct error *err)
{
    for (size_t i = 0; i < full->count; i++) {
        struct seats seats;
        if (!seats_table_count(at->db, full->meetings[i], &seats, NULL))
            continue; /* the undo took the meeting away */
        if (seats.seats != NUMBER_NONE && seats.taken > seats.seats &&
            seats.taken > full->taken[i])
            return error_set(
                err, ERROR_RULE,
                ngettext("It cannot be undone: the seat has been given away since "
                         "(%lld of %lld is taken).",
                         "It cannot be undone: the seat has been given away since "
                         "(%lld of %lld are taken).",
                         (unsigned long)seats.seats),
                (long long)full->taken[i], (long long)seats.seats);
    }
    return true;
}

/* Rule 7: the list of a meeting that is cancelled or closed is final. */
static bool
check_open(struct atelier *at, const struct fullness *full, struct error *err)
{
    struct meeting meeting;
    record_init(&meeting_entity, &meeting);
    bool ok = true;
    for (size_t i = 0; ok && i < full->count; i++)
        if (row_load(at->db, &meeting_entity, full->meetings[i], &meeting, NULL) &&
            !meeting_is_open(&meeting))
            ok = error_set(err, ERROR_RULE,
                           _("It cannot be undone: “%s” is %s, its list does not change "
                             "any more."),
                           meeting.title, _(meeting_states[meeting.state].label));
    record_clear(&meeting_entity, &meeting);
    return ok;
}

/* Somebody must be left who can let others in. */
static bool
check_administrators(struct atelier *at, int64_t before, struct error *err)
{
    int64_t count = 0;
    if (!staff_table_administrators(at->db, &count, err))
        return false;
    return count > 0 || before == 0 ||
           error_set(err, ERROR_RULE,
                     _("It cannot be undone: nobody would be an administrator any more.  "
                       "Make somebody else one first."));
}

static bool
revert(struct atelier *at, const struct journal_entry *entry, struct error *err)
{
    struct fullness full = { 0 };
    int64_t administrators = 0;
    bool ok = check_not_moved(at, entry->id, err) && measure(at, entry->id, &full, err) &&
              staff_table_administrators(at->db, &administrators, err) &&
              journal_table_revert(at->db, entry->id, at->login, atelier_now(at), err) &&
              check_open(at, &full, err) && check_seats(at, &full, err) &&
              check_administrators(at, administrators, err);
    free(full.meetings);
    free(full.taken);
    return ok;
}

/* Undoing takes what the act itself took. */
static bool
find_permission(const struct journal_entry *entry, enum permission *permission,
                struct error *err)
{
    enum act act;
    if (!act_find(entry->act, &act))
        return error_set(err, ERROR_RULE,
                         _("This atelier does not know the act “%s”; undo it with the "
                           "program that wrote it."),
                         entry->act);
    *permission = act_permission(act);
    return true;
}

static struct row_ref
subject_of(struct atelier *at, const struct journal_entry *entry)
{
    if (entry->entity < 0 || entry->entity >= ENTITY_COUNT)
        return ROW_NONE;
    return session_subject(at, (enum entity_kind)entry->entity, entry->row);
}

bool
undo_may(struct atelier *at)
{
    struct journal_entry entry = { 0 };
    enum permission permission = MAY_ADMINISTER;
    bool may = session_renew_role(at, NULL) && undo_next(at, &entry, NULL) &&
               find_permission(&entry, &permission, NULL) &&
               atelier_may(at, permission, subject_of(at, &entry), NULL);
    journal_entry_clear(&entry);
    return may;
}

/* An act that was chosen from the history. */
static bool
load_chosen(struct atelier *at, int64_t id, struct journal_entry *entry,
            struct error *err)
{
    bool undoable = false;

    if (!journal_table_load(at->db, id, entry, err) ||
        !journal_table_is_undoable(at->db, id, &undoable, err))
        return false;
    if (entry->undone_by != 0)
        return error_set(err, ERROR_RULE, _("It is undone already."));
    if (entry->undoes != 0)
        return error_set(err, ERROR_RULE,
                         _("An undo is not undone; do again what it took back."));
    if (!undoable)
        return error_set(err, ERROR_RULE, _("How the database began is not undone."));
    if (strcmp(entry->staff, at->login) != 0)
        return error_set(err, ERROR_RULE, _("%s did it, and only they can undo it."),
                         entry->staff);
    return true;
}

/* id NULL: the newest. */
static bool
load_undoable(struct atelier *at, const int64_t *id, struct journal_entry *entry,
              struct error *err)
{
    return !id ? undo_next(at, entry, err) : load_chosen(at, *id, entry, err);
}

/* The act is looked up again in its turn: it may have been undone meanwhile. */
static bool
undo_in_turn(struct atelier *at, const int64_t *id, struct journal_entry *entry,
             struct error *err)
{
    enum permission permission = MAY_ADMINISTER;
    return load_undoable(at, id, entry, err) &&
           find_permission(entry, &permission, err) &&
           atelier_may(at, permission, subject_of(at, entry), err) &&
           revert(at, entry, err);
}

static bool
undo(struct atelier *at, const int64_t *id, struct journal_entry *entry,
     struct error *err)
{
    enum permission permission = MAY_ADMINISTER;
    if (!load_undoable(at, id, entry, err) || !find_permission(entry, &permission, err) ||
        !operation_begin(at, permission, subject_of(at, entry), err))
        return false;

    bool ok = undo_in_turn(at, id, entry, err);
    struct operation_note note = {
        .act = ACT_UNDO,
        .entity = entry->entity < 0 ? ENTITY_COUNT : (enum entity_kind)entry->entity,
        .row = entry->row,
        .summary = entry->summary,
        .undoes = entry->id,
    };
    ok = operation_end(at, ok, &note, err);
    if (ok) /* a setting or a role may be what was undone */
        session_reload(at);
    return ok;
}

/* *entry is of an act that was undone, or empty. */
static bool
undo_or_clear(struct atelier *at, const int64_t *id, struct journal_entry *entry,
              struct error *err)
{
    if (undo(at, id, entry, err))
        return true;
    journal_entry_clear(entry);
    return false;
}

bool
undo_last(struct atelier *at, struct journal_entry *entry, struct error *err)
{
    return undo_or_clear(at, NULL, entry, err);
}

bool
undo_act(struct atelier *at, int64_t id, struct journal_entry *entry, struct error *err)
{
    return undo_or_clear(at, &id, entry, err);
}
