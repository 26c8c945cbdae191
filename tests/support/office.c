/* SPDX-License-Identifier: GPL-3.0-or-later */
/* office.c - an office for a test: a database in a folder of its own, people at work in
 * it
 */
#include "office.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/app/change_settings.h"
#include "atelier/app/edit.h"
#include "atelier/app/plan.h"
#include "atelier/app/register.h"
#include "atelier/app/upkeep.h"
#include "atelier/base/login.h"
#include "atelier/base/memory.h"
#include "atelier/domain/membership.h"
#include "atelier/domain/person.h"
#include "atelier/domain/working_group.h"
#include "database_file.h"
#include "rows.h"

enum { MINUTES = 120 };

static struct atelier_options
options_at(const char *login, const char *now)
{
    struct local_time utc;

    ck_assert(local_time_parse(now, &utc));
    return (struct atelier_options){
        .database = database_file_path("atelier.db"),
        .identity = OFFICE_IDENTITY,
        .as = login,
        .now = local_time_to_instant(utc),
    };
}

struct identity
office_self(void)
{
    static char login[256];
    char *own = login_of_process();

    (void)snprintf(login, sizeof login, "%s", own);
    free(own);
    return (struct identity){ .login = login, .source = IDENTITY_SYSTEM };
}

static void
furnish(struct atelier *at)
{
    struct settings *settings = record_new(&settings_entity);
    struct error err = { 0 };

    record_copy(&settings_entity, settings, atelier_settings(at));
    memory_replace(&settings->zone, "Europe/Paris");
    memory_replace(&settings->domain, "example.org");
    ck_assert_msg(settings_change(at, settings, &err), "%s", err.message);
    record_free(&settings_entity, settings);
}

static struct atelier *
create(struct identity founder)
{
    struct error err = { 0 };
    struct atelier_options options = options_at(NULL, OFFICE_NOW);
    options.identity = founder;
    struct atelier *at = atelier_create(&options, &err);

    ck_assert_msg(at != NULL, "%s", err.message);
    furnish(at);
    return at;
}

struct atelier *
office_found_by(struct identity founder)
{
    database_file_begin();
    return create(founder);
}

/* Founded once for all tests of the program: to make a database takes longer than most of
 * what they do with it. */
struct atelier *
office_found(void)
{
    if (!database_file_begin_from("office.db")) {
        atelier_close(create(OFFICE_IDENTITY));
        database_file_keep("office.db");
    }
    return office_return(NULL, OFFICE_NOW);
}

struct atelier *
office_hire(struct atelier *at, const char *login, enum staff_role role)
{
    office_add(at, &staff_entity, "login", login, "role", staff_roles[role].name, NULL);
    return office_return(login, OFFICE_NOW);
}

struct atelier *
office_return(const char *login, const char *now)
{
    struct atelier_options options = options_at(login, now);
    struct error err = { 0 };
    struct atelier *at = atelier_open(&options, &err);

    ck_assert_msg(at != NULL, "%s", err.message);
    return at;
}

void
office_end(struct atelier *at)
{
    office_answer(QUESTION_SEAT, NULL);
    atelier_close(at);
    database_file_remove(NULL);
}

struct questions *
office_answer(enum question_kind kind, const char *reason)
{
    static struct questions sheet;

    questions_clear(&sheet);
    if (reason)
        question_reply(&sheet, kind, QUESTION_YES, reason);
    return &sheet;
}

static int64_t
add(struct atelier *at, const struct entity *entity, void *record)
{
    struct error err = { 0 };

    /* Its rows are meant, however alike. */
    ck_assert_msg(
        edit_add(at, entity, record, office_answer(QUESTION_DUPLICATE, ""), &err),
        "%s: %s", entity->name, err.message);
    int64_t id = ((struct record *)record)->id;
    record_free(entity, record);
    return id;
}

