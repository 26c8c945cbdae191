/* SPDX-License-Identifier: GPL-3.0-or-later */
/* witness.c - whether all that was acknowledged is in the database, and nothing else */
#include "fire/witness.h"

#include <check.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

#include "atelier/app/upkeep.h"
#include "fire/fire.h"
#include "support/office.h"

#define SQL_DEEDS                                                                        \
    "SELECT act, row, undoes FROM journal WHERE staff = printf('staff%02d', ?1)"         \
    " ORDER BY id"
#define SQL_TWICE                                                                        \
    "SELECT count(*) FROM (SELECT 1 FROM registration_view WHERE state = 'accepted'"     \
    " GROUP BY meeting, person HAVING count(*) > 1)"
/* An undone mark is kept, with what annuls it. */
#define SQL_STANDS                                                                       \
    "p.annuls IS NULL AND NOT EXISTS (SELECT 1 FROM presence a WHERE a.annuls = 1"       \
    " AND a.registration = p.registration AND a.slot = p.slot AND a.id > p.id)"
#define SQL_MARKED_TWICE                                                                 \
    "SELECT count(*) FROM (SELECT 1 FROM presence p JOIN registration r"                 \
    " ON r.id = p.registration WHERE " SQL_STANDS                                        \
    " GROUP BY p.slot, r.person HAVING count(*) > 1)"
#define SQL_OVER                                                                         \
    "SELECT count(*) FROM meeting m WHERE seats < (SELECT count(*) FROM"                 \
    " registration_view WHERE meeting = m.id AND state = 'accepted')"
/* The newest act on a registration that stands says its state; without one it is gone. */
#define SQL_STANDING                                                                     \
    "SELECT act FROM journal_view WHERE entity = 'registration' AND row = r.id"          \
    " AND undoes IS NULL AND undone_by IS NULL ORDER BY id DESC LIMIT 1"
#define SQL_DRIFTED                                                                      \
    "SELECT (SELECT count(*) FROM registration_view r WHERE state IS NOT CASE "          \
    "(" SQL_STANDING ") WHEN 'registration.add' THEN 'accepted'"                         \
    " WHEN 'registration.withdraw' THEN 'withdrawn' END)"                                \
    " + (SELECT count(*) FROM journal_view j WHERE entity = 'registration'"              \
    " AND undoes IS NULL AND undone_by IS NULL"                                          \
    " AND NOT EXISTS (SELECT 1 FROM registration WHERE id = j.row))"
#define SQL_UNMARKED                                                                     \
    "SELECT (SELECT count(*) FROM presence p WHERE " SQL_STANDS                          \
    " AND NOT EXISTS (SELECT 1 FROM"                                                     \
    " journal_view WHERE entity = 'presence' AND row = p.id AND act = 'presence.add'"    \
    " AND undone_by IS NULL))"                                                           \
    " + (SELECT count(*) FROM journal j WHERE act = 'presence.add'"                      \
    " AND undone_by IS NULL AND NOT EXISTS (SELECT 1 FROM presence p WHERE p.id = j.row" \
    " AND " SQL_STANDS "))"

static bool
is_same(sqlite3_stmt *entry, const struct deed *deed)
{
    static const char *const acts[DEED_KINDS] = { "registration.add",
                                                  "registration.withdraw", "presence.add",
                                                  "undo" };
    const char *act = (const char *)sqlite3_column_text(entry, 0);

    return strcmp(act, acts[deed->kind]) == 0 &&
           sqlite3_column_int64(entry, deed->kind == DEED_UNDO ? 2 : 1) == deed->row;
}

/* The next deed of that member of staff that was heard, from `at` on. */
static size_t
next_heard(const struct shift *shift, unsigned staff, size_t at)
{
    while (at < shift->done_count && shift->done[at].staff != staff)
        at++;
    return at;
}

static void
compare_staff(struct witness *witness, const struct shift *shift, sqlite3_stmt *entries,
              unsigned staff)
{
    size_t heard = next_heard(shift, staff, 0);
    unsigned life = 0;   /* in which the last entry may have been written */
    unsigned unsaid = 0; /* since the last deed heard */

    while (sqlite3_step(entries) == SQLITE_ROW) {
        const bool any = heard < shift->done_count;
        const unsigned until = any ? shift->done[heard].life : shift->lives[staff];
        witness->entries++;
        if (any && is_same(entries, &shift->done[heard])) {
            life = until;
            unsaid = 0;
            heard = next_heard(shift, staff, heard + 1);
        } else if (life + unsaid < until) {
            unsaid++;
            witness->unsaid++;
        } else {
            witness->invented++;
        }
    }
    for (; heard < shift->done_count; heard = next_heard(shift, staff, heard + 1))
        witness->lost++;
}

