/* SPDX-License-Identifier: GPL-3.0-or-later */
/* connection.h - the SQLite handle, and statements that are prepared once
 *
 * Private to the store: nothing of SQLite leaves this layer.
 */
#ifndef ATELIER_STORE_CONNECTION_H
#define ATELIER_STORE_CONNECTION_H

#include <signal.h>
#include <sqlite3.h>
#include <stddef.h>
#include <stdint.h>

#include "atelier/domain/entity.h"
#include "atelier/store/database.h"
#include "database/connection_fail.h"
#include "database/memo.h"
#include "database/shared_memory.h"
#include "journal/journal_capture.h"
#include "search/search_due.h"
#include "table/meeting_day_due.h"
#include "table/merged_person.h"

struct founding;
struct statement_slot;

enum row_sql {
    ROW_SQL_LOAD,
    ROW_SQL_INSERT,
    ROW_SQL_UPDATE,
    ROW_SQL_DELETE,
    ROW_SQL_COUNT
};

struct database {
    sqlite3 *sqlite;
    struct shared_memory shared_memory;
    char *path;                /* the real one: no link leads to it */
    char *queue_path;          /* NULL for a database in memory or without a name yet */
    struct founding *founding; /* of one without a name yet, or NULL */
    bool read_only;
    bool is_brief;                     /* open for one command alone */
    bool is_alone;                     /* without shared memory: nobody else is in */
    int no_room;                       /* errno, when that is for want of room */
    int failure;                       /* SQLite's code for what it refused last */
    int queue;                         /* descriptor of the queue for writers, or -1 */
    int session;                       /* its page in session_book.c, or 0 */
    bool writing;                      /* between transaction_begin() and its end */
    bool log_is_ours;                  /* of write_ahead_log.c: to sync and to take up */
    int log_pages;                     /* its length at the last commit */
    int log_due;                       /* the length at which to take it up */
    sigset_t signals;                  /* the mask before the write */
    struct journal_capture capture;    /* what this write has changed */
    struct search_due_list due;        /* rows that it has to make findable */
    struct meeting_day_due_list days;  /* meetings whose days it has to settle */
    struct merged_person_list merged;  /* people to whom nothing may refer at its end */
    struct statement_slot *statements; /* a table keyed by the SQL's text */
    size_t statement_count;
    size_t statement_capacity;
    char *row_sql[ENTITY_COUNT][ROW_SQL_COUNT]; /* of row_table.c, made at first use */
    struct memo memo;     /* what searches found, while nothing changes */
    int64_t seen_version; /* PRAGMA data_version at the last database_changed() */
    bool (*stop)(void *context);
    void *stop_context;
    bool (*give_up)(void *context, int64_t waited); /* of the queue for writers */
    void *give_up_context;
    struct date today; /* of what is written: see search_table_set_today() */
    uint64_t jitter;   /* state of the busy handler's random numbers */
};

/*
 * A statement for the SQL, prepared at its first use and kept; equal texts
 * share it.  Give it back with connection_release() before its next use, also after a
 * failure.  NULL and an error when the file cannot answer.
 */
sqlite3_stmt *connection_prepare(struct database *db, const char *sql, struct error *err);

/* Finalizes every statement that was kept; before the handle is closed. */
void connection_forget(struct database *db);

/* Resets the statement and clears what was bound.  NULL is fine. */
void connection_release(sqlite3_stmt *statement);

/* Runs a statement that answers no rows, and releases it. */
bool connection_run(sqlite3_stmt *statement, struct error *err);

/* Steps to the next row: *row tells whether there is one.  False and an error otherwise.
 */
bool connection_step(sqlite3_stmt *statement, bool *row, struct error *err);

/* Reads the number in the first column of the only row, and releases the statement;
 * *number stays as it is when there is no row. */
bool connection_read_number(sqlite3_stmt *statement, int64_t *number, struct error *err);

/* Tells the number in the first column of each row until the visitor answers false, and
 * releases the statement.  Whether all were told. */
bool connection_each_number(sqlite3_stmt *statement,
                            bool (*visit)(void *context, int64_t number,
                                          struct error *err),
                            void *context, struct error *err);

/* Runs SQL of ours without parameters. */
bool connection_execute(struct database *db, const char *sql, struct error *err);

/* Whether it is the name of a database that has no file. */
bool connection_is_in_memory(const char *path);

/* Whether the name of the file leads to another one by now, or to none. */
bool connection_has_moved(sqlite3 *sqlite);

/* Closes the file, with all statements, and leaves the queue. */
void connection_close(struct database *db);
/* The same, and frees what it held; whose changes are not committed is database_close()'s
 * to take back first. */
void connection_free(struct database *db);

/* Bind by name (":id"); a name that the statement does not have is passed over, so that
 * pieces of SQL may be left out.  Text is copied; NULL binds NULL. */
void connection_bind_number(sqlite3_stmt *statement, const char *name, int64_t number);
void connection_bind_text(sqlite3_stmt *statement, const char *name, const char *text);

/* A column's text until the next step.  "" for NULL: where the schema wants a text, a
 * damaged file may hold none. */
const char *connection_column_text(sqlite3_stmt *statement, int column);
/* A column's text as the caller's own copy, NULL for NULL. */
char *connection_column_copy(sqlite3_stmt *statement, int column);

#endif