int64_t
office_add(struct atelier *at, const struct entity *entity, ...)
{
    void *record = record_new(entity);
    struct error err = { 0 };
    va_list values;

    ck_assert_msg(edit_prepare(at, entity, record, &err), "%s", err.message);
    va_start(values, entity);
    rows_fill(entity, record, values);
    va_end(values);
    return add(at, entity, record);
}

void
office_change(struct atelier *at, const struct entity *entity, int64_t id, ...)
{
    void *record = record_new(entity);
    struct error err = { 0 };
    va_list values;

    ck_assert_msg(edit_load(at, entity, id, record, &err), "%s", err.message);
    va_start(values, id);
    rows_fill(entity, record, values);
    va_end(values);
    ck_assert_msg(edit_change(at, entity, record, &err), "%s: %s", entity->name,
                  err.message);
    record_free(entity, record);
}

void
office_change_unseen(int64_t meeting, const char *field, const char *value)
{
    office_change_row_unseen(&meeting_entity, meeting, field, value);
}

void
office_change_row_unseen(const struct entity *entity, int64_t id, const char *field,
                         const char *value)
{
    struct error err = { 0 };
    struct database *db =
        database_open(database_file_path("atelier.db"), DATABASE_OPEN, false, &err);

    ck_assert_msg(db != NULL, "%s", err.message);
    rows_change(db, entity, id, field, value, NULL);
    database_close(db);
}

int64_t
office_add_group(struct atelier *at, const char *code)
{
    return office_add(at, &working_group_entity, "code", code, "name", code, NULL);
}

int64_t
office_add_person(struct atelier *at, const char *family, const char *given)
{
    return office_add(at, &person_entity, "family", family, "given", given, NULL);
}

int64_t
office_add_member(struct atelier *at, int64_t group, const char *family, const char *role,
                  const char *from, const char *to)
{
    int64_t person = office_add_person(at, family, "Anna");

    office_add(at, &membership_entity, "group", rows_number(group), "person",
               rows_number(person), "role", role, "from", from, "to", to, NULL);
    return person;
}

int64_t
office_add_meeting(struct atelier *at, int64_t group, const char *start, int64_t seats)
{
    struct meeting *meeting = record_new(&meeting_entity);
    struct error err = { 0 };
    unsigned warnings;

    ck_assert(local_time_parse(start, &meeting->start));
    meeting->end = local_time_add_minutes(meeting->start, MINUTES);
    ck_assert_msg(plan_prepare(at, group, meeting, &err), "%s", err.message);
    meeting->state = MEETING_CONFIRMED;
    meeting->seats = seats;
    ck_assert_msg(plan_add(at, meeting, NULL, &warnings, &err), "%s", err.message);
    int64_t id = meeting->head.id;
    record_free(&meeting_entity, meeting);
    return id;
}

int64_t
office_register(struct atelier *at, int64_t meeting, int64_t person)
{
    struct register_request request = { .meeting = meeting, .person = person };
    struct register_outcome outcome;
    struct error err = { 0 };

    ck_assert_msg(register_add(at, &request, &outcome, &err), "%s", err.message);
    return outcome.registration;
}

void
office_expect(const char *sql, const char *expected)
{
    char *found = database_file_dump(sql);

    ck_assert_msg(strcmp(found, expected) == 0, "%s\nis\n%sand not\n%s", sql, found,
                  expected);
    free(found);
}

void
office_expect_whole(struct atelier *at)
{
    struct check_report report = { 0 };
    struct error err = { 0 };

    ck_assert_msg(upkeep_check(at, true, &report, &err), "%s", err.message);
    ck_assert_msg(report.count == 0, "%s", report.count > 0 ? report.problems[0] : "");
    check_report_clear(&report);
}

void
office_expect_why(struct atelier *at, int64_t registration, const char *expected)
{
    struct register_reasons reasons = { 0 };
    struct error err = { 0 };

    ck_assert_msg(register_why(at, registration, &reasons, &err), "%s", err.message);
    ck_assert_str_eq(buffer_text(&reasons.text), expected);
    register_reasons_clear(&reasons);
}
