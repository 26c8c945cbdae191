/* SPDX-License-Identifier: GPL-3.0-or-later */
/* undo.c - undo of a person's last act, or of a chosen one (rule 9), by the same
 * enrolment as any other (rule 3) */
#include "atelier/app/undo.h"

#include <string.h>

#include "atelier/base/language.h"
#include "atelier/domain/when.h"
#include "atelier/store/journal_table.h"
#include "enrolment/settle.h"
#include "session/administrators.h"
#include "session/operation.h"
#include "undo/undo_parts.h"
#include "undo/undo_report.h"
#include "undo/undo_row.h"
#include "undo/undo_seats.h"
#include "undo/undo_settled.h"
#include "undo/undo_slots.h"

bool
undo_next(struct atelier *at, int64_t before, struct journal_entry *entry,
          struct error *err)
{
    return journal_table_last_undoable(at->db, at->login, before, entry, err);
}

bool
undo_is_long_ago(const struct atelier *at, const struct journal_entry *entry)
{
    enum { WORKING_DAY = 12 * 60 * 60 };

    return entry->at < atelier_now(at) - WORKING_DAY;
}

/* Somebody must be left who can come in and let others in. */
static bool
check_administrators(struct atelier *at, const struct administrators *before,
                     struct error *err)
{
    struct administrators after;
    if (!administrators_count(at, NULL, &after, err))
        return false;
    return ((after.all > 0 || before->all == 0) &&
            (after.known > 0 || before->known == 0)) ||
           error_set(err, ERROR_RULE,
                     _("nobody would be an administrator any more.  "
                       "Make somebody else one first."));
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

/* The act, or what stands for it: the last redo of what was undone and redone. */
static bool
load_standing(struct atelier *at, int64_t id, struct journal_entry *entry,
              struct error *err)
{
    bool ok = journal_table_load(at->db, id, entry, err);

    while (ok && entry->undone_by != 0)
        ok = journal_table_load(at->db, entry->undone_by, entry, err);
    return ok;
}

bool
undo_is_own(struct atelier *at, int64_t id)
{
    struct journal_entry entry = { 0 };
    const bool is =
        load_standing(at, id, &entry, NULL) && strcmp(entry.staff, at->login) == 0;

    journal_entry_clear(&entry);
    return is;
}

/* An act that was chosen from the history. */
static bool
load_chosen(struct atelier *at, int64_t id, struct journal_entry *entry,
            struct error *err)
{
    bool undoable = false;

    if (!load_standing(at, id, entry, err) ||
        !journal_table_is_undoable(at->db, entry->id, &undoable, err))
        return false;
    if (entry->undoes != 0 && entry->id != id)
        return error_set(err, ERROR_RULE, _("It is undone already."));
    if (entry->undoes != 0)
        return error_set(err, ERROR_RULE,
                         _("An undo is not undone: “redo” puts back what it took."));
    enum act act;
    if (act_find(entry->act, &act) && act_gives_seat(act))
        return true;
    if (act_find(entry->act, &act) && act == ACT_MEETING_RECOMPUTE)
        return error_set(err, ERROR_RULE,
                         _("That meetings follow the rules of their time zone is not "
                           "undone; change their times instead."));
    if (act_find(entry->act, &act) && act == ACT_PRESENCE_OPEN)
        return error_set(
            err, ERROR_RULE,
            _("It made the slot in which people are marked, and stays as the "
              "marks do: annul the marks instead."));
    if (act_find(entry->act, &act) && act == ACT_PERSON_ERASE)
        return error_set(err, ERROR_RULE,
                         _("Whoever was erased does not come back: nothing is kept of "
                           "them."));
    if (act_find(entry->act, &act) && act == ACT_SHEET_ADD)
        return error_set(err, ERROR_RULE,
                         _("What is printed stays printed.  Once the list is right, the "
                           "next sheet has the next version."));
    return undoable ||
           error_set(err, ERROR_RULE, _("How the database began is not undone."));
}

/* Taking the closing of a meeting, or of its report, back is a slip mended on the day, by
 * who made it; later it is reopening. */
static bool
reopens(struct atelier *at, const struct journal_entry *entry, bool is_own,
        enum permission *permission)
{
    const bool is_report = strcmp(entry->act, act_name(ACT_REPORT_FINALISE)) == 0;

