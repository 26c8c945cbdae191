/* SPDX-License-Identifier: GPL-3.0-or-later */
/* undo_office.h - an office for the tests of undo: two people at work on the same rows,
 * one meeting, and what each expects of undo and redo
 */
#ifndef ATELIER_TESTS_UNDO_OFFICE_H
#define ATELIER_TESTS_UNDO_OFFICE_H

#include <check.h>
#include <stdarg.h>
#include <string.h>

#include "atelier/app/change_settings.h"
#include "atelier/app/edit.h"
#include "atelier/app/register.h"
#include "atelier/app/undo.h"
#include "atelier/base/memory.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/person.h"
#include "support/database_file.h"
#include "support/office.h"
#include "support/rows.h"
#include "support/suite.h"

#define SQL_STATES "SELECT family, state FROM registration_view ORDER BY id"
#define SQL_TAKEN "SELECT taken FROM seat_view"
#define SQL_BRUNO "SELECT phone, note, email FROM person WHERE family = 'Bianchi'"

static struct atelier *at;  /* ada */
static struct atelier *lea; /* a colleague */
static struct error err;
static struct journal_entry entry;
static int64_t group;
static int64_t meeting; /* of two seats */
static int64_t anna;
static int64_t bruno;
static int64_t registration; /* Anna's */

static inline void
set_up(void)
{
    at = office_found();
    lea = office_hire(at, "lea", ROLE_ADMINISTRATOR);
    group = office_add_group(at, "URB");
    meeting = office_add_meeting(at, group, "2027-03-16 09:30", 2);
    anna = office_add_person(at, "Müller", "Anna");
    bruno = office_add_person(at, "Bianchi", "Bruno");
    registration = office_register(at, meeting, anna);
    err = (struct error){ 0 };
}

static inline void
tear_down(void)
{
    journal_entry_clear(&entry);
    atelier_close(lea);
    office_end(at);
}

static inline void
expect_undone(struct atelier *who)
{
    err = (struct error){ 0 };
    ck_assert_msg(undo_last(who, NULL, &entry, &err), "%s", err.message);
}

static inline void
expect_redone(struct atelier *who)
{
    err = (struct error){ 0 };
    ck_assert_msg(redo_last(who, NULL, &entry, &err), "%s", err.message);
}

/* The sentence holds all of these words, up to a NULL. */
static inline void
expect_said(const char *word, ...)
{
    va_list words;

    ck_assert_msg(err.kind == ERROR_RULE ||
                      (err.kind == ERROR_QUESTION && err.question == QUESTION_SEAT),
                  "%d: %s", (int)err.kind, err.message);
    va_start(words, word);
    for (; word; word = va_arg(words, const char *))
        ck_assert_msg(strstr(err.message, word) != NULL, "“%s” does not say “%s”",
                      err.message, word);
    va_end(words);
}

#define SQL_ACTS "SELECT count(*) FROM journal"

static inline void
expect_refused(struct atelier *who)
{
    const int64_t acts = database_file_number(SQL_ACTS);

    err = (struct error){ 0 };
    ck_assert(!undo_last(who, NULL, &entry, &err));
    ck_assert_int_eq(database_file_number(SQL_ACTS), acts);
}

static inline void
expect_not_redone(struct atelier *who)
{
    const int64_t acts = database_file_number(SQL_ACTS);

    err = (struct error){ 0 };
    ck_assert(!redo_last(who, NULL, &entry, &err));
    ck_assert_int_eq(database_file_number(SQL_ACTS), acts);
}

static inline const char *
label(const struct entity *entity, const char *field)
{
    return entity_field(entity, field)->label;
}

static inline void
change_bruno(struct atelier *who, const char *field, const char *value)
{
    office_change(who, &person_entity, bruno, field, value, NULL);
}

static inline void
act(struct atelier *who, int64_t id, enum registration_act what,
    struct questions *questions)
{
    struct register_outcome outcome;

    ck_assert_msg(register_act(who, id, what, NULL, questions, &outcome, &err), "%s",
                  err.message);
}

static inline int64_t
overbook(struct atelier *who, int64_t person)
{
    struct register_request request = { .meeting = meeting, .person = person };
    struct register_outcome outcome;

    request.questions = office_answer(QUESTION_SEAT, "the mayor");
    ck_assert_msg(register_add(who, &request, &outcome, &err), "%s", err.message);
    ck_assert(outcome.passed.seats);
    return outcome.registration;
}

static inline void
remove_row(struct atelier *who, const struct entity *entity, int64_t id)
{
    struct record *record = record_new(entity);

    ck_assert(edit_load(who, entity, id, record, &err));
    ck_assert_msg(edit_remove(who, entity, id, record->rev, &err), "%s", err.message);
    record_free(entity, &record[0]);
}

static inline void
set_settings(struct atelier *who, const char *network, bool pending_takes_seat)
{
    struct settings *settings = record_new(&settings_entity);

    atelier_changed(who);
    record_copy(&settings_entity, settings, atelier_settings(who));
    memory_replace(&settings->network, network);
    settings->pending_takes_seat = pending_takes_seat;
    ck_assert_msg(settings_change(who, settings, &err), "%s", err.message);
    record_free(&settings_entity, settings);
}

#define SQL_NETWORK "SELECT value FROM setting WHERE name = 'network'"

#endif
