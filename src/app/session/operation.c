/* SPDX-License-Identifier: GPL-3.0-or-later */
/* operation.c - one act: checked, written, journaled and committed, or nothing of it */
#include "session/operation.h"

#include <stdint.h>

#include "atelier/app/display.h"
#include "atelier/store/journal_table.h"
#include "atelier/store/meeting_day_table.h"
#include "atelier/store/person_table.h"
#include "atelier/store/search_table.h"
#include "session/group_right.h"

static bool
may_now(struct atelier *at, enum permission permission, struct row_ref subject,
        struct error *err)
{
    return session_renew_role(at, err) && atelier_may(at, permission, subject, err);
}

/* A role counts as it stands when the act is written: nobody can change it any more.
 * Before that it only spares who may not the wait for their turn. */
bool
operation_begin(struct atelier *at, enum permission permission, struct row_ref subject,
                struct error *err)
{
    if (!atelier_may(at, permission, subject, NULL) &&
        !may_now(at, permission, subject, err))
        return false;
    if (!transaction_begin(at->db, err))
        return false;
    login_folder_settle(at, false); /* of an undo that was only tried */
    search_table_set_today(at->db, atelier_today(at));
    at->acting = permission;
    if (may_now(at, permission, subject, err))
        return true;
    transaction_roll_back(at->db);
    return false;
}

/* What was answered, question by question. */
static bool
write_reasons(struct atelier *at, const struct journal_entry *entry,
              const struct operation_note *note, struct error *err)
{
    bool ok = true;

    for (int kind = 0; ok && entry->id != 0 && kind < QUESTION_COUNT; kind++) {
        const char *reason = question_reason(note->questions, (enum question_kind)kind);
        if (reason)
            ok = journal_table_give_reason(at->db, entry->id, question_table[kind].option,
                                           reason, err);
    }
    return ok && (entry->id == 0 || note->reasons_of == 0 ||
                  journal_table_share_reasons(at->db, entry->id, note->reasons_of, err));
}

/* Of which groups the act was stands in what it wrote, whatever its subject: a meeting
 * that moves is of two.  What the program does by itself takes MAY_COME_IN. */
static bool
check_groups(struct atelier *at, int64_t entry, struct error *err)
{
    return at->acting == MAY_COME_IN || group_right_check(at, entry, err);
}

static bool
write_journal(struct atelier *at, const struct operation_note *note, struct error *err)
{
    /* The journal does not change these texts. */
    struct journal_entry entry = {
        .at = atelier_now(at),
        .staff = at->login,
        .act = (char *)(uintptr_t)act_name(note->act),
        .entity = note->entity == ENTITY_COUNT ? -1 : (int)note->entity,
        .row = note->row,
        .summary = (char *)(uintptr_t)note->summary,
        .reason = (char *)(uintptr_t)note->reason,
        .undoes = note->undoes,
        .redoes = note->redoes,
        .by_gateway = at->source == IDENTITY_GATEWAY,
    };
    return journal_table_write(at->db, &entry, err) && check_groups(at, entry.id, err) &&
           write_reasons(at, &entry, note, err);
}

/* Whether the act that is being written is the first of the day, of anybody's: then it is
 * whose turn it is to do what the day brings, once it is written. */
static bool
begins_day(struct atelier *at)
{
    const struct date today = atelier_today(at);
    struct local_time last = { 0 };
    instant newest = INSTANT_NONE;

    if (date_compare(at->released_on, today) == 0 ||
        !journal_table_newest(at->db, &newest, NULL))
        return false;
    if (newest != INSTANT_NONE && !atelier_local_time(at, newest, NULL, &last, NULL))
        last = local_time_from_instant(newest);
    if (newest != INSTANT_NONE && date_compare(last.date, today) < 0)
        return true;
    at->released_on = today;
    return false;
}

bool
operation_end(struct atelier *at, bool ok, const struct operation_note *note,
              struct error *err)
{
    const bool first = ok && begins_day(at);

    if (!ok || !meeting_day_table_settle(at->db, atelier_now(at), err) ||
        !person_table_check_merged(at->db, err) || !write_journal(at, note, err)) {
        transaction_roll_back(at->db);
        login_folder_settle(at, false);
        return false;
    }
    const bool written = transaction_commit(at->db, err);
    login_folder_settle(at, written);
    if (!written)
        return false;
    if (first && at->begin_day)
        at->begin_day(at);
    if (note->entity == ENTITY_STAFF) /* it may be oneself */
        (void)session_renew_role(at, NULL);
    return true;
}

bool
operation_end_row(struct atelier *at, bool ok, enum act act, const struct entity *entity,
                  const void *record, struct error *err)
{
    struct buffer title = { 0 };
    if (ok) /* a post is named by whose and where it is, not by what is done there */
        display_summary(at, entity, record, &title);
    struct operation_note note = {
        .act = act,
        .entity = entity->kind,
        .row = ((const struct record *)record)->id,
        .summary = buffer_text(&title),
    };
    ok = operation_end(at, ok, &note, err);
    buffer_clear(&title);
    return ok;
}