    *permission = is_report ? ACT_REPORT_REOPEN_NEEDS : ACT_MEETING_REOPEN_NEEDS;
    if (!is_report && strcmp(entry->act, act_name(ACT_MEETING_CLOSE)) != 0)
        return false;
    struct local_time then = local_time_from_instant(entry->at);
    atelier_local_time(at, entry->at, NULL, &then, NULL);
    return !is_own || date_compare(then.date, atelier_today(at)) != 0;
}

/* Rule 13: what a colleague did takes an organiser, and a reason. */
static bool
check_whose(struct atelier *at, const struct journal_entry *entry,
            struct questions *questions, struct error *err)
{
    const bool is_own = strcmp(entry->staff, at->login) == 0;
    enum permission permission;
    if (reopens(at, entry, is_own, &permission) &&
        !atelier_may(at, permission, subject_of(at, entry), err))
        return false;
    if (is_own)
        return true;
    if (!atelier_may(at, MAY_UNDO_OTHERS, subject_of(at, entry), err))
        return false;
    if (question_answer(questions, QUESTION_COLLEAGUE)) {
        question_decide(questions, QUESTION_COLLEAGUE);
        return true;
    }
    struct buffer summary = { 0 };
    struct buffer when = { 0 };
    struct local_time local = local_time_from_instant(entry->at);
    atelier_local_time(at, entry->at, NULL, &local, NULL);
    when_format_local_time(local, &when);
    journal_add_summary(entry->summary, &summary);
    const char *act = journal_act_label(entry->act);
    if (summary.length > 0)
        question_put(questions, QUESTION_COLLEAGUE, err,
                     /* TRANSLATORS: login, day and hour, act, whom or what */
                     _("%s did this, not you (%s): %s, %s."), entry->staff,
                     buffer_text(&when), act, buffer_text(&summary));
    else
        question_put(questions, QUESTION_COLLEAGUE, err,
                     /* TRANSLATORS: login, day and hour, act */
                     _("%s did this, not you (%s): %s."), entry->staff,
                     buffer_text(&when), act);
    buffer_clear(&summary);
    buffer_clear(&when);
    return false;
}

/* How an act to take back is found, the same before and in the turn. */
struct choice_of_act {
    enum act act;      /* ACT_UNDO or ACT_REDO */
    const int64_t *id; /* NULL: the newest */
    struct questions *questions;
    int64_t *blocker; /* NULL, or the act that has moved what would come back */
};

static bool
load(struct atelier *at, const struct choice_of_act *choice, struct journal_entry *entry,
     struct error *err)
{
    if (choice->act == ACT_REDO)
        return journal_table_last_redoable(at->db, at->login, entry, err);
    return !choice->id ? undo_next(at, 0, entry, err)
                       : load_chosen(at, *choice->id, entry, err);
}

/* What the act itself took; of an undo and of a redo, what the act did that they are
 * about. */
static bool
permission_of(struct atelier *at, const struct journal_entry *entry,
              enum permission *permission, struct error *err)
{
    const int64_t about = journal_entry_taken(entry);
    if (about == 0)
        return find_permission(entry, permission, err);
    struct journal_entry other = { 0 };
    const bool ok = journal_table_load(at->db, about, &other, err) &&
                    permission_of(at, &other, permission, err);
    journal_entry_clear(&other);
    return ok;
}

bool
undo_may(struct atelier *at)
{
    struct journal_entry entry = { 0 };
    enum permission permission = MAY_ADMINISTER;
    bool may = session_renew_role(at, NULL) && undo_next(at, 0, &entry, NULL) &&
               permission_of(at, &entry, &permission, NULL) &&
               atelier_may(at, permission, subject_of(at, &entry), NULL);
    journal_entry_clear(&entry);
    return may;
}

/* The act itself, whatever was undone and redone of it since. */
static bool
find_original(struct atelier *at, struct journal_entry *entry, struct error *err)
{
    bool ok = true;

    while (ok && journal_entry_taken(entry) != 0)
        ok = journal_table_load(at->db, journal_entry_taken(entry), entry, err);
    return ok;
}

/* The act that the entry is, undid or redid in the end. */
struct original {
    int64_t id;
    bool settled; /* it gave out a freed seat */
    bool merged;  /* it merged two people: lists stay what they are, whoever it was */
};

static bool
load_original(struct atelier *at, const struct journal_entry *entry,
              struct original *original, struct error *err)
{
    struct journal_entry other = { 0 };
    enum act act;
    const bool ok = journal_table_load(at->db, entry->id, &other, err) &&
                    find_original(at, &other, err);

