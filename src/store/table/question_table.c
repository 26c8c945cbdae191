/* SPDX-License-Identifier: GPL-3.0-or-later */
/* question_table.c - the questions of a meeting, and the answers to them */
#include "atelier/store/question_table.h"

#include "atelier/store/row_table.h"
#include "database/connection.h"
#include "table/answer_sql.h"
#include "table/record_list.h"
#include "table/rule_sql.h"

#define SQL_QUESTIONS                                                                    \
    "SELECT q.id FROM question q WHERE q.meeting = :of ORDER BY " QUESTION_ORDER(        \
        "q") ", q.id"
#define SQL_OF_QUESTION "SELECT id FROM answer WHERE question = :of ORDER BY id"
#define SQL_OF_REGISTRATION                                                              \
    "SELECT id FROM answer WHERE registration = :of ORDER BY question"

#define SQL_FIND                                                                         \
    "SELECT id FROM answer WHERE registration = :registration AND question = :question"

#define SQL_COUNT                                                                        \
    "SELECT count(*) FROM answer a CROSS JOIN registration r ON r.id = a.registration"   \
    " AND " IS_REGISTRATION_LIVE(                                                        \
        "r") " WHERE a.question = :question"                                             \
             " AND a.registration <> :registration AND " TAKES_CHOICE("a.text",          \
                                                                      ":choice")

bool
question_table_list(struct database *db, int64_t meeting,
                    struct meeting_question_list *list, struct error *err)
{
    struct record_list rows;

    meeting_question_list_clear(list);
    const bool ok = record_list_load_of(db, &meeting_question_entity, SQL_QUESTIONS,
                                        meeting, &rows, err);
    *list = (struct meeting_question_list){ rows.items, rows.count, rows.capacity };
    return ok;
}

static bool
load_answers(struct database *db, const char *sql, int64_t of, struct answer_list *list,
             struct error *err)
{
    struct record_list rows;

    answer_list_clear(list);
    const bool ok = record_list_load_of(db, &answer_entity, sql, of, &rows, err);
    *list = (struct answer_list){ rows.items, rows.count, rows.capacity };
    return ok;
}

bool
answer_table_of_question(struct database *db, int64_t question, struct answer_list *list,
                         struct error *err)
{
    return load_answers(db, SQL_OF_QUESTION, question, list, err);
}

bool
answer_table_of_registration(struct database *db, int64_t registration,
                             struct answer_list *list, struct error *err)
{
    return load_answers(db, SQL_OF_REGISTRATION, registration, list, err);
}

bool
answer_table_find(struct database *db, int64_t question, int64_t registration,
                  struct answer *answer, struct error *err)
{
    int64_t id = 0;

    record_clear(&answer_entity, answer);
    sqlite3_stmt *statement = connection_prepare(db, SQL_FIND, err);
    if (!statement)
        return false;
    connection_bind_number(statement, ":question", question);
    connection_bind_number(statement, ":registration", registration);
    return connection_read_number(statement, &id, err) &&
           (id == 0 || row_load(db, &answer_entity, id, answer, err));
}

bool
answer_table_count(struct database *db, int64_t question, const char *choice,
                   int64_t registration, int64_t *count, struct error *err)
{
    *count = 0;
    sqlite3_stmt *statement = connection_prepare(db, SQL_COUNT, err);
    if (!statement)
        return false;
    connection_bind_number(statement, ":question", question);
    connection_bind_number(statement, ":registration", registration);
    connection_bind_text(statement, ":choice", choice);
    return connection_read_number(statement, count, err);
}