static sqlite3_stmt *
prepare(sqlite3 *sqlite, const char *sql)
{
    sqlite3_stmt *statement = NULL;

    ck_assert_msg(sqlite3_prepare_v2(sqlite, sql, -1, &statement, NULL) == SQLITE_OK,
                  "%s", sqlite3_errmsg(sqlite));
    return statement;
}

static size_t
count(sqlite3 *sqlite, const char *sql)
{
    sqlite3_stmt *statement = prepare(sqlite, sql);

    ck_assert_int_eq(sqlite3_step(statement), SQLITE_ROW);
    const size_t number = (size_t)sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    return number;
}

static void
check_as_program(struct witness *witness, const char *database, bool thorough)
{
    const struct atelier_options options = { .database = database,
                                             .identity = office_self(),
                                             .now = INSTANT_NONE };
    struct check_report report = { 0 };
    struct error err = { 0 };
    struct atelier *at = atelier_open(&options, &err);

    ck_assert_msg(at != NULL, "%s", err.message);
    ck_assert_msg(upkeep_check(at, thorough, &report, &err), "%s", err.message);
    witness->problems = report.count;
    if (report.count > 0)
        (void)snprintf(witness->problem, sizeof(witness->problem), "%s",
                       report.problems[0]);
    check_report_clear(&report);
    atelier_close(at);
}

void
witness_look(struct witness *witness, const struct shift *shift, bool thorough)
{
    sqlite3 *sqlite = NULL;

    *witness = (struct witness){ 0 };
    check_as_program(witness, shift->database, thorough);
    ck_assert_int_eq(sqlite3_open(shift->database, &sqlite), SQLITE_OK);
    sqlite3_stmt *entries = prepare(sqlite, SQL_DEEDS);
    for (unsigned i = 0; i < shift->staff; i++) {
        sqlite3_bind_int64(entries, 1, i);
        compare_staff(witness, shift, entries, i);
        sqlite3_reset(entries);
    }
    sqlite3_finalize(entries);
    witness->twice = count(sqlite, SQL_TWICE);
    witness->marked_twice = count(sqlite, SQL_MARKED_TWICE);
    witness->over = count(sqlite, SQL_OVER);
    witness->drifted = count(sqlite, SQL_DRIFTED) + count(sqlite, SQL_UNMARKED);
    sqlite3_close(sqlite);
}

bool
witness_is_content(const struct witness *witness)
{
    return witness->lost + witness->invented + witness->twice + witness->marked_twice +
               witness->over + witness->drifted + witness->problems ==
           0;
}

void
witness_judge(const struct witness *witness, const struct shift *shift)
{
    size_t done[DEED_KINDS] = { 0 };

    for (size_t i = 0; i < shift->done_count; i++)
        done[shift->done[i].kind]++;
    fire_figure("acknowledged",
                "%zu: %zu registered, %zu withdrew, %zu marked, %zu undid",
                shift->done_count, done[DEED_REGISTER], done[DEED_WITHDRAW],
                done[DEED_MARK], done[DEED_UNDO]);
    fire_figure("acknowledged and lost", "%zu", witness->lost);
    fire_figure("written, never acknowledged (its writer died)", "%zu", witness->unsaid);
    fire_figure("written by nobody", "%zu", witness->invented);
    fire_figure("refused by a rule", "%zu", shift->refused);
    fire_figure("seated or marked twice, meetings over their seats", "%zu, %zu",
                witness->twice + witness->marked_twice, witness->over);
    fire_figure("rows that the journal does not explain", "%zu", witness->drifted);
    fire_figure("problems of \"atelier check\"", "%zu", witness->problems);
    ck_assert_uint_gt(shift->done_count, 0);
    ck_assert_uint_eq(witness->lost, 0);
    ck_assert_uint_eq(witness->invented, 0);
    ck_assert_uint_eq(witness->twice, 0);
    ck_assert_uint_eq(witness->marked_twice, 0);
    ck_assert_uint_eq(witness->over, 0);
    ck_assert_uint_eq(witness->drifted, 0);
    ck_assert_msg(witness->problems == 0, "%s", witness->problem);
}