    original->id = other.id;
    const bool known = ok && act_find(other.act, &act);
    original->settled = known && act_gives_seat(act);
    original->merged = known && act == ACT_PERSON_MERGE;
    journal_entry_clear(&other);
    return ok;
}

/* Says whether it is an undo or a redo that a rule is against. */
static bool
refuse_as(enum act act, bool ok, struct error *err)
{
    if (ok || !err || err->kind != ERROR_RULE)
        return ok;
    const struct error why = *err;
    return error_set(err, ERROR_RULE,
                     act == ACT_REDO ? _("It cannot be done again: %s")
                                     : _("It cannot be undone: %s"),
                     why.message);
}

static bool
revert(struct atelier *at, const struct choice_of_act *choice,
       const struct journal_entry *entry, struct undo_seats *seats, struct error *err)
{
    const enum act act = choice->act;
    struct administrators before;
    struct original original = { 0 };

    return load_original(at, entry, &original, err) &&
           administrators_count(at, NULL, &before, err) &&
           refuse_as(act,
                     undo_report_check(at, entry->id, err) &&
                         undo_seats_measure(at, entry->id, seats, err) &&
                         undo_rows(at, entry->id, original.id, choice->blocker, err) &&
                         undo_slots(at, entry->id, choice->questions, err) &&
                         undo_parts_check(at, entry->id, err) &&
                         (original.merged || undo_seats_check_open(at, seats, err)) &&
                         (act == ACT_REDO || !original.settled ||
                          undo_settled_check(at, entry->id, err)),
                     err) &&
           undo_seats_check(at, seats, choice->questions, err) &&
           refuse_as(act, check_administrators(at, &before, err), err);
}

/* The act is looked up again in its turn: it may have been undone meanwhile. */
static bool
revert_in_turn(struct atelier *at, const struct choice_of_act *choice,
               struct journal_entry *entry, struct undo_seats *seats, struct error *err)
{
    enum permission permission = MAY_ADMINISTER;
    return load(at, choice, entry, err) && permission_of(at, entry, &permission, err) &&
           atelier_may(at, permission, subject_of(at, entry), err) &&
           check_whose(at, entry, choice->questions, err) &&
           revert(at, choice, entry, seats, err);
}

/* Seats that it freed are offered, never given: who asked for it may take it back. */
static void
offer_freed(struct atelier *at, const struct undo_seats *seats)
{
    for (size_t i = 0; i < seats->count; i++)
        enrolment_settle(at, seats->meetings[i].id, SETTLE_BY_OFFER, NULL);
}

static bool
begin(struct atelier *at, const struct choice_of_act *choice, struct journal_entry *entry,
      struct error *err)
{
    enum permission permission = MAY_ADMINISTER;

    return load(at, choice, entry, err) && permission_of(at, entry, &permission, err) &&
           operation_begin(at, permission, subject_of(at, entry), err);
}

static bool
revert_act(struct atelier *at, const struct choice_of_act *choice,
           struct journal_entry *entry, struct error *err)
{
    if (!begin(at, choice, entry, err))
        return false;

    if (choice->questions)
        choice->questions->subject = subject_of(at, entry);
    struct undo_seats seats = { 0 };
    bool ok = revert_in_turn(at, choice, entry, &seats, err);
    struct operation_note note = {
        .act = choice->act,
        .entity = entry->entity < 0 ? ENTITY_COUNT : (enum entity_kind)entry->entity,
        .row = entry->row,
        .summary = entry->summary,
        .questions = choice->questions,
        .undoes = choice->act == ACT_UNDO ? entry->id : 0,
        .redoes = choice->act == ACT_REDO ? entry->id : 0,
        /* What is put back is done for its own reasons: an overbooking has them again. */
        .reasons_of = choice->act == ACT_REDO ? entry->undoes : 0,
    };
    ok = operation_end(at, ok, &note, err);
    if (ok) { /* a setting or a role may be what was undone */
        session_reload(at);
        offer_freed(at, &seats);
    }
    undo_seats_clear(&seats);
    return ok;
}

/* *entry is the act that was taken back or put back, or empty. */
static bool
revert_or_clear(struct atelier *at, const struct choice_of_act *choice,
                struct journal_entry *entry, struct error *err)
{
    if (revert_act(at, choice, entry, err))
        return find_original(at, entry, err);
    journal_entry_clear(entry);
    return false;
}

void
undo_tell(struct atelier *at, work_progress *progress, void *context)
{
    at->undo_told = (struct telling){ .progress = progress, .context = context };
}

bool
undo_try(struct atelier *at, int64_t id, struct questions *questions, int64_t *blocker,
         struct error *err)
{
    struct choice_of_act choice = { .act = ACT_UNDO, .id = &id, .questions = questions };
    choice.blocker = blocker;
    struct journal_entry entry = { 0 };
    struct undo_seats seats = { 0 };
    bool ok = begin(at, &choice, &entry, err);

    if (ok) {
        questions->subject = subject_of(at, &entry);
        ok = revert_in_turn(at, &choice, &entry, &seats, err);
        transaction_roll_back(at->db);
    }
    undo_seats_clear(&seats);
    journal_entry_clear(&entry);
    return ok;
}

bool
undo_last(struct atelier *at, struct questions *questions, struct journal_entry *entry,
          struct error *err)
{
    const struct choice_of_act choice = { .act = ACT_UNDO, .questions = questions };

    return revert_or_clear(at, &choice, entry, err);
}

bool
undo_act(struct atelier *at, int64_t id, struct questions *questions,
         struct journal_entry *entry, struct error *err)
{
    const struct choice_of_act choice = { .act = ACT_UNDO,
                                          .id = &id,
                                          .questions = questions };

    return revert_or_clear(at, &choice, entry, err);
}

bool
redo_last(struct atelier *at, struct questions *questions, struct journal_entry *entry,
          struct error *err)
{
    const struct choice_of_act choice = { .act = ACT_REDO, .questions = questions };

    return revert_or_clear(at, &choice, entry, err);
}
