/* SPDX-License-Identifier: GPL-3.0-or-later */
/* maintenance_check_workshops.c - nobody sits in two workshops at once, in one of another
 * meeting, or past the seats without a reason (rules 2 and 5) */
#include "atelier/base/language.h"
#include "atelier/domain/setting.h"
#include "atelier/domain/workshop.h"
#include "atelier/domain/workshop_choice.h"
#include "atelier/store/row_table.h"
#include "journal/journal_entry.h"
#include "maintenance/excess.h"
#include "maintenance/maintenance_check.h"
#include "table/workshop_sql.h"

#define SQL_DOUBLE                                                                       \
    "SELECT a.registration, a.workshop, b.workshop FROM workshop_choice a"               \
    " CROSS JOIN workshop w ON w.id = a.workshop AND w.state = :planned"                 \
    " CROSS JOIN workshop_choice b ON b.registration = a.registration"                   \
    " AND b.state = :seated AND b.workshop > a.workshop"                                 \
    " CROSS JOIN workshop x ON x.id = b.workshop AND x.state = :planned"                 \
    " CROSS JOIN registration r ON r.id = a.registration AND " IS_REGISTRATION_LIVE(     \
        "r") " WHERE a.state = :seated AND (x.start_at < w.end_at AND w.start_at < "     \
             "x.end_at"                                                                  \
             " OR coalesce(x.again, x.id) = coalesce(w.again, w.id))"

#define SQL_ASTRAY                                                                       \
    "SELECT c.registration, c.workshop FROM workshop_choice c"                           \
    " CROSS JOIN workshop w ON w.id = c.workshop"                                        \
    " CROSS JOIN registration r ON r.id = c.registration WHERE r.meeting <> w.meeting"

#define SQL_PASSED                                                                       \
    "SELECT id, seats, taken FROM (SELECT w.id, w.seats, " WORKSHOP_TAKEN(               \
        "w") " AS taken"                                                                 \
             " FROM workshop w WHERE w.seats IS NOT NULL) WHERE taken > seats"

#define SQL_REASON                                                                       \
    "SELECT 1 FROM workshop_choice c CROSS JOIN journal_change h"                        \
    " ON h.entity = :choices AND h.row = c.id"                                           \
    " JOIN journal_reason r ON r.journal = h.journal AND r." JOURNAL_IS_REASON           \
    " JOIN journal j ON j.id = h.journal AND j.undone_by IS NULL"                        \
    " WHERE c.workshop = :workshop LIMIT 1"

static void
bind_states(sqlite3_stmt *statement)
{
    connection_bind_number(statement, ":planned", WORKSHOP_PLANNED);
    connection_bind_number(statement, ":seated", CHOICE_SEATED);
    connection_bind_number(statement, ":accepted", REGISTRATION_ACCEPTED);
}

static void
add_title(struct database *db, enum entity_kind kind, int64_t id, struct buffer *title)
{
    buffer_reset(title);
    row_title(db, entity_get(kind), id, title);
}

static bool
check_double(struct database *db, struct check_report *report, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_DOUBLE, err);
    if (!statement)
        return false;
    bind_states(statement);
    struct buffer who = { 0 };
    struct buffer one = { 0 };
    struct buffer other = { 0 };
    bool there = false;
    bool ok;
    while ((ok = connection_step(statement, &there, err)) && there) {
        add_title(db, ENTITY_REGISTRATION, sqlite3_column_int64(statement, 0), &who);
        add_title(db, ENTITY_WORKSHOP, sqlite3_column_int64(statement, 1), &one);
        add_title(db, ENTITY_WORKSHOP, sqlite3_column_int64(statement, 2), &other);
        check_report_add(report,
                         _("%s sits in “%s” and “%s” at once.  Take them out of one."),
                         buffer_text(&who), buffer_text(&one), buffer_text(&other));
    }
    connection_release(statement);
    buffer_clear(&who);
    buffer_clear(&one);
    buffer_clear(&other);
    return ok;
}

static bool
check_astray(struct database *db, struct check_report *report, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_ASTRAY, err);
    if (!statement)
        return false;
    struct buffer who = { 0 };
    struct buffer where = { 0 };
    bool there = false;
    bool ok;
    while ((ok = connection_step(statement, &there, err)) && there) {
        add_title(db, ENTITY_REGISTRATION, sqlite3_column_int64(statement, 0), &who);
        add_title(db, ENTITY_WORKSHOP, sqlite3_column_int64(statement, 1), &where);
        check_report_add(report, _("%s chose “%s”, a workshop of another meeting."),
                         buffer_text(&who), buffer_text(&where));
    }
    connection_release(statement);
    buffer_clear(&who);
    buffer_clear(&where);
    return ok;
}

static bool
has_reason(struct database *db, int64_t workshop, bool *has, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_REASON, err);
    if (!statement)
        return false;
    connection_bind_number(statement, ":choices", workshop_choice_entity.number);
    connection_bind_number(statement, ":workshop", workshop);
    const bool ok = connection_step(statement, has, err);
    connection_release(statement);
    return ok;
}

/* Fewer seats, or other roles that take one, expel nobody (rule 3). */
static bool
is_explained(struct database *db, int64_t workshop, bool *is, struct error *err)
{
    return has_reason(db, workshop, is, err) &&
           (*is ||
            excess_was_narrowed(db, &workshop_entity, workshop, "\"seats\"", is, err)) &&
           (*is || excess_was_narrowed(db, &settings_entity, 1, "takes_seat", is, err));
}

static bool
check_passed(struct database *db, struct check_report *report, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_PASSED, err);
    if (!statement)
        return false;
    bind_states(statement);
    struct buffer title = { 0 };
    bool there = false;
    bool ok;
    while ((ok = connection_step(statement, &there, err)) && there) {
        const int64_t id = sqlite3_column_int64(statement, 0);
        bool explained = false;
        ok = is_explained(db, id, &explained, err);
        if (!ok || explained)
            continue;
        add_title(db, ENTITY_WORKSHOP, id, &title);
        check_report_add(
            report,
            ngettext("“%s”: %lld of %lld seat taken, and no reason is in the "
                     "journal.  Free some, or give it more seats.",
                     "“%s”: %lld of %lld seats taken, and no reason is in the "
                     "journal.  Free some, or give it more seats.",
                     (unsigned long)sqlite3_column_int64(statement, 1)),
            buffer_text(&title), (long long)sqlite3_column_int64(statement, 2),
            (long long)sqlite3_column_int64(statement, 1));
    }
    connection_release(statement);
    buffer_clear(&title);
    return ok;
}

bool
maintenance_check_workshops(struct database *db, struct check_report *report,
                            struct error *err)
{
    return check_double(db, report, err) && check_astray(db, report, err) &&
           check_passed(db, report, err);
}
