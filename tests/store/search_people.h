/* SPDX-License-Identifier: GPL-3.0-or-later */
/* search_people.h - a database for the tests of the search, and people to be found */
#ifndef ATELIER_TESTS_SEARCH_PEOPLE_H
#define ATELIER_TESTS_SEARCH_PEOPLE_H

#include <check.h>

#include "atelier/base/memory.h"
#include "atelier/domain/person.h"
#include "atelier/store/row_table.h"
#include "atelier/store/search_table.h"
#include "support/database_file.h"
#include "support/rows.h"

static const struct date today = { 2026, 11, 28 };

static struct database *db;
static struct error err;

static inline void
set_up(void)
{
    db = database_file_create();
    search_table_set_today(db, today);
    ck_assert(transaction_begin(db, &err));
}

static inline void
tear_down(void)
{
    database_file_remove(db);
}

static inline void
insert(const struct entity *entity, void *record)
{
    ck_assert_msg(row_insert(db, entity, record, "anna", 1700000000, &err), "%s",
                  err.message);
}

static inline int64_t
add_person(const char *family, const char *given, const char *email)
{
    struct person person;

    record_init(&person_entity, &person);
    person.family = memory_copy(family);
    person.given = memory_copy(given);
    person.email = memory_copy(email);
    insert(&person_entity, &person);
    const int64_t id = person.head.id;
    record_clear(&person_entity, &person);
    return id;
}

static inline void
commit(void)
{
    rows_commit(db);
}

#endif
