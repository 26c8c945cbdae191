/* SPDX-License-Identifier: GPL-3.0-or-later */
/* undo_warning.c - what an undo or a redo did to seats: it takes nobody off a list, and
 * lets nobody in; and where files stayed */
#include <inttypes.h>

#include "atelier/app/change_settings.h"
#include "atelier/app/edit.h"
#include "atelier/app/undo.h"
#include "atelier/base/language.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/meeting_question.h"
#include "atelier/domain/seat_limit.h"
#include "atelier/store/journal_table.h"
#include "atelier/store/seats_table.h"
#include "meeting/plan_seats.h"
#include "session/session.h"

struct warning {
    struct atelier *at;
    int64_t act;
    struct buffer *text;
};

/* A row as the act found it, as it left it, and as it is. */
struct versions {
    void *before;
    void *after;
    void *now;
    bool there;
};

static bool
is_fewer(int64_t seats, int64_t than)
{
    return seats != NUMBER_NONE && (than == NUMBER_NONE || seats < than);
}

/* Whoever waits for a yes that nobody asks for any more: an undo gives no seats. */
static void
warn_of_pending(struct warning *warning, const struct versions *row)
{
    const struct meeting *before = row->before;
    const struct meeting *after = row->after;
    const struct meeting *now = row->now;
    struct seats seats;

    if (now->approval || before->approval == after->approval ||
        !seats_table_count(warning->at->db, now->head.id, &seats, NULL) ||
        seats.state[REGISTRATION_PENDING] <= 0)
        return;
    const int64_t pending = seats.state[REGISTRATION_PENDING];
    buffer_addf(warning->text,
                ngettext("%" PRId64 " person stays pending, though the meeting asks for "
                         "no yes.  Accept or refuse them.",
                         "%" PRId64 " people stay pending, though the meeting asks for "
                         "no yes.  Accept or refuse them.",
                         (unsigned long)pending),
                pending);
    buffer_add(warning->text, "\n");
}

static void
warn_of_meeting(struct warning *warning, const struct versions *row)
{
    const struct meeting *before = row->before;
    const struct meeting *after = row->after;
    const struct meeting *now = row->now;
    unsigned ignored = 0;

    if (is_fewer(now->seats, before->seats) || is_fewer(now->seats, after->seats))
        plan_seats_warn(warning->at, now, &ignored, warning->text, NULL);
    warn_of_pending(warning, row);
}

static void
warn_of_limit(struct warning *warning, const struct versions *row)
{
    if (edit_warning(warning->at, &seat_limit_entity, row->now, warning->text))
        buffer_add(warning->text, "\n");
}

static void
warn_of_question(struct warning *warning, const struct versions *row)
{
    const struct meeting_question *before = row->before;
    const struct meeting_question *after = row->after;
    const struct meeting_question *now = row->now;

    if ((is_fewer(now->seats, before->seats) || is_fewer(now->seats, after->seats)) &&
        edit_warning(warning->at, &meeting_question_entity, now, warning->text))
        buffer_add(warning->text, "\n");
}

static void
warn_of_settings(struct warning *warning, const struct versions *row)
{
    if (settings_warn_of_seats(warning->at, row->before, row->now, warning->text) ||
        settings_warn_of_seats(warning->at, row->after, row->now, warning->text))
        buffer_add(warning->text, "\n");
}

/* A login that is another again. */
static void
warn_of_staff(struct warning *warning, const struct versions *row)
{
    (void)row;
    if (login_folder_add_stay(warning->at, warning->text))
        buffer_add(warning->text, "\n");
}

static bool
load(struct warning *warning, const struct journal_row *row, struct versions *versions)
{
    struct database *db = warning->at->db;
    bool was_there = false;

    if (!journal_table_now(db, row->entity, row->row, versions->now, &versions->there,
                           NULL) ||
        !versions->there ||
        !journal_table_past(db, row->entity, row->row, warning->act, versions->after,
                            &was_there, NULL))
        return false;
    record_copy(row->entity, versions->before, versions->after);
    return row->kind != JOURNAL_CHANGED ||
           journal_table_restore(db, row, versions->before, NULL);
}

static bool
visit_row(void *context, const struct journal_row *row, struct error *err)
{
    (void)err;
    void (*warn)(struct warning * warning, const struct versions *row) =
        row->entity == &settings_entity           ? warn_of_settings
        : row->entity == &meeting_entity          ? warn_of_meeting
        : row->entity == &seat_limit_entity       ? warn_of_limit
        : row->entity == &staff_entity            ? warn_of_staff
        : row->entity == &meeting_question_entity ? warn_of_question
                                                  : NULL;
    if (!warn)
        return true;
    struct versions versions = { .before = record_new(row->entity),
                                 .after = record_new(row->entity),
                                 .now = record_new(row->entity) };
    if (load(context, row, &versions))
        warn(context, &versions);
    record_free(row->entity, versions.before);
    record_free(row->entity, versions.after);
    record_free(row->entity, versions.now);
    return true;
}

bool
undo_warn(struct atelier *at, const struct journal_entry *entry, struct buffer *text)
{
    struct warning warning = { .at = at, .act = entry->id, .text = text };
    const size_t length = text->length;

    journal_table_each_row(at->db, entry->id, visit_row, &warning, NULL);
    return text->length > length;
}
