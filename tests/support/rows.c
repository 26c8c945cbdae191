/* SPDX-License-Identifier: GPL-3.0-or-later */
/* rows.c - rows for a test, written down as they are read: name, value, name, value */
#include "rows.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>

#include "atelier/base/fold.h"
#include "atelier/base/identifier.h"
#include "atelier/base/memory.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/person.h"
#include "atelier/domain/registration.h"
#include "atelier/store/journal_table.h"
#include "atelier/store/row_table.h"

enum { NOW = 1700000000, MINUTES = 120 };

void
rows_fill(const struct entity *entity, void *record, va_list values)
{
    struct error err = { 0 };
    const char *name;

    while ((name = va_arg(values, const char *)) != NULL) {
        const struct field *field = entity_field(entity, name);
        ck_assert_msg(field != NULL, "%s has no %s", entity->name, name);
        ck_assert_msg(field_parse(field, record, va_arg(values, const char *), &err),
                      "%s: %s", name, err.message);
    }
}

static void
begin(struct database *db)
{
    struct error err = { 0 };

    ck_assert_msg(transaction_begin(db, &err), "%s", err.message);
}

void
rows_commit(struct database *db)
{
    struct journal_entry entry = {
        .at = NOW,
        .staff = memory_copy("test"),
        .act = memory_copy("sample.fill"),
        .entity = -1,
    };
    struct error err = { 0 };

    ck_assert_msg(journal_table_write(db, &entry, &err), "%s", err.message);
    ck_assert_msg(transaction_commit(db, &err), "%s", err.message);
    journal_entry_clear(&entry);
}

static int64_t
insert(struct database *db, const struct entity *entity, void *record)
{
    struct error err = { 0 };

    begin(db);
    ck_assert_msg(row_insert(db, entity, record, "test", NOW, &err), "%s", err.message);
    rows_commit(db);
    int64_t id = ((struct record *)record)->id;
    record_free(entity, record);
    return id;
}

int64_t
rows_add(struct database *db, const struct entity *entity, ...)
{
    void *record = record_new(entity);
    va_list values;

    va_start(values, entity);
    rows_fill(entity, record, values);
    va_end(values);
    return insert(db, entity, record);
}

void
rows_change(struct database *db, const struct entity *entity, int64_t id, ...)
{
    void *record = record_new(entity);
    struct error err = { 0 };
    va_list values;

    ck_assert_msg(row_load(db, entity, id, record, &err), "%s", err.message);
    va_start(values, id);
    rows_fill(entity, record, values);
    va_end(values);
    begin(db);
    ck_assert_msg(row_update(db, entity, record, "test", NOW, &err), "%s", err.message);
    rows_commit(db);
    record_free(entity, record);
}

void
rows_remove(struct database *db, const struct entity *entity, int64_t id)
{
    void *record = record_new(entity);
    struct error err = { 0 };

    ck_assert_msg(row_load(db, entity, id, record, &err), "%s", err.message);
    begin(db);
    ck_assert_msg(row_delete(db, entity, id, ((struct record *)record)->rev, &err), "%s",
                  err.message);
    rows_commit(db);
    record_free(entity, record);
}

const char *
rows_number(int64_t number)
{
    static char texts[8][24];
    static unsigned next;
    char *text = texts[next++ % 8];

    (void)snprintf(text, sizeof texts[0], "%lld", (long long)number);
    return text;
}

int64_t
rows_add_meeting(struct database *db, int64_t group, const char *title, const char *start)
{
    struct meeting *meeting = record_new(&meeting_entity);
    char uid[UUID_TEXT_SIZE];

    ck_assert(local_time_parse(start, &meeting->start));
    meeting->end = local_time_add_minutes(meeting->start, MINUTES);
    meeting->start_at = local_time_to_instant(meeting->start);
    meeting->end_at = local_time_to_instant(meeting->end);
    meeting->group = group;
    meeting->state = MEETING_CONFIRMED;
    meeting->ics_sequence = 0;
    uuid_make(uid);
    field_set_text(entity_field(&meeting_entity, "ics_uid"), meeting, uid);
    field_set_text(entity_field(&meeting_entity, "title"), meeting, title);
    field_set_text(entity_field(&meeting_entity, "zone"), meeting, "UTC");
    return insert(db, &meeting_entity, meeting);
}

int64_t
rows_add_registration(struct database *db, int64_t meeting, int64_t person,
                      const char *state)
{
    struct registration *registration = record_new(&registration_entity);
    struct person *known = record_new(&person_entity);
    struct error err = { 0 };

    ck_assert_msg(row_load(db, &person_entity, person, known, &err), "%s", err.message);
    registration->meeting = meeting;
    registration->person = person;
    field_set_text(entity_field(&registration_entity, "family"), registration,
                   known->family);
    field_set_text(entity_field(&registration_entity, "given"), registration,
                   known->given);
    registration->sort_key = fold_sort_key(known->family, known->given);
    int found = choice_find(registration_states, state);
    ck_assert_int_ge(found, 0);
    registration->state = (enum registration_state)found;
    record_free(&person_entity, known);
    return insert(db, &registration_entity, registration);
}
